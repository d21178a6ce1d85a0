"""From lines to units: what is a heading, an article, a clause, a point, and what is neither.

The layout of Vietnamese instruments (Luật Ban hành văn bản quy phạm pháp luật; Nghị định
34/2016/NĐ-CP, Nghị định 78/2025/NĐ-CP on form): “Chương I”, “Mục 1”, “Điều 1. …”, clauses “1.”,
points “a)”. A number counts as one of a clause only where it follows the one before it: a list
inside a text is no clause. What stands between quotation marks is quoted from another text: an
amending decree quotes whole articles, which are not its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..law.units import ALPHABET, Kind, UnitError, UnitPath, canonical_number, path, sort_key
from .line import Line, Role


class Use(StrEnum):
    """What became of a line."""

    PREAMBLE = "preamble"
    HEADING = "heading"
    TEXT = "text"
    QUOTED = "quoted"
    TABLE = "table"
    NOTE = "note"
    POINTER = "pointer"
    FOOTNOTE = "footnote"
    SIGNATURE = "signature"
    APPENDIX = "appendix"


LEFT_OUT = frozenset({Use.NOTE, Use.POINTER, Use.FOOTNOTE})
"""Lines that are not law text: counted, kept beside it or left out, never in it."""


_OUTSIDE = frozenset({Use.PREAMBLE, Use.SIGNATURE, Use.APPENDIX})
"""Lines before and behind the articles."""


@dataclass(frozen=True)
class Placed:
    """A line, what it is, and the unit that it belongs to (None before and after the articles)."""

    line: Line
    use: Use
    unit: UnitPath | None = None


@dataclass(frozen=True)
class Doubt:
    """Something that was read one way and might be another."""

    line: Line
    message: str


@dataclass(frozen=True)
class Structure:
    """Every line of a source in its order, each placed; nothing is lost or moved."""

    placed: tuple[Placed, ...]
    doubts: tuple[Doubt, ...] = ()
    appendices: tuple[str, ...] = ()

    @property
    def units(self) -> Mapping[UnitPath, tuple[Placed, ...]]:
        """Each unit with the lines of its own, in their order: not those of units below it."""
        found: dict[UnitPath, list[Placed]] = {}
        for item in self.placed:
            if item.unit is not None:
                found.setdefault(item.unit, []).append(item)
        return {unit: tuple(items) for unit, items in found.items()}

    def count(self, kind: Kind) -> int:
        return sum(1 for unit in self.units if unit.kind is kind)


_DIVISION = re.compile(
    r"^(phần|chương|mục|tiểu mục)\s+(?:thứ\s+)?([ivxlc]+|\d+[a-zđ]?|nhất|hai|ba|tư|bốn|năm|sáu|bảy)"
    r"\s*(?:[.:–-]\s*|\s+|$)(.*)$",
    re.IGNORECASE,
)
_KINDS = {
    "phần": Kind.PART,
    "chương": Kind.CHAPTER,
    "mục": Kind.SECTION,
    "tiểu mục": Kind.SUBSECTION,
}
_ORDINALS = {"nhất": "1", "hai": "2", "ba": "3", "tư": "4", "bốn": "4", "năm": "5", "sáu": "6"}
_ORDINALS |= {"bảy": "7"}
_ARTICLE = re.compile(r"^(?:Điều|ĐIỀU)\s+(\d+[a-zđA-ZĐ]?)(\s*[.:]\s*|\s+[-–—]\s+|\s*$)(.*)$")
_CLAUSE = re.compile(r"^(\d{1,3}[a-zđ]?)\s*[.)]\s*(?=\D)")
_POINT = re.compile(r"^([a-zđ])(\d?)\s*[).]\s*(?=\S)")
_DASH = re.compile(r"^[-–—+•*]\s*")
_OPEN, _CLOSE = "“«", "”»"
_STRAIGHT = '"'
"""Opens and closes: a line with an odd number of them does one of both."""
_NEAR = 40
"""So many lines one point may have before the next."""
_LEFT_OUT = 5
"""So many numbers in a row may be missing: a consolidated text leaves out what was repealed.

