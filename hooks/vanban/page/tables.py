"""Tables that become cards on a phone: each cell learns the heading of its column."""

from __future__ import annotations

from xml.etree.ElementTree import Element


def label_cells(root: Element) -> None:
    """Set ``data-nhan`` on every cell of every table that has a head."""
    for table in root.iter("table"):
        names = [" ".join("".join(head.itertext()).split()) for head in table.iter("th")]
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag == "td"]
            for name, cell in zip(names, cells, strict=False):
                if name:
                    cell.set("data-nhan", name)
