"""Markdown source as a citation reader sees it: blocks of prose, all else masked.

Masking keeps every offset: a character of markup becomes a zero-width mark (the
prose runs on over it) or an object mark (the prose is interrupted). So a place
in a block is a place in the file, and no offset table is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .yaml_source import read_yaml

SOFT = "\u200b"
"""Stands for markup that does not interrupt prose (emphasis marks)."""
HARD = "\ufffc"
"""Stands for what prose cannot run over: code, an existing link, an HTML tag."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_CONTAINER = re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?|===\+?|///)(?:[ \t]|$|[a-z])")
_MARKER = re.compile(r"^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|:(?=[ \t]{3})))+[ \t]*")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_DEFINITION = re.compile(r"^[ \t]*(?:\*?\[[^\]\n]+\]:|--8<--|<[/!a-zA-Z])")
_ATTRIBUTES = r"\{:?[ \t]*[#.\w][^{}\n]*\}"
_INLINE = re.compile(
    r"(?P<escape>\\[\\`*_{}\[\]()#+\-.!])"
    r"|(?P<code>(?P<tick>`{1,3})(?!`).*?(?<!`)(?P=tick)(?!`))"
    r"|(?P<link>!?\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\]))"
    r"|(?P<tag></?[a-zA-Z][^<>\n]*>|<!--.*?-->|<https?:[^<>\s]*>)"
    rf"|(?P<attributes>{_ATTRIBUTES})"
    r"|(?P<emphasis>\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~|==|\^\^)",
    re.DOTALL,
)

_MARKUP = frozenset("`[]<>{}\\*_~=^")
"""Every inline markup begins with one of these."""


@dataclass(frozen=True)
class Block:
    """A run of prose, or a heading (``level`` 1–6; prose has 0), or an item of a list.

    ``text`` is masked and as long as the source it covers, which begins at
    ``start`` (code points from the beginning of the file).
    """

    start: int
    text: str
    level: int = 0
    quoted: bool = False
    item: bool = False


@dataclass(frozen=True)
class Place:
    """Line and column of an offset, both from 1."""

    line: int
    col: int


def front_matter(text: str) -> dict[str, str]:
    """The plain keys of a page's front matter; empty where there is none or it is no YAML."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}
    source, _ = read_yaml(found[1], "")
    if source is None or not isinstance(source.data, dict):
        return {}
    return {key: value for key, value in source.data.items() if isinstance(value, str)}


def place_of(text: str, offset: int) -> Place:
    """Where ``offset`` of ``text`` stands."""
    line_start = text.rfind("\n", 0, offset) + 1
    return Place(text.count("\n", 0, offset) + 1, offset - line_start + 1)


def blocks(text: str) -> Iterator[Block]:
    """Prose and headings of a Markdown file, in order.

    Fenced and indented code, HTML blocks, definitions and front matter are passed
    over; each cell of a table row is a block of its own.
    """
    front = _FRONT_MATTER.match(text)
    offset = front.end() if front else 0
    fence = ""
    contained = False
    blank = True
    pending: list[tuple[int, str]] = []
    quoted = False

    def flush() -> Iterator[Block]:
        if pending:
            begin, first = pending[0][0], "".join(line for _, line in pending)
            item = _LIST_ITEM.match(text, begin) is not None
            yield Block(begin, _mask_inline(first), 0, quoted, item)
            pending.clear()

    for line in text[offset:].splitlines(keepends=True):
        start, offset = offset, offset + len(line)
        bare = line.rstrip("\r\n")
        opening = _FENCE.match(bare)
        if fence:
            if opening and opening[1].startswith(fence) and not bare.strip().strip(fence[0]):
                fence = ""
            continue
        if opening:
            yield from flush()
            fence = opening[1]
            continue
        if not bare.strip():
            yield from flush()
            blank, quoted = True, False
            continue
        indented = bare.startswith(("    ", "\t"))
        if indented and blank and not contained:
            continue
        heading = _HEADING.match(bare)
        if heading:
            yield from flush()
            yield Block(start + heading.start(2), _mask_inline(heading[2]), len(heading[1]))
            blank, contained = True, False
            continue
        if _CONTAINER.match(bare):
            yield from flush()
            contained, blank = True, True
            continue
        if _DEFINITION.match(bare):
            yield from flush()
            blank = False
            continue
        marker = _MARKER.match(bare)
        if marker:
            if not (">" in marker[0] and quoted):
                yield from flush()
            quoted = quoted or ">" in marker[0]
            contained = contained or ">" not in marker[0]
            line = " " * marker.end() + line[marker.end() :]
        elif not indented and blank:
            contained = False
        if "|" in bare and not marker:
            yield from flush()
            yield from _cells(start, bare)
            blank = False
            continue
        pending.append((start, line))
        blank = False
    yield from flush()


def _cells(start: int, line: str) -> Iterator[Block]:
    masked = _mask_inline(line)
    begin = 0
    for part in masked.split("|"):
        if part.strip(" \t:-"):
            yield Block(start + begin, part)
        begin += len(part) + 1


def _mask_inline(text: str) -> str:
    if _MARKUP.isdisjoint(text):
        return text
    return _INLINE.sub(_mask, text)


def _mask(found: re.Match[str]) -> str:
    if found["escape"] is not None:
        return SOFT + found[0][1]
    return (HARD if found["emphasis"] is None else SOFT) * len(found[0])
