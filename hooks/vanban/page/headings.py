"""Headings that Markdown, or the reader of units, takes for something else than was meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from itertools import zip_longest

from ..law.loading import Page
from ..law.markdown_source import HARD, Block
from ..law.names import unaccented
from ..law.problems import Problem
from ..law.provision import plain, read_heading, walk
from ..law.units import PROVISIONS, Kind
from . import letter
from .source import Source

_NO_SPACE = re.compile(r"^(?P<marks>#{1,6})(?P<text>[^#\s].*)")
_INDENTED = re.compile(r"^[ \t]{1,3}(?P<marks>#{1,6})[ \t]+\S")
_BARE_NAME = re.compile(r"^#{1,6}[ \t].*(?P<mark>\{[ \t]*(?P<name>[\w-]+)[ \t]*\})[ \t]*$")
"""“## Nguyên văn {nguyen-van}”: a name in braces, without the mark that makes it one."""
_UNDERLINE = re.compile(r"^(?:=+|-+)[ ]*$")
_SIGNS = ("#", "=", "-")
"""With one of these such a line begins."""
_WRITE = "viết phần ấy, hoặc bỏ tiêu đề"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SAMPLE = "viết như mẫu: ## Khoản 1, ### Điểm a"
_UNIT_WORDS = tuple(kind.value for kind in Kind if kind in PROVISIONS)
_GLUED = re.compile(rf"^({'|'.join(_UNIT_WORDS)})(?=[0-9])")
_BARE_UNIT = re.compile(r"^(?:khoản [0-9]{1,3}|điểm [a-zđ]|tiết [0-9]{1,2})[.:]?$", re.IGNORECASE)
_COUNTED = "nhat|mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi|thu"
_NUMBER_LIKE = re.compile(rf"^(?:\d\S*|[a-zđ]\d*|[ivxlc]+|{_COUNTED})$")


def check(page: Page, source: Source, file: str) -> Iterator[Problem]:
    """One title, no skipped level, and every heading that names a unit can be read as one."""
    if source.open_fence is not None:
        return  # whatever stands behind it is no heading, and the fence is told
    lost = list(_not_read(source, file))
    yield from lost
    heads = [block for block in page.blocks() if block.level]
    titles = [block for block in heads if block.level == 1]
    if not titles and not any(one.message.startswith("sau dấu #") for one in lost):
        first = next((at for at, line in source.lines() if line.strip()), source.body)
        place = source.place(min(first, max(len(source.text) - 1, 0)))
        message = "trang này không có tiêu đề lớn (một dấu #)"
        yield Problem(file, place.line, 1, message, "mở đầu trang bằng: # Tên của trang")
    for block in titles[1:]:
        message = f"trang này có hai tiêu đề lớn; “{_text(block)}” là cái thứ hai trở đi"
        yield _at(source, file, block, message, "dùng ## cho các phần bên trong")
    above = 0
    skipped = False
    for block in heads:
        if above and block.level > above + 1 and not lost:  # else it only follows
            skipped = True
            message = f"tiêu đề nhảy từ bậc {above} xuống bậc {block.level}"
            advice = f"dùng {'#' * (above + 1)} ở đây"
            yield _at(source, file, block, message, advice)
        above = block.level
    if page.slug and page.article:
        if len(titles) < 2:
            yield from list(_units(page, source, file)) or _wordless(page, source, file)
    elif not (lost or skipped):
        yield from _parts(page, source, file)


def _parts(page: Page, source: Source, file: str) -> Iterator[Problem]:
    """Parts of a page that are there twice, and questions below which nobody answers."""
    seen: dict[tuple[str, ...], int] = {}
    above: list[str] = []
    blocks = list(page.blocks())
    for block, behind in zip_longest(blocks, blocks[1:]):
        if not block.level:
            continue
        words = source.text[block.start :].partition("\n")[0].partition(" {")[0].strip("# \t")
        above = [*above[: block.level - 1], words]
        line = source.place(block.start).line
        if seen.setdefault(tuple(above), line) != line:
            message = f"tiêu đề này đã có ở dòng {seen[tuple(above)]}"
            yield _at(source, file, block, message, "gộp hai phần làm một, hoặc đặt tên khác")
        is_part = block.level > 1 and "[[" not in words
        if is_part and _is_bare(source, block, behind):
            yield _at(source, file, block, f"dưới “{words}” chưa có chữ nào", _WRITE)


def _wordless(page: Page, source: Source, file: str) -> Iterator[Problem]:
    """Units of an article below which nothing is said: neither of them nor of parts of them."""
    read = list(walk(page.blocks()))
    for (block, unit), behind in zip_longest(read, (block for block, _ in read[1:])):
        if block.level and unit and _is_bare(source, block, behind):
            yield _at(source, file, block, f"dưới “{_text(block)}” chưa có chữ nào", _WRITE)


