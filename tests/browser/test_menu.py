"""The head of every page and its menu: by finger and by key, with and without storage."""

from __future__ import annotations

from typing import Any

import pytest
from browser.axe import violations
from browser.conftest import DESK, NARROW, PHONE
from playwright.sync_api import Browser, Page, expect

PAGES = ["", "cong-van/", "van-ban/luat-24-2018-qh14/dieu-8/"]
SUMMARY = ".dau-menu > summary"
SCHEME = "document.body.getAttribute('data-md-color-scheme')"
IN_MENU = "document.activeElement.closest('.menu') !== null"


def opened(page: Page) -> Page:
    page.locator(SUMMARY).click()
    expect(page.locator(".menu")).to_be_visible()
    return page


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("device", [NARROW, PHONE, DESK], ids=["narrow", "phone", "desk"])
def test_it_opens_and_fits(visit: Any, device: dict[str, Any], path: str) -> None:
    page = opened(visit(device).open(path))
    box = page.locator(".menu").bounding_box()
    assert box
    width = device["viewport"]["width"]
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    heights = page.locator(".menu :is(a, button):visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert len(heights) > 5
    assert min(heights) >= 43.5


@pytest.mark.parametrize("device", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", PAGES)
def test_the_name_of_the_site_is_never_cut(visit: Any, device: dict[str, Any], path: str) -> None:
    page = visit(device).open(path)
    assert page.locator(".dau-ten").evaluate(
        "one => one.scrollWidth <= one.clientWidth && getComputedStyle(one).textOverflow === 'clip'"
    )
    small = page.locator(".dau :is(a, summary):visible").evaluate_all(
        """all => all.filter(one => one.getBoundingClientRect().height < 43.5)
             .map(one => one.textContent)"""
    )
    assert small == []


def test_escape_closes_it_and_gives_the_focus_back(visit: Any) -> None:
    page = visit(DESK).open("")
    page.locator(SUMMARY).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".menu")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate(IN_MENU)
    page.keyboard.press("Escape")
    expect(page.locator(".menu")).to_be_hidden()
    expect(page.locator(SUMMARY)).to_be_focused()


def test_it_closes_behind_the_focus(visit: Any) -> None:
    page = visit(DESK).open("")
    page.locator(SUMMARY).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    stops = 0
    while page.evaluate(IN_MENU):
        stops += 1
        assert stops < 60
        page.keyboard.press("Tab")
    assert stops == page.locator(".menu :is(a, button)").evaluate_all(
        "all => all.filter(one => getComputedStyle(one.parentElement.parentElement).display"
        " !== 'none').length"
    )
    expect(page.locator(".menu")).to_be_hidden()
    assert page.evaluate("document.activeElement !== document.body")


def test_closed_it_is_not_in_the_way_of_the_tab_key(visit: Any) -> None:
    page = visit(PHONE).open("")
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(IN_MENU))
    assert reached == [False] * 12


def test_a_press_elsewhere_closes_it(visit: Any) -> None:
    page = opened(visit(PHONE).open("cong-van/"))
    page.locator("h1").tap(position={"x": 5, "y": 5})
    expect(page.locator(".menu")).to_be_hidden()


def test_the_colours_that_were_chosen_are_kept(visit: Any) -> None:
    visitor = visit(PHONE)
    page = opened(visitor.open(""))
    page.get_by_role("button", name="Nền tối").tap()
    assert page.evaluate(SCHEME) == "slate"
    expect(page.get_by_role("button", name="Nền sáng")).to_be_visible()
    page = visitor.open("cong-van/")
    assert page.evaluate(SCHEME) == "slate"
    opened(page).get_by_role("button", name="Nền sáng").tap()
    page.reload()
    assert page.evaluate(SCHEME) == "default"


@pytest.mark.parametrize(("scheme", "name"), [("light", "default"), ("dark", "slate")])
def test_before_anybody_chose_the_device_says(visit: Any, scheme: str, name: str) -> None:
    assert visit(DESK, scheme).open("").evaluate(SCHEME) == name


def test_a_device_that_keeps_nothing_changes_this_page(visit: Any) -> None:
    visitor = visit(DESK)
    visitor.page.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    page = opened(visitor.open(""))
    page.get_by_role("button", name="Nền tối").click()
    assert page.evaluate(SCHEME) == "slate"


def test_the_page_can_be_printed_from_it(visit: Any) -> None:
    visitor = visit(PHONE)
    visitor.page.add_init_script("window.print = () => { window.printed = true; }")
    page = opened(visitor.open("cong-van/"))
    page.get_by_role("button", name="In trang này").tap()
    assert page.evaluate("window.printed")
    expect(page.locator(".menu")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe(visit: Any, scheme: str) -> None:
    assert violations(opened(visit(PHONE, scheme).open(""))) == []


def test_what_is_heard_of_it(visit: Any) -> None:
    """The button says what it is; groups have their names; where one is is said."""
    page = opened(visit(PHONE).open("tap-huan/"))
    expect(page.locator(".menu")).to_match_aria_snapshot(
        """
        - navigation "Menu":
          - list
          - list
          - paragraph: Cho người tập huấn
          - list "Cho người tập huấn"
          - paragraph: Về trang này
          - list "Về trang này"
          - paragraph: Trang này
          - list "Trang này":
            - listitem:
              - button "In trang này"
            - listitem:
              - button "Nền tối"
        """
    )
    assert page.locator(".menu [aria-current='page']").count() == 1


def test_without_script_it_opens_and_leads_on(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False, **PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    opened(page)
    assert page.locator(".menu button:visible").count() == 0  # nothing that would do nothing
    page.locator(".menu a[href*='hom-nay/']").first.click()
    page.wait_for_url("**/hom-nay/**")
    context.close()
