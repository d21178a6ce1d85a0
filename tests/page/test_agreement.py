"""What was found in the source before the build is what stands as links on the built pages."""

from __future__ import annotations

from collections import Counter
from urllib.parse import unquote, urljoin, urlsplit

from building import BASE, Site
from vanban.cite.graph import Mention
from vanban.law.corpus import Corpus
from vanban.law.site_address import url
from vanban.page.library import Library

OF_THE_PROSE = (
    "//a[contains(concat(' ', @class, ' '), ' vd ')]"
    "[not(ancestor::*[contains(concat(' ', @class, ' '), ' dan ')])]"
    "[not(ancestor::*[contains(concat(' ', @class, ' '), ' d-tro ')])]"
    "[not(ancestor::section[@class='cau-hoi'])]"
)
"""Links of the page's own sentences; what is drawn in, or pointed to, brings its own along."""


def path_of(page: str) -> str:
    return url(page).removeprefix("./")


def expected(corpus: Corpus, mentions: list[Mention]) -> Counter[tuple[str, str]]:
    """Addresses that must be links; what lies inside a range has no words of its own."""
    found: Counter[tuple[str, str]] = Counter()
    last: Mention | None = None
    for mention in mentions:
        target = mention.citation.target
        if target is None or not mention.citation.linked:
            continue
        inside = last is not None and (last.line, last.col) == (mention.line, mention.col)
        last = mention
        if not inside and not mention.drawn:
            address = corpus.address(target)
            found[(path_of(address.page), address.anchor)] += 1
    return found


def linked(site: Site, path: str) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for element in site.tree(path).xpath(OF_THE_PROSE):
        parts = urlsplit(urljoin(BASE + path, element.get("href")))
        found[(unquote(parts.path).removeprefix("/"), unquote(parts.fragment))] += 1
    return found


def test_the_graph_and_the_pages_agree(of_site: Library, site: Site) -> None:
    corpus = of_site.corpus
    by_page: dict[str, list[Mention]] = {page: [] for page in corpus.pages}
    for mention in of_site.graph.mentions:
        by_page[mention.page].append(mention)
    differing = {}
    for page, mentions in by_page.items():
        path = path_of(page)
        wanted, found = expected(corpus, mentions), linked(site, path)
        if wanted != found:
            differing[page] = {"only in source": wanted - found, "only on page": found - wanted}
    assert differing == {}
