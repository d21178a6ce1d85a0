"""Hand-outs: picked on the pages, kept in the address, printed on paper."""

from __future__ import annotations

import io
import time
from typing import Any
from urllib.parse import quote

import pytest
import zxingcpp
from browser.axe import violations
from browser.conftest import DESK, NARROW, PATIENCE, PHONE, until
from building import PUBLIC, SHOWN
from PIL import Image
from pypdf import PdfReader
from vanban.law.corpus import Corpus
from vanban.law.short_address import shared

SHEET = "tap-huan/phieu/"
ARTICLE = "van-ban/nghi-dinh-72-2013-nd-cp/dieu-5/"
SITUATION = "tinh-huong/tin-ngay-mai-nghi-hoc/"
THREE = "#k=nd72/5/1/d,anm25/7/1/c,~tin-ngay-mai-nghi-hoc"
PICTURES = "[...document.images].every(one => one.complete && one.naturalWidth)"
"""Every code has come: a sheet without them would be printed in silence."""


def assert_holds(page: Any, wanted: list[str]) -> None:
    """These stand on the sheet, in this order; the wording of a document comes when asked for."""
    end = time.monotonic() + PATIENCE
    while names(page) != wanted and time.monotonic() < end:
        page.wait_for_timeout(20)
    assert names(page) == wanted


def names(page: Any) -> list[str]:
    return [str(name) for name in page.locator(".phieu-ten a").all_inner_texts()]


def opened(visitor: Any, choice: str = THREE, path: str = SHEET) -> Any:
    page = visitor.open(path + choice)
    page.wait_for_selector(".phieu-giay > *")
    return page


def pick(page: Any, unit: str, told: str) -> None:
    page.click(f"section:has(> #{unit}) > .dv-dong .cs-nut")
    page.click("text=Thêm vào phiếu phát tay")
    page.wait_for_selector(f".cs-bao:has-text('{told}')")


def test_what_is_found_for_a_sheet_stands_in_the_window_of_a_laptop(visit: Any) -> None:
    page = visit({"viewport": {"width": 1280, "height": 720}}).open(SHEET)
    page.locator("#phieu-tim-o").press_sequentially("k1 d8 anm18")
    first = page.locator("#phieu-tim-ds [role=option]").first
    first.wait_for()
    box = first.bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 720


