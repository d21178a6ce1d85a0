"""A plan on its page: a table of its minutes, its downloads, and which words are for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ...law.drawn import Drawn
from ...page.context import PageContext
from ...page.drawing import Table
from ...page.slugs import heading_id
from ...page.views import LinkView
from .plan import ASK, GOAL, LEAD, Plan, Step, is_plan, plans, read_plan

DECK = ".pptx"
_CLASSES = {GOAL: "buoi-muc-tieu", ASK: "buoi-hoi", LEAD: "buoi-dan chieu-khong"}


@dataclass(frozen=True)
class StepView:
    """A step in the table of minutes: from which minute to which."""

    link: LinkView
    begins: int
    ends: int


@dataclass(frozen=True)
class SessionView:
    """A plan in the list of plans."""

    link: LinkView
    minutes: int
    summary: str
    steps: int
    situations: int
    provisions: int


def deck_path(plan: Plan) -> str:
    """Where the plan's slides lie, beside the page's source."""
    return plan.path.removesuffix(".md") + DECK


def listing(here: PageContext) -> list[Element]:
    """Every plan with its minutes and what it opens."""
    corpus, viewer = here.library.corpus, here.viewer
    views = tuple(
        SessionView(
            LinkView(viewer.page_href(plan.path), plan.title),
            plan.minutes,
            corpus.pages[plan.path].meta.get("tom-tat", ""),
            len(plan.steps),
            sum(is_situation(drawn) for step in plan.steps for drawn in step.drawn),
            sum(not is_situation(drawn) for step in plan.steps for drawn in step.drawn),
        )
        for plan in plans(corpus)
    )
    return here.render("session/sessions.html", plans=views)


def is_situation(drawn: Drawn) -> bool:
    """Whether a drawing line tells a situation rather than a provision."""
    return ":" in drawn.name


def dress(root: Element, here: PageContext, handout: Callable[[PageContext, Plan], str]) -> None:
    """Put minutes and downloads before the first step of a plan.

    Paragraphs for the room and for the trainer get a class each. ``handout`` gives the link to
    a plan's ready hand-out, "" where there is none.
    """
    if not is_plan(here.source):
        return
    plan = read_plan(here.source)
    for paragraph in root.iter("p"):
        text = "".join(paragraph.itertext()).strip()
        for name, css in _CLASSES.items():
            if text.startswith(name):
                paragraph.set("class", css)
    deck = deck_path(plan).rpartition("/")[2]
    made = here.render(
        "session/session.html",
        steps=_clock(plan),
        minutes=plan.minutes,
        deck=deck,
        handout=handout(here, plan),
    )
    place = next((at for at, child in enumerate(root) if child.tag == "h2"), len(root))
    root[place:place] = made


def _clock(plan: Plan) -> list[StepView]:
    views = []
    at = 0
    for step in plan.steps:
        views.append(StepView(LinkView(f"#{_anchor(step)}", step.title), at, at + step.minutes))
        at += step.minutes
    return views


def _anchor(step: Step) -> str:
    return heading_id(f"{step.title} ({step.minutes} phút)")


TABLES: Mapping[str, Table] = {"các buổi tập huấn": listing}
"""What ``[[…]]`` draws in."""
