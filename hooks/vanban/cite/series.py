"""Lists whose parts a semicolon divides, and the instrument that closes them.

“quy định chi tiết khoản 5 Điều 4; khoản 3 Điều 6 và khoản 4 Điều 38 Luật A”: all is of
Luật A. A semicolon alone does not say so: in “Điều 5; Điều 26 Nghị định B” the first may be of
anything. A list belongs as a whole to the instrument that closes it only where

- a word right before its first unit governs all of it: “quy định chi tiết”, “hướng dẫn”
  (nothing details articles without saying whose), or “theo”, “căn cứ”, “thi hành”, “tại”,
  which count only if each part has a clause (or point) and an article of its own;
- each part is units alone, an article or what is coarser among them;
- nothing but “;”, “; và” or “; các” stands between the parts.

“Nghị định này quy định chi tiết các điều, gồm: …” is such a list too. Where another instrument
leads it (“Nghị định B hướng dẫn: …”), nobody can tell whose the parts before the last are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..law.units import DEPTH, Kind
from .behind import kept_out
from .clean import CleanText
from .owner import Group
from .run import Literal
from .tokens import (
    BareType,
    InstrumentToken,
    NumberedUnits,
    ThisInstrument,
    Token,
    Unclear,
    UnitToken,
)

_ARTICLE = DEPTH[Kind.ARTICLE]
_INTO = (
    r"(?:\s*+,?\s*+(?:thi\s+hành|thực\s+hiện|áp\s+dụng|và|hướng\s+dẫn|một\s+số|các|những|nội\s+dung"
    r"|điều|khoản|điểm|quy\s+định|tại|ở|sau(?:\s+đây)?|(?:bao\s+)?gồm(?:\s+có)?|cụ\s+thể)(?!\w)){0,12}\s*+:?\s*$"
)
_DETAILS = re.compile(
    rf"(?<!\w)(?:quy\s+định\s+chi\s+tiết|chi\s+tiết\s+h(?:óa|oá)|hướng\s+dẫn){_INTO}"
)
_REFERS = re.compile(rf"(?<!\w)(?:theo|căn\s+cứ|thi\s+hành|tại){_INTO}")
_WINDOW = 120
_SHORTEST_LEAD = len("tại ")
_BETWEEN = re.compile(r"\s*;\s*(?:và\s+)?(?:các\s+)?")


def goes_on(part: Group, clean: CleanText) -> bool:
    """Whether ``part``, which a semicolon ends, may be part of a list closed further on."""
    bare = not (part.gap.strip() or part.crossed or part.inner or part.before)
    if not bare or part.doubt or not part.tokens:
        return False
    if not _has_article(part.tokens) or not _is_led(part, clean):
        return False
    return kept_out(_units(part.tokens), clean) is None


def _is_led(part: Group, clean: CleanText) -> bool:
    """Whether ``part`` goes on with a list, or a word that governs one stands before it."""
    at = part.tokens[0].start
    if part.earlier:
        return _follows(part.earlier[-1], at, clean)
    begin = _part_begins(clean.low, at)
    if at - begin < _SHORTEST_LEAD:
        return False
    if _DETAILS.search(clean.low, begin, at):
        return True
    led = part.head is None and _has_clause(part.tokens)
    return led and _REFERS.search(clean.low, begin, at) is not None


def closing(last: Group, found: Sequence[Literal], clean: CleanText) -> InstrumentToken | None:
    """The instrument that the parts before ``last`` are of, or None: each is read by itself.

    ``found`` are the literals of ``last``.
    """
    earlier = last.earlier
    if not earlier:
        return None
    units: list[Token] = []
    for token in last.tokens:
        if not isinstance(token, NumberedUnits):
            break
        units.append(token)
    if not units or len(units) == len(last.tokens) or not _has_article(units):
        return None
    named = last.tokens[len(units)]
    if not isinstance(named, InstrumentToken) or isinstance(named, BareType):
        return None
    if not any(one.instrument is named and one.start == units[0].start for one in found):
        return None
    if not _follows(earlier[-1], units[0].start, clean):
        return None
    first = earlier[0]
    if first.head is not None and not isinstance(first.head, ThisInstrument):
        return Unclear(units[0].start, units[0].start)
    at = first.tokens[0].start
    parts = [*(part.tokens for part in earlier), units]
    detailed = _DETAILS.search(clean.low, _part_begins(clean.low, at), at)
    return named if detailed or all(map(_has_clause, parts)) else None


def _part_begins(low: str, at: int) -> int:
    """From where on a word can govern the units at ``at``: no mark stands between the two."""
    begin = max(0, at - _WINDOW)
    return max(begin, low.rfind(";", begin, at) + 1, low.rfind(".", begin, at) + 1)


def _follows(before: Group, at: int, clean: CleanText) -> bool:
    return _BETWEEN.fullmatch(clean.low, before.tokens[-1].end, at) is not None


def _units(tokens: Sequence[Token]) -> list[UnitToken]:
    return [token for token in tokens if isinstance(token, NumberedUnits)]


def _has_article(tokens: Sequence[Token]) -> bool:
    """Whether these are units alone, the first or the last of them no finer than an article."""
    for end in (tokens[0], tokens[-1]):
        if isinstance(end, NumberedUnits) and DEPTH[end.kind] <= _ARTICLE:
            return len(_units(tokens)) == len(tokens)
    return False


def _has_clause(tokens: Sequence[Token]) -> bool:
    return any(DEPTH[unit.kind] > _ARTICLE for unit in _units(tokens))
