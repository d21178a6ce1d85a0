"""First step: tokens of a text that may form citations, with what they literally say.

``find`` reads units (“các điểm a, b và c”), instruments (“Nghị định số
72/2013/NĐ-CP ngày 15/7/2013”) and how neighbours are joined, and knows nothing of
what exists. Binding units to instruments is ``group``; to the corpus, ``resolve``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..law.units import Kind, UnitError, canonical_number
from . import grammar
from .clean import CleanText
from .names import NameIndex, number_key, unknown_name

THIS = "này"


class Value(NamedTuple):
    """One number of a unit token. ``through``: it ends a range that the value before began."""

    start: int
    end: int
    number: str
    through: bool = False


class UnitToken(NamedTuple):
    """“khoản 1, 2 và 3”: one kind, one or more numbers."""

    start: int
    end: int
    kind: Kind
    values: tuple[Value, ...]
    plural: bool

    @property
    def this(self) -> bool:
        return self.values[0].number == THIS


class InstrumentToken(NamedTuple):
    """“Nghị định số 72/2013/NĐ-CP ngày 15/7/2013”: whatever the text says of an instrument.

    ``number`` is a key without spaces and accents; ``alone`` a number without a year.
    """

    start: int
    end: int
    type: str = ""
    number: str = ""
    short: str = ""
    alone: str = ""
    name: str = ""
    alias: str = ""
    year: int | None = None
    date: tuple[int, int, int] | None = None
    place: str = ""
    this: bool = False
    bare: bool = False
    other: bool = False
    vague: bool = False


Token = UnitToken | InstrumentToken


def find(clean: CleanText, names: NameIndex) -> Iterator[Token]:
    """The tokens of a clean text, in order, none overlapping. Linear in the text."""
    low = clean.low
    at = 0
    anchor = names.anchor
    while found := anchor.search(low, at):
        start = found.start()
        at = found.end()
        if start and (low[start - 1].isalnum() or low[start - 1] in "/_-"):
            at = _rest_of_word(low, start)
            continue
        token: Token | None
        if found["unit"]:
            token = _unit(clean, found)
        elif found["number"]:
            token = _numbered(clean, start, start, "")
        else:
            token = _instrument(clean, found, names)
        if token is not None:
            yield token
            at = max(token.end, start + 1)


def _rest_of_word(low: str, start: int) -> int:
    at = start + 1
    while at < len(low) and low[at].isalnum():
        at += 1
    return at


def _word_before(low: str, start: int) -> str:
    return (low[max(0, start - 10) : start].split() or [""])[-1]


def _unit(clean: CleanText, found: re.Match[str]) -> UnitToken | None:
    low = clean.low
    kind = grammar.WORD_KINDS[" ".join(found["unit"].split())]
    start = found.start()
    before = _word_before(low, start)
    if before in grammar.COMPOUNDS.get(kind, ()):
        return None
    plural = before == "các"
    if found["this"]:
        if kind not in (Kind.ARTICLE, Kind.CLAUSE, Kind.POINT):
            return None  # “Chương này” says nothing that the page does not
        value = Value(found.start("this"), found.end(), THIS)
        return UnitToken(start, found.end(), kind, (value,), False)
    pattern = grammar.VALUES[kind]
    at = found.end()
    first = pattern.match(low, at)
    number = _number(kind, first[0]) if first else None
    if not first or number is None:
        return None
    values = [Value(first.start(), first.end(), number)]
    at = first.end()
    bare = 0  # the last value that the unit's own word led
    while True:
        through = False
        joint = grammar.LIST_SEPARATOR.match(low, at)
        if joint is None:
            joint = grammar.RANGE_SEPARATOR.match(low, at)
            through = True
        if joint is None:
            break
        word = found["unit"]
        after = joint.end() + len(word)
        again = low.startswith(word, joint.end()) and low[after : after + 1].isspace()
        if again and not through:
            break  # “khoản 1, khoản 2” are two tokens; only a range spans the word
        begin = joint.end()
        if again:
            begin += len(word)
            while low[begin : begin + 1].isspace():
                begin += 1
        more = pattern.match(low, begin)
        number = _number(kind, more[0]) if more else None
        if not more or number is None:
            break
        if not again and not grammar.LIST_FOLLOWER.match(low, more.end()):
            if not plural:  # “Điều 8, 5 và 6 tuổi”: what counts the 6 counts the 5 too
                del values[1 + bare :]
                at = values[-1].end
            break
        if again:
            bare = len(values)
        shown = joint.end() if again else more.start()
        values.append(Value(shown, more.end(), number, through))
        at = more.end()
    return UnitToken(start, at, kind, tuple(values), plural)


def _number(kind: Kind, text: str) -> str | None:
    """The number as ids bear it, or None where that kind cannot bear it."""
    if kind is Kind.POINT:
        return text[0]
    try:
        return canonical_number(kind, text.rstrip(")"))
    except UnitError:
        return None


def _instrument(clean: CleanText, found: re.Match[str], names: NameIndex) -> InstrumentToken | None:
    low, text = clean.low, clean.text
    start, end = found.span()
    if low.startswith("luật", start) and _word_before(low, start) in grammar.NO_LAW_AFTER:
        return None
    named = names.pattern.match(low, start)
    if named:
        return _named(clean, named, names)
    kind = grammar.TYPES.get(" ".join((found["type"] or "").split()), "")
    if not kind:
        return None
    numbered = _numbered(clean, start, end, kind)
    if numbered:
        return numbered
    if kind == "hiến pháp":
        return _dated(clean, start, end, InstrumentToken(start, end, kind, name=kind))
    this = grammar.THIS_AFTER_TYPE.match(low, end)
    if this:
        return InstrumentToken(start, this.end(), kind, this=True)
    capital = text[start].isupper()
    alone = grammar.ALONE_AFTER_TYPE.match(low, end)
    if alone and capital and kind in grammar.NUMBERED_ALONE:
        return InstrumentToken(start, alone.end(), kind, alone=str(int(alone["alone"])))
    if kind in ("luật", "bộ luật", "pháp lệnh") and capital:
        stop = unknown_name(text, low, end)
        if stop:
            name = " ".join(low[start:stop].split())
            return _dated(clean, start, stop, InstrumentToken(start, stop, kind, name=name))
    # a type and nothing more (“của Nghị định”) counts only where a unit stands before it
    another = grammar.ANOTHER_AFTER_TYPE.match(low, end) is not None
    return InstrumentToken(start, end, kind, bare=True, vague=another) if capital else None


def _named(clean: CleanText, named: re.Match[str], names: NameIndex) -> InstrumentToken:
    low = clean.low
    start, end = named.span()
    word = " ".join(named[0].split())
    if word in names.by_alias:
        return _dated(clean, start, end, InstrumentToken(start, end, alias=word))
    kind = "bộ luật" if word.startswith("bộ luật") else word.split()[0]
    token = InstrumentToken(start, end, kind, name=word)
    if _word_before(low, start) in ("thảo", "án"):
        return InstrumentToken(start, end, f"dự thảo {kind}", other=True)
    if grammar.LONGER_NAME.match(low, end):
        return InstrumentToken(start, end, kind, other=True)
    full = grammar.NUMBER_AFTER_TYPE.match(low, end)
    short = None if full else grammar.SHORT_AFTER_TYPE.match(low, end)
    bracketed = None if full or short else grammar.BRACKETED_NUMBER.match(low, end)
    if bracketed:
        # the number says which; it is part of the name where its bracket holds nothing else
        stop = bracketed.end() if bracketed["close"] else end
        return InstrumentToken(start, stop, kind, number=number_key(bracketed["full"]), name=word)
    if full:
        number = number_key(full["full"])
        token = InstrumentToken(start, full.end(), kind, number=number, name=word)
    elif short:
        number = number_key(short["short"])
        token = InstrumentToken(start, short.end(), kind, short=number, name=word)
    if not full and not short:
        passed = grammar.PASSED.match(low, end)
        later = grammar.OTHER_TIME.match(low, end)
        dated = _dated(clean, start, (passed or later or named).end(), token)
        if dated.year or dated.date:
            return dated
        if later or grammar.IN_FORCE_FROM.match(low, end):
            return token._replace(vague=True)
    return _dated(clean, start, token.end, token)


def _numbered(clean: CleanText, start: int, end: int, kind: str) -> InstrumentToken | None:
    low = clean.low
    full = grammar.NUMBER_AFTER_TYPE.match(low, end)
    if full:
        token = InstrumentToken(start, full.end(), kind, number=number_key(full["full"]))
        return _dated(clean, start, full.end(), token)
    short = grammar.SHORT_AFTER_TYPE.match(low, end) if kind else None
    if short:
        token = InstrumentToken(start, short.end(), kind, short=number_key(short["short"]))
        return _dated(clean, start, short.end(), token)
    return None


def _dated(clean: CleanText, start: int, end: int, token: InstrumentToken) -> InstrumentToken:
    """The same token with the year or date behind it, and the place of its issuer."""
    low = clean.low
    year: int | None = None
    date: tuple[int, int, int] | None = None
    dated = grammar.DATE.match(low, end)
    if dated:
        date = (int(dated["year"]), int(dated["month"]), int(dated["day"]))
        end = dated.end()
    else:
        found = grammar.YEAR.match(low, end)
        if found:
            year, end = int(found["year"] or found["bracketed"]), found.end()
    return InstrumentToken(
        start,
        end,
        token.type,
        token.number,
        token.short,
        token.alone,
        token.name,
        token.alias,
        year,
        date,
        _place(clean, end),
    )


def _place(clean: CleanText, at: int) -> str:
    """“Long An” in “… của Chủ tịch UBND tỉnh Long An về …”; "" where no place is told."""
    window = clean.low[at : at + grammar.PLACE_WINDOW]
    if not any(word in window for word in grammar.PLACE_WORDS):
        return ""
    window = grammar.PLACE_END.split(window, maxsplit=1)[0]
    found = grammar.PLACE.search(window)
    if not found:
        return ""
    words: list[str] = []
    for word in re.finditer(r"\w+", clean.text[at + found.end() : at + len(window)]):
        if not word[0][0].isupper() or len(words) == 3:
            break
        words.append(word[0])
    return " ".join(words).lower()
