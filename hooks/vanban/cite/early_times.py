"""Times before the law on whose page a paragraph stands, among those that it speaks of.

Most paragraphs have none: then no units of theirs need be asked for their sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from .signs_of_time import Sign, Told

_UNTIL = re.compile(r"(?<!\w)(?:đến|tới|hết|trước)\s+(?:hết\s+|ngày\s+|tháng\s+|năm\s+)*\Z")
_UNTIL_WINDOW = 16
_DATED = (Sign.MONTH, Sign.TERM)


class EarlyTimes:
    """Where they stand; looked through in the order of the text, each sign once."""

    def __init__(self, low: str, issued: date, since: date) -> None:
        self._low = low
        self._issued = issued.year, issued.month
        self._since = since.year, since.month
        self._places: list[int] = []
        self.starts: set[int] = set()
        """The same, to ask of one sign."""
        self._looked = 0

    def look(self, signs: Sequence[Told]) -> None:
        """``signs`` are all that is known by now of the paragraph."""
        for sign in signs[self._looked :] if len(signs) > self._looked else ():
            if sign.sign in _DATED and sign.year is not None and self._is_before(sign):
                self._places.append(sign.start)
                self.starts.add(sign.start)
        self._looked = len(signs)

    def any(self, first: int, last: int) -> bool:
        """Whether one begins from ``first`` to ``last``."""
        at = bisect_left(self._places, first)
        return at < len(self._places) and self._places[at] < last

    def _is_before(self, told: Told) -> bool:
        """Whether a month is one before a law was issued; “until then”: before it held."""
        day = (told.year or 0, told.month or 12)
        if day >= max(self._issued, self._since):
            return False
        until = _UNTIL.search(self._low, max(0, told.start - _UNTIL_WINDOW), told.start)
        return day < (self._since if until else self._issued)
