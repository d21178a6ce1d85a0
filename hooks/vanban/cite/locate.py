"""Where a unit stands in the outline of its instrument: it exists, nobody knows, or it does not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..law.instrument import Instrument, Target, Unit
from ..law.units import GROUPING, LABELS, Kind, UnitPath, numbers_between
from .citation import Status
from .names import nearest
from .tokens import Step, Steps

_RANGE_LIMIT = 200


class Answer(NamedTuple):
    """What a literal comes to: a target and how sure."""

    target: Target | None
    status: Status
    reason: str = ""
    suggestion: str = ""


def grouping(instrument: Instrument, steps: Steps) -> UnitPath | None:
    """A chapter or section; a section named alone counts where one chapter has that number."""
    wanted = [step for step in steps if step[0] in GROUPING]
    found = [
        unit.path
        for unit in instrument.outline.groups_by_step.get(wanted[-1], ())
        if all(step in unit.path.steps for step in wanted)
    ]
    return found[0] if len(found) == 1 else None


def has_groups(instrument: Instrument) -> bool:
    return bool(instrument.outline.groups)


def locate(instrument: Instrument, wanted: UnitPath, steps: Steps) -> Answer:
    """Walk the outline down the path, to the unit, to the deepest one known, or to a mistake."""
    units = instrument.outline.units
    parent = units.get(wanted)  # with all that stand above it
    for depth in () if parent else range(1, len(wanted.steps) + 1):
        step = UnitPath(wanted.steps[:depth])
        unit = units.get(step)
        if unit is None:
            return _absent(instrument, parent, step)
        parent = unit
    of_article = wanted.steps[0][0] is Kind.ARTICLE
    chapter = [step for step in steps if of_article and step[0] in GROUPING]
    if chapter and parent is not None and not _lies_in(instrument, wanted, chapter):
        label = " ".join(f"{LABELS[k]} {n}" for k, n in reversed(chapter))
        reason = f"{wanted.label} {instrument.short} không nằm ở {label}"
        return Answer(None, Status.BROKEN, reason, "xem mục lục của văn bản")
    return Answer(Target(instrument.slug, wanted), Status.RESOLVED)


def _lies_in(instrument: Instrument, wanted: UnitPath, chapter: list[Step]) -> bool:
    unit = instrument.outline.units[wanted.top]
    above = unit.parent
    if above is None:
        return not instrument.outline.complete
    return all(step in instrument.outline.units[above].path.steps for step in chapter)


def _absent(instrument: Instrument, parent: Unit | None, step: UnitPath) -> Answer:
    outline = instrument.outline
    if parent is None:
        if not outline.complete:
            reason = f"mục lục của {instrument.short} ở đây chưa đủ các điều"
            return Answer(Target(instrument.slug), Status.UNVERIFIED, reason)
    elif not instrument.outline.knows(parent, step.kind):
        reason = f"chưa đếm hết {LABELS[step.kind]} của {parent.path.label} {instrument.short}"
        return Answer(Target(instrument.slug, parent.path), Status.UNVERIFIED, reason)
    where = f"{parent.path.label} " if parent else ""
    reason = f"{where}{instrument.short} không có {LABELS[step.kind]} {step.number}"
    return Answer(None, Status.BROKEN, reason, _advice(instrument, parent, step))


def _advice(instrument: Instrument, parent: Unit | None, step: UnitPath) -> str:
    """What exists instead, and the nearest number by its digits."""
    known = children_words(instrument, parent)
    near = nearest(step.number, _numbers(instrument, parent, step.kind))
    if near:
        meant = UnitPath((*step.steps[:-1], (step.kind, near)))
        return f"{known}; có phải {meant.label}?"
    return known


def _numbers(instrument: Instrument, parent: Unit | None, kind: Kind) -> Sequence[str]:
    if parent is None:
        return instrument.outline.article_numbers if kind is Kind.ARTICLE else ()
    return [unit.path.number for unit in _siblings(instrument, parent) if unit.kind is kind]


def _siblings(instrument: Instrument, parent: Unit | None) -> list[Unit]:
    units = instrument.outline.units
    if parent is None:
        return list(instrument.outline.articles())
    return [units[child] for child in parent.children if child in units]


def children_words(instrument: Instrument, parent: Unit | None) -> str:
    siblings = _siblings(instrument, parent)
    where = parent.path.label if parent else instrument.short
    if not siblings:
        return f"{where} không chia nhỏ hơn"
    kind = siblings[0].kind
    first, last = siblings[0].path.number, siblings[-1].path.number
    spread = f"{first}–{last}" if len(siblings) > 1 else first
    return f"{where} có {len(siblings)} {LABELS[kind].lower()} ({spread})"


def between(instrument: Instrument, first: UnitPath, last: UnitPath) -> list[UnitPath]:
    """The units inside a range: as the outline has them, else by counting."""
    parent = instrument.outline.units.get(first.parent) if first.parent else None
    whole = parent.children_complete if parent else instrument.outline.complete
    if whole and (parent is not None or first.parent is None):
        siblings = [unit.path for unit in _siblings(instrument, parent)]
        low, high = first.rank, last.rank
        return [p for p in siblings if p.kind is first.kind and low < p.rank < high]
    numbers = numbers_between(first.kind, first.number, last.number, _RANGE_LIMIT)
    return [with_number(first, number) for number in numbers]


def with_number(unit: UnitPath, number: str) -> UnitPath:
    return UnitPath((*unit.steps[:-1], (unit.kind, number)))
