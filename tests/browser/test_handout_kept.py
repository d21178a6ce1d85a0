"""The hand-out that a device keeps: beside one that was sent, in several windows, after “back”."""

from __future__ import annotations

from typing import Any

import pytest
from browser.conftest import DESK
from browser.test_handout import ARTICLE, THREE, names, opened, pick
from playwright.sync_api import expect


def test_the_address_wins_and_the_kept_sheet_is_offered(visit: Any) -> None:
    visitor = visit(DESK)
    page = opened(visitor, "#k=nd72/5/1/a&t=Của tôi")
    page.get_by_label("Nơi").fill("Phòng họp")
    page.goto("about:blank")
    page = opened(visitor, THREE)
    assert len(names(page)) == 3
    page.click("text=Mở lại phiếu của bạn (1 mục)")
    assert names(page) == ["Điểm a khoản 1 Điều 5 Nghị định 72/2013/NĐ-CP"]


def test_ones_own_sheet_waits_while_another_is_kept(visit: Any) -> None:
    """Who changes a sheet that somebody sent, keeps it: one's own was gone for good."""
    visitor = visit(DESK)
    page = opened(visitor, "#k=nd72/5/1/a&t=Của tôi")
    page.get_by_label("Nơi").fill("Phòng họp")
    page.goto("about:blank")
    page = opened(visitor, THREE)
    page.get_by_role("button", name="Thẻ A6").click()
    page.get_by_role("button", name="Mở phiếu trước (1 mục)").click()
    expect(page.locator(".phieu-muc")).to_have_count(1)
    expect(page.get_by_label("Nơi")).to_have_value("Phòng họp")
    page.get_by_label("Nơi").fill("Hội trường")
    page.get_by_role("button", name="Mở phiếu trước (3 mục)").click()
    expect(page.get_by_role("button", name="Thẻ A6")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Mở phiếu trước (1 mục)").click()
    expect(page.get_by_label("Nơi")).to_have_value("Hội trường")


def test_what_another_window_added_is_not_lost(visit: Any) -> None:
    """A hand-out that stands open shows it, and so does the way back to one's own."""
    visitor = visit(DESK)
    page = opened(visitor, "#k=nd72/5/1/a")
    page.get_by_label("Tên phiếu").fill("Của tôi")
    other = page.context.new_page()
    other.goto(visitor.address + ARTICLE)
    pick(other, "dieu-5-khoan-2", "Phiếu có 2 mục")
    page.bring_to_front()
    expect(page.locator(".phieu-muc")).to_have_count(2)
    page.get_by_label("Nơi").fill("Phòng họp")
    sent = page.context.new_page()
    sent.goto(f"{visitor.address}tap-huan/phieu/{THREE}")
    expect(sent.locator(".phieu-muc")).to_have_count(3)
    pick(other, "dieu-5-khoan-3", "Phiếu có 3 mục")
    sent.get_by_role("button", name="Mở lại phiếu của bạn").click()
    expect(sent.locator(".phieu-bao")).to_contain_text("Phiếu có 3 mục")
    expect(sent.get_by_label("Nơi")).to_have_value("Phòng họp")
    expect(sent.get_by_label("Tên phiếu")).to_have_value("Của tôi")
    assert any("Khoản 3 Điều 5" in name for name in names(sent))


def test_a_window_that_follows_another_writes_nothing(visit: Any) -> None:
    """Letters typed meanwhile were lost: each window hears of the other a moment later."""
    visitor = visit(DESK)
    page = opened(visitor, "#k=nd72/5/1/a")
    page.get_by_label("Tên phiếu").fill("")
    other = page.context.new_page()
    other.add_init_script(
        "window.writes = 0; const { setItem } = Storage.prototype;"
        "Storage.prototype.setItem = function (...all) {"
        " window.writes++; setItem.apply(this, all) }"
    )
    other.goto(f"{visitor.address}tap-huan/phieu/")
    page.bring_to_front()
    page.get_by_label("Tên phiếu").press_sequentially("sa\u0301ng")  # as some keyboards type it
    expect(other.get_by_label("Tên phiếu")).to_have_value("sáng")
    assert other.evaluate("window.writes") == 0
    assert page.get_by_label("Tên phiếu").input_value() == "sa\u0301ng"
    other.get_by_label("Nơi").fill("Phòng họp")
    expect(page.get_by_label("Nơi")).to_have_value("Phòng họp")
    other.get_by_role("button", name="Xóa hết").click()
    expect(page.get_by_text("Phiếu còn trống.")).to_be_visible()  # it does not come back from here
    page.close()


def test_what_was_typed_before_the_first_item_is_not_lost(visit: Any) -> None:
    """Name and place come first, then articles from their pages: the sheet had lost both."""
    visitor = visit(DESK)
    page = opened(visitor, "")
    page.get_by_label("Tên phiếu").fill("Tổ Văn")
    page.get_by_label("Nơi").fill("Phòng họp")
    page.reload()
    expect(page.get_by_label("Tên phiếu")).to_have_value("Tổ Văn")
    other = page.context.new_page()
    other.goto(visitor.address + ARTICLE)
    pick(other, "dieu-5-khoan-2", "Phiếu có 1 mục")
    page.bring_to_front()
    expect(page.locator(".phieu-muc")).to_have_count(1)
    expect(page.get_by_label("Nơi")).to_have_value("Phòng họp")
    page.get_by_role("button", name="Bỏ khỏi phiếu").click()
    page.reload()
    expect(page.get_by_label("Nơi")).to_have_value("Phòng họp")


def test_another_sheet_does_not_take_what_was_typed_before_the_first_item(visit: Any) -> None:
    visitor = visit(DESK)
    page = opened(visitor, "")
    page.get_by_label("Tên phiếu").fill("Tổ Văn")
    other = page.context.new_page()
    other.goto(f"{visitor.address}tap-huan/phieu/{THREE}")
    other.get_by_label("Nơi").fill("Chỗ khác")
    page.bring_to_front()
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.get_by_label("Tên phiếu")).to_have_value("Tổ Văn")
    expect(page.locator(".phieu-muc")).to_have_count(0)


