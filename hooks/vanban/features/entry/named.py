"""An instrument as a text names it: “Nghị định số 24/2014/NĐ-CP ngày 24/02/2014”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ...law.identity import TYPES, slug_of
from ...law.names import folded

_TYPE = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(TYPES, key=len, reverse=True))})(?!\w)", re.IGNORECASE
)
_CANONICAL = {folded(name): name for name in TYPES}
_NUMBER = re.compile(r"(?<![\w/])\d{1,6}(?:/\d{4})?(?:/|-)[A-ZĐ][\wĐđ.\-–]*(?:/[\w.\-–]+)?")
_DAY = re.compile(
    r"ngày\s*(\d{1,2})\s?(?:[/.\-]|\s*tháng\s*)\s?(\d{1,2})\s?(?:[/.\-]|\s*năm\s*)\s?(\d{4})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"năm\s*((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_NAME_ENDS = re.compile(r"\s*(?:[,(]?\s*(?:số|ngày|năm)\s+\d|[,;.]|\(|$|\d)")
_BY_LETTERS = {
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "NQ": "Nghị quyết",
    "KH": "Kế hoạch",
    "TB": "Thông báo",
}
"""Letters of a number → the kind that they say (Nghị định 30/2020/NĐ-CP, phụ lục III)."""
_BY_NAME = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})
"""Kinds that texts name by their name and year."""


@dataclass(frozen=True)
class Named:
    """Kind, number (""), name (“Luật Thư viện”, "" for kinds that have none), year and day."""

    kind: str
    number: str
    name: str
    year: int | None
    day: date | None

    @property
    def sure(self) -> bool:
        """Whether this is one instrument: by its number, or by its name and year."""
        return bool(self.number or (self.name and self.year))

    @property
    def full(self) -> str:
        """As a heading names it: “Nghị định 24/2014/NĐ-CP”, “Luật Báo chí năm 2016”."""
        if not self.number:
            return f"{self.name} năm {self.year}" if self.year else self.name
        return f"{self.name} ({self.number})" if self.name else f"{self.kind} {self.number}"

    @property
    def unique(self) -> bool:
        """Whether no other office can have used the number: it holds a year."""
        return not self.number or bool(re.search(r"/(?:19|20)\d\d/", self.number))

    @property
    def slug(self) -> str:
        """The name of its folder."""
        if not self.number:
            return slug_of(f"{self.name} {self.year or ''}")
        year = f" {self.year}" if self.year and not self.unique else ""
        return slug_of(f"{self.kind} {self.number}{year}")


def read_named(words: str) -> Named | None:
    """The instrument that words name, whatever units stand before it; None for none."""
    text = " ".join(words.split())
    number = _NUMBER.search(text)
    kind = _TYPE.search(text)
    if kind is None and number is None:
        return None
    if kind is None:
        assert number is not None
        letters = re.split(r"[/\-–]", number[0])
        said = next((_BY_LETTERS[part] for part in letters if part in _BY_LETTERS), "")
        if not said:
            return None
        canonical, name = said, ""
    else:
        canonical = _CANONICAL[folded(kind[0])]
        name = _name(text, canonical, kind) if canonical in _BY_NAME else ""
    day = _day(text)
    told = _YEAR.search(text)
    year = int(told[1]) if told else day.year if day else None
    if number and (inside := re.search(r"/((?:19|20)\d\d)/", number[0])):
        year = int(inside[1])
    given = number[0].rstrip(".-–") if number else ""
    return Named(canonical, given, name, year, day)


def _name(text: str, kind: str, found: re.Match[str]) -> str:
    """“Luật Thư viện”; "" where only the kind stands before the number."""
    rest = text[found.end() :]
    end = next((n for n in range(len(rest) + 1) if _NAME_ENDS.match(rest, n)), len(rest))
    own = rest[:end].strip()
    if not own:
        return kind if kind == "Hiến pháp" else ""
    return f"{kind} {own}"


def _day(text: str) -> date | None:
    found = _DAY.search(text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
