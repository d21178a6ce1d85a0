"""A letter that is not sent yet, each of its citations judged on the letter's day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ...cite.citation import Citation, Status
from ...intake.document import Document, Paragraph
from ...law.corpus import Corpus
from ...law.instrument import (
    Certainty,
    Concordance,
    Evidence,
    Instrument,
    RelationKind,
    State,
    Target,
    Validity,
    short_name,
)
from ...law.same_name import same_name
from ...law.standing import IN_FORCE, Form, Standing, parts, standing
from ...law.units import UnitPath
from ...law.validity import ended_parts, state_on
from .replaced import Replacing, replacing


class Verdict(StrEnum):
    """What an editor must know first of a citation, the worst first."""

    BROKEN = "broken"  # there is no such provision
    AMBIGUOUS = "ambiguous"  # nobody can tell which is meant
    ENDED = "ended"  # not in force any more on the letter's day
    NOT_YET = "not-yet"  # not in force yet on the letter's day
    OUTSIDE = "outside"  # of an instrument that the corpus does not hold
    UNKNOWN = "unknown"  # nobody knows whether it is in force
    PARTLY = "partly"  # in force but for parts of it
    UNVERIFIED = "unverified"  # in force, but the outline does not reach so deep
    IN_FORCE = "in-force"


WRONG = frozenset({Verdict.BROKEN, Verdict.AMBIGUOUS})
"""Wrong whatever the day."""
NOTHING = "không có quy định tương ứng"
OUT_OF_TIME = frozenset({Verdict.ENDED, Verdict.NOT_YET})
"""Wrong on the letter's day."""
_BY_STATE = {
    State.ENDED: Verdict.ENDED,
    None: Verdict.NOT_YET,
    State.UNKNOWN: Verdict.UNKNOWN,
    State.PARTLY: Verdict.PARTLY,
    State.IN_FORCE: Verdict.IN_FORCE,
}
_OWN_NUMBER = re.compile(r"\s*Số\s*:\s*", re.IGNORECASE)
_EXISTS = {Status.RESOLVED: True, Status.BROKEN: False}


class Told(StrEnum):
    """Where the letter's day comes from."""

    OPTION = "option"
    LETTER = "letter"
    CALENDAR = "calendar"  # nobody said: today


@dataclass(frozen=True)
class Day:
    """The day on which the citations are judged, and how it is known."""

    day: date
    told: Told

    @property
    def known(self) -> bool:
        return self.told is not Told.CALENDAR


@dataclass(frozen=True)
class Replacement:
    """A provision that holds the content today, what differs, and how sure that is.

    ``target`` None says that nothing holds it any more. ``limb`` is the part of the old
    provision that was compared (“vế đầu”, “khoản 1 Điều 5”), "" for the whole; ``state`` is that of
    ``target`` itself.
    """

    target: Target | None
    name: str
    change: str
    certainty: Certainty
    limb: str = ""
    state: State | None = State.IN_FORCE


@dataclass(frozen=True)
class Judged:
    """One citation of a letter with all that is known of it.

    ``then`` is where its target stands on the letter's day, ``now`` where it stands on the
    day of checking; both None without a target. ``today`` is what holds its content now,
    ``compared`` the unit that was compared for that, where it is a larger one.
    """

    citation: Citation
    paragraph: Paragraph
    verdict: Verdict
    name: str = ""
    then: Standing | None = None
    now: Standing | None = None
    today: tuple[Replacement, ...] = ()
    compared: str = ""
    replaced_by: tuple[Replacing, ...] = ()
    """What is known to replace an instrument that the corpus does not hold."""
    same_name: tuple[Instrument, ...] = ()
    """What else bears the name of one of which nothing is known."""
    ended_parts: tuple[tuple[UnitPath, State, Certainty], ...] = ()
    """Of one that is partly in force on the letter's day: what has ended, or may have."""

    @property
    def exists(self) -> bool | None:
        """Whether the provision exists; None: nobody here can tell."""
        return _EXISTS.get(self.citation.status)

    @property
    def in_force(self) -> bool | None:
        """Whether it is in force on the letter's day; None: nobody here can tell."""
        if self.then is None or self.then.state is State.UNKNOWN:
            return None
        return self.then.state in IN_FORCE

    @property
    def evidence(self) -> Evidence | None:
        return self.then.validity.evidence if self.then else None

    def wrong(self, day: Day) -> bool:
        """Whether it must be mended; on a day that nobody named only what no day mends."""
        return self.verdict in WRONG or (day.known and self.verdict in OUT_OF_TIME)


def judged(
    citations: Iterable[Citation], document: Document, corpus: Corpus, day: date, today: date
) -> tuple[Judged, ...]:
    """Every citation of ``document`` in its order, judged on ``day``; its own number is none.

    ``today`` is the day on which the corpus was checked: what holds a content now is known
    for that day.
    """
    return tuple(
        _judge(one, document.at(one.start), corpus, day, today)
        for one in citations
        if not _is_own_number(document.text, one)
    )


