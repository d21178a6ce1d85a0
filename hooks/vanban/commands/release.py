"""``hooks release``: the site, what it is built with, and the sums to check both by.

Two releases of the same sources are the same to the byte.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from ..project import Project
from ..publish import zipped
from ..publish.bill import bill
from ..publish.digests import FOLDER as ASSETS
from ..publish.swap import MARK, RefusedError, alone, faults, taken_away, tidy
from .publish import whole
from .release_dates import dates
from .usage import UsageError, place_of

FOLDER = "phat-hanh"
NAME = "mang-xa-hoi-dung-luat"
SUMS, BILL = "SHA256SUMS", "sbom.cdx.json"
_ASIDE = ".moi-"
_PINS = "requirements.txt"
_LOCK = "pyodide/package-lock.json"


def add(commands: Any) -> argparse.ArgumentParser:
    """The command's options, added to the others."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "release", help="bản phát hành: ZIP của trang, danh mục phần mềm, mã SHA-256"
    )
    parser.add_argument(
        "folder", nargs="?", default=FOLDER, metavar="THƯ-MỤC", help=f"nơi ghi ({FOLDER})"
    )
    return parser


def run(options: argparse.Namespace, project: Project) -> int:
    """Build and pack; the files take the place of older ones only when all are made. 1 on failure.

    The version of a release is the day on which the facts were checked.
    """
    to = place_of(options.folder)
    if to.exists() and not to.is_dir():
        raise UsageError(f"Chưa phát hành: {to} là một tệp: chọn một thư mục")
    try:
        to.mkdir(parents=True, exist_ok=True)
        with alone(to):
            tidy(to, _ASIDE)
            with tempfile.TemporaryDirectory(dir=to, prefix=_ASIDE) as name:
                return _made(project, to, Path(name))
    except RefusedError as error:
        raise UsageError(f"Chưa phát hành: {error}") from None
    except OSError as error:
        raise UsageError(f"Chưa phát hành: {error.filename}: {error.strerror}") from None


def _made(project: Project, to: Path, aside: Path) -> int:
    """Make the files in the folder ``aside`` and put them into ``to``."""
    (aside / MARK).touch()
    site = aside / "site"
    if not whole(project.root, site):
        return 1
    for fault in faults(site):
        raise UsageError(f"Chưa phát hành: {fault}")
    for earlier in sorted(to.glob(f"{NAME}-*.zip")):
        _check_addresses(earlier, site)
    pins = (project.root / _PINS).read_text(encoding="utf-8")
    carried = any(site.glob(f"{ASSETS}/pyodide.*"))
    lock = (project.root / _LOCK).read_text(encoding="utf-8") if carried else ""
    span = dates(project.root, [project.today, *(one.day for one in project.corrections)])
    for file in packed(site, pins, project.today.isoformat(), aside, span, lock):
        file.chmod(0o644)
        file.replace(to / file.name)
        print(f"Đã ghi {to / file.name}")
    return 0


def _check_addresses(earlier: Path, site: Path) -> None:
    """A release takes back no address of one that lies there: nobody else could tell (swap.py)."""
    try:
        with ZipFile(earlier) as archive:
            names = archive.namelist()
    except BadZipFile:  # cut off in some copying: it tells nothing
        return
    if gone := taken_away({name.partition("/")[2] for name in names}, site):
        raise UsageError(
            f"Chưa phát hành: {earlier} có {len(gone)} địa chỉ mà bản mới không có, ví dụ"
            f" {gone[0]}. Nội dung ở đây cũ hơn bản đã phát hành thì lấy lại bản mới nhất của docs"
            " và của sổ địa chỉ; trang, tệp cố ý bỏ thì ghi trong sổ nơi địa chỉ ấy dẫn tới. Chỉ"
            " khi chưa giao bản ấy cho ai mới xóa nó rồi phát hành lại"
        )


def packed(
    site: Path, pins: str, day: str, to: Path, span: zipped.Span, lock: str = ""
) -> tuple[Path, ...]:
    """The files of a release, written into ``to``; ``pins`` is the text of ``requirements.txt``.

    ``span`` is when its files are dated; ``lock`` is the text of the lock of npm, "" where the site
    carries nothing of it.
    """
    archive, materials, checks = to / f"{NAME}-{day}.zip", to / BILL, to / SUMS
    zipped.write(archive, contents(site, f"{NAME}-{day}"), span)
    text = json.dumps(bill(pins, NAME, day, lock), ensure_ascii=False, indent=1)
    materials.write_text(text + "\n", encoding="utf-8")
    told = sums((file.name, file.read_bytes()) for file in (archive, materials))
    checks.write_text(told, encoding="utf-8")
    return archive, materials, checks


def contents(site: Path, folder: str) -> Iterator[tuple[str, bytes]]:
    """The files of a site in one folder, and last the sums of them all, to check a copy by.

    They take the place of the sums that the site has of what it gives away, a part of them.
    """
    files = sorted(path for path in site.rglob("*") if path.is_file() and path != site / SUMS)
    named = [(file.relative_to(site).as_posix(), file) for file in files]
    for name, file in named:
        yield f"{folder}/{name}", file.read_bytes()
    yield f"{folder}/{SUMS}", sums((name, file.read_bytes()) for name, file in named).encode()


def sums(files: Iterable[tuple[str, bytes]]) -> str:
    """Names and contents as ``sha256sum -c`` reads them."""
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files)
