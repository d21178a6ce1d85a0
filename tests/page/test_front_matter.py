"""The head of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from page.editing import told

# The head of a page: the whole of it, and the line and column of the problem.
HEADS = [
    ("---\ntom-tat: Buổi: nói về chữ ký: số\n---\n", 2, 14, "dấu hai chấm", "nháy"),
    ("---\ntom-tat: a\n\n# Trang\n\nChữ.\n", 2, 1, "chưa khép", "---"),
    ("---\ntom-tat: a\n--\n", 3, 1, "chưa khép", "---"),
    ("---\ntom-tat: a\n...\n", 3, 1, "chưa khép", "---"),
    ("---\ntom-tat: a\n—\n\n# T\n\nChữ\n\n---\n", 3, 1, "“—”", ""),
    ("--\ntom-tat: a\n---\n", 1, 1, "không mở được", "---"),
    ("—\ntom-tat: a\n---\n", 1, 1, "không mở được", "---"),  # Word makes one dash of three
    ("----\ntom-tat: a\n----\n", 1, 1, "không mở được", "---"),
    ("\n---\ntom-tat: a\n---\n", 2, 1, "không bắt đầu ở đầu tệp", "---"),
    ("tom-tat: a\n---\n", 1, 1, "thiếu dòng mở", "---"),
    ("---\n---\n", 1, 1, "không có gì bên trong", "xóa"),
    ("---\ntom-tat:a\n---\n", 2, 1, "khóa: giá trị", "khóa: giá trị"),
]


@pytest.mark.parametrize(("head", "line", "col", "message", "advice"), HEADS)
def test_front_matter_that_readers_would_see(
    project: Path, head: str, line: int, col: int, message: str, advice: str
) -> None:
    page = project / "docs/tra-cuu/thu.md"
    page.write_text(f"{head}\n# Trang thử\n\nMột đoạn văn.\n", encoding="utf-8")
    first, *rest = told(project)
    assert first.startswith(f"docs/tra-cuu/thu.md:{line}:{col}: ")
    assert message in first.partition(" → ")[0]
    assert advice in first.partition(" → ")[2]
    assert all(row.startswith("Còn ") for row in rest), rest
