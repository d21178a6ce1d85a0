"""The dispatch: shown letter for letter, each citation one tap away, each target linking back."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from building import Link, Site, text_of
from lxml import html

LETTER = Path(__file__).with_name("cong-van.txt")
"""The dispatch as it reached us; ``*`` sets italics."""
LAW, DECREE = "van-ban/luat-24-2018-qh14/", "van-ban/nghi-dinh-72-2013-nd-cp/"

# target → where it is cited (None: above the first item) and words of the citing sentence
INSTRUMENTS = {
    "van-ban/cong-van-5682-ubnd-long-an-2019/": (None, "5682/UBND-VHXXH"),
    "van-ban/cong-van-3056-sgddt-long-an-2019/": (None, "3056/SGDĐT-HCQT"),
    "van-ban/chi-thi-10-ct-ubnd-long-an-2017/": ("muc-1", "Chỉ thị số 10/CT-UBND ngày 07/6/2017"),
    LAW: ("muc-2", "Luật An ninh mạng năm 2018"),
    DECREE: ("muc-2", "Nghị định số 72/2013/NĐ-CP"),
    "van-ban/nghi-dinh-27-2018-nd-cp/": ("muc-2", "Nghị định 27/2018/NĐ-CP ngày 01/3/2018"),
}
CLAUSES = {
    f"{LAW}dieu-8/#dieu-8-khoan-1": ("muc-2", "Khoản 1 Điều 8"),
    f"{DECREE}dieu-5/#dieu-5-khoan-1": ("muc-2", "Khoản 1 Điều 5"),
    f"{DECREE}dieu-21/#dieu-21-khoan-5": ("muc-2", "Khoản 5 Điều 21"),
    f"{DECREE}dieu-26/#dieu-26-khoan-4": ("muc-2", "Khoản 4 Điều 26"),
}
TARGETS = INSTRUMENTS | CLAUSES


def test_the_letter_stands_letter_for_letter(site: Site) -> None:
    written = " ".join(LETTER.read_text(encoding="utf-8").replace("*", "").split())
    shown = site.tree("cong-van/").get_element_by_id("cong-van-nguyen-van")
    assert unicodedata.normalize("NFC", written) == written
    assert text_of(shown) == written


def test_its_italics_are_those_of_the_letter(site: Site) -> None:
    written = LETTER.read_text(encoding="utf-8").split("*")[1::2]
    shown = site.tree("cong-van/").get_element_by_id("cong-van-nguyen-van")
    assert [text_of(em) for em in shown.iter("em")] == [" ".join(text.split()) for text in written]


def test_its_items_have_addresses(site: Site) -> None:
    letter = site.tree("cong-van/").get_element_by_id("cong-van-nguyen-van")
    for number in range(1, 6):
        item = letter.get_element_by_id(f"muc-{number}")
        assert text_of(item).startswith(f"{number}. ")
    assert "hướng dẫn CB, CC, VC" in text_of(letter.get_element_by_id("muc-2"))


def address(page: str, href: str) -> str:
    """Where a link of ``page`` leads, written as in ``TARGETS``."""
    link = Link(page, "a", href)
    assert link.internal
    return f"{link.path}#{link.fragment}" if link.fragment else link.path


def test_it_links_to_six_instruments_and_four_clauses_and_to_nothing_else(site: Site) -> None:
    letter = site.tree("cong-van/").get_element_by_id("cong-van-nguyen-van")
    shown = {address("cong-van/", a.get("href")) for a in letter.find_class("vd")}
    assert shown == set(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
def test_each_citation_stands_in_the_item_that_cites(site: Site, target: str) -> None:
    letter = site.tree("cong-van/").get_element_by_id("cong-van-nguyen-van")
    item, words = TARGETS[target]
    place = letter.get_element_by_id(item) if item else letter
    links = [a for a in place.find_class("vd") if address("cong-van/", a.get("href")) == target]
    assert any(text_of(a) in words or words in text_of(a) for a in links)


def citers(tree: html.HtmlElement, label: str) -> list[html.HtmlElement]:
    """Who cites one unit, in the fold at the end of an article: a group for each page."""
    own, found = False, []
    for child in tree.get_element_by_id("vien-dan"):
        if child.get("class") == "nguoc-cua":
            own = text_of(child).lower().startswith(f"{label}:")
        elif own:
            found.append(child)
    return found


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_links_back_with_the_sentence(site: Site, target: str) -> None:
    page, _, unit = target.partition("#")
    item, words = TARGETS[target]
    tree = site.tree(page)
    places = citers(tree, words.lower()) if unit else [tree.body]
    wanted = f"cong-van/#{item}" if item else "cong-van/"
    backlinks = [
        a
        for place in places
        for a in place.iter("a")
        if a.get("href")
        and Link(page, "a", a.get("href")).internal
        and address(page, a.get("href")).startswith(wanted)
    ]
    assert backlinks, f"no link back to cong-van/#{item or ''}"
    told = [text_of(a.getparent()) for a in backlinks]
    assert any(words in text for text in told), told


def test_slips_are_marked_beside_the_text(site: Site) -> None:
    tree = site.tree("cong-van/")
    marks = tree.get_element_by_id("cong-van-nguyen-van").find_class("sic")
    assert len(marks) == 3
    for mark in marks:
        assert text_of(mark) == ""
        assert mark.get("aria-label")


def test_item_4_names_no_instrument(site: Site) -> None:
    item = site.tree("cong-van/").get_element_by_id("muc-4")
    assert item.find_class("vd") == []
