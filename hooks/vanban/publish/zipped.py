"""Files as one ZIP: the same files always make the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP can name
_FILE = 0o100644 << 16


def write(to: Path | BinaryIO, files: Iterable[tuple[str, bytes]]) -> None:
    """Write names and contents in the order given; nothing depends on when or where."""
    with ZipFile(to, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files:
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = _FILE
            entry.create_system = 3  # the same on every system
            archive.writestr(entry, content)
