"""How people of a school ask for what a page answers: ``asked.txt``, read and checked.

A line is ``page: question, question, …``, or ``page#section: …`` where one section answers.
Pages are named as below ``docs``, without ``.md``; the page of a folder by the folder. The lines
hold questions alone: what is so stands on the page, what a word means in ``school_words.txt``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("asked.txt")
_LINE = re.compile(r"([\w/-]+)(?:#([\w-]+))?: *(\S.*)")


@dataclass(frozen=True)
class Asked:
    """Questions that a page of ``docs`` answers, or one of its sections ("" for the whole page)."""

    page: str
    anchor: str
    questions: tuple[str, ...]


def read() -> tuple[Asked, ...]:
    return parse(FILE.read_text(encoding="utf-8"))


def parse(text: str) -> tuple[Asked, ...]:
    """The lines of a file; the page is still as it was written.

    Raises ValueError with the line that has another form, or names its place for the second time.
    """
    found: dict[tuple[str, str], Asked] = {}
    for number, line in enumerate(unicodedata.normalize("NFC", text).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = _LINE.fullmatch(line.strip())
        if not parts or (place := (parts[1], parts[2] or "")) in found:
            message = f"{FILE.name}:{number}: {line}"
            raise ValueError(message)
        questions = (" ".join(one.split()) for one in parts[3].split(","))
        found[place] = Asked(*place, tuple(filter(None, questions)))
    return tuple(found.values())


def page_of(name: str, pages: Collection[str]) -> str | None:
    """The page that a line names, of those there are."""
    return next((one for one in (f"{name}.md", f"{name}/index.md") if one in pages), None)
