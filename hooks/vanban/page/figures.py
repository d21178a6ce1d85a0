"""Letters that stand where figures were meant: “44/2O24/NĐ-CP”, “15/7/2O13”, “1O triệu”.

Nobody would find the instrument, no link would be made, and on a screen nobody sees why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from ..law.loading import Page
from ..law.markdown_source import place_of
from ..law.problems import Problem
from ..law.text_source import as_figures

_LETTERS = frozenset("OoIl")
# What stands before is asked behind the first sign: what begins with a sign is found much faster.
_NUMBER = re.compile(
    r"(?P<digits>[\dOoIl](?<![\w/].)[\dOoIl]{0,3}(?:/[\dOoIl]{4})?)(?P<rest>/[A-ZĐ]{2}[\wĐ-]*)"
)
"""The number of an instrument."""
_FIGURES = re.compile(r"\d(?<![\w-].)\d*(?:O[\dO]*|o\d+|[lI]\d+)(?![\w-])")
"""Any other figures: a year, a sum, an article."""
_PERHAPS = re.compile(r"[OoIl](?:(?<=\d.)|(?<=\d/.)|(?=/?\d))")
"""A letter beside a figure: each of the two has one, and few texts do."""


def check(page: Page, file: str, kept: Set[str] = frozenset()) -> Iterator[Problem]:
    """Each place once. ``kept`` are words that a letter has so in its original."""
    for block in page.blocks():
        if block.level == 1 and page.article:
            continue  # told with the name of the file
        if not _PERHAPS.search(block.text):
            continue
        seen: set[int] = set()
        for found in _NUMBER.finditer(block.text):
            digits = found["digits"]
            if not _LETTERS.isdisjoint(digits) and any(map(str.isdigit, digits)):
                seen |= set(range(*found.span()))
                message = f"số hiệu “{found[0]}” có chữ cái đứng chỗ chữ số"
                if not any(found[0] in words for words in kept):
                    yield _at(page, block.start + found.start(), file, message, found[0])
        for found in _FIGURES.finditer(block.text):
            message = f"“{found[0]}” có chữ cái đứng chỗ chữ số"
            if found.start() not in seen and not any(found[0] in words for words in kept):
                yield _at(page, block.start + found.start(), file, message, found[0])


def _at(page: Page, offset: int, file: str, message: str, words: str) -> Problem:
    place = place_of(page.text, offset)
    digits = re.match(r"[\dOoIl/]*", words)
    head = digits[0] if digits else ""
    return Problem(
        file, place.line, place.col, message, f"viết: {as_figures(head)}{words[len(head) :]}"
    )
