"""What must not be parted at the end of a line: numbers of instruments.

A browser may break “72/2013/NĐ-CP” behind each slash and hyphen. Another hyphen would change the
text that readers copy and search for; an element round the number changes nothing.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

KEPT = "lien"
"""The class of the element; its style forbids the break."""

_NUMBER = r"\d{1,5}/(?:(?:19|20)\d\d/)?[A-ZĐ][A-ZĐ\d]*(?:-[A-ZĐ]+)*"
_TOGETHER = re.compile(rf"(?<![\w/]){_NUMBER}(?![\w/])")
_PROSE = frozenset({"p", "li", "td", "dd", "q", "em", "strong", "b", "i"})
_LINK = "vd"


def keep_together(root: Element) -> None:
    """Put an element round each such place below ``root``, in running text and in citations.

    Parts with a class of their own are laid out by a style that may count their children: they
    are left alone.
    """
    for element in list(root.iter()):
        if _is_prose(element):
            _keep_in(element)


def _is_prose(element: Element) -> bool:
    if not isinstance(element.tag, str):
        return False
    name = element.get("class")
    return name == _LINK if element.tag == "a" else name is None and element.tag in _PROSE


def _keep_in(element: Element) -> None:
    """Part the text of an element, and what stands behind each of its children."""
    children = list(element)
    before, made = _parted(element.text)
    for child in children:
        tail, behind = _parted(child.tail)
        made += [child, *behind]
        child.tail = tail
    if len(made) > len(children):
        element.text = before
        element[:] = made


def _parted(text: str | None) -> tuple[str | None, list[Element]]:
    """The text before the first place, and an element for each with what stands behind it."""
    if not text:
        return text, []
    made: list[Element] = []
    at, before = 0, text
    for found in _TOGETHER.finditer(text):
        if made:
            made[-1].tail = text[at : found.start()]
        else:
            before = text[: found.start()]
        kept = Element("span", {"class": KEPT})
        kept.text = found.group()
        made.append(kept)
        at = found.end()
    if made:
        made[-1].tail = text[at:]
    return before, made
