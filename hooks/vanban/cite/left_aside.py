"""A paper that a sentence names for something else than what its next units say.

“Điều 16 của | nghị định chi tiết”, “Điều 23 đã được | luật sửa đổi”, “dù | nội quy”, “khi soạn |
quy chế”: it is done with before these come.
"""

from __future__ import annotations

import re

from .sentence import LONGEST_END, ends
from .topic_words import MUST_HAVE

# Điều 16 của | nghị định chi tiết: it is done with
_CITED = re.compile(r"(?<!\w)(?:điều|khoản|chương)\s+\w{1,4}\s+(?:của\s+|trong\s+|ở\s+)?\Z")
# Điều 23 đã được | luật sửa đổi | viết lại
_DONE_BY = re.compile(r"(?<!\w)(?:điều|khoản)\s+\w{1,4}\s+(?:đã\s+)?(?:được|bị)\s+\Z")
_THOUGH = re.compile(r"(?<!\w)(?:dù|dẫu)(?:\s+(?:cho|rằng))?\s+\Z")
_DOING = re.compile(r"(?<!\w)(?:khi|lúc)\s+[^\W\d_]+\s+\Z")
# a paper that is named for something else than what its units say
_LEFT_ASIDE = re.compile(
    "|".join(one.pattern for one in (_CITED, _DONE_BY, _DOING, _THOUGH, MUST_HAVE.words))
)
_LEFT_NEAR = ("điều", "khoản", "chương", "khi", "lúc")
_LEFT_MOST = 4
"""Of so few words it is."""
_LEFT_OF = ("của", "trong", "ở")
_LEFT_LAST = ("được", "bị", "dù", "dẫu", "cho", "rằng", "có", "một", "cả")
"""The words that stand last in it, or last but one, or before one of the second."""


def is_cited(lead: str) -> bool:
    """Whether units before a paper are its own: “Điều 16 của”."""
    return ends(lead, _CITED)


def is_left_aside(lead: str) -> bool:
    """Whether a paper behind ``lead`` is named for something else than what its units say."""
    words = lead.rsplit(None, _LEFT_MOST)
    begin = len(words.pop(0)) if len(words) > _LEFT_MOST else 0
    if not words or not lead[-1].isspace():
        return False
    # of most words it is seen at once that they do not end so
    near = words[-3:-1] if words[-1] in _LEFT_OF else words[-2:-1]
    if not (words[-1].endswith(_LEFT_LAST) or any(word.endswith(_LEFT_NEAR) for word in near)):
        return False
    return _LEFT_ASIDE.search(lead, max(begin, len(lead) - LONGEST_END)) is not None
