"""What a screen reader is told of each kind of page, and of what opens on it.

The invented project is listened to, so that nothing here changes with the law or an editor. What is
told stands in ``heard/``, a file for each: read it as somebody would hear it.
``HEARD=write pytest tests/browser/test_heard.py`` writes the files anew.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import DESK, PHONE, Contexts, Visitor, served, settled, visits
from building import Builds
from playwright.sync_api import Browser, Page, expect

QUIET = re.compile(r"^ *- /url:|ngoại tuyến")
HEARD = Path(__file__).parent / "heard"
ENDED = "van-ban/luat-11-2012-qh13/dieu-5/"
PAGES = {
    "home": "",
    "situation": "tinh-huong/do-mau/",
    "situations": "tinh-huong/",
    "fines": "hom-nay/muc-phat/",
    "article-ended": ENDED,
    "article-in-force": "van-ban/luat-22-2023-qh15/dieu-7/",
    "instrument": "van-ban/luat-11-2012-qh13/",
    "instruments": "van-ban/",
    "letter": "cong-van/",
    "provisions": "tra-cuu/dieu-khoan/",
    "then-and-now": "tra-cuu/xua-va-nay/",
    "changes": "tra-cuu/thay-doi/",
    "glossary": "tra-cuu/thuat-ngu/",
    "session": "tap-huan/buoi-10/",
    "quiz": "tap-huan/cau-hoi/phong-thu/",
    "handout": "tap-huan/phieu/",
}


@pytest.fixture(scope="session")
def invented(chromium: Browser, builds: Builds) -> Iterator[Contexts]:
    for address in served(builds.good("synthetic")):
        yield Contexts(chromium, address, keeps=True)


@pytest.fixture
def listen(invented: Contexts) -> Iterator[Any]:
    """As ``visit``; the reader's clock stands still soon after the day of checking."""
    for start in visits(invented):

        def early(device: dict[str, Any]) -> Visitor:
            visitor: Visitor = start(device)  # noqa: B023 (there is one)
            visitor.page.clock.set_fixed_time("2025-06-01")
            return visitor

        yield early


def compare(name: str, heard: str) -> None:
    """``heard`` is an aria snapshot. Addresses are left out of it: nobody hears them.

    So is what the browser says of keeping the pages, which comes when it comes.
    """
    lines = [line for line in heard.splitlines() if not QUIET.search(line)]
    told = "\n".join(lines) + "\n"
    file = HEARD / f"{name}.txt"
    if os.environ.get("HEARD") == "write":
        HEARD.mkdir(exist_ok=True)
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8"), name


@pytest.mark.parametrize("name", PAGES)
def test_a_page(listen: Any, name: str) -> None:
    page = listen(PHONE).open(PAGES[name])
    page.evaluate("document.querySelectorAll('.ngoai-tuyen').forEach(one => one.remove())")
    compare(name, page.locator("body").aria_snapshot())


def menu(page: Page) -> str:
    page.locator(".dau-menu > summary").click()
    return page.locator(".dau").aria_snapshot()


def search(page: Page) -> str:
    with page.expect_response("**/search-law.*"):  # the rest of the texts, read a moment later
        page.locator(".dau .tim-mo").click()
        page.keyboard.type("đổ mẫu")
    expect(page.locator(".tim-nen mark").first).to_have_text("đổ mẫu", ignore_case=True)
    expect(page.locator(".tim-nen [role=status]")).not_to_have_text("")
    settled(page)
    page.keyboard.press("ArrowDown")
    return page.locator(".tim-nen").aria_snapshot()


def sheet(page: Page) -> str:
    page.get_by_role("link", name="khoản 1 Điều 7 Luật Thử nghiệm").first.tap()
    expect(page.locator(".xt")).to_be_visible()
    return page.locator(".xt").aria_snapshot()


def unit(page: Page) -> str:
    page.locator(".cs-nut").nth(1).click()
    expect(page.locator(".cs-bang")).to_be_visible()
    return page.locator("section.dv").first.aria_snapshot()


@pytest.mark.parametrize(
    ("path", "told"),
    [("", menu), ("tinh-huong/", search), ("tinh-huong/do-mau/", sheet), (ENDED, unit)],
)
def test_what_opens_on_a_page(listen: Any, path: str, told: Callable[[Page], str]) -> None:
    compare(f"open-{told.__name__}", told(listen(PHONE).open(path)))


def test_a_share_page(listen: Any) -> None:
    """It leads on at once; without script, and while it waits, this is what is heard."""
    visitor = listen(DESK)
    visitor.page.route("**/dieu-23a/**", lambda route: route.abort())
    for name, path in (("share", "tn12/23a/"), ("share-today", "tn12/23a/nay/")):
        told = visitor.page.request.get(visitor.address + path)
        assert told.ok, path
        visitor.page.set_content(told.text().replace("http-equiv", "data-was"))
        compare(name, visitor.page.locator("body").aria_snapshot())
