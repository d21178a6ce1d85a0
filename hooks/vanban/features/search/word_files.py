"""``asked.txt`` and ``school_words.txt`` as an editor left them: what is wrong, line by line.

They lie beside the code, and only the project that they are of is checked against them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from ...law.corpus_source import read_text
from ...law.problems import Problem
from ...page.nearest import meant
from . import asked, school_words

_ASKED_FORM = "viết: trang: câu hỏi, câu hỏi; mỗi trang hay trang#mục một dòng"
_WORDS_FORM = "viết: chữ hay gõ = chữ trên trang; mỗi chữ hay gõ chỉ ghi một lần"
Anchors = Callable[[str], frozenset[str]]


def check(root: Path, pages: Collection[str], anchors: Anchors) -> Iterator[Problem]:
    """Problems of both files; none of a project that has none of its own.

    ``pages`` are the names below ``docs``, ``anchors`` gives the ids of a page.
    """
    root = root.resolve()
    if asked.FILE.is_relative_to(root):
        yield from of_asked(asked.FILE, _name(root, asked.FILE), pages, anchors)
        yield from of_words(school_words.FILE, _name(root, school_words.FILE))


def _name(root: Path, file: Path) -> str:
    return file.relative_to(root).as_posix()


def of_asked(file: Path, name: str, pages: Collection[str], anchors: Anchors) -> Iterator[Problem]:
    """Lines of another form, and pages or sections that are not there."""
    problems: list[Problem] = []
    text = read_text(file, name, problems) or ""
    yield from problems
    try:
        found = asked.parse(text)
    except ValueError as error:
        yield _told(error, name, _ASKED_FORM)
        return
    there = [one for one in found if asked.page_of(one.page, pages)]
    if 2 * len(there) < len(found):
        return  # the list of another site, which this one was made from: nobody meets its lines
    names = {page.removesuffix(".md").removesuffix("/index") for page in pages}
    for one in found:
        line = _line(text, f"{one.page}#{one.anchor}:" if one.anchor else f"{one.page}:")
        page = asked.page_of(one.page, pages)
        if page is None:
            advice = meant(one.page, names, "ghi tên trang trong docs/, không có .md")
            yield Problem(name, line, 1, f"không có trang “{one.page}”", advice)
        elif one.anchor and one.anchor not in (ids := anchors(page)):
            advice = meant(one.anchor, ids, "ghi tên mục như ở cuối địa chỉ, sau dấu #")
            message = f"trang “{one.page}” không có mục “#{one.anchor}”"
            yield Problem(name, line, 1, message, advice)


def of_words(file: Path, name: str) -> Iterator[Problem]:
    """The first line of another form, or that says a word again."""
    problems: list[Problem] = []
    text = read_text(file, name, problems) or ""
    yield from problems
    try:
        school_words.parse(text)
    except ValueError as error:
        yield _told(error, name, _WORDS_FORM)


def _told(error: ValueError, name: str, advice: str) -> Problem:
    """``file:line: words`` of the readers."""
    _, line, words = str(error).split(":", 2)
    shown = words.strip()
    shown = f"{shown[:60]}…" if len(shown) > 60 else shown  # a line may hold forty questions
    return Problem(name, int(line), 1, f"“{shown}” không đúng dạng, hoặc đã có ở trên", advice)


def _line(text: str, begins: str) -> int:
    lines = text.splitlines()
    return next((at for at, line in enumerate(lines, 1) if line.startswith(begins)), 1)
