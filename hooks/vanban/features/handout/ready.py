"""The ready hand-out of a plan: what it opens, as ids of the hand-out page."""

from __future__ import annotations

from ...law.short_address import short_address
from ...page import drawing
from ...page.library import Library
from ..session.plan import Plan

SITUATION = "~"
"""Begins the id of a situation; the id of a provision is its short address without the last /."""


def plan_items(plan: Plan, library: Library) -> list[str]:
    """The provisions that a plan opens, each once, in its order: its ready hand-out.

    The situations are told in the room; left out, the sheet stays one piece of paper.
    """
    found: dict[str, None] = {}
    for step in plan.steps:
        for drawn in step.drawn:
            target = drawing.drawn_target(library, library.corpus.pages[plan.path], drawn)
            path = short_address(library.corpus, target) if target else None
            if path:
                found[path.rstrip("/")] = None
    return list(found)
