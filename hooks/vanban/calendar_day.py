"""The day of the calendar, for the edges alone: the core is handed it and reads no clock.

It is Vietnam's, wherever a build runs: servers and runners mostly keep the clock of Greenwich, and
would take what an office checked this morning for a check of tomorrow.
"""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone

VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 that stand for now (reproducible-builds.org, SOURCE_DATE_EPOCH)."""

_ZONE = timezone(timedelta(hours=7))
"""Vietnam's, all year round (tz database, ``Asia/Ho_Chi_Minh``)."""


def calendar_day() -> date:
    """Today in Vietnam; where the environment fixes a moment, its day there."""
    moment = os.environ.get(VARIABLE, "")
    now = datetime.fromtimestamp(int(moment), _ZONE) if moment.isdecimal() else datetime.now(_ZONE)
    return now.date()
