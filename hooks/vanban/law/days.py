"""Days as editors write them: YYYY-MM-DD, and no other way."""

from __future__ import annotations

import re
from datetime import date

_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class NotADayError(ValueError):
    """A text that is not written as a day."""


class NoSuchDayError(ValueError):
    """A text that is written as a day, and names none of the calendar."""


def read_day(text: str) -> date:
    """The day that ``text`` names. NotADayError for another form, NoSuchDayError for no day."""
    if not _FORM.fullmatch(text):
        raise NotADayError(f"“{text}” is not written YYYY-MM-DD")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NoSuchDayError(f"{text} is not in the calendar") from error
