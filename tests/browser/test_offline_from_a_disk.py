"""Opened from a disk: the search and the jump box find the same as from a server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browser.conftest import PHONE, Visitor


@pytest.fixture
def visitor(visit_disk: Any) -> Visitor:
    return visit_disk(PHONE)  # type: ignore[no-any-return]


def test_nothing_is_asked_of_another_host(disk: Path) -> None:
    text = (disk / "index.html").read_text(encoding="utf-8")
    assert "assets/javascripts/iframe-worker." in text
    assert "unpkg" not in text


def test_the_jump_box(visitor: Visitor) -> None:
    page = visitor.open("cong-van/index.html")
    page.locator(".nhay-mo").tap()
    page.wait_for_selector("dialog[open]")
    page.keyboard.type("k1 d8 anm")
    option = page.locator("dialog [role=option]").first
    law = f"{visitor.address}van-ban/luat-24-2018-qh14/dieu-8.html#dieu-8-khoan-1"
    assert option.get_attribute("href") == law
    option.tap()
    page.wait_for_url(law)
    assert page.locator(":target").is_visible()


def test_the_search(visitor: Visitor) -> None:
    page: Any = visitor.open("cong-van/index.html")
    page.locator("label.md-header__button[for=__search]").tap()
    field = page.locator(".md-search__input")
    field.fill("khoan 1 dieu 8 luat an ninh mang 2018")
    field.press("End")
    page.wait_for_selector(".md-search-result__link")
    link = page.locator(".md-search-result__link[href*='#dieu-8-khoan-1']").first
    assert "/van-ban/luat-24-2018-qh14/dieu-8.html" in link.get_attribute("href")
    link.tap()
    page.wait_for_url("**/dieu-8.html*#dieu-8-khoan-1")