At the beginning of a list only one, or a letter in a text would begin one."""
_SIGNED = re.compile(
    r"^(nơi nhận\b|(tm|kt|tl|tuq|q)\.\s|chủ tịch quốc hội\b|luật này (đã )?được quốc hội\b"
    r"|chủ tịch nước\b|bộ trưởng$|thủ tướng$)",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"^(phụ lục|mẫu số|biểu mẫu)\b(?:\s+(?:số\s+)?[\divxlc]+[a-zđ]?)?"
    r"\s*(?:[.:–-]\s*|\s+|$)(.{0,80})$",
    re.IGNORECASE,
)


def structure(lines: Iterable[Line]) -> Structure:
    """Place every line. Articles out of order are placed all the same, and told as doubts."""
    rows = tuple(lines)
    reader = _Reader(rows)
    for index, line in enumerate(rows):
        reader.take(line, index)
    return reader.done()


@dataclass
class _Reader:
    rows: tuple[Line, ...]
    placed: list[Placed] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    appendices: list[str] = field(default_factory=list)
    divisions: dict[Kind, str] = field(default_factory=dict)
    unit: UnitPath | None = None
    """Where the next line of text belongs."""
    article: UnitPath | None = None
    titled: bool = True
    """Whether the last heading already has its title."""
    seen: set[UnitPath] = field(default_factory=set)
    quote: Line | None = None
    """Where a quotation began that is still open."""
    after: Use | None = None
    """Behind the articles: the signature, or an appendix."""

    def done(self) -> Structure:
        return Structure(tuple(self.placed), tuple(self.doubts), tuple(self.appendices))

    def take(self, line: Line, index: int) -> None:
        use = {
            Role.NOTE: Use.NOTE,
            Role.POINTER: Use.POINTER,
            Role.FOOTNOTE: Use.FOOTNOTE,
        }.get(line.role)
        if use:
            self._put(line, use)
        elif line.role is Role.TABLE and not self._ends(line):
            self._put(line, self.after or Use.TABLE)
        elif line.role is Role.ARTICLE or (line.role is Role.TEXT and self._is_article(line)):
            self._article(line)
        elif self.quote or (_opens(line.text) and self._closes_later(index)):
            self._quoted(line)
        elif self._division(line):
            pass
        elif self.after or self._ends(line):
            self._behind(line)
        else:
            self._text(line, index)

    def _is_article(self, line: Line) -> bool:
        return (
            _article(line.text) is not None
            and self.quote is None
            and self.after is not Use.APPENDIX
        )

    def _closes_later(self, index: int) -> bool:
        """Whether the quotation that a line opens is closed before another begins."""
        for line in self.rows[index + 1 :]:
            if _opens(line.text):
                break
            if _closes(line.text):
                return True
        self.doubts.append(Doubt(self.rows[index], "dấu mở ngoặc kép ở đây không được đóng"))
        return False

    def _article(self, line: Line) -> None:
        found = _article(line.text)
        if not found:
            self._put(line, Use.HEADING)
            self.doubts.append(Doubt(line, "tiêu đề điều không có số"))
            return
        self.after, self.quote = None, None
        unit = path((Kind.ARTICLE, found[1]))
        if unit in self.seen:
            self.doubts.append(Doubt(line, f"{unit.label} có hai lần"))
        elif self.article and not sort_key(self.article.number) < sort_key(unit.number):
            self.doubts.append(Doubt(line, f"{unit.label} đứng sau {self.article.label}"))
        self.article = self.unit = unit
        self.seen.add(unit)
        self.titled = bool(found[3])
        self._put(line, Use.HEADING)

    def _division(self, line: Line) -> bool:
        """A heading of a part, chapter or section; or the title below one."""
        found = _DIVISION.match(line.text)
        marked = line.role is Role.HEADING
        if found and (marked or _is_heading(found)):
            kind = _KINDS[found[1].casefold()]
            number = found[2].casefold()
            try:
                number = canonical_number(kind, _ORDINALS.get(number, number))
            except UnitError:
                return False
            for lower in list(self.divisions):
                if list(Kind).index(lower) >= list(Kind).index(kind):
                    del self.divisions[lower]
            self.divisions[kind] = number
            self.unit = self._division_path()
            self.after, self.titled = None, bool(found[3])
            if self.unit:
                self.seen.add(self.unit)
            self._put(line, Use.HEADING)
            return True
        on_title = not self.titled and self.unit is not None and self.unit.kind is not Kind.ARTICLE
        if marked or (on_title and line.role is Role.TEXT):
            self.titled = self.titled or not line.text.isupper()
            self._put(line, Use.HEADING)
            return True
        return False

    def _division_path(self) -> UnitPath | None:
        steps = list(self.divisions.items())
        while steps:
            try:
                return path(*steps)
            except UnitError:
                steps.pop(0)
        return None

    def _text(self, line: Line, index: int) -> None:
        if self.article is None or self.unit is None:
            self._put(line, Use.PREAMBLE)
            return
        if not self.titled and self.unit == self.article and line.text[:1].isupper():
            clause = _CLAUSE.match(line.text)
            self.titled = True
            if not clause:
                self._put(line, Use.HEADING)
                return
        self.titled = True
        self._step(line, index)
        self._put(line, Use.TEXT)

    def _step(self, line: Line, index: int) -> None:
        """Move to the clause or point that this line begins, if it begins one."""
        if self.article is None or self.unit is None:
            return
        clause = self.unit if self.unit.kind is Kind.CLAUSE else self.unit.parent
        clause = clause if clause and clause.kind is Kind.CLAUSE else None
        if found := _CLAUSE.match(line.text):
            gap = _gap(clause.number if clause else "0", found[1])
            if gap is not None and gap <= (_LEFT_OUT if clause else 1):
                self._enter(self.article.child(Kind.CLAUSE, found[1]), line, gap)
            return
        home = clause or self.article
        if (found := _POINT.match(line.text)) and not found[2]:
            before = self.unit.number if self.unit.kind is Kind.POINT else ""
            gap = _letter_gap(before, found[1])
            if gap is not None and gap <= (_LEFT_OUT if before else 1):
                self._enter(home.child(Kind.POINT, found[1]), line, gap)
            return
        if (
            self.unit.kind is Kind.POINT
            and not _DASH.match(line.text)
            and not self._goes_on(self.unit.number, index)
        ):
            self.unit = home  # a closing of the list

    def _goes_on(self, letter: str, index: int) -> bool:
        """Whether another point of the same list comes before the next clause or article."""
        for line in self.rows[index + 1 : index + _NEAR]:
            if line.role is Role.ARTICLE or _article(line.text) or _CLAUSE.match(line.text):
                return False
            found = _POINT.match(line.text)
            if found and _letter_gap(letter, found[1]) is not None:
                return True
        return False

    def _enter(self, unit: UnitPath, line: Line, gap: int) -> None:
        if unit in self.seen:
            self.doubts.append(Doubt(line, f"{unit.label} có hai lần"))
        elif gap:
            self.doubts.append(Doubt(line, f"trước {unit.label} thiếu {gap} (đã bị bãi bỏ?)"))
        self.seen.add(unit)
        self.unit = unit

    def _quoted(self, line: Line) -> None:
        if self.article is None:
            self._put(line, Use.PREAMBLE)
            return
        if self.quote is None:
            self.quote = line
        self._put(line, Use.QUOTED)
        if _closes(line.text):
            self.quote = None

    def _ends(self, line: Line) -> bool:
        return self.article is not None and bool(
            _SIGNED.match(line.text) or _is_appendix(line.text)
        )

    def _behind(self, line: Line) -> None:
        if _is_appendix(line.text) and line.text.casefold().startswith("phụ lục"):
            self.after = Use.APPENDIX
            self.appendices.append(line.text)
        elif self.after is None:
            self.after = Use.SIGNATURE
        self._put(line, self.after)

    def _put(self, line: Line, use: Use) -> None:
        before = self.article is None and use is Use.TABLE
        unit = None if before or use in _OUTSIDE else self.unit
        self.placed.append(Placed(line, use, unit))


def _article(text: str) -> re.Match[str] | None:
    """The heading of an article: its number [1] and title [3].

    “Điều 3 – Cửa” is one, “Điều 3 – 5 của Luật” and “Điều 3 - khoản 1” are none.
    """
    found = _ARTICLE.match(text)
    if found and found[2].strip() in ("-", "–", "—") and not found[3][:1].isupper():
        return None
    return found


def _is_appendix(text: str) -> bool:
    """“Phụ lục I”, “PHỤ LỤC: DANH MỤC”; no sentence that begins with the words."""
    found = _APPENDIX.match(text)
    if not found or not text[:1].isupper():
        return False
    title = found[2]
    return not title or ((title[:1].isupper() or title[:1] in "(“") and title[-1:] not in ".;,")


def _is_heading(found: re.Match[str]) -> bool:
    """Whether a line that begins like a heading is one, and no sentence about a chapter."""
    title = found[3]
    named = title[:1].isupper() and not title.endswith((".", ";", ","))
    return found[1][:1].isupper() and (not title or named)


def _opens(text: str) -> bool:
    """A line that begins a quotation and does not end it."""
    if text[:1] == _STRAIGHT:
        return text.count(_STRAIGHT) % 2 == 1
    return bool(text) and text[0] in _OPEN and not _closes(text)


def _closes(text: str) -> bool:
    if text.rstrip(" .;,").endswith(_STRAIGHT) and text.count(_STRAIGHT) % 2 == 1:
        return True
    return text.rstrip(" .;,").endswith(tuple(_CLOSE)) and not _balanced_before(text)


def _balanced_before(text: str) -> bool:
    """Whether the closing mark at the end belongs to one opened inside the line."""
    depth = 0
    for sign in text[1:] if text[:1] in _OPEN else text:
        depth += sign in _OPEN
        depth -= sign in _CLOSE
    return depth >= 0


def _gap(before: str, number: str) -> int | None:
    """How many numbers are left out between two clauses: 3 → 4, 3 → 3a, 3a → 4 leave out none.

    None where the second cannot come behind the first.
    """
    old, new = sort_key(before), sort_key(number.lower())
    if new[0] == old[0]:
        return new[1] - old[1] - 1 if new[1] > old[1] else None
    if new[0] < old[0] or new[1]:
        return None
    return new[0] - old[0] - 1


def _letter_gap(before: str, letter: str) -> int | None:
    """The same for points, by the order of their letters: d → đ and d → e leave out none."""
    old, new = ALPHABET.find(before) if before else -1, ALPHABET.find(letter)
    if new <= old:
        return None
    return 0 if before == "d" and letter == "e" else new - old - 1
