"""Files that pages give their readers to take away: their addresses are sent on, as pages' are.

What lies in ``docs`` and no page links to is nobody's address; pictures are parts of pages. A name
that no line of the ledger can hold (“Mẫu đơn.docx”) is none either: it may have been published so,
and to have it renamed would take that address away.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from ..law.address_kinds import is_file
from ..law.loading import Page
from . import links
from .source import Source


def attached(pages: Iterable[Page], files: Set[str], published: Set[str]) -> frozenset[str]:
    """Those of ``files``, paths below ``docs``, that have an address: what a page links to, and
    what did when it was published.
    """
    own = {file for file in files if is_file(file)}
    return frozenset((own & published) | (_linked(pages, own) if own else set()))


def _linked(pages: Iterable[Page], files: Set[str]) -> set[str]:
    return {to for page in pages for to in links.ends(Source(page.text), page.path)} & files
