"""Lines that draw something in: where they may stand, and what they may name."""

from __future__ import annotations

from pathlib import Path

import pytest
from page.editing import PAGE, PROVISION, assert_right, assert_told
from vanban.project import Project, open_project

# What is written at the end of a page (after a blank line): line within it and column of the
# problem, a part of the message, a part of the advice.
WRONG = [
    (f"[[{PROVISION}", 1, 1, "không có ]]", "thêm ]]"),
    (f"{PROVISION}]]", 1, 38, "thiếu [[", "[[…]]"),
    (f"Xem [[{PROVISION}]] nhé.", 1, 5, "giữa câu", "một mình trên một dòng"),
    (f"[[{PROVISION}]].", 1, 1, "giữa câu", "một mình"),  # the full stop of habit
    (f"[[{PROVISION}]] [[{PROVISION}]]", 1, 1, "giữa câu", "một mình"),
    (f"- [[{PROVISION}]]", 1, 3, "danh sách", "một mình"),
    (f"3) [[{PROVISION}]]", 1, 4, "danh sách", "một mình"),
    (f"> [[{PROVISION}]]", 1, 3, "trích dẫn", "một mình"),
    (f"## [[{PROVISION}]]", 1, 4, "tiêu đề", "một mình"),
    (f"| a | b |\n|---|---|\n| [[{PROVISION}]] | c |", 3, 3, "trong bảng", "một mình"),
    (f"!!! note\n    [[{PROVISION}]]", 2, 5, "danh sách hay khung", "một mình"),
    (f"<div markdown>\n\n[[{PROVISION}]]\n\n</div>", 3, 1, "thẻ <div>", "một mình"),
    (f"[[{PROVISION}]]\n[[{PROVISION}]]", 2, 1, "liền nhau", "dòng trống"),
    (f"Câu dẫn:\n[[{PROVISION}]]", 2, 1, "ngay trên", "dòng trống"),
    (f"[[{PROVISION}]]\nCâu sau.", 1, 1, "ngay dưới", "dòng trống"),
    (f"[[[{PROVISION}]]]", 1, 1, "thừa ngoặc", "hai ngoặc"),
    ("[[khoản 1 Điều 1\nNghị định 1/2020/NĐ-CP]]", 1, 1, "hai dòng", "trên một dòng"),
    (f"[[{PROVISION} | du]]", 1, 1, "“du”", "| đủ]]"),
    (f"[[{PROVISION} | Đủ cả]]", 1, 1, "“Đủ cả”", "| đủ]]"),
    (f" [[{PROVISION}]]", 1, 2, "không bắt đầu ở đầu dòng", "xóa các dấu cách"),
    ("[[ ]]", 1, 1, "không có tên", "ghi một điều khoản"),
    (f"[{PROVISION}]", 1, 1, "không phải [[…]]", f"[[{PROVISION}]]"),
    (f"［［{PROVISION}］］", 1, 1, "không phải [[…]]", f"[[{PROVISION}]]"),
    (f"【{PROVISION}】", 1, 1, "không phải [[…]]", f"[[{PROVISION}]]"),
    (f"[ [{PROVISION}] ]", 1, 1, "không phải [[…]]", f"[[{PROVISION}]]"),
    ("[[số liệu viện dãn]]", 1, 1, "không phải điều khoản hay bảng", "“số liệu viện dẫn”"),
    ("[[So lieu vien dan]]", 1, 1, "không phải điều khoản hay bảng", "“số liệu viện dẫn”"),
    ("[[tinh huong: tin-don]]", 1, 1, "không phải điều khoản hay bảng", "“tình huống: tin-don”"),
    ("[[Tình hống: tin-don]]", 1, 1, "không phải điều khoản hay bảng", "“tình huống: tin-don”"),
    ("[[khoản 7 Điều 1 Nghị định 1/2020/NĐ-CP]]", 1, 1, "không có khoản 7", "2 khoản"),
    ("[[Điều 2 Nghị định 1/2020/NĐ-CP]]", 1, 1, "có lời diễn đạt", "viết lời"),
]
# What an editor may write, though it looks like some of the above.
RIGHT = [
    f"[[{PROVISION}]]",
    f"[[{PROVISION} | đủ]]",
    f"## Mục\n[[{PROVISION}]]\n## Mục nữa\n\nCó.",
    f"`[[{PROVISION}]]` là mẫu.",
    "Câu [sic] và [1] và (x).",
]


@pytest.mark.parametrize(("text", "line", "col", "message", "advice"), WRONG)
def test_what_is_wrong_is_told(
    project: Path, text: str, line: int, col: int, message: str, advice: str
) -> None:
    assert_told(project, text, (line, col), message, advice)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_not_told(project: Path, text: str) -> None:
    assert_right(project, text)


def test_a_drawn_provision_is_no_citing_sentence(project: Path) -> None:
    page = project / "docs/tra-cuu/thu.md"
    page.write_text(f"{PAGE}\n[[{PROVISION}]]\n\nTheo {PROVISION}.\n", encoding="utf-8")
    opened: Project = open_project(project)
    found = [one for one in opened.graph.mentions if one.page == "tra-cuu/thu.md"]
    drawn, quoted = found
    assert (drawn.drawn, drawn.sentence) == (True, "")
    assert (quoted.drawn, quoted.sentence) == (False, f"Theo {PROVISION}.")
