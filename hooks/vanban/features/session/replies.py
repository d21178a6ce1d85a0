"""What whoever leads answers when a story is told: its plain answer, and where that stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...law import answer
from ...law.instrument import Target
from ...law.loading import Page
from ...page import drawing
from ...page.library import Library
from ..situations import situations
from .plan import Plan

MOST_PROVISIONS = 2
"""A trainer on their feet opens no more."""


@dataclass(frozen=True)
class Reply:
    """``text`` is the story's own answer; ``provisions`` are those its page opens first."""

    text: str
    provisions: tuple[Target, ...]


def reply(library: Library, story: Page) -> Reply | None:
    """The answer of a situation; None where its page gives none."""
    said = answer.read(story.meta.get("tra-loi", ""))
    if said is None:
        return None
    drawn = (drawing.drawn_target(library, story, one) for one in situations.law(story))
    provisions = tuple(target for target in drawn if target)
    return Reply(f"{said.first} {said.rest}".strip(), provisions[:MOST_PROVISIONS])


def words(library: Library, story: Page) -> str:
    """The answer in one line of text, or ""."""
    said = reply(library, story)
    if said is None:
        return ""
    where = "; ".join(library.label(target) for target in said.provisions)
    return f"{said.text} Xem {where}." if where else said.text


def stories(plan: Plan, library: Library) -> Iterator[Page]:
    """The situations that a plan tells, in its order."""
    for step in plan.steps:
        for drawn in step.drawn:
            name = situations.named(drawn.name)
            story = situations.find(library, name) if name else None
            if story:
                yield story
