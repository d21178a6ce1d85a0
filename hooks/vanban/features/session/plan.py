"""A plan of a session: an ordinary page whose headings are steps with their minutes.

    ## Chuyện trong nhóm lớp (10 phút)
    **Mục tiêu:** …               what the room takes home
    [[khoản 6 Điều 21 …]]         provisions the step opens
    [[tình huống: tin-ngay-…]]    a situation to talk about
    **Hỏi cả phòng:** …           the question to ask
    **Trả lời gọn:** …            its plain answer, with the provision; for the trainer alone
    **Người dẫn:** …              for the trainer alone; not shown on the wall

The front matter says how long it all takes (``phut``); the steps have to add up to it. ``bia`` and
``bia-phu`` are what the room reads on the cover: the page's title is for whoever chooses a plan.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...law.corpus import Corpus
from ...law.drawn import Drawn, read
from ...law.loading import Page
from ...law.markdown_source import Block
from ...law.names import unaccented
from ...law.problems import Problem

FOLDER = "tap-huan"
LABELS = GOAL, ASK, REPLY, LEAD = "Mục tiêu:", "Hỏi cả phòng:", "Trả lời gọn:", "Người dẫn:"
GOAL_SHOWN, ASK_SHOWN = "Sau phần này, bạn sẽ", "Hỏi cả phòng"
"""How the room reads the labels of a goal and of a question."""
COVER, COVER_BELOW = "bia", "bia-phu"
_NEAR = 0.85
"""How much of a label a beginning has to share with it."""
_MINUTES = re.compile(r"\((\d{1,3}) phút\)$")


@dataclass(frozen=True)
class Line:
    """A paragraph, a heading inside a step, or an item of a list."""

    text: str
    item: bool = False


@dataclass(frozen=True)
class Labelled:
    """A paragraph that begins with one of the labels; ``text`` is what follows it."""

    label: str
    text: str


Part = Drawn | Labelled | Line


@dataclass(frozen=True)
class Step:
    """One step; ``start`` is the offset of its heading in the page's source.

    ``parts`` are in the order of the page.
    """

    title: str
    minutes: int
    start: int
    parts: tuple[Part, ...] = ()

    @property
    def goals(self) -> tuple[str, ...]:
        return self._labelled(GOAL)

    @property
    def questions(self) -> tuple[str, ...]:
        return self._labelled(ASK)

    @property
    def replies(self) -> tuple[str, ...]:
        """Plain answers to the questions, for the trainer alone."""
        return self._labelled(REPLY)

    @property
    def lead(self) -> tuple[str, ...]:
        """Words for the trainer alone."""
        return self._labelled(LEAD)

    @property
    def drawn(self) -> tuple[Drawn, ...]:
        return tuple(part for part in self.parts if isinstance(part, Drawn))

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(part for part in self.parts if isinstance(part, Line))

    def _labelled(self, label: str) -> tuple[str, ...]:
        found = (part for part in self.parts if isinstance(part, Labelled))
        return tuple(part.text for part in found if part.label == label)


@dataclass(frozen=True)
class Plan:
    """``minutes`` as the front matter has them; ``opening`` is what stands before the steps.

    ``cover`` is what the room reads first, ``below`` the line under it, or "".
    """

    path: str
    title: str
    minutes: int
    opening: tuple[str, ...]
    steps: tuple[Step, ...]
    cover: str = ""
    below: str = ""

    @property
    def carried(self) -> tuple[str, ...]:
        """The sentences to take home: the list of the last step that has one."""
        lists = (tuple(line.text for line in step.lines if line.item) for step in self.steps)
        return next((found for found in reversed(list(lists)) if found), ())


def plans(corpus: Corpus) -> list[Plan]:
    """Every plan of the corpus, the shortest first."""
    found = [read_plan(page) for page in corpus.pages.values() if is_plan(page)]
    return sorted(found, key=lambda plan: (plan.minutes, plan.path))


def is_plan(page: Page) -> bool:
    """Plans are the pages of the folder that say how long they take."""
    return page.path.startswith(f"{FOLDER}/") and "phut" in page.meta


def read_plan(page: Page) -> Plan:
    """The plan of a page; a step whose heading has no minutes counts none."""
    parts: list[list[Block]] = [[]]
    for block in page.blocks():
        if block.level == 2:
            parts.append([])
        parts[-1].append(block)
    opening = tuple(block.words for block in parts[0] if not block.level)
    minutes = page.meta.get("phut", "")
    total = int(minutes) if minutes.isdecimal() else 0
    steps = tuple(_step(part) for part in parts[1:])
    cover = page.meta.get(COVER, "") or page.title
    return Plan(page.path, page.title, total, opening, steps, cover, page.meta.get(COVER_BELOW, ""))


def _step(blocks: list[Block]) -> Step:
    heading = blocks[0].words
    found = _MINUTES.search(heading)
    parts = (_part(block) for block in blocks[1:])
    return Step(
        heading[: found.start()].strip() if found else heading,
        int(found[1]) if found else 0,
        blocks[0].start,
        tuple(part for part in parts if part),
    )


def _part(block: Block) -> Part | None:
    """What a paragraph or an item is to a step; None where it is empty."""
    text = block.words
    asked = read(text)
    if asked:
        return asked
    label = next((label for label in LABELS if text.startswith(label)), None)
    if label:
        return Labelled(label, text.removeprefix(label).strip())
    return Line(text, block.item) if text else None


def check(page: Page, file: str) -> Iterator[Problem]:
    """Steps without minutes, goal or anything to talk about; minutes that do not add up."""
    if not is_plan(page):
        yield from _forgotten(page, file)
        return
    if misspelt := list(_misspelt(page, file)):
        yield from misspelt  # what a step lacks may be there, under such a label
        return
    plan = read_plan(page)
    for step in plan.steps:
        place = page.place(step.start)
        for message, advice in _missing(step):
            yield Problem(file, place.line, place.col, f"bước “{step.title}”: {message}", advice)
    total = sum(step.minutes for step in plan.steps)
    if plan.minutes and total != plan.minutes and all(step.minutes for step in plan.steps):
        place = page.key_place("phut")
        message = f"các bước cộng lại {total} phút, đầu trang ghi {plan.minutes} phút"
        advice = "sửa số phút của một bước, hoặc phut: ở đầu trang"
        yield Problem(file, place.line, place.col, message, advice)


def _misspelt(page: Page, file: str) -> Iterator[Problem]:
    """“**Ngưòi dẫn:**”: what is for the trainer alone would stand on the wall."""
    labels = {unaccented(label): label for label in LABELS}
    for block in page.blocks():
        begin = block.words.partition(":")[0] + ":"
        near = difflib.get_close_matches(unaccented(begin), labels, 1, _NEAR)
        if near and not block.level and begin not in LABELS:
            place = page.place(block.start)
            message = f"“{begin}” không phải nhãn nào, nên đoạn này sẽ lên màn chiếu như lời thường"
            advice = f"có phải **{labels[near[0]]}**?"
            yield Problem(file, place.line, place.col, message, advice)


def _forgotten(page: Page, file: str) -> Iterator[Problem]:
    """A page whose steps have minutes is a plan, whether or not its head says so."""
    if not page.path.startswith(f"{FOLDER}/") or page.has_key("phut"):
        return
    for block in page.blocks():
        if block.level == 2 and _MINUTES.search(block.words):
            advice = "thêm ở đầu trang số phút của cả buổi, ví dụ: phut: 45"
            yield Problem(file, 1, 1, "các bước ghi số phút mà đầu trang thiếu phut", advice)
            return


def _missing(step: Step) -> Iterator[tuple[str, str]]:
    if not step.minutes:
        yield "chưa có số phút", "kết thúc tiêu đề bằng số phút, ví dụ: ## Mở đầu (5 phút)"
    if not step.goals:
        yield "chưa có mục tiêu", f"thêm một đoạn mở đầu bằng **{GOAL}**"
    if not step.drawn and not step.questions:
        advice = f"thêm một dòng [[…]], hoặc một đoạn mở đầu bằng **{ASK}**"
        yield "chưa có gì để mở ra hay để hỏi", advice
    if len(step.replies) < len(step.questions):
        advice = f"thêm dưới câu hỏi một đoạn mở đầu bằng **{REPLY}**, kèm điều khoản nếu có"
        yield "câu hỏi chưa có lời đáp cho người dẫn", advice
