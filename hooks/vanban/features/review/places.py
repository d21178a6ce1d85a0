"""Every place that speaks of an instrument or of one unit of it, and is read again after a change.

A place speaks of a unit when it names that unit, a unit below it, or a unit that holds it: who
changes a clause reads again what is said of its article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...cite.citation import Citation, Context
from ...law.instrument import Instrument, Target
from ...law.loading import Page
from ...law.markdown_source import front_source
from ...law.units import UnitPath
from ...page.date_rule import notes
from ...page.library import Library
from ..glossary import glossary
from ..quiz import quiz, quiz_checks
from ..quiz.quiz import QuizBank
from ..situations import situations

OWN = "thư mục của văn bản"
DATA = "dữ kiện ở văn bản khác"
DRAWN = "thẻ đưa vào trang"
PROSE = "lời trên trang"
SITUATION = "tình huống"
GLOSSARY = "thuật ngữ"
QUESTION = "câu hỏi tự luyện"
HEAD = "đầu trang"
FINED = "bảng mức phạt"
MENDED = "sổ đính chính"
KINDS = (OWN, DATA, DRAWN, PROSE, SITUATION, GLOSSARY, QUESTION, HEAD, FINED, MENDED)
"""In the order in which they are told."""


@dataclass(frozen=True, order=True)
class Place:
    """One place: kind (``KINDS``), file, line, and the words that name what changed."""

    kind: str
    file: str
    line: int
    words: str


def places(
    library: Library, questions: QuizBank, target: Target, prefix: str, mended: str
) -> tuple[Place, ...]:
    """Every place by kind, file and line; ``prefix`` is the folder of the pages.

    ``mended`` is the name of the file of corrections.
    """
    finder = _Finder(library, questions, target, prefix)
    found = {*finder.own(), *finder.data(), *finder.pages(), *finder.heads(), *finder.questions()}
    found |= {*finder.fined()}
    for one in library.corrections:
        if finder.speaks(one.target):
            found.add(Place(MENDED, mended, one.line("ma"), one.id))
    return tuple(sorted(found, key=lambda one: (KINDS.index(one.kind), *_order(one))))


def leaning(library: Library) -> dict[str, frozenset[str]]:
    """Slug → the pages outside its folder that cite it or draw it in."""
    found: dict[str, set[str]] = {slug: set() for slug in library.corpus.instruments}
    for mention in library.graph.mentions:
        target, page = mention.citation.target, library.corpus.pages[mention.page]
        if target and target.slug != page.slug:
            found[target.slug].add(mention.page)
    return {slug: frozenset(pages) for slug, pages in found.items()}


def _order(place: Place) -> tuple[str, int, str]:
    return place.file, place.line, place.words


@dataclass(frozen=True)
class _Finder:
    library: Library
    bank: QuizBank
    target: Target
    prefix: str

    def speaks(self, other: Target | None) -> bool:
        """Whether a text that names ``other`` speaks of the target."""
        if other is None or other.slug != self.target.slug:
            return False
        if self.target.unit is None:
            return True
        return other.unit is not None and _related(other.unit, self.target.unit)

    def own(self) -> Iterator[Place]:
        """The instrument's data, its page, and the wordings of its units."""
        corpus = self.library.corpus
        instrument = corpus.instruments[self.target.slug]
        file = f"{self.prefix}/{instrument.file}"
        if self.target.unit is None:
            yield Place(OWN, file, 1, instrument.short)
            home = corpus.home(instrument.slug)
            if home in corpus.pages:
                yield Place(OWN, f"{self.prefix}/{home}", 1, instrument.short)
        for key, unit in _data_units(instrument):
            if self.target.unit and _related(unit, self.target.unit):
                yield Place(OWN, file, instrument.place_of(key)[0], f"{key[0]}: {unit.label}")
        for other, provision in corpus.provisions.items():
            if self.speaks(other):
                yield Place(OWN, provision.file, provision.line, other.unit.label)  # type: ignore[union-attr]

    def data(self) -> Iterator[Place]:
        """What other instruments claim: relations, comparisons, ends, and notes."""
        for other in self.library.corpus.instruments.values():
            if other.slug == self.target.slug:
                continue
            for key, named in _data_targets(other):
                if self.speaks(named):
                    line = other.place_of(key)[0]
                    yield Place(DATA, f"{self.prefix}/{other.file}", line, str(key[0]))
            for where, text in notes(other):
                for citation in self._cited(text, Context(other.slug, None, self.library.today)):
                    line = other.place_of(where)[0]
                    yield Place(DATA, f"{self.prefix}/{other.file}", line, _words(citation))

    def pages(self) -> Iterator[Place]:
        """Citations in prose, and lines that draw a provision in."""
        for mention in self.library.graph.mentions:
            if not self.speaks(mention.citation.target):
                continue
            page = self.library.corpus.pages[mention.page]
            kind = DRAWN if mention.drawn else _kind(page)
            file = f"{self.prefix}/{mention.page}"
            yield Place(kind, file, mention.line, _words(mention.citation))

    def heads(self) -> Iterator[Place]:
        """Citations in the front matter of pages: an answer, a summary, the fines of a story."""
        for page in self.library.corpus.pages.values():
            where = Context(page.slug, None, self.library.today)
            for line, text in _head_texts(page):
                for citation in self._cited(text, where):
                    yield Place(HEAD, f"{self.prefix}/{page.path}", line, _words(citation))

    def questions(self) -> Iterator[Place]:
        """Citations in questions, their options, reasons and bases."""
        for found in self.bank.sets.values():
            for item in found.items:
                where = quiz_checks.context(item, self.library.letters, self.library.today)
                texts = {"hoi": item.question, "vi-sao": item.reason, "can-cu": item.basis}
                texts |= {f"chon.{at}": option.text for at, option in enumerate(item.options)}
                texts |= {f"xem-them.{at}": text for at, text in enumerate(item.further)}
                for key, text in texts.items():
                    for citation in self._cited(text, where):
                        yield Place(QUESTION, found.file, item.place(key)[0], _words(citation))

    def fined(self) -> Iterator[Place]:
        """Citations in the rows of the table of fines: a provision, and on what condition."""
        acts, where = self.library.corpus.acts, Context(None, None, self.library.today)
        for case in (case for group in acts.groups for act in group.acts for case in act.cases):
            for citation in (*self._cited(case.provision, where), *self._cited(case.when, where)):
                yield Place(FINED, acts.file, case.place[0], _words(citation))

    def _cited(self, text: str, where: Context) -> Iterator[Citation]:
        return (one for one in self.library.cite(text, where) if self.speaks(one.target))


