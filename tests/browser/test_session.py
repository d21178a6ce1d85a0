"""Preparing a session: how many come, when it begins, a code to try, the script on paper."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
import zxingcpp
from browser.axe import violations
from browser.conftest import DESK, NARROW, PHONE, until
from building import PUBLIC
from PIL import Image
from pypdf import PdfReader

PATH = "tap-huan/45-phut/"
MOST_PAGES = 4


def words(pdf: bytes) -> list[str]:
    """The text of each page without spaces, which readers see differently."""
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("where", ["http", "disk"])
def test_numbers_and_hours_stay_on_the_device(visit: Any, visit_disk: Any, where: str) -> None:
    start, path = (visit, PATH) if where == "http" else (visit_disk, "tap-huan/45-phut.html")
    page = start(DESK).open(path)
    first = page.locator(".buoi-gio tbody td").first
    assert first.inner_text() == "0–5"
    page.get_by_label("Số người dự").fill("40")
    page.get_by_label("Bắt đầu lúc").fill("14:00")
    assert "40 bản" in page.inner_text(".buoi-viec")
    assert first.inner_text() == "14:00–14:05"
    page.reload()
    until(page, "document.querySelector('.buoi-luc').value === '14:00'")
    assert "40 bản" in page.inner_text(".buoi-viec")
    page.get_by_label("Bắt đầu lúc").fill("")
    assert first.inner_text() == "0–5"


def test_what_was_filled_in_in_another_window_is_not_lost(visit: Any) -> None:
    visitor = visit(DESK)
    page = visitor.open(PATH)
    other = page.context.new_page()
    other.goto(visitor.address + PATH)
    page.get_by_label("Số người dự").fill("40")
    other.bring_to_front()
    until(other, "document.querySelector('.buoi-nguoi').value === '40'")
    assert "40 bản" in other.inner_text(".buoi-viec")
    other.get_by_label("Bắt đầu lúc").fill("14:00")
    page.bring_to_front()
    until(page, "document.querySelector('.buoi-luc').value === '14:00'")
    assert page.locator(".buoi-gio tbody td").first.inner_text() == "14:00–14:05"
    page.reload()
    assert page.get_by_label("Số người dự").input_value() == "40"
    other.close()


@pytest.mark.parametrize("kept", ["", "x y", "0 99:99", "12345 7:61", "<b> <i>"])
def test_whatever_was_kept_the_plan_opens(visit: Any, kept: str) -> None:
    visitor = visit(DESK)
    visitor.page.add_init_script(f"localStorage.setItem('buoi', {kept!r})")
    page = visitor.open(PATH)
    assert page.locator(".buoi-gio tbody td").first.inner_text() == "0–5"
    assert " bản" not in page.inner_text(".buoi-ban")


def test_the_script_on_paper_has_a_clock_and_every_word_of_the_trainer(visit: Any) -> None:
    page = visit(DESK).open(PATH)
    told = [*page.locator(".buoi-dan").all_text_contents()]
    told += page.locator(".buoi-hoi").all_text_contents()
    told += page.locator(".buoi-dap").all_text_contents()
    assert page.locator(".dan-chuyen .buoi-dap").count() > 3  # stories are answered too
    page.get_by_label("Bắt đầu lúc").fill("14:00")
    paper = page.pdf(prefer_css_page_size=True)
    sheets = words(paper)
    assert len(sheets) <= MOST_PAGES
    whole = "".join(sheets)
    lines = "\n".join(one.extract_text() for one in PdfReader(io.BytesIO(paper)).pages)
    assert re.search(r"14:42–14:45\s+Chốt lại", lines)  # apart also where it is copied
    assert "Chiếubuổinày" not in whole
    for text in told:
        assert "".join(text.split())[:40] in whole, text
    for hours in ("14:00–14:05", "14:42–14:45"):
        assert hours in whole
    assert "Chuẩnbịbuổinày" not in whole


def test_the_code_to_try_leads_to_a_provision_of_the_plan(visit_published: Any) -> None:
    page = visit_published(DESK).open(PATH)
    row = page.locator(".buoi-ma")
    until(page, "document.querySelector('.buoi-ma img').complete")
    shot = row.locator("img").screenshot()
    (read,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(shot)))
    assert read.text == PUBLIC + (row.get_attribute("data-duong") or "?")
    assert page.locator(f".dan[data-duong='{row.get_attribute('data-duong')}']").count() == 1


def test_no_code_where_the_address_is_not_known(visit: Any) -> None:
    page = visit(DESK).open(PATH)
    assert not page.locator(".buoi-ma").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe(visit: Any, scheme: str) -> None:
    assert violations(visit(PHONE, scheme).open(PATH)) == []


def test_nothing_runs_out_of_the_narrowest_phone(visit: Any) -> None:
    page = visit(NARROW).open(PATH)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_clicker_begins_right_after_the_hour_was_typed(visit: Any) -> None:
    """F5 is no letter; left to the browser it would load the page anew, before the whole room."""
    page = visit(DESK).open(PATH)
    page.get_by_label("Bắt đầu lúc").fill("14:05")
    page.keyboard.press("c")  # a letter is the field's
    assert page.locator("dialog.chieu[open]").count() == 0
    page.keyboard.press("F5")
    page.wait_for_selector("dialog.chieu[open]")


def test_the_script_of_the_shortest_plan_is_two_sides_of_one_sheet(visit: Any) -> None:
    page = visit(DESK).open("tap-huan/15-phut/")
    assert len(words(page.pdf(prefer_css_page_size=True))) <= 2


@pytest.mark.parametrize("plan", ["15-phut", "45-phut", "90-phut"])
def test_a_link_to_send_into_the_chat_is_copied_beforehand(visit_published: Any, plan: str) -> None:
    """It leads to what the room talks about after a story, by an address that others can open."""
    page = visit_published(DESK).open(f"tap-huan/{plan}/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    row = page.locator(".buoi-gui")
    path = row.get_attribute("data-duong") or "?"
    row.get_by_role("button", name="Chép đường dẫn").click()
    until(page, "document.querySelector('.buoi-gui [role=status]').textContent !== ''")
    assert page.evaluate("navigator.clipboard.readText()") == PUBLIC + path
    assert page.locator(f".dan-chuyen ~ .dan[data-duong='{path}']").count() == 1


def test_from_a_disk_no_link_is_offered_that_nobody_else_can_open(visit_disk: Any) -> None:
    page = visit_disk(DESK).open("tap-huan/15-phut.html")
    assert page.locator(".buoi-gui a").is_visible()
    assert page.locator(".buoi-gui button").count() == 0
