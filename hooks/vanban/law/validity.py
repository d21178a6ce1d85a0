"""Whether a unit is in force on a day, from what the corpus knows of it and of what holds it.

A unit without a statement of its own follows the nearest ancestor that has one,
then the instrument. An instrument that is partly in force has named the units
that ended: the others are in force.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .instrument import Certainty, Instrument, State, Validity
from .units import UnitPath


def validity_of(instrument: Instrument, unit: UnitPath | None) -> Validity:
    """The statement that governs ``unit``: its own, the nearest ancestor's, the instrument's."""
    return _own(instrument, unit) or instrument.validity


def told_on(instrument: Instrument, unit: UnitPath | None, day: date) -> Validity:
    """The statement that governs ``unit``, as sure as it is of ``day``.

    A statement of doubt says “unknown” of the days of doubt alone; that the unit was in force
    before them is a reading of its sources.
    """
    found = validity_of(instrument, unit)
    before = found.doubtful is not None and day < found.doubtful
    if before and found.evidence.certainty is Certainty.UNKNOWN:
        return replace(found, evidence=replace(found.evidence, certainty=Certainty.READING))
    return found


def state_on(instrument: Instrument, unit: UnitPath | None, day: date) -> State | None:
    """The state of ``unit`` (None: the whole instrument) on ``day``; None: not yet in force.

    Nothing is guessed: where the dates do not reach ``day`` the answer is UNKNOWN.
    """
    own = _own(instrument, unit)
    validity = own or instrument.validity
    if validity.until and day >= validity.until:
        return State.ENDED
    if validity.since and day < validity.since:
        return None
    if validity.since and (validity.until or (validity.doubtful and day < validity.doubtful)):
        return State.IN_FORCE
    if day < validity.evidence.checked and not validity.since:
        return State.UNKNOWN
    if validity.until:  # it is still to come
        return State.IN_FORCE
    if validity.state is State.ENDED:
        return State.ENDED if day >= validity.evidence.checked else State.UNKNOWN
    if validity.state is State.PARTLY and own is None:
        return _part(instrument, unit, day)
    return validity.state


def _own(instrument: Instrument, unit: UnitPath | None) -> Validity | None:
    """The statement made for ``unit`` or for the nearest unit above it, if there is any."""
    if not instrument.unit_validity:
        return None
    seen: set[UnitPath] = set()
    while unit and unit not in seen:
        seen.add(unit)
        found = instrument.unit_validity.get(unit)
        if found:
            return found
        unit = _above(instrument, unit)
    return None


def _above(instrument: Instrument, unit: UnitPath) -> UnitPath | None:
    known = instrument.outline.units.get(unit)
    return known.parent if known else unit.parent


def _part(instrument: Instrument, unit: UnitPath | None, day: date) -> State:
    """In a partly valid instrument: are units below ``unit`` among those that ended?"""
    below = [
        _dated(validity, day)
        for other, validity in instrument.unit_validity.items()
        if unit is None or _is_below(instrument, other, unit)
    ]
    if not below:
        return State.PARTLY if unit is None else State.IN_FORCE
    if State.UNKNOWN in below:
        return State.UNKNOWN if unit else State.PARTLY
    return State.PARTLY if State.ENDED in below else State.IN_FORCE


def ended_parts(
    instrument: Instrument, unit: UnitPath | None, day: date
) -> tuple[tuple[UnitPath, State, Certainty], ...]:
    """Units below one (None: of the whole) that have ended on ``day``, or of which nobody knows.

    Each with how sure that is: the statement of the whole may be surer.
    """
    found = (
        (other, _dated(validity, day), validity.evidence.certainty)
        for other, validity in instrument.unit_validity.items()
        if unit is None or _is_below(instrument, other, unit)
    )
    return tuple(one for one in found if one[1] in (State.ENDED, State.UNKNOWN))


def _dated(validity: Validity, day: date) -> State:
    if validity.until:
        return State.ENDED if day >= validity.until else State.IN_FORCE
    if validity.doubtful and day < validity.doubtful:
        return State.IN_FORCE
    if day < validity.evidence.checked:
        return State.UNKNOWN
    return validity.state


def _is_below(instrument: Instrument, unit: UnitPath, ancestor: UnitPath) -> bool:
    above = _above(instrument, unit)
    while above:
        if above == ancestor:
            return True
        above = _above(instrument, above)
    return False
