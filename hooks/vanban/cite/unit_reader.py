"""Units as a text names them: “các điểm a, b và c”, “Điều 5.1.a”, “từ Điều 10 đến Điều 13”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ..law.units import Kind
from . import grammar
from .clean import CleanText
from .compact import read_compacts
from .instrument_reader import word_before
from .number_list import IN_WORDS, OPENS, read_list, read_number
from .tokens import UNREAD, NumberedUnits, ThisUnit, UnitToken, Value

_POINT, _SECTION, _INDENT = Kind.POINT, Kind.SECTION, Kind.INDENT
"""Members of an enumeration are looked up slowly; these are asked for at every unit."""
_APPENDIX = re.compile(r"(?<!\w)(?:phụ\s+lục|mẫu(?:\s+số)?\s+\d+)(?!\w)[^.;\n]*\Z")
_FAR_APPENDIX = 80
_WORD_KINDS, _COMPOUNDS, _COMPACTS = grammar.WORD_KINDS, grammar.COMPOUNDS, grammar.COMPACTS
_VALUES = grammar.VALUES
_FAR = 300
"""A bracket in a list of units is no longer."""
_LABEL = re.compile(r"[\t|]|[.)]\s")
"""Behind the first number of a line: it counts the line."""


def read_plain_units(clean: CleanText, start: int) -> NumberedUnits | None:
    """The units at ``start`` where they are “khoản 1” or “khoản 1, 2 và 3” and surely no more.

    None where that is not sure: then ``read_units`` decides. Nearly all units are written
    so, and one or two patterns instead of ten read them.
    """
    low = clean.low
    found = grammar.PLAIN_UNIT.match(low, start)
    listed = found is None
    found = found or grammar.PLAIN_LIST.match(low, start)
    if found is None:
        return None
    kind = grammar.WORD_KINDS[found["word"]]
    before = word_before(low, start)
    if before in grammar.COMPOUNDS.get(kind, ()):
        return None
    first, stop = found.span("numbers")
    if listed:
        read = _short_list if stop - first < _SHORT else _plain_list
        parts = read(kind, low[first:stop])
        values = tuple([Value(first + begin, first + end, number) for begin, end, number in parts])
    else:
        number = _plain_number(kind, low[first:stop])
        values = (Value(first, stop, number),) if number else ()
    if not values:
        return None
    return NumberedUnits(start, stop, kind, clean.is_mended(start), values, before == "các")


def read_plain_brief(low: str, start: int) -> NumberedUnits | None:
    """The unit at ``start`` where it is surely “k1”, “đ 8” or a list “k1+2”, else None."""
    found = grammar.PLAIN_BRIEF.match(low, start)
    if found is None:
        return None
    kind = _WORD_KINDS[low[start]]
    number = read_number(kind, found["number"])
    before = word_before(low, start)
    if number is None or before in _COMPOUNDS.get(kind, ()):
        return None
    begin, stop = found.span("number")
    first, plural = Value(begin, stop, number), before == "các"
    if found["listed"]:
        return read_list(low, start, low[start], kind, first, plural, True)
    return NumberedUnits(start, stop, kind, True, (first,), plural)


def _plain_list(kind: Kind, text: str) -> tuple[tuple[int, int, str], ...]:
    """Where the numbers of “1, 2 và 3” begin and end, and each as ids bear it; () for a slip."""
    parts = [
        (item.start(), item.end(), _plain_number(kind, item[0]))
        for item in grammar.PLAIN_NUMBER.finditer(text)
    ]
    read = tuple([(begin, end, number) for begin, end, number in parts if number])
    return read if len(read) == len(parts) else ()


_SHORT = 40
_short_list = lru_cache(maxsize=4096)(_plain_list)
"""The same lists come again and again; what was read of those under ``_SHORT`` is kept."""


def _plain_number(kind: Kind, text: str) -> str | None:
    """As ``read_number``; None too for a letter in place of a figure, or a figure for a letter."""
    number = read_number(kind, text)
    return None if text[0].isdigit() is (kind is _POINT) else number


def read_units(clean: CleanText, found: re.Match[str]) -> list[UnitToken]:
    """The units whose word begins at ``found``: one token, or one for each part of “5.1.a”."""
    low = clean.low
    led = found.lastgroup or ""
    word = found["unit" if led == "this" else led]
    kind = _WORD_KINDS.get(word) or _WORD_KINDS[" ".join(word.split())]
    start, end = found.span()
    before = word_before(low, start)
    if before in _COMPOUNDS.get(kind, ()):
        return []
    if led == "this":
        if kind not in (Kind.ARTICLE, Kind.CLAUSE, Kind.POINT):
            return []  # “Chương này” says nothing that the page does not
        return [ThisUnit(start, end, kind, False)]
    plural = before == "các"
    if kind is _SECTION and _APPENDIX.search(low, max(0, start - _FAR_APPENDIX), start):
        return []  # “tại Phụ lục I Nghị định này, mục 2”: of that list, no mục of the decree
    weak = led == "brief" or ":" in found[0] or clean.is_mended(start)
    figure = low[end : end + 1].isdigit()
    if led == "brief" and word == "đ" and not figure:
        kind = _POINT
    glued = _COMPACTS.get(kind)
    compact = glued.match(low, end) if glued else None
    if compact and (kind is not _POINT or _is_beside_article(low, start, compact.end())):
        return read_compacts(low, start, compact, weak)
    run = _run_together(low, end) if kind is _POINT and not figure else None
    first, in_words = (run, False) if run else _first(low, end, kind)
    if first is None:
        return []
    if low.find("\n", start, first.start) >= 0 and _LABEL.match(low, first.end):
        return []
    return [read_list(low, start, word, kind, first, plural, weak or in_words)]


def _is_beside_article(low: str, start: int, end: int) -> bool:
    """Whether an article stands right behind or before points that are named with their clause."""
    if grammar.ARTICLE_BEHIND.match(low, end - 1):
        return True
    return (
        grammar.ARTICLE_BEFORE.search(low, max(0, start - grammar.ARTICLE_WINDOW), start)
        is not None
    )


def _run_together(low: str, at: int) -> Value | None:
    """The points of “điểm abc khoản 1”, as one that nobody can tell."""
    found = grammar.RUN_TOGETHER.match(low, at)
    return Value(at, found.end(), found[0] + UNREAD) if found and found[0] else None


def is_lesson(low: str, token: UnitToken) -> bool:
    """Whether it is a tiết that no điểm stands beside: “dạy tiết 1” is a lesson of a school."""
    if token.kind is not _INDENT or grammar.BEFORE_POINT.match(low, token.end):
        return False
    before = low[max(0, token.start - grammar.BEHIND_WINDOW) : token.start]
    return grammar.BEHIND_POINT.search(before) is None


def read_more(
    clean: CleanText, found: re.Match[str], ends: Mapping[int, UnitToken]
) -> UnitToken | None:
    """Numbers that go on with a list behind a bracket: “Điều 8 (cấm), 16 (lọc) và 26”.

    ``found`` is the closing bracket, ``ends`` the units read so far by where they end.
    """
    low = clean.low
    joint = grammar.BEHIND_BRACKET.match(low, found.end())
    opened = low.rfind("(", max(0, found.start() - _FAR), found.start()) if joint else -1
    if joint is None or opened < 0:
        return None
    at = len(low[:opened].rstrip()) if opened < _FAR else opened
    while at and low[at - 1].isspace():
        at -= 1
    before = ends.get(at)
    if not isinstance(before, NumberedUnits) or before.kind not in IN_WORDS:
        return None
    first = grammar.VALUES[before.kind].match(low, joint.end())
    number = read_number(before.kind, first[0]) if first else None
    if not first or number is None or not grammar.LIST_FOLLOWER.match(low, first.end()):
        return None
    value = Value(first.start(), first.end(), number)
    return read_list(low, first.start(), "", before.kind, value, False, before.weak)


def _first(low: str, at: int, kind: Kind) -> tuple[Value | None, bool]:
    """The first number at ``at``, and whether it is written in words."""
    marked = None
    if low[at : at + 1] in OPENS and kind is not _INDENT:
        marked = grammar.MARKED.match(low, at)
    if marked:
        number = read_number(kind, marked["number"])
        if number is not None and (kind is _POINT) == marked["number"].isalpha():
            return Value(marked.start(), marked.end(), number), False
        return None, False
    first = _VALUES[kind].match(low, at)
    if first:
        number = read_number(kind, first[0])
        return (Value(at, first.end(), number) if number else None), False
    words = grammar.IN_WORDS.match(low, at) if kind in IN_WORDS else None
    if words:
        number = grammar.NUMBER_WORDS.get(words["word"], words["word"])
        return Value(words.start(), words.end(), number), True
    return None, False
