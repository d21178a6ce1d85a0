"""Questions for practice as pages show them: whole without script, marked up for those with one.

Each set has a page of its own name beside its YAML file; ``[[câu hỏi]]`` draws the
questions there, ``[[danh sách bộ câu hỏi]]`` lists all sets. A projector script reads
the same markup: ``section.cau-hoi`` with ``ol.cau-hoi-chon > li[data-dung]`` and
``details.cau-hoi-dap``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import partial
from xml.etree.ElementTree import Element

from ...law.instrument import Target, vietnamese_date
from ...law.loading import Page
from ...law.problems import Problem
from ...law.units import sort_key
from ...law.validity import validity_of
from ...page import letter, standing_words
from ...page.context import PageContext
from ...page.drawing import Table
from ...page.library import Library
from ...page.linking import link_tree
from ...page.viewing import Viewer
from ...page.views import EvidenceView, LinkView, StatusView, TodayGroup
from . import quiz_checks
from .quiz import FOLDER, ROOM, Era, Item, QuizBank, QuizSet

DRAWN = "câu hỏi"
LISTED = "danh sách bộ câu hỏi"
LETTERS = "ABCD"
MOST_TODAY = 4
"""More provisions of today than this are compared on the old provision's own page."""


@dataclass(frozen=True)
class BasisView:
    """A cited provision: link, state, on which day that was checked, and where it is today."""

    link: LinkView
    status: StatusView
    evidence: EvidenceView
    today: tuple[TodayGroup, ...] = ()
    today_count: int = 0
    today_sure: str = ""


@dataclass(frozen=True)
class OptionView:
    text: str
    right: bool


@dataclass(frozen=True)
class ItemView:
    id: str
    number: int
    era: str
    era_label: str
    question: str
    options: tuple[OptionView, ...]
    letter: str
    answer: str
    reason: str
    basis: BasisView
    further: tuple[BasisView, ...]


@dataclass(frozen=True)
class SetView:
    """A line of the list of sets; ``name`` and ``edition`` are what a browser keeps answers by.

    ``then`` questions ask about ``month``, that of the letter.
    """

    name: str
    edition: str
    link: LinkView
    summary: str
    count: int
    then: int
    month: str
    now: int


def check(library: Library, bank: QuizBank, prefix: str, published: Set[str]) -> Iterator[Problem]:
    """The questions themselves, and that each set has the page that draws it in."""
    pages = library.corpus.pages
    yield from quiz_checks.check(bank, library.corpus, library.cite, library.today, published)
    for found in bank.sets.values():
        page = pages.get(found.page)
        if page is None or not _draws(page):
            message = f"chưa có trang {prefix}/{found.page} với dòng [[{DRAWN}]]"
            yield Problem(found.file, 1, 1, message, "thêm trang, hoặc thêm dòng ấy vào trang")
    for page in pages.values():
        if _draws(page) and _set_of(bank, page) is None:
            message = f"[[{DRAWN}]]: cạnh trang này không có tệp câu hỏi nào đọc được"
            advice = f"trang này cần nằm ở {prefix}/{FOLDER}/ và có tệp .yml cùng tên"
            yield Problem(f"{prefix}/{page.path}", 1, 1, message, advice)


def tables(bank: QuizBank) -> Mapping[str, Table]:
    """What ``[[…]]`` draws in: the questions of ``bank``."""
    return {DRAWN: partial(_questions, bank), LISTED: partial(_listing, bank)}


def _questions(bank: QuizBank, here: PageContext) -> list[Element]:
    """The questions of the page's own set, and the sheet that attests the practice."""
    viewer = here.viewer
    found = _set_of(bank, here.source)
    if found is None:
        return []
    maker = _Items(viewer)
    items = [maker.view(item, number) for number, item in enumerate(found.shown, 1)]
    made = here.render(
        "quiz/questions.html",
        items=items,
        name=found.name,
        edition=found.edition,
        title=here.source.title,
        covered=_covered(viewer, found),
        day=vietnamese_date(here.library.today),
        room=here.viewer.page_href(ROOM) if ROOM in here.library.corpus.pages else "",
    )
    sections = [one for one in made if one.get("class") == "cau-hoi"]
    for item, section in zip(found.items, sections, strict=True):
        _link_reason(section, item, viewer)
    return made


