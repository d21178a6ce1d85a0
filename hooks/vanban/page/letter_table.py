"""A table in a letter, as Markdown writes it: read, and written so that it is read back."""

from __future__ import annotations

from collections.abc import Sequence


def rows_of(text: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a paragraph that is a table of Markdown, its head first; none where it is none.

    ``| a | b |``, below it ``| --- | --- |``, then the other rows, each of as many cells.
    """
    lines = text.splitlines()
    if len(lines) < 3 or not all(line[:2] == "| " and line[-2:] == " |" for line in lines):
        return ()
    rows = [tuple(cell.strip() for cell in line[1:-1].split("|")) for line in lines]
    if set(rows[1]) != {"---"} or len({len(row) for row in rows}) != 1:
        return ()
    return (rows[0], *rows[2:])


def table_of(rows: Sequence[Sequence[str]]) -> str:
    """The paragraph that ``rows_of`` reads back."""
    lines = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
