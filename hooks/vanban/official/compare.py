"""What an official file and ``van-ban.yml`` say differently of one instrument."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..law.instrument import Instrument, vietnamese_date
from ..law.units import INNER, KINDS, UnitPath
from .line import Line
from .structure import Structure

_NUMBER = re.compile(r"\bsố\s*:?\s*(\d+[a-z]?/[\d\w/-]*[A-ZĐ][\w/-]*)", re.IGNORECASE)
_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_HEAD = 40
"""So many lines at the top may bear the number and the day."""


@dataclass(frozen=True)
class Difference:
    """``what`` is "number", "day", "missing", "unknown" or "heading"; ``message`` says it."""

    what: str
    unit: str
    message: str


def number_of(lines: Iterable[Line]) -> str:
    """The number that a file gives itself near its top, before its first “Căn cứ”; or ""."""
    for line in _head(lines):
        if found := _NUMBER.search(line.text):
            return found[1]
    return ""


def day_of(lines: Iterable[Line]) -> date | None:
    """The day of issue near the top of a file."""
    for line in _head(lines):
        if found := _DAY.search(line.text):
            try:
                return date(int(found[3]), int(found[2]), int(found[1]))
            except ValueError:
                return None
    return None


def _head(lines: Iterable[Line]) -> Iterator[Line]:
    for line in list(lines)[:_HEAD]:
        if line.text.casefold().startswith("căn cứ") or line.text.startswith("Điều 1"):
            return
        yield line


def same_number(one: str, other: str) -> bool:
    """``174/2026/NĐ-CP`` and ``174/2026/NÐ-CP``, in any case."""

    def plain(text: str) -> str:
        return text.casefold().replace("ð", "đ").replace("–", "-").strip(" .,;")

    return plain(one) == plain(other)


def differences(instrument: Instrument, found: Structure, day: date | None) -> list[Difference]:
    """Each difference once, in the order of the file, what the outline has besides last.

    Where the outline does not claim to be whole, what it lacks is no difference; what it has
    and the file lacks always is.
    """
    told: list[Difference] = []
    if day and instrument.issued and day != instrument.issued:
        message = (
            f"ngày trong tệp là {vietnamese_date(day)}, "
            f"trong van-ban.yml là {vietnamese_date(instrument.issued)}"
        )
        told.append(Difference("day", "", message))
    outline = instrument.outline
    here = found.units
    for unit in here:
        if unit not in outline.units and _is_whole(instrument, unit):
            message = f"tệp có {unit.label}, mục lục không có"
            told.append(Difference("unknown", unit.id, message))
    for unit in outline.units:
        if not KINDS[unit.kind].usual:
            continue  # their lines are read as words of what holds them
        above = unit.parent
        if unit not in here and (above is None or above in here or above not in outline.units):
            message = f"mục lục có {unit.label}, tệp không có"
            told.append(Difference("missing", unit.id, message))
    return told


def _is_whole(instrument: Instrument, unit: UnitPath) -> bool:
    """Whether the outline claims to know everything that stands beside ``unit``."""
    outline = instrument.outline
    above = unit.parent
    if unit.kind in INNER and above is not None:
        known = outline.units.get(above)
        return bool(known and outline.knows(known, unit.kind))
    return outline.complete