def _listing(bank: QuizBank, here: PageContext) -> list[Element]:
    """Every set with what it is about and how many questions it has."""
    sets = [_set_view(here.viewer, found) for found in ordered(bank, here.library)]
    return here.render("quiz/sets.html", sets=sets, total=sum(found.count for found in sets))


class _Items:
    """Makes the views of questions on one page."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer

    def view(self, item: Item, number: int) -> ItemView:
        named = [target for text in item.further if (target := _named(self.viewer, item, text))]
        basis = _named(self.viewer, item, item.basis)
        if basis is None:
            raise ValueError(f"{item.id}: unchecked question")
        return ItemView(
            item.id,
            number,
            item.era.value,
            era_label(item, self.viewer.library),
            item.question,
            tuple(OptionView(option.text, option.right) for option in item.options),
            LETTERS[item.right],
            item.options[item.right].text,
            item.reason,
            self._basis(basis, item.era is Era.THEN),
            tuple(self._basis(target, False) for target in named),
        )

    def _basis(self, target: Target, then: bool) -> BasisView:
        library = self.viewer.library
        found = library.standing(target)
        compared = found.about == target
        today = self.viewer.today(found.counterparts) if then and compared else ()
        count = sum(len(group.units) or 1 for group in today)
        return BasisView(
            self.viewer.link(target),
            self.viewer.status(target),
            _evidence(self.viewer, target),
            today if count <= MOST_TODAY else (),
            count,
            standing_words.sure(found) if compared else "",
        )


def _month(item: Item, library: Library) -> str:
    """“11/2019”: the month of the letter that a question is about; "" where there is none."""
    day = quiz_checks.letter_day(item, library.letters)
    return letter.month_of(day) if day else ""


def era_label(item: Item, library: Library) -> str:
    """Which law a question asks about, as readers are told: of a letter's month, or of today."""
    return f"Hỏi về tháng {_month(item, library)}" if item.era is Era.THEN else "Hỏi về hôm nay"


def _named(viewer: Viewer, item: Item, text: str) -> Target | None:
    where = quiz_checks.context(item, viewer.library.letters, viewer.library.today)
    return quiz_checks.target(viewer.library.cite, text, where)


def _covered(viewer: Viewer, found: QuizSet) -> list[BasisView]:
    """The provisions that the questions of a set rest on, each once, in order of the questions."""
    targets = (_named(viewer, item, item.basis) for item in found.items)
    return [
        BasisView(viewer.link(target), viewer.status(target), _evidence(viewer, target))
        for target in dict.fromkeys(targets)
        if target
    ]


def _evidence(viewer: Viewer, target: Target) -> EvidenceView:
    """What is known of whether a provision holds, and on which day that was checked."""
    instrument = viewer.library.corpus.instruments[target.slug]
    return viewer.evidence(validity_of(instrument, target.unit).evidence)


def _link_reason(section: Element, item: Item, viewer: Viewer) -> None:
    """Only reasons get links: in an option a link would be pressed in place of an answer."""
    library = viewer.library
    where = quiz_checks.context(item, library.letters, library.today)
    for paragraph in section.iter("div"):
        if paragraph.get("class") == "cau-hoi-vi-sao":
            link_tree(
                paragraph, lambda text, _: library.cite(text, where), library.corpus, viewer.page
            )


def _set_view(viewer: Viewer, found: QuizSet) -> SetView:
    page = viewer.library.corpus.pages[found.page]
    then = sum(item.era is Era.THEN for item in found.items)
    return SetView(
        found.name,
        found.edition,
        LinkView(viewer.page_href(page.path), page.title),
        page.meta.get("tom-tat", ""),
        len(found.items),
        then,
        _month(found.items[0], viewer.library) if found.items else "",
        len(found.items) - then,
    )


def ordered(bank: QuizBank, library: Library) -> Iterable[QuizSet]:
    """As the menu has them."""
    pages = library.corpus.pages

    def order(found: QuizSet) -> tuple[tuple[int, int], str]:
        return sort_key(pages[found.page].meta.get("thu-tu", "99")), found.name

    return sorted((one for one in bank.sets.values() if one.page in pages), key=order)


def _draws(page: Page) -> bool:
    return any(f"[[{DRAWN}]]" in block.text for block in page.blocks())


def _set_of(bank: QuizBank, page: Page) -> QuizSet | None:
    return next((one for one in bank.sets.values() if one.page == page.path), None)