def _is_own_number(text: str, one: Citation) -> bool:
    """Whether a citation is the number in the head of the letter itself: “Số: 12/PGDĐT”."""
    before = text[text.rfind("\n", 0, one.start) + 1 : one.start]
    return _OWN_NUMBER.fullmatch(before) is not None


def worst_first(found: Iterable[Judged]) -> list[Judged]:
    """The worst verdict first; among equals as they stand in the letter."""
    order = {verdict: number for number, verdict in enumerate(Verdict)}
    return sorted(found, key=lambda one: (order[one.verdict], one.citation.start))


def _judge(
    citation: Citation, paragraph: Paragraph, corpus: Corpus, day: date, today: date
) -> Judged:
    if citation.status is Status.OUTSIDE:
        known = replacing(corpus, citation.text)
        return Judged(citation, paragraph, Verdict.OUTSIDE, replaced_by=known)
    if citation.status is Status.AMBIGUOUS or citation.target is None:
        wrong = Verdict.BROKEN if citation.status is Status.BROKEN else Verdict.AMBIGUOUS
        return Judged(citation, paragraph, wrong)
    target = citation.target
    then, now = standing(corpus, target, day), standing(corpus, target, today)
    verdict = _BY_STATE[then.state]
    if citation.status is Status.BROKEN:
        verdict = Verdict.BROKEN
    elif citation.status is Status.UNVERIFIED and verdict is Verdict.IN_FORCE:
        verdict = Verdict.UNVERIFIED
    replaced: tuple[Replacement, ...] = ()
    compared = name_of(corpus, now.about) if now.form is Form.WHOLE else ""
    if now.state not in IN_FORCE:
        replaced = tuple(_of_parts(corpus, now, today))
        if replaced:
            compared = ""  # what is known of its parts is nearer than what is of the whole
        else:
            replaced = tuple(_replacements(corpus, now.pairings, today)) or tuple(
                _successors(corpus, now, today)
            )
    instrument = corpus.instruments[target.slug]
    alike = same_name(corpus, instrument, today) if now.state is State.UNKNOWN else ()
    is_partly = then.state is State.PARTLY
    return Judged(
        citation,
        paragraph,
        verdict,
        name_of(corpus, target),
        then,
        now,
        replaced,
        compared,
        same_name=alike,
        ended_parts=ended_parts(instrument, target.unit, day) if is_partly else (),
    )


def name_of(corpus: Corpus, target: Target) -> str:
    """“khoản 1 Điều 8 Luật An ninh mạng năm 2018”."""
    instrument = short_name(corpus.instruments[target.slug])
    return f"{target.unit.label} {instrument}" if target.unit else instrument


def _of_parts(corpus: Corpus, found: Standing, day: date) -> Iterator[Replacement]:
    """What was compared with the largest units below one that nobody compared itself."""
    for unit, pairings in parts(corpus, found):
        for one in _replacements(corpus, pairings, day):
            yield replace(one, limb=f"{one.limb} của {unit.label}" if one.limb else unit.label)


def _replacements(
    corpus: Corpus, pairings: Iterable[Concordance], day: date
) -> Iterator[Replacement]:
    """What was compared with a unit or what holds it."""
    for pairing in pairings:
        sure = pairing.evidence.certainty
        for item in pairing.today:
            if item.target is None:
                yield Replacement(None, NOTHING, item.change, sure, pairing.limb)
                continue
            state = state_on(corpus.instruments[item.target.slug], item.target.unit, day)
            name = name_of(corpus, item.target)
            yield Replacement(item.target, name, item.change, sure, pairing.limb, state)


def _successors(corpus: Corpus, found: Standing, day: date) -> Iterator[Replacement]:
    """What ended or replaced all of what nobody compared."""
    if found.pairings or found.state is not State.ENDED:
        return
    for slug, certainty in _replacing(corpus, found.target.slug, found.validity):
        state = state_on(corpus.instruments[slug], None, day)
        name = name_of(corpus, Target(slug))
        yield Replacement(Target(slug), name, "", certainty, state=state)


def _replacing(corpus: Corpus, slug: str, validity: Validity) -> Iterator[tuple[str, Certainty]]:
    """Instruments that say they replace another, and how sure that is; else what ended it."""
    told = False
    for other in corpus.instruments.values():
        for relation in other.relations:
            if relation.kind is RelationKind.REPLACES and relation.slug == slug:
                told = True
                yield other.slug, relation.evidence.certainty
    ended = validity.ended_by
    if not told and ended and ended.slug in corpus.instruments and ended.slug != slug:
        yield ended.slug, validity.evidence.certainty
