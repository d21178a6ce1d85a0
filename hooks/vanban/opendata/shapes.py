"""The form of every JSON document below ``/api/v1/``; their JSON Schema is made from it.

The promise of version 1: a field that is here stays, with its name, its type and its meaning.
Fields and documents may be added, so readers ignore what they do not know. What would break the
promise is published as ``/api/v2/`` beside it. ``tests/opendata/promised.txt`` holds the fields.

Addresses are relative to the site's root. A target is ``slug`` or ``slug#unit``. Null says that
nothing is known or nothing of the kind exists, never that something is so.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from .naming import JsonKind, StateWord

VERSION = "1.1"
"""The second number grows when fields or documents are added."""

Sureness = Literal["stated", "single", "reading", "unknown"]
Bond = Literal["amends", "replaces", "details", "carries_out", "cites", "related"]


class Shape(BaseModel):
    """A part of a document."""

    model_config = ConfigDict(frozen=True, defer_build=True)


class Evidence(Shape):
    """How sure a statement is, from which sources, and on which day it was checked."""

    certainty: Sureness = Field(
        description="stated: a text says so; single: one source says so; "
        "reading: our own comparison of texts; unknown: nobody here knows"
    )
    checked: date
    sources: tuple[str, ...]
    note: str | None


class Validity(Shape):
    """A statement about force: since when, and the first day on which it is no longer in force."""

    state: StateWord
    since: date | None
    until: date | None = Field(description="the first day no longer in force")
    doubtful_since: date | None = Field(
        description="the first day on which nobody here knows whether it is still in force; "
        "from ``since`` until then it was"
    )
    ended_by: str | None = Field(description="target that ended it, where it is in the collection")
    ended_by_text: str | None
    evidence: Evidence


class Relation(Shape):
    """What this instrument does to another one."""

    kind: Bond
    slug: str | None = Field(description="null where the other one is not in the collection")
    number: str | None
    where: str | None = Field(description="the provision that says so")
    evidence: Evidence


class Namesake(Shape):
    """Another instrument of the same name that is not in the collection."""

    number: str
    evidence: Evidence


class Instrument(Shape):
    """A law, decree, circular, directive or letter. ``state`` is that of the day ``checked``."""

    slug: str
    code: str = Field(description="its short address: <code>/ leads to its page")
    type: str
    number: str | None
    title: str
    short: str = Field(description="how running text names it")
    names: tuple[str, ...]
    aliases: tuple[str, ...]
    issuer: str | None
    signatory: str | None
    place: str | None
    gazette: str | None
    issued: date | None
    issued_text: str | None = Field(description="what is known of the day where it is not")
    state: StateWord
    validity: Validity
    identity: Evidence
    wording: Evidence = Field(description="what our wording rests on")
    relations: tuple[Relation, ...]
    namesakes: tuple[Namesake, ...]
    page: str
    provisions: str = Field(description="address of its provisions as JSON")
    akn: str = Field(description="address of its Akoma Ntoso document")
    work: str = Field(description="its Akoma Ntoso work IRI")


class Document(Shape):
    """What every document begins with; ``checked`` is the day on which the facts were checked."""

    version: str = Field(default=VERSION, pattern=r"^1\.[0-9]+$")
    checked: date


class Instruments(Document):
    """Every instrument of the collection, by slug."""

    instruments: tuple[Instrument, ...]


class Unit(Shape):
    """One part, chapter, section, article, clause or point; a tiết is a point in a point."""

    id: str
    kind: JsonKind
    number: str
    label: str
    heading: str | None
    parent: str | None
    children_known: bool = Field(description="false where nobody counted what stands below")
    children_complete: bool = Field(description="whether the children listed are all of them")
    text: str | None = Field(description="in our own words, a paragraph a line; never official")
    note: str | None = Field(description="how it was read")
    state: StateWord = Field(description="on the day checked")
    statement: Validity | None = Field(description="what is said of exactly this unit")
    governed_by: str | None = Field(
        description="unit whose statement holds for this one; null: the instrument's"
    )
    page: str
    eid: str = Field(description="eId in the Akoma Ntoso document")


class Provisions(Document):
    """The outline of one instrument in its own order, with our wording."""

    slug: str
    complete: bool = Field(description="whether all articles are listed")
    basis: str | None = Field(description="what the outline was read from")
    units: tuple[Unit, ...]


class Counterpart(Shape):
    """A provision of today, and what differs; ``target`` null: nothing corresponds."""

    target: str | None
    change: str | None


class Pairing(Shape):
    """An old provision (or one limb of it) and where its content stands today."""

    old: str
    limb: str | None
    today: tuple[Counterpart, ...]
    evidence: Evidence


class Concordance(Document):
    """Every comparison of an old provision with those of today."""

    pairings: tuple[Pairing, ...]


class Citation(Shape):
    """One citation where it stands. ``sentence`` is null where the provision itself is shown."""

    page: str
    source: str | None = Field(description="the unit that cites, where it lies in an instrument")
    text: str
    sentence: str | None
    status: Literal["resolved", "outside", "unverified", "ambiguous", "broken"]
    target: str | None
    reason: str | None


class Citations(Document):
    """Every citation of the collection; ``backlinks``: target → places in ``citations``, from 0."""

    citations: tuple[Citation, ...]
    backlinks: dict[str, tuple[int, ...]]


class Entry(Shape):
    """One document: its address, the address of its JSON Schema, and what is in it."""

    address: str = Field(description="{slug} stands for every slug of instruments.json")
    form: str
    about: str


class Index(Document):
    """What there is, and what may be relied upon."""

    promise: str
    wording: str
    licence: str | None = Field(
        description="that of our wording and remarks; null where nobody has stated one"
    )
    documents: tuple[Entry, ...]
