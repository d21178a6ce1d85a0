"""What the corpus knows of a legal instrument: immutable values, no I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from .units import GROUPING, KINDS, Kind, UnitPath, parse_id

INSTRUMENT_FILE = "van-ban.yml"
"""In the folder of an instrument: all that is claimed of it."""


class Certainty(StrEnum):
    """How sure a statement is."""

    STATED = "stated"  # a text says so
    SINGLE = "single"  # one source says so
    READING = "reading"  # our own comparison of texts
    UNKNOWN = "unknown"  # nobody here knows


class State(StrEnum):
    """Whether a unit is in force."""

    IN_FORCE = "con"
    PARTLY = "mot-phan"
    ENDED = "het"
    UNKNOWN = "chua-ro"


class RelationKind(StrEnum):
    """Active direction of a relation between two instruments."""

    AMENDS = "sua-doi"
    REPLACES = "thay-the"
    DETAILS = "quy-dinh-chi-tiet"
    CARRIES_OUT = "thuc-hien"
    CITES = "vien-dan"
    RELATED = "lien-quan"


@dataclass(frozen=True)
class Evidence:
    """Why a statement is believed: certainty, sources, and the day it was checked."""

    certainty: Certainty
    checked: date
    sources: tuple[str, ...] = ()
    note: str = ""


class Target(NamedTuple):
    """An instrument of the corpus, or one unit of it."""

    slug: str
    unit: UnitPath | None = None

    def __str__(self) -> str:
        """As links and the command line write it: ``slug#dieu-8-khoan-1``, or the slug alone."""
        return f"{self.slug}#{self.unit.id}" if self.unit else self.slug


def parse_target(text: str) -> Target:
    """The target that ``slug`` or ``slug#unit`` names; inverse of ``str``. Raises UnitError."""
    slug, _, unit = text.partition("#")
    return Target(slug, parse_id(unit) if unit else None)


@dataclass(frozen=True)
class Validity:
    """Since when and until when; ``until`` is the first day no longer in force.

    ``doubtful`` is the first day on which nobody here knows whether it still is: before it, it was.
    """

    state: State
    evidence: Evidence
    since: date | None = None
    until: date | None = None
    ended_by: Target | None = None
    ended_by_text: str = ""
    doubtful: date | None = None


@dataclass(frozen=True)
class Counterpart:
    """Where a content stands today; ``target`` None says that nothing corresponds."""

    target: Target | None
    change: str


@dataclass(frozen=True)
class Concordance:
    """Old provision (or one limb of it) → today's provisions."""

    unit: UnitPath | None
    limb: str
    today: tuple[Counterpart, ...]
    evidence: Evidence


@dataclass(frozen=True)
class Namesake:
    """Another instrument of the same name, known by its ``number`` only."""

    number: str
    evidence: Evidence


@dataclass(frozen=True)
class Relation:
    """``subject`` (the instrument that holds it) does ``kind`` to the other one.

    The other is ``slug`` where the corpus holds it, else only its ``number``.
    """

    kind: RelationKind
    slug: str | None
    number: str
    where: str
    evidence: Evidence


@dataclass(frozen=True)
class Unit:
    """One node of an outline.

    ``children_known`` is False where nobody counted what stands below;
    ``children_complete`` is True where the list of children is the whole list.
    """

    path: UnitPath
    heading: str | None
    parent: UnitPath | None
    children: tuple[UnitPath, ...]
    children_known: bool
    children_complete: bool

    @property
    def id(self) -> str:
        return self.path.id

    @property
    def kind(self) -> Kind:
        return self.path.kind


@dataclass(frozen=True)
class Outline:
    """Units by path, in document order. ``complete`` speaks of the articles."""

    units: Mapping[UnitPath, Unit]
    roots: tuple[UnitPath, ...]
    complete: bool
    basis: str = ""

    def knows(self, unit: Unit, kind: Kind) -> bool:
        """Whether what stands below ``unit`` is all that there is of a kind.

        Nobody counts the rare kinds: where none is listed, nothing is known of them.
        """
        counted = KINDS[kind].usual or any(child.kind is kind for child in unit.children)
        return unit.children_known and unit.children_complete and counted

    def articles(self) -> tuple[Unit, ...]:
        return self._articles

    @cached_property
    def groups(self) -> tuple[Unit, ...]:
        """The chapters and whatever else holds articles."""
        return tuple(unit for unit in self.units.values() if unit.kind in GROUPING)

    @cached_property
    def groups_by_step(self) -> Mapping[tuple[Kind, object], tuple[Unit, ...]]:
        """Kind and number → the groups that have both: each chapter may have a mục 1."""
        found: dict[tuple[Kind, object], list[Unit]] = {}
        for unit in self.groups:
            found.setdefault(unit.path.steps[-1], []).append(unit)
        return {step: tuple(units) for step, units in found.items()}

    @cached_property
    def article_numbers(self) -> tuple[str, ...]:
        return tuple(unit.path.number for unit in self._articles)

    @cached_property
    def _articles(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units.values() if unit.kind is Kind.ARTICLE)


