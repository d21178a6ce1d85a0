"""Clauses whose subject is another paper than the page: the units they end with are that one's.

“nghị định hướng dẫn nói kỹ hơn ở Điều 6”, “Luật mới đưa câu ấy sang Điều 7”, “Phiếu đồng ý của
trường (điều 3)”: one rule for every paper, known or not. A paper that does something to a unit
(“Báo cáo dẫn Điều 5”, “phạt các việc ở Điều 7”) leaves it to the page.
"""

from __future__ import annotations

import re
from functools import cached_property

from ..law.instrument import Instrument
from .clean import CleanText
from .papers import TYPES, Paper, Papers
from .sentence import WINDOW, Sentence, Sentences
from .topic import is_abroad, is_of_another, is_of_the_last, names_a_country

_SENTENCES = re.compile(r"[.!?…]\s|\n")
# dựa vào luật, | cụ thể là | Điều 24
_SUCH = re.compile(
    rf"(?<!\w)(?P<noun>{TYPES})(?P<rest>(?:\s+[^\W\d_]+){{0,4}}),\s+(?:cụ\s+thể|nhất|đặc\s+biệt|ví\s+dụ|chẳng\s+hạn)"
    r"(?:\s+(?:là|ở|tại|như))?\s+\Z"
)
_UNITS_BEFORE = re.compile(
    r"(?<!\w)(?:(?:điều|khoản|điểm)\s+\w{1,4}(?:\s+(?:điều|khoản)\s+\w{1,4}){0,2}"
    r"(?:\s*,|\s+(?:và|hay|hoặc|đến))\s+){1,3}\Z"
)
# it says something | ở Điều 8 · has | Điều 8
_AT = re.compile(
    r"(?<!\w)(?:(?:ở|tại|trong|vào|sang)|(?:có|dành)(?:\s+(?:hẳn|riêng|cả|thêm|luôn))?)\s+(?:cả\s+|các\s+)?\Z"
)
_AT_ENDS = (
    *("ở", "tại", "trong", "vào", "sang", "có", "dành", "hẳn", "riêng", "cả", "thêm", "luôn"),
    "các",
)
# phạt việc | ở Điều 7, nội dung | tại Điều 8: what is so called is the page's
_MATTER = re.compile(
    r"(?<!\w)(?:việc|chuyện|hành\s+vi|nội\s+dung|điều|câu|chữ|nghĩa\s+vụ|trường\s+hợp|quyền|mức|hình\s+thức|lỗi|vi\s+phạm|loại"
    r"|thứ|nhóm|ý|phạm|thời\s+hạn|thời\s+hiệu|nguyên\s+tắc|trách\s+nhiệm|điều\s+kiện|với|như|theo)"
    r"(?:\s+(?:cấm|riêng|chung|đã|được)){0,2}(?:\s+(?:nêu|ghi|kể|nói|quy\s+định))?\s+(?:ở|tại|trong)\s+(?:cả\s+|các\s+)?\Z"
)
# nêu | bảy nguyên tắc ở | Điều 3 · nâng | mức ở | Điều 101: but what is counted or changed is new
_NEW_MATTER = re.compile(
    r"(?<!\w)(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy|vài|nhiều|từng|đủ|nâng|hạ|tăng|giảm)"
    r"\s+(?:[^\W\d_]+\s+){1,6}(?:ở|tại|trong)\s+(?:cả\s+|các\s+)?\Z"
)
# Luật | quy định nghĩa vụ ở Điều 13: where it has it
_PLACES = re.compile(r"\s+(?:quy\s+định|đặt|để|xếp|gom|gói|định\s+nghĩa|liệt\s+kê|kể)(?!\w)")
# nghị định | nói dữ liệu để ở đâu (| Điều 26
_SAYS_SO = re.compile(
    r"\s+(?:(?:cũng|lại|còn|chỉ|đã|thì)\s+)?(?:nói|cấm|quy\s+định|buộc|kể|định\s+nghĩa|đòi|liệt\s+kê|yêu\s+cầu)"
    r"\s[^,():]{1,60}\(\s*"
)
# what is asked of a paper, or done to it: it then says nothing of its own
_ASKED = re.compile(
    r"(?<!\w)(?:phải|nên|cần|(?<!quyền\s)được(?!\s+(?:ở|tại|trong)\s)|(?<!thiết\s)(?<!chuẩn\s)bị|(?<!kèm\s)(?<!tiếp\s)theo|(?<!hướng\s)dẫn|khi|nếu"
    r"|(?<=\w\s)để(?!\s+(?:việc|chuyện|câu|ý|cùng|nó|cả|nội|mức|phần))|trái|dựa|căn\s+cứ|(?<!gần\s)hết|thôi|không|chưa|là(?!\s+(?:nơi|chỗ)\s)|gì|nào|sao|bao\s+(?:nhiêu|lâu|giờ)|mấy|nhau)(?!\w)"
    r"|(?:,|\s(?:và|còn|nhưng|mà|thì))\s+(?:luật|bộ\s+luật|nghị\s+định|thông\s+tư|quyết\s+định|văn\s+bản|trang|điều|ở\s+đây|chỗ|bản)"
    r"\s+(?:này|\d|đây)|ở\s+đây|(?<!\w)(?:nay|này\s+thì)(?!\w)"
)
# biểu mẫu | thì ở | Điều 5: where the paper itself is told of
_IS_TOLD_OF = re.compile(r"\A[^,]*(?<!\w)(?:thì|nằm|gặp|thấy|có)\s+(?:ở|tại|trong)\s")
# hợp đồng | nêu ở | Điều 11 (but “nghị định nêu ở Điều 18”)
_SO_CALLED = re.compile(r"(?<!\w)(?:nêu|nói|quy\s+định|kể)\s+(?:ở|tại|trong)\s+(?:các\s+)?\Z")
# what a paper does that is no instrument; without it, “hợp đồng mẫu ở Điều 11” is a place
_DOES = re.compile(
    r"(?<!\w)(?:nói|ghi|nêu|kể|viết|chép|có|dành|quy\s+định|đặt|để|cấm|buộc|bắt|cho|hứa|dặn|đòi|giao|đưa|giải\s+thích|nhắc|bàn"
    r"|yêu\s+cầu|khuyên|xếp|gọi|phạt|định\s+nghĩa|liệt\s+kê|thêm|bỏ|thường|lo|hẹn|thỏa\s+thuận)(?!\w)"
)
# Ở luật mới|, việc ấy nằm | tại Điều 7
_INSIDE = re.compile(r"(?<!\w)(?:ở|trong|tại)\s+\Z")
_LED_BY = re.compile(r"(?<!\w)(?:ở|trong|tại|theo|sang)\s+\Z")
_IT_STANDS = re.compile(
    r"[^,]{0,60},\s+(?:(?:việc|chuyện|ý|câu|nội\s+dung|chỗ|mức|điều)(?:\s+(?:này|ấy|đó|tương\s+tự))?|nó)\s+[^,]{0,40}\Z"
)
# Quyết định phạt ghi | điều 2: in small letters, as no page writes its own
_WRITES = re.compile(r"(?<!\w)(?:ghi|viết)\s+\Z")
_WRITES_ENDS = ("ghi", "viết")
_BESIDE = re.compile(
    r"\s*(?:[,:]\s*(?:các\s+)?|\(\s*(?:mục\s+\d+,\s*)?|\s+thì\s+(?:(?:đọc|xem|tìm|mở|coi)\s+)?)\Z"
)
_BESIDE_ENDS = (",", ":", "(", "các", "thì", "đọc", "xem", "tìm", "mở", "coi")
# …, điều 3, … (but “Hiến pháp đặt nền, Điều 4 kể từng quyền”: a clause of its own)
_SET_APART = re.compile(r"\s*(?:[,.;:!?)]|\Z)|\s+(?:và|hay|hoặc|đến)(?!\w)")
# nếu có một luật mới thì | Điều 5 sẽ khác
_SUPPOSED = re.compile(r"(?<!\w)(?:nếu|khi|giả|có|với|dù|nhờ|do|vì)(?!\w)")
# theo Luật … thì | Điều 23 | đã khác: it was changed by that one
_CHANGED = re.compile(r"\s+(?:đã|bị)\s")
# nghị định hướng dẫn: Điều 18 nói việc này, | Điều 16 nói việc kia
_HEADED = re.compile(r":\s+(?:các\s+)?(?:điều|khoản)\s+\d[^:]{0,90},\s+(?:và\s+|còn\s+)?\Z")
_THEN_AT = re.compile(r",(?=\s+(?:ở|tại|trong)\s+(?:các\s+)?\Z)")
_LIKE = re.compile(r"(?<!\w)(?:thường|thông\s+thường|phần\s+lớn)\s+(?:là|ở)\s+\Z")
_LIKE_ENDS = ("là", "ở")
# thường có ba điều; | Điều 3
_COUNTED = re.compile(
    r"(?<!\w)(?:có|gồm)\s+(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy|vài)\s+điều(?!\w)[^.!?\n]{0,30}[;:,]\s+\Z"
)
# gồm bốn điều, em nào vi phạm | điều 2
_BECAUSE = re.compile(
    r"[^.;,\n]{0,24},?\s(?:thưa\s+)?(?:vì|do|bởi)\s[^.;\n]{1,40}?(?:luật|định|tư|bản)\s+năm\s+(\d{4})(?![\w/])"
)
_FAR = 90
_ONE_OF = re.compile(
    r"(?<!\w)(?:có|gồm)\s+(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy|vài)\s+điều,[^.!?\n]{0,60}\Z"
)
_PREDICATE = re.compile(
    r"(?<!\w)(?:thì|là|cấm|nêu|phải|không|sẽ|nay|này|đó|xem|và|thay|hết|khi|từ|đã|có|được|bị|cho"
    r"|bằng|nếu|buộc|nói|quy\s+định)(?!\w)"
)
# Nội quy của trường (điều 3): where it begins a clause
_BEGINS = re.compile(r"(?:\A|(?<!\w)(?:còn|và|nhưng|vì|rồi|mà|xem|đọc|một|chính)\s+)\Z")
_OWNED = re.compile(r"(?<!\w)của\s+[^\W\d_]")
_NEAR = 12
_GOVERNS = (
    *("ở ", "tại ", "trong ", "vào ", "sang ", "có ", "dành ", "hẳn ", "riêng ", "cả ", "thêm "),
    *("luôn ", "các ", "thì ", "ghi ", "viết ", "là ", "như ", "đọc ", "xem ", "tìm ", "mở "),
    *("coi ", ", ", ": ", "; ", "("),
)
_UNIT_WORDS = ("điều", "khoản", "điểm")
_GO_ON = (",", "và", "hay", "hoặc", "đến")
"""With one of these ends a list that goes on."""
_JOINS = ("và ", "hay ", "hoặc ", "đến ")
"""With one of these, or with other units and one of those, ends what governs units."""
_SUCH_ENDS = ("thể ", "nhất ", "biệt ", "dụ ", "hạn ", "là ", "ở ", "tại ", "như ")