@pytest.mark.parametrize("device", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("where", ["http", "disk"])
def test_picked_on_the_pages_and_sent_as_a_link(
    visit: Any, visit_disk: Any, device: dict[str, Any], where: str
) -> None:
    start, suffix = (visit, "/") if where == "http" else (visit_disk, ".html")
    visitor = start(device)
    page = visitor.open(ARTICLE.rstrip("/") + suffix)
    pick(page, "dieu-5-khoan-1-diem-dd", "Đã thêm vào phiếu. Phiếu có 1 mục.")
    pick(page, "dieu-5-khoan-2", "Phiếu có 2 mục")
    page = visitor.open(SITUATION.rstrip("/") + suffix)
    page.click("text=Thêm vào phiếu phát tay")
    assert "Phiếu có 3 mục" in page.inner_text(".phieu-bao")
    page.click("text=Mở phiếu")
    page.wait_for_selector(".phieu-muc")
    wanted = [
        "Điểm đ khoản 1 Điều 5 Nghị định 72/2013/NĐ-CP",
        "Khoản 2 Điều 5 Nghị định 72/2013/NĐ-CP",
        "Chuyển tiếp tin “ngày mai nghỉ học” chưa rõ nguồn",
    ]
    assert names(page) == wanted
    page.get_by_label("Tên phiếu").fill("Họp tổ Văn & Sử")
    page.focus(".phieu-len >> nth=2")
    page.keyboard.press("Enter")
    assert names(page) == [wanted[0], wanted[2], wanted[1]]
    assert page.evaluate("document.activeElement.matches('.phieu-len')")
    link = page.url
    other = start(device)  # the colleague who gets the link: nothing kept on that device
    there = other.page
    there.goto(link)
    there.wait_for_selector(".phieu-muc")
    assert names(there) == names(page)
    assert there.inner_text(".phieu-tua") == "Họp tổ Văn & Sử"
    page.reload()
    page.wait_for_selector(".phieu-muc")
    assert names(page) == [wanted[0], wanted[2], wanted[1]]


def test_only_the_wording_that_is_on_the_sheet_is_fetched(visit: Any) -> None:
    visitor = visit(DESK)
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    page = opened(visitor)
    parts = {url.rsplit("/", 1)[1].split(".")[0] for url in asked if "/javascripts/phieu/" in url}
    assert parts == {"nd72", "anm25"}
    assert not any("handout-list" in url for url in asked)
    page.fill(".phieu-tim input", "khoan 6 dieu 21 nghi dinh 147")
    page.wait_for_selector(".phieu-tim [role=option]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".phieu-bao:has-text('Phiếu có 4 mục')")
    assert any("/javascripts/phieu/nd147." in url for url in asked)


def test_an_ended_clause_says_so_and_where_it_is_today(visit: Any) -> None:
    page = opened(visit(DESK), "#k=nd72/21/5")
    text = page.inner_text(".phieu-muc")
    assert "hết hiệu lực từ 25/12/2024" in text
    assert "Hôm nay: khoản 6 Điều 21 Nghị định 147/2024/NĐ-CP" in text
    assert f"kiểm tra {SHOWN}" in text


@pytest.mark.parametrize("given", ["9999-99-99", "2031-02-30"])
def test_a_day_that_no_calendar_has_is_not_shown(visit: Any, given: str) -> None:
    page = opened(visit(DESK), f"{THREE}&n={given}")
    assert page.locator(".phieu-luc").count() == 0


@pytest.mark.parametrize(
    ("given", "shown"), [("2031-02-05", "05/02/2031"), ("2031-10-15", "15/10/2031")]
)
def test_the_day_of_a_sheet_is_written_as_all_days_are(visit: Any, given: str, shown: str) -> None:
    page = opened(visit(DESK), f"{THREE}&n={given}")
    assert page.inner_text(".phieu-luc") == shown


def test_a_clause_brings_its_points(visit: Any) -> None:
    page = opened(visit(DESK), "#k=nd72/5/1")
    text = page.inner_text(".phieu-muc")
    assert all(f"{letter}) " in text for letter in "abcdđe")


@pytest.mark.parametrize(
    ("choice", "shown", "words"),
    [
        ("#k=nd72/5/1,nd99/1", 1, "nd99/1: ở đây không có mục này"),
        ("#k=nd72/5/1,nd72/5/1", 1, "đã có trong phiếu"),
        ("#k=<img src=x onerror=alert(1)>,nd72/5/1", 1, "không phải mã của một mục"),
        ("#k=" + quote("<script>alert(1)</script>") + ",nd72/5/1", 1, "không phải mã"),
        ("#k=javascript:alert(1),nd72/5/1", 1, "không phải mã của một mục"),
        ("#k=__proto__,constructor,~__proto__,nd72/5/1", 1, "không phải mã của một mục"),
        ("#k=%E0%A4%A,nd72/5/1", 1, "không phải mã của một mục"),  # broken percent signs
        ("#k=" + "a" * 5000 + ",nd72/5/1", 1, "a…: không phải mã"),
        ("#k=nd72/5/1," + ",".join(f"nd72/{n}" for n in range(100, 300)), 1, "và 192 mục khác"),
        ("#k=,,,&t=%E0&n=x&zz=1", 0, ""),
        ("#k=constructor", 0, "ở đây không có mục này"),
    ],
)
def test_a_bad_address_shows_what_it_can(visit: Any, choice: str, shown: int, words: str) -> None:
    page = opened(visit(DESK), choice)
    assert page.locator(".phieu-muc").count() == shown
    assert words in page.inner_text(".phieu")
    assert page.locator(".phieu img[src='x'], .phieu script").count() == 0


def test_no_more_than_a_sheet_can_bear(visit: Any, corpus: Corpus) -> None:
    found = shared(corpus)
    ids = [path.rstrip("/") for path, target in found if target.unit][:200]
    page = opened(visit(DESK), "#k=" + ",".join(ids))
    assert page.locator(".phieu-muc").count() == 40
    assert "phiếu chỉ chứa 40 mục" in page.inner_text(".phieu-thieu")
    assert "Để lại 160 mục" in page.inner_text(".phieu-thieu")


def test_markup_in_a_title_is_words(visit: Any) -> None:
    page = opened(visit(DESK), THREE + "&t=" + quote("<b onclick=alert(1)>đậm</b>"))
    assert page.inner_text(".phieu-tua") == "<b onclick=alert(1)>đậm</b>"


def test_found_by_typing_without_accents(visit: Any) -> None:
    page = opened(visit(DESK), "")
    page.get_by_label("Thêm điều khoản hay tình huống").fill("khoan 6 dieu 21 nghi dinh 147")
    page.wait_for_selector(".phieu-tim [role=option]")
    page.keyboard.press("Enter")
    assert_holds(page, ["Khoản 6 Điều 21 Nghị định 147/2024/NĐ-CP"])


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("diem d khoan 1 dieu 5 nd 72", "Điểm d khoản 1 Điều 5 Nghị định 72/2013/NĐ-CP"),
        ("k1 d8 anm", "Khoản 1 Điều 8 Luật An ninh mạng năm 2018"),
        ("mai nghi hoc", "Chuyển tiếp tin “ngày mai nghỉ học” chưa rõ nguồn"),
    ],
)
@pytest.mark.parametrize("where", ["http", "disk"])
def test_the_picker_understands_what_the_one_box_does(
    visit: Any, visit_disk: Any, where: str, typed: str, wanted: str
) -> None:
    start, path = (visit, SHEET) if where == "http" else (visit_disk, SHEET.rstrip("/") + ".html")
    page = start(DESK).open(path)
    field = page.get_by_label("Thêm điều khoản hay tình huống")
    field.fill(typed)
    until(page, "document.querySelector('.phieu-tim [role=option]')")
    field.press("Enter")
    assert_holds(page, [wanted])
    assert field.input_value() == ""
    assert page.evaluate("document.activeElement.id") == "phieu-tim-o"
    # Of which document is not said: nothing is added but what is chosen.
    field.fill("diem c khoan 1 dieu 5")
    until(page, "document.querySelector('.phieu-tim .tim-noi').textContent.includes('văn bản nào')")
    field.press("Enter")
    assert_holds(page, [wanted])
    field.press("ArrowDown")
    chosen = page.inner_text(".phieu-tim [aria-selected=true] .tim-ten")
    field.press("Enter")
    assert_holds(page, [wanted, chosen])
    field.fill("qqqq")
    until(page, "document.querySelector('.phieu-tim .tim-noi').textContent.includes('Chưa thấy')")


