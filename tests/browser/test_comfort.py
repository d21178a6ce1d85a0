"""Forced colours and the Tab key. Large letters and fingers: ``test_accessibility.py``."""

from __future__ import annotations

from typing import Any

import pytest
from browser.conftest import DESK, PATIENCE, settled
from playwright.sync_api import Browser, Page

ARTICLE = "van-ban/luat-24-2018-qh14/dieu-8/"
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
