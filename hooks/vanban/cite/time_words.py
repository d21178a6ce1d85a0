"""Of which year a sentence speaks, where it says so before it names a law.

“Tháng 3/2019, khi Luật An ninh mạng vừa có hiệu lực” in a letter of 2026 does not mean the law that
bears the name in 2026.
"""

from __future__ import annotations

import re

_WINDOW = 160
_DATE = (
    r"(?:ngày\s+)?(?:\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*"
    r"|(?:\d{1,2}\s+)?tháng\s+\d{1,2}\s*(?:[/-]|,?\s+năm)\s*|năm\s+(?:học\s+)?)(?P<year>(?:19|20)\d\d)(?!\w)"
)
_AT = r"(?:vào|từ|hồi|trong|đầu|cuối|giữa|khoảng|ngay|lúc|kể\s+từ|suốt|trước)"
# at the beginning of a sentence or line, or behind “hồi”, “trước”
_TOLD = re.compile(
    rf"(?:(?:\A|[.!?;:]\s|\n)\s*(?:[-+*•]\s*)?(?:{_AT}\s+)*|(?<!\w)(?:{_AT}\s+)*(?:hồi|trước)\s+)"
    rf"{_DATE}"
)
_BEFORE = re.compile(r"(?<!\w)trước\s")
_END = re.compile(r"[.!?;](?=\s)|\n\s*\n")
_NOW = re.compile(r"(?<!đến )(?<!tới )(?<!\w)(?:hiện\s+nay|hôm\s+nay|nay|hiện|hiện\s+hành)(?!\w)")


def year_told(low: str, at: int) -> int | None:
    """The year of which the sentence speaks that holds ``at``; None where it says none before it.

    ``low`` is the text in lower case. “Trước năm 2026” speaks of the year before.
    """
    begin = max(0, at - _WINDOW)
    if low.find("19", begin, at) < 0 and low.find("20", begin, at) < 0:
        return None  # no year at all: much faster seen so
    told = list(_TOLD.finditer(low, begin, at))
    found = told[-1] if told else None
    if found is None or _END.search(low, found.end(), at) or _NOW.search(low, found.end(), at):
        return None
    return int(found["year"]) - bool(_BEFORE.search(found[0]))
