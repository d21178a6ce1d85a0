"""Lines and words that begin what is no longer of the instrument that a list was about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .clean import CleanText
from .tokens import ThisInstrument, Token

BULLETS = r"(?:[-+*•▪●○■□◦➢►→☐☑✓✔👉]|\[[ x]?\]|\d{1,2}\.)"
"""What an item of a list begins with, a box to tick among it."""
_BULLET = re.compile(rf"\s*{BULLETS}\s")
_BULLET_BELOW = re.compile(rf"[^\S\n]*:?[^\S\n]*\n\s*{BULLETS}\s")
_NEXT_LINE = re.compile(r"[^\n]{0,200}\n[^\S\n]*(?=[^\W\d_])")
# a paper of its own kind that is no instrument here
PAPER_WORDS = (
    r"(?<!\w)(?:quy\s+chế|điều\s+lệ|nội\s+quy|hợp\s+đồng|th(?:ỏa|oả)\s+(?:ước|thuận)|hương\s+ước"
    r"|quy\s+ước|công\s+ước|hiệp\s+(?:định|ước)|thể\s+lệ|phụ\s+lục|bộ\s+quy\s+tắc|dự\s+thảo|luật\s+(?:chơi|thi\s+đấu)"
    r"|giao\s+(?:kèo|ước)|bản\s+(?:kế\s+hoạch|cam\s+kết|ghi\s+nhớ)|cẩm\s+nang"
    r"|cam\s+kết(?=\s+(?:giữa|của)\s)"
    r"|quy\s+tắc\s+(?:ứng\s+xử\s+)?(?:của\s+)?(?:trường|lớp|nhóm|cơ\s+quan|đơn\s+vị|chi\s+đoàn)"
    r"|điều\s+khoản\s+(?:sử\s+dụng|dịch\s+vụ)|sách\s+(?:giáo|đạo))(?!\w)"
)
PAPER_WORD = re.compile(PAPER_WORDS)


def heads_below(item: Token, head: Token, low: str) -> bool:
    """“• Điều 16⏎Luật A⏎• Điều 6”: the law begins the next list, and is not the last item's."""
    if not _BULLET_BELOW.match(low, head.end):
        return False
    line = low.rfind("\n", 0, item.start) + 1
    return _BULLET.match(low, line) is not None


def new_head(item: Sequence[Token], behind: str, clean: CleanText) -> bool:
    """“- Điều 21⏎Nội quy trường:⏎- Điều 3”: a line that is no item heads what follows.

    ``item`` are the tokens of the last one, ``behind`` the words behind them.
    """
    if behind.rstrip().endswith(":"):
        return True
    line = _NEXT_LINE.match(clean.text, item[-1].end) if item else None
    return line is not None and clean.text[line.end()].isupper()


# Nghị định này | cấm · cũng quy định: it begins a clause of its own
_SAYS_ON = re.compile(
    r"\s+(?:(?:cũng|lại|còn|chỉ|đã|thì)\s+)?(?:(?:cấm|quy\s+định|nêu|ghi|nói|yêu\s+cầu|buộc|để|đặt|xếp"
    r"|gom|dành|phạt|chia|gộp|tách|đưa|chuyển|thêm|bỏ|giữ|gọi|kể|liệt\s+kê|giao|coi|không)(?!\w)"
    r"|(?:có|ở|tại)\s+(?:các\s+)?(?:điều|khoản|chương)\s+\d)"
)


def says_on(token: Token, low: str) -> bool:
    """Whether ``token`` is “Luật này” as the subject of what follows."""
    return isinstance(token, ThisInstrument) and _SAYS_ON.match(low, token.end) is not None
