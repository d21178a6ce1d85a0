"""``[[…]]`` on a line of its own: a provision, or a table, drawn in from the corpus.

A page outside an instrument's folder never types a rule: it names the provision
(``[[khoản 7 Điều 36 Nghị định 147/2024/NĐ-CP]]``) and the wording, its notes, state
and certainty come from the one place where they stand. ``| đủ`` draws in the units
below it too. ``[[tình huống: tin-ngay-mai-nghi-hoc]]`` tells a situation again, where a
session talks about it. A few fixed names draw tables made from the whole corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import Element

from ..cite.citation import Status
from ..cite.graph import page_context
from ..law.current import current
from ..law.drawn import Drawn, read
from ..law.instrument import Target
from ..law.loading import Page
from ..law.markdown_source import place_of
from ..law.problems import Problem
from ..law.provision import BULLET, plain
from ..law.short_address import short_address
from ..law.units import UnitPath, parse_id
from . import situations
from .fragments import Fragments
from .library import Library
from .linking import link_tree
from .nearest import meant
from .viewing import Viewer
from .views import ConcordanceView, EvidenceView, LinkView, StatusView

_UNSETTLED = "[[…]] cần đúng một điều khoản, có lời diễn đạt ở đây"


@dataclass(frozen=True)
class Passage:
    """A paragraph, or the items of a list."""

    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProvisionView:
    """One provision as other pages show it."""

    link: LinkView
    status: StatusView
    passages: tuple[Passage, ...]
    notes: tuple[str, ...]
    evidence: EvidenceView
    children: tuple[ProvisionView, ...]
    slug: str
    unit: str
    path: str
    """Its share address; empty where it has none."""
    today: tuple[ConcordanceView, ...] = ()
    """Where the content of an ended provision stands today."""
    compared: str = ""
    """The unit above it that was compared, where it was not compared itself."""


Table = Callable[[Viewer, Page], list[Element]]


def check(library: Library, tables: Collection[str], prefix: str) -> Iterator[Problem]:
    """Lines that draw in nothing, or a unit that no article page words."""
    for page in library.corpus.pages.values():
        for block in page.blocks():
            drawn = None if block.level else read(plain(block.text))
            told = _wrong(library, tables, page, drawn) if drawn else None
            if told:
                place = place_of(page.text, block.start)
                yield Problem(f"{prefix}/{page.path}", place.line, place.col, *told)


def _wrong(
    library: Library, tables: Collection[str], page: Page, drawn: Drawn
) -> tuple[str, str] | None:
    """Message and advice for a line that draws nothing in; None for one that does."""
    if drawn.name in tables:
        return None
    wanted = situations.named(drawn.name)
    if wanted is not None:
        if situations.find(library, wanted):
            return None
        names = [name for name in map(_situation, library.corpus.pages) if name]
        advice = f"ghi tên tệp trong {situations.FOLDER}/, không có .md"
        return f"“{wanted}” không phải trang tình huống nào", meant(wanted, names, advice)
    if drawn_target(library, page, drawn):
        return None
    context = page_context(library.corpus, page, None, library.today)
    found = library.cite(drawn.name, context)
    if not found:
        advice = f"ghi một điều khoản kèm tên văn bản, hoặc tên bảng: {', '.join(sorted(tables))}"
        return f"“{drawn.name}” không phải điều khoản hay bảng nào", meant(
            drawn.name, tables, advice
        )
    reason = f" ({found[0].reason})" if len(found) == 1 and found[0].reason else ""
    advice = found[0].suggestion if len(found) == 1 else "mỗi dòng một điều khoản"
    if len(found) == 1 and found[0].status is Status.RESOLVED:
        advice = "viết lời cho điều khoản ấy ở trang điều của nó, hoặc dẫn điều khoản khác"
    return f"“{drawn.name}”: {_UNSETTLED}{reason}", advice


def _situation(path: str) -> str:
    """The name of a situation's page as drawing lines have it; "" for other pages."""
    folder, _, name = path.rpartition("/")
    told = folder == situations.FOLDER and name != "index.md"
    return name.removesuffix(".md") if told else ""


