"""A line that draws a situation in: by the name of its file, and near it where that is mistyped."""

from __future__ import annotations

from pathlib import Path

import pytest
from synthetic.pages import copied
from vanban.project import open_project

FILE = "tra-cuu/index.md"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[[tình huống: do-mau]]", ""),
        ("[[Tình huống:  do-mau ]]", ""),  # as people type
        (
            "[[tình huống: do-mauu]]",
            "“do-mauu” không phải trang tình huống nào → có phải “do-mau”?",
        ),
        (
            "[[tình huống: xyz]]",
            ("“xyz” không phải trang tình huống nào → ghi tên tệp trong tinh-huong/, không có .md"),
        ),
        # the page that lists them is none
        ("[[tình huống: index]]", "“index” không phải trang tình huống nào → ghi tên tệp trong"),
    ],
)
def test_a_situation_by_its_name(tmp_path: Path, line: str, told: str) -> None:
    root = copied(tmp_path)
    page = root / "docs" / FILE
    text = page.read_text(encoding="utf-8").rstrip()
    page.write_text(f"{text}\n\n{line}\n", encoding="utf-8")
    rows = str(open_project(root).findings).splitlines()
    assert len(rows) == bool(told), rows
    at = text.count("\n") + 3
    assert all(row.startswith(f"docs/{FILE}:{at}:1: {told}") for row in rows), rows
