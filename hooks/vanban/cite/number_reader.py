"""The number of an instrument as a text gives it, behind its type: “Nghị định số 72/2013/NĐ-CP”."""

from __future__ import annotations

import re
from functools import lru_cache

from . import instrument_words as words
from .clean import CleanText
from .issued import issued
from .names import number_key
from .tokens import ByNumber, ByShortNumber

_DASH = re.compile(r"\s?-\s?")
_TERM = re.compile(r"\d{1,2}(?!\w)")
_LETTERS = re.compile(r"[^\W_]+")


def by_number(
    clean: CleanText, start: int, end: int, kind: str, name: str = ""
) -> ByNumber | ByShortNumber | None:
    """An instrument whose number stands at ``end``, behind its type or name; else None.

    ``start`` is where the type begins; without a type (``kind`` is "") only a full
    number counts.
    """
    low = clean.low
    if not words.NUMBER_FOLLOWS.match(low, end):
        return None
    full = words.FULL_BEHIND.match(low, end)
    if full:
        stop, number = whole_number(clean, full.start("full"), full.end("full"))
        stop, issue = issued(clean, stop)
        return ByNumber(start, stop, kind, number, name, issue)
    if not kind:
        return None
    held = words.BRACKETED_BEHIND.match(low, end)
    if held:
        _, number = whole_number(clean, held.start("full"), held.end("full"))
        stop, issue = issued(clean, held.end())
        return ByNumber(start, stop, kind, number, name, issue)
    glued = low[end : end + 2][:1] == "-" and low[end + 1 : end + 2].isdigit()  # NĐ-72/2013
    short = words.SHORT_BEHIND.match(low, end + glued)
    if short:
        number = number_key(short["short"].replace("-", "/").replace(".", "/"))
        stop, issue = issued(clean, short.end())
        return ByShortNumber(start, stop, kind, number, name, issue)
    dated = words.NUMBER_AND_YEAR.match(low, end)
    if dated and (kind in words.NUMBERED_ALONE or dated["no"]):
        passed = words.PASSED.match(low, dated.end()) or words.OF_ISSUER.match(low, dated.end())
        stop, issue = issued(clean, passed.end() if passed else dated.end())
        year = issue.year or (issue.day[0] if issue.day else None)
        if year:
            number = number_key(f"{dated['alone']}/{year}")
            return ByShortNumber(start, stop, kind, number, name, issue)
    return None


def whole_number(clean: CleanText, start: int, end: int) -> tuple[int, str]:
    """Where the number at ``start`` ends, at most at ``end``, and its ``number_key``.

    A dash with spaces round it goes on with the number only before letters of an
    office (“72/2013/NĐ - CP”), never before a word (“72/2013/NĐ-CP – quy định”) or
    on a new line; nothing follows the “QH14” of a law.
    """
    low, text = clean.low, clean.text
    if text[end : end + 1] == "-" or not text[start:end].isupper():
        glued = words.GLUED_NUMBER.match(text, start)
        end = glued.end() if glued else end
    number = low[start:end]
    if "qh" not in number and len(number.split()) == 1:
        return end, number_key(number)  # by far the most frequent form
    size, key = _first_number(number, text[start:end])
    return start + size, key


@lru_cache(maxsize=1024)
def _first_number(low: str, text: str) -> tuple[int, str]:
    """How much of what may be one number is one, and its ``number_key``."""
    for dash in _DASH.finditer(low):
        at, after = dash.span()
        if low[:at].rpartition("/")[2].startswith("qh"):
            if _TERM.match(low, after):
                continue  # QH-14
            return at, number_key(low[:at])
        if dash[0] == "-" or after >= len(low) or low[:at].strip().isdigit():
            continue
        head = low[:at].rpartition("/")[2].rpartition("-")[2].strip()
        rest = _LETTERS.match(text, after)
        capitals = sum(letter.isupper() for letter in rest[0]) if rest else 0
        if head.isdigit():
            continue  # “24 - 2018 - QH14”
        bullet = "\n" in dash[0] and dash[0] != "-\n"
        if bullet or capitals < 2 or head not in words.NUMBER_HEADS:
            return at, number_key(low[:at])
    return len(low), number_key(low)
