"""A copy for reading offline never passes for the newest: updates fail, two windows, two sites."""

from __future__ import annotations

import os
import threading
import time
from datetime import date, timedelta
from pathlib import Path

from browser.conftest import served
from browser.place import (
    FEW,
    HOME,
    LONG,
    MAINTENANCE,
    NEWS,
    Place,
    foot,
    until,
    wait_for_start,
)
from building import Site
from playwright.sync_api import BrowserContext, Page, expect
from vanban.law.instrument import vietnamese_date

NOT_FETCHED = "Trên mạng có bản khác, chưa tải được."
NOT_ASKED = "Chưa hỏi được bản mới từ "


def begun(place: Place, context: BrowserContext) -> Page:
    """A page of a site that is kept, as far as it comes by itself."""
    page = context.new_page()
    page.goto(place.address)
    wait_for_start(page)
    return page


def test_an_update_that_fails_is_told(small: Place, context: BrowserContext) -> None:
    page = begun(small, context)
    before = date.today()
    small.publish()
    for file in small.root.glob("ngoai-tuyen/*.txt"):
        small.lies[f"ngoai-tuyen/{file.name}"] = lambda _: (404, MAINTENANCE)
    page.reload()
    expect(foot(page)).to_contain_text(NOT_FETCHED, timeout=LONG)
    assert NEWS not in page.content()
    small.lies["sw.js"] = lambda _: (200, MAINTENANCE)
    page.reload()
    days = {vietnamese_date(before), vietnamese_date(date.today())}
    expect(foot(page)).to_contain_text(NOT_ASKED, timeout=LONG)
    assert any(NOT_ASKED + day in foot(page).inner_text() for day in days)
    small.lies.clear()
    page.reload()
    expect(page.locator(".ban-moi")).to_contain_text("Trên mạng có bản khác · ", timeout=LONG)
    expect(foot(page)).not_to_contain_text("bản khác")
    # At the end of a page, on a phone, it covers nothing of the foot.
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    bar, end = page.locator(".ban-moi").bounding_box(), foot(page).bounding_box()
    assert bar
    assert end
    assert end["y"] + end["height"] <= bar["y"]


def test_another_window_that_took_the_new_release(small: Place, context: BrowserContext) -> None:
    page = begun(small, context)
    small.publish()
    other = context.new_page()
    other.goto(small.address + "hom-nay/")
    other.locator(".ban-moi").get_by_role("button", name="Tải lại").tap()
    bar = page.locator(".ban-moi")
    expect(bar).to_have_text("Trang này của bản trước · Tải lại", timeout=LONG)
    expect(foot(page)).to_have_text("")
    assert NEWS not in page.content()
    bar.get_by_role("button").tap()
    expect(page.get_by_text(NEWS)).to_be_visible()
    wait_for_start(page)
    expect(bar).to_have_count(0)


def test_a_page_that_was_not_there_yet_when_another_window_took_it(
    small: Place, context: BrowserContext
) -> None:
    page = begun(small, context)
    come = threading.Event()
    # A picture on a slow line; with a query, so that the worker has nothing to do with it.
    small.lies[f"{FEW}?cham"] = lambda body: (200 if come.wait(LONG) else 500, body)
    small.publish(changed=(HOME, "hom-nay/"))
    late = context.new_page()
    late.add_init_script(f"""addEventListener('DOMContentLoaded', () => {{
      document.body.append(Object.assign(new Image(), {{src: '../{FEW}?cham'}}))
    }})""")
    late.goto(small.address + "hom-nay/", wait_until="domcontentloaded")
    page.reload()
    page.locator(".ban-moi").get_by_role("button", name="Tải lại").tap()
    expect(page.get_by_text(NEWS)).to_be_visible()
    come.set()
    expect(late.locator(".ban-moi")).to_have_text("Trang này của bản trước · Tải lại", timeout=LONG)
    assert NEWS not in late.content()


