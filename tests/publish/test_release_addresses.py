"""A release from a project that is behind takes back no address of one that lies beside it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast
from zipfile import ZipFile

import pytest
from vanban.commands import release
from vanban.commands.release import NAME, SUMS
from vanban.commands.usage import UsageError
from vanban.project import Project

FILES = ("index.html", "404.html", "assets/a.css", "moi/index.html", "tap-huan/buoi.pptx")


class Office:
    """A project of which a release asks the root and the day."""

    def __init__(self, root: Path) -> None:
        self.root, self.today, self.corrections = root, date(2026, 1, 2), ()
        (root / "requirements.txt").write_text("PyYAML==6.0.3\n", "utf-8")

    def release(self, to: Path) -> int:
        return release.run(argparse.Namespace(folder=str(to)), cast(Project, self))


def built(*files: str) -> Callable[[Path, Path], bool]:
    def build(_root: Path, to: Path) -> bool:
        for name in files:
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            (to / name).write_text(name, "utf-8")
        return True

    return build


@pytest.mark.parametrize(
    ("lost", "address"), [("moi/index.html", "moi/"), ("tap-huan/buoi.pptx", "tap-huan/buoi.pptx")]
)
def test_what_was_given_out_is_in_the_next_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str, address: str
) -> None:
    office, to = Office(tmp_path), tmp_path / "phat-hanh"
    monkeypatch.setattr(release, "whole", built(*FILES))
    assert office.release(to) == 0
    with ZipFile(to / f"{NAME}-2026-01-02.zip") as archive:
        assert {one.date_time[:3] for one in archive.infolist()} == {(2026, 1, 1)}
    given = (to / SUMS).read_bytes()
    office.today = date(2026, 1, 3)
    monkeypatch.setattr(release, "whole", built(*(one for one in FILES if one != lost)))
    with pytest.raises(
        UsageError, match=rf"{NAME}-2026-01-02.zip có 1 địa chỉ .*ví dụ {address}\. "
    ):
        office.release(to)
    assert (to / SUMS).read_bytes() == given
    assert [one.name for one in to.glob("*.zip")] == [f"{NAME}-2026-01-02.zip"]
    monkeypatch.setattr(release, "whole", built(*FILES, "moi-nua/index.html"))
    assert office.release(to) == 0


def test_a_release_that_was_cut_off_tells_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, to = Office(tmp_path), tmp_path / "phat-hanh"
    monkeypatch.setattr(release, "whole", built(*FILES))
    to.mkdir()
    (to / f"{NAME}-2025-01-02.zip").write_bytes(b"PK")
    assert office.release(to) == 0


def test_where_nothing_can_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office(tmp_path)
    monkeypatch.setattr(release, "whole", built(*FILES))
    (tmp_path / "tep").write_text("x", "utf-8")
    with pytest.raises(UsageError, match=r"Chưa phát hành: .*tep là một tệp: chọn một thư mục"):
        office.release(tmp_path / "tep")
    with pytest.raises(UsageError, match=r"Chưa phát hành: .*tep"):
        office.release(tmp_path / "tep/trong")
    (tmp_path / "ra" / f"{NAME}-2026-01-02.zip").mkdir(parents=True)  # what an office unpacked
    with pytest.raises(UsageError, match=r"Chưa phát hành: .*zip"):
        office.release(tmp_path / "ra")
