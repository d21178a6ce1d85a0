"""``hooks publish``: the site built aside, looked over, and put in place at once."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import Any

from ..publish.swap import RefusedError, put
from .usage import UsageError

SITE = "site"
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
    to = Path(options.folder)
    try:
        done = put(to, lambda aside: built(root, aside))
    except RefusedError as error:
        raise UsageError(f"Chưa xuất bản: {error}") from None
    except OSError as error:
        raise UsageError(f"Chưa xuất bản: {error.filename}: {error.strerror}") from None
    if not done:
        print(f"Chưa xuất bản: {to} vẫn như trước.", file=sys.stderr)
        return 1
    pages = sum(1 for _ in to.rglob("*.html"))
    print(f"Đã xuất bản vào {to}: {pages} trang.")
    return 0


def built(root: Path, to: Path, settings: str = "mkdocs.yml") -> bool:
    """A strict build in a process of its own; what it says goes where we say."""
    command = [sys.executable, str(_BUILDER), settings, str(to.resolve())]
    return subprocess.run(command, cwd=root, check=False).returncode == 0
