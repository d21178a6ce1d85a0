"""The one box in use: by key, finger, input method and ear; late, broken, empty, scriptless."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from browser.axe import violations
from browser.conftest import DESK, NARROW, PATIENCE, PHONE, settled, until
from playwright.sync_api import Browser, Page, expect

DEVICES = pytest.mark.parametrize("device", [DESK, PHONE], ids=["desk", "phone"])
FIELD = ".tim-nen input"


def opened(page: Page) -> Page:
    page.keyboard.press("/")
    page.wait_for_selector(f"{FIELD}:focus")
    return page


def found(page: Page, text: str) -> Page:
    """The panel with results for ``text``."""
    opened(page).locator(FIELD).fill(text)
    page.wait_for_selector(".tim-nen [role=option]")
    return page


def requests(page: Page) -> list[str]:
    loaded = "performance.getEntriesByType('resource').map(one => one.name)"
    return [str(name) for name in page.evaluate(loaded)]


def test_a_page_costs_nobody_the_texts_who_does_not_search(visit: Any) -> None:
    page = visit(DESK).open("cong-van/")
    page.evaluate("new Promise(requestIdleCallback)")  # all that it does by itself is done
    assert not [name for name in requests(page) if "/search-" in name]
    found(page, "tin")
    assert [name for name in requests(page) if "/search-texts." in name]
    assert not [name for name in requests(page) if name.endswith(".json")]


@DEVICES
@pytest.mark.parametrize("key", ["/", "g"])
def test_key_enter_and_escape(visit: Any, device: dict[str, Any], key: str) -> None:
    page = visit(device).open("cong-van/")
    page.keyboard.press(key)
    page.keyboard.type("k1 d8 anm")
    page.wait_for_selector(".tim-nen [role=option]")
    page.keyboard.press("Escape")
    expect(page.locator(".tim-nen")).to_be_hidden()
    page.keyboard.press(key)  # what was typed stands there, chosen: the next key begins anew
    page.keyboard.type("k1 d8 anm18")
    assert page.input_value(FIELD) == "k1 d8 anm18"
    page.keyboard.press("Enter")
    page.wait_for_url("**/dieu-8/#dieu-8-khoan-1")
    assert page.locator("#dieu-8-khoan-1").is_visible()


def test_a_result_on_the_open_page_is_gone_to(visit: Any) -> None:
    page = visit(PHONE).open("van-ban/luat-24-2018-qh14/dieu-8/")
    found(page, "k1 d8 anm18")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dieu-8/#dieu-8-khoan-1")
    expect(page.locator(".tim-nen")).to_be_hidden()
    page.go_back()
    assert page.url.endswith("/dieu-8/")


def test_no_key_is_lost_while_it_loads_and_enter_is_remembered(
    chromium: Browser, address: str
) -> None:
    """UniKey types d, takes it back, and types đ: the field has to be a real one from the start."""
    context = chromium.new_context(**DESK, service_workers="block")
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    held: list[Any] = []
    page.route("**/search-texts.*", lambda route: held.append(route))
    page.goto(address + "cong-van/")
    opened(settled(page))
    for key in ("d", "Backspace", "đ", "i", "e", "Backspace", "ê", "u", "Backspace", "Backspace"):
        page.keyboard.press(key) if len(key) > 1 else page.keyboard.insert_text(key)
    page.keyboard.insert_text("ều 8 anm18")
    assert page.input_value(FIELD) == "điều 8 anm18"
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    assert page.url.endswith("/cong-van/")
    end = time.monotonic() + PATIENCE
    while not held and time.monotonic() < end:
        page.wait_for_timeout(20)
    assert held
    for route in held:
        route.continue_()
    page.wait_for_url("**/luat-24-2018-qh14/dieu-8/#dieu-8")
    context.close()


def test_typing_lifts_the_box_of_home_above_a_keyboard(visit: Any) -> None:
    """A keyboard covers the lower half of a phone: below the field stands what was found."""
    page = visit(PHONE).open("")
    page.locator(".tim-nha input").tap()
    page.keyboard.type("tin gia")
    first = "document.querySelector('.tim-nha [role=option]')"
    until(page, f"{first} && {first}.getBoundingClientRect().bottom < innerHeight / 2")


def test_what_is_pasted_or_dictated_is_searched(visit: Any) -> None:
    page = found(visit(DESK).open("cong-van/"), "tin giả")
    first = page.locator(".tim-nen .tim-ten").first.inner_text()
    page.evaluate(
        """() => { const field = document.querySelector(".tim-nen input");
          field.value = "ghi âm cuộc họp"; field.dispatchEvent(new InputEvent("input")); }"""
    )
    assert page.locator(".tim-nen .tim-ten").first.inner_text() != first


def test_enter_inside_a_composition_is_the_input_methods(visit: Any) -> None:
    page = found(visit(DESK).open("cong-van/"), "tin giả")
    for extra in ("isComposing: true", "keyCode: 229"):
        page.evaluate(
            f"""document.querySelector(".tim-nen input").dispatchEvent(new KeyboardEvent(
              "keydown", {{key: "Enter", bubbles: true, cancelable: true, {extra}}}))"""
        )
    assert page.url.endswith("/cong-van/")
    assert page.locator(".tim-nen").is_visible()


def test_the_list_is_announced_as_a_combobox_should(visit: Any) -> None:
    page = opened(visit(DESK).open("cong-van/"))
    field = page.locator(FIELD)
    assert field.get_attribute("aria-expanded") == "false"
    page.keyboard.type("luật an ninh mạng")
    page.wait_for_selector(".tim-nen [role=option]")
    assert field.get_attribute("aria-expanded") == "true"
    expect(page.locator(".tim-nen [role=status]")).to_contain_text("kết quả")
    options = page.locator(".tim-nen [role=option]")
    # both laws of that name, each with its state, the one in force first
    assert "Luật An ninh mạng năm 2025" in options.nth(0).inner_text()
    assert "còn hiệu lực" in options.nth(0).inner_text()
    assert "Luật An ninh mạng năm 2018" in options.nth(1).inner_text()
    assert "hết hiệu lực" in options.nth(1).inner_text()
    for key, place in (("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1)):
        page.keyboard.press(key)
        active = field.get_attribute("aria-activedescendant")
        assert active == options.nth(place).get_attribute("id")
        assert page.locator(".tim-nen [aria-selected=true]").count() == 1


def test_the_rest_of_a_group_is_one_key_away(visit: Any) -> None:
    page = found(visit(DESK).open("cong-van/"), "xúc phạm")
    more = page.locator(".tim-nen .tim-them").first
    expect(more).to_be_visible()
    before = page.locator(".tim-nen a[role=option]").count()
    more.click()
    assert page.locator(".tim-nen a[role=option]").count() > before
    assert page.evaluate("document.activeElement.id") == "tim-o"


def test_the_focus_stays_inside_and_goes_back(visit: Any) -> None:
    page = visit(DESK).open("cong-van/")
    page.locator(".tim-mo").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{FIELD}:focus")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.tim-nen') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.tim-mo')")


@pytest.mark.parametrize("text", ["zzzz qqqq", "sau rieng xuat khau", "1234567"])
def test_nothing_found_is_no_dead_end(visit: Any, text: str) -> None:
    page = opened(visit(PHONE).open("cong-van/"))
    page.locator(FIELD).fill(text)
    panel = page.locator(".tim-nen .tim-khong")
    expect(panel).to_be_visible()
    rows = panel.locator(".tim-hang a").count()
    assert rows >= 3
    links = panel.locator("a").all()
    assert len(links) == rows + 3
    assert {"Hỏi đáp", "Mọi tình huống", "Mọi điều khoản"} <= {one.inner_text() for one in links}
    assert violations(page) == []
    links[0].tap()
    expect(page.locator("h1").first).to_be_visible()


def test_nothing_found_looks_the_same_in_the_page_as_in_the_panel(visit: Any) -> None:
    """The page's own lists have dots and stand in; the ways on have neither."""
    page = visit(PHONE).open("")
    page.locator("main input").first.fill("zzzz qqqq")
    row = page.locator(".tim-tha .tim-hang li").first
    expect(row).to_be_visible()
    worn = "one => [getComputedStyle(one).listStyleType, getComputedStyle(one).marginLeft]"
    assert row.evaluate(worn) == ["none", "0px"]


