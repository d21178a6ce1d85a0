"""Instruments that another one's title names: “Nghị định 115/2020/NĐ-CP về … theo Luật Viên chức”.

The law in the title of a decree is that of the decree's year, whichever bears the name today; and
“, Điều 7” behind such a title may be of the decree as well as of the law.
"""

from __future__ import annotations

import re

from ..law.late_pattern import late
from ..law.units import GROUPING
from .clean import CleanText
from .time_words import may_tell
from .tokens import ByName, InstrumentToken, NumberedUnits, Token

TITLE_WINDOW, _NEAR = 260, 40
# … một số điều của | … biện pháp thi hành | … viên chức theo: what governs the name in a title
_GOVERNED = late(
    r"(?<!\w)(?:của|thi\s+hành|thực\s+hiện|hướng\s+dẫn|chi\s+tiết|(?<!, )theo|về|điều|sửa\s+đổi"
    r"|thay(?:\s+thế)?|bổ\s+sung|triển\s+khai|phổ\s+biến|tuyên\s+truyền)(?:\s+(?:các|một\s+số\s+điều))?\s+\Z"
)
# what the words of a title never say
_NO_TITLE = late(
    r"(?<!\w)(?:thì|là|nay|(?<!thực )hiện|trái|vi\s+phạm|căn\s+cứ|đã|không|phải|khi|nếu|xem"
    r"|nhưng|còn|nêu|cấm|cho\s+rằng)(?!\w)"
)
# … của Luật A và | Luật B: the second is governed as the first is
_GOVERNED_TOO = re.compile(
    r"(?<!\w)(?:của|thi\s+hành|theo)\s+(?:các\s+)?(?:bộ\s+)?luật\s(?!số)[^.;:()\n]{3,80}?\s+và\s+\Z"
)
_FAR = 120
_TITLE = (
    # (ngày … của Chính phủ) quy định | … · hướng dẫn | … · thực hiện | …
    r"(?:,?\s+(?:ngày|của|do)\s[^.;:()“”\"]{1,70}?)??"
    r"\s+(?:quy|hướng|về|sửa|bổ|thực|triển|thi|thay|phê|ban|phổ|tuyên)(?!\w)(?P<title>[^.;:()“”\"]{0,170})\Z"
)
_PASSED = late(
    r"(?<!\w)năm\s+(?P<year>(?:19|20)\d\d),?\s+(?:quốc\s+hội\s+)?(?:đã\s+|mới\s+)?"
    r"(?:ban\s+hành|thông\s+qua|có|ra)\s+(?:thêm\s+)?\Z"
)
_SERIAL = re.compile(r"/(?=(?:19|20)\d\d/)")
# /2020/NĐ-CP quy định …
_NUMBERED = late(rf"/(?P<year>\d{{4}})/[a-zđ][a-zđ\d&-]{{0,24}}{_TITLE}")
# what has articles of its own, and what has items
_ARTICLES = r"(?:nghị\s+(?:định|quyết)|thông\s+tư|quyết\s+định|luật(?=\s+(?:số|sửa)\s))"
_ITEMS = (
    r"(?:kế\s+hoạch|công\s+văn|thông\s+báo|chỉ\s+thị|hướng\s+dẫn|tờ\s+trình|báo\s+cáo|đề\s+án"
    r"|chương\s+trình)"
)
_BEGINS = {
    True: re.compile(rf"(?<!\w){_ARTICLES}(?!\w)"),
    False: late(rf"(?<!\w){_ITEMS}(?!\w)"),
}
# Kế hoạch | số 5/KH-THCS | thực hiện …
_BEHIND = late(rf"(?!\s+(?:này|đó|ấy|trên)(?!\w))(?:\s+(?:số\s*:?\s*)?\d[\w/&-]{{0,24}})?{_TITLE}")


def year_of_title(low: str, start: int) -> int | None:
    """The year of the instrument in whose title the law stands that begins at ``start``.

    Or the one in which the sentence says it was passed: “năm 2018 ban hành Luật …”.
    """
    if not low[start - 1 : start].isspace():
        return None  # whatever is sought below ends with a space
    near = max(0, start - _NEAR)
    passed = _PASSED.search(low, near, start) if may_tell(low, near, start) else None
    if passed is not None:
        return int(passed["year"])
    begin = max(0, start - TITLE_WINDOW)
    if low.find("/20", begin, start) < 0 and low.find("/19", begin, start) < 0:
        return None  # much faster seen so
    if not _GOVERNED.search(low, max(begin, start - _NEAR), start) and not (
        low.endswith(" và ", 0, start)
        and _GOVERNED_TOO.search(low, max(begin, start - _FAR), start)
    ):
        return None
    told = [_NUMBERED.match(low, one.start(), start) for one in _SERIAL.finditer(low, begin, start)]
    for found in reversed(told):
        if found is not None:
            no_title = _NO_TITLE.search(low, found.start("title"), start)
            return None if no_title else int(found["year"])
    return None


def of_a_pair(before: InstrumentToken, clean: CleanText) -> bool:
    """“Luật A năm 2018 và Luật A năm 2025, Điều 8”: of the one, of the other, or of each?

    So it is in “Luật B khác Luật A ở Điều 8”.
    """
    if _COMPARED.search(clean.low, max(0, before.start - _NEAR), before.start):
        return True
    if not isinstance(before, ByName) or not before.issue.told:
        return False
    begin = max(0, before.start - len(before.name) - _PAIR)
    other = clean.low.rfind(before.name, begin, before.start)
    if other < 0:
        return False
    return _PAIRED.fullmatch(clean.low, other + len(before.name), before.start) is not None


_COMPARED = re.compile(
    r"(?<!\w)(?:bộ\s+)?luật\s[^.;:\n]{3,30}\s(?:khác|giống|tương\s+tự|so)\s+(?:với\s+)?\Z"
)
_PAIR = 40
_PAIRED = late(
    r",?\s+\(?(?:năm\s+)?(?:19|20)\d\d\)?\s*(?:[→/,&-]|=>|->|và|tới|đến|sang|với|thành|so\s+với|hay|hoặc)\s*"
)


def in_a_title(clean: CleanText, start: int, *, of_articles: bool) -> bool:
    """Whether the title of another paper names what begins at ``start``.

    ``of_articles``: a paper that has articles of its own is asked for, else one in items.
    """
    low = clean.low
    begin = max(0, start - TITLE_WINDOW)
    if not _GOVERNED.search(low, max(begin, start - _NEAR), start):
        return False
    for paper in _BEGINS[of_articles].finditer(low, begin, start):
        if not clean.text[paper.start()].isupper():
            continue
        titled = _BEHIND.match(low, paper.end(), start)
        if titled and not _NO_TITLE.search(low, titled.start("title"), start):
            return True
    return False


# Chương III | Bảo vệ trẻ em của | Nghị định …
_OWN_TITLE = late(r"\s+(?P<title>[^\W\d_][^.;:()\n“”\"]{2,100}?)\s+(?:của|thuộc)\s+\Z")


def behind_title(unit: Token, start: int, clean: CleanText) -> bool:
    """Whether nothing but its title stands between a chapter and what begins at ``start``."""
    if not isinstance(unit, NumberedUnits) or unit.kind not in GROUPING:
        return False
    found = _OWN_TITLE.match(clean.low, unit.end, start) if start - unit.end < _FAR else None
    if found is None or not clean.text[found.start("title")].isupper():
        return False
    return _NO_TITLE.search(clean.low, unit.end, start) is None
