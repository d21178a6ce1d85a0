"""Number, kind, subject and sender in the head of a letter, in the layouts that offices use."""

from __future__ import annotations

from typing import Any

import pytest
from vanban.intake import plain, word
from vanban.intake.letter_day import letter_day
from vanban.intake.letter_parts import LetterParts, letter_parts

from .made import docx_of

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
DAY = "Hòn Thử, ngày 05 tháng 3 năm 2024"


def of_text(*paragraphs: str) -> LetterParts:
    return letter_parts(plain.of_text("\n\n".join(paragraphs)))


def table(left: list[str], right: list[str]) -> Any:
    """Fills a file with the usual heading: two cells side by side."""

    def fill(file: Any) -> None:
        for cell, lines in zip(file.add_table(1, 2).rows[0].cells, (left, right), strict=True):
            cell.paragraphs[0].text = lines[0]
            for line in lines[1:]:
                cell.add_paragraph(line)
        file.add_paragraph("Kính gửi: Các trường.")

    return fill


@pytest.mark.parametrize(
    "right",
    [
        MOTTO.splitlines(),
        [DAY],
        ["hỏa tốc"],  # whatever begins the other cell, the subject ended in its own
    ],
)
def test_a_subject_ends_with_its_cell(right: list[str]) -> None:
    left = ["UBND HUYỆN THỬ", "PHÒNG THỬ NGHIỆM", "Số: 12/PTN", "V/v giữ sổ", "của các trường"]
    parts = letter_parts(word.read(docx_of(fill=table(left, right))))
    assert parts == LetterParts("12/PTN", "Công văn", "V/v giữ sổ của các trường", left[1])


