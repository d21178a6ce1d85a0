"""What editors are told, word for word: each sentence with its advice is a line of a table.

A test of a check names the part of a sentence that tells one slip from another. This holds the
rest, so that no word of it is lost unseen. A new sentence is a new line of ``editors_words.txt``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from vanban.law.problems import Problem

WORDS = Path(__file__).with_suffix(".txt")


@cache
def _kept() -> frozenset[str]:
    return frozenset(WORDS.read_text(encoding="utf-8").splitlines())


def assert_known(problems: Iterable[Problem]) -> None:
    """Each sentence and its advice stand in the table, as they are."""
    for problem in problems:
        line = " → ".join(filter(None, (problem.message, problem.suggestion)))
        assert line in _kept(), f"read it; if it is well said, add it to {WORDS.name}: {line}"
