"""A letter's words, letter for letter, as the source of a page that shows exactly them.

What Markdown would take for its own marks is escaped, so that the page shows what the letter
says. What a page cannot show or nobody can see (spaces side by side, marks without width) is
made plain, and told.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...intake.document import Document, Kind
from ...intake.letter_parts import head_end
from ...law.letter_head import Part, part_of, parted
from ...law.text_source import has_unprintable, with_usual_signs
from ...page.letter_table import rows_of, table_of

_SPECIAL = re.compile(
    r"[\\`*_\[\]{}]|(?<=\])\(|<|&(?=#?\w{1,32};)|(?<=^)#|(?<=\n)#|(?m:^)~(?=~~)|(?<=--)>"
)
_STROKE_ROW = re.compile(r"(?m)^(?=[^\n]*\|)[ \t:|-]*-[ \t:|-]*$")
_AS_ENTITY = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "~": "&#126;"}
_SPACES = re.compile(r"[ \t]{2,}|\t")
_ZERO_WIDTH = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_RULE = re.compile(r"(?!\.{3,4}$)[\s_=*~.\-–—]+")  # “...” says that something was left out
_ITEM = re.compile(r"(\d{1,2})\.(?=\s)")
_PART = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])\s?[.)/\-–]\s*[^\W\d_]|(?:Phần|PHẦN)\s+[IVX\d]")
_BLANK_NUMBER = re.compile(r"\s*Số\s*:?[ \t]{2,}[/\-–]\s?\w+(?:[/\-–.]\w+)*\s*$", re.IGNORECASE)
_ANNEX = re.compile(
    r"(?:phụ lục|danh (?:sách|mục)|biểu|mẫu|bảng|lịch|kế hoạch|thống kê)(?!\w)", re.IGNORECASE
)
_LONG = 120
"""A line longer than this was not broken by hand: it is a paragraph of its own."""


@dataclass(frozen=True)
class Wording:
    """The paragraphs of a letter, and sentences on what was made plain."""

    paragraphs: tuple[str, ...]
    told: tuple[str, ...]


def wording(document: Document) -> Wording:
    """The letter's paragraphs as the page will show them, lines kept."""
    counted: Counter[str] = Counter()
    found: list[str] = []
    for text in _paragraphs(document):
        lines = [_plain(line, counted) for line in re.split(r"\r\n|\r|\n", text)]
        words = [line for line in lines if line]
        kept = [line for line in words if not _RULE.fullmatch(line)]
        counted["rules"] += len(words) - len(kept)
        if kept:
            found.append("\n".join(kept))
    if document.paragraphs[0].line:  # a plain text: its paragraphs are without their edges
        lines = document.text.replace("\r", "").split("\n")
        counted["edges"] = sum(1 for line in lines if line.strip() and line != line.strip())
    if "\r" in document.text:
        counted["returns"] += 1
    return Wording(tuple(found), tuple(_told(counted)))


def without_marks(document: Document) -> Document:
    """The document as it is read: without what nobody sees, which no file of the site may hold,
    and which parts words (“T·ỈNH” is no province). ``wording`` of the document as given tells it.
    """
    paragraphs = (replace(one, text=_seen(one.text)) for one in document.paragraphs)
    return replace(document, paragraphs=tuple(paragraphs))


def _seen(text: str) -> str:
    bare = _ZERO_WIDTH.sub("", unicodedata.normalize("NFC", text))
    return "".join(sign for sign in bare if sign.isspace() or not has_unprintable(sign))


def source(paragraphs: Iterable[str], not_items: frozenset[int] = frozenset()) -> str:
    """Paragraphs as Markdown that shows exactly them; ``not_items`` begin with no item."""
    made = []
    for place, text in enumerate(paragraphs):
        escaped = _SPECIAL.sub(lambda found: _AS_ENTITY.get(found[0], f"\\{found[0]}"), text)
        if not rows_of(text):  # strokes that are drawn in the letter itself
            escaped = _STROKE_ROW.sub(lambda found: found[0].replace("|", "&#124;"), escaped)
        made.append(_ITEM.sub(r"\1\\.", escaped, count=1) if place in not_items else escaped)
    return "\n\n".join(made)


def repeated_items(paragraphs: Iterable[str]) -> frozenset[int]:
    """Places of paragraphs that begin with the number of an item that was there before."""
    seen: set[int] = set()
    again: set[int] = set()
    for place, text in enumerate(paragraphs):
        found = _ITEM.match(text)
        if found:
            number = int(found[1])
            (again.add(place) if number in seen else seen.add(number))
    return frozenset(again)


def counted_anew(paragraphs: Sequence[str]) -> frozenset[int]:
    """Places of all numbered paragraphs, where parts (“II. …”, “B. …”) begin to count anew.

    A number names no item there: “mục 2” may be that of any part. Empty where none does.
    """
    numbered: list[int] = []
    seen: dict[int, int] = {}
    parts, anew = 0, False
    for place, text in enumerate(paragraphs):
        parts += bool(_PART.match(text))
        if found := _ITEM.match(text):
            anew |= seen.setdefault(int(found[1]), parts) != parts
            numbered.append(place)
    return frozenset(numbered) if anew else frozenset()


