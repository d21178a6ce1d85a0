"""The questions that the site asks: they cover every stressed clause, and give nothing away."""

from __future__ import annotations

import re

import pytest
from building import CHECKED, ROOT
from vanban.cite.engine import Engine
from vanban.features.quiz.quiz import Item, load_quiz
from vanban.features.quiz.quiz_checks import check, context, target
from vanban.law.corpus import Corpus
from vanban.law.instrument import Target
from vanban.page import letter

TODAYS = [
    *("dieu-7-khoan-1", "dieu-7-khoan-2", "dieu-13-khoan-3", "dieu-15-khoan-1", "dieu-16-khoan-5"),
    *("dieu-14-khoan-4", "dieu-42-khoan-2"),
]


@pytest.fixture(scope="module")
def items() -> list[Item]:
    return [item for one in load_quiz(ROOT / "docs").sets.values() for item in one.items]


@pytest.fixture(scope="module")
def asked(corpus: Corpus, items: list[Item]) -> set[Target | None]:
    """What the questions rest on, each with its own basis alone."""
    cite = Engine(corpus).cite
    letters = letter.days(corpus, CHECKED)
    return {target(cite, item.basis, context(item, letters, CHECKED)) for item in items}


def test_nothing_is_wrong(corpus: Corpus) -> None:
    bank = load_quiz(ROOT / "docs")
    assert check(bank, corpus, Engine(corpus).cite, CHECKED) == []


def test_there_are_enough(items: list[Item]) -> None:
    assert len(items) >= 44


def test_every_stressed_clause_and_point_is_asked(
    corpus: Corpus, items: list[Item], asked: set[Target | None]
) -> None:
    """Of each letter that some question is about."""
    letters = letter.days(corpus, CHECKED)
    about = {item.letter for item in items} & letters.keys() or letters.keys()
    for clause in (one for slug in about for one in corpus.instruments[slug].highlights):
        unit = corpus.unit(clause)
        assert unit is not None
        for wanted in (clause, *(Target(clause.slug, child) for child in unit.children)):
            assert wanted in asked, str(wanted)


def test_what_holds_today_is_asked_too(asked: set[Target | None]) -> None:
    found = [str(one) for one in asked]
    for unit in TODAYS:
        assert any(one.startswith(f"luat-116-2025-qh15#{unit}") for one in found), unit
    for unit in ("dieu-21-khoan-6", "dieu-36-khoan-4", "dieu-36-khoan-7"):
        assert f"nghi-dinh-147-2024-nd-cp#{unit}" in found


@pytest.mark.parametrize("name", sorted(load_quiz(ROOT / "docs").sets))
def test_the_letters_of_right_answers_cannot_be_learnt(name: str) -> None:
    found = load_quiz(ROOT / "docs").sets[name]
    letters = "".join("ABCD"[item.right] for item in found.shown)
    for one in "ABCD":
        assert abs(letters.count(one) - len(letters) / 4) <= 2, letters
        assert one * 3 not in letters
    assert not re.search(r"(..+)\1", letters), letters
    assert load_quiz(ROOT / "docs").sets[name].shown == found.shown
    for item, written in zip(found.shown, found.items, strict=True):
        assert set(item.options) == set(written.options)
        assert item.options[item.right] == written.options[written.right]


def test_the_right_answer_is_not_given_away(items: list[Item]) -> None:
    longest = sum(
        all(
            len(item.options[item.right].text) > len(option.text)
            for at, option in enumerate(item.options)
            if at != item.right
        )
        for item in items
    )
    assert longest < len(items) / 2, longest
