"""Files as one ZIP: the same files always make the same bytes, and changed ones another date.

What is unpacked is often served or copied as it lies there, and web servers (nginx, Apache, Caddy)
and ``rsync`` take a file of the same length and date for the same file. With one date for all, a
page in which one figure changed would be answered with “not changed” and read as it was, so the
date hangs on the content.

Others (the server of Python, Apache told so) go by the date alone, and answer “not changed” to
whoever has a later one: what is served bears dates of a ``Span`` that no later release begins
before. Such a date says when a release was made, and nothing of a single file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_STEP = timedelta(seconds=2)
"""A ZIP counts in steps of two seconds."""
_FILE = 0o100644 << 16


@dataclass(frozen=True)
class Span:
    """From when and for how long the dates of one ZIP may be."""

    start: datetime
    length: timedelta

    def date(self, content: bytes) -> datetime:
        """The date of a file with this content."""
        return self.dated(hashlib.sha256(content).digest())

    def dated(self, digest: bytes) -> datetime:
        """The same where the SHA-256 of the content is known."""
        steps = int.from_bytes(digest[:8]) % (self.length // _STEP)
        return self.start + steps * _STEP


FIRST, LAST = datetime(1980, 1, 2), datetime(2107, 12, 30)
"""What a ZIP can say, in every zone."""
EVER = Span(FIRST, timedelta(days=40 * 365))
"""Where only sameness counts. Forty years end before today, whatever the zone."""


def write(
    to: Path | BinaryIO,
    files: Iterable[tuple[str, bytes]],
    span: Span = EVER,
    digests: Mapping[str, bytes] | None = None,
) -> None:
    """Write names and contents in the order given; nothing depends on when or where.

    ``digests`` are those SHA-256 of contents that are known, by the names.
    """
    with ZipFile(to, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            known = digests.get(name) if digests else None
            date = span.dated(known) if known else span.date(content)
            entry = ZipInfo(name, date.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = _FILE
            entry.create_system = 3  # the same on every system
            archive.writestr(entry, content)
