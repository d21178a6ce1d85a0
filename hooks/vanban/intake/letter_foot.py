"""Who signs a letter: office and name, from the block beside “Nơi nhận”.

Source of the form: Nghị định 30/2020/NĐ-CP, phụ lục I, phần II, mục I.7 (the office in capitals,
in one line or two, then the full name).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..law.letter_head import composed
from .document import Document

_COPIES = re.compile(r"Nơi nhận", re.IGNORECASE)
_COLUMNS = re.compile(r"\t+|\s{3,}")
_FOR = r"(?:(?:KT|TM|TL|TUQ|Q)\s?\.\s?)?"
_OFFICES = {
    words.upper(): words
    for chief in (
        *("Trưởng phòng", "Giám đốc", "Tổng Giám đốc", "Hiệu trưởng", "Chủ tịch", "Bộ trưởng"),
        *("Thứ trưởng", "Cục trưởng", "Vụ trưởng", "Chánh Văn phòng", "Chánh Thanh tra"),
        *("Viện trưởng", "Trưởng ban", "Thủ tướng", "Tổng Cục trưởng", "Bí thư", "Thủ trưởng"),
    )
    for words in (chief, f"Phó {chief}")
}
_BODIES = {"ỦY BAN NHÂN DÂN": "Ủy ban nhân dân", "UỶ BAN NHÂN DÂN": "Ủy ban nhân dân"}
_OFFICE = re.compile(
    rf"({_FOR})({'|'.join(sorted({*_OFFICES, *_BODIES}, key=len, reverse=True))})(?!\w)(.*)"
)
_NAME = re.compile(r"(?:(?:PGS|GS|TS|ThS|CN|BS)\.?\s?)*(?:[^\W\d_]+(?:\s|$)){2,6}")
_NEAR = 8
"""So many lines below the office are read for the name: the stamp and “(Đã ký)” are between."""


def signer(document: Document) -> str:
    """“KT. Trưởng phòng, Phó Trưởng phòng Nguyễn Văn A”; "" where nobody, or more than one, signs.

    An office is read in capitals alone, and only one that is known: other words in capitals may
    be the name of a body.
    """
    offices: list[str] = []
    name, since = "", 0
    for line in _lines(document):
        since += 1
        if (office := _office(line)) is not None:
            if name:
                return ""  # two sign
            offices.append(office)
            since = 0
        elif offices and not name and since <= _NEAR and _is_name(line):
            name = line
    return f"{', '.join(offices)} {name}" if name else ""


def _lines(document: Document) -> Iterator[str]:
    """The lines from “Nơi nhận” on, columns parted; of a letter that tells no copies, none."""
    paragraphs = [one.text for one in document.paragraphs]
    first = next((n for n, text in enumerate(paragraphs) if _COPIES.match(text.strip())), None)
    for text in paragraphs[first:] if first is not None else ():
        for line in text.splitlines():
            yield from filter(None, map(composed, _COLUMNS.split(line)))


def _office(line: str) -> str | None:
    found = _OFFICE.fullmatch(line)
    if found is None or (found[3] and found[2] not in _BODIES):
        return None
    words = _OFFICES.get(found[2]) or _BODIES[found[2]] + _place(found[3])
    return f"{found[1].replace(' ', '').replace('.', '. ')}{words}"


def _place(capitals: str) -> str:
    """“ XÃ AN LỄ” → “ xã An Lễ”."""
    kind, _, name = capitals.strip().partition(" ")
    two = name.partition(" ")
    if (kind, two[0]) in (("THÀNH", "PHỐ"), ("THỊ", "XÃ"), ("THỊ", "TRẤN"), ("ĐẶC", "KHU")):
        kind, name = f"{kind} {two[0]}", two[2]
    return f" {kind.lower()} {name.title()}".rstrip() if kind else ""


def _is_name(line: str) -> bool:
    words = line.split()
    return bool(_NAME.fullmatch(line)) and all(
        word[0].isupper() and (word[1:].islower() or "." in word or len(word) == 1)
        for word in words
        if word not in ("ThS", "TS", "PGS", "GS", "CN", "BS")
    )
