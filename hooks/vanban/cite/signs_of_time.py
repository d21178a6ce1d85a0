"""Words and figures that set a sentence at another time than the day of its text.

“Khóa 2018–2022”, “sự cố ngày 15/11/19”, “năm ngoái”, “hồi dịch Covid”, “từ đầu tháng sau”.
``time_words`` reads of which year a sentence surely speaks; here is all that leaves it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple


class Sign(Enum):
    MONTH = auto()
    """A year, or a month of it; a month alone is one of the text's own year."""
    DAYS = auto()
    """So many days before the text's day, at most."""
    PAST = auto()
    """Some time before, nobody knows when."""
    AHEAD = auto()
    """What is to come, or has come just now."""
    GONE = auto()
    """Right behind a name: another law has taken its place."""
    ABROAD = auto()
    """Another country."""


class Told(NamedTuple):
    """A sign from ``start`` to ``end`` of the text in lower case."""

    sign: Sign
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    days: int = 0
    since: int | None = None
    """The first year of a range that ends with ``year``."""


_YEAR = r"(?:19[5-9]\d|20[0-3]\d)"
_COUNTED = (
    r"(?:tờ|phiếu|bài|lớp|đội|người|đồng|học\s+sinh|giáo\s+viên|em|cháu|cuốn|bản|chữ|ký\s+tự"
    r"|trang|lượt|m|km|từ)"
)
_FIGURES = re.compile(
    rf"(?<![\d/.,\w])(?:(?P<iso>{_YEAR})-(?P<iso_month>\d\d)-\d\d(?!\d)"
    rf"|(?P<days>t?(?:\d{{1,2}}\s?[./-]\s?){{1,2}})?(?:(?:iv|i{{1,3}})\s?/\s?)?(?:(?P<since>{_YEAR})\s?-\s?)?(?P<year>{_YEAR})"
    rf"(?![\d/%\w]|-[a-zđ]|[.,]\d|\s+{_COUNTED}(?!\w))"
    r"|\d{1,2}[/.-](?P<short_month>\d{1,2})[/.-](?P<short>\d\d)(?![\w/.-]))"
)
_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s?[./-]\s?\Z|tháng\s+(\d{1,2})\s*,?\s+năm\s+\Z")
_MONTH_WINDOW = 20
# trước ngày 01/7/2026
_EARLIER = re.compile(r"(?<!\w)trước\s+(?:ngày\s+|tháng\s+|năm\s+)?\Z")
_SCHOOL_YEARS = ("năm học ", "nam hoc ", "nh ", "nh: ", "năm học: ")
_SCHOOL_ENDS = 5
"""The month in which lessons end."""

