"""The built site, made once for all tests that look at it."""

from __future__ import annotations

import compileall
import gc
import os

import pytest
from building import CHECKED, ROOT, Builds, Site
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.law.corpus import Corpus
from vanban.law.corpus_source import load_corpus
from vanban.page.library import Library


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program once: copies of it bring that along, and two hundred processes begin."""
    if not hasattr(config, "workerinput"):  # workers of pytest-xdist come after the one that waits
        compileall.compile_dir(str(ROOT / "hooks"), quiet=2)
    gc.disable()  # until all tests are known: none of what is loaded for them is rubbish


def pytest_collection_finish() -> None:
    """Five thousand tests and all modules stay to the end: nobody need look whether they are
    rubbish, and what tests leave behind is looked for less often."""
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(10_000, 20, 50)


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    """What was built in this run; workers of pytest-xdist share it."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # a worker has a folder of its own in that of the run
    folder = base / "builds"
    folder.mkdir(exist_ok=True)
    return Builds(folder)


@pytest.fixture(scope="session")
def site(builds: Builds) -> Site:
    """The site as ``make site`` builds it."""
    return Site(builds.good("plain"))


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The site's own corpus, read once by each worker: nobody can change it."""
    return load_corpus(ROOT / "docs")


@pytest.fixture(scope="session")
def of_site(corpus: Corpus) -> Library:
    """What is known of the site's own corpus, with who cites whom, on the day of checking."""
    engine = Engine(corpus)
    return Library(corpus, build_graph(corpus, engine, CHECKED, "docs"), engine.cite, CHECKED)