@pytest.mark.parametrize(
    ("paragraphs", "subject"),
    [
        # the motto below the subject, on the next line and behind an empty one
        (["Số: 1/PTN\nV/v giữ sổ", f"{MOTTO}\n{DAY}"], "V/v giữ sổ"),
        ([f"Số: 1/PTN\nV/v giữ sổ\n{MOTTO}"], "V/v giữ sổ"),
        (["V/v giữ sổ\nCộng hoà xã hội chủ nghĩa Việt Nam"], "V/v giữ sổ"),
        # … or beside it, parted by a tab, by spaces, or by one space as a PDF does
        ([f"V/v giữ sổ\t{MOTTO.splitlines()[0]}\nvà vở"], "V/v giữ sổ và vở"),
        ([f"V/v giữ sổ      {DAY}\nvà vở"], "V/v giữ sổ và vở"),
        (["V/v giữ sổ Độc lập - Tự do - Hạnh phúc\nvà vở"], "V/v giữ sổ và vở"),
        # a subject that speaks of the country, or of a day
        (["V/v mừng ngày lập nước\nCộng hòa xã hội chủ nghĩa Việt Nam", "Kính gửi: A"],
         "V/v mừng ngày lập nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (["V/v họp trường\nvào ngày 05 tháng 3 năm 2024", DAY],
         "V/v họp trường vào ngày 05 tháng 3 năm 2024"),
        # lines broken by hand, with and without an empty one between
        (["V/v giữ sổ của\nCB, VC và NLĐ", DAY], "V/v giữ sổ của CB, VC và NLĐ"),
        (["V/v giữ sổ,", "chấm công", DAY], "V/v giữ sổ, chấm công"),
        # no salutation ends it: the body begins with a capital
        (["V/v giữ sổ", "Hiện nay, nhiều trường chưa giữ sổ."], "V/v giữ sổ"),
        (["V/v giữ sổ\nKính gửi: Các trường."], "V/v giữ sổ"),
        # a paper with its kind: the title, and neither who decides nor what it rests on
        (["KẾ HOẠCH\nPHÒNG CHÁY\nNĂM 2024", "Thực hiện Luật Thử nghiệm."], "PHÒNG CHÁY NĂM 2024"),
        (["KẾ HOẠCH", "Thực hiện năm học mới", "I. MỤC ĐÍCH"], "Thực hiện năm học mới"),
        (["QUYẾT ĐỊNH", "VỀ NỘI QUY", "HIỆU TRƯỞNG TRƯỜNG THỬ", "Căn cứ A."], "VỀ NỘI QUY"),
        (["THÔNG BÁO KẾT QUẢ KIỂM TRA", "Ngày qua, tổ đã xem sổ."], "KẾT QUẢ KIỂM TRA"),
        (["QUYẾT ĐỊNH", "Về việc ban hành nội quy", "Căn cứ A."], "Về việc ban hành nội quy"),
        (["Kính gửi: A", "V/v giữ sổ"], ""),
    ],
)  # fmt: skip
def test_a_subject_ends_where_the_next_part_begins(paragraphs: list[str], subject: str) -> None:
    assert of_text(*paragraphs).subject == subject


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("UBND TỈNH THỬ\nSỞ THỬ NGHIỆM", "SỞ THỬ NGHIỆM"),
        ("ỦY BAN NHÂN DÂN\nTỈNH THỬ", "ỦY BAN NHÂN DÂN TỈNH THỬ"),
        ("ỦY BAN NHÂN DÂN\nTP. HÒN THỬ\nPHÒNG THỬ NGHIỆM", "PHÒNG THỬ NGHIỆM"),
        ("BỘ THỬ NGHIỆM\nVÀ ĐO LƯỜNG", "BỘ THỬ NGHIỆM VÀ ĐO LƯỜNG"),
        ("UBND\nHÒN THỬ", "UBND HÒN THỬ"),
        ("TỈNH ỦY THỬ\nBAN TUYÊN GIÁO", "BAN TUYÊN GIÁO"),
        ("SỞ THỬ NGHIỆM\nTỈNH ĐOÀN THỬ", "TỈNH ĐOÀN THỬ"),  # a body, not a place
        # the other column between its lines, below it, or beside it
        (f"ỦY BAN NHÂN DÂN\nTỈNH THỬ\n-----\n{MOTTO}\n-----", "ỦY BAN NHÂN DÂN TỈNH THỬ"),
        (f"{MOTTO}\nUBND XÃ THỬ\nTRƯỜNG THỬ", "TRƯỜNG THỬ"),
        (("UBND XÃ THỬ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
          "TRƯỜNG THỬ\tĐộc lập - Tự do - Hạnh phúc"), "TRƯỜNG THỬ"),
    ],
)  # fmt: skip
def test_who_sends_a_letter(head: str, issuer: str) -> None:
    assert of_text(f"{head}\nSố: 5/X\n{DAY}").issuer == issuer


@pytest.mark.parametrize(
    ("line", "number", "office"),
    [
        ("Số: 12/PTN-VP", "12/PTN-VP", ""),
        ("SỐ : 61 / KH - UBND", "61/KH-UBND", ""),
        ("Số 9-CV/TU", "9-CV/TU", ""),
        ("Số: 7/2024/QĐ-UBND.", "7/2024/QĐ-UBND", ""),
        ("Số: 12/PTN Hòn Thử, ngày 05 tháng 3 năm 2024", "12/PTN", ""),
        # left blank: who signs is known by what stands behind
        ("Số:         /PTN - VP", "", "PTN-VP"),
        ("Số:……/KH-UBND", "", "KH-UBND"),
        ("Số:", "", ""),
    ],
)  # fmt: skip
def test_number_of_a_letter(line: str, number: str, office: str) -> None:
    parts = of_text("SỞ THỬ NGHIỆM", line, "Kính gửi: A.")
    assert (parts.number, parts.office) == (number, office)


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("Hòn Thử, ngày     tháng  8  năm 2016", "2016-08-31"),
        ("Hòn Thử, ngày … tháng 02 năm 2024", "2024-02-29"),
        ("Hòn Thử, ngày      tháng     năm 2024", None),  # a year alone is no month
        ("Hòn Thử, ngày 31 tháng 02 năm 2024", None),  # a slip of the pen, not a blank
        ("Hòn Thử, ngày 05 tháng 3 năm 2024", None),  # its day is known
    ],
)
def test_a_month_without_its_day(line: str, end: str | None) -> None:
    found = letter_day(plain.of_text(line))
    assert found is not None
    assert (str(found.month_end) if found.month_end else None) == end