def _related(one: UnitPath, other: UnitPath) -> bool:
    """Whether one of two units is the other or holds it."""
    return all(mine == theirs for mine, theirs in zip(one.steps, other.steps, strict=False))


def _head_texts(page: Page) -> Iterator[tuple[int, str]]:
    """Line and text of every value of the front matter, of lists each of their items."""
    for key, text in page.meta.items():
        yield page.key_place(key).line, text
    source, _ = front_source(page.text)
    for key in source.data if source and isinstance(source.data, dict) else ():
        for at, text in enumerate(page.listed(key)):
            yield page.key_place(key, at).line, text


def _kind(page: Page) -> str:
    if page.path == glossary.PAGE:
        return GLOSSARY
    if page.path.startswith(f"{situations.FOLDER}/"):
        return SITUATION
    return QUESTION if page.path.startswith(f"{quiz.FOLDER}/") else PROSE


def _words(citation: Citation) -> str:
    return " ".join(citation.text.split())


def _data_units(instrument: Instrument) -> Iterator[tuple[tuple[str | int, ...], UnitPath]]:
    for at, (unit, _) in enumerate(instrument.unit_statements):
        yield ("hieu-luc-rieng", at), unit
    for at, pairing in enumerate(instrument.concordance):
        if pairing.unit:
            yield ("doi-chieu", at), pairing.unit
    for at, kept in enumerate(instrument.kept):
        yield ("giu", at), kept.unit


def _data_targets(instrument: Instrument) -> Iterator[tuple[tuple[str | int, ...], Target]]:
    if instrument.validity.ended_by:
        yield ("hieu-luc",), instrument.validity.ended_by
    for at, (_, validity) in enumerate(instrument.unit_statements):
        if validity.ended_by:
            yield ("hieu-luc-rieng", at), validity.ended_by
    for at, relation in enumerate(instrument.relations):
        if relation.slug:
            yield ("quan-he", at), Target(relation.slug)
    for at, pairing in enumerate(instrument.concordance):
        for place, counterpart in enumerate(pairing.today):
            if counterpart.target:
                yield ("doi-chieu", at, "nay", place), counterpart.target
    for at, target in enumerate(instrument.highlights):
        yield ("nhan-manh", at), target
