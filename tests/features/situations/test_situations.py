"""A situation has a topic that the list knows, and says what to do."""

from __future__ import annotations

import pytest
from vanban.features.situations.situations import check
from vanban.law.loading import read_page

GOOD = (
    "---\nnhom: da-lo\ntom-tat: Chuyện.\n---\n\n# Tên\n\n## Chuyện gì xảy ra?\n\nChuyện.\n\n"
    "## Nên làm gì?\n\n- Bình tĩnh.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("nhom: da-lo", "nhom: lo-roi", 2, "“lo-roi” không phải nhóm tình huống"),
        ("nhom: da-lo\n", "", 2, "“” không phải nhóm tình huống"),
        ("## Nên làm gì?\n\n- Bình tĩnh.\n", "", 1, "chưa nói nên làm gì"),
        # the heading without a list: the hand-out would print an empty card
        ("- Bình tĩnh.", "Bình tĩnh.", 1, "chưa nói nên làm gì"),
        ("## Nên làm gì?", "## Phải làm sao?", 1, "chưa nói nên làm gì"),
    ],
)
def test_what_is_missing_is_named(old: str, new: str, line: int, words: str) -> None:
    page = read_page(GOOD.replace(old, new), "tinh-huong/a.md", None)
    (problem,) = check(page, "docs/tinh-huong/a.md")
    assert (problem.line, words in problem.message) == (line, True), problem
    assert problem.suggestion


def test_a_good_one_and_pages_that_are_none() -> None:
    assert check(read_page(GOOD, "tinh-huong/a.md", None), "x") == []
    assert check(read_page("# Tình huống\n", "tinh-huong/index.md", None), "x") == []
    assert check(read_page("# Khác\n", "hom-nay/a.md", None), "x") == []
