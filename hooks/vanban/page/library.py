"""Everything a page may ask: corpus, graph, the day of checking, and reverse look-ups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ..cite.citation import Citation, Context
from ..cite.graph import Graph
from ..law.corpus import Corpus
from ..law.corrections import Correction
from ..law.instrument import Instrument, Relation, Target, short_name
from ..law.names import capital
from ..law.standing import Standing, counterparts, foreseen, standing
from . import letter
from .slugs import block_anchor


@dataclass(frozen=True)
class Library:
    """One build's knowledge; nothing here changes while pages render.

    ``cite`` finds citations in a text; ``today`` is the day the facts were checked;
    ``databases`` maps a key of ``tim-tren`` to a name and an address; ``corrections`` is what
    the site has mended; ``licence`` is that of our wording, "" where nobody has stated one.
    """

    corpus: Corpus
    graph: Graph
    cite: Callable[[str, Context], tuple[Citation, ...]]
    today: date
    databases: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    licence: str = ""

    @cached_property
    def incoming(self) -> Mapping[str, tuple[tuple[Instrument, Relation], ...]]:
        """Relations that other instruments hold, by the slug they are held towards."""
        found: dict[str, list[tuple[Instrument, Relation]]] = {}
        for instrument in self.corpus.instruments.values():
            for relation in instrument.relations:
                if relation.slug:
                    found.setdefault(relation.slug, []).append((instrument, relation))
        return {slug: tuple(pairs) for slug, pairs in found.items()}

    @cached_property
    def ended_by(self) -> Mapping[str, tuple[Instrument, ...]]:
        """The slug of an instrument → those that it brought to their end."""
        found: dict[str, list[Instrument]] = {}
        for instrument in self.corpus.instruments.values():
            if instrument.validity.ended_by:
                found.setdefault(instrument.validity.ended_by.slug, []).append(instrument)
        return {slug: tuple(ended) for slug, ended in found.items()}

    @cached_property
    def letters(self) -> Mapping[str, date]:
        """Slug → the day that each letter shown whole speaks from, the earliest first."""
        return letter.days(self.corpus, self.today)

    @cached_property
    def predecessors(self) -> Mapping[Target, tuple[Target, ...]]:
        """Today's provision → the old provisions whose content stands there now."""
        found: dict[Target, dict[Target, None]] = {}
        for old, pairings in self.corpus.concordance.items():
            for target in counterparts(pairings):
                if target.slug != old.slug:
                    found.setdefault(target, {})[old] = None
        return {target: tuple(old) for target, old in found.items()}

    @cached_property
    def headings(self) -> Mapping[str, tuple[tuple[int, tuple[str, str]], ...]]:
        """Page → line, anchor and title of each heading, on pages outside instruments."""
        found: dict[str, tuple[tuple[int, tuple[str, str]], ...]] = {}
        for path, page in self.corpus.pages.items():
            if page.slug and page.article:
                continue
            found[path] = tuple(
                (page.text.count("\n", 0, block.start) + 1, block_anchor(page.text, block))
                for block in page.blocks()
                if block.level
            )
        return found

    def label(self, target: Target) -> str:
        """How running text names a target: ``khoản 1 Điều 8 Luật An ninh mạng năm 2018``."""
        instrument = self.corpus.instruments[target.slug]
        return f"{self.unit_label(target)} {short_name(instrument)}".strip()

    def title(self, target: Target) -> str:
        """``label`` as a title or a sentence begins with it."""
        return capital(self.label(target))

    def standing(self, target: Target, day: date | None = None) -> Standing:
        """Where a target stands on ``day`` (default: the day of checking).

        Of the day of checking what is known already to come is told: pages are read after that day.
        """
        if day and day != self.today:
            return standing(self.corpus, target, day)
        found = self._standing.get(target)
        if found is None:
            found = self._standing[target] = foreseen(self.corpus, target, self.today)
        return found

    @cached_property
    def _standing(self) -> dict[Target, Standing]:
        """What was asked for already: a provision is spoken of on many pages."""
        return {}

    def unit_label(self, target: Target) -> str:
        """The unit's part of a label; empty for a whole instrument."""
        return target.unit.label if target.unit else ""
