"""A run of units that share one instrument, and the targets it names.

“điểm a khoản 1 Điều 5” rises, “Điều 5 khoản 1 điểm a” falls; lists and ranges give
one target for each number.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..law.units import DEPTH, Kind
from .places import CLIMBS, places
from .tokens import (
    THIS,
    InstrumentToken,
    Joint,
    NumberedUnits,
    Step,
    Steps,
    ThisUnit,
    UnitToken,
    Value,
    fixed,
)

_SPREAD = 40
"""“điểm a các khoản 1, 2 và 3” names three points; one unit gives no more than so many."""
_ARTICLE, _FINEST = DEPTH[Kind.ARTICLE], DEPTH[Kind.POINT] + 1
_AND = Joint.AND


@fixed
class Until:
    """The other end of a range: the number of its last unit, and the span that cites it."""

    start: int
    end: int
    number: str


@fixed
class Literal:
    """One target as the text says it, and the span that cites it.

    ``steps`` are empty where the instrument itself is cited; ``instrument`` is None
    where the text names none beside the units. ``until``: the last step opens a range.
    """

    start: int
    end: int
    steps: Steps
    instrument: InstrumentToken | None
    until: Until | None = None
    loose: bool = False
    """The instrument stands before the units, joined by no more than a comma or a bracket."""

    def from_(self, start: int) -> Literal:
        """The same, cited from ``start`` on."""
        return Literal(start, self.end, self.steps, self.instrument, self.until, self.loose)

    def of(self, instrument: InstrumentToken | None) -> Literal:
        """Its steps in ``instrument``, without the end of a range."""
        return Literal(self.start, self.end, self.steps, instrument)


def segment(
    units: list[UnitToken],
    links: list[Joint],
    across: list[bool],
    instrument: InstrumentToken | None,
    joined: bool,
    loose: bool,
) -> list[Literal]:
    """The targets of a run of units that share one instrument.

    ``links[i]`` joins unit i to the one before it, ``across[i]`` says whether a bracket
    stands between them. ``joined``: the instrument follows the last unit directly and
    is shown as part of its citation. ``loose`` is handed on.
    """
    last = units[-1]
    if len(units) == 1 and isinstance(last, NumberedUnits):
        return _numbers(
            last, instrument.end if joined and instrument else last.end, instrument, loose
        )
    kind = last.kind
    alike = [unit for unit in units if isinstance(unit, NumberedUnits) and unit.kind is kind]
    if len(alike) == len(units):  # none is of another one
        *before, last_one = alike
        end = instrument.end if joined and instrument else last_one.end
        found = [one for unit in before for one in _numbers(unit, unit.end, instrument, loose)]
        return found + _numbers(last_one, end, instrument, loose)
    return list(_spread(units, links, across, instrument, joined, loose))


def _spread(
    units: list[UnitToken],
    links: list[Joint],
    across: list[bool],
    instrument: InstrumentToken | None,
    joined: bool,
    loose: bool,
) -> Iterator[Literal]:
    """``segment`` where units stand above others."""
    fallen = _fallen(units, links, across)
    if fallen:
        end = instrument.end if joined and instrument else units[-1].end
        yield Literal(units[0].start, end, fallen, instrument, None, loose)
        return
    risen = _risen(units, links, across)
    if risen:
        for begin, coarsest, steps in risen:
            stop = coarsest.end if len(steps) == 1 else coarsest.above_end
            if joined and instrument and coarsest is units[-1] and stop == coarsest.end:
                stop = instrument.end
            yield Literal(begin, stop, steps, instrument, None, loose)
        return
    standing = places(units, links, across)
    covered = 0
    with_this = [unit for unit in units if isinstance(unit, ThisUnit)]
    for number, unit in enumerate(units):
        chain, last, top, is_above = standing[number]
        if is_above and not (isinstance(unit, NumberedUnits) and len(unit.values) > 1):
            continue  # above another one, and no target of its own
        start, end = unit.start, unit.end
        if len(chain) == 1 and number + 1 < len(units) and not is_above:
            covered = end  # a unit that is of none and that none is of
            if isinstance(unit, NumberedUnits):
                yield from _numbers(unit, end, instrument, loose)
            else:
                yield Literal(start, end, ((unit.kind, THIS),), None, None, loose)
            continue
        owner = instrument
        if with_this and len(units) - 1 not in chain:
            this = any(isinstance(units[index], ThisUnit) for index in chain)
            owner = None if this else owner  # “khoản 1 Điều này và Điều 5 Nghị định …”
        if last > number:
            end = units[last].above_end
        if joined and end == units[-1].end and last == len(units) - 1 and instrument:
            end = instrument.end
        if units[top].start >= covered:
            start = units[top].start  # “khoản 1 Điều 8 khoản 2”: no overlap
        if not isinstance(unit, NumberedUnits):
            covered = end
            for above in _above(units, chain, 1):
                yield Literal(start, end, (*above, (unit.kind, THIS)), owner, loose=loose)
            continue
        if len(unit.values) == 1:  # as most are
            covered = end if end > covered else covered
            step = unit.kind, unit.values[0].number
            for above in _above(units, chain, 1):
                yield Literal(start, end, (*above, step), owner, None, loose)
            continue
        values = _values(unit, is_above)
        paths = _above(units, chain, len(values))
        for value, through in values:
            begin = start if value is unit.values[0] else value.start
            tail = end if (through or value) is unit.values[-1] else (through or value).end
            covered = tail if tail > covered else covered
            until = Until(through.start, tail, through.number) if through else None
            stop = value.end if through else tail
            for above in paths:
                steps = (*above, (unit.kind, value.number))
                yield Literal(begin, stop, steps, owner, until, loose)


def _numbers(
    unit: NumberedUnits, end: int, instrument: InstrumentToken | None, loose: bool
) -> list[Literal]:
    """The targets of a unit that is of no other one; ``end`` is where the last of them ends."""
    start, kind, last = unit.start, unit.kind, unit.values[-1]
    if last is unit.values[0]:
        return [Literal(start, end, ((kind, last.number),), instrument, None, loose)]
    found: list[Literal] = []
    for value, through in _values(unit, False):
        begin = start if value is unit.values[0] else value.start
        to = through or value
        tail = end if to is last else to.end
        until = Until(through.start, tail, through.number) if through else None
        stop = value.end if through else tail
        found.append(Literal(begin, stop, ((kind, value.number),), instrument, until, loose))
    return found


def _fallen(units: list[UnitToken], links: list[Joint], across: list[bool]) -> Steps | None:
    """The steps of “Điều 5.1.a”: one number in each unit, each of the one before it.

    None where anything is different, then ``places`` decides.
    """
    steps: list[Step] = []
    above = -1
    for number, unit in enumerate(units):
        depth = DEPTH[unit.kind]
        if depth <= above or not isinstance(unit, NumberedUnits) or len(unit.values) > 1:
            return None
        if number and (across[number] or links[number] not in CLIMBS):
            return None
        above = depth
        steps.append((unit.kind, unit.values[0].number))
    return tuple(steps)


def _risen(
    units: list[UnitToken], links: list[Joint], across: list[bool]
) -> list[tuple[int, UnitToken, Steps]] | None:
    """The parts of “điểm a khoản 1 Điều 5 và khoản 2 Điều 6”: start, last unit, steps of each.

    One number in each unit, each of the one behind it, and an article before each “và”. Most
    runs are so; None where anything is different, then ``places`` decides.
    """
    parts: list[tuple[int, UnitToken, Steps]] = []
    steps: list[Step] = []
    start, above = units[0].start, _FINEST
    for number, unit in enumerate(units):
        if not isinstance(unit, NumberedUnits) or len(unit.values) > 1:
            return None
        if number and across[number]:
            return None
        depth = DEPTH[unit.kind]
        if number and links[number] is _AND:
            if above != _ARTICLE:
                return None
            parts.append((start, units[number - 1], tuple(reversed(steps))))
            steps, start, above = [], unit.start, _FINEST
        elif number and links[number] not in CLIMBS:
            return None
        if depth >= above or (parts and depth < _ARTICLE):
            return None
        above = depth
        steps.append((unit.kind, unit.values[0].number))
    parts.append((start, units[-1], tuple(reversed(steps))))
    return parts


def _values(unit: NumberedUnits, is_parent: bool) -> list[tuple[Value, Value | None]]:
    """The unit's own targets: each value, with the end of the range that it opens.

    A unit that stands above another one is no target of its own. In “khoản 1 Điều 5
    và 6” only the number next to the clause stands above it.
    """
    values = list(unit.values)
    if is_parent:
        values = [] if unit.plural else values[1:]
    found: list[tuple[Value, Value | None]] = []
    for value in values:
        if value.through and found:
            found[-1] = (found[-1][0], value)
        else:
            found.append((value, None))
    return found


def _above(units: list[UnitToken], chain: tuple[int, ...], own: int) -> list[Steps]:
    """The steps above a unit of ``own`` numbers; a plural one there stands for each of its own."""
    paths: list[Steps] = [()]
    if len(chain) == 1:
        return paths
    for index in chain[1:]:
        unit = units[index]
        numbers = unit.above
        if len(numbers) > 1 and len(numbers) * len(paths) * own > _SPREAD:
            continue  # no drafter writes that; without its parent the unit is reported
        paths = [((unit.kind, n), *path) for n in numbers for path in paths]
    return paths
