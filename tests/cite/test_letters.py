"""What letters really write: nothing silently wrong, nothing lost, no false alarm."""

from __future__ import annotations

import unicodedata

import pytest
from vanban.cite.engine import Engine

from .letters import Letter, read_letters, verdict
from .notation import context

KINDS: dict[str, list[Letter]] = {}
for _letter in read_letters():
    KINDS.setdefault(_letter.kind, []).append(_letter)


@pytest.mark.parametrize("kind", KINDS)
def test_letters_of_a_kind(engine: Engine, kind: str) -> None:
    """Thousands of tests of a line each would take four times as long as what they try."""
    wrong = {letter.text: fault for letter in KINDS[kind] if (fault := faults(engine, letter))}
    assert wrong == {}


def faults(engine: Engine, letter: Letter) -> list[object]:
    """What is told of a letter, where that is wrong."""
    where = context(letter.in_, letter.at)
    found = engine.cite(letter.text, where)
    told = [(item.status.value, str(item.target), item.text, item.reason) for item in found]
    decomposed = unicodedata.normalize("NFD", letter.text)
    again = engine.cite(decomposed, where)
    right = (
        verdict(letter, found) == "right",
        all(letter.text[item.start : item.end] == item.text for item in found),
        [(item.target, item.status) for item in again]
        == [(item.target, item.status) for item in found],
        all(decomposed[item.start : item.end] == item.text for item in again),
    )
    return [] if all(right) else [verdict(letter, found), right, told, again]
