"""A copy that nobody tends ages by the reader's own clock; a wrong clock says nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from browser.conftest import PHONE, Visitor
from building import CHECKED
from playwright.sync_api import Page

PAGE = "van-ban/nghi-dinh-330-2026-nd-cp/dieu-12/"


def open_on(visit: Callable[..., Visitor], day: date, path: str = PAGE) -> Page:
    visitor = visit(PHONE)
    visitor.page.clock.set_fixed_time(f"{day.isoformat()}T12:00:00")
    return visitor.open(path)


def days_of(page: Page) -> set[date]:
    found = page.eval_on_selector_all("[data-ngay]", "all => all.map(one => one.dataset.ngay)")
    return {date.fromisoformat(day) for day in found}


def said(page: Page) -> int:
    return page.locator(".tuoi-loi").count()


@pytest.mark.parametrize("away", [0, -4000])
def test_a_fresh_check_or_a_clock_before_it_says_nothing(
    visit: Callable[..., Visitor], away: int
) -> None:
    page = open_on(visit, CHECKED + timedelta(days=away))
    assert said(page) == 0
    assert page.locator(".tuoi").is_hidden()


def test_after_half_a_year_every_claim_says_so(visit: Callable[..., Visitor]) -> None:
    page = open_on(visit, CHECKED + timedelta(days=190))
    assert said(page) == page.locator(".kt[data-ngay]").count() > 0
    assert "có thể đã thay đổi" in page.locator(".can-cu").first.inner_text()
    assert page.locator(".tuoi").is_hidden()


def test_a_page_that_was_left_open_ages_when_somebody_comes_back(
    visit: Callable[..., Visitor],
) -> None:
    page = open_on(visit, CHECKED)
    page.clock.set_fixed_time(f"{CHECKED + timedelta(days=400)}T12:00:00")
    for _ in range(2):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert page.locator(".tuoi").is_visible()
        assert said(page) == page.locator(".kt[data-ngay]").count() > 0


def test_after_a_year_the_page_warns_at_its_top(visit: Callable[..., Visitor]) -> None:
    page = open_on(visit, CHECKED + timedelta(days=400))
    assert max(days_of(page)) <= CHECKED
    warning = page.locator(".tuoi")
    assert warning.is_visible()
    assert "đã hơn 12 tháng" in warning.inner_text()
    heading = page.locator("h1").bounding_box()
    box = warning.bounding_box()
    assert heading is not None
    assert box is not None
    assert box["y"] < heading["y"]
