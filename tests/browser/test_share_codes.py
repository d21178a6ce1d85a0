"""QR codes, read back by a real decoder: from the file, from the screen, from paper."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from browser.conftest import DESK, DRAWN, PHONE, PRINTING, until
from building import PUBLIC
from PIL import Image

ARTICLE = "van-ban/nghi-dinh-72-2013-nd-cp/dieu-5/"
WALL = {"viewport": {"width": 1280, "height": 720}}


def decoded(picture: bytes) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]


def leads_to(published: Path, address: str) -> str:
    """The page and anchor that a code's address leads to, in the built folder."""
    assert address.startswith(PUBLIC)
    text = (published / address.removeprefix(PUBLIC) / "index.html").read_text(encoding="utf-8")
    return text.partition("url=")[2].partition('"')[0]


@pytest.mark.parametrize("device", [DESK, PHONE], ids=["desk", "phone"])
def test_a_code_from_the_actions_of_a_point(
    visit_published: Any, published: Path, device: dict[str, Any]
) -> None:
    page = visit_published(device).open(ARTICLE)
    page.click("section:has(> #dieu-5-khoan-1-diem-dd) > .dv-dong .cs-nut")
    page.click("text=Mã QR")
    until(page, "document.querySelector('.cs-qr img').naturalWidth > 0")
    found = decoded(page.screenshot())
    assert found == [f"{PUBLIC}nd72/5/1/dd/"]
    assert leads_to(published, found[0]).endswith("dieu-5/#dieu-5-khoan-1-diem-dd")
    assert "hết hiệu lực từ 25/12/2024" in page.inner_text(".cs-qr")
    page.keyboard.press("Escape")
    page.wait_for_selector(".cs-qr", state="detached")
    assert page.evaluate("document.activeElement.matches('.cs-nut')")


def test_the_code_on_the_wall_follows_the_clause(visit_published: Any) -> None:
    page = visit_published(WALL).open(f"{ARTICLE}#dieu-5-khoan-1")
    page.keyboard.press("c")
    page.wait_for_selector("dialog.chieu[open] .chieu-ma")
    until(page, "document.querySelector('.chieu-ma').naturalWidth > 0")
    assert decoded(page.screenshot()) == [f"{PUBLIC}nd72/5/1/"]
    while not page.locator(".chieu-diem:not(.chieu-cho)").count():  # “Hôm nay” comes before
        page.keyboard.press("PageDown")
    page.evaluate("document.querySelector('.chieu-ma').decode()")
    page.evaluate(DRAWN)
    assert decoded(page.screenshot()) == [f"{PUBLIC}nd72/5/1/a/"]
    page.keyboard.press("q")
    box = page.locator(".chieu-ma").bounding_box()
    assert box["height"] > 300


def test_the_code_on_paper(visit_published: Any) -> None:
    page = visit_published(DESK).open(ARTICLE)
    page.emulate_media(media="print")
    assert decoded(page.locator(".in-ma").screenshot()) == [f"{PUBLIC}nd72/5/"]


def test_one_clause_on_paper_has_its_own_code(visit_published: Any) -> None:
    page = visit_published(DESK).open(ARTICLE)
    page.evaluate(PRINTING)
    page.click("section:has(> #dieu-5-khoan-2) > .dv-dong .cs-nut")
    page.click("text=In riêng phần này")
    page.emulate_media(media="print")
    page.wait_for_selector(".cs-in-ma")
    assert decoded(page.locator(".cs-in-ma").screenshot()) == [f"{PUBLIC}nd72/5/2/"]


def test_no_code_without_a_public_address(visit: Any, site: Any) -> None:
    page = visit(DESK).open(ARTICLE)
    page.click("section:has(> #dieu-5-khoan-2) > .dv-dong .cs-nut")
    assert not page.is_visible("text=Mã QR")
    assert not list(site.root.rglob("qr.svg"))


def test_every_share_address_has_its_code(published: Path) -> None:
    codes = {file.parent for file in published.rglob("qr.svg")}
    pages = {
        file.parent
        for file in published.rglob("index.html")
        if 'http-equiv="refresh"' in file.read_text(encoding="utf-8")[:4000]
        and file.parent.name != "nay"
    }
    assert codes == pages
    assert max(file.stat().st_size for file in published.rglob("qr.svg")) <= 2000
