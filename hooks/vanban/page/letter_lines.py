"""Lines that may not stand in a letter shown letter for letter, and tags around it.

All between its heading and the next is shown as its words, so what Markdown or a browser would
take for something else is lost there, or is shown as the letter's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

from ..law.loading import Page
from ..law.problems import Problem
from . import letter, markup
from .letter_table import rows_of
from .source import Source

_FENCE = re.compile(r"[ \t]*(?P<mark>`{3,}|~{3,})")
_INDENTED = re.compile(r"(?: {4}|\t)\s*\S")
_COMMENT = re.compile(r"<!--|-->")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_ATTRIBUTES = re.compile(r"(?<!\\)\{[^{}\n]+\}")

_NOTE = re.compile(r"(?<!\\)\[\^[^\]\n]+\]")
_PAIR = re.compile(r"(?<!\\)(\*{1,3})(?![\s*])(?P<inside>[^*]+?)(?<![\s\\])\1")
"""Stars that Markdown takes for a pair, and does not show."""
_BEGINS = re.compile(r"[\w“‘\"'(\[«\\&+–-]")
_ENDS = re.compile(r"[^(\[“‘«]")
_STROKES = re.compile(r"(?<![\w\\])_+[^\s_](?:[^_]*[^\s_])?_+(?!\w)")
_CODE = re.compile(r"(?m:(?!^[ \t]*```))(?<![\\`])(`+).+?(?<!`)\1(?!`)", re.DOTALL)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_MEANT = frozenset({"&lt;", "&gt;", "&amp;", "&#124;", "&#126;"})
"""What ``hooks new letter`` writes for a sign that Markdown would read."""
_STROKE_ROW = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DRAWN = re.compile(r"(?<!\\)\[\[(?P<name>[^\[\]\n]*)\]\]")
_LINK = re.compile(r"(?<!\\)!?\[[^\]\n]*\]\([^)\n]*\)")
_BRACKETS = re.compile(r"(?<!\\)\[(?P<name>[^\]\[\n]+)\]")
_DEFINED = re.compile(r"^ {0,3}\[(?P<name>[^\]\n^][^\]\n]*)\]:", re.MULTILINE)
_CONTENTS = "[TOC]"
_OWN_BRACKET = "nếu là chữ của bản gốc thì viết \\[ thay cho ["
_TABLE = (
    "hàng đầu viết | Một | Hai |, hàng thứ hai | --- | --- |, rồi ít nhất một hàng nữa; hàng nào"
    " cũng bằng ấy ô, trong ô không có dấu |"
)
_SHOWN = 40
"""So many letters of what is told are repeated."""


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
    defined = frozenset(one["name"].lower() for one in _DEFINED.finditer(page.text))
    for paragraph in found.paragraphs:
        for at, message, advice in _signs(paragraph.text, defined):
            number = paragraph.first + paragraph.text.count("\n", 0, at)
            yield Problem(file, number, 1, message, advice)
        yield from _run_together(paragraph, file)
    yield from _cut_off(lines, found, file)
    for number, line in enumerate(lines[found.end :], found.end + 1):
        if letter.starts(line.rstrip()) is not None:
            message = f"trang này đã mở nguyên văn ở dòng {found.heading + 1}"
            advice = "mỗi công văn một thư mục; phần khác thì bỏ {#nguyen-van} ở tiêu đề"
            yield Problem(file, number, 1, message, advice)
            return


def _run_together(paragraph: letter.Paragraph, file: str) -> Iterator[Problem]:
    """The first item that no empty line parts from the one before: it would bear its number."""
    lines = paragraph.text.split("\n")
    begun = {at: int(one[1]) for at, line in enumerate(lines) if (one := letter.ITEM.match(line))}
    for (_, before), (at, number) in pairwise(begun.items()):
        if number == before + 1:
            message = f"mục {number} đứng liền mục {before} nên không được đọc là một mục riêng"
            advice = f"thêm một dòng trống ở trên; không phải mục thì viết {number}\\."
            yield Problem(file, paragraph.first + at, 1, message, advice)
            return


def _cut_off(lines: list[str], found: letter.Letter, file: str) -> Iterator[Problem]:
    """A heading inside a letter: it ends there, and whom it goes to is no more of it."""
    foot = next((one for one in lines[found.end :] if one.startswith(letter.COPIES)), "")
    if foot and not any(one.text.startswith(letter.COPIES) for one in found.paragraphs):
        message = (
            f"tiêu đề này cắt ngang công văn: “{letter.COPIES}” ở dưới không còn thuộc nguyên văn"
        )
        advice = "chữ của công văn thì viết \\# thay cho #, hoặc bỏ dấu #"
        yield Problem(file, found.end + 1, 1, message, advice)


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


def _signs(text: str, defined: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """Signs of a paragraph that Markdown takes for its own, so that they are not shown: where,
    message and advice. ``defined`` are the names, in small letters, that the page gives to links.
    """
    if found := next((one for one in _PAIR.finditer(text) if not _is_meant(one)), None):
        begin = len(text[: found.start()].rpartition("\n")[2].rpartition(" ")[2])
        words = text[found.start() - begin :].split()[0]
        message = f"dấu * trong “{_short(words)}” sẽ mất, chữ gần đó thành chữ nghiêng"
        yield found.start(), message, "viết \\* thay cho *"
    if found := _STROKES.search(text):
        message = f"dấu _ trong “{_short(found[0])}” sẽ mất, chữ ở giữa thành chữ nghiêng"
        yield found.start(), message, "viết \\_ thay cho _; muốn in nghiêng thì dùng *"
    if found := _CODE.search(text):
        message = f"dấu ` trong “{_short(found[0])}” sẽ mất"
        yield found.start(), message, "viết \\` thay cho `"
    if found := next(filter(_is_read, _ENTITY.finditer(text)), None):
        sign = unescape(found[0])
        shown = "dấu cách" if sign.isspace() else f"“{sign}”"
        message = f"“{found[0]}” trong nguyên văn sẽ hiện ra thành {shown}"
        advice = f"gõ thẳng dấu ấy; nếu là chữ của bản gốc thì viết &amp;{found[0][1:]}"
        yield found.start(), message, advice
    if found := _DRAWN.search(text):
        message = f"“{_short(found[0])}” trong nguyên văn không đưa điều khoản nào vào"
        yield found.start(), message, f"chuyển ra ngoài nguyên văn; {_OWN_BRACKET}"
        return
    if at := _undrawn(text):
        message = "bảng này kẻ khác mẫu nên hiện ra thành chữ và dấu |"
        yield at - 1, message, _TABLE
    if text.strip() == _CONTENTS:
        message = f"{_CONTENTS} trong nguyên văn sẽ hiện ra thành mục lục của trang"
        yield 0, message, "viết \\[ thay cho ["
        return
    linked = (one for one in _BRACKETS.finditer(text) if one["name"].lower() in defined)
    if found := _LINK.search(text) or next(linked, None):
        message = f"“{_short(found[0])}” trong nguyên văn sẽ hiện ra thành liên kết"
        yield found.start(), message, "viết \\[ thay cho ["


def _is_read(entity: re.Match[str]) -> bool:
    """Whether a browser shows another sign for it, which nobody who copies a letter meant."""
    return entity[0] not in _MEANT and unescape(entity[0]) != entity[0]


def _undrawn(text: str) -> int:
    """Where the strokes below the head of a table stand that is not drawn, from 1; 0 for none."""
    if "|" not in text or rows_of(text):
        return 0
    at = text.find("\n") + 1
    row = text[at:].partition("\n")[0]
    return at + 1 if at and "|" in row and _STROKE_ROW.match(row) else 0


def _is_meant(pair: re.Match[str]) -> bool:
    """Whether a pair of stars stands around whole words, to set them in italics: “(*nghiêng*)”,
    not “2*3*4”, nor the marks of “(*) bắt buộc (*)”.
    """
    text, inside = pair.string, pair["inside"]
    glued = text[pair.start() - 1 : pair.start()] + text[pair.end() : pair.end() + 1]
    if any(map(str.isalnum, glued)):
        return False
    return bool(_BEGINS.match(inside) and _ENDS.match(inside[-1]))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
