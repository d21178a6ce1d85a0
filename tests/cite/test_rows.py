"""Every sentence of the table gives exactly its targets, in order, wherever it is written."""

from __future__ import annotations

import unicodedata

import pytest
from vanban.cite.citation import Context, Status
from vanban.cite.engine import Engine
from vanban.law.units import Kind, path

from .notation import context, written
from .rows import ROWS, Row


def given(engine: Engine, row: Row, text: str) -> list[str]:
    return [written(engine, item) for item in engine.cite(text, context(row.in_, row.at))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:60])
def test_row(engine: Engine, row: Row) -> None:
    """The targets, in either normal form; offsets of the text as given; a reason for each no."""
    decomposed = unicodedata.normalize("NFD", row.text)
    for text in (row.text, decomposed, f"\ufeff«{row.text}»", f"\n  {row.text} "):
        if "«" not in text:
            assert given(engine, row, text) == list(row.expected)
        for citation in engine.cite(text, context(row.in_, row.at)):
            assert citation.text == text[citation.start : citation.end]
            assert citation.text.strip() == citation.text != ""
            assert citation.reason or citation.status is Status.RESOLVED


def test_the_letters_ten_citations(engine: Engine) -> None:
    text = engine.corpus.pages["cong-van/index.md"].text
    found = [written(engine, item) for item in engine.cite(text, Context("cong-van"))]
    assert found == [
        "cv5682",
        "cv3056",
        "ct10",
        "anm18",
        "nd72",
        "nd27",
        "anm18 8.1",
        "nd72 5.1",
        "nd72 21.5",
        "nd72 26.4",
    ]


def test_format_and_parse_are_inverse_for_every_unit(engine: Engine) -> None:
    """“điểm đ khoản 1 Điều 5 Nghị định số …”, as ``label`` writes it, comes back as that unit."""
    for slug, instrument in engine.corpus.instruments.items():
        for unit in instrument.outline.units.values():
            if unit.kind not in (Kind.ARTICLE, Kind.CLAUSE, Kind.POINT):
                continue
            found = engine.cite(f"{unit.path.label} {instrument.cited}")
            assert [str(item.target) for item in found] == [f"{slug}#{unit.id}"], unit.path.label
            assert path(*unit.path.steps) == unit.path


def test_a_suggestion_names_what_exists(engine: Engine) -> None:
    (found,) = engine.cite("khoản 15 Điều 21 Nghị định số 72/2013/NĐ-CP")
    assert "8 khoản" in found.suggestion
    assert "khoản 5 Điều 21" in found.suggestion


def test_the_first_of_a_list_ends_where_its_own_number_ends(engine: Engine) -> None:
    found = engine.cite("khoản 1 Điều 16, 17 và 18 Luật An ninh mạng năm 2018")
    assert [item.text for item in found] == [
        "khoản 1 Điều 16",
        "17",
        "18 Luật An ninh mạng năm 2018",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Luật Báo chí ngày 05/4/2016", "văn bản không có trong kho"),  # the law before this one
        ("Luật Báo chí năm 2016", "văn bản không có trong kho"),
        ("Luật Báo chí ngày 05/4/2017", "tên này có ở đây, nhưng năm này thì không"),
    ],
)
def test_a_law_that_is_not_here_is_told_from_a_year_of_no_law(
    engine: Engine, text: str, reason: str
) -> None:
    assert [one.reason for one in engine.cite(text)] == [reason]