def _paragraphs(document: Document) -> Iterator[str]:
    """The document's own, those of the head by its parts; lines of a plain text that has no
    empty lines and long ones.
    """
    head = head_end([paragraph.text for paragraph in document.paragraphs])
    tables = drawn_tables(document)
    drawn = {document.paragraphs[place].grid[0] for place in tables}
    for place, paragraph in enumerate(document.paragraphs):
        if place in tables:
            yield table_of(tables[place])
        if paragraph.grid[0] in drawn and place >= head:
            continue
        lines = paragraph.text.splitlines()
        if place < head and len(lines) > 1:
            yield from _of_head(lines)
        elif paragraph.line and any(len(line) > _LONG for line in lines):
            yield from lines
        elif paragraph.line:
            yield from _items_apart(lines)
        else:
            yield paragraph.text


def _items_apart(lines: Sequence[str]) -> Iterator[str]:
    """Lines that no empty line parts; where two or more of them count on (“1. …”, “2. …”), each
    of these begins a paragraph: an item left in that of the one before would bear its number.
    """
    begun = {at: int(found[1]) for at, line in enumerate(lines) if (found := _ITEM.match(line))}
    numbers = list(begun.values())
    if len(numbers) < 2 or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        begun = {}
    starts = sorted({0, *begun, len(lines)})
    for start, end in pairwise(starts):
        yield "\n".join(lines[start:end])


def drawn_tables(document: Document) -> dict[int, tuple[tuple[str, ...], ...]]:
    """Place of the first cell of each table that is drawn → its rows.

    In the running text and in what is attached: head and foot of a letter are set in tables that
    no page draws. A stroke in a cell would part it, so such a table is not drawn.
    """
    texts = [one.text for one in document.paragraphs]
    first: dict[int, int] = {}
    cells: dict[int, dict[tuple[int, int], str]] = {}
    for place in running(document):
        number, row, column = document.paragraphs[place].grid
        if number:
            first.setdefault(number, place)
            cells.setdefault(number, {})[row, column] = texts[place]
    return {
        first[number]: tuple(
            tuple(
                found.get((row, column), "") for column in range(1, 1 + max(at[1] for at in found))
            )
            for row in sorted({at[0] for at in found})
        )
        for number, found in cells.items()
        if not any("|" in text for text in found.values()) and len({at[0] for at in found}) > 1
    }


def running(document: Document) -> tuple[int, ...]:
    """Places of the paragraphs between head and foot, and of what is attached behind the foot."""
    texts = [one.text for one in document.paragraphs]
    foot = next((n for n, text in enumerate(texts) if text.startswith("Nơi nhận")), len(texts))
    return (*range(head_end(texts), foot), *range(_attached(document, foot), len(texts)))


def _attached(document: Document, foot: int) -> int:
    """Where the first annex begins: behind the table of the foot, else at a line that says so."""
    paragraphs = document.paragraphs
    in_table = foot < len(paragraphs) and paragraphs[foot].kind is Kind.CELL
    for place in range(foot + 1, len(paragraphs)):
        one = paragraphs[place]
        if one.kind is not Kind.CELL and (in_table or _ANNEX.match(one.text)):
            return place
    return len(paragraphs)


def _of_head(lines: list[str]) -> Iterator[str]:
    """The parts of a head whose lines no empty line parts; what follows it, line by line."""
    ended = (n for n, line in enumerate(lines) if part_of(line) in (Part.END, Part.KIND))
    end = next(ended, len(lines))
    for part in parted(lines[:end]):
        yield "\n".join(part)
    rest = lines[end:]
    if any(len(line) > _LONG for line in rest) or (rest and part_of(rest[0]) is Part.KIND):
        yield from rest
    elif rest:
        yield "\n".join(rest)


def _plain(line: str, counted: Counter[str]) -> str:
    composed = unicodedata.normalize("NFC", line)
    counted["composed"] += composed != line
    bare, marks = _ZERO_WIDTH.subn("", composed)
    counted["marks"] += marks
    if has_unprintable(bare):
        kept = "".join(letter for letter in bare if not has_unprintable(letter))
        counted["unprintable"] += len(bare) - len(kept)
        bare = kept
    usual = with_usual_signs(bare)
    counted["signs"] += sum(a != b for a, b in zip(bare, usual, strict=True))
    bare = usual
    if not _BLANK_NUMBER.match(bare):  # “Số:      /STTTT-BCXB”: the blank is what the letter says
        bare, spaces = _SPACES.subn(" ", bare)
        counted["spaces"] += spaces
    counted["edges"] += bare != bare.strip()
    return bare.strip()


def _told(counted: Counter[str]) -> Iterator[str]:
    for key, words in (
        ("returns", "Tệp xuống dòng kiểu Windows hoặc máy Mac cũ: ghi lại theo kiểu của kho."),
        ("composed", "{} dòng viết dấu rời (tổ hợp): ghi lại bằng dấu liền, chữ không đổi."),
        ("spaces", "{} chỗ có nhiều dấu cách liền nhau hoặc dấu tab: ghi một dấu cách."),
        ("edges", "{} dòng có dấu cách thừa ở đầu hoặc cuối: đã bỏ."),
        ("marks", "{} ký tự không có bề rộng (không nhìn thấy): đã bỏ."),
        ("unprintable", "{} ký tự điều khiển: đã bỏ."),
        ("signs", "{} ký hiệu của phông Word (Symbol, Wingdings): ghi bằng dấu thường, hoặc □."),
        ("rules", "{} đường kẻ vẽ bằng dấu gạch: đã bỏ."),
    ):
        if counted[key]:
            yield words.format(counted[key])
