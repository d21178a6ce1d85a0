"""The parts of a letter's head: its number, kind, subject, and who sends it.

Source of the form: Nghị định 30/2020/NĐ-CP, phụ lục I, phần II (parts of an administrative paper
and where they stand).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..law.identity import TYPES
from ..law.names import folded
from .document import Document

LETTER = "Công văn"
_NUMBER = re.compile(r"^\s*Số\s*:?\s*(?P<number>\d{1,6}[^\s,;]*)", re.IGNORECASE)
_HEAD_ENDS = re.compile(r"\s*(?:Kính gửi|Căn cứ|Thực hiện|Theo|Nơi nhận)\b")
_SUBJECT = re.compile(r"\s*(?:V/v|Về việc|Trích yếu)\b", re.IGNORECASE)
_DAY = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
_NOBODY = re.compile(r"cộng h(?:òa|oà) xã hội|độc lập\s*[-–]", re.IGNORECASE)
_LONGEST_HEAD = 24
_KINDS = {folded(name): name for name in TYPES}


@dataclass(frozen=True)
class LetterParts:
    """What the head says, each "" where it says nothing; ``kind`` is a letter for none."""

    number: str
    kind: str
    subject: str
    issuer: str


def letter_parts(document: Document) -> LetterParts:
    """The parts of a letter's head, as they are written there."""
    lines = list(_head(document))
    number = next((found["number"] for line in lines if (found := _NUMBER.match(line))), "")
    kind = next((_KINDS[folded(line)] for line in lines if folded(line) in _KINDS), "")
    return LetterParts(number, kind or LETTER, _subject(lines, kind), _issuer(lines))


def _head(document: Document) -> Iterator[str]:
    """The lines of the head, single spaces in them."""
    for paragraph in document.paragraphs[:_LONGEST_HEAD]:
        for line in paragraph.text.splitlines():
            if _HEAD_ENDS.match(line):
                return
            if line.strip():
                yield " ".join(line.split())


def _subject(lines: list[str], kind: str) -> str:
    """From “V/v” to the next part; of a paper with its kind in the head, what follows that."""
    first = next((n for n, line in enumerate(lines) if _SUBJECT.match(line)), None)
    if first is None and kind:
        first = next(n for n, line in enumerate(lines) if folded(line) in _KINDS) + 1
    if first is None:
        return ""
    found: list[str] = []
    for line in lines[first:]:
        if _NUMBER.match(line) or _DAY.search(line) or not any(map(str.isalpha, line)):
            break
        found.append(line)
    return " ".join(found)


def _issuer(lines: list[str]) -> str:
    """The last name above the number: below it stands whom it belongs to."""
    found = ""
    for line in lines:
        if line.lower().startswith("số") or _SUBJECT.match(line):
            break
        if any(map(str.isalpha, line)) and not _NOBODY.search(line) and not _DAY.search(line):
            found = line
    return found
