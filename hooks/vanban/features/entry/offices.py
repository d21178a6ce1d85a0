"""What the letters of a number say of who issued an instrument.

Source: forms of numbers in the law on the making of legal instruments, and Nghị định
30/2020/NĐ-CP, phụ lục III.
"""

from __future__ import annotations

import re

MINISTRIES = {
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BCA": "Bộ Công an",
    "BQP": "Bộ Quốc phòng",
    "BNV": "Bộ Nội vụ",
    "BTC": "Bộ Tài chính",
    "BTP": "Bộ Tư pháp",
    "BYT": "Bộ Y tế",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
}
_ISSUERS = (
    (re.compile(r"[/-]CP$", re.IGNORECASE), "Chính phủ"),
    (re.compile(r"[/-]TTg(?:-|$)", re.IGNORECASE), "Thủ tướng Chính phủ"),
    (re.compile(r"/QH\d{1,2}$", re.IGNORECASE), "Quốc hội"),
    (re.compile(r"[/-]UBTVQH\d{1,2}$", re.IGNORECASE), "Ủy ban Thường vụ Quốc hội"),
    *(
        (re.compile(rf"[/-]{letters}(?:-|$)", re.IGNORECASE), name)
        for letters, name in MINISTRIES.items()
    ),
)
_ALSO_CENTRAL = re.compile(
    r"[/-](?:TW|TƯ|CTN|VPCP|TANDTC|VKSNDTC|KTNN|TLĐ|BCT|BXD|BGTVT|BTNMT|BNNPTNT|BKHĐT|BNG|BNNMT"
    r"|BDTTG|UBDT|TTCP)(?:-|$)",
    re.IGNORECASE,
)
_OF_KIND = {
    "Hiến pháp": "Quốc hội",
    "Luật": "Quốc hội",
    "Bộ luật": "Quốc hội",
    "Nghị định": "Chính phủ",
    "Pháp lệnh": "Ủy ban Thường vụ Quốc hội",
}
_PRIME_MINISTER = re.compile(r"(?<=[/-])TTG(?=-|$)")
_CENTRAL_BODY = re.compile(
    r"(?:bộ|chính phủ|thủ tướng|quốc hội|(?:ủy|uỷ) ban thường vụ|văn phòng chính phủ)(?!\w)",
    re.IGNORECASE,
)


def issuer_of(kind: str, number: str) -> str:
    """Who issued an instrument of a kind and number; "" where neither says so."""
    by_number = next((name for form, name in _ISSUERS if form.search(number)), "")
    return by_number or _OF_KIND.get(kind, "")


def is_central(number: str) -> bool:
    """Whether a number is one of a central office, which belongs to no province."""
    return bool(issuer_of("", number) or _ALSO_CENTRAL.search(number))


def is_central_body(name: str) -> bool:
    """Whether the name of a body is that of a central one: “BỘ GIÁO DỤC VÀ ĐÀO TẠO”."""
    return bool(_CENTRAL_BODY.match(name))


def with_usual_letters(number: str) -> str:
    """A number that stands in a title in capitals, or without any, as it is usually spelt."""
    if number not in (number.upper(), number.lower()):
        return number
    return _PRIME_MINISTER.sub("TTg", number.upper())
