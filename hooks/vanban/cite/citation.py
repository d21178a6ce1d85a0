"""Citations as values: what was found in a text, and what it is bound to."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..law.instrument import Target
from ..law.units import UnitPath


class Status(StrEnum):
    """What became of a citation: it leads to exactly one provision, or says why it does not."""

    RESOLVED = "resolved"
    OUTSIDE = "outside"  # an instrument that the corpus does not hold
    UNVERIFIED = "unverified"  # target is the deepest unit that the outline has
    AMBIGUOUS = "ambiguous"
    BROKEN = "broken"


PROBLEM_STATUSES = frozenset({Status.AMBIGUOUS, Status.BROKEN})


class Context(NamedTuple):
    """Where a text stands: its instrument, its unit, and the day it speaks from.

    ``own``: the types, folded, that a paper which the corpus does not hold calls itself and
    what is issued with it (“quyết định”, “quy chế”); “Quyết định này” in it is no citation.
    """

    slug: str | None = None
    unit: UnitPath | None = None
    as_of: date | None = None
    own: frozenset[str] = frozenset()


class Candidate(NamedTuple):
    """What an ambiguous citation may mean, and why it may: “nêu ngay trước đó”."""

    target: Target
    reason: str


class Citation(NamedTuple):
    """One cited target. ``start`` and ``end`` are code points of the text as given.

    ``candidates`` of an ambiguous one stand in the order of their likelihood.
    """

    start: int
    end: int
    text: str
    target: Target | None
    status: Status
    reason: str = ""
    suggestion: str = ""
    candidates: tuple[Candidate, ...] = ()

    @property
    def linked(self) -> bool:
        """Whether a reader can be led somewhere."""
        return self.target is not None and self.status not in PROBLEM_STATUSES