@pytest.mark.parametrize(
    "number", ["3З45/PTN", "3O45/PTN", "1234567/PTN", "3 45/PTN", "\uff1345/PTN"]
)
def test_a_number_that_cannot_be_read_whole_is_not_read_in_part(number: str) -> None:
    """The first of these has a letter of the Russian script. “3” would be the address for ever."""
    assert of_text(f"Số: {number}", DAY, "V/v giữ sổ").number == ""


@pytest.mark.parametrize("number", ["345/PTN\u2011HC", "3\u200b45/PTN-\u00adHC", "345/PTN\u2013HC"])
def test_signs_of_word_are_no_end_of_a_number(number: str) -> None:
    """The hyphen that breaks no line, and what has no width. “345/PTN” is another letter's."""
    assert of_text(f"Số: {number}", DAY, "V/v giữ sổ").number == "345/PTN-HC"


@pytest.mark.parametrize(
    "number",
    [
        "1.234/PTN", "1,234/PTN", "12+13/PTN", "24/20 14/PTN", "345/PTN-", "345/", "345...../PTN",
        "345/P TN-HC",
    ],
)  # fmt: skip
def test_half_of_a_number_is_none(number: str) -> None:
    """“1”, “24/20” or “345/PTN” would be another letter's, and the folder an address for ever."""
    assert of_text(f"Số: {number}", DAY, "V/v giữ sổ").number == ""


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (("Số: 345/PTN-", "HC"), "345/PTN-HC"),
        (("Số: 345/", "PTN-HC"), "345/PTN-HC"),
        (("Số: 345", "/PTN-HC"), "345/PTN-HC"),
        (("Số: 345/PTN -", "HC"), "345/PTN-HC"),
        (("Số: 345/PTN - HC",), "345/PTN-HC"),
        (("Số: 345/PTN-HC\n/2024",), "345/PTN-HC/2024"),
        (("Số: 345/PTN- HC",), "345/PTN-HC"),
        (("Số: 345/PTN-HC - Hỏa tốc",), "345/PTN-HC"),
        (("Số: 345/PTN-HC – V/v giữ sổ",), "345/PTN-HC"),
        (("Số: 345/PTN-HC Mật",), "345/PTN-HC"),
        (("Số: 345/PTN-", "Hòn Thử, ngày 5 tháng 3 năm 2024"), ""),
        # below it in its column, with the day in the other one
        ((f"Số: 345/PTN-\t{DAY}\nHC",), "345/PTN-HC"),
        ((f"Số: 345/PTN\t{DAY}\n-HC",), "345/PTN-HC"),
        ((f"Số: 345/PTN\t{DAY}\nHC",), ""),
        ((f"Số: 345/PTN {DAY}\n-HC",), ""),
        ((f"Số: 345/PTN {DAY}\nHC",), ""),
        ((f"Số: 345/PTN {DAY}\nV/v giữ sổ",), "345/PTN"),
    ],
)
def test_a_number_goes_on_in_the_next_line_and_ends_before_words(
    lines: tuple[str, ...], number: str
) -> None:
    assert of_text(*lines, DAY, "V/v giữ sổ").number == number


