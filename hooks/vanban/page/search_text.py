"""What the search does not read: marked on every element, not on the outermost alone.

Material's search takes the first closing tag of the same name for the end of an
excluded element: after ``<div data-search-exclude>…<div>…</div>`` it reads on. And it
takes the mark out of the finished page only where it has a value.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

MARK = "data-search-exclude"


def spread(root: Element) -> None:
    """Mark everything inside what is marked."""
    for outer in [element for element in root.iter() if MARK in element.attrib]:
        for element in outer.iter():
            element.set(MARK, "1")
