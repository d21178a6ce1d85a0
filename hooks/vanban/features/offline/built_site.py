"""The files of a built site as a browser asks for them: what it may keep, what it keeps unasked."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from ...publish.scripts import DATA
from ...publish.written import paths
from .lists import Kept, Way, digest

TODAY = ("hom-nay/",)
"""The folder whose pages are kept without being asked, beside the front page and the letters."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
"""Endings of the files that a browser may keep, and the type that each is shown as."""
_REFRESH = b'http-equiv="refresh"'
"""In each page that leads on, and sought much faster than by ``_LEADS``."""
_LEADS = re.compile(rb'<meta http-equiv="refresh" content="0; ?url=([^"]*)"')
_ANCHOR_LEFT = re.compile(rb'class="da-chuyen" id=')
"""A line for an anchor that has moved elsewhere than its page (``moved_pages.py``)."""
_ASSET = re.compile(r"assets/[\w./-]*\w")
_DATA = re.compile(rf"assets/javascripts/(?:{'|'.join(DATA)})[.-]")
"""Tables of scripts, which grow with the site: they are kept once they were used."""
_BASE = "https://noi-bo.invalid/"
"""A made-up address of the site, so that links can be joined."""


@dataclass(frozen=True)
class BuiltSite:
    """A folder with a built site; ``left_out`` are paths in it that a browser never keeps.

    ``letters`` are the folders of letters (``cong-van/``), whose pages are kept unasked; ``known``
    are contents, by their paths, that need not be read.
    """

    root: Path
    left_out: frozenset[str]
    letters: tuple[str, ...] = ()
    known: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def _bodies(self) -> Mapping[str, bytes]:
        """Every file that may be kept, by its address, in a fixed order."""
        endings = tuple(TYPES)
        return {
            _address(path): self.known.get(path) or (self.root / path).read_bytes()
            for path in paths(self.root)
            if path.endswith(endings) and path not in self.left_out
        }

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The pages that lead on at once to another: short addresses, and those that moved.

        Where an address leads keeps its question (``?tu=``): the page there says what moved. A
        page whose anchors lead to several places is no way but a file, which knows them.
        """
        return tuple(self._ways())

    def _ways(self) -> Iterator[Way]:
        for address, body in self._bodies.items():
            leads = _REFRESH in body and _is_page(address)
            found = _LEADS.search(body) if leads else None
            if found:
                to = urljoin(_BASE + address, unescape(found[1].decode()))
                path = to.removeprefix(_BASE)
                if _ANCHOR_LEFT.search(body):
                    continue
                if path != to and urlsplit(path).path in self._bodies:
                    yield Way(address, path)

    @cached_property
    def files(self) -> tuple[Kept, ...]:
        """All others, with the digest of their content and about what they weigh on their way."""
        leading = {way.address for way in self.ways}
        return tuple(
            Kept(address, digest(body), _weight(body))
            for address, body in self._bodies.items()
            if address not in leading
        )

    @cached_property
    def start(self) -> tuple[str, ...]:
        """Addresses of what is kept unasked: the first pages, then what these need to work."""
        first = (*self.letters, *TODAY)
        wanted = [
            file.address
            for file in self.files
            if file.address == "" or (file.address.startswith(first) and _is_page(file.address))
        ]
        for address in wanted:  # which grows meanwhile
            if _is_page(address) or address.endswith((".css", ".js")):
                for asset in _ASSET.findall(self._bodies[address].decode()):
                    if asset in self._bodies and asset not in wanted and not _DATA.match(asset):
                        wanted.append(asset)
        return tuple(wanted)


def _weight(body: bytes) -> int:
    """Bytes on the way; a server that has the time for more takes about 4 % less."""
    return len(gzip.compress(body, 4, mtime=0))


def _is_page(address: str) -> bool:
    return address == "" or address.endswith(("/", ".html"))


def _address(path: str) -> str:
    """How a file is asked for: percent-encoded, a folder's page by the folder."""
    if path == "index.html" or path.endswith("/index.html"):
        path = path.removesuffix("index.html")
    return quote(path)
