"""What the search reads of a rendered page: its sections, as plain text.

A section begins at a heading, or at a term of a list of definitions, that has an id. What
bears ``data-search-exclude`` is left out with all inside: status lines, backlinks, and
provisions that are drawn in from elsewhere, which are found at their own place.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from markdown.util import STX

EXCLUDE = "data-search-exclude"
_EXCLUDED = re.compile(rf' {EXCLUDE}(?:="[^"]*")?')
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "button", "figure"})
_BEGIN = frozenset({"h1", "h2", "h3", "h4", "dt"})
_BLOCK = frozenset(
    {"address", "article", "aside", "blockquote", "br", "dd", "details", "div", "dl"}
)
_BLOCKS = _BLOCK | frozenset({"dt", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section"})
_PARTING = (
    _BLOCKS | _BEGIN | frozenset({"summary", "table", "tbody", "td", "th", "thead", "tr", "ul"})
)
"""Elements that part words; all others stand in a line of text."""


class Section(NamedTuple):
    """One stretch of a page: the id that leads to it ("" for the top), heading and text."""

    anchor: str
    heading: str
    text: str


class Told(NamedTuple):
    """The HTML of a page, and the sections that its tree told before; None where it could not."""

    content: str
    sections: tuple[Section, ...] | None

    def of(self, content: str) -> tuple[Section, ...] | None:
        """The sections of a page's HTML, unless somebody has changed it meanwhile."""
        return self.sections if content is self.content else None


NOTHING_TOLD = Told("", None)


def without_marks(content: str) -> str:
    """The HTML of a page without the marks that only the search reads."""
    return _EXCLUDED.sub("", content)


def sections(content: str) -> tuple[Section, ...]:
    """The sections of a page's HTML in their order; empty ones without heading are left out."""
    return _sections(_parsed(content)) if content.strip() else ()


def sections_of(root: Element) -> tuple[Section, ...] | None:
    """The same of a page's finished tree, before it becomes HTML.

    None where only the HTML tells: what Markdown put aside, and entities, are no text yet.
    """
    found = _sections(root)
    put_aside = any(sign in text for one in found for text in one for sign in ("&", STX))
    return None if put_aside else found


def _parsed(content: str) -> Any:
    from lxml import etree  # slow to load, and the trees of most pages tell all

    # Nobody asks for an element by its id: without that table it takes half the time.
    utf_8 = etree.HTMLParser(encoding="utf-8", collect_ids=False)
    return etree.fromstring(f"<body>{content}</body>".encode(), parser=utf_8)


def _sections(root: Element) -> tuple[Section, ...]:
    found = [_Draft("")]
    _read(root, found, found[0].text)
    made = (draft.section() for draft in found)
    return tuple(item for item in made if item.heading or item.text)


class _Draft:
    """A section while it is read: pieces of its heading and of its text."""

    def __init__(self, anchor: str) -> None:
        self.anchor = anchor
        self.heading: list[str] = []
        self.text: list[str] = []

    def section(self) -> Section:
        return Section(self.anchor, _joined(self.heading), _joined(self.text))


def _joined(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())


def _read(element: Element, found: list[_Draft], into: list[str]) -> None:
    """Add what ``element`` says to ``into``, or to the section that begins inside it."""
    into.append(element.text or "")
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or _is_silent(child):
            pass
        elif tag in _BEGIN and child.get("id"):
            found.append(_Draft("" if tag == "h1" else child.get("id", "")))
            _read(child, found, found[-1].heading)
            into = found[-1].text
        else:
            between = " " if tag in _PARTING else ""
            before = len(found)
            into.append(between)
            _read(child, found, into)
            if len(found) > before:
                into = found[-1].text
            into.append(between)
        into.append(child.tail or "")


def _is_silent(element: Element) -> bool:
    return (
        element.tag in _SILENT
        or element.get(EXCLUDE) is not None
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or "headerlink" in (element.get("class") or "")
    )


def plain(markup: str) -> str:
    """Text without tags, white space folded."""
    if "<" not in markup and "&" not in markup:
        return " ".join(markup.split())
    from lxml import html  # slow to load

    return " ".join(html.fragment_fromstring(markup, create_parent="div").text_content().split())
