"""Front matter that would not be taken for such, and so be printed as text or be lost.

Whether what is taken for front matter can be read is judged where it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..law.problems import Problem
from .source import FRONT_MATTER

_KEY = re.compile(r"^ {0,3}[A-Za-z0-9_-]+:(?:\s|$)")
_DASHES = re.compile(r"^[ \t]*(?:-{2}|-{4,}|[–—]+-*|-+[–—]+|={3,}|_{3,}|\+{3,})[ \t]*$")
_RULE = re.compile(r"^[ \t]*---[ \t]*$")
_OPENING = "dòng đầu tiên của tệp phải là đúng ba dấu gạch ngang: ---"


def check(text: str, file: str) -> Iterator[Problem]:
    """At most one problem: what keeps the lines at the head of a page from being read.

    ``text`` is the whole source, ``file`` is for the message.
    """
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    head = lines[first]
    follows = any(_KEY.match(line) for line in lines[first + 1 : first + 3])
    if _RULE.match(head) and first == 0 and head.startswith("---"):
        yield from _inside(text, lines, file)
    elif _RULE.match(head) and follows:
        message = "phần khai báo đầu trang không bắt đầu ở đầu tệp nên sẽ bị in ra như chữ"
        yield Problem(file, first + 1, 1, message, f"xóa mọi thứ trước nó; {_OPENING}")
    elif _DASHES.match(head) and follows:
        message = f"“{head.strip()}” không mở được phần khai báo đầu trang"
        yield Problem(file, first + 1, 1, message, _OPENING)
    elif _KEY.match(head):
        message = "phần khai báo đầu trang thiếu dòng mở “---”"
        yield Problem(file, first + 1, 1, message, _OPENING)


def _inside(text: str, lines: list[str], file: str) -> Iterator[Problem]:
    if len(lines) > 1 and _RULE.match(lines[1]):
        message = "phần khai báo đầu trang không có gì bên trong"
        yield Problem(file, 1, 1, message, "xóa hai dòng ---, hoặc ghi khóa vào giữa")
        return
    found = FRONT_MATTER.match(text)
    if found is None:
        wrong = _wrong_end(lines)
        line = (_last_key(lines) if wrong is None else wrong) + 1
        message = "phần khai báo đầu trang chưa khép nên sẽ bị in ra như chữ"
        yield Problem(file, line, 1, message, "khép bằng một dòng chỉ có ba dấu gạch ngang: ---")


def _wrong_end(lines: list[str]) -> int | None:
    """The line (from 0) that looks as if it should have ended the front matter."""
    for number, line in enumerate(lines[1:40], 1):
        if _RULE.match(line) or line.startswith("#"):
            return None
        if _DASHES.match(line) or line.strip() == "...":
            return number
    return None


def _last_key(lines: list[str]) -> int:
    """The last line (from 0) of the keys that follow the opening line."""
    number = 0
    while number + 1 < len(lines) and _KEY.match(lines[number + 1]):
        number += 1
    return number
