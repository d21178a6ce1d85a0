"""The tree of navigation, from the folders and the corpus: nothing to edit for a new page."""

from __future__ import annotations

from collections.abc import Iterator

from ..law.corpus import Corpus
from ..law.instrument import Instrument
from ..law.units import sort_key
from .library import short_name
from .viewing import newest_first, type_order

NavItem = str | dict[str, "NavItem | list[NavItem]"]
SECTIONS = (
    ("Công văn", "cong-van"),
    ("Quy định hiện hành", "hom-nay"),
    ("Tình huống", "tinh-huong"),
    ("Văn bản", "van-ban"),
    ("Tra cứu", "tra-cuu"),
    ("Tập huấn", "tap-huan"),
    ("Giới thiệu", "gioi-thieu"),
)
"""Folders of ``docs`` in the order of the menu; a folder that is empty is left out."""
LETTERS = "cong-van"


def navigation(corpus: Corpus) -> list[NavItem]:
    """The ``nav`` of the site, as MkDocs reads it."""
    items: list[NavItem] = []
    if "index.md" in corpus.pages:
        items.append({"Trang chủ": "index.md"})
    for label, folder in SECTIONS:
        pages = _folder(corpus, folder)
        if folder == "tap-huan":
            pages += _inside(corpus, folder)
        if folder == "van-ban":
            pages += _instruments(corpus)
        if folder == LETTERS:
            pages += _elsewhere(corpus)
        if pages == [f"{folder}/index.md"]:
            items.append({label: f"{folder}/index.md"})
        elif pages:
            items.append({label: pages})
    return items


def _folder(corpus: Corpus, folder: str) -> list[NavItem]:
    """Pages straight in a folder: its index first, then by ``thu-tu``, then by title."""
    found = [page for path, page in corpus.pages.items() if path.rpartition("/")[0] == folder]
    found.sort(
        key=lambda page: (
            not page.path.endswith("/index.md"),
            page.meta.get("thu-tu", "~").zfill(4),
            page.title,
            page.path,
        )
    )
    return [page.path for page in found]


def _inside(corpus: Corpus, folder: str) -> list[NavItem]:
    """The folders straight in a folder that have an index: a group each, named by its title."""
    found = sorted(
        path
        for path in corpus.pages
        if path.startswith(f"{folder}/") and path.endswith("/index.md") and path.count("/") == 2
    )
    return [{corpus.pages[path].title: _folder(corpus, path.rpartition("/")[0])} for path in found]


def _instruments(corpus: Corpus) -> list[NavItem]:
    groups: dict[str, list[Instrument]] = {}
    for instrument in corpus.instruments.values():
        if instrument.file.startswith("van-ban/") and corpus.home(instrument.slug) in corpus.pages:
            groups.setdefault(instrument.type, []).append(instrument)
    return [
        {label: [_instrument(corpus, item) for item in sorted(items, key=newest_first)]}
        for label, items in sorted(groups.items(), key=lambda pair: type_order(pair[0]))
    ]


def _elsewhere(corpus: Corpus) -> list[NavItem]:
    """Instruments in folders of their own, neither below ``van-ban`` nor a section themselves."""
    sections = {folder for _, folder in SECTIONS}
    found = [
        instrument
        for instrument in corpus.instruments.values()
        if not instrument.file.startswith("van-ban/")
        and instrument.file.rpartition("/")[0] not in sections
        and corpus.home(instrument.slug) in corpus.pages
    ]
    return [_instrument(corpus, item) for item in sorted(found, key=newest_first)]


def _instrument(corpus: Corpus, instrument: Instrument) -> NavItem:
    """Its page, its articles, then what else stands beside it: pages on the items of a letter."""
    home = corpus.home(instrument.slug)
    articles: list[NavItem] = list(_articles(corpus, instrument))
    known = {home, *corpus.article_pages.values()}
    others = [page for page in _folder(corpus, home.rpartition("/")[0]) if page not in known]
    return {short_name(instrument): [home, *articles, *others] if articles or others else home}


def _articles(corpus: Corpus, instrument: Instrument) -> Iterator[str]:
    found = [
        (sort_key(article.unit.number), path)
        for article, path in corpus.article_pages.items()
        if article.slug == instrument.slug and article.unit
    ]
    yield from (path for _, path in sorted(found))
