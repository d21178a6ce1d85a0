"""Questions for a whole room: the page that asks them, and what its script knows of every set."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ...law.instrument import vietnamese_date
from ...law.short_address import short_address
from ...law.site_address import SiteAddresses
from ...page import standing_words
from ...page.context import PageContext
from ...page.library import Library
from ..session.plan import plans
from . import quiz_checks, quiz_topics
from .quiz import FOLDER, Item, QuizBank
from .quiz_pages import era_label, ordered

DRAWN = "hỏi cả phòng"
FILE = "assets/javascripts/quiz-data.js"


def room(here: PageContext) -> list[Element]:
    """The place where the script asks, and the way to the sets without it.

    Each plan has an anchor, by which its page leads to the questions near it.
    """
    sets = here.viewer.page_href(f"{FOLDER}/index.md")
    names = [quiz_topics.name(plan) for plan in plans(here.library.corpus)]
    return here.render("quiz/room.html", sets=sets, plans=names)


def data(bank: QuizBank, library: Library, public: str, directory_urls: bool) -> dict[str, object]:
    """What the file holds.

    ``bo``: sets as [name, title], in the order of the menu; ``cau``: questions as [id, number of
    their set, of which time, question, options, number of the right one, reason, grounds], each
    ground as [label, state, how it stands, page, short address or ""]; ``buoi``: for each plan the
    questions near it (``quiz_topics``). ``ma`` says whether short addresses have QR codes.
    """
    pages = library.corpus.pages
    sets = list(ordered(bank, library))
    addresses = SiteAddresses(directory_urls)
    return {
        "ngay": vietnamese_date(library.today),
        "ma": bool(public),
        "bo": [[found.name, pages[found.page].title] for found in sets],
        "buoi": list(quiz_topics.rows(bank, library)),
        "cau": [
            [
                item.id,
                place,
                era_label(item, library),
                item.question,
                [option.text for option in item.options],
                item.right,
                item.reason,
                list(_grounds(item, library, addresses)),
            ]
            for place, found in enumerate(sets)
            for item in found.shown
        ],
    }


def _grounds(item: Item, library: Library, addresses: SiteAddresses) -> Iterator[list[str]]:
    where = quiz_checks.context(item, library.letters, library.today)
    for text in (item.basis, *item.further):
        target = quiz_checks.target(library.cite, text, where)
        if target is None:
            continue
        status = standing_words.status(library.standing(target))
        yield [
            library.title(target),
            status.css,
            status.marked,
            addresses.place(library.corpus.address(target)),
            short_address(library.corpus, target) or "",
        ]
