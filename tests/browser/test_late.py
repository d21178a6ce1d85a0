"""Parts of pages that work with data of their own, where these do not come."""

from __future__ import annotations

from typing import Any

import pytest
from browser.axe import violations
from browser.conftest import PATIENCE, PHONE
from playwright.sync_api import Browser, expect


@pytest.mark.parametrize(
    ("path", "data", "note", "begun"),
    [
        ("tap-huan/cau-hoi/hoi-ca-phong/", "**/quiz-data.*", ".phong-can", ".phong button"),
        ("tap-huan/phieu/", "**/handout-data.*", ".phieu-can", ".phieu input"),
    ],
)
def test_data_that_do_not_come_are_told_and_asked_for_again(
    chromium: Browser, address: str, path: str, data: str, note: str, begun: str
) -> None:
    """By a server that is ill; nothing says that the reader's browser is too old."""
    context = chromium.new_context(**PHONE, service_workers="block")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    thrown: list[Any] = []
    page.on("pageerror", lambda error: thrown.append(error))
    page.route(data, lambda route: route.fulfill(status=503))
    page.goto(address + path)
    expect(page.locator(note)).to_contain_text("Chưa tải được phần này.")
    assert violations(page) == []
    assert violations(page) == []
    again = page.locator(note).get_by_role("button", name="Thử lại")
    again.tap()
    expect(again).to_be_visible()
    expect(page.locator(note)).to_be_focused()  # the button that was pressed is gone
    page.unroute(data)
    again.tap()
    expect(page.locator(begun).first).to_be_visible()
    expect(page.locator(".md-content").get_by_text("tải")).to_have_count(0)
    assert thrown == []
    context.close()


def test_the_finder_of_a_hand_out_asks_again_at_the_next_key(
    chromium: Browser, address: str
) -> None:
    context = chromium.new_context(**PHONE, service_workers="block")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    page.route("**/handout-list.*", lambda route: route.fulfill(status=503))
    page.goto(address + "tap-huan/phieu/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_response("**/handout-list.*"):
        page.locator("#phieu-tim-o").tap()
    expect(page.get_by_text("Chưa tải được").first).to_be_visible()
    with page.expect_response("**/handout-list.*"):
        page.keyboard.type("tin gia")
    tries = [url for url in asked if "handout-list" in url]
    assert len(tries) <= 4, "one for all keys, and what the browser asks of one that failed"
    page.unroute("**/handout-list.*")
    page.keyboard.type(" ")
    expect(page.locator(".phieu-tim [role=option]").first).to_be_visible()
    expect(page.get_by_text("Chưa tải được")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("asked", ["", "#k=nd72/5/1/d"], ids=["kept", "sent"])
def test_a_hand_out_whose_wording_did_not_come_is_not_lost(
    chromium: Browser, address: str, asked: str
) -> None:
    """Nothing of it can be changed meanwhile: the sheet without it would be kept in its place."""
    context = chromium.new_context(**PHONE, service_workers="block")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    sheet = address + "tap-huan/phieu/"
    if not asked:
        page.goto(f"{sheet}#k=nd72/5/1/d")
        page.get_by_label("Tên phiếu").fill("Buổi sáng")  # from now on it is kept
        page.goto("about:blank")
    context.route("**/javascripts/phieu/*", lambda route: route.fulfill(status=503))
    page.goto(sheet + asked)
    told = page.locator(".phieu-bao")
    expect(told).to_contain_text("Chưa tải được nội dung")
    assert ("vẫn còn" in told.inner_text()) is not bool(asked)
    expect(page.get_by_label("Tên phiếu")).to_be_disabled()
    page.evaluate(
        "for (const input of document.querySelectorAll('.phieu-ban label input'))"
        " input.dispatchEvent(new Event('input'))"
    )
    assert page.url == sheet + asked
    context.unroute("**/javascripts/phieu/*")
    told.get_by_role("button", name="Thử lại").tap()
    expect(page.locator(".phieu-ten a")).to_have_count(1)
    expect(page.get_by_label("Tên phiếu")).to_be_enabled()
    expect(told).not_to_contain_text("tải")
    context.close()


def test_a_hand_out_whose_wording_is_slow_says_so(chromium: Browser, address: str) -> None:
    """Nothing of it can be changed for minutes, perhaps."""
    context = chromium.new_context(**PHONE, service_workers="block")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    held: list[Any] = []
    page.route("**/javascripts/phieu/*", lambda route: held.append(route))
    page.goto(address + "tap-huan/phieu/#k=nd72/5/1/d", wait_until="commit")
    told = page.locator(".phieu-bao")
    expect(told).to_have_text("Đang tải nội dung của phiếu…")
    expect(page.get_by_label("Tên phiếu")).to_be_disabled()
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.locator(".phieu-ten a")).to_have_count(1)
    expect(told).to_have_text("")
    context.close()


def test_a_projector_that_came_later_has_its_name_again(chromium: Browser, address: str) -> None:
    context = chromium.new_context(service_workers="block")
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    page.route("**/javascripts/projector.*", lambda route: route.fulfill(status=503))
    page.goto(address + "cong-van/")
    button = page.locator(".chieu-mo")
    name = button.text_content()
    page.keyboard.press("c")
    expect(button).to_have_text("Chưa tải được phần chiếu")
    page.unroute("**/javascripts/projector.*")
    page.keyboard.press("c")
    expect(page.locator("dialog[open]")).to_be_visible()
    assert button.text_content() == name
    context.close()
