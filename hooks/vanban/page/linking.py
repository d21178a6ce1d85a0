"""Citations in a rendered page become links.

Works on the element tree, after inline Markdown: the text of a block is laid out
flat (the text of emphasis belongs to it, that of links and code does not), cited in
the context of its unit, and each citation is wrapped in an element where it stands.
No letter of the text is lost, added or moved.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from xml.etree.ElementTree import Element

from ..cite.citation import Citation, Status
from ..law.corpus import Corpus
from ..law.instrument import Target
from ..law.markdown_source import HARD
from ..law.provision import read_heading
from ..law.units import UnitPath

_TRANSPARENT = frozenset(
    {"em", "strong", "b", "i", "u", "mark", "ins", "del", "sub", "sup", "q"}
    | {"span", "small", "cite", "dfn", "abbr"}
)
_CLOSED = frozenset(
    {"a", "code", "kbd", "img", "svg", "input", "button", "label", "select", "textarea", "math"}
)
_SKIPPED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "pre", "script", "style", "template"})
_STATUSES = {status: status.value for status in Status}
"""The value of a member of an enumeration is looked up slowly."""
_STASHED = re.compile("\x02[^\x03]*\x03")
"""What Python-Markdown put aside: raw HTML, entities, escaped characters."""

CiteBlock = Callable[[str, UnitPath | None], tuple[Citation, ...]]


@dataclass(frozen=True)
class Piece:
    """A string of the tree: the text of ``owner``, or its tail."""

    owner: Element
    parent: Element
    is_tail: bool
    start: int
    text: str


def link_tree(root: Element, cite: CiteBlock, corpus: Corpus, page: str) -> None:
    """Wrap every citation below ``root``; ``page`` is the source page it belongs to."""
    for block, unit in _blocks(root):
        for run in _runs(block):
            _link_run(run, unit, cite, corpus, page)


def href(corpus: Corpus, page: str, target: Target) -> str:
    """The source-relative link from ``page`` to an instrument or a unit of it."""
    address = corpus.address(target)
    path = relative(page, address.page)
    return f"{path}#{address.anchor}" if address.anchor else path


def relative(page: str, other: str) -> str:
    """The link from one source page to another; both are paths under ``docs``."""
    return _from_folder(page.rpartition("/")[0], other)


@lru_cache(maxsize=10_000)
def _from_folder(folder: str, other: str) -> str:
    """All pages of a folder link to another page alike."""
    here, there = folder.split("/") if folder else [], other.split("/")
    common = 0
    while common < min(len(here), len(there) - 1) and here[common] == there[common]:
        common += 1
    return "/".join([*[".."] * (len(here) - common), *there[common:]])


def there(page: str, path: str) -> str:
    """The source page that a link from ``page`` leads to; ``relative`` told its path."""
    return _in_folder(page.rpartition("/")[0], path)


@lru_cache(maxsize=10_000)
def _in_folder(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))


def heading_text(element: Element) -> str:
    """What a reader sees of a heading, without attributes that are still to be read."""
    text = "".join(element.itertext())
    return " ".join(re.sub(r"\{:?[^{}]*\}\s*$", "", text).split())


def _blocks(root: Element) -> Iterator[tuple[Element, UnitPath | None]]:
    """The children of the root, each with the unit whose heading stands above it."""
    open_headings: list[tuple[int, UnitPath]] = []
    for child in list(root):
        if re.fullmatch(r"h[1-6]", child.tag):
            level = int(child.tag[1])
            while open_headings and open_headings[-1][0] >= level:
                open_headings.pop()
            above = open_headings[-1][1] if open_headings else None
            found = read_heading(heading_text(child), above)
            if found:
                open_headings.append((level, found.path))
            continue
        yield child, open_headings[-1][1] if open_headings else None


@dataclass
class _Run:
    """Inline text laid out flat, and the strings of the tree that it is made of."""

    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0

    def add(self, owner: Element, parent: Element, is_tail: bool, text: str | None) -> None:
        if text:
            self.pieces.append(Piece(owner, parent, is_tail, self.length, text))
            self.fill(_STASHED.sub(lambda found: HARD * len(found[0]), text))

    def fill(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def _runs(block: Element) -> list[_Run]:
    """The runs of inline text of a block and of the blocks inside it."""
    done = [_Run()]
    if block.tag not in _SKIPPED:
        _lay_out(block, done)
    return [run for run in done if run.pieces]


def _lay_out(element: Element, done: list[_Run]) -> None:
    done[-1].add(element, element, False, element.text)
    for child in list(element):
        if not isinstance(child.tag, str) or child.tag in _CLOSED:
            done[-1].fill(HARD)
        elif child.tag == "br":
            done[-1].fill(" ")
        elif child.tag in _TRANSPARENT:
            _lay_out(child, done)
        else:
            done.append(_Run())
            if child.tag not in _SKIPPED:
                _lay_out(child, done)
            done.append(_Run())
        done[-1].add(child, element, True, child.tail)


def _link_run(run: _Run, unit: UnitPath | None, cite: CiteBlock, corpus: Corpus, page: str) -> None:
    spans = _spans(cite("".join(run.parts), unit))
    if not spans:
        return
    for piece in reversed(run.pieces):
        end = piece.start + len(piece.text)
        inside = [span for span in spans if span.start < end and span.end > piece.start]
        if inside:
            _wrap(piece, inside, corpus, page)


def _spans(citations: tuple[Citation, ...]) -> list[Citation]:
    """What is to be wrapped, in order, no two overlapping.

    The ends of a range come before what lies inside it, which spans them both.
    """
    spans: list[Citation] = []
    for citation in sorted(citations, key=lambda item: (item.start, item.end)):
        shown = citation.linked or citation.status is Status.OUTSIDE
        if shown and (not spans or citation.start >= spans[-1].end):
            spans.append(citation)
    return spans


def _wrap(piece: Piece, spans: list[Citation], corpus: Corpus, page: str) -> None:
    """Cut one string at the spans and put an element round each."""
    made: list[Element] = []
    at = piece.start
    before = ""
    for span in spans:
        begin, end = max(span.start, piece.start), min(span.end, piece.start + len(piece.text))
        between = piece.text[at - piece.start : begin - piece.start]
        if made:
            made[-1].tail = between
        else:
            before = between
        element = _element(span, corpus, page)
        element.text = piece.text[begin - piece.start : end - piece.start]
        made.append(element)
        at = end
    made[-1].tail = piece.text[at - piece.start :]
    if piece.is_tail:
        piece.owner.tail = before
        place = list(piece.parent).index(piece.owner) + 1
    else:
        piece.owner.text = before
        place = 0
    piece.parent[place:place] = made


def _element(span: Citation, corpus: Corpus, page: str) -> Element:
    if span.target is None or not span.linked:
        return Element("span", {"class": "vd-ngoai", "title": span.reason or _OUTSIDE})
    attributes = {
        "class": "vd",
        "href": href(corpus, page, span.target),
        "data-status": _STATUSES[span.status],
    }
    if span.status is Status.UNVERIFIED:
        attributes["title"] = span.reason or _UNVERIFIED
    return Element("a", attributes)


_OUTSIDE = "Văn bản này chưa có trong kho"
_UNVERIFIED = "Mục lục ở đây chưa đếm tới mức này"
