"""A situation has a topic that the list knows, says what to do, and tells what happened."""

from __future__ import annotations

import pytest
from editors_words import assert_known
from vanban.features.situations.situations import advice, check, story
from vanban.law.loading import read_page

GOOD = (
    "---\nnhom: da-lo\ntom-tat: Chuyện.\n---\n\n# Tên\n\n## Nên làm gì?\n\n- Bình tĩnh.\n\n"
    "## Chuyện gì xảy ra?\n\nChuyện.\n"
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
        ("## Chuyện gì xảy ra?\n\nChuyện.\n", "", 1, "chưa kể chuyện gì xảy ra"),
        # the heading alone: a slide that tells the story would be empty
        ("Chuyện.\n", "", 1, "chưa kể chuyện gì xảy ra"),
    ],
)
def test_what_is_missing_is_named(old: str, new: str, line: int, words: str) -> None:
    page = read_page(new.join(GOOD.rsplit(old, 1)), "tinh-huong/a.md", None)
    (problem,) = check(page, "docs/tinh-huong/a.md")
    assert (problem.line, words in problem.message) == (line, True), problem
    assert_known([problem])


def test_a_good_one_and_pages_that_are_none() -> None:
    assert check(read_page(GOOD, "tinh-huong/a.md", None), "x") == []
    assert check(read_page("# Tình huống\n", "tinh-huong/index.md", None), "x") == []
    assert check(read_page("# Khác\n", "hom-nay/a.md", None), "x") == []


def test_what_happened_and_what_to_do_are_read_wherever_they_stand() -> None:
    """Slides, hand-outs and plans tell them apart by their headings, not by their order."""
    head, do, told = (
        GOOD.partition("## Nên làm gì?")[0],
        "## Nên làm gì?\n\n- Bình tĩnh.\n\n",
        ("## Chuyện gì xảy ra?\n\nChuyện.\n\nRồi sao nữa.\n\n"),
    )
    for body in (do + told, told + do, "## Lỡ đăng rồi thì sao?\n\n- Gỡ.\n\n" + told + do):
        page = read_page(head + body, "tinh-huong/a.md", None)
        assert story(page) == ("Chuyện.", "Rồi sao nữa.")
        assert advice(page) == ("Bình tĩnh.",)
