"""When an instrument was issued and where, as what stands behind its number or name says."""

from __future__ import annotations

import re

from ..law.units import Kind, UnitError, canonical_number
from . import instrument_words as words
from .clean import CleanText
from .tokens import Issue


def issued(clean: CleanText, at: int) -> tuple[int, Issue]:
    """What stands at ``at`` of the issuing, if only the place, and where its day or year ends."""
    return dated(clean, at) or (at, Issue(place=_place(clean, at)))


def dated(clean: CleanText, at: int) -> tuple[int, Issue] | None:
    """The day, year or term that stands at ``at``, where it ends, and the issuer's place behind."""
    low = clean.low
    if not words.ISSUED.match(low, at):
        return None
    told = words.DATE.match(low, at)
    if told:
        year = int(told["year"])
        year += 0 if year > 99 else (2000 if year < 60 else 1900)
        day = (year, int(told["month"]), int(told["day"]))
        return told.end(), Issue(day, None, _place(clean, told.end()))
    found = words.YEAR.match(low, at)
    if found:
        year = int(found["year"] or found["bracketed"])
        return found.end(), Issue(None, year, _place(clean, found.end()))
    term = words.TERM.match(low, at)
    if term:
        try:
            number = int(canonical_number(Kind.CHAPTER, term["term"]))
        except (UnitError, ValueError):
            return None
        return term.end(), Issue(term=number)
    issuer = words.OF_ISSUER.match(low, at)
    if issuer and words.DATE.match(low, issuer.end()):
        stop, issue = issued(clean, issuer.end())
        return stop, issue._replace(place=_place(clean, at))
    return None


def _place(clean: CleanText, at: int) -> str:
    """“Long An” in “… của Chủ tịch UBND tỉnh Long An về …”; "" where no place is told."""
    window = clean.low[at : at + words.PLACE_WINDOW]
    window = words.PLACE_END.split(window, maxsplit=1)[0]
    found = words.PLACE.search(window) if words.PLACE_WORD.search(window) else None
    if not found:
        return ""
    return place_named(clean.text[at : at + len(window)], found.end())


def place_named(text: str, at: int) -> str:
    """The name in capitals, of three words at most, that begins at ``at``; in lower case."""
    parts: list[str] = []
    for word in re.finditer(r"\w+", text[at:]):
        if not word[0][0].isupper() or len(parts) == 3:
            break
        parts.append(word[0])
    return " ".join(parts).lower()
