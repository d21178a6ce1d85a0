"""The ways in that the search offers to somebody who typed nothing, or found nothing.

They are the first rows of the home page, which words them:
``- [**Title** Line below.](page.md#place)``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...law.corpus import Corpus

HOME = "index.md"
_ROW = re.compile(r"^- \[\*\*(.+?)\*\* +(.+?)\]\(([\w/.-]+\.md)(?:#([\w-]+))?\)$", re.M)


@dataclass(frozen=True)
class Row:
    """A place on a page of ``docs``, and two lines that lead there."""

    page: str
    anchor: str
    title: str
    below: str


def rows(corpus: Corpus) -> tuple[Row, ...]:
    """The rows of the home page's first list of such, in their order; none where it has none."""
    home = corpus.pages.get(HOME)
    lists = map(_ROW.findall, home.text.split("\n\n") if home else [])
    found = next(filter(None, lists), [])
    return tuple(Row(page, anchor, title, below) for title, below, page, anchor in found)


MORE = ("tra-cuu/hoi-dap.md", "tinh-huong/index.md", "tra-cuu/dieu-khoan.md")
"""Questions and answers, all situations, every provision: where nothing was found."""