class AnotherPaper:
    """Which units of a paragraph on the page of ``home`` are another paper's; asked one by one."""

    def __init__(self, home: Instrument, clean: CleanText, papers: Papers) -> None:
        self._home = home
        self._clean = clean
        self._papers = papers
        self._sentences = Sentences(clean.low)

    def has(self, start: int, end: int) -> bool:
        """Whether the clause before the units at ``start`` has another paper for its subject."""
        clean = self._clean
        if clean.low.startswith("phần", start):
            return False  # hardly a law has parts: what names one is told by itself
        if clean.may_tell_a_year(end, end + _FAR) and _is_for_a_year(self._home, end, clean.low):
            return True
        papers, first = self._papers, start - 2 * WINDOW
        abroad = names_a_country(clean.low)
        may = abroad or papers.may_name_another(first, start)
        if not (may or papers.names_any(first, start)):
            return False
        listed = _Listed(clean.low, start)
        # (what a paper is called is cut off where a list begins, and behind a paper “cụ thể là”)
        if not (may or listed.may_begin_before or listed.before.endswith(_SUCH_ENDS)):
            return False
        return self._governs(start, end, listed) or self._keeps(start, end, listed)

    def _keeps(self, start: int, end: int, listed: _Listed) -> bool:
        """Whether the sentence before the units is about another paper still (``topic``)."""
        low = self._clean.low
        begin = self._sentences.begin(start)
        stop = listed.begin(begin)
        article, behind = low.find("điều", stop, end) >= 0, low[end : end + _NEAR]
        if begin < stop:
            if is_abroad(low[begin:stop]):
                return True
            if not self._papers.may_name_another(begin, stop):
                return False
            return is_of_another(self._home, self._sentence(begin, stop, behind), article)
        last = stop
        while last > 0 and low[last - 1].isspace():
            last -= 1
        if not article or last == 0 or low[last - 1] not in ".!…" or "\n" in low[last:stop]:
            return False
        last -= 1
        return is_of_the_last(self._sentence(self._sentences.begin(last), last, behind))

    def _sentence(self, begin: int, stop: int, behind: str) -> Sentence:
        return Sentence(self._papers, self._sentences, begin, stop, behind)

    def _governs(self, start: int, end: int, listed: _Listed) -> bool:
        """Whether a paper that begins a clause has the units for a part of what it says."""
        low = self._clean.low
        before = listed.before
        of_it = low.startswith((" của nó", " trong nó"), end)
        one = self._clean.text.startswith("điều", start)
        if not (of_it or one or before.endswith(_GOVERNS) or listed.is_joined):
            return False
        if _counts(before, one):
            sentence = _SENTENCES.split(before)[-1].lstrip()
            return any(self._papers.others(start - len(sentence), start))
        begin = self._sentences.clause(start)
        if of_it:
            return any(self._papers.others(begin, start, anywhere=True))
        before = low[begin:start]
        such = _SUCH.search(before) if before.endswith(_SUCH_ENDS) else None
        if such:
            noun = begin + such.start(), begin + such.end("noun")
            return any(paper.instrument for paper in self._papers.others(*noun, anywhere=True))
        stop = listed.begin(begin)
        if not self._papers.may_name_another(begin, stop):
            return False
        before = low[begin:stop]
        small = self._clean.text.startswith(("điều", "mục"), start)
        clause = _Clause(begin, before, low[end : end + _NEAR], small, stop < start)
        first = clause.first
        if first is None or not self._papers.names_any(begin + first, stop):
            return False
        if before.endswith("("):
            first = max(first, before.rfind(",") + 1)  # no comma parts these
        return any(map(clause.is_governed, self._papers.others(begin, stop, begin + first)))


