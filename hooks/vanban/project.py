"""The one road into a project: settings, corpus, questions and ledger, and what is wrong.

The command line and the build both open the project here, so that they cannot disagree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from . import left_out, own_files
from .anchors import anchors_of
from .checks import Findings, findings, of_page, unread
from .cite.engine import Engine
from .cite.graph import Graph, build_graph, edited_graph
from .features import FEATURES
from .features.quiz.quiz import QuizBank, load_quiz
from .features.search import word_files
from .features.session.plan import plans
from .features.session.session import deck_path
from .law import linked_files
from .law.consistency import Outside
from .law.corpus import Corpus
from .law.corpus_source import load_corpus, read_text
from .law.corrections import CORRECTIONS_FILE, Correction, read_corrections
from .law.edited import edited
from .law.ledger import LEDGER_FILE, malformed, read_ledger
from .law.moves import Moves, moves_of
from .law.problems import Problem
from .page.attached import attached
from .page.fragments import Fragments
from .page.library import Library
from .page.menu import Menu, of_sections
from .page.menu import check as check_menu
from .settings import MKDOCS_FILE, Settings, read_settings


@dataclass(frozen=True)
class Project:
    """Everything that was read from a project's folder; nothing here changes afterwards.

    ``ledger`` is the text of the ledger, None where there is none; ``files`` are the names
    of all files below ``docs``. ``unreadable`` are the problems of files that could not be
    read; where there are any, much else is unknown and ``library`` must not be asked for.
    ``calendar`` is the day of the calendar, where the caller knows it.
    """

    root: Path
    settings: Settings
    corpus: Corpus
    quiz: QuizBank
    ledger: str | None
    files: frozenset[str]
    unreadable: tuple[Problem, ...] = field(default=())
    corrections: tuple[Correction, ...] = ()
    calendar: date | None = None

    @property
    def prefix(self) -> str:
        """The folder of the pages, as messages name it."""
        return self.settings.docs

    @property
    def today(self) -> date:
        """The day on which the facts were checked. ValueError where no day could be read."""
        if self.settings.today is None:
            raise ValueError("the settings name no day of checking")
        return self.settings.today

    @cached_property
    def engine(self) -> Engine:
        return Engine(self.corpus)

    @cached_property
    def graph(self) -> Graph:
        return build_graph(self.corpus, self.engine, self.today, self.prefix)

    @cached_property
    def library(self) -> Library:
        return Library(
            self.corpus,
            self.graph,
            self.engine.cite,
            self.today,
            self.settings.databases,
            self.corrections,
            self.settings.licence,
        )

    @cached_property
    def fragments(self) -> Fragments:
        """The small templates, each compiled once for the checks and the pages."""
        return Fragments(FEATURES)

    @cached_property
    def given(self) -> frozenset[str]:
        """The files to take away whose names are printed and linked: the slides of each plan, and
        what pages link to.
        """
        published = read_ledger(self.ledger or "").keys()
        files = attached(self.corpus.pages.values(), self.files, published)
        return files | {deck_path(one) for one in plans(self.corpus)}

    @cached_property
    def moves(self) -> Moves:
        """Where published addresses lead that are gone."""
        return moves_of(self.corpus, self.ledger or "", self.given)

    @cached_property
    def menu(self) -> Menu:
        return self.settings.menu or of_sections(self.corpus)

    @cached_property
    def findings(self) -> Findings:
        """All that must be mended, the cause first."""
        if self.unreadable:
            return unread(self.unreadable)
        if lost := tuple(check_menu(self.menu, self.corpus)):
            return unread(lost)
        if off := self.left_out:
            return unread(off)
        names = self.settings.extensions
        anchors = anchors_of(self.library, self.quiz, self.fragments, names, self.prefix)
        found = findings(
            self.library,
            self.quiz,
            self.ledger,
            self.moves,
            self.files,
            anchors,
            self.prefix,
            self.calendar,
        )
        if found.problems:  # a page that is not there is told at its own place
            return found
        return Findings(tuple(word_files.check(self.root, self.corpus.pages, anchors)))

    @property
    def left_out(self) -> tuple[Problem, ...]:
        """What is not built where it stands: its address would be of nothing."""
        return tuple(self._left_out())

    def _left_out(self) -> Iterator[Problem]:
        """What the keys of MkDocs take off the site, and what they fail to keep off it."""
        rules = self.settings.left_out
        yield from left_out.check(self.corpus.pages, rules, self.prefix)
        yield from left_out.shown(self.files, rules)
        yield from left_out.given(self.given & self.files, rules, self.prefix)
        yield from left_out.taken(self.corpus.pages, self.files, self.prefix)
        yield from own_files.check(self.files, self.corpus, self.quiz, self.moves, self.prefix)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.findings.problems

    def edited(self, path: str) -> Project | None:
        """The project once the words of the page ``path`` have changed, everything else kept.

        None where everything has to be read again (``law/edited.py``).
        """
        name = f"{self.prefix}/{path}"
        text = read_text(self.root / name, name, [])
        corpus = edited(self.corpus, path, text, self.prefix) if text else None
        if corpus is None:
            return None
        project = replace(self, corpus=corpus)
        # Citations are read against the instruments, and these are the same.
        vars(project)["engine"] = self.engine
        vars(project)["graph"] = edited_graph(
            self.graph, corpus, self.engine, self.today, path, self.prefix
        )
        return project

    def problems_of(self, path: str) -> tuple[Problem, ...]:
        """What can be seen to be wrong on one page without looking at all others."""
        return of_page(self.library, self.quiz, path, self.prefix)


def open_project(
    root: Path, settings_file: str = MKDOCS_FILE, calendar: date | None = None
) -> Project:
    """Read the project in ``root``. Whatever cannot be read is in ``unreadable``.

    ``settings_file`` is a path from ``root``; ``calendar`` is the day of the calendar, for
    what an editor dates in the future (the core reads no clock).
    """
    settings = read_settings(root, settings_file, calendar)
    docs = root / settings.docs
    problems = list(settings.problems)
    if not docs.is_dir():
        message = "không có thư mục này"
        problems.append(Problem(settings.docs, 0, 0, message, "xem lại docs_dir trong mkdocs.yml"))
    problems += linked_files.check(docs, settings.docs)
    ledger = _ledger(root, problems)
    published = frozenset(read_ledger(ledger or ""))
    outside = Outside(published, frozenset(settings.databases) or None, calendar)
    corrections = _corrections(root, problems)
    corpus = load_corpus(docs, root, outside)
    quiz = load_quiz(docs, root)
    names = frozenset(
        unicodedata.normalize("NFC", path.relative_to(docs).as_posix())
        for path in docs.rglob("*")
        if path.is_file()
    )
    unreadable = (*problems, *corpus.unreadable, *quiz.problems)
    return Project(
        root,
        settings,
        corpus,
        quiz,
        ledger,
        names,
        unreadable,
        corrections,
        calendar,
    )


def _corrections(root: Path, problems: list[Problem]) -> tuple[Correction, ...]:
    file = root / CORRECTIONS_FILE
    text = read_text(file, CORRECTIONS_FILE, problems) if file.exists() else None
    found, wrong = read_corrections(text) if text else ((), [])
    problems += wrong
    return found


def _ledger(root: Path, problems: list[Problem]) -> str | None:
    file = root / LEDGER_FILE
    # Of an empty one (a disk was full) the general advice is to delete it.
    there = file.exists() and file.stat().st_size
    text = read_text(file, LEDGER_FILE, problems) if there else None
    problems += malformed(text, LEDGER_FILE) if text else []
    return text
