"""A letter shown letter for letter: where it begins, its paragraphs, its numbered items.

In the source the letter stands as it was written, under a heading marked
``{#nguyen-van}`` and up to the next heading. Here are only the rules of that
layout, shared by whoever needs to know which item a line belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..cite.graph import AS_OF
from ..law.loading import Page
from ..law.units import Kind, UnitPath, path

CONTAINER = "cong-van-nguyen-van"
_START = re.compile(r"^#{2,6}[ \t]+(?P<title>.*?)[ \t]*\{#nguyen-van\}[ \t]*$")
_HEADING = re.compile(r"^#{1,6}[ \t]")
_ITEM = re.compile(r"^(\d{1,2})\.\s")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with the numbered item it belongs to, and its lines in the source."""

    text: str
    item: UnitPath | None
    first: int
    last: int


def day_of(page: Page, today: date) -> date:
    """The day that a letter speaks from: ``thoi-diem`` of its page, else ``today``."""
    try:
        return date.fromisoformat(page.meta.get(AS_OF, ""))
    except ValueError:
        return today


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


def of_page(source: str) -> tuple[Paragraph, ...]:
    """The letter's paragraphs in the source of a page; none where it holds no letter."""
    lines = source.splitlines()
    for number, line in enumerate(lines, 1):
        if starts(line) is not None:
            end = next((n for n in range(number, len(lines)) if ends(lines[n])), len(lines))
            return tuple(paragraphs(lines[number:end], number + 1))
    return ()
