"""What a sum is for, in the words that whoever leads reads out."""

from __future__ import annotations

from pathlib import Path

import pytest
from features.fines.test_acts import ROWS, TOLD, library
from vanban.features.fines.conduct import conducts
from vanban.law.instrument import Target
from vanban.law.units import parse_id

CLAUSE = Target("nd", parse_id("dieu-1-khoan-1"))
OTHER = Target("nd", parse_id("dieu-1-khoan-2"))
TWICE = ROWS + (
    "      - ten: Xúc phạm\n        khung:\n"
    "          - {tai: khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP, khi: xúc phạm người khác}\n"
)
NEAR = "          - {tai: khoản 2 Điều 1 Nghị định 1/2020/NĐ-CP, khi: bịa đặt}\n"


@pytest.mark.parametrize(
    ("rows", "asked", "told"),
    [
        (ROWS, [CLAUSE], {CLAUSE: "có hậu quả"}),
        # Of two acts the one that more of the page's provisions are about; else both.
        (TWICE, [CLAUSE], {CLAUSE: "có hậu quả; hoặc xúc phạm người khác"}),
        (TWICE + NEAR, [CLAUSE, OTHER], {CLAUSE: "xúc phạm người khác", OTHER: "bịa đặt"}),
        # A row below is told with its name; a unit that no row names speaks for itself.
        (ROWS, [Target("nd", parse_id("dieu-1"))], {"": "khoản 1: có hậu quả"}),
        (ROWS, [OTHER], {OTHER: "lời"}),
        ("nhom: []\n", [OTHER], {OTHER: "lời"}),
    ],
)
def test_the_words_for_a_sum(tmp_path: Path, rows: str, asked: list[Target], told: object) -> None:
    assert TOLD in ROWS
    found = conducts(library(tmp_path, rows), asked)
    assert list(found.values()) == list(told.values())  # type: ignore[attr-defined]
