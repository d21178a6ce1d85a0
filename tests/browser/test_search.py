"""The one box: what is typed, and what it shows first; from a server and from a disk."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from browser.conftest import DESK, PHONE, Contexts, Visitor, visits
from building import ROOT
from playwright.sync_api import Page, expect

LAW18 = "van-ban/luat-24-2018-qh14/"
LAW25 = "van-ban/luat-116-2025-qh15/"
ND72 = "van-ban/nghi-dinh-72-2013-nd-cp/"
ND147 = "van-ban/nghi-dinh-147-2024-nd-cp/"
ND174 = "van-ban/nghi-dinh-174-2026-nd-cp/"
DATA = "van-ban/luat-91-2025-qh15/"

Row = tuple[str, int, str]
"""What is typed, how far down at most, and beginnings of addresses of which one must be there."""

EXACT: list[Row] = [
    # a unit by its name, with marks, without, in capitals
    ("khoản 1 điều 8 luật an ninh mạng năm 2018", 1, f"{LAW18}dieu-8/#dieu-8-khoan-1"),
    ("khoan 1 dieu 8 luat an ninh mang 2018", 1, f"{LAW18}dieu-8/#dieu-8-khoan-1"),
    ("KHOẢN 4 ĐIỀU 26 NGHỊ ĐỊNH 72", 1, f"{ND72}dieu-26/#dieu-26-khoan-4"),
    ("khoản 4 điều 26 nđ 72", 1, f"{ND72}dieu-26/#dieu-26-khoan-4"),
    ("điều 5 nghị định 72/2013", 1, f"{ND72}dieu-5/"),
    ("dieu 21 nghi dinh 72", 1, f"{ND72}dieu-21/"),
    ("điều 95 nghị định 174", 1, f"{ND174}dieu-95/"),
    # điểm đ is not điểm d
    ("điểm đ khoản 1 điều 8 luật an ninh mạng 2018", 1, f"{LAW18}dieu-8/#dieu-8-khoan-1-diem-dd"),
    ("điểm d khoản 1 điều 8 luật an ninh mạng 2018", 1, f"{LAW18}dieu-8/#dieu-8-khoan-1-diem-d"),
    # spelled out
    ("khoản một điều tám luật an ninh mạng năm 2018", 1, f"{LAW18}dieu-8/#dieu-8-khoan-1"),
    ("khoan bon dieu hai muoi sau nd 72", 1, f"{ND72}dieu-26/#dieu-26-khoan-4"),
    # inside numbers: the marks of punctuation part words
    ("QH14", 5, LAW18),
    ("qh15", 5, LAW25),
    ("24/2018", 1, LAW18),
    ("24/2018/QH14", 1, LAW18),
    ("72/2013", 1, ND72),
    ("72/2013/nd-cp", 1, ND72),
    ("147/2024/NĐ-CP", 1, ND147),
    ("423/QĐ-BVHTTDL", 1, "van-ban/quyet-dinh-423-qd-bvhttdl-2026/"),
    # names
    ("luật trẻ em", 1, "van-ban/luat-102-2016-qh13/"),
    ("luat an ninh mang 2025", 1, LAW25),
    ("bi mat nha nuoc", 5, "van-ban/luat-117-2025-qh15/"),
    # words of a clause
    ("bóp méo lịch sử", 5, f"{LAW25}dieu-7/#dieu-7-khoan-1-diem-b"),
    ("bop meo lich su", 5, f"{LAW25}dieu-7/#dieu-7-khoan-1-diem-b"),
    # three words of a law's own name
    ("dữ liệu cá nhân", 5, DATA),
    ("du lieu ca nhan", 5, DATA),
    # an article that has only its heading here
    ("phân loại cấp độ hệ thống thông tin", 5, f"{LAW25}#dieu-8"),
    # questions of a school day
    ("ảnh học sinh", 3, "hom-nay/hoc-sinh/"),
    ("anh hoc sinh", 3, "hom-nay/hoc-sinh/"),
    ("mức phạt", 1, "hom-nay/muc-phat/"),
    # two decrees fine it, for two kinds of people: the table that sets them side by side
    ("mức phạt tin giả", 1, "hom-nay/muc-phat/#tin-gia-tin-sai"),
    ("muc phat tin gia", 1, "hom-nay/muc-phat/#tin-gia-tin-sai"),
    ("phạt tin giả bao nhiêu", 1, "hom-nay/muc-phat/#tin-gia-tin-sai"),
    ("dang tin gia bi phat bao nhieu tien", 1, "hom-nay/muc-phat/#tin-gia-tin-sai"),
    ("nội quy mẫu", 1, "cong-van/noi-quy-mau/"),
    ("xuc pham", 5, "hom-nay/phat-bai-dang/|hom-nay/dieu-cam/"),
    ("xưa và nay", 5, "tra-cuu/xua-va-nay/"),
    ("viên chức không được làm", 5, "hom-nay/ky-luat/#nhung-viec-nao-vien-chuc-khong-duoc-lam"),
    # shorthand of those who know their way
    ("k1 d8 anm", 1, f"{LAW18}dieu-8/#dieu-8-khoan-1"),
    ("k1d8 anm18", 1, f"{LAW18}dieu-8/#dieu-8-khoan-1"),  # nothing between the two
    ("điểm d khoản 1 điều 5 nđ 72", 1, f"{ND72}dieu-5/#dieu-5-khoan-1-diem-d"),
    ("điểm đ khoản 1 điều 5 nđ 72", 1, f"{ND72}dieu-5/#dieu-5-khoan-1-diem-dd"),
    ("diem e khoan 1 dieu 5 nd 72", 1, f"{ND72}dieu-5/#dieu-5-khoan-1-diem-e"),
    ("ĐIỂM D KHOẢN 1 ĐIỀU 5 NĐ 72", 1, f"{ND72}dieu-5/#dieu-5-khoan-1-diem-d"),
    ("26.4 72/2013", 1, f"{ND72}dieu-26/#dieu-26-khoan-4"),
    ("26.4 72", 1, f"{ND72}dieu-26/#dieu-26-khoan-4"),
    ("21.5 nd72", 1, f"{ND72}dieu-21/#dieu-21-khoan-5"),
    ("8.1.đ anm18", 1, f"{LAW18}dieu-8/#dieu-8-khoan-1-diem-dd"),
    ("8.1.a anm18", 1, f"{LAW18}dieu-8/#dieu-8-khoan-1-diem-a"),
    ("điều 8 luật an ninh mạng 2018", 1, f"{LAW18}dieu-8/#dieu-8"),
    ("dieu 8 luat an ninh mang", 1, f"{LAW25}#dieu-8"),  # the law in force comes first
    ("nd147 36.7", 1, f"{ND147}dieu-36/#dieu-36-khoan-7"),
    ("nđ 147/2024 điều 36", 1, f"{ND147}dieu-36/#dieu-36"),
    ("anm25 7", 1, f"{LAW25}dieu-7/#dieu-7"),
    ("7.1 anm25", 1, f"{LAW25}dieu-7/#dieu-7-khoan-1"),
    ("luật an ninh mạng", 1, LAW25),
    ("luat anm moi nhat", 1, LAW25),
    ("luật an ninh mạng 2026", 1, LAW25),  # as it is called that came into force then
    ("anm 25 d7", 1, f"{LAW25}dieu-7/#dieu-7"),
    ("nghị định nào thay nghị định 72", 1, ND72),
    ("livestream", 1, "hom-nay/trach-nhiem/"),  # one word that a page is known to answer
    ("116/2025", 1, LAW25),
    ("nd72", 1, ND72),
    ("nghị định 174 điều 95", 1, f"{ND174}dieu-95/#dieu-95"),
    ("nđ 330 điều 60", 1, "van-ban/nghi-dinh-330-2026-nd-cp/dieu-60/#dieu-60"),
    ("tt 06/2019", 1, "van-ban/thong-tu-06-2019-tt-bgddt/"),
    ("blhs 155", 1, "van-ban/bo-luat-100-2015-qh13/dieu-155/#dieu-155"),
    ("luat tre em 6.11", 1, "van-ban/luat-102-2016-qh13/dieu-6/#dieu-6-khoan-11"),
    ("ct10", 1, "van-ban/chi-thi-10-ct-ubnd-long-an-2017/"),
    ("công văn mục 2", 1, "cong-van/#muc-2"),
    ("điều 23đ nđ 72", 1, f"{ND72}#dieu-23dd"),
]


def queries() -> list[Row]:
    """What school staff type: ``tests/features/search/queries.tsv``."""
    lines = (ROOT / "tests/features/search/queries.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(text, int(within), pages) for text, within, pages in rows]


NONE = "-"
"""No page answers: the box says so, and offers the nearest, words, six ways in, questions."""
SHOWN = "all => all.map(one => one.getAttribute('href')).filter(Boolean)"
# Types each text into the box and reads what it shows; it answers at once. All in one go: nobody
# looks, and between two calls the browser would paint every list. Nor is anything asked that makes
# it lay out a list (a seventh of the time) but where the box says that there is no answer: only
# then is it looked at whether the ways on are shown.
ASK = """([texts, none]) => {
  const box = document.querySelector('.tim-nha');
  const field = box.querySelector('input');
  return texts.map(text => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    const told = box.querySelector('[role=status]').textContent.trim();
    const denied = none.some(words => told.startsWith(words));
    const ways = denied && box.querySelector('.tim-khong');
    return {
      shown: [...box.querySelectorAll('[role=option]')].map(one => one.getAttribute('href')),
      denied,
      ways: ways && ways.getClientRects().length ? ways.querySelectorAll('.tim-hang a').length : 0,
    };
  });
}"""
DENIED = ["Không trang nào", "Không thấy gì"]
"""How the box begins to say that no page answers."""


@dataclass(frozen=True)
class Answer:
    """What the box shows for one query: addresses as a server has them, in their order."""

    pages: list[str]
    none: bool
    """It says that no page answers, and where to go on."""


def opened(visitor: Visitor, path: str = "") -> Page:
    """The home page with all texts there."""
    page = visitor.open(path)
    page.focus(".tim-nha input")
    page.locator(".tim-nha input").fill("điều khoản luật")
    page.wait_for_selector(".tim-nha .tim-nhom:nth-of-type(2) [role=option]")
    return page


@pytest.fixture(scope="module")
def desk(contexts: Contexts) -> Iterator[Visitor]:
    """The box at a desk, lent from test to test, for it takes a second to read all texts: what is
    typed takes the place of what was typed before."""
    for visit in visits(contexts):
        visitor: Visitor = visit(DESK)
        opened(visitor)
        yield visitor


def search(page: Page, text: str) -> list[str]:
    """The addresses shown for ``text``, in their order; the box answers at once."""
    page.locator(".tim-nha input").fill(text)
    return [str(one) for one in page.eval_on_selector_all(".tim-nha [role=option]", SHOWN)]


def answers(visitor: Visitor, page: Page, texts: list[str]) -> list[Answer]:
    return [as_answer(visitor, found) for found in page.evaluate(ASK, [texts, DENIED])]


def as_answer(visitor: Visitor, found: dict[str, Any]) -> Answer:
    pages = [as_folder(one.removeprefix(visitor.address)) for one in found["shown"] if one]
    return Answer(pages, found["denied"] and found["ways"] >= 3)


def wrong(visitor: Visitor, page: Page, rows: list[Row]) -> tuple[dict[str, Any], list[str]]:
    """Queries whose wanted page is not there, and those of which a first answer is denied."""
    missed, denied = {}, []
    found_for = answers(visitor, page, [text for text, _, _ in rows])
    for (text, within, pages), found in zip(rows, found_for, strict=True):
        wanted = tuple("" if one == "/" else one for one in pages.split("|") if one != NONE)
        if NONE in pages.split("|") and found.none:
            continue
        if not any(one.startswith(wanted) for one in found.pages[:within]):
            missed[text] = found.pages[:within]
        elif NONE not in pages.split("|") and found.none and found.pages[0].startswith(wanted):
            denied.append(text)
    return missed, denied


def as_folder(address: str) -> str:
    """``dieu-8.html#x`` on a disk is the page ``dieu-8/`` of a server."""
    path, hash_, anchor = address.partition("#")
    return path.removesuffix("index.html").replace(".html", "/") + hash_ + anchor


