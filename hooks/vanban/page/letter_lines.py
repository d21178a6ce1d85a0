"""Lines that may not stand in a letter shown letter for letter, and tags around it.

All between its heading and the next is shown as its words, so what Markdown or a browser would
take for something else is lost there, or is shown as the letter's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..law.loading import Page
from ..law.problems import Problem
from . import letter, markup
from .source import Source

_FENCE = re.compile(r"[ \t]*(?P<mark>`{3,}|~{3,})")
_INDENTED = re.compile(r"(?: {4}|\t)\s*\S")
_COMMENT = re.compile(r"<!--|-->")
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?=[\s/>])[^<>]*>")
_ATTRIBUTES = re.compile(r"(?<!\\)\{[^{}\n]+\}")

_NOTE = re.compile(r"(?<!\\)\[\^[^\]\n]+\]")


def check(page: Page, source: Source, file: str) -> Iterator[Problem]:
    """What a page that shows a letter has in its lines, around them and behind them."""
    found = letter.read(page.text)
    if found is None:
        return
    lines = page.text.splitlines(keepends=True)
    start = sum(map(len, lines[: found.heading]))
    for element in markup.elements(source):
        if element.start < start < element.end:
            message = f"nguyên văn đứng bên trong thẻ <{element.name}> nên không hiện ra đúng"
            place = source.place(element.start)
            yield Problem(file, place.line, place.col, message, "bỏ thẻ ấy, cả chỗ mở lẫn chỗ khép")
    blank = True
    for number, line in enumerate(lines[found.heading + 1 : found.end], found.heading + 2):
        if told := _slip(line, blank):
            yield Problem(file, number, 1, *told)
        blank = not line.strip()
    for number, line in enumerate(lines[found.end :], found.end + 1):
        if letter.starts(line.rstrip()) is not None:
            message = f"trang này đã mở nguyên văn ở dòng {found.heading + 1}"
            advice = "mỗi công văn một thư mục; phần khác thì bỏ {#nguyen-van} ở tiêu đề"
            yield Problem(file, number, 1, message, advice)
            return


def _slip(line: str, blank: bool) -> tuple[str, str] | None:
    """Message and advice for one line of a letter; ``blank`` says that it begins a paragraph."""
    if found := _FENCE.match(line):
        message = f"{found['mark']} trong nguyên văn sẽ hiện ra như chữ của công văn"
        return message, "xóa dòng ấy"
    if _COMMENT.search(line):
        message = "chú thích không đứng trong nguyên văn được: chữ của công văn sẽ mất theo"
        return message, "xóa nó, hoặc đưa lên trên tiêu đề nguyên văn"
    if found := _TAG.search(line):
        message = f"thẻ {found[0]} trong nguyên văn sẽ không hiện ra"
        return message, "bỏ thẻ; nếu là chữ của bản gốc thì viết &lt; thay cho <"
    if found := _ATTRIBUTES.search(line):
        message = f"“{found[0]}” trong nguyên văn có thể bị hiểu là thuộc tính nên mất đi"
        return message, "xóa nó; nếu là chữ của bản gốc thì viết \\{ thay cho {"
    if found := _NOTE.search(line):
        message = f"{found[0]} trong nguyên văn sẽ hiện ra thành số mà bản gốc không có"
        return message, "xóa nó; nếu là chữ của bản gốc thì viết \\[ thay cho ["
    if blank and _INDENTED.match(line):
        message = "đoạn này thụt vào đầu dòng nên viện dẫn trong đó không được đọc"
        return message, "xóa dấu cách hoặc dấu Tab ở đầu dòng"
    return None