_DIGITS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NUMBER = {word: number for number, word in enumerate(_DIGITS, 1)} | {"vài": 5, "mấy": 5, "nửa": 1}
_NAMED = ("giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_MONTHS = {word: number for number, word in enumerate(_NAMED, 1) if word != "năm"} | {
    "mười một": 11,
    "mười hai": 12,
    "chạp": 12,
}
_SOME = rf"(?:\d{{1,2}}|{'|'.join(_NUMBER)})"
_DAYS_OF = {"năm": 366, "nam": 366, "tháng": 31, "thang": 31, "tuần": 7, "tuan": 7, "ngày": 1}
_LAST = r"(?:trước|rồi|qua|ngoái|vừa\s+(?:rồi|qua)|truoc|ngoai)"
_LAST_DAYS = {"năm": 731, "nam": 731, "kỳ": 366, "quý": 184, "tháng": 62, "thang": 62, "hè": 366}
_LAST_DAYS |= {"tuần": 14, "tuan": 14, "hôm": 3, "hom": 3}
_COUNTRY = (
    r"(?:trung\s+quốc|hoa\s+kỳ|nhật\s+bản|hàn\s+quốc|singapore|thái\s+lan|campuchia|ấn\s+độ|đài\s+loan"
    r"|malaysia|indonesia|philippines|canada|châu\s+âu|eu|liên\s+minh\s+châu\s+âu|triều\s+tiên|hồng\s+kông)"
)
# (not “ở Mỹ Tho”, “tại Anh Sơn”)
_SMALL_COUNTRY = r"(?:anh|nga|pháp|đức|mỹ|lào|úc|bỉ|nhật|hàn)"
_GOES_ON = r"\s*(?:[,;:]|(?:thì|có|bảo|nói|cũng|người\s+ta|họ|(?:bộ\s+)?luật)(?!\w))"
# Quốc hội khóa XIV: the years of its term
_TERMS = {"xii": (2007, 2011), "xiii": (2011, 2016), "xiv": (2016, 2021)}
_WORDS = re.compile(
    r"(?<!\w)(?:"
    # cách đây bảy năm · ba tháng trước
    rf"(?:cách\s+(?:đây|nay)|cach\s+day|suốt|sau|qua|hơn|ngót|tròn)\s+(?:đã\s+)?(?:hơn\s+|khoảng\s+|gần\s+)?(?P<n>{_SOME})\s+(?P<unit>năm|nam|tháng|thang|tuần|tuan|ngày)(?!\s+(?:nữa|tới|sau|học))"
    rf"|(?P<n2>{_SOME})\s+(?P<unit2>năm|tháng|tuần)\s+(?:trước|qua|rưỡi|thi\s+hành|thực\s+hiện|áp\s+dụng)(?!\s+(?:khi|ngày))"
    # năm ngoái · năm học trước · tháng vừa rồi · hôm qua
    rf"|(?P<last>năm(?:\s+học)?|nam(?:\s+hoc)?|(?:học\s+)?kỳ(?:\s+(?:i{{1,2}}|[12]))?|quý|tháng|thang|hè|tuần|tuan|hôm|hom)\s+{_LAST}(?!\s+(?:khi|ngày))(?!\w)"
    # tháng 3 vừa qua · hồi tháng 3 · hôm 20/6 · mùng 5 tháng 5 năm nay
    r"|(?:hết\s+)?tháng\s+(?P<m1>\d{1,2})\s+(?:vừa\s+(?:rồi|qua)|rồi|qua|năm\s+nay)(?!\w)"
    r"|(?:hồi|từ)\s+tháng\s+(?P<m2>\d{1,2})(?!\s?[/.-]?\d|\s*,?\s+năm|\s+tới)"
    rf"|(?:(?:hồi|từ|hôm|đầu|cuối|giữa)\s+)tháng\s+(?P<named>{'|'.join(_MONTHS)})(?!\w|\s+(?:năm\s+\d|tới))(?:\s+năm\s+nay)?"
    r"|tháng\s+(?P<named2>giêng|chạp)(?!\w|\s+tới)(?:\s+năm\s+nay)?"
    r"|(?P<spring>đầu\s+(?:năm\s+nay|xuân)|(?:hồi|sau|trước|dịp|mùng\s+\w+|hôm)\s+tết(?!\s+\d))"
    r"|(?:hôm|ngày|sáng|trưa|chiều|tối|đêm|mùng|mồng)\s+\d{1,2}(?:\s?/\s?|\s+tháng\s+)(?P<m3>\d{1,2})(?![\w/.-]|\s*,?\s+năm\s+\d|\s+(?:tới|sắp))(?:\s+năm\s+nay)?"
    rf"|quốc\s+hội\s+kh(?:óa|oá)\s+(?P<term>{'|'.join(_TERMS)})(?!\w)"
    # what nobody can date
    r"|(?P<past>(?:(?:năm|lần|ngày|dạo|thuở|bữa|thời|hồi)\s+(?:đó|ấy|xưa|nọ)|lúc\s+ấy)(?!\w)|trước\s+thời\s+điểm|giãn\s+cách|tiền\s+thân|trước\s+kia|hồi\s+xưa|xưa\s+kia"
    r"|trước\s+đây(?!\s+(?:đã\s+)?(?:nêu|nói))|ngày\s+trước|hồi\s+(?:còn|dịch|trước|mới)|covid"
    r"|(?:hồi|dạo|lúc)\s+(?:[^\W\d_]+\s+){1,4}?(?:còn|chưa|học\s+lớp)(?!\w)"
    r"|(?:từ\s+)?thời\s+(?:còn|thầy|cô|ông|bà|phòng|trước)|tiền\s+nhiệm|(?:lúc|khi)\s+(?:còn\s+)?tại\s+chức"
    r"|(?:luật|nghị\s+định|thông\s+tư|quy\s+định)\s+mới\s+chưa|(?:lúc|khi|hồi)\s+chưa\s+có"
    r"|sau\s+khi\s+[^.;!?,\n]{1,60}?\sra\s+đời"
    r"|trước\s+khi\s+(?:có|ban\s+hành|(?:bộ\s+)?luật|nghị\s+định|thông\s+tư)"
    r"|(?:lúc|khi|hồi)\s+(?:tôi|em|con|mình|cô|thầy|ông|bà|anh|chị|cháu|chúng\s+tôi)\s+còn(?!\w)"
    r"|(?<!đã )từng\s+(?:được|học|dự|tập|nghe|đọc|dạy|làm|thi)(?!\w))"
    # Luật An ninh mạng bị Luật số … thay thế
    r"|(?P<gone>(?:đã\s+)?(?:bị|được)\s+(?:[^.;!?\n]{0,60}\s)?(?:thay\s+thế|thay\s+bằng|bãi\s+bỏ)(?!\w))"
    r"|(?P<ahead>thông\s+qua|sang\s+năm|(?:tháng(?:\s+\d{1,2})?|năm|quý|năm\s+học)\s+(?:sau(?!\s+khi)|tới)(?!\w)|sắp\s+(?:tới|có|được|ban|ra|thay)(?!\w)|tới\s+đây)"
    # bên Mỹ · ở Singapore · Trung Quốc ban hành
    rf"|(?P<abroad>(?<!sống\s)(?<!học\s)(?<!đặt\s)(?<!việc\s)(?<!chủ\s)(?<!ty\s)(?:bên|ở|tại|nước)\s+(?:nước\s+)?(?:{_COUNTRY}(?!\w)|{_SMALL_COUNTRY}(?={_GOES_ON}))"
    rf"|{_COUNTRY}\s+(?:(?:đã|cũng|mới|vừa)\s+)?(?:có|ban\s+hành|thông\s+qua|sửa)(?!\w))"
    r")"
)


