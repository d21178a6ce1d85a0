"""What a line in the head of a paper is: issuing body, motto, number, place and day, subject.

Source of the forms: Nghị định 30/2020/NĐ-CP, phụ lục I, phần II, mục I (parts of an administrative
paper and where they stand). Lines are given as they stand, in any spelling of the marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from .identity import TYPES
from .late_pattern import late
from .names import folded


class Part(StrEnum):
    """What a line of the head is; BODY is whatever no other part claims."""

    BODY = "body"
    MOTTO = "motto"
    NUMBER = "number"
    DAY = "day"
    SUBJECT = "subject"
    KIND = "kind"
    RULE = "rule"
    END = "end"  # the head is over: whom it is for, what it rests on


MOTTO = late(
    r"cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|độc lập\s*[-–]\s*tự do|đảng cộng sản việt nam"
    # (what stands in its place in papers of the Youth Union)
    r"|^đoàn (?:tncs|thanh niên cộng sản) hồ chí minh$",
    re.IGNORECASE,
)
_END = re.compile(r"(?:Kính gửi|Căn cứ|Thực hiện|Theo|Nơi nhận)\b")
_SUBJECT = re.compile(r"(?:V/v|Về việc|Trích yếu)(?!\w)", re.IGNORECASE)
OF_ASSEMBLY = r"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết)\s(?=Số\s*:\s*\d+/\d{4}/(?:UBTV)?QH\s?\d)"
"""What stands before “số” in the papers of the National Assembly: “Luật số: 24/2018/QH14”."""
_NUMBER = late(rf"(?:{OF_ASSEMBLY})?Số\s*(?:[.:]|(?=\d))[\s.:…_]*[\d/\-–]?", re.IGNORECASE)
_BLANK = r"[\s.…_\d]*"
_DAY = late(
    r"(?P<place>(?:(?:quận|phường)\s\d{1,2}(?=\s*,)|[^\d:;\n]{0,60}?)[\s,]*)(?<!\w)"
    rf"ngày(?:{_BLANK}tháng{_BLANK}năm{_BLANK}"
    r"|\s+\d{1,2}\s?[/.\-–]\s?\d{1,2}\s?[/.\-–]\s?\d{4})\s*\.?",
    re.IGNORECASE,
)
OFFICIAL = re.compile(r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu)\s[\w]")
"""A place that begins with a small letter: “xã Mỹ An, ngày …”."""
_KINDS = {folded(name): name for name in TYPES}
_LONGEST_FIRST = sorted(_KINDS, key=len, reverse=True)

# “TỈNH BÌNH ĐỊNH” below “ỦY BAN NHÂN DÂN” is one name with it; “TỈNH ỦY” and “XÃ ĐOÀN” are bodies
_PLACE = late(
    r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|tx\.?|xã|phường|thị trấn|tt\.|đặc khu)"
    r"(?!\w)(?!\s*(?:ủy|uỷ|đoàn|hội))",
    re.IGNORECASE,
)
_JOINS = re.compile(r"(?:và|của|tại|trực thuộc|thuộc)(?!\w)", re.IGNORECASE)
_OPEN = late(
    # a name that goes on below: after a joining word, or a body that every place has one of
    r"(?:(?<!\w)(?:và|của|tại|thuộc)|[,\-–]"
    r"|^(?:(?:ủy|uỷ) ban nhân dân|ubnd|hội đồng nhân dân|hđnd))$",
    re.IGNORECASE,
)

# who decides, in a line of its own below the title: “ỦY BAN NHÂN DÂN TỈNH”, “GIÁM ĐỐC SỞ …”
_AUTHORITY = late(
    r"(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|HIỆU TRƯỞNG"
    r"|TRƯỞNG PHÒNG|TRƯỞNG BAN|CỤC TRƯỞNG|VIỆN TRƯỞNG|CHÁNH|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI)\b"
)


def composed(line: str) -> str:
    """The line with one spelling of each letter and single spaces."""
    return " ".join(unicodedata.normalize("NFC", line).split())


def part_of(line: str) -> Part:
    """What one line of a head is."""
    line = composed(line)
    if not any(map(str.isalpha, line)):
        return Part.RULE
    if MOTTO.match(line):
        return Part.MOTTO
    if _NUMBER.match(line):
        return Part.NUMBER
    if _SUBJECT.match(line):
        return Part.SUBJECT
    if _END.match(line):
        return Part.END
    day = _DAY.fullmatch(line)
    if day and (not day["place"] or day["place"][0].isupper() or OFFICIAL.match(day["place"])):
        return Part.DAY
    return Part.KIND if kind_of(line)[0] else Part.BODY


def decides(line: str) -> bool:
    """Whether a line in capitals, below a title, names who decides: “GIÁM ĐỐC SỞ …”."""
    return bool(_AUTHORITY.match(composed(line)))


def kind_of(line: str) -> tuple[str, str]:
    """The kind of paper that a line names, and what follows on it: “KẾ HOẠCH Phòng cháy”.

    Two empty texts where it names none. Words may follow only a kind in capitals.
    """
    line = composed(line)
    whole = folded(line)
    if whole in _KINDS:
        return _KINDS[whole], ""
    for name in _LONGEST_FIRST:
        rest = line[len(name) :]
        if whole.startswith(f"{name} ") and line[: len(name)].isupper():
            return _KINDS[name], rest.strip()
    return "", ""


def bodies(lines: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Lines that name bodies, parted into names: the last one issues, those above it hold it."""
    found: list[list[str]] = []
    for line in map(composed, lines):
        goes_on = found and (
            line[:1].islower()
            or _PLACE.match(line)
            or _JOINS.match(line)
            or _OPEN.search(found[-1][-1])
        )
        if goes_on:
            found[-1].append(line)
        else:
            found.append([line])
    return tuple(map(tuple, found))


def parted(lines: Iterable[str]) -> list[list[str]]:
    """Lines of a head that stand under one another, each part and each name of a body apart.

    A line that no part claims, below a subject or a kind in small letters, goes on with it.
    """
    found: list[tuple[Part, list[str]]] = []
    for line in lines:
        part = part_of(line)
        before = found[-1][0] if found else None
        if part is Part.BODY and before in (Part.SUBJECT, Part.BODY) and found:
            if before is Part.SUBJECT or len(bodies([*found[-1][1], line])) == 1:
                found[-1][1].append(line)
                continue
        elif part is before is Part.RULE:
            found[-1][1].append(line)
            continue
        found.append((part, [line]))
    return [group for _, group in found]
