"""Units of a legal text and their ids.

A unit (điều, khoản, điểm …) is named by a *path*: the steps from its outermost
numbered ancestor that identifies it down to itself. Articles are numbered
through the whole instrument, so their path starts at the article; clauses and
points hang below it. ``parse_id`` and ``UnitPath.id`` are inverse functions,
so an id is a pure function of the structure and stays true for ever.

What is particular to a kind stands in one table, ``KINDS``; units.js mirrors it for the browser.

Source of the rules: Luật Ban hành văn bản quy phạm pháp luật and Nghị định
34/2016/NĐ-CP (layout of parts, chapters, sections, articles, clauses, points).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cached_property, lru_cache

from .names import capital

ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""Letters of điểm in the order of the decree on drafting: no f, j, w, z; đ after d."""

_ROMAN = re.compile(r"^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_NUMBER = re.compile(r"^(\d{1,4})([a-zđ]?)$")
_MIXED = re.compile(r"^\(?(?:([a-zđ])\.?)?(\d{1,2})(?:(?<=\d)\.(\d{1,2}))?\)?$")
_MIXED_LETTERS = re.compile(r"^\(?([ivx]{1,6}|[a-zđ])\)?$")


class Kind(StrEnum):
    """Kind of unit, coarse to fine; the value is its word in an id. All else is in ``KINDS``."""

    PART = "phan"
    CHAPTER = "chuong"
    SECTION = "muc"  # also a numbered item of a letter
    SUBSECTION = "tieu-muc"
    ARTICLE = "dieu"
    CLAUSE = "khoan"
    POINT = "diem"
    INDENT = "tiet"

    __hash__ = str.__hash__  # that of an enumeration is computed in Python each time


class Numbers(Enum):
    """How the units of a kind are numbered."""

    ROMAN = r"[ivxlc]{1,7}|\d{1,4}[a-zđ]?"  # III, read as 3; 3
    FIGURES = r"\d{1,4}[a-zđ]?"  # 8, 23đ
    LETTERS = r"[a-zđ]"  # a, đ
    # 1 · a1, printed as a.1 too · i, iv, printed as (i) too · a · 2.1
    MIXED = r"\(?(?:[a-zđ]\.?\d{1,2}|\d{1,2}(?:\.\d{1,2})?|[ivx]{1,6}|[a-zđ])\)?"


@dataclass(frozen=True)
class KindForm:
    """All that is particular to a kind of unit. A kind more is a row of ``KINDS``."""

    label: str
    """As a text names it in the middle of a sentence."""
    above: tuple[Kind | None, ...]
    """What it may stand under; None: nothing has to stand above it."""
    numbers: Numbers
    element: str
    """Its element in Akoma Ntoso 3.0, and in JSON; ``short`` as eIds have it."""
    short: str
    headed: bool = False
    """Whether a heading of a page words it: ``## Khoản 1``."""
    json: str = ""
    """The kind that JSON names it by, where its promise has no word for ``element``."""
    usual: bool = True
    """Whether an outline that lists none of them says that there are none."""


KINDS: Mapping[Kind, KindForm] = {
    Kind.PART: KindForm("Phần", (None,), Numbers.ROMAN, "part", "part"),
    Kind.CHAPTER: KindForm("Chương", (None, Kind.PART), Numbers.ROMAN, "chapter", "chp"),
    Kind.SECTION: KindForm("Mục", (None, Kind.CHAPTER), Numbers.ROMAN, "section", "sec", True),
    Kind.SUBSECTION: KindForm("Tiểu mục", (Kind.SECTION,), Numbers.FIGURES, "subsection", "subsec"),
    Kind.ARTICLE: KindForm("Điều", (None,), Numbers.FIGURES, "article", "art", True),
    Kind.CLAUSE: KindForm("khoản", (Kind.ARTICLE,), Numbers.FIGURES, "clause", "cl", True),
    Kind.POINT: KindForm(
        "điểm",
        (Kind.ARTICLE, Kind.CLAUSE, Kind.SECTION),
        Numbers.LETTERS,
        "point",
        "point",
        True,
    ),
    # In texts of before the decree on drafting, and in some of today: tiết 1 điểm a khoản 2.
    Kind.INDENT: KindForm(
        "tiết", (Kind.POINT,), Numbers.MIXED, "indent", "indent", True, "point", usual=False
    ),
}
LABELS = {kind: form.label for kind, form in KINDS.items()}
DEPTH = {kind: depth for depth, kind in enumerate(Kind)}
"""Coarse to fine: a part is 0, a point is 6."""
PROVISIONS = frozenset(kind for kind in Kind if DEPTH[kind] >= DEPTH[Kind.ARTICLE])
"""An article and all that can stand in it."""
INNER = PROVISIONS - {Kind.ARTICLE}
"""What stands in an article."""
GROUPING = frozenset(Kind) - PROVISIONS
"""What holds articles."""
HEADED = {form.label.lower(): kind for kind, form in KINDS.items() if form.headed}
"""The words that a heading of a page begins with, in lower case."""


class UnitError(ValueError):
    """A text that is no unit id, or a number that no unit of that kind can bear."""


def ascii_number(number: str) -> str:
    """A number as addresses write it, đ as ``dd``: ``23đ`` → ``23dd``, ``2.1`` → ``2_1``."""
    return number.replace("đ", "dd").replace(".", "_")


def printed_number(text: str) -> str:
    """The number that an address writes; inverse of ``ascii_number``: ``23dd`` → ``23đ``."""
    return text.replace("dd", "đ").replace("_", ".")


class UnitPath(str):
    """The steps that identify a unit, outermost first: ``((ARTICLE, "8"), (CLAUSE, "1"))``.

    A path is its own id, ASCII such as ``dieu-8-khoan-1-diem-dd``: paths are the keys of every
    look-up, and nothing is hashed and compared as fast as a string.
    """

    steps: tuple[tuple[Kind, str], ...]

    def __new__(cls, steps: tuple[tuple[Kind, str], ...]) -> UnitPath:
        words = [f"{kind}-{ascii_number(number)}" for kind, number in steps]
        made = super().__new__(cls, "-".join(words))
        made.steps = steps
        return made

    @property
    def kind(self) -> Kind:
        return self.steps[-1][0]

    @property
    def number(self) -> str:
        """The unit's own number as printed, lower case: ``8``, ``23đ``, ``a``."""
        return self.steps[-1][1]

    @cached_property
    def rank(self) -> tuple[int, int]:
        """Its place among siblings of its kind."""
        return sort_key(self.number, self.kind)

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
        if self.kind not in KINDS[kind].above:
            raise UnitError(f"{LABELS[kind]} cannot stand under {LABELS[self.kind]}")
        return UnitPath((*self.steps, (kind, canonical_number(kind, number))))

    @cached_property
    def id(self) -> str:
        """The path as text, and no more."""
        return str(self)

    @cached_property
    def label(self) -> str:
        """How a Vietnamese text names it: ``điểm đ khoản 1 Điều 8``."""
        return " ".join(f"{LABELS[kind]} {number}" for kind, number in reversed(self.steps))

    @property
    def own_label(self) -> str:
        """The last step alone: ``Điểm đ``, ``Khoản 1``, ``Điều 8``."""
        return f"{capital(LABELS[self.kind])} {self.number}"


def canonical_number(kind: Kind, number: str) -> str:
    """The number as ids and comparisons use it.

    Roman chapter and part numbers become arabic, capitals become lower case,
    leading zeros go. Raises UnitError for a number that the kind cannot bear.
    """
    if (
        DEPTH[kind] < DEPTH[Kind.POINT]
        and number.isdecimal()
        and number[0] != "0"
        and len(number) < 5
    ):
        return number  # by far the most frequent form
    text = number.strip().lower()
    numbers = KINDS[kind].numbers
    if numbers is Numbers.MIXED:
        return _mixed(text)
    if numbers is Numbers.LETTERS:
        if len(text) == 1 and text in ALPHABET:
            return text
        raise UnitError(f"“{number}” is no letter of a điểm")
    found = _NUMBER.match(text)
    if found:
        return f"{int(found[1])}{found[2]}"
    if numbers is Numbers.ROMAN and text and _ROMAN.match(text):
        return str(_roman(text))
    raise UnitError(f"“{number}” is no number of a {LABELS[kind]}")


def _mixed(text: str) -> str:
    """``a.1`` and ``a1`` are one number, ``(i)`` and ``i`` too; ``2.1`` stays. UnitError."""
    if found := _MIXED_LETTERS.match(text):
        if _is_roman(found[1]) or found[1] in ALPHABET:
            return found[1]
    elif found := _MIXED.match(text):
        letter, first, second = found.groups()
        if letter is None or (letter in ALPHABET and second is None):
            return f"{letter or ''}{int(first)}" + (f".{int(second)}" if second else "")
    raise UnitError(f"“{text}” is no number of a {LABELS[Kind.INDENT]}")


def path(*steps: tuple[Kind, str]) -> UnitPath:
    """Build a path from (kind, number) steps, checking each against the one above it."""
    checked: list[tuple[Kind, str]] = []
    above: Kind | None = None
    for kind, number in steps:
        if above not in KINDS[kind].above:
            under = f"cannot stand under {LABELS[above]}" if above else "needs a unit above it"
            raise UnitError(f"{LABELS[kind]} {under}")
        checked.append((kind, canonical_number(kind, number)))
        above = kind
    if not checked:
        raise UnitError("a path needs at least one step")
    return UnitPath(tuple(checked))


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


@lru_cache(maxsize=10_000)  # all instruments have the same, and pages link to each again
def unit_of(anchor: str) -> UnitPath | None:
    """The path that the anchor of an address names; None for every other anchor."""
    try:
        return parse_id(anchor)
    except UnitError:
        return None


def of_steps(numbers: Sequence[str]) -> str:
    """The id of the unit that the steps of a short address name: 5, 1, dd, 2.

    A clause begins with a figure and a point is a letter, so that one may stand without the other;
    what follows a point is in it. Nothing is checked: an old address may name what never was.
    """
    words: list[tuple[Kind, str]] = []
    for number in numbers:
        last = words[-1][0] if words else None
        if last is None:
            kind = Kind.ARTICLE
        elif last in (Kind.POINT, Kind.INDENT):
            kind = Kind.INDENT
        else:
            kind = Kind.CLAUSE if number[:1].isdigit() else Kind.POINT
        words.append((kind, number))
    return "-".join(f"{kind.value}-{number}" for kind, number in words)


def sort_key(number: str, kind: Kind | None = None) -> tuple[int, int]:
    """Order of numbers among siblings: 3 < 3a < 4, d < đ < e; a1 < a2; of tiết, i < iv < v."""
    found = _NUMBER.match(number)
    if found:
        return int(found[1]), ALPHABET.find(found[2]) + 1 if found[2] else 0
    if kind is Kind.INDENT and (mixed := _MIXED.match(number)):
        return (int(mixed[2]), int(mixed[3])) if mixed[3] else (int(mixed[2]), 0)
    if kind is Kind.INDENT and _is_roman(number):
        return _roman(number), 0
    return 0, ALPHABET.find(number) + 1


def numbers_between(kind: Kind, first: str, last: str, most: int) -> list[str]:
    """The numbers that counting gives between two, no more than ``most``; none where nobody can."""
    low, high = sort_key(first, kind), sort_key(last, kind)
    if KINDS[kind].numbers is Numbers.LETTERS:
        return list(ALPHABET[low[1] : high[1] - 1])
    if KINDS[kind].numbers is Numbers.MIXED and not first.isdecimal():
        return []
    return [str(number) for number in range(low[0] + 1, min(high[0], low[0] + most))]


def _is_roman(text: str) -> bool:
    return bool(text) and _ROMAN.match(text) is not None and set(text) <= set("ivx")


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(
        -value if any(later > value for later in values[place + 1 : place + 2]) else value
        for place, value in enumerate(values)
    )
