"""Of which year a sentence speaks, where it says so beside the name of a law.

“Tháng 3/2019, khi Luật An ninh mạng vừa có hiệu lực” in a letter of 2026 does not mean the law that
bears the name in 2026; neither does “bài đăng ngày 05/3/2020 trái Luật An ninh mạng”, nor “đã tập
huấn Luật An ninh mạng vào tháng 3/2019”.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..law.late_pattern import late
from .grammar import by_first_letter

_WINDOW = 160
BEHIND_WINDOW = 120
_YEAR = r"(?:(?:19|20)\d\d\s*-\s*)?(?P<year>(?:19|20)\d\d)(?![\w/])"
# ngày 05/3/2020 · ngày 5 tháng 3 năm 2020 · tháng 3/2020: a day or month of its year
_DAY = (
    r"(?:(?:ngày\s+)?\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*"
    r"|(?:ngày\s+)?(?:\d{1,2}\s+)?tháng\s+\d{1,2}\s*(?:[/-]|,?\s+năm)\s*)"
)
# … 3/2020 · năm 2020 · năm học 2019-2020 · giai đoạn 2019-2024 · 2020: only behind a word of time
_DATE = (
    rf"(?:{_DAY}|(?:0?[1-9]|1[0-2])\s*/\s*|(?:các\s+|những\s+)?năm\s+(?:học\s+)?"
    rf"|giai\s+đoạn\s+)?{_YEAR}"
)
_AT_WORDS = (
    *("vào", "từ", "hồi", "trong", "đầu", "cuối", "giữa", "khoảng", "ngay", "lúc", r"kể\s+từ"),
    *("suốt", "trước", r"thời\s+điểm", "dịp", r"giai\s+đoạn"),
    *(rf"{word}\s+(?:đó|ấy)\s*\(" for word in ("khi", "lúc", "hồi")),
)
_AT = f"(?:(?:{by_first_letter(_AT_WORDS)})\\s*)"
# at the beginning of a sentence or line, or behind “hồi”, “từ”, “trong”
_BEGINS = rf"\s*(?:[-+*•]\s*)?{_AT}*"
_TOLD_FIRST = late(rf"\A{_BEGINS}{_DATE}")
_TOLD_WORDS = (
    *(rf"{sign}{_BEGINS}" for sign in (r"\.\s", r"!\s", r"\?\s", r";\s", r":\s", r"\n")),
    *(rf"{word[0]}(?<!\w{word[0]}){word[1:]}\s*{_AT}*" for word in _AT_WORDS),
)
_TOLD = late(f"(?:{by_first_letter(_TOLD_WORDS)}){_DATE}")
_A_YEAR = re.compile(r"(?:19|20)\d\d(?![\w/])")
"""In whatever ``_TOLD`` and ``_EVENT`` match."""
# bài đăng ngày 05/3/2020 trái …
_MONTH_OF = r"háng\s+\d{1,2}\s*(?:[/-]|,?\s+năm)\s*"
_EVENT = late(
    rf"(?:n(?<!\wn)gày\s+(?:\d{{1,2}}\s*[/-]\s*\d{{1,2}}\s*[/-]\s*|(?:\d{{1,2}}\s+)?t{_MONTH_OF})"
    rf"|t(?<!\wt){_MONTH_OF}){_YEAR}"
)
# … but not the day of a paper: Quyết định số 5/QĐ-THCS ngày 05/3/2020
_OF_A_PAPER = late(
    by_first_letter(
        (
            r"/[a-zđ][\w&-]*[^.!?;]{0,12}$",
            r"hiệu\s+lực[^.!?;]{0,20}$",
            *(
                rf"{word[0]}(?<!\w{word[0]}){word[1:]}(?!\w)[^.!?;,]{{0,50}}$"
                for word in (
                    *(
                        "luật(?<!pháp luật)",
                        r"nghị\s+(?:định|quyết)",
                        r"thông\s+(?:tư|báo)",
                        r"quyết\s+định",
                    ),
                    *(r"chỉ\s+thị", r"công\s+(?:văn|điện)", r"kế\s+hoạch", r"pháp\s+lệnh"),
                    *(r"văn\s+bản", r"tờ\s+trình", r"hướng\s+dẫn", r"báo\s+cáo", r"biên\s+bản"),
                    *(r"hợp\s+đồng", r"sửa\s+đổi", r"ban\s+hành", r"thông\s+qua"),
                    *("bl[bcdđghklmnpqrstvxa]{2,6}", "l[bcdđghklmnpqrstvxa]{3,7}"),
                )
            ),
        )
    )
)
_PAPER_WINDOW = 64
_SEEN_BEFORE = 8
"""So many letters before a paper its pattern looks back on: “pháp luật”."""
_SEEN = _WINDOW + _PAPER_WINDOW + 2 * _SEEN_BEFORE
"""So many letters before a name are all that the time of which its sentence speaks hangs on."""
# đã tập huấn Luật An ninh mạng vào tháng 3/2019 · … có hiệu lực (01/01/2019)
_BEHIND = late(
    rf"[^.!?;:,\n\d(]{{0,60}}?(?:(?<!\w)(?:vào|hồi|trong|từ|đầu|cuối|giữa|khoảng|suốt|lúc)\s+{_DATE}"
    rf"|(?<=\w)\s*\(\s*(?:từ\s+)?{_DAY}{_YEAR.replace('year', 'dated')})"
)
# Luật An ninh mạng gồm 7 chương, 43 điều; có hiệu lực từ ngày 01.01.2019
_SINCE = late(
    r"(?:(?!(?<!\w)(?:luật|nghị\s|thông\s+tư|quyết\s+định|thay|thì|sau\s+khi))[^.!?\n]){0,80}?\shiệu\s+lực(?:\s+thi\s+hành)?"
    r"(?:\s+kể)?\s+từ(?:\s+ngày)?\s+\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?P<year>(?:19|20)\d\d)(?![\w/])"
)
Time = tuple[int | None, int | None]
"""A year and a month; None for what is not told."""
# the 5 of “5/2026”, “ngày 15-5-2026”, “tháng 5 năm 2026”
_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s*(?:[/.-]|,?\s+năm)\s*\Z")
_BEFORE = re.compile(r"(?<!\w)trước\s")
_MARK = re.compile(r"[.!?;](?=\s)")
_END = re.compile(rf"{_MARK.pattern}|\n\s*\n")
# hiện nay, hôm nay, hiện hành (not “từ 2019 đến nay”, nor the second syllable of “thực hiện”,
# “phát hiện”)
NOW = late(
    "|".join(
        rf"{now}(?!\w)(?<!\w{now})"
        + "".join(
            f"(?<!{word} {now})" for word in ("đến", "tới", "thực", "phát", "biểu", "xuất", "thể")
        )
        for now in ("hiện", "nay")
    )
)


def is_of_a_paper(low: str, near: int, at: int) -> bool:
    """Whether a paper is named between ``near`` and ``at`` whose day the time at ``at`` is."""
    begin = near - _SEEN_BEFORE if near > _SEEN_BEFORE else 0
    return _names_a_paper(low[begin:at], near - begin)


@lru_cache(maxsize=1024)
def _names_a_paper(words: str, begin: int) -> bool:
    """Kept, since every name near a time asks it of that time once more."""
    return _OF_A_PAPER.search(words, begin) is not None


def may_tell(low: str, start: int, end: int) -> bool:
    """Whether a year of which a sentence may speak can stand there; ``re`` sees it more slowly."""
    return low.find("20", start, end) >= 0 or low.find("19", start, end) >= 0


def time_told(low: str, start: int, end: int) -> Time:
    """The time of which the sentence speaks that has a law's name from ``start`` to ``end``.

    ``low`` is the text in lower case. “Trước năm 2026” speaks of the year before.
    """
    stop = end + BEHIND_WINDOW
    if low.find("hiệu", end, stop) >= 0:
        return _told(low, start, end)  # ``_SINCE`` may look further
    begin = start - _SEEN if start > _SEEN else 0
    return _told_near(low[begin : stop + 1], start - begin, end - begin)


def _told(low: str, start: int, end: int) -> Time:
    begin, stop = max(0, start - _WINDOW), end + BEHIND_WINDOW
    if may_tell(low, begin, start):
        found = _said_before(low, begin, start)
        found = found or _cited_by(low, begin, start)
        if found is not None:
            before = _BEFORE.search(found[0])
            return (int(found["year"]) - 1, None) if before else _time(found, "year")
    if not may_tell(low, end, stop):
        return None, None
    since = _SINCE.match(low, end) if low.find("hiệu", end, stop) >= 0 else None
    if since is not None:
        return _time(since, "year")
    behind = _BEHIND.match(low, end, stop)
    if behind is None or NOW.search(behind[0]):
        return None, None
    return _time(behind, "year" if behind["year"] else "dated")


_told_near = lru_cache(maxsize=64)(_told)
"""Kept for lists and tables, where the same words stand around many names."""


def _time(found: re.Match[str], group: str) -> Time:
    """The year of ``group``, and the month that stands before it: 5/2026, tháng 5 năm 2026."""
    at = found.start(group)
    number = found.string[found.end(group) : found.end(group) + 1] == "/"  # 12/2022/QĐ-UBND
    month = None if number else _MONTH.search(found.string, max(0, at - 12), at)
    told = int(month[1]) if month else 0
    return int(found[group]), told if 0 < told < 13 else None


def _cited_by(low: str, begin: int, start: int) -> re.Match[str] | None:
    """The year of the paper that cites what begins at ``start``: “Bản án năm 2017 áp dụng Luật …”.

    The law that it means is the one of its day, not that of whoever tells of it.
    """
    years = list(_ANY_YEAR.finditer(low, begin, start))
    if not years:
        return None
    at, end = years[-1].span()
    if _END.search(low, end, start) or NOW.search(low, end, start):
        return None
    paper = None
    if _CITES.match(low, end, start):
        paper = _PAPER
    elif _CITES_BY_COMMA.fullmatch(low, end, start):
        paper = _LETTER
    near = max(0, at - _PAPER_WINDOW)
    return years[-1] if paper and paper.search(low, near, at) else None


_ANY_YEAR = re.compile(r"(?P<year>1(?<!\d1)9\d\d|2(?<!\d2)0\d\d)(?!\d)")
_LETTERS = r"bản\s+án|công\s+văn|biên\s+bản|kết\s+luận|báo\s+cáo"
_LETTER = re.compile(rf"(?<!\w)(?:{_LETTERS})(?!\w)[^!?;,\n]*\Z")
_PAPER = late(
    rf"(?<!\w)(?:{_LETTERS}|quyết\s+định|thông\s+(?:báo|tư)|hợp\s+đồng|tờ\s+trình|văn\s+bản|kế\s+hoạch"
    r"|nghị\s+(?:định|quyết))(?!\w)[^!?;,\n]*\Z"
)
# (2020) của sở dẫn … · (2017)/HS-ST áp dụng … · (2017): …
_CITES = late(
    r"(?:/[a-zđ][\w&-]*)?(?:\s*:|[^.!?;,\n]{0,50}?(?<!\w)(?:(?<!hướng )dẫn|căn\s+cứ|áp\s+dụng|ghi"
    r"|nêu|tuyên|trích|có\s+(?:câu|đoạn)|(?:nên|thì|phải)\s+theo)(?!\w))"
)
# (13/11/2019), Điều 8 …
_CITES_BY_COMMA = re.compile(r",\s+(?:(?:điểm|khoản|điều)\s+\w+,?\s+){1,3}(?:của\s+)?")


def _said_before(low: str, begin: int, start: int) -> re.Match[str] | None:
    """The last time that is told before ``start`` in its sentence, and still holds there."""
    for mark in _MARK.finditer(low, begin, start):
        begin = mark.start()  # no time runs over a mark, but one may begin with it
    if not _A_YEAR.search(low, begin, start):
        return None
    first = _TOLD_FIRST.match(low, 0, start) if begin == 0 else None
    told = [first] if first else []
    told += _TOLD.finditer(low, first.end() if first else begin, start)
    if low.find("ngày", begin, start) >= 0 or low.find("tháng", begin, start) >= 0:
        told += _EVENT.finditer(low, begin, start)
    if not told:
        return None
    # most often nothing ends a time anywhere, and it need not be looked for behind each
    ends = _END.search(low, begin + 1, start) or NOW.search(low, begin + 1, start)
    for found in sorted(told, key=lambda one: one.end("year"), reverse=True):
        if ends and (_END.search(low, found.end(), start) or NOW.search(low, found.end(), start)):
            return None
        at = found.start()
        if low[at] in ".!?;:" or not is_of_a_paper(low, max(0, at - _PAPER_WINDOW), at):
            return found
    return None
