"""What the page on the method says of these tests is what they hold."""

from __future__ import annotations

import re

from .conftest import DOCS
from .letters import read_letters
from .test_promises import _COUNT

PAGE = (DOCS / "gioi-thieu" / "phuong-phap.md").read_text(encoding="utf-8")


def test_so_many_sentences_are_tried() -> None:
    """“hơn 900 câu”: the hundreds of the table, rounded down."""
    told = re.search(r"hơn (\d+) câu", PAGE)
    assert told is not None
    assert int(told[1]) == len(read_letters()) // 100 * 100


def test_so_many_made_up_texts_are_read_each_time() -> None:
    assert f"{_COUNT:,} chuỗi".replace(",", ".") in PAGE
