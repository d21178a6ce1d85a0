"""Where the lines and the sentences of a text end: looked up once, as one may be very long."""

from __future__ import annotations

import re
from bisect import bisect_left


class LineEnds:
    """Asked for one place after the other, where ``rfind`` would walk over the line each time."""

    def __init__(self, text: str) -> None:
        self._places: list[int] = []
        at = text.find("\n")
        while at >= 0:
            self._places.append(at)
            at = text.find("\n", at + 1)

    def begin(self, at: int) -> int:
        """Where the line of ``at`` begins."""
        number = bisect_left(self._places, at)
        return self._places[number - 1] + 1 if number else 0

    def end(self, at: int) -> int:
        """Where the line of ``at`` ends; -1: with the text."""
        number = bisect_left(self._places, at)
        return self._places[number] if number < len(self._places) else -1


class Ends:
    """Where sentences end, by ``marks``: each is one letter.

    A group in the pattern is the letter further on that makes the mark an end, as it does a full
    stop. None of these stands between another mark of this kind and its letter.
    """

    def __init__(self, text: str, marks: re.Pattern[str]) -> None:
        self._places: list[int] = []
        self._letters: list[int] = []
        for found in marks.finditer(text):
            self._places.append(found.start())
            self._letters.append(found.start(1))

    def before(self, at: int) -> int:
        """The last end of the text that stops at ``at``; -1: it has none."""
        number = bisect_left(self._places, at) - 1
        if number >= 0 and self._letters[number] >= at:
            number -= 1  # cut off from its letter
        return self._places[number] if number >= 0 else -1
