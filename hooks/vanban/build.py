"""What one build carries from event to event, and what templates ask of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from .built_addresses import BuiltAddresses
from .features.changes import feed
from .features.day import timeline
from .features.draft import judge_page
from .features.draft.shipped import Shipped
from .features.fines import fines
from .features.freshness import claims
from .features.handout import handout_data, ready
from .features.handout.handout_data import SITUATION
from .features.moved.moved_pages import MovedPages
from .features.preview.previews import Previews
from .features.print import printing
from .features.quiz import quiz, quiz_room
from .features.quiz.quiz import QuizBank
from .features.search import provisions
from .features.search.sections import NOTHING_TOLD, Told
from .features.search.texts import Text
from .features.session import plan
from .features.share import qr
from .features.situations import situations
from .law.instrument import Target, short_name, vietnamese_date
from .law.moves import NO_MOVES, Moves
from .law.short_address import short_address
from .law.site_address import SiteAddresses
from .opendata.files import Given
from .opendata.legislation import as_script, legislation
from .page import letter
from .page.library import Library
from .page.menu import Menu, MenuLink
from .page.views import LinkView
from .project import Project
from .publish import bundle
from .publish.digests import NO_NAMES, Names

PROJECTED = frozenset({"van-ban", "hom-nay", "tinh-huong", "tap-huan"})
"""Folders that a trainer shows on a projector, besides letters and what stands beside them."""
LONG = ("gioi-thieu/", "tra-cuu/hoi-dap", "hom-nay/ung-xu")
"""How the paths of pages begin that list their own headings before the first of them."""
FOLD_OF_A_SECTION = "<summary><h2"
"""A page of such folds is a list of its headings already."""
_SCRIPTS = "assets/javascripts"
_STYLES = "assets/stylesheets"
JOINED = {
    f"{_STYLES}/{name}.css": tuple(f"{_STYLES}/{part}.css" for part in parts)
    for name, parts in {
        "unit": ("article", "share"),
        "text": ("drawn", "answer"),
        "lists": ("overview", "situations"),
    }.items()
}
"""Style sheets of some pages that are asked for together: their path, and what they are made of."""
OVERRULING = (f"{_STYLES}/handout.css", f"{_STYLES}/projector.css", f"{_STYLES}/print.css")
"""Style sheets that lay out a page, a screen, or paper by themselves."""


class SourceFile(Protocol):
    """A file of ``docs`` as the builder knows it; ``src_uri`` is its path there."""

    src_uri: str


class SitePage(Protocol):
    """A page as the builder hands it to its templates; ``title`` is plain text."""

    file: SourceFile
    title: str | None
    meta: Mapping[str, Any]
    is_homepage: bool
    canonical_url: str | None
    url: str
    content: str | None

    @property
    def previous_page(self) -> SitePage | None: ...

    @property
    def next_page(self) -> SitePage | None: ...


@dataclass
class Build:
    """What one build carries on ``config.extra``: its knowledge, and the page being rendered."""

    library: Library
    menu: Menu = field(default_factory=Menu)
    page: str = ""
    directories: bool = True
    linked: dict[str, tuple[Target, ...]] = field(default_factory=dict)
    texts: list[Text] = field(default_factory=list)
    """What the search reads of the pages rendered so far."""
    told: Told = NOTHING_TOLD
    """What Markdown made last."""
    theme_style: str = ""
    shared_styles: list[str] = field(default_factory=list)
    """Our style sheets that every page has, in their order, above the theme's."""
    sheets: dict[str, frozenset[str]] = field(default_factory=dict)
    """The style sheets of some pages: their path, and the classes that only they speak of."""
    address: str = ""
    """The public address that QR codes lead to; "" where it is not known, and no code is made."""
    keeps: bool = False
    """Whether browsers keep the pages for reading without a connection."""
    moves: Moves = NO_MOVES
    addresses: BuiltAddresses = field(default_factory=BuiltAddresses)
    """Whether what was published is there."""
    quiz: QuizBank = field(default_factory=QuizBank)
    shipped: Shipped | None = None
    """What judges a letter in the browser; None where the site does not carry it."""
    names: Names = NO_NAMES
    """What the assets are called in the finished site."""
    project: Project | None = None
    """What it was read from; None where a test puts a library together by itself."""

    @cached_property
    def given(self) -> Given:
        """What anyone may take out."""
        return Given(self.library)

    @cached_property
    def moved(self) -> MovedPages:
        """What stands at addresses that have moved."""
        return MovedPages(self.library, self.moves, self.directories)

    def at(self, page: SitePage | None) -> Shown:
        """What the templates ask of one page; None is a page that has no source (404)."""
        return Shown(self, page)

    def owner(self, page: str) -> str:
        """The short name of the instrument that a page belongs to; empty where there is none."""
        instrument = self.library.corpus.page_instrument(page)
        return short_name(instrument) if instrument else ""

    def previews(self, page: str) -> str:
        """JSON of the provisions that a page links to; empty where there is nothing to preview."""
        return self._previews.block(self.linked.get(page, ()), page)

    @cached_property
    def _previews(self) -> Previews:
        return Previews(self.library, self.directories)

    def foot(self, page: str) -> str:
        """The line at the foot of every printed sheet, as a string of CSS."""
        return printing.css_string(printing.foot(self.library, page))

    def code(self, page: str) -> str:
        """The QR code printed with a page of an instrument, as SVG; empty for other pages."""
        instrument = self.library.corpus.page_instrument(page)
        source = self.library.corpus.pages.get(page)
        if not (self.address and instrument and source):
            return ""
        path = short_address(self.library.corpus, Target(instrument.slug, source.article))
        return qr.svg(self.address + path, "in-ma") if path else ""

    def href(self, link: MenuLink) -> str:
        """The address of a page of the menu, as the templates link it."""
        return SiteAddresses(self.directories).page(link.page)

    def checked(self) -> str:
        """The day on which the facts were checked, as readers write it."""
        return vietnamese_date(self.library.today)

    @property
    def has_letters(self) -> bool:
        """Whether the site shows a letter whole."""
        return bool(self.library.letters)

    @property
    def checked_day(self) -> str:
        """The same day for the reader's own clock."""
        return self.library.today.isoformat()

    @property
    def feed(self) -> str:
        """The address of the feed of changes, as the templates link it."""
        return feed.FILE

    @property
    def handout_page(self) -> str:
        """The address of the hand-out page, as the templates link it."""
        return SiteAddresses(self.directories).page(ready.PAGE)

    @property
    def list_page(self) -> str:
        """The address of the list of every provision, as the templates link it."""
        return SiteAddresses(self.directories).page(provisions.LIST)