def test_situations_of_the_plan_join_by_choice(visit: Any) -> None:
    page = visit(DESK).open("tap-huan/45-phut/")
    page.click("text=mở phiếu của buổi")
    page.wait_for_selector(".phieu-muc")
    before = names(page)
    page.click("text=Kèm chuyện của buổi")
    after = names(page)
    assert len(after) - len(before) == 5
    assert [name for name in after if name in before] == before
    story = after.index("Chuyển tiếp tin “ngày mai nghỉ học” chưa rõ nguồn")
    assert story < after.index("Khoản 6 Điều 21 Nghị định 147/2024/NĐ-CP")
    assert not page.get_by_text("Kèm chuyện của buổi").is_visible()


def test_the_back_of_a_card_tells_the_story_of_the_plan(visit: Any) -> None:
    """The same clause, in two plans that tell another story beside it."""
    page = opened(visit(DESK), "#k=dlcn25/24/2,nd147/21/6&b=buoi-15-phut&m=the")
    backs = page.locator(".the-trang").nth(1).locator(".the-ten").all_inner_texts()
    assert backs == [
        "Chuyển tiếp tin “ngày mai nghỉ học” chưa rõ nguồn",
        "Đăng ảnh lớp lên Facebook cá nhân",
    ]


def test_on_paper(visit_published: Any) -> None:
    page = opened(visit_published(DESK))
    until(page, PICTURES)
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(pdf.pages) == 1
    text = "".join(pdf.pages[0].extract_text().split())  # spaces differ between readers
    for words in ("Điểm d khoản 1 Điều 5 Nghị định 72/2013/NĐ-CP", "hết hiệu lực từ 25/12/2024"):
        assert words.replace(" ", "") in text
    assert f"{PUBLIC}nd72/5/1/d/" in text
    assert "InhoặclưuPDF" not in text
    page.emulate_media(media="print")
    shot = page.locator(".phieu-ma").first.screenshot()
    assert [found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(shot)))] == [
        f"{PUBLIC}nd72/5/1/d/"
    ]


