"""What stands around units that name no instrument, and says that they are not of the text.

“Điều 4 của hợp đồng”, “khoản 1 Điều đó”, “điểm a (2 điểm)”, a heading: each keeps
units from being taken for those of the text around them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import Enum, auto
from functools import lru_cache

from ..law.late_pattern import late
from ..law.units import INNER, Kind
from .clean import CleanText
from .grammar import LIST_FOLLOWER
from .tokens import Elsewhere, InstrumentToken, NumberedUnits, ThisUnit, Unclear, UnitToken


class Prose(Enum):
    """Words that only look like units: a school mark, a heading, a counted thing."""

    PROSE = auto()


PROSE = Prose.PROSE
_ARTICLE, _POINT = Kind.ARTICLE, Kind.POINT
"""Members of an enumeration are looked up slowly; these are asked for at every unit."""
_QUOTES = frozenset('“"«')

# khoản 1 Điều đó, Điều ấy, Điều trước: another article than the one around
_ANOTHER_UNIT = late(
    r"\s+(?:của\s+)?(?:điều|khoản)(?:\s+luật)?\s+(?:đó|ấy|kia|trước|sau|(?:(?:ở|phía|bên)\s+)?(?:trên|dưới)(?:\s+đây)?"
    r"|(?:(?:đã|vừa|mới|được)\s+){0,2}(?:nêu|nói|dẫn|nhắc|kể|trích|viện\s+dẫn)(?:\s+trên)?|vừa\s+rồi"
    r"|(?:liền|ngay|kề)\s+(?:trước|trên|sau|dưới)|tiếp\s+theo|kế\s+(?:trước|sau|tiếp))(?!\w)"
)
# Điều 101 ở nghị định trước · Điều 8 trong luật cũ
_IN_ANOTHER = late(
    r"\s+(?:ở|bên)\s+(?:đó|đấy|ấy|kia)(?!\w)"
    r"|\s+(?:nêu\s+)?(?:ở|tại|trong)\s+(?:bộ\s+luật|luật|nghị\s+định|thông\s+tư|quyết\s+định|văn\s+bản)"
    r"\s+(?:trước|cũ|mới|khác|đó|ấy|kia|trên|nêu|nói|thay|bị)(?!\w)"
)
# khoản 1 Điều 8 cùng Luật: the same one as just named
_SAME = late(
    r"\s+(?:của\s+)?cùng\s+(?:luật|bộ\s+luật|nghị\s+định|thông\s+tư|văn\s+bản)"
    r"(?:[^\S\n]*(?=[.,;:)\n]|$)|\s+(?:này|đó|ấy|trên)(?!\w)|\s+(?=thì|quy|cũng))"
)
# a text of its own kind that is no instrument here; small letters count where the word is
# no verb (“quy định”, “hướng dẫn” in small letters may be one)
_OTHER_TEXT = late(
    r",?\s+(?:(?:của|trong|thuộc|tại|ở|theo)\s+)?(?:(?:các|những|một|cuốn|tờ|tập|bộ)\s+)?"
    r"(?P<other>(?P<noun>dự\s+thảo|dự\s+án|quy\s+chế|điều\s+lệ|nội\s+quy|hợp\s+đồng|th(?:ỏa|oả)\s+ước"
    r"|th(?:ỏa|oả)\s+thuận|(?:bản\s+)?cam\s+kết|bản\s+(?:nội|hợp|quy|mô|mẫu|vẽ|dự|phân|đăng|thuyết|đánh|khai|kê|nháp|phối|th(?:ỏa|oả)|kiểm|tường|kế|ghi|hướng|giao|tự|di|thiết|đồ|nhận)\s*\w*|giao\s+ước|hương\s+ước|quy\s+ước|thể\s+lệ|hiến\s+chương|điều\s+ước|tuyên\s+\w+|công\s+ước"
    r"|hiệp\s+(?:định|ước)|nghị\s+định\s+thư|phụ\s+lục|biên\s+bản|quy\s+trình|quy\s+tắc|bộ\s+quy\s+tắc"
    r"|danh\s+mục|bảng\s+\w+|biểu\s+\w+|phiếu\s+\w+|sổ\s+\w+|cẩm\s+nang|sách|giáo\s+(?!viên)\w+|đề\s+(?:án|cương|thi)"
    r"|phương\s+án|tờ\s+\w+|kế\s+hoạch|tiêu\s+chuẩn|mẫu\s+\w+|đơn\s+\w+|giấy\s+\w+"
    r"|quy\s+định(?=\s+(?:của\s+(?:câu|clb|nhóm|chi|khu|thôn|ấp|chợ|thư|xóm|trường|nhà|lớp|tổ|cơ|đơn|hội|công|địa|ngành|sở|phòng|ban|xã)|nội\s+bộ|riêng|này)))"
    r"|quy\s+định|hướng\s+dẫn)(?!\w)"
)
_OTHER_WINDOW = 80
# Điều 5 của …: whatever owns it, it is not the text around
_OWNED = late(
    r",?\s+của\s+(?!(?:(?:một|các|những|hai)\s+)?(?:nó|mình|bản\s+(?:chép|in|gốc|gõ|đã|này)|luật|nghị)(?!\w))(?=\w)"
)
# điểm a (2 điểm) · khoản 3: 5 điểm: marks of a school paper · Khoản 1: tiền ăn · em Chương 2 tuổi
_MARKS = late(
    r"\s*+[:(=]?\s*\d{1,2}(?:[.,]\d{1,2})?\s*(?:điểm|đ)(?!\w)|\s+(?:tháng\s+)?tuổi(?!\w)"
    r"|\s+điểm\s+(?:rèn\s+luyện|thi\s+đua|thưởng|cộng|chuyên\s+cần)(?!\w)"
    r"|\s+mua\s|(?:\s*[-–:=(]|\s+là)\s*(?:tiền\s+(?!phạt)|học\s+phí|lệ\s+phí|phụ\s+thu|quỹ\s|mua\s|đóng\s+góp|ủng\s+hộ)"
)
_PAPER = late(
    r"(?:đề\s+(?:thi|bài|kiểm\s+tra)|biểu\s+điểm|đáp\s+án|thang\s+điểm|bài\s+tập"
    r"|(?:phần|bài)\s+thi|(?:hành|lộ)\s+trình\s*:|(?:câu|bài|tổ|nhóm|đội|lớp)\s+\d{1,2}[a-z]?\s*[:.(])[^.\n]*$"
    r"|(?:câu|bài)\s+\d{1,2}[a-z]?\s+$"
)
_PAPER_WINDOW = 80
# Điều 8 QCLV: initials of a text that nobody can tell
_INITIALS = late(r"[ ](?!(?:[IVX]+|UBND|HĐND|BGH|CSVN|TW)(?!\w))[A-ZĐƯ][A-ZĐƯ&]{1,9}(?!\w)")
# bổ sung Điều 5a vào sau Điều 5 như sau: units of the text that is being changed
_CHANGED_BEFORE = late(
    r"(?:(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|thay)[^.;:\n]{0,40}|vào\s+(?:sau|trước|cuối|đầu)\s+)$"
)
_CHANGED_BEHIND = re.compile(
    r"[^.;\n]{0,60}?(?:như\s+sau|vào\s+(?:sau|trước|cuối|đầu)\s)|\s+(?:bằng|thành)\s"
)
_CHANGED_WINDOW = 60
# 23 điều 5 khoản còn vướng: so many of each
_COUNT_BEFORE = re.compile(r"(?:^|[^\w.,/-])\d{1,3}\s+$")
# có 3 điều: điều 1 là đọc, điều 2 là chép
_COUNTED = re.compile(
    r"(?<![\w/.,-])(?:\d{1,2}|hai|ba|bốn|năm|sáu|mười|mấy|vài)\s+điều(?:\s+[^\W\d_]+){0,6}\s*:[^.\n]*\Z"
)
_COUNTED_WINDOW = 120
_SAID = re.compile(
    r"\s+là\s+(?:quan\s+trọng|khó|dễ|cần\s+nhớ|không|phải|hãy|đừng|nên|luôn|chỉ)(?!\w)"
)
# (theo luật) điều 3 giáo viên sang trường bạn: whom or what one sends; điều 9 cũ: of which one?
_SENT = late(
    r"\s+(?:người|giáo|gv|cô|thầy|anh|chị|em|bạn|cán|nhân|công|đồng|chiến|học|hs|phụ|bảo|tổ|đội|lớp|trường|xe"
    r"|máy|chiếc|chuyến|lượt|cũ|năm)(?!\w)"
)
_COUNT_BEHIND = re.compile(
    r"\s+không\s*(?:$|[.,;])|\s+(?:điểm|khoản|mục|chương)\s+(?![\da-zđ](?!\w)|\d)"
)
# “Điều 5. Các hành vi … tại Nghị định số 72/2013/NĐ-CP”: a citation in quotation marks
_QUOTED_OF = late(
    r"\s*[.:-]\s*[^.;\n]{3,240}?(?:\s(?:tại|của|trong|thuộc|ở)|,|[”\"»],?(?:\s+(?:tại|của|trong|thuộc))?)"
    r"\s+\(?(?:(?:bộ\s+)?luật|pháp\s+lệnh|nghị\s+(?:định|quyết)|thông\s+tư|quyết\s+định|chỉ\s+thị)\s"
)
_SHUT = re.compile(r"[”\"»\n]")
# Căn cứ Điều 5; — a recital of nothing but units: a text does not recite its own articles
_RECITED_BEFORE = late(
    r"(?:\A|\n|[.!?;]\s)\s*(?:[-+*•]\s*)?căn\s+cứ\s+(?:vào\s+)?(?:(?:theo\s+)?(?:các\s+)?quy\s+định\s+(?:tại|của|ở)\s+)?"
    r"(?:các\s+)?\Z"
)
_RECITED_BEHIND = re.compile(r"\s*(?:[;,]\s*(?:\n|\Z)|[.!?](?:\s|\Z))")
_RECITED = frozenset(";,.!?")
"""With one of these, or a space, begins what ``_RECITED_BEHIND`` matches."""
_RECITED_WINDOW = 48
# the first letter of whatever a pattern of words behind units begins with
_WORD_BEHIND = re.compile(r",?\s+[^\W\d_]")
_ENDS = frozenset(').;]”"!?…/-')
"""Where one of these stands right behind units, no word behind them says whose they are."""
# … theo quy định tại⏎Điều 5. Nhà trường …: a sentence that goes on in the next line
_LEADS_ON = late(
    r"(?:[,(\-–—|]|(?<!\w)(?:tại|theo|của|với|và|hoặc|hay|thuộc|trong|các|từ|đến|cả|ở|về|nêu|xem|như|là|bởi"
    r"|trừ|phạm|cứ|hành|hiện|dụng|điểm|khoản)(?:\s+[\da-zđ]{1,3})?)$",
    re.IGNORECASE,
)
# “Điều 5. Các hành vi …” · “Chương V⏎KẾ HOẠCH”
_TITLE = re.compile(r"\s*[.:]?[ ]*(?:\n\s*)?(?=\S)")


def kept_out(
    units: list[UnitToken], clean: CleanText, led: bool = False
) -> InstrumentToken | Prose | None:
    """Why a run of units is not of the text around it: another text, nobody knows whose, or prose.

    None where nothing speaks against the text around. ``led``: an instrument stands right
    before it.
    """
    low = clean.low
    first, last = units[0], units[-1]
    end = last.end
    if first.kind not in INNER and _is_heading(units, clean):
        return PROSE
    behind = low[end : end + 1]
    spaced = behind.isspace()
    if (spaced or behind in _RECITED) and _is_recited(first.start, end, clean):
        return Unclear(end, end)
    words = (spaced or behind == ",") and _WORD_BEHIND.match(low, end) is not None
    kept = _by_words_behind(units, clean) if words else None
    if kept is not None:
        return kept
    if behind not in _ENDS and _MARKS.match(low, end):
        return PROSE
    if first.kind is _POINT and _on_a_paper(units, low):
        return PROSE
    if first.kind is _ARTICLE and _counts(first, last, clean, led):
        return PROSE
    if (words and _is_owned(units, clean)) or _is_changed(first, last, low):
        return Unclear(end, end)
    return None


def _is_recited(start: int, end: int, clean: CleanText) -> bool:
    """Whether the units from ``start`` to ``end`` are all that a line “Căn cứ …;” recites."""
    if not _RECITED_BEHIND.match(clean.low, end):
        return False
    return _RECITED_BEFORE.search(clean.low, max(0, start - _RECITED_WINDOW), start) is not None


def _by_words_behind(units: list[UnitToken], clean: CleanText) -> InstrumentToken | None:
    """What the words right behind units say that these are of: another one, another text."""
    low, end = clean.low, units[-1].end
    if any(of.match(low, end) for of in (_ANOTHER_UNIT, _SAME, _IN_ANOTHER)):
        return Unclear(end, end)
    other = _OTHER_TEXT.match(low, end)
    if other and (other["noun"] or clean.text[other.start("other")].isupper()) and not _this(units):
        return Elsewhere(other.start("other"), other.end(), " ".join(other["other"].split()))
    return None


def _is_owned(units: list[UnitToken], clean: CleanText) -> bool:
    """Whether the words right behind units are an owner that nobody can tell: “của …”, initials."""
    start, end, text = units[0].start, units[-1].end, clean.text
    if _OWNED.match(clean.low, end) and not _this(units):
        return True
    return _INITIALS.match(text, end) is not None and not text[start:end].isupper()


def _this(units: list[UnitToken]) -> bool:
    return any(isinstance(unit, ThisUnit) for unit in units)


def _is_changed(first: UnitToken, last: UnitToken, low: str) -> bool:
    """“bổ sung Điều 5a vào sau Điều 5 như sau”: units of the text that is being changed."""
    near = low[last.end : last.end + _CHANGED_WINDOW + len("như")]
    # one of them is in whatever the pattern matches; much faster seen so
    if not ("như" in near or "vào" in near or " bằng " in near or " thành " in near):
        return False
    if not _CHANGED_BEHIND.match(low, last.end):
        return False
    before = low[max(0, first.start - _CHANGED_WINDOW) : first.start]
    return _CHANGED_BEFORE.search(before) is not None


def _on_a_paper(units: list[UnitToken], low: str) -> bool:
    first = units[0]
    if [unit for unit in units if unit.kind is not _POINT]:
        return False
    return _PAPER.search(low[max(0, first.start - _PAPER_WINDOW) : first.start]) is not None


def _counts(first: UnitToken, last: UnitToken, clean: CleanText, led: bool) -> bool:
    """“một điều 10 người đều biết”: “điều” in small letters before a counted thing."""
    if first is not last or not isinstance(first, NumberedUnits):
        return False
    low = clean.low
    small = clean.text[first.start].islower()
    if not small:
        return False
    before = _COUNT_BEFORE.search(low, max(0, first.start - 8), first.start)
    if before and _COUNT_BEHIND.match(low, last.end):
        return True
    begin = max(0, first.start - _COUNTED_WINDOW)
    colon = low.rfind(":", begin, first.start)
    told = colon >= 0 and low.find("điều", begin, colon) >= 0  # much faster seen so
    if told and _COUNTED.search(low, begin, first.start):
        return True
    if _SAID.match(low, last.end):  # điều 1 là không nói xấu
        return True
    if led and not _SENT.match(low, last.end):
        return False  # luật trẻ em điều 21 đây ạ
    return not LIST_FOLLOWER.match(low, last.end)


def _is_heading(units: list[UnitToken], clean: CleanText) -> bool:
    """“Điều 5. Giải thích từ ngữ” at the beginning of a line, “Chương V” above its title."""
    text = clean.text
    unit = units[0]
    if len(units) > 1 or not text[unit.start].isupper():
        return False
    if not isinstance(unit, NumberedUnits) or len(unit.values) > 1:
        return False
    if not _begins_a_line(text, unit.start):
        return False
    title = _TITLE.match(text, unit.end)
    if title is None or _is_quoted_citation(clean, unit):
        return False
    begun = text[title.end() : title.end() + 12]
    if unit.kind is _ARTICLE:
        return "." in title[0] and begun[:1].isupper() and title[0] != "."
    return sum(letter.isupper() for letter in begun) > 3 and not any(map(str.islower, begun))


def _is_quoted_citation(clean: CleanText, unit: UnitToken) -> bool:
    """“Điều 5. Các hành vi bị nghiêm cấm tại Nghị định …” in one pair of quotation marks."""
    text = clean.text
    if text[unit.start - 1 : unit.start] not in ("“", '"', "«"):
        return False
    if not _QUOTED_OF.match(clean.low, unit.end):
        return False
    shuts = _shuts(text)
    at = bisect_left(shuts, unit.end)
    return at < len(shuts) and text[shuts[at]] != "\n"


@lru_cache(maxsize=8)
def _shuts(text: str) -> list[int]:
    """Where quotations and lines end, looked up once for all units of a paragraph."""
    return [found.start() for found in _SHUT.finditer(text)]


def _begins_a_line(text: str, at: int) -> bool:
    """Whether at most a quotation mark precedes ``at`` on its line, and no sentence goes on."""
    begin = at
    while begin and text[begin - 1] in " \t“\"«‘'>#*_":
        begin -= 1
    if begin == 0 or not _QUOTES.isdisjoint(text[begin:at]):
        return True
    if text[begin - 1] != "\n":
        return False
    line = text[text.rfind("\n", 0, begin - 1) + 1 : begin - 1][-200:].strip()
    return not line or _LEADS_ON.search(line) is None
