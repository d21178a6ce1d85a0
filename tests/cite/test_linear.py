"""Twice the text takes twice the time, whatever stands in it."""

from __future__ import annotations

import time

import pytest
from vanban.cite.engine import Engine
from vanban.law.corpus import Corpus

_FEW, _TIMES = 500, 32
_MOST = 2
"""How much longer than so many times the time may be, on a busy machine; square would be 32."""


def _seconds(corpus: Corpus, text: str) -> float:
    """Of the processor, for one reading by an engine that remembers nothing."""
    engine = Engine(corpus)
    engine.cite("Điều 1 Luật An ninh mạng")  # its patterns are made once
    begin = time.process_time()
    engine.cite(text)
    return time.process_time() - begin


@pytest.mark.parametrize(
    "piece",
    [
        "Luật An ninh mạng (k1) ",  # brackets behind one name after another, in one list
        "k 1(",  # brackets in brackets
        "k1-3\nLANM, ",  # the most citations for each letter
        "k1-3)Điều 8[",  # a list of articles without end, each with a bracket of its own
        "khoản 1, ",
        "Điều 5; ",
        "Luật An ninh mạng: Điều 8; ",
        "| Điều 5 | Nghị định này |\n",
        "tiết 1 - ",  # lessons of a school: one list to the end, and each of it begins one
    ],
)
def test_a_text_of_one_piece_is_read_in_linear_time(corpus: Corpus, piece: str) -> None:
    """The best of two readings; a second one of the long text only where the first was slow."""
    few = min(_seconds(corpus, piece * _FEW) for _ in range(2))
    long = piece * (_FEW * _TIMES)
    if (many := _seconds(corpus, long)) >= few * _TIMES * _MOST:
        many = min(many, _seconds(corpus, long))
    assert many < few * _TIMES * _MOST, f"{many / few:.0f} times the time"


def test_lists_above_lists_are_not_multiplied_without_end(engine: Engine) -> None:
    """Three points of forty clauses of forty articles are 4,800 targets in 400 letters."""
    numbers = ", ".join(map(str, range(1, 40))) + " và 40"
    units = f"các điểm a, b, c của các khoản {numbers} của các Điều {numbers}"
    assert len(engine.cite(f"{units} Luật An ninh mạng năm 2018")) < 200