@pytest.mark.parametrize(
    "line",
    [
        # signs that only look like “/” or “-”, or that nobody expected there
        "345\uff0fPTN-HC", "345\u2044PTN", "345\\PTN", "345|PTN", "345/PTN+HC", "345/PTN,HC",
        "345/PTN;HC", "345/PTN:HC", "345/PTN~HC", "345/PTN\u2022HC", "345/PTN\ufe63HC",
        "345/PTN(HC)", "345/PTN (HC)", "345/PTN-HC(2)", "345/PTN-HC…", "345/PTN-H...",
        # a space, where Word's sign got lost or a second office follows
        "345/PTN HC", "345/PTN\tHC", "345/PTN-HC 1", "345/PTN-HC, TC", "345/PTN-HC và TC",
        "345/PTN-TH và THCS", "345/KH-THCS Hòn Thử", "345/PTN HC Hòn Thử, ngày 5 tháng 3 năm 2024",
        "345/PTN - văn phòng", "345/PTN-Văn phòng", "345/ptn - hc", "345/PTN-HC. TC",
        # what is no end of the figures
        "345 a/PTN", "345 bis/PTN", "1'234/PTN", "345 PTN", "345.PTN", "345:PTN", "12 và 13/PTN",
        "12, 13/PTN", "12/PTN; 13/CAT", "34O/PTN", "12l/PTN", "345/2O24/PTN", "345/PTN-H\u2081",
        # letters of other scripts
        "345/PTN-\u0420", "345/PTN-\u039a",
        # the rest in the line below
        "34\n5/PTN-HC", "345/PT\nN-HC", "345/PTN-H\nC", "345/PTN-\nHC\nTC",
        "345/PTN-HC\nvà TC", "345/PTN-HC\n(TC)", "345/PTN-HC\n&TC", "345/PTN-HC\n, TC và HCM",
        # what a PDF joined to it
        "345/PTN GDTrH Hòn Thử, ngày 5 tháng 3 năm 2024", "345/PTN_HC",
        "345/PTN-HCHòn Thử, ngày 5 tháng 3 năm 2024", "345/PTN-VPLong An, ngày 5/3/2024",
    ],
)  # fmt: skip
def test_a_number_ends_where_that_is_certain_or_is_not_read(line: str) -> None:
    """In how many ways one goes on nobody can list: each half here named a folder for ever."""
    parts = of_text("SỞ THỬ", f"Số: {line}", DAY, "V/v giữ sổ", "Kính gửi: A.")
    assert parts.number == ""
    (unread,) = parts.unread
    assert f"Số: {' '.join(line.split())}".startswith(unread)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("345/PTN-HC-Mật", "345/PTN-HC"),  # seals are none of a number
        ("345/PTN-HC-Hỏa tốc", "345/PTN-HC"),
        ("345/PTN-HC - Tối mật", "345/PTN-HC"),
        ("345/PTN-HC (Khẩn)", "345/PTN-HC"),
        ("345/PTN-V/v giữ sổ", "345/PTN"),
        ("345/PTN V/v giữ sổ", "345/PTN"),
        ("345/PTN, ngày 05/3/2024", "345/PTN"),
        ("345/PTN TP. Hòn Thử, ngày 05 tháng 3 năm 2024", "345/PTN"),
        ("345/PTN TPHCM, ngày 05 tháng 3 năm 2024", "345/PTN"),
        ("12/QĐ-TTg Hòn Thử, ngày 05 tháng 3 năm 2024", "12/QĐ-TTg"),
        ("12/KH-CTr Hòn Thử, ngày 05 tháng 3 năm 2024", "12/KH-CTr"),
        ("345/PTN Phường 2, ngày 05 tháng 3 năm 2024", "345/PTN"),
        ("345/PTN (bản thứ hai)", "345/PTN"),
        ("345/PT\u00d0-HC", "345/PTĐ-HC"),  # a letter that old fonts were converted to
        ("345/PTN-HC\nKHẨN", "345/PTN-HC"),
        ("345/PTN-HC\n-----", "345/PTN-HC"),
        ("345/PTN | Hòn Thử, ngày 05 tháng 3 năm 2024 |", "345/PTN"),  # cells of a row
        ("345/VBHN-VPQH", "345/VBHN-VPQH"),
        ("12-13/PTN", "12-13/PTN"),
        ("345/26/PTN", "345/26/PTN"),
    ],
)
def test_what_stands_behind_a_number_and_is_none_of_it(line: str, number: str) -> None:
    parts = of_text("SỞ THỬ", f"Số: {line}", DAY, "V/v giữ sổ", "Kính gửi: A.")
    assert (parts.number, parts.unread) == (number, ())


