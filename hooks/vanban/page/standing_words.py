"""What a reader is told of where a provision stands: the same words wherever it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..law.instrument import State, vietnamese_date
from ..law.standing import Form, Standing
from .views import CERTAINTY_WORDS, STATE_MARKS, STATE_WORDS, StatusView, state_css

if TYPE_CHECKING:
    from .library import Library

NOWHERE = "Chưa rõ hôm nay nội dung này nằm ở đâu."
UNKNOWN = "chưa rõ"
SAME_NAME = "Cùng tên, có ở đây (chưa rõ có thay văn bản này không)"
"""What stands before others of the name of one of which nothing is known."""


def status(found: Standing) -> StatusView:
    """The state with its mark; “từ” a day where it has ended, will end, or has not begun.

    What will be otherwise is said in short, too: pages are read after that day.
    """
    short = words = STATE_WORDS[found.state]
    if found.since and found.state is State.ENDED:
        words = f"{short} từ {vietnamese_date(found.since)}"
    elif coming := _coming(found):
        short = words = f"{short} ({coming})"
    return StatusView(state_css(found.state), STATE_MARKS[found.state], words, short)


def _coming(found: Standing) -> str:
    """What is known to come; "" for nothing."""
    if found.ends:
        return f"sẽ hết hiệu lực từ {vietnamese_date(found.ends)}"
    if found.doubtful:
        return f"từ {vietnamese_date(found.doubtful)} chưa rõ"
    if found.since and found.state is None:
        return f"có hiệu lực từ {vietnamese_date(found.since)}"
    return ""


def sure(found: Standing) -> str:
    """How sure the comparison is; each way once, "" where nobody compared."""
    return "; ".join(CERTAINTY_WORDS[certainty] for certainty in found.certainties)


def compared_whole(found: Standing, library: Library) -> str:
    """“cả Điều 8 Luật An ninh mạng năm 2018”, where only that was compared; "" elsewhere."""
    return f"cả {library.label(found.about)}" if found.form is Form.WHOLE else ""


def compared_unit(found: Standing, library: Library) -> str:
    """“so cả Điều 8”, where only that was compared, beside a label that names the instrument."""
    if found.form is not Form.WHOLE:
        return ""
    return f"so cả {library.unit_label(found.about) or library.label(found.about)}"
