"""The hand-out page, and on it the ready hand-out of each plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ...law.drawn import Drawn
from ...law.short_address import short_address
from ...page import drawing
from ...page.context import PageContext
from ...page.drawing import Table
from ...page.library import Library
from ...page.views import LinkView
from ..session.plan import Plan, plans
from ..situations import situations
from .handout_data import SITUATION

PAGE = "tap-huan/phieu.md"


@dataclass(frozen=True)
class ReadyHandout:
    """A plan's hand-out: ids as the hand-out page knows them.

    ``items`` are its provisions, ``all`` its situations too, in the order of the plan;
    ``stories`` has for each of ``items`` the situation told beside it, or ""; ``carried`` are the
    sentences to take home.
    """

    id: str
    link: LinkView
    items: tuple[str, ...]
    all: tuple[str, ...]
    stories: tuple[str, ...]
    carried: tuple[str, ...]


def ready(here: PageContext) -> list[Element]:
    """The hand-out of each plan, and the place where the script puts the one asked for."""
    library, viewer = here.library, here.viewer
    views = tuple(
        _ready(plan, LinkView(viewer.page_href(plan.path), plan.title), library)
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


def _ready(plan: Plan, link: LinkView, library: Library) -> ReadyHandout:
    """The hand-out has the provisions: the situations are told in the room, and so it stays one
    piece of paper. On the back of a card stands the situation of the same step.
    """
    beside: dict[str, str] = {}
    every: dict[str, None] = {}
    for step in plan.steps:
        found = [id_ for drawn in step.drawn if (id_ := _id(drawn, plan, library))]
        stories = [id_ for id_ in found if id_.startswith(SITUATION)]
        every |= dict.fromkeys(found)
        last = stories[0] if stories else ""
        for id_ in found:
            if id_.startswith(SITUATION):
                last = id_
            elif not beside.get(id_):
                beside[id_] = last
    return ReadyHandout(
        _anchor(plan), link, tuple(beside), tuple(every), tuple(beside.values()), plan.carried
    )


def _id(drawn: Drawn, plan: Plan, library: Library) -> str:
    """What the hand-out page knows a part of a plan by; "" for what it does not know."""
    name = situations.named(drawn.name)
    if name is not None:
        return SITUATION + name if situations.find(library, name) else ""
    target = drawing.drawn_target(library, library.corpus.pages[plan.path], drawn)
    path = short_address(library.corpus, target) if target else None
    return path.rstrip("/") if path else ""


TABLES: Mapping[str, Table] = {"phiếu có sẵn": ready}
"""What ``[[…]]`` draws in."""
