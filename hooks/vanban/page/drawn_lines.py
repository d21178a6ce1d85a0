"""Where ``[[…]]`` may stand: alone on its line, a blank line above and below, in no box or list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..law.problems import Problem
from . import letter
from .markup import elements
from .source import Source

_BRACKETS = re.compile(r"(?<!\\)\[\[|\]\]")
_ALONE = re.compile(r"^\[\[(?P<inner>[^\[\]]*)\]\]$")
_UNIT = r"(?:điểm|khoản|điều|tiết|tình huống|câu hỏi)(?!\w)"
_HALF = re.compile(
    # [khoản 1 …] · ［［…］］ · 【…】 · [ [ … ] ]
    rf"^(?:\[\s*(?P<half>{_UNIT}[^\[\]]*)\]|[［【]{{1,2}}(?P<wide>[^\[\]［］【】]*)[］】]{{1,2}}"
    r"|\[\s+\[(?P<apart>[^\[\]]*)\]\s*\])$",
    re.IGNORECASE,
)
_WIDE = ("［", "【")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])\s")
_HEADING = re.compile(r"^#{1,6}\s")
_ADVICE = "để [[…]] một mình trên một dòng, trên và dưới nó là dòng trống"


def check(source: Source, file: str) -> Iterator[Problem]:
    """Brackets that a reader would see, because nothing is drawn in their place.

    Those of a letter are its words, or told as such (``letter_lines.py``).
    """
    if not any(sign in source.prose for sign in ("[", "]]", *_WIDE)):
        return
    rows = list(source.lines())
    in_letter = False
    spans = [(one.start, one.end, one.name) for one in elements(source)]
    told_above = -1
    for number, (at, line) in enumerate(rows):
        in_letter = letter.starts(line) is not None or (in_letter and not letter.ends(line))
        if in_letter:
            continue
        if "[" not in line and "]]" not in line and line.lstrip()[:1] not in _WIDE:
            continue
        found = _BRACKETS.search(line)
        if half := _HALF.match(line.strip()):
            place = source.place(at + line.index(line.strip()[0]))
            inner = next(filter(None, half.groups()), "").strip()
            message = "ngoặc này không phải [[…]] nên sẽ hiện nguyên chữ"
            yield Problem(file, place.line, place.col, message, f"viết: [[{inner}]]")
            continue
        if not found or number == told_above:
            continue
        before = rows[number - 1][1] if number else ""
        after = rows[number + 1][1] if number + 1 < len(rows) else ""
        alone = _ALONE.match(line.strip())
        if alone:
            told = _name(alone["inner"]) or _around(line, before, after)
            start = line.index("[[")
        else:
            told, start = _broken(line, after), found.start()
            told_above = number + 1 if _runs_on(line, after) else -1
        inside = next((name for a, b, name in spans if a < at < b), None)
        if told is None and inside:
            told = f"[[…]] nằm trong thẻ <{inside}>, ở đó không đưa vào được gì", _ADVICE
        if told:
            place = source.place(at + start)
            yield Problem(file, place.line, place.col, *told)


def _name(inner: str) -> tuple[str, str] | None:
    name, stroke, option = inner.partition("|")
    if not name.strip():
        return "[[…]] không có tên nào bên trong", "ghi một điều khoản, hoặc tên một bảng"
    if stroke and " ".join(option.split()) != "đủ":
        words = option.strip() or "|"
        return f"“{words}” không phải lựa chọn nào của [[…]]", f"ghi: [[{name.strip()} | đủ]]"
    return None


def _around(line: str, before: str, after: str) -> tuple[str, str] | None:
    """What keeps a line that holds nothing but ``[[…]]`` from being a paragraph of its own."""
    if line.startswith(("    ", "\t")):
        return "[[…]] thụt vào nên nằm trong một danh sách hay khung", _ADVICE
    if line != line.lstrip():
        return "[[…]] không bắt đầu ở đầu dòng", "xóa các dấu cách trước nó"
    if _ALONE.match(before.strip()):
        return "hai dòng [[…]] liền nhau", "để một dòng trống ở giữa"
    if before.strip() and not _HEADING.match(before):
        return "ngay trên [[…]] còn chữ", _ADVICE
    if after.strip() and not _HEADING.match(after) and not _ALONE.match(after.strip()):
        return "ngay dưới [[…]] còn chữ", _ADVICE
    return None


def _runs_on(line: str, after: str) -> bool:
    """Whether brackets that open here are closed on the next line."""
    return line.count("[[") > line.count("]]") and "]]" in after and "[[" not in after


def _broken(line: str, after: str) -> tuple[str, str]:
    opened, closed = line.count("[["), line.count("]]")
    if opened > closed:
        if _runs_on(line, after):
            return "[[…]] viết trên hai dòng", "viết cả [[…]] trên một dòng"
        return "[[ mở mà không có ]] khép", "thêm ]] ở cuối dòng"
    if closed > opened:
        return "]] thừa, hoặc thiếu [[ ở đầu dòng", "ghi đủ hai ngoặc mỗi bên: [[…]]"
    if "[[[" in line or "]]]" in line:
        return "thừa ngoặc vuông", "ghi đúng hai ngoặc mỗi bên: [[…]]"
    return f"[[…]] đứng {_within(line)} nên sẽ hiện nguyên ngoặc", _ADVICE


def _within(line: str) -> str:
    if _HEADING.match(line):
        return "trong tiêu đề"
    if line.lstrip().startswith(">"):
        return "trong đoạn trích dẫn (>)"
    if _ITEM.match(line):
        return "trong một mục danh sách"
    if line.lstrip().startswith("|"):
        return "trong bảng"
    return "giữa câu"
