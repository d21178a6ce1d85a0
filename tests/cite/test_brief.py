"""“k1” and “đ 8” are read at once only where the longer way reads the very same."""

from __future__ import annotations

import random

from vanban.cite.clean import clean
from vanban.cite.engine import Engine
from vanban.cite.unit_reader import read_plain_brief, read_units

_BEHIND = (
    "",
    " ",
    "\n",
    "(",
    ")",
    "[",
    "|",
    ",",
    ", ",
    ";",
    ": ",
    ". ",
    ".",
    "-",
    "–",
    "/",
    "&",
    "…",
)
_WORDS = ("", "k", "k.", "k. ", "đ", "đ.", "a", "a)", "a-c", "a,b", "1", "12)", "tháng", "đồng")
_WORDS += ("của Luật", "và", "đến", "Luật ANM", "triệu", "cùng luật", "người")
_NUMBERS = ("1", "12", "8a", "3đ", "0", "999", "2k")


def test_both_ways_read_the_same(engine: Engine) -> None:
    choose = random.Random(20191126)
    read = 0
    for _ in range(20_000):
        brief = choose.choice("kđ") + choose.choice(("", ".", " ", ". ")) + choose.choice(_NUMBERS)
        more = "".join(choose.choice(_BEHIND) + choose.choice(_WORDS) for _ in range(2))
        text = clean(f"{brief}{more}{choose.choice(_NUMBERS)}")
        at_once = read_plain_brief(text.low, 0)
        if at_once is None:
            continue
        read += 1
        found = engine.names.anchor.match(text.low)
        assert found is not None
        assert read_units(text, found) == [at_once], text.text
    assert read > 2_000
