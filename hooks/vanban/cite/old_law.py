"""Sentences on the page of one instrument whose units are those of the one before it.

“Điều 7 (trước là Điều 8)”, “Ở luật năm 2018, việc ấy nằm tại Điều 8”, “Điều 16 kế thừa Điều 29”:
a unit without an instrument is of the page only where no word of this kind stands in its way.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from ..law.late_pattern import late
from .line_ends import Ends
from .time_words import NOW

_WINDOW = 200
_ENDS = re.compile(r"[.!?](?=\s+([^\W\d_]))|[;\n]")
# trước kia, Điều 5 … · ở luật năm 2018, … · so với luật trước, …
_OLD = late(
    r"(?<!\w)(?:trước\s+(?:đây|kia)|(?:trong|ở|tại)\s+(?:công\s+văn|biên\s+bản|kế\s+hoạch|báo\s+cáo"
    r"|quyết\s+định)\s+năm\s+(?:19|20)\d\d|tiền\s+thân|(?:thứ\s+tự|cách\s+đánh\s+số|số|mục)\s+cũ|cách\s+đánh\s+số\s+của"
    r"|(?:luật|nghị\s+định|thông\s+tư|văn\s+bản)\s+(?:đời\s+trước|(?:đã\s+|vừa\s+)?hết\s+hiệu\s+lực"
    r"|mà\s+(?:luật|nghị\s+định|thông\s+tư)\s+này\s+thay)|(?:luật|nghị\s+định|thông\s+tư|bản|đạo\s+luật|văn\s+bản)"
    r"\s+(?:cũ|trước|(?:gốc\s+)?(?:năm\s+)?(?:19|20)\d\d(?![\w/]))|hồi\s+(?:đó|ấy)|(?:lúc|khi|dạo)\s+(?:đó|ấy)[^.;,\n]{1,30}?\s(?:chưa|còn)|(?:ngày|hồi|thời|thuở)\s+(?:trước|xưa)|(?:luật|nghị\s+định|thông\s+tư|văn\s+bản)\s+(?:ấy|kia))(?!\w)"
)
_OLD_AHEAD = late(f"(?={_OLD.pattern})")
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
        dated = ("20" in low or "19" in low) and any(word in low for word in _PAPER_WORDS)
        self._may = dated or any(word in low for word in _OLD_WORDS)

    @cached_property
    def _begins(self) -> list[int]:
        """Where words for it begin."""
        return [found.start() for found in _OLD_AHEAD.finditer(self._low)]

    @cached_property
    def _ends(self) -> Ends:
        return Ends(self._low, _ENDS)

    def has(self, start: int, end: int) -> bool:
        """Whether the units from ``start`` to ``end`` may be of it."""
        low = self._low
        if _BEHIND.match(low, end) or (self._led and _is_led(start, low)):
            return True
        return self._may and self._is_named(start)

    def _is_named(self, start: int) -> bool:
        """Whether the sentence before units speaks of it."""
        low = self._low
        at = bisect_left(self._begins, start - _WINDOW)
        if at == len(self._begins) or self._begins[at] >= start:
            # none is there, unless units glued to a word let it end before them: “cũĐiều 8”
            glued = low[start - 1 : start]
            if not (glued.isalnum() or glued == "_"):
                return False
        first = max(start - _WINDOW, 0, self._ends.before(start) + 1)
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


def _has_one(words: Sequence[str], near: str) -> bool:
    for word in words:  # noqa: SIM110  (“any” takes three times as long)
        if word in near:
            return True
    return False
