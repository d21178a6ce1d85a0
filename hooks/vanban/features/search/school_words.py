"""Words of the staff room and what the pages say instead: ``school_words.txt``, read and checked.

A line is ``what is typed, or this = what stands on the pages, or this``. A line of
``không cần:`` lists words that a result may lack, since half of all questions hold them;
``nền mạng:`` those that name a network, which nearly every page is about; ``không có trang:``
matters of school life that no page is about, which the search then says.

What is typed, and what such a list holds, may name choices: ``(chửi / nói xấu) (cô giáo / gv)`` is
four phrases, ``(bài / ) cũ`` two. Choices that many lines share have a name:
``{thầy cô}: cô giáo / gv``, then ``chê {thầy cô}`` in the lines below.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

FILE = Path(__file__).with_name("school_words.txt")
_IDLE = "không cần"
_PLACES = "nền mạng"
_OUTSIDE = "không có trang"
_LOWERED = re.compile(r"\b(?!AI\b)\w+")
"""All words but “AI”, which in small letters is “who”."""
_CHOICE = re.compile(r"\(([^()]*)\)")
_NAMED = re.compile(r"\{[^{}]+\}")


@dataclass(frozen=True)
class SchoolWords:
    """``meant``: a typed phrase → phrases of the pages; all but “AI” in small letters, NFC.

    ``lines``: the same as the lists that were written, what is typed and what the pages say. Their
    choices are made into phrases by whoever reads them, since the phrases are many times longer.
    """

    meant: Mapping[str, tuple[str, ...]]
    lines: tuple[tuple[str, str], ...]
    idle: tuple[str, ...]
    places: tuple[str, ...]
    outside: tuple[str, ...]

    @staticmethod
    @cache
    def read() -> SchoolWords:
        return parse(FILE.read_text(encoding="utf-8"))

    def as_data(self) -> dict[str, object]:
        return {
            "meant": [list(line) for line in self.lines],
            "idle": list(self.idle),
            "places": list(self.places),
            "outside": list(self.outside),
        }


@lru_cache(maxsize=1)  # a build checks them, and ships the same
def parse(text: str) -> SchoolWords:
    """The words of a file. Raises ValueError with the line that has another form, or with the
    phrases that it says for the second time.
    """
    meant: dict[str, tuple[str, ...]] = {}
    written: list[tuple[str, str]] = []
    named: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {_IDLE: (), _PLACES: (), _OUTSIDE: ()}
    small = _LOWERED.sub(lambda word: word[0].lower(), unicodedata.normalize("NFC", text))
    for number, line in enumerate(small.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, rest = line.partition(":")
        if colon and _NAMED.fullmatch(name):
            named[name] = f"({rest.strip()})"
            continue
        unknown = [item for item in _NAMED.findall(line) if item not in named]
        if unknown:
            raise ValueError(f"{FILE.name}:{number}: {', '.join(unknown)}")
        line = _NAMED.sub(lambda item: named[item[0]], line)
        name, colon, rest = line.partition(":")
        if colon and name in lists:
            lists[name] += tuple(_chosen(rest))
            continue
        typed, equals, pages = line.partition("=")
        keys, values = tuple(_chosen(typed)), _phrases(pages)
        fresh = len({*keys}) == len(keys) and meant.keys().isdisjoint(keys)
        if not equals or not keys or not values or not fresh:
            twice = [key for at, key in enumerate(keys) if key in meant or key in keys[:at]]
            raise ValueError(f"{FILE.name}:{number}: {', '.join(twice) or line}")
        meant |= dict.fromkeys(keys, values)
        written.append((", ".join(_phrases(typed)), ", ".join(values)))
    return SchoolWords(meant, tuple(written), lists[_IDLE], lists[_PLACES], lists[_OUTSIDE])


def _chosen(typed: str) -> Iterator[str]:
    """Every phrase that a list with choices names."""
    for phrase in _phrases(typed):
        pieces = _CHOICE.split(phrase)
        choices = [piece.split("/") if at % 2 else [piece] for at, piece in enumerate(pieces)]
        for chosen in product(*choices):
            yield " ".join(" ".join(chosen).split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(item.split()) for item in text.split(",") if item.strip())
