"""What the pages say of the law: every amount has its base, every claim its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from building import ROOT, Site, text_of
from lxml import html
from vanban.page.views import CERTAINTY_WORDS
from vanban.project import open_project

AMOUNT = re.compile(r"\d\s*(?:-|–|đến)?\s*\d*\s*(?:triệu|tỷ)\b", re.IGNORECASE)
SUM = re.compile(r"\d (?:triệu )?đồng")
BASE = ("cá nhân", "tổ chức")


def has_class(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def blocks(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The smallest blocks of prose of the main text."""
    for element in tree.xpath("//article//*[self::p or self::li or self::td or self::dd]"):
        if not element.xpath(".//p | .//li | .//td | .//dd"):
            yield element


def test_every_amount_says_whose_it_is_and_where_it_stands(site: Site) -> None:
    wrong = []
    for path in site.pages:
        for block in blocks(site.tree(path)):
            text = text_of(block)
            if not AMOUNT.search(text):
                continue
            based = any(base in text.lower() for base in BASE)
            of_article = "/dieu-" in path
            linked = block.xpath(
                f".//a[{has_class('vd')}] | ancestor::*[{has_class('dan')}]//a | ancestor::tr//a"
                f" | ancestor::*[{has_class('nguoc')} or {has_class('th')}]//a"
                # the box of sums beside an answer, and a row of the table of fines
                f" | ancestor::*[{has_class('tien')} or {has_class('phat-viec')}"
                f" or {has_class('phat')}]//a"
                # an answer that sums up the table below it
                f" | self::*[{has_class('tl-cau')}]/following::*[{has_class('phat')}]//a"
            )
            if not based or not (of_article or linked):
                wrong.append(f"{path}: {text[:120]}")
    assert wrong == []


SURE = re.compile(rf"(?:{'|'.join(CERTAINTY_WORDS.values())})\W+kiểm tra (?:ngày )?\d")
GROUNDS = ("can-cu", "tom-tat")
"""The fold of a page that holds all it rests on: how sure, from what, checked when."""


def says_how_sure(element: html.HtmlElement) -> bool:
    return bool(SURE.search(text_of(element)))


@pytest.mark.parametrize("name", ["phat-bai-dang", "phat-du-lieu"])
def test_the_pages_on_fines_show_each_sum_without_a_tap(site: Site, name: str) -> None:
    """A point's sum stands in its clause: read alone, the card of a point named none."""
    tree = site.tree(f"hom-nay/{name}/")
    cards = tree.xpath(f"//article//div[{has_class('dan')} and not({has_class('dan-con')})]")
    costly = [card for card in cards if AMOUNT.search(text_of(card))]
    assert len(costly) > 5
    for card in costly:
        words = [text_of(one) for one in card.xpath(f".//*[{has_class('dan-loi')}]/*")]
        shown = [text for text in words if SUM.search(text)]
        assert shown, text_of(card)[:120]
        assert any(base in shown[0].lower() for base in BASE)


def test_several_fines_of_a_page_are_told_apart(site: Site) -> None:
    untold = [
        path
        for path in site.pages
        for box in site.tree(path).xpath(f"//*[{has_class('tien-bang')}]")
        if not all(text_of(one) for one in box.xpath(f".//*[{has_class('tien-noi')}]"))
        or not box.xpath(f"self::*[{has_class('tien-khi')}]")
    ]
    assert untold == []


def test_an_ended_article_without_a_page_says_where_it_stands_today(site: Site) -> None:
    """A reader who looks for it lands in the outline of its decree."""
    (article,) = site.tree("van-ban/nghi-dinh-15-2020-nd-cp/").xpath("//*[@id='dieu-101']")
    assert "Điều 95 Nghị định 174/2026/NĐ-CP" in text_of(article)


def test_every_provision_drawn_in_says_how_sure_and_checked_when(site: Site) -> None:
    seen = 0
    for path in site.pages:
        for card in site.tree(path).xpath(f"//*[{has_class('dan')}]"):
            if {"dan-con", "dan-chuyen"} & set(card.get("class", "").split()):
                continue  # part of a card that says it once; a story that states no law
            seen += 1
            # What holds for the whole page is said once, under its title.
            lines = site.tree(path).xpath(f"//*[{has_class('tl-nguon')}]")
            assert says_how_sure(card) or any(map(says_how_sure, lines)), (path, text_of(card)[:80])
    assert seen


@pytest.mark.parametrize("name", ["hom-nay", "truoc-day", "the"])
def test_what_a_page_compares_rests_on_grounds_one_tap_away(site: Site, name: str) -> None:
    """One quiet line under the title says how sure and since when, and leads to the rest."""
    pages = [path for path in site.pages if site.tree(path).xpath(f"//*[{has_class(name)}]")]
    assert pages
    for path in pages:
        tree = site.tree(path)
        (line,) = tree.xpath(f"//p[{has_class('tl-nguon')}]")
        assert re.search(r"kiểm tra \d", text_of(line)), path
        (to,) = line.xpath("./a[starts-with(@href, '#')]/@href")
        assert to.lstrip("#") in GROUNDS, path
        assert says_how_sure(tree.get_element_by_id(to[1:])), path


def test_every_comparison_names_its_own_grounds(site: Site) -> None:
    """Where an article or an instrument is sent to today's law, its grounds say from what."""
    seen = 0
    for path in site.pages:
        tree = site.tree(path)
        if tree.xpath(f"//aside[{has_class('hom-nay')}]") and path.startswith("van-ban/"):
            seen += 1
            assert re.search(r"Ghép .*?với hôm nay: ", text_of(tree.get_element_by_id("can-cu"))), (
                path
            )
    assert seen


def test_the_sources_have_no_problem() -> None:
    """Lengths, amounts, ends of validity and all else that an editor hears from ``make check``."""
    assert [str(problem) for problem in open_project(ROOT).problems] == []


def test_every_page_is_three_taps_from_home(site: Site) -> None:
    reached, edge = {""}, [""]
    for _ in range(3):
        after = []
        for path in edge:
            for link in site.links(path):
                to = link.path
                if link.element == "a" and link.internal and to not in reached:
                    reached.add(to)
                    after.append(to)
        edge = [path for path in after if path == "" or path.endswith("/")]
    missed = [
        path
        for path in site.pages
        if path.endswith("/") and path not in reached and not _is_share_page(site, path)
    ]
    assert missed == []


def _is_share_page(site: Site, path: str) -> bool:
    """Pages that only lead on from a chat or a slide; nobody browses to them."""
    return bool(site.tree(path).xpath("//meta[@name='robots' and @content='noindex']"))