def test_cards_have_their_backs_mirrored(visit_published: Any) -> None:
    five = "#k=nd72/5/1/a,nd72/5/1/b,nd72/5/1/c,nd72/5/1/d,nd72/5/1/e&m=the"
    page = opened(visit_published(DESK), five)
    until(page, PICTURES)
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(pdf.pages) == 4  # two sheets, front and back
    sheets = page.locator(".the-trang")
    fronts = sheets.nth(0).locator(".the-ten").all_inner_texts()
    backs = sheets.nth(1).locator(".the-nho").all_inner_texts()
    assert backs == [fronts[1], fronts[0], fronts[3], fronts[2]]


@pytest.mark.parametrize(("plan", "most"), [("15-phut", 1), ("45-phut", 2), ("90-phut", 4)])
def test_the_ready_sheet_of_a_plan_is_legible_and_fills_its_pages(
    visit_published: Any, plan: str, most: int
) -> None:
    page = visit_published(DESK).open(f"tap-huan/{plan}/")
    page.click("text=mở phiếu của buổi")
    page.wait_for_selector(".phieu-muc")
    until(page, PICTURES)
    assert page.inner_text(".phieu-tua").startswith(f"Buổi {'nhắc ' if plan == '15-phut' else ''}")
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(pdf.pages) <= most, [sheet.extract_text() for sheet in pdf.pages][most:]
    letters = [len(sheet.extract_text()) for sheet in pdf.pages]
    assert letters[-1] > 600, letters
    page.emulate_media(media="print")
    smallest = page.evaluate(
        """Math.min(...[...document.querySelectorAll(".phieu-to :is(h2, h3, p, li, b)")]
           .map(one => parseFloat(getComputedStyle(one).fontSize)))"""
    )
    assert smallest >= 10 / 0.75 - 0.01  # 10 points


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("choice", ["", THREE, f"{THREE}&m=the"])
def test_axe(visit: Any, choice: str, scheme: str) -> None:
    page = opened(visit(PHONE, scheme), choice)
    assert violations(page) == []


def test_nothing_runs_out_of_the_narrowest_phone(visit: Any) -> None:
    page = opened(visit(NARROW))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate("document.documentElement.style.fontSize = '250%'")  # letters twice as large
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_number_in_a_name_stands_on_one_line_where_it_can(visit: Any) -> None:
    page = opened(visit(NARROW))
    lines = ".phieu-ten .kh >> nth=0"
    assert page.eval_on_selector(
        lines, "one => one.offsetHeight < 1.9 * parseFloat(getComputedStyle(one).lineHeight)"
    )
    drawn = "one => getComputedStyle(one).textDecorationLine"
    link = page.eval_on_selector(".phieu-ten a:has(.kh)", drawn)
    assert page.eval_on_selector(lines, drawn) == link


