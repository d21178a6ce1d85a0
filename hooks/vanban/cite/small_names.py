"""Names of laws in small letters: “Luật xử lý vi phạm hành chính ngày 20 tháng 6 năm 2012”.

Such words name a law only where its day, year or number stands right behind them: “luật giáo
dục phải thay đổi” names none.
"""

from __future__ import annotations

import re

from . import instrument_words as words
from .clean import CleanText
from .names import name_end

# … số 43/2019/QH14 · … được Quốc hội thông qua ngày
_NUMBER_OR_PASSED = re.compile(
    r"\s*[,(-]?\s*(?:luật\s+)?(?:số\s*:?\s*)?\d{1,3}\s?/\s?(?:19|20)\d\d\s?/"
    r"|\s+(?:(?:đã|được|do|quốc\s+hội|khóa\s+\w+)\s+){1,4}(?:thông\s+qua|ban\s+hành)\s+(?:ngày|năm)\s"
)
# luật giáo dục, but not luật sư, luật pháp, luật chơi
_NAME = re.compile(
    r"\s+(?!(?:sư|gia|chơi|lệ|pháp|định|hóa|hoá|học|khoa|sĩ|nhân\s+quả|hấp\s+dẫn|bất\s+thành|bóng"
    r"|thi\s+đấu|cờ|tục|rừng|chung|riêng)(?!\w))(?=[^\W\d_])"
)
# luật giáo dục áp dụng năm 2015: words that go on with the sentence
_NO_NAME = re.compile(
    r"(?<!\w)(?:áp\s+dụng|thực\s+hiện|thi\s+hành(?!\s+(?:án|tạm))|tiếp\s+tục|đổi|thảo\s+luận|trình|chúng|tôi|giảm"
    r"|tăng|bắt\s+đầu|trở|diễn|khiến|giúp|lấy\s+ý|đi\s+vào|học\s+sinh|cần|rất|nào|gì)(?!\w)"
)
# what stands before a law in small letters that is cited: căn cứ luật … · theo luật … · của luật …
_LEAD = re.compile(
    r"(?:(?:^|[\n;:,(“\"-])\s*|(?<!\w)(?:căn\s+cứ|theo|tại|của|trong|bởi|thuộc|và|hoặc|với|thay)\s+)$"
)

_DRAFTS = tuple([word] for word in words.DRAFT_BEFORE)


def small_name(clean: CleanText, start: int, end: int) -> int | None:
    """Where the name in small letters ends of the law whose type stands from ``start`` to ``end``.

    None where no such name stands there, or nothing tells which law it is.
    """
    low, text = clean.low, clean.text
    name = _NAME.match(low, end)
    if name is None or text[name.end()].isupper():
        return None
    before = low[max(0, start - words.BODY_WINDOW) : start]
    if words.BODY_BEFORE.search(before) or before.split()[-1:] in _DRAFTS:
        return None
    if not text[start].isupper() and not _LEAD.search(before):
        return None
    stop = name_end(text, low, end, any_case=True)
    if stop is None or _NO_NAME.search(low, end, stop) or not _told_behind(low, stop):
        return None
    return stop


def amended_name(clean: CleanText, at: int) -> int | None:
    """Where the name ends of an unknown law that an amending law changes; None: there is none."""
    end = name_end(clean.text, clean.low, at)
    if end is None:
        end = name_end(clean.text, clean.low, at, any_case=True)
        if end is not None and not _told_behind(clean.low, end):
            return None
    return end


def _told_behind(low: str, at: int) -> bool:
    """Whether a day, a year or a number stands at ``at``."""
    return any(told.match(low, at) for told in (words.DATE, words.YEAR, _NUMBER_OR_PASSED))