def test_near_words_are_offered_and_taken(visit: Any) -> None:
    page = opened(visit(DESK).open("cong-van/"))
    page.locator(FIELD).fill("thưởng xyzw")
    chip = page.locator(".tim-nen .tim-chip button").first
    expect(chip).to_be_visible()
    word = chip.inner_text()
    chip.click()
    assert page.input_value(FIELD) == word
    assert page.locator(".tim-nen [role=option]").count() > 0


def test_before_anything_is_typed_there_are_the_ways_in_of_the_home_page(visit: Any) -> None:
    visitor = visit(PHONE)
    home = visitor.open("").locator("main .hang b, main .hang strong").all_inner_texts()
    titles = opened(visitor.open("tra-cuu/")).locator(".tim-nen .tim-hang .tim-ten")
    expect(titles.first).to_be_visible()
    assert set(titles.all_inner_texts()) <= set(home)


def _sign_in(route: Any) -> None:
    """A network that wants its users to sign in first answers so for everything."""
    route.fulfill(status=200, content_type="text/html", body="<p>Đăng nhập</p>")


@pytest.mark.parametrize("refuse", [lambda route: route.abort(), _sign_in], ids=["none", "portal"])
def test_texts_that_do_not_come_are_told_and_asked_for_again(
    chromium: Browser, address: str, refuse: Any
) -> None:
    context = chromium.new_context(service_workers="block")
    page = context.new_page()
    # Before the page is there: one that is open may ask once more past a route that comes now.
    asked: list[str] = []

    def count(route: Any) -> None:
        if route.request.resource_type == "script":
            asked.append(route.request.url)
        refuse(route)

    page.route("**/search-texts.*", count)
    page.goto(address + "cong-van/")
    page.clock.install()
    opened(page)
    page.keyboard.type("tin")
    expect(page.locator(".tim-nen [role=status]")).to_contain_text("Chưa tải được phần tìm kiếm")
    assert page.locator(".tim-nen [role=status] a").count() == 1
    few = len(asked)
    page.keyboard.type(" gia mao")
    assert len(asked) == few  # not again at every key
    again = page.locator(".tim-nen [role=status]").get_by_role("button", name="Thử lại")
    again.click()
    expect(again).to_be_visible()
    assert len(asked) > few
    page.unroute("**/search-texts.*")
    page.clock.run_for(4000)
    page.keyboard.type(" tin")  # a later key asks again by itself
    expect(page.locator(".tim-nen [role=option]").first).to_be_visible()
    context.close()


