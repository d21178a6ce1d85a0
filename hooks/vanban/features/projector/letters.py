"""How much room a text takes in Arial: the widths of its letters, lines broken at spaces."""

from __future__ import annotations

import unicodedata
from functools import cache

_WIDTHS = {
    222: "ijl'|",
    278: " !,./:;I[\\]ft·",
    333: '()-`r“”"',
    500: "Jcksvxyz",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUwĐ",
    778: "GOQ",
    833: "Mm",
    944: "W",
    1000: "…@%",
}
"""Thousandths of the size of the letters; every other letter, and every digit, takes ``_OTHER``."""
_OTHER, _HORN = 556, 110
_BOLD = 1.08
"""How much wider bold letters are, at most."""
_KNOWN = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
LINE = 1.17
"""The height of a line, in sizes of its letters."""


@cache
def _letter(letter: str) -> int:
    """Marks above and below take no room, the horn of ơ and ư takes some."""
    parts = unicodedata.normalize("NFD", letter)
    return _KNOWN.get(parts[0], _OTHER) + _HORN * ("\u031b" in parts)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Points that a text takes on one line."""
    return sum(map(_letter, text)) * size / 1000 * (_BOLD if bold else 1)


def lines(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """How many lines of ``room`` points a paragraph takes."""
    count, used = 1, 0.0
    space = width(" ", size)
    for word in text.split():
        needed = width(word, size, bold=bold)
        if used and used + space + needed > room:
            count, used = count + 1, needed
        else:
            used += needed + (space if used else 0)
    return count
