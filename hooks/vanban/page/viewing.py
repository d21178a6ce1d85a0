"""From the corpus to views: one ``Viewer`` a page, because links are relative to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from operator import attrgetter

from ..cite.graph import Mention
from ..law.age import Age, age
from ..law.instrument import (
    Concordance,
    Evidence,
    Instrument,
    Relation,
    RelationKind,
    Target,
    short_name,
    vietnamese_date,
)
from ..law.names import capital
from ..law.provision import plain
from ..law.same_name import same_name
from ..law.units import sort_key
from . import gists, letter, standing_words
from .library import Library
from .linking import href, relative
from .views import (
    AGED,
    CERTAINTY_WORDS,
    RELATION_WORDS,
    BacklinksView,
    ConcordanceView,
    CounterpartView,
    EvidenceView,
    InstrumentCard,
    InstrumentGroup,
    LinkView,
    QuoteGroup,
    QuoteView,
    RelationGroup,
    RelationView,
    StatusView,
    TodayGroup,
)

MOST_QUOTES = 6
_PLACE = attrgetter("page", "line", "col")
_ORDER_OF_TYPES = ("Hiến pháp", "Bộ luật", "Luật", "Nghị định", "Thông tư", "Quyết định", "Chỉ thị")


class Viewer:
    """Makes the views of one page; ``page`` is its source path under ``docs``."""

    def __init__(self, library: Library, page: str) -> None:
        self.library = library
        self.page = page

    def href(self, target: Target) -> str:
        return href(self.library.corpus, self.page, target)

    def link(self, target: Target, own: str | None = None) -> LinkView:
        """A link with its label; the name of the instrument ``own`` is left out."""
        full = target.unit is None or target.slug != own
        label = self.library.label(target) if full else self.library.unit_label(target)
        return LinkView(self.href(target), capital(label))

    def status(self, target: Target, day: date | None = None) -> StatusView:
        """How a target stands on ``day`` (default: the day of checking)."""
        return standing_words.status(self.library.standing(target, day))

    def evidence(self, evidence: Evidence) -> EvidenceView:
        return EvidenceView(
            CERTAINTY_WORDS[evidence.certainty],
            evidence.certainty.value,
            evidence.sources,
            vietnamese_date(evidence.checked),
            evidence.note,
            evidence.checked.isoformat(),
            AGED if age(evidence.checked, self.library.today) is not Age.FRESH else "",
        )

    def gist(self, target: Target) -> str:
        """The site's own wording of a unit, with the points that it leads in to; or ""."""
        return gists.told(self.library.corpus, target)

    def concordance(self, target: Target, own: str | None = None) -> tuple[ConcordanceView, ...]:
        """The comparisons made for exactly ``target``; the instrument ``own`` is not named."""
        return self.pairings(self.library.corpus.concordance.get(target, ()), own)

    def pairings(
        self, pairings: tuple[Concordance, ...], own: str | None = None
    ) -> tuple[ConcordanceView, ...]:
        """Comparisons as a page shows them, each evidence once for all it covers."""
        following = [*(pairing.evidence for pairing in pairings[1:]), None]
        return tuple(
            self._pairing(pairing, pairing.evidence != after, own)
            for pairing, after in zip(pairings, following, strict=False)
        )

    def today(self, targets: Iterable[Target]) -> tuple[TodayGroup, ...]:
        """Provisions of today, grouped by instrument."""
        groups: dict[str, list[Target]] = {}
        for target in targets:
            groups.setdefault(target.slug, []).append(target)
        return tuple(
            TodayGroup(
                self.link(Target(slug)),
                tuple(self.link(item, own=slug) for item in items if item.unit),
                tuple(dict.fromkeys(self.status(item) for item in items)),
            )
            for slug, items in groups.items()
        )

    def _pairing(self, pairing: Concordance, last: bool, own: str | None) -> ConcordanceView:
        today = tuple(
            CounterpartView(
                self.link(counterpart.target, own) if counterpart.target else None,
                counterpart.change,
                self.status(counterpart.target) if counterpart.target else None,
            )
            for counterpart in pairing.today
        )
        return ConcordanceView(pairing.limb, today, self.evidence(pairing.evidence), last)

    def alike(self, instrument: Instrument) -> tuple[LinkView, ...]:
        """What else bears the name of an instrument of which nothing is known."""
        found = same_name(self.library.corpus, instrument, self.library.today)
        return tuple(self.link(Target(one.slug)) for one in found)

    def predecessors(self, target: Target) -> tuple[LinkView, ...]:
        return tuple(self.link(old) for old in self.library.predecessors.get(target, ()))

    def relations(self, instrument: Instrument) -> tuple[RelationGroup, ...]:
        """Relations from both ends, grouped by what they say of this instrument."""
        groups: dict[str, list[RelationView]] = {}
        for relation in instrument.relations:
            view = self._relation(relation, relation.slug, relation.number)
            groups.setdefault(RELATION_WORDS[relation.kind][0], []).append(view)
        for other, relation in self.library.incoming.get(instrument.slug, ()):
            if relation.kind is RelationKind.RELATED and any(
                own.slug == other.slug and own.kind is RelationKind.RELATED
                for own in instrument.relations
            ):
                continue
            view = self._relation(relation, other.slug, "")
            groups.setdefault(RELATION_WORDS[relation.kind][1], []).append(view)
        return tuple(RelationGroup(label, tuple(found)) for label, found in groups.items())

    def _relation(self, relation: Relation, slug: str | None, number: str) -> RelationView:
        other = Target(slug) if slug in self.library.corpus.instruments and slug else None
        return RelationView(
            self.link(other) if other else None,
            number,
            relation.where,
            self.status(other) if other else None,
            self.evidence(relation.evidence),
        )

    def cited(self, targets: Iterable[Target]) -> int:
        """How often anything but ``targets`` themselves cites one of them."""
        wanted = set(targets)
        graph = self.library.graph
        return sum(m.source not in wanted for target in wanted for m in graph.cited_by(target))

    def backlinks(self, targets: Iterable[Target]) -> BacklinksView | None:
        """Who cites any of ``targets``, grouped by page; None where nobody does."""
        wanted = list(targets)
        mentions = [
            mention
            for target in wanted
            for mention in self.library.graph.cited_by(target)
            if mention.source not in wanted
        ]
        if not mentions:
            return None
        groups: dict[str, list[QuoteView]] = {}
        seen: dict[tuple[str, str, str], None] = {}
        for mention in sorted(mentions, key=_PLACE):
            if len(seen) >= MOST_QUOTES:
                break
            quote = self._quote(mention)
            key = (quote.place.href, quote.before, quote.after)
            if key in seen:
                continue
            seen[key] = None
            groups.setdefault(mention.page, []).append(quote)
        shown = sum(map(len, groups.values()))
        titles = {page: self._page_title(page) for page in groups}
        return BacklinksView(
            len(mentions),
            tuple(QuoteGroup(titles[page], tuple(quotes)) for page, quotes in groups.items()),
            max(0, len(mentions) - shown) if len(seen) >= MOST_QUOTES else 0,
        )

    def _page_title(self, page: str) -> str:
        found = self.library.corpus.pages.get(page)
        if found is None:
            return page
        instrument = self.library.corpus.page_instrument(page)
        if instrument and page != self.library.corpus.home(instrument.slug):
            return f"{found.title} — {short_name(instrument)}"
        return found.title or page

    def _quote(self, mention: Mention) -> QuoteView:
        sentence = mention.sentence
        if mention.drawn or _is_a_saying(sentence):
            return QuoteView(self._place(mention), "", "", "", drawn=True)
        cited = plain(mention.citation.text)
        end = mention.at + len(cited)
        before, found, after = sentence[: mention.at], sentence[mention.at : end], sentence[end:]
        return QuoteView(self._place(mention), before, found, after)

    def _place(self, mention: Mention) -> LinkView:
        """Where a mention stands: its unit, its item of a letter, or the heading above it."""
        here = self.page_href(mention.page)
        if mention.source and mention.source.unit and self._is_at_its_place(mention):
            label = self.library.unit_label(mention.source)
            link = self.href(mention.source)
            return LinkView(link, label) if label else self.link(mention.source)
        found = self.library.corpus.pages.get(mention.page)
        if found is None:
            return LinkView(here, "Tới chỗ viện dẫn")
        for paragraph in letter.of_page(found.text):
            if paragraph.first <= mention.line <= paragraph.last:
                item = paragraph.item
                anchor = item.id if item else letter.CONTAINER
                words = item.own_label if item else "Phần mở đầu"
                return LinkView(f"{here}#{anchor}", words)
        anchor, title = "", ""
        for line, heading in self.library.headings.get(mention.page, ()):
            if line > mention.line:
                break
            anchor, title = heading
        return LinkView(f"{here}#{anchor}" if anchor else here, title or found.title)

    def _is_at_its_place(self, mention: Mention) -> bool:
        """Whether a mention is of the unit itself; not where a page explains it (``muc-2.md``)."""
        source = mention.source
        return source is not None and self.library.corpus.address(source).page == mention.page

    def page_href(self, page: str) -> str:
        """The source-relative link to another page."""
        return relative(self.page, page)

    def catalogue(self) -> tuple[InstrumentGroup, ...]:
        """Every instrument, by type; within a type by number and year."""
        groups: dict[str, list[Instrument]] = {}
        for instrument in self.library.corpus.instruments.values():
            groups.setdefault(instrument.type, []).append(instrument)
        return tuple(
            InstrumentGroup(
                label, tuple(self.card(item) for item in sorted(items, key=newest_first))
            )
            for label, items in sorted(groups.items(), key=lambda pair: type_order(pair[0]))
        )

    def card(self, instrument: Instrument) -> InstrumentCard:
        target = Target(instrument.slug)
        since = instrument.validity.since
        return InstrumentCard(
            self.link(target),
            "" if short_name(instrument).startswith(instrument.title) else instrument.title,
            self.status(target),
            vietnamese_date(since) if since else "",
            vietnamese_date(instrument.issued) if instrument.issued else instrument.issued_text,
        )


def _is_a_saying(sentence: str) -> bool:
    """Whether a sentence only repeats what somebody says: alone it would be taken for ours."""
    return sentence.startswith("“") and sentence.rstrip(".").endswith("”")


def type_order(label: str) -> tuple[int, str]:
    """Laws before decrees before letters; unknown types last, by name."""
    known = _ORDER_OF_TYPES.index(label) if label in _ORDER_OF_TYPES else len(_ORDER_OF_TYPES)
    return known, label


def newest_first(instrument: Instrument) -> tuple[int, tuple[int, int], str]:
    """The key by which instruments of one type are ordered: day of issue, number, slug."""
    issued = instrument.issued
    digits = "".join(c for c in instrument.number.partition("/")[0] if c.isdigit())
    return -(issued.toordinal() if issued else 0), sort_key(digits or "0"), instrument.slug