@pytest.mark.parametrize("where", ["http", "disk"])
def test_provisions_names_and_what_teachers_type(visit: Any, visit_disk: Any, where: str) -> None:
    visitor = (visit_disk if where == "disk" else visit)(DESK)
    page = opened(visitor, "index.html" if where == "disk" else "")
    assert wrong(visitor, page, EXACT)[0] == {}
    rows = queries()
    missed, denied = wrong(visitor, page, rows)
    assert len(missed) <= len(rows) * 0.03, missed
    assert len(denied) <= len(rows) * 0.05, denied


@pytest.mark.parametrize("text", ["xúc phạm", "điều 8 luật an ninh mạng", "bóp méo lịch sử"])
def test_decomposed_letters_find_the_same(desk: Visitor, text: str) -> None:
    """Some keyboards send ú as u and a mark; đ has no such form."""
    page = desk.page
    apart = unicodedata.normalize("NFD", text)
    assert apart != text
    found = search(page, apart)
    assert found
    assert found == search(page, text)


def test_marks_that_were_typed_are_meant(desk: Visitor) -> None:
    """“bí” is not “bị”: what is marked in the results bears the marks that were typed."""
    page = desk.page
    search(page, "bí")
    marked = page.locator(".tim-nha mark").all_text_contents()
    assert marked
    assert {word.lower()[:2] for word in marked} == {"bí"}