@dataclass(frozen=True)
class Kept:
    """Words that the wording of one unit must not lose: kind of condition → the words.

    A kind is the key of ``van-ban.yml`` that holds it: ``ai`` (who), ``hanh-vi`` (act),
    ``y-dinh`` (intent), ``nguong`` (threshold), ``ngoai-le`` (exception).
    """

    unit: UnitPath
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Slip:
    """A slip of the pen in a text shown letter for letter: marked, never mended.

    ``meant`` is "" where nobody can tell what is meant: a citation that leads nowhere.
    """

    wording: str
    meant: str
    certainty: Certainty


class Payer(StrEnum):
    """Whose sum a decree prints."""

    PERSON = "ca-nhan"
    ORGANISATION = "to-chuc"


class Other(StrEnum):
    """What the other party pays, of the printed sum."""

    TWICE = "gap-doi"
    HALF = "nua"
    NOTHING = "khong"  # the unit says that it is for one party alone


@dataclass(frozen=True)
class Frame:
    """From how much to how much an act is fined, in đồng, as printed for ``payer``.

    ``rule`` is the unit that says what the other party pays; None where there is none.
    ``key`` is where it stands in the instrument's file.
    """

    unit: UnitPath
    low: int
    high: int
    payer: Payer
    other: Other
    rule: UnitPath | None
    key: tuple[str | int, ...] = ()


@dataclass(frozen=True)
class Instrument:
    """A law, decree, circular, directive or letter, with all that is claimed of it."""

    slug: str
    code: str
    type: str
    number: str
    title: str
    issuer: str
    signatory: str
    issued: date | None
    issued_text: str
    gazette: str
    place: str
    number_unique: bool
    aliases: tuple[str, ...]
    names: tuple[str, ...]
    identity: Evidence
    wording: Evidence
    validity: Validity
    outline: Outline
    links: tuple[str, ...] = ()
    namesakes: tuple[Namesake, ...] = ()
    """Other instruments that bear the same name and are not here."""
    unit_statements: tuple[tuple[UnitPath, Validity], ...] = ()
    """What is said of single units, as the file has it: a unit may wrongly be there twice."""
    relations: tuple[Relation, ...] = ()
    concordance: tuple[Concordance, ...] = ()
    kept: tuple[Kept, ...] = ()
    slips: tuple[Slip, ...] = ()
    highlights: tuple[Target, ...] = ()
    fines: tuple[Frame, ...] = ()
    file: str = ""
    places: Mapping[tuple[str | int, ...], tuple[int, int]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Line and column of each key in ``file``, for messages."""

    def place_of(self, key: tuple[str | int, ...]) -> tuple[int, int]:
        """Line and column of a key in ``file``, or of the nearest one that encloses it."""
        while key and key not in self.places:
            key = key[:-1]
        return self.places.get(key, (1, 1))

    @cached_property
    def unit_validity(self) -> Mapping[UnitPath, Validity]:
        """Unit → what is said of that unit; the first statement counts."""
        found: dict[UnitPath, Validity] = {}
        for unit, validity in self.unit_statements:
            found.setdefault(unit, validity)
        return found

    @cached_property
    def year(self) -> int | None:
        """Year of issue: of the day where it is known, else as the number or the words say it.

        Words say it as “năm 2024 …” and “tháng 3/2026 …”; “trước ngày 04/3/2026” says no year.
        """
        if self.issued:
            return self.issued.year
        found = re.search(r"/((?:19|20)\d\d)/", self.number) or re.match(
            r"(?:năm|tháng\s+\d{1,2}(?:/|\s+năm))\s*((?:19|20)\d\d)(?!\d)", self.issued_text
        )
        return int(found[1]) if found else None

    @cached_property
    def short(self) -> str:
        """How running text names it: ``Nghị định 72/2013/NĐ-CP``."""
        if self.names:
            return f"{self.names[0]} năm {self.year}" if self.year else self.names[0]
        return f"{self.type} {self.number}" if self.number else self._nameless

    @property
    def _nameless(self) -> str:
        """What to call an instrument without number: by its alias, else by its title."""
        return self.aliases[0] if self.aliases else f"{self.type} “{self.title}”"

    @cached_property
    def cited(self) -> str:
        """Standard form of citation, with the day of issue where it is known."""
        if not self.number:
            return self._nameless
        head = f"{self.names[0] if self.names else self.type} số {self.number}"
        return f"{head} ngày {vietnamese_date(self.issued)}" if self.issued else head


def short_name(instrument: Instrument) -> str:
    """``Instrument.short``, or the title where an instrument has neither number nor alias."""
    if instrument.names or instrument.number or instrument.aliases:
        return instrument.short
    return instrument.title


def vietnamese_date(day: date) -> str:
    """15/7/2013; a zero before days under 10 and the months 1 and 2.

    Source of the zeros: Nghị định 30/2020/NĐ-CP, phụ lục I (dates in letters).
    """
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"
