"""The words of Vietnamese citations, as named patterns over clean lower-case text.

Every pattern is linear: bounded repeats, no nested stars, and alternatives that
differ by their first letters. What they match is listed beside each.
"""

from __future__ import annotations

import re

from ..law.units import ALPHABET, Kind
from .tokens import Joint

WORD_KINDS = {
    "phần": Kind.PART,
    "chương": Kind.CHAPTER,
    "tiểu mục": Kind.SUBSECTION,
    "mục": Kind.SECTION,
    "điều": Kind.ARTICLE,
    "khoản": Kind.CLAUSE,
    "khỏan": Kind.CLAUSE,  # a frequent slip of typing
    "điểm": Kind.POINT,
}

TYPES = {
    # full word or abbreviation → the type as instruments bear it
    "bộ luật": "bộ luật",
    "luật": "luật",
    "pháp lệnh": "pháp lệnh",
    "hiến pháp": "hiến pháp",
    "nghị định": "nghị định",
    "nđ": "nghị định",
    "nghị quyết": "nghị quyết",
    "nq": "nghị quyết",
    "quyết định": "quyết định",
    "qđ": "quyết định",
    "thông tư liên tịch": "thông tư liên tịch",
    "ttlt": "thông tư liên tịch",
    "thông tư": "thông tư",
    "tt": "thông tư",
    "chỉ thị": "chỉ thị",
    "ct": "chỉ thị",
    "công văn": "công văn",
    "cv": "công văn",
    "công điện": "công điện",
    "kế hoạch": "kế hoạch",
    "thông báo": "thông báo",
    "hướng dẫn": "hướng dẫn",
    "văn bản hợp nhất": "văn bản hợp nhất",
    "vbhn": "văn bản hợp nhất",
    "văn bản": "văn bản",
}
NUMBERED_ALONE = frozenset({"luật", "nghị định", "nghị quyết", "thông tư", "chỉ thị", "công văn"})
"""Types of which “Nghị định 72” is said; “Quyết định 3 việc” and “Kế hoạch 5 năm” are not."""

_TYPE = "|".join(sorted((t.replace(" ", r"\s+") for t in TYPES), key=len, reverse=True))
_UNIT = "|".join(sorted((w.replace(" ", r"\s+") for w in WORD_KINDS), key=len, reverse=True))

# (nor the 10 of “10 000 đồng”, nor “khoản 2 tháng lương”)
# 8 · 23a · 23đ · the 1 of “1,2,3” — not 2.000 · 8/2018 · 2,5 triệu
_SUM = r"(?:triệu|nghìn|ngàn|tỷ|tỉ|đồng|trăm|usd|vnđ|%|tiền|người|lần|điểm)"
ARABIC = rf"\d{{1,4}}[a-zđ]?(?![\w/]|\.\d|\s\d{{3}}(?!\w)|,\d+\s*{_SUM}(?!\w))"
# a · đ — one letter of the decree's alphabet, with the bracket of “điểm a)”
# (f, j, w, z are letters of no điểm: read all the same, to be reported)
LETTER = rf"[{ALPHABET}fjwz](?!\w)(?:\)(?=\s+khoản))?"
# III · 3
ROMAN = r"(?:[ivxlc]{1,7}|\d{1,3})(?!\w)"

# 72/2013/nđ-cp · 24/2018/qh14 · 10/ct-ubnd · 135/vbhn-vpqh · 5682/ubnd-vhxxh
FULL_NUMBER = (
    r"\d{1,5}\s?/\s?(?:\d{4}\s?/\s?)?"
    r"[a-zđ][a-zđ0-9]{0,14}(?:\s?-\s?[a-zđ][a-zđ0-9]{0,14}){0,3}(?!\w)"
)
# 72/2013 — only behind a type
SHORT_NUMBER = r"\d{1,5}\s?/\s?\d{4}(?![\w/])"

ANCHOR = (
    # where a citation may begin: a unit word, a type of instrument, or a full number
    rf"(?P<unit>{_UNIT})\s+(?:(?P<this>này)(?!\w)|(?:từ\s+)?(?=[\da-zđ]))"
    rf"|(?P<type>{_TYPE})(?!\w)"
    # … but no class of a school (lớp 6/A1): a year, or two letters and a hyphen
    rf"|(?P<number>(?=\d{{1,5}}\s?/\s?(?:\d{{4}}\s?/|[a-zđ]{{2,14}}\s?-)){FULL_NUMBER})"
)

