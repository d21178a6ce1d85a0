"""Markdown source as a citation reader sees it: blocks of prose, all else masked.

Masking keeps every offset: a character of markup becomes a zero-width mark (the
prose runs on over it) or an object mark (the prose is interrupted). So a place
in a block is a place in the file, and no offset table is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape

from .problems import Problem
from .text_source import LineIndex, Place
from .yaml_source import YamlSource, read_yaml

SOFT = "\u200b"
"""Stands for markup that does not interrupt prose (emphasis marks)."""
HARD = "\ufffc"
"""Stands for what prose cannot run over: code, an existing link, an HTML tag."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})")
_HEADING = re.compile(r"^(#{1,6})[ \t]+")
_CONTAINER = re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?|===\+?|///)(?:[ \t]|$|[a-z])")
_MARKER = re.compile(r"^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|:(?=[ \t]{3})))+[ \t]*")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_DEFINITION = re.compile(r"^[ \t]*(?:\*?\[[^\]\n]+\]:|--8<--|<[/!a-zA-Z])")
_OPEN_COMMENT = re.compile(r"[ \t]*<!--(?!.*-->)")
"""A comment that goes on over the next lines; one within a paragraph is told apart there."""
_CONTAINERS, _DEFINITIONS = frozenset("!?=/"), frozenset("*[-<")
_MARKERS = frozenset(">-*+:0123456789")
"""What the first sign of a line must be for its pattern to be tried."""
_ATTRIBUTES = r"\{:?[ \t]*[#.\w][^{}\n]*\}"
_INLINE = re.compile(
    r"(?P<escape>\\[\\`*_{}\[\]()#+\-.!])"
    r"|(?P<code>(?<!`)(?P<tick>`{1,3})(?!`).*?(?<!`)(?P=tick)(?!`))"
    r"|(?P<link>!?\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\]))"
    r"|(?P<tag></?[a-zA-Z][^<>\n]*>|<!--(?:(?!<!--).)*?-->|<https?:[^<>\s]*>)"
    rf"|(?P<attributes>{_ATTRIBUTES})"
    r"|(?P<emphasis>\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~|==|\^\^)",
    re.DOTALL,
)

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_MARKUP = re.compile(r"[`\[\]<>{}\\*_~=^]")
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

    @cached_property
    def words(self) -> str:
        """``text`` as a reader sees it; worked out once, many checks ask."""
        return plain(self.text)


def plain(text: str) -> str:
    """Masked source as a reader sees it: marks gone, ``&lt;`` read as ``<``, white space folded."""
    if "&" in text:
        text = _ENTITY.sub(lambda found: unescape(found.group()), text)
    return " ".join(text.replace(SOFT, "").replace(HARD, " ").split())


def front_source(text: str, file: str = "") -> tuple[YamlSource | None, list[Problem]]:
    """The front matter of a page with the place of each key, or why it cannot be read.

    None without a problem where there is none.
    """
    found = _FRONT_MATTER.match(text)
    if not found or not found[1].strip():
        return None, []
    return read_yaml(found[1], file, first=2)


def front_matter(text: str) -> dict[str, str]:
    """The plain keys of a page's front matter; empty where there is none or it is no YAML."""
    source, _ = front_source(text)
    if source is None or not isinstance(source.data, dict):
        return {}
    return {key: value for key, value in source.data.items() if isinstance(value, str)}


def place_of(text: str, offset: int) -> Place:
    """Where ``offset`` of ``text`` stands; cheap, too, for many places of one text."""
    return _index(text).place(offset)


@lru_cache(maxsize=4)
def _index(text: str) -> LineIndex:
    return LineIndex(text)


def blocks(text: str) -> Iterator[Block]:
    """Prose and headings of a Markdown file, in order.

    Fenced and indented code, HTML blocks, definitions and front matter are passed
    over; each cell of a table row is a block of its own.
    """
    front = _FRONT_MATTER.match(text)
    return _Reader(text).read(front.end() if front else 0)


