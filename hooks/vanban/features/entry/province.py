"""The province of a paper of a people's committee, where its head, or who cites it, names it beyond
doubt.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from ...intake.letter_parts import LetterParts
from ...law.names import folded

_NUMBERED_ALIKE = re.compile(r"[/-]UBND(?![^\W\d_])", re.IGNORECASE)
"""“72/2023/QĐ-UBND”, “512/UBND-VX”: every province has such a number."""
_CITED_ALIKE = re.compile(r"[/-](?:UBND|HĐND)(?![^\W\d_])", re.IGNORECASE)
_BODY = r"(?:(?:ủy|uỷ) ban nhân dân|ubnd|hội đồng nhân dân|hđnd)"
_CAPITAL = "[" + "".join(chr(n) for n in range(0x1EFA) if chr(n).isupper()) + "]"
"""A large letter: “À-Ỹ” holds small ones too, and “tỉnh Long An ở …” went on in it."""
_BEHIND_NAME = (
    r"(?:khóa|khoá|nhiệm kỳ|kỳ họp|quy định|quy chế|về|ban hành|phê duyệt|sửa đổi|bổ sung|ngày|năm"
    r"|số|thông qua|hướng dẫn|triển khai|tăng cường|thành lập)(?!\w)"
)
_CITED = re.compile(
    # ngày 07/6/2017 của Chủ tịch UBND tỉnh Long An: what stands right behind a number
    r"\s*,?\s*(?:(?:ban hành\s+|ký\s+)?(?:ngày|năm)\s*\d[\d/.\-]*"
    r"(?:\s*(?:tháng|năm)\s*\d+){0,2}\s*,?\s*)?"
    rf"(?:của|do)\s+(?:chủ tịch\s+)?{_BODY}\s+(?P<level>tỉnh|thành phố|tp\.?)\s+"
    # (a name is in capitals; what goes on behind it is not)
    # (nor is all that is: “tỉnh Long An Khóa X”, “tỉnh Long An Quy định …”)
    rf"(?P<name>(?-i:{_CAPITAL})\w*(?:\s+(?:[-–]\s+)?(?!{_BEHIND_NAME})(?-i:{_CAPITAL})\w*){{0,3}})",
    re.IGNORECASE,
)
_COMMITTEE = re.compile(
    r"(?:(?:ủy|uỷ) ban nhân dân|ubnd)\s+(?P<level>tỉnh|thành phố|tp\.?)\s+"
    r"(?P<name>[^\W\d_]+(?:\s+(?:[-–]\s+)?[^\W\d_]+){0,4})",
    re.IGNORECASE,
)
_CITIES: dict[str, date | None] = {
    **dict.fromkeys(map(folded, ("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ")), None),
    folded("Hồ Chí Minh"): None,
    folded("Huế"): date(2025, 1, 1),  # of Thừa Thiên Huế before
}
"""Cities that belong to no province, and since when, where that was not always so: any other
city is one of a province that the head does not name."""


def province(parts: LetterParts, day: date | None) -> str:
    """The bare name (“Bình Định”) of a letter with a number that every province has; "" else."""
    found = _COMMITTEE.fullmatch(parts.issuer)
    if found is None or not _NUMBERED_ALIKE.search(parts.number):
        return ""
    return _bare(found, day)


def cited_province(number: str, behind: str, day: date | None) -> str:
    """The bare name that stands behind a number that every province has; "" else."""
    found = _CITED.match(unicodedata.normalize("NFC", behind))
    return _bare(found, day) if found and _CITED_ALIKE.search(number) else ""


def _bare(found: re.Match[str], day: date | None) -> str:
    """The name that ``_COMMITTEE`` or ``_CITED`` found, of a province, or of a city that is one."""
    name = found["name"].title() if found["name"].isupper() else found["name"]
    if found["level"].lower() == "tỉnh":
        return name
    since = _CITIES.get(folded(name), date.max)
    return name if since is None or (day is not None and day >= since) else ""