# tài khoản 5 · thời điểm a · danh mục 2: the last syllable of another word is no unit
COMPOUNDS = {
    Kind.PART: frozenset(["thành", "cổ", "học", "góp", "một"]),
    Kind.CHAPTER: frozenset(["huân", "văn", "hiến"]),
    Kind.SECTION: frozenset(["danh", "chuyên", "hạng", "đề", "tiết", "chương"]),
    Kind.CLAUSE: frozenset(["tài", "điều"]),
    Kind.POINT: frozenset(
        [
            "tiêu",
            "thời",
            "địa",
            "quan",
            "đặc",
            "ưu",
            "nhược",
            "trọng",
            "số",
            "giao",
            "cao",
            "chấm",
            "luận",
            "yếu",
            "khuyết",
            "tâm",
            "thí",
            "kiểm",
        ]
    ),
}

# kỷ luật viên chức, pháp luật, quy luật: no law is named
NO_LAW_AFTER = frozenset({"kỷ", "kỉ", "pháp", "quy", "dự", "án"})

VALUES = {
    Kind.PART: re.compile(ROMAN),
    Kind.CHAPTER: re.compile(ROMAN),
    Kind.SECTION: re.compile(ROMAN),
    Kind.SUBSECTION: re.compile(ROMAN),
    Kind.ARTICLE: re.compile(ARABIC),
    # a sum of money is no clause: khoản 5 triệu, khoản 200 nghìn
    Kind.CLAUSE: re.compile(
        ARABIC + rf"(?!\s*(?:tháng|tuần|suất)(?!\w))(?!\s*{_SUM.replace('|điểm', '')}(?!\w))"
    ),
    Kind.POINT: re.compile(LETTER),
}

# , · ; is a barrier · và · hoặc · hay · cùng
LIST_SEPARATOR = re.compile(r"\s*(?:,\s*(?:và|hoặc|hay)?|và|hoặc|hay)\s+|\s*,\s*")
# đến · tới · - (also “đến hết”); a dash on a new line is a bullet
RANGE_SEPARATOR = re.compile(r"[^\S\n]*-[^\S\n]*|\s*(?:cho\s+)?(?:đến|tới)(?:\s+hết)?(?!\w)\s*")

# What may follow a bare number in a list (“Điều 16, 17 và 18 quy định”): anything
# else — “Điều 8, 2 người” — is no further article.
LIST_FOLLOWER = re.compile(
    # “3 trong số 5 giáo viên”, “02 (hai) bản” are counts
    r"(?!\s+trong\s+(?:số|những|tổng)(?!\w)"
    r"|\s*\(\s*(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w))"
    r"\s*(?:$|[,;.:()\]\-\n\ufffc“”\"]|(?:và|hoặc|hay|đến|tới|của|này|trên|dưới|nêu|nói|quy|tại|trong"
    r"|thuộc|thì|là|được|bị|cũng|đều|không|có|phải|để|cấm|cho|về|theo|đã|sẽ|nhắc|kể|buộc|chỉ|khi"
    rf"|{_UNIT}|{_TYPE})(?!\w))"
)

