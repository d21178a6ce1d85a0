"""Opened from a disk: the one box works as from a server (what it finds: test_search.py)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browser.conftest import PHONE, Visitor, settled
from building import Site
from playwright.sync_api import Browser


@pytest.fixture
def visitor(visit_disk: Any) -> Visitor:
    return visit_disk(PHONE)  # type: ignore[no-any-return]


def test_nothing_is_asked_of_another_host(disk: Path) -> None:
    text = (disk / "index.html").read_text(encoding="utf-8")
    assert "https://" not in text.partition("<body")[0]


def test_a_citation(visitor: Visitor) -> None:
    page = visitor.open("cong-van/index.html")
    page.locator(".tim-mo").tap()
    page.keyboard.type("k1 d8 anm")
    option = page.locator(".tim-nen [role=option]").first
    law = f"{visitor.address}van-ban/luat-24-2018-qh14/dieu-8.html#dieu-8-khoan-1"
    assert option.get_attribute("href") == law
    option.tap()
    page.wait_for_url(law)
    assert page.locator(":target").is_visible()


def test_words(visitor: Visitor) -> None:
    page = visitor.open("cong-van/index.html")
    page.locator(".tim-mo").tap()
    page.locator(".tim-nen input").fill("bop meo lich su")
    link = page.locator(".tim-nen [role=option][href*='dieu-7.html#dieu-7-khoan-1']").first
    link.tap()
    page.wait_for_url("**/dieu-7.html#dieu-7-khoan-1*")


def test_a_page_from_a_disk_asks_nothing_of_a_worker(site: Site, chromium: Browser) -> None:
    """The online build opened from a disk: no worker, an empty line, and no words against it."""
    page = chromium.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site.file("van-ban/luat-24-2018-qh14/dieu-8/").as_uri())
    settled(page).evaluate("new Promise(requestIdleCallback)")
    assert page.locator(".ngoai-tuyen").inner_text() == ""
    page.close()
    assert errors == []
