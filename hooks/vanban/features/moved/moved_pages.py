"""What stands at addresses that have moved, so that printed codes and old links still arrive.

A page that is gone leaves a small page at its address. An anchor that is gone from a page that
stands leaves a line on it, which shows only when somebody asks for the anchor. Both lead on by
themselves (``moved.js``; the small page also without script) and say at the new place that they
did: links carry the old address as ``?tu=``. Anybody can write such a link, so the page there names
the addresses that have moved to it, and ``arrival.js`` believes no other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from urllib.parse import quote

from ...law.address_kinds import is_file
from ...law.instrument import Target
from ...law.moves import Moves
from ...law.names import capital
from ...law.short_address import TODAY, shared
from ...law.site_address import HOME, SiteAddresses, url
from ...page.library import Library
from ...page.linking import relative
from ...publish.small_page import small_page, style, up

DATA = "tu-dia-chi"
KEY = "tu"
"""The question in an address that says from where a reader was led."""
SCRIPT = "assets/javascripts/moved.js"
_WHO = "Địa chỉ này đã chuyển"


@dataclass(frozen=True)
class MovedPage:
    """``path`` is the folder of the page that is gone, ``html`` what stands there now."""

    path: str
    html: str


@dataclass(frozen=True)
class MovedPages:
    """Makes them for one build. ``directories`` says whether pages are folders or files."""

    library: Library
    moves: Moves
    directories: bool

    def all(self) -> Iterator[MovedPage]:
        """A page for every address of a page that is gone, in the order of the ledger."""
        for old, new in self._whole.items():
            # A file that is gone: servers send its name on to the folder of that name.
            folder = old if old.endswith("/") else f"{old}/"
            yield MovedPage(folder, self._page(folder, old, new))

    def lines(self, page: str) -> str:
        """Markup for the end of a source page: a line for each anchor that has left it."""
        here = SiteAddresses(self.directories).page(page) or "index.html"
        folder = here if here.endswith("/") else here.rpartition("/")[0] + "/"
        return self._lines(url(page), folder.removeprefix("/")) + self._known(url(page))

    def _known(self, page: str) -> str:
        """The addresses that lead to a page, as data for its script; "" where none does."""
        old = self._arrivals.get(page)
        return (
            f'<script type="application/json" id="{DATA}">{json.dumps(old)}</script>' if old else ""
        )

    @cached_property
    def _arrivals(self) -> Mapping[str, tuple[str, ...]]:
        """Page → all addresses from which a link leads to it."""
        found: dict[str, list[str]] = {}
        for old, new in self.moves.moved():
            page = self._place(new).partition("#")[0]
            found.setdefault(page or HOME, []).append(old)
        return {page: tuple(rows) for page, rows in found.items()}

    @cached_property
    def _whole(self) -> Mapping[str, str]:
        return {old: new for old, new in self.moves.moved() if "#" not in old}

    @cached_property
    def _anchors(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Page → anchors that have left it, with where they lead."""
        found: dict[str, list[tuple[str, str]]] = {}
        for old, new in self.moves.moved():
            page, mark, anchor = old.partition("#")
            if mark:
                found.setdefault(page or HOME, []).append((anchor, new))
        return {page: tuple(rows) for page, rows in found.items()}

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        """Address → what a reader calls the thing there."""
        corpus, library = self.library.corpus, self.library
        found = {url(page.path): page.title for page in corpus.pages.values()}
        for slug, instrument in corpus.instruments.items():
            for target in [
                Target(slug),
                *(Target(slug, unit) for unit in instrument.outline.units),
            ]:
                address = corpus.address(target)
                anchor = f"#{address.anchor}" if address.anchor else ""
                found[url(address.page) + anchor] = library.title(target)
        for short, target in self._short.items():
            found[short] = library.title(target)
            found[short + TODAY] = f"{library.title(target)}: hôm nay ở đâu?"
        return found

    def _page(self, folder: str, old: str, new: str) -> str:
        link = self._link(folder, old, new)
        body = (
            f"<h1>{_WHO}</h1><p>Nội dung ở <b>{escape(old)}</b> nay ở:</p>"
            f'<ul class="da-chuyen"><li>{link}</li></ul>{self._lines(old, folder)}'
            f'<script src="{up(folder)}{SCRIPT}"></script>'
        )
        to = escape(self._href(folder, old, new))
        head = style(folder)
        head += f'<noscript><meta http-equiv="refresh" content="0;url={to}"></noscript>'
        return small_page(folder, _WHO, f"Nay ở: {self._title(new)}", head, body)

    def _lines(self, page: str, folder: str) -> str:
        return "".join(
            f'<p class="da-chuyen" id="{escape(anchor)}">Nội dung từng ở đây nay ở: '
            f"{self._link(folder, f'{page}#{anchor}', new)}</p>"
            for anchor, new in self._anchors.get(page, ())
        )

    def _link(self, folder: str, old: str, new: str) -> str:
        return f'<a href="{escape(self._href(folder, old, new))}">{escape(self._title(new))}</a>'

    def _title(self, address: str) -> str:
        title = self._titles.get(address)
        return capital(title) if title else address

    def _href(self, folder: str, old: str, new: str) -> str:
        """The relative link from a folder of the site to an address, with where it comes from."""
        page, mark, anchor = self._place(new).partition("#")
        path = relative(f"{folder}index.html", self._built(page))
        return f"{path}?{KEY}={quote(old)}{mark}{anchor}"

    def _place(self, address: str) -> str:
        """The address that a short one leads to at once: the way on is one step, not two."""
        target = self._short.get(address)
        if target is None:
            return address
        found = self.library.corpus.address(target)
        return url(found.page) + (f"#{found.anchor}" if found.anchor else "")

    @cached_property
    def _short(self) -> Mapping[str, Target]:
        return dict(shared(self.library.corpus))

    def _built(self, page: str) -> str:
        """Where the page of an address lies in the built site, as a link names it."""
        if is_file(page):
            return page
        source = self._sources.get(page)
        places = SiteAddresses(self.directories)
        return places.page(source) if source else places.share(page)

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        return {url(page): page for page in self.library.corpus.pages}
