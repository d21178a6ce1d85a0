"""Tables that become cards on a phone: each cell learns the heading of its column."""

from __future__ import annotations

from xml.etree.ElementTree import Element

MANY = 3
"""So many columns are too many for a phone."""
_ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "columnheader", "td": "cell"}
"""What the parts of a table are, for browsers forget it where a style sets them otherwise."""


def label_cells(root: Element) -> None:
    """Set ``data-nhan`` on every cell of every table that has a head.

    A table of many columns gets ``data-cot``, their number, and says what its parts are.
    """
    for table in root.iter("table"):
        names = [" ".join("".join(head.itertext()).split()) for head in table.iter("th")]
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag == "td"]
            for name, cell in zip(names, cells, strict=False):
                if name:
                    cell.set("data-nhan", name)
        if len(names) >= MANY:
            table.set("data-cot", str(len(names)))
            table.set("role", "table")
            for part in table.iter():
                if part.tag in _ROLES:
                    part.set("role", _ROLES[part.tag])
