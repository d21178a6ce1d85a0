"""What the site's own words must keep to: length, whose amount it is, and when law ended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..law.instrument import Instrument, State, vietnamese_date
from ..law.loading import Page
from ..law.markdown_source import Block, place_of
from ..law.money import PAYERS, sums
from ..law.problems import Problem
from . import letter
from .library import Library

MOST_WORDS = 90
"""Words of a paragraph; more cannot be read on a phone in one go."""
MOST_WORDS_OF_PAGE = 1500
LEAST_FINE = 10**6
"""Smaller amounts, where no fine is spoken of, belong to a story and not to the law."""
_ENDS = "hết hiệu lực"
_ENDED_ON = re.compile(
    r"hết hiệu lực (?:từ|kể từ)(?: ngày)? (?P<day>\d{1,2})"
    r"(?:[/.-]|\s+tháng\s+)(?P<month>\d{1,2})(?:[/.-]|\s+năm\s+)(?P<year>\d{4})",
    re.IGNORECASE,
)
_ENDED = re.compile(r"(?<!chưa )(?<!chưa rõ )(?:đã|đều) hết hiệu lực", re.IGNORECASE)


@dataclass(frozen=True)
class _Cited:
    """What each line of a page cites: line → slugs of instruments, and whether they are linked."""

    slugs: Mapping[int, frozenset[str]]
    linked: frozenset[int]


def check(library: Library, page: Page, file: str) -> Iterator[Problem]:
    """Every paragraph of a page that a reader could not use or would be misled by."""
    cited = _cited(library, page)
    if not letter.of_page(page.text):  # a letter is as long as it is
        yield from _lengths(page, file)
        yield from _amounts(page, cited, file)
    yield from _ends(library, page, cited, file)


def _cited(library: Library, page: Page) -> _Cited:
    slugs: dict[int, frozenset[str]] = {}
    linked: set[int] = set()
    for mention in library.graph.of_page(page.path):
        target = mention.citation.target
        if target:
            slugs[mention.line] = slugs.get(mention.line, frozenset()) | {target.slug}
            if mention.citation.linked:
                linked.add(mention.line)
    return _Cited(slugs, frozenset(linked))


def _at(page: Page, block: Block, file: str, message: str, advice: str) -> Problem:
    place = place_of(page.text, block.start)
    return Problem(file, place.line, place.col, message, advice)


def _lines(page: Page, block: Block) -> range:
    first = page.text.count("\n", 0, block.start) + 1
    return range(first, first + block.text.rstrip("\n").count("\n") + 1)


def _lengths(page: Page, file: str) -> Iterator[Problem]:
    if page.article:
        return
    total = 0
    for block in page.blocks():
        words = len(block.words.split())
        total += words
        if words > MOST_WORDS and not block.quoted:
            message = f"đoạn này dài {words} chữ, quá {MOST_WORDS} chữ"
            yield _at(page, block, file, message, "tách thành hai đoạn, hoặc một danh sách")
    if total > MOST_WORDS_OF_PAGE:
        message = f"trang này dài {total} chữ, quá {MOST_WORDS_OF_PAGE} chữ"
        yield Problem(file, 1, 1, message, "tách thành hai trang")


def _amounts(page: Page, cited: _Cited, file: str) -> Iterator[Problem]:
    """A person's fine and an organisation's differ by half; neither stands without its base."""
    for block in page.blocks():
        if block.level or not _is_fine(block.words):
            continue
        if not PAYERS.search(block.words):
            message = "có số tiền mà không nói của “cá nhân” hay “tổ chức”"
            yield _at(page, block, file, message, "ghi rõ mức ấy của cá nhân hay của tổ chức")
        elif not page.article and cited.linked.isdisjoint(_lines(page, block)):
            message = "có số tiền mà không dẫn điều khoản nào"
            advice = "dẫn điều khoản ghi mức ấy trong cùng đoạn, kèm tên văn bản"
            yield _at(page, block, file, message, advice)


def _is_fine(text: str) -> bool:
    """Whether a text names an amount of the size of a fine, or one beside the word “phạt”."""
    least = 1 if "phạt" in text.lower() else LEAST_FINE
    return any(amount >= least for amount in sums(text))


def _ends(library: Library, page: Page, cited: _Cited, file: str) -> Iterator[Problem]:
    """“hết hiệu lực từ 25/12/2024” is the end of an instrument named in that paragraph.

    Or of one that is the page's own, akin to it, or brought to its end by one named there.
    """
    for block in page.blocks():
        if _ENDS not in block.words.lower():
            continue
        told = list(_ENDED_ON.finditer(block.words))
        ended = _ENDED.search(block.words)
        slugs = {
            slug for line in _lines(page, block) for slug in cited.slugs.get(line, frozenset())
        }
        named = _named(library, page, slugs | ({page.slug} if page.slug else set()))
        known = {day for item in named for day in _days(item)}
        for found in told:
            if _day(found) not in known:
                days = sorted(vietnamese_date(day) for day in known if day != date.max)
                advice = f"kho ghi: {', '.join(days)}" if days else "xem lại hieu-luc của văn bản"
                yield _at(page, block, file, f"“{found[0]}” khác với kho", advice)
        if ended and named and not known:
            message = f"“{ended[0]}”: không văn bản nào nhắc ở đây đã hết hiệu lực"
            yield _at(page, block, file, message, "xem lại hieu-luc của văn bản, hoặc sửa câu")


def _named(library: Library, page: Page, slugs: set[str]) -> list[Instrument]:
    instruments = library.corpus.instruments
    home = instruments.get(page.slug or "")
    near = slugs | ({one.slug for one in home.relations if one.slug} if home else set())
    ended = [item for slug in slugs for item in library.ended_by.get(slug, ())]
    return [*(instruments[slug] for slug in near if slug in instruments), *ended]


def _days(instrument: Instrument) -> set[date]:
    """Days on which it or a unit of it ended; ``date.max`` for an end whose day is unknown."""
    validities = [instrument.validity, *instrument.unit_validity.values()]
    return {one.until or date.max for one in validities if one.state is State.ENDED}


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
