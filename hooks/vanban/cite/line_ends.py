"""Where the lines of a text begin and end: looked up once, as one may be as long as the text."""

from __future__ import annotations

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
