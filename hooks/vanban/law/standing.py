"""Where a provision stands on a day: in force itself, or what holds its content, or nobody knows.

Nothing is stretched: a counterpart stands for a unit only where somebody compared
exactly that unit and the whole of it. Where only what holds the unit was compared,
the answer names that larger unit, and it is for the reader to look.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from .corpus import Corpus
from .instrument import Certainty, Concordance, State, Target, Validity
from .units import UnitPath
from .validity import state_on, told_on

IN_FORCE = frozenset({State.IN_FORCE, State.PARTLY})


class Form(Enum):
    """What the answer to “where is this today?” looks like."""

    ITSELF = auto()  # in force: nothing to look for
    ONE = auto()  # one counterpart was found for exactly this unit
    SEVERAL = auto()  # more than one
    WHOLE = auto()  # only what holds the unit was compared
    UNKNOWN = auto()  # nobody compared, or nothing was found


@dataclass(frozen=True)
class Standing:
    """The answer for one target.

    ``state`` is None before the target's first day; ``since`` is the day its state
    began, where that is known; ``validity`` is the statement that governs it.
    ``about`` is the unit that was compared: the target, or one above it (Form.WHOLE).
    ``pairings`` are the comparisons made for ``about``. ``settled`` says that the one
    counterpart is in force and stands for the whole of the target. ``ends`` is the first day on
    which it will no longer be in force, ``doubtful`` the first on which nobody here knows whether
    it will be, where that is known and to be told.
    """

    target: Target
    state: State | None
    since: date | None
    validity: Validity
    form: Form
    about: Target
    pairings: tuple[Concordance, ...]
    settled: bool = False
    ends: date | None = None
    doubtful: date | None = None

    @property
    def counterparts(self) -> tuple[Target, ...]:
        """Today's provisions, each once, in the order of the comparisons."""
        return counterparts(self.pairings)

    @property
    def certainties(self) -> tuple[Certainty, ...]:
        """How sure the comparisons are, each way once."""
        return tuple(dict.fromkeys(pairing.evidence.certainty for pairing in self.pairings))


def standing(corpus: Corpus, target: Target, day: date) -> Standing:
    """Where ``target`` stands on ``day``. KeyError for a slug that the corpus does not hold."""
    instrument = corpus.instruments[target.slug]
    state = state_on(instrument, target.unit, day)
    validity = told_on(instrument, target.unit, day)
    since = validity.until if state is State.ENDED else validity.since
    if state is State.UNKNOWN:
        since = None
    form, about, pairings = _compared(corpus, target, state)
    settled = form is Form.ONE and _is_settled(corpus, pairings, day)
    return Standing(target, state, since, validity, form, about, pairings, settled)


def foreseen(corpus: Corpus, target: Target, day: date) -> Standing:
    """The same for what is read after ``day``: with what is known already to come."""
    found = standing(corpus, target, day)
    if found.state not in IN_FORCE:
        return found
    doubt = found.validity.doubtful
    return replace(
        found, ends=found.validity.until, doubtful=doubt if doubt and doubt > day else None
    )


def parts(corpus: Corpus, found: Standing) -> tuple[tuple[UnitPath, tuple[Concordance, ...]], ...]:
    """What was compared of units below one that nobody compared itself: of each the largest.

    It is nearer than what is known of a larger unit. Empty where the unit itself was compared, is
    in force, or is a whole instrument.
    """
    target, made = found.target, corpus.concordance
    if found.state in IN_FORCE or not target.unit or (found.about == target and found.pairings):
        return ()
    done: dict[UnitPath, tuple[Concordance, ...]] = {}
    for unit in corpus.instruments[target.slug].outline.units:
        pairings = made.get(Target(target.slug, unit), ())
        if not any(one.today for one in pairings):
            continue
        above = [*unit.upwards()][1:]
        if target.unit in above and done.keys().isdisjoint(above):
            done[unit] = pairings
    return tuple(done.items())


def counterparts(pairings: tuple[Concordance, ...]) -> tuple[Target, ...]:
    """The provisions of today that comparisons name, each once, in their order."""
    found = (item.target for pairing in pairings for item in pairing.today)
    return tuple(dict.fromkeys(target for target in found if target))


def _compared(
    corpus: Corpus, target: Target, state: State | None
) -> tuple[Form, Target, tuple[Concordance, ...]]:
    """The form of the answer, the unit it is about, and the comparisons it rests on."""
    if state in IN_FORCE:
        return Form.ITSELF, target, corpus.concordance.get(target, ())
    for unit in _upwards(target.unit):
        about = Target(target.slug, unit)
        pairings = corpus.concordance.get(about)
        if not pairings:
            continue
        found = counterparts(pairings)
        if not found:
            return Form.UNKNOWN, about, pairings
        if about != target:
            return Form.WHOLE, about, pairings
        return (Form.ONE if len(found) == 1 else Form.SEVERAL), about, pairings
    return Form.UNKNOWN, target, ()


def _is_settled(corpus: Corpus, pairings: tuple[Concordance, ...], day: date) -> bool:
    """Whether the one counterpart is in force and was compared with the whole of the unit."""
    if len(pairings) != 1 or pairings[0].limb or len(pairings[0].today) != 1:
        return False
    (there,) = counterparts(pairings)
    return state_on(corpus.instruments[there.slug], there.unit, day) in IN_FORCE


def _upwards(unit: UnitPath | None) -> Iterator[UnitPath | None]:
    """The unit, the units above it, and last the whole instrument (None)."""
    if unit:
        yield from unit.upwards()
    yield None