def test_a_matter_that_no_page_is_about_is_said_so(desk: Visitor) -> None:
    """The nearest are few, and never look like an answer."""
    page = desk.page
    search(page, "day them co bi cam khong")
    told = page.locator(".tim-nha [role=status]")
    expect(told).to_contain_text("Không trang nào ở đây nói riêng về “dạy thêm”.")
    assert page.locator(".tim-nha a[role=option]:not(.tim-nay)").count() <= 6
    for words in ("Có phải bạn cần", "Hỏi đáp", "Mọi tình huống"):
        expect(page.locator(".tim-nha .tim-khong")).to_contain_text(words)
    search(page, "đăng ảnh học sinh")
    assert page.locator(".tim-nha .tim-khong").is_hidden()


def test_what_the_first_page_leaves_out_is_said(desk: Visitor) -> None:
    """A page that answers a part is shown as such: no denial, and the other part is named."""
    page = desk.page
    told = page.locator(".tim-nha [role=status]")
    shown = search(page, "gui nham danh sach hoc sinh tren livestream")
    assert shown[0].removeprefix(desk.address).startswith("tinh-huong/gui-nham-danh-sach")
    expect(told).to_contain_text("Trang đầu không nói tới “livestream”.")
    expect(told).not_to_contain_text("Không trang nào")
    search(page, "gui nham danh sach hoc sinh")
    expect(told).not_to_contain_text("Trang đầu")


