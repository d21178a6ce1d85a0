"""A page's source with all that is no prose blanked, for checks that look at characters.

Unlike ``markdown_source`` it keeps links, tags and brackets, and says where a fence stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ..law.text_source import LineIndex, Place

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<inner>.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
"""As MkDocs and ``markdown_source`` read it: the first line, up to the next line of ``---``."""
_FENCE = re.compile(r"^[ \t>]*(?P<mark>`{3,}|~{3,})(?P<info>[^`\n]*)$")
_CONTAINER = re.compile(r"^[ \t]*(?:!!!|\?\?\?|===|[-*+][ \t]|\d{1,9}[.)][ \t]|:[ \t])")
_CODE = ("```", "~~~", "    ", "\t")
"""Something of this stands in every fence, and before every line of code."""
_TICKS_OR_GAP = re.compile(r"(?P<ticks>`+)|\n[ \t]*\n")
_NOT_NEWLINE = re.compile(r"[^\n]")


@dataclass(frozen=True)
class Source:
    """The text of one Markdown page."""

    text: str

    @cached_property
    def body(self) -> int:
        """Offset at which the page begins behind its front matter."""
        found = FRONT_MATTER.match(self.text)
        return found.end() if found else 0

    @cached_property
    def prose(self) -> str:
        """As long as ``text``; front matter, code and comments are blanks, lines are kept."""
        prose = self._scanned[0]
        prose = _blanked(prose, _code_spans(prose)) if "`" in prose else prose
        return _blanked(prose, _comments(prose)) if "<!--" in prose else prose

    @property
    def open_fence(self) -> int | None:
        """Offset of the line of a fence that nothing closes."""
        return self._scanned[1]

    @cached_property
    def _scanned(self) -> tuple[str, int | None]:
        kept: list[str] = [_NOT_NEWLINE.sub(" ", self.text[: self.body])]
        rest = self.text[self.body :]
        if not any(map(rest.__contains__, _CODE)):
            return "".join([*kept, rest]), None
        fence, opened = "", 0
        blank, contained = True, False
        at = self.body
        for line in rest.splitlines(keepends=True):
            bare = line.rstrip("\n")
            found = _FENCE.match(bare)
            indented = bare.startswith(("    ", "\t")) and bool(bare.strip())
            code = bool(fence) or (indented and blank and not contained)
            if fence:
                if bare.strip(" \t>") == fence:
                    fence = ""
            elif found and not code:
                fence, opened, code = found["mark"], at + found.start("mark"), True
            if not code and bare.strip() and not indented:
                contained = bool(_CONTAINER.match(bare)) or (contained and not blank)
            # Code that goes on over lines stays code: a blank line or a line of code comes before.
            blank = not bare.strip() or (code and indented and blank)
            kept.append(_NOT_NEWLINE.sub(" ", line) if code else line)
            at += len(line)
        return "".join(kept), opened if fence else None

    @cached_property
    def _index(self) -> LineIndex:
        return LineIndex(self.text)

    def place(self, offset: int) -> Place:
        """Line and column, both from 1, of an offset."""
        return self._index.place(offset)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Offset and text of each line of ``prose`` behind the front matter."""
        at = self.body
        for line in self.prose[self.body :].splitlines(keepends=True):
            yield at, line.rstrip("\n")
            at += len(line)


Span = tuple[int, int]


def _blanked(text: str, spans: Iterable[Span]) -> str:
    kept, at = [], 0
    for start, end in spans:
        kept += [text[at:start], _NOT_NEWLINE.sub(" ", text[start:end])]
        at = end
    return "".join([*kept, text[at:]])


def _comments(text: str) -> Iterator[Span]:
    """Comments that are closed; a search that finds no end is the last one."""
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start + 4)) >= 0:
        end = close + 3
        yield start, end


def _code_spans(text: str) -> Iterator[Span]:
    """Code between runs of equally many ticks, with no blank line in it, in linear time."""
    runs: list[Span] = []
    for found in _TICKS_OR_GAP.finditer(text):
        if found["ticks"]:
            runs.append(found.span())
        else:
            yield from _paired(text, runs)
            runs = []
    yield from _paired(text, runs)


def _paired(text: str, runs: list[Span]) -> Iterator[Span]:
    by_length: dict[int, list[int]] = {}
    for number, (start, end) in enumerate(runs):
        by_length.setdefault(end - start, []).append(number)
    number = 0
    while number < len(runs):
        start, end = runs[number]
        escaped = text.startswith("\\", start - 1) if start else False
        for length in range(end - start - escaped, 0, -1):
            same = by_length.get(length, [])
            if (at := bisect_right(same, number)) < len(same):
                number = same[at]
                yield end - length, runs[number][1]
                break
        number += 1
