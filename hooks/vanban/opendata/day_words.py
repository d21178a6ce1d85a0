"""What is said of a unit on a day: how it stood, and where its content stood if not there.

The command line and the pages say the same words.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..law.instrument import State, Target, vietnamese_date
from ..page.library import Library
from ..page.views import CERTAINTY_WORDS, STATE_WORDS
from .on_day import Place, UnitOnDay

_NOWHERE = "chưa rõ nơi nào đứng thay vào ngày ấy"


@dataclass(frozen=True)
class PlaceWords:
    """A sentence around the names of ``units``: ``before``, the names with “; ”, ``after``."""

    before: str = ""
    units: tuple[Target, ...] = ()
    after: str = ""


def state_words(one: UnitOnDay) -> str:
    """“hết hiệu lực từ 01/01/2024”; the day where the state has one that is known."""
    words = STATE_WORDS[one.state]
    if one.state is State.ENDED and one.validity.until:
        words += f" từ {vietnamese_date(one.validity.until)}"
    if one.state is None and one.validity.since:
        words += f" (từ {vietnamese_date(one.validity.since)})"
    return words


def sure_words(one: UnitOnDay) -> str:
    """How sure the state is; "" where it is unknown, which says it already."""
    if one.state is State.UNKNOWN:
        return ""
    return CERTAINTY_WORDS[one.validity.evidence.certainty]


def place_words(library: Library, one: UnitOnDay) -> PlaceWords:
    """What stood in its place; nothing is said of a unit that was in force itself."""
    if one.place is Place.ITSELF:
        return PlaceWords()
    if one.place is Place.UNKNOWN:
        return PlaceWords(_NOWHERE)
    sure = "; ".join(CERTAINTY_WORDS[certainty] for certainty in one.certainties)
    whole = f", so cả {library.label(one.about)}" if _is_larger(one) and one.about else ""
    if one.place is Place.NOT_THEN:
        unsure = "ngày ấy không có hoặc chưa rõ hiệu lực"
        return PlaceWords(f"{_NOWHERE}: ", one.units, f" {unsure} [{sure}{whole}]")
    part = " một phần" if one.in_part else ""
    return PlaceWords(f"đứng thay{part}: ", one.units, f" [{sure}{whole}]")


def _is_larger(one: UnitOnDay) -> bool:
    """Whether only what holds the unit was compared."""
    return one.about is not None and one.about != one.target