@pytest.mark.parametrize(
    ("lines", "number", "unread"),
    [
        # the stamp of whoever received it: figures alone
        (("CÔNG VĂN ĐẾN\nSố: 77\nNgày: 21/3/2024", "Số: 345/PTN"), "345/PTN", ()),
        (("Số: 345/PTN", "Số: 77"), "345/PTN", ()),
        (("Số 12 đường Hòn Thử", "Số: 345/PTN"), "345/PTN", ()),
        (("Số: 345/PTN", "Số: 345/PTN"), "345/PTN", ()),
        (("Số: 77",), "77", ()),
        (("Số: 345/PTN", "Số: 346/PTN"), "", ("Số: 345/PTN", "Số: 346/PTN")),
        (("Số: 345/PTN", "Số: 77/PTN HC"), "", ("Số: 345/PTN", "Số: 77/PTN HC")),
    ],
)
def test_of_two_numbers_the_one_of_an_office_or_none(
    lines: tuple[str, ...], number: str, unread: tuple[str, ...]
) -> None:
    parts = of_text("SỞ THỬ", *lines, DAY, "V/v giữ sổ", "Kính gửi: A.")
    assert (parts.number, parts.unread) == (number, unread)


def test_a_blank_number_below_a_stamp_stays_blank() -> None:
    parts = of_text("Số: 77", "SỞ THỬ", "Số:      /PTN-HC", DAY, "Kính gửi: A.")
    assert (parts.number, parts.office) == ("", "PTN-HC")


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        # days of whoever received it, of a signature, of what the letter is about
        (("Ngày 21/3/2024", DAY), "2024-03-05"),
        (("Đến ngày 21/3/2024", DAY), "2024-03-05"),
        (("CÔNG VĂN ĐẾN ngày 21/3/2024", DAY), "2024-03-05"),
        (("Số đến: 7, ngày 21/3/2024", DAY), "2024-03-05"),
        (("Chuyển: Văn thư, ngày 21/3/2024", DAY), "2024-03-05"),
        (("Ngày ký, ngày 21/3/2024", DAY), "2024-03-05"),
        (("V/v họp, ngày 25/3/2024", DAY), "2024-03-05"),
        (("V/v họp triển khai\nan toàn, ngày 25/3/2024", DAY), "2024-03-05"),
        (("V/v họp   ngày 25/3/2024", DAY), "2024-03-05"),
        (("V/v họp, ngày 25/3/2024",), None),
        (("V/v họp\nngày 25 tháng 3 năm 2024",), None),
        (("V/v họp tại\nHòn Thử, ngày 25 tháng 3 năm 2024",), None),
        (("V/v họp\nThứ Hai, ngày 25 tháng 3 năm 2024",), None),
        (("Sáng thứ Hai, ngày 25 tháng 3 năm 2024",), None),
        (("V/v giữ sổ\nHòn Thử,\nngày 05 tháng 3 năm 2024",), "2024-03-05"),
        (("V/v giữ sổ\nThành phố Hòn Thử,\nngày 05 tháng 3 năm 2024",), "2024-03-05"),
        # no event is a place, whatever it is called: a place has capitals throughout
        (("Giao ban, ngày 25 tháng 3 năm 2024",), None),
        (("Ấp 3, xã Hòn Thử, ngày 05 tháng 3 năm 2024",), "2024-03-05"),
        (("Phường 5, Thành phố Hòn Thử, ngày 05 tháng 3 năm 2024",), "2024-03-05"),
        (("Thị trấn Thứ Ba, ngày 05 tháng 3 năm 2024",), "2024-03-05"),
        # below the title
        (("BÁO CÁO\nSố sổ tính đến\nngày 25/3/2024",), None),
        (("THÔNG BÁO\nMở sổ\nMở cửa, ngày 25 tháng 3 năm 2024",), None),
        ((DAY, "BÁO CÁO\nSố sổ tính đến\nngày 25/3/2024"), "2024-03-05"),
        # broken by the edge of the column, other signs between
        (("Hòn Thử, ngày 05 tháng 3\nnăm 2024",), "2024-03-05"),
        (("Hòn Thử, ngày 05\ntháng 3 năm 2024",), "2024-03-05"),
        (("Hòn Thử, ngày 05-3-2024",), "2024-03-05"),
        (("Hòn Thử, ngày 05 / 3 / 2024",), "2024-03-05"),
        # beside the subject, in the other column
        ((f"V/v giữ sổ      {DAY}",), "2024-03-05"),
        ((f"V/v giữ sổ\t{DAY}",), "2024-03-05"),
        (("ngày 05 tháng 3 năm 2024",), "2024-03-05"),
        (("xã Hòn Thử, ngày 05 tháng 3 năm 2024",), "2024-03-05"),
        (("Hòn Thử, ngày ..05.. tháng ..03.. năm 2024",), "2024-03-05"),
        # half of a day, or a year of no letter
        (("Hòn Thử, ngày 2… tháng 3 năm 2024",), None),
        (("Hòn Thử, ngày …2 tháng 3 năm 2024",), None),
        (("Hòn Thử, ngày 20 tháng 1… năm 2024",), None),
        (("Hòn Thử, ngày 05 tháng 3 năm 2204",), None),
        (("Hòn Thử, ngày 05 tháng 3 năm 1024",), None),
        (("Hòn Thử, ngày 05 tháng 3 năm 202…",), None),
        # two of them
        ((DAY, "Hòn Thử, ngày 06 tháng 3 năm 2024"), None),
    ],
)
def test_the_day_is_the_letters_own_or_none(lines: tuple[str, ...], day: str | None) -> None:
    """It is the year of its folder, and the day on which its citations are read."""
    found = letter_day(plain.of_text("\n\n".join(("SỞ THỬ", *lines, "Kính gửi: A."))))
    assert (str(found.day) if found and found.day else None) == day


