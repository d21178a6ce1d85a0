"""Which letters there are and the day of each; tables in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from editors_words import assert_known
from samples import corpus_of, van_ban
from vanban.page import letter, letter_table

TODAY = date(2026, 8, 14)
VERBATIM = "# Thư\n\n## Nguyên văn {#nguyen-van}\n\nKính gửi: A.\n"


def test_letters_stand_in_the_order_of_their_days(tmp_path: Path) -> None:
    """One whose day is missing, or none that can be, speaks from today; a page without is none."""
    heads = {
        "a": "thoi-diem: 2025-01-20",
        "b": "thoi-diem: 2019-11-30",
        "c": "tom-tat: Không ghi ngày",
        "d": "thoi-diem: 2019-11-30",
        "e": "",
    }
    files: dict[str, str | bytes] = {}
    for name, head in heads.items():
        text = VERBATIM if head else "# Thư\n\nKính gửi: A.\n"
        files[f"{name}/van-ban.yml"] = van_ban(loai="Công văn", so=None, ma=f"cv{name}")
        files[f"{name}/index.md"] = f"---\n{head or 'tom-tat: Lời'}\n---\n\n{text}"
    corpus = corpus_of(tmp_path, files)
    assert list(letter.days(corpus, TODAY).items()) == [
        ("b", date(2019, 11, 30)),
        ("d", date(2019, 11, 30)),
        ("a", date(2025, 1, 20)),
        ("c", TODAY),
    ]


@pytest.mark.parametrize(("day", "month"), [("2019-11-30", "11/2019"), ("2026-02-01", "02/2026")])
def test_the_month_of_a_letter(day: str, month: str) -> None:
    assert letter.month_of(date.fromisoformat(day)) == month


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ("| a | b |\n| --- | --- |\n| 1 | 2 |", (("a", "b"), ("1", "2"))),
        ("| a | b |\n| --- | --- |", ()),  # a head alone
        ("| a | b |\n| 1 | 2 |\n| 3 | 4 |", ()),  # no line below the head
        ("| a | b |\n| --- | --- |\n| 1 |", ()),  # a cell is missing
        ("a | b\n--- | ---\n1 | 2", ()),
    ],
)
def test_a_table_of_a_letter(lines: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert letter_table.rows_of(lines) == rows
    if rows:
        assert letter_table.table_of(rows) == lines


def _told(root: Path, text: str, head: str = "") -> list[str]:
    """What is told of the page of a decree."""
    page = f"{head}# Nghị định\n\n{text}\n"
    corpus = corpus_of(root, {"a/van-ban.yml": van_ban(), "a/index.md": page})
    found = list(letter.check(corpus, "docs"))
    assert_known(found)
    return [str(one) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "## Nguyên văn ở đâu? {#nguyen-van-o-dau}\n\nXem [dưới](#nguyen-van-o-dau).",
        "Một công văn mở bằng `## Nguyên văn {#nguyen-van}`.",
    ],
)
def test_a_page_may_speak_of_wordings(tmp_path: Path, text: str) -> None:
    assert _told(tmp_path, text) == []


def test_a_part_of_another_page_may_have_another_name(tmp_path: Path) -> None:
    """“Nguyên văn” heads a letter, most likely; who means something else is told what to do."""
    text, way = "## Nguyên văn\n\nChưa có.", "không phải công văn thì đặt tên khác"
    (told,) = _told(tmp_path, text)
    assert way in told
    (told,) = _told(tmp_path, text, "---\nthoi-diem: 2020-01-15\n---\n\n")
    assert way not in told
