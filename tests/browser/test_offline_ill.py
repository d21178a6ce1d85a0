"""A server that is silent, ill, or has a newer release: what is kept opens, and says what it is."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.conftest import PHONE
from browser.place import (
    FEW,
    FEW_TOO,
    HOME,
    LONG,
    MAINTENANCE,
    NEWS,
    Place,
    ask_for_all,
    assert_large,
    until,
    wait_for_start,
)
from playwright.sync_api import Browser, BrowserContext, Page, expect

WAYS = {"nd44/4/2/a/": "#dieu-4-khoan-2-diem-a", "congvan/": "cong-van/", "hom-nay": "hom-nay/"}
"""Addresses that lead on, and how those end to which they lead."""
TABLES = ("search-texts", "search-law", "search-provisions")


class Ill:
    """A server that is told which addresses it answers how; its readers wait less long."""

    def __init__(self, place: Place) -> None:
        self.place, self.well = place, threading.Event()

    def patient(self) -> None:
        worker = self.place.root / "sw.js"
        text = worker.read_text(encoding="utf-8")
        assert text.count("15000") == 1
        worker.write_text(text.replace("15000", "1500"), encoding="utf-8")

    def silent(self, *paths: str) -> None:
        for path in paths:
            self.place.lies[path] = lambda body: (200 if self.well.wait(LONG) else 500, body)

    def failing(self, *paths: str) -> None:
        for path in paths:
            self.place.lies[path] = lambda _: (503, MAINTENANCE)


@pytest.fixture
def ill(small: Place) -> Iterator[Ill]:
    found = Ill(small)
    yield found
    found.well.set()


@pytest.mark.parametrize("how", ["silent", "failing"])
def test_short_addresses_of_what_is_kept_open(
    small: Place, context: BrowserContext, ill: Ill, how: str
) -> None:
    small.publish()
    ill.patient()
    page = context.new_page()
    page.goto(small.address)
    ask_for_all(page)
    getattr(ill, how)(*WAYS)
    for path, end in WAYS.items():
        page.goto(small.address + path)
        assert page.url.endswith(end)
        expect(page.locator(".chan")).to_be_visible()
    # What is not kept is the server's to tell.
    ill.failing("khong-co-trang-nay/")
    answer = page.goto(f"{small.address}tra-cuu/khong-co/")
    assert answer
    assert answer.status == 404


@pytest.mark.parametrize("how", ["silent", "failing"])
def test_a_page_that_only_the_release_before_kept_opens_and_says_so(
    small: Place, context: BrowserContext, ill: Ill, how: str
) -> None:
    page = context.new_page()
    page.goto(small.address + FEW)
    wait_for_start(page)
    until(page, "await caches.match(location.href)")
    small.publish(changed=(HOME, FEW))
    ill.patient()
    small.lies[FEW] = lambda _: (200, MAINTENANCE)
    page.goto(small.address)
    page.locator(".ban-moi").get_by_role("button", name="Tải lại").tap()
    expect(page.get_by_text(NEWS)).to_be_visible(timeout=LONG)
    getattr(ill, how)(FEW)
    page.goto(small.address + FEW)
    expect(page.locator("h1")).to_contain_text("Điều 7")
    told = f"Trang này của bản trước (kiểm tra ngày {small.shown})"
    expect(page.locator(".ban-moi")).to_contain_text(told)
    page.emulate_media(media="print")
    expect(page.locator(".ban-moi")).to_be_visible()
    assert page.locator(".ban-moi").evaluate(
        "one => [getComputedStyle(one).position, getComputedStyle(one).color]"
    ) == ["static", "rgb(0, 0, 0)"], "on paper too"


def taken_away(place: Place, *names: str) -> dict[Path, bytes]:
    """Tables of the site that the server has no longer, to be put back."""
    files = [file for name in names for file in place.root.glob(f"assets/javascripts/{name}.*.js")]
    assert len(files) == len(names)
    found = {file: file.read_bytes() for file in files}
    for file in files:
        file.unlink()
    return found


def put_back(files: dict[Path, bytes]) -> None:
    for file, body in files.items():
        file.write_bytes(body)


def read_before(place: Place, context: BrowserContext, path: str) -> Page:
    """A page that is kept, whose reader put the newer release off."""
    page = context.new_page()
    page.goto(place.address + path)
    wait_for_start(page)
    until(page, "await caches.match(location.href)")
    place.publish(changed=(path,))
    page.goto(place.address + path)
    page.get_by_role("button", name="Để sau").tap()
    return page


def test_a_search_that_is_there_no_longer_offers_the_newer_release(
    small: Place, context: BrowserContext
) -> None:
    page = read_before(small, context, HOME)
    gone = taken_away(small, *TABLES)
    field, told = page.locator(".tim-nha input"), page.locator(".tim-nha [role=status]")
    field.fill("nước")
    expect(told).to_contain_text("Trang này của bản trước, không tìm ở đây được nữa.")
    expect(told).not_to_contain_text("mạng")
    newest = told.get_by_role("button", name="Tải bản hiện nay")
    assert_large(newest)
    put_back(gone)
    newest.tap()
    expect(page.get_by_text(NEWS)).to_be_visible()
    expect(field).to_have_value("nước")
    expect(page.locator(".tim-nha [role=option]").first).to_be_visible()


def test_texts_that_are_there_no_longer_are_told_and_the_newer_release_offered(
    small: Place, context: BrowserContext
) -> None:
    page = read_before(small, context, FEW)
    gone = taken_away(small, "search-law")
    page.locator(".tim-mo").tap()
    field, told = page.locator(".tim-nen input"), page.locator(".tim-nen [role=status]")
    field.fill("phòng")
    expect(told).to_contain_text("Trang này của bản trước: kết quả còn thiếu.")
    expect(told.get_by_role("button")).to_have_text(["Tải bản hiện nay"])
    put_back(gone)
    told.get_by_role("button").tap()
    expect(page.get_by_text(NEWS)).to_be_visible()
    expect(field).to_have_value("phòng")
    expect(page.locator(".tim-nen [role=option]").first).to_be_visible()


@pytest.mark.parametrize("workers", ["allow", "block"])
def test_a_newer_release_that_cannot_be_had_now_is_told_and_what_was_typed_stays(
    small: Place, chromium: Browser, ill: Ill, workers: str
) -> None:
    context = chromium.new_context(**PHONE, service_workers=workers)  # type: ignore[arg-type]
    context.set_default_timeout(LONG)
    small.publish(changed=())
    page = context.new_page()
    page.goto(small.address)
    if workers == "allow":
        wait_for_start(page)
    gone = taken_away(small, *TABLES)
    field, told = page.locator(".tim-nha input"), page.locator(".tim-nha [role=status]")
    field.fill("nước")
    newest = told.get_by_role("button", name="Tải bản hiện nay")
    expect(newest).to_be_visible()
    page.evaluate("window.isSame = true")
    ill.failing("sw.js", HOME)
    for _ in range(2):
        newest.tap()
        expect(told).to_contain_text("Chưa tải được bản hiện nay. Chữ đã gõ vẫn được giữ lại")
        assert page.evaluate("window.isSame"), "the page was loaded anew for nothing"
        expect(field).to_have_value("nước")
    small.lies.clear()
    put_back(gone)
    newest.tap()
    expect(page.locator(".tim-nha [role=option]").first).to_be_visible()
    expect(field).to_have_value("nước")
    assert not page.evaluate("window.isSame")
    context.close()


def test_texts_that_were_gone_for_a_moment_come_with_a_later_key(
    small: Place, context: BrowserContext
) -> None:
    small.publish(changed=())
    gone = taken_away(small, "search-law")
    page = context.new_page()
    page.clock.install()
    page.goto(small.address + FEW)
    page.locator(".tim-mo").tap()
    field, told = page.locator(".tim-nen input"), page.locator(".tim-nen [role=status]")
    field.fill("phòng")
    expect(told).to_contain_text("Trang này của bản trước: kết quả còn thiếu.")
    put_back(gone)
    page.clock.fast_forward("00:10")
    field.press_sequentially(" ")
    expect(told).to_have_text(re.compile(r"^(Gần nhất: )?\d+ kết quả"))
    expect(page.locator(".tim-nen [role=option]").first).to_be_visible()


def test_without_a_worker_too(small: Place, chromium: Browser) -> None:
    context = chromium.new_context(**PHONE, service_workers="block")  # type: ignore[arg-type]
    context.set_default_timeout(LONG)
    page = context.new_page()
    page.goto(small.address + FEW)
    small.publish(changed=(FEW,))
    gone = taken_away(small, *TABLES)
    page.locator(".tim-mo").tap()
    field, told = page.locator(".tim-nen input"), page.locator(".tim-nen [role=status]")
    field.fill("phòng")
    expect(told).to_contain_text("Trang này của bản trước, không tìm ở đây được nữa.")
    put_back(gone)
    told.get_by_role("button", name="Tải bản hiện nay").tap()
    expect(page.get_by_text(NEWS)).to_be_attached()
    expect(field).to_have_value("phòng")
    expect(page.locator(".tim-nen [role=option]").first).to_be_visible()
    context.close()


def test_a_hand_out_tells_of_which_day_its_wording_is(
    small: Place, context: BrowserContext
) -> None:
    """It is the day of the part, not of the page."""
    small.publish()
    (part,) = small.root.glob("assets/javascripts/phieu/tn12.*.js")
    text = part.read_text(encoding="utf-8")
    assert text.count(small.shown) == 1
    part.write_text(text.replace(small.shown, "1/2/2033"), encoding="utf-8")
    page = context.new_page()
    page.goto(f"{small.address}tap-huan/phieu/#k=tn12/5/1")
    expect(page.locator(".phieu-muc")).to_contain_text("kiểm tra 1/2/2033")


def test_a_page_in_the_place_of_another_leads_to_the_place_that_was_asked_for(
    small: Place, context: BrowserContext
) -> None:
    """“Thử lại” keeps it; a release that comes meanwhile is waited for with it, too."""
    page = context.new_page()
    page.goto(small.address)
    wait_for_start(page)
    script = next(small.root.glob("assets/javascripts/again*.js")).relative_to(small.root)
    asked = iter([False, True])
    small.lies[FEW] = lambda body: (
        200,
        body
        if next(asked, True)
        else f"""<!doctype html><meta http-equiv="refresh" content="1">
          <script src="{small.address}{script}"></script>""".encode(),
    )
    page.goto(f"{small.address}{FEW}#dieu-7")
    expect(page.locator("h1")).to_contain_text("Điều 7")
    assert page.url.endswith("#dieu-7")
    small.off()
    page.goto(f"{small.address}{FEW_TOO}?x=1#dieu-5")
    with page.expect_navigation():
        page.get_by_role("link", name="Thử lại").tap()
    expect(page.get_by_role("link", name="Thử lại")).to_be_visible()
    assert page.url.endswith("?x=1#dieu-5")
