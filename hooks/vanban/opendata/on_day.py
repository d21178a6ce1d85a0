"""How each unit of an instrument stood on a day, and what stood in its place.

What was compared is old law with that of the day of checking, so a place counts only where it was
in force on the day asked about: a unit of today is no answer for a day before it began. After
the day of checking only what the known dates settle is said; everything else is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from ..law.instrument import Certainty, State, Target, Validity
from ..law.standing import IN_FORCE, standing
from ..law.units import UnitPath
from ..law.validity import state_on, told_on, validity_of
from ..page.library import Library


class Place(Enum):
    """What is known of the place where a unit's content stood."""

    ITSELF = auto()  # in force
    FOUND = auto()  # in other units that were in force on the day
    NOT_THEN = auto()  # other units are known, but were not in force on the day
    UNKNOWN = auto()  # nobody compared, or it is unknown whether it was in force at all


@dataclass(frozen=True)
class UnitOnDay:
    """One unit on one day. ``state`` is None before its first day.

    ``units`` are those that stood in its place, or with NOT_THEN those that hold its content on
    the day of checking. ``about`` is the unit that was compared: the target or one above it;
    ``certainties`` are those of the comparisons, each once. ``in_part`` says that ``units`` do not
    hold all of it, or that they were compared with only a part.
    """

    target: Target
    state: State | None
    validity: Validity
    place: Place
    units: tuple[Target, ...] = ()
    about: Target | None = None
    certainties: tuple[Certainty, ...] = ()
    in_part: bool = False


def on_day(library: Library, target: Target, day: date) -> UnitOnDay:
    """How ``target`` stood on ``day``. KeyError for a slug that the corpus does not hold."""
    instrument = library.corpus.instruments[target.slug]
    state = _state(library, target, day)
    validity = told_on(instrument, target.unit, day)
    if state in IN_FORCE:
        return UnitOnDay(target, state, validity, Place.ITSELF, (target,), target)
    if state is None:
        return _before(library, target, day, validity)
    found = standing(library.corpus, target, day)
    then = tuple(one for one in found.counterparts if _state(library, one, day) in IN_FORCE)
    if state is State.UNKNOWN or not found.counterparts:
        return UnitOnDay(target, state, validity, Place.UNKNOWN)
    place = Place.FOUND if then else Place.NOT_THEN
    units = then or found.counterparts
    part = any(
        not pairing.today or any(item.target not in units for item in pairing.today)
        for pairing in found.pairings
    )
    return UnitOnDay(target, state, validity, place, units, found.about, found.certainties, part)


def units_on_day(library: Library, target: Target, day: date) -> Iterator[UnitOnDay]:
    """The target and, in the order of the outline, every unit below it."""
    yield on_day(library, target, day)
    instrument = library.corpus.instruments[target.slug]
    for path in instrument.outline.units:
        if target.unit is None or _is_below(library, Target(target.slug, path), target.unit):
            yield on_day(library, Target(target.slug, path), day)


def _state(library: Library, target: Target, day: date) -> State | None:
    instrument = library.corpus.instruments[target.slug]
    state = state_on(instrument, target.unit, day)
    until = validity_of(instrument, target.unit).until
    return State.UNKNOWN if day > library.today and state in IN_FORCE and not until else state


def _before(library: Library, target: Target, day: date, validity: Validity) -> UnitOnDay:
    """A unit before its first day: which old units, in force then, its content came from."""
    old = library.predecessors.get(target, ())
    then = tuple(one for one in old if _state(library, one, day) in IN_FORCE)
    if not then:
        return UnitOnDay(target, None, validity, Place.UNKNOWN)
    pairings = [
        pairing
        for one in then
        for pairing in library.corpus.concordance[one]
        if target in (item.target for item in pairing.today)
    ]
    sure = tuple(dict.fromkeys(pairing.evidence.certainty for pairing in pairings))
    part = any(pairing.limb or len(pairing.today) > 1 for pairing in pairings)
    return UnitOnDay(target, None, validity, Place.FOUND, then, target, sure, part)


def _is_below(library: Library, target: Target, above: UnitPath) -> bool:
    unit = library.corpus.unit(target)
    while unit and unit.parent:
        if unit.parent == above:
            return True
        unit = library.corpus.unit(Target(target.slug, unit.parent))
    return False