def test_the_home_page_and_the_handbook_are_no_results(desk: Visitor) -> None:
    page = desk.page
    for text in ("sổ tay biên tập", "thêm một văn bản", "dùng mạng xã hội đúng luật", "nhân viên"):
        found = [one.removeprefix(desk.address) for one in search(page, text)]
        assert not [one for one in found if one == "" or one.startswith("gioi-thieu/bien-tap")]


def test_ended_law_says_so_and_is_one_tap_from_today(desk: Visitor) -> None:
    page = desk.page
    found = [one.removeprefix(desk.address) for one in search(page, "khoan 4 dieu 26 nd 72")]
    assert found[:2] == [f"{ND72}dieu-26/#dieu-26-khoan-4", f"{ND147}dieu-36/#dieu-36-khoan-4"]
    old, today = (page.locator(".tim-nha [role=option]").nth(place) for place in (0, 1))
    assert "hết hiệu lực" in old.inner_text()
    assert today.inner_text().startswith("→ nay: Khoản 4 Điều 36 Nghị định 147/2024/NĐ-CP")
    assert "còn hiệu lực" in today.inner_text()


def test_an_article_of_no_document_asks_whose(desk: Visitor) -> None:
    page = desk.page
    first = search(page, "dieu 8")[0]
    assert f"{LAW18}dieu-8/" in first
    told = page.locator(".tim-nha [role=status]")
    assert "Điều 8 của văn bản nào?" in told.inner_text()
    # it asks, and does not warn as it would of what is not there
    assert "tim-loi" not in str(told.get_attribute("class"))
    search(page, "dieu 99 anm18")
    assert "tim-loi" in str(told.get_attribute("class"))