def test_law_texts_that_do_not_come_are_told_and_asked_for_again(
    chromium: Browser, address: str
) -> None:
    """Online, with a server that has no answer for them: no count passes for the whole."""
    context = chromium.new_context(**PHONE, service_workers="block")  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []

    def refuse(route: Any) -> None:
        if route.request.method == "GET":  # not who asks what became of them
            asked.append(route.request.url)
        route.fulfill(status=503)

    page.route("**/search-law.*", refuse)  # before the page is there: see above
    page.goto(address + "cong-van/")
    page.clock.install()
    opened(page)
    page.keyboard.type("an ninh mang")
    told = page.locator(".tim-nen [role=status]")
    page.clock.run_for(1000)
    expect(told).to_contain_text("Chưa tải được các văn bản: kết quả còn thiếu.")
    expect(told).to_contain_text(re.compile(r"^Mới có \d+ kết quả\."))
    expect(told.get_by_role("button")).to_have_text(["Thử lại"])
    assert violations(page) == []
    few = page.locator(".tim-nen [role=option]").count()
    assert len(asked) == 1  # not again at every key

    told.get_by_role("button").tap()
    page.clock.run_for(1000)
    expect(told.get_by_role("button")).to_have_text(["Thử lại", "Tải lại trang"])
    assert len(asked) == 2

    page.locator(FIELD).fill("qqq zzzz")
    expect(told).to_contain_text("Chưa thấy gì. Chưa tải được các văn bản")

    page.unroute("**/search-law.*")
    page.clock.run_for(4000)
    page.locator(FIELD).fill("an ninh mang")  # the next key asks again by itself
    until(page, f"document.querySelectorAll('.tim-nen [role=option]').length > {few}")
    page.clock.run_for(1000)
    expect(told).to_have_text(re.compile(r"^\d+ kết quả$"))
    context.close()


