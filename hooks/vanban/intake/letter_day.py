"""The day that a letter bears: “Thủ Thừa, ngày 20 tháng 11 năm 2026”.

Source of the form: Nghị định 30/2020/NĐ-CP, phụ lục I, phần II, mục I, điểm 4 (place and day
stand in the head of a letter, above whom it is for).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from .document import Document, Paragraph

_HEAD_ENDS = re.compile(r"\s*(?:Kính gửi|Căn cứ|Thực hiện|Theo)\b")
_LONGEST_HEAD = 24
"""So many paragraphs are read for the day, where no word ends the head before."""
_LONGEST_PLACE = 8
_BLANK = r"[\s.…_]*"
_DAY = re.compile(
    r"(?:(?<=[,\s])|^)ngày"
    rf"(?:\s*(?P<day>\d{{1,2}})\s*tháng\s*(?P<month>\d{{1,2}})\s*năm\s*(?P<year>\d{{4}})"
    r"|\s+(?P<day2>\d{1,2})[/.](?P<month2>\d{1,2})[/.](?P<year2>\d{4})"
    rf"|{_BLANK}(?P<day3>\d{{0,2}}){_BLANK}tháng{_BLANK}(?P<month3>\d{{0,2}}){_BLANK}"
    rf"năm{_BLANK}(?P<year3>\d{{0,4}}){_BLANK})"
    r"[\s|]*$",
    re.IGNORECASE,
)
_CITED = re.compile(r"\d{1,5}/|\b(?:luật|nghị định|thông tư|quyết định|chỉ thị)\b", re.IGNORECASE)
# Số: 12/PGDĐT — on the line of the day, where a PDF joins the two columns of the head, or a page
# of the web has them as the cells of a row: “Số: 12/PGDĐT | Thủ Thừa, ngày … |”
_NUMBER = re.compile(r"^\s*Số\s*:?\s*\S*", re.IGNORECASE)


@dataclass(frozen=True)
class LetterDay:
    """What the line of the day says: ``day`` is None where it is left blank, or is no day.

    ``month_end`` is the last day of the month where the day alone is left blank. ``no_such`` tells
    that a whole day is written that no calendar has (“ngày 31 tháng 9 năm 2026”), in ``year``.
    """

    day: date | None
    words: str
    paragraph: Paragraph
    month_end: date | None = None
    no_such: bool = False
    year: int | None = None


def letter_day(document: Document) -> LetterDay | None:
    """The line of the day in the head of a letter; None where there is none."""
    for paragraph in document.paragraphs[:_LONGEST_HEAD]:
        for line in paragraph.text.splitlines():
            if _HEAD_ENDS.match(line):
                return None
            found = _DAY.search(line)
            if found and _is_head(line[: found.start()]):
                words = " ".join(line.split())
                numbers = _numbers(found)
                day, year = _day(numbers), int(numbers[0]) if numbers[0] else None
                no_such = day is None and all(numbers)
                return LetterDay(day, words, paragraph, _month_end(found), no_such, year)
    return None


def _is_head(before: str) -> bool:
    """Whether what stands before “ngày” is a place or nothing: “Số: 12/PGDĐT Thủ Thừa,”."""
    words = _NUMBER.sub("", before).replace(",", " , ").replace("|", " ").split()
    if _CITED.search(" ".join(words)) or len(words) > _LONGEST_PLACE:
        return False
    return not words or words[-1] == "," or all(word[:1].isupper() for word in words)


def _numbers(found: re.Match[str]) -> list[str]:
    """Year, month and day as they are written; "" for what is left blank."""
    names = ("year", "month", "day")
    return [found[name] or found[f"{name}2"] or found[f"{name}3"] or "" for name in names]


def _day(numbers: list[str]) -> date | None:
    if not all(numbers) or len(numbers[0]) != 4:
        return None
    try:
        return date(*map(int, numbers))
    except ValueError:  # ngày 31 tháng 2
        return None


def _month_end(found: re.Match[str]) -> date | None:
    if found["day3"] != "" or not found["month3"] or len(found["year3"]) != 4:
        return None
    year, month = int(found["year3"]), int(found["month3"])
    if not (year >= 1 and 1 <= month <= 12):
        return None
    return date(year, month, monthrange(year, month)[1])
