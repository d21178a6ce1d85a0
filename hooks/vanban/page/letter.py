"""A letter shown letter for letter: where it begins, its paragraphs, its numbered items.

In the source the letter stands as it was written, under a heading marked
``{#nguyen-van}`` and up to the next heading. Here are only the rules of that
layout, shared by whoever needs to know which item a line belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..cite.graph import AS_OF
from ..law.corpus import Corpus
from ..law.instrument import vietnamese_date
from ..law.loading import Page
from ..law.problems import Problem
from ..law.units import Kind, UnitPath, path

CONTAINER = "cong-van-nguyen-van"
_MARK = "{#nguyen-van}"
_START = re.compile(rf"^#{{2,6}}[ \t]+(?P<title>.*?)[ \t]*{re.escape(_MARK)}[ \t]*$")
_HEADING = re.compile(r"^#{1,6}[ \t]")
_TO = "Kính gửi"
_COPIES = "Nơi nhận"
# Thủ Thừa, ngày tháng 11 năm 2019
_DATED = re.compile(r"[^\n:]*\bngày\b[^\n]*\btháng\b[^\n]*\bnăm\b")
_MOTTO = re.compile(r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|Độc\s+lập|ĐẢNG\s+CỘNG\s+SẢN", re.IGNORECASE)
_ITEM = re.compile(r"^(\d{1,2})\.\s")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with the numbered item it belongs to, and its lines in the source."""

    text: str
    item: UnitPath | None
    first: int
    last: int


def day_of(page: Page, today: date) -> date:
    """The day that a letter speaks from: ``thoi-diem`` of its page, else ``today``.

    ``check`` refuses a letter without that day.
    """
    try:
        return date.fromisoformat(page.meta.get(AS_OF, ""))
    except ValueError:
        return today


def month_of(day: date) -> str:
    """The month of a day, as a letter's head gives it: “11/2019”, “02/2026”."""
    return vietnamese_date(day).partition("/")[2]


def is_letter(page: Page | None) -> bool:
    """Whether a page shows a letter, letter for letter."""
    return page is not None and _MARK in page.text and bool(of_page(page.text))


def homes(corpus: Corpus) -> Mapping[str, Page]:
    """Slug → own page of each instrument that is shown letter for letter, in their order."""
    found = {slug: corpus.pages.get(corpus.home(slug)) for slug in corpus.instruments}
    return {slug: page for slug, page in found.items() if page and is_letter(page)}


def days(corpus: Corpus, today: date) -> Mapping[str, date]:
    """Slug → the day that each letter speaks from, the earliest first."""
    found = {slug: day_of(page, today) for slug, page in homes(corpus).items()}
    return dict(sorted(found.items(), key=lambda pair: (pair[1], pair[0])))


def check(corpus: Corpus, prefix: str) -> Iterator[Problem]:
    """Letters that do not say from which day they speak, or give two days.

    Their citations would be read on another day than the letter's, and cards say “then” of it.
    """
    for slug, page in homes(corpus).items():
        issued = corpus.instruments[slug].issued
        place = page.key_place(AS_OF)
        file = f"{prefix}/{page.path}"
        if not page.has_key(AS_OF):
            message = f"trang này đăng nguyên văn mà đầu trang chưa có {AS_OF}"
            advice = (
                f"ghi ngày của văn bản, ví dụ {AS_OF}: {issued or '2026-03-31'};"
                " chỉ biết tháng thì ghi ngày cuối của tháng ấy"
            )
            yield Problem(file, place.line, place.col, message, advice)
        elif issued and day_of(page, issued) != issued:
            message = f"{AS_OF}: ngày này khác ban-hanh {issued} trong van-ban.yml"
            yield Problem(file, place.line, place.col, message, "sửa một trong hai ngày")


def starts(line: str) -> str | None:
    """The title of the heading that opens a letter, or None."""
    found = _START.match(line)
    return found["title"] if found else None


def ends(line: str) -> bool:
    return bool(_HEADING.match(line))


def paragraphs(lines: Iterable[str], first: int = 1) -> Iterator[Paragraph]:
    """The paragraphs of a letter's lines; ``first`` is the number of the first line.

    A paragraph that begins ``2. `` opens an item; one that begins with a small
    letter runs on from the one before, so it belongs to the same item.
    """
    item: UnitPath | None = None
    pending: list[str] = []
    begin = number = first - 1
    for number, line in enumerate([*lines, ""], first):
        if line.strip():
            if not pending:
                begin = number
            pending.append(line.rstrip())
            continue
        if pending:
            text = "\n".join(pending)
            found = _ITEM.match(text)
            if found:
                item = path((Kind.SECTION, found[1]))
            elif not text[0].islower():
                item = None
            yield Paragraph(text, item, begin, number - 1)
            pending = []


@dataclass(frozen=True)
class Role:
    """What a paragraph is in a letter (Nghị định 30/2020/NĐ-CP, phụ lục I, on the parts of one).

    ``name`` is its class, "" for running text; ``group`` the class of the part it stands in.
    """

    name: str = ""
    group: str = ""


def roles(found: list[Paragraph]) -> list[Role]:
    """The role of each paragraph: number and subject, place and day, recipients, signer."""
    to = next((n for n, one in enumerate(found) if one.text.startswith(_TO)), 0)
    copies = next((n for n, one in enumerate(found) if one.text.startswith(_COPIES)), len(found))
    return [
        Role(_head_name(one.text), "cv-dau")
        if place < to
        else Role("cv-kinh")
        if place == to and one.text.startswith(_TO)
        else Role("cv-nhan" if one.text.startswith((_COPIES, "-")) else "cv-ky", "cv-chan")
        if place >= copies
        else Role()
        for place, one in enumerate(found)
    ]


def _head_name(text: str) -> str:
    """Motto, place and day stand on the right; issuer, number and subject on the left."""
    if _MOTTO.match(text):
        return "cv-quoc-hieu"
    return "cv-ngay" if _DATED.match(text) else "cv-so"


def of_page(source: str) -> tuple[Paragraph, ...]:
    """The letter's paragraphs in the source of a page; none where it holds no letter."""
    lines = source.splitlines()
    for number, line in enumerate(lines, 1):
        if starts(line) is not None:
            end = next((n for n in range(number, len(lines)) if ends(lines[n])), len(lines))
            return tuple(paragraphs(lines[number:end], number + 1))
    return ()
