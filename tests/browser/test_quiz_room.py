"""Asking a room: five by chance, one by its link, hands as bars, a countdown, then the answer."""

from __future__ import annotations

from typing import Any

import pytest
from browser.axe import violations
from browser.conftest import DESK, PHONE, until
from building import ROOT
from playwright.sync_api import Page
from vanban.features.quiz.quiz import load_quiz

PATH = "tap-huan/cau-hoi/hoi-ca-phong/"
BANK = load_quiz(ROOT / "docs")
ITEMS = {item.id: item for found in BANK.sets.values() for item in found.shown}
SET = BANK.sets["hoc-sinh"]
ONE, *_ = ITEMS.values()
SCREENS = [(1280, 720), (1024, 768), (1920, 1080)]


def asked(page: Page) -> str:
    return page.inner_text(".phong-hoi")


def hands(page: Page) -> list[str]:
    return page.locator(".phong-dem-tay").all_inner_texts()


@pytest.mark.parametrize("where", ["http", "disk"])
def test_five_by_chance_are_asked_to_the_end_by_a_clicker(
    visit: Any, visit_disk: Any, where: str
) -> None:
    start, path = (visit, PATH) if where == "http" else (visit_disk, PATH.rstrip("/") + ".html")
    page = start(DESK).open(path)
    page.get_by_role("button", name="5 câu bất kỳ").click()
    until(page, "document.querySelector('.phong-so')")
    ids = page.url.partition("#cau=")[2].split(",")
    assert len({*ids} & {*ITEMS}) == 5
    for number, id_ in enumerate(ids, 1):
        item = ITEMS[id_]
        assert asked(page) == item.question
        assert page.inner_text(".phong-so") == f"{number}/5"
        assert not page.locator(".phong-dap").is_visible()
        page.keyboard.press("PageDown")
        right = page.locator(".phong-lua[data-ket=dung] .phong-loi").all_inner_texts()
        assert right == [item.options[item.right].text]
        assert item.reason in page.inner_text(".phong-dap")
        page.keyboard.press("PageDown")
    assert page.inner_text(".phong-so") == "5/5"  # the last key does nothing more
    page.keyboard.press("Escape")
    assert page.get_by_role("button", name="5 câu bất kỳ").is_visible()
    assert "#" not in page.url


def test_one_question_by_its_link_from_its_set(visit: Any) -> None:
    page = visit(DESK).open("tap-huan/cau-hoi/hoc-sinh/")
    item = SET.shown[3]
    page.locator(f"#{item.id}").get_by_text("Hỏi cả phòng câu này").click()
    until(page, "document.querySelector('.phong-hoi')")
    assert page.url.endswith(f"{PATH}#cau={item.id}")
    assert asked(page) == item.question
    assert page.inner_text(".phong-so") == ""


def test_a_reload_asks_the_same_question_and_back_leaves(visit: Any) -> None:
    page = visit(DESK).open(PATH)
    page.get_by_role("link").filter(has_text="Hình ảnh").first.click()
    until(page, "document.querySelector('.phong-hoi')")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    third = asked(page)
    assert third == SET.shown[2].question
    page.reload()
    until(page, "document.querySelector('.phong-hoi')")
    assert asked(page) == third
    page.keyboard.press("F5")  # what a clicker sends to begin
    assert asked(page) == third
    page.go_back()
    until(page, "!document.querySelector('.phong-hoi')")
    assert page.get_by_role("button", name="5 câu bất kỳ").is_visible()


