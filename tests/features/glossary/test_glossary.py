"""Terms explained where a page first uses them."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from editors_words import assert_known
from vanban.features.glossary.glossary import PAGE, check, explain, read_glossary
from vanban.law.loading import read_page

SOURCE = """# Thuật ngữ

Diễn đạt lại
:   Nói lại bằng **lời khác**. Xem [cách làm](../gioi-thieu/phuong-phap.md).

Làm nhục, xúc phạm
:   Hạ thấp người khác.
"""


def test_a_tooltip_shows_words_and_no_markdown() -> None:
    root = fromstring("<div><p>Câu này là diễn đạt lại.</p></div>")
    explain(root, read_glossary(SOURCE), "index.md")
    link = next(root.iter("a"))
    assert link.get("title") == "Nói lại bằng lời khác. Xem cách làm."
    assert link.get("href") == "tra-cuu/thuat-ngu.md#dien-dat-lai"


def test_only_the_first_use_is_explained() -> None:
    root = fromstring("<div><p>Xúc phạm là xúc phạm; làm nhục cũng vậy.</p></div>")
    explain(root, read_glossary(SOURCE), "index.md")
    assert [link.text for link in root.iter("a")] == ["Xúc phạm"]


HEAD = "# Thuật ngữ\n\nLời mở.\n\n## Những từ về mạng\n\n"


@pytest.mark.parametrize(
    ("entries", "line", "words"),
    [
        # no colon before the meaning
        ("Tin giả\nTin lệch với sự thật.\n", 8, "từ “Tin giả” có dòng giải nghĩa mà không có"),
        # one space behind it: Markdown shows an entry, the tooltips know none
        ("Tin giả\n: Tin lệch.\n", 8, "phải có đúng ba dấu cách"),
        ("Tin giả\n:Tin lệch.\n", 8, "phải có đúng ba dấu cách"),
        ("Tin giả\n:   \n", 8, "phải có đúng ba dấu cách"),
        ("Tin giả:\n:   Tin lệch.\n", 8, "từ “Tin giả:” có dấu hai chấm ở cuối"),
        # an item of a list, as terms are written elsewhere
        ("- **Tin giả**: Tin lệch.\n", 7, "“Tin giả” viết như một mục danh sách"),
        ("- **Tin giả:** Tin lệch.\n", 7, "“Tin giả” viết như một mục danh sách"),
        # a meaning without a term
        ("Tin giả\n\n:   Tin lệch.\n", 9, "không đứng ngay dưới một từ"),
        # a term twice, also as one of several forms
        ("Tin giả\n:   Một.\n\nTin  Giả\n:   Hai.\n", 10, "đã giải nghĩa ở dòng 7"),
        ("Làm nhục, xúc phạm\n:   Một.\n\nXúc phạm\n:   Hai.\n", 10, "đã giải nghĩa ở dòng 7"),
    ],
)
def test_an_entry_that_would_be_lost(entries: str, line: int, words: str) -> None:
    page = read_page(HEAD + entries, PAGE, None)
    (problem,) = check(page, "docs/x.md")
    assert (problem.file, problem.line) == ("docs/x.md", line)
    assert words in problem.message
    assert_known([problem])


def test_entries_that_are_right_and_pages_that_are_no_glossary() -> None:
    good = (
        "Tin giả\n:   Tin lệch.\n\nMạng xã hội, mạng\n:   Nơi: trao đổi.\n\n"
        "Một câu thường.\nCâu nữa.\n\n- một\n- **hai**\n"
    )
    assert list(check(read_page(HEAD + good, PAGE, None), "x")) == []
    assert list(check(read_page(HEAD + "A\n: b\n", "a.md", None), "x")) == []