class _Reader:
    """Reads a file line by line; what it remembers is what Markdown would: the open fence,
    or comment, the open container (list, admonition), whether a blank line came before.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.pending: list[tuple[int, str]] = []
        self.fence = ""
        self.comment = False
        self.contained = False
        self.blank = True
        self.quoted = False

    def read(self, offset: int) -> Iterator[Block]:
        for line in self.text[offset:].splitlines(keepends=True):
            yield from self._line(offset, line)
            offset += len(line)
        yield from self._flush()

    def _line(self, start: int, line: str) -> Iterator[Block]:
        bare = line.rstrip("\r\n")
        first = bare.lstrip()[:1]
        if self._in_code(bare, first):
            yield from self._flush()
        elif not first:
            yield from self._flush()
            self.blank, self.quoted = True, False
        elif first == "#" and (heading := _HEADING.match(bare)):
            yield from self._flush()
            words = bare[heading.end() :].rstrip(" \t").rstrip("#").rstrip(" \t")
            yield Block(start + heading.end(), _mask_inline(words), len(heading[1]))
            self.blank, self.contained = True, False
        elif first in _CONTAINERS and _CONTAINER.match(bare):
            yield from self._flush()
            self.contained, self.blank = True, True
        elif first in _DEFINITIONS and _DEFINITION.match(bare):
            yield from self._flush()
            self.blank = False
        else:
            yield from self._prose(start, line, bare, first)
            self.blank = False

    def _in_code(self, bare: str, first: str) -> bool:
        """Whether a line is a fence or stands inside one or a comment, or is indented code."""
        if self.comment:
            self.comment = "-->" not in bare
            return True
        fence = _FENCE.match(bare) if first in ("`", "~") else None
        if self.fence:
            if fence and fence[1].startswith(self.fence) and not bare.strip().strip(fence[1][0]):
                self.fence = ""
            return True
        if fence:
            self.fence = fence[1]
            return True
        indented = bare.startswith(("    ", "\t")) and bool(first)
        if indented and self.blank and not self.contained:
            return True
        self.comment = first == "<" and bool(_OPEN_COMMENT.match(bare))
        return self.comment

    def _prose(self, start: int, line: str, bare: str, first: str) -> Iterator[Block]:
        marker = _MARKER.match(bare) if first in _MARKERS else None
        if marker:
            quote = ">" in marker[0]
            if not (quote and self.quoted):
                yield from self._flush()
            self.quoted = self.quoted or quote
            self.contained = self.contained or not quote
            line = " " * marker.end() + line[marker.end() :]
        elif self.blank and not bare.startswith(("    ", "\t")):
            self.contained = False
        # The stroke in “[[… | đủ]]” divides no cells.
        if "|" in bare and not marker and not bare.startswith("[["):
            yield from self._flush()
            yield from _cells(start, bare)
        else:
            self.pending.append((start, line))

    def _flush(self) -> Iterator[Block]:
        """The paragraph that has just ended, if there is one."""
        if self.pending:
            start = self.pending[0][0]
            words = "".join(line for _, line in self.pending)
            item = _LIST_ITEM.match(self.text, start) is not None
            self.pending.clear()
            yield Block(start, _mask_inline(words), 0, self.quoted, item)


def _cells(start: int, line: str) -> Iterator[Block]:
    masked = _mask_inline(line)
    begin = 0
    for part in masked.split("|"):
        if part.strip(" \t:-"):
            yield Block(start + begin, part)
        begin += len(part) + 1


def _mask_inline(text: str) -> str:
    if not _MARKUP.search(text):
        return text
    return _INLINE.sub(_mask, text)


def _mask(found: re.Match[str]) -> str:
    if found["escape"] is not None:
        return SOFT + found[0][1]
    return (HARD if found["emphasis"] is None else SOFT) * len(found[0])
