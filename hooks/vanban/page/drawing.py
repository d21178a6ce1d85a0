"""``[[…]]`` on a line of its own: a provision, or a table, drawn in from the corpus.

A page outside an instrument's folder never types a rule: it names the provision
(``[[khoản 7 Điều 36 Nghị định 147/2024/NĐ-CP]]``) and the wording, its notes, state
and certainty come from the one place where they stand. ``| đủ`` draws in the units
below it too. ``[[tình huống: tin-ngay-mai-nghi-hoc]]`` tells a situation again, where a
session talks about it. A few fixed names draw tables made from the whole corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import Element

from ..cite.citation import Status
from ..cite.graph import page_context
from ..law.drawn import Drawn, read
from ..law.fines import PAYER_WORDS, fine, not_today
from ..law.instrument import Target, parse_target
from ..law.loading import Page
from ..law.markdown_source import place_of
from ..law.money import sums
from ..law.page_keys import ANSWERED
from ..law.problems import Problem
from ..law.provision import BULLET
from ..law.short_address import short_address
from ..law.standing import Form
from ..law.units import UnitPath
from . import standing_words
from .context import PageContext
from .library import Library
from .linking import link_tree
from .nearest import meant
from .viewing import Viewer
from .views import ConcordanceView, EvidenceView, LinkView, StatusView

_TODAY = ANSWERED[1]
"""Pages on today's law: whoever opens a card there may ask what it costs."""
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
    target: Target
    path: str
    """Its share address; empty where it has none."""
    today: tuple[ConcordanceView, ...] = ()
    """Where the content of an ended provision stands today."""
    compared: str = ""
    """“so cả Điều 8”, where only a unit above it was compared."""
    fine: str = ""
    """What it costs, where its own words do not say it: “cá nhân 10–15 triệu đồng, …”."""


Table = Callable[[PageContext], list[Element]]


@dataclass(frozen=True)
class Stories:
    """Pages that a line of their own kind tells again (``[[tình huống: ten-tep]]``).

    ``named`` gives the name in such a line, None for a line of another kind; ``find`` the page
    of a name; ``names`` all names that there are; ``retold`` what the line becomes. ``unknown``
    and ``advice`` tell an editor that a name is none.
    """

    named: Callable[[str], str | None]
    find: Callable[[Library, str], Page | None]
    names: Callable[[Library], Iterable[str]]
    retold: Callable[[PageContext, Page], list[Element]]
    unknown: str
    advice: str
    kind: str
    """The word before the colon."""


@dataclass(frozen=True)
class Drawable:
    """What a line can draw in besides provisions: tables by their names, and stories."""

    tables: Mapping[str, Table]
    stories: Stories


def check(library: Library, known: Drawable, page: Page, file: str) -> Iterator[Problem]:
    """Lines that draw in nothing, or a unit that no article page words."""
    for block in page.blocks():
        drawn = None if block.level else read(block.words)
        told = _wrong(library, known, page, drawn) if drawn else None
        if told:
            place = place_of(page.text, block.start)
            yield Problem(file, place.line, place.col, *told)


def _wrong(library: Library, known: Drawable, page: Page, drawn: Drawn) -> tuple[str, str] | None:
    """Message and advice for a line that draws nothing in; None for one that does."""
    tables, stories = known.tables, known.stories
    if drawn.name in tables:
        return None
    wanted = stories.named(drawn.name)
    if wanted is not None:
        if stories.find(library, wanted):
            return None
        advice = meant(wanted, stories.names(library), stories.advice)
        return f"“{wanted}” {stories.unknown}", advice
    if drawn_target(library, page, drawn):
        return None
    context = page_context(library.corpus, page, None, library.today)
    found = library.cite(drawn.name, context)
    if not found:
        advice = f"ghi một điều khoản kèm tên văn bản, hoặc tên bảng: {', '.join(sorted(tables))}"
        _, colon, story = drawn.name.partition(":")
        names = [*tables, *[f"{stories.kind}: {story.strip()}"] * bool(colon)]
        return f"“{drawn.name}” không phải điều khoản hay bảng nào", meant(
            drawn.name, names, advice
        )
    reason = f" ({found[0].reason})" if len(found) == 1 and found[0].reason else ""
    advice = found[0].suggestion if len(found) == 1 else "mỗi dòng một điều khoản"
    if len(found) == 1 and found[0].status is Status.RESOLVED:
        advice = "viết lời cho điều khoản ấy ở trang điều của nó, hoặc dẫn điều khoản khác"
    return f"“{drawn.name}”: {_UNSETTLED}{reason}", advice


