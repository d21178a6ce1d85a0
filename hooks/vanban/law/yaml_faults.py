"""What an editor did when a parser of YAML gave up, and the line on which to look for it.

A parser names the place where it could not go on; the slip stands there, on the line
above it, or where a quotation mark or bracket was opened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml


@dataclass(frozen=True)
class Fault:
    """A slip at a line and column of the text, both from 1; message and advice are Vietnamese."""

    line: int
    col: int
    message: str
    advice: str


_TAB = re.compile(r"[ ]*\t[ \t]*\S")
_HARD_SPACE = re.compile(
    r"[ \t]*(?:- *)?(?:[a-z]+(?:-[a-z]+)*:)?[ ]*[\u00a0\u2000-\u200a\u202f\u3000]"
)
_NO_SPACE = re.compile(r"[ \t]*(?:- +)?[a-z]+(?:-[a-z]+)*:(?!//)[^\s:,}\]]")
_ITEM = re.compile(r"(?:-(?=[^\s-])|[–—•·]\s*)")
"""How people begin an item of a list, and YAML does not."""
_BRACKETS = {"[": "]", "{": "}"}
_SIGNS = ("alias", "anchor", "tag", "block scalar", "directive")
_QUOTES = "\"'"
_CURLY = "“”„‟‘’‚«»"
"""Quotation marks that Word and phones make of straight ones; for YAML they are letters."""
_HALF_QUOTED = re.compile(r'(?<!\d)"$|(?:^|[\s(])"\w')
"""A mark that ends a value, or opens a word of it; one elsewhere may be a sign of its own."""
_SWALLOWED_KEY = re.compile(
    r"[:\[{,] *(?P<open>[\"'])[^\"']*(?:(?!(?P=open))[\"'”])?,\s*[a-z]+(?:-[a-z]+)*:\s"
)
"""A quoted value that runs over ``, khoan: ``: it was meant to end before."""
_INDENT = "xếp thẳng cột với các khóa cùng nhóm, thụt bằng dấu cách"


def odd_quotes(value: str, style: str | None, is_key: bool = False) -> tuple[str, str] | None:
    """Message and advice where a value has quotation marks that cannot have been meant so.

    ``style`` is the mark in which YAML holds the value, None or "" where it stands bare;
    ``is_key``: a colon within made a key of what was meant as a value.
    """
    begin, end, inside = value[:1], value[-1:], value[1:-1]
    if is_key and not style and begin and begin in _CURLY:
        message = (
            f"dấu nháy cong {begin} không mở được giá trị, nên dấu hai chấm trong đó chia nó ra"
        )
        return message, 'đổi hai dấu nháy cong thành dấu nháy thẳng "…"'
    whole = not any(sign in inside for sign in _CURLY + '"')
    if not style and begin and begin in _CURLY and end in _CURLY + _QUOTES and whole:
        message = f"dấu nháy cong {begin}…{end} không khép được giá trị, chỉ thành chữ trong đó"
        advice = 'đổi thành dấu nháy thẳng "…", hoặc xóa; muốn giữ thì thêm nháy thẳng ở ngoài'
        return message, advice
    if value.count("“") != value.count("”"):
        return "dấu nháy “ và ” trong giá trị này không đi thành cặp", "thêm hoặc bớt một dấu"
    if not style and value.count('"') % 2 and _HALF_QUOTED.search(value):
        return 'giá trị này dư hoặc thiếu một dấu nháy "', "thêm dấu ở đầu kia, hoặc xóa nó"
    return None


def diagnose(text: str, error: yaml.MarkedYAMLError, last: yaml.Event | None) -> Fault:
    """The slip behind ``error``; ``last`` is the event that was read before it."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Fault(1, 1, "không đọc được YAML", _INDENT)
    lines = text.split("\n")
    at = min(mark.line, len(lines) - 1)
    while at > 0 and not lines[at].strip():
        at -= 1  # the end of the file is told at its last words
    told = str(error.problem)
    return (
        _tab(lines, at)
        or _hard_space(lines, at)
        or _swallowed_key(lines, at)
        or _open_quote(error, last)
        or _quoted_part(lines, mark, last)
        or _bad_escape(error)
        or _no_space(lines, at)
        or _bracket(lines, error)
        or _odd_beginning(lines, error)
        or _no_colon(lines, error)
        or _colon_in_value(lines, mark, told)
        or _elsewhere(lines, at, mark)
    )


