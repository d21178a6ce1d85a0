"""Units without an instrument of their own, before an instrument in the same sentence.

“Điều 8; khoản 2 Điều 16 và cách thi hành Luật An ninh mạng năm 2018”: the units may be of
the law that ends the list, though other words stand between. They are of the text
around them only where a word between them says that something new begins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from ..law.late_pattern import late
from .clean import CleanText
from .gaps import SHORT
from .tokens import (
    BareType,
    InstrumentToken,
    NumberedUnits,
    ThisInstrument,
    Token,
    Unclear,
    UnitToken,
)

_SENTENCE_ENDS = late(
    r"[.!?…](?=[\s”\"])|(?<![;,:])\n(?=\s*(?:[-+*•]|\d{1,2}\.|[a-zđ]\))\s)"
    r"|\n\s*\||\n(?=[^\n\t]*\t)"
)
# a word that begins something new: a predicate, another clause, a reference
_BREAKS = late(
    r"(?<!\w)(?:nay|thay|thì|là|được|bị|mà|theo|căn|cấm|xem|bởi|do|khi|nếu|vì|nên|nhưng|trừ|ngoài"
    r"|còn(?!\s+lại)|so|khác\s+(?:với|ở)|như|giống|tương|sửa|bãi|hết|vẫn|không|phải|đã|sẽ|để|cho"
    r"|có(?!\s+liên\s+quan)|với|nói"
    r"|nêu|ghi|(?<!hướng )dẫn|kể|nhắc|gồm|chỉ|cũng|đều|(?<!cụm )từ|thuộc|đó|ấy|này|trên"
    r"|(?<!các )(?<!những )(?<!mọi )(?<!theo )quy\s+định|[→=]|chuyển|giữ|lấy|dựa|làm|đặt|buộc|giao"
    r"|phạt|mở|in|nối)(?!\w)"
)
_STRONG = re.compile(r"(?<!\w)(?:bởi|nay|thay|theo|căn\s+cứ|xem|trừ|nhưng|còn(?!\s+lại)|→)(?!\w)")
_TITLE = re.compile(r"\s*(?:(?:quy\s+định\s+)?về(?!\w))")
# … và các việc không được làm quy định tại Luật B: a list goes on, whatever its parts say
_LIST = late(
    r"\s*[,;]?\s*(?:(?:và|hoặc|cùng|cùng\s+với)\s+)?(?:các|những|một\s+số|mọi|toàn\s+bộ|việc|cách|biện\s+pháp"
    r"|nội\s+dung|phần|tên|quy\s+định\s+khác|nhiều|điều\s+khoản)(?!\w)"
)
# tổ chức tại Điều 5 và cá nhân theo Điều 8 Luật …: two of a kind, and the second names the law
_PARALLEL = late(
    r"\s*,?\s*(?:và|hoặc)\s+(?:[^\W\d_]+\s+){1,6}(?:theo|tại)(?:\s+(?:quy\s+định\s+tại|các))?\s*|\s+là\s+"
    # Điều 8 cũng như Điều 16 Luật …
    r"|\s*,?\s*(?:nhất\s+là|cũng\s+như|(?:mà\s+)?còn(?:\s+cả)?|(?:tiếp|sau)\s+đó(?:\s+là)?)\s+(?:các\s+)?"
)
# Điều 8 (hoặc Điều 16) của Luật …
_OR_IN_BRACKETS = re.compile(r"[(\[]\s*(?:hoặc|hay|và|cùng|cả)\s+(?:các\s+)?$")
_OR_WINDOW = 12
# Điều 8 được nêu ở Luật … · Điều 8 (theo Luật …) · Điều 8 mà Luật … cấm · Điều 8 - xem Luật …
_POINTS = late(
    r"\s*[)\]]?\s*[-,(:]?\s*(?:[→=]|mà|như(?:\s+(?:trong|tại|ở))?|theo|xem"
    r"|(?:đã\s+|được\s+)*(?:nằm|nêu|ghi|nói|nhắc|dẫn|trích|lấy|có)\s+(?:ở|tại|trong|từ|theo))\s+(?:các\s+)?"
)
# Điều 5 quy định hành vi bị cấm của Nghị định …
_SAYS_OF = re.compile(
    r"\s+(?:quy\s+định|nói|nêu)(?:\s+về)?\s+(?:[^\W\d_]+\s+){1,8}?(?:của|thuộc)\s+(?:các\s+)?"
)
_BRACKETED = late(r"\([^()]*\)|\[[^\[\]]*\]|“[^“”]*”|\"[^\"]*\"")
# Điều 8 – Các hành vi … – Luật …: the title of an article begins with a capital
_NAMED = re.compile(r"\s*[-:.]\s*(?=[^\W\d_])")
# … and behind “Điều 5.” it is one where the instrument is joined to it: “Điều 5. Các … của Luật …”
_JOINED = late(r"(?:\s(?:tại|của|trong|thuộc|ở)|,|[”\"»](?:\s*(?:tại|của|trong|thuộc))?)\s*$")
_NO_TITLE = late(
    r"\A\.\s*(?:nếu|khi|nhưng|còn|muốn|ở|với|trong|tại|theo|vì|tuy)(?!\w)"
    r"|(?<!\w)(?:đừng|phải|cần|báo\s+cáo|yêu\s+cầu|đề\s+nghị|này|đó|thì|là|đã|sẽ|học|nhà\s+trường|đơn\s+vị"
    r"|các\s+trường|hôm|giao|trường|sau)(?!\w)"
)
_BRACKETS = frozenset('()[]“"')
_GAP_LIMIT = 400
_CLOSE = frozenset(("", " ", ", ", "; ", "\n", "(", " ("))
"""What stands between most units of a list, or before a bracket: no word; seen so at once."""


class Rivals:
    """Where units begin → the instrument behind that they may be of; found when first asked."""

    def __init__(self, tokens: Sequence[Token], clean: CleanText) -> None:
        self._tokens = tokens
        self._clean = clean

    @cached_property
    def _found(self) -> Mapping[int, InstrumentToken]:
        return find_rivals(self._tokens, self._clean)

    def of(self, start: int) -> InstrumentToken | None:
        """The instrument that the units which begin at ``start`` may be of, or None."""
        return self._found.get(start)


def find_rivals(tokens: Sequence[Token], clean: CleanText) -> Mapping[int, InstrumentToken]:
    """Where units begin → the instrument behind them that they may be of."""
    rivals: dict[int, InstrumentToken] = {}
    after = len(clean.low)
    # “… Điều 8” at the foot of a page, “của Luật …” on the next one
    rival: InstrumentToken | None = Unclear(after, after) if clean.goes_on else None
    named = False  # whether an instrument, not another unit, follows
    for token in reversed(tokens):
        pointed = rival is not None and rival.start == after and isinstance(token, UnitToken)
        if pointed and _POINTS.fullmatch(clean.low, token.end, after):
            pass
        elif rival is not None and _parts(clean, token, after, named):
            rival = None
        if isinstance(token, UnitToken):
            if not isinstance(token, NumberedUnits):
                rival = None  # “khoản 3 Điều này” is of the text around
            elif rival is not None:
                rivals[token.start] = rival
                for value in token.values:
                    rivals[value.start] = rival
        else:
            own = isinstance(token, (ThisInstrument, BareType))
            rival = None if own else token
        after, named = token.start, not isinstance(token, UnitToken)
    return rivals


def _parts(clean: CleanText, token: Token, after: int, by_name: bool) -> bool:
    """Whether what stands between ``token`` and ``after`` parts it from what follows."""
    end = token.end
    if after - end > _GAP_LIMIT:
        return True
    gap = clean.low[end:after]
    if gap in _CLOSE:
        return False
    if gap.endswith("("):
        gap = gap[:-1]  # “Điều 8 - Các hành vi … (Luật …)”
    if gap[:1] in (")", "]"):
        before = clean.low[max(0, token.start - _OR_WINDOW) : token.start]
        gap = gap[1:] if _OR_IN_BRACKETS.search(before) else gap
    words = clean.low[end : after + 1], clean.text[end : after + 1]
    ask = _short_gap_parts if len(gap) <= SHORT else _gap_parts
    return ask(gap, *words, isinstance(token, UnitToken), by_name)


def _gap_parts(gap: str, low: str, text: str, behind_unit: bool, by_name: bool) -> bool:
    """``_parts`` of a gap; ``low`` and ``text`` go on over the letter behind it.

    ``by_name``: an instrument stands behind it, as behind a title: “Điều 5. Các … tại Nghị định …”.
    """
    if not _BRACKETS.isdisjoint(gap):
        gap = _BRACKETED.sub(" ", gap)
        if _depth(gap):
            return True
    named = _NAMED.match(low)
    titled = named is not None and text[named.end()].isupper()
    if named is not None and titled and "." in named[0]:
        titled = by_name and bool(_JOINED.search(gap)) and not _NO_TITLE.search(gap)
    if (titled or _TITLE.match(gap)) and behind_unit:
        rest = gap[1:].lstrip()
        return bool(_SENTENCE_ENDS.search(rest) or _STRONG.search(rest))
    if _SENTENCE_ENDS.search(gap):
        return True
    if _LIST.match(gap):
        return _STRONG.search(gap) is not None
    if _BREAKS.search(gap) is None or _PARALLEL.fullmatch(gap):
        return False
    return not _SAYS_OF.fullmatch(gap) or _STRONG.search(gap) is not None


_short_gap_parts = lru_cache(maxsize=4096)(_gap_parts)
"""A few signs and words stand between most units of a list, again and again the same."""


def _depth(gap: str) -> bool:
    """Whether a bracket opens or closes in it that has no partner there."""
    depth = 0
    for letter in gap:
        if letter in "([":
            depth += 1
        elif letter in ")]":
            depth -= 1
            if depth < 0:
                return True
    return depth > 0
