"""The parts of a letter's head: its number, kind, subject, and who sends it.

Source of the form: Nghị định 30/2020/NĐ-CP, phụ lục I, phần II (parts of an administrative paper
and where they stand).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..law.letter_head import (
    MOTTO,
    OF_ASSEMBLY,
    Part,
    bodies,
    composed,
    decides,
    kind_of,
    part_of,
)
from ..law.names import as_seen
from ..law.whole_number import LETTERS, is_whole_in_line, without_seal
from .document import Document

LETTER = "Công văn"
_NUMBER = re.compile(
    # Số: 12/PGDĐT · SỐ : 61 / KH - UBND · Số: 12a/KH · 02(m)/CV · Số:        /PGDĐT (left blank)
    # (no number: “345/PTN - Hỏa tốc”)
    # (no number: “12/PGDĐT-V/v …”)
    rf"(?:{OF_ASSEMBLY})?"
    r"Số\s*[.:]*\s*(?:(?P<number>[0-9]{1,6}(?!\s\d)(?:(?:[a-zđ]|\s?\([a-zđ\d]\))(?=\s?[/\-–]))?"
    rf"(?:(?:\s?/\s?|[-–](?!V/v))[^\W_]\w*(?:[.&]\w+)*|\s?[-–]\s?(?-i:{LETTERS}))*(?!\w))"
    r"|[\s.…_]*[/\-–]\s*(?P<office>[^\W\d_][\w.&]*(?:\s?[/\-–]\s?[^\W_][\w.&]*)*))",
    re.IGNORECASE,
)
# two columns on one line: a tab or wide space before a capital, or the motto at its end
_COLUMNS = re.compile(
    r"(?:\t|\s{3,}|\s\|\s)\s*(?=[^\W\d_])"
    r"|(?<!NƯỚC)\s+(?=(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM"
    r"|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc)\s*$)"
)
_LAST_CELL = re.compile(r"(?:\s+\|)+$")
_GOES_ON = re.compile(
    r"(?:,|[-–]|(?<!\w)(?:và|của|về|tại|cho|trong|trên|với|các|những|theo|đối với|từ|đến))$",
    re.IGNORECASE,
)
_ENDED = (".", ":", ";")
_FIGURE = re.compile(r"\d")
_LETTERED = re.compile(r"\s*Số[\s.:…_\d]*\d?[a-zđ]?\s?[^\w\s:.,…]\s?[^\W\d_]", re.IGNORECASE)
"""A line of a number with the letters of an office, or of one left blank."""
_ANY_NUMBER = re.compile(r"^Số\s*:?\s*\S*", re.IGNORECASE)
"""… or of one that could not be read: “Số: 1.234/QĐ-UBND Long An, ngày …”."""
_DAY_BROKEN = re.compile(
    r"(ngày[ \d]*)\s*\n\s*(?=(?:\d{1,2}\s*)?tháng\s*\d)"
    r"|(ngày *\d{1,2} *tháng[ \d]*)\s*\n\s*(?=(?:\d{1,2}\s*)?năm\s*\d{4})",
    re.IGNORECASE,
)
_SENDERS = {"Dự án": "/DA", "Chương trình": "/CTR", "Đề án": "/ĐA"}
"""Kinds of papers that bodies are called by, too, and their letters in a number."""
_PIECE = re.compile(r"[0-9A-ZĐ&][\w.&/\-]*")
_LISTED = re.compile(rf"(?:và\s+|[&,+(]\s*){LETTERS}(?:\s*(?:,|và|&)\s*{LETTERS})*\)?")
"""More offices below a number: “và GDTX”, “(GDTX)”."""
_NUMBERED = re.compile(r"(?:[IVX]+|\d{1,2}|[a-zđ])[.)]\s")
_NO_NAME = re.compile(
    r"^\d{1,6}[a-zđ]?\s?[/\-–]|(?<!\w)(?:số|sô|so)(?:[\s/]\w+){0,3}\s*[:.]"
    r"|^(?:đến|ngày|người ký|ký bởi|thời gian ký)(?!\w)",
    re.IGNORECASE,
)
"""What stands in no name of an office: “Số đến: 77”, “Công văn số: 345/SGDĐT”."""
_LIKE_NUMBER = re.compile(
    rf"(?:^|(?<!\w)(?i:số|sô|so|cv)(?!\w)[^\d]*)\d{{1,6}}[a-zđ]?\s?[/\-–]\s?{LETTERS}"
)
_LONGEST_HEAD = 24
"""So many paragraphs are read for the head, where no word ends it before."""
_LONGEST_LINE = 100
"""A longer line was not broken by hand: the one after it does not go on."""


@dataclass(frozen=True)
class LetterParts:
    """What the head says, each "" where it says nothing; ``kind`` is a letter for none.

    ``office`` are the letters behind a number that was left blank: “PGDĐT-CNTT”; ``unread`` are
    the lines of a number of which nobody can tell for certain where it ends, or which is the
    letter's own: then ``number`` is "".
    """

    number: str
    kind: str
    subject: str
    issuer: str
    office: str = ""
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Line:
    """A line of the head; ``beside`` stands right of another one, in the second column.

    Lines of one ``cell`` of a table belong together, and those of one ``block`` were not parted
    by an empty line.
    """

    text: str
    part: Part
    block: int
    cell: int
    beside: bool


def letter_parts(document: Document) -> LetterParts:
    """The parts of a letter's head, as they are written there."""
    lines = _titled(list(_lines(document)))
    number, office, unread = _own(lines)
    named = next((n for n, line in enumerate(lines) if line.part is Part.KIND), None)
    kind = kind_of(lines[named].text)[0] if named is not None else LETTER
    subject, issuer = _subject(lines, named), _issuer(lines)
    return LetterParts(number, kind, subject, issuer, office, unread)


