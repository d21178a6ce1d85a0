"""``hooks export``: everything that may be taken out, written into a folder."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from ..opendata import files
from ..project import Project
from .usage import UsageError, place_of


def add(commands: Any) -> argparse.ArgumentParser:
    """The command's options, added to the others."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "export", help="ghi dữ liệu mở ra một thư mục: JSON, Akoma Ntoso, bảng đối chiếu, mã băm"
    )
    parser.add_argument("folder", metavar="THƯ-MỤC", help="thư mục nhận; chưa có thì được tạo")
    return parser


def run(options: argparse.Namespace, project: Callable[[], Project]) -> int:
    """Write the files; what lies there under other names stays."""
    folder = place_of(options.folder)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: không phải thư mục")
    library = project().library
    try:
        count = files.Given(library).write(folder)
    except OSError as error:
        raise UsageError(f"{folder}: không ghi được ({error.strerror})") from None
    print(f"đã ghi {count} tệp vào {folder}; kiểm lại: sha256sum --check {files.SUMS}")
    return 0
