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

_SCHOOL_KINDS = {
    words.upper(): words
    for words in (
        *("mẫu giáo", "mầm non", "tiểu học", "trung học cơ sở", "trung học phổ thông"),
        *("phổ thông dân tộc nội trú", "phổ thông dân tộc bán trú", "chuyên"),
        *("TH", "THCS", "THPT", "PTDTNT", "PTDTBT", "và", "số", "-", "–", "&"),
    )
}
_SCHOOL_KIND = "|".join(map(re.escape, sorted(_SCHOOL_KINDS, key=len, reverse=True)))
_SCHOOL = re.compile(rf"TRƯỜNG((?:\s+(?:{_SCHOOL_KIND}|(?<=SỐ )\d+)(?!\w))+)(\s+.+)?")


def office_in_usual_letters(name: str) -> str:
    """“SỞ Y TẾ” → “Sở Y tế”; a name of which a word is not known stays as it is.

    What stands behind a kind of place or of school is its name: “… XÃ AN LỄ” → “… xã An Lễ”,
    “TRƯỜNG THCS AN LỄ” → “Trường THCS An Lễ”. Elsewhere
    nobody can tell which of the letters are capitals.
    """
    if not name.isupper():
        return name
    if school := _SCHOOL.fullmatch(name):
        kinds = re.sub(_SCHOOL_KIND, lambda found: _SCHOOL_KINDS[found[0]], school[1])
        own = _PLACE.sub(lambda found: found[0].lower(), school[2] or "").split()
        named = " ".join(word if word.islower() else word.title() for word in own)
        first = kinds.strip()
        return f"Trường {first[:1].upper()}{first[1:]} {named}".rstrip()
    place = _PLACE.search(name)
    office = name[: place.start()] if place else name
    if not office.strip() or _KNOWN.sub("", office).strip(" ,-–"):
        return name
    usual = _KNOWN.sub(lambda found: _BY_CAPITALS[found[0]], office)
    return f"{usual}{place[0].lower()}{name[place.end() :].title()}" if place else usual
