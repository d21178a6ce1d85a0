"""Words by which a sentence says what it is about: shared by ``topic`` and ``topic_stays``."""

from __future__ import annotations

import re

from .sentence import Ending

_TURNING = ("này", "nay", "đây", "hiện", "giờ", "nước")
_TO_THE_PAGE = re.compile(
    r"(?<!\w)(?:(?:luật|định|tư|bản|trang|chỗ|điều|khoản|đây)\s+này|(?<!hôm\s)(?<!năm\s)nay|ở\s+đây|bây\s+giờ|hiện|nước\s+ta)(?!\w)"
)
# nếu | luật bị thay, · trong khi | luật buộc bên này,
SUPPOSED = Ending(
    r"(?<!\w)(?:khi|nếu|dù|giả\s+sử|hồi|lúc|trước|sau|so\s+với|khác(?:\s+với)?|hơn|thay(?:\s+cho)?|ngoài|không\s+theo)\s+(?:có\s+)?(?:một\s+|các\s+)?\Z",
    "khi nếu dù sử hồi lúc trước sau với khác hơn thay cho ngoài theo có một các",
)
# Hiến pháp cho quyền ấy, | ghi tại | Điều 25: a predicate without a subject of its own
SAID = re.compile(
    r"(?:(?:và|rồi|lại|cũng|đều|chi\s+tiết)\s+)*(?:(?:cụ\s+thể|rõ|nhất|chính\s+xác|ví\s+dụ|chẳng\s+hạn|như|tức)(?:\s+(?:nhất|hơn|là|như|ở|tại))*"
    r"|(?:(?:kể|ghi|nói|nêu|quy\s+định|viết|đặt|để|xếp|gom|gói|định\s+nghĩa|liệt\s+kê|bàn|dành|thêm"
    r"|bổ\s+sung|nhắc|nằm|tả|giải\s+thích|cấm|buộc|cho|trao|đòi)|(?:cụ\s+thể|rõ|nhất|chính\s+xác))\s[^,]*?"
    r"(?<!\w)(?:ở|tại|trong|vào|theo|là|về))\s+(?:cả\s+|các\s+)?"
)
# Luật mới là gốc, | hãy bắt đầu từ | Điều 2: it tells to go on in what it spoke of
GO = re.compile(
    r"(?:(?:hãy|cứ|nên|mời|xin|thử|thì|thầy\s+cô|ta|bạn|rồi|phải|đừng\s+quên)\s+)*"
    r"(?:xem|đọc|mở|tìm|bắt\s+đầu|tới|đến|sang|đi|vào|giở|lật|coi|tra|trích|nêu|dẫn|thấy|nghe|nhớ|học|chú\s+ý|để\s+ý|dò)"
    r"(?:\s+(?:ra|đến|tới|từ|ở|tại|trong|kỹ|thử|cả|các|ngay|lại|luôn|thẳng|trước|thêm|vào|nói))*\s+"
)
# what says that a paper is asked, denied or done to: it says nothing of its own
DENIED = re.compile(
    r"(?<!\w)(?:được|(?<!thiết\s)(?<!chuẩn\s)bị|phải|cần|nên(?!\s+(?:thầy|cô|ta|em|họ|người|ai|tôi|mình|mức|trường)(?!\w))"
    r"|(?:không|chưa|chẳng)(?!\s+(?:cho|cấm|phạt|buộc|bắt|coi|tính|đòi)(?!\w))|vài|trái|hết\s+h)"
)
# Nội quy gồm những gì, | Điều 118 kể: the page answers
QUESTION = re.compile(r"(?<!\w)(?:gì|nào|sao|mấy|bao|ai|đâu)(?!\w)")
# báo theo | mẫu, | Điều 28 có mẫu
BY_IT = Ending(
    r"(?<!\w)(?:theo|ở|tại|trong|với|bằng|như|vào)\s+(?:các\s+|một\s+)?\Z",
    "theo ở tại trong với bằng như vào các một",
)
# a paper that does something; else a clause tells of the paper itself
ACTS = re.compile(
    r"(?<!\w)(?:nói|ghi|nêu|kể|viết|chép|dành|quy\s+định|đặt|cấm|buộc|bắt|cho|dặn|đòi|giao|đưa"
    r"|giải\s+thích|nhắc|bàn|yêu\s+cầu|khuyên|xếp|gọi|coi|phạt|định\s+nghĩa|liệt\s+kê|thêm|bỏ|lo|dùng"
    r"|sửa|thay|chia|phân|bảo\s+vệ|lập|chỉ|tính|gộp|tách|giữ|để|trao|hướng\s+dẫn|công\s+nhận|xử|theo)(?!\w)"
)
CONTRAST = re.compile(
    r"\s+(?:thì|cũng|mới|lại|còn|không|chưa|chẳng|chỉ|vẫn|khỏi|được|đã|sẽ|so|ngược|trái)(?!\w)"
)
HERE = (" ở đây", " này")
# Trang phải có | quy chế, và | Điều 24 nói
MUST_HAVE = Ending(
    r"(?<!\w)(?:phải|nên|cần|chưa|không)\s+có\s+(?:một\s+|cả\s+)?\Z",
    "có một cả",
)


def turns_to_the_page(low: str, start: int = 0) -> bool:
    """Whether words say that what follows is told of the page: “luật này”, “nay”, “ở đây”."""
    for word in _TURNING:  # one is in whatever the pattern matches; much faster seen so
        if word in low:
            return _TO_THE_PAGE.search(low, start) is not None
    return False
