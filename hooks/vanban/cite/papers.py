"""Nouns in a sentence that name another paper than the page: known to the corpus or not.

“nghị định hướng dẫn”, “luật cũ”, “Luật Trẻ em” on the page of another law, “phiếu của trường”.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..law.instrument import Instrument, State
from ..law.names import folded
from .clean import CleanText

TYPES = (
    r"bộ\s+luật|đạo\s+luật|luật|nghị\s+định|nghị\s+quyết|thông\s+tư|quyết\s+định|chỉ\s+thị|công\s+văn|pháp\s+lệnh"
    r"|hiến\s+pháp|văn\s+bản"
)
_PAPERS = (
    r"quy\s+chế|điều\s+lệ|nội\s+quy|hợp\s+đồng|th(?:ỏa|oả)\s+(?:ước|thuận)|hương\s+ước|quy\s+ước|công\s+ước|hiệp\s+(?:định|ước)"
    r"|thể\s+lệ|phụ\s+lục|quy\s+tắc|bộ\s+(?:quy|tiêu|nguyên|chỉ|hướng|khung|câu)\s+[^\W\d_]+|dự\s+thảo|giao\s+(?:kèo|ước)|cam\s+kết|cẩm\s+nang"
    r"|điều\s+khoản\s+(?:sử|dịch|của)"
    r"|quy\s+định\s+(?:(?:[^\W\d_]+\s+){0,5}?của|nội\s+bộ|riêng|số\s+\d{1,4}|\d{1,3}(?=[,-]))|quy\s+trình|khung\s+(?:đạo|năng|chương)|hiến\s+chương"
    r"|phiếu|biên\s+bản|kế\s+hoạch|báo\s+cáo|giấy\s+(?:mời|cam|phép|xác)|tờ\s+trình|thông\s+báo|đề\s+(?:án|cương)|sách|sổ\s+tay"
    r"|giáo\s+(?:trình|án)|bài\s+(?:trình|giảng|soạn|thuyết)|slide|chính\s+sách|khuyến\s+nghị|tuyên\s+(?:bố|ngôn)|tiêu\s+chuẩn|tài\s+liệu|gdpr|coppa"
    r"|bản\s+(?!này|chất|thân|tin|tóm|dịch|chép|sao|in|gốc|đăng|diễn|scan|ảnh|đọc)[^\W\d_]+|bản(?=\s+(?:\d|năm|trước|cũ|mới|sau))|mẫu|đơn\s+(?!vị)[^\W\d_]+"
)
_NOUN = re.compile(rf"(?<!\w)(?:{TYPES}|{_PAPERS})(?!\w)")
# what stands before a noun that is the subject of its clause, or that “ở”, “theo” names
_LEADS = frozenset(
    (
        *("còn", "thì", "và", "nhưng", "vì", "do", "mà", "rồi", "nên", "nếu", "dù", "xem", "theo"),
        *("đọc", "ở", "trong", "tại", "với", "được", "bị", "bởi", "nhờ", "như", "sang", "riêng"),
        *(
            "bên",
            "rằng",
            "nói",
            "bảo",
            "cả",
            "mỗi",
            "các",
            "những",
            "một",
            "cuốn",
            "tờ",
            "chính",
            "chỉ",
        ),
    )
)
_LEADING_MARKS = (",", "(", "–", "—", "-", ":")
_TYPE = re.compile(TYPES)
# a paper that sets rules in articles, as an instrument does
_RULES = re.compile(
    r"quy\s+(?:chế|ước|tắc|định(?!\s+riêng))|điều\s+(?:lệ|khoản)|nội\s+quy|hương\s+ước|công\s+ước|hiệp|hiến\s+chương"
    r"|bộ\s+(?:quy|nguyên)|khung|th(?:ỏa|oả)\s+ước|chính\s+sách|gdpr|coppa"
)
_SINGLE = ("quyết định", "công văn")
"""What is done in one case is a paper like a contract, though it is called as instruments are."""
# pháp luật · kỷ luật
_NO_LAW = re.compile(
    r"(?:pháp|kỷ|quy|thi)\s+luật\Z|(?:xuất|ấn|phiên|kịch|cơ|nhật)\s+bản(?:\s+[^\W\d_]+)?\Z"
)
# nghị định | này: the page itself, or what the sentence has named
_THIS = re.compile(r"\s+(?:này|đây)(?!\w)")
# luật | mới, nghị định | sửa đổi nó: another one of the page's own type
_OTHER_ONE = re.compile(
    r"\s+(mới|cũ|trước|sau|khác"
    r"|(?:đã\s+)?(?:bị|được)\s+(?:nó\s+)?(?:thay|bãi|sửa)"
    r"|mà\s+(?:nó|(?:bộ\s+)?luật|nghị|thông)(?:\s+(?:định|tư))?(?:\s+này)?\s+(?:thay|bãi|sửa)|(?:đã|vừa)\s+(?:hết|thôi)"
    r"|kia|ấy|đó|sửa|thay|hướng|kế|bổ\s+sung|tiếp|đời|gốc|dưới|của\s+(?:trường|sở|phòng|bộ|phường|xã|tỉnh|cơ\s+quan)"
    r"|ra\s+(?:đời\s+)?sau|(?:năm|của\s+năm)\s+(?P<year>\d{4}))(?!\w)"
)
# nghị định | số 15 · Luật | Trẻ em (not “Luật ANM”)
_SERIAL = re.compile(r"\s+(?:số\s*:?\s*)?(\d{1,4})(?!\d|\s+(?:điều|khoản|chương|trang|năm\s+nay))")
# nghị định | về viên chức
_ABOUT = re.compile(r"\s+(?:về\s+(?=[^\W\d_]+\s)|(?=xử\s+phạt))([^\W\d_]+\s+[^\W\d_]+)(?!\w)")
_NAME = re.compile(r"\s+([^\W\d_]{2,}(?:\s+[^\W\d_]+){0,3})")
# Luật | An ninh mạng năm 2018 · Luật | An ninh mạng số 24/2018/QH14
_ISSUE = re.compile(
    r"(?:\s+[^\W\d_]+,?){1,9}?\s+\(?(?:(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?![\w/])|(?:luật\s+)?(?:số\s*:?\s*)?(?P<number>\d+/\d{4})(?!\w))"
)
_AFTER, _BEFORE = ("mới", "sau"), ("cũ", "trước")
"""Of two laws, what the one in force and the one that has ended are called themselves."""
_LONGEST, _NEAR, _NO_LONGER = 120, 12, 40


class Paper(NamedTuple):
    """Where a noun for another paper stands, and whether it is a kind of instrument."""

    start: int
    end: int
    instrument: bool
    rules: bool
    """It has articles that bind someone: an instrument, a statute of a school, a treaty."""
    leads: bool
    """It begins a clause, or “ở”, “theo” names it."""
    own: bool
    """It is the page itself."""


class _Noun(NamedTuple):
    """A noun for a paper, as it stands in a paragraph."""

    start: int
    end: int
    word: str
    instrument: bool


@lru_cache(maxsize=8)
def _nouns(low: str) -> list[_Noun]:
    """Where each noun stands for a paper, looked up once for all units of a paragraph."""
    return [
        _Noun(start, end, " ".join(found[0].split()), _TYPE.fullmatch(found[0]) is not None)
        for found in _NOUN.finditer(low)
        for start, end in [found.span()]
        if not _NO_LAW.search(low, max(0, end - _NO_LONGER), end) and not low.startswith(" sư", end)
    ]


def names_any(clean: CleanText, begin: int, stop: int) -> bool:
    """Whether a noun for a paper begins from ``begin`` to ``stop``."""
    nouns = _nouns(clean.low)
    at = bisect_left(nouns, (begin,))
    return at < len(nouns) and nouns[at].start < stop


def names_an_instrument(clean: CleanText, begin: int, stop: int) -> bool:
    """Whether a noun for a kind of instrument begins from ``begin`` to ``stop``."""
    nouns = _nouns(clean.low)
    first, last = bisect_left(nouns, (begin,)), bisect_left(nouns, (stop,))
    return any(noun.instrument for noun in nouns[first:last])


def others(
    home: Instrument,
    clean: CleanText,
    begin: int,
    stop: int,
    first: int = 0,
    anywhere: bool = False,
) -> Iterator[Paper]:
    """The papers other than ``home`` that begin a clause, or that “ở”, “theo” names; or all.

    They are looked for from ``begin`` to ``stop``, and counted from ``begin`` on.
    """
    for paper in papers(home, clean, begin, stop, first):
        if not paper.own and (anywhere or paper.leads):
            yield paper


def papers(
    home: Instrument, clean: CleanText, begin: int, stop: int, first: int = 0
) -> Iterator[Paper]:
    """All papers named from ``begin`` to ``stop``, counted from ``begin`` on."""
    before, shown = clean.low[begin:stop], clean.text[begin:stop]
    own, title = _of(home.type, home.title)
    nouns = _nouns(clean.low)
    at = bisect_left(nouns, (begin + max(first, stop - begin - _LONGEST),))
    for start, end, noun, instrument in nouns[at : bisect_left(nouns, (stop,))]:
        start, end = start - begin, end - begin
        if end > stop - begin:
            break
        leads = _leads(before[:start])
        called_so = noun in (own, "văn bản") or (noun == "luật" and own == "bộ luật")
        if _THIS.match(before, end):
            if called_so:
                yield Paper(start, end, instrument, True, leads, True)
            continue
        if not instrument and title.startswith(noun):
            continue
        if called_so:
            other = _OTHER_ONE.match(before, end)
            itself = _AFTER if home.validity.state is State.IN_FORCE else _BEFORE
            apart = noun != "văn bản" and _is_called_otherwise(home, before, shown, end)
            if other is None and not apart:
                if noun != "văn bản":
                    yield Paper(start, end, instrument, True, leads, True)
                continue
            if other and (other["year"] == str(home.year) or other[1] in itself):
                continue
            end = other.end() if other else end
        instrument = instrument and noun not in _SINGLE
        rules = instrument or _RULES.match(noun) is not None
        yield Paper(start, end, instrument, rules, leads, False)


def _is_called_otherwise(home: Instrument, before: str, shown: str, end: int) -> bool:
    """Whether the number or the name behind a type at ``end`` is not that of ``home``."""
    number = _SERIAL.match(shown, end)
    if number:
        return number[1].lstrip("0") != home.number.partition("/")[0].lstrip("0")
    about = _ABOUT.match(before, end)
    if about:
        title = folded(home.title).split()
        return not all(word in title for word in about[1].split())
    name = _NAME.match(shown, end)
    if name is None or not name[1][0].isupper() or name[1][1].isupper():
        return False
    said = folded(name[1]).split()
    own = folded(home.title).removeprefix(folded(home.type)).split()
    issue = _ISSUE.match(shown, end)
    if issue and said[:2] == own[:2]:
        if issue["year"]:
            return issue["year"] != str(home.year)
        return not home.number.startswith(f"{issue['number']}/")
    if len(own) > 2 and said[:2] == own[:2]:
        return len(said) > 2 and said[2] != own[2] and "," not in own[1]
    return not all(word in own for word in said[:2])


def _leads(before: str) -> bool:
    """Whether a clause, or what one is about, may begin behind ``before``."""
    words = before[-_NEAR:].split()
    return not words or words[-1] in _LEADS or words[-1].endswith(_LEADING_MARKS)


@lru_cache(maxsize=256)
def _of(type_: str, title: str) -> tuple[str, str]:
    """A type, and a title without the words that issue it: “điều lệ trường …”."""
    issued = re.compile(r"(?:ban\s+hành\s+|quy\s+định\s+(?:về\s+)?)*")
    name = folded(title)
    begin = issued.match(name)
    return folded(type_), name[begin.end() :] if begin else name
