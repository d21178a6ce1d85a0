"""What ``python hooks review`` answers, as lines; the command line prints them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from ...law.age import Age
from ...law.corpus_source import read_text
from ...law.corrections import CORRECTIONS_FILE
from ...law.instrument import Target, parse_target, vietnamese_date
from ...law.problems import Problem
from ...law.units import UnitError
from ...page.library import Library
from ..quiz.quiz import QuizBank
from .due import due
from .eye import BOOK_FILE, Reading, book, read_book, seen_now
from .places import places

MOST = 20
"""Rows of what is due; all are told when asked for."""


class UnknownTargetError(ValueError):
    """A name that is no instrument and no unit of the project; its text is for the editor."""


@dataclass(frozen=True)
class Review:
    """The review of one project, which must be readable, on one day of the calendar.

    ``root`` is the project's folder, ``prefix`` that of its pages.
    """

    library: Library
    questions: QuizBank
    root: Path
    prefix: str
    today: date

    def target(self, name: str) -> Target:
        """What ``SLUG[#UNIT]`` names. Raises UnknownTargetError."""
        corpus = self.library.corpus
        slug, _, unit = name.partition("#")
        if slug not in corpus.instruments:
            raise UnknownTargetError(f"không có văn bản “{slug}” trong kho")
        try:
            target = parse_target(name)
        except UnitError:
            raise UnknownTargetError(f"“{unit}” không phải mã đơn vị") from None
        if target.unit and corpus.unit(target) is None:
            raise UnknownTargetError(f"{corpus.instruments[slug].short} không có “{unit}”")
        return target

    def listed(self, target: Target) -> Iterator[str]:
        """Every place to read again, grouped by kind, and when that was last done."""
        found = places(self.library, self.questions, target, self.prefix, CORRECTIONS_FILE)
        yield f"{self.library.title(target)}: {len(found)} chỗ cần đọc lại khi có thay đổi."
        yield self._last(target)
        for kind, group in groupby(found, key=lambda one: one.kind):
            rows = list(group)
            yield f"\n{kind[:1].upper()}{kind[1:]} ({len(rows)}):"
            yield from (f"  {one.file}:{one.line}: {one.words}" for one in rows)
        yield f"\nĐọc xong thì ghi lại: python hooks review {target} --read"

    def recorded(self, target: Target) -> str:
        """The text of the book with today's reading of ``target`` in it."""
        readings, problems = self._book()
        if problems:
            raise UnknownTargetError(str(problems[0]))
        name = str(target)
        return book({**readings, name: Reading(name, self.today, self._seen(target))})

    def due(self, whole: bool = False) -> tuple[list[str], bool]:
        """What to do next, and whether anything is overdue; ``whole`` tells every row."""
        readings, problems = self._book()
        lines = [str(problem) for problem in problems]
        changed = [line for one in readings.values() if (line := self._changed(one))]
        if changed:
            lines += ["Đã đổi từ lần đọc lại gần nhất:", *changed, ""]
        rows = due(self.library, self.today, self.prefix)
        aged = any(row.age is not Age.FRESH for row in rows)
        lines.append("Kiểm tra lại, chỗ cần nhất đứng trước:")
        shown = rows if whole else rows[:MOST]
        lines += [f"  {row}" for row in shown]
        if len(rows) > len(shown):
            lines.append(f"Còn {len(rows) - len(shown)} văn bản nữa: thêm --all để xem hết.")
        return lines, bool(problems or changed or aged)

    def _book(self) -> tuple[dict[str, Reading], list[Problem]]:
        file = self.root / BOOK_FILE
        return read_book(_text(file)) if file.exists() else ({}, [])

    def _seen(self, target: Target) -> dict[str, str]:
        file = self.library.corpus.instruments[target.slug].file
        data = _text(self.root / self.prefix / file)
        return seen_now(self.library, target, data)

    def _last(self, target: Target) -> str:
        reading = self._book()[0].get(str(target))
        if reading is None:
            return "Chưa ghi lần đọc lại nào."
        day = f"Đọc lại lần gần nhất {vietnamese_date(reading.day)}"
        changed = reading.changed(self._seen(target))
        return f"{day}; từ đó đã đổi: {', '.join(changed)}." if changed else f"{day}; chưa đổi gì."

    def _changed(self, reading: Reading) -> str:
        """One line where something changed since a reading; "" where nothing did."""
        try:
            now = self._seen(self.target(reading.name))
        except UnknownTargetError as error:
            return f"  {reading.name}: {error}"
        changed = reading.changed(now)
        day = vietnamese_date(reading.day)
        return f"  {reading.name} (đọc lại {day}): {', '.join(changed)}" if changed else ""


def _text(file: Path) -> str:
    problems: list[Problem] = []
    return read_text(file, file.name, problems) or ""
