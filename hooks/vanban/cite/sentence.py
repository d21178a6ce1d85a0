"""The sentence before units, and the papers that it names: what is asked of both, found once.

Where sentences end is looked up once for all units of a paragraph, and so is what its nouns for
papers mean (``Papers``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from .papers import Paper, Papers, led

WINDOW = 170
"""So many letters before units are looked at."""
_STOPS = frozenset(".!?…")
_QUOTES = frozenset('“”"')
_ENDS = re.compile(r"[.!?…;\n“”\"](?:(?<=[;\n“”\"])|(?=\s+([^\W\d_])))")
LONGEST_END = 60
"""No words that a rule looks for at the end of a text are longer."""
_BRACKETED = re.compile(r"\([^()]*\)")


class Ending:
    """Words with which the text before a paper may end, a space behind; the ``last`` of them."""

    def __init__(self, words: str, last: str) -> None:
        self.words = re.compile(words)
        self.last = frozenset(last.split())


def ends(text: str, words: re.Pattern[str]) -> bool:
    """Whether a text ends with such words; they are not looked for where they cannot stand."""
    return words.search(text, max(0, len(text) - LONGEST_END)) is not None


class Sentence:
    """What stands from ``begin`` up to units, or to the list that they are of.

    ``text`` may have blanks in the place of what plays no part; ``behind`` follows the units.
    """

    __slots__ = ("_all", "_blanked", "_papers", "_stop", "begin", "behind", "text")

    def __init__(
        self, papers: Papers, sentences: Sentences, begin: int, stop: int, behind: str
    ) -> None:
        self._papers = papers
        self._all = sentences
        self._stop = stop
        self._blanked = False
        self.begin = begin
        self.text = sentences.low[begin:stop]
        self.behind = behind

    @property
    def named(self) -> Iterator[Paper]:
        """The papers near its end, the last one first; most sentences are judged by that one."""
        return self._papers.named(self.begin, self._stop)

    def lead(self, paper: Paper) -> str:
        """What stands before a paper."""
        return self.text[: paper.start - self.begin]

    def gap(self, paper: Paper) -> str:
        """What stands between a paper and the units."""
        return self.text[paper.end - self.begin :]

    def may_follow(self, paper: Paper, ending: Ending) -> bool:
        """Whether the word before a paper is one that ends so; most often it is not."""
        after = paper.after
        if self._blanked:
            at = paper.start - self.begin
            _, after = led(self.text, 0, at)
        return not after or after in ending.last

    def leads(self, paper: Paper, ending: Ending) -> bool:
        """Whether what stands before a paper ends so."""
        at = paper.start - self.begin
        if not self.text[at - 1 : at].isspace() or not self.may_follow(paper, ending):
            return False
        return ending.words.search(self.text, max(0, at - LONGEST_END), at) is not None

    def without_brackets(self) -> Sentence:
        """The same with blanks in the place of brackets and what they hold."""
        if ")" not in self.text:
            return self
        return self._with(self._all.without_brackets(self.begin, self._stop))

    def without(self, spans: Sequence[tuple[int, int]]) -> Sentence:
        """The same with blanks in the place of ``spans`` of its text."""
        text = self.text
        for first, last in spans:
            text = text[:first] + " " * (last - first) + text[last:]
        return self._with(text)

    def _with(self, text: str) -> Sentence:
        changed = Sentence(self._papers, self._all, self.begin, self._stop, self.behind)
        changed.text = text
        changed._blanked = True
        return changed


class Sentences:
    """Where the sentences of a paragraph begin; its marks are looked up once."""

    def __init__(self, low: str) -> None:
        self.low = low

    @cached_property
    def _marks(self) -> tuple[list[int], list[int], list[int], list[int]]:
        """Where sentences end, and where the letter stands that makes a full stop their end; the
        same of clauses, which a quotation mark ends too.
        """
        sentences: tuple[list[int], list[int]] = [], []
        clauses: tuple[list[int], list[int]] = [], []
        for found in _ENDS.finditer(self.low):
            at, letter = found.span()[0], found.start(1)
            for places, letters in (clauses,) if found[0] in _QUOTES else (sentences, clauses):
                places.append(at)
                letters.append(letter)
        return (*sentences, *clauses)

    @cached_property
    def _brackets(self) -> tuple[str, list[int], list[int]]:
        """The paragraph with blanks for brackets and what they hold; where each begins and ends."""
        spans = [found.span() for found in _BRACKETED.finditer(self.low)]
        blanked = _BRACKETED.sub(lambda found: " " * len(found[0]), self.low)
        return blanked, [first for first, _ in spans], [last for _, last in spans]

    def without_brackets(self, begin: int, stop: int) -> str:
        """The text from ``begin`` to ``stop``, with blanks for each bracket that is shut there."""
        low, (blanked, starts, ends) = self.low, self._brackets
        text = blanked[begin:stop]
        at = bisect_right(ends, begin)
        if at < len(ends) and starts[at] < begin:
            text = low[begin : min(ends[at], stop)] + text[ends[at] - begin :]
        at = bisect_left(starts, stop) - 1
        if at >= 0 and ends[at] > stop and starts[at] >= begin:
            text = text[: starts[at] - begin] + low[starts[at] : stop]
        return text

    def begin(self, start: int) -> int:
        """Where the sentence of what is at ``start`` begins, as far as it is looked at.

        Behind a full stop it begins right there.
        """
        low, at = self.low, start
        while at and low[at - 1].isspace():
            at -= 1
        if 0 < at < start and start - at < WINDOW and low[at - 1] in _STOPS:
            return start
        places, letters, *_ = self._marks
        return self._behind(places, letters, start)

    def clause(self, start: int) -> int:
        """The same, where quotation marks part too and a full stop right before ``start`` not."""
        *_, places, letters = self._marks
        return self._behind(places, letters, start)

    def _behind(self, places: list[int], letters: list[int], start: int) -> int:
        """Where what is at ``start`` begins: behind the last of ``places``."""
        low = self.low
        at = bisect_left(places, start) - 1
        if at >= 0 and letters[at] >= start:
            at -= 1
        begin = start - WINDOW if start > WINDOW else 0
        if at >= 0 and places[at] >= begin:
            begin = places[at] + 1
        while begin < start and low[begin].isspace():
            begin += 1
        return begin
