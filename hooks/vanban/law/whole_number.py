"""Whether the number of a paper was read whole: half of one would name its folder for ever.

Offices write “24/2014/NĐ - CP”, “345/SGDĐT-” with the rest on the next line, “1.234/QĐ-UBND”,
“345/SGDĐT-GDMN, GDTX”. What stands apart is joined where nothing else can be meant. A number ends
where that is certain: in how many ways one may go on nobody can list. Elsewhere it is not known.
"""

from __future__ import annotations

import re

from .identity import TYPES, foreign

LETTERS = r"[A-ZĐ](?:[A-ZĐ&\d]|[a-zđ]{1,2}[A-ZĐ])[\w.&]*"
"""Letters of an office or a kind (“CP”, “GDTrH”), no word that follows a dash (“Quy định”)."""
_LOOSE = re.compile(
    r"(?<![\w/.,\-–])\d{1,6}[a-zđ]?(?:[ ]?/[ ]?(?:19|20)\d\d)?(?:[ ]?/[ ]?|-)"
    # 24/2014/NĐ - CP: behind the letters of the kind alone; later another paper may begin so
    rf"{LETTERS}(?:[ ]?[-–][ ]?{LETTERS}|/{LETTERS})?(?:(?:[-–/]|[ ][-–]|[-–][ ]){LETTERS})*"
)
_FIGURES = re.compile(r"\d(?:\s?[.,+&/\-–]?|/\s)$")
_TERM = re.compile(r"(?<=/)((?:UBTV)?QH)[ \-–](\d{1,2})(?!\w)")
_SEAL = r"\s*[-–,(]?\s*(?:(?:tuyệt|tối)\s)?(?:mật|(?:thượng\s)?khẩn|hỏa\stốc|hoả\stốc)(?!\w)"
"""A seal beside the number, which is none of it."""
_UNENDED = re.compile(r"(?:[-–/]|/QH|/UBTVQH)$")
_CELL = re.compile(r"\s+\|(?!\S)")
"""Where a cell of a row ends: “Số: 12/PGDĐT | Thủ Thừa, ngày … |”."""
_FIGURES_AS_LETTERS = re.compile(r"(?:.*QH)?(?=[\dOolI]*\d)(?=[\dOolI]*[OolI])[\dOolI]+$")
_NO_SIGN = re.compile(r"[^\w\s./&()\-–]|[_₀-₉⁰-⁹¹²³]")
_NOTED = re.compile(r"(?:CP|TTg|TW|UBND|HĐND|TT-B[A-ZĐ]+)\d+$")
"""Behind these letters no figure stands but that of a note: “24/2014/NĐ-CP1 quy định”."""

_OFFICE = r"[A-ZĐ](?:[A-ZĐ&\d]|[a-zđ]{1,2}[A-ZĐ])*(?!\w)"
_LISTED = re.compile(
    # 345/SGDĐT-GDMN, GDTX ngày 12/3/2020; TT-BLĐTB và XH; QĐ-UBND. VX ngày …: more of the number,
    # or who comes next
    rf"(?:và\s+|&\s*)?{_OFFICE}(?=\s*(?:,?\s*(?:ngày|năm|của|về)(?!\w)|[.;:)]|$))"
)
_TYPE = "|".join(sorted(TYPES, key=len, reverse=True))
_TITLE = re.compile(
    # 22/2021/TT-BGDĐT Quy định về …, QĐ-TTgvề việc …: the title behind the number, or who issued it
    rf"(?:{_TYPE}|về|ban hành|sửa đổi|bổ sung|phê duyệt|thành lập|tăng cường|triển khai|ngày|năm"
    r"|của|do|điều|khoản|điểm|mục|phụ lục|bộ|chính phủ|thủ tướng|quốc hội)(?!\w)",
    re.IGNORECASE,
)
_SPACED = re.compile(
    rf"[“\"‘«\[]|\((?!\s*(?:{_OFFICE}|\d{{1,2}})\s*\))|(?:19|20)\d\d(?![\w/])"
    rf"|[-–]\s+(?!{LETTERS}(?!\w)|\d)"
)
"""What but a word may follow a number and a space: a bracket, years, a dash."""
_LINE = re.compile(
    rf"[-–+•*]\s|[-–+•*](?!{LETTERS})|\d{{1,2}}[.)]\s|[a-zđ][.)]\s|(?!{LETTERS}(?!\w))[^\W\d_]\w"
)
"""What begins another line: an item, or a word."""
_CLOSING = re.compile(r"[”\"’»)\]]+(?![\w/&+])")
_STOP = re.compile(r"[.;:,?!](?![^\s”\"’»)\]])[”\"’»)\]]*\s*")
_OF_LINE = re.compile(
    # behind the number of a letter's own head: Số: 12/PGDĐT, ngày …; V/v …; (bản thứ hai)
    r"\s*\.?\s*$|[\s,]*(?:ngày|năm)(?!\w)|\s*[-–,.;]?\s*(?:V/v|Về việc)(?!\w)"
    r"|\s+\(\S+\s[^()]*\)\s*$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    # 12/PGDĐT Thủ Thừa, ngày …; Quận 1, ngày …
    r"\s+(?P<first>[^\W\d_]+)\b(?:[^\d:;\n]|(?:(?<=uận )|(?<=hường ))\d{1,2}(?=\s*,))*?"
    r",?\s*ngày(?!\w)"
)
_SMALL = ("TTg", "CTr", "TTr")
"""Letters of a number that end in a small one."""
_SHORT_PLACES = ("TP", "TX", "TT", "TPHCM", "HCM")