def draw(root: Element, here: PageContext, known: Drawable) -> None:
    """Replace every drawing line among the children of ``root`` by what it names."""
    library, viewer, stories = here.library, here.viewer, known.stories
    for place, child in reversed(list(enumerate(root))):
        drawn = read("".join(child.itertext())) if child.tag == "p" else None
        if drawn is None:
            continue
        if drawn.name in known.tables:
            root[place : place + 1] = known.tables[drawn.name](here)
            continue
        wanted = stories.named(drawn.name)
        told = stories.find(library, wanted) if wanted else None
        target = None if wanted else drawn_target(library, here.source, drawn)
        if told is not None:
            made = stories.retold(here, told)
            _link(made, told, None, viewer)
            root[place : place + 1] = made
        elif target is not None:
            view = provision(viewer, target, drawn.whole, here.source.path.startswith(_TODAY))
            made = here.render("drawn.html", view=view, outer=True)
            link_own(made, viewer)
            root[place : place + 1] = made


def provision(viewer: Viewer, target: Target, whole: bool, fined: bool = False) -> ProvisionView:
    """The view of one unit that has wording; with ``whole``, of the units below it too.

    ``fined`` tells what it costs where its words do not: a point's sum stands in its clause.
    """
    library = viewer.library
    found = library.corpus.provisions[target]
    known = library.corpus.unit(target)
    below = [Target(target.slug, child) for child in known.children] if known and whole else []
    stands = library.standing(target)
    # A whole instrument is compared on its own page; a card tells of provisions.
    told = stands.form is not Form.ITSELF and stands.about.unit is not None
    return ProvisionView(
        viewer.link(target),
        viewer.status(target),
        _passages(found.text),
        tuple(line for line in found.note.split("\n") if line),
        viewer.evidence(library.corpus.instruments[target.slug].wording),
        tuple(
            provision(viewer, child, whole, fined and fine(library.corpus, target) is None)
            for child in below
            if child in library.corpus.provisions
        ),
        target,
        short_address(library.corpus, target) or "",
        viewer.pairings(stands.pairings) if told else (),
        standing_words.compared_unit(stands, library) if told else "",
        _cost(library, target, found.text) if fined else "",
    )


def _cost(library: Library, target: Target, text: str) -> str:
    """What a unit in force costs, of whom; "" where its own words name sums, or none is known."""
    amount = None if sums(text) else fine(library.corpus, target)
    if amount is None or not_today(library.corpus, target, library.today):
        return ""
    paid = ((words, amount.of(payer)) for payer, words in PAYER_WORDS.items())
    return ", ".join(f"{words} {found.millions} triệu đồng" for words, found in paid if found)


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
    return target if target in library.corpus.provisions else None


def link_own(made: list[Element], viewer: Viewer) -> None:
    """Link what the drawn wording cites, read where it stands: in its own instrument."""
    library = viewer.library
    for outer in made:
        for card in outer.iter("div"):
            where = card.attrib.pop("data-noi", "")
            if not where:
                continue
            target = parse_target(where)
            home = library.corpus.pages.get(library.corpus.address(target).page)
            if home is not None and target.unit is not None:
                _link([card], home, target.unit, viewer)


def _link(made: list[Element], home: Page, unit: UnitPath | None, viewer: Viewer) -> None:
    """Link what a drawn text cites, read as on ``home``, the page that it comes from."""
    library = viewer.library
    context = page_context(library.corpus, home, unit, library.today)
    for card in made:
        link_tree(card, lambda text, _: library.cite(text, context), library.corpus, viewer.page)
