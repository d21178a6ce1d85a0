"""Whether a sentence is still about another paper when the units come that name none.

A paper keeps the sentence: “theo luật thì ai vi phạm Điều 7”, “Hiến pháp cho quyền ấy, ghi tại
Điều 25”, “trường có quy chế riêng, Điều 9 bắt”. A clause with a subject of its own gives it back
to the page: “Luật cấm, mức phạt ở Điều 8”.
"""

from __future__ import annotations

import re

from .papers import Paper
from .signs_of_time import COUNTRY

_TO_THE_PAGE = re.compile(r"(?<!\w)(?:này|nay|ở\s+đây|trang|bây\s+giờ|hiện|nước\s+ta|vẫn)(?!\w)")
# Ở châu Âu, quy định có | Điều 17
_ABROAD = re.compile(
    rf"(?:ở|tại|bên|như|theo)\s+(?:{COUNTRY}|nước\s+(?:khác|bạn))(?!\w)|(?:ở|tại)\s+nước\s+ngoài,"
)
# theo | luật | thì ai vi phạm | Điều 7 · sang | luật | thì | Điều 7: all behind it is of it
_FRAMED_BY = re.compile(
    r"(?:\A|\s)(?:theo|sang|trong|ở|tại|qua|bên|mở|đọc|về|xét|dựa|căn\s+cứ)\s+\Z"
)
_LONGEST_LEAD = 3
_FRAME = re.compile(r"(?P<name>(?:\s+[^\W\d_]+){0,6}?)(?:\s+thì|,)\s+(?P<rest>[^,;:(]*)\Z")
_SAYS = re.compile(
    r"(?<!\w)(?:không|phải|sẽ|bị|được|đã|cấm|buộc|nói|có|là|khi|nếu|vì|nên|ra|cho|ghi|đòi)(?!\w)"
)
_TURNS = re.compile(r"(?<!\w)(?:không|chứ|nhưng|còn|song|mà|mới|chỉ)(?!\w)")
# mở | nghị định xử phạt tìm | Điều 60
_OPENED_BY = re.compile(r"(?<!\w)(?:mở|giở|lật|tra|đọc|xem|coi)\s+\Z")
_OPENED = re.compile(
    r"(?:\s+[^\W\d_]+){0,6}?\s+(?:tìm|xem|đọc|tới|đến|thấy|gặp|dò)(?:\s+(?:ra|đến|tới))?\s+\Z"
)
# Hiến pháp cho quyền ấy, | ghi tại | Điều 25: a predicate without a subject of its own
_CARRIED = re.compile(
    r".*,\s+(?:(?:và|rồi|lại|cũng|đều|chi\s+tiết)\s+)*"
    r"(?:(?:cụ\s+thể|rõ|nhất)(?:\s+(?:nhất|hơn|là))?"
    r"|(?:(?:kể|ghi|nói|nêu|quy\s+định|viết|đặt|để|xếp|gom|gói|định\s+nghĩa|liệt\s+kê|bàn|dành|thêm"
    r"|bổ\s+sung|nhắc|nằm|tả|giải\s+thích|cấm|buộc|cho|trao|đòi)|(?:cụ\s+thể|rõ|nhất))\s[^,]*?"
    r"(?<!\w)(?:ở|tại|trong|vào|theo|là))\s+(?:cả\s+|các\s+)?\Z"
)
# trường có | quy chế riêng, | Điều 9 bắt
_BROUGHT = re.compile(
    r"(?:\A|\s)(?:có|ban\s+hành|soạn|đưa\s+ra)(?:\s+(?:một|cả|bản|hẳn|thêm))?\s+\Z"
)
_OF_ITS_OWN = re.compile(r"[^,;:(]*,\s+\Z")
# Luật | là nơi cho quyền, | Điều 4 kể · Quy định của Đảng | lại khác, | Điều 25 nặng hơn
_PRESENTED = re.compile(
    r"(?:\s+[^\W\d_]+){0,8}?\s+(?:là\s+(?:nơi|chỗ|văn\s+bản|cái|thứ|bản)(?!\w)[^,;:(]*"
    r"|(?:khác|rõ|kỹ|dài|đủ|chặt|nặng|riêng|cụ\s+thể|chi\s+tiết)"
    r"(?:\s+(?:hơn|hẳn|lắm|nhiều|nữa|đấy))*),\s+\Z"
)
# Nghị định gộp ba nhóm, với viên chức thì | Điều 16 và 17.
_THEN = re.compile(r"[^;:(]*,[^;:(]*\sthì\s+\Z")
_ENDS = re.compile(r"\s*(?:[.;!?)]|\Z)|\s+(?:và|hay|hoặc|đến)\s+(?:điều\s+)?\d")
# Luật | tính thời hiệu theo | Điều 6
_BY = re.compile(r"[^,;:(]*\stheo\s+\Z")
_DONE_TO_IT = re.compile(
    r"(?<!\w)(?:được|bị|phải|nên|cần|không|chưa|ban\s+hành|ra\s+đời|sinh\s+ra|nếu|khi|là|gì|nào|có"
    r"|thì)(?!\w)"
)
# Luật cấm, | ý ấy nằm ở | Điều 7
_THAT_STANDS = re.compile(
    r".*,\s+(?:và\s+)?(?:nó|(?:điều|việc|chuyện|ý|câu|đoạn|chỗ)\s+(?:đó|ấy))\s+[^,]{0,40}"
    r"(?<!\w)(?:ở|tại|trong)\s+\Z"
)
# Quy chế | cũ dẫn | Điều 8: it means the law of its time
_OLD = re.compile(
    r"(?:\s+[^\W\d_]+){0,4}?\s+(?:cũ|trước|năm\s+(?:ngoái|trước|20\d\d))"
    r"(?:\s+(?:có|còn|vẫn|đã|từng|toàn|chỉ))*"
    r"\s+(?:dẫn|ghi|viết|nhắc|nêu|trích|căn\s+cứ|dựa|theo)"
    r"(?:\s+(?:lại|tới|đến|vào|theo|câu))*\s+[“\"]?\Z"
)