def _tab(lines: list[str], at: int) -> Fault | None:
    for number in range(max(at - 1, 0), at + 1):
        if _TAB.match(lines[number]):
            col = lines[number].index("\t") + 1
            message = "dòng này thụt vào bằng phím Tab"
            return Fault(number + 1, col, message, "xóa dấu Tab, thụt bằng dấu cách")
    return None


def _hard_space(lines: list[str], at: int) -> Fault | None:
    """A space of Word or of a web page, where YAML knows only the one of the keyboard."""
    for number in (at, at - 1, at - 2):
        if number >= 0 and (found := _HARD_SPACE.match(lines[number])):
            message = "chỗ này có dấu cách đặc biệt, thường do chép từ Word hay trang web"
            return Fault(number + 1, found.end(), message, "xóa nó, rồi gõ lại bằng phím cách")
    return None


def _swallowed_key(lines: list[str], at: int) -> Fault | None:
    """``{ten: "abc, khoan: {1: ""}}``: the place where the value begins that was left open."""
    found = _SWALLOWED_KEY.search(lines[at])
    if found is None:
        return None
    advice = "thêm dấu nháy cùng kiểu ở cuối giá trị, trước dấu phẩy"
    return Fault(at + 1, found.start("open") + 1, "dấu nháy mở ở đây chưa đóng", advice)


def _open_quote(error: yaml.MarkedYAMLError, last: yaml.Event | None) -> Fault | None:
    """A quotation mark that is closed nowhere, or by the one that opens a later value."""
    start: Any = None
    if "quoted scalar" in str(error.context) and "escape" not in str(error.problem):
        start = error.context_mark
    elif isinstance(last, yaml.ScalarEvent) and last.style in tuple(_QUOTES):
        (begin, end), mark = _span(last), error.problem_mark
        if begin.line != end.line and mark and mark.line - end.line <= 1:
            start = begin
    if start is None:
        return None
    message = "dấu nháy mở ở đây chưa đóng"
    return Fault(start.line + 1, start.column + 1, message, "thêm dấu nháy ở cuối giá trị này")


def _span(event: yaml.Event) -> tuple[Any, Any]:
    """The marks where an event begins and ends."""
    return event.start_mark, event.end_mark


def _quoted_part(lines: list[str], mark: yaml.Mark, last: yaml.Event | None) -> Fault | None:
    """Words behind a closing quotation mark or bracket: ``ten: "abc" def``, ``ten: [sic] abc``."""
    if last is None or last.end_mark is None or last.end_mark.line != mark.line:
        return None
    if mark.line >= len(lines):  # behind the last line, which has no line feed
        return None
    line, end = lines[mark.line], last.end_mark.column
    here, place = line[mark.column : mark.column + 1], (mark.line + 1, mark.column + 1)
    if line[end : mark.column].strip(" ") or not here.strip():
        return None
    if isinstance(last, yaml.ScalarEvent) and last.style in tuple(_QUOTES):
        advice = "bỏ dấu nháy dư; muốn có dấu nháy trong giá trị thì dùng “ ”"
        return Fault(*place, "sau dấu nháy đóng còn chữ, hoặc dư một dấu nháy", advice)
    closed = isinstance(last, yaml.SequenceEndEvent | yaml.MappingEndEvent)
    if not closed or line[end - 1 : end] not in ("]", "}"):
        return None
    if here in "]}":
        return Fault(*place, f"dư một dấu ngoặc “{here}”", "bỏ nó đi")
    advice = "nếu cả dòng là một câu, đặt cả câu trong dấu nháy"
    return Fault(*place, "sau dấu ngoặc đóng còn chữ", advice)


def _bad_escape(error: yaml.MarkedYAMLError) -> Fault | None:
    mark = error.problem_mark
    if mark is None or "quoted scalar" not in str(error.context):
        return None
    advice = "dùng nháy đơn thay nháy kép, hoặc viết \\\\"
    return Fault(
        mark.line + 1, mark.column + 1, "trong nháy kép không dùng được dấu \\ này", advice
    )


def _no_space(lines: list[str], at: int) -> Fault | None:
    for number in (at, at - 1, at - 2):
        found = _NO_SPACE.match(lines[number]) if number >= 0 else None
        if found:
            key = found[0].strip(" \t-").rpartition(":")[0]
            message = f"thiếu dấu cách sau “{key}:”"
            advice = f"viết “{key}: ” rồi mới tới giá trị"
            return Fault(number + 1, found.end(), message, advice)
    return None


