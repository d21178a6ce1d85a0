"""Lines as Word and Notepad leave them, which Markdown does not read as they were meant.

A bullet that is a letter, a table whose cells are parted by tabs, an indented paragraph: on the
page the first two run together, and the last is shown as a sample of code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..law.problems import Problem
from . import letter
from .source import Source

_BULLET = re.compile(r"^[ \t]*(?P<sign>[•·●▪◦]|[–—](?=[ \t]))[ \t]*(?P<words>\S.*)")
_GLUED = re.compile(r"^(?P<sign>[-+])(?P<words>[^\W\d_][^|]*)$")
_BRACKET = re.compile(r"^(?P<sign>\d{1,2})\)[ \t]+(?P<words>\S.*)")
_CELLS = re.compile(r"[^\s|]\t+[^\s|]")
_INDENTED = re.compile(r"^(?: {4}|\t)\s*\S")
_FENCE = re.compile(r"^[ \t>]*(?:`{3}|~{3})")
_SIGNS = frozenset("•·●▪◦–—-+0123456789")
"""What the first sign of a line must be for the patterns of lists to be tried."""
_SHOWN = 40


def check(source: Source, file: str) -> Iterator[Problem]:
    """The first line of each such run. The words of a letter stay as they are."""
    within = fenced = False
    before, told = "", ""
    raw = source.text[source.body :].split("\n")
    for (at, line), written in zip(source.lines(), raw, strict=False):
        fence = bool(_FENCE.match(written))
        if letter.starts(line) is not None:
            within = True
        elif letter.ends(line):
            within = False
        found = None if within or fenced or fence else _read(line, written, before)
        if found and found[0] != told:
            yield Problem(file, source.place(at).line, 1, *found)
        told = found[0] if found else ""
        fenced = fenced != fence
        before = written


def _read(line: str, written: str, before: str) -> tuple[str, str] | None:
    """Message and advice for one line; ``before`` is the one above it."""
    if not line.strip():
        if _INDENTED.match(written) and not before.strip():
            message = "đoạn này thụt vào đầu dòng nên sẽ hiện ra như một khối mẫu"
            return message, "xóa dấu cách hoặc dấu Tab ở đầu dòng"
        return None
    listed = line.lstrip(" \t")[0] in _SIGNS
    for pattern, sign in ((_BULLET, "-"), (_GLUED, "-"), (_BRACKET, "1.")) if listed else ():
        # What stands in ``[[`` is told by ``drawn_lines``: it has no place in a list at all.
        if (found := pattern.match(line)) and not found["words"].startswith("[["):
            message = "dòng này không thành một mục của danh sách"
            begin = f"{found['sign']}." if sign == "1." else sign
            return message, f"viết: {begin} {found['words'][:_SHOWN]}"
    if "\t" in line and _CELLS.search(line):
        message = "các ô cách nhau bằng dấu Tab (chép từ Word) sẽ dính liền nhau"
        return message, "kẻ bảng: | Cột một | Cột hai |, dòng sau | --- | --- |, rồi từng hàng"
    return None
