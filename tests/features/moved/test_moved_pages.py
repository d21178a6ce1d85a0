"""Addresses that were printed last year still arrive, and the reader hears of it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import pytest
from lxml import html
from synthetic.pages import Knowledge, Reader, read, today
from vanban.features.handout import handout_data
from vanban.features.moved.moved_pages import MovedPages
from vanban.law.moves import moves_of

OLD = """\
tinh-huong/mau-do/ → tinh-huong/do-mau/
van-ban/luat-thu/
van-ban/luat-thu/dieu-5/
van-ban/luat-thu/dieu-5/#dieu-5-khoan-1
van-ban/luat-thu/* → van-ban/luat-11-2012-qh13/*
van-ban/luat-11-2012-qh13/#dieu-99 → van-ban/luat-22-2023-qh15/dieu-7/#dieu-7-khoan-2
van-ban/luat-11-2012-qh13/dieu-5/#dieu-5-khoan-9 → tn12/5/1/dd/
lt12/
lt12/5/1/dd/
lt12/5/1/dd/nay/
lt12/* → tn12/*
bo/ → ./
tap-huan/nua-gio.pptx → tap-huan/buoi-thu.pptx
tinh-huong/don.docx → tinh-huong/don-moi.docx
"""
"""A page, an instrument, units of it that left a page that stands, a code, one gone home."""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read()


def moved(knowledge: Knowledge, directories: bool = True) -> MovedPages:
    library = Reader(knowledge, today()).library
    given = frozenset({"tap-huan/buoi-thu.pptx", "tinh-huong/don-moi.docx"})
    return MovedPages(library, moves_of(library.corpus, OLD, given), directories)


def links(markup: str) -> Mapping[str, str]:
    """Words of each link that leads on, with its address."""
    tree = html.document_fromstring(markup)
    found = tree.xpath("//*[contains(@class,'da-chuyen')]//a")
    return {" ".join(link.text_content().split()): link.get("href") for link in found}


@pytest.mark.parametrize(
    ("old", "words", "address"),
    [
        ("tinh-huong/mau-do/", "Lỡ làm đổ mẫu", "../do-mau/?tu=tinh-huong/mau-do/"),
        (
            "van-ban/luat-thu/",
            "Luật Thử nghiệm năm 2012",
            "../luat-11-2012-qh13/?tu=van-ban/luat-thu/",
        ),
        ("lt12/", "Luật Thử nghiệm năm 2012", "../van-ban/luat-11-2012-qh13/?tu=lt12/"),
        (
            "lt12/5/1/dd/",
            "Điểm đ khoản 1 Điều 5 Luật Thử nghiệm năm 2012",
            "../../../../van-ban/luat-11-2012-qh13/dieu-5/?tu=lt12/5/1/dd/#dieu-5-khoan-1-diem-dd",
        ),
        (
            "lt12/5/1/dd/nay/",
            "Điểm đ khoản 1 Điều 5 Luật Thử nghiệm năm 2012: hôm nay ở đâu?",
            "../../../../../tn12/5/1/dd/nay/?tu=lt12/5/1/dd/nay/",
        ),
        ("bo/", "Trang thử", "../?tu=bo/"),
    ],
)
def test_a_page_that_is_gone_leads_on(
    knowledge: Knowledge, old: str, words: str, address: str
) -> None:
    page = {page.path: page.html for page in moved(knowledge).all()}[old]
    assert dict(list(links(page).items())[:1]) == {words: address}
    assert f"Nội dung ở <b>{old}</b> nay ở:" in page
    # without script too
    assert html.document_fromstring(page).xpath("//meta[@http-equiv]/@content") == [
        f"0;url={address}"
    ]


def test_an_anchor_of_a_page_that_is_gone_goes_its_own_way(knowledge: Knowledge) -> None:
    page = {page.path: page.html for page in moved(knowledge).all()}["van-ban/luat-thu/dieu-5/"]
    line = html.document_fromstring(page).get_element_by_id("dieu-5-khoan-1")
    assert line.xpath(".//a/@href") == [
        "../../luat-11-2012-qh13/dieu-5/?tu=van-ban/luat-thu/dieu-5/%23dieu-5-khoan-1#dieu-5-khoan-1"
    ]


def test_an_anchor_that_left_a_page_leaves_a_line(knowledge: Knowledge) -> None:
    found = moved(knowledge).lines("van-ban/luat-11-2012-qh13/index.md")
    assert re.findall(r'<p class="da-chuyen" id="([^"]*)"', found) == ["dieu-99"]
    assert links(found) == {
        "Khoản 2 Điều 7 Luật Thử nghiệm năm 2023": (
            "../luat-22-2023-qh15/dieu-7/?tu=van-ban/luat-11-2012-qh13/%23dieu-99#dieu-7-khoan-2"
        )
    }
    assert moved(knowledge).lines("tap-huan/index.md") == ""


def test_a_page_knows_what_has_moved_to_it(knowledge: Knowledge) -> None:
    """Its script believes no other link that says so: anybody can write one."""

    def known(page: str) -> list[str]:
        found = re.search('<script type="application/json" id="tu-dia-chi">(.*?)</script>', page)
        return json.loads(found[1]) if found else []  # type: ignore[no-any-return]

    pages = moved(knowledge)
    assert known(pages.lines("index.md")) == ["bo/"]
    assert known(pages.lines("tinh-huong/do-mau.md")) == ["tinh-huong/mau-do/"]
    page = "van-ban/luat-11-2012-qh13/dieu-5.md"
    assert set(known(pages.lines(page))) == {
        "lt12/5/1/dd/",
        "van-ban/luat-11-2012-qh13/dieu-5/#dieu-5-khoan-9",
        "van-ban/luat-thu/dieu-5/",
        "van-ban/luat-thu/dieu-5/#dieu-5-khoan-1",
    }


def test_a_file_that_is_gone_leads_to_the_one_in_its_place(knowledge: Knowledge) -> None:
    """Servers send the name of a folder without its slash on to the folder."""
    for directories in (True, False):
        pages = {page.path: page.html for page in moved(knowledge, directories).all()}
        assert links(pages["tap-huan/nua-gio.pptx/"]) == {
            "tap-huan/buoi-thu.pptx": "../buoi-thu.pptx?tu=tap-huan/nua-gio.pptx"
        }
        assert links(pages["tinh-huong/don.docx/"]) == {
            "tinh-huong/don-moi.docx": "../don-moi.docx?tu=tinh-huong/don.docx"
        }


def test_from_a_disk_links_name_files(knowledge: Knowledge) -> None:
    found = moved(knowledge, directories=False).lines("van-ban/luat-11-2012-qh13/dieu-5.md")
    assert list(links(found).values()) == [
        "dieu-5.html?tu=van-ban/luat-11-2012-qh13/dieu-5/%23dieu-5-khoan-9#dieu-5-khoan-1-diem-dd"
    ]


def test_only_what_is_gone_leaves_a_page(knowledge: Knowledge) -> None:
    assert sorted(page.path for page in moved(knowledge).all()) == [
        "bo/",
        "lt12/",
        "lt12/5/1/dd/",
        "lt12/5/1/dd/nay/",
        "tap-huan/nua-gio.pptx/",
        "tinh-huong/don.docx/",
        "tinh-huong/mau-do/",
        "van-ban/luat-thu/",
        "van-ban/luat-thu/dieu-5/",
    ]


def test_hand_outs_of_last_year_find_their_items(knowledge: Knowledge) -> None:
    """Their addresses name items by short addresses and by names of pages."""
    made = moved(knowledge)
    found = handout_data.data(made.library, "", directory_urls=True, moves=made.moves)
    assert found["doi"] == {"lt12/5/1/dd": "tn12/5/1/dd", "~mau-do": "~do-mau"}
