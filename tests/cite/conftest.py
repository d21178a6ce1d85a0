"""The site's own corpus and engine, read once for all tests of this room."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from vanban.cite.engine import Engine
from vanban.law.corpus import Corpus
from vanban.law.corpus_source import load_corpus

DOCS = Path(__file__).resolve().parents[2] / "docs"


@cache
def read_once() -> Corpus:
    """Read once in a process: a tool that runs these tests again and again need not wait."""
    return load_corpus(DOCS)


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return read_once()


@pytest.fixture(scope="session")
def engine(corpus: Corpus) -> Engine:
    return Engine(corpus)
