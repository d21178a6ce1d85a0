"""Which page was published at an address: its title, which the ledger keeps at its head.

That an address is still on the site does not tell that it shows the same. Where two files change
names, or one is copied over another, whoever opens a printed address reads the other page.
Articles and items of a letter need no such line: their names tell their headings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .corpus import Corpus
from .loading import Page
from .names import folded
from .problems import Problem
from .site_address import url

FILE = "dia-chi.txt"
"""The ledger (``ledger.py``, which asks this module)."""
_LINE = re.compile(r"# Trang (\S+) là: (.+)")
_ITEM = re.compile(r"/muc-\d+\.md$")


class Titled(NamedTuple):
    """An address and the title of the page that was published there."""

    address: str
    title: str

    def __str__(self) -> str:
        """The line of the ledger."""
        return f"# Trang {self.address} là: {self.title}"


def titled(line: str) -> Titled | None:
    """What a line of the ledger tells of a page; None for another line."""
    if not line.startswith("#"):
        return None
    found = _LINE.fullmatch(unicodedata.normalize("NFC", line.strip()))
    return Titled(found[1], found[2]) if found else None


def _told(text: str) -> list[Titled]:
    """All that a ledger tells; an address twice where two editors gave its page two titles."""
    return sorted({found for line in text.split("\n") if (found := titled(line))})


def _here(corpus: Corpus) -> Iterator[tuple[Page, Titled]]:
    for page in corpus.pages.values():
        by_unit = page.article or (page.slug and _ITEM.search(page.path))
        if page.title and not by_unit:
            yield page, Titled(url(page.path), unicodedata.normalize("NFC", page.title))


def title_lines(corpus: Corpus) -> list[str]:
    """The lines for a ledger: of each page that is there its title of today.

    What is gone leads on, and where it leads may bear its title.
    """
    return [str(one) for one in sorted(one for _, one in _here(corpus))]


def forgotten_titles(corpus: Corpus, text: str, before: Iterable[str]) -> list[str]:
    """Of pages that are there and of whose title the ledger ``text`` tells nothing: what was told
    last. ``before`` are the lines that all its versions held, the newest first.

    Such lines get lost by hand, or where two ledgers are merged, and what came into the place of
    the page would pass for it.
    """
    here = {one.address for _, one in _here(corpus)} - {one.address for one in _told(text)}
    last: dict[str, Titled] = {}
    for line in before:
        if (one := titled(line)) and one.address in here:
            last.setdefault(one.address, one)
    return [str(one) for one in last.values()]


def untitled(corpus: Corpus, text: str) -> Problem | None:
    """A notice of pages of which the ledger ``text`` does not tell the title of today; None for
    none.

    Nobody would be told if one of them came into the place of another.
    """
    told = {(one.address, folded(one.title)) for one in _told(text)}
    here = sorted(one for _, one in _here(corpus))
    lacking = [one for one in here if (one.address, folded(one.title)) not in told]
    if not lacking:
        return None
    message = f"sổ chưa ghi tiêu đề nay của {len(lacking)} trang, ví dụ {lacking[0].address}"
    advice = (
        "trước khi xuất bản, chạy: python hooks ledger; trang chưa ghi tiêu đề mà bị đổi chỗ với"
        " trang khác thì không ai báo"
    )
    return Problem(FILE, 1, 1, message, advice)


def exchanged(corpus: Corpus, text: str, prefix: str) -> Iterator[Problem]:
    """Pages that bear the title under which another address was published, and not their own."""
    told = _told(text)
    whose = {folded(one.title): one.address for one in told}
    own: dict[str, list[Titled]] = {}
    for one in told:
        own.setdefault(one.address, []).append(one)
    for page, now in _here(corpus):
        before, other = own.get(now.address, ()), whose.get(folded(now.title))
        if not before or not other or folded(now.title) in {folded(one.title) for one in before}:
            continue
        heading = next(block for block in page.blocks() if block.level == 1)
        place = page.place(heading.start)
        message = (
            f"{now.address} đã công bố là “{before[-1].title}”, nay mang tiêu đề của {other}:"
            " địa chỉ đã gửi, đã in sẽ mở nhầm trang này"
        )
        advice = (
            f"trả trang “{before[-1].title}” về tệp này; chỉ khi vẫn trang ấy mà đổi tiêu đề mới"
            f" sửa dòng “{before[-1]}” trong sổ địa chỉ thành “{now}”"
        )
        yield Problem(f"{prefix}/{page.path}", place.line, place.col, message, advice)
