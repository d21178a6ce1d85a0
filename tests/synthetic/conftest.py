"""The invented project, read once; what it tells is made anew for each test.

So a test that looks at a page is also the one that makes it, and fails where that goes wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from synthetic.pages import Knowledge, Reader, read, today


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return read()


@pytest.fixture
def reader(knowledge: Knowledge) -> Reader:
    """The project on its check day."""
    return Reader(knowledge, today())


@pytest.fixture(scope="session")
def on_day(knowledge: Knowledge) -> Callable[[str], Reader]:
    """The same project, were it checked on another day (``2023-12-31``)."""
    return lambda day: Reader(knowledge, date.fromisoformat(day))
