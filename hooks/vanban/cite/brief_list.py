"""Short articles that nothing is joined to: “NĐ 328 – Đ4 phân loại, | Đ10 | gắn nhãn”.

“Đ10” alone is no citation: it may be a room. With a capital, behind an instrument in its paragraph,
it is, and so is one in a list whose first is read: whose it is nobody can tell, and that is told
rather than nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..law.units import Kind
from .clean import CleanText
from .run import Literal, segment
from .tokens import Joint, NumberedUnits, Token, Unclear, UnitToken

_FAR = 120
_NEAR = 12
_CAPITAL = re.compile(r"Đ\d{1,3}(?![\w/])")
_ROOM = re.compile(r"(?<!\w)(?:phòng|lớp|khối|tổ|dãy|lô|nhà|khu|tầng|cổng|bàn|đề|mã|xe|tuyến)\s+\Z")
_CLAUSE = re.compile(r"[^.!?…\n]*[,;]\s(?:(?:và|còn|rồi)\s)?")


def left_over(
    tokens: Sequence[Token], literals: Sequence[Literal], clean: CleanText
) -> Iterator[Literal]:
    """The citations of short articles among ``tokens`` that no one of ``literals`` covers."""
    brief = [token for token in tokens if isinstance(token, NumberedUnits) and token.weak]
    articles = [token for token in brief if token.kind is Kind.ARTICLE]
    named = next((token.start for token in tokens if not isinstance(token, UnitToken)), None)
    if len(articles) < 2 and (named is None or not articles):
        return
    spans = sorted(
        (one.start, one.end, one.instrument is not None) for one in literals if one.steps
    )
    last: NumberedUnits | None = None
    at = 0
    for token in articles:
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        if at < len(spans) and spans[at][0] <= token.start:
            last = token if spans[at][2] else None
        elif (named is not None and named < token.start and _is_sure(token, clean)) or (
            last and token.start - last.end <= _FAR and _goes_on(last, token, clean)
        ):
            nobody = Unclear(token.end, token.end)
            yield from segment([token], [Joint.NONE], [False], nobody, False, False)
            last = token
        else:
            last = None


def _is_sure(token: NumberedUnits, clean: CleanText) -> bool:
    """“Đ10”, no room (“phòng Đ10”), and not “10 Đ”."""
    start = token.start
    if not _CAPITAL.match(clean.text, start):
        return False
    return _ROOM.search(clean.low, max(0, start - _NEAR), start) is None


def _goes_on(last: NumberedUnits, token: NumberedUnits, clean: CleanText) -> bool:
    return _CLAUSE.fullmatch(clean.low, last.end, token.start) is not None
