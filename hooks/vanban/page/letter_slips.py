"""What is wrong with citations, said to an editor who may not reword a letter.

A letter is shown letter for letter: a citation in it that leads nowhere stays as it is. The editor
says so with an entry of ``loi-chu`` on exactly that place, which marks it on the page; until then
it is a problem, with the entry as advice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ..cite.graph import Graph
from ..law.corpus import Corpus
from ..law.instrument import Slip
from ..law.loading import Page
from ..law.problems import Problem
from . import letter

_MEMBER = re.compile(r"(?:\d+[a-zđ]?|[a-zđ])(?![\w/])", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:[,;]|và|hoặc|hay|đến|[-–])?\s*(?:và|hoặc|hay)?\s*")
"""What stands between two members of a list, of which the second has no unit word of its own."""
_REWORDED = "ghi "
"""How advice begins that tells a writer to write something else."""


def cited_problems(graph: Graph, corpus: Corpus, prefix: str) -> Iterator[Problem]:
    """The problems of all citations, without those that a letter's ``loi-chu`` marks."""
    homes = letter.homes(corpus)
    shown = {f"{prefix}/{page.path}": _Letter(page, graph) for page in homes.values()}
    slips = {
        f"{prefix}/{page.path}": corpus.instruments[slug].slips for slug, page in homes.items()
    }
    for problem in graph.problems:
        one = shown.get(problem.file)
        words = one.words(problem) if one else ""
        if one is None or not words:
            yield problem
        elif not one.is_marked(problem, words, slips[problem.file]):
            yield replace(problem, suggestion=_advice(problem, one.unlike_others(problem, words)))


class _Letter:
    """The source of a letter's page; places in it are offsets in code points, from 0."""

    def __init__(self, page: Page, graph: Graph) -> None:
        self._text = page.text
        self._lines = page.text.splitlines(keepends=True)
        self._spans = [(one.first, one.last) for one in letter.of_page(page.text)]
        self._cited = {
            (one.line, one.col): one.citation.end - one.citation.start
            for one in graph.of_page(page.path)
        }

    def words(self, problem: Problem) -> str:
        """The words that a problem is about; "" for one outside the letter."""
        length = self._cited.get((problem.line, problem.col), 0)
        if not any(first <= problem.line <= last for first, last in self._spans):
            return ""
        start = self._start(problem)
        return self._text[start : start + length].partition("\n")[0]

    def is_marked(self, problem: Problem, words: str, slips: tuple[Slip, ...]) -> bool:
        """Whether a mark stands at these words: it does where a slip is first written."""
        start = self._start(problem)
        found = ((self._first(one.wording), len(one.wording)) for one in slips)
        return any(0 <= at < start + len(words) and at + length > start for at, length in found)

    def unlike_others(self, problem: Problem, words: str) -> str:
        """The words, with so many of those before them that they stand nowhere earlier.

        Of a member of a list (“b” in “các điểm a, b và c khoản 1”) the whole list: “b” stands
        everywhere.
        """
        line = self._start(problem) - problem.col + 1
        first, last = self._list(problem.line, problem.col, len(words))
        start, end = line + first - 1, line + last - 1
        while self._first(self._text[start:end]) < start and start > line:
            start = max(line, self._text.rfind(" ", line, start - 1) + 1)
        return self._text[start:end]

    def _list(self, line: int, col: int, length: int) -> tuple[int, int]:
        """The columns between which the list stands that a citation is a member of."""
        text = self._lines[line - 1]
        spans = sorted((at, at + size) for (row, at), size in self._cited.items() if row == line)
        here = next((n for n, (at, _) in enumerate(spans) if at == col), None)
        if here is None:
            return col, col + length
        joins = [
            bool(_JOIN.fullmatch(text[end - 1 : start - 1]) and _MEMBER.match(text[start - 1 :]))
            for (_, end), (start, _) in pairwise(spans)
        ]
        first = last = here
        while first and joins[first - 1]:
            first -= 1
        while last < len(joins) and joins[last]:
            last += 1
        return spans[first][0], spans[last][1]

    def _start(self, problem: Problem) -> int:
        return sum(map(len, self._lines[: problem.line - 1])) + problem.col - 1

    def _first(self, words: str) -> int:
        first = self._spans[0][0] if self._spans else 1
        return self._text.find(words, sum(map(len, self._lines[: first - 1])))


def _advice(problem: Problem, words: str) -> str:
    entry = f"{{chu: {json.dumps(words, ensure_ascii=False)}, chac-chan: unknown}}"
    keep = f"bản gốc viết đúng như vậy thì để nguyên, thêm vào loi-chu: {entry}"
    told = "" if problem.suggestion.startswith(_REWORDED) else problem.suggestion
    return f"{told}; {keep}" if told else keep
