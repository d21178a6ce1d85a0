"""Links between pages by MkDocs' own rules, without all its work for each of them.

Pages with many citations link hundreds of times to the same pages; MkDocs takes each address apart
anew. Here a path is looked up once for each folder. What is no plain link to a page that is built
goes to MkDocs as before, which says what is wrong with it; and the anchors of all it checks itself.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mkdocs.utils import get_relative_url

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files

_PLAIN = re.compile(r"((?:\.\./)*\w[\w/-]*\.md)(?:#([\w-]+))?")
Ends = dict[tuple[str, str], "File | None"]
"""Folder and path of a link → the page at its end; None where none is built there."""
Ways = dict[tuple[str, str], str]
"""The address above a page, and that of another page → the link between them."""


def quickened(links: Any, ends: Ends, ways: Ways) -> Callable[[str], str]:
    """``path_to_url`` of ``links``, MkDocs' tree processor for one page.

    ``ends`` and ``ways`` are filled for the pages that follow.
    """
    here: File = links.file
    above = here.url.rstrip("/").rpartition("/")[0]
    folder = posixpath.dirname(here.src_uri)
    by_mkdocs: Callable[[str], str] = links.path_to_url
    known: dict[str, tuple[str, dict[str, str]]] = {}

    def end(path: str) -> File | None:
        if (folder, path) not in ends:
            ends[folder, path] = _built(links.files, posixpath.join(folder, path))
        return ends[folder, path]

    def way(url: str) -> str:
        """All pages side by side link to another alike, but for what lies below one of them."""
        if not above or url.startswith(here.url):
            return get_relative_url(url, here.url)
        if (above, url) not in ways:
            ways[above, url] = get_relative_url(url, here.url)
        return ways[above, url]

    def path_to_url(url: str) -> str:
        plain = _parted(url)
        if plain is None:
            return by_mkdocs(url)
        path, anchor = plain
        if path not in known:
            file = end(path)
            if file is None:
                return by_mkdocs(url)
            anchors = links.links_to_anchors.setdefault(file, {})
            known[path] = way(file.url), anchors
        to, anchors = known[path]
        if anchor is None:
            return to
        anchors.setdefault(anchor, url)
        return f"{to}#{anchor}"

    return path_to_url


@lru_cache(maxsize=10_000)
def _parted(url: str) -> tuple[str, str | None] | None:
    """Path and anchor of a plain link to a page, None for all else: many pages write the same."""
    plain = _PLAIN.fullmatch(url)
    return (plain[1], plain[2]) if plain else None


def _built(files: Files, path: str) -> File | None:
    file = files.get_file_from_path(posixpath.normpath(path))
    if file is None or file.inclusion.is_excluded():  # type: ignore[no-untyped-call]
        return None
    return file
