"""The time line: from the first year that the data knows to the last, whatever they are."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from building import text_of
from lxml import html
from samples import EVIDENCE, corpus_of, van_ban
from vanban.cite.engine import Engine
from vanban.cite.graph import Graph
from vanban.features import FEATURES
from vanban.features.overview.overview import tables
from vanban.page.context import PageContext
from vanban.page.fragments import Fragments
from vanban.page.library import Library

PAGE = "trang.md"
LETTER = "---\nthoi-diem: {}\n---\n\n# Thư\n\n## Nguyên văn {{#nguyen-van}}\n\nKính gửi.\n"


def decree(number: int, validity: str) -> str:
    return van_ban(
        so=f"{number}/1990/NĐ-CP",
        ban_hanh=None,
        ma=f"nd{number}",
        hieu_luc=f"{{{validity}, {EVIDENCE[1:]}",
    )


def drawn(
    folder: Path, today: date, *validities: str, letters: tuple[str, ...] = ()
) -> html.HtmlElement:
    """The time line of decrees 1, 2, … and of letters that speak from the days given."""
    files: dict[str, str | bytes] = {PAGE: "# Trang\n\nA.\n"}
    for number, validity in enumerate(validities, 1):
        files[f"van-ban/nd-{number}/van-ban.yml"] = decree(number, validity)
        files[f"van-ban/nd-{number}/index.md"] = f"# Nghị định {number}\n\nA.\n"
    for number, day in enumerate(letters, 1):
        files[f"thu-{number}/van-ban.yml"] = van_ban(
            loai="Công văn", so=f"{number}/PGDĐT", ma=f"thu{number}", ban_hanh=None
        )
        files[f"thu-{number}/index.md"] = LETTER.format(day)
    corpus = corpus_of(folder, files)
    assert not corpus.problems
    library = Library(corpus, Graph(()), Engine(corpus).cite, today)
    fragments = Fragments(FEATURES)
    here = PageContext(library, corpus.pages[PAGE], fragments)
    made: list[Element] = tables("")["dòng thời gian"](here)
    text = "".join(html.etree.tostring(_copied(one), encoding="unicode") for one in made)
    return html.fromstring(text)


def _copied(element: Element) -> html.HtmlElement:
    copy = html.etree.Element(element.tag, dict(element.attrib))
    copy.text, copy.tail = element.text, element.tail
    copy.extend(_copied(child) for child in element)
    return copy


def bars(tree: html.HtmlElement) -> list[tuple[float, float]]:
    """First and last day of each bar, as years: 2020.5 is the middle of 2020."""
    (first,) = {int(word) for word in text_of(tree).split() if word.isdigit()} - {1}
    found = []
    for bar in tree.xpath("//rect"):
        width = int(bar.getparent().get("viewbox", bar.getparent().get("viewBox")).split()[2])
        start = int(bar.get("x"))
        assert 0 <= start < start + int(bar.get("width")) <= width
        found.append((first + start / 100, first + (start + int(bar.get("width"))) / 100))
    return found


@pytest.mark.parametrize(
    ("today", "validity", "begins", "ends", "words"),
    [
        (date(2026, 7, 1), "trang-thai: con, tu: 2020-01-01", 2020, 2026.5, "nay"),
        # the day of checking is moved years on: the bar and the axis grow with it
        (date(2041, 7, 1), "trang-thai: con, tu: 2020-01-01", 2020, 2041.5, "nay"),
        # older and newer than anything before
        (date(2026, 7, 1), "trang-thai: con, tu: 1994-07-01", 1994.5, 2026.5, "nay"),
        (
            date(2026, 7, 1),
            "trang-thai: het, tu: 1999-01-01, den: 2013-01-01, boi-chu: x",
            *(1999, 2013, "01/01/2013"),
        ),
        # ends only after the day of checking, or begins only then
        (
            date(2026, 7, 1),
            "trang-thai: het, tu: 2020-01-01, den: 2033-07-01, boi-chu: x",
            *(2020, 2033.5, "01/7/2033"),
        ),
        (date(2026, 7, 1), "trang-thai: con, tu: 2030-07-01", 2030.5, 2031, ""),
        (date(2032, 7, 1), "trang-thai: con, tu: 2030-07-01", 2030.5, 2032.5, "nay"),
        # nobody knows whether it has ended: then “tới nay” would be more than is known
        (date(2026, 7, 1), "trang-thai: chua-ro, tu: 2020-01-01", 2020, 2026.5, "chưa rõ"),
        # ended, and nobody knows when
        (
            date(2026, 9, 1),
            "trang-thai: het, tu: 2020-01-01, boi-chu: x",
            *(2020, 2026.66, "chưa rõ"),
        ),
    ],
)
def test_a_bar_lasts_as_long_as_the_law(
    tmp_path: Path, today: date, validity: str, begins: float, ends: float, words: str
) -> None:
    tree = drawn(tmp_path, today, validity)
    ((first, last),) = bars(tree)
    assert (first, last) == (pytest.approx(begins, abs=0.02), pytest.approx(ends, abs=0.02))
    assert [text_of(cell) for cell in tree.xpath("//tbody/tr/td[last()]")] == [words]


def test_what_is_to_come_is_not_told_as_in_force(tmp_path: Path) -> None:
    tree = drawn(tmp_path, date(2026, 7, 1), "trang-thai: con, tu: 2030-07-01")
    assert tree.xpath("//svg/@aria-label") == ["Sẽ có hiệu lực từ 01/7/2030"]


def test_each_letter_is_a_mark_with_its_name_and_no_bar(tmp_path: Path) -> None:
    days = ("2012-07-01", "2029-01-01")
    law = "trang-thai: con, tu: 2020-01-01"
    tree = drawn(tmp_path, date(2026, 7, 1), law, letters=days)
    assert len(tree.xpath("//rect")) == 1
    names = [text_of(link) for link in tree.xpath("//p[@class='tg-chu']/a")]
    assert names == ["Công văn 1/PGDĐT", "Công văn 2/PGDĐT"]
    assert [int(mark.get("x1")) for mark in tree.xpath("//line[@class='tg-moc']")] == [50, 1700]


def test_no_letter_no_mark(tmp_path: Path) -> None:
    tree = drawn(tmp_path, date(2026, 7, 1), "trang-thai: con, tu: 2020-01-01")
    assert "Đường đứt" not in text_of(tree)
