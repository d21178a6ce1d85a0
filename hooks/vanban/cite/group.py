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
from typing import NamedTuple

from ..law.units import DEPTH, Kind
from .clean import CleanText
from .find import InstrumentToken, Token, UnitToken, Value
from .grammar import GAP_LIMIT, GAPS, OTHER_TEXT

_EVENTS = re.compile(r"[()\[\]]|[.;!?…](?=\s|$|[”\"])|\n\s*\n|\n(?=\s*(?:[-+*•]|\d{1,2}\.)\s)")
_SPREAD = 40
"""“điểm a các khoản 1, 2 và 3” names three points; no more than so many are spread."""
_TIGHT = frozenset({"next", "of", "at"})
_MARKS = frozenset("()[].;!?…\n")
"""Every event begins with one of these."""


class Literal(NamedTuple):
    """One target as the text says it: steps coarse to fine, and the instrument if it names one.

    ``through`` is the other end of a range that the last step opens.
    """

    start: int
    end: int
    steps: tuple[tuple[Kind, str], ...]
    instrument: InstrumentToken | None
    through: Value | None = None
    through_end: int = 0
    loose: bool = False
    """The instrument stands before the units, joined by no more than a comma or a bracket."""


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
    framed: set[int] = field(default_factory=set)


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
                open_groups.append(inner)
            elif event == ")":
                if len(open_groups) > 1:
                    yield from _close(open_groups.pop(), clean)
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
                open_groups[-1] = _Group()
        top = open_groups[-1]
        link = "" if not top.tokens else _link(top.gap)
        if top.tokens and not link:
            yield from _close(top, clean)
            top = open_groups[-1] = _Group(gap="", before=None)
        if not top.tokens and top.before and _link(top.gap) not in ("next", "at", "colon"):
            top.before = None
        top.tokens.append(token)
        top.links.append(link)
        top.across.append(top.crossed)
        top.gap, top.crossed = "", False
        at = token.end
    while open_groups:
        yield from _close(open_groups.pop(), clean)


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
            event = "paragraph" if "\n" in mark else "stop"
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
        yield from _segment(units, links[at:stop], done.across[at:stop], instrument, joined, loose)
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
    if _forward(tokens, links, stop):
        found = tokens[stop]
        assert isinstance(found, InstrumentToken)
        return found
    last = tokens[stop - 1]
    other = OTHER_TEXT.match(clean.low, last.end)
    if other and clean.text[other.start("other")].isupper():
        return InstrumentToken(other.start("other"), other.end(), other["other"], other=True)
    if at and isinstance(tokens[at - 1], InstrumentToken) and _backward(tokens, links, at):
        found = tokens[at - 1]
        assert isinstance(found, InstrumentToken)
        return found
    if at == 0 and done.before is not None and done.outer is not None:
        done.outer.framed.add(done.before.start)  # “Luật … (Điều 8)” cites the article alone
        return done.before
    return None


def _segment(
    units: list[UnitToken],
    links: list[str],
    across: list[bool],
    instrument: InstrumentToken | None,
    joined: bool,
    loose: bool,
) -> Iterator[Literal]:
    """The targets of a run of units that share one instrument."""
    parents = _parents(units, links)
    used = {parent for parent in parents if parent is not None}
    for number, unit in enumerate(units):
        chain = _chain(parents, number)
        start, end = unit.start, unit.end
        owner = instrument
        if any(units[index].this for index in chain) and len(units) - 1 not in chain:
            owner = None  # “khoản 1 Điều này và Điều 5 Nghị định …”
        rising = _rising(chain, number, across)
        if rising:
            top = units[rising[-1]]
            end = top.end if top.plural else top.values[0].end  # “khoản 1 Điều 16, 17 và 18”
        last = rising[-1] if rising else number
        if joined and end == units[-1].end and last == len(units) - 1 and instrument:
            end = instrument.end
        parent = parents[number]
        falls = parent == number - 1 and not across[number]
        if falls:
            start = units[_top(parents, number)].start
        for value, through in _values(unit, number in used):
            begin = start if value is unit.values[0] else value.start
            tail = end if (through or value) is unit.values[-1] else (through or value).end
            for steps in _steps(units, chain, value.number):
                if through:
                    yield Literal(begin, value.end, steps, owner, through, tail, loose)
                else:
                    yield Literal(begin, tail, steps, owner, loose=loose)