def test_words_that_stand_on_a_sheet_once_are_not_said_again(visit: Any) -> None:
    page = opened(visit(DESK), "#k=anm25/7/1,anm25/7/1/c,nd72/5/1/d")
    clause, point, other = (
        " ".join(text.split()) for text in page.locator(".phieu-muc").all_inner_texts()
    )
    words = page.inner_text(".phieu-muc .phieu-diem:has-text('c) ')").removeprefix("c) ")
    assert words in clause
    assert words not in point
    assert "Lời đã in ở khoản 1 Điều 7 Luật An ninh mạng năm 2025" in point
    assert "còn hiệu lực" in point  # it still says how it stands
    assert "Lời đã in" not in other
    page = opened(visit(DESK), "#k=anm25/7/1/c")
    assert words in " ".join(page.inner_text(".phieu-muc").split())


def test_the_marks_of_a_list_stand_inside_their_column(visit: Any) -> None:
    stories = ",".join(
        ["~tin-ngay-mai-nghi-hoc", "nd72/5/1/d", "nd72/5/1/c", "nd72/5/1/b", "nd72/5/1/a"]
    )
    page = opened(visit(DESK), f"#k={stories}")
    page.emulate_media(media="print")
    inset = page.evaluate(
        """(left => left(".phieu-nen > li") - left(".phieu-gon .phieu-muc .phieu-ten"))(
           one => document.querySelector(one).getBoundingClientRect().left)"""
    )
    assert inset > 8  # pixels that the mark takes


def test_the_last_page_of_a_ready_sheet_is_filled_without_codes_too(visit: Any) -> None:
    for plan in ("45-phut", "90-phut"):
        page = visit(DESK).open(f"{SHEET}#buoi-{plan}")
        page.wait_for_selector(".phieu-gon")
        pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        letters = [len(sheet.extract_text()) for sheet in pdf.pages]
        assert letters[-1] > 600, (plan, letters)


def test_a_sheet_with_the_stories_of_its_plan_tears_none(visit: Any) -> None:
    """Nor a title, nor the number of a document; its last page is no leftover either."""
    for plan in ("15-phut", "45-phut", "90-phut"):
        page = visit(DESK).open(f"{SHEET}#buoi-{plan}")
        page.click("text=Kèm chuyện của buổi")
        page.wait_for_selector(".phieu-ke")
        pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        letters = [len(sheet.extract_text()) for sheet in pdf.pages]
        assert letters[-1] > 600, (plan, letters)
        page.emulate_media(media="print")
        for part in (".phieu-ke", ".phieu-gon .phieu-ten", ".phieu-nen > li"):
            inside = page.eval_on_selector_all(
                part, "all => [...new Set(all.map(one => getComputedStyle(one).breakInside))]"
            )
            assert inside == ["avoid"], part
        torn = page.eval_on_selector_all(
            ".phieu-ten .kh", "all => all.filter(one => one.getClientRects().length > 1).length"
        )
        assert page.locator(".phieu-ten .kh").count() >= 1
        assert torn == 0


def test_each_part_of_a_point_stands_on_its_own_line(visit: Any) -> None:
    page = opened(visit(DESK), "#k=anm25/7/1")
    said = page.locator(".phieu-diem").all_inner_texts()
    assert not [line for line in said if "; – " in line or ": – " in line]
    assert sum(line.startswith("– ") for line in said) == 6  # three of point a, three of d


def test_a_card_that_would_be_empty_says_what_the_room_takes_home(visit: Any) -> None:
    page = visit(DESK).open(f"{SHEET}#buoi-15-phut")
    page.click("button:has-text('Thẻ A6')")
    last = page.locator(".the-trang").nth(0).locator(".the-mat").nth(3)
    assert last.locator("li").count() == 5
    assert "Lỡ đăng sai" in last.inner_text()
    # Its back stands where the printer turns the sheet to.
    back = page.locator(".the-trang").nth(1).locator(".the-mat").nth(2)
    assert "Đọc lại, hỏi thêm" in back.inner_text()
    page = opened(visit(DESK), "#k=anm25/7/1&m=the")  # of no plan
    assert page.locator(".the-mat li").count() == 0
