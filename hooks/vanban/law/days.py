"""Days as editors write them: YYYY-MM-DD, and no other way."""

from __future__ import annotations

import re
from datetime import date

from .text_source import as_figures

_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class NotADayError(ValueError):
    """A text that is not written as a day."""


class NoSuchDayError(ValueError):
    """A text that is written as a day, and names none of the calendar."""


def meant_day(text: str) -> str:
    """The day that a text means which is not written as one; "" where nobody can tell.

    “25/12/2024”, “25-12-2024”, “2O24-12-25”, “2024-7-1” are days as people type them.
    """
    parts = [part for part in re.split(r"[-/. ]+", as_figures(text.strip())) if part]
    if len(parts) != 3 or not all(part.isdecimal() and part.isascii() for part in parts):
        return ""
    year, month, day = parts if len(parts[0]) == 4 else reversed(parts)
    if len(year) != 4:
        return ""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def read_day(text: str) -> date:
    """The day that ``text`` names. NotADayError for another form, NoSuchDayError for no day."""
    if not _FORM.fullmatch(text):
        raise NotADayError(f"“{text}” is not written YYYY-MM-DD")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NoSuchDayError(f"{text} is not in the calendar") from error
