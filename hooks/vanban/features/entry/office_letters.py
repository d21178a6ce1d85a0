"""The name of an office that a head has in capitals, in the letters that running text has."""

from __future__ import annotations

import re

from .offices import MINISTRIES

_WORDS = (
    *MINISTRIES.values(),
    "Ủy ban nhân dân",
    "Uỷ ban nhân dân",
    "Hội đồng nhân dân",
    "Chính phủ",
    "Thủ tướng",
    "Quốc hội",
    "Văn phòng",
    "Sở",
    "Phòng",
    "Ban",
    "Cục",
    "Giáo dục và Đào tạo",
    "Thông tin và Truyền thông",
    "Khoa học và Công nghệ",
    "Văn hóa và Thể thao",
    "Văn hóa và Thông tin",
    "Văn hóa, Thể thao và Du lịch",
    "Văn hóa, Khoa học và Thông tin",
    "Văn hóa - Xã hội",
    "Công an",
    "Nội vụ",
    "Tư pháp",
    "Tài chính",
    "Y tế",
)
_BY_CAPITALS = {words.upper(): words for words in _WORDS}
_CHOICES = "|".join(map(re.escape, sorted(_BY_CAPITALS, key=len, reverse=True)))
_KNOWN = re.compile(rf"(?<!\w)(?:{_CHOICES})(?!\w)")
_PLACE = re.compile(
    # “TỈNH ỦY” and “XÃ ĐOÀN” are bodies
    r"(?<!\w)(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)(?!\w)"
    r"(?!\s*(?:ỦY|UỶ|ĐOÀN|HỘI))"
)


def office_in_usual_letters(name: str) -> str:
    """“SỞ Y TẾ” → “Sở Y tế”; a name of which a word is not known stays as it is.

    What stands behind a kind of place is its name: “… XÃ AN LỄ” → “… xã An Lễ”. Elsewhere
    nobody can tell which of the letters are capitals.
    """
    if not name.isupper():
        return name
    place = _PLACE.search(name)
    office = name[: place.start()] if place else name
    if not office.strip() or _KNOWN.sub("", office).strip(" ,-–"):
        return name
    usual = _KNOWN.sub(lambda found: _BY_CAPITALS[found[0]], office)
    return f"{usual}{place[0].lower()}{name[place.end() :].title()}" if place else usual
