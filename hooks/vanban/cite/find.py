"""First step: tokens of a text that may form citations, with what they literally say.

``find`` reads units (“các điểm a, b và c”) and instruments (“Nghị định số
72/2013/NĐ-CP ngày 15/7/2013”) and knows nothing of what exists. Binding units to
instruments is ``group``; instruments to the corpus, ``bind``; units, ``resolve``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..law.units import Kind, UnitError, canonical_number
from . import grammar
from .clean import CleanText
from .names import NameIndex, number_key, unknown_name
from .tokens import (
    AnotherOfType,
    BareType,
    ByAlias,
    ByName,
    ByNumber,
    ByNumberAlone,
    ByShortNumber,
    Elsewhere,
    InstrumentToken,
    Issue,
    NumberedUnits,
    ThisInstrument,
    ThisUnit,
    Token,
    Unclear,
    UnitToken,
    Value,
)


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
        return ThisUnit(start, found.end(), kind)
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
    return NumberedUnits(start, at, kind, tuple(values), plural)


def _number(kind: Kind, text: str) -> str | None:
    """The number as ids bear it, or None where that kind cannot bear it."""
    if kind is Kind.POINT:
        return text[0]
    try:
        return canonical_number(kind, text.rstrip(")"))
    except UnitError:
        return None


def _instrument(clean: CleanText, found: re.Match[str], names: NameIndex) -> InstrumentToken | None:
    """An instrument whose type or alias begins at ``found``, or None where it is another word."""
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
        end, issue = _issue(clean, end)
        return ByName(start, end, kind, issue)
    this = grammar.THIS_AFTER_TYPE.match(low, end)
    if this:
        return ThisInstrument(start, this.end(), kind)
    if not text[start].isupper():
        return None
    alone = grammar.ALONE_AFTER_TYPE.match(low, end)
    if alone and kind in grammar.NUMBERED_ALONE:
        return ByNumberAlone(start, alone.end(), kind, str(int(alone["alone"])))
    if kind in ("luật", "bộ luật", "pháp lệnh"):
        stop = unknown_name(text, low, end)
        if stop:
            name = " ".join(low[start:stop].split())
            end, issue = _issue(clean, stop)
            return ByName(start, end, name, issue)
    if grammar.ANOTHER_AFTER_TYPE.match(low, end):
        return AnotherOfType(start, end, kind)
    return BareType(start, end, kind)


def _named(clean: CleanText, named: re.Match[str], names: NameIndex) -> InstrumentToken:
    """An instrument called by a name or alias of the corpus, with what stands behind the name.

    A number behind it wins over a day or year; words such as “cũ” without either
    leave it unclear which instrument of that name is meant.
    """
    low = clean.low
    start, end = named.span()
    word = " ".join(named[0].split())
    if word in names.by_alias:
        end, issue = _issue(clean, end)
        return ByAlias(start, end, word, issue)
    kind = "bộ luật" if word.startswith("bộ luật") else word.split()[0]
    if _word_before(low, start) in ("thảo", "án"):
        return Elsewhere(start, end, f"dự thảo {kind}")
    if grammar.LONGER_NAME.match(low, end):
        return Elsewhere(start, end, kind)
    numbered = _numbered(clean, start, end, kind, word)
    if numbered:
        return numbered
    bracketed = grammar.BRACKETED_NUMBER.match(low, end)
    if bracketed:
        # the number says which; it is part of the name where its bracket holds nothing else
        stop = bracketed.end() if bracketed["close"] else end
        return ByNumber(start, stop, kind, number_key(bracketed["full"]), word)
    passed = grammar.PASSED.match(low, end)
    later = grammar.OTHER_TIME.match(low, end)
    stop, issue = _issue(clean, (passed or later or named).end())
    if issue.told:
        return ByName(start, stop, word, issue)
    if later or grammar.IN_FORCE_FROM.match(low, end):
        return Unclear(start, end, word)
    return ByName(start, end, word)


def _numbered(
    clean: CleanText, start: int, end: int, kind: str, name: str = ""
) -> ByNumber | ByShortNumber | None:
    """An instrument whose number stands at ``end``, behind its type or name; else None.

    ``start`` is where the type begins; without a type (``kind`` is "") only a full
    number counts.
    """
    full = grammar.NUMBER_AFTER_TYPE.match(clean.low, end)
    if full:
        stop, issue = _issue(clean, full.end())
        return ByNumber(start, stop, kind, number_key(full["full"]), name, issue)
    short = grammar.SHORT_AFTER_TYPE.match(clean.low, end) if kind else None
    if short:
        stop, issue = _issue(clean, short.end())
        return ByShortNumber(start, stop, kind, number_key(short["short"]), name, issue)
    return None


def _issue(clean: CleanText, at: int) -> tuple[int, Issue]:
    """The day or year that stands at ``at``, where it ends, and the place of the issuer behind."""
    low = clean.low
    dated = grammar.DATE.match(low, at)
    if dated:
        day = (int(dated["year"]), int(dated["month"]), int(dated["day"]))
        return dated.end(), Issue(day, None, _place(clean, dated.end()))
    found = grammar.YEAR.match(low, at)
    if found:
        year = int(found["year"] or found["bracketed"])
        return found.end(), Issue(None, year, _place(clean, found.end()))
    return at, Issue(None, None, _place(clean, at))


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
