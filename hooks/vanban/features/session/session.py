"""A plan on its page: a table of its minutes, its downloads, and which words are for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ...law.address_kinds import SLIDES
from ...law.drawn import Drawn
from ...law.short_address import short_address
from ...page import drawing
from ...page.context import PageContext
from ...page.drawing import Table
from ...page.linking import relative
from ...page.slugs import heading_id
from ...page.views import LinkView
from .plan import ASK, FOLDER, GOAL, GOAL_SHOWN, LEAD, REPLY, Plan, Step, is_plan, plans, read_plan
from .replies import FINES, reply, stories

DECK = SLIDES
ROOM = f"{FOLDER}/cau-hoi/hoi-ca-phong.md"
"""The page that asks a whole room; it knows plans by the names of their files."""
_CLASSES = {
    GOAL: "buoi-muc-tieu",
    ASK: "buoi-hoi",
    REPLY: "buoi-dap chieu-khong",
    LEAD: "buoi-dan chieu-khong",
}


@dataclass(frozen=True)
class StepView:
    """A step in the table of minutes, with the minutes between which it lies (``5–13``)."""

    link: LinkView
    minutes: str


@dataclass(frozen=True)
class TriedCode:
    """The provision whose QR code is tried before the session; ``path`` is its short address."""

    path: str
    label: str


@dataclass(frozen=True)
class SentLink:
    """The provision whose link is sent into the chat; ``path`` is its short address."""

    path: str
    link: LinkView


@dataclass(frozen=True)
class Offline:
    """What there is for a room without a connection.

    ``archive`` is the path below ``docs`` of the site as one file to take along, or "", and
    ``size`` its bytes; ``is_disk`` whether this very site is one that opens from a disk.
    """

    archive: str = ""
    size: int = 0
    is_disk: bool = False

    @property
    def megabytes(self) -> str:
        """The size in words: “khoảng 7 MB”."""
        return f"khoảng {max(1, round(self.size / 1e6))} MB"


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


def dress(
    root: Element,
    here: PageContext,
    handout: Callable[[PageContext, Plan], str],
    offline: Offline,
) -> None:
    """Put minutes and what is to be prepared before the first step of a plan.

    The button that projects it stands right below the title. Paragraphs for the room and for the
    trainer get a class each, the headings of steps their minutes (``data-phut``), and each story
    its plain answer. ``handout`` gives the link to a plan's ready hand-out, "" where there
    is none; ``offline`` says how a room without a connection is provided for.
    """
    if not is_plan(here.source):
        return
    plan = read_plan(here.source)
    for paragraph in root.iter("p"):
        text = "".join(paragraph.itertext()).strip()
        for name, css in _CLASSES.items():
            if text.startswith(name):
                paragraph.set("class", css)
    steps = _clock(plan)
    headings = [child for child in root if child.tag == "h2"]
    for heading, step in zip(headings, steps, strict=False):
        heading.set("data-phut", step.minutes)
    _answer_stories(root, plan, here)
    made = here.render(
        "session/session.html",
        steps=steps,
        plan=plan,
        goal=GOAL_SHOWN,
        deck=deck_path(plan).rpartition("/")[2],
        handout=handout(here, plan),
        room=_room(plan, here),
        tried=_tried(plan, here),
        sent=_sent(plan, here),
        has_stories=any(is_situation(drawn) for step in plan.steps for drawn in step.drawn),
        offline=offline,
        archive=relative(here.path, offline.archive) if offline.archive else "",
    )
    place = next((at for at, child in enumerate(root) if child.tag == "h2"), len(root))
    root[place:place] = made
    title = next((at for at, child in enumerate(root) if child.tag == "h1"), -1)
    root[title + 1 : title + 1] = here.render("session/project.html")


def _answer_stories(root: Element, plan: Plan, here: PageContext) -> None:
    """Put below each story that is told what whoever leads answers."""
    cards = [one for one in root.iter("div") if "dan-chuyen" in one.get("class", "").split()]
    for card, story in zip(cards, stories(plan, here.library), strict=False):
        said = reply(here.library, story)
        if said:
            links = [
                LinkView(here.viewer.href(target), here.library.label(target))
                for target in said.provisions
            ]
            card.extend(here.render("session/reply.html", said=said, links=links, label=FINES))


def _clock(plan: Plan) -> list[StepView]:
    views = []
    at = 0
    for step in plan.steps:
        minutes = f"{at}–{at + step.minutes}"
        views.append(StepView(LinkView(f"#{_anchor(step)}", step.title), minutes))
        at += step.minutes
    return views


def _room(plan: Plan, here: PageContext) -> str:
    """Where a room is asked the questions near a plan; "" where no page asks a room."""
    if ROOM not in here.library.corpus.pages:
        return ""
    name = plan.path.rpartition("/")[2].removesuffix(".md")
    return f"{here.viewer.page_href(ROOM)}#buoi-{name}"


def _tried(plan: Plan, here: PageContext) -> TriedCode | None:
    """The first provision that the plan opens and that has a short address."""
    library = here.library
    for step in plan.steps:
        for drawn in step.drawn:
            target = drawing.drawn_target(library, here.source, drawn)
            path = short_address(library.corpus, target) if target else None
            if target and path:
                return TriedCode(path, library.label(target))
    return None


def _sent(plan: Plan, here: PageContext) -> SentLink | None:
    """The first provision opened after a story: what the room has talked about."""
    library = here.library
    for step in plan.steps:
        told = False
        for drawn in step.drawn:
            target = drawing.drawn_target(library, here.source, drawn)
            path = short_address(library.corpus, target) if target and told else None
            if target and path:
                return SentLink(path, LinkView(here.viewer.href(target), library.label(target)))
            told = told or is_situation(drawn)
    return None


def _anchor(step: Step) -> str:
    return heading_id(f"{step.title} ({step.minutes} phút)")


TABLES: Mapping[str, Table] = {"các buổi tập huấn": listing}
"""What ``[[…]]`` draws in."""