def signs(low: str, start: int, end: int) -> Iterator[Told]:
    """The signs that begin from ``start`` to ``end`` of ``low``, a text in lower case."""
    for found in _FIGURES.finditer(low, start):
        if found.start() >= end:
            break
        if (figure := _figure(low, found)) is not None:
            yield figure
    for found in _WORDS.finditer(low, start):
        if found.start() >= end:
            break
        if (word := _word(found)) is not None:
            yield word


def _figure(low: str, found: re.Match[str]) -> Told | None:
    first, last = found.span()
    if found["iso"]:
        return Told(Sign.MONTH, first, last, int(found["iso"]), _month(found["iso_month"]))
    if found["short"]:
        month = _month(found["short_month"])
        return Told(Sign.MONTH, first, last, 2000 + int(found["short"]), month) if month else None
    year, at = int(found["year"]), found.start("year")
    before = _MONTH.search(low, max(0, at - _MONTH_WINDOW), at)
    month = _month(before[1] or before[2]) if before else None
    if found["days"] and month is None:
        return None  # 53/2022: a number
    since = int(found["since"]) if found["since"] else None
    if since == year - 1 and low.endswith(_SCHOOL_YEARS, 0, first):
        return Told(Sign.MONTH, first, last, year, _SCHOOL_ENDS)
    if since is None and _EARLIER.search(low, max(0, first - _MONTH_WINDOW), first):
        year, month = (year, month - 1) if month and month > 1 else (year - 1, month and 12)
    return Told(Sign.MONTH, first, last, year, month, since=since)


def _month(digits: str) -> int | None:
    return int(digits) if 0 < int(digits) < 13 else None


def _word(found: re.Match[str]) -> Told | None:
    first, last = found.span()
    for sign in (Sign.PAST, Sign.AHEAD, Sign.GONE, Sign.ABROAD):
        if found[sign.name.lower()]:
            return Told(sign, first, last)
    month = found["m1"] or found["m2"] or found["m3"]
    if found["term"]:
        since, year = _TERMS[found["term"]]
        return Told(Sign.MONTH, first, last, year, since=since)
    if found["spring"]:
        return Told(Sign.MONTH, first, last, None, 2)
    if named := found["named"] or found["named2"]:
        return Told(Sign.MONTH, first, last, None, _MONTHS[named])
    if month:
        told = _month(month)
        return Told(Sign.MONTH, first, last, None, told) if told else None
    if found["last"]:
        unit = found["last"].split()
        return Told(Sign.DAYS, first, last, days=_LAST_DAYS[unit[0] if unit[0] != "học" else "kỳ"])
    number, unit_word = (found["n"] or found["n2"]), (found["unit"] or found["unit2"])
    count = _NUMBER[number] if number in _NUMBER else int(number)
    return Told(Sign.DAYS, first, last, days=(count + 1) * _DAYS_OF[unit_word])
