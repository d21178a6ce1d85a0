"""What the builder says in English is told in Vietnamese, with the place and advice."""

from __future__ import annotations

import re

import pytest
from vanban.commands.builder_words import faults, news
from vanban.commands.problem_page import problem_page

FILES = {
    "docs/a/b.md": "# Trang\n\nXem [x](mat.md) và [y](c.md#lo).\n",
    "mkdocs.yml": "site_name: Thử\n\nla-lam: 1\n",
}
MISSING = "the target 'a/mat.md' is not found among documentation files."
GUESS = " Did you mean 'mat/index.md'?"
NO_ANCHOR = "the doc 'a/c.md' does not contain an anchor '#lo'."
NO_SUCH_PLACE = "tới một chỗ không có trên trang ấy → xem lại phần sau dấu #"
FROM_HERE = "ghi đường dẫn tới một tệp .md, tính từ trang này"
NO_USE, MEND = "giá trị không dùng được", " → sửa giá trị ấy, hoặc bỏ khóa này"


def told(message: str) -> list[str]:
    return list(faults(message, "docs", lambda file: FILES.get(file, "")))


@pytest.mark.parametrize(
    ("message", "line"),
    [
        (
            f"Doc file 'a/b.md' contains a link 'mat.md', but {MISSING}",
            "docs/a/b.md:3:9: đường dẫn “mat.md” không dẫn tới tệp nào → ghi đúng tên tệp",
        ),
        (
            f"Doc file 'a/b.md' contains a link 'mat.md', but {MISSING}{GUESS}",
            "docs/a/b.md:3:9: đường dẫn “mat.md” không dẫn tới tệp nào → có phải “mat/index.md”?",
        ),
        (
            "Doc file 'a/b.md' contains an unrecognized relative link 'mat', it was left as is.",
            f"docs/a/b.md:3:9: không hiểu đường dẫn “mat” → {FROM_HERE}",
        ),
        (
            f"Doc file 'a/b.md' contains a link 'c.md#lo', but {NO_ANCHOR}",
            f"docs/a/b.md:3:24: đường dẫn “c.md#lo” {NO_SUCH_PLACE}",
        ),
        (
            "Config value 'la-lam': Unrecognised configuration name: la-lam",
            "mkdocs.yml:3:1: la-lam: khóa lạ → bỏ khóa này, hoặc ghi đúng tên",
        ),
        (
            (
                "Config value 'la-lam': Failed to load extension 'toc'.\n"
                "  File \"/a/b.py\", line 1, in run\n    int(x)\nValueError: no number: 'x'"
            ),
            (
                "mkdocs.yml:3:1: la-lam: giá trị không dùng được ở phần mở rộng “toc”"
                " (Python: ValueError: no number: 'x') → sửa giá trị ấy"
            ),
        ),
        (
            "Config value 'theme': Unrecognised theme name: 'x'.",
            f"mkdocs.yml:1:1: theme: {NO_USE} (MkDocs: Unrecognised theme name: 'x'.){MEND}",
        ),
        # as Windows writes a path
        (
            r"File not found: a\b.md",
            "docs/a/b.md:1:1: không có tệp này → trả lại tệp ấy",
        ),
        ("Something new", "Bộ dựng trang (MkDocs) báo: Something new"),
    ],
)
def test_a_fault(message: str, line: str) -> None:
    assert told(message) == [line]


def test_pages_that_no_menu_names_are_a_line_each() -> None:
    message = (
        "The following pages exist in the docs directory, but are not included in the "
        '"nav" configuration:\n  - a/b.md\n  - c.md'
    )
    assert [line.partition(": ")[0] for line in told(message)] == [
        "docs/a/b.md:1:1",
        "docs/c.md:1:1",
    ]


def test_our_own_words_are_told_as_they_are() -> None:
    lines = ["docs/a.md:1:2: sai → sửa", "Còn 1 loại kiểm tra chưa chạy."]
    assert told("\n" + "\n".join(lines)) == lines
    assert told("Aborted with 2 warnings in strict mode!") == []


def test_progress_is_vietnamese_or_not_told() -> None:
    assert news("[10:11:12] Serving on http://127.0.0.1:8000/").startswith(
        "Mở trong trình duyệt: http://127.0.0.1:8000/"
    )
    built = "Documentation built in 6.25 seconds"
    assert news(built) == "Dựng xong trong 6.25 giây."
    assert news(built, "mkdocs.yml") == "Dựng xong trang web trong 6.25 giây."
    assert news(built, "mkdocs.offline.yml") == "Dựng xong bản mở từ đĩa (ZIP) trong 6.25 giây."
    assert news("Cleaning site directory") == ""


def test_the_page_of_faults_shows_every_line_as_text() -> None:
    page = problem_page(["docs/a.md:1:2: thẻ <b> thừa → xóa <b>", "Còn 1 loại & nữa"])
    items = re.findall(r"<li>(.*?)</li>", page, re.DOTALL)
    assert items == [
        "<code>docs/a.md:1:2</code><br>thẻ &lt;b&gt; thừa<br>→ xóa &lt;b&gt;",
        "Còn 1 loại &amp; nữa",
    ]
