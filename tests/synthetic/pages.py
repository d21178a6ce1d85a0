"""What a reader gets of the small invented project, as plain text: the one way in for its tests.

The tests name pages by their source path, provisions by ``slug#unit`` and share pages by their
short address, and read text, addresses and JSON. What is behind these is known only here.
"""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import html
from markdown import Markdown
from pptx import Presentation
from vanban.build import Build
from vanban.cite.engine import Engine
from vanban.cite.graph import Graph, build_graph
from vanban.extension import VanBanExtension
from vanban.features import FEATURES
from vanban.features.changes.feed import feed
from vanban.features.handout import handout_data
from vanban.features.preview import previews
from vanban.features.projector import layouts, slides
from vanban.features.projector.deck import deck
from vanban.features.quiz import quiz_room
from vanban.features.quiz.quiz import QuizBank, load_quiz
from vanban.features.search import provisions
from vanban.features.search.kinds import KINDS, kind_of
from vanban.features.session.plan import plans
from vanban.features.share.share_pages import SharePages
from vanban.law.checked import read_checked_on
from vanban.law.corpus import Corpus
from vanban.law.corpus_source import load_corpus
from vanban.law.corrections import Correction, read_corrections
from vanban.law.instrument import Target, parse_target
from vanban.page.descriptions import describe
from vanban.page.fragments import Fragments
from vanban.page.library import Library
from vanban.page.navigation import navigation
from vanban.page.slugs import heading_id
from vanban.project import open_project

ROOT = Path(__file__).resolve().parent
SITE = "https://thu.example.vn/kho/"
MAIL = "thu@example.org"
_EXTENSIONS = ("attr_list", "def_list", "admonition", "md_in_html", "tables", "footnotes", "toc")


def today(root: Path = ROOT) -> date:
    """The check day of the project, as its ``mkdocs.yml`` has it."""
    day, _ = read_checked_on((root / "mkdocs.yml").read_text(encoding="utf-8"))
    assert day
    return day


@dataclass(frozen=True)
class Knowledge:
    """What is read once and holds for every day: files, citations, questions."""

    corpus: Corpus
    engine: Engine
    quiz: QuizBank
    fragments: Fragments
    corrections: tuple[Correction, ...] = ()
    _graphs: dict[date, Graph] = field(default_factory=dict)

    def graph(self, day: date) -> Graph:
        if day not in self._graphs:
            self._graphs[day] = build_graph(self.corpus, self.engine, day)
        return self._graphs[day]


def read(root: Path = ROOT) -> Knowledge:
    corpus = load_corpus(root / "docs", root)
    quiz = load_quiz(root / "docs", root)
    file = root / "dinh-chinh.yml"
    mended, _ = read_corrections(file.read_text(encoding="utf-8")) if file.exists() else ((), [])
    return Knowledge(corpus, Engine(corpus), quiz, Fragments(FEATURES), mended)


