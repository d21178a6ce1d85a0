"""What holds of every text: the words are the text's own, in order, whatever stands around them."""

from __future__ import annotations

import pytest
from vanban.cite.engine import Engine

from .generated import read_all
from .letters import Letter, read_letters
from .notation import context

_COUNT = 3_000
"""``make fuzz`` reads a million."""


def test_generated_texts_keep_every_promise(engine: Engine) -> None:
    assert read_all(engine, _COUNT) is None


_APART = ("Nhà trường đã họp vào sáng thứ hai.", "Mọi người cùng góp ý.\n\nAi cũng vui.")


@pytest.mark.parametrize("letter", read_letters()[::4], ids=lambda letter: letter.text[:40])
def test_a_sentence_that_names_nothing_changes_nothing(engine: Engine, letter: Letter) -> None:
    """Before or behind a text, in a paragraph of its own or (before) in the same one."""
    where = context(letter.in_, letter.at)

    def told(text: str) -> list[tuple[str, str, str]]:
        return [(i.text, str(i.target), i.status.value) for i in engine.cite(text, where)]

    alone = told(letter.text)
    for words in _APART:
        assert told(f"{words}\n\n{letter.text}") == alone
        assert told(f"{letter.text}\n\n{words}") == alone
