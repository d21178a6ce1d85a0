"""A new site takes the place of the old one at once, and only when it is whole.

It is built in a hidden folder beside the old one, looked over, made readable for a web server, and
then put in place by renaming. Whatever goes wrong before, the old site stands as it was.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

FOLDER_MODE, FILE_MODE = 0o755, 0o644
_ASSET = re.compile(r'(?:src|href)="(?![^":?#]*://)[^"?#]*?(assets/[^"?#]+)')
_OURS = ("index.html", "404.html", "assets")
"""What stands in every site of ours; a folder without it is not replaced."""
MARK = ".xuat-ban"
"""The file that lists what we put into a folder, one name of its top a line; servers hide it."""


class RefusedError(Exception):
    """A site that is not put in place; told in one Vietnamese line."""


def put(to: Path, build: Callable[[Path], bool]) -> bool:
    """Have a site built aside and put it at ``to``; False where the building failed.

    ``build`` fills an empty folder and says whether it came to a good end. RefusedError where
    ``to`` holds something that is no site or not ours, or the new site is not whole; OSError where
    the folder cannot be written. In all these cases what stood at ``to`` still stands there.
    Hidden files of others (``.well-known``, ``.git``) go over into the new site.
    """
    place = to.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    with _alone(place.parent):
        _tidy(place)
        _check_replaceable(place)
        aside = Path(tempfile.mkdtemp(prefix=_aside(place), dir=place.parent))
        (aside / MARK).touch()  # also what is killed half-way can be told from others' folders
        try:
            if not build(aside):
                return False
            missing = next(faults(aside), None)
            if missing:
                raise RefusedError(missing)
            (aside / MARK).write_text("".join(f"{name}\n" for name in _names(aside)), "utf-8")
            make_readable(aside)
            _carry_hidden(place, aside)
            _swap(aside, place)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    return True


def faults(site: Path) -> Iterator[str]:
    """What a built site lacks: its front page, its page for lost readers, files that pages name."""
    for name in _OURS:
        if not (site / name).exists():
            yield f"bản vừa dựng không có {name}"
    known: dict[str, bool] = {}
    for page in sorted(site.rglob("*.html")):
        for asset in _ASSET.findall(page.read_text(encoding="utf-8")):
            if asset not in known:
                known[asset] = (site / asset).is_file()
            if not known[asset]:
                yield f"{page.relative_to(site).as_posix()} cần {asset}, mà bản vừa dựng không có"


def make_readable(site: Path) -> None:
    """Modes for a web server that is another user, whatever the mask of who builds."""
    for path in (site, *site.rglob("*")):
        if not path.is_symlink():
            path.chmod(FOLDER_MODE if path.is_dir() else FILE_MODE)


def _check_replaceable(place: Path) -> None:
    if not place.exists():
        return
    if not place.is_dir():
        raise RefusedError(f"{place} là một tệp: chọn một thư mục")
    inside = sorted(path.name for path in place.iterdir())
    if inside and not set(_OURS) <= set(inside):
        raise RefusedError(
            f"{place} có những tệp không phải của trang này (ví dụ {inside[0]}), "
            "mà xuất bản thì thay cả thư mục: chọn một thư mục trống"
        )
    mark = place / MARK
    listed = mark.read_text("utf-8").split("\n") if mark.exists() else _names(place)
    foreign = sorted(set(_names(place)) - set(listed))
    if foreign:
        raise RefusedError(
            f"{place} có {foreign[0]} do nơi khác đặt vào, mà xuất bản thì thay cả thư mục: "
            "chuyển nó đi, rồi xuất bản lại"
        )


def _names(site: Path) -> list[str]:
    """What stands at the top of a site and is not hidden."""
    return sorted(path.name for path in site.iterdir() if not path.name.startswith("."))


def _carry_hidden(old: Path, new: Path) -> None:
    """Copy what others keep hidden in a site: no page of ours has such a name."""
    for path in old.glob(".*") if old.exists() else ():
        if path.name == MARK:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, new / path.name, symlinks=True)
        else:
            shutil.copy2(path, new / path.name, follow_symlinks=False)


def _aside(place: Path) -> str:
    return f".{place.name}.moi-"


def _before(place: Path) -> Path:
    return place.with_name(f".{place.name}.cu")


def _tidy(place: Path) -> None:
    """What a run left behind that was killed; the old site goes back if it was on its way out."""
    before = _before(place)
    if before.exists() and set(_OURS) <= {path.name for path in before.iterdir()}:
        if place.exists():
            shutil.rmtree(before)
        else:
            before.rename(place)
    for left in place.parent.glob(f"{_aside(place)}*"):
        if (left / MARK).exists():
            shutil.rmtree(left, ignore_errors=True)


def _swap(aside: Path, place: Path) -> None:
    before = _before(place)
    if place.exists():
        place.rename(before)
    try:
        aside.rename(place)
    except OSError:
        if before.exists():
            before.rename(place)
        raise
    shutil.rmtree(before, ignore_errors=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """No second run works in this folder meanwhile. The lock goes with the process."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RefusedError(f"đang có một lần xuất bản khác vào {folder}: đợi nó xong") from None
        yield
    finally:
        os.close(handle)
