"""What the eye needs: short lines, nothing cut off at any width, a way past the menu, stillness."""

from __future__ import annotations

from typing import Any

import pytest
from browser.conftest import DESK, FLAGS, NARROW, until
from browser.find_chromium import find_chromium
from browser.page_types import found_once, widest_of_each_kind
from building import Builds, Site
from playwright.sync_api import Browser, expect

PAGES = [
    "",
    "cong-van/",
    "van-ban/nghi-dinh-72-2013-nd-cp/",
    "van-ban/luat-24-2018-qh14/dieu-8/",
    "hom-nay/muc-phat/",
    "tra-cuu/xua-va-nay/",
    "tinh-huong/",
]
PARTS = 4
"""The pages are shared out among so many tests, which may run side by side."""
MOST_LETTERS = 74
"""72, and what a browser's fallback fonts differ by."""

# Letters a line, from the measured mean width of each paragraph's own letters.
LETTERS = """() => {
  const pen = document.createElement('canvas').getContext('2d');
  return [...document.querySelectorAll('.md-content :is(p, li, dd)')].map(one => {
    const text = one.textContent.trim();
    const style = getComputedStyle(one);
    pen.font = `${style.fontStyle} ${style.fontSize} ${style.fontFamily}`;
    const room = one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return text.length < 160 || !one.clientWidth || one.querySelector('p, li, dd')
      ? 0 : room / (pen.measureText(text).width / text.length);
  }).reduce((most, one) => Math.max(most, one), 0);
}"""
# What stands beyond the right edge of the window though nobody can scroll to it.
CUT = """() => [...document.querySelectorAll('.md-content *')].filter(one => {
  const box = one.getBoundingClientRect();
  if (!box.width || box.right <= innerWidth + 1 || one.closest('svg')) return false;
  for (let up = one.parentElement; up; up = up.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(up).overflowX)) return false;
  }
  return true;
}).map(one => one.className + ' ' + one.textContent.slice(0, 40))"""
# Lines of text that begin with a dot: where one stands further left than what is before it.
DOTS = """() => {
  const found = [];
  const range = document.createRange();
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    for (let at = node.data.indexOf('\u00b7'); at > 0; at = node.data.indexOf('\u00b7', at + 1)) {
      range.setStart(node, at); range.setEnd(node, at + 1);
      const dot = range.getBoundingClientRect();
      const block = node.parentElement.closest('p, li, summary, dd');
      if (block && dot.width && dot.left - block.getBoundingClientRect().left < 3) {
        found.push(block.textContent.trim().slice(0, 60));
      }
    }
  }
  return found;
}"""


@pytest.mark.parametrize("width", [320, 360, 390, 768, 1280, 1600])
def test_what_is_read_most_at_any_width(visit: Any, width: int) -> None:
    """320 is 1280 at four times the size (WCAG 1.4.10)."""
    visitor = visit({"viewport": {"width": width, "height": 800}})
    for path in (*PAGES, "hom-nay/lo-roi/", "tinh-huong/noi-nang-ve-hieu-truong/"):
        page = visitor.open(path)
        assert page.evaluate(DOTS) == [], path
        if width in (320, 768, 1600):  # it takes as long as all else
            widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            assert widths[0] <= widths[1], path
            assert page.evaluate(CUT) == [], path
        if width == DESK["viewport"]["width"]:
            assert page.evaluate(LETTERS) <= MOST_LETTERS, path


@pytest.fixture(scope="session")
def widest(builds: Builds, site: Site) -> list[str]:
    return found_once(builds, widest_of_each_kind, site)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_kind_of_page_fits_the_narrowest_phone(
    visit: Any, widest: list[str], part: int
) -> None:
    visitor = visit(NARROW)
    wide = []
    for path in widest[part::PARTS]:
        visitor.page.goto(visitor.address + path, wait_until="load")
        if visitor.page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
    assert wide == []


