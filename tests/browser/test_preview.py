"""Previews of linked provisions: by mouse, key and finger, over http and from a disk."""

from __future__ import annotations

from typing import Any

import pytest
from browser.conftest import DESK, PHONE, Visitor
from playwright.sync_api import Browser, Page, expect

DISPATCH = "cong-van/"
CLAUSE = "#cong-van-nguyen-van a.vd[href*='dieu-5/#dieu-5-khoan-1']"
NAME = "Khoản 1 Điều 5 Nghị định 72/2013/NĐ-CP"


def preview(page: Page) -> Any:
    return page.locator("#xt")


def heights(page: Page) -> list[int]:
    return page.evaluate("[document.documentElement.scrollHeight, Math.round(scrollY)]")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_mouse_previews_and_may_go_into_the_preview(visit: Any, scheme: str) -> None:
    page = visit(DESK, scheme, clock=True).open(DISPATCH)
    link = page.locator(CLAUSE)
    link.scroll_into_view_if_needed()
    before = heights(page)
    link.hover()
    expect(preview(page)).to_be_visible()
    assert heights(page) == before, "the page moved"
    for words in (NAME, "Các hành vi bị cấm", "■ hết hiệu lực từ 25/12/2024", "diễn đạt lại"):
        expect(preview(page)).to_contain_text(words)
    # WCAG 1.4.13: it stays while the pointer is on it, and goes when the pointer leaves.
    preview(page).hover()
    page.clock.run_for(600)
    expect(preview(page)).to_be_visible()
    page.mouse.move(5, 400)
    expect(preview(page)).to_be_hidden()


def test_escape_closes_what_the_mouse_opened_and_it_stays_closed(visit: Any) -> None:
    page = visit(DESK, clock=True).open(DISPATCH)
    page.locator(CLAUSE).hover()
    expect(preview(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview(page)).to_be_hidden()
    box = page.locator(CLAUSE).bounding_box()
    assert box
    # still on the link: not opened again
    page.mouse.move(box["x"] + box["width"] / 2 + 2, box["y"] + box["height"] / 2)
    page.clock.run_for(600)
    expect(preview(page)).to_be_hidden()


def reach_by_key(page: Page) -> Any:
    """The link with the focus as the keyboard gives it, which is one to be seen."""
    link = page.locator(CLAUSE)
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(preview(page)).to_be_visible()
    return link


def test_the_keyboard_goes_in_and_on(visit: Any) -> None:
    page = visit(DESK).open(DISPATCH)
    link = reach_by_key(page)
    expect(page.locator(".xt-bao")).to_contain_text("hết hiệu lực")  # heard, not only seen
    page.keyboard.press("Tab")
    expect(page.locator(".xt-mo")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".xt-nay")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()
    for _ in range(3):  # out at the end: to the link behind, not to the top of the page
        page.keyboard.press("Tab")
    expect(preview(page)).to_be_hidden()
    expect(page.locator("#cong-van-nguyen-van a.vd[href*='dieu-21']")).to_be_focused()


def test_escape_inside_gives_the_focus_back(visit: Any) -> None:
    page = visit(DESK).open(DISPATCH)
    link = reach_by_key(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(preview(page)).to_be_hidden()
    expect(link).to_be_focused()


def test_a_link_come_back_to_is_previewed_again(visit: Any) -> None:
    """From a link that has no preview; the one left had been kept closed."""
    page = visit(DESK).open(DISPATCH)
    link = page.locator("#cong-van-nguyen-van a.vd[href*='cong-van-3056']").first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(preview(page)).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(preview(page)).to_be_hidden()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(preview(page)).to_be_visible()


def test_a_mouse_at_rest_does_not_take_what_a_key_asked_for(visit: Any) -> None:
    """Where Tab scrolls, another part of the page comes under the pointer."""
    page = visit(DESK, clock=True).open(DISPATCH)
    page.locator(CLAUSE).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.locator(CLAUSE).evaluate(
        """link => link.closest('p').dispatchEvent(
             new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))"""
    )
    page.clock.run_for(700)
    expect(preview(page)).to_be_visible()


def test_the_first_tap_previews_and_open_leads_on(visit: Any) -> None:
    page = visit(PHONE).open(DISPATCH)
    link = page.locator(CLAUSE)
    link.scroll_into_view_if_needed()
    link.tap()
    expect(preview(page)).to_be_visible()
    assert page.url.endswith(DISPATCH)
    # The sheet is not on the link that it speaks of.
    sheet, words = preview(page).bounding_box(), link.bounding_box()
    assert sheet
    assert words
    assert words["y"] + words["height"] <= sheet["y"] or sheet["y"] + sheet["height"] <= words["y"]
    for target in (".xt-mo", ".xt-nay", ".xt-dong"):
        box = page.locator(target).bounding_box()
        assert box
        assert box["height"] >= 44
    page.locator(".xt-dong").tap()
    expect(preview(page)).to_be_hidden()
    link.tap()
    page.locator(".xt-mo").tap()
    page.wait_for_url("**/dieu-5/#dieu-5-khoan-1")


def test_a_row_and_a_document_lead_there_at_the_first_tap(visit: Any) -> None:
    page = visit(PHONE).open("")
    page.locator(".hang a[href$='cong-van/']").tap()
    page.wait_for_url(f"**/{DISPATCH}")
    document = page.locator("#cong-van-nguyen-van a.vd[href*='chi-thi-10']").first
    document.tap()
    page.wait_for_url("**/chi-thi-10*/")


def test_a_second_tap_on_the_link_leads_on_too(visit: Any) -> None:
    page = visit(PHONE).open(DISPATCH)
    page.locator(CLAUSE).tap()
    expect(preview(page)).to_be_visible()
    page.locator(CLAUSE).tap()
    page.wait_for_url("**/dieu-5/#dieu-5-khoan-1")


@pytest.mark.parametrize(
    ("selector", "words", "href"),
    [
        # several counterparts: the first by its name, and a page that lists them
        (
            "a.vd[href*='dieu-8/#dieu-8-khoan-1']",
            "Hôm nay: khoản 1 Điều 7 Luật An ninh mạng năm 2025 và 5 chỗ khác",
            "anm18/8/1/nay/",
        ),
        # one: straight there
        ("a.vd[href*='dieu-21/']", "Hôm nay: khoản 6 Điều 21", "dieu-21/#dieu-21-khoan-6"),
        # nobody knows: words, no link
        ("a.vd[href*='chi-thi-10']", "Hôm nay: chưa rõ", None),
    ],
)
def test_today_is_in_the_preview(visit: Any, selector: str, words: str, href: str | None) -> None:
    page = visit(DESK).open(DISPATCH)
    page.locator(f"#cong-van-nguyen-van {selector}").first.hover()
    today = page.locator(".xt-nay")
    expect(today).to_contain_text(words)
    if href is None:
        assert today.evaluate("one => one.tagName") == "SPAN"
        return
    assert (today.get_attribute("href") or "").endswith(href)
    today.click()
    page.wait_for_url(f"**{href}")
    expect(page.locator("body")).to_contain_text("còn hiệu lực")


def test_counterparts_and_links_to_the_same_page_have_previews(visit: Any) -> None:
    page = visit(DESK).open("van-ban/luat-24-2018-qh14/dieu-8/")
    page.locator(".hom-nay a:visible").first.hover()
    expect(preview(page)).to_contain_text("Luật An ninh mạng năm 2025")
    expect(page.locator(".xt-nay")).to_have_count(0)  # in force: it is today's
    page.keyboard.press("Escape")
    page.locator("a.vd[href$='#dieu-8-khoan-1-diem-a']").first.hover()
    expect(preview(page)).to_contain_text("Điểm a khoản 1 Điều 8")


def test_without_script_a_link_is_a_link(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + DISPATCH)
    page.locator(CLAUSE).click()
    page.wait_for_url("**/dieu-5/#dieu-5-khoan-1")
    context.close()


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("anm18/8/1/", "**/luat-24-2018-qh14/dieu-8/#dieu-8-khoan-1"),
        ("nd72/", "**/van-ban/nghi-dinh-72-2013-nd-cp/"),
        ("nd72/26/4/nay/", "**/nghi-dinh-147-2024-nd-cp/dieu-36/#dieu-36-khoan-4"),
    ],
)
def test_a_share_page_leads_on_without_script(
    chromium: Browser, address: str, path: str, to: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + path, wait_until="commit")
    page.wait_for_url(to)
    context.close()


