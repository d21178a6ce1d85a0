"""What the slides of a plan say, before any file format: titles, lines, notes, addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...law.instrument import Target, vietnamese_date
from ...law.provision import BULLET, Provision
from ...law.short_address import short_address
from ...law.standing import Form
from ...law.units import Kind, UnitPath
from ...page import drawing, standing_words
from ...page.library import Library
from ...page.views import CERTAINTY_WORDS
from ..session import replies
from ..session.plan import ASK, ASK_SHOWN, GOAL_SHOWN, REPLY, Labelled, Line, Plan, Step
from ..situations import situations
from .fitting import fitted
from .slide import ITEM, Look, Slide

TOLD, CARRIED = "Chuyện để bàn", "Mang về"


def deck(plan: Plan, library: Library) -> tuple[Slide, ...]:
    """Every slide of a plan, in the order in which the session goes."""
    return tuple(piece for slide in _slides(plan, library) for piece in fitted(slide))


def _slides(plan: Plan, library: Library) -> Iterator[Slide]:
    checked = f"Kiểm tra ngày {vietnamese_date(library.today)}"
    told = "Điều khoản được diễn đạt lại để tham khảo, không phải bản chính thức."
    lines = tuple(filter(None, (plan.below, checked)))
    notes = (f"{plan.title}, {plan.minutes} phút.", *plan.opening, told)
    yield Slide(Look.COVER, plan.cover, lines, notes)
    begins = 0
    for number, step in enumerate(plan.steps, 1):
        ends = begins + step.minutes
        notes = (f"Phút {begins}–{ends}", *step.lead)
        head = GOAL_SHOWN if step.goals else ""
        goals = tuple(goal[:1].lower() + goal[1:] for goal in step.goals)
        yield Slide(Look.STEP, step.title, goals, notes, head, number=number)
        yield from _opened(step, plan, library, number)
        begins = ends
    if plan.carried:
        lead = plan.steps[-1].lead if plan.steps else ()
        yield Slide(Look.TEXT, CARRIED, tuple(ITEM + line for line in plan.carried), lead)


def _opened(step: Step, plan: Plan, library: Library, number: int) -> Iterator[Slide]:
    """What a step shows after its goal, in the order of the page."""
    lines: list[Line] = []
    answers = iter(step.replies)
    for part in step.parts:
        if isinstance(part, Line):
            lines.append(part)
            continue
        yield from _listed(step, lines)
        lines = []
        if isinstance(part, Labelled):
            if part.label == ASK:
                answer = next(answers, "")
                notes = (f"Bước {number}: {step.title}", *_answered(answer), *step.lead)
                yield _asked(part.text, _stories(step, library), notes)
            continue
        name = situations.named(part.name)
        if name is not None:
            story = situations.find(library, name)
            if story is not None:
                answer = replies.words(library, story)
                notes = (f"Tình huống: {story.title}", *_answered(answer))
                yield Slide(Look.TEXT, story.title, situations.story(story), notes, TOLD)
            continue
        target = drawing.drawn_target(library, library.corpus.pages[plan.path], part)
        if target is not None:
            yield _provision(target, part.whole, library)
            yield from _today(target, library)
    yield from _listed(step, lines)


def _asked(question: str, stories: Sequence[str], notes: tuple[str, ...]) -> Slide:
    """A question to the room; that of several stories names them."""
    if len(stories) < 2:
        return Slide(Look.QUESTION, question, notes=notes, head=ASK_SHOWN)
    told = tuple(ITEM + story for story in stories)
    return Slide(Look.STORIES, question, told, notes, ASK_SHOWN)


def _stories(step: Step, library: Library) -> list[str]:
    names = (situations.named(drawn.name) for drawn in step.drawn)
    found = (situations.find(library, name) for name in names if name)
    return [story.title for story in found if story]


def _answered(answer: str) -> tuple[str, ...]:
    return (f"{REPLY} {answer}",) if answer else ()


def _listed(step: Step, lines: Iterable[Line]) -> Iterator[Slide]:
    told = tuple(ITEM * line.item + line.text for line in lines)
    if told:
        yield Slide(Look.TEXT, step.title, told, step.lead)


def _provision(target: Target, whole: bool, library: Library) -> Slide:
    corpus = library.corpus
    instrument = corpus.instruments[target.slug]
    found = corpus.provisions[target]
    below = list(_below(target, library)) if whole else []
    lines = _wording(found.text)
    for child, told in below:
        first, *rest = _wording(told.text) or [""]
        mark = "." if child.kind is Kind.CLAUSE else ")"
        lines += [f"{child.number}{mark} {first}", *rest]
    status = standing_words.status(library.standing(target))
    sure = CERTAINTY_WORDS[instrument.wording.certainty]
    notes = (
        f"{library.unit_label(target)} {instrument.cited}".strip(),
        f"Hiệu lực: {status.words}. Kiểm tra ngày {vietnamese_date(library.today)}.",
        f"Diễn đạt lại, không phải nguyên văn. Nguồn nội dung: {sure}.",
        *found.note.split("\n"),
        *(
            f"{child.label}: {line}"
            for child, told in below
            for line in told.note.split("\n")
            if line
        ),
    )
    return Slide(
        Look.PROVISION,
        library.title(target),
        tuple(lines),
        tuple(note for note in notes if note),
        status.marked,
        status.css,
        short_address(corpus, target) or "",
        whole=_whole(target, library.title(target), library),
    )


def _whole(target: Target, title: str, library: Library) -> str:
    """The name of the instrument as it follows that of the unit in a title."""
    return title[len(library.unit_label(target)) :].strip()


def _below(target: Target, library: Library) -> Iterator[tuple[UnitPath, Provision]]:
    """What is worded below a unit, at every depth, in reading order."""
    known = library.corpus.unit(target)
    for child in known.children if known else ():
        found = library.corpus.provisions.get(Target(target.slug, child))
        if found:
            yield child, found
            yield from _below(Target(target.slug, child), library)


def _today(target: Target, library: Library) -> Iterator[Slide]:
    """Where the content of an ended provision stands today, and how sure that is."""
    found = library.standing(target)
    if found.form is Form.ITSELF:
        return
    lines = [
        f"{ITEM}{library.label(item)} ({standing_words.status(library.standing(item)).words})"
        for item in found.counterparts
    ]
    sure = standing_words.sure(found)
    compared = f"Đối chiếu: {sure}" if sure else ""
    yield Slide(
        Look.TODAY,
        f"Hôm nay: {library.label(found.about)} nằm ở đâu?",
        tuple(lines) or (standing_words.NOWHERE,),
        (f"{compared}.",) if compared else (),
        compared,
        whole=_whole(found.about, library.label(found.about), library),
    )


def _wording(text: str) -> list[str]:
    return [line.replace(BULLET, ITEM, 1) for line in text.split("\n") if line]
