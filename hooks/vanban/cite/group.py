"""Second half of reading: which units and instruments stand together.

Neighbouring tokens form a *group* when only a joint of ``grammar.GAPS`` stands
between them. Parentheses are looked through (“Khoản 1 Điều 5 (…), Khoản 5 Điều 21
(…) của Nghị định …” is one group) and have groups of their own inside; a
semicolon, a full stop and any other word end a group. Inside a group, ``owner``
decides which instrument the units are of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .clean import CleanText
from .grammar import GAP_LIMIT, GAPS
from .owner import Group, close, head_of
from .run import Literal
from .tokens import InstrumentToken, Joint, Mark, Token, UnitToken

_EVENTS = re.compile(r"[()\[\]]|[.;!?…](?=\s|$|[”\"])|\n\s*\n|\n(?=\s*(?:[-+*•]|\d{1,2}\.)\s)")
_MARKS = frozenset("()[].;!?…\n")
"""Every event begins with one of these."""
_SIGNS = {
    **dict.fromkeys("([", Mark.OPEN),
    **dict.fromkeys(")]", Mark.CLOSE),
    ";": Mark.SEMICOLON,
    **dict.fromkeys(".!?…", Mark.STOP),
}
_INTO_BRACKETS = (Joint.NEXT, Joint.AT, Joint.COLON)
"""How units in brackets may begin to be of the instrument before: “Luật … (tại Điều 8)”."""


def group(tokens: Iterable[Token], clean: CleanText) -> Iterator[Literal]:
    """The literal citations of a text, in the order in which their groups end."""
    open_groups = [Group()]
    at = 0
    for token in tokens:
        for words, mark in _gap(clean.low, at, token.start):
            top = open_groups[-1]
            if len(top.gap) <= GAP_LIMIT * 2:
                top.gap += words
            if mark is not None:
                yield from _cross(mark, open_groups, clean)
        top = open_groups[-1]
        link = _joint(top.gap) if top.tokens else Joint.NONE
        if top.tokens and link is Joint.NONE:
            head = head_of(top) if top.gap.rstrip().endswith(":") else None
            yield from close(top, clean)
            top = open_groups[-1] = Group(head=head)
        if not top.tokens and top.before and _joint(top.gap) not in _INTO_BRACKETS:
            top.before = None
        top.tokens.append(token)
        top.links.append(link)
        top.across.append(top.crossed)
        top.gap, top.crossed = "", False
        at = token.end
    while open_groups:
        yield from close(open_groups.pop(), clean)


def _cross(mark: Mark, open_groups: list[Group], clean: CleanText) -> Iterator[Literal]:
    """Change ``open_groups`` (outermost first) at a mark; the literals of those that it ends."""
    top = open_groups[-1]
    match mark:
        case Mark.OPEN:
            open_groups.append(_bracket(top))
        case Mark.CLOSE if len(open_groups) == 1:
            top.gap += ")"  # closes nothing: “a) …”
        case Mark.CLOSE:
            open_groups.pop()
            if top.behind and _names_one(top):
                _take_in(open_groups[-1], top.tokens[0])
            else:
                yield from close(top, clean)
                open_groups[-1].crossed = True
        case Mark.PARAGRAPH:
            while open_groups:
                yield from close(open_groups.pop(), clean)
            open_groups.append(Group())
        case Mark.SEMICOLON:
            yield from close(top, clean)
            open_groups[-1] = Group(head=head_of(top))
        case Mark.STOP:
            yield from close(top, clean)
            open_groups[-1] = Group()


def _bracket(outer: Group) -> Group:
    """A new group for what stands in a bracket, which knows the token right before it."""
    inner = Group()
    if outer.tokens and not outer.gap.strip():
        last = outer.tokens[-1]
        inner.before = last if isinstance(last, InstrumentToken) else None
        inner.outer = outer
        inner.behind = isinstance(last, UnitToken)
    return inner


def _names_one(inner: Group) -> bool:
    """Whether brackets hold one instrument and nothing else: “Điều 16 (Luật X)”."""
    return (
        len(inner.tokens) == 1
        and isinstance(inner.tokens[0], InstrumentToken)
        and not inner.gap.strip()
    )


def _take_in(outer: Group, named: Token) -> None:
    """What brackets behind a unit name is that unit's own, as if no bracket stood there."""
    outer.tokens.append(named)
    outer.links.append(Joint.NEXT)
    outer.across.append(True)
    outer.gap, outer.crossed = "", False


def _gap(low: str, start: int, end: int) -> Iterator[tuple[str, Mark | None]]:
    """The words between two tokens, cut at each mark and with it; the last piece has none."""
    if _MARKS.isdisjoint(low[start:end]):
        yield low[start:end], None
        return
    at = start
    for found in _EVENTS.finditer(low, start, end):
        sign = found[0]
        yield low[at : found.start()], Mark.PARAGRAPH if "\n" in sign else _SIGNS[sign]
        at = found.end()
    yield low[at:end], None


def _joint(gap: str) -> Joint:
    """How the words between two tokens join them."""
    if len(gap) > GAP_LIMIT * 2:
        return Joint.NONE
    return GAPS.get(" ".join(gap.replace(",", " , ").split()), Joint.NONE)
