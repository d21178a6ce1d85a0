"""Units in brackets right behind a unit: whose they are, and taking them in."""

from __future__ import annotations

from ..law.units import DEPTH, Kind
from .clean import CleanText
from .gaps import joint
from .owner import Group, close
from .run import Literal
from .tokens import Joint, NumberedUnits, Token


def take_units(top: Group, inner: Group, joint: Joint) -> None:
    """What brackets hold stands in ``top``, as if no bracket stood there."""
    top.links += [joint, *inner.links[1:]] if top.tokens else inner.links
    top.across += [True, *inner.across[1:]] if top.tokens else inner.across
    top.tokens += inner.tokens


def next_bracket(outer: Group, inner: Group, clean: CleanText) -> list[Literal]:
    """Keep the units of a bracket; those of one right before it, “(khoản 1) (Điều 8) …”, too.

    The literals of that one where the two do not go together.
    """
    before, outer.inner, outer.crossed = outer.inner, inner, True
    if before is None:
        return []
    link = joint(outer.gap)
    if link not in (Joint.NEXT, Joint.COMMA, Joint.AND):
        return close(before, clean)
    one, other = before.tokens[-1], inner.tokens[0]
    alike = isinstance(one, NumberedUnits) and isinstance(other, NumberedUnits)
    alike = alike and one.kind is other.kind  # type: ignore[union-attr]
    take_units(before, inner, Joint.COMMA if alike else link)
    outer.inner, outer.gap = before, ""
    return []


def falls(top: Group, inner: Group) -> bool:
    """“Nghị định A: Điều 26 (khoản 4)”: the clause is of the article right before its bracket."""
    last = top.tokens[-1] if top.tokens else None
    if not isinstance(last, NumberedUnits) or last.kind is not Kind.ARTICLE:
        return False
    if inner.either or len(last.values) > 1:
        return False
    return (top.head is not None or top.names_any()) and all(
        isinstance(one, NumberedUnits) and DEPTH[one.kind] > DEPTH[last.kind]
        for one in inner.tokens
    )


def climbs(top: Group, inner: Group, token: Token, link: Joint) -> bool:
    """“khoản 1 (điểm a, b) Điều 8”: the points are of the clause, that of the article behind."""
    last = top.tokens[-1] if top.tokens else None
    if not isinstance(token, NumberedUnits) or not isinstance(last, NumberedUnits):
        return False
    return (
        link in (Joint.NEXT, Joint.OF)
        and len(last.values) == 1
        and DEPTH[token.kind] < DEPTH[last.kind]
        and all(
            isinstance(one, NumberedUnits) and DEPTH[one.kind] > DEPTH[last.kind]
            for one in inner.tokens
        )
    )
