"""Twice the text takes twice the time, whatever stands in it."""

from __future__ import annotations

import time
from datetime import date

import pytest
from vanban.cite.citation import Context
from vanban.cite.engine import Engine
from vanban.law.corpus import Corpus

_FEW, _TIMES, _LONG = 500, 32, 128
_MOST = 2
"""How much longer than so many times the time may be, on a busy machine; square would be 32."""

_NOWHERE, _PAGE = Context(), Context("luat-24-2018-qh14", None, date(2019, 11, 26))


def _seconds(corpus: Corpus, text: str, context: Context = _NOWHERE) -> float:
    """Of the processor, for one reading by an engine that remembers nothing."""
    engine = Engine(corpus)
    engine.cite("Điều 1 Luật An ninh mạng")  # its patterns are made once
    begin = time.process_time()
    engine.cite(text, context)
    return time.process_time() - begin


def _assert_linear(
    corpus: Corpus, piece: str, times: int, context: Context = _NOWHERE, few: int = _FEW
) -> None:
    """The best of two readings; a second one of the long text only where the first was slow."""
    short = min(_seconds(corpus, piece * few, context) for _ in range(2))
    long, bound = piece * (few * times), short * times * _MOST
    if (many := _seconds(corpus, long, context)) >= bound:
        many = min(many, _seconds(corpus, long, context))
    assert many < bound, f"{many / short:.0f} times the time"


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
    _assert_linear(corpus, piece, _TIMES)


@pytest.mark.parametrize(
    "piece",
    [
        "Luật A. Điều 7 ",  # which line a unit stands in, of one that is the whole text
        "“Điều 5. Là tại Luật ",  # where the quotation ends that it begins
    ],
)
def test_one_line_without_end_on_a_laws_own_page_is_read_in_linear_time(
    corpus: Corpus, piece: str
) -> None:
    _assert_linear(corpus, piece, _LONG, _PAGE, _FEW * 2)


@pytest.mark.parametrize(
    "piece",
    [
        "án luật ",  # a draft of a law, by the words before it
        "1/CT-UBND tỉnh Gia Lai ",  # of which place a number is, by the words behind it
    ],
)
def test_what_stands_far_before_is_not_taken_up_again(corpus: Corpus, piece: str) -> None:
    _assert_linear(corpus, piece, _LONG)


@pytest.mark.parametrize(
    "piece",
    [
        "Nghị định 356/2025/NĐ-CP nói. Điều 7 cấm. ",  # each sentence brings up another paper
        "Điều 8 Luật Trẻ em cấm, Điều 7 cho; ",  # one sentence, of it to the end
        "nội quy Điều 7 ",
    ],
)
def test_a_page_of_one_piece_is_read_in_linear_time(corpus: Corpus, piece: str) -> None:
    _assert_linear(corpus, piece, _TIMES // 2, Context("luat-116-2025-qh15"), 200)


def test_lists_above_lists_are_not_multiplied_without_end(engine: Engine) -> None:
    """Three points of forty clauses of forty articles are 4,800 targets in 400 letters."""
    numbers = ", ".join(map(str, range(1, 40))) + " và 40"
    units = f"các điểm a, b, c của các khoản {numbers} của các Điều {numbers}"
    assert len(engine.cite(f"{units} Luật An ninh mạng năm 2018")) < 200