def _titled(lines: list[_Line]) -> list[_Line]:
    """The lines, where “DỰ ÁN …” above the number is who sends the letter, and no title of it; nor
    is “Luật số: …” its number where the subject goes on with it.
    """
    for place, line in enumerate(lines):
        above = {one.part for one in lines[:place]}
        if line.part is Part.NUMBER and line.text[:1] not in "Ss" and Part.SUBJECT in above:
            lines[place] = replace(line, part=Part.BODY)
        kind = kind_of(line.text)[0] if line.part is Part.KIND else ""
        numbers = [one.text.upper() for one in lines[place + 1 :] if is_lettered(one.text)]
        if kind in _SENDERS and numbers and not any(_SENDERS[kind] in one for one in numbers):
            lines[place] = replace(line, part=Part.BODY)
    return lines


def day_joined(text: str) -> str:
    """The text with its day on one line, where it was broken: “ngày 15 tháng 5 / năm 2026”."""
    return _DAY_BROKEN.sub(lambda found: f"{found[1] or found[2]} ", text)


def without_number(line: str) -> str:
    """What stands behind the letter's own number in its line: “Số: 12/PGDĐT Thủ Thừa, …”."""
    line = as_seen(line).lstrip()
    found = _NUMBER.match(line)
    rest = line[found.end() :] if found else ""
    read = found and (not rest or rest[0].isspace() or rest[0] in ",|")
    return rest if read else _ANY_NUMBER.sub("", line, count=1)


def is_lettered(line: str) -> bool:
    """Whether it is a letter's own number, with letters; a stamp has figures alone: “Số: 77”."""
    return is_number_line(line) and bool(_LETTERED.search(line))


def is_number_line(line: str) -> bool:
    """Whether a line of a head is that of the letter's own number, “Số: 12/PGDĐT”."""
    return part_of(line) is Part.NUMBER


def head_end(paragraphs: Sequence[str]) -> int:
    """How many paragraphs the head has: up to whom it is for, its kind, or what it rests on."""
    for place, text in enumerate(paragraphs[:_LONGEST_HEAD]):
        if any(part_of(line) in (Part.END, Part.KIND) for line in text.splitlines()):
            return place + 1  # its lines may hold both
    return min(len(paragraphs), _LONGEST_HEAD)


def _lines(document: Document) -> Iterator[_Line]:
    """The lines of the head, columns parted; the first that ends it is the last."""
    title = False
    for paragraph in document.paragraphs[:_LONGEST_HEAD]:
        for whole in day_joined(paragraph.text).splitlines():
            for place, piece in enumerate(_columns(whole)):
                part = part_of(piece)
                if title and (part is Part.END or (part is Part.KIND and kind_of(piece)[1])):
                    part = Part.BODY  # “KẾ HOẠCH / Thực hiện …”, “NGHỊ ĐỊNH / QUY ĐỊNH VỀ …”
                yield _Line(composed(piece), part, paragraph.number, paragraph.cell, place > 0)
                if part is Part.END:
                    return
                if part is not Part.RULE:
                    title = part is Part.KIND and not kind_of(piece)[1]


def _columns(line: str) -> list[str]:
    """The columns of a line; a wide space before a small letter is within: “ngày     tháng  8”."""
    found: list[str] = []
    for piece in _COLUMNS.split(_LAST_CELL.sub("", line.strip())):
        if found and not piece[:1].isupper():
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def _own(lines: Sequence[_Line]) -> tuple[str, str, tuple[str, ...]]:
    """The letter's number, the letters behind one left blank, and what could not be read.

    A stamp of whoever received it has figures alone (“Số: 77”); a letter's number has letters.
    """
    places = [n for n, line in enumerate(lines) if line.part is Part.NUMBER]
    read = [(lines[n].text, *_number(lines[n:])) for n in places]
    lettered = [one for one in read if _LETTERED.search(one[0])]
    told = {one[1:]: one[0] for one in lettered or read if any(one[1:]) or _FIGURE.search(one[0])}
    if not places:
        return "", "", tuple(_unmarked(lines))
    if len(told) == 1 and any(only := next(iter(told))):
        return *only, ()
    return "", "", tuple(told.values())


