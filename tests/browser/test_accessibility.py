"""axe finds nothing, by day and by night, on a phone and at a desk."""

from __future__ import annotations

from typing import Any

import pytest
from browser.axe import violations
from browser.colours import colours, everything
from browser.conftest import DESK, PHONE, Visitor
from browser.page_types import one_of_each_kind
from browser.test_reading import PAGES
from building import Site
from playwright.sync_api import Page

PARTS = 6
"""The pages are shared out among so many tests, which may run side by side."""
# Of folds that stand side by side the first few: the table of all provisions has sixty alike, and
# axe takes minutes over them.
UNFOLD = """() => document.querySelectorAll('.md-content details').forEach(one => {
  const alike = [...one.parentElement.children].filter(other => other.className === one.className);
  one.open = one.open || alike.indexOf(one) < 4;
})"""
BY_DAY_AND_BY_NIGHT = [
    pytest.param(PHONE, "light", id="phone-light"),
    pytest.param(DESK, "dark", id="desk-dark"),
]
THE_OTHER_WAY_ROUND = [
    pytest.param(PHONE, "dark", id="phone-dark"),
    pytest.param(DESK, "light", id="desk-light"),
]


@pytest.fixture(scope="session")
def pages(site: Site) -> list[str]:
    """One page of each kind, and those that are read most."""
    return list(dict.fromkeys([*PAGES, *one_of_each_kind(site)]))


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize(("device", "scheme"), BY_DAY_AND_BY_NIGHT)
def test_axe(visit: Any, pages: list[str], device: Any, scheme: str, part: int) -> None:
    visitor = visit(device, scheme)
    told = {}
    for path in pages[part::PARTS]:
        page = unfolded(visitor, path)
        told[path] = everything(page)
    assert told == {path: [] for path in pages[part::PARTS]}


@pytest.mark.parametrize(("device", "scheme"), THE_OTHER_WAY_ROUND)
@pytest.mark.parametrize("path", PAGES)
def test_what_is_read_most_in_other_colours(
    visit: Any, path: str, device: Any, scheme: str
) -> None:
    assert colours(unfolded(visit(device, scheme), path)) == []


def test_axe_asked_again_sees_what_came_since(visit: Any) -> None:
    """Its script is brought once a page; after a reload it has to be brought anew."""
    page = visit(PHONE).open("tinh-huong/")
    for _ in ("at first", "after a reload"):
        assert violations(page) == []
        page.evaluate("document.querySelector('article').append(document.createElement('button'))")
        assert [one.partition(":")[0] for one in violations(page)] == ["button-name"]
        page.reload()


def unfolded(visitor: Visitor, path: str) -> Page:
    page = visitor.open(path)
    page.evaluate(UNFOLD)  # it counts too
    return page
