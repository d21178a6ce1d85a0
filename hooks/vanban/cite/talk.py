"""Which paper a paragraph talks of, where units come that name none.

“Nghị định 356/2025/NĐ-CP giải thích kỹ hơn. | Điều 3 | kể …”: once a sentence has named another
paper that sets rules, the articles of later sentences may be its. Nobody can tell, so they are told
until a sentence comes back to the page: with its name, a word for it (“luật này”, “ở đây”), or an
article that is surely its own. Which verbs stand between plays no part.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from ..law.instrument import Instrument
from ..law.units import Kind, UnitPath
from .binding import Binding
from .citation import Status
from .clean import CleanText
from .papers import TYPES, Paper, Papers
from .run import Literal
from .tokens import ByNumber, Elsewhere, InstrumentToken, Step, ThisInstrument, Unclear
from .topic_words import turns_to_the_page

_TOPS = (Kind.ARTICLE, Kind.CHAPTER, Kind.SECTION)
_SENTENCE_ENDS = re.compile(r"[.!?…](?=[”\"»)]?\s+[^\W_])|\n")
_LONGEST_JOIN = 40
# Điều 3 | begins the sentence, or words that only join it to the one before do
_JOINED_ON = re.compile(
    r"\W*(?:(?:(?:theo|trong|ở|tại)\s+(?:đó|đấy)|cụ\s+thể|ví\s+dụ|chẳng\s+hạn|còn|và|rồi|các)\W+)*"
)
# …, | Điều 4 · …; còn tại | khoản 1 Điều 6
_NEW_CLAUSE = re.compile(
    r"(?:\A|[,;:(])\s*(?:(?:và|còn|rồi|thì|mà)\s+)?(?:(?:ở|tại)\s+)?(?:các\s+)?\Z"
)
_AND = re.compile(r"\s*,?\s*(?:và|hay|hoặc|đến)\s+(?:các\s+)?")
# Điều 8 | chỉ còn, Điều 24 | mới kể: set against what was said before
_SET_AGAINST = re.compile(r"\s+(?:thì|cũng|mới|lại|còn|không|chưa|chẳng|chỉ|vẫn|nay)(?!\w)")
_ANEW = re.compile(r",?\s(?:và|hoặc|hay)\s(?:cả\s)?(?:tại|ở|theo|trong)\s")
# Luật | nói ba ngày: no name, no number, and not “luật mới”
_TOLD_APART = re.compile(r"\s+(?:(?:mới|cũ|hướng|ấy|đó|kia|chi)(?!\w)|(?:số\s+)?(?P<name>\w))")
_TYPE = re.compile(TYPES)
_NEAR = 40
# b) Điều 5; – Điều 6: an item of a list is of the page, or its head says of which it is
_ITEM = re.compile(r"\s*(?:[-–+•*]|\w{1,3}[.)])\s")
_HERE = (" ở đây", " này")
# Luật A, Điều 8, | và Điều 5: nothing is said of it
_SAID = re.compile(r"\s+[^\W\d_]")
_OF_FINES = re.compile(r"\s+(?:mức|tiền|phạt|xử)(?!\w)")
# what a sentence says of the page, though it names another paper: “nay” may be said of that one
_THE_PAGE = re.compile(
    r"(?<!\w)(?:(?:luật|định|tư|bản|trang|bài|chỗ|điều|khoản|đây)\s+này|ở\s+(?:đây|ta)|nước\s+ta"
    r"|(?:quay|trở)\s+(?:lại|về)|pháp\s+luật\s+việt\s+nam)(?!\w)"
)


class _Unit(NamedTuple):
    """A unit of another paper: where it stands, and how surely it is one of a list of these."""

    end: int
    sentence: int
    top: Step
    leads: bool
    """It begins a clause: what follows is said of it."""
    named: bool
    """The paper is named beside it."""


class _Named(NamedTuple):
    """The last paper that a sentence names and that is not the page."""

    start: int
    paper: Instrument | None
    """None where it is not here, or nobody knows which it is."""


class Talk:
    """What a paragraph, read in order, speaks of; on the page of ``home``."""

    def __init__(self, home: Instrument, clean: CleanText, papers: Papers) -> None:
        self._home = home
        self._clean = clean
        self._papers = papers
        self._waiting: list[tuple[Literal, Binding, bool]] = []
        """What was added and not looked at yet: most paragraphs never ask."""
        self._other: _Unit | None = None
        self._told: set[Step] = set()
        """Articles that units of another paper named, without its name."""
        self._own: set[Step] = set()
        self._own_sentences: set[int] = set()
        """Those that have units of the page."""
        self._named: dict[int, _Named] = {}
        self._left: list[_Named | None] = []
        """What each sentence leaves to the next: the paper that is spoken of, None for the page."""

    @cached_property
    def _begins(self) -> list[int]:
        """Where sentences begin, in order."""
        return [0, *[found.end() for found in _SENTENCE_ENDS.finditer(self._clean.low)]]

    @cached_property
    def _is_idle(self) -> bool:
        return not self._papers.names_any(0, len(self._clean.low))

    def add(self, literal: Literal, binding: Binding, doubted: bool) -> None:
        """``doubted``: its units name nothing, and something before them keeps them from home."""
        self._waiting.append((literal, binding, doubted))

    def _catch_up(self) -> None:
        """Look at all that was added."""
        for literal, binding, doubted in self._waiting:
            self._hear(literal, binding, doubted)
        self._waiting.clear()

    def _hear(self, literal: Literal, binding: Binding, doubted: bool) -> None:
        named, top = literal.instrument, _top(literal)
        if top is None and literal.steps and named is None:
            return  # “khoản 1” goes with whatever is spoken of
        sentence = self._sentence(literal.start)
        if binding.instrument is self._home:
            self._own_sentences.add(sentence)
            self._other = None
            if top is not None:
                self._own.add(top)
            return
        is_another = _is_another(named, binding)
        if is_another and named is not None:
            self._named[self._sentence(named.start)] = _Named(named.start, binding.instrument)
        if top is None or not (doubted or is_another):
            return
        if named is None:
            spoken = self._named.get(sentence) or self._before(sentence)
            self._named[sentence] = _Named(literal.start, spoken.paper if spoken else None)
        low = self._clean.low
        lead = low[max(self._begins[sentence], literal.start - _LONGEST_JOIN) : literal.start]
        leads = bool(_JOINED_ON.fullmatch(lead) or _NEW_CLAUSE.search(lead))
        self._other = _Unit(literal.end, sentence, top, leads, named is not None)
        if named is None:
            self._told.add(top)

    def doubted(self, literal: Literal, binding: Binding) -> Binding:
        """``binding``, or that nobody can tell: “khoản 3 Điều 12 | và tại | Điều 19 Nghị định B”.

        A second “tại” begins anew, and the page's own article 12 was named before.
        """
        named, other = literal.instrument, binding.instrument
        if named is None or other is None or other is self._home:
            return binding
        if not _ANEW.match(self._clean.low, literal.end, named.start):
            return binding
        self._catch_up()
        if _top(literal) not in self._own:
            return binding
        reason = f"của {self._home.short} hay của {other.short}?"
        return Binding(None, Status.AMBIGUOUS, reason, "ghi tên văn bản ngay sau số điều")

    def is_of_another(self, literal: Literal) -> bool:
        """Whether units that name nothing may be of another paper, which is spoken of."""
        top = _top(literal)
        if top is None or self._is_idle or self._clean.low.startswith(_HERE, literal.end):
            return False
        self._catch_up()
        start = literal.start
        sentence = self._sentence(start)
        begin, other = self._begins[sentence], self._other
        spoken = None if sentence in self._own_sentences else self._before(sentence)
        may = spoken is not None
        if other and other.sentence == sentence:
            begin = max(begin, other.end)
            may = may or self._goes_on(other, literal, top)
            spoken = self._named.get(sentence, spoken)
        is_told = top in self._told
        may = (may and is_told) if top in self._own else (may or is_told)
        return may and not self._lacks(spoken, top, literal) and not self._turns(begin, start)

    def _lacks(self, spoken: _Named | None, top: Step, literal: Literal) -> bool:
        """Whether the other paper surely has no such article; a law fixes no fines either."""
        paper = spoken.paper if spoken else None
        if paper is None:
            return False
        outline = paper.outline
        if top[0] is Kind.ARTICLE and outline.complete:
            return isinstance(top[1], str) and UnitPath(((top[0], top[1]),)) not in outline.units
        fines = paper.type == "Luật" and "xử phạt" in self._home.title
        return fines and _OF_FINES.match(self._clean.low, literal.end) is not None

    def _goes_on(self, other: _Unit, literal: Literal, top: Step) -> bool:
        """Whether units go on, in the sentence of ``other``, with what is said of its paper."""
        if other.named and other.sentence in self._own_sentences:
            return False
        low, end = self._clean.low, literal.end
        gap = low[other.end : literal.start]
        if top == other.top or (not other.named and _AND.fullmatch(gap)):
            return True
        if not (other.leads and _NEW_CLAUSE.search(gap)):
            return False
        if other.named and (_SET_AGAINST.match(low, end) or not _SAID.match(gap)):
            return False
        return "xử phạt" not in self._home.title or not _OF_FINES.match(low, end)

    def _sentence(self, at: int) -> int:
        return bisect_right(self._begins, at) - 1

    def _turns(self, begin: int, stop: int) -> bool:
        """Whether a sentence, up to units of it, turns to the page."""
        low = self._clean.low
        if turns_to_the_page(low[begin:stop]) or _THE_PAGE.search(low, begin, stop):
            return True
        return any(paper.own for paper in self._papers.named(begin, stop))

    def _before(self, sentence: int) -> _Named | None:
        """The paper that the sentences before this one are about; None for the page."""
        for one in range(len(self._left), sentence):
            self._left.append(self._leaves(one, self._left[-1] if self._left else None))
        begin, low = self._begins[sentence], self._clean.low
        if not sentence or (low.startswith("\n", begin - 1) and _ITEM.match(low, begin)):
            return None
        return self._left[sentence - 1]

    def _leaves(self, sentence: int, before: _Named | None) -> _Named | None:
        """What is spoken of behind a sentence, if it was ``before`` when that began."""
        if sentence in self._own_sentences:
            return None
        begin, stop = self._begins[sentence], self._begins[sentence + 1]
        found = list(self._papers.named(begin, stop, whole=True))
        at_page = next((paper.start for paper in reversed(found) if paper.own), None)
        at_other = next((paper.start for paper in found if self._counts(paper, begin)), -1)
        other = self._named.get(sentence)
        if at_other >= 0 and (other is None or other.start < at_other):
            other = _Named(at_other, None)
        if other is not None:  # “Luật này thay Nghị định A” is of the page, and goes on with it
            return None if at_page is not None and at_page < other.start else other
        if at_page is not None or _THE_PAGE.search(self._clean.low, begin, stop):
            return None
        return before

    def _counts(self, paper: Paper, begin: int) -> bool:
        """Whether ``paper`` is one of its own: which it is, or whose, is told."""
        if paper.own or not paper.rules:
            return False
        low, text = self._clean.low, self._clean.text
        start, end = paper.start, paper.end
        if paper.instrument:
            apart = _TOLD_APART.match(low, end)
            named = apart is not None and (
                apart["name"] is None or _is_name(text[apart.start("name")])
            )
            return named or _TYPE.fullmatch(low, start, end) is None
        whose = text[end : end + _NEAR].split()[:4]
        if any(map(str.isdecimal, low[start:end])) or "của" in whose:
            return True  # Quy định 37-QĐ/TW, nội quy của trường …
        if any(_is_name(word[0]) for word in whose):
            return True
        return not low[begin:start].strip()


def _is_name(letter: str) -> bool:
    return letter.isupper() or letter.isdecimal()


def _is_another(named: InstrumentToken | None, binding: Binding) -> bool:
    """Whether a text names beside units a paper that is surely not the page."""
    if named is None or isinstance(named, (Unclear, ThisInstrument)):
        return False
    if isinstance(named, ByNumber) and named.type == "công văn":
        return False  # a letter has no articles
    return (
        binding.instrument is not None
        or isinstance(named, Elsewhere)
        or (binding.status in (Status.OUTSIDE, Status.AMBIGUOUS))
    )


def _top(literal: Literal) -> Step | None:
    """The article, chapter or section of a literal; None where it names a smaller unit alone."""
    for step in literal.steps:
        if step[0] in _TOPS:
            return step
    return None
