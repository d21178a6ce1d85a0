"""Who cites whom: every citation of every page, found before the first page is built."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ..law.corpus import Corpus
from ..law.drawn import read
from ..law.instrument import Target
from ..law.loading import Page
from ..law.markdown_source import HARD, SOFT
from ..law.problems import Problem
from ..law.provision import plain, walk
from ..law.reading import naming
from ..law.units import UnitPath
from .by_name import UNKNOWN_YEAR
from .citation import PROBLEM_STATUSES, Citation, Context, Status
from .engine import Engine

AS_OF = "thoi-diem"
"""Front matter key: the day that a page speaks from, YYYY-MM-DD."""
# The first sign of each comes first, because what begins with one is found several times as fast.
_SENTENCE_END = re.compile(r"[.;!?\n](?:(?<!\n)(?=\s)|(?<=\n)\s*\n)")
_SENTENCE_LIMIT = 320
_UNIT = re.compile(r"(?:khoản|điều)\s", re.IGNORECASE)
# khoản l · điểm 2 · điểm d1: what stands for the number is short, a digit is in it, or it is alone
_UNREAD = re.compile(
    r"(?<!\w)(?P<unit>(?:khoản|điểm|tiết)\s+(?:[0-9a-zđ]*\d[0-9a-zđ]*|[a-zđ]))\)?\s*$",
    re.IGNORECASE,
)
_NUMBERED = ("khoản", "điểm", "tiết")
"""One of these is in what ``_UNREAD`` finds."""
_NEAR = 24
_FAR = 1000
"""So far on either side of a citation is read for its sentence."""


class Mention(NamedTuple):
    """One citation where it stands: the page, the citing unit if any, and its sentence.

    ``drawn`` says that the line (``[[…]]``) shows the provision itself: it has no sentence.
    """

    page: str
    source: Target | None
    sentence: str
    citation: Citation
    line: int
    col: int
    drawn: bool = False
    unread: str = ""
    """A unit right before the citation that nobody can read: “khoản l” of “khoản l Điều 8”."""
    at: int = 0
    """Where the citation begins in ``sentence``: a point alone (“b”) may stand in it twice."""


@dataclass(frozen=True)
class Graph:
    """All mentions, in order of page and place; and what is wrong with any of them."""

    mentions: tuple[Mention, ...]
    problems: tuple[Problem, ...] = field(default=())

    @cached_property
    def _by_target(self) -> Mapping[Target, tuple[Mention, ...]]:
        found: dict[Target, list[Mention]] = {}
        for mention in self.mentions:
            if mention.citation.linked and mention.citation.target:
                found.setdefault(mention.citation.target, []).append(mention)
        return {target: tuple(mentions) for target, mentions in found.items()}

    @cached_property
    def _by_page(self) -> Mapping[str, tuple[Mention, ...]]:
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.page, []).append(mention)
        return {page: tuple(mentions) for page, mentions in found.items()}

    def of_page(self, page: str) -> tuple[Mention, ...]:
        """The mentions on a page, in the order of their places."""
        return self._by_page.get(page, ())

    def cited_by(self, target: Target) -> tuple[Mention, ...]:
        """The mentions of exactly this instrument or unit."""
        return self._by_target.get(target, ())


def build_graph(corpus: Corpus, engine: Engine, today: date, prefix: str = "docs") -> Graph:
    """Read every page of the corpus. ``today`` is the day that the site's own prose speaks from.

    Every citation that is broken or ambiguous becomes a problem at its place; lines that
    draw a provision in are checked where they are drawn.
    """
    mentions: list[Mention] = []
    for page in corpus.pages.values():
        mentions += _of_page(corpus, engine, page, today, prefix)
    return _graph(mentions, prefix)


def edited_graph(
    graph: Graph, corpus: Corpus, engine: Engine, today: date, path: str, prefix: str = "docs"
) -> Graph:
    """The graph of ``corpus``, in which only the page ``path`` differs from that of ``graph``."""
    found = _of_page(corpus, engine, corpus.pages[path], today, prefix)
    mentions: list[Mention] = []
    for page in corpus.pages:
        mentions += found if page == path else graph.of_page(page)
    return _graph(mentions, prefix)


def _of_page(corpus: Corpus, engine: Engine, page: Page, today: date, prefix: str) -> list[Mention]:
    with naming(f"{prefix}/{page.path}"):
        return list(_mentions(corpus, engine, page, today))


def _graph(mentions: list[Mention], prefix: str) -> Graph:
    problems = [found for one in mentions if (found := _wrong(one, f"{prefix}/{one.page}"))]
    return Graph(tuple(mentions), tuple(problems))


def _wrong(mention: Mention, file: str) -> Problem | None:
    """What is wrong with a citation in prose."""
    if mention.drawn:
        return None
    if mention.citation.status in PROBLEM_STATUSES:
        return _problem(mention, file)
    if mention.citation.reason == UNKNOWN_YEAR:
        return _problem(mention, file, "năm lạ")
    return _unread_problem(mention, file) if mention.unread else None


def page_context(corpus: Corpus, page: Page, unit: UnitPath | None, today: date) -> Context:
    """Where a block of a page stands: its instrument, the unit above it, and its day.

    The day is the page's own (front matter), else a day on which the page's
    instrument was in force (its words speak of the law of that time), else ``today``.
    """
    told = page.meta.get(AS_OF)
    day: date | None = None
    if told:
        try:
            day = date.fromisoformat(told)
        except ValueError:
            day = None
    instrument = corpus.instruments.get(page.slug or "")
    if day is None and instrument is not None:
        validity = instrument.validity
        ended = validity.until is not None and validity.until <= today
        day = (validity.since or instrument.issued) if ended else today
    return Context(page.slug, unit, day or today)


def _mentions(corpus: Corpus, engine: Engine, page: Page, today: date) -> Iterator[Mention]:
    blocks = [
        (block, unit, page_context(corpus, page, unit, today))
        for block, unit in walk(page.blocks())
        if not block.level
    ]
    engine.read((block.text, context) for block, _, context in blocks)
    for block, unit, context in blocks:
        source = Target(page.slug, unit) if page.slug else None
        found = engine.cite(block.text, context)
        if not found:
            continue
        drawn = read(block.words) is not None
        ends = _ends(block.text)
        read_as = str.strip if block.words == block.text.strip() else plain
        covered = 0
        for citation in found:
            place = page.place(block.start + citation.start)
            sentence, at = ("", 0) if drawn else _sentence(block.text, citation, ends, read_as)
            yield Mention(
                page.path,
                source,
                sentence,
                citation,
                place.line,
                place.col,
                drawn,
                _unread(block.text, citation, covered),
                at,
            )
            covered = max(covered, citation.end)


def _unread(text: str, citation: Citation, covered: int) -> str:
    """A clause or point right before a cited unit whose number is none that such a unit has.

    ``covered`` is where the citation before ends.
    """
    if not _UNIT.match(citation.text):
        return ""
    begin = max(covered, citation.start - _NEAR)
    before = text[begin : citation.start]
    if not any(map(before.lower().__contains__, _NUMBERED)):
        return ""
    found = _UNREAD.search(before)
    return found["unit"] if found else ""


class _Ends(NamedTuple):
    """Where what ends the sentences of a text begins and where it ends, in order."""

    starts: list[int]
    stops: list[int]


def _ends(text: str) -> _Ends:
    found = list(_SENTENCE_END.finditer(text))
    return _Ends([one.start() for one in found], [one.end() for one in found])


def _sentence(
    text: str, citation: Citation, ends: _Ends, read_as: Callable[[str], str]
) -> tuple[str, int]:
    """The sentence around a citation, shortened at words where it is very long, and where in it
    the citation begins.

    ``read_as`` does what ``plain`` does; less where there is no markup in the whole text.
    """
    at = bisect_right(ends.stops, citation.start)
    start = max(ends.stops[at - 1] if at else 0, citation.start - _FAR)
    after = bisect_left(ends.starts, citation.end)
    stop = ends.starts[after] + 1 if after < len(ends.starts) else len(text)
    end = min(stop, citation.end + _FAR)
    led = text[start : citation.start].replace(SOFT, "").replace(HARD, " ")
    before, rest = read_as(led), read_as(text[citation.start : end])
    room = _SENTENCE_LIMIT // 2
    if len(before) > room:
        before = "… " + before[-room:].split(" ", 1)[-1]
    if len(rest) > room:
        rest = rest[:room].rsplit(" ", 1)[0] + " …"
    if before and led[-1:].isspace():
        before += " "
    return before + rest, len(before)


def _problem(mention: Mention, file: str, what: str = "") -> Problem:
    citation = mention.citation
    broken = citation.status is Status.BROKEN
    what = f"viện dẫn {what or ('sai' if broken else 'chưa rõ')}"
    words = " ".join(plain(citation.text).split())
    message = f"{what}: “{words}” – {citation.reason}"
    return Problem(file, mention.line, mention.col, message, citation.suggestion)


def _unread_problem(mention: Mention, file: str) -> Problem:
    message = f"không đọc được “{mention.unread}” trước “{' '.join(mention.citation.text.split())}”"
    return Problem(file, mention.line, mention.col, message, "xem lại số của khoản, chữ của điểm")
