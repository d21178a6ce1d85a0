"""A .docx to a document: every paragraph in its order, in tables and notes too.

python-docx opens the package and keeps its parts; the text is walked here, because
``Paragraph.text`` leaves out what stands in tracked insertions, content controls and
fields, and the numbers that Word makes by itself.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.parser import parse_xml
from lxml.etree import LxmlError
from lxml.etree import _Element as Element

from .archive import AGAIN, check
from .document import NOWHERE, Document, Grid, Kind, Piece, RefusedError, composed
from .numbering import W, numbering, value
from .plain_tables import places

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = {f"{W}pPr", f"{W}rPr", f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{_MC}Fallback"}
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_LETTERS = {
    **dict.fromkeys((f"{W}tab", f"{W}ptab"), "\t"),
    **dict.fromkeys((f"{W}br", f"{W}cr"), "\n"),
    f"{W}noBreakHyphen": "\u2011",
}
_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
_MARGINS = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
_TITLES = ("heading", "title", "tiêu đề", "đầu đề")


@dataclass(frozen=True)
class Letters:
    """One element of a run and the letters that it stands for."""

    element: Element
    text: str


@dataclass(frozen=True)
class WordParagraph:
    """A paragraph as it stands in the file.

    ``host`` is the paragraph of the body that it belongs to: itself, or the one that holds
    the text box or the mark of the note. ``label`` is the number that Word makes. ``cell``
    counts the cells of tables from 1; 0 stands in none.
    """

    element: Element
    kind: Kind
    letters: tuple[Letters, ...]
    label: str = ""
    host: Element | None = None
    cell: int = 0
    grid: Grid = NOWHERE

    @property
    def text(self) -> str:
        return self.label + "".join(piece.text for piece in self.letters)


@dataclass
class _Seen:
    """What was met that cannot be read as text; lives for one reading."""

    pictures: int = 0
    hidden: int = 0
    tracked: bool = False
    symbols: int = 0
    formulas: int = 0
    struck: int = 0
    margins: list[str] = field(default_factory=list)

    def told(self) -> Iterator[str]:
        if self.pictures:
            yield f"Có {self.pictures} hình: chữ trong hình không đọc được."
        if self.symbols:
            yield f"Có {self.symbols} ký hiệu chèn từ phông riêng, không đọc được."
        if self.formulas:
            yield f"Có {self.formulas} công thức chèn bằng Equation, không đọc được."
        if self.struck:
            words = "chữ gạch ngang (Strikethrough), vẫn đưa vào: so với bản gốc."
            yield f"Có {self.struck} đoạn {words}"
        if self.hidden:
            yield f"Có {self.hidden} đoạn chữ ẩn (Hidden), không đưa vào."
        if self.tracked:
            yield "Bản này còn theo dõi sửa đổi (Track Changes): đọc như đã chấp nhận mọi sửa đổi."
        for words in self.margins:
            yield f"Đầu trang hoặc chân trang có chữ, không đưa vào: “{words}”."


def read(data: bytes) -> Document:
    """The paragraphs of a .docx. RefusedError for what is none, or is hostile."""
    seen = _Seen()
    file = opened(data)
    found = list(_walk(file, seen))
    pieces = [
        Piece(one.text, one.kind, label=len(one.label), cell=one.cell, grid=one.grid)
        for one in found
    ]
    return composed(pieces, seen.told())


def opened(data: bytes) -> Any:
    """A .docx as python-docx has it, checked before it is unpacked. RefusedError else."""
    check(data)
    try:
        return docx.Document(io.BytesIO(data))
    except (LxmlError, KeyError, ValueError, AttributeError, TypeError) as error:
        raise RefusedError("tệp .docx bị hỏng, không mở được", AGAIN) from error


def paragraphs(file: Any) -> Iterator[WordParagraph]:
    """The paragraphs that hold text, in the order in which ``read`` numbers them from 1."""
    return (one for one in _walk(file, _Seen()) if one.text.strip())


def _walk(file: Any, seen: _Seen) -> Iterator[WordParagraph]:
    """Every paragraph of the body with its text boxes, then the notes."""
    body = file.element.body
    labels = numbering(*(_root(file, kind) for kind in ("numbering", "styles")))
    titles = _titles(_root(file, "styles"))
    marks: dict[tuple[str, str], Element] = {}
    cells: dict[Element, int] = {}
    plain = places(body)
    for paragraph in body.iter(f"{W}p"):
        inside = {one.tag for one in paragraph.iterancestors()}
        if f"{_MC}Fallback" in inside:
            continue
        label = labels.label(paragraph)
        letters = tuple(_letters(paragraph, seen))
        if f"{W}txbxContent" in inside:
            box = next(one for one in paragraph.iterancestors() if one.tag == f"{W}txbxContent")
            host = next((one for one in box.iterancestors() if one.tag == f"{W}p"), None)
            yield WordParagraph(paragraph, Kind.BOX, letters, label, host)
            continue
        for mark in paragraph.iter(f"{W}footnoteReference", f"{W}endnoteReference"):
            kind = "footnote" if mark.tag.endswith("footnoteReference") else "endnote"
            marks[kind, mark.get(f"{W}id", "")] = paragraph
        holder = next(paragraph.iterancestors(f"{W}tc"), None)
        cell = 0 if holder is None else cells.setdefault(holder, len(cells) + 1)
        kind = Kind.CELL if cell else Kind.PARAGRAPH
        if kind is Kind.PARAGRAPH and _is_title(paragraph, titles):
            kind = Kind.HEADING
        grid = NOWHERE if holder is None else plain.get(holder, NOWHERE)
        yield WordParagraph(paragraph, kind, letters, label, paragraph, cell, grid)
    seen.pictures += sum(1 for _ in body.iter(f"{W}drawing", f"{W}pict", f"{W}object")) - sum(
        1 for _ in body.iter(f"{W}txbxContent")
    )
    seen.tracked = any(True for _ in body.iter(f"{W}ins", f"{W}del", f"{W}moveFrom"))
    yield from _notes(file, marks, seen)
    _margins(file, seen)


def letters_of(paragraph: Element) -> Iterator[Letters]:
    """The letters of one paragraph as it stands now, without the number that Word makes."""
    return _letters(paragraph, _Seen())


def _letters(element: Element, seen: _Seen) -> Iterator[Letters]:
    """The letters below an element in their order; what is deleted or hidden is left out."""
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{W}t":
            yield Letters(child, child.text or "")
        elif child.tag in _LETTERS:
            if child.get(f"{W}type") != "page":
                yield Letters(child, _LETTERS[child.tag])
        elif child.tag == f"{W}sym":
            seen.symbols += 1
        elif child.tag == _MATH:
            seen.formulas += 1
        elif child.tag == f"{W}r" and child.find(f"{W}rPr/{W}vanish") is not None:
            seen.hidden += 1
        else:
            if child.tag == f"{W}r" and _is_struck(child):
                seen.struck += 1
            yield from _letters(child, seen)


def _is_struck(run: Element) -> bool:
    """Whether a line goes through the letters of a run."""
    found = (run.find(f"{W}rPr/{W}{name}") for name in ("strike", "dstrike"))
    off = ("0", "false", "off")
    return any(one is not None and one.get(f"{W}val", "1") not in off for one in found)


def _notes(
    file: Any, marks: dict[tuple[str, str], Element], seen: _Seen
) -> Iterator[WordParagraph]:
    for kind in _NOTES:
        word = "footnote" if kind is RELATIONSHIP_TYPE.FOOTNOTES else "endnote"
        for part in _parts(file, kind):
            for note in parse_xml(part.blob).findall(f"{W}{word}"):
                host = marks.get((word, note.get(f"{W}id", "")))
                for paragraph in note.iter(f"{W}p"):
                    letters = tuple(_letters(paragraph, seen))
                    yield WordParagraph(paragraph, Kind.NOTE, letters, host=host)


def _margins(file: Any, seen: _Seen) -> None:
    """Notes the words of running heads and feet; a page number alone is none."""
    for kind in _MARGINS:
        for part in _parts(file, kind):
            root = getattr(part, "element", None)
            for paragraph in root.iter(f"{W}p") if root is not None else ():
                words = "".join(one.text for one in _letters(paragraph, _Seen())).strip()
                if any(letter.isalpha() for letter in words) and words[:80] not in seen.margins:
                    seen.margins.append(words[:80])


def _parts(file: Any, kind: str) -> Iterator[Any]:
    for relation in file.part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            yield relation.target_part


def _root(file: Any, name: str) -> Element | None:
    """The root of styles.xml or numbering.xml; None where the file has none."""
    kind = {"numbering": RELATIONSHIP_TYPE.NUMBERING, "styles": RELATIONSHIP_TYPE.STYLES}[name]
    part = next(_parts(file, kind), None)
    return getattr(part, "element", None)


def _titles(styles: Element | None) -> frozenset[str]:
    """Ids of the styles that make a heading."""
    if styles is None:
        return frozenset()
    return frozenset(
        style.get(f"{W}styleId", "")
        for style in styles.findall(f"{W}style")
        if value(style, "name").lower().startswith(_TITLES)
    )


def _is_title(paragraph: Element, titles: frozenset[str]) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is not None and style.get(f"{W}val") in titles:
        return True
    return paragraph.find(f"{W}pPr/{W}outlineLvl") is not None
