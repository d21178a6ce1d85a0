"""Whose files are in a published site: what others keep there stays theirs."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest
from publish.small_site import site
from vanban.publish.swap import put


@pytest.fixture
def place(tmp_path: Path) -> Path:
    assert put(tmp_path / "site", site("cũ"))
    return tmp_path / "site"


def test_what_others_keep_hidden_stays_theirs(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The certificate program of a host writes into its folder between two publications."""
    inside = place / ".well-known" / "acme"
    inside.mkdir(parents=True)
    (inside / "khoa").write_text("x", "utf-8")
    (inside / "toi").symlink_to("khoa")
    (place / ".htpasswd").write_text("x", "utf-8")
    (place / ".htpasswd").chmod(0o640)
    theirs = [inside.parent, inside, inside / "khoa", inside / "toi", place / ".htpasswd"]
    given: list[tuple[str, int, int, bool]] = []

    def chown(path: Path, user: int, group: int, *, follow_symlinks: bool) -> None:
        name = re.sub(r"^\.site\.moi-[^/]*/", "", path.relative_to(place.parent).as_posix())
        given.append((name, user, group, follow_symlinks))

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(os, "chown", chown)
    expected = [
        (one.relative_to(place).as_posix(), one.lstat().st_uid, one.lstat().st_gid, False)
        for one in theirs
    ]
    assert put(place, site("mới"))
    assert sorted(given) == sorted(expected)
    assert (place / ".htpasswd").stat().st_mode & 0o777 == 0o640
    monkeypatch.setattr(os, "geteuid", lambda: 1000)  # who may give nothing away
    assert put(place, site("nữa"))
    assert len(given) == len(expected)


@pytest.mark.parametrize("name", ["Thumbs.db", "van-ban/desktop.ini", "van-ban/.DS_Store"])
def test_what_a_system_left_is_in_nobody_s_way(place: Path, name: str) -> None:
    """Windows and macOS put it into each folder that is looked at."""
    (place / name).parent.mkdir(exist_ok=True)
    (place / name).write_text("x", "utf-8")
    assert put(place, site("mới"))
    assert not (place / name).exists()


def test_a_root_that_may_give_nothing_away_publishes(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a container without CAP_CHOWN, or with owners that it has no number for: chown(2)."""
    (place / ".well-known").mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refused)
    assert put(place, site("mới"))
    assert (place / ".well-known").is_dir()
