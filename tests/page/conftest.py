"""The small project that slips are made in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from page.editing import make


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project without a fault, with its ledger."""
    return make(tmp_path_factory.mktemp("project"))


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "project"))
