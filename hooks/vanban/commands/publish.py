"""``hooks publish``: the site built aside, looked over, and put in place at once."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..features.offline import archive
from ..publish.swap import MARK, RefusedError, put
from ..settings import DISK_FILE, MKDOCS_FILE
from .usage import UsageError, place_of

SITE = "site"
STARTER = "VANBAN_STARTER"
"""The variable that names the process for which a site is built: the building ends with it."""
_BUILDER = Path(__file__).resolve().parents[2] / "builder.py"


def add(commands: Any) -> argparse.ArgumentParser:
    """The command's options, added to the others."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "publish", help="dựng trang ở chỗ riêng, xem lại, rồi mới thay bản cũ"
    )
    parser.add_argument(
        "folder", nargs="?", default=SITE, metavar="THƯ-MỤC", help=f"nơi đặt trang ({SITE})"
    )
    return parser


def run(options: argparse.Namespace, root: Path) -> int:
    """Build the project in ``root`` and put the site in place; 1 where it was not put there."""
    to = place_of(options.folder)
    try:
        done = put(to, lambda aside: whole(root, aside))
    except RefusedError as error:
        raise UsageError(f"Chưa xuất bản: {error}") from None
    except OSError as error:
        told = f"{error.filename}: {error.strerror}" if error.strerror else str(error)
        raise UsageError(f"Chưa xuất bản: {told}") from None
    if not done:
        print(f"Chưa xuất bản: {to} vẫn như trước.", file=sys.stderr)
        return 1
    pages = sum(1 for _ in to.rglob("*.html"))
    print(f"Đã xuất bản vào {to}: {pages} trang.")
    return 0


def whole(root: Path, to: Path) -> bool:
    """The site, and in it the same site as one ZIP that opens from a disk.

    A project without settings for the second (``mkdocs.offline.yml``) has none.
    """
    if not (root / DISK_FILE).exists():
        return built(root, to)
    # Beside the site, and named after it: what is killed half-way goes with the next run (swap.py).
    with tempfile.TemporaryDirectory(dir=to.parent.resolve(), prefix=f"{to.name}-") as name:
        aside, packed = Path(name) / SITE, Path(name) / archive.FILE
        (Path(name) / MARK).touch()
        if not built(root, aside, DISK_FILE):
            return False
        archive.pack(aside, packed)
        return built(root, to, env={archive.VARIABLE: str(packed)})


def built(
    root: Path, to: Path, settings: str = MKDOCS_FILE, env: Mapping[str, str] | None = None
) -> bool:
    """A strict build in a process of its own; what it says goes where we say."""
    command = [sys.executable, str(_BUILDER), settings, str(to.resolve())]
    said = {**os.environ, STARTER: str(os.getpid()), **(env or {})}
    done = subprocess.run(command, cwd=root, check=False, env=said)
    return done.returncode == 0
