"""A document that came from outside, as lines: what stands where, and what could not be read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

Grid = tuple[int, int, int]
"""Table, row and column of a cell, each from 1. All 0: in no table, or in one that is not plain."""
NOWHERE: Grid = (0, 0, 0)
BETWEEN = "\n\n"
"""What parts two paragraphs in the text of a document."""


class Kind(StrEnum):
    """What a paragraph is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CELL = "cell"  # in a table: in letters the head and the foot are tables
    NOTE = "note"  # a footnote or an endnote
    BOX = "box"  # a text box


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as it stands, letter for letter.

    ``number`` counts the paragraphs that hold text, from 1; ``start`` is where ``text``
    begins in the text of the document (code points). ``line`` is its first line in a plain
    text, ``page`` its page in a PDF, both from 1, else 0. The first ``label`` code points are
    a number that the program it was written with makes by itself (“1. ”): part of what is
    read, but nowhere typed. ``cell`` counts the cells of tables from 1; 0 stands in none.
    ``grid`` is its place in a plain table: rows of as many cells, each of one line, none merged.
    """

    text: str
    number: int
    start: int
    kind: Kind = Kind.PARAGRAPH
    line: int = 0
    page: int = 0
    label: int = 0
    cell: int = 0
    grid: Grid = NOWHERE

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def where(self) -> str:
        """“dòng 12”, “trang 2, đoạn 7”, “đoạn 7 (trong bảng)”."""
        if self.line:
            return f"dòng {self.line}"
        page = f"trang {self.page}, " if self.page else ""
        kind = {Kind.CELL: " (trong bảng)", Kind.NOTE: " (chú thích)", Kind.BOX: " (khung chữ)"}
        return f"{page}đoạn {self.number}{kind.get(self.kind, '')}"


@dataclass(frozen=True)
class Document:
    """All paragraphs of a document in their order.

    ``text`` is the whole, in which offsets count; of a plain text it is the text as given.
    ``told`` are Vietnamese sentences on what was left out, or changed while reading.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    told: tuple[str, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def at(self, offset: int) -> Paragraph:
        """The paragraph that holds ``offset``, or the last one before it."""
        return self.paragraphs[max(0, bisect_right(self._starts, offset) - 1)]


@dataclass(frozen=True)
class Piece:
    """A paragraph before it has its place: what a reader of one format hands over."""

    text: str
    kind: Kind = Kind.PARAGRAPH
    page: int = 0
    label: int = 0
    cell: int = 0
    grid: Grid = NOWHERE


def composed(pieces: Iterable[Piece], told: Iterable[str] = ()) -> Document:
    """A document of paragraphs in order; those without text are left out."""
    found: list[Paragraph] = []
    start = 0
    for piece in pieces:
        if not piece.text.strip():
            continue
        place = (piece.kind, 0, piece.page, piece.label, piece.cell, piece.grid)
        found.append(Paragraph(piece.text, len(found) + 1, start, *place))
        start += len(piece.text) + len(BETWEEN)
    text = BETWEEN.join(paragraph.text for paragraph in found)
    return Document(text, tuple(found), tuple(told))


class RefusedError(Exception):
    """A file that cannot be read: why, and what to do; both Vietnamese, for an editor."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
