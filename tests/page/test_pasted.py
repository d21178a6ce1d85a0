"""Lines pasted from Word, which Markdown reads otherwise than they were meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from page.editing import assert_right, assert_told

ITEM = "không thành một mục của danh sách"


@pytest.mark.parametrize(
    ("text", "line", "message", "advice"),
    [
        ("•\tHỏi trước.\n•\tGọi điện.", 1, ITEM, "viết: - Hỏi trước."),
        ("Nên:\n\n· Hỏi trước.", 3, ITEM, "viết: - Hỏi trước."),
        ("– Hỏi trước.", 1, ITEM, "viết: - Hỏi trước."),
        ("-Hỏi trước.", 1, ITEM, "viết: - Hỏi trước."),
        ("1) Hỏi trước.\n2) Gọi điện.", 1, ITEM, "viết: 1. Hỏi trước."),
        ("TT\tViệc\n1\tHỏi", 1, "các ô cách nhau bằng dấu Tab", "kẻ bảng"),
        ("Chữ.\n\n\tCô M nhận một tin.", 3, "hiện ra như một khối mẫu", "xóa dấu cách"),
        ("Chữ.\n\n    Cô M nhận một tin.", 3, "hiện ra như một khối mẫu", "xóa dấu cách"),
    ],
)
def test_the_first_line_of_a_run_is_told(
    project: Path, text: str, line: int, message: str, advice: str
) -> None:
    assert_told(project, text, (line, 1), message, advice)


@pytest.mark.parametrize(
    "text",
    [
        "- Hỏi trước.\n\n    Đoạn thứ hai của mục này.",
        "```\n•\tmột\n\n    hai\n```",
        "| Cột | Hai |\n| --- | --- |\n| – | x |",
        "Từ 5 – 10 người.",
        "-5 độ.",
    ],
)
def test_what_markdown_reads_as_meant_is_not_told(project: Path, text: str) -> None:
    assert_right(project, text)
