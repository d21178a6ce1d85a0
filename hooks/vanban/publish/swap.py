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
"""What stands in every site of ours; a folder with anything else in it is not replaced."""


class RefusedError(Exception):
    """A site that is not put in place; told in one Vietnamese line."""


def put(to: Path, build: Callable[[Path], bool]) -> bool:
    """Have a site built aside and put it at ``to``; False where the building failed.

    ``build`` fills an empty folder and says whether it came to a good end. RefusedError where
    ``to`` holds something that is no site, or the new site is not whole; OSError where the folder
    cannot be written. In all these cases what stood at ``to`` still stands there.
    """
    place = to.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    with _alone(place.parent):
        _tidy(place)
        _check_replaceable(place)
        aside = Path(tempfile.mkdtemp(prefix=_aside(place), dir=place.parent))
        try:
            if not build(aside):
                return False
            missing = next(faults(aside), None)
            if missing:
                raise RefusedError(missing)
            make_readable(aside)
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


def _aside(place: Path) -> str:
    return f".{place.name}.moi-"


def _before(place: Path) -> Path:
    return place.with_name(f".{place.name}.cu")


def _tidy(place: Path) -> None:
    """What a run left behind that was killed; the old site goes back if it was on its way out."""
    before = _before(place)
    if before.exists():
        if place.exists():
            shutil.rmtree(before)
        else:
            before.rename(place)
    for left in place.parent.glob(f"{_aside(place)}*"):
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
