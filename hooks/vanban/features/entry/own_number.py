"""What a paper calls itself by: its kind, number and day, and where its text says them again.

“(Kèm theo Công văn số 12/PGDĐT-GDTH ngày …)” above an annex names the letter that it stands in.
"""

from __future__ import annotations

import re
from datetime import date

from ...cite.names import number_key
from ...intake.letter_day import LetterDay
from ...intake.letter_parts import LetterParts
from .named import Named, read_named
from .province import province

FAR_ENOUGH = 140
"""So many letters behind a citation are read for its day."""


def letter_named(parts: LetterParts, day: date | None, line: LetterDay | None) -> Named:
    """The letter by its kind, number and day; by its office where the number was left blank."""
    year = re.search(r"/((?:19|20)\d\d)/", parts.number)
    told = int(year[1]) if year else line.year if line else None
    office = parts.office or parts.issuer
    blank = "" if parts.number else office
    return Named(parts.kind, parts.number, "", told, day, blank, province(parts, day))


def is_letter(words: str, behind: str, letter: Named) -> bool:
    """Whether words with what follows them bear the letter's number, and no other year or day."""
    named = read_named(words, behind)
    if not letter.number or named is None:
        return False
    if number_key(named.number) != number_key(letter.number):
        return False
    if letter.dated or not (named.year and letter.year):
        return True
    return named.year == letter.year and (not (named.day and letter.day) or named.day == letter.day)
