"""Whose the units of a group are: the instrument before them, behind them, or the text's own.

Two neighbours of a group are joined by a ``Joint``. A closer joint wins: what stands
directly before an instrument, or is joined to it by “của”, is that instrument's
(``takers``); what follows it behind a colon, “tại” or a comma is its too, unless an
instrument of its own follows (``_backward``). Where two may be meant, it is ``Unclear``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..law.units import INNER, Kind
from .behind import PROSE, Prose, kept_out
from .clean import CleanText
from .run import Literal, segment
from .takers import BINDS_BARE, names, takers, takes
from .titles import in_a_title, of_a_pair
from .tokens import (
    BareType,
    Elsewhere,
    InstrumentToken,
    Joint,
    ThisUnit,
    Token,
    Unclear,
    UnitToken,
)

_NEXT, _COMMA, _LINE = Joint.NEXT, Joint.COMMA, Joint.LINE
_ARTICLE = Kind.ARTICLE
"""Members of an enumeration are looked up slowly; these are asked for at every unit."""
_BINDS_BACKWARD = (_COMMA, _NEXT, Joint.COLON, Joint.AT, _LINE, Joint.CELL)
_EITHER_SIDE = (_COMMA, _LINE, Joint.CELL)
"""Where one of these stands on either side of units, nobody can tell whose they are."""
_LOOSE = (_NEXT, _COMMA)
_LEADS = (Joint.COLON, Joint.AT, Joint.CELL)


@dataclass(slots=True)
class Group:
    """Tokens joined so far at one depth of parentheses.

    ``links[i]`` joins token i to the one before it, ``across[i]`` says whether a bracket
    stands between them. ``gap`` is the text read since the last token, brackets left
    out, and ``crossed`` whether one was left out.
    """

    tokens: list[Token] = field(default_factory=list)
    links: list[Joint] = field(default_factory=list)
    across: list[bool] = field(default_factory=list)
    gap: str = ""
    crossed: bool = False
    before: InstrumentToken | None = None
    """The instrument right before the bracket that opened this group: “Luật … (…”."""
    outer: Group | None = None
    """The group that ``before`` is of."""
    behind: bool = False
    """Opened right behind a unit: “Điều 16 (…”."""
    led: bool = False
    """Words that join nothing stand before the first token."""
    either: bool = False
    """“hoặc” or “và” alone stands before the first token: “Điều 16 (hoặc Điều 17) của Luật …”."""
    inner: Group | None = None
    """The units of the bracket that was just closed, while it is open whose they are."""
    framed: set[int] | None = None
    """Where instruments begin that are no citation of their own: a bracket's units took them.

    One set that grows: made anew for each bracket, a text of many would be read in square time.
    """
    head: InstrumentToken | None = None
    """The instrument that the list is about which this group is an item of (``head_of``)."""
    doubt: bool = False
    """An item below a line that is nothing but an instrument: its units may be of that one."""
    earlier: list[Group] | None = None
    """Parts before it, divided by semicolons, of a list that is still open (``series``)."""
    units_first: int = 0
    """So many of its tokens are known to be units (``names_any``)."""

    def names_any(self) -> bool:
        """Whether it holds an instrument; however often asked, each unit is looked at once."""
        tokens, at = self.tokens, self.units_first
        while at < len(tokens) and isinstance(tokens[at], UnitToken):
            at += 1
        self.units_first = at
        return at < len(tokens)


def close(done: Group, clean: CleanText) -> list[Literal]:
    """The literals of a group that is complete, in order.

    Each run of units gives its targets with their instrument; an instrument that no
    units took is a citation of its own, except a bare type and a text that is not here.
    """
    tokens, links = done.tokens, done.links
    units = [token for token in tokens if isinstance(token, UnitToken)]
    if units and len(units) == len(tokens):
        return _units_alone(done, units, clean)
    owner = _only_owner(done, units)
    if owner is not None:
        joined = not done.across[-1]
        return segment(units, links[:-1], done.across[:-1], owner, joined, False)
    leader = _only_leader(done, units)
    if leader is not None and kept_out(units, clean, led=True) is None:
        found = segment(units, links[1:], done.across[1:], leader, False, True)
        return _with_its_name(found, leader, units[0], clean)
    if len(tokens) == 1:  # an instrument alone
        return [*_by_itself(tokens[0], done)]
    literals: list[Literal] = []
    taking = takers(tokens, links)
    at = 0
    follow = False  # whether the units at ``at`` are of the instrument right before them
    while at < len(tokens):
        token = tokens[at]
        if isinstance(token, InstrumentToken):
            follow = _backward(tokens, links, taking, at + 1)
            if not (follow or taking[at]):
                literals += _by_itself(token, done)
            at += 1
            continue
        units = _units_from(tokens, at)
        stop = at + len(units)
        cut = _shared(tokens, links, taking, at, stop)
        if cut:
            ahead, units = units[: cut - at], units[cut - at :]
            owner = _unclear(ahead[-1])
            literals += segment(ahead, links[at:cut], done.across[at:cut], owner, False, False)
            at = cut
        instrument = _instrument_of(done, taking, at, stop, units, follow, clean)
        named = tokens[at - 1] if follow else None
        if isinstance(named, InstrumentToken) and isinstance(instrument, (Prose, Unclear)):
            literals.append(Literal(named.start, named.end, (), named))  # cited by itself
        if instrument is PROSE or (instrument is None and _weak(units)):
            at = stop
            continue
        joined = (
            instrument is not None
            and stop < len(tokens)
            and instrument is tokens[stop]
            and not done.across[stop]
        )
        before = instrument is not None and not taking[stop]
        loose = before and (at == 0 or links[at] in _LOOSE)
        found = segment(units, links[at:stop], done.across[at:stop], instrument, joined, loose)
        if at and instrument is tokens[at - 1]:
            found = _with_its_name(found, instrument, units[0], clean)
        literals += found
        at = stop
    return literals


def _by_itself(token: Token, done: Group) -> tuple[Literal, ...]:
    """The citation that an instrument is which no units took, if it is one."""
    if not isinstance(token, InstrumentToken) or isinstance(token, (BareType, Elsewhere)):
        return ()
    if done.framed is not None and token.start in done.framed:
        return ()
    return (Literal(token.start, token.end, (), token),)


def _units_from(tokens: list[Token], at: int) -> list[UnitToken]:
    """The units that follow one another from ``at`` on."""
    found: list[UnitToken] = []
    while at < len(tokens) and isinstance(token := tokens[at], UnitToken):
        found.append(token)
        at += 1
    return found


def _units_alone(done: Group, units: list[UnitToken], clean: CleanText) -> list[Literal]:
    """The literals of a group of nothing but ``units``."""
    instrument = kept_out(units, clean)
    if instrument is None:
        instrument = _first_of(done, units, clean)
    if instrument is PROSE or (instrument is None and _weak(units)):
        return []
    loose = instrument is not None
    return segment(units, done.links, done.across, instrument, False, loose)


def _only_spaces(clean: CleanText, start: int, end: int) -> bool:
    """Whether nothing but plain spaces stands there; a tab parts two cells."""
    return start < end and not clean.low[start:end].strip(" ")


def _only_owner(done: Group, units: list[UnitToken]) -> InstrumentToken | None:
    """The instrument of a group that is nothing but ``units`` and the one that they are of."""
    if not units or len(units) + 1 < len(done.tokens) or done.links[-1] not in BINDS_BARE:
        return None
    last = done.tokens[-1]
    return last if isinstance(last, InstrumentToken) else None


def _only_leader(done: Group, units: list[UnitToken]) -> InstrumentToken | None:
    """The instrument that begins a group and that nothing but its ``units`` follow."""
    if not units or len(units) + 1 < len(done.tokens) or done.links[1] is not _NEXT:
        return None
    first = done.tokens[0]
    return first if isinstance(first, InstrumentToken) and names(first) else None


def _with_its_name(
    found: list[Literal], instrument: InstrumentToken, first: UnitToken, clean: CleanText
) -> list[Literal]:
    """“Luật … Điều 8” is one citation, as “Điều 8 Luật …” is, where but a space is between."""
    start = first.start
    if not _only_spaces(clean, instrument.end, start):
        return found
    return [one.from_(instrument.start) if one.start == start else one for one in found]


def head_of(done: Group) -> InstrumentToken | None:
    """The instrument that the items behind ``done`` are of, or None.

    It is the last one that ``done`` names, if it stands at the end or before a colon or
    “tại” and is not taken by units before it: “Luật A: Điều 8; Điều 16” makes Luật A the
    head of both items. A group without an instrument hands on its own head, or the one right
    before its bracket: “Luật A (Điều 8; Điều 16)”.
    """
    for at in range(len(done.tokens) - 1, -1, -1):
        token = done.tokens[at]
        if not isinstance(token, InstrumentToken):
            continue
        led = at + 1 == len(done.tokens) or done.links[at + 1] in _LEADS
        taken = takes(done.tokens, done.links, at)
        return token if led and not taken and names(token) else None
    return done.head or (done.before if done.tokens else None)


def _shared(tokens: list[Token], links: list[Joint], taking: list[bool], at: int, stop: int) -> int:
    """Where the units from ``at`` on fall in two; 0: they do not.

    “Nghị định B: Điều 5, và Điều 101 Nghị định C”: the first ones are hardly C's.
    """
    if at == 0 or not taking[stop] or taking[at - 1]:
        return 0
    if links[at] is not Joint.COLON or not names(tokens[at - 1]):
        return 0
    articles = [n for n in range(at, stop) if _is_article(tokens[n])]
    if len(articles) < 2:
        return 0
    joints = [n for n in range(articles[-2] + 1, articles[-1] + 1) if links[n] in _LISTS]
    return joints[0] if joints else 0


_LISTS = (Joint.AND, Joint.COMMA)
# k1 (k2) Đ8 · k1 (k2) của Luật … · k1 (k2) BLHS: behind the bracket stands whose they are
_OWNED_BEHIND = re.compile(
    r"[^()\[\]\n]{0,40}[)\]],?\s*(?:của\s+)?(?:(?i:điều|khoản|luật|bộ\s+luật|nghị|thông|đ\.?\s?\d|k\.?\s?\d)"
    r"|[A-ZĐ]{3})"
)


def _is_article(token: Token) -> bool:
    return isinstance(token, UnitToken) and token.kind is _ARTICLE


def _backward(tokens: list[Token], links: list[Joint], taking: list[bool], at: int) -> bool:
    """Whether the units at ``at`` belong to the instrument right before them.

    “Luật An ninh mạng năm 2018: Điều 8”, “… , Điều 8”, “… tại Điều 8” — unless that
    instrument already ends a citation of its own, or the units name another one.
    """
    if at == 0 or at >= len(tokens) or links[at] not in _BINDS_BACKWARD:
        return False
    if not isinstance(tokens[at], UnitToken):
        return False
    if taking[at - 1] or not names(tokens[at - 1]):
        return False
    stop = at + len(_units_from(tokens, at))
    return not (taking[stop] or _turns(tokens, links, at, stop))


def _instrument_of(
    done: Group,
    taking: list[bool],
    at: int,
    stop: int,
    units: list[UnitToken],
    follow: bool,
    clean: CleanText,
) -> InstrumentToken | Prose | None:
    """The instrument of ``units``, which run from ``at`` up to ``stop``; None is the text's own.

    ``follow``: they belong to the instrument right before them (``_backward``).
    """
    tokens, links = done.tokens, done.links
    last = tokens[stop - 1]
    behind = tokens[stop] if stop < len(tokens) else None
    if at and _turns(tokens, links, at, stop):
        return _unclear(last)
    if isinstance(behind, InstrumentToken) and taking[stop]:
        return _unclear(last) if _between(tokens, links, taking, at, stop) else behind
    kept = kept_out(units, clean)
    if kept is not None:
        return kept
    before = tokens[at - 1] if at else None
    if isinstance(before, InstrumentToken) and follow:
        articles = any(unit.kind is _ARTICLE for unit in units)
        apart = links[at] in (_COMMA, Joint.COLON)
        titled = apart and in_a_title(clean, before.start, of_articles=articles)
        return _unclear(last) if titled or of_a_pair(before, clean) else before
    if at == 0:
        return _first_of(done, units, clean)
    hangs = isinstance(before, InstrumentToken) and links[at] is _COMMA and _hang(units)
    return _unclear(last) if hangs else None


def _first_of(done: Group, units: list[UnitToken], clean: CleanText) -> InstrumentToken | None:
    """The instrument of units that begin their group, by what stands before it."""
    if done.before is not None and done.outer is not None:
        if done.outer.framed is None:
            done.outer.framed = set()
        done.outer.framed.add(done.before.start)  # “Luật … (Điều 8)” cites the article alone
        return done.before
    if done.head is not None or done.doubt:
        this = [unit for unit in units if isinstance(unit, ThisUnit)]
        if not this:
            return done.head or _unclear(units[-1])
    hangs = done.behind and _hang(units) and not _is_brief(done, units, clean)
    return _unclear(units[-1]) if hangs else None


def _is_brief(done: Group, units: list[UnitToken], clean: CleanText) -> bool:
    """“k1 (k2)”: may be two classes, and nothing beside them says that they are of a law."""
    before = done.outer.tokens[-1] if done.outer else None
    if not (isinstance(before, UnitToken) and before.weak):
        return False
    if [unit for unit in units if not unit.weak]:
        return False
    return _OWNED_BEHIND.match(clean.text, units[-1].end) is None


def _between(
    tokens: list[Token], links: list[Joint], taking: list[bool], at: int, stop: int
) -> bool:
    """“Luật A, Điều 8, Nghị định B”, “Luật A Điều 8 Luật B Điều 6”: nobody can tell."""
    if at == 0 or links[at] is not links[stop]:
        return False
    if links[stop] is _NEXT:
        in_turn = stop + 1 < len(links) and links[stop + 1] is _NEXT
        return in_turn and isinstance(tokens[stop + 1], UnitToken) and names(tokens[at - 1])
    return links[stop] in _EITHER_SIDE and names(tokens[at - 1]) and not taking[at - 1]


def _turns(tokens: list[Token], links: list[Joint], at: int, stop: int) -> bool:
    """Whether these units stand on a line of their own in a column that names instruments too.

    “Luật A⏎Điều 8⏎Nghị định B⏎Điều 5”: a table that lost its cells.
    """
    if at == 0 or links[at] is not _LINE or not isinstance(tokens[at - 1], InstrumentToken):
        return False
    behind = stop < len(tokens) and links[stop] is _LINE
    return behind or (at > 1 and links[at - 1] is _LINE)


def _hang(units: list[UnitToken]) -> bool:
    """Whether units right behind another citation are a clause or a point without its article.

    “Điều 5 Nghị định 72/2013/NĐ-CP, khoản 1”, “Điều 16 (khoản 1)”: hardly the clause of the
    text around, and not surely of what stands before.
    """
    return not [one for one in units if one.kind not in INNER or isinstance(one, ThisUnit)]


def _weak(units: list[UnitToken]) -> list[UnitToken]:
    """Those of them that count only with an instrument beside them."""
    return [unit for unit in units if unit.weak]


def _unclear(last: Token) -> Unclear:
    """Stands behind ``last`` for an instrument that nobody can tell."""
    return Unclear(last.end, last.end)
