"""An instrument as a text names it: “Nghị định số 24/2014/NĐ-CP ngày 24/02/2014”."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date

from ...cite.clean import clean
from ...cite.names import number_key
from ...intake.letter_day import YEARS
from ...law.identity import TYPES, slug_of
from ...law.names import folded
from ...law.whole_number import is_whole, joined, without_seal
from .offices import is_central, with_usual_letters
from .province import cited_province

_ANY_TYPE = "|".join(sorted(TYPES, key=len, reverse=True))
_TYPE = re.compile(rf"(?<!\w)(?:{_ANY_TYPE})(?!\w)", re.IGNORECASE)
_TYPE_BEFORE = re.compile(rf"(?<!\w)({_ANY_TYPE})\s+(?:số\s*:?\s*)?$", re.IGNORECASE)
_CANONICAL = {folded(name): name for name in TYPES}
_NUMBER = re.compile(
    # 12/PGDĐT · 72/2013/NĐ-CP · 15a/CT-TTg · 02(m)/CT-TTg
    # (of “1 2/2013/NĐ-CP” no part: whether it is 12 nobody knows)
    r"(?<![\w/])(?<!\d\s)[0-9]{1,6}(?:(?:[a-zđ]|\s?\([a-zđ\d]\))(?=/))?(?:/[0-9]{4})?(?:/|-)"
    r"[A-ZĐ][\wĐđ.&\-–]*(?:/[\w.&\-–]+)?",
    re.IGNORECASE,
)
_DAY = re.compile(
    # ngày 24/02/2014 · ngày 10 tháng 8 năm 2022 · NGÀY 10/8/2022 · ngày 29 tháng 6 năm2006
    r"ngày\s*(\d{1,2})\s*(?:[/.\-]|tháng)\s*(\d{1,2})\s*(?:[/.\-]|năm)\s*(\d{4})(?!\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(
    # năm 2016 · tháng 8/2016 · (2016) · Luật Báo chí 2016
    r"(?:năm\s*|tháng\s*\d{1,2}\s*(?:/|năm)\s*|\(\s*|(?<=[^\W\d]\s)(?=\d{4}$))"
    r"((?:19|20)\d\d)(?![\d/])",
    re.IGNORECASE,
)
_OF_ANOTHER_DAY = (
    "trước|từ|đến|sau|kể|vào|trong|hết|về|họp|gửi|nhận|tiếp nhận|nộp|trình|chuyển|đăng|công bố"
    "|áp dụng|hiệu lực|thực hiện|tổ chức|diễn ra|khai mạc|bế mạc|hoàn thành|báo cáo"
    "|thay thế|bãi bỏ|hết hạn"
)
_BEHIND = re.compile(
    # what may stand between a name and its day: “ của Quốc hội khóa XI ban hành ngày 29/6/2006”
    # (not “của Sở họp ngày …”, “do Bộ gửi ngày …”: days of something else)
    rf"\s*,?\s*(?:(?:của|do)\s(?:(?!(?<!\w)(?:{_ANY_TYPE}|{_OF_ANOTHER_DAY})(?!\w))"
    r"[^\d;:.()\n]){1,80}?)?\s*,?\s*(?:được\s+)?(?:(?:ban hành|thông qua|ký)\s*,?\s*)?"
    r"(?P<day>(?:ngày\s*\d{1,2}\s*(?:[/.\-]|tháng)\s*\d|năm\s*\d{4}).*)",
    re.IGNORECASE | re.DOTALL,
)
_NAME_ENDS = re.compile(
    r"\s*(?:[,(]?\s*(?:số\s*:?\s*\d|ngày\s*\d|năm\s*\d)|[;.(]|$|\d"
    r"|(?:của|do)\s+Quốc hội|(?:đã\s+)?được\s|ban hành\s+ngày)",
    re.IGNORECASE,
)
_AMENDING = re.compile(r"\s*(?:sửa đổi|bổ sung)", re.IGNORECASE)
_AMENDING_ENDS = re.compile(
    # a number of an article, or another law, belongs to the name of an amending law
    r"\s*(?:[,(]?\s*(?:số\s*:?\s*\d|ngày\s*\d|năm\s*\d{4})|[;(]|$)",
    re.IGNORECASE,
)
_LISTED = re.compile(rf",\s*(?!(?i:{_ANY_TYPE}|điều|khoản|điểm|chương|mục)(?!\w))[^\W\d_]")
"""A comma and a name behind it that is said to be of no kind of its own."""
_LONGEST = 60
"""So many signs of a name are in the name of a folder: Windows bears 260 of the whole path."""
_SHORTER = re.compile(r",?\s*bổ sung một số điều của(?=\s)", re.IGNORECASE)
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
    """Kind, number (""), name (“Luật Thư viện”, "" for kinds that have none), year and day.

    ``office`` are words for who issued it, where the number was left blank: “PGDĐT-CNTT”;
    ``place`` is the province, where others have the same number and this one is known.
    """

    kind: str
    number: str
    name: str
    year: int | None
    day: date | None
    office: str = ""
    place: str = ""

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
    def central(self) -> bool:
        """Whether a central office issued it: then there is no province to tell."""
        return self.kind in (*_BY_NAME, "Nghị định") or is_central(self.number)

    @property
    def dated(self) -> bool:
        """Whether the number holds its year, or there is none: its folder needs no year."""
        return not self.number or bool(re.search(r"/(?:19|20)\d\d/", self.number))

    @property
    def unique(self) -> bool:
        """Whether no other office can have used the number, in no year."""
        return not self.number or (self.dated and self.central)

    @property
    def key(self) -> tuple[str, str]:
        """What two mentions of one instrument share, whatever their spelling."""
        return folded(self.kind), number_key(self.number) if self.number else folded(self.name)

    @property
    def slug(self) -> str:
        """The name of its folder."""
        if not self.number:
            name = self.name or f"{self.kind} {self.office}"
            return _bounded(slug_of(shorter(name)), str(self.year or ""))
        year = f" {self.year}" if self.year and not self.dated else ""
        return slug_of(f"{self.kind} {self.number} {self.place}{year}")


def _bounded(words: str, year: str) -> str:
    """The name of a folder that disks and addresses bear: a long one is cut between words.

    What was cut away leaves its mark, so that no two names become one.
    """
    if len(words) > _LONGEST:
        mark = hashlib.sha256(words.encode()).hexdigest()[:4]
        words = f"{words[: _LONGEST + 1].rpartition('-')[0]}-{mark}"
    return f"{words}-{year}".rstrip("-")


def shorter(name: str) -> str:
    """The name of an amending law without the words that they all have."""
    return _SHORTER.sub("", name)


def read_named(words: str, behind: str = "") -> Named | None:
    """The instrument that words name, whatever units stand before it; None for none.

    ``behind`` is the text that follows: the day may stand there. Signs are read as they are seen:
    the hyphen of Word that breaks no line would end a number, whose folder is an address for ever.
    """
    text, behind = joined(" ".join(clean(words).text.split())), clean(behind).text
    number = _number(text, behind)
    kind = _TYPE.search(text)
    if kind is None and number is None:
        return None
    if kind is None:
        assert number is not None
        letters = re.split(r"[/\-–]", number[0].upper())
        said = next((_BY_LETTERS[part] for part in letters if part in _BY_LETTERS), "")
        if not said:
            return None
        canonical, name = said, ""
    else:
        canonical = _CANONICAL[folded(kind[0])]
        name = _name(text, canonical, kind) if canonical in _BY_NAME else ""
    own = text
    if not (_DAY.search(text) or _YEAR.search(text)) and (found := _BEHIND.match(behind)):
        own = f"{text} {found['day'][:40]}"
    day, told = _day(own), _YEAR.search(own)
    year = day.year if day else int(told[1]) if told else None
    if number and (inside := re.search(r"/((?:19|20)\d\d)/", number[0])):
        year = int(inside[1])
        day = day if day and day.year == year else None
    given = with_usual_letters(without_seal(number[0]).rstrip(".-–")) if number else ""
    rest = f"{text[number.end() :]} {behind}" if number else ""
    return Named(canonical, given, name, year, day, "", cited_province(given, rest, day))


def of_kind_before(named: Named, before: str) -> Named | None:
    """An instrument whose number stood alone, by the kind right before it: “Quy định số 37-QĐ/TW”
    is no decision. None where that word may be a verb (“theo quy định 12/QĐ-UBND”).
    """
    found = _TYPE_BEFORE.search(before)
    kind = _CANONICAL[folded(found[1])] if found else named.kind
    if found is None or kind == named.kind:
        return named
    return replace(named, kind=kind) if found[1][0].isupper() else None


def _number(text: str, behind: str) -> re.Match[str] | None:
    """The first number of a text, if it is there as a whole; ``behind`` follows the text."""
    found = _NUMBER.search(text)
    if found is None:
        return None
    number = found[0].rstrip(".")
    rest = found[0][len(number) :] + (text[found.end() :] or behind)
    return found if is_whole(text[: found.start()], number, rest) else None


def merged(mentions: list[Named]) -> list[Named | None]:
    """Mentions of one kind and number (or name), each as the instrument that it means.

    One number with one known day is one instrument, on whichever mention the day stands. None for
    a mention that may mean several, and for all where two days contradict each other.
    """
    places = {one.place for one in mentions if one.place}
    if len(places) > 1:  # each province has its own
        parted = {place: [one for one in mentions if one.place == place] for place in places}
        each = {place: iter(merged(found)) for place, found in parted.items()}
        return [next(each[one.place]) if one.place else None for one in mentions]
    years = {one.year for one in mentions if one.year}
    if len(years) <= 1:
        return [_one(mentions)] * len(mentions)
    of = {year: _one([one for one in mentions if one.year == year]) for year in years}
    return [of[one.year] if one.year else None for one in mentions]


def _one(mentions: list[Named]) -> Named | None:
    days = {one.day for one in mentions if one.day}
    dated = mentions[0].number and mentions[0].dated
    if len(days) > 1 and not dated:
        return None
    best = min(mentions, key=lambda one: (_is_uniform(one.number or one.name), not one.name))
    year = next((one.year for one in mentions if one.year), None)
    name = best.name or next((one.name for one in mentions if one.name), "")
    place = next((one.place for one in mentions if one.place), "")
    day = days.pop() if len(days) == 1 else None
    return replace(best, name=name, year=year, day=day, place=place)


def _is_uniform(words: str) -> bool:
    """Whether words stand in capitals alone, or have none: another spelling says more."""
    return words in (words.upper(), words.lower())


def _name(text: str, kind: str, found: re.Match[str]) -> str:
    """“Luật Thư viện”; "" where only the kind stands before the number.

    The name of an amending law is all that it amends: “Luật sửa đổi” names none of them. Where
    two years stand in it, nobody can tell which is its own: "".
    """
    rest = text[found.end() :]
    amending = _AMENDING.match(rest)
    if amending and len(_DAY.findall(rest)) + len(_YEAR.findall(_DAY.sub("", rest))) > 1:
        return ""
    ends = _AMENDING_ENDS if amending else _NAME_ENDS
    over = (n for n in range(len(rest) + 1) if ends.match(rest, n) or _lists_another(rest, n))
    end = next(over, len(rest))
    own = rest[:end].strip()
    if _LISTED.match(rest[end:]):
        return ""  # “Luật Phòng, Chống ma túy”: one name, or two
    if not own:
        return kind if kind == "Hiến pháp" else ""
    if len(own) > 1 and own.isupper():  # a title in capitals: who reads it knows the names in it
        own = own.lower() if amending else own.capitalize()
    return f"{kind} {own}"


def _lists_another(rest: str, place: int) -> bool:
    """Whether a comma parts a name from the next one: “Luật Báo chí, Luật Thư viện”."""
    behind = rest[place + 1 :].lstrip()
    return rest[place : place + 1] == "," and behind[:1].isupper() and not rest.isupper()


def _day(text: str) -> date | None:
    found = _DAY.search(text)
    try:
        day = date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
    return day if day and day.year in YEARS else None  # “12/3/1820” is a slip
