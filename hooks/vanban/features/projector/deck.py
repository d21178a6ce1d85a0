"""What the slides of a plan say, before any file format: titles, lines, notes, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...law.instrument import Target, vietnamese_date
from ...law.provision import BULLET, Provision
from ...law.short_address import short_address
from ...law.standing import Form
from ...law.units import Kind, UnitPath
from ...page import drawing, standing_words
from ...page.library import Library
from ...page.views import CERTAINTY_WORDS
from ..session.plan import Plan, Step
from ..situations import situations

ITEM = "– "
"""Begins a line that is an item of a list."""
MOST = 420
"""Letters a slide holds at a size that is read at the back of a room."""
_SENTENCE = re.compile(r"(?<=[.;:?!])\s+")


@dataclass(frozen=True)
class Slide:
    """``state`` is how the provision stands, or ""; ``path`` its short address, or ""."""

    title: str
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()
    state: str = ""
    path: str = ""


def deck(plan: Plan, library: Library) -> tuple[Slide, ...]:
    """Every slide of a plan, in the order in which the session goes."""
    return tuple(piece for slide in _slides(plan, library) for piece in _cut(slide))


def _slides(plan: Plan, library: Library) -> Iterator[Slide]:
    checked = f"Kiểm tra ngày {vietnamese_date(library.today)}"
    told = "Điều khoản được diễn đạt lại để tham khảo, không phải bản chính thức."
    yield Slide(plan.title, (f"{plan.minutes} phút", checked), (*plan.opening, told))
    for number, step in enumerate(plan.steps, 1):
        title = f"{number}. {step.title} ({step.minutes} phút)"
        lines = (*step.goals, *(ITEM * line.item + line.text for line in step.lines))
        yield Slide(title, lines, step.lead)
        yield from _opened(step, plan, library)
        if step.questions:
            yield Slide("Hỏi cả phòng", step.questions, (f"Bước {number}: {step.title}",))


def _opened(step: Step, plan: Plan, library: Library) -> Iterator[Slide]:
    for drawn in step.drawn:
        name = situations.named(drawn.name)
        if name is not None:
            told = situations.find(library, name)
            if told is not None:
                yield Slide(told.title, situations.story(told), (f"Tình huống: {told.title}",))
            continue
        target = drawing.drawn_target(library, library.corpus.pages[plan.path], drawn)
        if target is not None:
            yield _provision(target, drawn.whole, library)
            yield from _today(target, library)


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
    path = short_address(corpus, target) or ""
    kept = tuple(note for note in notes if note)
    return Slide(library.title(target), tuple(lines), kept, status.marked, path)


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
    yield Slide(
        f"Hôm nay: {library.label(found.about)} nằm ở đâu?",
        tuple(lines) or (standing_words.NOWHERE,),
        (f"Đối chiếu: {sure}.",) if sure else (),
    )


def _wording(text: str) -> list[str]:
    return [line.replace(BULLET, ITEM, 1) for line in text.split("\n") if line]


def _weight(line: str) -> int:
    """Letters, and the half line that stays empty at the end of a paragraph."""
    return len(line) + 30


def _cut(slide: Slide) -> Iterator[Slide]:
    """A slide that holds too much as several; a long line is cut between its sentences."""
    pieces: list[list[str]] = [[]]
    for line in slide.lines:
        for part in _SENTENCE.split(line) if len(line) > MOST else [line]:
            if pieces[-1] and sum(_weight(one) for one in pieces[-1]) + _weight(part) > MOST:
                pieces.append([])
            pieces[-1].append(part)
    for place, lines in enumerate(pieces):
        title = slide.title if place == 0 else f"{slide.title} (tiếp)"
        yield replace(slide, title=title, lines=tuple(lines))
