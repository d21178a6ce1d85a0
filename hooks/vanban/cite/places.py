"""Where each unit of a run stands among the others: which one it is of, and which are of it.

“điểm a khoản 1 Điều 5” rises, “Điều 5 khoản 1 điểm a” falls, a list does both.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ..law.units import DEPTH, Kind
from .tokens import Joint, ThisUnit, UnitToken

TIGHT = (Joint.NEXT, Joint.OF, Joint.AT)
CLIMBS = (*TIGHT, Joint.COMMA)
"""Joints over which a unit can belong to a coarser one; over “và” stands a sibling."""


class Place(NamedTuple):
    """Where a unit stands among those of its run; all are known by their order in it."""

    chain: tuple[int, ...]
    """The unit, the one that it is of, the one that this is of, and so on."""
    last: int
    """The last of those in ``chain`` that one span covers with it: “điểm a khoản 1 Điều 5”."""
    top: int
    """The first that one span covers with it: “Điều 5 khoản 1 điểm a”."""
    is_above: bool
    """Whether another one is of it."""


def places(units: list[UnitToken], links: list[Joint], across: list[bool]) -> tuple[Place, ...]:
    """The place of each unit; it hangs on their kinds and on what joins them."""
    find = _places_of_few if len(units) <= _FEW else _places_of
    kinds = tuple([unit.kind for unit in units])
    this = tuple([isinstance(unit, ThisUnit) for unit in units])
    return find(kinds, this, tuple(links), tuple(across))


def _places_of(
    kinds: tuple[Kind, ...],
    this: tuple[bool, ...],
    links: tuple[Joint, ...],
    across: tuple[bool, ...],
) -> tuple[Place, ...]:
    parents = _parents(kinds, this, links)
    above = {parent for parent in parents if parent is not None}
    found: list[Place] = []
    for number in range(len(kinds)):
        chain = _chain(parents, number)
        rising = _rising(chain, number, across)
        top = number if across[number] else _top(parents, number)
        last = rising[-1] if rising else number
        found.append(Place(tuple(chain), last, top, number in above))
    return tuple(found)


_FEW = 8
_places_of_few = lru_cache(maxsize=1024)(_places_of)
"""The same kinds of units follow one another again and again."""


def _parents(
    kinds: tuple[Kind, ...], this: tuple[bool, ...], links: tuple[Joint, ...]
) -> list[int | None]:
    """For each unit the next coarser one it belongs to.

    Vietnamese writes both ways: “điểm a khoản 1 Điều 5” rises, “Điều 5 khoản 1 điểm
    a” falls. A direct joint beats a comma; where both are commas, the run's first
    pair decides.
    """
    depths = [DEPTH[kind] for kind in kinds]
    if len(depths) == 1:
        return [None]
    rising_style = depths[0] >= depths[1]
    rising = _look(depths, links, forward=True)
    falling = _look(depths, links, forward=False)
    above: list[int | None] = []
    for number in range(len(depths)):
        if this[number]:
            above.append(None)  # “khoản này và khoản 2 Điều 17”: the first is not of Điều 17
            continue
        up, up_link = rising[number]
        down, down_link = falling[number]
        if up is not None and (
            down is None
            or (
                up_link in TIGHT
                and not (down_link in TIGHT and down == number - 1 and up != number + 1)
            )
            or (down_link not in TIGHT and rising_style)
        ):
            above.append(up)
        else:
            above.append(down)
    taken = {up for number, up in enumerate(above) if up is not None and up > number}
    return [
        None
        if up is not None and up < number and falling[number][1] not in TIGHT and up in taken
        else up
        for number, up in enumerate(above)
    ]


def _look(
    depths: list[int], links: tuple[Joint, ...], *, forward: bool
) -> list[tuple[int | None, Joint]]:
    """The nearest coarser unit on one side of each, and the joint that leads to it.

    One pass with a stack of open units. A joint “và” leads to a sibling, never up.
    """
    size = len(depths)
    found: list[tuple[int | None, Joint]] = [(None, Joint.NONE)] * size
    order = range(size - 1, -1, -1) if forward else range(size)
    stack: list[int] = []
    for number in order:
        depth = depths[number]
        while stack and depths[stack[-1]] >= depth:
            # of equal depth: a sibling shares what the one beside it found
            sibling = stack.pop()
            if depths[sibling] == depth:
                found[number] = found[sibling]
        if found[number][0] is None and stack:
            near = stack[-1]
            joint = links[near] if forward else links[near + 1]
            if joint in CLIMBS:
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


def _rising(chain: list[int], number: int, across: tuple[bool, ...]) -> list[int]:
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