@pytest.mark.parametrize("stamp", ["Ngày 21/3/2024", "ĐẾN\nSố: 77\nNgày 21/3/2024"])
def test_a_stamp_is_not_the_day_of_a_letter_without_one(stamp: str) -> None:
    head = "SỞ THỬ\nSố: 345/PTN\nV/v giữ sổ\n\nKính gửi: A."
    assert letter_day(plain.of_text(f"{stamp}\n{head}")) is None
    head = head.replace("V/v", "Ngày 05/3/2024\nV/v")
    own = letter_day(plain.of_text(f"{stamp}\n{head}"))
    assert str(own and own.day) == "2024-03-05"


def test_a_subject_ends_before_a_day_however_it_is_written() -> None:
    for day in ("Hòn Thử, ngày 05 tháng 3\nnăm 2024", "xã Hòn Thử, ngày 05/3/2024",
                "Quận 1, ngày 05 tháng 3 năm 2024", "Hòn Thử, ngày 05-3-2024"):  # fmt: skip
        assert of_text(f"Số: 1/PTN\nV/v giữ sổ\n{day}", "Kính gửi: A.").subject == "V/v giữ sổ"


@pytest.mark.parametrize("year", ["2204", "1024", "202", "26"])
def test_a_year_of_no_letter_names_no_folder(year: str) -> None:
    found = letter_day(plain.of_text(f"Hòn Thử, ngày 05 tháng 3 năm {year}"))
    assert found is not None
    assert (found.no_such, found.year, found.month_end) == (True, None, None)


def test_the_last_line_of_a_head_without_an_end_is_no_office() -> None:
    """A scan without accents: “cong-van-1-giu-so-cu” would be its folder for ever."""
    scan = ("PHONG THU NGHIEM", "So: 12/PTN", "Kinh gui: Cac truong", "1. Giu so cu.")
    assert of_text(*scan).issuer == ""