def is_abroad(before: str) -> bool:
    """Whether a sentence that begins so speaks of what holds in another country."""
    found = _ABROAD.match(before)
    return found is not None and not _TO_THE_PAGE.search(before, found.end())


def keeps(paper: Paper, before: str, behind: str) -> bool:
    """Whether the sentence that begins as ``before`` is about ``paper`` to the end of that.

    ``behind`` is what stands behind the units.
    """
    lead, gap = before[: paper.start], before[paper.end :]
    if _OLD.fullmatch(gap):
        return True
    if _TO_THE_PAGE.search(gap) or behind.startswith((" ở đây", " này")):
        return False
    if _BROUGHT.search(lead) and _OF_ITS_OWN.fullmatch(gap):
        return True
    if paper.leads and _PRESENTED.fullmatch(gap):
        return True
    if not paper.rules:
        return False
    if _frames(lead, gap) or (_OPENED_BY.search(lead) and _OPENED.fullmatch(gap)):
        return True
    if not paper.leads:
        return False
    if _CARRIED.fullmatch(gap) or _THAT_STANDS.fullmatch(gap):
        return True
    if _THEN.fullmatch(gap) and _ENDS.match(behind):
        return True
    return _BY.fullmatch(gap) is not None and not _DONE_TO_IT.search(gap)


def _frames(lead: str, gap: str) -> bool:
    """Whether the sentence begins with what holds by a paper: “Theo luật thì …”."""
    if len(lead.split()) > _LONGEST_LEAD or not _FRAMED_BY.search(lead):
        return False
    frame = _FRAME.fullmatch(gap)
    if frame is None or _SAYS.search(frame["name"]):
        return False
    return not _TURNS.search(frame["rest"])
