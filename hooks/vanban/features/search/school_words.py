"""Words of the staff room and what the pages say instead: ``school_words.txt``, read and checked.

A line is ``what is typed, or this = what stands on the pages, or this``. A line of
``không cần:`` lists words that a result may lack, since half of all questions hold them;
``nền mạng:`` those that name a network, which nearly every page is about.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("school_words.txt")
_IDLE = "không cần"
_PLACES = "nền mạng"


@dataclass(frozen=True)
class SchoolWords:
    """``meant``: a typed phrase → phrases of the pages; all in small letters, NFC."""

    meant: Mapping[str, tuple[str, ...]]
    idle: tuple[str, ...]
    places: tuple[str, ...]

    @staticmethod
    @cache
    def read() -> SchoolWords:
        return parse(FILE.read_text(encoding="utf-8"))

    def as_data(self) -> dict[str, object]:
        return {
            "meant": {key: list(value) for key, value in self.meant.items()},
            "idle": " ".join(self.idle),
            "places": list(self.places),
        }


def parse(text: str) -> SchoolWords:
    """The words of a file. Raises ValueError with the line that has another form, or says a
    phrase for the second time.
    """
    meant: dict[str, tuple[str, ...]] = {}
    lists: dict[str, tuple[str, ...]] = {_IDLE: (), _PLACES: ()}
    for number, line in enumerate(unicodedata.normalize("NFC", text).lower().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, rest = line.partition(":")
        if colon and name in lists:
            lists[name] += _phrases(rest)
            continue
        typed, equals, pages = line.partition("=")
        keys, values = _phrases(typed), _phrases(pages)
        if not equals or not keys or not values or set(keys) & set(meant):
            raise ValueError(f"{FILE.name}:{number}: {line}")
        meant |= dict.fromkeys(keys, values)
    return SchoolWords(meant, lists[_IDLE], lists[_PLACES])


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(item.split()) for item in text.split(",") if item.strip())
