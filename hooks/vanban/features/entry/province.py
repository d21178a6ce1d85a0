"""The province of a letter of a people's committee, where its head names it beyond doubt."""

from __future__ import annotations

import re
from datetime import date

from ...intake.letter_parts import LetterParts
from ...law.names import folded

_NUMBERED_ALIKE = re.compile(r"[/-]UBND(?![^\W\d_])", re.IGNORECASE)
"""“72/2023/QĐ-UBND”, “512/UBND-VX”: every province has such a number."""
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
    name = found["name"].title() if found["name"].isupper() else found["name"]
    if found["level"].lower() == "tỉnh":
        return name
    since = _CITIES.get(folded(name), date.max)
    return name if since is None or (day is not None and day >= since) else ""
