"""What one build carries from event to event, and what templates ask of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .export import qr
from .law.instrument import Target, vietnamese_date
from .law.short_address import short_address
from .page import previews, printing, session, situations
from .page.handout import SITUATION
from .page.library import Library, short_name

PROJECTED = frozenset(
    {"van-ban", "cong-van", "hom-nay", "tinh-huong", "tap-huan", "cong-van/index.md"}
)
"""Folders, and one page, that a trainer shows on a projector."""


@dataclass
class Build:
    """What one build carries on ``config.extra``: its knowledge, and the page being rendered."""

    library: Library
    page: str = ""
    directories: bool = True
    linked: dict[str, tuple[Target, ...]] = field(default_factory=dict)
    theme_style: str = ""
    address: str = ""
    """The public address that QR codes lead to; "" where it is not known, and no code is made."""
    keeps: bool = False
    """Whether browsers keep the pages for reading without a connection."""

    def owner(self, page: str) -> str:
        """The short name of the instrument that a page belongs to; empty where there is none."""
        instrument = self.library.corpus.page_instrument(page)
        return short_name(instrument) if instrument else ""

    def previews(self, page: str) -> str:
        """JSON of the provisions that a page links to; empty where there is nothing to preview."""
        rows = previews.block(self.library, self.linked.get(page, ()), page, self.directories)
        return previews.as_json(rows)

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

    def checked(self) -> str:
        """The day on which the facts were checked, as readers write it."""
        return vietnamese_date(self.library.today)

    def is_projected(self, page: str) -> bool:
        """Whether a page can be shown on a projector: what is read aloud, no lists or tables."""
        folder, _, rest = page.partition("/")
        listed = rest.endswith("index.md") or page == session.SHEET_PAGE
        return (folder in PROJECTED and not listed) or page in PROJECTED

    @property
    def sheet_page(self) -> str:
        """The address of the hand-out page, as the templates link it."""
        page = session.SHEET_PAGE.removesuffix(".md")
        return f"{page}/" if self.directories else f"{page}.html"

    def is_sheet(self, page: str) -> bool:
        """Whether a page is the one on which hand-outs are made."""
        return page == session.SHEET_PAGE

    def situation(self, page: str) -> str:
        """The id that a hand-out knows a situation's page by; empty for other pages."""
        name = page.rpartition("/")[2].removesuffix(".md")
        found = situations.find(self.library, name)
        return SITUATION + name if found and found.path == page else ""

    def is_article(self, page: str) -> bool:
        """Whether a page words an article, whose units can be copied and shared."""
        found = self.library.corpus.pages.get(page)
        return bool(found and found.article)
