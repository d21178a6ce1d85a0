"""Plain text: UTF-8 bytes to a document whose text is the text as given."""

from __future__ import annotations

import re

from ..law.text_source import UTF8
from .document import Document, Paragraph, RefusedError

_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
"""Lines that follow one another without an empty one between them."""


def read(data: bytes) -> Document:
    """The text of UTF-8 bytes, unchanged: a byte order mark and line ends stay what they are.

    RefusedError where the bytes are another encoding.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusedError("tệp lưu bằng mã UTF-16 (Unicode), không phải UTF-8", UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(f"không phải UTF-8 (byte thứ {error.start + 1})", UTF8) from None
    if "\0" in text:
        raise RefusedError("không phải tệp chữ (có byte số không)", "chọn đúng tệp của văn bản")
    return of_text(text)


def of_text(text: str) -> Document:
    """A document of a text: a paragraph is what stands between two empty lines."""
    found: list[Paragraph] = []
    line, done = 1, 0
    for block in _BLOCK.finditer(text):
        line += text.count("\n", done, block.start())
        done = block.start()
        words = block[0].rstrip()
        found.append(Paragraph(words, len(found) + 1, block.start(), line=line))
    return Document(text, tuple(found))
