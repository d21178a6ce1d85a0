"""A clause that goes on with the paper of the units before it, without naming it again.

“Bộ luật Dân sự, Điều 32, coi hình ảnh là quyền; | Điều 34 | là danh dự”, “Luật mới gom vào Điều 7,
trẻ em ở | Điều 16”: where the units before are hardly the page's, nobody can tell that these are.
"""

from __future__ import annotations

import re

from ..law.instrument import Instrument
from ..law.units import Kind
from .binding import Binding
from .clean import CleanText
from .papers import Papers
from .run import Literal
from .tokens import Unclear
from .topic_words import turns_to_the_page

_ARTICLE = Kind.ARTICLE
_FAR = 120
# Điều 20|, còn sự đồng ý ở | Điều 11 · Điều 32|, coi hình ảnh là quyền; | Điều 34
# Điều 11| nói tiền lương, | Điều 12 · hình ảnh (Điều 32|), danh dự (|Điều 34
_GOES_ON = re.compile(
    r"[^.!?:;\n()]{0,70}?(?:(?:[,;]\s+(?:(?:còn|và|rồi)\s+)?|\s(?:còn|và|rồi)\s+)[^\W\d_][^.!?:;\n()]{0,50}?"
    r"(?:\s(?:ở|tại|trong|vào|là|theo|về|sang|thuộc|bởi|từ)|,)\s+|;\s+(?:(?:còn|và|rồi)\s+)?)(?:các\s+)?"
    r"|\s+[^\W\d_][^.!?:;,\n()]{1,50}(?:,\s+(?:(?:còn|và|rồi)\s+)?|\s(?:còn|và|rồi)\s+)"
    r"|:\s[^.!?:;\n()]{1,70};\s+"
    r"|\)(?:[,;]|\s+(?:và|còn|nhưng))\s+[^.!?:;\n()]{1,60}?\s\("
)
# nội quy năm điều. Điều 1| cấm quảng cáo. | Điều 2: one after the other, each begins a sentence
_NEXT_SENTENCE = re.compile(r"\s[^.!?:;\n]{1,80}[.!]\s+")
_BEGINS = re.compile(r"(?:\A|[.!?:]\s+)\Z")
_NEAR = 4
# Điều 2 | ở đây thì …: it is set against the other
_SET_AGAINST = (" ở đây", " này", " thì ", " không ")
_OURS = re.compile(r"(?<!\w)(?:ở|bên)\s+(?:ta|mình)(?!\w)")
# Luật đặt nghĩa vụ ở Điều 13|, mức phạt là | Điều 14, on the page of a decree on fines
_OF_FINES = re.compile(r"[,;]\s+(?:còn\s+)?(?:mức|tiền|phạt|xử)(?!\w)")
_FINES = re.compile(r"(?<!\w)(?:phạt|vi\s+phạm\s+hành\s+chính)(?!\w)")
_WINDOW = 120


class GoesOn:
    """The last units of a paragraph that is read in order, if another paper has them."""

    def __init__(self, home: Instrument, clean: CleanText, papers: Papers) -> None:
        self._home = home
        self._clean = clean
        self._papers = papers
        self._last: Literal | None = None

    def add(self, literal: Literal, binding: Binding, doubted: bool) -> None:
        """``doubted``: its units name nothing, and something before them keeps them from home."""
        named = literal.instrument
        if named is None or isinstance(named, Unclear):
            other = doubted or named is not None
        else:
            other = named.start <= literal.start
        other = other and bool(literal.steps) and binding.instrument is not self._home
        self._last = literal if other else None

    def is_still(self, literal: Literal) -> bool:
        """Whether ``literal``, which names nothing, may be of the paper of the units before it."""
        last, start, low = self._last, literal.start, self._clean.low
        if last is None or not 0 < start - last.end <= _FAR or not _has_article(literal):
            return False
        end = last.end
        if not (_GOES_ON.fullmatch(low, end, start) or self._follows(last, literal)):
            return False
        gap = low[end:start]
        if low.startswith(_SET_AGAINST, literal.end) or _OURS.search(gap):
            return False
        if self._papers.names_an_instrument(end, start) or turns_to_the_page(gap):
            return False
        if "xử phạt" not in self._home.title or not _OF_FINES.search(gap):
            return True
        return _FINES.search(low, max(0, end - _WINDOW), end) is not None

    def _follows(self, last: Literal, literal: Literal) -> bool:
        """Whether the two are articles of one list, a sentence each."""
        if not (len(last.steps) == len(literal.steps) == 1):
            return False
        low, one, other = self._clean.low, last.steps[0][1], literal.steps[0][1]
        if not (isinstance(one, str) and isinstance(other, str) and one.isdecimal()):
            return False
        begins = _BEGINS.search(low, max(0, last.start - _NEAR), last.start) is not None
        follows = _NEXT_SENTENCE.fullmatch(low, last.end, literal.start) is not None
        return begins and follows and other == str(int(one) + 1)


def _has_article(literal: Literal) -> bool:
    return any(kind is _ARTICLE for kind, _ in literal.steps)
