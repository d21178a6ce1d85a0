"""Official files of every kind, in miniature, with words of our own."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from intake.made import docx_of, pdf_of
from vanban.intake.document import RefusedError
from vanban.official import phap_dien, web_page
from vanban.official.line import Role, Source
from vanban.official.readers import read

NUMBER = "1/2020/NĐ-CP"
TEXT = ["Số: 1/2020/NĐ-CP", "Điều 1. Mở cửa", "1. Mở lúc 7 giờ.", "a) Cửa trước;"]
PHAP_DIEN = """\ufeff<div class='_content'>
<p class='pChuong'>Chương I</p><p class='pChuong'>QUY ĐỊNH CHUNG</p>
<p class='pDieu'>Điều 9.9.LQ.1. Mở cửa</p>
<p class='pGhiChu'><a href='x#Chuong_I_Dieu_1'>(Điều 1 Luật số 5/2019/QH14 Phòng
thử, có hiệu lực)</a></p>
<p class='pNoiDung'><p>1. Luật này nói về <em>cửa</em>.</p></p>
<p class='pDieu'>Điều 9.9.NĐ.1.1. Cửa sổ</p>
<p class='pGhiChu'><a href='x#Chuong_II_Chuong_III_Muc_2_Dieu_1'>
(Điều 1 Nghị định số 1/2020/NĐ-CP về cửa)</a></p>
<p class='pNoiDung'><p>1. Mở cửa sổ.<br/>2. Đóng cửa sổ.</p>
<table><tr><td>Cửa</td><td>Giờ</td></tr></table></p>
<p class='pChiDan'>(Xem <a href='javascript:alert(1)'>Điều 7</a>)</p>
<p class='pDieu'>Điều 9.9.LQ.2. Đóng cửa</p>
<p class='pGhiChu'>(Điều 2 Luật số 5/2019/QH14, sửa bởi Điều 1 Nghị định số 1/2020/NĐ-CP)</p>
<p class='pNoiDung'>Đóng lúc 17 giờ.</p></div>"""
WEB_PAGE = """<!doctype html><html><head><title>x</title><style>p{}</style></head><body>
<nav><ul><li>Điều hướng</li></ul></nav><div id=content onclick="x()"><script>Điều 9. Lừa</script>
<p>Số: 1/2020/NĐ-CP</p><p><b>Điều 1. Mở
cửa</b></p><p>1. Mở lúc 7&nbsp;giờ.</p><p style="display: none">Điều 8. Ẩn</p><p>a) Cửa trước;</p>
<p>Điều 2. Bảng</p><table><tr><th>Cửa</th><th>Giờ</th></tr><tr><td>Trước</td><td>7</td></tr></table>
</div><footer><p>Bản quyền</p></footer></body></html>"""


def of_file(folder: Path, name: str, data: str | bytes, number: str = NUMBER) -> Source:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read(file, number)


def texts(source: Source) -> list[str]:
    return [line.text for line in source.lines]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "\n\n".join(TEXT)),
        ("a.md", "Số: 1/2020/NĐ-CP\n\n## Điều 1. Mở cửa\n\n1. Mở lúc 7 giờ.\n\na) Cửa trước;\n"),
        ("a.docx", docx_of(*TEXT)),
        ("a.pdf", pdf_of(TEXT)),
        ("bom.txt", "\ufeff" + "\r\n".join(TEXT)),
        ("nfd.txt", "\n".join(TEXT).replace("Đ", "Đ").replace("ở", "ở")),
    ],
)
def test_the_same_lines_from_every_format(tmp_path: Path, name: str, data: str | bytes) -> None:
    assert texts(of_file(tmp_path, name, data)) == TEXT


def test_a_saved_page_is_read_without_what_stands_around_it(tmp_path: Path) -> None:
    for name, data in (
        ("a.html", WEB_PAGE),
        ("a.htm", WEB_PAGE.encode("utf-16")),
        ("page.txt", WEB_PAGE),  # whatever it is called
    ):
        source = of_file(tmp_path, name, data)
        assert texts(source) == [*TEXT, "Điều 2. Bảng", "Cửa | Giờ", "Trước | 7"]
        assert [line.role for line in source.lines][-2:] == [Role.TABLE, Role.TABLE]


CONTENTS = "".join(f"<li><a href='#d{n}'>Điều {n}. Mục thứ {n}</a></li>" for n in (1, 2))
TOLD = "<p>Điều 1. Mục thứ 1</p><p>1. Một, theo <a href='x'>Điều 2</a>.</p><p>Điều 2</p><p>Hai</p>"
SAME = ["Điều 1. Mục thứ 1", "1. Một, theo Điều 2.", "Điều 2", "Hai"]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        # beside the text, in front of it, and within what holds it
        (f"<div><ul>{CONTENTS}</ul><div>{TOLD}</div></div>", SAME),
        (f"<div><div>{TOLD}<ul>{CONTENTS}</ul></div></div>", SAME),
        # a page whose headings lead to themselves: nothing else names its articles
        ("<div><h3><a href='#d1'>Điều 1. A</a></h3><p>1. Một.</p></div>", ["Điều 1. A", "1. Một."]),
        # wrappers within wrappers, and a text beside them
        (f"<div><div><div><div>{TOLD}</div></div></div></div><p>Chân trang</p>", SAME),
        # the page as a table
        (f"<table><tr><td><ul>{CONTENTS}</ul></td><td>{TOLD}</td></tr></table>", SAME),
    ],
)
def test_a_table_of_contents_is_no_second_text(tmp_path: Path, page: str, lines: list[str]) -> None:
    assert texts(of_file(tmp_path, "a.html", f"<html><body>{page}</body></html>")) == lines


def test_phap_dien_gives_the_articles_of_one_instrument(tmp_path: Path) -> None:
    law = of_file(tmp_path, "a.html", PHAP_DIEN, "5/2019/QH14")
    assert [(line.role.value, line.text) for line in law.lines] == [
        ("heading", "Chương I"),
        ("heading", "QUY ĐỊNH CHUNG"),
        ("article", "Điều 1. Mở cửa"),
        ("note", "(Điều 1 Luật số 5/2019/QH14 Phòng thử, có hiệu lực)"),
        ("text", "1. Luật này nói về cửa."),
        ("article", "Điều 2. Đóng cửa"),
        ("note", "(Điều 2 Luật số 5/2019/QH14, sửa bởi Điều 1 Nghị định số 1/2020/NĐ-CP)"),
        ("text", "Đóng lúc 17 giờ."),
    ]
    decree = of_file(tmp_path, "a.html", PHAP_DIEN)
    assert [(line.role.value, line.text) for line in decree.lines] == [
        ("heading", "Chương III"),  # of the place that the note's link names
        ("heading", "Mục 2"),
        ("article", "Điều 1. Cửa sổ"),
        ("note", "(Điều 1 Nghị định số 1/2020/NĐ-CP về cửa)"),
        ("text", "1. Mở cửa sổ."),
        ("text", "2. Đóng cửa sổ."),
        ("table", "Cửa | Giờ"),
        ("pointer", "(Xem Điều 7)"),
    ]
    assert phap_dien.numbers(PHAP_DIEN.encode()) == {"5/2019/QH14": 2, "1/2020/NĐ-CP": 1}


def test_a_table_in_word_that_holds_the_articles_is_their_page(tmp_path: Path) -> None:
    def fill(file: Any) -> None:
        row = file.add_table(rows=1, cols=2).rows[0].cells
        row[0].text, row[1].text = "Điều 1. Mở cửa\n1. Mở lúc 7 giờ.", "Bản dịch"
        file.add_paragraph("Điều 2. Bảng")
        row = file.add_table(rows=1, cols=2).rows[0].cells
        row[0].text, row[1].text = "1. Cửa", "7 giờ"

    lines = of_file(tmp_path, "a.docx", docx_of(fill=fill)).lines
    assert [line.role for line in lines] == [Role.TEXT] * 4 + [Role.TABLE] * 2
    assert [line.text for line in lines][1:4] == ["1. Mở lúc 7 giờ.", "Bản dịch", "Điều 2. Bảng"]


def test_what_nobody_sees_is_taken_out() -> None:
    """Every sign of Unicode: control and format signs go, any white space is a space."""
    for number in range(0x110000):
        sign = chr(number)
        if unicodedata.category(sign) in ("Cc", "Cf", "Zs", "Zl", "Zp"):
            assert web_page.tidy(f"a{sign}b") == ("a b" if sign.isspace() else "ab"), hex(number)


def test_a_sign_of_a_font_of_word_is_the_usual_one() -> None:
    """What is written has to be read again, and every reader sees the usual sign."""
    assert web_page.tidy("\uf0b7 a \uf0ff") == "• a □"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "rỗng"),
        ("a.docx", b"PK\3\4 broken", "hỏng"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Word kiểu cũ"),
        ("a.pdf", "Điều 1. A", "PDF"),
        ("a.txt", "§iÒu 1. Ph¹m vi ®iÒu chØnh cña LuËt nµy ®­îc quy ®Þnh nh­ sau", "TCVN3"),
        ("a.html", b"", "rỗng"),
    ],
)
def test_what_cannot_be_read_is_told(
    tmp_path: Path, name: str, data: str | bytes, words: str
) -> None:
    with pytest.raises(RefusedError) as told:
        of_file(tmp_path, name, data)
    assert words in told.value.message


def test_deep_and_broken_markup_ends_soon(tmp_path: Path) -> None:
    for data in (
        "<div>" * 30000 + "Điều 1. A",
        "<table><tr><td>" * 3000 + "Điều 1. A",
        "<p>Điều 1. A" * 5000,
    ):
        source = of_file(tmp_path, "a.html", f"<html>{data}")
        assert all("<" not in line.text for line in source.lines)
