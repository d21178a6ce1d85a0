"""The built site, made once for all tests that look at it."""

from __future__ import annotations

import compileall
import os

import pytest
from building import ROOT, Builds, Site


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program once: copies of it bring that along, and two hundred processes begin."""
    if not hasattr(config, "workerinput"):  # workers of pytest-xdist come after the one that waits
        compileall.compile_dir(str(ROOT / "hooks"), quiet=2)


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
