"""A page on another day: what stood where, said aloud, with the way back, and never by halves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.axe import violations
from browser.conftest import DESK, PHONE, Contexts, served, settled, visits
from building import Builds
from playwright.sync_api import Browser, Page, expect

OLD = "van-ban/luat-11-2012-qh13/dieu-5/"
NEW = "van-ban/luat-22-2023-qh15/dieu-7/"
DECREE = "van-ban/nghi-dinh-44-2024-nd-cp/"
CLAUSE = "section.dv-khoan:has(#dieu-7-khoan-2)"


@pytest.fixture(scope="session")
def invented(chromium: Browser, builds: Builds) -> Iterator[Contexts]:
    for address in served(builds.good("synthetic")):
        yield Contexts(chromium, address)


@pytest.fixture
def visit_invented(invented: Contexts) -> Iterator[Any]:
    yield from visits(invented)


def bar(page: Page) -> Any:
    return page.get_by_role("status").filter(has_text="ngày")


def test_before_its_first_day_a_clause_says_what_stood_there(visit_invented: Any) -> None:
    page = visit_invented(PHONE).open(f"{NEW}?ngay=2023-12-31")
    expect(bar(page)).to_contain_text("Đang xem vào ngày 31/12/2023")
    clause = page.locator(CLAUSE)
    expect(clause.locator(".dv-tt").first).to_contain_text("chưa có hiệu lực (từ 01/01/2024)")
    link = clause.locator(".vn-cho a").first
    expect(link).to_have_text("khoản 1 Điều 5 Luật Thử nghiệm năm 2012")
    assert page.title().startswith("Vào ngày 31/12/2023 · ")
    expect(page.locator(".hom-nay, .truoc-day")).to_have_count(0)
    link.click()  # the day goes along
    expect(bar(page)).to_contain_text("Đang xem vào ngày 31/12/2023")
    expect(page.locator(".dv-dieu .dv-tt")).to_contain_text("● ngày 31/12/2023: còn hiệu lực")
    page.get_by_role("link", name="Về ngày kiểm tra").click()
    settled(page)
    expect(page.locator(".dv-dieu .dv-tt")).to_have_text("■ hết hiệu lực từ 01/01/2024")
    expect(bar(page)).to_have_count(0)


def test_a_preview_says_that_it_speaks_of_today(visit_invented: Any) -> None:
    """The sheet over a page of another day must not be taken for the answer of that day."""
    address = f"{NEW}?ngay=2023-12-31"
    page = visit_invented(DESK).open(address)
    expect(bar(page)).to_contain_text("31/12/2023")
    page.locator(".md-content p a[href*='dieu-']:not(.vn-ve)").first.hover()
    expect(page.locator("#xt")).to_contain_text(
        "Dưới đây là tình trạng hôm nay, không phải ngày 31/12/2023"
    )


def test_a_reader_asks_with_the_keyboard(visit_invented: Any) -> None:
    page = visit_invented(DESK).open(DECREE)
    page.locator(".hoi-ngay summary").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Ngày").fill("2025-03-01")
    page.get_by_label("Ngày").press("Enter")
    expect(bar(page)).to_contain_text("Đang xem vào ngày 01/3/2025")
    expect(page.locator(".vb-tt")).to_contain_text("còn hiệu lực một phần")
    expect(page.locator(".tl-nguon").first).to_contain_text("Vào ngày kiểm tra · Hiệu lực:")
    row = page.locator("#dieu-4 .vn-ds")
    expect(row).to_contain_text("Khoản 2 Điều 4: ■ ngày 01/3/2025: hết hiệu lực từ 01/02/2025")
    expect(row.get_by_role("link").first).to_have_text("khoản 1 Điều 1 Nghị định 55/2025/NĐ-CP")
    expect(page.locator("#dieu-5 .vn-ds")).to_contain_text(
        "chưa rõ nơi nào đứng thay", ignore_case=True
    )
    assert violations(page) == []


def test_after_the_check_only_known_days_count(visit_invented: Any) -> None:
    page = visit_invented(PHONE).open(f"{NEW}?ngay=2030-01-01")
    expect(page.locator(".vn-giai")).to_contain_text("Sau ngày kiểm tra 20/5/2025 chỉ nói điều")
    expect(page.locator(".dv-dieu .dv-tt")).to_contain_text("◆ ngày 01/01/2030: chưa rõ hiệu lực")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("2023-02-29", "Trong lịch không có ngày “2023-02-29”."),
        ("%3Cimg%20src%3Dx%3E", "“<img src=x>” không phải một ngày."),
        ("", "Chưa có ngày nào được hỏi."),
    ],
)
def test_what_is_no_day_is_told_and_shows_today(visit_invented: Any, asked: str, told: str) -> None:
    page = visit_invented(PHONE).open(f"{OLD}?ngay={asked}")
    line = page.get_by_role("status").filter(has_text=told)
    expect(line).to_contain_text("Trang đang hiện tình trạng vào ngày kiểm tra.")
    expect(page.locator(".dv-dieu .dv-tt")).to_have_text("■ hết hiệu lực từ 01/01/2024")
    expect(line.get_by_role("link")).to_have_attribute("href", f"/{OLD}")


def test_without_the_data_nothing_is_passed_off(visit_invented: Any) -> None:
    visitor = visit_invented(PHONE)
    visitor.page.route("**/vao-ngay/*.js", lambda route: route.fulfill(body=""))
    page = visitor.open(f"{OLD}?ngay=2020-01-01")
    expect(bar(page)).to_contain_text("Chưa tải được dữ liệu của ngày 01/01/2020.")
    expect(page.locator(".dv-dieu .dv-tt")).to_have_text("■ hết hiệu lực từ 01/01/2024")


@pytest.mark.parametrize("part", ["**/day.*.js", "**/vao-ngay/*.js"])
def test_what_did_not_come_is_asked_for_again_in_its_place(visit_invented: Any, part: str) -> None:
    """Also where the address names a unit: a link to the page that is open would lead nowhere."""
    visitor = visit_invented(PHONE)
    visitor.page.route(part, lambda route: route.fulfill(body=""))
    page = visitor.open(f"{OLD}?ngay=2020-01-01#dieu-5")
    again = page.locator(".md-content").get_by_role("button", name="Thử lại")
    expect(again).to_be_visible()
    again.tap()
    expect(again).to_be_visible()
    page.unroute(part)
    again.tap()
    expect(page.locator(".dv-dieu .dv-tt")).to_contain_text("ngày 01/01/2020: còn hiệu lực")
    expect(page.locator(".md-content").get_by_text("tải")).to_have_count(0)


@pytest.mark.parametrize("part", ["**/day.*.js", "**/day.*.css", "**/vao-ngay/*.js"])
def test_while_the_answer_is_on_its_way_today_is_not_passed_off(
    visit_invented: Any, part: str
) -> None:
    """A slow network may take minutes: what is shown until then is not of that day, and says so."""
    visitor = visit_invented(PHONE)
    held: list[Any] = []
    visitor.page.route(part, lambda route: held.append(route))  # before the page is there
    page = visitor.page
    page.goto(visitor.address + f"{OLD}?ngay=2020-01-01", wait_until="commit")
    pending = page.get_by_role("status").filter(has_text="Đang tải phần xem theo ngày.")
    expect(pending).to_contain_text("không phải ngày bạn hỏi")
    expect(page.locator(".dv-dieu .dv-tt")).to_have_text("■ hết hiệu lực từ 01/01/2024")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.locator(".dv-dieu .dv-tt")).to_contain_text("ngày 01/01/2020: còn hiệu lực")
    expect(pending).to_have_count(0)


def test_wall_and_paper_name_the_day(visit_invented: Any) -> None:
    page = visit_invented(DESK).open(f"{OLD}?ngay=2020-01-01")
    expect(bar(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(bar(page)).to_be_visible()
    expect(page.locator(".hoi-ngay")).to_be_hidden()
    foot = page.evaluate("document.documentElement.style.getPropertyValue('--in-chan')")
    assert "Đang xem vào ngày 01/01/2020" in foot
    page.emulate_media(media="screen")
    page.keyboard.press("c")
    expect(page.locator("dialog.chieu")).to_contain_text("ngày 01/01/2020: còn hiệu lực")


def test_nothing_of_it_is_fetched_unasked(visit_invented: Any) -> None:
    visitor = visit_invented(PHONE)
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.open(OLD)
    assert [url for url in asked if "vao-ngay" in url or "/day." in url] == []


def test_it_works_from_a_disk(visit_disk: Any, disk: Path) -> None:
    article = min(disk.glob("van-ban/*/dieu-*.html")).relative_to(disk).as_posix()
    page = visit_disk(DESK).open(f"{article}?ngay=2001-02-03")
    expect(bar(page)).to_contain_text("Đang xem vào ngày 03/02/2001")
    expect(page.locator(".dv-dieu .dv-tt")).to_contain_text("ngày 03/02/2001")
