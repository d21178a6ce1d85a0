"""The day is that of the office, whatever clock the machine keeps that builds for it."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest
from vanban.calendar_day import VARIABLE, calendar_day


@pytest.mark.parametrize("zone", ["UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles"])
@pytest.mark.parametrize(
    ("hour", "day"),
    [
        (16, 26),  # 23:59 in Vietnam
        (17, 27),  # past midnight there, while a runner's clock still has the day before
        (23, 27),
    ],
)
def test_a_check_of_this_morning_is_not_one_of_tomorrow(
    monkeypatch: pytest.MonkeyPatch, zone: str, hour: int, day: int
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    moment = datetime(2026, 11, 26, hour, 59, tzinfo=UTC)
    monkeypatch.setenv(VARIABLE, str(int(moment.timestamp())))
    assert calendar_day() == date(2026, 11, day)


def test_without_a_fixed_moment_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    before = datetime.now(UTC).timestamp() + 7 * 3600
    found = calendar_day()
    after = datetime.now(UTC).timestamp() + 7 * 3600
    assert found in {datetime.fromtimestamp(one, UTC).date() for one in (before, after)}
