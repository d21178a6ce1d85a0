"""Nouns in a sentence that name another paper than the page: known to the corpus or not.

“nghị định hướng dẫn”, “luật cũ”, “Luật Trẻ em” on the page of another law, “phiếu của trường”.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache
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
    r"|bản\s+(?!quy\s+(?:chế|tắc|ước|định)|nội\s+quy|điều\s+lệ|th(?:ỏa|oả)\s+ước|này|chất|thân|tin|tóm|dịch|chép|sao|in|gốc|đăng|diễn|scan|ảnh|đọc)[^\W\d_]+|bản(?=\s+(?:\d|năm|trước|cũ|mới|sau))|mẫu|đơn\s+(?!vị)[^\W\d_]+"
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
_SHORT = 5
"""No word that any rule looks for before a noun is longer."""
# the first word behind a noun, to the next space; and so many of them
_NEXT = re.compile(r"\s+(\w*)\S*")
_MANY = re.compile(r"(?:\s+\S+){1,15}")
_TELLING = frozenset(
    (
        *("mới", "cũ", "trước", "sau", "khác", "đã", "bị", "được", "mà", "vừa", "kia", "ấy", "đó"),
        *("sửa", "thay", "hướng", "kế", "bổ", "tiếp", "đời", "gốc", "dưới", "của", "ra", "năm"),
        *("về", "xử"),
    )
)
"""With one of these in small letters begins what is read behind a type to tell whose it is."""


class Paper(NamedTuple):
    """Where a noun for another paper stands, and whether it is a kind of instrument."""

    start: int
    end: int
    instrument: bool
    rules: bool
    """It has articles that bind someone: an instrument, a statute of a school, a treaty."""
    leads: bool
    """It begins a clause, or “ở”, “theo” names it."""
    after: str
    """The word before it with all signs that it bears; "" where that is not sure."""
    own: bool = False
    """It is the page itself."""


class _Noun(NamedTuple):
    """A noun for a paper, as it stands in a paragraph."""

    start: int
    end: int
    word: str
    instrument: bool


class _Kind(NamedTuple):
    """What nouns of the same words have alike on a page."""

    called_so: bool
    """The page is called by them."""
    titled: bool
    """The title of the page, which is no instrument, begins with them."""
    instrument: bool
    rules: bool


class Papers:
    """The papers that a paragraph of ``home`` names; each noun is looked at once, when asked for.

    What a noun means hangs on where the sentence begins and on where the units stand only if
    these are near: all units behind it share the rest.
    """

    def __init__(self, home: Instrument, clean: CleanText) -> None:
        self._home = home
        self._clean = clean
        self._own, self._title = _of(home.type, home.title)
        self._kinds: dict[str, _Kind] = {}
        self._known: dict[int, tuple[int, Paper | None]] = {}
        """Where a noun begins → the paper, and from where on units do not change it."""
        self._settled: list[tuple[int, int]] = []
        """For each noun looked at in order: from where on units change none up to it, and where
        the last of these begins that means another paper than the page.
        """

    @cached_property
    def _nouns(self) -> list[_Noun]:
        return list(_nouns(self._clean.low))

    @cached_property
    def _starts(self) -> list[int]:
        return [noun.start for noun in self._nouns]

    def names_any(self, begin: int, stop: int) -> bool:
        """Whether a noun for a paper begins from ``begin`` to ``stop``."""
        starts = self._starts
        at = bisect_left(starts, begin)
        return at < len(starts) and starts[at] < stop

    def may_name_another(self, begin: int, stop: int) -> bool:
        """Whether ``named`` may give a paper that is not the page; seen at once, often for sure."""
        at = bisect_left(self._starts, stop) - 1
        if at < 0 or self._starts[at] < begin:
            return False
        if at >= len(self._settled):
            self._settle(at)
        reach, other = self._settled[at]
        return stop < reach or other >= begin

    def _settle(self, last: int) -> None:
        """Look at the nouns up to the ``last``."""
        reach, other = self._settled[-1] if self._settled else (0, -1)
        for noun in self._nouns[len(self._settled) : last + 1]:
            far, paper = self._known_of(noun)
            reach = max(reach, far)
            other = noun.start if paper is not None and not paper.own else other
            self._settled.append((reach, other))

    def names_an_instrument(self, begin: int, stop: int) -> bool:
        """Whether a noun for a kind of instrument begins from ``begin`` to ``stop``."""
        first, last = bisect_left(self._starts, begin), bisect_left(self._starts, stop)
        return any(noun.instrument for noun in self._nouns[first:last])

    def named(
        self, begin: int, stop: int, first: int = 0, *, whole: bool = False
    ) -> Iterator[Paper]:
        """The papers of a sentence from ``begin`` to ``stop``, the last one first.

        Those before ``first`` are left out, and those far from the end but for the ``whole``.
        """
        nouns, known, low = self._nouns, self._known, self._clean.low
        first = max(begin, first, 0 if whole else stop - _LONGEST)
        for at in range(bisect_left(self._starts, stop) - 1, -1, -1):
            noun = nouns[at]
            start = noun.start
            if start < first:
                return
            if noun.end > stop:
                continue
            reach, paper = known[start] if start in known else self._known_of(noun)
            if stop < reach:
                paper = self._read(noun, self._kind(noun), stop)
            if paper is None:
                continue
            if start - begin < _NEAR:
                leads, after = led(low, begin, start)
                paper = paper._replace(leads=leads, after=after)
            yield paper

    def others(
        self, begin: int, stop: int, first: int = 0, anywhere: bool = False
    ) -> Iterator[Paper]:
        """Those ``named`` but the page that begin a clause, or that “ở”, “theo” names; or all."""
        for paper in self.named(begin, stop, first):
            if not paper.own and (anywhere or paper.leads):
                yield paper

    def _known_of(self, noun: _Noun) -> tuple[int, Paper | None]:
        """What a noun means where units are not near, and from where on they are not."""
        told = self._known.get(noun.start)
        if told is None:
            kind = self._kind(noun)
            reach = _reach(noun, kind.called_so, self._clean)
            told = self._known[noun.start] = reach, self._read(noun, kind, reach)
        return told

    def _kind(self, noun: _Noun) -> _Kind:
        """What all nouns of the same words have alike."""
        word, own = noun.word, self._own
        kind = self._kinds.get(word)
        if kind is None:
            called_so = word in (own, "văn bản") or (word == "luật" and own == "bộ luật")
            titled = not noun.instrument and self._title.startswith(word)
            instrument = noun.instrument and word not in _SINGLE
            rules = instrument or _RULES.match(word) is not None
            kind = self._kinds[word] = _Kind(called_so, titled, instrument, rules)
        return kind

    def _read(self, noun: _Noun, kind: _Kind, stop: int) -> Paper | None:
        """What a noun means in a text that ends at ``stop``; None: no paper."""
        start, end, word, instrument = noun
        low, home = self._clean.low, self._home
        if _THIS.match(low, end, stop):
            if not kind.called_so:
                return None
            return Paper(start, end, instrument, True, *led(low, 0, start), own=True)
        if kind.titled:
            return None
        if kind.called_so:
            other = _OTHER_ONE.match(low, end, stop)
            itself = _AFTER if home.validity.state is State.IN_FORCE else _BEFORE
            general = word == "văn bản"
            apart = not general and _is_called_otherwise(home, self._clean, end, stop)
            if other is None and not apart:
                page = Paper(start, end, instrument, True, *led(low, 0, start), own=True)
                return None if general else page
            if other and (other["year"] == str(home.year) or other[1] in itself):
                return None
            end = other.end() if other else end
        return Paper(start, end, kind.instrument, kind.rules, *led(low, 0, start))


def _nouns(low: str) -> Iterator[_Noun]:
    """Where each noun stands for a paper."""
    for found in _NOUN.finditer(low):
        start, end = found.span()
        word = " ".join(found[0].split())
        near = end - _NO_LONGER if end > _NO_LONGER else 0
        perhaps = word.endswith("luật") or low.find("bản", near, end) >= 0  # much faster seen so
        if perhaps and _NO_LAW.search(low, near, end):
            continue
        if not low.startswith(" sư", end):
            yield _Noun(start, end, word, _TYPE.fullmatch(found[0]) is not None)


def _reach(noun: _Noun, called_so: bool, clean: CleanText) -> int:
    """From where on it does not matter where the text behind a noun ends."""
    behind = _NEXT.match(clean.low, noun.end)
    if behind is None:
        return noun.end
    at = behind.start(1)
    letter, word = clean.text[at : at + 1], behind[1]
    tells = letter.isupper() or letter.isdecimal() or word in _TELLING or word.startswith("số")
    if not (called_so and tells):
        return behind.end()
    many = _MANY.match(clean.low, noun.end)
    return many.end() if many else behind.end()


def led(low: str, begin: int, start: int) -> tuple[bool, str]:
    """Whether a clause, or what one is about, may begin at ``start``; the word before.

    The text begins at ``begin``.
    """
    first = start - _NEAR if start - _NEAR > begin else begin
    words = low[first:start].split()
    if not words:
        return True, ""
    last = words[-1]
    leads = last in _LEADS or last.endswith(_LEADING_MARKS)
    whole = len(words) > 1 or len(last) > _SHORT or first == begin
    sure = whole and (last.isalpha() or not last[-1].isalpha())
    return leads, last if sure else ""


def _is_called_otherwise(home: Instrument, clean: CleanText, end: int, stop: int) -> bool:
    """Whether the number or the name from ``end`` to ``stop``, behind a type, is not ``home``'s."""
    shown = clean.text
    number = _SERIAL.match(shown, end, stop)
    if number:
        return number[1].lstrip("0") != home.number.partition("/")[0].lstrip("0")
    about = _ABOUT.match(clean.low, end, stop)
    if about:
        title = folded(home.title).split()
        return not all(word in title for word in about[1].split())
    name = _NAME.match(shown, end, stop)
    if name is None or not name[1][0].isupper() or name[1][1].isupper():
        return False
    said = folded(name[1]).split()
    own = folded(home.title).removeprefix(folded(home.type)).split()
    issue = _ISSUE.match(shown, end, stop)
    if issue and said[:2] == own[:2]:
        if issue["year"]:
            return issue["year"] != str(home.year)
        return not home.number.startswith(f"{issue['number']}/")
    if len(own) > 2 and said[:2] == own[:2]:
        return len(said) > 2 and said[2] != own[2] and "," not in own[1]
    return not all(word in own for word in said[:2])


@lru_cache(maxsize=256)
def _of(type_: str, title: str) -> tuple[str, str]:
    """A type, and a title without the words that issue it: “điều lệ trường …”."""
    issued = re.compile(r"(?:ban\s+hành\s+|quy\s+định\s+(?:về\s+)?)*")
    name = folded(title)
    begin = issued.match(name)
    return folded(type_), name[begin.end() :] if begin else name
