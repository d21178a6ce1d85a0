"""What whoever leads answers when a story is told: its plain answer, and where that stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...law import answer
from ...law.instrument import Target
from ...law.loading import Page
from ...page import drawing
from ...page.library import Library
from ..answer.answer import fined, in_words
from ..fines.conduct import conducts
from ..situations import situations
from .plan import Plan

FINES = "Ai hỏi mức phạt, có thể liên quan:"
"""How the sums begin: which decree applies, if any, is not for whoever leads to say."""
MOST_PROVISIONS = 2
"""A trainer on their feet opens no more."""


@dataclass(frozen=True)
class Reply:
    """``text`` is the story's own answer; ``provisions`` are those its page opens first.

    ``fines`` tells what the act may cost, a sentence for each provision: for which conduct, how
    much for whom, and where it stands; empty where none is known to fine it. A room asks it, and
    nobody should answer from memory.
    """

    text: str
    provisions: tuple[Target, ...]
    fines: tuple[str, ...] = ()


def reply(library: Library, story: Page) -> Reply | None:
    """The answer of a situation; None where its page gives none."""
    said = answer.read(story.meta.get("tra-loi", ""))
    if said is None:
        return None
    drawn = (drawing.drawn_target(library, story, one) for one in situations.law(story))
    provisions = tuple(target for target in drawn if target)
    found = fined(library, story)
    conduct = conducts(library, [target for target, _ in found])
    fines = tuple(
        f"{in_words(library, target, amount, conduct[target])}." for target, amount in found
    )
    return Reply(f"{said.first} {said.rest}".strip(), provisions[:MOST_PROVISIONS], fines)


def words(library: Library, story: Page) -> str:
    """The answer in one line of text, or ""."""
    said = reply(library, story)
    if said is None:
        return ""
    where = "; ".join(library.label(target) for target in said.provisions)
    told = f"{said.text} Xem {where}." if where else said.text
    return " ".join((told, FINES, *said.fines)) if said.fines else told


def stories(plan: Plan, library: Library) -> Iterator[Page]:
    """The situations that a plan tells, in its order."""
    for step in plan.steps:
        for drawn in step.drawn:
            name = situations.named(drawn.name)
            story = situations.find(library, name) if name else None
            if story:
                yield story
