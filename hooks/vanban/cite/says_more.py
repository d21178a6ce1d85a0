"""Whether what stands behind a law's name may say more of it: its number, its year, another time.

``instrument_reader`` has some twenty patterns for what does. Each of them begins with signs and
then a figure or one of the words below, or with a bracket; behind most names nothing of that kind
stands, and none of them need be tried.
"""

from __future__ import annotations

import re

from . import instrument_words as words
from . import year_apart

PATTERNS = (
    *(words.LONGER_NAME, words.FOREIGN_BEHIND, words.NUMBER_BEHIND_NAME, words.SHORT_BEHIND),
    *(words.NUMBER_AND_YEAR, words.AMENDED, words.PASSED, words.OTHER_TIME, words.ISSUED),
    *(words.YEAR_UNREAD, words.YEAR_IN_BRACKETS, words.IN_FORCE_FROM, words.AMENDED_ONE),
    *year_apart.BEHIND,
)
"""All that ``says_more`` speaks of. A test tells which of their first words the list lacks."""
FIRST_WORDS = frozenset(
    (
        # another country's
        *("trung", "hoa", "mỹ", "nước", "nhật", "hàn", "singapore", "thái", "liên", "cộng"),
        *("quốc", "úc", "đức", "pháp", "anh", "nga", "lào", "campuchia", "ấn", "đài", "malaysia"),
        *("indonesia", "philippines", "canada", "châu", "eu", "các", "một", "tiểu", "bang"),
        *("taiwan", "china", "gdpr", "csl", "ccpa", "việt", "thụy", "thuỵ", "na", "phần", "đan"),
        *("hà", "bỉ", "ý", "áo", "ba", "tây", "new", "brazil", "israel", "myanmar", "triều"),
        *("hồng", "hong", "estonia", "ukraine"),
        # a firm's, a model
        *("nội", "kiểu", "tập"),
        # its number
        *("tức", "hay", "nghĩa", "bộ", "luật", "văn", "ký", "được", "ban", "kèm", "có", "mang"),
        *("số", "n", "nam", "năm", "nǎm", "nãm", "nă", "nǎ", "nã", "của", "qh", "khóa", "khoá"),
        # its day and who passed it
        *("đã", "do", "mà", "chủ", "mới", "vừa", "hồi", "vào", "từ", "thông", "ra", "công"),
        *("bản", "phiên", "thời", "đời", "tháng", "ngày"),
        # changed, or of another time
        *("sửa", "bổ", "thế", "loại", "cũ", "những", "hai", "trước", "đầu", "nào", "sau", "sắp"),
        *("tương", "khi", "lúc", "nay", "bị", "hết", "thuở", "dạo", "xưa", "giai", "kỳ", "áp"),
        *("tiền", "bấy", "nguyên", "gốc", "thứ", "sẽ", "bắt", "hiệu", "còn", "hiện", "thi", "dùng"),
        # the publisher of a book
        *("nhà", "nxb"),
    )
)
# the signs behind a name, and then a word, a figure, or what opens a mark
_NEXT = re.compile(r"[^\w&<]*+([^\W\d_]++|[\d&<]?)")
# Luật A⏎Luật B: the law that is named next, not “Luật số …” once more
_ANOTHER = re.compile(r"[^\w&<]*+luật\s+(?!số|văn|ký|được|ban|kèm|có|mang)[^\W\d_]")
# Luật A (Press Law) · Luật A [nay là của 2018: a bracket that is closed, or that holds a year
_BRACKET = re.compile(r"\s*+[(\[](?:[^()]{1,140}\)|[^()\[\]]{0,60}?(?:19|20)\d\d)")


def says_more(low: str, end: int) -> bool:
    """Whether one of ``PATTERNS`` may match behind a name that ends at ``end``."""
    found = _NEXT.match(low, end)
    word = found[1] if found else ""
    if word in FIRST_WORDS and not (word == "luật" and _ANOTHER.match(low, end)):
        return True
    return (word != "" and not word.isalpha()) or _BRACKET.match(low, end) is not None
