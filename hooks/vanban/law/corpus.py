"""The corpus: every instrument and every provision, known before a page is built.

``Corpus`` is an immutable value with look-ups by slug, unit and page. What reads it from
``docs/`` is ``corpus_source``: here nothing but the standard library is needed, so that a letter
can be judged in a browser too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from .acts import NO_ACTS, Acts
from .instrument import INSTRUMENT_FILE, Concordance, Instrument, Target, Unit
from .problems import Problem

if TYPE_CHECKING:
    from .loading import Page
    from .provision import Provision
    from .wording import Wording


class Address(NamedTuple):
    """Where a unit is shown: a source page under ``docs/`` and an anchor on it ("" for the top)."""

    page: str
    anchor: str


@dataclass(frozen=True)
class Corpus:
    """All that is known, by slug, by unit and by page. Nothing here changes after loading."""

    instruments: Mapping[str, Instrument]
    provisions: Mapping[Target, Provision]
    pages: Mapping[str, Page]
    acts: Acts = NO_ACTS
    problems: tuple[Problem, ...] = ()
    unreadable: tuple[Problem, ...] = ()
    """Files that could not be read into the corpus at all; much else follows from them."""
    official: Mapping[str, Wording] = field(default_factory=dict)
    """The official wording of instruments, by slug, where it was brought in."""

    @cached_property
    def article_pages(self) -> Mapping[Target, str]:
        """Article → the page that words it."""
        return {
            Target(page.slug, page.article): page.path
            for page in self.pages.values()
            if page.slug and page.article
        }

    @cached_property
    def concordance(self) -> Mapping[Target, tuple[Concordance, ...]]:
        """Old provision → the comparisons made for exactly it."""
        found: dict[Target, list[Concordance]] = {}
        for instrument in self.instruments.values():
            for pairing in instrument.concordance:
                found.setdefault(Target(instrument.slug, pairing.unit), []).append(pairing)
        return {target: tuple(pairings) for target, pairings in found.items()}

    def unit(self, target: Target) -> Unit | None:
        """The unit that a target names, as the outline has it; None where there is none."""
        instrument = self.instruments.get(target.slug)
        return instrument.outline.units.get(target.unit) if instrument and target.unit else None

    def address(self, target: Target) -> Address:
        """The page and anchor of an instrument or of one unit of it.

        A unit of an article that has its own page lives there; every other unit
        has its anchor in the outline on the instrument's page. KeyError for a
        slug that the corpus does not hold.
        """
        found = self._addresses.get(target)
        if found is None:
            found = self._addresses[target] = self._address(target)
        return found

    @cached_property
    def _addresses(self) -> dict[Target, Address]:
        """What was asked for already: every link asks."""
        return {}

    def _address(self, target: Target) -> Address:
        home = self.home(target.slug)
        if target.unit is None:
            return Address(home, "")
        article = Target(target.slug, target.unit.top)
        return Address(self.article_pages.get(article, home), target.unit.id)

    def home(self, slug: str) -> str:
        """The instrument's own page."""
        return self.instruments[slug].file.removesuffix(INSTRUMENT_FILE) + "index.md"

    def page_instrument(self, page: str) -> Instrument | None:
        """The instrument whose folder a page lies in."""
        found = self.pages.get(page)
        return self.instruments.get(found.slug) if found and found.slug else None
