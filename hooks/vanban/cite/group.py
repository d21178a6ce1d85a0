"""Second half of reading: which units and instruments stand together.

Neighbouring tokens form a *group* when only a joint of ``grammar.GAPS`` stands
between them. Parentheses are looked through (“Khoản 1 Điều 5 (…), Khoản 5 Điều 21
(…) của Nghị định …” is one group) and have groups of their own inside; a
semicolon, a full stop and any other word end a group; which parts of a list with semicolons
belong together all the same is said in ``series``. Inside a group, ``owner``
decides which instrument the units are of.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..law.units import DEPTH, GROUPING, Kind
from .clean import CleanText
from .gaps import PLAIN_GAPS, ROW, SHORT, joint, marks_in, sentence_ends
from .grammar import GAP_LIMIT, GAPS
from .heads import PAPER_WORD, heads_below, new_head, says_on
from .in_brackets import climbs, falls, next_bracket, take_units
from .owner import Group, close, head_of
from .run import Literal, segment
from .series import closing, goes_on
from .titles import behind_title
from .tokens import InstrumentToken, Joint, Mark, NumberedUnits, ThisInstrument, Token, UnitToken

_NONE, _LINE, _NEXT, _CELL = Joint.NONE, Joint.LINE, Joint.NEXT, Joint.CELL
_OPEN, _CLOSE, _SEMICOLON, _STOP = Mark.OPEN, Mark.CLOSE, Mark.SEMICOLON, Mark.STOP
_ITEM, _PARAGRAPH = Mark.ITEM, Mark.PARAGRAPH
"""Members of an enumeration are looked up slowly; these are asked for at every token."""
_SPACES = (_LINE, _CELL)
"""What a line end or a tab is; between two units it parts them no more than a space does."""
_NEAR = 6
"""Behind more words a unit is no part of a list that was only named."""
_INTO_BRACKETS = (Joint.NEXT, Joint.AT, Joint.COLON)
"""How units in brackets may begin to be of the instrument before: “Luật … (tại Điều 8)”."""


def group(tokens: Iterable[Token], clean: CleanText) -> list[Literal]:
    """The literal citations of a text, in the order in which their groups end."""
    low = clean.low
    found: list[Literal] = []
    open_groups = [Group()]
    at = 0
    for token in tokens:
        top = open_groups[-1]
        between = low[at : token.start]
        plain = PLAIN_GAPS.get(between)
        if not top.tokens:
            plain = None if between else _NONE  # it begins its group
        elif between == "\n":
            plain = _over_line(top.tokens[-1], token, low)
        if isinstance(token, ThisInstrument) and says_on(token, low):
            plain = None
        if plain is not None and not (top.gap or top.crossed or top.inner):
            top.tokens.append(token)
            top.links.append(plain)
            top.across.append(False)
            at = token.end
            continue
        far = len(between) > SHORT and len(open_groups) == 1
        ended = sentence_ends(low, at, token.start) if far else None
        if ended is not None:
            found += _end(open_groups[0], clean)
            open_groups = [Group(gap=low[ended : token.start])]
            top = open_groups[0]
        else:
            for words, mark in marks_in(between, low, at):
                if words and len(top.gap) <= GAP_LIMIT * 2:
                    top.gap += words
                if mark is _OPEN:
                    top = _bracket(top)
                    open_groups.append(top)
                elif mark is not None:
                    found += _cross(mark, open_groups, clean)
                    top = open_groups[-1]
        link = _NONE
        if top.inner is not None:
            found += _settle(top, token, joint(top.gap), clean)
        if top.tokens:
            link = joint(top.gap)
            if link is _NONE and isinstance(token, InstrumentToken):
                titled = behind_title(top.tokens[-1], token.start, clean)
                link = Joint.OF if titled else _behind_quotation(top, token, low)
            elif link in _SPACES and isinstance(token, UnitToken) and _is_unit(top.tokens[-1:]):
                link = link if top.gap.strip() else _NEXT
            elif link is Joint.COMMA and says_on(token, low):
                link = _NONE  # “Luật A cấm ở Điều 6, Nghị định này cấm …”
            elif link is _LINE and isinstance(token, InstrumentToken):
                link = _NONE if heads_below(top.tokens[-1], token, low) else link
            if link is _NONE:
                head = head_of(top) if top.gap.rstrip().endswith(":") else None
                found += _end(top, clean)
                top = open_groups[-1] = Group(head=head)
                if head is not None and PAPER_WORD.search(low, at, token.start):
                    top.head, top.doubt = None, True
        elif top.gap:
            top.led = top.gap.strip() not in ("", "các")
            top.either = joint(top.gap) is Joint.AND
            top.doubt = top.doubt and len(top.gap.split()) <= _NEAR
            if top.head is not None and PAPER_WORD.search(top.gap):
                top.head, top.doubt = None, True  # “Luật A: Điều 8; Nội quy trường: Điều 3”
            if top.before and joint(top.gap) not in _INTO_BRACKETS:
                top.before = None
        top.tokens.append(token)
        top.links.append(link)
        top.across.append(top.crossed)
        top.gap, top.crossed = "", False
        at = token.end
    for words, mark in marks_in(low[at : at + GAP_LIMIT], low, at):
        open_groups[-1].gap += words
        if mark is not None:
            found += _cross(mark, open_groups, clean)
    while open_groups:
        found += _end(open_groups.pop(), clean)
    return found


def _over_line(before: Token, token: Token, low: str) -> Joint | None:
    """How a line end alone joins ``token`` to the one before it; None: ``marks_in`` must look."""
    if not low[token.start].isalpha() or ROW.match(low, before.end):
        return None  # a bullet, or a row of a table
    if isinstance(token, UnitToken):
        return _NEXT if isinstance(before, UnitToken) else _LINE
    return None if heads_below(before, token, low) else _LINE


def _end(done: Group, clean: CleanText) -> list[Literal]:
    """The literals of a group that is complete, and of what its last bracket kept back."""
    if done.inner is not None and falls(done, done.inner):
        take_units(done, done.inner, Joint.NEXT)
        done.inner = None
    if done.inner is None and not done.earlier:
        return close(done, clean) if done.tokens else []
    found = close(done.inner, clean) if done.inner is not None else []
    last = close(done, clean)
    named = closing(done, last, clean) if done.earlier else None
    for part in done.earlier or ():
        if named is None:
            found += close(part, clean)
        else:
            found += segment(part.tokens, part.links, part.across, named, False, False)  # type: ignore[arg-type]
    return found + last


def _settle(top: Group, token: Token, link: Joint, clean: CleanText) -> list[Literal]:
    """Say whose the units are that a bracket right behind a unit or before ``token`` holds.

    “Điều 8 (khoản 1) Luật …” and “(Điều 8) Luật …” are read as if no bracket stood there.
    """
    inner, top.inner = top.inner, None
    if inner is None:
        return []
    goes_on = isinstance(token, InstrumentToken) and link in (Joint.NEXT, Joint.OF)
    if top.tokens and isinstance(token, NumberedUnits) and link in (Joint.AND, Joint.COMMA):
        last = top.tokens[-1]  # “Điều 8 (khoản 1) và Điều 16 (khoản 3)”
        goes_on = isinstance(last, NumberedUnits) and last.kind is token.kind
    if top.tokens and isinstance(token, NumberedUnits) and inner.either:
        last = top.tokens[-1]  # “khoản 1 (hay khoản 2) Điều 8”
        coarser = isinstance(last, NumberedUnits) and DEPTH[token.kind] < DEPTH[last.kind]
        goes_on = goes_on or (coarser and link in (Joint.NEXT, Joint.OF))
    if climbs(top, inner, token, link):
        *_, last = top.tokens
        top.tokens[-1:] = [*inner.tokens, last]
        top.links[-1:] = [top.links[-1], *inner.links[1:], Joint.NEXT]
        top.across[-1:] = [top.across[-1], *inner.across[1:], True]
    elif goes_on:
        take_units(top, inner, Joint.AND if inner.either else Joint.NEXT)
    elif falls(top, inner):
        take_units(top, inner, Joint.NEXT)
    else:
        return close(inner, clean)
    return []


def _behind_quotation(top: Group, token: InstrumentToken, low: str) -> Joint:
    """How an instrument is joined to a unit, one of them in quotes: “Điều 8” Luật …, 8 “Luật …”"""
    gap = top.gap.strip()
    if gap in ("“", '"') and _is_unit(top.tokens[-1:]):
        # (not “Luật An ninh mạng cấm …”, which is what the article says)
        shut = any(mark in low[token.start : token.end + 1] for mark in '”"')
        return Joint.NEXT if shut else Joint.NONE
    if gap[:1] not in ("”", '"') or not _is_unit(top.tokens[-1:]):
        return Joint.NONE
    quoted = low[max(0, top.tokens[-1].start - 1) : top.tokens[-1].start] in ("“", '"')
    return GAPS.get(gap[1:].strip(), Joint.NONE) if quoted else Joint.NONE


def _is_unit(tokens: list[Token]) -> bool:
    return bool(tokens) and isinstance(tokens[0], UnitToken)


def _cross(mark: Mark, open_groups: list[Group], clean: CleanText) -> list[Literal]:
    """Change ``open_groups`` (outermost first) at a mark; the literals of those that it ends."""
    top = open_groups[-1]
    found: list[Literal] = []
    if mark is _OPEN:
        open_groups.append(_bracket(top))
    elif mark is _CLOSE and len(open_groups) == 1:
        top.gap += ")"  # closes nothing: “a) …”
    elif mark is _CLOSE:
        open_groups.pop()
        if top.behind and _names_one(top):
            _take_in(open_groups[-1], top.tokens[0])
        elif _waits(top, open_groups[-1]):
            found += next_bracket(open_groups[-1], top, clean)
        else:
            found += _end(top, clean)
            open_groups[-1].crossed = True
    elif mark is _SEMICOLON and goes_on(top, clean):
        earlier, top.earlier = top.earlier or [], None
        earlier.append(top)
        open_groups[-1] = _part_behind(top)
        open_groups[-1].earlier = earlier
    elif mark is _SEMICOLON:
        found += _end(top, clean)
        open_groups[-1] = _part_behind(top)
    elif mark is _STOP:
        found += _end(top, clean)
        open_groups[-1] = Group()
    else:
        alone = mark is _ITEM and len(open_groups) == 1
        below = _item_below(top, clean) if alone else Group()
        while open_groups:
            found += _end(open_groups.pop(), clean)
        open_groups.append(below)
    return found


def _part_behind(before: Group) -> Group:
    """The group of what follows a semicolon, by the part before it.

    “Luật A: Điều 8; Điều 16” stays with that law. Behind its bare name nobody can tell whose the
    units are: “Căn cứ Luật A; Điều 5; Điều 26 Nghị định B”.
    """
    head = head_of(before)
    if head is not None and before.tokens and head is before.tokens[-1]:
        return Group(doubt=not isinstance(head, ThisInstrument))
    return Group(head=head, doubt=before.doubt and not before.names_any())


def _item_below(above: Group, clean: CleanText) -> Group:
    """The group of a line with a bullet, by the line or the item above it.

    “Luật A:⏎- Điều 8⏎- Điều 16” is of that law; below a line that is nothing but its name,
    without a colon, that is not sure.
    """
    named = [token for token in above.tokens if isinstance(token, InstrumentToken)]
    if not named and new_head(above.tokens, above.gap, clean):
        return Group()
    if not named:
        return Group(head=above.head, doubt=above.doubt)
    mark = above.gap.strip()
    if mark == ":":
        return Group(head=head_of(above))
    alone = named == above.tokens and len(named) == 1 and not above.led
    return Group(doubt=alone and mark in ("", ",", ";", "-"))


def _waits(inner: Group, outer: Group) -> bool:
    """Whether a bracket holds units alone that what follows it may complete."""
    if (
        (inner.led and not inner.either)
        or inner.gap.strip()
        or inner.inner is not None
        or not inner.tokens
    ):
        return False
    if not all(isinstance(token, NumberedUnits) for token in inner.tokens):
        return False
    if inner.before is not None or inner.head is not None or inner.earlier:
        return False
    if not outer.tokens:
        apart = joint(outer.gap) is _NONE if outer.inner else outer.gap.strip() != ""
        return not (apart or inner.either)
    last = outer.tokens[-1]
    first = inner.tokens[0]
    if inner.either:
        return inner.behind and isinstance(last, NumberedUnits) and _siblings(inner, last)
    finer = isinstance(first, UnitToken) and isinstance(last, UnitToken)
    if not (inner.behind and finer):
        return False
    # “Điều 8 (Chương I) Luật …”
    around = last.kind is Kind.ARTICLE and first.kind in GROUPING  # type: ignore[union-attr]
    return around or DEPTH[first.kind] > DEPTH[last.kind]  # type: ignore[union-attr]


def _siblings(inner: Group, last: NumberedUnits) -> bool:
    """“Điều 8 (hoặc khoản 1 Điều 16)”: the bracket begins or ends with a unit of that kind."""
    ends = (inner.tokens[0], inner.tokens[-1])
    return any(isinstance(unit, NumberedUnits) and unit.kind is last.kind for unit in ends)


def _bracket(outer: Group) -> Group:
    """A new group for what stands in a bracket, which knows the token right before it."""
    if not outer.tokens or outer.gap.strip() not in ("", "-", ",", ":"):
        return Group()
    last = outer.tokens[-1]
    if isinstance(last, InstrumentToken):
        return Group(before=last, outer=outer)
    return Group(outer=outer, behind=True)


def _names_one(inner: Group) -> bool:
    """Whether brackets hold one instrument and nothing else: “Điều 16 (Luật X)”."""
    return (
        len(inner.tokens) == 1
        and not (inner.led or inner.earlier)
        and isinstance(inner.tokens[0], InstrumentToken)
        and not inner.gap.strip()
    )


def _take_in(outer: Group, named: Token) -> None:
    """What brackets behind a unit name is that unit's own, as if no bracket stood there."""
    outer.tokens.append(named)
    outer.links.append(Joint.NEXT)
    outer.across.append(True)
    outer.gap, outer.crossed = "", False
