"""In which order the search shows pages: what a teacher asks first, tables and handbook last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ...law.corpus import Corpus
from ...law.instrument import Instrument, State
from ...law.validity import state_on
from ...page import letter

GROUPS = (
    "Tình huống và câu trả lời",
    "Điều khoản hôm nay",
    "Công văn, và quy định đã hết hiệu lực",
    "Cho người tập huấn",
    "Về trang này",
)
"""Headings of the list of results, in their order."""


@dataclass(frozen=True)
class Kind:
    """A kind of page: its place in ``GROUPS`` and how much a find in it counts.

    ``apart``: every section is an answer of its own, as on a page of questions.
    """

    group: int
    weight: float
    apart: bool = False

    def as_data(self) -> list[float]:
        return [self.group, self.weight, int(self.apart)]


KINDS: Mapping[str, Kind] = {
    "situation": Kind(0, 1.3),
    "answer": Kind(0, 1.2),
    "overview": Kind(0, 0.9),
    "question": Kind(0, 1.0, apart=True),
    "term": Kind(0, 0.8, apart=True),
    "rules": Kind(0, 1.0),
    "document": Kind(1, 1.0),
    "in-force": Kind(1, 0.85),
    "ended": Kind(2, 0.5),
    "letter": Kind(2, 0.7),
    "training": Kind(3, 0.5),
    "list": Kind(4, 0.3),
    "about": Kind(4, 0.2),
}

_HANDBOOK = (
    "bien-tap",
    "nhan-cong-van",
    "them-noi-dung",
    "khoa-van-ban",
    "khoa-trang",
    "tren-windows",
)
UNSEARCHED = frozenset({"index.md", *(f"gioi-thieu/{name}.md" for name in _HANDBOOK)})
"""Pages that answer nobody's question: the home page's doors, the editor's handbook."""

LETTERS = "cong-van/"
"""Where letters may stand together, below a page that lists them."""
_PAGES = {
    "hom-nay/index.md": "overview",
    "tra-cuu/thuat-ngu.md": "term",
    "tra-cuu/viet-tat.md": "term",
    "tinh-huong/index.md": "list",
    "van-ban/index.md": "list",
}
_FOLDERS = (
    ("tinh-huong/", "situation"),
    ("hom-nay/", "answer"),
    ("tra-cuu/hoi-dap", "question"),
    ("tra-cuu/", "list"),
    ("tap-huan/", "training"),
)
_IN_FORCE = frozenset({State.IN_FORCE, State.PARTLY, State.UNKNOWN, None})


def kind_of(corpus: Corpus, page: str, today: date) -> str:
    """The key in ``KINDS`` of a page of ``docs``; what no rule knows speaks about the site."""
    found = corpus.pages.get(page)
    if page in _PAGES:
        return _PAGES[page]
    for folder, kind in _FOLDERS:
        if page.startswith(folder):
            return kind
    instrument = corpus.page_instrument(page)
    if instrument and letter.is_letter(corpus.pages.get(corpus.home(instrument.slug))):
        return "letter" if _is_of_a_letter(corpus, instrument, page) else "rules"
    if found and instrument:
        state = state_on(instrument, found.article, today)
        if state not in _IN_FORCE:
            return "ended"
        return "document" if page == corpus.home(instrument.slug) else "in-force"
    return "list" if page.startswith(LETTERS) else "about"


def _is_of_a_letter(corpus: Corpus, own: Instrument, page: str) -> bool:
    """Whether a page beside a letter is the letter, or explains an item of it (``muc-2.md``).

    What else stands there was made of the letter for today, as rules of a school are.
    """
    stem = page.rpartition("/")[2].removesuffix(".md")
    items = {unit.id for unit in own.outline.units.values()}
    return page == corpus.home(own.slug) or stem in items
