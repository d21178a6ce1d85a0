"""Names of laws in small letters: “Luật xử lý vi phạm hành chính ngày 20 tháng 6 năm 2012”.

Such words name a law only where its day, year or number stands right behind them: “luật giáo
dục phải thay đổi” names none.
"""

from __future__ import annotations

import re

from . import instrument_words as words
from .clean import CleanText
from .names import NameIndex
from .unknown_name import name_end

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
# Luật Đấu thầu, Luật Thuế xuất khẩu, thuế nhập khẩu và Luật … số 90/2025/QH15: laws, commas and
# “và” up to the number of the law that changes them all
_LISTED = re.compile(
    r"(?P<laws>(?:bộ\s+)?luật(?:\s+(?!số\s*:?\s*\d)[^\W\d_]+|\s*,(?=\s)){2,160}+)\s+số\s*:?\s*\d{1,3}\s?/\s?(?:19|20)\d\d\s?/\s?qh"
)
_PART = re.compile(r"\s*,\s*(?:và\s+)?|\s+và\s+(?=(?:của\s+)?(?:bộ\s+)?luật\s)")
_LAW = re.compile(r"(?<!\w)(?<!pháp )(?<!kỷ )(?:bộ\s+)?luật(?!\w)")
_OF = re.compile(r"(?<!\w)của\s+(?=(?:bộ\s+)?luật\s)")
# a word that goes on with the sentence, in no name of a law
_PREDICATE = re.compile(
    r"(?<!\w)(?:theo(?!\s+(?:phương\s+thức|hợp\s+đồng))|thì|là|được|đã|khi|tại|phải|nay|thay|bởi|do|này|đó"
    r"|có\s+hiệu|nhà\s+trường|thầy|nêu|quy\s+định|áp\s+dụng|thực\s+hiện(?!\s+dân)|ban\s+hành(?!\s+văn)"
    r"|căn\s+cứ|năm|ngày)(?!\w)"
)
_ANOTHER_LAW = re.compile(r"\s*(?:,|,?\s+và)\s+(?:của\s+)?(?=(?:bộ\s+)?luật\s)")

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


def amended(clean: CleanText, at: int, names: NameIndex) -> tuple[int | None, list[str]]:
    """Where the names of the laws end that an amending law changes, and those known here."""
    low = clean.low
    stop: int | None = None
    keys: list[str] = []
    listed = _listed(clean, at)
    if listed is not None:
        laws = _LAW.finditer(low, at, listed)
        found = [names.match(low, clean.text, law.start()) for law in laws]
        return listed, [one[1] for one in found if one]
    while True:
        named = names.match(low, clean.text, at)
        inner = _LAW.match(low, at)
        end = named[0] if named else _amended_name(clean, inner.end()) if inner else None
        if end is None:
            return stop, keys
        stop = end
        keys += [named[1]] if named else []
        another = _ANOTHER_LAW.match(low, stop)
        if another is None:
            return stop, keys
        at = another.end()


def _amended_name(clean: CleanText, at: int) -> int | None:
    """Where the name ends of an unknown law that an amending law changes; None: there is none."""
    end = name_end(clean.text, clean.low, at)
    if end is None:
        end = name_end(clean.text, clean.low, at, any_case=True)
        if end is not None and not _told_behind(clean.low, end):
            return None
    return end


def _listed(clean: CleanText, at: int) -> int | None:
    """Where a list of two laws or more ends that begins at ``at`` and that a number closes.

    “Luật Đấu thầu, Luật Thuế xuất khẩu, thuế nhập khẩu và Luật … số 90/2025/QH15”: what stands
    between two “Luật” is a name or goes on with one, known or not. None where no such list
    stands there, or a word in it goes on with the sentence.
    """
    found = _LISTED.match(clean.low, at)
    if found is None or len(_LAW.findall(found["laws"])) < 2:
        return None
    for part in _PART.split(_OF.sub("", found["laws"])):
        law = _LAW.search(part)
        inside = law is not None and _LAW.search(part, law.end())
        if inside or (law and law.start()) or _PREDICATE.search(part):
            return None
    return found.end("laws")


def _told_behind(low: str, at: int) -> bool:
    """Whether a day, a year or a number stands at ``at``."""
    return any(told.match(low, at) for told in (words.DATE, words.YEAR, _NUMBER_OR_PASSED))
