"""What ``[[xét công văn]]`` draws in: the field for a letter, or that this site has none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from xml.etree.ElementTree import Element

from ...page.context import PageContext
from ...page.drawing import Table
from .shipped import Shipped

DRAWN = "xét công văn"
FORM = 'class="xet"'
"""What stands on a page that has the field."""


def tables(shipped: Shipped | None) -> Mapping[str, Table]:
    """The table by its name; ``shipped`` None says that the site cannot judge in a browser."""
    return {DRAWN: partial(_draw, shipped)}


def _draw(shipped: Shipped | None, here: PageContext) -> list[Element]:
    size = f"{shipped.megabytes:.1f}".replace(".", ",") if shipped else ""
    return here.render("draft/judge.html", shipped=shipped, size=size)
