"""The box “Đi tới điều khoản”: what is typed, and the first thing it offers."""

from __future__ import annotations

from typing import Any

import pytest
from browser.conftest import DESK, PHONE

LAW18 = "van-ban/luat-24-2018-qh14/"
LAW25 = "van-ban/luat-116-2025-qh15/"
ND72 = "van-ban/nghi-dinh-72-2013-nd-cp/"
ND147 = "van-ban/nghi-dinh-147-2024-nd-cp/"

FIRST = [
    ("k1 d8 anm", f"{LAW18}dieu-8/#dieu-8-khoan-1"),
    ("k1d8 anm18", f"{LAW18}dieu-8/#dieu-8-khoan-1"),  # nothing between the two
    ("khoản 1 điều 8 anm18", f"{LAW18}dieu-8/#dieu-8-khoan-1"),
    ("điểm d khoản 1 điều 5 nđ 72", f"{ND72}dieu-5/#dieu-5-khoan-1-diem-d"),
    ("điểm đ khoản 1 điều 5 nđ 72", f"{ND72}dieu-5/#dieu-5-khoan-1-diem-dd"),  # đ is its own
    ("diem e khoan 1 dieu 5 nd 72", f"{ND72}dieu-5/#dieu-5-khoan-1-diem-e"),
    ("ĐIỂM D KHOẢN 1 ĐIỀU 5 NĐ 72", f"{ND72}dieu-5/#dieu-5-khoan-1-diem-d"),
    ("26.4 72/2013", f"{ND72}dieu-26/#dieu-26-khoan-4"),
    ("26.4 72", f"{ND72}dieu-26/#dieu-26-khoan-4"),
    ("21.5 nd72", f"{ND72}dieu-21/#dieu-21-khoan-5"),
    ("8.1.đ anm18", f"{LAW18}dieu-8/#dieu-8-khoan-1-diem-dd"),
    ("8.1.a anm18", f"{LAW18}dieu-8/#dieu-8-khoan-1-diem-a"),
    ("điều 8 luật an ninh mạng 2018", f"{LAW18}dieu-8/#dieu-8"),
    ("dieu 8 luat an ninh mang", f"{LAW25}#dieu-8"),  # the law in force comes first
    ("nd147 36.7", f"{ND147}dieu-36/#dieu-36-khoan-7"),
    ("nđ 147/2024 điều 36", f"{ND147}dieu-36/#dieu-36"),
    ("anm25 7", f"{LAW25}dieu-7/#dieu-7"),
    ("7.1 anm25", f"{LAW25}dieu-7/#dieu-7-khoan-1"),
    ("luật an ninh mạng", LAW25),
    ("116/2025", LAW25),
    ("24/2018/qh14", LAW18),
    ("nd72", ND72),
    ("72/2013/NĐ-CP", ND72),
    ("nghị định 174 điều 95", "van-ban/nghi-dinh-174-2026-nd-cp/dieu-95/#dieu-95"),
    ("nđ 330 điều 60", "van-ban/nghi-dinh-330-2026-nd-cp/dieu-60/#dieu-60"),
    ("tt 06/2019", "van-ban/thong-tu-06-2019-tt-bgddt/"),
    ("blhs 155", "van-ban/bo-luat-100-2015-qh13/dieu-155/#dieu-155"),
    ("luat tre em 6.11", "van-ban/luat-102-2016-qh13/dieu-6/#dieu-6-khoan-11"),
    ("ct10", "van-ban/chi-thi-10-ct-ubnd-long-an-2017/"),
    ("công văn mục 2", "cong-van/#muc-2"),
    ("điều 23đ nđ 72", f"{ND72}#dieu-23dd"),
]

TOLD = [
    # a number that is not there is answered with what is there
    ("điều 8 khoản 9 anm18", "6 khoản (1–6)"),
    ("điều 99 nđ 72", "77 điều"),
    ("xyz 12", "chưa có văn bản nào"),
]


def typed(page: Any, text: str) -> list[str]:
    """The addresses that the box on the home page offers for ``text``; it answers at once."""
    field = page.locator(".nhay-nha input")
    field.fill(text)
    found = page.eval_on_selector_all(".nhay-nha [role=option]", "all => all.map(one => one.href)")
    return [str(address) for address in found]


def test_first_suggestion(visit: Any) -> None:
    visitor = visit(DESK)
    page = visitor.open("")
    page.focus(".nhay-nha input")
    page.wait_for_selector(".nhay-nha[data-san]")
    wrong = {}
    for text, wanted in FIRST:
        found = typed(page, text)
        if not found or found[0] != visitor.address + wanted:
            wrong[text] = found[:2]
    assert wrong == {}


def test_what_is_not_there_is_told(visit: Any) -> None:
    page = visit(DESK).open("")
    page.focus(".nhay-nha input")
    page.wait_for_selector(".nhay-nha[data-san]")
    for text, words in TOLD:
        typed(page, text)
        assert words in page.inner_text(".nhay-nha [role=status]"), text


@pytest.mark.parametrize("device", [DESK, PHONE], ids=["desk", "phone"])
def test_key_enter_and_escape(visit: Any, device: dict[str, Any]) -> None:
    page = visit(device).open("cong-van/")
    page.keyboard.press("g")
    page.wait_for_selector("dialog[open] input")
    page.keyboard.type("k1 d8 anm")
    page.wait_for_selector("dialog[open] [role=option]")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog[open]", state="hidden")
    page.keyboard.press("g")  # in the same frame: the closed box may not swallow it
    page.keyboard.type("k1 d8 anm")
    page.wait_for_selector("dialog[open] [role=option]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dieu-8/#dieu-8-khoan-1")
    assert page.locator("#dieu-8-khoan-1").is_visible()


def test_typing_at_once_after_the_key_is_not_lost(visit: Any) -> None:
    """Nobody waits for a box to come; n alone would be the theme's “next page”."""
    page = visit(DESK).open("cong-van/")
    page.evaluate(
        """for (const key of "gnd 72") document.body.dispatchEvent(
             new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}))"""
    )
    page.wait_for_selector("dialog[open] [role=option]")
    assert page.input_value("dialog input") == "nd 72"
