"""Slides that a trainer can edit: real text, notes with the citation, the same bytes each time."""

from __future__ import annotations

import io
from typing import Any

import pytest
from building import CHECKED, ROOT
from pptx import Presentation
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.features.projector.deck import MOST, Slide, deck
from vanban.features.projector.slides import pptx
from vanban.features.session.plan import plans
from vanban.law.corpus import load_corpus
from vanban.page.library import Library

SHORT, MIDDLE, LONG = (f"tap-huan/{minutes}-phut.md" for minutes in (15, 45, 90))
SITE = "https://vi-du.edu.vn/mxh/"


@pytest.fixture(scope="module")
def decks() -> dict[str, tuple[Slide, ...]]:
    """Page of a plan → its slides."""
    corpus = load_corpus(ROOT / "docs")
    engine = Engine(corpus)
    library = Library(corpus, build_graph(corpus, engine, CHECKED, "docs"), engine.cite, CHECKED)
    return {plan.path: deck(plan, library) for plan in plans(corpus)}


def opened(slides: tuple[Slide, ...], site: str = SITE) -> Any:
    return Presentation(io.BytesIO(pptx(slides, "Dùng mạng xã hội đúng luật", site)))


def words(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_an_ended_clause_says_so_and_is_followed_by_today(decks: dict[str, Any]) -> None:
    slides = list(opened(decks[LONG]).slides)
    at = next(
        place
        for place, slide in enumerate(slides)
        if slide.shapes.title.text == "Khoản 5 Điều 21 Nghị định 72/2013/NĐ-CP"
    )
    assert "hết hiệu lực từ 25/12/2024" in words(slides[at])
    notes = slides[at].notes_slide.notes_text_frame.text
    assert "khoản 5 Điều 21 Nghị định số 72/2013/NĐ-CP ngày 15/7/2013" in notes
    assert f"{SITE}nd72/21/5/" in notes
    assert "khoản 6 Điều 21 Nghị định 147/2024/NĐ-CP" in words(slides[at + 1])


def test_codes_only_where_the_address_is_known(decks: dict[str, Any]) -> None:
    def pictures(deck: Any) -> int:
        return sum(shape.shape_type == 13 for slide in deck.slides for shape in slide.shapes)

    assert pictures(opened(decks[MIDDLE])) > 5
    assert pictures(opened(decks[MIDDLE], "")) == 0


def test_no_slide_holds_more_than_can_be_read(decks: dict[str, Any]) -> None:
    for slides in decks.values():
        for slide in slides:
            assert sum(map(len, slide.lines)) <= MOST or len(slide.lines) == 1


def test_a_table_of_lines_is_all_there(decks: dict[str, Any]) -> None:
    """Nothing of a clause is lost where it is cut into several slides."""
    whole = " ".join(line for slide in decks[MIDDLE] for line in slide.lines)
    for words in ("a) Tuyên truyền", "b) Bóp méo", "c) Bịa đặt", "d) Ba nhóm"):
        assert words in whole


def test_the_same_bytes_each_time(decks: dict[str, Any]) -> None:
    assert pptx(decks[SHORT], "A", SITE) == pptx(decks[SHORT], "A", SITE)
