"""Beside the ground of a question about the past stands where exactly that ground is today."""

from __future__ import annotations

from dataclasses import replace

import pytest
from synthetic.pages import ROOT, Knowledge, Reader, find, texts, today
from vanban.features.quiz.quiz import FOLDER, QuizBank, read_set

NAME = "mot-cau"
GROUND = "điểm a khoản 1 Điều 5 Luật Thử nghiệm năm 2012"
TEXT = (ROOT / "docs" / FOLDER / f"{NAME}.yml").read_text(encoding="utf-8")


def asked(knowledge: Knowledge, ground: str, era: str = "xua") -> tuple[list[str], list[str]]:
    """What introduces today's provisions under a question that rests on ``ground``, and these."""
    text = TEXT.replace(GROUND, ground).replace("thoi: xua", f"thoi: {era}")
    found, problems = read_set(text, NAME, f"{NAME}.yml")
    assert found
    assert not problems
    bank = QuizBank({NAME: found})
    page = Reader(replace(knowledge, quiz=bank), today()).page(f"{FOLDER}/{NAME}.md")
    (section,) = find(page, "section.cau-hoi")
    return texts(section, "p.cau-hoi-nay"), texts(section, "ul.gon li")


@pytest.mark.parametrize(
    ("ground", "lead", "units"),
    [
        (
            "khoản 1 Điều 5 Luật Thử nghiệm năm 2012",
            ["Hôm nay xem (cách đọc của người biên soạn):"],
            ["Luật Thử nghiệm năm 2023: Khoản 2 Điều 7 ● còn hiệu lực"],
        ),
        # only the clause around it was compared: that is not said of the point
        ("điểm c khoản 1 Điều 5 Luật Thử nghiệm năm 2012", [], []),
    ],
)
def test_where_the_ground_is_today(
    knowledge: Knowledge, ground: str, lead: list[str], units: list[str]
) -> None:
    assert asked(knowledge, ground) == (lead, units)


def test_a_question_about_today_needs_none(knowledge: Knowledge) -> None:
    assert asked(knowledge, "khoản 1 Điều 5 Luật Thử nghiệm năm 2012", "nay") == ([], [])