def _unmarked(lines: Sequence[_Line]) -> Iterator[str]:
    """The first line above the subject that may hold the number in a form that is not known:
    “345/SGDĐT-VP”, “Công văn số: 345/SGDĐT-VP”.
    """
    for line in lines:
        if line.part in (Part.SUBJECT, Part.KIND, Part.END):
            return
        if line.part is Part.BODY and _LIKE_NUMBER.search(as_seen(line.text)):
            yield line.text
            return


def _number(lines: Sequence[_Line]) -> tuple[str, str]:
    """The number in the first of these lines, or the letters behind one left blank; two empty texts
    for what is not sure.
    """
    text = without_seal(as_seen(lines[0].text))
    below = [one for one in lines[1:5] if not one.beside or _PIECE.fullmatch(one.text)]
    goes_on = bool(below) and _is_rest(below[0], lines[0])
    alone = (found := _NUMBER.match(text)) and not text[found.end() :].strip(" -/")
    if goes_on and alone and _parted(text, below[0].text):
        text += without_seal(as_seen(below[0].text))
        goes_on = len(below) > 1 and _is_rest(below[1], lines[0])
    found = _NUMBER.match(text)
    if found is None:
        return "", ""
    number, office = ("".join((found[name] or "").split()) for name in ("number", "office"))
    if number and (goes_on or not is_whole_in_line(number, text[found.end() :])):
        return "", ""
    return number, office.rstrip(".")


def _is_rest(line: _Line, before: _Line) -> bool:
    """Whether a line may go on with the number above it: “VP”, “5/SGDĐT” in a narrow column."""
    text = as_seen(line.text)
    if line.cell != before.cell:
        return False
    near = line.cell or line.block == before.block
    if not without_seal(text) or line.part not in (Part.BODY, Part.RULE):
        return False
    if near and _LISTED.fullmatch(text):
        return True
    if " " in text:
        return False
    if _parted(before.text, text) and any(map(str.isalnum, text)):
        return True
    return bool(near and _PIECE.fullmatch(text))


def _parted(text: str, below: str) -> bool:
    """Whether a sign that parts a number stands where its line ends."""
    return as_seen(text).endswith(("-", "/")) or as_seen(below).startswith(("-", "/"))


def _subject(lines: list[_Line], kind: int | None) -> str:
    """From “V/v” to the next part; of a paper with its kind in the head, what follows that."""
    first = next((n for n, line in enumerate(lines) if line.part is Part.SUBJECT), None)
    found: list[_Line] = []
    if first is None:
        if kind is None:
            return ""
        rest = kind_of(lines[kind].text)[1]
        if rest:
            line = lines[kind]
            found.append(_Line(rest, Part.SUBJECT, line.block, line.cell, line.beside))
        first = kind + 1
    for line in lines[first:]:
        if (found and line.beside) or (not found and line.part is Part.RULE):
            continue
        if found and not _goes_on(found[-1], line):
            break
        if not found and line.part not in (Part.SUBJECT, Part.BODY):
            break
        found.append(line)
    return " ".join(line.text for line in found)


def _goes_on(before: _Line, line: _Line) -> bool:
    """Whether a line goes on with the subject that the line before it has begun."""
    ends_in_country = before.text.lower().endswith("nước")  # … nước / Cộng hòa xã hội …
    if line.part is Part.MOTTO:
        return ends_in_country
    if line.part is not Part.BODY or line.cell != before.cell:
        return False
    if line.text[:1].islower() or _GOES_ON.search(before.text):
        return not _NUMBERED.match(line.text)
    if before.text.endswith(_ENDED) or _NUMBERED.match(line.text):
        return False
    if decides(line.text):
        return False
    if before.text.isupper() or line.text.isupper():
        return before.text.isupper() and line.text.isupper()
    return before.block == line.block and len(line.text) < _LONGEST_LINE > len(before.text)


def _issuer(lines: list[_Line]) -> str:
    """The last name above the number: below it stands whom it belongs to.

    Of a head whose end nobody knows (a scan without accents) the last line is no office: "".
    """
    above = []
    for line in lines:
        if line.part in (Part.NUMBER, Part.SUBJECT, Part.KIND, Part.END):
            break
        if line.part is Part.BODY and not (MOTTO.search(line.text) or _NO_NAME.search(line.text)):
            above.append(line.text)
    else:
        return ""
    names = bodies(above)
    return " ".join(names[-1]) if names else ""