# Result lines that begin further right than their name.
INDENTED = """() => [...document.querySelectorAll('.tim-nha .tim-tt')].map(one =>
  one.getClientRects()[0].left -
  one.closest('.tim-muc').querySelector('b').getClientRects()[0].left)
  .filter(far => far > .5 && far < 30)"""


def test_the_state_of_a_result_begins_where_its_name_does(visit: Any) -> None:
    page = opened(visit(PHONE))
    search(page, "khoan 1 dieu 8")
    assert page.evaluate("document.querySelectorAll('.tim-nha .tim-tt').length") > 4
    assert page.evaluate(INDENTED) == []


def test_what_holds_today_stands_above_what_has_ended(desk: Visitor) -> None:
    page = desk.page
    search(page, "xuc pham danh du")
    names = page.locator(".tim-nha .tim-ten-nhom").all_text_contents()
    assert names[:2] == ["Tình huống và câu trả lời", "Điều khoản hôm nay"]
    states = page.locator(".tim-nha .tim-nhom").nth(1).locator(".tim-tt").all_text_contents()
    assert states
    assert not [state for state in states if "hết hiệu lực" in state]


def test_each_result_has_one_line_with_the_words_marked(desk: Visitor) -> None:
    page = desk.page
    search(page, "xuc pham")
    lines = page.locator(".tim-nha .tim-duoi")
    assert lines.count() > 5
    marked = page.locator(".tim-nha mark").all_text_contents()
    assert "xúc phạm" in {word.lower() for word in marked}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("khoản 9 điều 8 anm18", "Điều 8 Luật An ninh mạng năm 2018 có 6 khoản (1–6)"),
        ("điểm h khoản 1 điều 8 anm18", "có 6 điểm (a–e)"),  # đ counts, no letter is missing
        ("điều 200 anm18", "có 43 điều (1–43)"),
        ("điều 8 khoản 9 anm18", "6 khoản (1–6)"),
        ("điều 99 nđ 72", "77 điều"),
        ("khoản 1 điều 1 anm18", "không chia khoản"),
        ("khoản 1 điều 5 tt 06/2019", "chưa đếm các khoản"),  # known by heading only
        ("điều 5 nđ 999", "chưa có văn bản nào khớp với “điều 5 nđ 999”"),
    ],
)
def test_a_wrong_number_is_answered_with_what_is_there(
    desk: Visitor, text: str, words: str
) -> None:
    page = desk.page
    search(page, text)
    assert words in page.inner_text(".tim-nha")
