"""Marks beside units which say that they are hardly those of the text around them.

“Điều 8 (cũ)”, “Điều 8 (2018)”, “Điều 5 Decree …”, “#Điều8”, an answer of a quiz: a paper does not
write so of its own articles.
"""

from __future__ import annotations

import re

from .clean import CleanText

_BEHIND = re.compile(
    # Điều 8 (cũ) · Điều 8 cũ · Điều 8 (2018) · Điều 7 năm 2025
    r"\s*[(\[]\s*(?:luật\s+)?(?:cũ|(?:năm\s+)?(?:19|20)\d\d)\s*[)\]]|\s+(?:cũ|năm\s+(?:19|20)\d\d)(?![\w/])"
    r"|\s+(?:of\s+(?:the\s+)?)?(?:law|decree|circular|act|decision|regulation|code|directive"
    r"|resolution|ordinance|constitution|convention)(?!\w)"
    # Điều 8 #LuậtAnNinhMạng · Điều 5 (nghi-dinh-72-2013-nd-cp.pdf)
    r"|\s*[(\[]?\s*#[^\W\d_]|\s*[(\[]?\s*[nltqbc][a-z]{0,12}[-_](?:[a-z]{1,12}[-_]){0,7}\d{1,4}[-_]\d{4}(?=[-_.\s)]|$)"
    # Điều 8 là của luật nào?
    r"|\s+(?:là\s+)?(?:của|thuộc|trong|ở|nằm\s+trong)\s+(?:bộ\s+)?(?:luật|nghị\s+định|thông\s+tư|văn\s+bản)\s+(?:nào|gì)(?!\w)"
    r"|[”\"]?\s+(?:mà\s+)?(?:không|chẳng)\s+(?:nói|ghi|rõ|biết|nêu|kèm|thấy)\s+(?:[^\W\d_]+\s+){0,3}?(?:luật|nghị\s+định|thông\s+tư|văn\s+bản)\s+(?:nào|gì)(?!\w)"
    # Điều 13 cũng của luật ấy
    r"|\s+(?:cũng\s+)?(?:là\s+)?(?:của|trong|ở)\s+(?:bộ\s+luật|luật|nghị\s+định|thông\s+tư|văn\s+bản)\s+(?:ấy|đó|kia|khác)(?!\w)"
    # Điều 60, đó là nghị định xử phạt
    r"|,\s+(?:đó|ấy|tức)\s+là\s+(?:của\s+|ở\s+)?(?:bộ\s+luật|luật|nghị\s+định|thông\s+tư)(?!\s+(?:này|sư))(?!\w)"
    r"|\s+của\s+(?:một|các|những|hai)\s+(?:luật|nghị|bộ\s+luật|thông|văn)(?!\w)"
    # Điều 1 trong năm điều Bác dạy
    r"|\s+trong\s+(?:\d{1,2}|[^\W\d_]+)\s+điều\s+(?:bác|thầy|dạy|tâm|cam|ước)(?!\w)"
    # Điều 5 điều khoản sử dụng
    r"|\s+(?:của\s+|trong\s+)?(?:bản\s+)?điều\s+khoản\s+(?:sử|dịch|chung|của)(?!\w)"
)
_OPENS, _SPACES, _LEADS = frozenset("(["), frozenset(' \t\n#”",'), frozenset(" \t#")
_BEGINS = frozenset("cnl12#qtb ")
"""How what ``_BEHIND`` matches in brackets begins."""
# (“# Điều 8” is a heading)
_TAG = re.compile(r"#(?:\w{1,60}\s*)?\Z")
# A. Điều 8 · B) Điều 9: an answer of a quiz
_ANSWER = re.compile(r"(?:\A|[\s(])[A-E][.)][^\S\n]+(?:[Tt]heo[^\S\n]+)?\Z")
_TAG_WINDOW, _ANSWER_WINDOW = 64, 16


def estranged(start: int, end: int, clean: CleanText) -> bool:
    """Whether what stands right before or behind units says that they are of another paper."""
    text, low = clean.text, clean.low
    behind = low[end : end + 2]
    marked = behind[1:] in _BEGINS if behind[:1] in _OPENS else behind[:1] in _SPACES
    if marked and _BEHIND.match(low, end):
        return True
    if not start or text[start - 1] not in _LEADS:
        return False
    if _ANSWER.search(text, max(0, start - _ANSWER_WINDOW), start):
        return True
    begin = max(0, start - _TAG_WINDOW)
    return low.rfind("#", begin, start) >= 0 and _TAG.search(low, begin, start) is not None
