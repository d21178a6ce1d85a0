"""What changed: in the law, by the dates of ``van-ban.yml``; on the site, by what it mended.

An event of the law is a start or an end of an instrument, or of a unit that starts or ends
apart from it. Ends whose day nobody knows are no events.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ...law.corpus import Corpus
from ...law.instrument import Certainty, Instrument, Target, Validity


class Turn(StrEnum):
    """What happens to a target on a day; the value is part of the event's address."""

    START = "tu"
    END = "den"


@dataclass(frozen=True)
class Event:
    """A change in the law: ``validity`` is the statement that tells it."""

    day: date
    turn: Turn
    target: Target
    validity: Validity

    @property
    def id(self) -> str:
        """The anchor on the page, and the root of the entry's id in the feed: never changes."""
        unit = f"-{self.target.unit.id}" if self.target.unit else ""
        return f"{self.turn.value}-{self.target.slug}{unit}"

    @property
    def sure_of_day(self) -> bool:
        """Whether the statement's certainty is one of the day.

        “Unknown” is said of whether the instrument still holds; its dates are known.
        """
        return self.validity.evidence.certainty is not Certainty.UNKNOWN

    @property
    def note(self) -> str:
        """What else is known where a unit begins or ends apart: it seldom does so alone."""
        return self.validity.evidence.note if self.target.unit else ""


def events(corpus: Corpus) -> tuple[Event, ...]:
    """Every dated change in the law, the latest first; on one day in the order of the corpus."""
    found = [event for item in corpus.instruments.values() for event in _of(item)]
    return tuple(sorted(found, key=lambda event: event.day, reverse=True))


def _of(instrument: Instrument) -> Iterator[Event]:
    whole = instrument.validity
    yield from _turns(Target(instrument.slug), whole, None)
    for unit, validity in instrument.unit_validity.items():
        yield from _turns(Target(instrument.slug, unit), validity, whole)


def _turns(target: Target, validity: Validity, around: Validity | None) -> Iterator[Event]:
    if validity.since and not (around and around.since == validity.since):
        yield Event(validity.since, Turn.START, target, validity)
    if validity.until and not (around and around.until == validity.until):
        yield Event(validity.until, Turn.END, target, validity)
