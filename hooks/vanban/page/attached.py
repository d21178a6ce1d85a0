"""Files that pages give their readers to take away: their addresses are sent on, as pages' are.

What lies in ``docs`` and no page links to is nobody's address; pictures are parts of pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from ..law import file_names
from ..law.address_kinds import MADE_FOLDERS, is_file, is_taken_away
from ..law.loading import Page
from ..law.problems import Problem
from . import links
from .source import Source


def attached(pages: Iterable[Page], files: Set[str], published: Set[str]) -> frozenset[str]:
    """Those of ``files``, paths below ``docs``, that have an address: what a page links to, and
    what did when it was published.
    """
    own = {file for file in files if is_file(file)}
    return frozenset((own & published) | (_linked(pages, own) if own else set()))


def check(pages: Iterable[Page], files: Set[str], prefix: str) -> Iterator[Problem]:
    """Each file that is linked and can have no address that lasts: by its name, or its place."""
    own = {file for file in files if is_taken_away(file) and not is_file(file)}
    wrong = sorted(_linked(pages, own)) if own else []
    for file in wrong:
        top = file.partition("/")[0]
        if top in MADE_FOLDERS:
            message = f"chỗ {top}/ là của tệp mà trang tự làm, nên tệp này không giữ được địa chỉ"
            advice = "chuyển tệp sang thư mục khác, rồi sửa đường dẫn tới nó"
            yield Problem(f"{prefix}/{file}", 1, 1, message, advice)
    yield from file_names.addresses(wrong, prefix, frozenset(wrong))


def _linked(pages: Iterable[Page], files: Set[str]) -> set[str]:
    return {to for page in pages for to in links.ends(Source(page.text), page.path)} & files
