"""Every text of the tables gives exactly its citations: words, target, reason and advice."""

from __future__ import annotations

import pytest
from vanban.cite.engine import Engine

from .notation import context, written
from .small import small_corpus
from .told import Told, read_tables


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine(small_corpus(tmp_path_factory.mktemp("small")))


@pytest.mark.parametrize("row", read_tables(), ids=lambda row: row.text[:60])
def test_what_is_told(small: Engine, row: Told) -> None:
    found = small.cite(row.text, context(row.in_, row.on))
    assert [
        (row.text[item.start : item.end], written(small, item), item.reason, item.suggestion)
        for item in found
    ] == row.expected
    assert [item.text for item in found] == [words for words, *_ in row.expected]


def test_the_small_law_is_without_a_problem(small: Engine) -> None:
    assert small.corpus.problems == ()
