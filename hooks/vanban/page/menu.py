"""The menu: a few places in the header, and groups of pages behind its button."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..law.corpus import Corpus
from ..law.problems import Problem
from .navigation import SECTIONS


@dataclass(frozen=True)
class MenuLink:
    """``page`` is a path below ``docs``; ``name`` is what the menu calls it.

    ``place`` is file, line and column of the settings that name it.
    """

    page: str
    name: str
    place: tuple[str, int, int] = field(default=("", 0, 0), compare=False)


@dataclass(frozen=True)
class MenuGroup:
    """Links under a heading; ``name`` is "" for a group that needs none."""

    name: str
    links: tuple[MenuLink, ...]


@dataclass(frozen=True)
class Menu:
    """``places`` stand in the header of wide screens, and first behind the button of narrow ones.

    ``groups`` stand behind the button, ``foot`` at the foot of every page.
    """

    places: tuple[MenuLink, ...] = ()
    groups: tuple[MenuGroup, ...] = ()
    foot: tuple[MenuLink, ...] = ()

    def links(self) -> Iterator[MenuLink]:
        """Every link, in order."""
        yield from self.places
        for group in self.groups:
            yield from group.links
        yield from self.foot

    def place_of(self, page: str) -> str:
        """The page of the place that ``page`` belongs to: the nearest folder above it; or ""."""
        found = ""
        for link in self.places:
            folder = link.page.removesuffix("index.md")
            own = page == link.page or (folder != link.page and page.startswith(folder))
            if own and len(link.page) > len(found):
                found = link.page
        return found


def of_sections(corpus: Corpus) -> Menu:
    """The menu of a project whose settings name none: the sections of the site, by their index."""
    pages = ((f"{folder}/index.md", label) for label, folder in SECTIONS)
    links = tuple(MenuLink(page, label) for page, label in pages if page in corpus.pages)
    return Menu((), (MenuGroup("", links),) if links else ())


def check(menu: Menu, corpus: Corpus) -> Iterator[Problem]:
    """Links of the menu whose page is not there, each at its line of the settings."""
    for link in menu.links():
        if link.page not in corpus.pages:
            message = f"menu: không có trang {link.page}"
            yield Problem(*link.place, message, "sửa đường dẫn, hoặc bỏ dòng ấy khỏi menu")
