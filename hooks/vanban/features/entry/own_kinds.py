"""What a paper calls itself: “Quyết định này”, and “Quy chế này” of what is issued with it."""

from __future__ import annotations

from ...intake.document import Document
from ...intake.letter_parts import LETTER, letter_parts
from ...law.identity import TYPES
from ...law.names import folded
from .named import read_named

_KINDS = frozenset(map(folded, TYPES))


def own_kinds(document: Document) -> frozenset[str]:
    """The types, folded, by which a document means itself; empty where its head tells no type.

    They are read off its head, the letters of its number, and lines in capitals that are
    nothing but a type, such as “QUY CHẾ” above what is attached.
    """
    parts = letter_parts(document)
    told = bool(parts.number or parts.subject) or parts.kind != LETTER
    if not told:
        return frozenset()
    numbered = read_named(parts.number)
    kinds = {folded(parts.kind if parts.kind != LETTER or not numbered else numbered.kind)}
    lines = (line.strip(" \t:*#") for line in document.text.splitlines())
    return frozenset(kinds | {folded(line) for line in lines if line.isupper()} & _KINDS)
