"""The day that a letter bears: “Thủ Thừa, ngày 20 tháng 11 năm 2026”.

Source of the form: Nghị định 30/2020/NĐ-CP, phụ lục I, phần II, mục I, điểm 4 (place and day
stand in the head of a letter, above whom it is for).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..law.letter_head import Part, kind_of, part_of
from ..law.names import as_seen
from .document import Document, Paragraph
from .letter_parts import LETTER, day_joined, is_lettered, without_number

_HEAD_ENDS = re.compile(r"\s*(?:Kính gửi|Căn cứ|Thực hiện|Theo)\b")
_LONGEST_HEAD = 24
"""So many paragraphs are read for the day, where no word ends the head before."""
_LONGEST_PLACE = 8
_BLANK = r"[\s.…_]*"
_DAY = re.compile(
    r"(?:(?<=[,\s])|^)ngày"
    rf"(?:\s*(?P<day>\d{{1,2}})\s*tháng\s*(?P<month>\d{{1,2}})\s*năm\s*(?P<year>\d{{4}})"
    r"|\s+(?P<day2>\d{1,2})\s?[/.\-]\s?(?P<month2>\d{1,2})\s?[/.\-]\s?(?P<year2>\d{4})"
    rf"|{_BLANK}(?P<day3>\d{{0,2}}){_BLANK}tháng{_BLANK}(?P<month3>\d{{0,2}}){_BLANK}"
    rf"năm{_BLANK}(?P<year3>\d{{0,4}}){_BLANK})"
    r"[\s|]*$",
    re.IGNORECASE,
)
_CITED = re.compile(r"\d{1,5}/|\b(?:luật|nghị định|thông tư|quyết định|chỉ thị)\b", re.IGNORECASE)
# Đến ngày …, Hạn nộp, ngày …, Thứ Hai, ngày …: of whoever received it, or of what it is about
_NO_PLACE = re.compile(
    r":|(?<!\w)(?:đến|nhận|hạn|ngày|họp|chuyển|hiệu lực)(?!\w)"
    r"|^(?:sáng|chiều|tối|lúc|khai giảng|khai mạc|in từ|thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật)"
    r"(?!\w)",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"(?<!\w)(?:thành phố|thị trấn|thị xã|xã|phường|quận|huyện|tỉnh|đặc khu|ấp|khu phố)(?=\s)",
    re.IGNORECASE,
)
"""thị trấn Thủ Thừa, Thành phố Tân An: what is left is a name"""
_GOES_ON = re.compile(r"(?<!\w)(?:tại|ở|vào|từ|đến|tới|trước|sau|trong|hết)$", re.IGNORECASE)
_RECEIVER = re.compile(r":|(?<!\w)(?:đến|nhận)(?!\w)", re.IGNORECASE)
_COLUMN = re.compile(r"\t\s*|\s{3,}")
_FILLER = ".…_"
YEARS = range(1945, 2100)
"""Years that papers of this state bear."""


@dataclass(frozen=True)
class LetterDay:
    """What the line of the day says: ``day`` is None where it is left blank, or is no day.

    ``month_end`` is the last day of the month where the day alone is left blank. ``no_such`` tells
    that a whole day is written that no calendar has (“ngày 31 tháng 9 năm 2026”), or no letter of
    ours (“năm 2206”); ``year`` is that of a line that tells one. ``others`` are lines that tell
    other days, where nobody knows which is the letter's: then there is no ``day``.
    """

    day: date | None
    words: str
    paragraph: Paragraph
    month_end: date | None = None
    no_such: bool = False
    year: int | None = None
    others: tuple[str, ...] = ()

    @property
    def tells(self) -> tuple[date | None, date | None]:
        return self.day, self.month_end


def letter_day(document: Document) -> LetterDay | None:
    """The line of the day in the head of a letter; None where there is none.

    A line with the place goes before one without, as a stamp of whoever received it may be.
    """
    placed: list[LetterDay] = []
    bare: list[LetterDay] = []
    lines = _head(document)
    for number, (line, paragraph) in enumerate(lines):
        found = _DAY.search(line)
        if found is None or (place := _place(line[: found.start()], line)) is None:
            continue
        above = [one for one, beside in lines[:number] if beside.cell == paragraph.cell]
        blank = found["day3"] == ""
        if (not blank and _is_of_subject(place, line.lstrip(), above)) or (
            not place and _is_stamp(number, lines)
        ):
            continue
        (placed if place else bare).append(_read(found, line, paragraph))
    told = placed or bare
    if not told:
        return None
    first = told[0]
    others = tuple(one.words for one in told if one.tells != first.tells)
    if not others:
        return first
    year = first.year if all(one.year == first.year for one in told) else None
    return LetterDay(None, first.words, first.paragraph, year=year, others=others)


def _head(document: Document) -> list[tuple[str, Paragraph]]:
    """The lines of the head, up to whom the letter is for, or to its title: days below that are
    what it is about (“BÁO CÁO / Số liệu tính đến / ngày 30/6/2025”).
    """
    lines: list[tuple[str, Paragraph]] = []
    for paragraph in document.paragraphs[:_LONGEST_HEAD]:
        for line in day_joined(paragraph.text).splitlines():
            if _HEAD_ENDS.match(line):
                return _above_title(lines)
            lines.append((as_seen(line), paragraph))
    return _above_title(lines)


def _above_title(lines: list[tuple[str, Paragraph]]) -> list[tuple[str, Paragraph]]:
    """The lines above the title; “DỰ ÁN …” above the number is none."""
    numbers = [n for n, (line, _) in enumerate(lines) if is_lettered(line)]
    first = max(numbers, default=0)
    titles = (
        n
        for n, (line, _) in enumerate(lines)
        if n >= first and kind_of(line)[0] not in ("", LETTER)
    )
    return lines[: next(titles, len(lines))]


def _is_of_subject(place: str, line: str, above: Sequence[str]) -> bool:
    """Whether the line of a day goes on with the subject above it: “V/v họp / ngày 20/5/2025”,
    “V/v họp tại / Thủ Thừa, ngày 20/5/2025”.
    """
    parts = [part_of(one) for one in above]
    words = [one for one, part in zip(above, parts, strict=True) if part is not Part.RULE]
    if not words or Part.SUBJECT not in parts:
        return False
    last = len(parts) - 1 - parts[::-1].index(Part.SUBJECT)
    if any(part not in (Part.BODY, Part.RULE) for part in parts[last + 1 :]):
        return False
    if place:
        return bool(_GOES_ON.search(words[-1].rstrip()))
    above = words[-1].strip()  # “Hòn Thử, / ngày …”
    is_place = above.endswith(",") and above[0].isupper() and len(above.split()) <= _LONGEST_PLACE
    return line[:1].islower() and not (is_place and part_of(above) is Part.BODY)


def _is_stamp(number: int, lines: Sequence[tuple[str, Paragraph]]) -> bool:
    """Whether a day without a place stands above all that is the letter's own, as the stamp of
    whoever received it: “Ngày 20/5/2025”.
    """
    if not any(is_lettered(line) for line, _ in lines[number + 1 :]):
        return False
    above = [line for line, _ in lines[:number]]
    own = (part_of(line) for line in above if not _RECEIVER.search(line))
    return not any(part in (Part.MOTTO, Part.BODY) for part in own)


def _read(found: re.Match[str], line: str, paragraph: Paragraph) -> LetterDay:
    numbers = _numbers(found)
    day, year = _day(numbers), int(numbers[0]) if numbers[0] else 0
    no_such = day is None and all(numbers)
    known = year if year in YEARS else None
    return LetterDay(day, " ".join(line.split()), paragraph, _month_end(found), no_such, known)


def _place(before: str, line: str) -> str | None:
    """The place that stands before “ngày”: “Số: 12/PGDĐT Thủ Thừa,” → “Thủ Thừa”, "" for none. None
    where something else stands there, so that this is no line of a letter's day.
    """
    if part_of(line) is Part.SUBJECT:  # “V/v giữ sổ      Thủ Thừa, ngày …”: the other column
        _, *columns = _COLUMN.split(before)
        if not (before := columns[-1] if columns else ""):
            return None
    words = without_number(before).replace(",", " , ").replace("|", " ").split()
    place = " ".join(words)
    if not words:
        return ""
    if _CITED.search(place) or _NO_PLACE.search(place) or len(words) > _LONGEST_PLACE:
        return None
    names = _RANK.sub("", place).replace(",", " ").split()
    # (“Khai giảng, ngày …”: an event, or a place in small letters; nobody can tell)
    is_name = all(not word[0].isalpha() or word[0].isupper() for word in names)
    return place if place[0].isalpha() and is_name else None


def _numbers(found: re.Match[str]) -> list[str]:
    """Year, month and day as they are written; "" for what is left blank."""
    names = ("year", "month", "day")
    return [found[name] or found[f"{name}2"] or _filled(found, f"{name}3") for name in names]


def _filled(found: re.Match[str], name: str) -> str:
    """A number in a line with blanks; "" where one figure stands beside dots: “2…” may be 20."""
    figures, (start, end) = found[name] or "", found.span(name)
    beside = found.string[max(0, start - 1) : start] + found.string[end : end + 1]
    return "" if len(figures) == 1 and any(one in _FILLER for one in beside) else figures


def _day(numbers: list[str]) -> date | None:
    if not all(numbers) or int(numbers[0]) not in YEARS:
        return None
    try:
        return date(*map(int, numbers))
    except ValueError:  # ngày 31 tháng 2
        return None


def _month_end(found: re.Match[str]) -> date | None:
    if found["day3"] != "" or not _filled(found, "month3") or len(found["year3"]) != 4:
        return None
    year, month = int(found["year3"]), int(found["month3"])
    if not (year in YEARS and 1 <= month <= 12):
        return None
    return date(year, month, monthrange(year, month)[1])
