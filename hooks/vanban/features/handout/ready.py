"""The hand-out page, and on it the ready hand-out of each plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ...law.short_address import short_address
from ...page import drawing
from ...page.context import PageContext
from ...page.drawing import Table
from ...page.library import Library
from ...page.views import LinkView
from ..session.plan import Plan, plans

PAGE = "tap-huan/phieu.md"


@dataclass(frozen=True)
class ReadyHandout:
    """A plan's hand-out: ``items`` are ids as the hand-out page knows them."""

    id: str
    link: LinkView
    items: tuple[str, ...]


def ready(here: PageContext) -> list[Element]:
    """The hand-out of each plan, and the place where the script puts the one asked for."""
    library, viewer = here.library, here.viewer
    views = tuple(
        ReadyHandout(
            _anchor(plan),
            LinkView(viewer.page_href(plan.path), plan.title),
            tuple(plan_items(plan, library)),
        )
        for plan in plans(library.corpus)
    )
    return here.render("handout/ready.html", plans=views)


def link(here: PageContext, plan: Plan) -> str:
    """Where a page leads for a plan's ready hand-out; "" where there is no hand-out page."""
    if PAGE not in here.library.corpus.pages:
        return ""
    return f"{here.viewer.page_href(PAGE)}#{_anchor(plan)}"


def _anchor(plan: Plan) -> str:
    """On the hand-out page it stands for a plan's ready hand-out."""
    return f"buoi-{plan.path.rpartition('/')[2].removesuffix('.md')}"


def plan_items(plan: Plan, library: Library) -> list[str]:
    """The provisions that a plan opens, each once, in its order: its ready hand-out.

    The situations are told in the room; left out, the hand-out stays one piece of paper.
    """
    found: dict[str, None] = {}
    for step in plan.steps:
        for drawn in step.drawn:
            target = drawing.drawn_target(library, library.corpus.pages[plan.path], drawn)
            path = short_address(library.corpus, target) if target else None
            if path:
                found[path.rstrip("/")] = None
    return list(found)


TABLES: Mapping[str, Table] = {"phiếu có sẵn": ready}
"""What ``[[…]]`` draws in."""