def test_raised_hands_are_bars_and_are_kept_nowhere(visit: Any) -> None:
    page = visit(DESK).open(f"{PATH}#cau={ONE.id},{SET.shown[0].id}")
    for key in ("b", "B", "b", "d", "Shift+b", "Shift+a"):
        page.keyboard.press(key)
    page.get_by_label("Thêm một tay ở B").click()
    assert hands(page) == ["0", "3", "0", "1"]
    widths = page.locator(".phong-thanh").evaluate_all("bars => bars.map(bar => bar.style.width)")
    assert widths == ["0%", "75%", "0%", "25%"]
    page.keyboard.press(" ")  # after a press of the button: the answer, not one hand more
    assert page.locator(".phong-dap").is_visible()
    page.keyboard.press("a")
    assert hands(page) == ["0", "3", "0", "1"]  # counted before the answer alone
    page.keyboard.press("PageDown")
    assert hands(page) == ["0"] * 4
    for _ in range(2):
        page.keyboard.press("PageUp")
    assert hands(page) == ["0", "3", "0", "1"]
    page.reload()
    until(page, "document.querySelector('.phong-hoi')")
    assert hands(page) == ["0"] * 4
    assert "phong" not in page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")


def test_the_countdown_goes_by_the_clock(visit: Any) -> None:
    visitor = visit(DESK, clock=True)
    page = visitor.open(PATH)
    page.locator("select").select_option("20")
    page.evaluate(f"location.hash = 'cau={ONE.id}'")
    until(page, "document.querySelector('.phong-hoi')")
    page.keyboard.press("t")
    assert page.inner_text(".phong-gio") == "0:20"
    page.clock.fast_forward(15_000)
    assert page.inner_text(".phong-gio") == "0:05"
    page.clock.fast_forward(6_000)
    assert page.inner_text(".phong-gio") == "Hết giờ"
    page.keyboard.press("PageDown")
    assert page.inner_text(".phong-gio") == ""


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_nothing_is_cut_before_or_after_the_answer(visit: Any, width: int, height: int) -> None:
    visitor = visit({"viewport": {"width": width, "height": height}})
    longest = sorted(ITEMS.values(), key=lambda item: -len(item.question + item.reason))[:6]
    page = visitor.open(f"{PATH}#cau={','.join(item.id for item in longest)}")
    for _ in longest:
        for _ in ("asked", "answered"):
            until(
                page, "[...document.querySelectorAll('.phong-dap img')].every(one => one.complete)"
            )
            until(
                page,
                "innerWidth && document.querySelector('.phong-giua').scrollHeight"
                " <= document.querySelector('.phong-giua').clientHeight",
            )
            size = page.locator(".phong-loi").first.evaluate(
                "one => parseFloat(getComputedStyle(one).fontSize)"
            )
            assert size / height > 0.024
            page.keyboard.press("PageDown")


@pytest.mark.parametrize(
    "hash_", ["#cau=khong-co", "#bo=x", "#cau=%E0%A4%A", "#cau=<img src=x onerror=alert(1)>"]
)
def test_a_bad_address_shows_the_choice(visit: Any, hash_: str) -> None:
    page = visit(DESK).open(PATH + hash_)
    until(page, "document.querySelector('.phong button')")
    assert "không có câu hỏi" in page.inner_text(".phong")
    assert page.locator(".phong img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [PHONE, DESK], ids=["phone", "desk"])
def test_axe(visit: Any, device: dict[str, Any], scheme: str) -> None:
    page = visit(device, scheme).open(PATH)
    until(page, "document.querySelector('.phong button')")
    assert violations(page) == []
    page.evaluate(f"location.hash = 'cau={ONE.id}'")
    until(page, "document.querySelector('.phong-hoi')")
    page.keyboard.press("a")
    assert violations(page) == []
    page.keyboard.press("PageDown")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_clicker_begins_the_questions_of_the_plan_that_led_here(visit: Any) -> None:
    page = visit(DESK).open(f"{PATH}#buoi-15-phut")
    page.wait_for_selector(".phong-buoi .nut-chinh")
    marked = page.eval_on_selector(
        "[id='buoi-15-phut']", "one => one.getBoundingClientRect().width"
    )
    assert marked == 0  # no coloured speck where an anchor without words stands
    page.keyboard.press("F5")
    until(page, "document.querySelector('.phong-hoi')")
    assert page.inner_text(".phong-so") == "1/5"
