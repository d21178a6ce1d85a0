"""What is read of a document from outside: every letter, in its order, where it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from vanban.intake import pdf, plain, reader, word
from vanban.intake.document import Document, Kind
from vanban.intake.letter_day import letter_day

from .made import docx_of, pdf_of, scanned_pdf

W = nsdecls("w")
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def add(file: Any, xml: str) -> None:
    """Put a piece of WordprocessingML before the end of the body."""
    file.element.body.insert_element_before(parse_xml(xml), "w:sectPr")


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_tables_and_paragraphs_in_their_order() -> None:
    def fill(file: Any) -> None:
        table = file.add_table(1, 2)
        table.cell(0, 0).text = "Số: 12/PGDĐT"
        table.cell(0, 1).text = "Thủ Thừa, ngày 20 tháng 11 năm 2026"
        file.add_heading("Kính gửi các trường", 1)

    read = word.read(docx_of("Trước bảng", fill=fill))
    assert [(one.text, one.kind) for one in read.paragraphs] == [
        ("Trước bảng", Kind.PARAGRAPH),
        ("Số: 12/PGDĐT", Kind.CELL),
        ("Thủ Thừa, ngày 20 tháng 11 năm 2026", Kind.CELL),
        ("Kính gửi các trường", Kind.HEADING),
    ]
    assert [one.number for one in read.paragraphs] == [1, 2, 3, 4]
    for one in read.paragraphs:
        assert read.text[one.start : one.end] == one.text
        assert read.at(one.start) is read.at(one.end - 1) is one


def test_nothing_is_lost_on_the_way_from_the_process_that_reads(tmp_path: Path) -> None:
    """Cells, headings, numbers that Word makes: what the reader found is what the rest gets."""

    def fill(file: Any) -> None:
        table = file.add_table(1, 2)
        table.cell(0, 0).text = "V/v giữ sổ"
        table.cell(0, 1).text = "hỏa tốc"
        file.add_heading("Nội dung", 1)
        file.add_paragraph("Giữ sổ.", style="List Number")

    data = docx_of("Trước bảng", fill=fill)
    file = tmp_path / "thu.docx"
    file.write_bytes(data)
    assert reader.read(file) == word.read(data)
    assert {one.cell for one in word.read(data).paragraphs} == {0, 1, 2}


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        # a tracked insertion is read, a deletion is not
        (f"<w:ins>{run('a')}</w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del>", "a"),
        (f"<w:moveFrom>{run('x')}</w:moveFrom><w:moveTo>{run('y')}</w:moveTo>", "y"),
        # a content control, a field, a link: their words are words
        ("<w:sdt><w:sdtContent><w:r><w:t>khoản 1</w:t></w:r></w:sdtContent></w:sdt>", "khoản 1"),
        ('<w:fldSimple w:instr="DATE"><w:r><w:t>20/11</w:t></w:r></w:fldSimple>', "20/11"),
        ("<w:hyperlink><w:r><w:t>Luật</w:t></w:r></w:hyperlink>", "Luật"),
        # the command of a field is none of them
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>a</w:t></w:r>", "a"),
        # hidden text is not on the paper
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>thấy</w:t></w:r>", "thấy"),
        # a tab and a line break are letters; a tab stop is not, nor is a page break
        (f"<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{run('a')}<w:r><w:tab/></w:r>", "a\t"),
        ("<w:r><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "b\nc"),
        # the tab of a head in two columns
        (f"{run('a')}<w:r><w:ptab/></w:r>{run('b')}", "a\tb"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "ab"),
    ],
)  # fmt: skip
def test_letters_of_a_paragraph(xml: str, text: str) -> None:
    read = word.read(docx_of(fill=lambda file: add(file, f"<w:p {W}>{xml}</w:p>")))
    assert texts(read) == [text]


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        (f"{run('a')}<m:oMath {MATH}><m:r><m:t>4</m:t></m:r></m:oMath>", "Có 1 công thức"),
        ("<w:r><w:rPr><w:strike/></w:rPr><w:t>a</w:t></w:r>", "Có 1 đoạn chữ gạch ngang"),
        ("<w:r><w:rPr><w:dstrike/></w:rPr><w:t>a</w:t></w:r>", "Có 1 đoạn chữ gạch ngang"),
        ('<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>a</w:t></w:r>', ""),
    ],
)
def test_what_is_left_out_or_struck_is_told(xml: str, told: str) -> None:
    read = word.read(docx_of(fill=lambda file: add(file, f"<w:p {W}>{xml}</w:p>")))
    assert texts(read) == ["a"]
    assert [one[: len(told)] for one in read.told] == [told] * bool(told)


def test_numbers_that_word_makes_are_read() -> None:
    """“1.” is typed nowhere, and is what makes an item an item; a restart begins anew."""

    def fill(file: Any) -> None:
        for text, style in (
            ("Một", "List Number"),
            ("Hai", "List Number"),
            ("Gạch", "List Bullet"),
            ("Ba", "List Number"),
        ):
            file.add_paragraph(text, style=style)

    read = word.read(docx_of(fill=fill))
    assert texts(read) == ["1. Một", "2. Hai", "• Gạch", "3. Ba"]
    assert [one.label for one in read.paragraphs] == [3, 3, 2, 3]


def test_deeper_numbers_begin_anew_below_each_number() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, form, text in (
            (0, "upperRoman", "%1."),
            (1, "decimal", "%1.%2"),
            (2, "lowerLetter", "%3)"),
        )
    )

    def fill(file: Any) -> None:
        root = file.part.numbering_part.element
        root.insert(
            0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{levels}</w:abstractNum>')
        )
        root.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
        for depth in (0, 1, 1, 2, 0, 1, 2):
            place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>'
            add(file, f"<w:p {W}><w:pPr>{place}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>")

    read = word.read(docx_of(fill=fill))
    assert texts(read) == ["I. x", "I.1 x", "I.2 x", "a) x", "II. x", "II.1 x", "a) x"]


def test_what_cannot_be_read_is_told() -> None:
    def fill(file: Any) -> None:
        file.sections[0].header.paragraphs[0].text = "UBND HUYỆN"
        add(file, f"<w:p {W}><w:r><w:drawing/></w:r><w:ins><w:r><w:t>a</w:t></w:r></w:ins></w:p>")

    told = "\n".join(word.read(docx_of(fill=fill)).told)
    assert "1 hình" in told
    assert "Track Changes" in told
    assert "UBND HUYỆN" in told


def test_lines_of_a_pdf_become_paragraphs() -> None:
    wide = "Thực hiện các quy định về sử dụng thông tin trên mạng nêu tại khoản 1"
    read = pdf.read(
        pdf_of(
            ["Kính gửi: Các trường.", wide, "Điều 8 Luật An ninh mạng.", "1. Quán triệt", "1"],
            ["2", "2. Báo cáo kết quả trước ngày 30 tháng 11 năm 2026, nơi nhận là tổ"],
            ["văn thư."],
        )
    )
    assert [(one.text, one.page) for one in read.paragraphs] == [
        ("Kính gửi: Các trường.", 1),
        (f"{wide} Điều 8 Luật An ninh mạng.", 1),  # a citation runs on over the end of a line
        ("1. Quán triệt", 1),  # the number of the page is no text
        ("2. Báo cáo kết quả trước ngày 30 tháng 11 năm 2026, nơi nhận là tổ văn thư.", 2),
    ]


def test_a_motto_that_a_narrow_column_of_a_pdf_broke_is_one() -> None:
    lines = [
        "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT",
        "NAM",
        "Độc lập - Tự do -",
        "Hạnh phúc",
        "Theo luật của nước Cộng hòa xã hội chủ nghĩa Việt Nam, mỗi phòng cử một người trông.",
    ]
    assert texts(pdf.read(pdf_of(lines))) == [
        lines[0],
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        lines[5],
    ]
    three = ["CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT", "NAM", "Số: 12/PGDĐT", lines[5]]
    assert texts(pdf.read(pdf_of(three)))[0] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_a_line_of_a_pdf_that_begins_with_an_article_may_go_on() -> None:
    """“khoản 1” and “Điều 8.” on two lines are one citation; after a full stop it is a heading."""
    wide = "Các trường thực hiện nghiêm các quy định nêu tại khoản 1"
    lines = [
        wide,
        "Điều 8. Các trường báo cáo trước ngày 30 tháng 11 năm 2026.",
        "Điều 9. Thi hành",
    ]
    assert texts(pdf.read(pdf_of(lines))) == [f"{wide} {lines[1]}", lines[2]]


def test_a_page_without_text_is_told(tmp_path: Path) -> None:
    told = pdf.read(pdf_of(["Có chữ."], [])).told
    assert any("Trang 2" in sentence for sentence in told)


def test_a_scan_is_refused_with_a_word_on_ocr(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(scanned_pdf())
    problem = reader.read(file)
    assert "scan" in problem.message
    assert "OCR" in problem.suggestion


def test_plain_text_stays_as_given() -> None:
    text = "\ufeffMột\r\nhai\r\n\r\n  Ba \n\n"
    read = plain.read(text.encode())
    assert read.text == text
    assert [(one.text, one.line) for one in read.paragraphs] == [("\ufeffMột\r\nhai", 1), ("Ba", 4)]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Số: 1/PGDĐT", "Thủ Thừa, ngày 20 tháng 11 năm 2026", "Kính gửi"], date(2026, 11, 20)),
        (["Số: 12/PGDĐT Thủ Thừa, ngày 05 tháng 01 năm 2026"], date(2026, 1, 5)),  # as PDFs join it
        # the head as a row of cells, on pages of the web
        (["Số: 12/QĐ-UBND | Thủ Thừa, ngày 05 tháng 01 năm 2026 |"], date(2026, 1, 5)),
        (["Số: 12/QĐ-UBND | Ngày 5 tháng 1 năm 2026 |"], date(2026, 1, 5)),
        (["Tân An, ngày 3/2/2026"], date(2026, 2, 3)),
        (["Thủ Thừa ngày 20 tháng 11 năm 2026"], date(2026, 11, 20)),  # no comma
        (["ngày 20 tháng 11 năm 2026"], date(2026, 11, 20)),
        # days of what is cited, of a meeting, below the head
        (["Căn cứ Luật số 24/2018/QH14, ngày 12 tháng 6 năm 2018"], None),
        (["Nghị định 72/2013/NĐ-CP, ngày 15 tháng 7 năm 2013"], None),
        (["Nhà trường họp phụ huynh ngày 20 tháng 11 năm 2026"], None),
        (["Kính gửi: A", "Thủ Thừa, ngày 20 tháng 11 năm 2026"], None),
    ],
)  # fmt: skip
def test_day_of_a_letter(lines: list[str], day: date | None) -> None:
    found = letter_day(plain.of_text("\n\n".join(lines)))
    assert (found.day if found else None) == day


@pytest.mark.parametrize(
    "line", ["Thủ Thừa, ngày   tháng 11 năm 2019", "Tân An, ngày … tháng … năm 2026",
             "Tân An, ngày 31 tháng 02 năm 2026", "Tân An, ngày     tháng     năm"],
)  # fmt: skip
def test_a_blank_day_is_no_day(line: str) -> None:
    found = letter_day(plain.of_text(line))
    assert found is not None
    assert found.day is None
