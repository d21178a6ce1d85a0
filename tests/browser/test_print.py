"""On paper: the words, their state and their sources; no menu; a foot on every sheet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import DESK, PHONE, PRINTING
from building import SHOWN, Site, text_of
from playwright.sync_api import Page
from pypdf import PdfReader
from vanban.features.print.printing import css_string
from vanban.publish import bundle

ARTICLE = "van-ban/luat-24-2018-qh14/dieu-8/"
DISPATCH = "cong-van/"
A4 = (595, 842)


def sheets(page: Page, file: Path) -> list[str]:
    """The text of each sheet without white space: readers of PDF part letters with two marks."""
    page.pdf(path=file, prefer_css_page_size=True)
    read = PdfReader(file).pages
    for sheet in read:
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == A4
    return [squeezed(sheet.extract_text()) for sheet in read]


def without_numbers(found: list[str]) -> str:
    return re.sub(r"\[\d+\]", "", "".join(found))


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("device", [pytest.param(PHONE, id="phone"), pytest.param(DESK, id="desk")])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_article_on_paper(
    visit: Any, site: Site, tmp_path: Path, device: dict[str, Any], scheme: str
) -> None:
    page = visit(device, scheme).open(ARTICLE)
    found = sheets(page, tmp_path / "dieu-8.pdf")
    whole = without_numbers(found)
    for paragraph in site.tree(ARTICLE).xpath(
        "//section[contains(@class,'dv')]/div[@class='dv-chu']/p"
    ):
        words = squeezed(text_of(paragraph))[:40]
        assert words in whole, words
    for sheet in found:
        assert squeezed("Điều 8 Luật An ninh mạng năm 2018: ■ hết hiệu lực từ 01/7/2026") in sheet
        assert squeezed(f"kiểm tra ngày {SHOWN}") in sheet
    for place in ("Tình huống", "Nền tối", "Trên trang này", "⋯", "Đi tới"):
        assert squeezed(place) not in whole, place
    # The sources print though they are folded on the screen.
    assert page.locator("#can-cu").get_attribute("open") is None
    source = page.locator("#can-cu li").first.text_content() or ""
    assert squeezed(source)[:30] in whole


def test_links_are_numbered_on_paper_alone(visit: Any, tmp_path: Path) -> None:
    visitor = visit(DESK)
    page = visitor.open(ARTICLE)
    whole = "".join(sheets(page, tmp_path / "dieu-8.pdf"))
    assert "[1]" in whole
    assert squeezed("Địa chỉ của các liên kết đánh số trong bài:") in whole
    address = squeezed(visitor.address.removeprefix("http://")) + "van-ban/luat-116-2025-qh15/"
    assert address in whole
    assert page.locator(".in-dan, a[data-in]").count() == 0, "the screen is as before"


def test_the_dispatch_with_its_clauses_on_paper(visit: Any, site: Site, tmp_path: Path) -> None:
    page = visit(PHONE).open(DISPATCH)
    cards = [text_of(card) for card in site.tree(DISPATCH).xpath("//*[@class='the-ten']")]
    found = sheets(page, tmp_path / "thu.pdf")
    assert len(found) <= 2, "the letter alone"
    assert not any(squeezed(card) + "■" in without_numbers(found) for card in cards)
    page.get_by_label("In kèm ghi chú bên lề").check()
    found = sheets(page, tmp_path / "cong-van.pdf")
    whole = without_numbers(found)
    for item in ("muc-1", "muc-2", "muc-3", "muc-4", "muc-5"):
        words = squeezed(text_of(site.tree(DISPATCH).xpath(f"//*[@id='{item}']")[0]))[:60]
        assert words in whole, words
    for card in cards:
        assert any(squeezed(card) + sign in whole for sign in "●◐■◆")
    assert all(squeezed(f"kiểm tra ngày {SHOWN}") in sheet for sheet in found)


@pytest.mark.parametrize(("printed", "left_out"), [(-1, 0), (0, -1)])
def test_one_clause_on_paper(
    visit: Any, site: Site, tmp_path: Path, printed: int, left_out: int
) -> None:
    """“In riêng phần này” leaves the others out, and a clause with all its points is one sheet."""
    page = visit(DESK).open(ARTICLE)
    page.evaluate(PRINTING)
    clauses = page.locator("section.dv-khoan")
    button = clauses.nth(printed).locator(":scope > .dv-dong .cs-nut")
    button.evaluate("button => button.click()")
    page.get_by_text("In riêng phần này").click()
    found = sheets(page, tmp_path / "khoan.pdf")
    assert len(found) == 1
    whole = without_numbers(found)
    paragraphs = site.tree(ARTICLE).xpath(
        "//section[contains(@class,'dv-khoan')]/div[@class='dv-chu']/p"
    )
    assert squeezed(text_of(paragraphs[printed]))[:40] in whole
    assert squeezed(text_of(paragraphs[left_out]))[:40] not in whole


def test_the_foot_is_a_string_of_css() -> None:
    assert css_string('a "b" \\ </style>') == '"a \\22 b\\22  \\5c  \\3c /style>"'


# What the joining of files may and may not do -------------------------------------------------

STYLES = [
    # strings are left alone, with what looks like a comment in them
    ('a::after { content: " ·  /* b */ "; }', 'a:after{content:" ·  /* b */ "}\n'),
    # a descendant keeps its space; Chrome 80 and Safari 13 know :is() by another name
    (
        ".a :is(b, c) {\n  color: red;\n}",
        ".a :-webkit-any(b,c){color:red}.a :is(b,c){color:red}\n",
    ),
    ("/* one */ a{b:c} /* two */\nd{e:f}", "a{b:c}d{e:f}\n"),
    # nothing is written in newer words than they know
    (
        "@media (min-width: 60em) { a { top: 0; right: 0; bottom: 0; left: calc(1px + 2em) } }",
        "@media (min-width:60em){a{top:0;bottom:0;left:calc(1px + 2em);right:0}}\n",
    ),
]


@pytest.mark.parametrize(("source", "wanted"), STYLES)
def test_styles_are_for_the_oldest_browsers(source: str, wanted: str) -> None:
    assert bundle.style([source]) == wanted


def test_pages_lose_indentation_between_tags_only() -> None:
    source = "<p>\n\n  <b>a</b>\n  c\n\n</p>\n\n\n  <pre>\n\n  <i>x</i>\n</pre>\n"
    assert bundle.page(source) == "<p>\n<b>a</b>\n  c\n\n</p>\n<pre>\n\n  <i>x</i>\n</pre>\n"
