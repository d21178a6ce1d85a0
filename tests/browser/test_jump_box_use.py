"""The jump box in use: by mouse, finger, key and ear; without scripts; without moving the page."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from browser.conftest import DESK, NARROW, PHONE
from playwright.sync_api import Browser, Page

LAW = "van-ban/luat-24-2018-qh14/dieu-8/"


def opened(page: Page) -> Page:
    page.keyboard.press("g")
    page.wait_for_selector("dialog[open] input:focus")
    return page


def told(page: Page) -> str:
    return page.inner_text("dialog [role=status]")


def test_no_index_before_it_is_wanted(visit: Any) -> None:
    page = visit(DESK).open("cong-van/")
    loaded = "performance.getEntriesByType('resource').map(one => one.name)"
    assert not [name for name in page.evaluate(loaded) if "nhay-du-lieu" in name]
    opened(page)
    assert [name for name in page.evaluate(loaded) if "nhay-du-lieu" in name]


def test_the_list_is_announced_as_a_combobox_should(visit: Any) -> None:
    page = opened(visit(DESK).open("cong-van/"))
    field = page.locator("dialog [role=combobox]")
    assert field.get_attribute("aria-expanded") == "false"
    page.keyboard.type("luật an ninh mạng")
    assert field.get_attribute("aria-expanded") == "true"
    options = page.locator("dialog [role=option]")
    assert told(page) == f"{options.count()} gợi ý"
    # both laws of that name, each with its state, the one in force first
    assert "Luật An ninh mạng năm 2025" in options.nth(0).inner_text()
    assert "còn hiệu lực" in options.nth(0).inner_text()
    assert "Luật An ninh mạng năm 2018" in options.nth(1).inner_text()
    assert "hết hiệu lực" in options.nth(1).inner_text()
    for key, place in (("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1)):
        page.keyboard.press(key)
        active = field.get_attribute("aria-activedescendant")
        assert active == options.nth(place).get_attribute("id")
        assert page.locator("dialog [aria-selected=true]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0


def test_the_same_name_is_never_guessed(visit: Any) -> None:
    """“Luật An ninh mạng” is two laws: both are shown, the one in force first."""
    page = opened(visit(DESK).open("cong-van/"))
    page.keyboard.type("dieu 8 luat an ninh mang")
    names = page.locator("dialog .nhay-ten").all_inner_texts()
    assert names[:2] == ["Điều 8 Luật An ninh mạng năm 2025", "Điều 8 Luật An ninh mạng năm 2018"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("khoản 9 điều 8 anm18", "Điều 8 Luật An ninh mạng năm 2018 có 6 khoản (1–6)"),
        ("điểm h khoản 1 điều 8 anm18", "có 6 điểm (a–e)"),  # đ counts, no letter is missing
        ("điều 200 anm18", "có 43 điều (1–43)"),
        ("khoản 1 điều 1 anm18", "không chia khoản"),
        ("khoản 1 điều 5 tt 06/2019", "chưa đếm các khoản"),  # known by heading only
        ("nđ 999", "chưa có văn bản nào khớp với “nđ 999”"),
        ("khoản 1", "Thêm số điều"),
    ],
)
def test_a_wrong_number_is_answered_with_what_is_there(visit: Any, text: str, words: str) -> None:
    page = opened(visit(DESK).open("van-ban/"))
    page.keyboard.type(text)
    assert words in page.inner_text("dialog[open]")


def test_decomposed_letters(visit: Any) -> None:
    page = opened(visit(DESK).open("cong-van/"))
    page.locator("dialog input").fill(unicodedata.normalize("NFD", "ĐIỂM Đ khoản 1 điều 8 anm18"))
    first = page.locator("dialog [role=option]").first
    assert str(first.get_attribute("href")).endswith(f"{LAW}#dieu-8-khoan-1-diem-dd")


def test_on_the_page_of_a_document_its_own_units_come_first(visit: Any) -> None:
    page = opened(visit(DESK).open(LAW))
    page.keyboard.type("k3 d16")
    first = page.locator("dialog .nhay-ten").first.inner_text()
    assert first == "Khoản 3 Điều 16 Luật An ninh mạng năm 2018"


def test_the_key_is_not_taken_from_somebody_who_types(visit: Any) -> None:
    page = visit(DESK).open("cong-van/")
    page.keyboard.press("/")
    page.keyboard.type("gg")
    assert page.locator("dialog[open]").count() == 0
    assert page.locator(".md-search__input").input_value() == "gg"


def test_keys_of_the_theme_rest_while_typing(visit: Any) -> None:
    """n, p, s and / lead elsewhere in the theme."""
    page = opened(visit(DESK).open("cong-van/"))
    page.keyboard.type("np,./sf")
    assert page.locator("dialog input").input_value() == "np,./sf"
    assert page.url.endswith("/cong-van/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_thumb_can_hit_everything(visit: Any, scheme: str) -> None:
    page = visit(NARROW, scheme).open("cong-van/")
    page.locator(".nhay-mo").tap()
    page.wait_for_selector("dialog[open]")
    page.locator("dialog input").fill("khoản 1 điều 8 anm18")
    small = page.evaluate(
        """() => [...document.querySelectorAll('.nhay-mo, dialog input, dialog button, dialog a')]
          .map(one => [one.textContent.trim(), one.getBoundingClientRect()])
          .filter(([, box]) => box.height < 43.5 || box.width < 43.5 || box.right > innerWidth)"""
    )
    assert small == []
    page.locator("dialog button").tap()
    assert page.locator("dialog[open]").count() == 0


@pytest.mark.parametrize("device", [DESK, PHONE], ids=["desk", "phone"])
def test_the_page_does_not_move(visit: Any, device: dict[str, Any]) -> None:
    page = visit(device).open("")
    top = "document.querySelector('h1').getBoundingClientRect().top"
    before = page.evaluate(top)
    page.locator(".nhay-nha input").fill("k1 d8 anm")
    page.wait_for_selector(".nhay-nha [role=option]")
    assert page.evaluate(top) == before


def test_without_scripts_there_is_a_link(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert not page.locator(".nhay-nha input").is_visible()
    link = page.locator(".nhay-nha a")
    assert link.inner_text() == "Mọi điều khoản"
    link.click()
    page.wait_for_url("**/tra-cuu/dieu-khoan/")
    page.locator(".nhay-mo").click()
    page.wait_for_url("**/tra-cuu/dieu-khoan/")
    context.close()
