"""How a citation becomes a link: where it does, where it must not, and that no text is lost."""

from __future__ import annotations

import unicodedata
from xml.etree.ElementTree import Element, tostring

import markdown
import pytest
from vanban.cite.citation import Context
from vanban.cite.engine import Engine
from vanban.law.corpus import Corpus
from vanban.page.linking import link_tree, relative

CLAUSE = "../van-ban/luat-24-2018-qh14/dieu-8.md#dieu-8-khoan-1"
WORDS = "khoản 1 Điều 8 Luật An ninh mạng năm 2018"


def linked(corpus: Corpus, source: str) -> Element:
    """The tree of a Markdown source after linking, as a page in ``docs/tra-cuu/`` has it."""
    md = markdown.Markdown(extensions=["tables", "attr_list"])
    root = md.parser.parseDocument(source.split("\n")).getroot()
    md.treeprocessors["inline"].run(root)
    before = "".join(root.itertext())
    engine = Engine(corpus)
    link_tree(root, lambda text, _: engine.cite(text, Context()), corpus, "tra-cuu/x.md")
    assert "".join(root.itertext()) == before  # nothing of the text is lost, added or moved
    return root


def hrefs(root: Element) -> list[str]:
    return [str(link.get("href")) for link in root.iter("a") if link.get("class") == "vd"]


@pytest.mark.parametrize(
    "source",
    [
        f"Theo {WORDS}.",
        f"- một\n- hai: {WORDS}",  # in a list
        f"> {WORDS}",  # in a quotation
        f"| a | b |\n|---|---|\n| {WORDS} | c |",  # in a cell
        "Theo khoản 1\nĐiều 8 Luật An ninh mạng năm 2018.",  # across a line break
        unicodedata.normalize("NFD", f"Theo {WORDS}."),  # accents as marks of their own
        f"Theo **{WORDS}**.",  # inside emphasis
    ],
)
def test_a_citation_becomes_one_link(corpus: Corpus, source: str) -> None:
    assert hrefs(linked(corpus, source)) == [CLAUSE]


@pytest.mark.parametrize(
    "source",
    [
        "khoản 1 **Điều 8** Luật An ninh mạng năm 2018",
        "*khoản 1 Điều 8* của Luật An ninh mạng năm 2018",
        "khoản 1 Điều 8 *(các hành vi)* của Luật An ninh mạng năm 2018",  # brackets in italics
    ],
)
def test_across_emphasis_every_piece_leads_to_the_same_clause(corpus: Corpus, source: str) -> None:
    found = hrefs(linked(corpus, source))
    assert found
    assert set(found) == {CLAUSE}


@pytest.mark.parametrize(
    "source",
    [
        f"`{WORDS}`",  # code
        f"    {WORDS}",  # indented code
        f"[{WORDS}](https://vbpl.vn)",  # a link of the author's own
        f"# {WORDS}",  # a heading
        "Nhà trường nộp một khoản tiền.",
    ],
)
def test_code_links_and_headings_keep_out(corpus: Corpus, source: str) -> None:
    assert hrefs(linked(corpus, source)) == []


def test_an_instrument_that_is_not_here_is_marked_and_not_linked(corpus: Corpus) -> None:
    root = linked(corpus, "theo Nghị định số 100/2019/NĐ-CP")
    (mark,) = [item for item in root.iter("span") if item.get("class") == "vd-ngoai"]
    assert mark.text == "Nghị định số 100/2019/NĐ-CP"
    assert mark.get("title")


def test_the_ends_of_a_range_are_links_and_not_its_inside(corpus: Corpus) -> None:
    root = linked(corpus, "từ điểm a đến điểm e khoản 1 Điều 8 Luật An ninh mạng năm 2018")
    assert [href.rpartition("-")[2] for href in hrefs(root)] == ["a", "e"]


def test_a_citation_beside_a_link_is_still_found(corpus: Corpus) -> None:
    root = linked(corpus, f"[xem](x.md) {WORDS}, [và](y.md) `code` {WORDS}")
    assert hrefs(root) == [CLAUSE, CLAUSE], tostring(root, encoding="unicode")


@pytest.mark.parametrize(
    ("page", "other", "link"),
    [
        ("index.md", "van-ban/x/index.md", "van-ban/x/index.md"),
        ("van-ban/x/dieu-1.md", "van-ban/x/dieu-2.md", "dieu-2.md"),
        ("van-ban/x/dieu-1.md", "van-ban/y/dieu-2.md", "../y/dieu-2.md"),
        ("cong-van/index.md", "index.md", "../index.md"),
    ],
)
def test_links_are_relative_to_the_source(page: str, other: str, link: str) -> None:
    assert relative(page, other) == link
