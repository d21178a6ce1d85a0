"""Sentences on the page of one instrument whose units are those of the one before it.

“Điều 7 (trước là Điều 8)”, “Ở luật năm 2018, việc ấy nằm tại Điều 8”, “Điều 16 kế thừa Điều 29”:
a unit without an instrument is of the page only where no word of this kind stands in its way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..law.late_pattern import late
from .time_words import NOW

_WINDOW = 200
_ENDS = re.compile(r"[.!?](?=\s+[^\W\d_])|[;\n]")
# trước kia, Điều 5 … · ở luật năm 2018, … · so với luật trước, …
_OLD = late(
    r"(?<!\w)(?:trước\s+(?:đây|kia)|(?:trong|ở|tại)\s+(?:công\s+văn|biên\s+bản|kế\s+hoạch|báo\s+cáo"
    r"|quyết\s+định)\s+năm\s+(?:19|20)\d\d|tiền\s+thân|(?:thứ\s+tự|cách\s+đánh\s+số|số|mục)\s+cũ|cách\s+đánh\s+số\s+của"
    r"|(?:luật|nghị\s+định|thông\s+tư|văn\s+bản)\s+(?:đời\s+trước|(?:đã\s+|vừa\s+)?hết\s+hiệu\s+lực"
    r"|mà\s+(?:luật|nghị\s+định|thông\s+tư)\s+này\s+thay)|(?:luật|nghị\s+định|thông\s+tư|bản|đạo\s+luật|văn\s+bản)"
    r"\s+(?:cũ|trước|(?:gốc\s+)?(?:năm\s+)?(?:19|20)\d\d(?![\w/]))|hồi\s+(?:đó|ấy)|(?:lúc|khi|dạo)\s+(?:đó|ấy)[^.;,\n]{1,30}?\s(?:chưa|còn)|(?:ngày|hồi|thời|thuở)\s+(?:trước|xưa)|(?:luật|nghị\s+định|thông\s+tư|văn\s+bản)\s+(?:ấy|kia))(?!\w)"
)
# kế thừa | Điều 29 · (nay là | Điều 25)
_LED = late(
    r"(?<!\w)(?:kế\s+thừa|thay\s+cho|(?:trước|nay|hiện|vốn|từng)(?:\s+(?:đây|kia|nay))?\s+là|lấy\s+từ"
    r"|thay\s+bằng|từng\s+(?:được\s+)?(?:ghi|nằm|nêu|quy\s+định)\s+(?:ở|tại)|tiếp\s+nối|(?:tách|gộp|rút)(?:\s+ra)?\s+từ|bắt\s+nguồn\s+từ|chuyển\s+(?:thành|sang|từ))\s+(?:cả\s+|các\s+)?"
    r"(?:(?:(?:điểm|khoản|điều)\s+)?\w{1,4}(?:\s*,|\s+(?:và|hoặc|hay))\s+){0,4}\Z"
)
# So với bản cũ, | Điều 7 dài hơn
_COMPARED = re.compile(r"(?<!\w)(?:so|khác)\s+với\s+[^,.;\n]{1,48},\s+\Z")
_COMPARED_WINDOW = 64
# Các nghị định trước | đều phạt nhẹ hơn | Điều 95
_THAN = re.compile(r"[^\d,]*(?<!\w)(?:hơn|giống|khác(?:\s+với)?|như)\s+\Z")
# Luật trước có Điều 8|, luật này | có Điều 7
_HERE = late(
    r",\s+(?:(?:còn|thì|và|nhưng|mà)\s+)?(?:(?:bộ\s+)?luật|nghị\s+định|thông\s+tư|quyết\s+định|văn\s+bản|bản|chỗ)\s+này(?!\w)"
    r"|(?<!\w)ở\s+đây(?!\w)"
)
_LED_WINDOW = 64
_LED_WORDS = ("thừa", "thay", "là", "từ", "nối", "chuyển")
"""One of these is in whatever ``_LED`` matches; that none is there is seen much faster."""
_OLD_WORDS = (
    *("trước", "cũ", "thân", "đánh", "hồi", "xưa"),
    *("ấy", "kia", "hết", "thay", "chưa", "còn"),
)
_PAPER_WORDS = ("luật", "định", "tư", "bản", "văn", "hoạch", "cáo")
"""One of the first is in whatever ``_OLD`` matches, or one of the second with a year."""
# Điều 8 trước đây · Điều 101 ấy: of what was named before
_BEHIND = late(
    r"\s+(?:(?:trước\s+(?:đây|kia)|ấy|hồi\s+(?:ấy|đó)|ngày\s+trước|đã\s+bỏ)(?!\w)"
    r"|theo\s+cách\s+đánh\s+số\s)|,\s+theo\s+cách\s+đánh\s+số\s"
    # viết Điều 8 vì họ học luật cũ
    r"|[^.;,\n]{0,24}\s(?:vì|do|bởi)\s[^.;\n]{1,40}?(?:luật|định|tư|bản|sách)\s+(?:cũ|trước)(?!\w)"
    r"|\s*\(nay\s+(?:đã\s+)?(?:bỏ|bãi\s+bỏ|hết)(?!\w)"
)


class OldLaw:
    """Which units of a paragraph may be of the law before this one; asked for one by one.

    Of the words that tell, most paragraphs have none or few, seen once.
    """

    def __init__(self, low: str) -> None:
        self._low = low
        self._led = any(word in low for word in _LED_WORDS)
        self._old = tuple(word for word in _OLD_WORDS if word in low)
        self._dated = ("20" in low or "19" in low) and any(word in low for word in _PAPER_WORDS)

    def has(self, start: int, end: int) -> bool:
        """Whether the units from ``start`` to ``end`` may be of it."""
        low = self._low
        if _BEHIND.match(low, end) or (self._led and _is_led(start, low)):
            return True
        if not (self._old or self._dated):
            return False
        first = start - _WINDOW if start > _WINDOW else 0
        near = low[first:start]
        if not (_has_one(self._old, near) or (self._dated and _is_dated(near))):
            return False
        for mark in _ENDS.finditer(low, first, start):
            first = mark.end()
        old = list(_OLD.finditer(low, first, start))
        if (
            not old
            or _THAN.match(low, old[-1].end(), start)
            or _COMPARED.search(low, max(first, start - _COMPARED_WINDOW), start)
        ):
            return False
        return not (
            NOW.search(low, old[-1].end(), start) or _HERE.search(low, old[-1].end(), start)
        )


def _is_led(start: int, low: str) -> bool:
    """Whether what leads to the units at ``start`` says that they are of the law before."""
    if not low[start - 1 : start].isspace():
        return False
    near = low[start - _LED_WINDOW if start > _LED_WINDOW else 0 : start]
    if not _has_one(_LED_WORDS, near):
        return False
    return _LED.search(low, start - len(near), start) is not None


def _is_dated(near: str) -> bool:
    """Whether a paper and a year may stand there."""
    return ("20" in near or "19" in near) and _has_one(_PAPER_WORDS, near)


def _has_one(words: Sequence[str], near: str) -> bool:
    for word in words:  # noqa: SIM110  (“any” takes three times as long)
        if word in near:
            return True
    return False
