"""Where a provision stands today: itself, one counterpart, several, or nobody knows.

Nothing is stretched: a counterpart stands for a unit only where somebody compared
exactly that unit and the whole of it. Where only what holds the unit was compared,
the answer names that larger unit, and it is for the reader to look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from .instrument import Concordance, Instrument, State, Target
from .units import UnitPath
from .validity import state_on

_IN_FORCE = (State.IN_FORCE, State.PARTLY)


class Lead(Enum):
    """What an address “today” can do with the answer."""

    ITSELF = auto()  # in force: nothing to look for
    ONE = auto()  # one counterpart in force for the whole of the unit
    LIST = auto()  # several, or one that does not settle it
    UNKNOWN = auto()  # nobody compared, or nothing was found


@dataclass(frozen=True)
class Current:
    """The answer; ``about`` is the unit that was compared (the one asked for, or one above it)."""

    lead: Lead
    targets: tuple[Target, ...]
    about: Target
    pairings: tuple[Concordance, ...]


def current(
    instrument: Instrument, target: Target, day: date, others: Mapping[str, Instrument]
) -> Current:
    """Where ``target`` (of ``instrument``) stands on ``day``; ``others`` are by slug."""
    if state_on(instrument, target.unit, day) in _IN_FORCE:
        return Current(Lead.ITSELF, (target,), target, ())
    for unit in _upwards(target.unit):
        pairings = tuple(item for item in instrument.concordance if item.unit == unit)
        if not pairings:
            continue
        about = Target(target.slug, unit)
        found = [item.target for pairing in pairings for item in pairing.today]
        targets = tuple(dict.fromkeys(item for item in found if item))
        if not targets:
            return Current(Lead.UNKNOWN, (), about, pairings)
        settled = (
            about == target
            and len(found) == len(targets) == len(pairings) == 1
            and not pairings[0].limb
            and state_on(others[targets[0].slug], targets[0].unit, day) in _IN_FORCE
        )
        return Current(Lead.ONE if settled else Lead.LIST, targets, about, pairings)
    return Current(Lead.UNKNOWN, (), target, ())


def _upwards(unit: UnitPath | None) -> Iterator[UnitPath | None]:
    """The unit, the units above it, and last the whole instrument (None)."""
    if unit:
        yield from unit.upwards()
    yield None
