"""Every sentence of the table gives exactly its targets, in order, wherever it is written."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from vanban.cite.citation import Citation, Context, Status
from vanban.cite.engine import Engine
from vanban.law.units import Kind, UnitPath, path, unit_of

from .rows import ROWS, Row


def context_of(row: Row) -> Context:
    slug, _, unit = (row.in_ or "").partition("#")
    day = date.fromisoformat(row.at) if row.at else None
    return Context(slug or None, unit_of(unit), day)


def written(engine: Engine, citation: Citation) -> str:
    """A citation in the notation of the table."""
    if citation.target is None or citation.status in (Status.AMBIGUOUS, Status.BROKEN):
        return citation.status.value
    code = engine.corpus.instruments[citation.target.slug].code
    sign = "~" if citation.status is Status.UNVERIFIED else ""
    if citation.target.unit is None:
        return f"{sign}{code}"
    return f"{sign}{code} {short(citation.target.unit)}"


def short(unit: UnitPath) -> str:
    if unit.steps[0][0] is not Kind.ARTICLE:
        return unit.id
    return ".".join(number for _, number in unit.steps)


def given(engine: Engine, row: Row, text: str) -> list[str]:
    return [written(engine, item) for item in engine.cite(text, context_of(row))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:60])
def test_row(engine: Engine, row: Row) -> None:
    assert given(engine, row, row.text) == list(row.expected)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:60])
def test_decomposed_text_gives_the_same(engine: Engine, row: Row) -> None:
    decomposed = unicodedata.normalize("NFD", row.text)
    assert given(engine, row, decomposed) == list(row.expected)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:60])
def test_offsets_are_those_of_the_text_as_given(engine: Engine, row: Row) -> None:
    for text in (row.text, unicodedata.normalize("NFD", row.text), f"\ufeff«{row.text}»"):
        for citation in engine.cite(text, context_of(row)):
            assert citation.text == text[citation.start : citation.end]
            assert citation.text.strip() == citation.text != ""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:60])
def test_problems_say_why(engine: Engine, row: Row) -> None:
    for citation in engine.cite(row.text, context_of(row)):
        if citation.status is not Status.RESOLVED:
            assert citation.reason


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