def test_who_comes_back_to_an_open_page_is_told_of_a_new_release(
    small: Place, context: BrowserContext
) -> None:
    page = context.new_page()
    page.clock.install()
    page.goto(small.address)
    wait_for_start(page)
    small.publish()
    page.clock.fast_forward("02:00:00")
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.locator(".ban-moi")).to_contain_text("Trên mạng có bản khác · ", timeout=LONG)


def test_an_update_that_nobody_took_costs_no_page(small: Place, context: BrowserContext) -> None:
    """What the new release could not fetch before it came to answer is read from the old one."""
    # A file that has not changed for a year is one that a browser does not ask for again by itself.
    served_file = small.root / FEW / "index.html"
    os.utime(served_file, (served_file.stat().st_atime, time.time() - 365 * 86400))
    page = begun(small, context)
    page.goto(small.address + FEW)
    until(page, "await caches.match(location.href)")
    small.publish(changed=(HOME, FEW))
    small.lies[FEW] = lambda _: (200, MAINTENANCE)
    page.goto(small.address)
    bar = page.locator(".ban-moi")
    expect(bar).to_contain_text("Trên mạng có bản khác · ", timeout=LONG)
    bar.get_by_role("button", name="Tải lại").tap()
    expect(page.get_by_text(NEWS)).to_be_visible(timeout=LONG)
    small.publish(changed=(HOME, FEW, "cong-van/"))  # a third, which waits
    page.reload()
    expect(bar).to_contain_text("Trên mạng có bản khác · ", timeout=LONG)
    small.off()
    page.goto(small.address + FEW)
    expect(page.locator("h1")).to_contain_text("Điều 7")
    expect(bar).to_contain_text(f"Trang này của bản trước (kiểm tra ngày {small.shown})")
    expect(bar.get_by_role("button")).to_have_text("Tải lại")  # of the third, beside what is said
    expect(foot(page)).to_contain_text(NOT_ASKED, timeout=LONG)


def test_an_older_release_that_came_by_itself_says_so(
    small: Place, context: BrowserContext
) -> None:
    """A server that lags gives it out, and a browser lets it come once the last page is closed."""
    older, later = small.day, small.day + timedelta(days=10)
    small.day = later
    small.publish()
    page = begun(small, context)
    page.goto(small.address + FEW)
    until(page, "await caches.match(location.href)")
    small.day = older
    small.publish(changed=("hom-nay/",))
    page.goto(small.address)
    bar = page.locator(".ban-moi")
    expect(bar).to_contain_text("cũ hơn bản này · ", timeout=LONG)
    other = context.new_page()
    other.goto(small.address)
    expect(other.locator(".ban-moi")).to_contain_text("cũ hơn bản này", timeout=LONG)
    other.locator(".ban-moi").get_by_role("button", name="Tải lại").tap()
    expect(bar).to_contain_text(f"bản kiểm tra ngày {small.shown}, cũ hơn trang này", timeout=LONG)
    page.close()
    days = (vietnamese_date(older), vietnamese_date(later))
    told = other.locator(".ban-moi")
    expect(told).to_contain_text(
        f"bản kiểm tra ngày {days[0]}, cũ hơn bản ngày {days[1]}", timeout=LONG
    )
    expect(foot(other)).to_contain_text(f"Bản này cũ hơn bản kiểm tra ngày {days[1]}")
    told.get_by_role("button", name="Đã rõ").tap()
    expect(told).to_have_count(0)
    small.off()
    other.goto(small.address + "hom-nay/")
    expect(foot(other)).to_contain_text(f"Bản này cũ hơn bản kiểm tra ngày {days[1]}")
    expect(told).to_have_count(0)


def test_a_site_below_another_tells_of_itself_at_once(
    site: Site, context: BrowserContext, tmp_path: Path
) -> None:
    root = tmp_path / "hai"
    root.mkdir()
    for part in site.root.iterdir():
        (root / part.name).symlink_to(part)
    (root / "b").symlink_to(site.root, target_is_directory=True)
    for address in served(root):
        page = context.new_page()
        page.goto(address)
        wait_for_start(page)
        page.goto(f"{address}b/")
        wait_for_start(page)
        expect(page.locator(".ban-moi")).to_have_count(0)
