"""A letter judged from end to end: its day, its citations, what is known of each.

The command line and the page in the browser both come through here, so that they cannot disagree.
"""

from __future__ import annotations

from datetime import date

from ...cite.citation import Context, Status
from ...cite.engine import Engine
from ...intake.document import Document
from ...intake.letter_day import letter_day
from ...intake.letter_parts import letter_parts
from ...law.instrument import vietnamese_date
from ..entry.own_kinds import own_kinds
from ..entry.own_number import FAR_ENOUGH, is_letter, letter_named
from .judged import Day, Judged, Told, judged


def day_of(
    document: Document, given: date | None, today: date, looking: bool = True
) -> tuple[Day, str]:
    """The letter's day: ``given``, else that of its head (where one is looked for), else ``today``.

    And a sentence where the line of the day was left blank or names no day, else "".
    """
    if given:
        return Day(given, Told.OPTION), ""
    line = letter_day(document) if looking else None
    if line and line.day:
        return Day(line.day, Told.LETTER), ""
    if line is None:
        return Day(today, Told.CALENDAR), ""
    why = "ghi một ngày không có trong lịch" if line.no_such else "còn để trống"
    told = f"Dòng ngày của thư {why} (“{line.words}”): xét theo hôm nay, {vietnamese_date(today)}."
    return Day(today, Told.CALENDAR), told


def judge(
    document: Document, engine: Engine, context: Context, day: Day, checked: date
) -> tuple[Judged, ...]:
    """Every citation of ``document``, read and judged on ``day``.

    ``context`` is where the text stands; outside the corpus “Quyết định này” is the paper itself.
    ``checked`` is the day on which the corpus was checked.
    """
    if context.slug is None:
        context = context._replace(own=own_kinds(document))
    if day.known:
        context = context._replace(as_of=day.day)
    line, text = letter_day(document), document.text
    letter = letter_named(letter_parts(document), line.day if line else None, line)
    citations = [
        one
        for one in engine.cite(text, context)
        # “(Kèm theo Công văn số …)” above its own annex is none either
        if one.status is not Status.OUTSIDE
        or not is_letter(one.text, text[one.end : one.end + FAR_ENOUGH], letter)
    ]
    return judged(citations, document, engine.corpus, day.day, checked)
