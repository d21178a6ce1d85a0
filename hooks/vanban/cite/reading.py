"""What a paragraph says by its own words alone, whatever stands before it and behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .brief_list import left_over
from .clean import CleanText
from .find import find
from .group import group
from .named_before import NamedBefore
from .names import NameIndex
from .other_times import OtherTimes
from .rivals import Rivals
from .run import Literal

_SHORT = 120
"""Paragraphs of so few letters come again and again: the lines of lists and forms."""
_MOST_KEPT = 512


@dataclass(slots=True)
class Reading:
    """The literal citations of a paragraph, and what stands around them there."""

    literals: Sequence[Literal]
    rivals: Rivals
    before: NamedBefore
    times: OtherTimes


class Readings:
    """Paragraphs as they are read; short ones that are alike are read once."""

    def __init__(self, names: NameIndex) -> None:
        self._names = names
        self._kept: dict[str | int, Reading] = {}

    def of(self, parts: Sequence[CleanText]) -> list[Reading]:
        """The reading of each paragraph; all of them take each step together."""
        keys = [part.text if _may_come_again(part) else at for at, part in enumerate(parts)]
        kept = self._kept
        new = {key: part for key, part in zip(keys, parts, strict=True) if key not in kept}
        tokens = [list(find(part, self._names)) for part in new.values()]
        literals = [group(*read) for read in zip(tokens, new.values(), strict=True)]
        for key, part, said, read in zip(new, new.values(), literals, tokens, strict=True):
            times = OtherTimes(part, self._names)
            said += left_over(read, said, part)
            kept[key] = Reading(said, Rivals(read, part), NamedBefore(read, part), times)
        readings = [kept[key] for key in keys]
        self._forget()
        return readings

    def _forget(self) -> None:
        """Keep no more than the short ones, and not without end."""
        for key in [key for key in self._kept if isinstance(key, int)]:
            del self._kept[key]
        if len(self._kept) > _MOST_KEPT:
            self._kept.clear()


def _may_come_again(part: CleanText) -> bool:
    return len(part.text) <= _SHORT and not (part.goes_on or part.mended)
