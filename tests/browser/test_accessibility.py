"""axe finds nothing, by day and by night, on a phone and at a desk; what a phone shows fits it."""

from __future__ import annotations

from typing import Any

import pytest
from browser.axe import violations
from browser.colours import colours, everything
from browser.conftest import DESK, PHONE, Visitor
from browser.page_types import found_once, one_of_each_kind
from browser.test_look import CUT
from browser.test_reading import PAGES
from building import Builds, Site
from playwright.sync_api import Page

PARTS = 6
"""The pages are shared out among so many tests, which may run side by side."""
# Of folds that stand side by side the first few: the table of all provisions has sixty alike, and
# axe takes minutes over them.
UNFOLD = """() => document.querySelectorAll('.md-content details').forEach(one => {
  const alike = [...one.parentElement.children].filter(other => other.className === one.className);
  one.open = one.open || alike.indexOf(one) < 4;
})"""
WIDTH = "document.documentElement.scrollWidth"
UNFOLD_ALL = "document.querySelectorAll('.md-content details').forEach(one => { one.open = true; })"
TWICE = "document.documentElement.style.fontSize = '250%'"
"""The theme's root is 125%."""
# Links within a sentence may be as low as its line (WCAG 2.5.8); what stands alone may not.
SMALL = """() => [...document.querySelectorAll('a, button, summary, select, input')].filter(one => {
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  if (!box.width || style.visibility === 'hidden' || style.display === 'inline') return false;
  if (one.closest('.md-skip, .an, .headerlink')) return false;
  const row = one.closest('label') || (one.labels && one.labels[0]) || one;
  return Math.max(box.height, row.getBoundingClientRect().height) < 43.5;
}).map(one => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 30)}`)"""
THE_OTHER_WAY_ROUND = [
    pytest.param(PHONE, "dark", id="phone-dark"),
    pytest.param(DESK, "light", id="desk-light"),
]


@pytest.fixture(scope="session")
def pages(builds: Builds, site: Site) -> list[str]:
    """One page of each kind, and those that are read most."""
    return list(dict.fromkeys([*PAGES, *found_once(builds, one_of_each_kind, site)]))


@pytest.mark.parametrize("part", range(PARTS))
def test_a_desk_by_night(visit: Any, pages: list[str], part: int) -> None:
    visitor = visit(DESK, "dark")
    told = {path: everything(unfolded(visitor, path)) for path in pages[part::PARTS]}
    assert told == {path: [] for path in pages[part::PARTS]}


@pytest.mark.parametrize("part", range(PARTS))
def test_a_phone_by_day(visit: Any, pages: list[str], part: int) -> None:
    """Its pages are opened once for all that is asked of them; what is changed last is asked last.

    axe; what stands alone is large enough for a finger; letters of twice the size fit.
    """
    visitor = visit(PHONE)
    told: dict[str, dict[str, Any]] = {}
    for path in pages[part::PARTS]:
        page = unfolded(visitor, path)
        found = told[path] = {"axe": everything(page)}
        page.evaluate(UNFOLD_ALL)
        found["too small"] = sorted(set(page.evaluate(SMALL)))[:5]
        page.evaluate(TWICE)
        found["cut at twice the size"] = page.evaluate(CUT)[:3]
        found["wide at twice the size"] = max(360, page.evaluate(WIDTH))
    fine = {
        "axe": [],
        "too small": [],
        "cut at twice the size": [],
        "wide at twice the size": 360,
    }
    assert told == dict.fromkeys(pages[part::PARTS], fine)


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