@pytest.fixture
def from_disk(visit_disk: Any) -> Visitor:
    return visit_disk(DESK)  # type: ignore[no-any-return]


def test_previews_from_a_disk(from_disk: Visitor) -> None:
    page = from_disk.page
    page.goto(f"{from_disk.address}cong-van/index.html")
    page.locator("#cong-van-nguyen-van a.vd[href*='#dieu-5-khoan-1']").hover()
    expect(preview(page)).to_contain_text(NAME)
    page.keyboard.press("Escape")
    page.mouse.move(5, 400)
    page.locator("#cong-van-nguyen-van a.vd[href*='#dieu-8-khoan-1']").hover()
    page.locator(".xt-nay").click()
    page.wait_for_url("**/anm18/8/1/nay/index.html")
    page.locator("li a").first.click()
    page.wait_for_url("**/luat-116-2025-qh15/dieu-7.html#dieu-7-khoan-1")


def test_a_share_page_leads_on_from_a_disk(from_disk: Visitor) -> None:
    page = from_disk.page
    page.goto(f"{from_disk.address}nd72/5/1/dd/index.html")
    page.wait_for_url("**/nghi-dinh-72-2013-nd-cp/dieu-5.html#dieu-5-khoan-1-diem-dd")


def test_copying_from_a_disk(from_disk: Visitor) -> None:
    page = from_disk.page
    page.goto(f"{from_disk.address}van-ban/luat-24-2018-qh14/dieu-8.html")
    page.locator("#dieu-8-khoan-1 ~ .dv-dong .cs-nut").click()
    page.get_by_role("menuitem", name="Chép liên kết tới chỗ này").click()
    expect(page.locator(".cs-bao")).to_contain_text("chưa có địa chỉ nào mà người khác mở được")
