"""Read once, read anywhere: what the browser keeps, how a new version comes, and the ZIP."""

from __future__ import annotations

import shutil
import zipfile
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest
from browser.axe import violations
from browser.conftest import DESK
from browser.place import (
    BASE,
    FEW,
    FEW_TOO,
    HOME,
    KEPT,
    LONG,
    MAINTENANCE,
    NEWS,
    Place,
    ask_for_all,
    assert_large,
    foot,
    until,
    wait_for_start,
)
from building import CHECKED, Site
from playwright.sync_api import Browser, BrowserContext, Page, expect
from vanban.features.offline.archive import FOLDER, pack
from vanban.features.offline.built_site import BuiltSite

ARTICLE, OTHER = "van-ban/luat-24-2018-qh14/dieu-8/", "van-ban/luat-24-2018-qh14/dieu-16/"
SHORT = "anm18/8/1/"
"""The short address of a clause of that article."""
SAVING = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
PATHS = """async () => {
  const names = await caches.keys();
  const all = await Promise.all(names.map(async name => (await (await caches.open(name)).keys())
    .map(request => new URL(request.url).pathname)));
  return all.flat().filter(path => !path.includes("/ngoai-tuyen/"));
}"""


def test_everything_is_kept_read_without_a_server_and_taken_back(
    place: Place, context: BrowserContext
) -> None:
    """The whole site is fetched once for the three."""
    left_open = context.new_page()
    left_open.goto(place.address)
    ask_for_all(left_open)
    place.off()
    read_without_a_server(place, context.new_page())
    place.on(place.server.server_port)
    taken_back(place, context.new_page(), left_open)


def read_without_a_server(place: Place, page: Page) -> None:
    page.goto(place.address + "cong-van/")
    expect(page.locator("h1").first).to_be_visible()
    for path in (ARTICLE, HOME, "tra-cuu/dieu-khoan/", f"{ARTICLE}?h=tin#dieu-8-khoan-1"):
        page.goto(place.address + path)
        expect(page.locator("h1").first).to_be_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.dau')).borderTopStyle") == (
            "solid"
        ), "styles are missing"
    # Typed without its slash, or with index.html; short; wherever that stands today.
    page.goto(place.address + ARTICLE.rstrip("/"))
    assert page.url == place.address + ARTICLE
    page.goto(place.address + ARTICLE + "index.html")
    expect(page.locator("h1")).to_contain_text("Điều 8")
    page.goto(place.address + SHORT)
    assert page.url == f"{place.address}{ARTICLE}#dieu-8-khoan-1"
    page.goto(f"{place.address}{SHORT}nay/")
    assert page.locator("h1").is_visible()
    assert "chưa có trên máy" not in page.content()
    # The search needs files that no page asks for by itself; a hand-out its table.
    page.goto(place.address + ARTICLE)
    page.locator(".tim-mo").tap()
    page.locator(".tim-nen input").fill("bop meo lich su")
    expect(page.locator(".tim-nen [role=option][href*='dieu-7/']").first).to_be_visible()
    page.goto(place.address + "tap-huan/phieu/")
    expect(page.locator(".phieu button:visible").first).to_be_visible()
    page.goto(place.address + "tap-huan/15-phut/")
    with page.expect_download() as taken:
        page.locator("a[href*='.pptx']").first.evaluate("one => one.click()")
    assert zipfile.is_zipfile(taken.value.path()), "the kept slides are not taken away"
    answer = page.goto(place.address + "van-ban/khong-co-trang-nay/")
    assert answer is not None
    assert answer.status == 503
    expect(page.locator("h1")).to_have_text("Trang này chưa có trên máy của bạn")
    assert page.locator("li a").count() == 40
    assert_large(page.get_by_role("link", name="Thử lại"))
    page.get_by_role("link", name="Về trang chủ").click()
    page.wait_for_url(place.address)


