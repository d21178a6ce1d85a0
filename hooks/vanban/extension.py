"""The Python-Markdown extension: makes the tree of each page into what the page is.

It links citations, draws in what ``[[…]]`` names, and furnishes article pages, instruments,
the dispatch and plans with what the corpus knows of them.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import partial
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from .features.answer import answer, folding
from .features.article import article
from .features.changes import table as changes
from .features.dispatch import dispatch
from .features.draft import judge_page
from .features.draft.shipped import Shipped
from .features.fines import fines
from .features.glossary import glossary
from .features.handout import ready
from .features.instrument import instrument_page
from .features.open_data import open_data
from .features.overview import overview
from .features.preview import previews
from .features.quiz import quiz_pages, quiz_room
from .features.quiz.quiz import QuizBank
from .features.session import session
from .features.share import actions
from .features.situations import situations
from .features.wording import wording
from .law.instrument import Target
from .opendata.files import Given
from .page import drawing, letter, tables
from .page.context import PageContext
from .page.drawing import Drawable
from .page.fragments import Fragments
from .page.library import Library
from .page.linking import link_tree

LISTING = "danh-sach"
"""Value of the front matter key ``trang`` on the page that lists every instrument."""

_ONLINE = session.Offline()
_TREE_PRIORITY = 6  # after inline (20) and attr_list (8), before toc (5) and link checking (0)


def drawable(
    quiz: QuizBank,
    report_to: str = "",
    given: Given | None = None,
    shipped: Shipped | None = None,
) -> Drawable:
    """All that ``[[…]]`` can draw in besides provisions."""
    tables = (
        overview.tables(report_to),
        situations.TABLES,
        fines.TABLES,
        quiz_pages.tables(quiz),
        {quiz_room.DRAWN: quiz_room.room},
        session.TABLES,
        ready.TABLES,
        changes.TABLES,
        open_data.tables(given),
        judge_page.tables(shipped),
    )
    return Drawable(
        {name: table for found in tables for name, table in found.items()}, situations.STORIES
    )


class VanBanExtension(Extension):
    """``page`` tells, whenever asked, the source path of the page that is being rendered.

    ``linked`` is filled, page by page, with the provisions that a page links to; ``quiz`` holds
    the questions that pages draw in, ``report_to`` is where readers report errors, ``given`` what
    is given away, ``offline`` what there is for a room without a connection, ``shipped`` what
    judges a letter in the browser.
    """

    def __init__(
        self,
        library: Library,
        quiz: QuizBank,
        fragments: Fragments,
        page: Callable[[], str],
        report_to: str = "",
        linked: MutableMapping[str, tuple[Target, ...]] | None = None,
        given: Given | None = None,
        offline: session.Offline = _ONLINE,
        shipped: Shipped | None = None,
    ) -> None:
        super().__init__()
        self.library = library
        self.fragments = fragments
        self.page = page
        self.linked = {} if linked is None else linked
        self.ends = previews.Ends(library.corpus)
        self.offline = offline
        self.glossary = glossary.glossary_of(library.corpus)
        self.drawable = drawable(quiz, report_to, given, shipped)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Markdown's)
        dispatch.hang_in(md)
        md.treeprocessors.register(_Pages(md, self), "vanban", _TREE_PRIORITY)


class _Pages(Treeprocessor):
    """Runs once a page, on the tree that Markdown made, and changes it in place."""

    def __init__(self, md: Markdown, extension: VanBanExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        library = self.extension.library
        corpus = library.corpus
        page = corpus.pages.get(self.extension.page())
        if page is None:
            return
        here = PageContext(library, page, self.extension.fragments)
        cite = partial(dispatch.cite, here=here) if letter.is_letter(page) else here.cite
        link_tree(root, cite, corpus, page.path)
        drawing.draw(root, here, self.extension.drawable)
        instrument = here.instrument
        if instrument and page.article:
            article.dress(root, instrument, here)
            wording.dress(root, instrument, here)
            actions.mark(root, instrument, here)
        elif instrument and page.path == corpus.home(instrument.slug):
            furnish = dispatch if letter.is_letter(page) else instrument_page
            furnish.furnish(root, instrument, here)
        tables.label_cells(root)
        session.dress(root, here, ready.link, self.extension.offline)
        if page.meta.get("trang") == LISTING:
            root.extend(instrument_page.listing(here))
        if page.path == glossary.PAGE:
            glossary.name_entries(root)
        elif self.extension.glossary:
            glossary.explain(root, self.extension.glossary, page.path)
        answer.dress(root, here)
        of_law = page.article or (instrument and page.path == corpus.home(instrument.slug))
        if not (of_law or answer.is_answered(page) or page.path == glossary.PAGE):
            folding.fold_long(root)
        self.extension.linked[page.path] = self.extension.ends.targets_on(root, page.path)
