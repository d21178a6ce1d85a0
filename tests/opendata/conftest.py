"""The invented project, read once for all tests of what is given away."""

from __future__ import annotations

import json
from typing import Any

import pytest
from synthetic.pages import ROOT
from vanban.opendata import api
from vanban.page.library import Library
from vanban.project import open_project


@pytest.fixture(scope="session")
def library() -> Library:
    return open_project(ROOT).library


@pytest.fixture(scope="session")
def published(library: Library) -> dict[str, Any]:
    """Every JSON document below ``api/v1/``, as whoever fetches it reads it."""
    found = {path: json.loads(api.as_json(value)) for path, value in api.documents(library)}
    return {path.removeprefix("api/v1/"): value for path, value in found.items()}