def _is_bare(source: Source, heading: Block, behind: Block | None) -> bool:
    """Whether nothing is seen between a heading and the next that is not below it."""
    is_last = behind is None or 0 < behind.level <= heading.level
    return is_last and not _between(source, heading, behind)


def _between(source: Source, block: Block, behind: Block | None) -> bool:
    """Whether anything is seen below a heading that is no block of text: a fence, no comment."""
    end = source.text.rfind("\n", 0, behind.start) + 1 if behind else len(source.text)
    below = source.text[block.start : end].partition("\n")[2]
    return bool(_COMMENT.sub("", below).strip())


def _at(source: Source, file: str, block: Block, message: str, advice: str) -> Problem:
    place = source.place(block.start)
    return Problem(file, place.line, 1, message, advice)


def _text(block: Block) -> str:
    return plain(block.text.split(HARD)[0]) or "…"


def _not_read(source: Source, file: str) -> Iterator[Problem]:
    """Lines that one of Markdown and our reader takes for a heading, and the other does not."""
    before = blank = ""
    shown = letter.read(source.text)
    for at, line in source.lines():
        if told := _slip(line, before, blank):
            number = source.place(at).line
            if shown and shown.heading < number - 1 < shown.end and _NO_SPACE.match(line):
                message = "dòng này mở đầu bằng dấu # nên sẽ không hiện ra như trong bản gốc"
                told = message, "viết \\# thay cho #"
            yield Problem(file, number, 1, *told)
        blank, before = before, "" if line.startswith("#") else line


def _slip(line: str, before: str, blank: str) -> tuple[str, str] | None:
    """Message and advice for such a line, below the lines ``blank`` and ``before``."""
    if line.lstrip()[:1] not in _SIGNS:
        return None
    if found := _NO_SPACE.match(line):
        advice = f"viết: {found['marks']} {found['text'].strip()[:40]}"
        return "sau dấu # phải có một dấu cách", advice
    if found := _BARE_NAME.match(line):
        message = f"“{found['mark']}” ở cuối tiêu đề thiếu dấu # nên không đặt được tên"
        return message, f"viết: {{#{found['name']}}}"
    if _INDENTED.match(line):
        message = "tiêu đề không bắt đầu ở đầu dòng nên sẽ hiện ra như chữ"
        return message, "xóa các dấu cách trước dấu #"
    begins = not blank.strip() or _UNDERLINE.match(blank)
    if _UNDERLINE.match(line) and before.strip() and not _UNDERLINE.match(before) and begins:
        # Only the first line of a block can be underlined, and a table has strokes there.
        message = "dòng gạch này biến dòng chữ ngay trên nó thành tiêu đề"
        return message, "thêm một dòng trống ở giữa; nếu đúng là tiêu đề thì dùng dấu #"
    return None


def _units(page: Page, source: Source, file: str) -> Iterator[Problem]:
    clause_level = 0
    for block, unit in walk(page.blocks()):
        if block.level and unit and unit.kind is Kind.CLAUSE:
            clause_level = clause_level or block.level
        words = block.words
        if not block.level:
            if _BARE_UNIT.match(words) and not block.item:
                message = f"dòng “{words}” trông như tiêu đề mà không có dấu #"
                yield _at(source, file, block, message, _SAMPLE)
        elif block.level > 1 and looks_like_unit(words):
            heading = read_heading(block.text, unit.parent) if unit else None
            if unit and unit.kind is Kind.POINT and block.level == clause_level:
                message = f"tiêu đề “{words}” ngang hàng với khoản, mà điểm đứng trong khoản"
                advice = f"thêm một dấu #: {'#' * (clause_level + 1)} {words}"
                yield _at(source, file, block, message, advice)
                return
            if heading is None or heading.path != unit:
                message = f"tiêu đề “{words}” không đọc được ra khoản hay điểm nào"
                yield _at(source, file, block, message, _SAMPLE)
                return  # a heading at a wrong level takes the ones below it with it


def looks_like_unit(words: str) -> bool:
    """Whether a heading means to name a unit: its word, and a number, a letter or nothing more.

    “Khoản một”, “Khoan 1”, “Khoảng 2”, “Khoản II.”, “Điểm” do; “Điểm mới so với luật cũ” and
    “Khoản 1 nói gì?” do not.
    """
    if words.endswith("?"):
        return False
    first, _, rest = _GLUED.sub(r"\1 ", unaccented(words)).partition(" ")
    rest = rest.strip(" .:")
    if first.strip(".:") in _UNIT_WORDS:
        number = re.split(r"[.:),;\s–—-]", rest, maxsplit=1)[0]
        return not rest or bool(_NUMBER_LIKE.match(number))
    near = difflib.get_close_matches(first, _UNIT_WORDS, 1, 0.8)
    return bool(near) and bool(_NUMBER_LIKE.match(rest))
