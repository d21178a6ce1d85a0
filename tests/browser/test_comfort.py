"""Large letters, forced colours, fingers, the Tab key: a test for each, on every kind of page."""

from __future__ import annotations

from typing import Any

import pytest
from browser.conftest import DESK, PATIENCE, PHONE, settled
from browser.page_types import one_of_each_kind
from browser.test_look import CUT
from building import Site
from playwright.sync_api import Browser, Page

PARTS = 3
"""The pages are shared out among so many tests, which may run side by side."""
ARTICLE = "van-ban/luat-24-2018-qh14/dieu-8/"
TWICE = "document.documentElement.style.fontSize = '250%'"
"""The theme's root is 125%."""
UNFOLD = "document.querySelectorAll('.md-content details').forEach(one => { one.open = true; })"
# Links within a sentence may be as low as its line (WCAG 2.5.8); what stands alone may not.
SMALL = """() => [...document.querySelectorAll('a, button, summary, select, input')].filter(one => {
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  if (!box.width || style.visibility === 'hidden' || style.display === 'inline') return false;
  if (one.closest('.md-skip, .an, .headerlink')) return false;
  const row = one.closest('label') || (one.labels && one.labels[0]) || one;
  return Math.max(box.height, row.getBoundingClientRect().height) < 43.5;
}).map(one => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 30)}`)"""
SEEN = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getClientRects()[0];
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const seen = box.bottom > 0 && box.top < innerHeight && (one.contains(top) || top.contains(one));
  return [one.tagName, one.textContent.trim().slice(0, 40), seen];
}"""


@pytest.fixture(scope="session")
def kinds(site: Site) -> list[str]:
    return one_of_each_kind(site)


@pytest.mark.parametrize("part", range(PARTS))
def test_letters_of_twice_the_size_fit_a_phone(visit: Any, kinds: list[str], part: int) -> None:
    visitor = visit(PHONE)
    wide = {}
    for path in kinds[part::PARTS]:
        page = visitor.open(path)
        page.evaluate(TWICE)
        page.evaluate(UNFOLD)
        width = page.evaluate("document.documentElement.scrollWidth")
        cut = page.evaluate(CUT)
        if width > 360 or cut:
            wide[path] = (width, cut[:3])
    assert wide == {}


@pytest.mark.parametrize("part", range(PARTS))
def test_what_stands_alone_is_large_enough_for_a_finger(
    visit: Any, kinds: list[str], part: int
) -> None:
    visitor = visit(PHONE)
    small = {}
    for path in kinds[part::PARTS]:
        page = visitor.open(path)
        page.evaluate(UNFOLD)
        if found := page.evaluate(SMALL):
            small[path] = sorted(set(found))[:5]
    assert small == {}


@pytest.mark.parametrize("path", ["", "cong-van/", ARTICLE, "hom-nay/muc-phat/"])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_every_stop_of_the_tab_key_is_seen(visit: Any, path: str, key: str) -> None:
    page = visit(DESK).open(path)
    hidden = []
    for _ in range(40):
        page.keyboard.press(key)
        stop = page.evaluate(SEEN)
        if stop and not stop[2]:
            hidden.append(stop)
    assert [stop for stop in hidden if "Chuyển tới nội dung" not in stop[1]] == []


@pytest.fixture
def forced(chromium: Browser, address: str) -> Any:
    """A page whose colours the reader's own system sets."""
    context = chromium.new_context(**DESK, forced_colors="active", locale="vi-VN")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    yield lambda path: (page.goto(address + path), settled(page))[1]
    context.close()


def outlined(page: Page, selector: str) -> bool:
    style = page.locator(selector).first.evaluate("one => getComputedStyle(one).outlineStyle")
    return bool(style != "none")


def test_forced_colours_show_what_is_lit_and_what_is_chosen(forced: Any) -> None:
    page = forced(f"{ARTICLE}#dieu-8-khoan-1-diem-d")
    assert outlined(page, ".dv-ten:target ~ .dv-chu")
    page.locator(".dau .tim-mo").click()
    page.keyboard.type("anh lop")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert outlined(page, "[aria-selected=true]")
    assert page.evaluate(
        "[...document.querySelectorAll('.tt-dau')].every(one => one.textContent.trim())"
    )  # how something stands is a shape, and words
