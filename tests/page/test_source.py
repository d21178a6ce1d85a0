"""Lines of a page and where each begins."""

from __future__ import annotations

import time

import pytest
from vanban.law.markdown_source import place_of
from vanban.page.source import Source


def test_each_line_has_its_place_behind_the_front_matter() -> None:
    text = "---\ntom-tat: Thử\n---\n# A\n\nMột dòng.\nHai.\n"
    lines = [line for line in Source(text).lines() if line[1]]
    assert lines == [(text.index(words), words) for words in ("# A", "Một dòng.", "Hai.")]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("a `b` c", "a     c"),
        ("a ``b`c`` d", "a         d"),
        ("```a`` b", "`      b"),  # two of three ticks open what two close
        (r"\`a` b`", r"\`a    "),
        ("a `b\n\nc` d", "a `b\n\nc` d"),
        ("a <!-- b --> c <!-- d", "a            c <!-- d"),
        ("a `<!--` b --> c", "a        b --> c"),
    ],
)
def test_code_and_closed_comments_are_no_prose(text: str, prose: str) -> None:
    assert Source(text).prose == prose


@pytest.mark.parametrize(
    "piece", ["a <!-- b ", "a ````b ", "a `b ``c ```d ", "".join("`" * n + " " for n in range(999))]
)
def test_a_large_page_is_read_in_linear_time(piece: str) -> None:
    text = piece * (5_000_000 // len(piece))
    begun = time.process_time()
    assert len(Source(text).prose) == len(text)
    assert time.process_time() - begun < 10


def test_many_places_of_a_large_page_are_found_at_once() -> None:
    text = "một dòng\n" * 100_000
    begun = time.process_time()
    assert place_of(text, len(text) - 2).line == 100_000
    assert [place_of(text, 9 * line).line for line in range(2_000)] == list(range(1, 2_001))
    assert time.process_time() - begun < 5
