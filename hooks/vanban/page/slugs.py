"""Ids of headings that name no unit: the words without marks, đ as d."""

from __future__ import annotations

import re

from ..law.markdown_source import HARD, Block
from ..law.names import unaccented
from ..law.provision import plain

_ID = re.compile(r"\{:?[^{}\n]*#(?P<id>[\w-]+)[^{}\n]*\}[ \t]*$")


def heading_id(text: str, separator: str = "-") -> str:
    """``Được viện dẫn ở đâu?`` → ``duoc-vien-dan-o-dau``; the form Python-Markdown calls."""
    return re.sub(r"[^a-z0-9]+", separator, unaccented(text)).strip(separator)


def block_anchor(source: str, block: Block) -> tuple[str, str]:
    """Id and title of a heading in the source; no id where it cannot be told from the source."""
    line = source[block.start :].partition("\n")[0]
    found = _ID.search(line)
    title = plain(block.text.split(HARD)[0])
    if found:
        return found["id"], title
    return ("" if HARD in block.text else heading_id(title)), plain(block.text.replace(HARD, ""))
