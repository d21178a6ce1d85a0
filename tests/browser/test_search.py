"""The search: what is typed, and what must be among the first five things it shows."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from browser.conftest import DESK, PHONE
from playwright.sync_api import Page

LAW18 = "van-ban/luat-24-2018-qh14/"
LAW25 = "van-ban/luat-116-2025-qh15/"
ND72 = "van-ban/nghi-dinh-72-2013-nd-cp/"
ND147 = "van-ban/nghi-dinh-147-2024-nd-cp/"
ND174 = "van-ban/nghi-dinh-174-2026-nd-cp/"
DATA = "van-ban/luat-91-2025-qh15/"

FOUND = [
    # a unit by its name, with marks, without, in capitals
    ("khoản 1 điều 8 luật an ninh mạng năm 2018", f"{LAW18}dieu-8/#dieu-8-khoan-1"),
    ("khoan 1 dieu 8 luat an ninh mang 2018", f"{LAW18}dieu-8/#dieu-8-khoan-1"),
    ("KHOẢN 4 ĐIỀU 26 NGHỊ ĐỊNH 72", f"{ND72}dieu-26/#dieu-26-khoan-4"),
    ("khoản 4 điều 26 nđ 72", f"{ND72}dieu-26/#dieu-26-khoan-4"),
    ("điều 5 nghị định 72/2013", f"{ND72}dieu-5/"),
    ("dieu 21 nghi dinh 72", f"{ND72}dieu-21/"),
    ("điều 95 nghị định 174", f"{ND174}dieu-95/"),
    # điểm đ is not điểm d; without marks both are found
    ("điểm đ khoản 1 điều 8 luật an ninh mạng 2018", f"{LAW18}dieu-8/#dieu-8-khoan-1-diem-dd"),
    ("điểm d khoản 1 điều 8 luật an ninh mạng 2018", f"{LAW18}dieu-8/#dieu-8-khoan-1-diem-d"),
    # inside numbers: the marks of punctuation part words
    ("QH14", LAW18),
    ("qh15", LAW25),
    ("24/2018", LAW18),
    ("24/2018/QH14", LAW18),
    ("72/2013", ND72),
    ("72/2013/nd-cp", ND72),
    ("147/2024/NĐ-CP", ND147),
    ("423/QĐ-BVHTTDL", "van-ban/quyet-dinh-423-qd-bvhttdl-2026/"),
    # names
    ("luật trẻ em", "van-ban/luat-102-2016-qh13/"),
    ("luat an ninh mang 2025", LAW25),
    ("bi mat nha nuoc", "van-ban/luat-117-2025-qh15/"),
    # words of a clause
    ("bóp méo lịch sử", f"{LAW25}dieu-7/#dieu-7-khoan-1-diem-b"),
    ("bop meo lich su", f"{LAW25}dieu-7/#dieu-7-khoan-1-diem-b"),
    # three words of a law's own name: the law itself
    ("dữ liệu cá nhân", DATA),
    ("du lieu ca nhan", DATA),
    # an article that has only its heading here
    ("phân loại cấp độ hệ thống thông tin", f"{LAW25}#dieu-8"),
    # questions of a school day
    ("ảnh học sinh", "hom-nay/hoc-sinh/"),
    ("anh hoc sinh", "hom-nay/hoc-sinh/"),
    ("mức phạt", "hom-nay/muc-phat/"),
    # two decrees fine it, for two kinds of people: the table that sets them side by side
    ("mức phạt tin giả", "hom-nay/muc-phat/#tin-dang-va-loi-noi"),
    ("muc phat tin gia", "hom-nay/muc-phat/#tin-dang-va-loi-noi"),
    ("nội quy mẫu", "cong-van/noi-quy-mau/"),
    ("xuc pham", "hom-nay/phat-bai-dang/#xuc-pham-nguoi-khac-thi-sao"),
    ("vu khống", f"{LAW18}dieu-16/"),
    ("xưa và nay", "tra-cuu/xua-va-nay/"),
    ("viên chức không được làm", "hom-nay/ky-luat/#nhung-viec-nao-vien-chuc-khong-duoc-lam"),
]
TITLE = "Khoản 1 Điều 8 · Luật An ninh mạng năm 2018 · hết hiệu lực"

SHOWN = """limit => [...document.querySelectorAll('.md-search-result__link')]
  .filter(link => !link.closest('details')).slice(0, limit)
  .map(link => link.href.replace(/[?]h=[^#]*/, ''))"""
READY = "() => document.querySelector('.md-search-result__link') !== null"


def search(page: Page, text: str) -> list[str]:
    """The first five addresses shown for ``text``."""
    field = page.locator(".md-search__input")
    # The old results are taken away by hand, so that the new ones can be waited for.
    page.evaluate("document.querySelector('.md-search-result__list').replaceChildren()")
    field.fill(text)
    field.press("End")  # the theme listens to keys
    page.wait_for_function(READY)  # the first ten come in one go
    return [str(found) for found in page.evaluate(SHOWN, 5)]


def opened(page: Page) -> Page:
    """The search with its index loaded."""
    page.keyboard.press("/")
    search(page, "khoản")
    return page


def test_what_must_be_among_the_first_five(visit: Any) -> None:
    visitor = visit(DESK)
    page = opened(visitor.open(""))
    wrong = {}
    for text, wanted in FOUND:
        found = search(page, text)
        if visitor.address + wanted not in found:
            wrong[text] = [one.removeprefix(visitor.address) for one in found]
    assert wrong == {}


@pytest.mark.parametrize("text", ["xúc phạm", "điều 8 luật an ninh mạng", "bóp méo lịch sử"])
def test_decomposed_letters_find_the_same(visit: Any, text: str) -> None:
    """Some keyboards send ú as u and a mark; đ has no such form."""
    page = opened(visit(DESK).open(""))
    apart = unicodedata.normalize("NFD", text)
    assert apart != text
    assert search(page, apart)[:3] == search(page, text)[:3]


def test_marks_that_were_typed_are_meant(visit: Any) -> None:
    """“bí” is not “bị”: what is marked in the results bears the marks that were typed."""
    page = opened(visit(DESK).open(""))
    search(page, "bí")
    marked = page.locator(".md-search-result mark").all_text_contents()
    assert marked
    assert {word.lower()[:2] for word in marked} == {"bí"}


def test_a_word_is_marked_once(visit: Any) -> None:
    """“ph” begins “phạm” in three forms; marked three times the markup would break."""
    page = opened(visit(DESK).open(""))
    search(page, "ph")
    text = page.locator(".md-search-result__list").inner_text()
    assert "<mark" not in text
    assert "</mark" not in text
    assert page.locator(".md-search-result mark mark").count() == 0


@pytest.mark.parametrize("device", [DESK, PHONE], ids=["desk", "phone"])
def test_a_result_says_where_it_stands(visit: Any, device: dict[str, Any]) -> None:
    page = opened(visit(device).open("tra-cuu/"))
    search(page, "khoản 1 điều 8 luật an ninh mạng 2018")
    titles = page.locator(".md-search-result__link h2").all_text_contents()
    assert TITLE in titles


def test_the_index_comes_when_it_is_wanted(visit: Any) -> None:
    """A page costs nobody the index who does not search."""
    visitor = visit(DESK)
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    page = visitor.open("cong-van/")
    page.evaluate("new Promise(requestIdleCallback)")  # all that it does by itself is done
    assert not [url for url in asked if "/muc-luc." in url]
    page.keyboard.press("/")
    search(page, "khoản")
    assert [url for url in asked if "/search/muc-luc." in url]
