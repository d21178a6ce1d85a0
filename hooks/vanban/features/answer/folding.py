"""Folds: a section whose heading is a summary, and opens at a tap.

Pages that begin with their answer say which of their sections can wait. Any other page of our
own prose that is too long for a phone becomes a list of its headings.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from markdown.util import HTML_PLACEHOLDER_RE

MOST = 5_000
"""So many letters, with headings and cards between them, fill some ten screens of a phone."""
_MOST_OF_A_LINE = 60
_CODE = 600
"""Letters that take as much room as a block of code, which is not yet in its place here."""


def fold(root: Element, waits: Callable[[Element], bool]) -> None:
    """Make each section that can wait a fold whose summary is its heading.

    ``waits`` is asked of every heading of level 2 that stands in ``root``; its section reaches to
    the next such heading. Under a question that is answered in few words, the summary says them.
    """
    at = 0
    while at < len(root):
        heading = root[at]
        if heading.tag != "h2" or not waits(heading):
            at += 1
            continue
        end = at + 1
        while end < len(root) and root[end].tag not in ("h1", "h2"):
            end += 1
        fold = Element("details", {"class": "gap in-mo"})
        summary = SubElement(fold, "summary")
        summary.append(heading)
        body = SubElement(fold, "div")
        body.extend(root[at + 1 : end])
        if words := _in_short(body):
            short = SubElement(summary, "span", {"class": "gap-dau", "data-search-exclude": ""})
            short.text = words
            heading.tail = " "
        root[at:end] = [fold]
        at += 1


def fold_long(root: Element) -> None:
    """Fold every section of a page that is long: what is folded already does not count."""
    if _letters(root) > MOST:
        fold(root, lambda heading: True)


def _letters(element: Element) -> int:
    if element.tag == "details":
        return 0
    text = element.text or ""
    own = len(text) + _CODE * len(HTML_PLACEHOLDER_RE.findall(text))
    return own + sum(_letters(child) + len(child.tail or "") for child in element)


def _in_short(body: Element) -> str:
    """The first sentence where it is short, or what a label names; "" where there is neither."""
    first = body[0] if len(body) else None
    if first is None or first.tag != "p":
        return ""
    if _is_labelled(first):
        return (first[0].tail or "").strip()
    sentence, stop, _ = (first.text or "").partition(". ")
    return f"{sentence}." if stop and len(sentence) <= _MOST_OF_A_LINE else ""


def _is_labelled(paragraph: Element) -> bool:
    """Whether a paragraph is a bold label and plain words, as the goal of a step is."""
    return len(paragraph) == 1 and paragraph[0].tag == "strong" and not paragraph.text
