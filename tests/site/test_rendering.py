"""What is left of a page once it is rendered."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
import rendering
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor


@pytest.fixture
def uncollected() -> Iterator[None]:
    """Python looks for no circles of unused objects meanwhile."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("uncollected")
def test_the_tree_of_a_page_goes_with_the_page() -> None:
    class Sees(Treeprocessor):
        def run(self, root: Element) -> None:
            trees.append(weakref.ref(root))

    trees: list[weakref.ref[Element]] = []
    md = Markdown()
    md.treeprocessors.register(Sees(md), "sees", -1)
    text = "# a\n\n*b* c\n"
    made = md.convert(text)
    assert trees[0]() is not None
    rendering._let_go(md)
    assert trees[0]() is None
    assert md.convert(text) == made
