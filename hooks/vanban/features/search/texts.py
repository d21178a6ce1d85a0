"""The texts that the search looks in: two scripts, the first with what is asked for most.

A browser makes its index of them by itself (``search-index.js``): for Vietnamese, whose syllables
are few, the text is smaller on its way than any index of its places, and the line of context that
stands below a result comes with it. Scripts, because they open from a disk too and no server
refuses them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from markdown import markdown

from ...law.corpus import Address, Corpus
from ...law.site_address import SiteAddresses
from ...page.library import Library
from ...page.slugs import heading_id
from . import asked
from .asked import Asked
from .kinds import GROUPS, KINDS, UNSEARCHED, kind_of
from .rows import MORE, rows
from .school_words import SchoolWords
from .sections import Section, plain, sections

FIRST = "assets/javascripts/search-texts.js"
REST = "assets/javascripts/search-law.js"
_EARLY = frozenset({"situation", "answer", "question"})
_LAW = frozenset({"document", "in-force", "ended"})
CONTENTS = "muc-luc"
"""Anchor of the list of contents on an instrument's page: what it lists is in ``provisions``."""
STORY = "Chuyện gì xảy ra?"
"""Heading in a situation from which on it tells the story and its law: what to do stands above, and
what people ask is in ``asked.txt``, so this much may come later."""
OF_HEADING = "="
"""Stands for an anchor that follows from the heading (``heading_id``), which most do."""
_SUMMARIES = ("tra-loi", "tom-tat")
"""Keys of the front matter that say in a sentence what a page answers."""


@dataclass(frozen=True)
class Text:
    """One page as the search has it."""

    page: str
    title: str
    summary: str
    sections: tuple[Section, ...]


def text_of(
    page: str,
    title: str,
    content: str,
    meta: Mapping[str, Any],
    known: tuple[Section, ...] | None = None,
) -> Text:
    """A page of ``docs`` from its rendered HTML, its plain title and its front matter.

    ``known`` are the sections of the HTML, where they are. The sentences of the front matter are
    Markdown without HTML; their marks are no text.
    """
    written = next((str(meta[key]) for key in _SUMMARIES if meta.get(key)), "")
    summary = plain(markdown(escape(written, quote=False))) if written else ""
    return Text(page, title, summary, sections(content) if known is None else known)


def files(library: Library, texts: Iterable[Text], directories: bool) -> dict[str, dict[str, Any]]:
    """What the two scripts hold, by their paths.

    A page is ``[address, kind, title, summary, [[anchor, heading, text], …]]``; a situation is in
    both, with what to do first, with its story and its law later.
    """
    ordered = sorted(
        (item for item in texts if item.page not in UNSEARCHED), key=lambda item: item.page
    )
    made = {item.page: _row(library, item, directories) for item in ordered}
    kinds = list(KINDS)
    early = {page: row for page, row in made.items() if kinds[row[1]] in _EARLY}
    first_of, rest_of = {}, {page: row for page, row in made.items() if page not in early}
    for page, row in early.items():
        *head, parts = row
        now, later = parted(parts)
        first_of[page] = [*head, now]
        if later:
            rest_of[page] = [*head, later]
    addresses = SiteAddresses(directories)
    first = {
        "groups": GROUPS,
        "kinds": [kind.as_data() for kind in KINDS.values()],
        "rows": [
            [addresses.place(Address(row.page, row.anchor)), row.title, row.below]
            for row in rows(library.corpus)
        ],
        "more": [addresses.page(page) for page in MORE],
        "words": SchoolWords.read().as_data(),
        "asked": [list(row) for row in (*_asked(asked.read(), made, addresses), *_called(rest_of))],
        "pages": list(first_of.values()),
    }
    return {FIRST: first, REST: {"pages": list(rest_of.values())}}


def _asked(
    lines: Iterable[Asked], pages: Collection[str], addresses: SiteAddresses
) -> Iterator[tuple[str, str, str]]:
    """Address, anchor and questions; a line whose page is no longer there is left out."""
    for line in lines:
        page = asked.page_of(line.page, pages)
        if page:
            yield addresses.page(page), line.anchor, ", ".join(line.questions)


def _called(later: Mapping[str, list[Any]]) -> Iterator[tuple[str, str, str]]:
    """What a page that comes later is called, for whoever types just that.

    Law is found by its names, and pages that travel first bring their titles themselves; a comma
    would part two questions.
    """
    names = list(KINDS)
    for address, kind, title, *_ in later.values():
        if names[kind] not in _EARLY | _LAW:
            yield address, "", title.replace(",", "")


def parted(parts: list[list[str]]) -> tuple[list[list[str]], list[list[str]]]:
    """The sections that travel first, and those from ``STORY`` on."""
    cut = next((at for at, (_, heading, _) in enumerate(parts) if heading == STORY), len(parts))
    return parts[:cut], parts[cut:]


def _row(library: Library, text: Text, directories: bool) -> list[Any]:
    corpus = library.corpus
    kind = kind_of(corpus, text.page, library.today)
    own = [_section(corpus, text, item) for item in text.sections if item.anchor != CONTENTS]
    return [
        SiteAddresses(directories).page(text.page),
        list(KINDS).index(kind),
        text.title,
        text.summary,
        [shortened(item) for item in own if any(item[1:])],
    ]


def shortened(section: list[str]) -> list[str]:
    """A section as it travels: ``[anchor, heading, text]``, the anchor maybe ``OF_HEADING``."""
    anchor, heading, text = section
    return [OF_HEADING if anchor and anchor == heading_id(heading) else anchor, heading, text]


def anchor_of(anchor: str, heading: str) -> str:
    """The anchor of a section that was ``shortened``."""
    return heading_id(heading) if anchor == OF_HEADING else anchor


def _section(corpus: Corpus, text: Text, section: Section) -> list[str]:
    """The heading is left out where it repeats the title of the page, or the name of a unit."""
    found = corpus.pages.get(text.page)
    if found and found.article and section.anchor.startswith(found.article.id):
        return [section.anchor, "", section.text]
    if section.heading == text.title:
        return ["", "", section.text]
    return [section.anchor, section.heading, section.text]
