"""A page's source with all that is no prose blanked, for checks that look at characters.

Unlike ``markdown_source`` it keeps links, tags and brackets, and says where a fence stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..law.text_source import LineIndex, Place

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<inner>.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
"""As MkDocs and ``markdown_source`` read it: the first line, up to the next line of ``---``."""
_FENCE = re.compile(r"^[ \t>]*(?P<mark>`{3,}|~{3,})(?P<info>[^`\n]*)$")
_CONTAINER = re.compile(r"^[ \t]*(?:!!!|\?\?\?|===|[-*+][ \t]|\d{1,9}[.)][ \t]|:[ \t])")
_SPAN = re.compile(r"(?<!\\)(?P<tick>`+)(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)(?P=tick)(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
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
        if "`" in prose:
            prose = _SPAN.sub(_blank, prose)
        return _COMMENT.sub(_blank, prose) if "<!--" in prose else prose

    @property
    def open_fence(self) -> int | None:
        """Offset of the line of a fence that nothing closes."""
        return self._scanned[1]

    @cached_property
    def _scanned(self) -> tuple[str, int | None]:
        kept: list[str] = [_NOT_NEWLINE.sub(" ", self.text[: self.body])]
        fence, opened = "", 0
        blank, contained = True, False
        at = self.body
        for line in self.text[self.body :].splitlines(keepends=True):
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


def _blank(found: re.Match[str]) -> str:
    return _NOT_NEWLINE.sub(" ", found[0])
