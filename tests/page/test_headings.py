"""Headings of pages and of articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from page.editing import ARTICLE, ONE, assert_right, assert_told, change, told
from vanban.law.ledger import LEDGER_FILE

# What is written at the end of a page (after a blank line): line within it and column of the
# problem, a part of the message, a part of the advice.
WRONG = [
    ("# Tiêu đề nữa", 1, 1, "hai tiêu đề lớn", "##"),
    ("#### Sâu quá", 1, 1, "từ bậc 1 xuống bậc 4", "dùng ##"),
    ("##Dính liền", 1, 1, "dấu cách", "## Dính liền"),
    ("  ## Thụt vào", 1, 1, "không bắt đầu ở đầu dòng", "xóa các dấu cách"),
    ("Một câu\n---", 2, 1, "thành tiêu đề", "dòng trống"),
    ("---\nnhom: da-lo\n---", 3, 1, "thành tiêu đề", "dòng trống"),
    ("##Dính liền\n\n### Dưới nó\n\nCó.", 1, 1, "dấu cách", "## Dính liền"),
    ("## Nguyên văn {nguyen-van}", 1, 1, "thiếu dấu #", "{#nguyen-van}"),
    ("## Có không?\n\nCó.\n\n## Có không?\n\nKhông.", 5, 1, "đã có ở dòng", "đặt tên khác"),
    ("## Có không?\n\n## Vì sao?\n\nVì thế.", 1, 1, "dưới “Có không?” chưa có chữ nào", "bỏ"),
    ("## Có không?", 1, 1, "chưa có chữ nào", "viết phần ấy"),
    ("## Có không?\n\n<!-- Có. -->", 1, 1, "chưa có chữ nào", "viết phần ấy"),
    ("## Có không?\n<!--\nCó.\n\nRồi.\n-->", 1, 1, "chưa có chữ nào", "viết phần ấy"),
]
# What an editor may write, though it looks like some of the above.
RIGHT = [
    "Một câu\n\n---\n\nMột câu nữa",
    "#hashtag".replace("#", r"\#"),
    "## Một phần\n---\n\nMột câu",  # (a line across the page right below a heading)
    "## Một phần {#phan}\n\nCó.",
    "## Một phần { .tl-cau }\n\nCó.",
    "## Tập hợp {1, 2}\n\nCó.",
    "## Một\n\n### Vì sao?\n\nCó.\n\n## Hai\n\n### Vì sao?\n\nKhông.",
    "## `a`\n\nCó.\n\n## `b`\n\n```\nCó.\n```",
]


@pytest.mark.parametrize(("text", "line", "col", "message", "advice"), WRONG)
def test_what_is_wrong_is_told(
    project: Path, text: str, line: int, col: int, message: str, advice: str
) -> None:
    assert_told(project, text, (line, col), message, advice)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_not_told(project: Path, text: str) -> None:
    assert_right(project, text)


def test_a_page_without_a_title(project: Path) -> None:
    change(project, "docs/tra-cuu/thu.md", "# Trang thử", "Trang thử")
    first, *rest = told(project)
    assert first.startswith("docs/tra-cuu/thu.md:5:1: trang này không có tiêu đề lớn")
    assert len(rest) <= 1


def test_a_page_of_front_matter_alone(project: Path) -> None:
    (project / "docs/tra-cuu/thu.md").write_text("---\ntom-tat: Thử\n---\n", encoding="utf-8")
    first, *_ = told(project)
    assert first.startswith("docs/tra-cuu/thu.md:3:1: trang này không có tiêu đề lớn")


# Headings of an article: what they are changed into, and a part of the message.
UNITS = [
    ("## Khoản 2", "## Khoản hai", "“Khoản hai” không đọc được"),
    ("## Khoản 2", "## Khoản thứ hai", "không đọc được"),
    ("## Khoản 2", "## Khoản2", "“Khoản2” không đọc được"),
    ("## Khoản 2", "## Khoản II", "không đọc được"),
    ("## Khoản 2", "## Khoan 2", "không đọc được"),
    ("## Khoản 2", "## Khoảng 2", "không đọc được"),
    ("## Khoản 2", "## Khoản", "không đọc được"),
    ("## Khoản 2", "## Khoản 2 – về việc thử", "không đọc được"),
    ("## Khoản 2", "### Khoản 2", "không đọc được"),
    ("## Khoản 2", "Khoản 2", "không có dấu #"),
    ("## Khoản 2", "**Khoản 2.**", "không có dấu #"),
    ("### Điểm a", "### Điểm f", "không đọc được"),
    ("### Điểm a", "## Điểm a", "ngang hàng với khoản"),
    ("### Điểm a", "#### Điểm a", "từ bậc 2 xuống bậc 4"),
    ("## Khoản 1", "#### Khoản 1", "từ bậc 1 xuống bậc 4"),
    ("## Khoản 2", "##Khoản 2", "dấu cách"),
]


@pytest.mark.parametrize(("old", "new", "message"), UNITS)
def test_headings_that_name_no_unit(project: Path, old: str, new: str, message: str) -> None:
    """The page is told, and not the addresses that it loses."""
    line = ARTICLE.splitlines().index(old) + 1
    change(project, f"{ONE}/dieu-1.md", f"\n{old}\n", f"\n{new}\n")
    first, *rest = told(project)
    assert first.startswith(f"{ONE}/dieu-1.md:{line}:1: ")
    assert message in first
    assert not any(LEDGER_FILE in row for row in rest)


@pytest.mark.parametrize("said", ["", "<!-- Lời. -->", "<!--\nLời.\n\nNữa.\n-->"])
@pytest.mark.parametrize(
    ("old", "unit"), [("Lời của điểm a.", "### Điểm a"), ("Lời của khoản hai.", "## Khoản 2")]
)
def test_a_unit_without_a_word(project: Path, old: str, unit: str, said: str) -> None:
    line = ARTICLE.splitlines().index(unit) + 1
    change(project, f"{ONE}/dieu-1.md", old, said)
    first, *rest = told(project)
    words = unit.strip("# ")
    assert first.startswith(f"{ONE}/dieu-1.md:{line}:1: dưới “{words}” chưa có chữ nào")
    assert all(row.startswith("Còn ") for row in rest), rest


def test_a_unit_of_which_only_its_parts_or_a_note_speak(project: Path) -> None:
    change(project, f"{ONE}/dieu-1.md", "Lời của khoản một.\n", "<!-- chưa viết -->\n")
    change(project, f"{ONE}/dieu-1.md", "Lời của khoản hai.", "> Chưa đọc được.")
    assert told(project) == []


def test_commentary_may_speak_of_clauses(project: Path) -> None:
    more = "\n## Điểm mới so với trước\n\nLời.\n\n## Khoản 1 nói gì?\n\nLời.\n"
    page = project / ONE / "dieu-1.md"
    page.write_text(ARTICLE + more, encoding="utf-8")
    assert told(project) == []
