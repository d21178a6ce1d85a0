"""The one way in for an official text: what kind of file it is, and its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, groupby
from pathlib import Path

from ..intake import reader
from ..intake.document import Document, Kind, RefusedError
from ..law.text_source import old_font
from . import phap_dien, web_page
from .line import Line, Role, Source

WEB = frozenset({".html", ".htm", ".mht", ".xhtml"})
_MARKUP = re.compile(
    rb"^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|link|meta|div|p|h\d|table)", re.I
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_HASH = re.compile(r"^#{1,6}\s+")
_BOLD = re.compile(r"^(\*\*|__)(.+?)\1(.*)$")
_ARTICLE = re.compile(r"^\s*Điều\s+\d+[a-zđ]?\s*[.:]", re.IGNORECASE | re.MULTILINE)
_ROLES = {Kind.NOTE: Role.FOOTNOTE, Kind.CELL: Role.TABLE}
_FORMATS = {".docx": "Word", ".pdf": "PDF", ".md": "Markdown"}


def read(path: Path, number: str) -> Source:
    """The lines of ``path`` that belong to the instrument ``number``.

    Raises RefusedError, in Vietnamese, for what cannot be read. Nothing in a file is run, and
    no address in it is fetched.
    """
    if path.suffix.lower() in WEB or _looks_like_markup(path):
        return _web(reader.bytes_of(path), number)
    document = reader.read(path)
    if not isinstance(document, Document):
        raise RefusedError(document.message, document.suggestion)
    if problem := old_font(document.text, path.name):
        raise RefusedError(problem.message, problem.suggestion)
    form = _FORMATS.get(path.suffix.lower(), "tệp chữ")
    return Source(form, tuple(_lines(document, form == "Markdown")))


def _looks_like_markup(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(400)
    except OSError:
        return False
    text = head.decode("utf-16", "ignore").encode() if head[:2] in _WIDE else head
    return bool(_MARKUP.match(text))


def _web(data: bytes, number: str) -> Source:
    try:
        return phap_dien.read(data, number) if phap_dien.is_one(data) else web_page.read(data)
    except ValueError:
        raise RefusedError(
            "tệp này không phải một trang HTML đọc được", "lưu lại trang ấy"
        ) from None


def _lines(document: Document, markdown: bool) -> Iterator[Line]:
    numbers = count(1)
    for kind, group in groupby(document.paragraphs, key=lambda one: one.kind):
        paragraphs = list(group)
        role = _ROLES.get(kind, Role.TEXT)
        if kind is Kind.CELL and any(_ARTICLE.match(one.text) for one in paragraphs):
            role = Role.TEXT  # the table lays out the page
        for paragraph in paragraphs:
            for piece in paragraph.text.split("\n"):
                text = web_page.tidy(piece)
                if markdown:
                    text = _BOLD.sub(r"\2\3", _HASH.sub("", text))
                if text:
                    yield Line(next(numbers), text, role)
