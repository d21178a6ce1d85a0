"""Units without an instrument of their own, behind an instrument that may be theirs.

“1. Nghị định A⏎a) Điều 5”, “Trái với Luật B, cụ thể là Điều 8”, a cell below the name of a law:
in another instrument they are its own only where nothing of this kind stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from ..law.late_pattern import late
from .clean import CleanText
from .estranged import estranged
from .heads import PAPER_WORD, PAPER_WORDS
from .line_ends import LineEnds
from .old_law import OldLaw
from .tokens import (
    BareType,
    InstrumentToken,
    NumberedUnits,
    ThisInstrument,
    ThisUnit,
    Token,
    Unclear,
)

_GAP_LIMIT, _NEAR = 200, 8
_MARK = late(
    r"[>\s]*(?:(?P<bullet>[-+*•])\s|\(?(?P<figure>\d{1,3})[.)]\s|\(?(?P<letter>[a-zđ])[.)]\s"
    r"|(?P<roman>[ivx]{1,5})[.)]\s)?"
)
# what may stand before the one instrument of a line that heads the items below it
_HEADS = re.compile(r"(?:(?:theo|căn\s+cứ|tại|về|xem|các\s+điều(?:\s+sau)?\s+của)\s+)?")
_SHUT = re.compile(r"[\s.:;,)\]-]*")
# Luật A | (…), | do Quốc hội thông qua, tại | của Chính phủ về Internet, | , cụ thể là
_ADJUNCT = late(
    r"\s*[)\]”\"»]*\s*(?:(?:của|do|được|về|quy\s+định\s+(?:về|xử|chi)|xử\s+phạt\s+(?:vi|hành|về|trong)|ban\s+hành|thông\s+qua|có\s+hiệu"
    r"|sửa\s+đổi|đã)(?!\w)[^.;!?\n]*?)?[,:(]\s*"
    r"(?:(?:mà\s+)?(?:cụ\s+thể|nhất|đặc\s+biệt|ví\s+dụ|chẳng\s+hạn|trong\s+đó|gồm)(?:\s+(?:là|tại|ở|như|có))?\s*:?\s*)?"
    r"(?:(?:quy\s+định\s+)?(?:tại|ở)\s+)?(?:các\s+)?"
)
# (“, Điều 5” right behind a name is read with it, by ``owner``)
_NAKED = re.compile(r"\s*[,:(]\s*(?:các\s+)?")
# Điều 5 | và | Điều 6: what the first is of, the second may be of too
_JOINED = re.compile(r"\s*(?:,\s*)?(?:(?:và|hoặc|hay|của)\s+)?(?:các\s+)?")
# … rộng hơn Điều 8
_COMPARED = re.compile(
    r"\s+(?:[^\W\d_]+\s+){0,4}?(?:hơn|so\s+với|bằng|giống|khác)\s+(?:với\s+|cả\s+)?"
)
# Luật A | có | Điều 44 không · | cấm việc ấy tại | Điều 8 · | (nay là | Điều 7)
_SAYS = late(
    r"\s*[)\]]?\s+(?:(?:cũng|đã|còn|chỉ|vẫn|lại|thì)\s+)?(?:(?:có|còn|dành)(?:\s+(?:hẳn|riêng|cả))?\s+|(?:cấm|quy\s+định|nêu|ghi|nói|viết|để|đặt|giao|xếp"
    r"|dành|đòi|buộc|phạt|yêu\s+cầu|cho\s+phép|bảo\s+vệ|định\s+nghĩa|giải\s+thích|liệt\s+kê)(?:\s+[^\W\d_]+){0,8}?"
    r"\s+(?:tại|ở|trong)\s+)(?:các\s+)?"
    r"|\s*[(\[]\s*(?:nay|hiện|trước(?:\s+đây)?|xưa|cũ)\s*(?:là|:|thuộc|ở)?\s*(?:các\s+)?"
)
# Luật A | cấm gì? | Điều 8.
_ASKED = re.compile(r"[^.;!?\n]{0,80}\?\s+")
# Luật A | gọi việc này là hành vi bị cấm (| Điều 8 · | đã cấm, xem | Điều 8
_SHOWN = late(
    r"\s+(?!và\s|hoặc\s|hay\s|theo\s)[^.;!?\n()]{1,120}?(?:\(|,\s+(?:xem|coi|đó\s+là|chẳng\s+hạn)(?!\w))\s*(?:ở\s+|tại\s+)?(?:các\s+)?"
    r"|\s*:\s+(?:xem|coi)\s+(?:các\s+)?"
)
# trong | Luật A, việc này nằm ở Điều 8
_WITHIN = re.compile(r"(?:\A|[.!?;(\n]\s*)(?:trong|ở|tại)\s+\Z")
_WITHIN_WINDOW = 12
_ANSWERED = re.compile(r"\s*(?:[.,;!?]|và\s|$)")
# Điều lệ trường học, Điều 5 · Quy chế … (ban hành kèm …), Điều 5
_PAPER = late(
    PAPER_WORDS + r"(?!\s+này)"
    r"(?:[^.;!?\n()]|\([^()\n]*\)){0,100},\s*(?:tại\s+)?(?:các\s+)?\Z"
)
# Nội quy trường ghi ở | Điều 3 · Hợp đồng của cô có | Điều 4 · nghị định hướng dẫn thì có | Điều 33
_OFFSPRING = (
    r"(?<!\w)(?:nghị\s+định|thông\s+tư|văn\s+bản)\s+(?:hướng\s+dẫn|quy\s+định\s+chi\s+tiết|của\s+nó|dưới\s+luật"
    r"|đi\s+kèm)(?!\w)"
)
_OFFSPRING_WORD = late(_OFFSPRING)
_PAPER_SAYS = late(
    rf"(?:{PAPER_WORDS}|{_OFFSPRING})(?!\s+(?:này|số))(?:\s+[^\W\d_]+){{0,8}}?"
    r"(?:\s+(?:(?:thì|cũng|lại|còn)\s+)?(?:có|(?:ghi|viết|chép)(?:\s+rõ)?\s+(?:ở|tại|trong))|,(?:\s+(?:ở|tại))?)"
    r"\s+(?:các\s+)?\Z"
)
_SAYS_ENDS = ("có ", "ở ", "tại ", "trong ", ", ", "các ")
"""What ``_PAPER_SAYS`` ends with; seen so at once."""
# Nội quy lớp: Điều 1 …, Điều 2 · Luật chơi:⏎- Điều 1
_HEAD = late(rf"{PAPER_WORDS}(?!\s+này)(?P<rest>(?:[^.;!?\n():]|\([^()\n]*\)){{0,60}})\Z")
_HEADED = late(r":\s*(?:[-+*•]\s*)?(?:(?:điều|khoản|chương|mục)\s+\d[^“”\"]{0,160})?\Z")
_HEAD_WINDOW, _HEADED_WINDOW = 90, 170
_LAST = 12
"""So near before the units stands the comma of ``_PAPER``."""
_PAPER_WINDOW = 150
_BEGINS_ANEW = re.compile(r"(?<!\w)(?:thì|cấm|nêu|phải|không|sẽ|nay|này|theo|xem|thay|hết)(?!\w)")
_PARTED = re.compile(r"[.;!?\n]|(?<!\w)(?:thì|nay|còn|theo|thay|hết)(?!\w)")
_PREDICATE = re.compile(
    r"(?<!\w)(?:thì|là|cấm|nêu|phải|không|sẽ|nay|này|đó|theo|xem|và|thay|hết|khi|từ|đã|có|được|cho"
    r"|bằng|nếu|với)(?!\w)"
)


# hợp đồng | với nhà cung cấp, cam kết | giữa trường và phụ huynh: whom it is made with (but “hợp
# đồng khác với luật: …”)
_PARTY = re.compile(
    r"(?<!\w)giữa\s+[^,]{1,40}?\svà\s|(?<!khác\s)(?<!giống\s)(?<!trái\s)(?<!hợp\s)(?<!khớp\s)(?<!đúng\s)(?<!so\s)với(?!\w)"
)

_SUBJECT_ENDS = re.compile(
    r"(?<!\w)(?:là|cấm|phải|không|sẽ|nay|này|đó|theo|xem|thay|hết|khi|từ|đã|được|cho|nếu)(?!\w)"
)


class NamedBefore:
    """Where units begin → the instrument before them that they may be of; found when asked."""

    def __init__(self, tokens: Sequence[Token], clean: CleanText) -> None:
        self._tokens = tokens
        self._clean = clean

    @cached_property
    def _found(self) -> Mapping[int, InstrumentToken]:
        return dict(_find(self._tokens, self._clean))

    @cached_property
    def _old_law(self) -> OldLaw:
        return OldLaw(self._clean.low)

    def named(self, start: int) -> InstrumentToken | None:
        """What the units that begin at ``start`` may be of, rather than of the text around."""
        return self._found.get(start)

    def is_estranged(self, start: int, end: int) -> bool:
        """Whether a mark at the units from ``start`` to ``end`` keeps them from the text around."""
        return estranged(start, end, self._clean) or self._old_law.has(start, end)


def _find(tokens: Sequence[Token], clean: CleanText) -> list[tuple[int, InstrumentToken]]:
    found: list[tuple[int, InstrumentToken]] = []
    names_one = any(isinstance(token, InstrumentToken) for token in tokens)
    low = clean.low
    if not (names_one or PAPER_WORD.search(low) or _OFFSPRING_WORD.search(low)):
        return found
    ends = LineEnds(clean.low)
    lines = _Lines(clean.low, ends)
    named: InstrumentToken | None = None
    lead: InstrumentToken | None = None
    table = _Table(clean.low, ends)
    for number, token in enumerate(tokens):
        if isinstance(token, InstrumentToken):
            if isinstance(token, (ThisInstrument, BareType)):
                named = None
                continue
            named = token
            table.name(token)
            behind = tokens[number + 1] if number + 1 < len(tokens) else None
            before = tokens[number - 1] if number else None
            if _heads(token, before, behind, clean.low, ends):
                lead = token
            continue
        if not isinstance(token, NumberedUnits):
            continue
        behind = tokens[number + 1] if number + 1 < len(tokens) else None
        if isinstance(behind, ThisUnit) and behind.start - token.end < _NEAR:
            continue  # khoản 2 Điều này
        before = tokens[number - 1] if number else None
        owner = _inline(named, token, clean)
        near = before is not None and bool(found) and found[-1][0] >= before.start
        if owner is None and before is not None and near:
            joined = _JOINED.fullmatch(clean.low, before.end, token.start)
            owner = found[-1][1] if joined else None
        if owner is None and lead is not None:
            if lines.below(lead.start, token.start):
                owner = lead
            elif lines.parted(lead.start, token.start):
                lead = None
        owner = owner or table.of(token, behind)
        if owner is not None:
            found.append((token.start, owner))
            found += [(value.start, owner) for value in token.values]
    return found


def _heads(
    token: InstrumentToken,
    before: Token | None,
    behind: Token | None,
    low: str,
    ends: LineEnds,
) -> bool:
    """Whether ``token`` heads the lines below: alone on its line, or a colon ends that."""
    begin, end = ends.begin(token.start), ends.end(token.end)
    if end < 0 or (behind is not None and behind.start < end):
        return False
    if low[begin : begin + 1] == "|":
        return False
    if low[token.end : end].rstrip().endswith(":"):
        return True
    if before is not None and before.end > begin:
        return False
    mark = _MARK.match(low, begin)
    at = mark.end() if mark else begin
    heads = _HEADS.match(low, at)
    alone = (heads.end() if heads else at) >= token.start
    return alone and _SHUT.fullmatch(low, token.end, end) is not None


def _inline(
    named: InstrumentToken | None, token: NumberedUnits, clean: CleanText
) -> InstrumentToken | None:
    """What the same sentence has named, where nothing but words on it stand between."""
    low, start = clean.low, token.start
    if _says(low, start):
        return Unclear(start, start)
    if named is not None and start - named.end <= _GAP_LIMIT:
        gap = low[named.end : start]
        if _COMPARED.fullmatch(gap) or _SAYS.fullmatch(gap):
            return named
        if (_within(named, low) or _SHOWN.fullmatch(gap)) and not _PARTED.search(gap):
            return named
        if _ASKED.fullmatch(gap) and _ANSWERED.match(low, token.end):
            return named
        adjunct = _ADJUNCT.fullmatch(gap) and not _NAKED.fullmatch(gap)
        if adjunct and not _BEGINS_ANEW.search(gap):
            return named
    if _is_headed(low, start):
        return Unclear(start, start)
    if low.find(",", max(0, start - _LAST), start) < 0:
        return None
    paper = _PAPER.search(low, max(0, start - _PAPER_WINDOW), start)
    if paper and not _PREDICATE.search(low, paper.start(), start):
        return Unclear(start, start)
    return None


def _says(low: str, start: int) -> bool:
    """Whether another paper is the subject of which the units at ``start`` are told."""
    if not low.endswith(_SAYS_ENDS, max(0, start - _NEAR), start):
        return False
    found = _PAPER_SAYS.search(low, max(0, start - _HEAD_WINDOW), start)
    return found is not None and not _SUBJECT_ENDS.search(low, found.start(), start)


def _is_headed(low: str, start: int) -> bool:
    """Whether a paper of its own kind heads, with a colon, the units that begin at ``start``."""
    colon = low.rfind(":", max(0, start - _HEADED_WINDOW), start)
    while colon >= 0:
        if _HEADED.match(low, colon, start):
            head = _HEAD.search(low, max(0, colon - _HEAD_WINDOW), colon)
            if head and not _PREDICATE.search(_PARTY.sub(" ", head["rest"])):
                return True
        colon = low.rfind(":", max(0, start - _HEADED_WINDOW), colon)
    return False


def _within(named: InstrumentToken, low: str) -> bool:
    """Whether a sentence begins with “Trong Luật A,”: all that it says is of that law."""
    if low[named.end : named.end + 1] != ",":
        return False
    return _WITHIN.search(low, max(0, named.start - _WITHIN_WINDOW), named.start) is not None


class _Lines:
    """The lines of a text, and how each is marked: “a)”, “1.”, a bullet."""

    def __init__(self, low: str, ends: LineEnds) -> None:
        self._low = low
        self._ends = ends

    def below(self, lead: int, at: int) -> bool:
        """Whether the line of ``at`` is an item of the list that the line of ``lead`` heads."""
        return self._way(lead, at) is True

    def parted(self, lead: int, at: int) -> bool:
        """Whether something that is no item stands between: nothing further on is one."""
        return self._way(lead, at) is False

    def _way(self, lead: int, at: int) -> bool | None:
        low = self._low
        head, begin = self._ends.begin(lead), self._ends.end(lead) + 1
        if not begin or begin > at or at - begin > _FAR:
            return None if begin > at else False
        kind = _kind(low, head)
        colon = low[lead : begin - 1].rstrip().endswith(":")
        while True:
            item = _kind(low, begin)
            if (not item and not colon) or (item == kind and item != ""):
                return False
            end = self._ends.end(begin)
            if end < 0 or end >= at:
                return True
            begin = end + 1


class _Table:
    """A table whose first row names instruments: the cells below it may be of these."""

    def __init__(self, low: str, ends: LineEnds) -> None:
        self._low = low
        self._ends = ends
        self._head: InstrumentToken | None = None
        self._row = 0
        """Where the last row begins that is known to be of it."""
        self._named = -1
        """Where the row begins that named an instrument last."""

    def name(self, token: InstrumentToken) -> None:
        """``token`` is the next instrument of the text."""
        low = self._low
        begin = self._named = self._ends.begin(token.start)
        if low[begin : begin + 1] != "|":
            return
        above = self._ends.begin(max(0, begin - 1))
        if begin == 0 or low[above : above + 1] != "|":
            self._head, self._row = token, begin

    def of(self, token: Token, behind: Token | None) -> InstrumentToken | None:
        """The instrument in the first row, where the row of ``token`` names none."""
        low = self._low
        if self._head is None:
            return None
        begin = self._ends.begin(token.start)
        while self._row < begin:
            if low[self._row : self._row + 1] != "|":
                self._head = None
                return None
            self._row = self._ends.end(self._row) + 1
        if begin == self._named or low[begin : begin + 1] != "|":
            return None
        end = self._ends.end(token.end)
        inside = isinstance(behind, InstrumentToken) and (end < 0 or behind.start < end)
        return None if inside else self._head


_FAR = 2_000
"""No item stands further below the line that heads it."""


def _kind(low: str, begin: int) -> str:
    """How the line at ``begin`` is marked: by which bullet, or “figure”, “letter”, “roman”."""
    found = _MARK.match(low, begin)
    if found is None:
        return ""
    return found["bullet"] or found.lastgroup or ""