NUMBER_AFTER_TYPE = re.compile(rf"\s*(?:số\s*:?\s*)?(?P<full>{FULL_NUMBER})")
SHORT_AFTER_TYPE = re.compile(rf"\s*(?:số\s*:?\s*)?(?P<short>{SHORT_NUMBER})")
# Nghị định 72 — and no counted thing after it
ALONE_AFTER_TYPE = re.compile(
    r"\s+(?:số\s+)?(?P<alone>\d{1,5})(?![\w/%]|[.,]\d|\s*(?:năm|tháng|ngày|người|điều|chương|trang"
    r"|điểm|khoản|bước|nội|việc|nhóm|lần|giờ|phút|văn|bản|mục)(?!\w))"
)
THIS_AFTER_TYPE = re.compile(r"\s+này(?!\w)")
# Nghị định đó, nêu trên, mới, thay thế: another one than the text's own
ANOTHER_AFTER_TYPE = re.compile(
    r"\s+(?:đó|ấy|kia|nêu|nói|trên|trước|sau|cũ|mới|khác|thay|sửa|hướng|về|của|số)(?!\w)"
)
# khoản 1 Điều đó, Điều ấy, Điều trước: another article than the one around
ANOTHER_UNIT = re.compile(
    r"\s+(?:của\s+)?(?:điều|khoản)(?:\s+luật)?\s+(?:đó|ấy|kia|trước|sau|nêu\s+trên|nói\s+trên)(?!\w)"
)
# Luật An ninh mạng cũ, mới, trước đây: not simply the one of the day
OTHER_TIME = re.compile(r"\s+(?:cũ|mới|trước\s+đây|trước\s+kia)(?!\w)")
# Luật An ninh mạng (số 116/2025/QH15)
BRACKETED_NUMBER = re.compile(
    rf"\s*\(\s*(?:(?:bộ\s+)?luật\s+)?(?:số\s*:?\s*)?(?P<full>{FULL_NUMBER})(?P<close>\s*\))?"
)
# Luật An ninh mạng (của) Trung Quốc · viên chức quốc phòng: not the one of that shorter name
LONGER_NAME = re.compile(
    r"\s+(?:của\s+)?(?:trung\s+quốc|hoa\s+kỳ|nước\s+ngoài|nhật\s+bản|hàn\s+quốc|singapore"
    r"|thái\s+lan|liên\s+minh|liên\s+bang|cộng\s+hòa\s+(?!xã)|quốc\s+phòng)(?!\w)"
)
# được Quốc hội thông qua năm 2018 · do Quốc hội ban hành ngày 12/6/2018
PASSED = re.compile(
    r"\s+(?:(?:đã|được|do|quốc\s+hội|mới|vừa)\s+){0,4}(?:thông\s+qua|ban\s+hành)"
    r"(?:\s+(?:vào|từ|hồi))?(?=\s+(?:năm|ngày)\s)"
)
IN_FORCE_FROM = re.compile(r",?\s+có\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s+kể)?\s+từ(?!\w)")
# năm 2018 · 2018 · (2018)? — after a name
YEAR = re.compile(
    r"(?:,?\s+(?:(?:ban\s+hành\s+)?năm\s+)?(?P<year>(?:19|20)\d\d)(?![\w/]|[.,]\d))"
    r"|\s*\((?:năm\s+)?(?P<bracketed>(?:19|20)\d\d)\)"
)
# ngày 15/7/2013 · ngày 15-7-2013 · ngày 15 tháng 7 năm 2013 · , ngày 15.7.2013
DATE = re.compile(
    r",?\s+(?:ban\s+hành\s+)?ngày\s+(?P<day>\d{1,2})\s?(?:[/.\-]|\s+tháng\s+)\s?(?P<month>\d{1,2})"
    r"\s?(?:[/.\-]|\s+năm\s+)\s?(?P<year>\d{4})(?!\w)"
)
# … tỉnh Long An — looked for in a short window behind a number, for the place alone
_PLACE = r"tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|xã|phường"
PLACE = re.compile(rf"(?<!\w)(?:{_PLACE}|ubnd(?!\s+(?:{_PLACE})))\s+(?=\w)")
PLACE_WORDS = ("tỉnh", "thành", "tp", "huyện", "quận", "xã", "phường", "ubnd")
PLACE_END = re.compile(r"(?<!tp)[.;:()\n]")  # the dot of “TP.” ends no sentence
PLACE_WINDOW = 90
# Điều 5 Quy chế … — a text of its own kind that is no instrument here (capital in the
# original, unless it is a noun alone: “quy định” in small letters may be the verb)
OTHER_TEXT = re.compile(
    r",?\s+(?:của\s+|trong\s+)?(?P<other>(?P<noun>dự\s+thảo|dự\s+án|quy\s+chế|điều\s+lệ|nội\s+quy)|quy\s+định|quy\s+tắc|hợp\s+đồng|công\s+ước"
    r"|hiệp\s+định|phụ\s+lục|quy\s+trình|bộ\s+quy\s+tắc|hướng\s+dẫn|danh\s+mục)(?!\w)"
)

GAPS = {
    # how two neighbours in a group are joined; the text between, spaces folded
    "": Joint.NEXT,
    ",": Joint.COMMA,
    "các": Joint.NEXT,
    ", các": Joint.COMMA,
    ", từ": Joint.COMMA,
    "và": Joint.AND,
    ", và": Joint.AND,
    "hoặc": Joint.AND,
    ", hoặc": Joint.AND,
    "hay": Joint.AND,
    "cùng": Joint.AND,
    "với": Joint.AND,
    "và các": Joint.AND,
    "hoặc các": Joint.AND,
    "và của": Joint.AND,
    "và tại": Joint.AND,
    "hoặc tại": Joint.AND,
    "đến": Joint.AND,
    "và từ": Joint.AND,
    "-": Joint.COMMA,
    ":": Joint.COLON,
    ": các": Joint.COLON,
    "của": Joint.OF,
    "của các": Joint.OF,
    "thuộc các": Joint.OF,
    "trong các": Joint.OF,
    "của chính": Joint.OF,
    ", của": Joint.OF,
    "tại": Joint.AT,
    "tại các": Joint.AT,
    ", tại": Joint.AT,
    "trong": Joint.OF,
    "thuộc": Joint.OF,
    "ở": Joint.AT,
    "theo": Joint.OF,
    "quy định tại": Joint.AT,
    "được quy định tại": Joint.AT,
    "quy định trong": Joint.OF,
    "được quy định trong": Joint.OF,
}
GAP_LIMIT = 30
"""No joint is longer, spaces folded; a longer gap ends the group."""
