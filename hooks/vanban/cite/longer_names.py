"""Words behind a known name that make it the name of another law, or the law of another country."""

from __future__ import annotations

import re

from . import instrument_words as words
from .clean import CleanText
from .unknown_name import unknown_name

# Luật Báo chí | – Truyền thông · Luật Trẻ em | và Gia đình · Luật Nhà giáo | và cán bộ quản lý
# giáo dục · Luật Quảng cáo | thương mại: another law, or two in few words
_TOPIC = re.compile(
    r"\s?-\s?(?P<dash>truyền\s+thông|xuất\s+bản|phát\s+thanh|gia\s+đình|an\s+toàn\s+thông\s+tin)(?!\w)"
    r"|\s+và\s+(?:an\s+toàn\s+thông\s+tin"
    r"|cán\s+bộ\s+quản\s+lý(?=\s+giáo\s+dục|\s+(?:năm\s+)?(?:19|20)\d\d|\s*(?:[,;.)]|$))"
    r"|(?P<joined>truyền\s+thông|xuất\s+bản|phát\s+thanh|gia\s+đình|phụ\s+nữ|thanh\s+niên|an\s+toàn"
    r"|cán\s+bộ\s+quản\s+lý))(?!\w)"
    r"|\s+(?:thương\s+mại(?!\s+(?:điện|hóa|hoá))|trực\s+tuyến|ngoài\s+trời|điện\s+tử|khuyết\s+tật|mồ\s+côi"
    r"|mầm\s+non)(?!\w)"
)


def longer_end(clean: CleanText, end: int) -> int | None:
    """Where the longer name ends that a topic behind a name makes of it; None: none does.

    Many topics count with a capital alone: “phổ biến Luật Trẻ em và gia đình các em”.
    """
    found = _TOPIC.match(clean.low, end)
    if found is None:
        return None
    marked = found.lastgroup
    if marked and not clean.text[found.start(marked)].isupper():
        return None
    more = clean.low[end : found.end()].lstrip("- ").removeprefix("và").lstrip()
    return unknown_name(clean.text, clean.low, found.end() - len(more) - 1, any_case=True)


def is_foreign(clean: CleanText, end: int) -> bool:
    """Whether a country behind a name says that another one's law is meant."""
    longer = words.LONGER_NAME.match(clean.low, end)
    if longer and (
        longer["country"] not in words.COUNTRIES_IN_CAPITALS
        or clean.text[longer.start("country")].isupper()
    ):
        return True
    found = words.FOREIGN_BEHIND.match(clean.low, end)
    if found is None:
        return False
    group = "country" if found["country"] else "inside"
    return found[group] not in words.SMALL_COUNTRIES or clean.text[found.start(group)].isupper()


def goes_on(clean: CleanText, start: int, end: int) -> bool:
    """Whether a capital behind a name makes it a longer one: “Luật An ninh mạng Đức”."""
    found = words.CAPITAL_BEHIND.match(clean.text, end)
    if not found or clean.text[start:end].isupper():
        return False
    word = found["word"]
    if word == "Việt" and not clean.text.startswith(" Nam", found.end()):
        return True  # a treaty: “… Việt - Hàn”
    return word[0].isupper() and word.lower() not in words.NO_PART_OF_NAME and word.isalpha()
