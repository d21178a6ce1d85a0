"""The dispatch in a reader's hand: on a phone and at a desk, by day and by night, by key alone."""

from __future__ import annotations

from typing import Any

import pytest
from browser.conftest import DESK, NARROW, PHONE, settled
from playwright.sync_api import Page

DISPATCH = "cong-van/"
LINKS = "#cong-van-nguyen-van a.vd"
PAGES = [
    "",
    DISPATCH,
    "van-ban/",
    "van-ban/nghi-dinh-72-2013-nd-cp/",
    "van-ban/luat-24-2018-qh14/dieu-8/",
]
DEVICES = [pytest.param(PHONE, id="phone"), pytest.param(DESK, id="desk")]

# Where an element stands against the window, and against the head of the page.
PLACE = """element => {
  const box = element.getBoundingClientRect();
  const bar = document.querySelector('.dau').getBoundingClientRect();
  return {top: box.top, left: box.left, right: box.right, width: innerWidth, height: innerHeight,
          bar: bar.bottom};
}"""
# How a target differs from what it would look like if nobody had been led to it.
LIT = """element => {
  const look = () => ['', '::before', '::after'].flatMap(part => {
    return [element, element.parentElement].flatMap(one => {
      const style = getComputedStyle(one, part || undefined);
      return [style.backgroundColor, style.boxShadow, style.outline, style.borderColor];
    });
  }).join();
  const settle = () => document.getAnimations().forEach(one => one.finish());
  settle();
  const lit = look();
  location.hash = '';
  settle();
  return lit !== look();
}"""


def assert_in_sight(page: Page, selector: str) -> None:
    element = page.locator(selector).first
    assert element.is_visible()
    place = element.evaluate(PLACE)
    assert place["bar"] - 1 <= place["top"] < place["height"], place
    assert place["left"] >= -1, place
    assert place["left"] < place["width"], place


@pytest.mark.parametrize(("device", "scheme"), [(PHONE, "dark"), (DESK, "light")])
def test_each_link_of_the_dispatch_leads_to_its_provision(
    visit: Any, device: dict[str, Any], scheme: str
) -> None:
    visitor = visit(device, scheme)
    page = visitor.open(DISPATCH)
    addresses = page.locator(LINKS).evaluate_all("links => links.map(link => link.href)")
    unique = list(dict.fromkeys(addresses))
    assert len(unique) == 10
    for address in unique:
        page.goto(visitor.address + DISPATCH)
        link = page.locator(LINKS).nth(addresses.index(address))
        link.scroll_into_view_if_needed()
        if device is PHONE:
            link.tap()
            if "/dieu-" in address:  # a provision is shown first, and “Mở” goes there
                page.locator(".xt-mo").tap()
        else:
            link.click()
        page.wait_for_url(address)
        settled(page)
        if "#" in address:
            assert page.locator(":target").get_attribute("id") == address.partition("#")[2]
            assert_in_sight(page, ":target")
            assert page.locator(":target").evaluate(LIT), f"{address} is not lit up"
        else:
            assert_in_sight(page, "h1")


@pytest.mark.parametrize("device", DEVICES)
def test_a_backlink_leads_to_the_item_of_the_dispatch(visit: Any, device: dict[str, Any]) -> None:
    page = visit(device).open("van-ban/nghi-dinh-72-2013-nd-cp/dieu-26/#dieu-26-khoan-4")
    back = page.locator("a[href$='cong-van/#muc-2']").first
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    back.scroll_into_view_if_needed()
    back.click()
    page.wait_for_url("**/cong-van/#muc-2")
    settled(page)
    assert_in_sight(page, ":target")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_out_of_the_narrowest_phone(visit: Any, path: str) -> None:
    page = visit(NARROW).open(path)
    widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1]


@pytest.mark.parametrize("path", PAGES)
def test_links_can_be_hit_with_a_thumb(visit: Any, path: str) -> None:
    """Links inside running text are exempt (WCAG 2.5.8); buttons and summaries are not."""
    page = visit(PHONE).open(path)
    small = page.locator(".md-content summary:visible, .md-content button:visible").evaluate_all(
        """found => found.filter(one => one.getBoundingClientRect().height < 43.5)
             .map(one => one.textContent.trim() + ' ' + one.getBoundingClientRect().height)"""
    )
    assert small == []


def test_the_tab_key_reaches_every_link_of_the_dispatch(visit: Any) -> None:
    page = visit(DESK).open(DISPATCH)
    wanted = page.locator(LINKS).count()
    reached: set[str] = set()
    for _ in range(250):
        page.keyboard.press("Tab")
        found = page.evaluate(
            f"""() => {{
              const links = [...document.querySelectorAll('{LINKS}')];
              const place = links.indexOf(document.activeElement);
              const style = getComputedStyle(document.activeElement);
              const seen = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
              return place < 0 ? null : [String(place), seen];
            }}"""
        )
        if found:
            assert found[1], "focus cannot be seen"
            reached.add(found[0])
        if len(reached) == wanted:
            break
    assert len(reached) == wanted
    address = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(address)
    settled(page)
