"""Fences and tags."""

from __future__ import annotations

from pathlib import Path

import pytest
from page.editing import PROVISION, assert_right, assert_told

# What is written at the end of a page (after a blank line): line within it and column of the
# problem, a part of the message, a part of the advice.
WRONG = [
    ("```yaml\nso: 1", 1, 1, "mở bằng ```", "thêm một dòng"),
    ("````\nso: 1\n```", 1, 1, "mở bằng ````", "````"),  # closed by too few
    ("~~~\nso: 1\n```", 1, 1, "mở bằng ~~~", "~~~"),  # closed by others
    ('<div class="x">\n\nChữ.', 1, 1, "không có </div>", "thêm </div>"),
    ("Chữ.\n\n</div>", 3, 1, "</div> thừa", "xóa"),
    ("<div>\n\nChữ.\n\n</div>\n\n</div>", 7, 1, "</div> thừa", "xóa"),
    ("<details>\n<summary>Hỏi\n\nĐáp.\n\n</details>", 2, 1, "</summary>", "thêm"),
    ("<b>đậm", 1, 1, "</b>", "thêm"),
    ('<div class="x"\n\nChữ.', 1, 1, "chưa có dấu >", "thêm >"),
    ("<!-- nhớ sửa", 1, 1, "-->", "thêm -->"),
    ("Ghi <so-hieu> ở đây.", 1, 5, "bị hiểu là thẻ", "&lt;"),
    ("<script>alert(1)</script>", 1, 1, "không chạy", "xóa"),
    ('<iframe src="https://example.org"></iframe>', 1, 1, "không chạy", "xóa"),
    ("Chữ --> chữ.", 1, 5, "--> thừa", "thêm <!--"),
    ("a\n\n<!- chú thích", 3, 1, "“<!” không mở được chú thích", "<!-- … -->"),
    ("<![CDATA[ x", 1, 1, "“<!” không mở được chú thích", "&lt;"),
    ("<?php x", 1, 1, "“<?” không mở được chú thích", "&lt;"),
    ("<div>\n\n## Một\n\nLời.\n\n</div>", 3, 1, "tiêu đề trong thẻ <div>", "<div markdown>"),
    ("<div>## Một</div>", 1, 6, "tiêu đề trong thẻ <div>", "<div markdown>"),
    ("<dvi>x</dvi>", 1, 1, "bị hiểu là thẻ", "<div>"),
]
# What an editor may write, though it looks like some of the above.
RIGHT = [
    f"```\n[[{PROVISION}\n<div>\n# a\n```",
    "~~~\n```\n~~~",
    "- mục\n\n    ```\n    [[x\n    ```",
    "<div markdown>\n\nChữ <b>đậm</b>.<br>\n\n</div>",
    "a < b và c > d; 3 <4",
    "<!-- [[x <div> -->",
    "`-->` và `<!`",
    "<div markdown>\n\n## Một\n\nLời.\n\n</div>",
    "<pre># một dòng lệnh</pre>",
]


@pytest.mark.parametrize(("text", "line", "col", "message", "advice"), WRONG)
def test_what_is_wrong_is_told(
    project: Path, text: str, line: int, col: int, message: str, advice: str
) -> None:
    assert_told(project, text, (line, col), message, advice)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_not_told(project: Path, text: str) -> None:
    assert_right(project, text)
