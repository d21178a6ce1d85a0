"""Second half of reading: which units belong together, and to which instrument.

Neighbouring tokens form a *group* when only a joint of ``grammar.GAPS`` stands
between them. Parentheses are looked through (“Khoản 1 Điều 5 (…), Khoản 5 Điều 21
(…) của Nghị định …” is one group) and have groups of their own inside; a
semicolon, a full stop and any other word end a group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..law.units import Kind
from .clean import CleanText
from .find import InstrumentToken, Token, UnitToken
from .grammar import ANOTHER_UNIT, GAP_LIMIT, GAPS, OTHER_TEXT
from .run import Literal, segment

_EVENTS = re.compile(r"[()\[\]]|[.;!?…](?=\s|$|[”\"])|\n\s*\n|\n(?=\s*(?:[-+*•]|\d{1,2}\.)\s)")
_MARKS = frozenset("()[].;!?…\n")
"""Every event begins with one of these."""


@dataclass(slots=True)
class _Group:
    """Tokens joined so far at one depth of parentheses; ``links[i]`` joins token i to i-1."""

    tokens: list[Token] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    across: list[bool] = field(default_factory=list)
    gap: str = ""
    crossed: bool = False
    before: InstrumentToken | None = None
    outer: _Group | None = None
    behind: bool = False
    """Opened right behind a unit: “Điều 16 (…”."""
    framed: set[int] = field(default_factory=set)
    head: InstrumentToken | None = None
    """What a colon before this group, or before its neighbours of a list, says it is about."""


def group(tokens: Iterable[Token], clean: CleanText) -> Iterator[Literal]:
    """The literal citations of a text, in the order in which their groups end."""
    open_groups = [_Group()]
    at = 0
    for token in tokens:
        for event, words in _gap(clean.low, at, token.start):
            top = open_groups[-1]
            if len(top.gap) <= GAP_LIMIT * 2:
                top.gap += words
            if event == "(":
                inner = _Group()
                if top.tokens and not top.gap.strip():
                    last = top.tokens[-1]
                    inner.before = last if isinstance(last, InstrumentToken) else None
                    inner.outer = top
                    inner.behind = isinstance(last, UnitToken)
                open_groups.append(inner)
            elif event == ")":
                if len(open_groups) > 1:
                    inner = open_groups.pop()
                    if inner.behind and _names_one(inner):
                        _take_in(open_groups[-1], inner.tokens[0])
                    else:
                        yield from _close(inner, clean)
                        open_groups[-1].crossed = True
                else:
                    top.gap += ")"
            elif event == "paragraph":
                while len(open_groups) > 1:
                    yield from _close(open_groups.pop(), clean)
                yield from _close(open_groups[0], clean)
                open_groups[0] = _Group()
            elif event:
                yield from _close(top, clean)
                open_groups[-1] = _Group(head=_head(top) if event == "item" else None)
        top = open_groups[-1]
        link = "" if not top.tokens else _link(top.gap)
        if top.tokens and not link:
            led = _head(top) if top.gap.rstrip().endswith(":") else None
            yield from _close(top, clean)
            top = open_groups[-1] = _Group(head=led)
        if not top.tokens and top.before and _link(top.gap) not in ("next", "at", "colon"):
            top.before = None
        top.tokens.append(token)
        top.links.append(link)
        top.across.append(top.crossed)
        top.gap, top.crossed = "", False
        at = token.end
    while open_groups:
        yield from _close(open_groups.pop(), clean)


def _names_one(inner: _Group) -> bool:
    """Whether brackets hold one instrument and nothing else: “Điều 16 (Luật X)”."""
    return (
        len(inner.tokens) == 1
        and isinstance(inner.tokens[0], InstrumentToken)
        and not inner.gap.strip()
    )


def _take_in(outer: _Group, named: Token) -> None:
    """What brackets behind a unit name is that unit's own, as if no bracket stood there."""
    outer.tokens.append(named)
    outer.links.append("next")
    outer.across.append(True)
    outer.gap, outer.crossed = "", False


def _head(done: _Group) -> InstrumentToken | None:
    """The instrument that a list is about: the last one before a colon, or at the group's end."""
    for at in range(len(done.tokens) - 1, -1, -1):
        token = done.tokens[at]
        if not isinstance(token, InstrumentToken):
            continue
        led = at + 1 == len(done.tokens) or done.links[at + 1] in ("colon", "at")
        taken = _forward(done.tokens, done.links, at)
        return token if led and not taken and not token.bare else None
    return done.head


def _gap(low: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Events between two tokens, each with the words before it; ("", words) closes."""
    if _MARKS.isdisjoint(low[start:end]):
        yield "", low[start:end]
        return
    at = start
    for found in _EVENTS.finditer(low, start, end):
        mark = found[0]
        if mark in "([":
            event = "("
        elif mark in ")]":
            event = ")"
        else:
            event = "paragraph" if "\n" in mark else "item" if mark == ";" else "stop"
        yield event, low[at : found.start()]
        at = found.end()
    yield "", low[at:end]


def _link(gap: str) -> str:
    if len(gap) > GAP_LIMIT * 2:
        return ""
    return GAPS.get(" ".join(gap.replace(",", " , ").split()), "")


def _close(done: _Group, clean: CleanText) -> Iterator[Literal]:
    tokens, links = done.tokens, done.links
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if isinstance(token, InstrumentToken):
            frame = token.start in done.framed or _serves(tokens, links, at)
            if not frame and not token.bare and not token.other:
                yield Literal(token.start, token.end, (), token)
            at += 1
            continue
        stop = at
        while stop < len(tokens) and isinstance(tokens[stop], UnitToken):
            stop += 1
        units = [token for token in tokens[at:stop] if isinstance(token, UnitToken)]
        instrument = _instrument_of(done, at, stop, clean)
        joined = (
            instrument is not None
            and stop < len(tokens)
            and instrument is tokens[stop]
            and not done.across[stop]
        )
        before = instrument is not None and not _forward(tokens, links, stop)
        loose = before and (at == 0 or links[at] in ("comma", "next"))
        yield from segment(units, links[at:stop], done.across[at:stop], instrument, joined, loose)
        at = stop


def _forward(tokens: list[Token], links: list[str], stop: int) -> bool:
    """Whether the instrument at ``stop`` takes the units right before it."""
    if stop >= len(tokens) or stop == 0 or not isinstance(tokens[stop], InstrumentToken):
        return False
    instrument = tokens[stop]
    loose = isinstance(instrument, InstrumentToken) and instrument.bare
    joints = ("next", "of") if loose else ("next", "of", "comma", "at")
    if not isinstance(tokens[stop - 1], UnitToken) or links[stop] not in joints:
        return False
    return links[stop] != "comma" or not _led(tokens, links, stop)


def _led(tokens: list[Token], links: list[str], stop: int) -> bool:
    """Whether the units before ``stop`` follow an instrument of their own.

    “Luật A: Điều 8, Nghị định B: khoản 1 Điều 5”: the colon binds Điều 8 more closely
    than the comma does.
    """
    at = stop
    while at and isinstance(tokens[at - 1], UnitToken):
        at -= 1
    before = tokens[at - 1] if at else None
    free = isinstance(before, InstrumentToken) and not before.bare
    return free and links[at] in ("colon", "at", "next")


def _backward(tokens: list[Token], links: list[str], at: int) -> bool:
    """Whether the units at ``at`` belong to the instrument right before them.

    “Luật An ninh mạng năm 2018: Điều 8”, “… , Điều 8”, “… tại Điều 8” — unless that
    instrument already ends a citation of its own, or the units name another one.
    """
    if at == 0 or links[at] not in ("colon", "comma", "at", "next"):
        return False
    before = tokens[at - 1]
    if (isinstance(before, InstrumentToken) and before.bare) or _forward(tokens, links, at - 1):
        return False
    stop = at
    while stop < len(tokens) and isinstance(tokens[stop], UnitToken):
        stop += 1
    return not _forward(tokens, links, stop)


def _serves(tokens: list[Token], links: list[str], at: int) -> bool:
    """Whether an instrument is only the frame of units beside it (no citation of its own)."""
    if _forward(tokens, links, at):
        return True
    after = at + 1 < len(tokens) and isinstance(tokens[at + 1], UnitToken)
    return after and _backward(tokens, links, at + 1)


def _instrument_of(done: _Group, at: int, stop: int, clean: CleanText) -> InstrumentToken | None:
    tokens, links = done.tokens, done.links
    last = tokens[stop - 1]
    if _forward(tokens, links, stop):
        found = tokens[stop]
        assert isinstance(found, InstrumentToken)
        return _unclear(last) if _between(tokens, links, at, stop) else found
    if ANOTHER_UNIT.match(clean.low, last.end):
        return _unclear(last)  # “khoản 1 Điều đó”
    other = OTHER_TEXT.match(clean.low, last.end)
    if other and (other["noun"] or clean.text[other.start("other")].isupper()):
        return InstrumentToken(other.start("other"), other.end(), other["other"], other=True)
    if at and isinstance(tokens[at - 1], InstrumentToken) and _backward(tokens, links, at):
        found = tokens[at - 1]
        assert isinstance(found, InstrumentToken)
        return found
    if at == 0 and done.before is not None and done.outer is not None:
        done.outer.framed.add(done.before.start)  # “Luật … (Điều 8)” cites the article alone
        return done.before
    this = any(isinstance(token, UnitToken) and token.this for token in tokens[at:stop])
    if at == 0 and done.head is not None and not this:
        return done.head
    if _hangs(done, at, stop):
        return _unclear(last)
    return None


def _between(tokens: list[Token], links: list[str], at: int, stop: int) -> bool:
    """“Luật A, Điều 8, Nghị định B”: a comma on either side, and nobody can tell."""
    if links[stop] != "comma" or at == 0 or links[at] != "comma":
        return False
    before = tokens[at - 1]
    free = isinstance(before, InstrumentToken) and not before.bare
    return free and not _forward(tokens, links, at - 1)


def _hangs(done: _Group, at: int, stop: int) -> bool:
    """Whether a clause or a point without its article stands right behind another citation.

    “Điều 5 Nghị định 72/2013/NĐ-CP, khoản 1”, “Điều 16 (khoản 1)”: hardly the clause of the
    text around, and not surely of what stands before.
    """
    units = [token for token in done.tokens[at:stop] if isinstance(token, UnitToken)]
    if any(unit.this or unit.kind not in (Kind.CLAUSE, Kind.POINT) for unit in units):
        return False
    if at == 0:
        return done.behind
    return isinstance(done.tokens[at - 1], InstrumentToken) and done.links[at] == "comma"


def _unclear(unit: Token) -> InstrumentToken:
    """Stands for an instrument that the text names so that nobody can tell which."""
    return InstrumentToken(unit.end, unit.end, vague=True)
