"""Clauses whose subject is another paper than the page: the units they end with are that one's.

“nghị định hướng dẫn nói kỹ hơn ở Điều 6”, “Luật mới đưa câu ấy sang Điều 7”, “Phiếu đồng ý của
trường (điều 3)”: one rule for every paper, known or not. A paper that does something to a unit
(“Báo cáo dẫn Điều 5”, “phạt các việc ở Điều 7”) leaves it to the page.
"""

from __future__ import annotations

import re

from ..law.instrument import Instrument
from .clean import CleanText
from .papers import TYPES, Paper, names_any, others, papers
from .topic import is_abroad, is_of_another, is_of_the_last, names_a_country

_WINDOW = 170
_ENDS = re.compile(r"[.!?…](?=\s+[^\W\d_])|[;\n“”\"]")
_SENTENCE_ENDS = re.compile(r"[.!?…](?=\s+(?:[^\W\d_]|\Z))|[;\n]")
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
_BESIDE = re.compile(
    r"\s*(?:[,:]\s*(?:các\s+)?|\(\s*(?:mục\s+\d+,\s*)?|\s+thì\s+(?:(?:đọc|xem|tìm|mở|coi)\s+)?)\Z"
)
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
_GO_ON = (",", "và", "hay", "hoặc", "đến")
"""With one of these ends a list that goes on."""
_JOINS = ("và ", "hay ", "hoặc ", "đến ")
"""With one of these, or with other units and one of those, ends what governs units."""
_SUCH_ENDS = ("thể ", "nhất ", "biệt ", "dụ ", "hạn ", "là ", "ở ", "tại ", "như ")


def is_of_another_paper(home: Instrument, start: int, end: int, clean: CleanText) -> bool:
    """Whether the clause before the units at ``start`` has another paper for its subject."""
    if clean.low.startswith("phần", start):
        return False  # hardly a law has parts: what names one is told by itself
    if clean.may_tell_a_year(end, end + _FAR) and _is_for_a_year(home, end, clean.low):
        return True
    if not (names_any(clean, start - 2 * _WINDOW, start) or names_a_country(clean.low)):
        return False
    return _governs(home, start, end, clean) or _keeps(home, start, end, clean)


def _is_for_a_year(home: Instrument, end: int, low: str) -> bool:
    """“in Điều 64, vì sách in theo nghị định năm 2013”: it is told by the law of which year."""
    found = _BECAUSE.match(low, end)
    return found is not None and found[1] != str(home.year)


def _keeps(home: Instrument, start: int, end: int, clean: CleanText) -> bool:
    """Whether the sentence before the units is about another paper still (``topic``)."""
    low = clean.low
    begin = _begin(_SENTENCE_ENDS, start, low)
    stop = _without_units(begin, start, low)
    article, behind = "điều" in low[stop:end], low[end : end + _NEAR]
    if begin < stop:
        before = low[begin:stop]
        named = list(papers(home, clean, begin, stop))
        return is_abroad(before) or is_of_another(home, named, before, behind, article)
    last = stop
    while last > 0 and low[last - 1].isspace():
        last -= 1
    if not article or last == 0 or low[last - 1] not in ".!…" or "\n" in low[last:stop]:
        return False
    begin = _begin(_SENTENCE_ENDS, last - 1, low)
    named = list(papers(home, clean, begin, last - 1))
    return is_of_the_last(named, low[begin : last - 1], behind)


def _governs(home: Instrument, start: int, end: int, clean: CleanText) -> bool:
    """Whether a paper that begins a clause has the units for a part of what it says."""
    low = clean.low
    begin = max(0, start - _WINDOW)
    before = low[begin:start]
    of_it = low.startswith((" của nó", " trong nó"), end)
    joined = before.endswith(_JOINS) and _UNITS_BEFORE.search(before)
    one = clean.text.startswith("điều", start)
    if not (of_it or joined or one or before.endswith(_GOVERNS)):
        return False
    counted = before.endswith((", ", "; ", ": ")) and _COUNTED.search(before)
    if counted or (one and _ONE_OF.search(before)):
        sentence = _SENTENCES.split(before)[-1].lstrip()
        return any(others(home, clean, start - len(sentence), start))
    begin = _begin(_ENDS, start, low)
    if of_it:
        return any(others(home, clean, begin, start, anywhere=True))
    before = low[begin:start]
    such = _SUCH.search(before) if before.endswith(_SUCH_ENDS) else None
    if such:
        noun = begin + such.start(), begin + such.end("noun")
        return any(paper.instrument for paper in others(home, clean, *noun, anywhere=True))
    stop = _without_units(begin, start, low)
    listed, before = stop < start, low[begin:stop]
    small = clean.text.startswith(("điều", "mục"), start)
    behind = low[end : end + _NEAR]
    first = before.rfind(",") + 1 if before.endswith("(") else 0  # no comma parts these
    for paper in others(home, clean, begin, stop, first):
        words = before[: paper.start], before[paper.end :], behind
        if _tells(*words, paper, small, listed):
            return True
    return False


def _begin(ends: re.Pattern[str], start: int, low: str) -> int:
    """Where the sentence of what is at ``start`` begins, as far as it is looked at."""
    begin = max(0, start - _WINDOW)
    for mark in ends.finditer(low, begin, start):
        begin = mark.end()
    while begin < start and low[begin].isspace():
        begin += 1
    return begin


def _without_units(begin: int, start: int, low: str) -> int:
    """Where the list begins that what is at ``start`` is of, in a sentence from ``begin`` on."""
    before = low[begin:start]
    units = _UNITS_BEFORE.search(before) if before.rstrip().endswith(_GO_ON) else None
    return begin + units.start() if units else start


def _tells(lead: str, gap: str, behind: str, paper: Paper, small: bool, listed: bool) -> bool:
    """Whether ``paper`` behind ``lead`` governs, over ``gap``, the units before ``behind``.

    ``small``: the units are in small letters; ``listed``: other units of the same list stand
    between.
    """
    instrument = paper.instrument
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
        told = sign == ":" or not (_SUPPOSED.search(lead) or _CHANGED.match(behind))
        return instrument and told
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
    if placed or not _MATTER.search(gap):
        return True
    return paper.rules and _NEW_MATTER.search(gap) is not None
