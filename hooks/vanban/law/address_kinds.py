"""What an address of the ledger stands for: a page, a file to take away, or a file of the site's
own, at which nothing else can be put.

A page ends with “/”, whatever signs its name bears (``tinh-huong/zalo.me/``).
"""

from __future__ import annotations

import re

SLIDES = ".pptx"
MADE_FOLDERS = ("assets", "api", "ngoai-tuyen")
_PICTURES = ("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "ico")
_OF_PAGES = ("html", "htm", "css", "js", "mjs", "map", "json", "jsonl", "xml", "gz")
_SOURCES = ("yml", "yaml", "md")
_MADE_ENDINGS = tuple(
    f".{one}" for one in (*_PICTURES, *_OF_PAGES, *_SOURCES, "gift.txt", "qti.zip")
)
"""What pages show or are made of, and sets of questions for other programs."""
_MADE_NAMES = frozenset(
    {
        *("index.html", "404.html", "ngoai-tuyen.html", "sw.js", "qr.svg", "van-ban.yml"),
        *("thay-doi.xml", "sitemap.xml", "sitemap.xml.gz", "robots.txt"),
        *("du-lieu.zip", "site-ngoai-tuyen.zip"),
    }
)
_FILE = re.compile(r"[a-z0-9]+(?:[-_./][a-z0-9]+)*\.[0-9]*[a-z][a-z0-9]*")
_MADE_TABLE = re.compile(r"tap-huan/cau-hoi/[^/]+\.csv")
"""A set of questions as a table (``quiz_files.py``)."""


def is_made(address: str) -> bool:
    """Whether the site makes a file there or shows one: no page can be put there."""
    page = address.partition("#")[0]
    steps = page.split("/")
    if steps[0] in MADE_FOLDERS or not _MADE_NAMES.isdisjoint(steps):
        return True
    return page.endswith(_MADE_ENDINGS) or bool(_MADE_TABLE.fullmatch(page))


def is_file(address: str) -> bool:
    """Whether it is that of a file to take away: ``tinh-huong/don-xin.docx``."""
    return bool(_FILE.fullmatch(address)) and not is_made(address)


def is_unclosed(address: str) -> bool:
    """Whether it is the address of a page without the “/” at its end."""
    page = address.partition("#")[0]
    return bool(page) and page[-1] not in "/*" and not (page == address and is_file(page))
