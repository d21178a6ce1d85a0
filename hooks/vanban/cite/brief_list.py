"""Short articles later in a list whose first is read: “NĐ 328 – Đ4 phân loại, | Đ10 | gắn nhãn”.

“Đ10” alone is no citation. Behind one of its kind that is, in the same sentence and at the
beginning of a clause, it is: whose it is nobody can tell, and that is told rather than nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..law.units import Kind
from .clean import CleanText
from .run import Literal, segment
from .tokens import Joint, NumberedUnits, Token, Unclear

_FAR = 120
_CLAUSE = re.compile(r"[^.!?…\n]*[,;]\s(?:(?:và|còn|rồi)\s)?")


def left_over(
    tokens: Sequence[Token], literals: Sequence[Literal], clean: CleanText
) -> Iterator[Literal]:
    """The citations of short articles among ``tokens`` that no one of ``literals`` covers."""
    brief = [token for token in tokens if isinstance(token, NumberedUnits) and token.weak]
    articles = [token for token in brief if token.kind is Kind.ARTICLE]
    if len(articles) < 2:
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
        elif last and token.start - last.end <= _FAR and _goes_on(last, token, clean):
            nobody = Unclear(token.end, token.end)
            yield from segment([token], [Joint.NONE], [False], nobody, False, False)
            last = token
        else:
            last = None


def _goes_on(last: NumberedUnits, token: NumberedUnits, clean: CleanText) -> bool:
    return _CLAUSE.fullmatch(clean.low, last.end, token.start) is not None
