"""The tree of navigation, from the folders and the corpus: nothing to edit for a new page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..law.corpus import Corpus
from ..law.instrument import Instrument, short_name
from ..law.loading import Page
from ..law.units import sort_key
from .viewing import newest_first, type_order

NavItem = str | dict[str, "NavItem | list[NavItem]"]
Folders = Mapping[str, Sequence[Page]]
"""The pages straight in each folder."""
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
    folders = _folders(corpus)
    for label, folder in SECTIONS:
        pages = _in_order(folders.get(folder, ()))
        if folder == "tap-huan":
            pages += _inside(corpus, folder, folders)
        if folder == "van-ban":
            pages += _instruments(corpus, folders)
        if folder == LETTERS:
            pages += _elsewhere(corpus, folders)
        if pages == [f"{folder}/index.md"]:
            items.append({label: f"{folder}/index.md"})
        elif pages:
            items.append({label: pages})
    return items


def _folders(corpus: Corpus) -> Folders:
    found: dict[str, list[Page]] = {}
    for path, page in corpus.pages.items():
        found.setdefault(path.rpartition("/")[0], []).append(page)
    return found


def _in_order(pages: Iterable[Page]) -> list[NavItem]:
    """The pages of a folder: its index first, then by ``thu-tu``, then by title."""
    ordered = sorted(
        pages,
        key=lambda page: (
            not page.path.endswith("/index.md"),
            page.meta.get("thu-tu", "~").zfill(4),
            page.title,
            page.path,
        ),
    )
    return [page.path for page in ordered]


def _inside(corpus: Corpus, folder: str, folders: Folders) -> list[NavItem]:
    """The folders straight in a folder that have an index: a group each, named by its title."""
    found = sorted(
        path
        for path in corpus.pages
        if path.startswith(f"{folder}/") and path.endswith("/index.md") and path.count("/") == 2
    )
    return [
        {corpus.pages[path].title: _in_order(folders[path.rpartition("/")[0]])} for path in found
    ]


def _instruments(corpus: Corpus, folders: Folders) -> list[NavItem]:
    groups: dict[str, list[Instrument]] = {}
    for instrument in corpus.instruments.values():
        if instrument.file.startswith("van-ban/") and corpus.home(instrument.slug) in corpus.pages:
            groups.setdefault(instrument.type, []).append(instrument)
    return [
        {label: [_instrument(corpus, item, folders) for item in sorted(items, key=newest_first)]}
        for label, items in sorted(groups.items(), key=lambda pair: type_order(pair[0]))
    ]


def _elsewhere(corpus: Corpus, folders: Folders) -> list[NavItem]:
    """Instruments in folders of their own, neither below ``van-ban`` nor a section themselves."""
    sections = {folder for _, folder in SECTIONS}
    found = [
        instrument
        for instrument in corpus.instruments.values()
        if not instrument.file.startswith("van-ban/")
        and instrument.file.rpartition("/")[0] not in sections
        and corpus.home(instrument.slug) in corpus.pages
    ]
    return [_instrument(corpus, item, folders) for item in sorted(found, key=newest_first)]


def _instrument(corpus: Corpus, instrument: Instrument, folders: Folders) -> NavItem:
    """Its page, its articles, then what else stands beside it: pages on the items of a letter."""
    home = corpus.home(instrument.slug)
    pages = folders.get(home.rpartition("/")[0], ())
    numbered = [(sort_key(page.article.number), page.path) for page in pages if page.article]
    articles: list[NavItem] = [path for _, path in sorted(numbered)]
    known = {home, *(path for _, path in numbered)}
    others = [path for path in _in_order(pages) if path not in known]
    return {short_name(instrument): [home, *articles, *others] if articles or others else home}
