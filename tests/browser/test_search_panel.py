"""The panel of the one box and the history: Back, Escape and keys that come faster than both."""

from __future__ import annotations

from typing import Any

import pytest
from browser.conftest import DESK, PHONE
from browser.test_search_use import FIELD, found, opened
from playwright.sync_api import expect

DEVICES = pytest.mark.parametrize("device", [DESK, PHONE], ids=["desk", "phone"])
PRESS = """key => document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}))"""


def back_closes_the_panel_and_leaves_no_page(visitor: Any, before: str, path: str) -> None:
    page = visitor.open(before)
    page.goto(visitor.address + path)
    start = page.url
    found(page, "tin giả")
    page.go_back()
    expect(page.locator(".tim-nen")).to_be_hidden()
    assert page.url == start
    page.go_forward()  # and again to the panel, with what was typed
    expect(page.locator(FIELD)).to_have_value("tin giả")
    page.keyboard.press("Escape")
    expect(page.locator(".tim-nen")).to_be_hidden()
    page.keyboard.press("/")
    page.wait_for_selector(".tim-nen [role=option]")
    first = page.locator(".tim-nen a[role=option]").first
    aim = str(first.evaluate("one => one.href"))
    first.click()
    page.wait_for_url(aim)
    page.go_back()  # from a result to the page, not to a panel over it
    assert page.url == start
    expect(page.locator(".tim-nen")).to_be_hidden()
    page.go_back()
    assert page.url.removeprefix(visitor.address) == before


@DEVICES
def test_back_closes_the_panel_and_leaves_no_page(visit: Any, device: dict[str, Any]) -> None:
    back_closes_the_panel_and_leaves_no_page(visit(device), "tinh-huong/", "cong-van/")


def test_a_result_that_is_chosen_while_the_panel_is_being_left(visit: Any) -> None:
    """Escape, the key again and a click, faster than the history moves: Back leads to the page."""
    visitor = visit(PHONE)
    visitor.open("tinh-huong/")
    page = visitor.open("cong-van/")
    start = page.url
    found(page, "tin giả")
    aim = page.evaluate(
        """() => {
          const press = (where, key) => document.querySelector(where).dispatchEvent(
            new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}))
          const link = document.querySelector('.tim-nen a[role=option]')
          const aim = link.href
          press('.tim-nen input', 'Escape')
          press('body', '/')
          link.click()
          return aim
        }"""
    )
    page.wait_for_url(aim)
    page.go_back()
    assert page.url == start
    expect(page.locator(".tim-nen")).to_be_hidden()


def test_back_from_a_disk(visit_disk: Any) -> None:
    visitor = visit_disk(PHONE)
    back_closes_the_panel_and_leaves_no_page(
        visitor, "tinh-huong/index.html", "cong-van/index.html"
    )


@DEVICES
def test_no_key_is_lost_between_escape_and_the_next_picture(
    visit: Any, device: dict[str, Any]
) -> None:
    """Until the browser draws, the hidden field has the focus still: keys are for the page."""
    page = opened(visit(device).open("cong-van/"))
    after_escape, after_key = page.evaluate(
        f"""() => ['Escape', '/'].map(key => {{
            ({PRESS})(key)
            return document.querySelector('.tim-nen').hidden
        }})"""
    )
    assert (after_escape, after_key) == (True, False)
    page.keyboard.type("tin")
    assert page.input_value(FIELD) == "tin"
