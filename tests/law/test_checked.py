"""The day of checking: however it is written wrong, it is a sentence with its line."""

from __future__ import annotations

from datetime import date

import pytest
from editors_words import assert_known
from vanban.law.checked import read_checked_on

DAY = date(2026, 11, 23)
HEAD = "site_name: x\nextra:\n  generator: false\n"


@pytest.mark.parametrize(
    "value",
    ["2026-11-23", '"2026-11-23"', "'2026-11-23'", "2026-11-23  # xem lại", "2026-11-23   "],
)
def test_a_day_is_a_day(value: str) -> None:
    config = f"{HEAD}  ngay-kiem-tra: {value}\n  khac: 1\n"
    assert read_checked_on(config) == (DAY, [])


@pytest.mark.parametrize(
    ("config", "place", "message"),
    [
        (f"{HEAD}  ngay-kiem-tra: 23/11/2026\n", "4:18", "“23/11/2026” không phải ngày"),
        (f"{HEAD}  ngay-kiem-tra: 2026-11-31\n", "4:18", "không có ngày 2026-11-31 trong lịch"),
        (f'{HEAD}  ngay-kiem-tra: "2026-11-31"\n', "4:18", "không có ngày 2026-11-31 trong lịch"),
        (f"{HEAD}  ngay-kiem-tra: 20261123\n", "4:18", "“20261123” không phải ngày"),
        (f"{HEAD}  ngay-kiem-tra: 2026-11-23xx\n", "4:18", "“2026-11-23xx” không phải ngày"),
        (f"{HEAD}  ngay-kiem-tra:\n", "4:17", "chưa ghi ngày"),
        (f"{HEAD}  ngay-kiem-tra: # 2026-11-23\n", "4:18", "chưa ghi ngày"),
        (f"{HEAD}  ngay-kiem-tra: [2026-11-23]\n", "4:18", "“[2026-11-23]” không phải ngày"),
        (f"{HEAD}  ngay-kiem-tra:2026-11-23\n", "4:17", "thiếu dấu cách"),
        (HEAD, "2:1", "thiếu extra.ngay-kiem-tra"),
        ("ngay-kiem-tra: 2026-11-23\n", "1:1", "thiếu extra.ngay-kiem-tra"),
        ("", "1:1", "thiếu extra.ngay-kiem-tra"),
        (f"{HEAD}  # ngay-kiem-tra: 2026-11-23\n", "2:1", "thiếu extra.ngay-kiem-tra"),
        (
            f"{HEAD}  ngay-kiem-tra: 2026-11-23\n  ngay-kiem-tra: 2026-11-24\n",
            "5:18",
            "viết hai lần",
        ),
        (f"{HEAD}  ngay-kiem-tra: 2026-11-27\n", "4:18", "ngày 2026-11-27 chưa tới"),
    ],
)
def test_no_day(config: str, place: str, message: str) -> None:
    day, (problem,) = read_checked_on(config, today=date(2026, 11, 26))
    assert day is None
    assert str(problem).startswith(f"mkdocs.yml:{place}: ")
    assert message in problem.message
    assert_known([problem])