def taken_back(place: Place, page: Page, left_open: Page) -> None:
    """A release keeps nothing any more. The tab that is open, and the page that the old worker
    still gives, before any reload, say that they are old."""
    place.publish(keeps=False)
    page.goto(place.address)
    for one in (page, left_open):
        expect(one.locator(".ban-moi")).to_contain_text("Trang này của bản trước")
        expect(foot(one)).to_have_text("")
    page.locator(".ban-moi").get_by_role("button", name="Tải lại").tap()
    expect(page.get_by_text(NEWS)).to_be_visible()


def test_what_comes_by_itself(place: Place, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(place.address + ARTICLE)
    wait_for_start(page)
    place.off()
    for path in ("cong-van/", "hom-nay/", HOME, ARTICLE, SHORT):
        page.goto(place.address + path)
        expect(page.locator(".chan")).to_be_visible()
    # What is not kept says so, and where its address would have led.
    page.goto(place.address + OTHER)
    expect(page.locator("h1")).to_have_text("Trang này chưa có trên máy của bạn")
    page.goto(place.address + "anm18/16/")
    expect(page.locator("main")).to_contain_text("dẫn tới")
    # A copy that nobody tends ages by the reader's clock.
    page.clock.set_fixed_time(f"{CHECKED + timedelta(days=400)}T12:00:00")
    page.goto(place.address + ARTICLE)
    expect(page.locator(".tuoi")).to_be_visible()


def test_who_saves_data_keeps_what_was_read_and_may_ask_for_the_rest(
    small: Place, context: BrowserContext
) -> None:
    context.add_init_script(SAVING)
    page = context.new_page()
    page.goto(small.address + FEW)
    expect(foot(page)).to_contain_text("chỉ lưu trang đã đọc", timeout=LONG)
    until(page, f"(await ({PATHS})()).some(path => path.endsWith('/'))")
    pages = [path for path in page.evaluate(PATHS) if path.endswith("/")]
    assert pages == [f"/{BASE}{FEW}"]
    ask_for_all(page)
    small.off()
    page.goto(small.address + "tra-cuu/dieu-khoan/")
    expect(page.locator("h1")).to_be_visible()


def test_a_server_that_lies(small: Place, context: BrowserContext) -> None:
    """A maintenance page that says 200, half a page, an error: refused and told, asked again."""
    script = next(small.site.root.glob("assets/javascripts/quiz.*.js"))
    small.lies |= {
        FEW: lambda _: (200, MAINTENANCE),
        FEW_TOO: lambda body: (200, body[: len(body) // 3]),
        f"assets/javascripts/{script.name}": lambda _: (500, MAINTENANCE),
    }
    page = context.new_page()
    page.goto(small.address + "cong-van/")
    foot(page).get_by_role("button", name="Lưu tất cả").tap()
    told = "3 tệp chưa lưu được (2 tệp nhận về không đúng bản này)"
    expect(foot(page)).to_contain_text(told, timeout=LONG)
    kept = page.evaluate(PATHS)
    assert not {f"/{BASE}{path}" for path in small.lies} & set(kept)
    page.goto(small.address + FEW)
    expect(page.locator("h1")).to_have_text("Hệ thống đang bảo trì")  # shown, as it is what came
    small.lies.clear()
    page.goto(small.address + "cong-van/")
    expect(foot(page)).to_have_text(KEPT, timeout=LONG)
    small.off()
    page.goto(small.address + FEW)
    expect(page.locator("h1")).to_contain_text("Điều 7")


def test_a_new_release_waits_until_it_is_asked_for(small: Place, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(small.address + FEW)
    wait_for_start(page)
    small.publish()
    fetched: list[str] = []
    context.on("request", lambda request: fetched.append(request.url))
    page.goto(small.address)
    bar = page.locator(".ban-moi")
    expect(bar).to_contain_text("Trên mạng có bản khác · ", timeout=LONG)
    assert bar.get_attribute("role") == "status"
    assert NEWS not in page.content(), "two releases at a time"
    for button in bar.get_by_role("button").all():
        assert_large(button)
    bar.get_by_role("button", name="Tải lại").tap()
    expect(page.get_by_text(NEWS)).to_be_visible(timeout=LONG)
    expect(bar).to_have_count(0)
    wait_for_start(page)
    # Only what changed was fetched again.
    again = [url for url in fetched if url.startswith(small.address) and url.endswith("/")]
    assert set(again) <= {small.address}


def test_a_new_release_can_be_put_off_and_is_not_forgotten(
    small: Place, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(small.address)
    wait_for_start(page)
    small.publish()
    page.reload()
    page.get_by_role("button", name="Để sau").tap()
    older = page.locator(".ban-cu")
    for path in ("hom-nay/", HOME):
        expect(older).to_contain_text(
            f"Bản lưu trên máy (kiểm tra ngày {small.shown}) khác bản trên mạng"
        )
        expect(page.get_by_role("button", name="Để sau")).to_have_count(0)
        page.goto(small.address + path)
    older.get_by_role("button", name="Tải lại").tap()
    expect(page.get_by_text(NEWS)).to_be_visible(timeout=LONG)
    expect(older).to_have_count(0)


def test_a_page_that_stands_in_can_be_used_by_everybody(
    place: Place, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(f"{place.address}ngoai-tuyen.html")
    expect(page.get_by_role("link", name="Thử lại")).to_have_css("min-height", "44px")
    assert violations(page) == []


def test_the_lists_name_files_that_are_there(site: Site) -> None:
    built = BuiltSite(site.root, frozenset({"404.html", "sw.js"}))
    for item in built.files:
        assert site.file(item.address).is_file(), item.address
    # Short addresses lead on at once; where they lead is kept.
    ways = {way.address: way.to for way in built.ways}
    assert ways[SHORT] == f"{ARTICLE}#dieu-8-khoan-1"
    assert {urlsplit(to).path for to in ways.values()} <= {item.address for item in built.files}
    assert len(list(site.root.glob("ngoai-tuyen/*.txt"))) > 10


# ---- The ZIP ------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def unpacked(disk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What somebody has who unpacked the ZIP; made twice, it was the same to the byte."""
    folder = tmp_path_factory.mktemp("offline")
    shutil.copytree(disk, folder / "site")
    first, second = folder / "1.zip", folder / "2.zip"
    pack(folder / "site", first)
    for file in (folder / "site").rglob("*"):
        file.touch()
    pack(folder / "site", second)
    assert first.read_bytes() == second.read_bytes()
    with ZipFile(first) as archive:
        first_of_all, *others = archive.namelist()
        assert first_of_all == f"{FOLDER}/DOC-TRUOC.txt"
        assert others == sorted(others)
        archive.extractall(folder / "out")
    return folder / "out" / FOLDER


def test_the_zip_reads_from_a_disk(unpacked: Path, chromium: Browser) -> None:
    context = chromium.new_context(**DESK, locale="vi-VN")  # type: ignore[arg-type]
    context.set_default_timeout(15_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on(
        "request",
        lambda r: (
            None if r.url.startswith(("file:", "data:", "blob:")) else complaints.append(r.url)
        ),
    )
    page.goto((unpacked / "index.html").as_uri())
    page.get_by_role("link", name="Công văn").first.click()
    page.locator("#cong-van-nguyen-van a.vd").first.hover()
    expect(page.locator("#xt")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".tim-mo").click()
    page.locator(".tim-nen input").press_sequentially("bop meo lich su")
    page.locator(".tim-nen [role=option][href*='dieu-7.html']").first.click()
    page.wait_for_url("**/dieu-7.html#*")
    page.goto((unpacked / "index.html").as_uri())
    page.locator(".tim-nha input").fill("k1 d8 anm")
    page.locator(".tim-nha [role=option]").first.click()
    page.wait_for_url("**/dieu-*.html#*")
    page.goto((unpacked / "nd72" / "5" / "1" / "index.html").as_uri())
    page.wait_for_url("**/nghi-dinh-72-2013-nd-cp/dieu-5.html#dieu-5-khoan-1")
    # Nothing that only a server can give.
    assert not (unpacked / "sw.js").exists()
    assert page.locator(".ngoai-tuyen").count() == 0
    context.close()
    assert complaints == []
