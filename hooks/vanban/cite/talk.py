"""Which paper a paragraph talks of, where units come that name none.

“Nghị định 356/2025/NĐ-CP giải thích kỹ hơn. | Điều 3 | kể …, | Điều 4 | kể …”: once another paper
than the page is what is spoken of, units that begin the next sentence or clause may be its. The
talk comes back to the page with a word for it (“luật này”, “ở đây”) and with a unit that is
surely its own. What stands in between counts, and where in the sentence, not which verbs.
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
from .tokens import Elsewhere, InstrumentToken, Step, ThisInstrument, Unclear
from .topic_words import turns_to_the_page

_TOPS = (Kind.ARTICLE, Kind.CHAPTER, Kind.SECTION)
_SENTENCE_ENDS = re.compile(r"[.!?…](?=[”\"»)]?\s+[^\W_])|\n")
_LONGEST = 240
"""So much of a sentence is looked at."""
# Điều 3 | begins the sentence, or words that only join it to the one before do
_JOINED_ON = re.compile(
    r"\W*(?:(?:(?:theo|trong|ở|tại)\s+(?:đó|đấy)|cụ\s+thể|ví\s+dụ|chẳng\s+hạn|còn|và|rồi|các)\W+)*"
)
_LONGEST_JOIN, _NEAR = 40, 40
# …, | Điều 4 · …; còn tại | khoản 1 Điều 6
_NEW_CLAUSE = re.compile(
    r"(?:\A|[,;:(])\s*(?:(?:và|còn|rồi|thì|mà)\s+)?(?:(?:ở|tại)\s+)?(?:các\s+)?\Z"
)
_AND = re.compile(r"\s*,?\s*(?:và|hay|hoặc|đến)\s+(?:các\s+)?")
# Điều 8 | chỉ còn, Điều 24 | mới kể: set against what was said before
_SET_AGAINST = re.compile(r"\s+(?:thì|cũng|mới|lại|còn|không|chưa|chẳng|chỉ|vẫn|nay)(?!\w)")
_ANEW = re.compile(r",?\s(?:và|hoặc|hay)\s(?:cả\s)?(?:tại|ở|theo|trong)\s")
_HERE = (" ở đây", " này")
_DENIED = re.compile(r"(?<!\w)(?:không|chưa|chẳng)(?!\w)")
_QUESTION = re.compile(r"(?<!\w)(?:gì|nào|sao|mấy|ai|đâu)(?!\w)|\?")
# so với | Nghị định 13, sửa | Luật A: named beside what the sentence is about
_BESIDE = re.compile(
    r"(?<!\w)(?:với|của|như|hơn|thay|sửa|dẫn|khác|giống|hóa|hoá|từ|bằng|ngoài|trừ|thi\s+hành|khi|nếu|dù)"
    r"\s+(?:các\s+|cả\s+)?\Z"
)
# Luật A, Điều 8, | và Điều 5: nothing is said of it
_SAID = re.compile(r"\s+[^\W\d_]")
# Luật | nói ba ngày: no name, no number, and not “luật mới”
_TOLD_APART = re.compile(r"\s+(?:(?:mới|cũ|hướng|ấy|đó|kia|chi)(?!\w)|(?:số\s+)?(?P<name>\w))")
_TYPE = re.compile(TYPES)
# Nội quy | phải có …: what is asked of it
_ASKED = re.compile(r"(?:\s+[^\W\d_]+){0,6}?\s+(?:phải|cần|nên|do)(?!\w)")
_ENDED = re.compile(
    r"(?<!\w)(?:hết\s+(?:hiệu\s+lực|vai\s+trò)|thôi\s+áp\s+dụng|bị\s+(?:thay|bãi))[^,;:]{0,30}\Z"
)
_GOES_ON = re.compile(r"(?<!\w)(?:nhưng|mà|song)(?!\w)")
# Luật B cho phép vậy.: it is said of what the page has
_OF_THAT = re.compile(r"(?<!\w)(?:thế|vậy|(?:việc|chuyện|câu|điều|ý)\s+(?:này|ấy|đó))(?!\w)")
_OF_FINES = re.compile(r"\s+(?:mức|tiền|phạt|xử)(?!\w)")


class _Unit(NamedTuple):
    """A unit of another paper: where it stands, and how surely it is one of a list of these."""

    end: int
    sentence: int
    top: Step
    leads: bool
    """It begins a clause: what follows is said of it."""
    named: bool
    """The paper is named beside it."""
    paper: Instrument | None
    """The paper, where it is known and no other is named in the sentence."""


class _Named(NamedTuple):
    """The last instrument that a sentence names and that is not the page."""

    start: int
    paper: Instrument | None
    """None where it is not here, or others are named in the sentence too."""


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
        self._own_sentence = -1
        """The last one that has units of the page."""
        self._brought: dict[int, bool] = {}
        self._named: dict[int, _Named] = {}

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
        sentence = self._sentence(literal.start)
        if binding.instrument is self._home:
            self._own_sentence = sentence
            self._other = None
            if top is not None:
                self._own.add(top)
            return
        if named is not None and not isinstance(named, (Unclear, ThisInstrument)):
            before, paper = self._named.get(sentence), binding.instrument
            alone = before is None or before.paper is paper
            self._named[sentence] = _Named(named.start, paper if alone else None)
        if top is None or not (doubted or _is_another(named, binding)):
            return
        low = self._clean.low
        lead = low[max(self._begins[sentence], literal.start - _LONGEST_JOIN) : literal.start]
        leads = bool(_JOINED_ON.fullmatch(lead) or _NEW_CLAUSE.search(lead))
        paper = self._paper(sentence)
        self._other = _Unit(literal.end, sentence, top, leads, named is not None, paper)
        if named is None:
            self._told.add(top)

    def _paper(self, sentence: int) -> Instrument | None:
        """The instrument that a sentence is about, or went on to be about, if it is known."""
        named = self._named.get(sentence)
        if named is not None:
            return named.paper
        if self._other is not None:
            return self._other.paper
        before = self._named.get(sentence - 1)
        return before.paper if before else None

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
        if top is None or self._is_idle:
            return False
        self._catch_up()
        start = literal.start
        sentence = self._sentence(start)
        begin = max(self._begins[sentence], start - _LONGEST)
        other = self._other
        if other and other.sentence == sentence:
            begin = max(begin, other.end)
        if not self._may_be_of_another(literal, top, sentence, begin):
            return False
        if self._clean.low.startswith(_HERE, literal.end) or self._lacks(sentence, top, literal):
            return False
        return not self._names_the_page(begin, start)

    def _lacks(self, sentence: int, top: Step, literal: Literal) -> bool:
        """Whether the other paper surely has no such article; a law fixes no fines either."""
        paper = self._paper(sentence)
        if paper is None:
            return False
        outline = paper.outline
        if top[0] is Kind.ARTICLE and outline.complete:
            return isinstance(top[1], str) and UnitPath(((top[0], top[1]),)) not in outline.units
        fines = paper.type == "Luật" and "xử phạt" in self._home.title
        return fines and _OF_FINES.match(self._clean.low, literal.end) is not None

    def _may_be_of_another(self, literal: Literal, top: Step, sentence: int, begin: int) -> bool:
        """``is_of_another``, if no word from ``begin`` on comes back to the page."""
        if top in self._told and top not in self._own:
            return True
        low, other = self._clean.low, self._other
        lead = low[begin : literal.start]
        if other and other.sentence == sentence:
            return self._goes_on(other, literal, top, lead)
        first = len(lead) < _LONGEST_JOIN and _JOINED_ON.fullmatch(lead) is not None
        if not first or low.startswith("\n", self._begins[sentence] - 1):
            return False
        if (
            other
            and self._own_sentence < other.sentence == sentence - 1
            and (top == other.top or other.leads or not other.named)
        ):
            return not self._names_the_page(other.end, self._begins[sentence])
        if top in self._own or _SET_AGAINST.match(low, literal.end):
            return False
        return sentence > 0 and self._brings_up(sentence - 1)

    def _goes_on(self, other: _Unit, literal: Literal, top: Step, gap: str) -> bool:
        """Whether units go on, in the sentence of ``other``, with what is said of its paper."""
        if other.named and self._own_sentence == other.sentence:
            return False
        if top == other.top or (not other.named and _AND.fullmatch(gap)):
            return True
        if not (other.leads and _NEW_CLAUSE.search(gap)):
            return False
        low, end = self._clean.low, literal.end
        if other.named and (_SET_AGAINST.match(low, end) or not _SAID.match(gap)):
            return False
        return "xử phạt" not in self._home.title or not _OF_FINES.match(low, end)

    def _sentence(self, at: int) -> int:
        return bisect_right(self._begins, at) - 1

    def _names_the_page(self, begin: int, stop: int) -> bool:
        if turns_to_the_page(self._clean.low[begin:stop]):
            return True
        return any(paper.own for paper in self._papers.named(begin, stop))

    def _brings_up(self, sentence: int) -> bool:
        """Whether a sentence without units speaks of another paper that sets rules."""
        found = self._brought.get(sentence)
        if found is None:
            found = self._brought[sentence] = self._is_about_another(sentence)
        return found

    def _is_about_another(self, sentence: int) -> bool:
        begin, stop = self._begins[sentence], self._begins[sentence + 1]
        if sentence == self._own_sentence or stop - begin > _LONGEST:
            return False
        low = self._clean.low
        if low[begin:stop].endswith("\n") or _QUESTION.search(low, begin, stop):
            return False
        named = list(self._papers.named(begin, stop))
        if any(paper.own for paper in named) or turns_to_the_page(low[begin:stop]):
            return False
        if sentence and sentence - 1 == self._own_sentence and _OF_THAT.search(low, begin, stop):
            return False
        at = self._last_ruling(named, begin, sentence)
        if at is None or _BESIDE.search(low, begin, at):
            return False
        ended = _ENDED.search(low, at, stop - 1)
        if ended and not _GOES_ON.search(ended[0]):
            return False
        clause = low.find(",", at, stop)
        return not _DENIED.search(low, begin, clause if clause > 0 else stop)

    def _last_ruling(self, named: list[Paper], begin: int, sentence: int) -> int | None:
        """Where the last paper begins that a sentence names and that sets rules."""
        ruling = [paper.start for paper in named if paper.rules and self._counts(paper, begin)]
        if sentence in self._named:
            ruling.append(self._named[sentence].start)
        return max(ruling, default=None)

    def _counts(self, paper: Paper, begin: int) -> bool:
        """Whether ``paper`` is one of its own: which instrument it is, or whose, is told."""
        low, text = self._clean.low, self._clean.text
        start, end = paper.start, paper.end
        if paper.instrument:
            apart = _TOLD_APART.match(low, end)
            named = apart is not None and (
                apart["name"] is None or _is_name(text[apart.start("name")])
            )
            return named or _TYPE.fullmatch(low, start, end) is None
        whose = text[end : end + _NEAR].split()[:4]
        if any(map(str.isdecimal, low[start:end])) or any(_is_name(word[0]) for word in whose):
            return True  # Quy định 37-QĐ/TW, nội quy của Trường …
        return not low[begin:start].strip() and _ASKED.match(low, end) is None


def _is_name(letter: str) -> bool:
    return letter.isupper() or letter.isdecimal()


def _is_another(named: InstrumentToken | None, binding: Binding) -> bool:
    """Whether a text names beside units a paper that is surely not the page."""
    if named is None or isinstance(named, (Unclear, ThisInstrument)):
        return False
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
