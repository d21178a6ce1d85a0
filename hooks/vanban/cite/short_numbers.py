"""Decrees listed by their short numbers: “Nghị định 72/2013, 27/2018 và 147/2024”."""

from __future__ import annotations

import re

from .names import number_key
from .tokens import ByNumber, ByShortNumber, InstrumentToken

# (12/2018 may be a month of its year)
_NEXT = re.compile(
    r"(?:\s*[,;&]|\s+và|\s*,\s*và)\s+(?:số\s+)?"
    r"(?P<short>(?:1[3-9]|[2-9]\d|\d{3})/(?:19|20)\d\d)(?![\w/]|[.-]\d)"
)


def next_short(low: str, before: InstrumentToken) -> InstrumentToken | None:
    """The decree right behind the decree ``before`` that the text gives as a number alone."""
    if not isinstance(before, (ByNumber, ByShortNumber)) or before.type != "nghị định":
        return None
    found = _NEXT.match(low, before.end)
    if found is None:
        return None
    start, end = found.span("short")
    return ByShortNumber(start, end, before.type, number_key(found["short"]))
