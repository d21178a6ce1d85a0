"""How old a check may grow before a reader is told.

Law changes without asking: a claim that nobody looked at for half a year may no longer hold,
after a year it is to be looked up before use. A day before the check says nothing.
"""

from __future__ import annotations

import calendar
from datetime import date
from enum import StrEnum

MAY_HAVE_CHANGED = 6
"""Months after which the site says in words that a claim may have changed."""
LOOK_UP = 12
"""Months after which it warns at the top of the page."""


class Age(StrEnum):
    """What a check of that age is worth."""

    FRESH = "moi"
    OLDER = "cu"  # may have changed
    OLD = "qua-cu"  # to be looked up before use


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of that month where it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def age(checked: date, today: date) -> Age:
    """The age of a check on ``today``; a limit is passed on the day after it."""
    if today > months_after(checked, LOOK_UP):
        return Age.OLD
    return Age.OLDER if today > months_after(checked, MAY_HAVE_CHANGED) else Age.FRESH


def whole_months(checked: date, today: date) -> int:
    """How many whole months have passed; 0 before the check."""
    if today <= checked:
        return 0
    months = (today.year - checked.year) * 12 + today.month - checked.month
    return months - (months_after(checked, months) > today)