def test_a_sheet_that_was_cleared_by_a_slip_comes_back(visit: Any) -> None:
    visitor = visit(DESK)
    page = opened(visitor, THREE)
    page.get_by_label("Nơi").fill("Phòng họp")
    page.get_by_role("button", name="Xóa hết").click()
    expect(page.locator(".phieu-muc")).to_have_count(0)
    page.get_by_role("button", name="Lấy lại").click()
    expect(page.locator(".phieu-muc")).to_have_count(3)
    expect(page.get_by_label("Nơi")).to_have_value("Phòng họp")
    expect(page.locator(".phieu-bao")).to_be_focused()  # the button that was pressed is gone
    page.reload()
    expect(page.locator(".phieu-muc")).to_have_count(3)


def test_the_way_back_to_ones_own_sheet_has_what_was_added(visit: Any) -> None:
    visitor = visit(DESK)
    page = opened(visitor, "#k=nd72/5/1/a")
    page.get_by_label("Nơi").fill("Phòng họp")
    visitor.open(ARTICLE)
    pick(page, "dieu-5-khoan-2", "Phiếu có 2 mục")
    page.go_back()
    expect(page.locator(".phieu-muc")).to_have_count(2)
    page.reload()
    expect(page.locator(".phieu-muc")).to_have_count(2)


def test_another_sheet_takes_no_windows_place(visit: Any) -> None:
    """A plan's ready sheet, or one that was sent, beside one's own that stands open."""
    visitor = visit(DESK)
    page = opened(visitor, "#k=nd72/5/1/a")
    page.get_by_label("Nơi").fill("Phòng họp")
    for address, items in ((THREE, 3), ("#buoi-15-phut", None)):
        other = page.context.new_page()
        other.goto(f"{visitor.address}tap-huan/phieu/{address}")
        expect(other.locator(".phieu-muc").nth((items or 2) - 1)).to_be_visible()
        other.get_by_label("Tên phiếu").fill("Khác")
        page.bring_to_front()
        page.evaluate("dispatchEvent(new Event('focus'))")
        assert page.locator(".phieu-muc").count() == 1
        page.get_by_label("Nơi").fill("Phòng họp 2")
        expect(other.get_by_label("Tên phiếu")).to_have_value("Khác")
        other.close()


@pytest.mark.parametrize("kept", ["{broken", "#k=<b>", "null", "\ud83d\ude00" * 50])
def test_whatever_was_kept_the_page_opens(visit: Any, kept: str) -> None:
    visitor = visit(DESK)
    visitor.page.add_init_script(f"localStorage.setItem('phieu-1', {kept!r})")
    page = opened(visitor, "")
    assert "Phiếu còn trống." in page.inner_text(".phieu")


def test_a_device_that_keeps_nothing(visit: Any) -> None:
    visitor = visit(DESK)
    visitor.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }"
    )
    page = visitor.open(ARTICLE)
    pick(page, "dieu-5-khoan-2", "Máy này không cho giữ lựa chọn")
    page.click(".cs-phieu")
    page.wait_for_selector(".phieu-muc")
    assert names(page) == ["Khoản 2 Điều 5 Nghị định 72/2013/NĐ-CP"]
