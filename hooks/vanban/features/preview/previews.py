"""What a page needs to preview the provisions it links to: one small JSON block in the page.

Only what is linked there goes in, and nothing where the gist stands beside the link
already. The script finds a row by the link's own address (``slug#unit``), so that
links carry no extra letters.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from ...law.corpus import Corpus
from ...law.instrument import Target, vietnamese_date
from ...law.names import capital
from ...law.short_address import TODAY, short_address
from ...law.site_address import SiteAddresses
from ...law.standing import Form, Standing
from ...law.units import PROVISIONS, unit_of
from ...page import standing_words
from ...page.gists import shortened, told
from ...page.library import Library
from ...page.linking import relative, there
from ...page.views import CERTAINTY_WORDS

GIST_LIMIT = 220
BESIDE = frozenset({"hang", "ml", "ds", "dk", "nguoc", "the-ten", "dan-ten"})
"""Lists and cards that show the gist, or need none; the script has the same names."""


class Ends:
    """What the links of all pages lead to: those of a folder write the same again and again."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._known: dict[str, dict[str, Target | None]] = {}

    def targets_on(self, root: Element, page: str) -> tuple[Target, ...]:
        """The provisions and instruments that a page's tree links to, in order, each once."""
        known = self._known.setdefault(page.rpartition("/")[0], {})
        found: dict[Target, None] = {}
        for link in dict.fromkeys(_links(root)):
            if link.startswith("#"):
                target = target_of(link, page, self._corpus)
            elif link in known:
                target = known[link]
            else:
                target = known[link] = target_of(link, page, self._corpus)
            if target:
                found[target] = None
        return tuple(found)


def target_of(href: str, page: str, corpus: Corpus) -> Target | None:
    """What a source-relative link names; None where that is no provision."""
    path, _, anchor = href.partition("#")
    place = there(page, path) if path else page
    found = corpus.pages.get(place)
    if found is None or found.slug is None:
        return None
    if anchor:
        named = unit_of(anchor)
        target = Target(found.slug, named)
        numbered = named and named.kind in PROVISIONS and corpus.unit(target)
        return target if numbered else None
    if found.article or place == corpus.home(found.slug):
        return Target(found.slug, found.article)
    return None


class Previews:
    """The rows of all pages: one is made once, however many pages link to its provision."""

    def __init__(self, library: Library, directories: bool) -> None:
        self._maker = _Rows(library, directories)
        self._made: dict[Target, tuple[str, _Row]] = {}

    def block(self, targets: Iterable[Target], page: str) -> str:
        """JSON, ``slug#unit`` → label, heading, gist, state, its words, how sure; today's link.

        That link is words, how sure the comparison is, and address; words alone where nobody
        knows; nothing where the provision is in force. ``page`` is a source page, the
        addresses are relative to it. "" where there is no row.
        """
        here = self._maker.addresses.page(page)
        rows = [f"{name}:{row.told(here)}" for name, row in map(self._row, targets)]
        return f"{{{','.join(rows)}}}" if rows else ""

    def _row(self, target: Target) -> tuple[str, _Row]:
        if target not in self._made:
            self._made[target] = as_json(str(target)), self._maker.row(target)
        return self._made[target]


def as_json(value: str | tuple[str, ...]) -> str:
    """A value as it may stand inside a ``script`` element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


@dataclass(frozen=True)
class _Row:
    """What is said of one provision on every page; ``to`` is where today's link leads, or ""."""

    said: tuple[str, ...]
    to: str = ""

    @cached_property
    def _same(self) -> str:
        """What is said, as JSON: hundreds of pages say it."""
        return as_json(self.said)

    def told(self, here: str) -> str:
        """All of it on the page at ``here``, with the address of today's link if there is one."""
        return f"{self._same[:-1]},{as_json(relative(here, self.to))}]" if self.to else self._same


class _Rows:
    def __init__(self, library: Library, directories: bool) -> None:
        self.library = library
        self.addresses = SiteAddresses(directories)

    def row(self, target: Target) -> _Row:
        instrument = self.library.corpus.instruments[target.slug]
        found = self.library.standing(target)
        status = standing_words.status(found)
        evidence = found.validity.evidence
        label = self.library.label(target)
        gist = told(self.library.corpus, target) if target.unit else instrument.title
        heading = self._heading(target)
        today, to = self._today(found)
        said = (
            capital(label),
            heading,
            "" if label.startswith(gist) else shortened(gist, GIST_LIMIT),
            status.css,
            status.marked,
            f"{CERTAINTY_WORDS[evidence.certainty]} · kiểm tra {vietnamese_date(evidence.checked)}",
            *today,
        )
        return _Row(said, to)

    def _heading(self, target: Target) -> str:
        """The heading of the article that a unit belongs to."""
        if not target.unit:
            return ""
        unit = self.library.corpus.unit(Target(target.slug, target.unit.top))
        return (unit.heading or "") if unit else ""

    def _today(self, found: Standing) -> tuple[tuple[str, ...], str]:
        """The words of today's link with how sure they are, and where it leads."""
        corpus = self.library.corpus
        if found.form is Form.ITSELF:
            return (), ""
        if found.form is Form.UNKNOWN:
            return (standing_words.UNKNOWN,), ""
        sure = standing_words.sure(found)
        if found.form is Form.ONE:
            (there,) = found.counterparts
            return (self.library.label(there), sure), self.addresses.place(corpus.address(there))
        if found.form is Form.WHOLE:
            words = f"xem đối chiếu của {standing_words.compared_whole(found, self.library)}"
        else:
            first, *others = found.counterparts
            words = f"{self.library.label(first)} và {len(others)} chỗ khác"
        short = short_address(corpus, found.target) or short_address(corpus, found.about)
        return (words, sure), self.addresses.share(short + TODAY) if short else ""


def _links(element: Element) -> Iterator[str]:
    left = [element]
    while left:
        one = left.pop()
        if (classes := one.get("class")) and not BESIDE.isdisjoint(classes.split()):
            continue
        if one.tag == "a" and (href := one.get("href")):
            yield href
        left += reversed(one)
