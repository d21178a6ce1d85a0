"""A page of an earlier release that the server itself gives: the device knows a later one."""

from __future__ import annotations

from datetime import timedelta

from browser.place import FEW, FEW_TOO, HOME, LONG, Place, foot, told, until, wait_for_start
from playwright.sync_api import BrowserContext, expect
from vanban.law.instrument import vietnamese_date


def test_a_page_that_is_held_back_on_its_way_says_so(small: Place, context: BrowserContext) -> None:
    """A cache before the server gives pages of the release before beside the newest worker."""
    before = small.root / FEW / "index.html"
    held, day = before.read_bytes(), small.day
    assert told(day) in held.decode()
    small.day = day + timedelta(days=10)
    small.publish()
    small.lies[FEW] = lambda _: (200, held)
    page = context.new_page()
    page.goto(small.address)
    wait_for_start(page)
    page.goto(small.address + FEW)
    words = (
        f"Máy chủ đưa trang này của bản trước (kiểm tra ngày {vietnamese_date(day)}), cũ hơn"
        f" bản máy đang dùng (kiểm tra ngày {vietnamese_date(small.day)})."
    )
    bar = page.locator(".ban-moi")
    expect(bar).to_have_text(f"{words} Tải lại", timeout=LONG)
    # At the end of a page, on a phone, it covers nothing of the foot.
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    over, end = bar.bounding_box(), foot(page).bounding_box()
    assert over
    assert end
    assert end["y"] + end["height"] <= over["y"]
    page.emulate_media(media="print")
    expect(bar).to_be_visible()
    page.emulate_media(media="screen")
    # Another release that waits takes nothing of that away.
    small.publish(changed=(HOME, FEW_TOO))
    page.reload()
    until(page, "(await navigator.serviceWorker.ready).waiting")
    expect(bar).to_have_text(f"{words} Tải lại", timeout=LONG)
    # What is of the release says nothing.
    small.lies.clear()
    page.goto(small.address + FEW)
    expect(bar).to_contain_text("Trên mạng có bản khác", timeout=LONG)
    expect(bar).not_to_contain_text(words)


def test_a_page_of_a_server_that_went_back_says_so(small: Place, context: BrowserContext) -> None:
    """“Older than this one” stood on a page that was itself of the older release."""
    day = small.day
    small.day = day + timedelta(days=10)
    small.publish()
    page = context.new_page()
    page.goto(small.address)
    wait_for_start(page)
    small.day = day
    small.publish()
    page.goto(small.address + FEW)
    bar = page.locator(".ban-moi")
    expect(bar).to_contain_text("Máy chủ đưa trang này của bản trước", timeout=LONG)
    until(page, "(await navigator.serviceWorker.ready).waiting")
    expect(bar.get_by_role("button")).to_have_text("Tải lại")
    expect(bar).not_to_contain_text("cũ hơn bản này")
    # What is kept is of the later one still.
    page.goto(small.address)
    expect(bar).to_contain_text("cũ hơn bản này", timeout=LONG)
    expect(foot(page)).not_to_contain_text("✓")


def test_a_worker_that_is_held_back_on_its_way_is_told(
    small: Place, context: BrowserContext
) -> None:
    """A cache before the server gives the worker of the release before beside the newest pages."""
    worker, day = (small.root / "sw.js").read_bytes(), small.day
    page = context.new_page()
    page.goto(small.address)
    wait_for_start(page)
    small.day = day + timedelta(days=10)
    small.publish()
    (small.root / "sw.js").write_bytes(worker)
    page.goto(small.address + FEW)
    before, now = vietnamese_date(day), vietnamese_date(small.day)
    bar = page.locator(".ban-moi")
    expect(bar).to_contain_text(
        f"Trang này (kiểm tra ngày {now}) mới hơn bản máy đang dùng (kiểm tra ngày {before})",
        timeout=LONG,
    )
    # What is kept is older than what was just read.
    page.goto(small.address)
    expect(bar).to_contain_text(
        f"Máy chủ đã đưa trang kiểm tra ngày {now}, mới hơn trang này (kiểm tra ngày {before}).",
        timeout=LONG,
    )
    page.emulate_media(media="print")
    expect(bar).to_be_visible()
    page.emulate_media(media="screen")
    bar.get_by_role("button", name="Đã rõ").tap()
    expect(bar).to_have_count(0)
