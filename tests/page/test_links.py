"""Links, anchors, pictures and footnotes."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from page.editing import PAGE, QUESTION, A, assert_right, assert_told, told

# What is written at the end of a page (after a blank line): line within it and column of the
# problem, a part of the message, a part of the advice.
WRONG = [
    ("[x](khacc.md)", 1, 1, "không có trang “khacc.md”", "“khac.md”"),
    ("[x](../tra_cuu/khac.md)", 1, 1, "không có trang", "“khac.md”"),
    ("[x](Khac.md)", 1, 1, "không có trang", "chữ hoa"),
    ("[x](khac)", 1, 1, "không có trang", "“khac.md”"),
    ("[x](khac/)", 1, 1, "không có trang", "“khac.md”"),
    ("[x](khac.html)", 1, 1, "không có trang", "“khac.md”"),
    ("[x](../van-ban/)", 1, 1, "không có trang", "ghi đúng tên"),
    ("[x](khac.md#muc-mott)", 1, 1, "“#muc-mott”", "“#muc-mot”"),
    ("[x](#trang-thuu)", 1, 1, "trang này", "“#trang-thu”"),
    ("[x](thu.md#trang-thuu)", 1, 1, "trang này không có mục", "“#trang-thu”"),
    (f"[x](../van-ban/{A}/index.md#dieu-9)", 1, 1, "“#dieu-9”", "dieu-"),
    ("![x](../hinh/anhh.png)", 1, 1, "không có hình", "“../hinh/anh.png”"),
    ("[x](/tra-cuu/khac.md)", 1, 1, "từ gốc", "“khac.md”"),
    ("[x](../../mkdocs.yml)", 1, 1, "ra ngoài", "ghi đúng tên"),
    ("[x][y]\n\n[y]: khacc.md", 3, 6, "không có trang “khacc.md”", "“khac.md”"),
    ("[x][y]", 1, 1, "[y]: …", "[x](trang.md)"),
    ("Chữ.[^1]", 1, 5, "[^1] không có lời", "[^1]:"),
    ("Chữ[^1]: lời.\n\nHết.", 1, 4, "[^1] không có lời", "[^1]:"),  # words behind it, but no note
    ("[x \\[y\\] z](khacc.md)", 1, 1, "không có trang", "“khac.md”"),
    ("Chữ.\n\n[^1]: Lời.", 3, 1, "[^1] không được nhắc tới", "hoặc xóa dòng này"),
    ("Chữ.\\\\[^1]", 1, 7, "[^1] không có lời", "[^1]:"),
    ('<a href="khacc.md">x</a>', 1, 10, "không có trang", "“khac.md”"),
    ('<a href="khac.md">x</a>', 1, 10, "thẻ <a>", "[chữ](khac.md)"),
    ('<img src="../hinh/khong.png">', 1, 11, "không có hình", ""),
    ("[x] (khac.md)", 1, 3, "khoảng trắng", "[chữ](khac.md)"),
    ("(x)[khac.md]", 1, 1, "đổi chỗ", "[chữ](khac.md)"),
    ("[x] (https://vbpl.vn)", 1, 3, "khoảng trắng", "[chữ](https://vbpl.vn)"),
    ("(x)[https://vbpl.vn]", 1, 1, "đổi chỗ", "[chữ](https://vbpl.vn)"),
    ("![x](C:\\Users\\Lan\\anh.png)", 1, 1, "trên một máy", "chỉ ghi tên tệp: anh.png"),
    ("![x](file:///C:/anh.png)", 1, 1, "trên một máy", "chỉ ghi tên tệp: anh.png"),
    ("[x](http://127.0.0.1:8000/a/)", 1, 1, "đang xem thử", "tệp .md"),
    ("[x](khac.md", 1, 3, "chưa khép", "[chữ](khac.md)"),
    ("[x](www.vbpl.vn)", 1, 1, "không có trang", "https://www.vbpl.vn"),
    ("[x](htps://vbpl.vn)", 1, 1, "“htps:”", "“https:”"),
    ("[x](https:vbpl.vn)", 1, 1, "không phải địa chỉ trang ngoài", "https://"),
    ("[x](mailto:phong)", 1, 1, "không phải địa chỉ thư", "mailto:"),
    ("[x](..\\tra-cuu\\khac.md)", 1, 1, "dùng dấu \\", "dùng dấu /: ../tra-cuu/khac.md"),
    (f"[x](../van-ban/{A}s/index.md)", 1, 1, "không có trang", f"“../van-ban/{A}/index.md”"),
    ("![x](https://vbpl.vn/a.png)", 1, 1, "hình ở trang ngoài", "chép hình"),
    ('<img src="http://vbpl.vn/a.png">', 1, 11, "hình ở trang ngoài", "chép hình"),
    ("[x]()", 1, 1, "đường dẫn trống", "ghi trang"),
]
# What an editor may write, though it looks like some of the above.
RIGHT = [
    "<https://vbpl.vn> và <thu@example.org>",
    "[x](khac.md) [x](khac.md#muc-mot) [x](khac.md#neo) [x](#trang-thu) [x](../index.md)",
    '[x](https://vbpl.vn/a_(b)) [x](mailto:a@example.org) [x](khac.md "Tên")',
    f"[x](../van-ban/{A}/dieu-1.md#dieu-1-khoan-1-diem-a)",
    f"[x](../van-ban/{A}/index.md#dieu-2)",
    "![x](../hinh/anh.png)",
    "[x][y]\n\n[y]: khac.md",
    "Chữ.[^1]\n\n[^1]: Lời.",
    "Chữ.\\[^1\\] và \\[^2] và [^3\\] và \\\\\\[^4\\]",
    "Chữ.\\\\[^1]\n\n[^1]: Lời.",
    "\\[x\\](khacc.md), \\!\\[x\\](x.png), [x\\](khacc.md), \\[x\\] (khacc.md), \\[x\\](khacc.md",
    "[x \\[y\\] z](khac.md)",
]


@pytest.mark.parametrize(("text", "line", "col", "message", "advice"), WRONG)
def test_what_is_wrong_is_told(
    project: Path, text: str, line: int, col: int, message: str, advice: str
) -> None:
    assert_told(project, text, (line, col), message, advice)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_not_told(project: Path, text: str) -> None:
    assert_right(project, text)


def test_a_decomposed_page_has_the_same_anchors(project: Path) -> None:
    file = project / "docs/tra-cuu/khac.md"
    parts = "# Khác\n\n## Được dẫn ở đâu {#muc-mot}\n\nLời.\n\n## Lời dẫn\n\nLời.\n"
    text = unicodedata.normalize("NFD", parts)
    file.write_text(text, encoding="utf-8")
    page = project / "docs/tra-cuu/thu.md"
    page.write_text(f"{PAGE}\n[x](khac.md#loi-dan)\n", encoding="utf-8")
    assert told(project) == []


def test_a_question_has_an_anchor(project: Path) -> None:
    """It stands in no Markdown: the page is made with its questions before it is asked."""
    folder = project / "docs/tap-huan/cau-hoi"
    folder.mkdir(parents=True)
    (folder / "bo.yml").write_text(QUESTION, encoding="utf-8")
    (folder / "bo.md").write_text("# Câu hỏi\n\n[[câu hỏi]]\n", encoding="utf-8")
    page = project / "docs/tra-cuu/thu.md"
    page.write_text(f"{PAGE}\n[x](../tap-huan/cau-hoi/bo.md#cau-mot)\n", encoding="utf-8")
    assert told(project) == []
    page.write_text(f"{PAGE}\n[x](../tap-huan/cau-hoi/bo.md#cau-mott)\n", encoding="utf-8")
    (row,) = told(project)
    assert row.endswith("không có mục “#cau-mott” → có phải “#cau-mot”?")
