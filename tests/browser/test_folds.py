"""What is folded: a link into it opens it, and look-up tables are sifted by what is typed."""

from __future__ import annotations

from typing import Any

import pytest
from browser.colours import everything
from browser.conftest import DESK, PHONE, until
from playwright.sync_api import Page, expect

ARTICLE = "van-ban/luat-24-2018-qh14/dieu-8/"
INSTRUMENT = "van-ban/nghi-dinh-72-2013-nd-cp/"
TABLES = ["tra-cuu/dieu-khoan/", "tra-cuu/xua-va-nay/"]
ROWS = ".loc-nhom :is(.dk-ds > li, tbody > tr):visible"


def in_sight(page: Page, selector: str) -> bool:
    return bool(
        page.locator(selector).evaluate(
            """one => {
              const box = one.getBoundingClientRect();
              return box.height > 0 && box.top >= -1 && box.top < innerHeight;
            }"""
        )
    )


@pytest.mark.parametrize("device", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("where", ["http", "disk"])
def test_an_address_in_a_fold_opens_it(
    visit: Any, visit_disk: Any, device: dict[str, Any], where: str
) -> None:
    """An address of last year that names a point of the outline must still land."""
    visitor = (visit if where == "http" else visit_disk)(device)
    path = INSTRUMENT if where == "http" else f"{INSTRUMENT}index.html"
    page = visitor.open(f"{path}#dieu-26-khoan-4")
    until(page, "document.querySelector(':target').closest('details').open")
    assert in_sight(page, ":target")


def test_a_link_to_the_grounds_opens_them_every_time(visit: Any) -> None:
    page = visit(PHONE).open(ARTICLE)
    grounds = page.locator("#can-cu")
    for _ in range(2):
        page.locator(".tl-nguon a[href='#can-cu']").tap()
        expect(grounds).to_have_attribute("open", "")
        assert in_sight(page, "#can-cu")
        page.locator("#can-cu > summary").click()
        expect(grounds).not_to_have_attribute("open", "")


OUTLINED = """one => {
  const look = () => getComputedStyle(one).outlineStyle + getComputedStyle(one).boxShadow;
  one.focus();
  const lit = look();
  one.blur();
  return lit !== look();
}"""


@pytest.mark.parametrize(
    "path",
    [ARTICLE, INSTRUMENT, "cong-van/", "hom-nay/muc-phat/", "tinh-huong/chia-se-sach-scan/"],
)
def test_a_fold_that_the_keyboard_is_at_is_outlined(visit: Any, path: str) -> None:
    page = visit(DESK).open(path)
    page.keyboard.press("Tab")  # so that the browser takes the reader for one with a keyboard
    folds = page.locator(".md-content summary:visible").all()
    assert folds
    assert [fold.text_content() for fold in folds if not fold.evaluate(OUTLINED)] == []


def test_a_bad_address_does_no_harm(visit: Any) -> None:
    page = visit(DESK).open(f"{INSTRUMENT}#%E0%A4%A")
    assert page.locator("h1").is_visible()


def typed(page: Page, words: str) -> list[str]:
    page.locator(".loc input").fill(words)
    return [str(text) for text in page.locator(ROWS).all_inner_texts()]


@pytest.mark.parametrize("path", TABLES)
def test_a_table_is_folded_until_something_is_typed(visit: Any, path: str) -> None:
    page = visit(PHONE).open(path)
    assert page.locator(ROWS).count() == 0
    assert page.locator(".loc-nhom").count() > 3
    with_marks = typed(page, "khoản 4 Điều 26 Nghị định 72")
    assert any("Khoản 4 Điều 26" in row for row in with_marks)
    assert not any("Khoản 4 Điều 2 " in row for row in with_marks)  # a number means itself alone
    assert len(with_marks) < 5
    expect(page.locator(".loc-dem")).to_have_text(f"{len(with_marks)} dòng")
    assert typed(page, "khoan 4 dieu 26 NGHI DINH 72") == with_marks
    assert typed(page, "") == []
    expect(page.locator(".loc-dem")).to_have_text("")


@pytest.mark.parametrize("path", TABLES)
def test_where_nothing_is_found_it_says_so(visit: Any, path: str) -> None:
    page = visit(DESK).open(path)
    assert typed(page, "không có chữ nào như thế") == []
    expect(page.locator(".loc-dem")).to_contain_text("Không có dòng nào")
    page.keyboard.press("Enter")  # sends nothing away
    assert page.url.endswith(path)


@pytest.mark.parametrize("path", TABLES)
def test_axe_on_what_was_found(visit: Any, path: str) -> None:
    page = visit(PHONE).open(path)
    assert typed(page, "nghi dinh 72")
    assert everything(page) == []


@pytest.mark.parametrize("path", TABLES)
def test_what_was_found_fits_a_phone(visit: Any, path: str) -> None:
    page = visit(PHONE).open(path)
    assert typed(page, "luat an ninh mang nam 2018")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_unit_that_only_points_shows_what_it_points_to(visit: Any) -> None:
    page = visit(PHONE).open(ARTICLE)
    fold = page.locator("section:has(> #dieu-8-khoan-1-diem-a) details.d-tro")
    expect(fold).to_have_count(1)
    fold.locator("summary").click()
    words = fold.locator(".dan-loi").first.inner_text()
    assert len(words) > 40
    assert (
        words not in page.locator("section:has(> #dieu-8-khoan-1-diem-a) .dv-chu > p").inner_text()
    )