def test_a_page_loaded_anew_for_them_keeps_what_was_typed(chromium: Browser, address: str) -> None:
    context = chromium.new_context(**PHONE, service_workers="block")  # type: ignore[arg-type]
    page = context.new_page()
    page.route("**/search-law.*", lambda route: route.fulfill(status=503))
    page.goto(address + "cong-van/")
    opened(page)
    page.keyboard.type("an ninh mang")
    told = page.locator(".tim-nen [role=status]")
    told.get_by_role("button", name="Thử lại").tap()
    expect(told.get_by_role("button")).to_have_count(2)
    page.unroute("**/search-law.*")
    with page.expect_navigation():
        told.get_by_role("button", name="Tải lại trang").tap()
    expect(page.locator(FIELD)).to_have_value("an ninh mang")
    expect(told).to_have_text(re.compile(r"^\d+ kết quả$"))
    context.close()


def test_with_storage_denied(chromium: Browser, address: str) -> None:
    context = chromium.new_context(service_workers="block")
    context.add_init_script(
        """for (const name of ["localStorage", "sessionStorage", "indexedDB"])
             Object.defineProperty(window, name, {get() { throw new DOMException("no") }})"""
    )
    page = context.new_page()
    page.goto(address + "cong-van/")
    found(page, "tin giả")
    context.close()


def test_keys_of_the_theme_rest_while_typing(visit: Any) -> None:
    """n and p lead to other pages in the theme."""
    page = opened(visit(DESK).open("cong-van/"))
    page.keyboard.type("np,./sfgg")
    assert page.locator(FIELD).input_value() == "np,./sfgg"
    assert page.url.endswith("/cong-van/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_thumb_can_hit_everything(visit: Any, scheme: str) -> None:
    page = visit(NARROW, scheme).open("cong-van/")
    page.locator(".tim-mo").tap()
    page.locator(FIELD).fill("mức phạt")
    page.wait_for_selector(".tim-nen [role=option]")
    small = page.evaluate(
        """() => [...document.querySelectorAll(
            '.tim-mo, .tim-nen :is(input, button, [role=option])')]
          .map(one => [one.textContent.trim(), one.getBoundingClientRect()])
          .filter(([, box]) => box.height < 43.5 || box.width < 43.5 || box.right > innerWidth)"""
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == []
    page.locator(".tim-dong").tap()
    expect(page.locator(".tim-nen")).to_be_hidden()


@DEVICES
def test_the_home_page_does_not_move(visit: Any, device: dict[str, Any]) -> None:
    """Nothing is pushed about on it; a phone's screen is moved to the box (see above)."""
    page = visit(device).open("")
    top = "document.querySelector('h1').getBoundingClientRect().top + scrollY"
    before = page.evaluate(top)
    page.locator(".tim-nha input").fill("k1 d8 anm")
    page.wait_for_selector(".tim-nha [role=option]")
    assert page.evaluate(top) == before
    assert violations(page) == []


def test_without_scripts_there_is_a_link(chromium: Browser, address: str) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    assert not page.locator(".tim-nha input").is_visible()
    link = page.locator(".tim-nha a")
    assert link.inner_text() == "Mọi điều khoản"
    link.click()
    page.wait_for_url("**/tra-cuu/dieu-khoan/")
    page.locator(".tim-mo").click()
    page.wait_for_url("**/tra-cuu/dieu-khoan/")
    page.context.close()
