"""Official wording stands beside ours, unit by unit, with its citations linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from lxml import html
from synthetic.pages import Reader, read, today
from vanban.cite.engine import Engine
from vanban.law.units import parse_id
from vanban.law.wording import Wording, check, digest

PAGE = "van-ban/luat-11-2012-qh13/dieu-5.md"
LINES = {
    "dieu-5": ("Điều 5. Việc phải làm", "Ai cũng làm."),
    "dieu-5-khoan-2": ("2. Theo khoản 1 Điều này và Điều 23a Luật này.",),
    "dieu-5-khoan-1-diem-dd": ("đ) <b>Khóa</b> cửa & về.",),
}
SOURCE = {"dang": "Word", "tep": "luat.docx", "ngay": "2026-11-26"}


def wording(
    lines: Mapping[str, tuple[str, ...]], written: Mapping[str, str] | None = None
) -> Wording:
    digests = {key: digest(rows) for key, rows in lines.items()} if written is None else written
    return Wording(SOURCE, {parse_id(key): rows for key, rows in lines.items()}, digests)


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    knowledge = read()
    corpus = replace(knowledge.corpus, official={"luat-11-2012-qh13": wording(LINES)})
    return Reader(replace(knowledge, corpus=corpus, engine=Engine(corpus)), today()).page(PAGE)


def fold(page: html.HtmlElement, unit: str) -> html.HtmlElement:
    """The fold with the official wording of one unit: the first behind its heading."""
    return page.get_element_by_id(unit).xpath("following::details[contains(@class,'nv')][1]")[0]


def test_each_unit_has_its_own_lines(page: html.HtmlElement) -> None:
    assert len(page.xpath("//details[contains(@class,'nv')]")) == len(LINES)
    for unit, lines in LINES.items():
        shown = [" ".join(one.text_content().split()) for one in fold(page, unit).xpath(".//div/p")]
        assert shown == list(lines), unit


def test_what_it_cites_is_linked_where_it_stands(page: html.HtmlElement) -> None:
    links = fold(page, "dieu-5-khoan-2").xpath(".//a/@href")
    assert [link.rpartition("/")[2] for link in links] == [
        "dieu-5.md#dieu-5-khoan-1",
        "dieu-23a.md#dieu-23a",
    ]


def test_its_source_is_told(page: html.HtmlElement) -> None:
    told = fold(page, "dieu-5").xpath("string(.//p[@class='nv-nguon'])")
    assert "Word, tệp luat.docx, nhập ngày 26/11/2026" in told
    assert "Không phải bản chính thức" in told


def test_a_unit_that_was_changed_says_so() -> None:
    old = {key: digest(rows) for key, rows in LINES.items()} | {"dieu-5-khoan-2": "0"}
    knowledge = read()
    corpus = replace(knowledge.corpus, official={"luat-11-2012-qh13": wording(LINES, old)})
    page = Reader(replace(knowledge, corpus=corpus, engine=Engine(corpus)), today()).page(PAGE)
    marked = page.xpath("//details[contains(., 'không còn như khi nhập vào')]")
    assert marked == [fold(page, "dieu-5-khoan-2")]
    assert "Nguyên văn chưa có ở đây" not in page.text_content()


def test_without_one_nothing_is_added() -> None:
    assert Reader(read(), today()).page(PAGE).xpath("//details[contains(@class,'nv')]") == []


def test_where_there_is_none_the_page_says_where_to_look() -> None:
    told = " ".join(Reader(read(), today()).page(PAGE).text_content().split())
    assert "Nguyên văn chưa có ở đây: tra số 11/2012/QH13" in told


def test_a_change_by_hand_is_a_problem() -> None:
    assert check(wording(LINES), "nguyen-van.md") == []
    lines = LINES | {"dieu-5": ("Điều 5. Việc nên làm",)}
    old = {key: digest(rows) for key, rows in LINES.items()}
    (problem,) = check(wording(lines, old), "nguyen-van.md")
    assert "Điều 5 không còn như khi nhập vào" in problem.message
    del lines["dieu-5"]
    (problem,) = check(wording(lines, old), "nguyen-van.md")
    assert "mất dieu-5" in problem.message
    (problem,) = check(None, "nguyen-van.md")
    assert "hooks import" in problem.suggestion
