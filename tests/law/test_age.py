"""When a check is no longer fresh: the limits to the day."""

from __future__ import annotations

from datetime import date

import pytest
from vanban.law.age import Age, age, months_after, whole_months


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2026-11-23", 6, "2027-05-23"),
        ("2026-11-23", 12, "2027-11-23"),
        ("2026-08-31", 6, "2027-02-28"),  # no such day: the last of the month
        ("2027-08-31", 6, "2028-02-29"),  # a leap year
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-06-30", 6, "2026-12-30"),  # December is no month 0 of the next year
    ],
)
def test_months_after(day: str, months: int, then: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(then)


@pytest.mark.parametrize(
    ("today", "wanted"),
    [
        ("2026-01-01", Age.FRESH),  # a clock before the check says nothing
        ("2026-11-23", Age.FRESH),
        ("2027-05-23", Age.FRESH),  # six months to the day are not more than six months
        ("2027-05-24", Age.OLDER),
        ("2027-11-23", Age.OLDER),
        ("2027-11-24", Age.OLD),
        ("2036-01-01", Age.OLD),
    ],
)
def test_age(today: str, wanted: Age) -> None:
    assert age(date(2026, 11, 23), date.fromisoformat(today)) is wanted


@pytest.mark.parametrize(
    ("today", "months"),
    [("2026-01-01", 0), ("2026-12-22", 0), ("2026-12-23", 1), ("2027-11-22", 11)],
)
def test_whole_months(today: str, months: int) -> None:
    assert whole_months(date(2026, 11, 23), date.fromisoformat(today)) == months
