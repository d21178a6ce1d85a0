"""The tables of a .docx that a page can draw letter for letter."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from .document import Grid
from .numbering import W, value

_BREAKS = (f"{W}br", f"{W}cr")


def places(body: Element) -> dict[Element, Grid]:
    """Every cell of the plain tables of a document → its table, row and column.

    Plain: two rows and two columns at least, as many cells in each row, none merged, no table in
    a table, no more than one line in a cell.
    """
    found: dict[Element, Grid] = {}
    number = 0
    for table in body.iter(f"{W}tbl"):
        rows = [list(row.iterchildren(f"{W}tc")) for row in table.iterchildren(f"{W}tr")]
        if _is_plain(table, rows):
            number += 1
            found |= {cell: (number, *place) for cell, place in _cells(rows)}
    return found


def _cells(rows: list[list[Element]]) -> Iterator[tuple[Element, tuple[int, int]]]:
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            yield cell, (row, column)


def _is_plain(table: Element, rows: list[list[Element]]) -> bool:
    if any(one.tag == f"{W}tbl" for one in table.iterancestors()) or len(rows) < 2:
        return False
    if len({len(cells) for cells in rows}) != 1 or len(rows[0]) < 2:
        return False
    return all(_is_one_line(cell) for cells in rows for cell in cells)


def _is_one_line(cell: Element) -> bool:
    merged = cell.find(f"{W}tcPr")
    if merged is not None and (
        merged.find(f"{W}vMerge") is not None or value(merged, "gridSpan") not in ("", "1")
    ):
        return False
    if next(cell.iter(f"{W}tbl"), None) is not None or any(True for _ in cell.iter(*_BREAKS)):
        return False
    lines = [one for one in cell.iter(f"{W}p") if "".join(one.itertext()).strip()]
    return len(lines) < 2
