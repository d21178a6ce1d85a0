"""The lines of an official file, as they stand there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a line is in the file that it comes from, as far as the file itself says."""

    TEXT = "text"
    HEADING = "heading"  # of a part, chapter or section, where the file marks it
    ARTICLE = "article"  # the heading of an article, where the file marks it
    NOTE = "note"  # who amended it, and since when: never law text
    POINTER = "pointer"  # an editor's “see also”
    TABLE = "table"  # one row, its cells with “ | ” between them
    FOOTNOTE = "footnote"


@dataclass(frozen=True)
class Line:
    """``text`` has single spaces and is composed (NFC); ``number`` counts from 1 in the file."""

    number: int
    text: str
    role: Role = Role.TEXT


@dataclass(frozen=True)
class Source:
    """What a file gave. ``format`` names its kind for people (“Bộ pháp điển”, “Word”).

    ``instrument`` is the number of the instrument that the lines were chosen for, where the
    file holds several; ``others`` counts the lines that belong to those.
    """

    format: str
    lines: tuple[Line, ...]
    instrument: str = ""
    others: int = 0
