"""What a page needs to preview the provisions it links to: one small JSON block in the page.

Only what is linked there goes in, and nothing where the gist stands beside the link
already. The script finds a row by the link's own address (``slug#unit``), so that
links carry no extra letters.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from ..law.corpus import Corpus
from ..law.current import Lead, current
from ..law.instrument import Target, vietnamese_date
from ..law.ledger import url
from ..law.short_address import TODAY, short_address
from ..law.units import Kind, unit_of
from ..law.validity import validity_of
from .gists import shortened
from .library import Library
from .linking import relative
from .viewing import Viewer
from .views import CERTAINTY_WORDS

GIST_LIMIT = 220
_PREVIEWED = frozenset({Kind.ARTICLE, Kind.CLAUSE, Kind.POINT})
BESIDE = frozenset({"ml", "ds", "dk", "nguoc", "the-ten", "dan-ten"})
"""Lists and cards that show the gist, or need none; the script has the same names."""


def targets_on(root: Element, page: str, corpus: Corpus) -> tuple[Target, ...]:
    """The provisions and instruments that a page's tree links to, in order, each once."""
    found: dict[Target, None] = {}
    for link in _links(root):
        target = target_of(link, page, corpus)
        if target:
            found[target] = None
    return tuple(found)


def target_of(href: str, page: str, corpus: Corpus) -> Target | None:
    """What a source-relative link names; None where that is no provision."""
    path, _, anchor = href.partition("#")
    place = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    found = corpus.pages.get(place)
    if found is None or found.slug is None:
        return None
    if anchor:
        named = unit_of(anchor)
        target = Target(found.slug, named)
        numbered = named and named.kind in _PREVIEWED and corpus.unit(target)
        return target if numbered else None
    if found.article or place == corpus.home(found.slug):
        return Target(found.slug, found.article)
    return None


def block(
    library: Library, targets: Iterable[Target], page: str, directories: bool
) -> dict[str, list[str]]:
    """``slug#unit`` → label, heading, gist, state, its words, how sure; then today's link.

    That link is words, how sure the comparison is, and address; words alone where nobody
    knows; nothing where the provision is in force. ``page`` is a source page, the
    addresses are relative to it.
    """
    maker = _Rows(library, page, directories)
    return {str(target): maker.row(target) for target in targets}


def as_json(rows: dict[str, list[str]]) -> str:
    """The block as it may stand inside a ``script`` element; "" where it is empty."""
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else ""
    return text.replace("<", "\\u003c")


class _Rows:
    def __init__(self, library: Library, page: str, directories: bool) -> None:
        self.library = library
        self.viewer = Viewer(library, page)
        self.directories = directories
        self.here = self._address(page)

    def row(self, target: Target) -> list[str]:
        instrument = self.library.corpus.instruments[target.slug]
        status = self.viewer.status(target)
        evidence = validity_of(instrument, target.unit).evidence
        label = self.library.label(target)
        gist = self.viewer.gist(target) if target.unit else instrument.title
        heading = self._heading(target)
        row = [
            label[:1].upper() + label[1:],
            heading,
            "" if label.startswith(gist) else shortened(gist, GIST_LIMIT),
            status.css,
            f"{status.mark} {status.words}",
            f"{CERTAINTY_WORDS[evidence.certainty]} · kiểm tra {vietnamese_date(evidence.checked)}",
        ]
        return row + self._today(target)

    def _heading(self, target: Target) -> str:
        """The heading of the article that a unit belongs to."""
        if not target.unit:
            return ""
        unit = self.library.corpus.unit(Target(target.slug, target.unit.top))
        return (unit.heading or "") if unit else ""

    def _today(self, target: Target) -> list[str]:
        corpus = self.library.corpus
        instrument = corpus.instruments[target.slug]
        found = current(instrument, target, self.library.today, corpus.instruments)
        if found.lead is Lead.ITSELF:
            return []
        if found.lead is Lead.UNKNOWN:
            return ["chưa rõ"]
        ways = (CERTAINTY_WORDS[pairing.evidence.certainty] for pairing in found.pairings)
        sure = "; ".join(dict.fromkeys(ways))
        if len(found.targets) == 1 and found.about == target:
            there = found.targets[0]
            place = corpus.address(there)
            anchor = f"#{place.anchor}" if place.anchor else ""
            href = self._relative(self._address(place.page)) + anchor
            return [self.library.label(there), sure, href]
        words = f"{len(found.targets)} quy định"
        if found.about != target:
            words = f"xem đối chiếu của cả {self.library.label(found.about)}"
        short = short_address(corpus, target) or short_address(corpus, found.about)
        if not short:
            return [words, sure]
        file = "" if self.directories else "index.html"
        return [words, sure, self._relative(short + TODAY + file)]

    def _address(self, page: str) -> str:
        """Where a source page stands in the built site."""
        if self.directories:
            return url(page).removeprefix("./")
        return page.removesuffix(".md") + ".html"

    def _relative(self, address: str) -> str:
        return relative(self.here, address)


def _links(element: Element) -> Iterator[str]:
    if not BESIDE.isdisjoint(element.get("class", "").split()):
        return
    if element.tag == "a" and element.get("href"):
        yield element.get("href", "")
    for child in element:
        yield from _links(child)
