"""Units in one word: “Điều 5.1.a”, “Điều 5(1)(a)”, “khoản 1.a”, with what goes on with them.

“5.1.a–c” and “5.1.a, b” name more points of that clause, “5.1–3” more clauses of that article;
“5.1.a–5.1.c” and “5.1.a–1.c” say the way to the second point again. In “5.1, 2” the 2 may be a
clause or an article, as the b of “5(1)(a)(b)” may be a point or one of the point: what goes on
so is told to be ``UNREAD``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..law.units import Kind
from . import grammar
from .number_list import read_list, read_number
from .tokens import UNREAD, NumberedUnits, UnitToken, Value

_POINT = Kind.POINT
"""Members of an enumeration are looked up slowly; this one is asked for at every unit."""
_PARTS = {
    pattern.pattern: [
        (pattern.groupindex[name], kind)
        for name, kind in grammar.COMPACT_PARTS.items()
        if name in pattern.groupindex
    ]
    for pattern in grammar.COMPACTS.values()
}
"""The groups of each pattern that hold a number, and of which kind."""
# (b) · (2): glued to what stands before · , 2 · và 3 · -2: of a kind that nothing tells
_REST = re.compile(
    r"(?P<open>\()(?P<marked>\d{1,2}|[a-zđ])\)"
    rf"|(?:[-→~](?=\d)|{grammar.LIST_SEPARATOR.pattern})"
    rf"(?P<bare>(?:\d{{1,3}}[a-zđ]?(?!\w|\.\w|\s?/)|{grammar.LETTER}))"
)


def read_compacts(low: str, start: int, found: re.Match[str], weak: bool) -> list[UnitToken]:
    """“Điều 8.1, 8.2 và 9.1.a”, “Điều 8.1.a–c”: each of the list in parts."""
    units = _compact(low, start, found, weak)
    if found.re is grammar.POINT_OF_CLAUSE:
        return _points_of_clauses(low, units)
    if found.re is grammar.COMPACT_CLAUSE:
        return _point_first(_with_rest(low, units))
    at = units[-1].end if units else start
    if low[at : at + 1] != "(" and not grammar.GOES_ON.match(low, at):
        return list(units)
    while units:
        at = units[-1].end
        joint = grammar.LIST_SEPARATOR.match(low, at)
        through = joint is None
        joint = joint or grammar.RANGE_SEPARATOR.match(low, at)
        if joint is None:
            break
        more = grammar.COMPACT.match(low, joint.end())
        more = more or grammar.COMPACT_CLAUSE.match(low, joint.end())
        if more is None or not grammar.LIST_FOLLOWER.match(low, more.end()):
            break
        named = _compact(low, more.start(), more, weak)
        if not named:
            break
        if through and _are_beside(units, named):
            units[-1] = _to(units[-1], named[-1], more.start())
        else:
            units += named
    return list(_with_rest(low, units))


def _points_of_clauses(low: str, first: list[NumberedUnits]) -> list[UnitToken]:
    """“điểm 1a, 1b và 2c”: each with its clause."""
    units = _point_first(first)
    last = first[-1]
    while joint := grammar.LIST_SEPARATOR.match(low, last.end):
        more = grammar.POINT_OF_CLAUSE.match(low, joint.end())
        if more is None:
            break
        named = _compact(low, more.start(), more, last.weak)
        units += _point_first(named)
        last = named[-1]
    rest = _with_rest(low, [last])[0]
    if rest is not last:
        units[-2] = replace(rest, start=units[-2].start)
        units[-1] = replace(units[-1], start=rest.end, end=rest.end)
    return units


def _with_rest(low: str, units: list[NumberedUnits]) -> list[NumberedUnits]:
    """What goes on with the list and may be of any kind stands in its last unit, ``UNREAD``."""
    last = units[-1]
    values, at = list(last.values), last.end
    while True:
        more = _REST.match(low, at)
        number = more and (more["marked"] or more["bare"])
        if more is None or number is None:
            break
        if more["bare"] and not grammar.LIST_FOLLOWER.match(low, more.end()):
            break
        values.append(
            Value(more.start("open" if more["marked"] else "bare"), more.end(), number + UNREAD)
        )
        at = more.end()
    if at == last.end:
        return units
    return [*units[:-1], replace(last, end=at, values=tuple(values))]


def _compact(low: str, start: int, found: re.Match[str], weak: bool) -> list[NumberedUnits]:
    """One of them: an article, its clause and its point; the last may be several."""
    parts: list[NumberedUnits] = []
    begin = start
    for group, kind in _PARTS[found.re.pattern]:
        text = found[group]
        read = read_number(kind, text) if text else None
        if read is None:
            continue
        first, end = found.span(group)
        if low[first - 1] == "(" and low[end : end + 1] == ")":
            first, end = first - 1, end + 1
        value = Value(first, end, read)
        if kind is _POINT:
            parts.append(_points(low, begin, value, weak))
            return parts
        parts.append(NumberedUnits(begin, end, kind, weak, (value,), False))
        begin = end
    last = parts[-1]
    if last.kind is Kind.CLAUSE:
        parts[-1] = _clauses(low, last)
    return parts


def _points(low: str, start: int, first: Value, weak: bool) -> NumberedUnits:
    """The points that begin with ``first``, with the bracket that shuts behind the last of them."""
    points = read_list(low, start, "", _POINT, first, False, weak)
    if low[first.start - 1] == "(" and low[points.end : points.end + 1] == ")":
        return replace(points, end=points.end + 1)
    return points


def _point_first(units: list[NumberedUnits]) -> list[UnitToken]:
    """“khoản 1.a Điều 5” as “điểm a khoản 1 Điều 5”: what follows it is above the clause."""
    clause, point = units
    end, weak = point.end, clause.weak
    value = Value(end, end, clause.values[0].number)
    return [
        NumberedUnits(clause.start, end, point.kind, weak, point.values, False),
        NumberedUnits(end, end, clause.kind, weak, (value,), False),
    ]


def _clauses(low: str, first: NumberedUnits) -> NumberedUnits:
    """“5.1–3”, “5(1)-(3)”, “5(1), (2)”: a range or a list of clauses, where one follows."""
    if low[first.end - 1] == ")" and (listed := _listed(low, first)) is not first:
        return listed
    joint = grammar.RANGE_SEPARATOR.match(low, first.end)
    at = joint.end() if joint else -1
    end = grammar.MARKED.match(low, at) if joint else None
    end = end or (grammar.VALUES[Kind.CLAUSE].match(low, at) if joint else None)
    if end is None or not grammar.LIST_FOLLOWER.match(low, end.end()):
        return first
    read = read_number(Kind.CLAUSE, end["number"] if end.re is grammar.MARKED else end[0])
    if read is None or not read[0].isdigit():
        return first
    last = Value(end.start(), end.end(), read, through=True)
    return NumberedUnits(
        first.start, last.end, first.kind, first.weak, (*first.values, last), False
    )


def _listed(low: str, first: NumberedUnits) -> NumberedUnits:
    """“5(1), (2) và (3)”: each in brackets of its own."""
    values = list(first.values)
    while joint := grammar.LIST_SEPARATOR.match(low, values[-1].end):
        more = grammar.MARKED.match(low, joint.end())
        read = read_number(Kind.CLAUSE, more["number"]) if more else None
        if more is None or read is None or not read[0].isdigit():
            break
        values.append(Value(more.start(), more.end(), read))
    if len(values) == 1:
        return first
    return replace(first, end=values[-1].end, values=tuple(values))


def _are_beside(units: list[NumberedUnits], named: list[NumberedUnits]) -> bool:
    """Whether both end in one clause or article: “8.1.a” and “8.1.c”, “8.1.a” and “1.c”."""
    above, again = units[-len(named) : -1], named[:-1]
    if len(named) > len(units) or units[-1].kind is not named[-1].kind:
        return False
    return [(one.kind, one.above) for one in above] == [(one.kind, one.above) for one in again]


def _to(first: NumberedUnits, last: NumberedUnits, shown: int) -> NumberedUnits:
    """The range from the one to the other; ``shown`` is where the second end begins."""
    value = last.values[0]
    end = Value(shown, value.end, value.number, through=True)
    values = (*first.values, end, *last.values[1:])
    return NumberedUnits(first.start, last.end, first.kind, first.weak, values, False)