class _Listed:
    """What stands before the units at ``start``, and the units of the same list there."""

    def __init__(self, low: str, start: int) -> None:
        self._low = low
        self._start = start
        self._first = start - WINDOW if start > WINDOW else 0
        self.before = low[self._first : start]

        self.may_begin_before = _may_end_with_units(self.before)
        """Other units of the list may stand there; most often none do."""

    @cached_property
    def _units(self) -> int | None:
        """Where other units of the list begin; None: there are none."""
        if not self.may_begin_before:
            return None
        units = _UNITS_BEFORE.search(self.before)
        return self._first + units.start() if units else None

    @property
    def is_joined(self) -> bool:
        """Whether “và”, “đến” joins the units to others before them."""
        return self.may_begin_before and self.before.endswith(_JOINS) and self._units is not None

    def begin(self, sentence: int) -> int:
        """Where the list begins, in a sentence that begins at ``sentence``."""
        start = self._start
        units = self._units if self.may_begin_before else None
        if units is None or sentence >= start:
            return start
        if units >= sentence:
            return units
        within = _UNITS_BEFORE.search(self._low[sentence:start])
        return sentence + within.start() if within else start


def _may_end_with_units(before: str) -> bool:
    """Whether “điều 1,”, “khoản 2 và” may end a text, by its last three words alone."""
    words = before.rsplit(None, 3)[-3:]
    if not words or not words[-1].endswith(_GO_ON):
        return False
    at = -3 if words[-1] in _GO_ON else -2
    return len(words) >= -at and words[at].endswith(_UNIT_WORDS)


