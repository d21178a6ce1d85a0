"""What pages need of the corpus before they can be made."""

from __future__ import annotations

from collections.abc import Iterator

from ..law import ledger, short_address
from ..law.corpus import Corpus
from ..law.instrument import Instrument
from ..law.problems import Problem
from ..training import plan
from . import drawing, glossary, letter, quiz_pages, situations
from .library import Library
from .overview import TABLE_NAMES


def every_problem(library: Library, published: str | None, prefix: str = "docs") -> list[Problem]:
    """All that must be mended before the site may be built; what ``hooks check`` lists.

    ``published`` is the text of the ledger, None where there is none yet.
    """
    corpus = library.corpus
    found = [*corpus.unreadable, *corpus.problems, *library.graph.problems, *check(corpus, prefix)]
    found += short_address.check(corpus, prefix)
    found += drawing.check(library, TABLE_NAMES, prefix)
    for page in corpus.pages.values():
        found += situations.check(page, f"{prefix}/{page.path}")
        found += glossary.check(page, f"{prefix}/{page.path}")
        found += plan.check(page, f"{prefix}/{page.path}")
    found += quiz_pages.check(library, prefix)
    if published is None:
        advice = "chạy: python hooks ledger"
        found.append(Problem(ledger.LEDGER_FILE, 0, 0, "chưa có sổ địa chỉ", advice))
    else:
        found += ledger.check(corpus, published, ledger.LEDGER_FILE)
    return found


def check(corpus: Corpus, prefix: str = "docs") -> list[Problem]:
    """Instruments without a page of their own, and slips that could not be marked."""
    return [
        problem
        for instrument in corpus.instruments.values()
        for problem in _problems(corpus, instrument, prefix)
    ]


def _problems(corpus: Corpus, instrument: Instrument, prefix: str) -> Iterator[Problem]:
    file = f"{prefix}/{instrument.file}"
    page = corpus.pages.get(corpus.home(instrument.slug))
    if page is None:
        yield Problem(file, 1, 1, "thư mục này chưa có index.md", "viết trang giới thiệu văn bản")
        return
    text = "\n".join(paragraph.text for paragraph in letter.of_page(page.text))
    for slip in instrument.slips:
        if text and slip.wording not in text:
            message = f"loi-chu: trong nguyên văn không có “{slip.wording}”"
            yield Problem(file, 1, 1, message, "ghi đúng chữ như trên văn bản")