def _bracket(lines: list[str], error: yaml.MarkedYAMLError) -> Fault | None:
    if "flow" not in str(error.context) or error.context_mark is None:
        return None
    start, mark = error.context_mark, error.problem_mark
    opened = lines[start.line][start.column : start.column + 1] if start.line < len(lines) else ""
    if opened not in _BRACKETS:
        return _deepest_open(lines)
    closing = _BRACKETS[opened]
    if mark and mark.line == start.line and closing in lines[start.line][mark.column :]:
        message = f"trong ngoặc {opened}{closing} thiếu dấu phẩy giữa hai mục"
        return Fault(mark.line + 1, mark.column + 1, message, "thêm dấu phẩy trước chỗ này")
    message = f"dấu ngoặc “{opened}” mở ở đây chưa đóng"
    return Fault(start.line + 1, start.column + 1, message, f"thêm “{closing}” ở cuối")


def _deepest_open(lines: list[str]) -> Fault | None:
    """The file ended inside brackets: the last one that was opened and never closed."""
    for number in range(len(lines) - 1, -1, -1):
        for col in range(len(lines[number]) - 1, -1, -1):
            sign = lines[number][col]
            if sign in _BRACKETS:
                message = f"dấu ngoặc “{sign}” mở ở đây chưa đóng"
                return Fault(number + 1, col + 1, message, f"thêm “{_BRACKETS[sign]}” ở cuối")
    return None


def _odd_beginning(lines: list[str], error: yaml.MarkedYAMLError) -> Fault | None:
    """A value that begins with a sign that YAML keeps for itself."""
    told, context = str(error.problem), str(error.context)
    mark = error.context_mark or error.problem_mark
    if mark is None or mark.line >= len(lines):
        return None
    alone = "cannot start any token" in told
    scanning = any(sign in context for sign in _SIGNS)
    if not alone and not scanning:
        return None
    place = error.problem_mark if alone and error.problem_mark else mark
    sign = lines[place.line][place.column : place.column + 1]
    advice = "đặt cả giá trị trong dấu nháy"
    return Fault(
        place.line + 1, place.column + 1, f"giá trị không được bắt đầu bằng “{sign}”", advice
    )


def _no_colon(lines: list[str], error: yaml.MarkedYAMLError) -> Fault | None:
    if "simple key" not in str(error.context) or error.context_mark is None:
        return None
    start = error.context_mark
    words = lines[start.line].strip() if start.line < len(lines) else ""
    if item := _ITEM.match(words):
        message = f"dòng “{words[:40]}” không thành một mục của danh sách"
        advice = f"viết dấu -, một dấu cách, rồi chữ: - {words[item.end() :][:40]}"
        return Fault(start.line + 1, start.column + 1, message, advice)
    return _without_key(start.line, words, start.column)


def _without_key(line: int, words: str, col: int = 0) -> Fault:
    message = f"dòng “{words.strip()[:40]}” không có khóa và dấu hai chấm"
    advice = "viết “khóa: giá trị”; nếu là phần sau của dòng trên, thụt vào dưới nó"
    return Fault(line + 1, col + 1, message, advice)


def _colon_in_value(lines: list[str], mark: yaml.Mark, told: str) -> Fault | None:
    if "mapping values are not allowed" not in told or mark.line >= len(lines):
        return None
    before = lines[mark.line][: mark.column]
    if re.search(r":[ \t]", before):
        advice = 'đặt cả giá trị trong dấu nháy thẳng "…"'
        return Fault(mark.line + 1, mark.column + 1, "trong giá trị có dấu hai chấm", advice)
    col = len(before) - len(before.lstrip()) + 1
    above = next((n for n in range(mark.line - 1, -1, -1) if lines[n].strip()), 0)
    if col == 1 and ":" not in lines[above]:
        return _without_key(above, lines[above])
    message = "dòng này thụt vào, mà khóa ở dòng trên đã có giá trị"
    return Fault(mark.line + 1, col, message, _INDENT)


def _elsewhere(lines: list[str], at: int, mark: yaml.Mark) -> Fault:
    col = mark.column + 1 if at == mark.line else 1
    before = lines[at][: col - 1]
    if not before.strip(" -"):
        return Fault(at + 1, col, "dòng này thụt lề không khớp với các dòng trên", _INDENT)
    advice = "xem lại dấu hai chấm, dấu nháy, dấu ngoặc ở dòng này"
    return Fault(at + 1, col, "không đọc được YAML từ chỗ này", advice)