def draw(
    root: Element,
    page: Page,
    viewer: Viewer,
    fragments: Fragments,
    tables: Mapping[str, Table],
) -> None:
    """Replace every drawing line among the children of ``root`` by what it names."""
    for place, child in reversed(list(enumerate(root))):
        drawn = read("".join(child.itertext())) if child.tag == "p" else None
        if drawn is None:
            continue
        if drawn.name in tables:
            root[place : place + 1] = tables[drawn.name](viewer, page)
            continue
        wanted = situations.named(drawn.name)
        told = situations.find(viewer.library, wanted) if wanted else None
        target = None if wanted else drawn_target(viewer.library, page, drawn)
        if told is not None:
            made = situations.retold(fragments, viewer, told)
            _link_story(made, told, viewer)
            root[place : place + 1] = made
        elif target is not None:
            view = provision(viewer, target, drawn.whole)
            made = fragments.render("dan.html", view=view, outer=True)
            _link_own(made, viewer)
            root[place : place + 1] = made


def provision(viewer: Viewer, target: Target, whole: bool) -> ProvisionView:
    """The view of one unit that has wording; with ``whole``, of the units below it too."""
    library = viewer.library
    unit = target.unit or ""
    found = library.corpus.provisions[(target.slug, unit)]
    known = library.corpus.unit(target.slug, unit)
    below = known.children if known and whole else ()
    now = _now(library, target)
    return ProvisionView(
        viewer.link(target),
        viewer.status(target),
        _passages(found.text),
        tuple(line for line in found.note.split("\n") if line),
        viewer.evidence(library.corpus.instruments[target.slug].wording),
        tuple(
            provision(viewer, Target(target.slug, child), whole)
            for child in below
            if (target.slug, child) in library.corpus.provisions
        ),
        target.slug,
        unit,
        short_address(library.corpus, target) or "",
        viewer.concordance(now) if now else (),
        library.unit_label(now) if now and now != target else "",
    )


def _now(library: Library, target: Target) -> Target | None:
    """The unit whose comparison tells where an ended provision stands today."""
    corpus = library.corpus
    found = current(corpus.instruments[target.slug], target, library.today, corpus.instruments)
    return found.about if found.pairings and found.about.unit else None


def _passages(text: str) -> tuple[Passage, ...]:
    found: list[Passage] = []
    for is_item, lines in groupby(text.split("\n"), key=lambda line: line.startswith(BULLET)):
        kept = tuple(line.removeprefix(BULLET) for line in lines if line)
        found += [Passage("", kept)] if is_item else [Passage(line) for line in kept]
    return tuple(found)


def drawn_target(library: Library, page: Page, drawn: Drawn) -> Target | None:
    """The worded unit that a line draws in; None where it names none, or more than one."""
    context = page_context(library.corpus, page, None, library.today)
    found = library.cite(drawn.name, context)
    if len(found) != 1 or found[0].status is not Status.RESOLVED or found[0].target is None:
        return None
    target = found[0].target
    return target if (target.slug, target.unit or "") in library.corpus.provisions else None


def _link_story(made: list[Element], told: Page, viewer: Viewer) -> None:
    """Link what a situation cites, read as on its own page."""
    library = viewer.library
    context = page_context(library.corpus, told, None, library.today)
    for card in made:
        link_tree(card, lambda text, _: library.cite(text, context), library.corpus, viewer.page)


def _link_own(made: list[Element], viewer: Viewer) -> None:
    """Link what the drawn wording cites, read where it stands: in its own instrument."""
    library = viewer.library
    for outer in made:
        for card in outer.iter("div"):
            where = card.attrib.pop("data-noi", "")
            slug, _, unit = where.partition("#")
            home = (
                library.corpus.pages.get(library.corpus.address(slug, unit).page) if slug else None
            )
            if home is None:
                continue
            _link_card(card, home, parse_id(unit), viewer)


def _link_card(card: Element, home: Page, unit: UnitPath, viewer: Viewer) -> None:
    library = viewer.library
    context = page_context(library.corpus, home, unit, library.today)
    link_tree(card, lambda text, _: library.cite(text, context), library.corpus, viewer.page)
