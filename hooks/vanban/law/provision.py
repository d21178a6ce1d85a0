"""Article pages: which unit each paragraph belongs to, and the wording of each unit.

An article page is plain Markdown. ``# Điều 8. …`` names the article, ``## Khoản 1``
and ``### Điểm a`` the units below it; what follows a heading is that unit's wording
in the site's own words, and a quoted paragraph (``>``) a note on how it was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .markdown_source import Block
from .markdown_source import plain as plain
from .units import HEADED, Kind, Numbers, UnitError, UnitPath, path

_UNIT_HEADING = re.compile(
    rf"^(?P<word>{'|'.join(HEADED)})\s+"
    r"(?P<number>[0-9]{1,4}[a-zđ]?|[a-zđ]"
    rf"|(?<=tiết\s){Numbers.MIXED.value})(?:[.:)]\s*(?P<title>.*))?$",
    re.IGNORECASE,
)
BULLET = "• "


@dataclass(frozen=True)
class UnitHeading:
    """A heading that names a unit: ``Khoản 1``, ``Điều 8. Các hành vi …``."""

    path: UnitPath
    title: str


@dataclass(frozen=True)
class Provision:
    """The wording of one unit: its paragraphs, and the notes on how it was read.

    ``text`` and ``note`` hold a paragraph a line; an item of a list begins with ``BULLET``.
    """

    slug: str
    unit: UnitPath
    text: str
    note: str
    file: str
    line: int


@lru_cache(maxsize=10_000)  # pages are gone through again and again, and many have the same
def read_heading(text: str, above: UnitPath | None) -> UnitHeading | None:
    """The unit that a heading names below ``above``, or None where it names none.

    ``above`` is the unit of the nearest heading of a higher level.
    """
    found = _UNIT_HEADING.match(plain(text))
    if not found:
        return None
    kind = HEADED[found["word"].lower()]
    step = (kind, found["number"])
    try:
        whole = kind in (Kind.ARTICLE, Kind.SECTION) or above is None
        return UnitHeading(
            path(step) if whole or above is None else above.child(*step), found["title"] or ""
        )
    except UnitError:
        return None


def walk(blocks: Iterable[Block]) -> Iterator[tuple[Block, UnitPath | None]]:
    """Each block with the unit whose heading stands above it."""
    open_headings: list[tuple[int, UnitPath]] = []
    for block in blocks:
        if block.level:
            while open_headings and open_headings[-1][0] >= block.level:
                open_headings.pop()
            above = open_headings[-1][1] if open_headings else None
            heading = read_heading(block.text, above)
            if heading:
                open_headings.append((block.level, heading.path))
        yield block, open_headings[-1][1] if open_headings else None