def _values(unit: UnitToken, is_parent: bool) -> list[tuple[Value, Value | None]]:
    """The unit's own targets: each value, with the end of the range that it opens.

    A unit that stands above another one is no target of its own. In “khoản 1 Điều 5
    và 6” only the number next to the clause stands above it.
    """
    values = list(unit.values)
    if is_parent:
        values = [] if unit.plural or len(values) == 1 else values[1:]
    found: list[tuple[Value, Value | None]] = []
    for value in values:
        if value.through and found:
            found[-1] = (found[-1][0], value)
        else:
            found.append((value, None))
    return found


def _steps(
    units: list[UnitToken], chain: list[int], number: str
) -> Iterator[tuple[tuple[Kind, str], ...]]:
    """Coarse-to-fine steps of one value; a plural unit above stands for each of its numbers."""
    own, *above = chain
    paths: list[tuple[tuple[Kind, str], ...]] = [((units[own].kind, number),)]
    for index in above:
        unit = units[index]
        numbers = [v.number for v in unit.values] if unit.plural else [unit.values[0].number]
        if len(numbers) > _SPREAD:
            continue  # no drafter writes that; without its parent the unit is reported
        paths = [((unit.kind, n), *path) for n in numbers for path in paths]
    yield from paths


def _parents(units: list[UnitToken], links: list[str]) -> list[int | None]:
    """For each unit the next coarser one it belongs to.

    Vietnamese writes both ways: “điểm a khoản 1 Điều 5” rises, “Điều 5 khoản 1 điểm
    a” falls. A direct joint beats a comma; where both are commas, the run's first
    pair decides.
    """
    if len(units) == 1:
        return [None]
    rising_style = not (len(units) > 1 and DEPTH[units[0].kind] < DEPTH[units[1].kind])
    rising = _look(units, links, forward=True)
    falling = _look(units, links, forward=False)
    above: list[int | None] = []
    for number in range(len(units)):
        if units[number].this:
            above.append(None)  # “khoản này và khoản 2 Điều 17”: the first is not of Điều 17
            continue
        up, up_link = rising[number]
        down, down_link = falling[number]
        if up is not None and (
            down is None
            or (
                up_link in _TIGHT
                and not (down_link in _TIGHT and down == number - 1 and up != number + 1)
            )
            or (down_link not in _TIGHT and rising_style)
        ):
            above.append(up)
        else:
            above.append(down)
    taken = {up for number, up in enumerate(above) if up is not None and up > number}
    return [
        None
        if up is not None and up < number and falling[number][1] not in _TIGHT and up in taken
        else up
        for number, up in enumerate(above)
    ]


def _look(
    units: list[UnitToken], links: list[str], *, forward: bool
) -> list[tuple[int | None, str]]:
    """The nearest coarser unit on one side of each, and the joint that leads to it.

    One pass with a stack of open units. A joint “và” leads to a sibling, never up.
    """
    size = len(units)
    found: list[tuple[int | None, str]] = [(None, "")] * size
    order = range(size - 1, -1, -1) if forward else range(size)
    stack: list[int] = []
    for number in order:
        depth = DEPTH[units[number].kind]
        while stack and DEPTH[units[stack[-1]].kind] >= depth:
            # of equal depth: a sibling shares what the one beside it found
            sibling = stack.pop()
            if DEPTH[units[sibling].kind] == depth:
                found[number] = found[sibling]
        if found[number][0] is None and stack:
            near = stack[-1]
            joint = links[near] if forward else links[near + 1]
            if joint in _TIGHT or joint == "comma":
                found[number] = (near, joint)
        stack.append(number)
    return found


def _chain(parents: list[int | None], number: int) -> list[int]:
    chain = [number]
    above = parents[number]
    while above is not None and above not in chain:
        chain.append(above)
        above = parents[above]
    return chain


def _rising(chain: list[int], number: int, across: list[bool]) -> list[int]:
    """The units above that follow one by one in the text, so that one span covers them."""
    run: list[int] = []
    for index in chain[1:]:
        if index != (run[-1] if run else number) + 1 or across[index]:
            break
        run.append(index)
    return run


def _top(parents: list[int | None], number: int) -> int:
    """The first unit of a falling run that ends at ``number``: “Điều 5 khoản 1 điểm a”."""
    above = parents[number]
    while above is not None and above == number - 1:
        number, above = above, parents[above]
    return number
