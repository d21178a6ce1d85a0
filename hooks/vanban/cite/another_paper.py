"""Clauses whose subject is another paper than the page: the units they end with are that one's.

“nghị định hướng dẫn nói kỹ hơn ở Điều 6”, “Luật mới đưa câu ấy sang Điều 7”, “Phiếu đồng ý của
trường (điều 3)”: one rule for every paper, known or not. A paper that does something to a unit
(“Báo cáo dẫn Điều 5”, “phạt các việc ở Điều 7”) leaves it to the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..law.instrument import Instrument, State
from ..law.names import folded
from .clean import CleanText

_WINDOW = 170
_ENDS = re.compile(r"[.!?…](?=\s+[^\W\d_])|[;\n“”\"]")
_SENTENCES = re.compile(r"[.!?…]\s|\n")
_TYPES = (
    r"bộ\s+luật|đạo\s+luật|luật|nghị\s+định|nghị\s+quyết|thông\s+tư|quyết\s+định|chỉ\s+thị|công\s+văn|pháp\s+lệnh"
    r"|hiến\s+pháp|văn\s+bản"
)
_PAPERS = (
    r"quy\s+chế|điều\s+lệ|nội\s+quy|hợp\s+đồng|th(?:ỏa|oả)\s+(?:ước|thuận)|hương\s+ước|quy\s+ước|công\s+ước|hiệp\s+(?:định|ước)"
    r"|thể\s+lệ|phụ\s+lục|quy\s+tắc|bộ\s+(?:quy|tiêu|nguyên|chỉ|hướng|khung|câu)\s+[^\W\d_]+|dự\s+thảo|giao\s+(?:kèo|ước)|cam\s+kết|cẩm\s+nang"
    r"|điều\s+khoản\s+(?:sử|dịch|của)"
    r"|quy\s+định\s+(?:(?:[^\W\d_]+\s+){0,5}?của|nội\s+bộ|riêng)|quy\s+trình|khung\s+(?:đạo|năng|chương)|hiến\s+chương"
    r"|phiếu|biên\s+bản|kế\s+hoạch|báo\s+cáo|giấy\s+(?:mời|cam|phép|xác)|tờ\s+trình|thông\s+báo|đề\s+(?:án|cương)|sách|sổ\s+tay"
    r"|chính\s+sách|khuyến\s+nghị|tuyên\s+(?:bố|ngôn)|tiêu\s+chuẩn|tài\s+liệu|gdpr|coppa"
    r"|bản\s+(?!này|chất|thân|tin|tóm|dịch|chép|sao|in|gốc|đăng|diễn|scan|ảnh|đọc)[^\W\d_]+|bản(?=\s+(?:\d|năm|trước|cũ|mới|sau))|mẫu|đơn\s+(?!vị)[^\W\d_]+"
)
# what stands before a noun that is the subject of its clause, or that “ở”, “theo” names
_LEADS = frozenset(
    (
        *("còn", "thì", "và", "nhưng", "vì", "do", "mà", "rồi", "nên", "nếu", "dù", "xem", "theo"),
        *("đọc", "ở", "trong", "tại", "với", "được", "bị", "bởi", "nhờ", "như", "sang", "riêng"),
        *("cả", "mỗi", "các", "những", "một", "cuốn", "tờ", "chính", "chỉ"),
    )
)
_LEADING_MARKS = (",", "(", "–", "—", "-", ":")
_NOUN = re.compile(rf"(?<!\w)(?P<noun>{_TYPES}|{_PAPERS})(?!\w)")
# dựa vào luật, | cụ thể là | Điều 24
_SUCH = re.compile(
    rf"(?<!\w)(?P<noun>{_TYPES})(?P<rest>(?:\s+[^\W\d_]+){{0,4}}),\s+(?:cụ\s+thể|nhất|đặc\s+biệt|ví\s+dụ|chẳng\s+hạn)"
    r"(?:\s+(?:là|ở|tại|như))?\s+\Z"
)
_TYPE = re.compile(_TYPES)
_SINGLE = ("quyết định", "công văn")
"""What is done in one case is a paper like a contract, though it is called as instruments are."""
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
_AFTER, _BEFORE = ("mới", "sau"), ("cũ", "trước")
"""Of two laws, what the one in force and the one that has ended are called themselves."""
_UNITS_BEFORE = re.compile(
    r"(?<!\w)(?:(?:điều|khoản|điểm)\s+\w{1,4}(?:\s+(?:điều|khoản)\s+\w{1,4}){0,2}"
    r"(?:\s*,|\s+(?:và|hay|hoặc|đến))\s+){1,3}\Z"
)
# it says something | ở Điều 8 · has | Điều 8
_AT = re.compile(
    r"(?<!\w)(?:(?:ở|tại|trong|vào|sang)|(?:có|dành)(?:\s+(?:hẳn|riêng|cả|thêm|luôn))?)\s+(?:cả\s+|các\s+)?\Z"
)
# phạt việc | ở Điều 7, nội dung | tại Điều 8: what is so called is the page's
_MATTER = re.compile(
    r"(?<!\w)(?:việc|chuyện|hành\s+vi|nội\s+dung|điều|câu|chữ|nghĩa\s+vụ|trường\s+hợp|quyền|mức|hình\s+thức|lỗi|vi\s+phạm|loại"
    r"|thứ|nhóm|ý|phạm|thời\s+hạn|thời\s+hiệu|nguyên\s+tắc|trách\s+nhiệm|điều\s+kiện|với|như|theo)"
    r"(?:\s+(?:cấm|riêng|chung|đã|được)){0,2}(?:\s+(?:nêu|ghi|kể|nói|quy\s+định))?\s+(?:ở|tại|trong)\s+(?:cả\s+|các\s+)?\Z"
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
    r"(?<!\w)(?:phải|nên|cần|(?<!quyền\s)được(?!\s+(?:ở|tại|trong)\s)|bị|(?<!kèm\s)(?<!tiếp\s)theo|(?<!hướng\s)dẫn|khi|nếu"
    r"|(?<=\w\s)để(?!\s+(?:việc|chuyện|câu|ý|cùng|nó|cả|nội|mức|phần))|trái|dựa|căn\s+cứ|(?<!gần\s)hết|thôi|không|chưa|là(?!\s+(?:nơi|chỗ)\s)|gì|nào|sao|bao|mấy|nhau)(?!\w)"
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
_BESIDE = re.compile(
    r"\s*(?:[,:]\s*(?:các\s+)?|\(\s*(?:mục\s+\d+,\s*)?|\s+thì\s+(?:(?:đọc|xem|tìm|mở|coi)\s+)?)\Z"
)
# …, điều 3, … (but “Hiến pháp đặt nền, Điều 4 kể từng quyền”: a clause of its own)
_SET_APART = re.compile(r"\s*(?:[,.;:!?)]|\Z)|\s+(?:và|hay|hoặc|đến)(?!\w)")
# nếu có một luật mới thì | Điều 5 sẽ khác
_SUPPOSED = re.compile(r"(?<!\w)(?:nếu|khi|giả|có|với|dù|nhờ|do|vì)(?!\w)")
# nghị định hướng dẫn: Điều 18 nói việc này, | Điều 16 nói việc kia
_HEADED = re.compile(r":\s+(?:các\s+)?(?:điều|khoản)\s+\d[^:]{0,90},\s+(?:và\s+|còn\s+)?\Z")
_THEN_AT = re.compile(r",(?=\s+(?:ở|tại|trong)\s+(?:các\s+)?\Z)")
_LIKE = re.compile(r"(?<!\w)(?:thường|thông\s+thường|phần\s+lớn)\s+(?:là|ở)\s+\Z")
# thường có ba điều; | Điều 3
_COUNTED = re.compile(
    r"(?<!\w)(?:có|gồm)\s+(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy|vài)\s+điều(?!\w)[^.!?\n]{0,30}[;:,]\s+\Z"
)
_PREDICATE = re.compile(
    r"(?<!\w)(?:thì|là|cấm|nêu|phải|không|sẽ|nay|này|đó|xem|và|thay|hết|khi|từ|đã|có|được|bị|cho"
    r"|bằng|nếu|buộc|nói|quy\s+định)(?!\w)"
)
# Nội quy của trường (điều 3): where it begins a clause
_BEGINS = re.compile(r"(?:\A|(?<!\w)(?:còn|và|nhưng|vì|rồi|mà|xem|đọc|một|chính)\s+)\Z")
_OWNED = re.compile(r"(?<!\w)của\s+[^\W\d_]")
_LONGEST, _NEAR = 120, 12
_GOVERNS = (
    *("ở ", "tại ", "trong ", "vào ", "sang ", "có ", "dành ", "hẳn ", "riêng ", "cả ", "thêm "),
    *("luôn ", "các ", "thì ", "ghi ", "viết ", "là ", "như ", "đọc ", "xem ", "tìm ", "mở "),
    *("coi ", ", ", ": ", "; ", "("),
)
_JOINS = ("và ", "hay ", "hoặc ", "đến ")
"""With one of these, or with other units and one of those, ends what governs units."""
_SUCH_ENDS = ("thể ", "nhất ", "biệt ", "dụ ", "hạn ", "là ", "ở ", "tại ", "như ")


class _Paper(NamedTuple):
    """Where a noun for another paper stands, and whether it is a kind of instrument."""

    start: int
    end: int
    instrument: bool


def is_of_another_paper(home: Instrument, start: int, end: int, clean: CleanText) -> bool:
    """Whether the clause before the units at ``start`` has another paper for its subject."""
    low = clean.low
    first = max(0, start - _WINDOW)
    before = low[first:start]
    of_it = low.startswith((" của nó", " trong nó"), end)
    joined = before.endswith(_JOINS) and _UNITS_BEFORE.search(before)
    if not (of_it or joined or before.endswith(_GOVERNS)):
        return False
    if low.startswith("phần", start):
        return False  # hardly a law has parts: what names one is told by itself
    if before.endswith((", ", "; ", ": ")) and _COUNTED.search(before):
        sentence = _SENTENCES.split(before)[-1]
        return any(_others(home, sentence.lstrip()))
    for mark in _ENDS.finditer(before):
        before = low[first + mark.end() : start]
    before = before.lstrip()
    if of_it:
        return any(_others(home, before, anywhere=True))
    such = _SUCH.search(before) if before.endswith(_SUCH_ENDS) else None
    if such:
        noun = before[such.start() : such.end("noun")]
        return any(paper.instrument for paper in _others(home, noun, anywhere=True))
    units = _UNITS_BEFORE.search(before)
    before = before[: units.start()] if units else before
    small = clean.text.startswith(("điều", "mục"), start)
    behind = low[end : end + _NEAR]
    first = before.rfind(",") + 1 if before.endswith("(") else 0  # no comma parts these
    for paper in _others(home, before, first):
        words = before[: paper.start], before[paper.end :], behind
        if _tells(*words, paper.instrument, small, units is not None):
            return True
    return False


def _others(
    home: Instrument, before: str, first: int = 0, anywhere: bool = False
) -> Iterator[_Paper]:
    """The papers other than ``home`` that begin a clause, or that “ở”, “theo” names; or all."""
    for found in _NOUN.finditer(before, max(first, len(before) - _LONGEST)):
        if not anywhere and not _leads(before[: found.start()]):
            continue
        if _THIS.match(before, found.end()):
            continue
        noun = " ".join(found["noun"].split())
        own, title = _of(home.type, home.title)
        instrument = _TYPE.fullmatch(noun) is not None
        if not instrument and title.startswith(noun):
            continue
        end = found.end()
        if noun in (own, "văn bản") or (noun == "luật" and own == "bộ luật"):
            other = _OTHER_ONE.match(before, end)
            itself = _AFTER if home.validity.state is State.IN_FORCE else _BEFORE
            if other is None or other["year"] == str(home.year) or other[1] in itself:
                continue
            end = other.end()
        yield _Paper(found.start(), end, instrument and noun not in _SINGLE)


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


def _tells(lead: str, gap: str, behind: str, instrument: bool, small: bool, listed: bool) -> bool:
    """Whether a paper behind ``lead`` governs, over ``gap``, the units before ``behind``.

    ``instrument``: it is a kind of instrument; ``small``: the units are in small letters;
    ``listed``: other units of the same list stand between.
    """
    headed = _HEADED.search(gap)
    if headed and instrument and not _PREDICATE.search(gap, 0, headed.start()):
        return True
    if instrument and gap.endswith("(") and _SAYS_SO.fullmatch(gap):
        return True
    beside = _BESIDE.search(gap)
    if beside:
        words, sign = gap[: beside.start()], beside[0].strip()[:1]
        if _PREDICATE.search(words) or "," in words or "(" in words:
            return False
        if sign == ",":
            inside = instrument and _INSIDE.search(lead) is not None
            return listed or inside or _SET_APART.match(behind) is not None
        if sign == "(":
            owned = small or _OWNED.search(words) is not None
            return _BEGINS.search(lead) is not None and (instrument or owned)
        return instrument and (sign == ":" or not _SUPPOSED.search(lead))
    gap, then = _THEN_AT.subn("", gap)
    if not instrument and not small and (_IS_TOLD_OF.search(gap) or _SO_CALLED.search(gap)):
        return False
    if not instrument and not _DOES.search(gap):
        return False
    if ":" in gap:
        return False
    if _ASKED.search(gap):
        return _LIKE.search(gap) is not None
    if small and _WRITES.search(gap) and "," not in gap:
        return True
    if not _AT.search(gap) or "(" in gap:
        return False
    if "," in gap and not (_LED_BY.search(lead) and _IT_STANDS.match(gap)):
        return False
    placed = then > 0 or (instrument and _PLACES.match(gap) is not None)
    return placed or not _MATTER.search(gap)
