"""A page that is too long for a phone becomes a list of its headings; code takes room too."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

import pytest
from markdown.util import HTML_PLACEHOLDER
from vanban.features.answer.folding import fold_long


def page(*paragraphs: str) -> Element:
    root = Element("div")
    SubElement(root, "h2").text = "Lấy ở đâu?"
    for text in paragraphs:
        SubElement(root, "p").text = text
    return root


CODE = [HTML_PLACEHOLDER % place for place in range(5)]
"""Blocks of code as they stand until the page is written out."""


@pytest.mark.parametrize(
    ("paragraphs", "folds"),
    [
        (["chữ " * 1000], False),  # some eight screens
        (["chữ " * 1400], True),
        (["chữ " * 600, *CODE], True),  # half the words, and five blocks of code
        (["chữ " * 600, CODE[0]], False),
    ],
)
def test_a_long_page_folds(paragraphs: list[str], folds: bool) -> None:
    root = page(*paragraphs)
    fold_long(root)
    assert [child.tag for child in root][:1] == (["details"] if folds else ["h2"])
