"""A printed address asks the questions of no other set unseen: the ledger keeps their codes."""

from __future__ import annotations

import re
import unicodedata

import pytest
from editors_words import assert_known
from vanban.law.question_sets import Sets, asked, asked_lines, mixed_up, unasked

PUBLISHED: Sets = {"a/mot/": ("giu-so", "mo-tu"), "a/hai/": ("do-mau",), "a/ba/": ("lau-san",)}
LEDGER = "\n".join(["# đầu", *asked_lines(PUBLISHED), "a/mot/", ""])


@pytest.mark.parametrize(
    ("sets", "told"),
    [
        # two files that changed names, three in a circle, one copied over another
        ({**PUBLISHED, "a/mot/": ("do-mau",), "a/hai/": ("giu-so", "mo-tu")}, "hai mot"),
        ({"a/mot/": ("do-mau",), "a/hai/": ("lau-san",), "a/ba/": ("mo-tu",)}, "ba hai mot"),
        ({"a/mot/": ("do-mau", "moi")}, "mot"),
        # questions that were added, taken out, moved; a set that is new, or all anew
        (PUBLISHED, ""),
        ({**PUBLISHED, "a/mot/": ("mo-tu", "moi", "do-mau")}, ""),
        ({"a/moi/": ("giu-so",)}, ""),
        ({**PUBLISHED, "a/mot/": ("moi",)}, ""),
    ],
)
def test_sets_that_changed_places_are_told(sets: Sets, told: str) -> None:
    for ledger in (LEDGER, unicodedata.normalize("NFD", LEDGER)):
        found = list(mixed_up(sets, ledger, "docs"))
        assert [one.file for one in found] == [f"docs/a/{name}.yml" for name in told.split()]
        assert_known(found)
    for one in found:  # what the advice says settles it
        now = re.search("thành “(# .+)”$", one.suggestion)
        assert now is not None
        mended = asked(now[1])
        assert mended is not None
        kept = [line for line in LEDGER.split("\n") if f" {mended.address} " not in line]
        others = {one.address: one.codes for one in map(asked, kept) if one}
        assert mended.address not in others
        lines = "\n".join([*kept, now[1]])
        assert mended.address not in [
            again.message.split()[0] for again in mixed_up(sets, lines, "docs")
        ]


def test_a_set_that_the_ledger_does_not_know_is_told() -> None:
    assert unasked(PUBLISHED, LEDGER) is None
    assert unasked({**PUBLISHED, "a/mot/": ("giu-so", "moi")}, LEDGER) is None
    told = unasked({**PUBLISHED, "a/moi/": ("moi",)}, LEDGER)
    assert told is not None
    assert "1 bộ, ví dụ a/moi/" in told.message
    assert_known([told])
