"""Which instruments of a group take the units right before them: “Điều 8 của Luật …”."""

from __future__ import annotations

from collections.abc import Sequence

from ..law.units import Kind
from .tokens import BareType, ByName, InstrumentToken, Joint, Token, UnitToken

_NEXT, _COMMA, _AT, _LINE, _COLON = Joint.NEXT, Joint.COMMA, Joint.AT, Joint.LINE, Joint.COLON
"""Members of an enumeration are looked up slowly; these are asked for at every instrument."""
_SECTION = Kind.SECTION
BINDS_BARE = (_NEXT, Joint.OF)
_BINDS_FORWARD = (_NEXT, Joint.OF, _COMMA, _LINE, _AT, Joint.CELL)
_CLOSER_THAN_COMMA = (_NEXT, _COLON, _AT)
_ON_ITS_OWN = (_NEXT,)


def names(token: Token | None) -> bool:
    """Whether this is an instrument that is told by more than its bare type."""
    return isinstance(token, InstrumentToken) and not isinstance(token, BareType)


def takers(tokens: Sequence[Token], links: Sequence[Joint]) -> list[bool]:
    """For each token whether it ``takes``; one place more for what would follow the last."""
    taking = [
        isinstance(token, InstrumentToken) and takes(tokens, links, at)
        for at, token in enumerate(tokens)
    ]
    return [*taking, False]


def takes(tokens: Sequence[Token], links: Sequence[Joint], at: int) -> bool:
    """Whether the token ``at`` is an instrument that takes the units right before it."""
    token = tokens[at]
    if at == 0 or not isinstance(token, InstrumentToken):
        return False
    last, link = tokens[at - 1], links[at]
    if not isinstance(last, UnitToken):
        return False
    if link not in (BINDS_BARE if isinstance(token, BareType) else _BINDS_FORWARD):
        return False
    if link is _LINE:
        # “… Điều 8⏎Luật A: Điều 6”: the next row begins with its own
        colon = at + 1 < len(links) and links[at + 1] is _COLON
        return not colon and not _in_lines(tokens, links, at)
    if link is _AT:  # “Tại Luật A Điều 8, tại Nghị định B Điều 5”
        return not _led(tokens, links, at, _ON_ITS_OWN)
    if link is not _COMMA:
        return True
    alone = at == 1 or not isinstance(tokens[at - 2], UnitToken)
    if alone and last.kind is _SECTION and isinstance(token, ByName):
        return False  # “như nêu ở mục 1, Luật A cấm …”: no law has a mục without its chương
    return not _led(tokens, links, at, _CLOSER_THAN_COMMA)


def _in_lines(tokens: Sequence[Token], links: Sequence[Joint], stop: int) -> bool:
    """Whether instruments and units stand in turn, each on a line of its own."""
    at = _run_begins(tokens, stop)
    return at > 0 and links[at] is _LINE


def _led(
    tokens: Sequence[Token], links: Sequence[Joint], stop: int, closer: tuple[Joint, ...]
) -> bool:
    """Whether the units before ``stop`` follow an instrument of their own.

    “Luật A: Điều 8, Nghị định B: khoản 1 Điều 5”: the colon binds Điều 8 more closely
    than the comma does.
    """
    at = _run_begins(tokens, stop)
    return at > 0 and names(tokens[at - 1]) and links[at] in closer


def _run_begins(tokens: Sequence[Token], stop: int) -> int:
    """Where the units begin that end before ``stop``."""
    at = stop
    while at and isinstance(tokens[at - 1], UnitToken):
        at -= 1
    return at
