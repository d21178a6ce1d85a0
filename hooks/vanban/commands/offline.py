"""``hooks offline``: the site as a ZIP that opens from a disk."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from ..features.offline.archive import pack
from ..settings import DISK_FILE
from .publish import built
from .whole_file import instead

FILE = "site-ngoai-tuyen.zip"


def add(commands: Any) -> Any:
    """The command, added to the others."""
    return commands.add_parser("offline", help=f"đóng gói trang vào {FILE}, mở được từ ổ đĩa")


def run(root: Path) -> int:
    """Build aside, then pack; 1 where the building failed, and the older file still stands."""
    with tempfile.TemporaryDirectory(prefix="ngoai-tuyen-") as aside:
        if not built(root, Path(aside), DISK_FILE):
            return 1
        with instead(root / FILE) as packed:
            pack(Path(aside), packed)
    print(f"Đã ghi {FILE}")
    return 0
