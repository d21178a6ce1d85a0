"""The built site, made once for all tests that look at it."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import Site, build, copy_project


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project that nothing changes."""
    return copy_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="session")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site as ``make site`` builds it."""
    out = tmp_path_factory.mktemp("site")
    done = build(project, out, seed=1)
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(out)
