"""The site's own words: sums, long paragraphs, dates that the files know better."""

from __future__ import annotations

from pathlib import Path

import pytest
from page.editing import PAGE, PROVISION, assert_right, assert_told, told

# What is written at the end of a page (after a blank line): line within it and column of the
# problem, a part of the message, a part of the advice.
WRONG = [
    ("Mức phạt là 10 triệu đồng.", 1, 1, "của “cá nhân” hay “tổ chức”", "ghi rõ"),
    ("Bị phạt 500.000 đồng.", 1, 1, "của “cá nhân” hay “tổ chức”", "ghi rõ"),
    ("Cá nhân bị phạt tới 10 triệu đồng.", 1, 1, "không dẫn điều khoản", "cùng đoạn"),
    ("chữ " * 91, 1, 1, "91 chữ", "tách"),
    ("Nghị định 2/2018/NĐ-CP hết hiệu lực từ 01/6/2021.", 1, 1, "khác với kho", "01/5/2021"),
    ("Nghị định 2/2018/NĐ-CP hết hiệu lực từ ngày 01 tháng 6 năm 2021.", 1, 1, "khác", "01/5"),
    ("Nghị định 1/2020/NĐ-CP đã hết hiệu lực.", 1, 1, "không văn bản nào", "hieu-luc"),
    ("Họp ngày 5/03/2021.", 1, 10, "khác quy tắc chung", "viết “05/3/2021”"),
    ("Đã kiểm tra ngày 05/3/2021.", 1, 18, "ngày kiểm tra viết tay", "bỏ ngày ấy"),
    ("Xem Nghị định 44/2O24/NĐ-CP.", 1, 15, "chữ cái đứng chỗ chữ số", "44/2024/NĐ-CP"),
    ("Ban hành ngày 15/7/2O13.", 1, 20, "“2O13” có chữ cái đứng chỗ chữ số", "viết: 2013"),
    ("Xem Điều 1O nhé.", 1, 10, "“1O” có chữ cái đứng chỗ chữ số", "viết: 10"),
    ("Xem Quyết định số l2/QĐ-BTN.", 1, 19, "chữ cái đứng chỗ chữ số", "12/QĐ-BTN"),
    ("Theo khoản 9 Điều 1 Nghị định 1/2020/NĐ-CP.", 1, 6, "viện dẫn sai", "2 khoản"),
]
# What an editor may write, though it looks like some of the above.
RIGHT = [
    f"Cá nhân bị phạt 10 triệu đồng theo {PROVISION}.",
    "Chuyển 300 nghìn cho kẻ gian.",
    "Bản I/TB và lớp 10/CO2, ô O/XY.",
    "Nghị định 2/2018/NĐ-CP hết hiệu lực từ 01/5/2021.",
    "Nghị định 1/2020/NĐ-CP: khi nào thì hết hiệu lực?",
]


@pytest.mark.parametrize(("text", "line", "col", "message", "advice"), WRONG)
def test_what_is_wrong_is_told(
    project: Path, text: str, line: int, col: int, message: str, advice: str
) -> None:
    assert_told(project, text, (line, col), message, advice)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_not_told(project: Path, text: str) -> None:
    assert_right(project, text)


@pytest.mark.parametrize(("count", "rows"), [(1495, 0), (1496, 1)])
def test_a_page_has_a_length(project: Path, count: int, rows: int) -> None:
    """All its words count, with those of the title and of the first paragraph: here five."""
    words = ["chữ"] * count
    paragraphs = (" ".join(words[at : at + 80]) for at in range(0, count, 80))
    page = project / "docs/tra-cuu/thu.md"
    text = "\n\n".join(paragraphs)
    page.write_text(f"{PAGE}\n{text}\n", encoding="utf-8")
    expected = f"docs/tra-cuu/thu.md:1:1: trang này dài {count + 5} chữ, quá 1500 chữ"
    assert [row.partition(" → ")[0] for row in told(project)] == [expected] * rows