def copied(to: Path) -> Path:
    """The project in a folder of its own, to be edited: it can be read and checked there."""
    for name in ("docs", "dia-chi.txt", "dinh-chinh.yml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, to / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    above = (ROOT.parents[1] / "mkdocs.yml").as_posix()
    (to / "mkdocs.yml").write_text(settings.replace("../../mkdocs.yml", above), encoding="utf-8")
    return to


@dataclass(frozen=True)
class Reader:
    """Reads the project as it is on ``day``; pages are made when asked for, each once."""

    knowledge: Knowledge
    day: date
    directories: bool = True
    site: str = SITE
    _pages: dict[str, html.HtmlElement] = field(default_factory=dict)

    @cached_property
    def build(self) -> Build:
        databases = {"congbao": ("Công báo", "https://congbao.example")}
        library = Library(
            self.knowledge.corpus,
            self.knowledge.graph(self.day),
            self.knowledge.engine.cite,
            self.day,
            databases,
            self.knowledge.corrections,
        )
        return Build(library, directories=self.directories, address=self.site)

    @property
    def library(self) -> Library:
        return self.build.library

    @cached_property
    def _markdown(self) -> Markdown:
        own = VanBanExtension(
            self.library,
            self.knowledge.quiz,
            self.knowledge.fragments,
            lambda: self.build.page,
            MAIL,
            self.build.linked,
        )
        toc = {"slugify": heading_id}
        return Markdown(extensions=[*_EXTENSIONS, own], extension_configs={"toc": toc})

    def page(self, path: str) -> html.HtmlElement:
        """The body of a page, as Markdown and the project's extension make it."""
        if path not in self._pages:
            text = self.knowledge.corpus.pages[path].text
            self.build.page = path
            front = re.match(r"\A---\n.*?\n---\n", text, re.DOTALL)
            made = self._markdown.reset().convert(text[front.end() :] if front else text)
            self._pages[path] = html.fragment_fromstring(made, create_parent="main")
        return self._pages[path]

    def previews(self, path: str) -> Mapping[str, list[str]]:
        """The preview data of a page: ``slug#unit`` → what the little window says."""
        self.page(path)
        found = self.build.previews(path)
        return dict(json.loads(found)) if found else {}

    def preview(self, name: str, page: str = "index.md") -> list[str]:
        """What the little window on ``page`` says of one provision or instrument."""
        block = previews.Previews(self.library, self.directories).block([target(name)], page)
        return list(json.loads(block)[name])

    def share(self) -> Mapping[str, html.HtmlElement]:
        """Every share page by its short address."""
        return self._share

    @cached_property
    def _share(self) -> Mapping[str, html.HtmlElement]:
        pages = SharePages(self.library, "Kho thử", self.site, self.directories)
        return {page.path: html.document_fromstring(page.html) for page in pages.all()}

    def deck(self, name: str) -> list[SlideText]:
        """The slides of a plan, read back from the PowerPoint file."""
        plan = next(
            plan for plan in plans(self.library.corpus) if plan.path == f"tap-huan/{name}.md"
        )
        body = slides.pptx(deck(plan, self.library), "Kho thử", self.site)
        return [_slide(one) for one in Presentation(io.BytesIO(body)).slides]

    def handout(self) -> dict[str, Any]:
        """The data of the hand-out page."""
        return _plain(handout_data.data(self.library, self.site, self.directories))

    def room(self) -> dict[str, Any]:
        """What the page that asks a whole room knows of every set of questions."""
        bank = self.knowledge.quiz
        return _plain(quiz_room.data(bank, self.library, self.site, self.directories))

    def provisions(self) -> dict[str, Any]:
        """What the search knows of provisions."""
        quoted = provisions.quoted_by_letter(self.library)
        return _plain(provisions.index(self.library.corpus, self.day, self.directories, quoted))

    def feed(self) -> str:
        """The feed of changes."""
        return feed(self.library, "Kho thử", self.site, self.directories)

    def menu(self) -> list[Any]:
        return list(navigation(self.library.corpus))

    def description(self, path: str) -> str:
        return describe(self.library, self.library.corpus.pages[path])

    def foot(self, path: str) -> str:
        """The line at the foot of every printed sheet of a page, as the style sheet has it."""
        return self.build.foot(path)

    def search_group(self, path: str) -> int:
        """Under which heading the search shows a page."""
        return KINDS[kind_of(self.library.corpus, path, self.day)].group

    def problems(self) -> list[str]:
        return [str(problem) for problem in open_project(ROOT).problems]


@dataclass(frozen=True)
class SlideText:
    """What a slide says: its title, the line above it (or ""), its lines, its notes, its foot."""

    title: str
    head: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    foot: str
    items: tuple[bool, ...]
    """Whether each line is an item of a list."""
    pictures: int
    layout: str


def target(name: str) -> Target:
    """``slug`` or ``slug#unit`` as the core has it."""
    return parse_target(name)


def _slide(slide: Any) -> SlideText:
    boxes = {box.placeholder_format.idx: box for box in slide.placeholders}
    texts = {place: box.text_frame.text for place, box in boxes.items() if box.has_text_frame}
    paragraphs = boxes[1].text_frame.paragraphs if 1 in boxes else ()
    notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
    return SlideText(
        " ".join(texts[0].split()),  # it may break before the instrument
        texts.get(layouts.HEAD, ""),
        tuple(paragraph.text for paragraph in paragraphs),
        tuple(notes.split("\n")) if notes else (),
        texts.get(layouts.ADDRESS, ""),
        tuple(paragraph.level == 1 for paragraph in paragraphs),
        sum(hasattr(box, "image") for box in boxes.values()),
        slide.slide_layout.name,
    )


def _plain(data: object) -> dict[str, Any]:
    """Data as a script of a page gets it: plain JSON."""
    found: dict[str, Any] = json.loads(json.dumps(data))
    return found


# ---- Reading what was made --------------------------------------------------------------------


def words(element: html.HtmlElement) -> str:
    """What a reader reads, white space folded."""
    return " ".join(element.text_content().split())


def find(element: html.HtmlElement, where: str) -> list[html.HtmlElement]:
    """Elements below ``element`` by tag, class and id: ``li.ds-the``, ``.dan p``."""
    steps = []
    for step in where.split():
        tag, *marks = re.split(r"(?=[.#])", step)
        tests = "".join(
            f"[@id='{mark[1:]}']" if mark[0] == "#" else _has_class(mark[1:]) for mark in marks
        )
        steps.append(f"//{tag or '*'}{tests}")
    return list(element.xpath("." + "".join(steps)))


def _has_class(name: str) -> str:
    return f"[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"


def texts(element: html.HtmlElement, where: str) -> list[str]:
    return [words(one) for one in find(element, where)]


def one(element: html.HtmlElement, where: str) -> html.HtmlElement:
    (found,) = find(element, where)
    return found


def links(element: html.HtmlElement, where: str = "a") -> list[tuple[str, str]]:
    """Words and address of each link below ``element``."""
    return [(words(link), str(link.get("href"))) for link in find(element, where)]


def rows(table: html.HtmlElement) -> Iterator[list[str]]:
    """The cells of each row of the body."""
    for row in find(table, "tbody tr"):
        yield [words(cell) for cell in row if cell.tag == "td"]
