"""What holds of every text: the words are the text's own, in order, whatever stands around them."""

from __future__ import annotations

import gc
from datetime import date

import pytest
from vanban.cite.citation import Context
from vanban.cite.engine import Engine
from vanban.law.corpus import Corpus

from .generated import read_all
from .letters import Letter, read_letters
from .notation import context

_COUNT = 3_000
"""``make fuzz`` reads a million."""

Where = tuple[str | None, date]
LAW_2018, LAW_2025, END = "luat-24-2018-qh14", "luat-116-2025-qh15", date(2026, 11, 20)


def test_generated_texts_keep_every_promise(engine: Engine) -> None:
    assert read_all(engine, _COUNT) is None


_PLAIN = (
    "Nhà trường đã họp vào sáng thứ hai.",
    "Mọi người cùng góp ý, ai cũng vui.",
    "Cô Lan (tổ trưởng) nhắc: gửi bài trước 17 giờ ngày 20/11!",
    "Lớp 6/1 có 35 em; phụ huynh hỏi, thầy trả lời.",
)
_ENDS = (".", "!", "?", ";", ":", ",", "|", "-")


def _told(engine: Engine, text: str, letter: Letter) -> list[tuple[str, str, str]]:
    found = engine.cite(text, context(letter.in_, letter.at))
    return [(item.text, str(item.target), item.status.value) for item in found]


@pytest.mark.parametrize("words", _PLAIN)
def test_a_sentence_that_names_nothing_changes_nothing(engine: Engine, words: str) -> None:
    """Before or behind a text, in a paragraph of its own."""
    for letter in read_letters():
        alone = _told(engine, letter.text, letter)
        assert _told(engine, f"{words}\n\n{letter.text}", letter) == alone, letter.text
        assert _told(engine, f"{letter.text}\n\n{words}", letter) == alone, letter.text


@pytest.mark.parametrize("words", _PLAIN)
def test_nor_does_it_in_the_same_paragraph(engine: Engine, words: str) -> None:
    """Before a text that is a sentence, or behind its full stop.

    Headings, items and rows are what they are by where their line begins, so a sentence
    before one of those makes another text of it.
    """
    for letter in read_letters():
        if "\n" in letter.text or not letter.text[0].isalnum():
            continue
        ended = letter.text if letter.text.endswith(_ENDS) else f"{letter.text}."
        alone = _told(engine, ended, letter)
        if ended.endswith((".", "!", "?")):
            assert _told(engine, f"{ended} {words}", letter) == alone, letter.text
        if not letter.text.startswith(("Điều", "Chương", "Mục", "Phần")):
            assert _told(engine, f"{words} {ended}", letter) == alone, letter.text


def test_texts_read_together_say_what_each_says_alone(corpus: Corpus, engine: Engine) -> None:
    """Whatever the others name, and however alike they begin."""
    asked = [(letter.text, context(letter.in_, letter.at)) for letter in read_letters()]
    together = Engine(corpus)
    together.read(asked)
    for text, where in asked:
        assert together.cite(text, where) == engine.cite(text, where), text


@pytest.mark.parametrize(
    ("line", "one", "other"),
    [
        # of a time before the law of 2025, not before that of 2018
        ("Bản in năm 2018 để việc này ở Điều 8", (LAW_2018, END), (LAW_2025, END)),
        # when the law of 2018 bore the name, not half a year later
        ("Tuần trước Luật An ninh mạng cấm", (None, date(2026, 7, 3)), (None, END)),
    ],
)
def test_a_line_that_comes_again_elsewhere_is_judged_there(
    corpus: Corpus, line: str, one: Where, other: Where
) -> None:
    places = [Context(slug, None, day) for slug, day in (one, other)]
    alone = [Engine(corpus).cite(line, place)[0].status for place in places]
    assert alone[0] != alone[1]
    together = Engine(corpus)
    together.read([(line, place) for place in places])
    assert [together.cite(line, place)[0].status for place in places] == alone


def test_what_was_read_ahead_is_not_read_again(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead, text = Engine(corpus), " khoản 1 Điều 8 Luật An ninh mạng năm 2018\n"
    ahead.read([(text, context(None, None))])
    monkeypatch.setattr("vanban.cite.engine.clean", None)
    assert [item.text for item in ahead.cite(text, context(None, None))] == [text.strip()]


def test_the_collector_runs_again_whatever_happens(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: str) -> None:
        assert not gc.isenabled()
        raise RuntimeError

    monkeypatch.setattr("vanban.cite.engine.clean", broken)
    with pytest.raises(RuntimeError):
        engine.cite("a text that nobody has read", context(None, None))
    assert gc.isenabled()
