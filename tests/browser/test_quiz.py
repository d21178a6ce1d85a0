"""Practising alone: by keyboard, with and without storage, on paper, and without script."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from browser.axe import violations
from browser.conftest import DESK, NARROW, PHONE, PRINTING, until
from building import ROOT, SHOWN, Site, text_of
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from vanban.features.quiz.quiz import load_quiz

PATH = "tap-huan/cau-hoi/dieu-cam-2019/"
ALL = len(load_quiz(ROOT / "docs").sets["dieu-cam-2019"].items)
"""How many questions that page asks."""
AT_FIRST = 8
"""How many of them stand there before one asks for the others."""
KEY = "cau-hoi:dieu-cam-2019"


def press(page: Page, number: int, right: bool) -> None:
    """Choose an option of one question with the keyboard alone."""
    section = page.locator("section.cau-hoi").nth(number)
    kind = "li[data-dung]" if right else "li:not([data-dung])"
    option = section.locator(f"{kind} > button").first
    option.focus()
    page.keyboard.press("Enter" if right else "Space")


def score(page: Page) -> str:
    return page.locator(".ch-bo-diem").first.text_content() or ""


def practise(page: Page) -> None:
    press(page, 0, True)
    section = page.locator("section.cau-hoi").first
    assert "✓ Đúng" in (section.locator(".ch-ket").text_content() or "")
    assert section.locator("details").get_attribute("open") is not None
    until(page, "document.querySelector('.ch-nghe').textContent.includes('Đúng 1/')")
    press(page, 1, False)
    wrong = page.locator("section.cau-hoi").nth(1)
    assert "✗ Chưa đúng" in (wrong.locator(".ch-ket").text_content() or "")
    assert wrong.locator("li[data-dung] .ch-dau").text_content() == "✓ Đáp án đúng"
    assert score(page).startswith(f"Đúng 1/{ALL} câu")


@pytest.mark.parametrize("device", [pytest.param(PHONE, id="phone"), pytest.param(DESK, id="desk")])
def test_practice_by_keyboard(visit: Any, device: dict[str, Any]) -> None:
    page = visit(device).open(PATH)
    practise(page)
    page.reload()
    assert score(page).startswith(f"Đúng 1/{ALL} câu"), "kept on the device"
    page.locator(".ch-lai").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("section.cau-hoi:visible").count() == 1
    press(page, 1, True)
    assert score(page).startswith(f"Đúng 2/{ALL} câu")
    assert "đúng ngay lần đầu 1 câu" in (page.locator(".ch-giay-diem").text_content() or "")
    page.locator(".ch-het").first.press("Enter")
    assert page.locator("section.cau-hoi:visible").count() == ALL
    page.goto(page.url.replace("dieu-cam-2019/", ""))
    assert f"Đúng 2/{ALL} câu" in (page.locator(".ch-ds").text_content() or "")
    page.go_back()
    page.locator(".ch-xoa").first.press("Enter")
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    assert page.locator(".ch-ket:visible").count() == 0


def test_a_long_set_begins_with_few_questions(visit: Any) -> None:
    """The others come by a button, by an address, with an answer kept from before, on paper."""
    page = visit(PHONE).open(PATH)
    shown = page.locator("section.cau-hoi:visible")
    assert shown.count() == AT_FIRST
    page.emulate_media(media="print")
    assert shown.count() == ALL
    page.emulate_media(media="screen")
    last = page.locator("section.cau-hoi").last.get_attribute("id")
    page.evaluate(f"location.hash = '{last}'")
    expect(page.locator("section.cau-hoi").last).to_be_in_viewport()
    assert shown.count() == ALL
    press(page, ALL - 1, True)
    page.goto("about:blank")
    page.go_back()
    page.goto(page.url.partition("#")[0])
    assert shown.count() == ALL
    page.locator(".ch-xoa").first.press("Enter")
    page.reload()
    more = page.get_by_role("button", name=f"Hiện {ALL - AT_FIRST} câu còn lại")
    more.tap()
    assert shown.count() == ALL
    expect(page.locator("section.cau-hoi h2").nth(AT_FIRST)).to_be_focused()
    expect(more).to_have_count(0)


def test_from_a_disk(visit_disk: Any) -> None:
    page = visit_disk(PHONE).open("tap-huan/cau-hoi/dieu-cam-2019.html")
    practise(page)
    page.reload()
    assert score(page).startswith(f"Đúng 1/{ALL} câu")


def test_what_was_answered_in_another_window_is_not_lost(visit: Any) -> None:
    visitor = visit(DESK)
    page = visitor.open(PATH)
    press(page, 0, True)
    other = page.context.new_page()
    other.goto(visitor.address + PATH)
    press(other, 1, True)
    page.bring_to_front()
    until(page, f"document.querySelector('.ch-bo-diem').textContent.startsWith('Đúng 2/{ALL}')")
    press(page, 2, True)
    other.reload()
    assert score(other).startswith(f"Đúng 3/{ALL} câu")


def test_what_was_cleared_in_another_window_does_not_come_back(visit: Any) -> None:
    visitor = visit(DESK)
    page = visitor.open(PATH)
    press(page, 0, True)
    sets = page.context.new_page()
    sets.goto(visitor.address + "tap-huan/cau-hoi/")
    row = sets.locator("li[data-bo=dieu-cam-2019] .ch-ds-diem")
    expect(row).to_contain_text("Đúng 1/")
    other = page.context.new_page()
    other.goto(visitor.address + PATH)
    other.locator(".ch-xoa").first.click()
    page.bring_to_front()
    until(page, "document.querySelector('.ch-bo-diem').textContent.startsWith('Bấm vào')")
    expect(row).to_have_text("")
    press(page, 1, True)
    assert score(page).startswith(f"Đúng 1/{ALL} câu")
    sets.close()


def test_windows_of_two_editions_cost_each_other_nothing(visit: Any) -> None:
    """A set was changed, and a page of the release before is still open."""
    visitor = visit(DESK)
    page = visitor.open(PATH)
    press(page, 0, True)
    newer = page.context.new_page()
    newer.route(
        visitor.address + PATH,
        lambda route: route.fulfill(
            response=(given := route.fetch()),
            body=re.sub('data-phien="?[0-9a-f]{8}"?', "data-phien=0123abcd", given.text()),
        ),
    )
    newer.goto(visitor.address + PATH)
    assert score(newer).startswith("Bấm vào cách trả lời"), "another edition"
    press(newer, 0, True)
    press(newer, 1, True)
    page.bring_to_front()
    press(page, 2, True)
    newer.reload()
    assert score(newer).startswith(f"Đúng 2/{ALL} câu")
    press(newer, 2, True)
    page.reload()
    assert score(page).startswith(f"Đúng 2/{ALL} câu")
    newer.locator(".ch-xoa").first.click()
    page.reload()
    assert score(page).startswith("Bấm vào cách trả lời"), "cleared is cleared"
    newer.close()


def test_storage_denied(visit: Any) -> None:
    visitor = visit(PHONE)
    visitor.page.add_init_script(
        "for (const name of ['getItem', 'setItem', 'removeItem']) {"
        " const real = Storage.prototype[name];"
        " Storage.prototype[name] = function (key, value) {"
        "  if (String(key).startsWith('cau-hoi:')) throw new DOMException('no', 'SecurityError');"
        "  return real.call(this, key, value) } }"
    )
    page = visitor.open(PATH)
    practise(page)
    assert "không cho giữ kết quả" in (page.locator(".ch-nhac").text_content() or "")


@pytest.mark.parametrize("rubbish", ["{", "null", "7", '{"phien":"x"}', "ITEMS"])
def test_storage_full_of_rubbish(visit: Any, site: Site, rubbish: str) -> None:
    if rubbish == "ITEMS":
        edition = site.tree(PATH).xpath("//*[@class='ch-bo']/@data-phien")[0]
        kept = {"phien": edition, "cau": {"nobody": {"chon": 1}, "bua-giup-thi-do": {"chon": "x"}}}
        rubbish = json.dumps(kept)
    visitor = visit(DESK)
    visitor.open("")
    visitor.page.evaluate(f"text => localStorage.setItem('{KEY}', text)", rubbish)
    page = visitor.open(PATH)
    assert score(page).startswith("Bấm vào cách trả lời")
    practise(page)


def test_the_sheet_on_one_page(visit: Any, site: Site, tmp_path: Path) -> None:
    visitor = visit(PHONE)
    visitor.page.clock.set_fixed_time(datetime(2031, 2, 5, 12))
    page = visitor.open(PATH)
    press(page, 0, True)
    assert page.locator(".ch-giay-ngay").text_content() == "05/02/2031"
    page.locator("#ch-ten").fill("Người thử")
    page.evaluate(PRINTING)
    page.locator(".ch-in-giay").click()
    page.pdf(path=tmp_path / "giay.pdf", prefer_css_page_size=True)
    sheets = PdfReader(tmp_path / "giay.pdf").pages
    assert len(sheets) == 1
    whole = "".join(sheets[0].extract_text().split())
    for clause in site.tree(PATH).xpath("//*[contains(@class,'ch-dk')]/li/a"):
        assert "".join(text_of(clause).split()) in whole
    for words in ("Người thử", f"đúng 1/{ALL} câu", "tự khai", "hết hiệu lực", SHOWN):
        assert "".join(words.split()) in whole, words


def test_questions_on_paper_with_the_answers_on_pages_of_their_own(visit: Any) -> None:
    page = visit(DESK).open(PATH)
    press(page, 0, False)  # what somebody answered is not handed out
    items = load_quiz(ROOT / "docs").sets["dieu-cam-2019"].shown
    sheets = [
        "".join(sheet.extract_text().split())
        for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    ]
    first = next(place for place, text in enumerate(sheets) if "Đápán1." in text)
    assert first <= 3
    asked, answers = "".join(sheets[:first]), "".join(sheets[first:])
    for item in items:
        told = ["".join(text.split()) for text in (item.question, item.reason, item.basis)]
        assert told[0] in asked
        assert told[1][:60] in answers
        assert told[1][:60] not in asked
        assert told[2][1:] in answers
    assert "✗" not in asked
    assert "127.0.0.1" not in answers.partition("Trangnày")[0]
    until(page, "!document.querySelector('.ch-giay-hoi')")
    assert page.locator("section.cau-hoi:visible").count() == AT_FIRST


def test_a_printing_that_never_begins_leaves_nothing_behind(visit: Any) -> None:
    """Browsers inside other programs have no dialog: the whole page must come back by itself."""
    page = visit(DESK).open(PATH)
    page.evaluate("window.print = () => {}")
    page.locator(".ch-in-giay").click()
    until(page, "!document.documentElement.classList.contains('ch-in')")
    until(
        page, "document.querySelector('.ch-nghe').textContent.includes('không mở được hộp thoại')"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [pytest.param(PHONE, id="phone"), pytest.param(DESK, id="desk")])
def test_axe(visit: Any, device: dict[str, Any], scheme: str) -> None:
    page = visit(device, scheme).open(PATH)
    press(page, 0, True)
    press(page, 1, False)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture
def still(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_script(still: Page, address: str) -> None:
    still.goto(address + PATH)
    section = still.locator("section.cau-hoi").first
    assert section.locator("li").count() >= 4
    assert not still.locator(".ch-bo").is_visible()
    section.locator("summary").click()
    assert section.locator(".cau-hoi-vi-sao").is_visible()
    assert section.locator(".cau-hoi-can-cu a").is_visible()


def test_letters_twice_as_large_stay_on_the_narrowest_phone(visit: Any) -> None:
    page = visit(NARROW).open(PATH)
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
