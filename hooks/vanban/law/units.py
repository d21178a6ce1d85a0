"""Units of a legal text and their ids.

A unit (điều, khoản, điểm …) is named by a *path*: the steps from its outermost
numbered ancestor that identifies it down to itself. Articles are numbered
through the whole instrument, so their path starts at the article; clauses and
points hang below it. ``parse_id`` and ``UnitPath.id`` are inverse functions,
so an id is a pure function of the structure and stays true for ever.

Source of the rules: Luật Ban hành văn bản quy phạm pháp luật and Nghị định
34/2016/NĐ-CP (layout of parts, chapters, sections, articles, clauses, points).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from .names import capital

ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""Letters of điểm in the order of the decree on drafting: no f, j, w, z; đ after d."""

_ROMAN = re.compile(r"^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_NUMBER = re.compile(r"^(\d{1,4})([a-zđ]?)$")


class Kind(StrEnum):
    """Kind of unit; the value is its word in an id (Akoma Ntoso name beside it)."""

    PART = "phan"  # part
    CHAPTER = "chuong"  # chapter
    SECTION = "muc"  # section; also a numbered item of a letter
    SUBSECTION = "tieu-muc"  # subsection
    ARTICLE = "dieu"  # article
    CLAUSE = "khoan"  # clause
    POINT = "diem"  # point

    __hash__ = str.__hash__  # that of an enumeration is computed in Python each time


LABELS = {
    Kind.PART: "Phần",
    Kind.CHAPTER: "Chương",
    Kind.SECTION: "Mục",
    Kind.SUBSECTION: "Tiểu mục",
    Kind.ARTICLE: "Điều",
    Kind.CLAUSE: "khoản",
    Kind.POINT: "điểm",
}

DEPTH = {kind: depth for depth, kind in enumerate(Kind)}
"""Coarse to fine: a part is 0, a point is 6."""

_ABOVE: dict[Kind, frozenset[Kind | None]] = {
    Kind.PART: frozenset({None}),
    Kind.CHAPTER: frozenset({None, Kind.PART}),
    Kind.SECTION: frozenset({None, Kind.CHAPTER}),
    Kind.SUBSECTION: frozenset({Kind.SECTION}),
    Kind.ARTICLE: frozenset({None}),
    Kind.CLAUSE: frozenset({Kind.ARTICLE}),
    Kind.POINT: frozenset({Kind.ARTICLE, Kind.CLAUSE, Kind.SECTION}),
}


class UnitError(ValueError):
    """A text that is no unit id, or a number that no unit of that kind can bear."""


def ascii_number(number: str) -> str:
    """A number as addresses write it, đ as ``dd``: ``23đ`` → ``23dd``."""
    return number.replace("đ", "dd")


def printed_number(text: str) -> str:
    """The number that an address writes; inverse of ``ascii_number``: ``23dd`` → ``23đ``."""
    return text.replace("dd", "đ")


@dataclass(frozen=True, eq=False)
class UnitPath:
    """The steps that identify a unit, outermost first: ``((ARTICLE, "8"), (CLAUSE, "1"))``.

    Paths are the keys of every look-up: they are hashed by their id, because a string
    keeps its hash.
    """

    steps: tuple[tuple[Kind, str], ...]

    def __hash__(self) -> int:
        return hash(self.id)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, UnitPath) and self.steps == other.steps

    @property
    def kind(self) -> Kind:
        return self.steps[-1][0]

    @property
    def number(self) -> str:
        """The unit's own number as printed, lower case: ``8``, ``23đ``, ``a``."""
        return self.steps[-1][1]

    # Above a unit stands one object, asked for again and again, which keeps its own id.
    @cached_property
    def parent(self) -> UnitPath | None:
        return UnitPath(self.steps[:-1]) if len(self.steps) > 1 else None

    @property
    def top(self) -> UnitPath:
        """The outermost step alone: the article that a clause or a point belongs to."""
        return self.parent.top if self.parent else self

    def upwards(self) -> Iterator[UnitPath]:
        """The path itself and every path above it, innermost first."""
        unit: UnitPath | None = self
        while unit is not None:
            yield unit
            unit = unit.parent

    def child(self, kind: Kind, number: str) -> UnitPath:
        """The unit one step below; raises UnitError where that kind cannot stand there."""
        if self.kind not in _ABOVE[kind]:
            raise UnitError(f"{LABELS[kind]} cannot stand under {LABELS[self.kind]}")
        return UnitPath((*self.steps, (kind, canonical_number(kind, number))))

    def get(self, kind: Kind) -> str | None:
        """The number at ``kind`` on this path, or None."""
        return next((number for step, number in self.steps if step is kind), None)

    @cached_property
    def id(self) -> str:
        """ASCII id such as ``dieu-8-khoan-1-diem-dd``."""
        return "-".join(f"{kind.value}-{ascii_number(number)}" for kind, number in self.steps)

    @cached_property
    def label(self) -> str:
        """How a Vietnamese text names it: ``điểm đ khoản 1 Điều 8``."""
        return " ".join(f"{LABELS[kind]} {number}" for kind, number in reversed(self.steps))

    @property
    def own_label(self) -> str:
        """The last step alone: ``Điểm đ``, ``Khoản 1``, ``Điều 8``."""
        return f"{capital(LABELS[self.kind])} {self.number}"

    def __str__(self) -> str:
        return self.id


