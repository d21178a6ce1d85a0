"""Plans of sessions: read from a page, and refused where a trainer would be left without a step."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from editors_words import assert_known
from samples import corpus_of
from vanban.features.session.plan import Line, check, plans, read_plan
from vanban.features.session.session import Offline
from vanban.law.corpus import Corpus
from vanban.law.loading import Page

GOOD = """---
phut: 10
---

# Buổi 10 phút

Lời mở.

## Mở đầu (3 phút)

**Mục tiêu:** Biết việc hôm nay.

**Hỏi cả phòng:** Ai đã gặp?

**Trả lời gọn:** Câu hỏi mở.

**Người dẫn:** Đừng nói dài.

## Chuyện (7 phút)

**Mục tiêu:** Bàn một chuyện.

[[tình huống: tin-don]]

[[khoản 1 Điều 8 Luật An ninh mạng năm 2018 | đủ]]

- Một điều nên nhớ.
"""


def page(tmp_path: Path, text: str) -> Page:
    return corpus_of(tmp_path, {"tap-huan/buoi.md": text}).pages["tap-huan/buoi.md"]


def test_a_plan_is_read_step_by_step(tmp_path: Path) -> None:
    plan = read_plan(page(tmp_path, GOOD))
    assert (plan.title, plan.minutes, plan.opening) == ("Buổi 10 phút", 10, ("Lời mở.",))
    first, second = plan.steps
    assert (first.title, first.minutes) == ("Mở đầu", 3)
    assert first.goals == ("Biết việc hôm nay.",)
    assert first.questions == ("Ai đã gặp?",)
    assert first.replies == ("Câu hỏi mở.",)
    assert plan.carried == ("Một điều nên nhớ.",)
    assert (plan.cover, plan.below) == ("Buổi 10 phút", "")  # none of its own: the title
    assert first.lead == ("Đừng nói dài.",)
    assert [(drawn.name, drawn.whole) for drawn in second.drawn] == [
        ("tình huống: tin-don", False),
        ("khoản 1 Điều 8 Luật An ninh mạng năm 2018", True),  # the stroke is no table
    ]
    assert second.lines == (Line("Một điều nên nhớ.", True),)
    assert list(check(page(tmp_path, GOOD), "buoi.md")) == []


def test_minutes_are_added_up_once_every_step_has_them(tmp_path: Path) -> None:
    """Where a step has none, that is the cause, and nothing else is told."""
    bare = GOOD.replace("## Mở đầu (3 phút)", "## Mở đầu (3 phut)")
    (problem,) = check(page(tmp_path, bare), "docs/tap-huan/buoi.md")
    assert "chưa có số phút" in problem.message


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("phut: 10", "thu-tu: 1", 1, "các bước ghi số phút mà đầu trang thiếu phut"),
        ("phut: 10", "phut: 12", 2, "các bước cộng lại 10 phút, đầu trang ghi 12 phút"),
        ("## Mở đầu (3 phút)", "## Mở đầu", 9, "bước “Mở đầu”: chưa có số phút"),
        ("**Mục tiêu:** Biết việc hôm nay.", "Biết.", 9, "chưa có mục tiêu"),
        ("**Hỏi cả phòng:** Ai đã gặp?", "", 9, "chưa có gì để mở ra hay để hỏi"),
        ("**Trả lời gọn:** Câu hỏi mở.", "", 9, "câu hỏi chưa có lời đáp cho người dẫn"),
    ],
)
def test_what_a_trainer_would_miss_is_named(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    found = list(check(page(tmp_path, GOOD.replace(old, new)), "docs/tap-huan/buoi.md"))
    assert any(problem.line == line and words in problem.message for problem in found), found
    assert_known(found)
    assert {(problem.file, problem.col > 0) for problem in found} == {
        ("docs/tap-huan/buoi.md", True)
    }


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [
        ("**Người dẫn:**", "**Ngưòi dẫn:**", 17),
        ("**Người dẫn:**", "**Người dẩn:**", 17),
        ("**Trả lời gọn:**", "**Trả lời gon:**", 15),
        ("**Hỏi cả phòng:**", "**Hỏi cã phòng:**", 13),
        ("**Mục tiêu:**", "**Muc tiêu:**", 11),
    ],
)
def test_a_misspelt_label_is_the_one_cause(
    tmp_path: Path, right: str, wrong: str, line: int
) -> None:
    """What is for the trainer alone would stand on the wall, and the step would seem to lack it."""
    text = GOOD.replace(right, wrong, 1)
    (problem,) = check(page(tmp_path, text), "docs/tap-huan/buoi.md")
    assert problem.line == line
    assert wrong.strip("*") in problem.message
    assert problem.suggestion == f"có phải {right}?"
    assert_known([problem])


def test_an_ordinary_page_is_no_plan(tmp_path: Path) -> None:
    assert list(check(page(tmp_path, "# Trang thường\n\n## Một (x)\n"), "x.md")) == []


def test_every_shipped_plan_adds_up_and_can_be_led(corpus: Corpus) -> None:
    found = plans(corpus)
    assert found
    assert [plan.minutes for plan in found] == sorted(plan.minutes for plan in found)
    for plan in found:
        assert list(check(corpus.pages[plan.path], plan.path)) == []
        assert sum(step.minutes for step in plan.steps) == plan.minutes, plan.path
        for step in plan.steps:
            assert step.goals, (plan.path, step.title)
            assert step.questions, (plan.path, step.title)
            assert step.lead, (plan.path, step.title)
        assert plan.carried, plan.path
        assert not re.search(r"\d+ phút", f"{plan.cover} {plan.below}"), plan.path


@pytest.mark.parametrize(
    ("size", "words"),
    [(7_400_000, "khoảng 7 MB"), (7_600_000, "khoảng 8 MB"), (90_000, "khoảng 1 MB")],
)
def test_how_much_is_taken_along(size: int, words: str) -> None:
    assert Offline("trang.zip", size).megabytes == words
