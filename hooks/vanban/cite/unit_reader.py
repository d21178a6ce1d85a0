"""Units as a text names them: “các điểm a, b và c”, “Điều 5.1.a”, “từ Điều 10 đến Điều 13”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ..law.units import Kind, UnitError, canonical_number
from . import grammar
from .clean import CleanText
from .instrument_reader import word_before
from .tokens import NumberedUnits, ThisUnit, UnitToken, Value

_POINT = Kind.POINT
"""Members of an enumeration are looked up slowly; this one is asked for at every unit."""
_FAR = 300
"""A bracket in a list of units is no longer."""
_LABEL = re.compile(r"[\t|]|[.)]\s")
"""Behind the first number of a line: it counts the line."""
_ITEM = re.compile(r"\)(?=\s*(?:,|,?\s+(?:và|hoặc|đến)\s)\s*[a-zđ]\))")
"""The bracket of “a)” in “điểm a), b) và c)”."""
_OPENS = frozenset("([“\"'")
"""With one of these begins what ``grammar.MARKED`` matches."""
_IN_WORDS = frozenset({Kind.ARTICLE, Kind.CLAUSE})


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
    return NumberedUnits(start, stop, kind, values, before == "các", weak=clean.is_mended(start))


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
    """As ``_number``; None too for a letter that should be a figure, or a figure for a letter."""
    number = _number(kind, text)
    return None if text[0].isdigit() is (kind is _POINT) else number


def read_units(clean: CleanText, found: re.Match[str]) -> list[UnitToken]:
    """The units whose word begins at ``found``: one token, or one for each part of “5.1.a”."""
    low = clean.low
    word = found["unit"] or found["brief"]
    kind = grammar.WORD_KINDS.get(word) or grammar.WORD_KINDS[" ".join(word.split())]
    start = found.start()
    before = word_before(low, start)
    if before in grammar.COMPOUNDS.get(kind, ()):
        return []
    plural = before == "các"
    weak = bool(found["brief"]) or clean.is_mended(start)
    if found["unit"] and found["this"]:
        if kind not in (Kind.ARTICLE, Kind.CLAUSE, Kind.POINT):
            return []  # “Chương này” says nothing that the page does not
        return [ThisUnit(start, found.end(), kind)]
    if kind is Kind.ARTICLE:
        compact = grammar.COMPACT.match(low, found.end())
        if compact:
            return _compacts(low, start, compact, weak)
    first, in_words = _first(low, found.end(), kind)
    if first is None or ("\n" in low[start : first.start] and _LABEL.match(low, first.end)):
        return []
    token = _list(low, start, word, kind, first, plural, weak or in_words)
    if kind is Kind.INDENT and not _is_of_a_point(low, token):
        return []
    return [token]


def _is_of_a_point(low: str, token: UnitToken) -> bool:
    """Whether a điểm stands right behind or before: “dạy tiết 1” is a lesson of a school."""
    if grammar.BEFORE_POINT.match(low, token.end):
        return True
    before = low[max(0, token.start - grammar.BEHIND_WINDOW) : token.start]
    return grammar.BEHIND_POINT.search(before) is not None


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
    if not isinstance(before, NumberedUnits) or before.kind not in _IN_WORDS:
        return None
    first = grammar.VALUES[before.kind].match(low, joint.end())
    number = _number(before.kind, first[0]) if first else None
    if not first or number is None or not grammar.LIST_FOLLOWER.match(low, first.end()):
        return None
    value = Value(first.start(), first.end(), number)
    return _list(low, first.start(), "", before.kind, value, False, before.weak)


def _first(low: str, at: int, kind: Kind) -> tuple[Value | None, bool]:
    """The first number at ``at``, and whether it is written in words."""
    marked = None
    if kind is not Kind.INDENT and low[at : at + 1] in _OPENS:
        marked = grammar.MARKED.match(low, at)
    if marked:
        number = _number(kind, marked["number"])
        if number is not None and (kind is _POINT) == marked["number"].isalpha():
            return Value(marked.start(), marked.end(), number), False
        return None, False
    first = grammar.VALUES[kind].match(low, at)
    if first:
        number = _number(kind, first[0])
        return (Value(first.start(), first.end(), number) if number else None), False
    words = grammar.IN_WORDS.match(low, at) if kind in _IN_WORDS else None
    if words:
        number = grammar.NUMBER_WORDS.get(words["word"], words["word"])
        return Value(words.start(), words.end(), number), True
    return None, False


def _compacts(low: str, start: int, found: re.Match[str], weak: bool) -> list[UnitToken]:
    """“Điều 8.1, 8.2 và 9.1.a”: each of the list in parts."""
    units = _compact(start, found, weak)
    while joint := grammar.LIST_SEPARATOR.match(low, found.end()):
        more = grammar.COMPACT.match(low, joint.end())
        if more is None or not grammar.LIST_FOLLOWER.match(low, more.end()):
            break
        found = more
        units += _compact(more.start(), more, weak)
    return units


def _compact(start: int, found: re.Match[str], weak: bool) -> list[UnitToken]:
    """“Điều 5.1.a”, “Điều 5(1)(a)” as an article, its clause and its point."""
    parts: list[UnitToken] = []
    for kind, name in (
        (Kind.ARTICLE, "article"),
        (Kind.CLAUSE, "clause"),
        (Kind.CLAUSE, "clause2"),
        (Kind.POINT, "point"),
        (Kind.POINT, "point2"),
    ):
        number = _number(kind, found[name]) if found[name] else None
        if number is None:
            continue
        value = Value(*found.span(name), number)
        begin = parts[-1].end if parts else start
        end = value.end + (1 if name.endswith("2") else 0)
        parts.append(NumberedUnits(begin, end, kind, (value,), False, weak=weak))
    return parts


def _list(
    low: str, start: int, word: str, kind: Kind, first: Value, plural: bool, weak: bool
) -> NumberedUnits:
    """The numbers of a list or range that begins with ``first``."""
    pattern = grammar.VALUES[kind]
    values = [first]
    at = first.end
    bare = 0  # the last value that the unit's own word led
    while True:
        through = False
        item = _ITEM.match(low, at) if kind is _POINT else None
        at = item.end() if item else at
        joint = grammar.LIST_SEPARATOR.match(low, at)
        if joint is None:
            joint = grammar.RANGE_SEPARATOR.match(low, at)
            through = True
        if joint is None:
            break
        after = joint.end() + len(word)
        again = (
            bool(word) and low.startswith(word, joint.end()) and low[after : after + 1].isspace()
        )
        if again and not through:
            break  # “khoản 1, khoản 2” are two tokens; only a range spans the word
        begin = joint.end()
        if again:
            begin += len(word)
            while low[begin : begin + 1].isspace():
                begin += 1
        more, number = _next(
            low, begin, kind, pattern, low[first.start].isalpha() and kind in _IN_WORDS
        )
        if more is None or number is None:
            break
        if not again and not grammar.LIST_FOLLOWER.match(low, more.end()):
            if not plural:  # “Điều 8, 5 và 6 tuổi”: what counts the 6 counts the 5 too
                del values[1 + bare :]
                at = values[-1].end
            break
        if again:
            bare = len(values)
        shown = joint.end() if again else more.start()
        values.append(Value(shown, more.end(), number, through))
        at = more.end()
    return NumberedUnits(start, at, kind, tuple(values), plural, weak=weak)


def _next(
    low: str, at: int, kind: Kind, pattern: re.Pattern[str], in_words: bool
) -> tuple[re.Match[str] | None, str | None]:
    marked = None
    if kind is not Kind.INDENT and low[at : at + 1] in _OPENS:
        marked = grammar.MARKED.match(low, at)
    if marked and (kind is _POINT) == marked["number"].isalpha():
        return marked, _number(kind, marked["number"])
    more = pattern.match(low, at)
    if more:
        return more, _number(kind, more[0])
    words = grammar.IN_WORDS.match(low, at) if in_words else None
    return (words, grammar.NUMBER_WORDS.get(words["word"])) if words else (None, None)


@lru_cache(maxsize=4096)
def _number(kind: Kind, text: str) -> str | None:
    """The number as ids bear it, or None where that kind cannot bear it."""
    if kind is _POINT:
        return text[0]
    try:
        return canonical_number(kind, re.sub(r"[\s\-)]", "", text))
    except UnitError:
        return None
