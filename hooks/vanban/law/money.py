"""Sums of money in Vietnamese prose, as whole đồng; “đồng nghiệp” and “triệu tập” are none."""

from __future__ import annotations

import re

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?"
_TO = r"\s*(?:[–—-]|đến|tới|hoặc|và|,)\s*"
_UNITS = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9, "đồng": 1}
_SUM = re.compile(
    # “10 triệu”, “10–15 triệu đồng”, “30–50, 50–100 hoặc 100–200 triệu đồng”, “10.000.000 đồng”
    rf"(?P<numbers>(?:{_NUMBER})(?:{_TO}(?:{_NUMBER}))*)\s*"
    r"(?P<unit>nghìn|ngàn|triệu|tỷ|tỉ|đồng(?!\s+(?:nghiệp|chí|bào|đội|hồ|hương)))\b",
    re.IGNORECASE,
)
_WORDS = re.compile(
    # “mười triệu đồng”, “vài trăm nghìn đồng”
    r"\b(?:triệu(?!\s+(?:tập|hồi|chứng))|(?:nghìn|ngàn|tỷ|tỉ)\s+đồng)\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(r"\d\s*đồng", re.IGNORECASE)
_LARGE = frozenset(_UNITS) - {"đồng"}
"""One of these is in every sum in words."""
MILLION = 10**6
PAYERS = re.compile(r"cá nhân|tổ chức", re.IGNORECASE)
"""Who pays: beside a sum one of them is named."""
UNREADABLE = -1
"""A sum in words: nobody can compare it with a provision, so it never has a basis."""


def sums(text: str) -> frozenset[int]:
    """Every amount that a text names; both ends of a range count."""
    lower = text.lower()
    in_words = any(unit in lower for unit in _LARGE)
    if not in_words and not ("đồng" in lower and _PERHAPS.search(text)):
        return frozenset()
    found: set[int] = set()
    read: list[tuple[int, int]] = []
    for match in _SUM.finditer(text):
        read.append(match.span())
        unit = _UNITS[match["unit"].lower()]
        found |= {_value(number, unit) for number in re.findall(_NUMBER, match["numbers"])}
    for match in _WORDS.finditer(text) if in_words else ():
        if not any(start <= match.start() < end for start, end in read):
            found.add(UNREADABLE)
    return frozenset(found)


def shown(amount: int) -> str:
    """An amount for a message."""
    return "viết bằng chữ" if amount == UNREADABLE else f"{amount:,} đồng".replace(",", ".")


def _value(number: str, unit: int) -> int:
    whole, _, part = number.replace(".", "").partition(",")
    return round(float(f"{whole}.{part or 0}") * unit)