def canonical_number(kind: Kind, number: str) -> str:
    """The number as ids and comparisons use it.

    Roman chapter and part numbers become arabic, capitals become lower case,
    leading zeros go. Raises UnitError for a number that the kind cannot bear.
    """
    if kind is not Kind.POINT and number.isdecimal() and number[0] != "0" and len(number) < 5:
        return number  # by far the most frequent form
    text = number.strip().lower()
    if kind is Kind.POINT:
        if len(text) == 1 and text in ALPHABET:
            return text
        raise UnitError(f"“{number}” is no letter of a điểm")
    found = _NUMBER.match(text)
    if found:
        return f"{int(found[1])}{found[2]}"
    if kind in (Kind.PART, Kind.CHAPTER, Kind.SECTION) and text and _ROMAN.match(text):
        return str(_roman(text))
    raise UnitError(f"“{number}” is no number of a {LABELS[kind]}")


def path(*steps: tuple[Kind, str]) -> UnitPath:
    """Build a path from (kind, number) steps, checking each against the one above it."""
    built: UnitPath | None = None
    for kind, number in steps:
        if built is not None:
            built = built.child(kind, number)
        elif None in _ABOVE[kind]:
            built = UnitPath(((kind, canonical_number(kind, number)),))
        else:
            raise UnitError(f"{LABELS[kind]} needs a unit above it")
    if built is None:
        raise UnitError("a path needs at least one step")
    return built


@lru_cache(maxsize=10_000)
def parse_id(text: str) -> UnitPath:
    """The path that an id names; inverse of ``UnitPath.id``. Raises UnitError."""
    words = text.replace("tieu-muc-", "tieu_muc-").split("-")
    if len(words) % 2:
        raise UnitError(f"“{text}” is no unit id")
    steps: list[tuple[Kind, str]] = []
    for word, number in zip(words[::2], words[1::2], strict=True):
        try:
            kind = Kind(word.replace("_", "-"))
        except ValueError:
            raise UnitError(f"“{word}” in “{text}” is no kind of unit") from None
        steps.append((kind, printed_number(number)))
    built = path(*steps)
    if built.id != text:
        raise UnitError(f"“{text}” is not written as “{built.id}”")
    return built


def unit_of(anchor: str) -> UnitPath | None:
    """The path that the anchor of an address names; None for every other anchor."""
    try:
        return parse_id(anchor)
    except UnitError:
        return None


def sort_key(number: str) -> tuple[int, int]:
    """Order of numbers among siblings: 3 < 3a < 4, d < đ < e."""
    found = _NUMBER.match(number)
    if found:
        return int(found[1]), ALPHABET.find(found[2]) + 1 if found[2] else 0
    return 0, ALPHABET.find(number) + 1


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(
        -value if any(later > value for later in values[place + 1 : place + 2]) else value
        for place, value in enumerate(values)
    )