@dataclass(frozen=True)
class Shown:
    """One page of the built site, as its templates ask: texts are plain, "" says there is none."""

    build: Build
    page: SitePage | None

    @property
    def path(self) -> str:
        """The source page under ``docs``."""
        return self.page.file.src_uri if self.page else ""

    @property
    def is_home(self) -> bool:
        return bool(self.page and self.page.is_homepage)

    @property
    def title(self) -> str:
        """The page's own title, and the instrument that it belongs to; "" for the home page."""
        if self.page is None or self.page.is_homepage:
            return ""
        own = self.page.meta.get("title") or self._heading
        owner = self.build.owner(self.path)
        return f"{own} · {owner}" if own and owner and owner not in own else str(own)

    @property
    def _heading(self) -> str:
        """The heading in one line: a sign stands where an instrument's subject begins."""
        words = self.page.title or "" if self.page else ""
        instrument = self.build.library.corpus.page_instrument(self.path)
        number = words.removesuffix(f" {instrument.title}") if instrument else words
        return f"{number}: {instrument.title}" if instrument and number != words else words

    @property
    def description(self) -> str:
        return str(self.page.meta.get("description") or "") if self.page else ""

    @property
    def neighbours(self) -> tuple[LinkView | None, LinkView | None]:
        """The articles before and after an article of the same instrument."""
        if self.page is None or not self._is_article:
            return None, None
        return self._neighbour(self.page.previous_page), self._neighbour(self.page.next_page)

    def _neighbour(self, other: SitePage | None) -> LinkView | None:
        shown = Shown(self.build, other)
        if other is None or not shown._is_article:
            return None
        if shown.path.rpartition("/")[0] != self.path.rpartition("/")[0]:
            return None
        return LinkView(other.url, other.title or "")

    @property
    def place(self) -> str:
        """The place of the header that this page belongs to, as the menu names its page; or ""."""
        return self.build.menu.place_of(self.path)

    @property
    def is_wide(self) -> bool:
        """Whether the page lays out its own columns on a wide screen."""
        return self.is_home or self._is_article or self._is_letter or bool(self.situation)

    @property
    def lists_headings(self) -> bool:
        """Whether the page begins with its own contents: long pages that are read in parts."""
        folded = self.page is not None and FOLD_OF_A_SECTION in (self.page.content or "")
        return self.path.startswith(LONG) and not folded

    @property
    def legislation(self) -> str:
        """What search engines are told of the instrument or article; "" for other pages."""
        return as_script(legislation(self.build.library, self.path, self.build.address))

    @property
    def day(self) -> str:
        """Where the answers for other days lie, below the front page; "" where none is asked."""
        library = self.build.library
        instrument = library.corpus.page_instrument(self.path)
        if instrument is None or not timeline.is_asked_about(library, instrument.slug):
            return ""
        home = self.path == library.corpus.home(instrument.slug)
        return timeline.path(instrument.slug) if home or self._is_article else ""

    @property
    def canonical_url(self) -> str:
        return (self.page.canonical_url or "") if self.page else ""

    @property
    def foot(self) -> str:
        return self.build.foot(self.path)

    @property
    def oldest_check(self) -> date:
        """The day of the oldest check that the page leans on."""
        return claims.oldest(self.build.library, self.path)

    @property
    def oldest_check_words(self) -> str:
        return vietnamese_date(self.oldest_check)

    @property
    def warns(self) -> bool:
        """Whether that check was too old already when the site was built."""
        return claims.warns(self.build.library, self.path)

    @property
    def code(self) -> str:
        return self.build.code(self.path)

    @property
    def previews(self) -> str:
        return self.build.previews(self.path)

    @property
    def is_projected(self) -> bool:
        """Whether the page can be shown on a projector: what is read aloud, no lists or tables."""
        instrument = self.build.library.corpus.page_instrument(self.path)
        if instrument and instrument.slug in self.build.library.letters:
            return True
        folder, _, rest = self.path.partition("/")
        listed = rest.endswith("index.md") or self._is_handout or self.path == quiz.ROOM
        return folder in PROJECTED and not listed

    @property
    def projected_as(self) -> str:
        """What the buttons that project the page call it: everywhere the same name."""
        if self._is_quiz:
            return "bộ câu hỏi này"
        return "buổi này" if self._is_plan else "trang này"

    @property
    def situation(self) -> str:
        """The id that a hand-out knows a situation's page by; empty for other pages."""
        name = self.path.rpartition("/")[2].removesuffix(".md")
        found = situations.find(self.build.library, name)
        return SITUATION + name if found and found.path == self.path else ""

    @property
    def scripts(self) -> list[str]:
        """Scripts that this page needs besides the one that all pages share, in their order."""
        names = []
        if self._is_handout:
            names.append("handout")
        if self.situation:
            names.append("handout-add")
        if self._is_article:
            names.append("share")
        if self.path == situations.LIST:
            names.append("situations")
        if self.path == fines.PAGE:
            names.append("fines")
        if self.path == quiz.ROOM:
            names.append("quiz-room")
        elif self._is_quiz:
            names.append("quiz")
        if self._is_plan:
            names.append("session")
        if 'class="loc"' in (self.page.content or "" if self.page else ""):
            names.append("filter")
        if judge_page.FORM in (self.page.content or "" if self.page else ""):
            names.append("judge")
        return [f"{_SCRIPTS}/{name}.js" for name in names]

    @property
    def preloads(self) -> list[str]:
        """Data that a script of this page asks for as soon as it runs."""
        if self.path == quiz.ROOM:
            return [quiz_room.FILE]
        return [handout_data.FILE] if self._is_handout else []

    @property
    def styles(self) -> list[str]:
        """Style sheets of its own, above those that all pages share: the ones of its classes."""
        classes = bundle.used(self.page.content or "") if self.page else frozenset()
        return [path for path, names in self.build.sheets.items() if names & classes]

    @property
    def overruling_styles(self) -> list[str]:
        """Style sheets above all, for what its scripts will draw."""
        return [OVERRULING[0]] if self._is_handout else []

    @property
    def _is_handout(self) -> bool:
        return self.path == ready.PAGE

    @property
    def _is_quiz(self) -> bool:
        return self.path.startswith(f"{quiz.FOLDER}/")

    @property
    def _is_plan(self) -> bool:
        found = self.build.library.corpus.pages.get(self.path)
        return bool(found and plan.is_plan(found))

    @property
    def _is_letter(self) -> bool:
        return letter.is_letter(self.build.library.corpus.pages.get(self.path))

    @property
    def _is_article(self) -> bool:
        """Whether the page words an article, whose units can be copied and shared."""
        found = self.build.library.corpus.pages.get(self.path)
        return bool(found and found.article)
