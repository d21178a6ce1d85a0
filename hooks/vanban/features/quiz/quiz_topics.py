"""Which questions lie near a plan: those whose grounds are among the provisions that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...law.instrument import Target
from ...law.units import UnitPath
from ...page.library import Library
from ..session.plan import Plan, plans
from ..session.replies import reply, stories
from . import quiz_checks
from .quiz import Item, QuizBank
from .quiz_pages import ordered


def rows(bank: QuizBank, library: Library) -> Iterator[list[object]]:
    """For each plan: its name in addresses, its title, and the ids of its questions in two tiers.

    The first tier asks about a clause that the plan names (or a point of it), the second about
    another clause of the same article. What is near by neither is in none.
    """
    items = [item for found in ordered(bank, library) for item in found.shown]
    for plan in plans(library.corpus):
        named = _named(plan, library)
        first, second = [], []
        for item in items:
            asked = list(_targets(item, library))
            if _meet(asked, named):
                first.append(item.id)
            elif _meet(map(_article, asked), set(map(_article, named))):
                second.append(item.id)
        yield [name(plan), plan.title, first, second]


def name(plan: Plan) -> str:
    """What addresses know a plan by: the name of its file."""
    return plan.path.rpartition("/")[2].removesuffix(".md")


def _named(plan: Plan, library: Library) -> set[Target]:
    """The provisions that the page of a plan opens or cites, and those behind its stories."""
    cited = {
        mention.citation.target
        for mention in library.graph.mentions
        if mention.page == plan.path and mention.citation.target
    }
    replies = (reply(library, story) for story in stories(plan, library))
    behind = {target for said in replies if said for target in said.provisions}
    return {target for target in cited | behind if target.unit}


def _targets(item: Item, library: Library) -> Iterator[Target]:
    where = quiz_checks.context(item, library.letters, library.today)
    for text in (item.basis, *item.further):
        target = quiz_checks.target(library.cite, text, where)
        if target and target.unit:
            yield target


def _meet(one: Iterable[Target], others: set[Target]) -> bool:
    """Whether any of these is one of the others, or holds it, or lies in it."""
    return any(
        mine.slug == other.slug
        and (_within(mine.unit, other.unit) or _within(other.unit, mine.unit))
        for mine in one
        for other in others
    )


def _within(inner: UnitPath | None, outer: UnitPath | None) -> bool:
    while inner is not None and inner != outer:
        inner = inner.parent
    return inner is not None


def _article(target: Target) -> Target:
    return Target(target.slug, target.unit.top if target.unit else None)
