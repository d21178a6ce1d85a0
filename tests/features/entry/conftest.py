"""A letter taken into the invented project, which is read once."""

from __future__ import annotations

import pytest
from synthetic.pages import read
from vanban.features.entry.letter import taken_in
from vanban.features.entry.plan import Plan
from vanban.intake import plain
from vanban.intake.document import Document

from .taking import TODAY, Take


@pytest.fixture(scope="session")
def take() -> Take:
    project = read()

    def taken(came: str | Document, folder: str = "") -> Plan:
        document = came if isinstance(came, Document) else plain.of_text(came)
        return taken_in(document, "thu.txt", project.corpus, project.engine.cite, TODAY, folder)

    return taken
