"""Actions on a clause: what is copied, shared and printed, and that it is said in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import DESK, PHONE, PRINTING, Visitor
from playwright.sync_api import Browser, Page, expect
from vanban.law.corpus import Corpus
from vanban.law.instrument import vietnamese_date

ARTICLE = "van-ban/nghi-dinh-72-2013-nd-cp/dieu-5/"
POINT = "dieu-5-khoan-1-diem-d"
CITED = "điểm d khoản 1 Điều 5 Nghị định số 72/2013/NĐ-CP ngày 15/7/2013"
ENDED = " (hết hiệu lực từ 25/12/2024)"
"""A citation that is copied always says how what it cites stands."""
CONTENT = "Chép nội dung, hiệu lực và liên kết"


def button(page: Page, unit: str) -> Any:
    if unit == "dieu-5":  # the article's own button stands in the box under its heading
        return page.locator(".dv-dieu > .dv-dong > .cs-nut")
    return page.locator(f"#{unit} ~ .dv-dong > .cs-nut")


def choose(page: Page, unit: str, action: str) -> None:
    button(page, unit).click()
    page.get_by_role("menuitem", name=action, exact=True).click()


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.fixture
def copier(visit: Any) -> Visitor:
    visitor: Visitor = visit(DESK)
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.open(ARTICLE)
    return visitor


@pytest.mark.parametrize(
    ("unit", "action", "copied"),
    [
        (POINT, "Chép trích dẫn", f"{CITED}{ENDED}"),
        # đ is a letter of its own, in words and in addresses
        (
            "dieu-5-khoan-1-diem-dd",
            "Chép trích dẫn",
            "điểm đ khoản 1 Điều 5 Nghị định số 72/2013/NĐ-CP ngày 15/7/2013" + ENDED,
        ),
        ("dieu-5", "Chép trích dẫn", f"Điều 5 Nghị định số 72/2013/NĐ-CP ngày 15/7/2013{ENDED}"),
    ],
)
def test_what_is_copied(copier: Visitor, unit: str, action: str, copied: str) -> None:
    page = copier.page
    choose(page, unit, action)
    expect(page.locator(".cs-bao")).to_contain_text("Đã chép")
    assert clipboard(page) == copied


def test_links_are_those_of_the_page_where_the_site_has_no_address(copier: Visitor) -> None:
    page = copier.page
    choose(page, "dieu-5-khoan-1-diem-dd", "Chép liên kết tới chỗ này")
    expect(page.locator(".cs-bao")).to_contain_text("Đã chép liên kết")
    assert clipboard(page) == f"{copier.address}{ARTICLE}#dieu-5-khoan-1-diem-dd"
    choose(page, "dieu-5-khoan-1-diem-dd", "Chép liên kết tới quy định hôm nay")
    expect(page.locator(".cs-bao")).to_contain_text("quy định hôm nay")
    today = clipboard(page)
    assert today == f"{copier.address}nd72/5/1/dd/nay/"
    page.goto(today)
    page.wait_for_url("**/luat-116-2025-qh15/dieu-7/#dieu-7-khoan-2-diem-dd")


def test_the_content_is_made_for_a_chat(copier: Visitor) -> None:
    """What it says, whose words they are, how it stands, where it is today, and its address."""
    page = copier.page
    choose(page, "dieu-5-khoan-1-diem-dd", CONTENT)
    expect(page.locator(".cs-bao")).to_contain_text("Đã chép nội dung")
    first, second, address = clipboard(page).split("\n")
    shown = page.locator("section:has(> #dieu-5-khoan-1-diem-dd) > .dv-chu > p").first.inner_text()
    assert first == shown
    assert second.startswith("(điểm đ khoản 1 Điều 5 Nghị định số 72/2013/NĐ-CP")
    assert "hết hiệu lực từ 25/12/2024; nay: Điểm đ khoản 2 Điều 7 Luật An ninh mạng" in second
    assert second.endswith("Diễn đạt lại, không phải nguyên văn.)")
    assert address == f"{copier.address}{ARTICLE}#dieu-5-khoan-1-diem-dd"


@pytest.mark.parametrize("unit", ["dieu-5-khoan-1", "dieu-5"])
def test_a_lead_in_is_never_copied_alone(copier: Visitor, unit: str) -> None:
    page = copier.page
    choose(page, unit, CONTENT)
    expect(page.locator(".cs-bao")).to_contain_text("Đã chép nội dung")
    lines = clipboard(page).split("\n")
    assert [line[:2] for line in lines if line[1:2] == ")"] == [f"{one})" for one in "abcdđe"]
    assert not any("Căn cứ" in line or "Khoản 1" in line for line in lines)


def test_what_may_change_is_copied_with_the_day_it_was_checked(visit: Any, corpus: Corpus) -> None:
    law = corpus.instruments["luat-116-2025-qh15"]
    checked = vietnamese_date(law.validity.evidence.checked)
    visitor = visit(DESK)
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visitor.open("van-ban/luat-116-2025-qh15/dieu-7/")
    choose(page, "dieu-7-khoan-1", "Chép trích dẫn")
    expect(page.locator(".cs-bao")).to_contain_text("Đã chép")
    assert clipboard(page).endswith(f"(còn hiệu lực, kiểm tra ngày {checked})")


def test_without_a_clipboard_the_old_way_or_a_field_to_copy_from(visit: Any) -> None:
    page = visit(DESK).open(ARTICLE)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    choose(page, POINT, "Chép trích dẫn")
    expect(page.locator(".cs-bao")).to_contain_text(f"Đã chép trích dẫn: {CITED}{ENDED}")
    # and where the browser refuses that too, the words stand selected in a field
    page.evaluate("document.execCommand = () => false")
    choose(page, POINT, "Chép trích dẫn")
    field = page.locator(".cs-o")
    expect(field).to_be_focused()
    expect(field).to_have_value(f"{CITED}{ENDED}")
    assert page.evaluate("getSelection().toString()") == f"{CITED}{ENDED}"


def test_sharing_where_the_device_can(visit: Any) -> None:
    visitor = visit(PHONE)
    visitor.page.add_init_script("navigator.share = what => { window.shared = what; }")
    page = visitor.open(ARTICLE)
    choose(page, POINT, "Chia sẻ qua ứng dụng khác")
    expect(page.locator(".cs-bao")).to_contain_text("Đã chia sẻ")
    shared = page.evaluate("window.shared")
    assert shared["url"].endswith(f"{ARTICLE}#{POINT}")
    assert shared["text"].startswith(CITED)


def test_the_menu_by_key(copier: Visitor) -> None:
    page = copier.page
    button(page, POINT).focus()
    page.keyboard.press("ArrowDown")
    items = page.get_by_role("menuitem")
    expect(items.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(items.last).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(items.first).to_be_focused()
    page.keyboard.press("End")
    expect(items.last).to_be_focused()
    page.keyboard.press("Escape")
    expect(items).to_have_count(0)
    expect(button(page, POINT)).to_be_focused()
    page.keyboard.press("Enter")
    expect(button(page, POINT)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    expect(page.locator(".cs-bao")).to_contain_text(
        "Đã chép nội dung"
    )  # the first is made for a chat
    expect(button(page, POINT)).to_be_focused()


def test_a_press_elsewhere_closes_the_menu(visit: Any) -> None:
    page = visit(PHONE).open(ARTICLE)
    button(page, POINT).tap()
    sizes = page.locator(".cs-viec").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(sizes) >= 44
    page.locator("h1").tap(position={"x": 5, "y": 5})
    expect(page.get_by_role("menuitem")).to_have_count(0)


def test_the_buttons_move_nothing(visit: Any) -> None:
    """Room for them is kept before the script runs."""
    page = visit(PHONE).open(ARTICLE)
    places = "() => [...document.querySelectorAll('.dv-ten')].map(one => one.offsetTop)"
    before = page.evaluate(places)
    assert page.locator(".cs-nut").count() > 5
    page.evaluate("document.querySelectorAll('.cs-nut').forEach(one => one.remove())")
    assert page.evaluate(places) == before


def test_printing_one_clause_leaves_out_the_rest(visit: Any) -> None:
    page = visit(DESK).open(ARTICLE)
    page.evaluate(PRINTING)
    choose(page, POINT, "In riêng phần này")
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.locator(f"#{POINT}")).to_be_visible()
    expect(page.locator("#dieu-5-khoan-1-diem-e")).to_be_hidden()
    expect(page.locator("#dieu-5-khoan-2")).to_be_hidden()
    expect(page.locator(".cs-in-dau")).to_contain_text(f"{CITED}{ENDED}")
    expect(page.locator(".cs-nut").first).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#dieu-5-khoan-2")).to_be_visible()
    expect(page.locator(".cs-in-dau")).to_have_count(0)


@pytest.mark.parametrize("device", [pytest.param(PHONE, id="phone"), pytest.param(DESK, id="desk")])
@pytest.mark.parametrize("unit", ["dieu-5-khoan-1", POINT])
def test_the_whole_clause_that_a_link_names_is_lit(
    visit: Any, device: dict[str, Any], unit: str
) -> None:
    page = visit(device).open(f"{ARTICLE}#{unit}")
    words = page.locator(f"section:has(> #{unit}) > .dv-chu")
    look = "one => getComputedStyle(one).backgroundColor"
    lit = words.evaluate(look)
    top = page.locator(f"section:has(> #{unit})").bounding_box()
    assert top
    assert top["y"] >= -1  # the section begins in the window: nothing sticks to its top
    page.evaluate("location.hash = ''")
    assert words.evaluate(look) != lit


@pytest.fixture
def published_page(chromium: Browser, published: Path) -> Iterator[Page]:
    context = chromium.new_context(**DESK, locale="vi-VN")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto((published / ARTICLE / "index.html").as_uri())
    yield page
    context.close()


def test_a_link_to_a_unit_of_ended_law_lands_on_its_state(visit: Any) -> None:
    page = visit(PHONE).open("van-ban/luat-24-2018-qh14/dieu-8/#dieu-8-khoan-1")
    beside = "one => getComputedStyle(one, '::after').content"
    assert "hết hiệu lực từ" in page.locator("#dieu-8-khoan-1").evaluate(beside)
    # it stands in the first screen, and law in force is not called anything
    assert (
        0
        <= page.locator("#dieu-8-khoan-1").evaluate("one => one.getBoundingClientRect().top")
        < 400
    )
    page = visit(PHONE).open("van-ban/luat-116-2025-qh15/dieu-7/#dieu-7-khoan-1")
    assert "hiệu lực" not in page.locator("#dieu-7-khoan-1").evaluate(beside)


def test_links_are_short_and_public_where_the_site_has_an_address(published_page: Page) -> None:
    """Also from a copy on a disk: what goes into a chat must lead there for everybody."""
    choose(published_page, POINT, "Chép liên kết tới chỗ này")
    told = published_page.locator(".cs-bao")
    expect(told).to_contain_text("https://truong.invalid/luat/nd72/5/1/d/")
    choose(published_page, POINT, "Chép liên kết tới quy định hôm nay")
    expect(told).to_contain_text("https://truong.invalid/luat/nd72/5/1/d/nay/")


def test_a_share_page_names_its_own_address_and_the_clause_as_canonical(published: Path) -> None:
    text = (published / "nd72/5/1/d/index.html").read_text(encoding="utf-8")
    assert len(text.encode()) <= 1500
    assert 'property="og:url" content="https://truong.invalid/luat/nd72/5/1/d/"' in text
    page = "https://truong.invalid/luat/van-ban/nghi-dinh-72-2013-nd-cp/dieu-5/"
    assert f'rel="canonical" href="{page}"' in text
    article = (published / ARTICLE / "index.html").read_text(encoding="utf-8")
    assert f'<meta property="og:url" content="{page}">' in article


def test_nothing_of_this_device_leaves_a_copy_without_an_address(visit_disk: Any) -> None:
    page = visit_disk(DESK).open(ARTICLE.rstrip("/") + ".html")
    page.evaluate(PRINTING)
    told = page.locator(".cs-bao")
    for act in ("Chép liên kết tới chỗ này", "Chép liên kết tới quy định hôm nay"):
        choose(page, POINT, act)
        expect(told).to_contain_text("chưa có địa chỉ nào mà người khác mở được")
    for act in ("Chép nội dung, hiệu lực và liên kết", "Chép trích dẫn", "In riêng phần này"):
        choose(page, POINT, act)
        expect(told).not_to_have_text("")
        assert "file:" not in told.inner_text()
        assert not any(
            "file:" in value
            for value in told.locator("input").evaluate_all(
                "fields => fields.map(field => field.value)"
            )
        )
        assert "file:" not in page.locator(".md-content").inner_text()
