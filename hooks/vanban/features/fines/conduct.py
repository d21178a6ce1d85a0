"""For which conduct a provision fines, in the words of the table of fines.

One provision may stand in the table below several acts (lies and insults share a point), so the
words are those of the act that most of a page's provisions are about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...law.acts import Act, Case
from ...law.instrument import Target
from ...page.library import Library
from .fines import cases

Row = tuple[Act, Case, Target]


def conducts(library: Library, targets: Sequence[Target]) -> Mapping[Target, str]:
    """Each provision with what it fines; "" for one of which the table says nothing.

    A row for a unit below it is told with the name of that unit. Where no row is, a unit without
    any below it speaks for itself.
    """
    found = {target: list(_rows(library, target)) for target in targets}
    named: dict[str, int] = {}
    for rows in found.values():
        for name in {act.name for act, _, _ in rows}:
            named[name] = named.get(name, 0) + 1
    return {
        target: _told(target, rows, named) or _own(library, target)
        for target, rows in found.items()
    }


def _rows(library: Library, target: Target) -> Iterable[Row]:
    """Rows of the very provision; else those of what lies below it."""
    every = [row for row in cases(library) if _holds(target, row[2])]
    return [row for row in every if row[2] == target] or every


def _holds(outer: Target, inner: Target) -> bool:
    if outer.slug != inner.slug or outer.unit is None or inner.unit is None:
        return False
    return outer.unit in inner.unit.upwards()


def _told(target: Target, rows: Sequence[Row], named: Mapping[str, int]) -> str:
    most = max((named[act.name] for act, _, _ in rows), default=0)
    words = (
        case.when if of == target or of.unit is None else f"{_low(of.unit.own_label)}: {case.when}"
        for act, case, of in rows
        if named[act.name] == most
    )
    return "; hoặc ".join(dict.fromkeys(words))


def _own(library: Library, target: Target) -> str:
    unit = library.corpus.unit(target)
    if unit is None or unit.children:
        return ""
    text = library.corpus.provisions[target].text
    return "" if "\n" in text else _low(text.removesuffix("."))


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]
