"""The invented project, read once; each test module renders only the pages it looks at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from synthetic.pages import Knowledge, Reader, read, today


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return read()


@pytest.fixture(scope="session")
def reader(knowledge: Knowledge) -> Reader:
    """The project on its check day."""
    return Reader(knowledge, today())


@pytest.fixture(scope="session")
def on_day(knowledge: Knowledge) -> Callable[[str], Reader]:
    """The same project, were it checked on another day (``2023-12-31``)."""
    return lambda day: Reader(knowledge, date.fromisoformat(day))
