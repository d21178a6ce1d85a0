"""A set of questions as files for the programs that trainers already use.

GIFT is the text format that Moodle reads (https://docs.moodle.org/en/GIFT_format). The table has
the columns of Kahoot's spreadsheet in its order (question, four answers, seconds, number of the
right answer), then what that has no place for; any spreadsheet opens it. ``quiz_qti`` makes the
package that most other platforms read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...law.instrument import vietnamese_date
from ...law.short_address import short_address
from ...law.site_address import SiteAddresses
from ...opendata.table import cell
from ...page import standing_words
from ...page.library import Library
from . import quiz_checks
from .quiz import Item, QuizBank, QuizSet

GIFT, TABLE, PACKAGE = ".gift.txt", ".csv", ".qti.zip"
SECONDS = 60
"""Long enough to read four answers aloud; Kahoot takes 5, 10, 20, 30, 60, 90, 120 or 240."""
MOST_QUESTION, MOST_ANSWER = 120, 75
"""Letters that Kahoot takes."""
HEADS = (
    *("Câu hỏi", "Đáp án 1", "Đáp án 2", "Đáp án 3", "Đáp án 4", "Số giây", "Đáp án đúng"),
    *("Lý do", "Căn cứ", "Đường dẫn", "Dài hơn Kahoot nhận", "Mã câu"),
)
_NOT_OFFICIAL = "Diễn đạt lại để tham khảo, không phải bản chính thức."
_CONTROL = re.compile(r"([\\~=#{}:])")


@dataclass(frozen=True)
class Ground:
    """What a question rests on: how it is cited and stands, and its public address or ""."""

    words: str
    address: str


def files(
    bank: QuizBank, library: Library, site_url: str, directory_urls: bool
) -> Iterator[tuple[str, str | bytes]]:
    """Path beside the set's page, and content, of every file.

    ``site_url`` ends with a slash; where it is "" the files have no addresses. A provision
    without a short address is named by that of its page.
    """
    for found in bank.sets.values():
        page = library.corpus.pages.get(found.page)
        if page is None:
            continue
        base = found.page.removesuffix(".md")
        grounds = {
            item.id: tuple(
                Ground(words, site_url + path if site_url else "")
                for words, path in _grounds(item, library, SiteAddresses(directory_urls))
            )
            for item in found.items
        }
        checked = f"{_NOT_OFFICIAL} Kiểm tra ngày {vietnamese_date(library.today)}."
        yield base + GIFT, gift(found, page.title, checked, grounds)
        yield base + TABLE, table(found, grounds)
        told = {item.id: _told(item, grounds[item.id], checked) for item in found.items}
        from .quiz_qti import package  # it loads lxml, which is slow; many a site has no questions

        yield base + PACKAGE, package(found, page.title, told)


def gift(
    found: QuizSet, title: str, checked: str, grounds: Mapping[str, tuple[Ground, ...]]
) -> str:
    """The set as Moodle imports it; the reason and its grounds come as feedback."""
    parts = [f"// {title}. {checked}", f"$CATEGORY: {title.replace('/', '-')}"]
    for item in found.shown:
        options = [f"{'=' if one.right else '~'}{_escaped(one.text)}" for one in item.options]
        told = _escaped(_told(item, grounds[item.id], checked))
        lines = [f"::{item.id}::{_escaped(item.question)} {{", *options, f"####{told}", "}"]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _told(item: Item, grounds: tuple[Ground, ...], checked: str) -> str:
    """What is told after the answer: why, on what that rests, and how it was checked."""
    cited = "; ".join(f"{one.words} {one.address}".strip() for one in grounds)
    return f"{item.reason} Căn cứ: {cited}. {checked}"


def table(found: QuizSet, grounds: Mapping[str, tuple[Ground, ...]]) -> str:
    """The set as a table; begins with a mark by which spreadsheets know that it is UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADS)
    for item in found.shown:
        cited = grounds[item.id]
        writer.writerow(
            cell(one)
            for one in (
                item.question,
                *(option.text for option in item.options),
                SECONDS,
                item.right + 1,
                item.reason,
                "; ".join(one.words for one in cited),
                cited[0].address if cited else "",
                "; ".join(_too_long(item)),
                item.id,
            )
        )
    return "\ufeff" + out.getvalue()


def _too_long(item: Item) -> Iterator[str]:
    if len(item.question) > MOST_QUESTION:
        yield f"câu hỏi {len(item.question)}/{MOST_QUESTION} chữ cái"
    for number, option in enumerate(item.options, 1):
        if len(option.text) > MOST_ANSWER:
            yield f"đáp án {number}: {len(option.text)}/{MOST_ANSWER} chữ cái"


def _grounds(item: Item, library: Library, addresses: SiteAddresses) -> Iterator[tuple[str, str]]:
    """What a question rests on with its state, and where that is below the site's front page."""
    where = quiz_checks.context(item, library.letters, library.today)
    for text in (item.basis, *item.further):
        target = quiz_checks.target(library.cite, text, where)
        if target is None:
            continue
        stands = standing_words.status(library.standing(target)).words
        page = addresses.place(library.corpus.address(target))
        path = short_address(library.corpus, target) or page
        yield f"{library.label(target)} ({stands})", path


def _escaped(text: str) -> str:
    """A text whose signs GIFT does not take for its own."""
    return _CONTROL.sub(r"\\\1", text)
