"""Entries of the search index say where they stand: unit, instrument, and its state.

The builder names an entry after its heading, and on an article page a heading is
“Khoản 1”. Here it becomes “Khoản 1 Điều 8 · Luật An ninh mạng năm 2018 · hết hiệu
lực”, in the index alone: the page keeps its short heading. The list of contents of
an instrument becomes one entry an article.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape
from typing import Any

from ..law.corpus import Corpus
from ..law.instrument import Instrument, State, Target
from ..law.names import capital
from ..law.site_address import source_page
from ..law.units import Kind, UnitPath, unit_of
from ..law.validity import state_on
from .library import short_name
from .views import STATE_WORDS

Entry = dict[str, Any]

HOME, IN_FORCE, PROVISION, ABOUT = 3.0, 2.0, 1.6, 0.4
"""Weights: an instrument, the law of today, what was law, then pages (1), last the site itself."""

CONTENTS = "muc-luc"
"""Anchor of the list of contents on an instrument's page."""

_ABOUT = "gioi-thieu/"


FILE = "search/search_index.json"


def retitled(index: str, corpus: Corpus, today: date) -> str:
    """The file that the builder wrote, with ``titled`` entries and letters unescaped."""
    data = json.loads(index)
    data["docs"] = titled(data["docs"], corpus, today)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def titled(entries: Iterable[Mapping[str, Any]], corpus: Corpus, today: date) -> list[Entry]:
    """The entries of a built index, in their order, with full titles and weights."""
    titles = _Titles(corpus, today)
    return [made for entry in entries for made in titles.of(dict(entry))]


class _Titles:
    def __init__(self, corpus: Corpus, today: date) -> None:
        self.corpus = corpus
        self.today = today

    def of(self, entry: Entry) -> Iterator[Entry]:
        """What stands in the index for one entry: itself, several, or nothing."""
        path, _, anchor = entry["location"].partition("#")
        page = source_page(path, self.corpus.pages)
        instrument = self.corpus.page_instrument(page) if page else None
        if page is None or instrument is None:
            if path.startswith(_ABOUT):
                entry["boost"] = ABOUT
            yield entry
        elif article := self.corpus.pages[page].article:
            yield self._provision(entry, instrument, unit_of(anchor) if anchor else article)
        elif page != self.corpus.home(instrument.slug):
            yield entry
        elif anchor == CONTENTS:
            yield from self._contents(path, instrument)
        elif not anchor:
            yield self._home(entry, instrument)
        elif entry["text"]:
            yield self._name(entry, entry["title"], instrument, None)

    def _provision(self, entry: Entry, instrument: Instrument, unit: UnitPath | None) -> Entry:
        own = entry["title"]
        if unit and unit.kind is not Kind.ARTICLE:
            own = capital(unit.label)
        if unit and Target(instrument.slug, unit) in self.corpus.provisions:
            state = state_on(instrument, unit, self.today)
            entry["boost"] = IN_FORCE if state is State.IN_FORCE else PROVISION
        return self._name(entry, own, instrument, unit)

    def _home(self, entry: Entry, instrument: Instrument) -> Entry:
        """An instrument's page; what it is called in full can be searched for."""
        entry["text"] = entry["text"] or f"<p>{escape(instrument.title, quote=False)}</p>"
        entry["boost"] = HOME
        return self._name(entry, entry["title"], instrument, None)

    def _contents(self, path: str, instrument: Instrument) -> Iterator[Entry]:
        """Articles without a page of their own, by the headings in the list of contents."""
        for unit in instrument.outline.articles():
            worded = Target(instrument.slug, unit.path) in self.corpus.article_pages
            if unit.heading and not worded:
                title = f"{unit.path.own_label}. {escape(unit.heading, quote=False)}"
                entry = {"location": f"{path}#{unit.id}", "title": title, "text": ""}
                yield self._name(entry, title, instrument, unit.path)

    def _name(self, entry: Entry, own: str, instrument: Instrument, unit: UnitPath | None) -> Entry:
        state = state_on(instrument, unit, self.today)
        name = escape(short_name(instrument), quote=False)
        says = name in own or (instrument.number and instrument.number in own)
        words = [own, STATE_WORDS[state]] if says else [own, name, STATE_WORDS[state]]
        entry["title"] = " · ".join(words)
        return entry
