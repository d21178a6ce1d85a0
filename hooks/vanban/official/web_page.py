"""Text of HTML: what a browser would show as separate lines, and nothing that runs.

Pages of vbpl.vn, thuvienphapluat.vn, vanban.chinhphu.vn and the gazette are read by structure
alone: the block that holds most articles, without menus, scripts and hidden parts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import count
from operator import itemgetter

from lxml import html
from lxml.etree import ParserError

from ..law.text_source import with_usual_signs
from .line import Line, Role, Source

FORMAT = "trang web"
_ARTICLE = re.compile(r"^\s*Điều\s+\d+[a-zđ]?\s*(?:[.:]|$)", re.IGNORECASE)
_ENTRY = re.compile(r"Điều\s+\d+[a-zđ]?\s*[.:]\s*\S", re.IGNORECASE)
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt"),
        *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"),
        *("main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th"),
        *("thead", "tr", "ul"),
    }
)
_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "svg",
        "head",
        "button",
        "select",
    ]
)
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2"
    "\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]+"
)
"""Signs of the categories Cc and Cf that are no white space."""
_BREAK = "\n"
_ROW = "\0"
"""Before a row of a table; no text has it, for ``tidy`` takes it out."""


def parsed(data: bytes) -> html.HtmlElement:
    """The tree of an HTML file; raises ValueError where there is none."""
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("windows-1258", errors="replace")
    try:
        return html.document_fromstring(
            text.replace("\0", ""), parser=html.HTMLParser(huge_tree=False, no_network=True)
        )
    except (ParserError, ValueError) as error:
        raise ValueError(str(error)) from None


def tidy(text: str) -> str:
    """Composed letters, single spaces, without the marks that nobody sees and signs of a font."""
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return " ".join(with_usual_signs(seen).split())


def lines_of(element: html.HtmlElement, linked: bool = True) -> Iterator[tuple[str, Role]]:
    """Lines that a browser shows of an element, and whether each is a row of a table.

    Cells of a row have “ | ” between them. A table in which articles stand lays out the page:
    its cells are read as blocks. ``linked``: whether names of articles that are links count: in
    a table of contents beside the text every article stands once more.
    """
    parts: list[str] = []
    _gather(element, parts, linked)
    for piece in "".join(parts).split(_BREAK):
        if words := tidy(piece):
            yield words, Role.TABLE if piece.lstrip().startswith(_ROW) else Role.TEXT


def read(data: bytes) -> Source:
    """The lines of the block that holds the articles. Raises ValueError for no HTML."""
    tree = parsed(data)
    linked = not _counted(tree, linked=False)[0]
    counter = count(1)
    found = lines_of(_body(tree, linked), linked)
    lines = [Line(next(counter), words, role) for words, role in found]
    return Source(FORMAT, tuple(lines))


def _body(tree: html.HtmlElement, linked: bool) -> html.HtmlElement:
    """The innermost element in which (almost) all articles stand."""
    element = tree
    total, _ = _counted(element, linked)
    while True:
        inner = [child for child in element if isinstance(child.tag, str)]
        if not inner or not total:
            return element
        if len(inner) == 1 and not _own_text(element):  # it holds what the element holds
            element = inner[0]
            continue
        counted = ((*_counted(child, linked), child) for child in inner)
        most, others, best = max(counted, key=itemgetter(0))
        if most < total or not others or (best.tag in ("p", "span", "td") and len(inner) > 1):
            return element  # what holds headings alone is no text
        element = best


def _own_text(element: html.HtmlElement) -> str:
    """What stands in an element beside the elements in it."""
    return "".join(filter(None, (element.text, *(child.tail for child in element)))).strip()


def _counted(element: html.HtmlElement, linked: bool) -> tuple[int, int]:
    """How many lines of an element begin an article, and how many do not."""
    if not isinstance(element.tag, str):
        return 0, 0
    begins = [bool(_ARTICLE.match(words)) for words, _ in lines_of(element, linked)]
    return sum(begins), len(begins) - sum(begins)


def _is_layout(table: html.HtmlElement) -> bool:
    return any(
        _ARTICLE.match(tidy(str(block.text_content()))) for block in table.iter("p", "div", "td")
    )


def _rows(table: html.HtmlElement) -> Iterator[str]:
    for row in table.iter("tr"):
        cells = [tidy(str(cell.text_content())) for cell in row.iter("td", "th")]
        if any(cells):
            yield " | ".join(cells)


def _gather(element: html.HtmlElement, parts: list[str], linked: bool) -> None:
    """Text with a line break around every block."""
    stack: list[tuple[html.HtmlElement, bool]] = [(element, False)]
    while stack:
        one, done = stack.pop()
        if done:
            if one.tag in _BLOCKS:
                parts.append(_BREAK)
            if one is not element:
                parts.append(_one_line(one.tail))
            continue
        if (
            not isinstance(one.tag, str)
            or one.tag in _SILENT
            or _hidden(one)
            or (not linked and _names_an_article(one))
        ):
            parts.append(_one_line(one.tail))
            continue
        if one.tag == "table" and not _is_layout(one):
            parts += [_BREAK, *(f"{_ROW}{row}{_BREAK}" for row in _rows(one))]
            if one is not element:
                parts.append(_one_line(one.tail))
            continue
        if one.tag in _BLOCKS or one.tag == "br":
            parts.append(_BREAK)
        parts.append(_one_line(one.text))
        stack.append((one, True))
        stack.extend((child, False) for child in reversed(one))


def _names_an_article(element: html.HtmlElement) -> bool:
    """Whether it is a line of a table of contents: a link that says “Điều 8. Tên” and is alone."""
    above = element.getparent()
    if element.tag != "a" or not element.get("href") or above is None:
        return False
    words = tidy(str(element.text_content()))
    return bool(_ENTRY.match(words)) and words == tidy(str(above.text_content()))


def _one_line(text: str | None) -> str:
    """In HTML a line end inside a text is a space."""
    return (text or "").replace("\r", " ").replace("\n", " ")


def _hidden(element: html.HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").casefold()
    return "display:none" in style or element.get("hidden") is not None
