"""What letters really write: nothing silently wrong, nothing lost, no false alarm."""

from __future__ import annotations

import unicodedata

import pytest
from vanban.cite.engine import Engine

from .letters import Letter, read_letters, verdict
from .notation import context


@pytest.mark.parametrize("letter", read_letters(), ids=lambda letter: letter.text[:50])
def test_letter(engine: Engine, letter: Letter) -> None:
    where = context(letter.in_, letter.at)
    found = engine.cite(letter.text, where)
    told = [(item.status.value, str(item.target), item.text, item.reason) for item in found]
    assert verdict(letter, found) == "right", told
    for item in found:
        assert letter.text[item.start : item.end] == item.text
    decomposed = unicodedata.normalize("NFD", letter.text)
    again = engine.cite(decomposed, where)
    assert [(item.target, item.status) for item in again] == [
        (item.target, item.status) for item in found
    ]
    assert all(decomposed[item.start : item.end] == item.text for item in again)
