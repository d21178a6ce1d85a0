"""Raw HTML and fences that stay open, are closed twice, or are no HTML at all."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..law.problems import Problem
from .source import Source

# Names of HTML elements, in order of the letters.
_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_OTHER_NAMES = """
a abbr address article aside audio b bdi bdo blockquote button canvas caption center cite code
colgroup data datalist dd del details dfn dialog div dl dt em fieldset figcaption figure font
footer form g h1 h2 h3 h4 h5 h6 header hgroup i iframe ins kbd label legend li main map mark math
menu meter nav noscript object ol optgroup option output p path picture pre progress q rp rt ruby
s samp script search section select small span strong style sub summary sup svg table tbody td
template textarea tfoot th thead time tr u ul var video
"""
_VOID = frozenset(_VOID_NAMES.split())
_KNOWN = _VOID | frozenset(_OTHER_NAMES.split())
_NEVER = frozenset({"script", "style", "iframe", "object", "embed"})
"""What the pages' policy keeps from running or showing (``publish/hosting.py``)."""
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][\w.-]*)"
    r"(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)(?P<close>>?)"
)
_AS_TYPED = frozenset({"pre", "code", "samp", "kbd", "textarea"})
_LOOKED_INTO = re.compile(r"\smarkdown\b", re.IGNORECASE)
_MARKS = re.compile(r"(?:^|>)[ \t]*(?P<marks>#{1,6})[ \t]+\S", re.MULTILINE)
_ADDRESS = re.compile(r"<(?:[a-zA-Z][\w+.-]*:|[^\s<>@]+@)[^\s<>]*>")

_HALF_COMMENT = re.compile(r"<[!?]|-->")
Told = tuple[int, str, str]
"""Offset, message, advice."""


@dataclass(frozen=True)
class Element:
    """A raw element: its name and the offsets at which it begins and ends."""

    name: str
    start: int
    end: int


def check(source: Source, file: str) -> Iterator[Problem]:
    """What a browser would close, swallow or show otherwise than the editor meant."""
    if source.open_fence is not None:
        place = source.place(source.open_fence)
        mark = re.match(r"`+|~+", source.text[source.open_fence :])
        fence = mark[0] if mark else "```"
        message = f"khối mẫu mở bằng {fence} mà không có dòng khép"
        advice = f"thêm một dòng chỉ có {fence} sau đoạn mẫu"
        yield Problem(file, place.line, place.col, message, advice)
        return  # all that follows is inside it
    comment = source.prose.find("<!--")
    if comment >= 0:
        place = source.place(comment)
        message = "chú thích mở bằng <!-- mà không có -->"
        yield Problem(file, place.line, place.col, message, "thêm --> ở cuối chú thích")
        return
    told = (*_half_comments(source.prose), *_read(source)[1], *_unread(source))
    for start, message, advice in told:
        place = source.place(start)
        yield Problem(file, place.line, place.col, message, advice)


def _unread(source: Source) -> Iterator[Told]:
    """Headings inside an element that Markdown does not look into: their marks would be shown."""
    prose = source.prose
    if "<" not in prose:
        return
    for element in elements(source):
        tag = prose[element.start : prose.find(">", element.start)]
        if element.name in _AS_TYPED or _LOOKED_INTO.search(tag):
            continue
        if found := _MARKS.search(prose, element.start, element.end):
            message = f"tiêu đề trong thẻ <{element.name}> sẽ hiện ra như chữ, cả dấu #"
            advice = f"bỏ thẻ ấy, hoặc viết <{element.name} markdown> và để tiêu đề ở dòng riêng"
            yield found.start("marks"), message, advice


def _half_comments(prose: str) -> Iterator[Told]:
    """What was meant to open or to close a comment, and does neither."""
    for found in _HALF_COMMENT.finditer(prose):
        if found[0] == "-->":
            advice = "xóa nó, hoặc thêm <!-- ở trước"
            yield found.start(), "--> thừa: không có chú thích nào đang mở", advice
        else:
            message = f"“{found[0]}” không mở được chú thích"
            advice = "chú thích viết: <!-- … -->; nếu là chữ thì viết &lt; thay cho <"
            yield found.start(), message, advice


def elements(source: Source) -> tuple[Element, ...]:
    """The raw HTML elements of a page that are closed, in order of their ends."""
    return _read(source)[0]


@lru_cache(maxsize=8)
def _read(source: Source) -> tuple[tuple[Element, ...], tuple[Told, ...]]:
    found: list[Element] = []
    told: list[Told] = []
    opened: list[tuple[str, int]] = []
    strange: set[str] = set()
    prose = _ADDRESS.sub(lambda match: " " * len(match[0]), source.prose)
    for tag in _TAG.finditer(prose):
        name, start = tag["name"].lower(), tag.start()
        if name in _NEVER and not tag["end"]:
            message = f"thẻ <{name}> không chạy trên trang này: trang chỉ nhận tệp của chính nó"
            told.append(
                (
                    start,
                    message,
                    "xóa thẻ ấy cùng phần bên trong; dẫn tới nơi khác thì dùng [chữ](https://…)",
                )
            )
        if name not in _KNOWN:
            if not (tag["end"] and name in strange):  # its beginning is told
                told.append((start, *_unknown(tag)))
            strange.add(name)
        elif not tag["close"]:
            advice = "thêm > ở cuối thẻ; nếu là dấu nhỏ hơn thì viết &lt; thay cho <"
            told.append((start, f"thẻ <{tag['end']}{name} chưa có dấu >", advice))
            return tuple(found), tuple(told)  # nobody knows what it would have opened
        elif tag["end"]:
            at = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0] == name), None)
            if at is None:
                advice = f"xóa nó, hoặc thêm <{name}> ở trước"
                told.append((start, f"</{name}> thừa: không có <{name}> nào đang mở", advice))
                continue
            told += [_left_open(*one) for one in opened[at + 1 :]]
            found.append(Element(name, opened[at][1], tag.end()))
            del opened[at:]
        elif name not in _VOID and not tag["rest"].rstrip().endswith("/"):
            opened.append((name, start))
    told += [_left_open(*one) for one in opened]
    return tuple(found), tuple(told)


def _left_open(name: str, start: int) -> Told:
    return start, f"<{name}> mở ở đây mà không có </{name}>", f"thêm </{name}> ở cuối phần ấy"


@lru_cache(maxsize=256)
def _nearest(name: str) -> list[str]:
    return difflib.get_close_matches(name, sorted(_KNOWN), 1, 0.65)


def _unknown(tag: re.Match[str]) -> tuple[str, str]:
    near = _nearest(tag["name"].lower())
    words = f"<{tag['end']}{tag['name']}{tag['rest']}{tag['close']}".split("\n")[0][:40]
    advice = "viết &lt; thay cho <, hoặc đặt cả cụm giữa hai dấu `"
    if near and len(tag["name"]) > 2:
        advice = f"nếu là thẻ thì sửa thành <{tag['end']}{near[0]}>; nếu là chữ thì {advice}"
    return f"“{words}” bị hiểu là thẻ HTML nên sẽ không hiện ra", advice