def test_letters_twice_as_large_fit_the_narrowest_phone(chromium: Browser, address: str) -> None:
    """Who sees badly sets that once, in the browser, and no page knows it (WCAG 1.4.4)."""
    large = chromium.browser_type.launch(
        executable_path=find_chromium(), args=[*FLAGS, "--blink-settings=defaultFontSize=32"]
    )
    page = large.new_page(viewport=NARROW["viewport"], service_workers="block")
    wide = []
    for path in (
        *PAGES,
        "van-ban/luat-24-2018-qh14/dieu-8/?ngay=2020-01-01",
        "hom-nay/lo-roi/",
        "gioi-thieu/thuoc-do/",
    ):
        page.goto(address + path, wait_until="load")
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
        if "?" in path:
            page.wait_for_selector(".vn-ve")
        if page.evaluate("document.documentElement.scrollWidth") > NARROW["viewport"]["width"]:
            wide.append(path)
    large.close()
    assert wide == []


def test_the_first_tab_offers_the_way_past_the_menu(visit: Any) -> None:
    page = visit(DESK).open("cong-van/")
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    assert skip.evaluate("one => one === document.activeElement")
    until(page, "() => getComputedStyle(document.querySelector('.md-skip')).opacity > .9")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash")


def test_who_asks_for_stillness_gets_it(visit: Any) -> None:
    visitor = visit({**DESK, "reduced_motion": "reduce"})
    page = visitor.open("cong-van/")
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(one => getComputedStyle(one)
             .transitionDuration.split(',').some(time => parseFloat(time) > .01)).length"""
    )
    assert moving == 0


def test_a_point_reached_by_a_link_says_of_what(visit: Any) -> None:
    page = visit(NARROW).open("van-ban/nghi-dinh-72-2013-nd-cp/dieu-5/#dieu-5-khoan-1-diem-dd")
    told = page.evaluate("getComputedStyle(document.querySelector(':target'), '::after').content")
    assert told == '"khoản 1 Điều 5 Nghị định 72/2013/NĐ-CP · ■ hết hiệu lực từ 25/12/2024"'


def test_what_stands_today_for_a_clause_reached_by_a_link_names_its_law(visit: Any) -> None:
    """Whoever reads from its top knows the law already, and has one line less."""
    law = "Luật An ninh mạng năm 2025"
    page = visit(NARROW).open("van-ban/luat-24-2018-qh14/dieu-8/#dieu-8-khoan-1")
    line = page.locator("#dieu-8-khoan-1 ~ .dv-le summary").first
    assert line.inner_text().endswith(f"chỗ, {law}")
    line.click()
    fold = page.locator("#dieu-8-khoan-1 ~ .dv-le .nay-luat").first
    assert fold.inner_text().startswith(law)
    page = visit(NARROW).open("van-ban/luat-24-2018-qh14/dieu-8/")
    assert law not in page.locator("#dieu-8-khoan-1 ~ .dv-le summary").first.inner_text()


@pytest.mark.parametrize("path", ["cong-van/", "van-ban/luat-24-2018-qh14/"])
def test_notes_speak_in_the_voice_of_the_page(visit: Any, path: str) -> None:
    """The theme has a fallback of its own for them."""
    page = visit(DESK).open(path)
    voice = "getComputedStyle(document.body).fontFamily"
    other = f"one => getComputedStyle(one).fontFamily !== {voice}"
    notes = "[...document.querySelectorAll('aside, input')]"
    assert page.evaluate(f"{notes}.length")
    assert page.evaluate(f"{notes}.filter({other}).map(one => one.className)") == []


def test_where_a_link_lands_no_sign_stands_at_the_heading(visit: Any) -> None:
    page = visit(DESK).open("van-ban/luat-24-2018-qh14/#rang-buoc-ai")
    sign = page.locator(":target > .headerlink")
    expect(sign).to_be_hidden()
    page.locator(":target").hover()
    expect(sign).to_be_visible()
