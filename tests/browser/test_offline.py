"""Read once, read anywhere: what the browser keeps, how a new version comes, and the ZIP."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from zipfile import ZipFile

import pytest
from browser.conftest import DESK, PHONE, Handler, settled
from building import SHOWN, Site
from playwright.sync_api import Browser, BrowserContext, Page, expect
from vanban.features.offline import service_worker
from vanban.features.offline.archive import FOLDER, pack

KEPT = "✓ Đã lưu để đọc ngoại tuyến"
ARTICLE = "van-ban/luat-24-2018-qh14/dieu-8/"
BASE = "mot-thu-muc/"
"""The site does not always lie at the root of its host."""
WAITS = 5_000
"""Milliseconds; longer than a page waits before it keeps everything."""
SAVING = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
WAITING = """async () => {
  const place = new URL(document.querySelector(".ngoai-tuyen").dataset.tho, location.href);
  if (!(await navigator.serviceWorker.register(place)).waiting) throw new Error("no new version");
}"""
CACHED = """async () => {
  const names = await caches.keys();
  const all = await Promise.all(names.map(async name => (await (await caches.open(name)).keys())
    .map(request => new URL(request.url).pathname)));
  return {names, paths: all.flat()};
}"""


class Place:
    """A copy of the site on a server that can be switched off, and changed."""

    def __init__(self, site: Site, folder: Path) -> None:
        self.root = folder / BASE
        shutil.copytree(site.root, self.root)
        self.handler = partial(Handler, directory=str(folder))
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/{BASE}"
        self._start()

    def _start(self) -> None:
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def off(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def publish(self, old: str, new: str) -> None:
        """Change one page and write the list anew, as a build does."""
        page = self.root / "index.html"
        text = page.read_text(encoding="utf-8")
        assert old in text
        page.write_text(text.replace(old, new), encoding="utf-8")
        codes = {path.name for path in self.root.iterdir() if (path / "nay").exists()}
        service_worker.write(self.root, SHOWN, without=codes)


@pytest.fixture
def place(site: Site, tmp_path: Path) -> Iterator[Place]:
    found = Place(site, tmp_path)
    yield found
    found.off()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(**PHONE, locale="vi-VN")  # type: ignore[arg-type]
    made.set_default_timeout(20_000)
    yield made
    made.close()


def wait_until_kept(page: Page) -> None:
    """Everything is kept; what the page waits for before it begins is not waited for here."""
    end = time.monotonic() + 60
    while page.locator(".ngoai-tuyen").inner_text() != KEPT and time.monotonic() < end:
        page.clock.run_for(WAITS)
    expect(page.locator(".ngoai-tuyen")).to_have_text(KEPT)


def opened(context: BrowserContext) -> Page:
    """A page whose clock can be put forward."""
    page = context.new_page()
    page.clock.install()
    return page


def test_everything_is_kept_and_read_without_a_server(
    place: Place, context: BrowserContext
) -> None:
    page = opened(context)
    page.goto(place.address + "cong-van/")
    wait_until_kept(page)
    place.off()
    for path in (ARTICLE, "", "tra-cuu/dieu-khoan/", f"{ARTICLE}?h=tin#dieu-8-khoan-1"):
        page.goto(place.address + path)
        expect(page.locator("h1").first).to_be_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.dau')).borderTopStyle") == (
            "solid"
        ), "styles are missing"
    # An address typed without its slash, or with index.html.
    page.goto(place.address + ARTICLE.rstrip("/"))
    assert page.url == place.address + ARTICLE
    page.goto(place.address + ARTICLE + "index.html")
    expect(page.locator("h1")).to_contain_text("Điều 8")
    # The search needs files that no page asks for by itself.
    page.locator(".tim-mo").tap()
    page.locator(".tim-nen input").fill("bop meo lich su")
    expect(page.locator(".tim-nen [role=option][href*='dieu-7/']").first).to_be_visible()
    page.goto(place.address)
    page.locator(".tim-nha input").fill("k1 d8 anm")
    expect(page.locator(".tim-nha [role=option]").first).to_be_visible()
    # A short address has no page of its own among what is kept: it says so, kindly.
    answer = page.goto(place.address + "khong-co-trang-nay/")
    assert answer is not None
    assert answer.status == 503
    expect(page.locator("h1")).to_have_text("Trang này chưa có trên máy của bạn")
    assert page.locator("li a").count() == 40
    page.get_by_role("link", name="Về trang chủ").click()
    page.wait_for_url(place.address)


def test_who_saves_data_keeps_what_was_read_and_may_ask_for_the_rest(
    place: Place, context: BrowserContext
) -> None:
    context.add_init_script(SAVING)
    page = opened(context)
    page.goto(place.address + ARTICLE)
    button = page.get_by_role("button", name="Lưu tất cả")
    expect(button).to_be_visible()
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    page.clock.run_for(WAITS)
    expect(button).to_be_visible()
    found = page.evaluate(CACHED)
    pages = [path for path in found["paths"] if path.endswith("/")]
    assert pages == [f"/{BASE}{ARTICLE}"]
    page.goto(place.address + "hom-nay/")
    button.tap()
    wait_until_kept(page)
    place.off()
    page.goto(place.address + "tra-cuu/dieu-khoan/")
    expect(page.locator("h1")).to_be_visible()


def test_a_new_version_waits_until_it_is_asked_for(place: Place, context: BrowserContext) -> None:
    fetched: list[str] = []
    page = opened(context)
    page.goto(place.address)
    wait_until_kept(page)
    [before] = page.evaluate(CACHED)["names"]
    place.publish("<h1", "<p>Trang này vừa đổi</p><h1")
    context.on("request", lambda request: fetched.append(request.url))
    page.reload()
    bar = page.locator(".ban-moi")
    expect(bar).to_contain_text("Có bản mới · ")
    assert bar.get_attribute("role") == "status"
    assert "Trang này vừa đổi" not in page.content(), "two versions at a time"
    for button in bar.get_by_role("button").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    bar.get_by_role("button", name="Tải lại").tap()
    expect(page.get_by_text("Trang này vừa đổi")).to_be_visible()
    expect(bar).to_have_count(0)
    wait_until_kept(page)
    [after] = page.evaluate(CACHED)["names"]
    assert after != before
    # Only what changed was fetched again.
    again = [url for url in fetched if url.startswith(place.address) and url.endswith("/")]
    assert set(again) <= {place.address}


def test_a_new_version_can_be_put_off(place: Place, context: BrowserContext) -> None:
    page = opened(context)
    page.goto(place.address)
    wait_until_kept(page)
    place.publish("<h1", "<p>Trang này vừa đổi</p><h1")
    page.reload()
    page.get_by_role("button", name="Để sau").tap()
    page.goto(place.address + ARTICLE)
    # The page has seen that a version waits; what it would say comes a moment later.
    page.evaluate(WAITING)
    settled(page)
    page.clock.run_for(1_000)
    assert page.locator(".ban-moi").count() == 0


def test_the_list_names_files_that_are_there(site: Site) -> None:
    kept = list(service_worker.kept_files(site.root, without=()))
    for item in kept:
        assert site.file(item.address).is_file(), item.address
    assert "404.html" not in {item.address for item in kept}
    # Share pages lead on at once; what they lead to is kept.
    text = (site.root / service_worker.LIST).read_text(encoding="utf-8")
    assert '"nd72/' not in text
    assert '["","' in text


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("http://127.0.0.1:8000/", True),
        ("http://localhost:8000/a/", True),
        ("https://noi-bo.invalid/a/", False),
        ("", False),
        (None, False),
    ],
)
def test_an_editor_at_work_sees_no_kept_page(address: str | None, written: bool) -> None:
    assert service_worker.is_being_written(address) is written


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


def test_a_page_from_a_disk_asks_nothing_of_a_worker(site: Site, chromium: Browser) -> None:
    """The online build opened from a disk: no worker, an empty line, and no words against it."""
    page = chromium.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site.file(ARTICLE).as_uri())
    settled(page).evaluate("new Promise(requestIdleCallback)")
    assert page.locator(".ngoai-tuyen").inner_text() == ""
    page.close()
    assert errors == []
