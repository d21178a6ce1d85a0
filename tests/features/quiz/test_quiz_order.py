"""The letters of right answers: mixed for every set that an editor may write."""

from __future__ import annotations

import pytest
from vanban.features.quiz.quiz_order import is_mixed, positions


@pytest.mark.parametrize("size", range(16))
def test_any_set_can_be_mixed(size: int) -> None:
    ids = [f"cau-{number}" for number in range(size)]
    found = positions("bo", ids, 4)
    assert len(found) == size
    assert is_mixed(found, 4)
    assert found == positions("bo", ids, 4)
    assert size < 4 or found != positions("bo-khac", ids, 4)


@pytest.mark.parametrize(
    ("letters", "mixed"),
    [
        ("BDACBDAC", False),  # the same four twice over
        ("ABAB", False),
        ("ABBA", True),
        ("ABBBCD", False),  # three in a row
        ("AABBCCDD", True),
        ("ABACADACAB", False),  # too many of one
        ("", True),
    ],
)
def test_what_is_mixed(letters: str, mixed: bool) -> None:
    assert is_mixed(["ABCD".index(letter) for letter in letters], 4) == mixed
