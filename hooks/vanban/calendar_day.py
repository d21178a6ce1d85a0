"""The day of the calendar, for the edges alone: the core is handed it and reads no clock."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 that stand for now (reproducible-builds.org, SOURCE_DATE_EPOCH)."""


def calendar_day() -> date:
    """Today; where the environment fixes a moment, its day in UTC."""
    moment = os.environ.get(VARIABLE, "")
    if moment.isdecimal():
        return datetime.fromtimestamp(int(moment), UTC).date()
    return datetime.now().date()
