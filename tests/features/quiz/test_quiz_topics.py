"""Which questions lie near a plan: first those on what it names, then on the same article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from synthetic.pages import ROOT, Knowledge, Reader, today
from vanban.features.quiz import quiz_topics
from vanban.features.quiz.quiz import FOLDER, QuizBank, read_set

NAME = "mot-cau"
GROUND = "điểm a khoản 1 Điều 5 Luật Thử nghiệm năm 2012"
TEXT = (ROOT / "docs" / FOLDER / f"{NAME}.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("ground", "tiers"),
    [
        # of plans that open điểm đ khoản 1 Điều 5 and khoản 2, and khoản 1 Điều 5 as a whole:
        # another point of the clause, the clause itself, the point, another clause
        (GROUND, (2, 1)),
        ("khoản 1 Điều 5 Luật Thử nghiệm năm 2012", (1, 1)),
        ("điểm đ khoản 1 Điều 5 Luật Thử nghiệm năm 2012", (1, 1)),
        ("khoản 2 Điều 5 Luật Thử nghiệm năm 2012", (1, 2)),
        # a plan that only cites it; one behind a story of the plan; what neither names
        ("khoản 2 Điều 7 Luật Thử nghiệm năm 2023", (0, 1)),
        ("khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP", (0, 1)),
        ("Điều 23a Luật Thử nghiệm năm 2012", (1, 0)),
        ("Điều 1 Thông tư 66/2025/TT-BTN", (0, 0)),
    ],
)
def test_near_a_plan(knowledge: Knowledge, ground: str, tiers: tuple[int, int]) -> None:
    found, problems = read_set(TEXT.replace(GROUND, ground), NAME, f"{NAME}.yml")
    assert found
    assert not problems
    bank = QuizBank({NAME: found})
    reader = Reader(replace(knowledge, quiz=bank), today())
    (item,) = found.shown
    near = {
        name: next((tier for tier, ids in enumerate(tiers_of, 1) if item.id in ids), 0)
        for name, _, *tiers_of in quiz_topics.rows(bank, reader.library)
    }
    assert (near["buoi-5"], near["buoi-10"]) == tiers
