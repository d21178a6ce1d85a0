"""Words and figures that set a sentence at another time than the day of its text.

“Khóa 2018–2022”, “sự cố ngày 15/11/19”, “năm ngoái”, “hồi dịch Covid”, “từ đầu tháng sau”.
``time_words`` reads of which year a sentence surely speaks; here is all that leaves it open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
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
    TERM = auto()
    """A term of the assembly, of which the law beside it may be."""
    NUMBER = auto()
    """The number of a law, which may say which one the name before it means."""

    __hash__ = object.__hash__  # that of an enumeration is computed in Python each time


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
_OPENS_FIGURES = frozenset("0123456789ti")
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
# Quốc hội khóa XIV: the years of its term
_TERMS = {"xii": (2007, 2011), "xiii": (2011, 2016), "xiv": (2016, 2021), "xv": (2021, 2026)}
_TERMS |= {"xvi": (2026, 2031)}
COUNTRY = (
    r"(?:trung\s+quốc|hoa\s+kỳ|nhật\s+bản|hàn\s+quốc|singapore|thái\s+lan|campuchia|ấn\s+độ|đài\s+loan"
    r"|malaysia|indonesia|philippines|canada|châu\s+âu|eu|liên\s+minh\s+châu\s+âu|triều\s+tiên|hồng\s+kông)"
)
# (not “ở Mỹ Tho”, “tại Anh Sơn”)
_SMALL_COUNTRY = r"(?:anh|nga|pháp|đức|mỹ|lào|úc|bỉ|nhật|hàn)"
_GOES_ON = r"\s*(?:[,;:]|(?:thì|có|bảo|nói|cũng|người\s+ta|họ|(?:bộ\s+)?luật)(?!\w))"


def _some_days(found: re.Match[str]) -> Told:
    """“bảy năm”: so many and one more, for nobody counts exactly."""
    count = _NUMBER[found["n"]] if found["n"] in _NUMBER else int(found["n"])
    return Told(Sign.DAYS, *found.span(), days=(count + 1) * _DAYS_OF[found["unit"]])


def _last(found: re.Match[str]) -> Told:
    unit = found["last"].removeprefix("học ").split()[0]
    return Told(Sign.DAYS, *found.span(), days=_LAST_DAYS[unit])


def _in_month(found: re.Match[str]) -> Told | None:
    month = _MONTHS.get(found["month"]) or _month(found["month"])
    return Told(Sign.MONTH, *found.span(), month=month) if month else None


def _spring(found: re.Match[str]) -> Told:
    return Told(Sign.MONTH, *found.span(), month=_TET)


def _of_a_term(found: re.Match[str]) -> Told:
    since, year = _TERMS[found["term"]]
    return Told(Sign.TERM, *found.span(), year, since=since)


def _just(sign: Sign) -> Callable[[re.Match[str]], Told]:
    return lambda found: Told(sign, *found.span())


_TET = 2
"""The month in which the new year of the moon most often begins."""
_NUMBERS = (
    f"{' '.join(_NUMBER)} {' '.join(map(str, range(100)))} {' '.join(f'0{n}' for n in range(10))}"
)
_Made = Callable[[re.Match[str]], Told | None]
_FORMS: tuple[tuple[str, str, _Made], ...] = (
    # the words that a form begins with · the form · what it tells
    # cách đây bảy năm, suốt bảy năm rưỡi
    (
        "cách cach suốt sau qua hơn ngót tròn",
        (
            r"(?:cách\s+(?:đây|nay)|cach\s+day|suốt|sau|qua|hơn|ngót|tròn)\s+(?:đã\s+)?"
            rf"(?:hơn\s+|khoảng\s+|gần\s+)?(?P<n>{_SOME})\s+(?P<unit>năm|nam|tháng|thang|tuần|tuan|ngày)"
            r"(?!\s+(?:nữa|tới|sau|học))"
        ),
        _some_days,
    ),
    # ba tháng trước, 5 năm thi hành
    (
        _NUMBERS,
        (
            rf"(?P<n>{_SOME})\s+(?P<unit>năm|tháng|tuần)"
            r"\s+(?:trước|qua|rưỡi|thi\s+hành|thực\s+hiện|áp\s+dụng)(?!\s+(?:khi|ngày))"
        ),
        _some_days,
    ),
    # năm ngoái, học kỳ II vừa rồi, hôm qua
    (
        "năm nam học kỳ quý tháng thang hè tuần tuan hôm hom",
        (
            r"(?P<last>năm(?:\s+học)?|nam(?:\s+hoc)?|(?:học )?kỳ(?:\s+(?:i{1,2}|[12]))?"
            rf"|quý|tháng|thang|hè|tuần|tuan|hôm|hom)\s+{_LAST}(?!\s+(?:khi|ngày))(?!\w)"
        ),
        _last,
    ),
    # hết tháng 3 vừa rồi
    (
        "hết tháng",
        r"(?:hết\s+)?tháng\s+(?P<month>\d{1,2})\s+(?:vừa\s+(?:rồi|qua)|rồi|qua|năm\s+nay)(?!\w)",
        _in_month,
    ),
    # hồi tháng 3 (without a year)
    (
        "hồi từ",
        r"(?:hồi|từ)\s+tháng\s+(?P<month>\d{1,2})(?!\s?[/.-]?\d|\s*,?\s+năm|\s+tới)",
        _in_month,
    ),
    # hồi tháng Tư, tháng Giêng năm nay
    (
        "hồi từ hôm đầu cuối giữa",
        (
            rf"(?:hồi|từ|hôm|đầu|cuối|giữa)\s+tháng\s+(?P<month>{'|'.join(_MONTHS)})"
            r"(?!\w|\s+(?:năm\s+\d|tới))(?:\s+năm\s+nay)?"
        ),
        _in_month,
    ),
    ("tháng", r"tháng\s+(?P<month>giêng|chạp)(?!\w|\s+tới)(?:\s+năm\s+nay)?", _in_month),
    # hôm 20/6, mùng 5 tháng 5 năm nay
    (
        "hôm ngày sáng trưa chiều tối đêm mùng mồng",
        (
            r"(?:hôm|ngày|sáng|trưa|chiều|tối|đêm|mùng|mồng)\s+\d{1,2}(?:\s?/\s?|\s+tháng\s+)"
            r"(?P<month>\d{1,2})(?![\w/.-]|\s*,?\s+năm\s+\d|\s+(?:tới|sắp))(?:\s+năm\s+nay)?"
        ),
        _in_month,
    ),
    # đầu năm nay, hồi Tết
    (
        "đầu hồi sau trước dịp mùng hôm",
        r"đầu\s+(?:năm\s+nay|xuân)|(?:hồi|sau|trước|dịp|mùng\s+\w+|hôm)\s+tết(?!\s+\d)",
        _spring,
    ),
    (
        "quốc khóa khoá",
        rf"(?:quốc\s+hội\s+)?kh(?:óa|oá)\s+(?P<term>{'|'.join(_TERMS)})(?!\w)",
        _of_a_term,
    ),
    # (Luật An ninh mạng) được đánh số 24/2018/QH14
    ("số", r"số(?:\s+hiệu)?\s*:?\s*\d{1,3}/\d{4}/qh\d{1,2}(?!\w)", _just(Sign.NUMBER)),
    # what nobody can date
    (
        "năm lần ngày dạo thuở bữa thời hồi lúc",
        (
            r"(?:(?:năm|lần|ngày|dạo|thuở|bữa|thời|hồi)\s+(?:đó|ấy|xưa|nọ)|lúc\s+ấy)(?!\w)"
            r"|ngày\s+trước|năm\s+kia(?!\w)|hồi\s+(?:còn|dịch|trước|mới)"
        ),
        _just(Sign.PAST),
    ),
    (
        "trước giãn tiền xưa covid",
        (
            r"trước\s+thời\s+điểm|giãn\s+cách|tiền\s+(?:thân|nhiệm)|trước\s+kia|xưa\s+kia|covid"
            r"|trước\s+đây(?!\s+(?:đã\s+)?(?:nêu|nói))"
            r"|trước\s+khi\s+(?:có|ban\s+hành|(?:bộ\s+)?luật|nghị\s+định|thông\s+tư)"
        ),
        _just(Sign.PAST),
    ),
    # hồi trường còn thuộc huyện, lúc con học lớp 5, khi tôi còn đi dạy
    (
        "hồi dạo lúc khi từ thời",
        (
            r"(?:hồi|dạo|lúc)\s+(?:[^\W\d_]+\s+){0,4}?(?:còn|chưa|học\s+lớp)(?!\w)"
            r"|(?:từ\s+)?thời\s+(?:còn|thầy|cô|ông|bà|phòng|trước)|(?:lúc|khi)\s+(?:còn\s+)?tại\s+chức"
            r"|(?:lúc|khi|hồi)\s+chưa\s+có"
            r"|khi\s+(?:tôi|em|con|mình|cô|thầy|ông|bà|anh|chị|cháu|chúng\s+tôi)\s+còn(?!\w)"
        ),
        _just(Sign.PAST),
    ),
    (
        "luật nghị thông quy sau",
        (
            r"(?:luật|nghị\s+định|thông\s+tư|quy\s+định)\s+mới\s+chưa"
            r"|sau\s+khi\s+[^.;!?,\n]{1,60}?\sra\s+đời"
        ),
        _just(Sign.PAST),
    ),
    # năm hai nghìn không trăm mười chín: a year in words is not counted out
    (
        "năm",
        r"năm\s+hai\s+(?:nghìn|ngàn|không)\s+(?:không|linh|lẻ|mười|hai|một)(?!\w)",
        _just(Sign.PAST),
    ),
    (
        "từng",
        r"(?<!đã )từng\s+(?:được|học|dự|tập|nghe|đọc|dạy|làm|thi)(?!\w)",
        _just(Sign.PAST),
    ),
    # Luật An ninh mạng bị Luật số … thay thế
    (
        "đã bị được",
        r"(?:đã\s+)?(?:bị|được)\s+(?:[^.;!?\n]{0,60}\s)?(?:thay\s+thế|thay\s+bằng|bãi\s+bỏ)(?!\w)",
        _just(Sign.GONE),
    ),
    (
        "thông sang tháng năm quý sắp tới",
        (
            r"thông\s+qua|sang\s+năm|tới\s+đây|sắp\s+(?:tới|có|được|ban|ra|thay)(?!\w)"
            r"|(?:tháng(?:\s+\d{1,2})?|năm|quý|năm\s+học)\s+(?:sau(?!\s+khi)|tới)(?!\w)"
        ),
        _just(Sign.AHEAD),
    ),
    # bên Mỹ · ở Singapore (nobody “sống ở Mỹ” by its law) · Trung Quốc ban hành
    (
        "bên ở tại nước",
        (
            r"(?<!sống\s)(?<!học\s)(?<!đặt\s)(?<!việc\s)(?<!chủ\s)(?<!ty\s)(?:bên|ở|tại|nước)\s+(?:nước\s+)?"
            rf"(?:{COUNTRY}(?!\w)|{_SMALL_COUNTRY}(?={_GOES_ON}))"
        ),
        _just(Sign.ABROAD),
    ),
    (
        (
            "trung hoa nhật hàn singapore thái campuchia ấn đài malaysia indonesia philippines"
            " canada châu eu liên triều hồng"
        ),
        rf"{COUNTRY}\s+(?:(?:đã|cũng|mới|vừa)\s+)?(?:có|ban\s+hành|thông\s+qua|sửa)(?!\w)",
        _just(Sign.ABROAD),
    ),
)


def _by_first_word() -> dict[str, tuple[tuple[re.Pattern[str], _Made], ...]]:
    found: dict[str, tuple[tuple[re.Pattern[str], _Made], ...]] = {}
    for begins, pattern, made in _FORMS:
        form = re.compile(pattern), made
        for word in begins.split():
            found[word] = (*found.get(word, ()), form)
    return found


_BY_FIRST_WORD = _by_first_word()
_WORD = re.compile(r"(?<!\w)[^\W_]+")


def signs(low: str, start: int, end: int) -> Iterator[Told]:
    """The signs that begin from ``start`` to ``end`` of ``low`` (in lower case), in order."""
    done = start
    for found in _WORD.finditer(low, start):
        at = found.start()
        if at >= end:
            break
        if at < done:
            continue
        word = found[0]
        told = _figure(low, at) if word[0] in _OPENS_FIGURES else None
        if told is None and word in _BY_FIRST_WORD:
            told = _form(low, at, word)
        if told is not None:
            done = told.end
            yield told


def _form(low: str, at: int, word: str) -> Told | None:
    for form, made in _BY_FIRST_WORD[word]:
        found = form.match(low, at)
        if found and (told := made(found)) is not None:
            return told
    return None


def _figure(low: str, at: int) -> Told | None:
    found = _FIGURES.match(low, at)
    if found is None:
        return None
    first, last = found.span()
    if found["iso"]:
        return Told(Sign.MONTH, first, last, int(found["iso"]), _month(found["iso_month"]))
    if found["short"]:
        month = _month(found["short_month"])
        return Told(Sign.MONTH, first, last, 2000 + int(found["short"]), month) if month else None
    year, stands = int(found["year"]), found.start("year")
    before = _MONTH.search(low, max(0, stands - _MONTH_WINDOW), stands)
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
    return int(digits) if digits.isdigit() and 0 < int(digits) < 13 else None