def _is_for_a_year(home: Instrument, end: int, low: str) -> bool:
    """“in Điều 64, vì sách in theo nghị định năm 2013”: it is told by the law of which year."""
    found = _BECAUSE.match(low, end)
    return found is not None and found[1] != str(home.year)


def _counts(before: str, one: bool) -> bool:
    """Whether what stands before units says how many there are: “có ba điều; | Điều 3”."""
    if "điều" not in before or not ("có" in before or "gồm" in before):
        return False  # seen at once
    if before.endswith((", ", "; ", ": ")) and _COUNTED.search(before):
        return True
    return one and _ONE_OF.search(before) is not None


def _beside(before: str, words: str) -> tuple[int, str] | None:
    """The sign, or the first letter of the “thì”, that parts units from what names their paper.

    With where it stands; ``words`` is the text before them without the spaces at its end.
    """
    if not words.endswith(_BESIDE_ENDS):
        return None
    sign = words[-1]
    if sign in ":(" or (sign == "," and "mục" not in words):
        return len(words) - 1, sign
    found = _BESIDE.search(before)
    return (found.start(), found[0].strip()[:1]) if found else None


class _Clause:
    """A clause before units, from ``begin`` on, which a paper in it may govern.

    What its end says is found once for all papers in it; most ends let none govern the units.
    """

    def __init__(self, begin: int, before: str, behind: str, small: bool, listed: bool) -> None:
        self._begin = begin
        self._before = before
        self._behind = behind
        self._small = small
        """The units are in small letters."""
        self._listed = listed
        """Other units of the same list stand between."""
        words = before.rstrip()
        spaced = len(words) < len(before)
        self._at = spaced and words.endswith(_AT_ENDS) and _AT.search(before) is not None
        self._like = spaced and words.endswith(_LIKE_ENDS) and _LIKE.search(before) is not None
        writes = small and spaced and words.endswith(_WRITES_ENDS)
        self._writes = writes and _WRITES.search(before) is not None
        self._beside = _beside(before, words)
        colon = before.rfind(":")
        self._headed = _HEADED.match(before, colon) if colon >= 0 else None
        self._predicate = -1
        """Where a predicate stands; for all papers before it."""

    @property
    def first(self) -> int | None:
        """How far from the beginning a paper stands that may govern the units; None: none may."""
        if self._headed:
            return 0
        if self._beside:
            stop, _ = self._beside
            return max(self._before.rfind(",", 0, stop), self._before.rfind("(", 0, stop)) + 1
        if self._at or self._like or self._writes:
            return self._before.rfind(":") + 1
        return None

    def is_governed(self, paper: Paper) -> bool:
        """Whether ``paper`` governs the units; of many, the last one is asked first."""
        before, instrument = self._before, paper.instrument
        at, headed, beside = paper.end - self._begin, self._headed, self._beside
        ahead = headed and instrument and at <= headed.start()
        if ahead and headed and not self._has_predicate(at, headed.start()):
            return True
        if beside:
            return at <= beside[0] and self._stands_beside(paper, at, *beside)
        if not (self._at or self._like or self._writes) or before.find(":", at) >= 0:
            return False
        return self._says(paper, before[at:])

    def _has_predicate(self, at: int, stop: int) -> bool:
        """Whether a predicate stands between; what was found for one paper is so for others."""
        if at <= self._predicate < stop:
            return True
        found = _PREDICATE.search(self._before, at, stop)
        if found:
            self._predicate = found.start()
        return found is not None

    def _stands_beside(self, paper: Paper, at: int, stop: int, sign: str) -> bool:
        """Whether units right behind a sign, or behind “thì”, are of the paper before it."""
        before, instrument = self._before, paper.instrument
        lead = before[: paper.start - self._begin]
        if sign == "(" and instrument and before.endswith("(") and _SAYS_SO.fullmatch(before, at):
            return True
        if before.find(",", at, stop) >= 0 or before.find("(", at, stop) >= 0:
            return False
        if self._has_predicate(at, stop):
            return False
        if sign == ",":
            inside = instrument and _INSIDE.search(lead) is not None
            return self._listed or inside or _SET_APART.match(self._behind) is not None
        if sign == "(":
            owned = self._small or _OWNED.search(before, at, stop) is not None
            return (instrument or owned) and _BEGINS.search(lead) is not None
        told = sign == ":" or not (_SUPPOSED.search(lead) or _CHANGED.match(self._behind))
        return instrument and told

    def _says(self, paper: Paper, gap: str) -> bool:
        """Whether a paper tells, over ``gap``, of what stands in the units."""
        instrument = paper.instrument
        lead = self._before[: paper.start - self._begin]
        gap, then = _THEN_AT.subn("", gap)
        told_of = not (instrument or self._small)
        if told_of and (_IS_TOLD_OF.search(gap) or _SO_CALLED.search(gap)):
            return False
        if not instrument and not _DOES.search(gap):
            return False
        if _ASKED.search(gap):
            return self._like and _LIKE.search(gap) is not None
        if self._writes and "," not in gap and _WRITES.search(gap):
            return True
        if not (self._at and _AT.search(gap)) or "(" in gap:
            return False
        if "," in gap and not (_LED_BY.search(lead) and _IT_STANDS.match(gap)):
            return False
        placed = then > 0 or (instrument and _PLACES.match(gap) is not None)
        if placed or not _MATTER.search(gap):
            return True
        return paper.rules and _NEW_MATTER.search(gap) is not None
