"""First step: tokens of a text that may form citations, with what they literally say.

``find`` reads units (“các điểm a, b và c”) and instruments (“Nghị định số
72/2013/NĐ-CP ngày 15/7/2013”) and knows nothing of what exists. Binding units to
instruments is ``group``; instruments to the corpus, ``bind``; units, ``resolve``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .clean import CleanText
from .instrument_reader import read_initials, read_instrument
from .instrument_words import PAPER_BEFORE, PAPER_WINDOW
from .names import NameIndex
from .number_reader import by_number
from .short_numbers import next_short
from .tokens import InstrumentToken, Token, UnitToken
from .unit_reader import is_lesson, read_more, read_plain_brief, read_plain_units, read_units

# what may stand between units and a type in small letters that they are of
_BETWEEN = re.compile(r"\s*(?:[,\-(|/]|của|thuộc|trong|tại|ở|theo|các)?\s*")
_BETWEEN_LIMIT = 12
_BETWEEN_SIGNS = frozenset(" \n\t,-(|/")
"""Signs that ``_BETWEEN`` matches alone; seen so at once."""
_BRIEF = frozenset("kđ")
"""What ``read_plain_brief`` reads begins so."""
_PLAIN = ("khoản ", "điều ", "điểm ")
"""What ``read_plain_units`` reads, and the other never, begins so."""
_LESSON = "tiết"
_UNITS = frozenset(("unit", "this", "brief"))
"""The last group of an anchor that begins units."""
_PARTING = frozenset(' \n\t(),;:.|“"[]')
"""Behind one of these a word begins; all else ``_begins`` has to look at."""


def find(clean: CleanText, names: NameIndex) -> Iterator[Token]:
    """The tokens of a clean text, in order, none overlapping. Linear in the text."""
    low = clean.low
    at = 0
    search, match = names.opening.search, names.anchor.match
    ends: dict[int, UnitToken] = {}
    last = -1  # where the last unit ends
    lessons = 0  # to here, each “tiết” is one of a list of lessons
    while opened := search(low, at):
        start = opened.start()
        before = low[start - 1] if start else " "
        parted = before in _PARTING
        plain = None
        if low[start] in _BRIEF:
            if low.startswith(_PLAIN, start):
                inside = before.isalnum() or before == "_"
                plain = None if inside else read_plain_units(clean, start)
            elif parted:
                plain = read_plain_brief(low, start)
        if plain is not None:
            yield plain
            at = last = plain.end
            ends[at] = plain
            continue
        found = match(low, start)
        if found is None:
            at = start + 1
            continue
        led = found.lastgroup
        # “Điều 8Luật”, “K1Đ8”, “k1/Đ8” begin no word
        joined = start in ends or (before in "/-" and start - 1 in ends)
        begins = parted or joined or led == "more" or _begins(clean, found)
        if not begins:
            at = _rest_of_word(low, start)
            continue
        at = found.end()
        if led in _UNITS:
            if start < lessons and low.startswith(_LESSON, start):
                continue  # seen with the first: each one’s list, read anew, takes square time
            for unit in read_units(clean, found):
                if is_lesson(low, unit):
                    lessons = unit.end
                    break
                yield unit
                at = last = unit.end
                ends[at] = unit
            continue
        if led == "more":
            more = read_more(clean, found, ends)
            if more:
                yield more
                at = last = more.end
                ends[at] = more
            continue
        behind_unit = last >= 0 and _is_behind(low, last, start)
        token = _instrument(clean, found, names, behind_unit)
        if token is not None:
            yield token
            at = max(token.end, start + 1)
            while (token := next_short(low, token)) is not None:
                yield token
                at = token.end


def _is_behind(low: str, unit: int, start: int) -> bool:
    """Whether what begins at ``start`` stands right behind the unit that ends at ``unit``."""
    if start == unit or (start == unit + 1 and low[unit] in _BETWEEN_SIGNS):
        return True
    return start - unit <= _BETWEEN_LIMIT and _BETWEEN.fullmatch(low, unit, start) is not None


def _instrument(
    clean: CleanText, found: re.Match[str], names: NameIndex, behind_unit: bool
) -> InstrumentToken | None:
    start = found.start()
    led = found.lastgroup
    if led == "number":
        return by_number(clean, start, start, "")
    if led == "paper":
        return by_number(clean, start, start, "") if _is_of_a_paper(clean, start) else None
    if led == "initials":
        return read_initials(clean, found, names, behind_unit)
    return read_instrument(clean, found, names, behind_unit)


def _is_of_a_paper(clean: CleanText, start: int) -> bool:
    """Whether the number at ``start`` is in capitals, behind a kind: “Quy chế phối hợp số 5/QC”."""
    letter = _FIRST_LETTER.match(clean.text, start)
    if letter is None or not letter[1].isupper():
        return False
    return PAPER_BEFORE.search(clean.low, max(0, start - PAPER_WINDOW), start) is not None


_FIRST_LETTER = re.compile(r"[\d\s/-]+(.)")
_GLUED = re.compile(r"(?:điều|khoản|điểm|luật|bộ|nghị|thông|quyết|chỉ|hiến|pháp|nđ(?=\s\d))(?!\w)")

# - 4Luật …: the number of an item of a list, glued to what it counts
_COUNTED = re.compile(r"(?:\A|\n)\s*[-+*•]?\s*\d{1,3}$")


# quy định tạikhoản 1
_LED = re.compile(r"(?<!\w)(?:tại|theo|của|trong|thuộc)$")


def _begins(clean: CleanText, found: re.Match[str]) -> bool:
    """Whether a word begins where ``found`` does: “Điều 8” in “-Điều 8”, “điểm a/khoản 1”.

    A capital behind small letters begins one that was glued to the word before: “tạiĐiều 8”.
    """
    low, text = clean.low, clean.text
    start = found.start()
    before = low[start - 1]
    if before.isalpha() and (found["unit"] or found["type"]):
        if _LED.search(low, max(0, start - 7), start) and found["unit"]:
            return True
        glued = text[max(0, start - 2) : start]
        word = text[start - 1] == "ở" or (
            len(glued) == 2 and glued[1].islower() and glued[0].isalpha()
        )
        return word and text[start].isupper() and text[start + 1].islower()
    if before.isdigit() and found["type"] and text[start].isupper():
        return _COUNTED.search(low, max(0, start - 10), start) is not None
    if before.isalnum() or before == "_":
        return False
    return before not in "/-" or _GLUED.match(low, start) is not None


def _rest_of_word(low: str, start: int) -> int:
    at = start + 1
    while at < len(low) and low[at].isalnum():
        at += 1
    return at
