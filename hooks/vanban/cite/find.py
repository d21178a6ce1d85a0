"""First step: tokens of a text that may form citations, with what they literally say.

``find`` reads units (“các điểm a, b và c”) and instruments (“Nghị định số
72/2013/NĐ-CP ngày 15/7/2013”) and knows nothing of what exists. Binding units to
instruments is ``group``; instruments to the corpus, ``bind``; units, ``resolve``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..law.units import Kind, UnitError, canonical_number
from . import grammar
from .clean import CleanText
from .instrument_reader import by_number, read_initials, read_instrument, word_before
from .names import NameIndex
from .tokens import NumberedUnits, ThisUnit, Token, UnitToken, Value

_TO_INSTRUMENT = frozenset(["", ",", "-", "(", "của", "thuộc", "trong", "tại", "ở", "theo", "các"])
"""What may stand between units and a type in small letters that they are of."""


def find(clean: CleanText, names: NameIndex) -> Iterator[Token]:
    """The tokens of a clean text, in order, none overlapping. Linear in the text."""
    low = clean.low
    at = 0
    anchor = names.anchor
    unit_end = -1
    while found := anchor.search(low, at):
        start = found.start()
        at = found.end()
        if start and not _begins(low, found):
            at = _rest_of_word(low, start)
            continue
        token: Token | None
        if found["unit"]:
            token = _unit(clean, found)
        elif found["number"]:
            token = by_number(clean, start, start, "")
        else:
            near = unit_end >= 0 and start - unit_end < 12
            behind_unit = near and low[unit_end:start].strip() in _TO_INSTRUMENT
            if found["initials"]:
                token = read_initials(clean, start, names, behind_unit)
            else:
                token = read_instrument(clean, found, names, behind_unit)
        if token is not None:
            yield token
            at = max(token.end, start + 1)
            unit_end = token.end if isinstance(token, UnitToken) else -1


_GLUED = re.compile(r"(?:điều|khoản|điểm|luật|bộ|nghị|thông|quyết|chỉ|hiến|pháp)(?!\w)")


def _begins(low: str, found: re.Match[str]) -> bool:
    """Whether a word begins where ``found`` does: “Điều 8” in “-Điều 8”, “điểm a/khoản 1”."""
    start = found.start()
    before = low[start - 1]
    if before.isalnum() or before == "_":
        return False
    return before not in "/-" or _GLUED.match(low, start) is not None


def _rest_of_word(low: str, start: int) -> int:
    at = start + 1
    while at < len(low) and low[at].isalnum():
        at += 1
    return at


def _unit(clean: CleanText, found: re.Match[str]) -> UnitToken | None:
    low = clean.low
    kind = grammar.WORD_KINDS[" ".join(found["unit"].split())]
    start = found.start()
    before = word_before(low, start)
    if before in grammar.COMPOUNDS.get(kind, ()):
        return None
    plural = before == "các"
    if found["this"]:
        if kind not in (Kind.ARTICLE, Kind.CLAUSE, Kind.POINT):
            return None  # “Chương này” says nothing that the page does not
        return ThisUnit(start, found.end(), kind)
    pattern = grammar.VALUES[kind]
    at = found.end()
    first = pattern.match(low, at)
    number = _number(kind, first[0]) if first else None
    if not first or number is None:
        return None
    values = [Value(first.start(), first.end(), number)]
    at = first.end()
    bare = 0  # the last value that the unit's own word led
    while True:
        through = False
        joint = grammar.LIST_SEPARATOR.match(low, at)
        if joint is None:
            joint = grammar.RANGE_SEPARATOR.match(low, at)
            through = True
        if joint is None:
            break
        word = found["unit"]
        after = joint.end() + len(word)
        again = low.startswith(word, joint.end()) and low[after : after + 1].isspace()
        if again and not through:
            break  # “khoản 1, khoản 2” are two tokens; only a range spans the word
        begin = joint.end()
        if again:
            begin += len(word)
            while low[begin : begin + 1].isspace():
                begin += 1
        more = pattern.match(low, begin)
        number = _number(kind, more[0]) if more else None
        if not more or number is None:
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
    return NumberedUnits(start, at, kind, tuple(values), plural)


def _number(kind: Kind, text: str) -> str | None:
    """The number as ids bear it, or None where that kind cannot bear it."""
    if kind is Kind.POINT:
        return text[0]
    try:
        return canonical_number(kind, text.rstrip(")"))
    except UnitError:
        return None
