"""What is said of a unit by its parts: where each khoản of an article is read now, in a sentence.

It says no more than the comparisons of ``van-ban.yml`` do. A khoản that was not compared itself is
where its điểm are; what nothing was compared with is said to be so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..law.instrument import Instrument, State, Target
from ..law.units import Kind, UnitPath, sort_key
from .viewing import Viewer
from .views import LinkView, NowView, PlaceView, RowView

MOST_ROWS = 3
"""With more khoản, one sentence for all is read sooner than a line for each."""
MOST_UNITS = 3
"""So many units of one article are named; of more, the article is."""


def now(viewer: Viewer, instrument: Instrument, unit: UnitPath) -> NowView | None:
    """What to say of a unit; None where it holds today and nothing was compared."""
    rows = tuple(_rows(viewer, instrument, unit))
    state = viewer.library.standing(Target(instrument.slug, unit)).state
    if not rows:
        whole = tuple(
            viewer.link(one)
            for one in _today(viewer, Target(instrument.slug))
            if one is not None and one.unit is None
        )
        return NowView((), (), "", whole) if state is State.ENDED else None
    known = instrument.outline.units.get(unit)
    children = known.children if known else ()
    many = len(rows) > MOST_ROWS
    every = [one for row in rows for one in _targets(viewer, instrument, row[0]) if one]
    is_rest = state is State.ENDED and len(children) > len(rows)
    return NowView(
        () if many else tuple(RowView(part.own_label, places, gone) for part, places, gone in rows),
        _places(viewer, every, named=False) if many else (),
        children[0].own_label.partition(" ")[0] if is_rest else "",
        (),
    )


_Row = tuple[UnitPath, tuple[PlaceView, ...], bool]


def _rows(viewer: Viewer, instrument: Instrument, unit: UnitPath) -> Iterator[_Row]:
    compared = (item.unit for item in instrument.concordance if item.unit)
    depth = len(unit.steps)
    below = (one for one in compared if one.steps[:depth] == unit.steps and one != unit)
    clauses = {UnitPath(one.steps[: depth + 1]) for one in below}
    for clause in sorted(clauses, key=lambda one: sort_key(one.number)):
        found = _targets(viewer, instrument, clause)
        places = _places(viewer, [one for one in found if one], named=True)
        if found:
            yield clause, places, None in found


def _targets(viewer: Viewer, instrument: Instrument, clause: UnitPath) -> list[Target | None]:
    """What a khoản was compared with; else what the units below it were."""
    own = _today(viewer, Target(instrument.slug, clause))
    if own:
        return own
    units = dict.fromkeys(item.unit for item in instrument.concordance if item.unit)
    below = (unit for unit in units if unit.steps[: len(clause.steps)] == clause.steps)
    found = [one for unit in below for one in _today(viewer, Target(instrument.slug, unit))]
    kept = [one for one in dict.fromkeys(found) if one]  # one điểm that is gone is not the khoản
    return [*kept] or found[:1]


def _today(viewer: Viewer, target: Target) -> list[Target | None]:
    pairings = viewer.library.corpus.concordance.get(target, ())
    return list(dict.fromkeys(one.target for pairing in pairings for one in pairing.today))


def _places(viewer: Viewer, targets: Sequence[Target], *, named: bool) -> tuple[PlaceView, ...]:
    """By instrument and article, in their own order.

    Where units are to be ``named``, those of the first article are, and any that stands alone.
    """
    groups: dict[str, dict[UnitPath | None, list[Target]]] = {}
    for target in targets:
        top = target.unit.top if target.unit else None
        groups.setdefault(target.slug, {}).setdefault(top, []).append(target)
    return tuple(
        PlaceView(viewer.link(Target(slug)), tuple(_articles(viewer, slug, articles, named)))
        for slug, articles in groups.items()
    )


def _articles(
    viewer: Viewer, slug: str, articles: dict[UnitPath | None, list[Target]], named: bool
) -> Iterator[tuple[LinkView, ...]]:
    for at, (top, units) in enumerate(articles.items()):
        alone = len(units) == 1
        if top:
            yield _article(viewer, Target(slug, top), units if named and (alone or not at) else [])


def _article(viewer: Viewer, article: Target, units: Sequence[Target]) -> tuple[LinkView, ...]:
    """“khoản 1”, “khoản 2 Điều 7”: each a link, the last one with the number of the article."""
    clauses = all(one.unit and one.unit.kind is Kind.CLAUSE for one in units)
    if not units or len(units) > MOST_UNITS or (len(units) > 1 and not clauses):
        return (_link(viewer, article, _label(article.unit)),)
    *first, last = units
    named = [_link(viewer, one, one.unit.own_label.lower()) for one in first if one.unit]
    return (*named, _link(viewer, last, _label(last.unit)))


def _link(viewer: Viewer, target: Target, label: str) -> LinkView:
    return LinkView(viewer.href(target), label)


def _label(unit: UnitPath | None) -> str:
    return unit.label if unit else ""