def joined(text: str) -> str:
    """The text with its numbers in one piece: “24/ 2014/NĐ- CP” → “24/2014/NĐ-CP”,
    “46/2019/QH 14” → “46/2019/QH14”.
    """
    return _TERM.sub(r"\1\2", _LOOSE.sub(lambda found: "".join(found[0].split()), text))


def is_whole(before: str, number: str, behind: str) -> bool:
    """Whether nothing of a number stands right before what was read of it in a text, or behind."""
    glued = _is_glued(without_seal(number))
    return _is_one(number) and not (glued or is_torn(before)) and _ends(behind)


def is_whole_in_line(number: str, behind: str) -> bool:
    """Whether nothing of a letter's own number stands behind what was read of it in its line."""
    place = _PLACE.match(behind)
    # (“345/SGDĐT VP Thủ Thừa, ngày …”, “345/SGDĐT GDTrH …”: letters of an office are no place)
    first = place["first"] if place else ""
    office = (first.isupper() or re.fullmatch(_OFFICE, first)) and first not in _SHORT_PLACES
    # (345/SGDĐT-VPLong An, ngày …: a PDF joined the columns)
    dated = place and not office and not (_ends_small(number) and not number.endswith(_SMALL))
    if place and not dated:
        return False
    ends = (
        dated
        or _CELL.match(behind)
        or _OF_LINE.match(behind)
        or re.match(_SEAL, behind, re.IGNORECASE)
    )
    return _is_one(number) and bool(ends)


def _ends_small(number: str) -> bool:
    return number[-1:].islower() and not number.islower()


def _is_glued(number: str) -> bool:
    """Whether a word stands at its end: “24/2014/NĐ-CPvề”, “NĐ-CP.html”; “QĐ-TTg” is none."""
    marked = number[-1:] not in "abcdefghijklmnopqrstuvwxyzđ"
    return _ends_small(number) and (marked or number[-2:].islower())


def without_seal(line: str) -> str:
    """A line of a head without the seal that stands behind a number: “345/SGDĐT-VP-Mật”."""
    return re.sub(rf"{_SEAL}\s*\)?\s*$", "", line, flags=re.IGNORECASE)


def is_torn(before: str) -> bool:
    """Whether figures that stand right before a number may be its first ones: “24/20 14/NĐ-CP”."""
    return bool(_FIGURES.search(before))


def _is_one(number: str) -> bool:
    """Whether it does not break off, and holds no sign that only looks like another: “2O14”."""
    parts = re.split(r"[/\-–]", number)
    strange = foreign(number) or _NO_SIGN.search(number) or _NOTED.search(number)
    return not (_UNENDED.search(number) or strange or any(map(_FIGURES_AS_LETTERS.match, parts)))


def _ends(behind: str) -> bool:
    """Whether a number in running text ends before ``behind``."""
    if re.match(_SEAL, behind, re.IGNORECASE) or _CELL.match(behind) or _TITLE.match(behind):
        return True
    closing = _CLOSING.match(behind)
    rest = behind[closing.end() :] if closing else behind
    stop = _STOP.match(rest) or re.match(r"\s+|$", rest)
    if stop is None:
        return False
    rest = rest[stop.end() :]
    if not rest or stop[0].count("\n") > 1:
        return True
    if not closing and _LISTED.match(rest):
        return False
    if stop[0].strip() or closing or _SPACED.match(rest) or _TITLE.match(rest):
        return True
    if rest[0].islower():  # “QĐ-TT g” is torn, “QĐ-TTg ở trên” is not
        return rest[1:2].isalpha() or rest[0] in "ởý"
    return "\n" in stop[0] and bool(_LINE.match(rest))
