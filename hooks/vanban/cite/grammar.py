"""The words of Vietnamese citations, as named patterns over clean lower-case text.

Every pattern is linear: bounded repeats, no nested stars, and alternatives that
differ by their first letters. What they match is listed beside each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..law.late_pattern import late
from ..law.units import ALPHABET, Kind, Numbers
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
    "tiết": Kind.INDENT,  # only beside a điểm (unit_reader)
    "ý": Kind.POINT,  # “khoản 1 ý a”
    "k": Kind.CLAUSE,  # “k1 Đ8 Luật …”
    "đ": Kind.ARTICLE,
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
_TYPES = sorted((t.replace(" ", r"\s+") for t in TYPES), key=len, reverse=True)
_TYPE = "|".join(_TYPES)
_UNITS = sorted((w.replace(" ", r"\s+") for w in WORD_KINDS if len(w) > 1), key=len, reverse=True)
UNIT_WORDS = "|".join(_UNITS)

# (nor the 10 of “10 000 đồng”, nor “khoản 2 tháng lương”)
# 8 · 23a · 23đ · the 1 of “1,2,3” — not 2.000 · 8/2018 · 2,5 triệu
_SUM = r"(?:triệu|nghìn|ngàn|tỷ|tỉ|đồng|trăm|usd|vnđ|%|tiền|người|lần|điểm)"
_BEHIND_GLUED = (
    r"(?:điều\s?\d|khoản\s?\d|luật|bộ\s+luật|nghị\s+định|thông\s+tư|của|đ\.?\s?\d"
    r"|/(?:điều|khoản|nghị|luật|bộ|thông|nđ\s\d|[kđ]\.?\s?\d))"
)
_OWNER = r"(?:điều|khoản|của|luật|bộ|nghị|thông|quyết)(?!\w)"
ARABIC = (
    rf"(?:\d{{1,4}}[a-zđ]?(?![\w/]|\.\d|\s\d{{3}}(?!\w)|,\d+\s*{_SUM}(?!\w))"
    # the 8 of “Điều 8Luật”, “K1Đ8” · the 1 of “khoản 1/2/3 Điều 8”
    rf"|\d{{1,4}}(?={_BEHIND_GLUED})|\d{{1,2}}(?=(?:/\d{{1,2}}){{1,9}}\s+{_OWNER}))"
)
_ANSWERS = "điều|khoản|điểm|mục|chương|bộ|luật|nghị|thông|cả|không|tất|theo"
# 23 đ · 23-đ: the letter set apart, before whatever an article is of
APART = (
    # (nor the letter of the next item: “Điều 8 B. Điều 9”)
    rf"\d{{1,3}}(?:[^\S\n]|[^\S\n]?-[^\S\n]?)(?![a-e][.)]\s+(?:{_ANSWERS})(?!\w))"
    rf"(?![kđ]\.(?:\d|[a-zđ](?!\w)))"  # (not the k of “Đ.8 K.1”)
    rf"[a-zđ](?=\s+{_OWNER}|\s+(?:và|hoặc|đến)\s+\d|\s*(?:$|[.,;:)]))"
)
# một · hai · mười sáu: a number in words (only with an instrument beside it)
_ONES = ("một nhất mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy bẩy", "tám", "chín")
_ONE_WORDS = {word: number for number, words in enumerate(_ONES, 1) for word in words.split()}
_TENS = {"mười": 10} | {f"{word} mươi": 10 * number for word, number in _ONE_WORDS.items()}
NUMBER_WORDS = {
    **{word: str(number) for word, number in {**_ONE_WORDS, **_TENS}.items()},
    **{
        f"{ten} {one}": str(tens + ones)
        for ten, tens in _TENS.items()
        for one, ones in _ONE_WORDS.items()
    },
}
_IN_ONE = "|".join(_ONE_WORDS)
IN_WORDS = late(
    rf"(?:thứ\s+)?(?P<word>(?:mười|(?:{_IN_ONE}) mươi)(?: (?:{_IN_ONE}))?|{_IN_ONE}"
    r"|(?<=thứ\s)\d{1,2})"
    rf"(?=\s*(?:,|và\s|{_OWNER}|$))"
)
# (a) · the (a of “(a-c)” and “(a, b)” · the a of “1 a-c”: a point behind its clause
_POINT_BEHIND = (
    r"(?:\s?(?P<open{0}>\()|\s)(?P<point{0}>[a-zđ])"
    r"(?:(?(open{0})\)|(?!))|(?=\s?[-→~]\s?[a-zđ](?!\w))|(?(open{0})(?=,\s?[a-zđ](?!\w))|(?!)))"
)
_ENDS_COMPACT = r"(?!\w|/(?![a-zđ](?!\w))|\.\d|\.[a-zđ]{2,3}\.\d)"
# 5.1.a · 5(1)(a) · 5.1(a) · 5.1: an article with its clause and point in one (not 3.3.LQ.5, a
# number of Bộ pháp điển)
COMPACT = re.compile(
    r"(?P<article>\d{1,3}[a-zđ]?)"
    rf"(?:\.(?P<clause>[1-9]\d?)(?:\.?(?P<point>[a-zđ])|{_POINT_BEHIND.format(3)})?{_ENDS_COMPACT}"
    rf"|(?: (?=\(\d{{1,2}}\)\([a-zđ]\)))?\((?P<clause2>[1-9]\d?)\)(?:{_POINT_BEHIND.format(2)})?)"
)
# 1.a · 1(a) · 1 a-c: a clause with its point in one
COMPACT_CLAUSE = re.compile(
    rf"(?P<clause>[1-9]\d?)(?:\.(?P<point>[a-zđ]){_ENDS_COMPACT}|{_POINT_BEHIND.format(2)})"
)
# 1a · 1.a: a clause with its point in one, behind “điểm”
POINT_OF_CLAUSE = re.compile(r"(?P<clause>[1-9]\d?)\.?(?P<point>[a-zđ])(?!\w|\.\w)")
# … counted only beside an article: “điểm 1a, 2b Điều 8”, “Điều 8 điểm 1a”
ARTICLE_BEHIND = late(
    r"(?:[\da-zđ,)( →~-]|\.(?=\w)){1,30}? (?:(?:và|hoặc|của)\s[^.;\n]{0,12}?)?(?:điều |đ\.? ?)\d"
)
ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:điều +|đ\.? ?)\d{1,3}[a-zđ]?,? +(?:các +)?$")
ARTICLE_WINDOW = 20
COMPACTS = {
    Kind.ARTICLE: COMPACT,
    Kind.CLAUSE: COMPACT_CLAUSE,
    Kind.POINT: POINT_OF_CLAUSE,
}
COMPACT_PARTS = {
    "article": Kind.ARTICLE,
    "clause": Kind.CLAUSE,
    "clause2": Kind.CLAUSE,
    "point": Kind.POINT,
    "point2": Kind.POINT,
    "point3": Kind.POINT,
}
# a · đ — one letter of the decree's alphabet, with the bracket of “điểm a)”
# (f, j, w, z are letters of no điểm: read all the same, to be reported)
# (nor is “khoản” part of it that is glued to it: “điểm akhoản 1”; “đ.a” is a điểm of its own)
# (“dd” is how Telex is typed for đ)
LETTER = rf"(?!đ\.[a-zđ](?!\w))(?:dd|[{ALPHABET}fjwz])(?:(?!\w)|(?=khoản\s?\d))(?:\)(?=\s+khoản))?"
# the abc of “điểm abc khoản 1 Điều 8”, “điểm a b c khoản 1”: points run together, or a slip
RUN_TOGETHER = late(
    r"(?=(?:[a-zđ]{2,8}|[a-zđ](?:\s[a-zđ]){1,7})\)?,?\s+(?:(?:của|tại|thuộc)\s+)?"
    r"(?:(?:khoản|điều|luật|bộ\s+luật|nghị\s+định|thông\s+tư)(?!\w)|[kđ]\.?\s?\d))"
    r"(?:[a-zđ](?:\s[a-zđ]){1,7}|a?b?c?d?đ?e?g?h?|h?i?k?l?m?|m?n?o?p?q?)(?!\w)"
)
# (a) · “a” · [1]: a number in marks of its own
MARKED = re.compile(r"(?P<open>[(\[“\"'])\s?(?P<number>\d{1,3}[a-zđ]?|[a-zđ])\s?[)\]”\"']")
# III · 3
ROMAN = r"(?:[ivxlc]{1,7}|\d{1,3})(?!\w)"

# the a of 15a/ct-ttg · the (m) of 02(m)/ct-ttg: of a number that was put between two others
BETWEEN_TWO = r"(?:[a-zđ]|\s?\(\s?[a-zđ\d]\s?\))"
# 72/2013/nđ-cp: where a number may stand without a type before it
_FULL = rf"\d{{1,5}}{BETWEEN_TWO}?\s?/\s?(?:\d{{4}}\s?/\s?)?[a-zđ][a-zđ0-9]{{0,14}}"
# 505/qcph/sgdđt-catp · 05/qc · 12-ctr/tu: numbers in the manner of one office
_OF_AN_OFFICE = r"\d{1,5}(?:\s?/\s?[a-zđ]{2,14}|-[a-zđ]{2,6}/[a-zđ]{2,10})(?!\w)"

# đ.a · the đa of “đa k1 Đ8”, “K1, đa”: a point, where “đ8” is an article
_BRIEF_POINT = (
    r"đ(?=\.[a-zđ](?!\w)|[a-zđ],? +k\.? ?\d)|(?:(?<=k\d,)|(?<=k\d\s)|(?<=k\d,\s))đ(?=[a-zđ](?!\w))"
)

ANCHOR = (
    # where a citation may begin: a unit word, a type of instrument, or a full number
    rf"(?P<unit>{UNIT_WORDS})(?:\s+(?:(?P<this>(?:luật\s+)?này)(?!\w)|(?:từ\s+|số\s+)?(?=[\da-zđ(\[“\"]))"
    r"|(?:(?<=điều)|(?<=khoản))(?=\d)"  # Điều8
    r"|\s?:\s?(?=(?:\d{1,3}[a-zđ]?|[a-zđ])(?![\w.)])))"  # Điều: 6, 21 · Điểm: a
    rf"|(?P<brief>(?:k|đ)(?=\.?\s?\d)|ý(?=\s+[a-zđ](?!\w))|{_BRIEF_POINT})\.?\s*"
    rf"|(?P<more>\)(?=\s*(?:,|và\s|hoặc\s)[^\S\n]*\S))"
    rf"|(?P<type>{_TYPE})(?:(?!\w)|(?=\d))"
    r"|(?P<initials>(?:bl|l)[bcdđghklmnpqrstvxa]{2,7})(?!\w)"
    # … but no class of a school (lớp 6/A1): a year, or two letters and a hyphen
    rf"|(?P<number>(?=\d{{1,5}}{BETWEEN_TWO}?\s?/\s?(?:\d{{4}}\s?/|[a-zđ]{{2,14}}\s?-)){_FULL})"
    # … or one of an office, where the kind of paper stands before it (``PAPER_BEFORE``)
    rf"|(?P<paper>{_OF_AN_OFFICE})"
)


def by_first_letter(patterns: Iterable[str]) -> str:
    """One pattern for all; ``re`` tries no more than those that begin with the letter it is at.

    Each has to begin with a letter or figure of its own, or with a ``re.escape`` of a sign.
    """
    behind: dict[str, list[str]] = {}
    for pattern in patterns:
        size = 2 if pattern[0] == "\\" else 1
        behind.setdefault(pattern[:size], []).append(pattern[size:])
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in behind.items())


# Where ``ANCHOR`` may match, seen by the first letters alone. Every alternative begins with a
# letter of its own and no group, so that ``re`` skips over all other letters at once.
OPENINGS = (
    *(
        f"{word.replace(' ', chr(92) + 's+')}[{chr(92)}s{chr(92)}d:]"
        for word in WORD_KINDS
        if len(word) > 1
    ),
    *(word.replace(" ", r"\s+") + r"(?![^\W\d])" for word in TYPES),
    *(r"k\.?\s?\d", r"đ\.?\s?\d", r"đ\.?[a-zđ](?!\w)", r"ý\s", r"\)\s*(?:,|và|hoặc)"),
    *(rf"{head}[bcdđghklmnpqrstvxa]{{2,7}}(?!\w)" for head in ("bl", "l")),
    *(rf"{digit}\d{{0,4}}(?:{BETWEEN_TWO}?\s?/|-[a-zđ])" for digit in range(10)),
)

# tài khoản 5 · thời điểm a · danh mục 2: the last syllable of another word is no unit
COMPOUNDS = {
    Kind.PART: frozenset(["thành", "cổ", "học", "góp", "một"]),
    Kind.CHAPTER: frozenset(["huân", "văn", "hiến"]),
    Kind.SECTION: frozenset(["danh", "chuyên", "hạng", "đề", "tiết", "chương"]),
    Kind.CLAUSE: frozenset(["tài", "điều"]),
    # chi tiết 1 · tình tiết a: words that end with it
    Kind.INDENT: frozenset(["chi", "tình", "thời", "âm", "khí", "tiểu", "danh"]),
    Kind.POINT: frozenset(
        [
            "tiêu",
            "đạt",
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

VALUES = {
    Kind.PART: re.compile(ROMAN),
    Kind.CHAPTER: re.compile(ROMAN),
    Kind.SECTION: re.compile(ROMAN),
    Kind.SUBSECTION: re.compile(ROMAN),
    Kind.ARTICLE: late(f"{APART}|{ARABIC}"),
    # a sum of money is no clause: khoản 5 triệu, khoản 200 nghìn
    Kind.CLAUSE: late(
        r"(?!\d{2,4}k(?!\w))"  # khoản 200k
        + ARABIC
        + rf"(?!\s*(?:tháng|tuần|suất|{_SUM.replace('|điểm', '')})(?!\w))"
    ),
    Kind.POINT: re.compile(LETTER),
    Kind.INDENT: late(rf"(?:{Numbers.MIXED.value})(?![\w/]|\.\d)"),
}
# Teachers count lessons in tiết: it is a unit only right before or behind a điểm.
# tiết 1 (và tiết 2) (của) điểm a · điểm a (,) (các) (tiết 1 và) tiết 2
_INDENTS = (
    rf"tiết\s+{Numbers.MIXED.value}(?:\s*(?:,|và|hoặc|đến)\s*(?:{Numbers.MIXED.value}(?!\w))?)?\s*"
)
BEFORE_POINT = late(
    rf"\s*(?:(?:,|và|hoặc|đến)\s*(?:các\s+)?{_INDENTS}){{0,5}}"
    r",?\s*(?:của\s+|thuộc\s+|tại\s+)?(?:các\s+)?điểm\s"
)
BEHIND_POINT = late(
    rf"điểm\s+[a-zđ]\)?\s*,?\s*(?:(?:các\s+)?{_INDENTS}){{0,5}}(?:,|và|hoặc)?\s*(?:các\s+)?\Z"
)
BEHIND_WINDOW = 60

# , · ; is a barrier · và · hoặc · hay · cùng
# · & · + · / · ; before a bare number that the list goes on with
LIST_SEPARATOR = re.compile(
    r"\s*(?:,\s*(?:và|hoặc|hay|cùng)?|và|hoặc|hay|cùng|lẫn)\s+|\s*[,&+]\s*|/(?=\d|[a-zđ](?!\w))"
    rf"|\s*;\s*(?:và\s+)?(?=(?:\d{{1,3}}[a-zđ]?|[a-zđ])(?:\s*[;,]|\s+(?:và\s+[\da-zđ]|{_OWNER})))"
)
# … goes on behind a bracket: “Điều 8 (cấm), 16 (lọc) và 26 Luật …”
BEHIND_BRACKET = re.compile(r"\s*(?:,\s*(?:và\s+|hoặc\s+)?|(?:và|hoặc)\s+)(?=\d)")
# how begins what the two patterns around match
GOES_ON = late(r"\s*+(?:[,&+/;\-→~÷…]|và|hoặc|hay|cùng|lẫn|cho|đến|tới|\.\.)")
# đến · tới · - → ~ ÷ (also “đến hết”); a dash on a new line is a bullet · a..c, a…c: glued
RANGE_SEPARATOR = late(
    r"[^\S\n]*[-→~÷][^\S\n]*|(?:\.{2,3}|…)(?=[\da-zđ])"
    r"|\s*(?:cho\s+)?(?:đến|tới)(?:\s+hết)?(?!\w)\s*"
)

# What may follow a bare number in a list (“Điều 16, 17 và 18 quy định”): anything
# else — “Điều 8, 2 người” — is no further article.
_FOLLOWERS = (
    *("và", "hoặc", "hay", "đến", "tới", "của", "này", "trên", "dưới", "nêu", "nói", "quy", "tại"),
    *("trong", "thuộc", "thì", "là", "được", "bị", "cũng", "đều", "không", "có", "phải", "để"),
    *("cấm", "cho", "về", "theo", "đã", "sẽ", "nhắc", "kể", "buộc", "chỉ", "khi", "nha", "nhé"),
    *("nè", "ạ", "hả", *_UNITS, *_TYPES, "bl[bcdđghklmnpqrstvxa]{2,6}"),
    "l[bcdđghklmnpqrstvxa]{3,7}",
)
LIST_FOLLOWER = late(
    # “3 trong số 5 giáo viên”, “02 (hai) bản” are counts
    r"(?!\s+trong\s+(?:số|những|tổng)(?!\w)"
    r"|\s*\(\s*(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w))"
    r"[^\S\n]*+(?:$|[,;.:()\]\-\n\ufffc“”\"/&+|]|[kđ]\.?\s?\d"
    rf"|(?:{by_first_letter(_FOLLOWERS)})(?!\w))"
)

# khoản 1 · Điều 23đ · điểm a — and behind it the end of a clause, a bracket, or a word that is
# neither the next of a list or range nor counted. A letter stands behind “điểm” (which ends
# with m) alone, a number behind the other two.
_PLAIN_NUMBER = rf"(?:(?<!\w)(?:\d{{1,3}}[a-zđ]?|dd|[{ALPHABET}fjwz])(?!\w))"
_PLAIN_WORD = (
    rf"(?P<word>điều|khoản|điểm) (?:(?<=m )(?!\d)|(?<!m )(?=\d)(?!(?<=n )\d{{2,4}}k(?!\w)))"
    rf"(?P<numbers>{_PLAIN_NUMBER}"
)
_UNIT_OR_TYPE = r"(?:điều|khoản|điểm|luật|bộ\s+luật|nghị\s+định|thông\s+tư|của)(?!\w)"
_ANOTHER_WORD = (
    r"[,;]?\s+(?:(?:và|hoặc)\s+)?"
    r"(?!(?:dd|và|hoặc|hay|cùng|lẫn|cho|đến|tới|tháng|tuần|suất"
    rf"|{_SUM.replace('|điểm', '')})(?!\w))"
    r"[^\W\d_]{2}"
)
PLAIN_UNIT = re.compile(
    rf"{_PLAIN_WORD})(?!/)(?=$|[.:](?:\s|$)|(?<=\d)[)\]”\"!?…]|\s\((?!\d\d?\)\()|{_ANOTHER_WORD})"
)
# k1 · đ 8 — and behind it such a word or end, a bracket that holds no number, the next of them,
# or (``listed``) a sign and the next number of a list
PLAIN_BRIEF = re.compile(
    r"[kđ]\.? ?(?!\d{2,3}k)(?P<number>\d{1,3}[a-zđ]?)(?!\w)"
    r"(?=$|[.:](?:\s|$)|[)\[\]|”\"]| ?\((?!\d|[a-zđ]\s?[-→~,)])|(?:[,;]\s*|\s+)[kđ][. ]?\d"
    rf"|(?P<listed>[+&-]\d|,\d{{1,3}}[+&;:,(-])|{_ANOTHER_WORD})"
)
# khoản 1, 2 và 3 — and behind it a unit, a type of instrument, or the end of a clause
PLAIN_LIST = late(
    rf"{_PLAIN_WORD}(?:(?:, (?:và |hoặc )?| (?:và|hoặc) ){_PLAIN_NUMBER})++)(?!/)"
    rf"(?=$|[.:](?:\s|$)|(?:,|,?\s+(?:và|hoặc))\s+(?:các\s+)?{_UNIT_OR_TYPE}|\s+{_UNIT_OR_TYPE})"
)
PLAIN_NUMBER = re.compile(_PLAIN_NUMBER)

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
    "và cả": Joint.AND,
    "hoặc các": Joint.AND,
    "và của": Joint.AND,
    "và tại": Joint.AND,
    "hoặc tại": Joint.AND,
    "đến": Joint.AND,
    "và từ": Joint.AND,
    "-": Joint.COMMA,
    "- các": Joint.COMMA,
    ".": Joint.COMMA,  # glued: “Điều 8.Luật …”
    "/": Joint.COMMA,
    "&": Joint.AND,
    "+": Joint.AND,
    "lẫn": Joint.AND,
    "|": Joint.CELL,
    "gồm": Joint.AT,
    "gồm các": Joint.AT,
    "gồm có": Joint.AT,
    "bao gồm": Joint.AT,
    "cụ thể là": Joint.AT,
    "cụ thể tại": Joint.AT,
    ", cụ thể là": Joint.AT,
    ", cụ thể tại": Joint.AT,
    ": tại": Joint.COLON,
    ": tại các": Joint.COLON,
    "nêu tại": Joint.AT,
    "ghi tại": Joint.AT,
    ":": Joint.COLON,
    ": các": Joint.COLON,
    "của": Joint.OF,
    "của các": Joint.OF,
    "thuộc các": Joint.OF,
    "trong các": Joint.OF,
    **dict.fromkeys(("của chính", ", của", "là của", "thì của", "thì thuộc"), Joint.OF),
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
