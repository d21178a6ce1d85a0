"""Front matter that would not be read as such, and so be printed as text or be lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..law.problems import Problem
from ..law.yaml_source import read_yaml
from .source import FRONT_MATTER

_KEY = re.compile(r"^ {0,3}[A-Za-z0-9_-]+:(?:\s|$)")
_DASHES = re.compile(r"^[ \t]*(?:-{2}|-{4,}|[–—]+-*|-+[–—]+|={3,}|_{3,}|\+{3,})[ \t]*$")
_RULE = re.compile(r"^[ \t]*---[ \t]*$")
_COLON_INSIDE = re.compile(r"^\s*[\w-]+:\s+[^\"'\[{|>\s].*?:(?:\s|$)")
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
    wrong = _wrong_end(lines)
    if found is None:
        line = (wrong if wrong is not None else _last_key(lines)) + 1
        message = "phần khai báo đầu trang chưa khép nên sẽ bị in ra như chữ"
        yield Problem(file, line, 1, message, "khép bằng một dòng chỉ có ba dấu gạch ngang: ---")
        return
    inner = found["inner"]
    if not inner.strip():
        return
    source, problems = read_yaml(inner, file)
    if source is None:
        ended = inner.count("\n")
        if wrong is not None and wrong <= ended:
            message = f"“{lines[wrong].strip()}” không khép được phần khai báo đầu trang"
            advice = "khép bằng một dòng chỉ có ba dấu gạch ngang: ---"
            yield Problem(file, wrong + 1, 1, message, advice)
            return
        numbered = enumerate(lines[1 : ended + 1], 2)
        colon = next((n for n, line in numbered if _COLON_INSIDE.match(line)), 0)
        if colon:
            yield _colon(lines[colon - 1], colon, file)
            return
        yield from (replace(one, line=one.line + 1) for one in problems)
    elif not isinstance(source.data, dict):
        bare = next((n for n, line in enumerate(lines[1:], 2) if line.strip()), 2)
        message = "phần khai báo đầu trang không có dạng “khóa: giá trị”"
        yield Problem(file, bare, 1, message, "sau khóa là dấu hai chấm và một dấu cách")


def _colon(line: str, number: int, file: str) -> Problem:
    key, _, value = line.partition(":")
    col = len(key) + 2 + len(value) - len(value.lstrip())
    message = f"{key.strip()}: câu này có dấu hai chấm nên không đọc được"
    advice = f'đặt cả câu trong dấu nháy kép: {key.strip()}: "{value.strip()}"'
    return Problem(file, number, col, message, advice)


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
