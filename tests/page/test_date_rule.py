"""Dates in prose: one way to write them, and the day of checking in one place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from editors_words import assert_known
from samples import corpus_of, van_ban
from vanban.cite.engine import Engine
from vanban.cite.graph import Graph
from vanban.features.quiz.quiz import load_quiz
from vanban.features.quiz.quiz_checks import dates
from vanban.page.date_rule import check, slips
from vanban.page.library import Library


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # A zero before days under 10 and the months 1 and 2, and before no other number.
        ("từ 5/10/2026", "05/10/2026"),
        ("từ 1/7/2026.", "01/7/2026"),
        ("từ 01/07/2026", "01/7/2026"),
        ("từ 15/1/2020 tới nay", "15/01/2020"),
        ("từ 15/2/2020 tới nay", "15/02/2020"),
        ("từ 15/03/2020 tới nay", "15/3/2020"),
        ("(9/9/2025)", "09/9/2025"),
        # Other marks between the numbers, and spaces.
        ("từ 05-10-2026", "05/10/2026"),
        ("từ 05.10.2026.", "05/10/2026"),
        ("từ 05 / 10 / 2026", "05/10/2026"),
        ("từ 05/\n10/2026", "05/10/2026"),
        ("từ 2026-10-05", "05/10/2026"),
        # Without a year, with two figures of it, in words.
        ("ngày 5/10 tới", "05/10"),
        ("ngày 29/02 tới", None),
        ("ngày 05/10/26", "05/10/2026"),
        ("ngày 5 tháng 1 năm 2020", "05 tháng 01"),
        ("Ngày 15 tháng 07", "15 tháng 7"),
        ("tháng 1/2025", "01/2025"),
        ("tháng 08/2025", "8/2025"),
    ],
)
def test_a_date_written_otherwise_is_told_with_the_right_form(text: str, right: str | None) -> None:
    found = [(slip.message, slip.advice) for slip in slips(text)]
    if right is None:
        assert found == []
        return
    assert len(found) == 1
    assert found[0][1] == f"viết “{right}”"


@pytest.mark.parametrize("text", ["31/11/2026", "từ 15/13/2026", "ngày 30/02", "00/5/2026"])
def test_a_day_that_no_calendar_has_is_told(text: str) -> None:
    (found,) = slips(text)
    assert "không có ngày này trong lịch" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "từ 05/10/2026, rồi 01/01/2027 và 28/02/2028; 15/3/2020",
        "ngày 15 tháng 7 năm 2013, ngày 07 tháng 02, tháng 11/2019",
        "Nghị định 15/2020/NĐ-CP, Công văn 5/10/2026/CV-X",  # numbers of documents
        "1.000.2026 đồng; 12.500.000 đồng; 3.11.20260",  # sums
        "https://bao.example/5/10/2026/tin và tep-2026-10-05.pdf, ban-5-10-2026",  # addresses
        "mỗi ngày 1/2 giờ; 24/7; 1/2 số phiếu; năm học 2025-2026",
        "điểm a khoản 3 Điều 5; trang 5-10",
    ],
)
def test_what_is_right_or_no_date_is_left_alone(text: str) -> None:
    assert list(slips(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kiểm tra ngày 14/6/2031.",
        "đang có hiệu lực khi kiểm tra ngày 14/6/2031",
        "lần kiểm tra gần nhất là ngày 14/6/2031",
        "rà soát 14/6/2031",
        "kiểm tra\nngày 14/6/2031",
    ],
)
def test_a_typed_day_of_checking_is_told(text: str) -> None:
    (found,) = slips(text)
    assert "ngày kiểm tra viết tay" in found.message
    assert text[found.at :].startswith("14/6/2031")


@pytest.mark.parametrize(
    "text", ["vào ngày kiểm tra ghi ở cuối trang", "kiểm tra; từ 14/6/2031 thì hết hiệu lực"]
)
def test_checking_without_a_typed_day_is_right(text: str) -> None:
    assert list(slips(text)) == []


FOLDER = "van-ban/nghi-dinh-1-2020-nd-cp"
LETTER = """---
tom-tat: Họp 01/07/2031
thoi-diem: 2031-07-01
---

# Công văn 02/07/2031

Lời dẫn 03/07/2031.

## Nguyên văn {#nguyen-van}

Họp ngày 04/07/2031.

## Sau đó

`05/07/2031` và 06/07/2031.
"""
QUIZ = """\
cau:
  - ma: mot
    thoi: nay
    hoi: Hôm nay?
    chon: [{sai: Một}, {dung: Hai}, {sai: 07/07/2031}, {sai: Bốn}]
    vi-sao: Vì từ 08/07/2031.
    can-cu: khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP
"""


def test_pages_notes_and_questions_are_read_and_official_words_are_not(tmp_path: Path) -> None:
    sure = "chac-chan: single, kiem-tra: 2031-06-14"
    corpus = corpus_of(
        tmp_path,
        {
            f"{FOLDER}/van-ban.yml": van_ban(
                ten="Sửa Nghị định ngày 09/07/2031",
                can_cu=f"{{{sure}, nguon: [Công báo 10/07/2031], ghi-chu: từ 11/07/2031}}",
                quan_he=f"[{{kieu: vien-dan, so: 3/2019/NĐ-CP, o: từ 12/07/2031, {sure}}}]",
            ),
            f"{FOLDER}/index.md": LETTER,
            f"{FOLDER}/dieu-1.md": "# Điều 1. Ngày 13/07/2031\n\nTừ 14/07/2031.\n\n> 15/07/2031\n",
            "dau.md": "---\nthu-tu: 1\ntom-tat: Từ 18/07/2031\n---\n\n# Đầu trang\n",
            "trang.md": "# Ngày 16/07/2031\n\n| Một | 17/07/2031 |\n|---|---|\n| a | b |\n",
            "tap-huan/cau-hoi/bo.yml": QUIZ,
        },
    )
    quiz = load_quiz(tmp_path / "docs")
    cite = Engine(corpus).cite
    library = Library(corpus, Graph(()), cite, date(2031, 6, 14))
    told = [*check(library), *dates(quiz)]
    assert_known(told)
    found = [(item.file.rpartition("/")[2], item.line, item.suggestion[6:8]) for item in told]
    assert sorted(found) == [
        ("bo.yml", 5, "07"),
        ("bo.yml", 6, "08"),
        ("dau.md", 3, "18"),
        ("dieu-1.md", 3, "14"),
        ("dieu-1.md", 5, "15"),
        ("index.md", 2, "01"),
        ("index.md", 8, "03"),
        ("index.md", 16, "06"),  # neither its heading, nor the letter, nor code
        ("trang.md", 1, "16"),
        ("trang.md", 3, "17"),
        ("van-ban.yml", 6, "10"),  # the name in line 4 is official
        ("van-ban.yml", 6, "11"),
        ("van-ban.yml", 10, "12"),
    ]
