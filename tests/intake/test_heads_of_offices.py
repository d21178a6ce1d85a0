"""Heads of letters as offices write them: number, kind, subject, sender and day come right however
the two columns came out of the file.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import zip_longest

import pytest
from vanban.intake import pdf, plain, word
from vanban.intake.document import Document
from vanban.intake.letter_day import letter_day
from vanban.intake.letter_parts import letter_parts

from .made import docx_of, pdf_of
from .test_letter_parts import table

MOTTO = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
PARTY = ["ĐẢNG CỘNG SẢN VIỆT NAM"]
UNION = ["ĐOÀN TNCS HỒ CHÍ MINH"]
TO = "Kính gửi: Các trường."
BODY = "Các trường giữ sổ và vở của phòng thử trong tủ, mở mỗi sáng thứ hai, rồi đóng lại như cũ."
Columns = Callable[[list[str], list[str], str], Document]


def rows(left: list[str], right: list[str], between: str) -> list[str]:
    """Both columns line by line, the day beside the number."""
    place = next(n for n, line in enumerate(left) if "ố: " in line or line.startswith("Số"))
    beside = [*right[:-1][:place], *[""] * (place - len(right[:-1])), right[-1]]
    pairs = zip_longest(left, beside, fillvalue="")
    return [between.join(filter(None, pair)) for pair in pairs]


LAYOUTS: dict[str, Columns] = {
    "cells": lambda left, right, below: word.read(docx_of(fill=table(left, [*right, below]))),
    "in turn": lambda left, right, below: plain.of_text("\n".join([*left, *right, below])),
    "right first": lambda left, right, below: plain.of_text("\n".join([*right, *left, below])),
    "tabs": lambda left, right, below: plain.of_text("\n".join([*rows(left, right, "\t"), below])),
    "bars": lambda left, right, below: plain.of_text("\n".join([*rows(left, right, " | "), below])),
    "pdf": lambda left, right, below: pdf.read(pdf_of([*rows(left, right, " "), below, BODY])),
}


@pytest.mark.parametrize("columns", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize(
    ("left", "right", "number", "issuer"),
    [
        (["UBND TỈNH THỬ", "SỞ THỬ NGHIỆM", "Số: 3056/STN-HCQT", "V/v giữ sổ"],
         [*MOTTO, "Hòn Thử, ngày 05 tháng 3 năm 2024"], "3056/STN-HCQT", "SỞ THỬ NGHIỆM"),
        (["ỦY BAN NHÂN DÂN", "XÃ HÒN THỬ", "Số: 45/UBND-VHXH", "V/v giữ sổ"],
         [*MOTTO, "Hòn Thử, ngày 5 tháng 3 năm 2024"], "45/UBND-VHXH",
         "ỦY BAN NHÂN DÂN XÃ HÒN THỬ"),
        # spaces in the number, beside the day
        (["UBND HUYỆN THỬ", "PHÒNG THỬ NGHIỆM", "Số: 345 /PTN-CNTT", "V/v giữ sổ"],
         [*MOTTO, "Hòn Thử, ngày 05 tháng 03 năm 2024"], "345/PTN-CNTT", "PHÒNG THỬ NGHIỆM"),
        (["UBND HUYỆN THỬ", "PHÒNG THỬ NGHIỆM", "Số :345/PTN –CNTT", "V/v giữ sổ"],
         [*MOTTO, "Hòn Thử, ngày 05 tháng 03 năm 2024"], "345/PTN-CNTT", "PHÒNG THỬ NGHIỆM"),
        (["UBND HUYỆN THỬ", "PHÒNG THỬ NGHIỆM", "Số: 12/QĐ - PTN", "V/v giữ sổ"],
         [*MOTTO, "Hòn Thử, ngày 05/3/2024"], "12/QĐ-PTN", "PHÒNG THỬ NGHIỆM"),
        (["UBND QUẬN 1", "PHÒNG THỬ NGHIỆM", "Số: 12/PTN", "V/v giữ sổ"],
         [*MOTTO, "Quận 1, ngày 05 tháng 3 năm 2024"], "12/PTN", "PHÒNG THỬ NGHIỆM"),
        (["UBND XÃ THỬ", "TRƯỜNG TH&THCS HÒN THỬ", "Số: 07/TH&THCSHT", "V/v giữ sổ"],
         [*MOTTO, "xã Hòn Thử, ngày 05 tháng 3 năm 2024"], "07/TH&THCSHT",
         "TRƯỜNG TH&THCS HÒN THỬ"),
        (["ĐẢNG BỘ XÃ THỬ", "CHI BỘ TRƯỜNG THỬ", "Số 05-CV/CB", "V/v giữ sổ"],
         [*PARTY, "Hòn Thử, ngày 05 tháng 3 năm 2024"], "05-CV/CB", "CHI BỘ TRƯỜNG THỬ"),
        (["LIÊN ĐOÀN LAO ĐỘNG TỈNH THỬ", "CÔNG ĐOÀN NGÀNH THỬ", "Số: 32/CĐN", "V/v giữ sổ"],
         [*MOTTO, "Hòn Thử, ngày 05 tháng 3 năm 2024"], "32/CĐN", "CÔNG ĐOÀN NGÀNH THỬ"),
        (["ỦY BAN THƯỜNG VỤ QUỐC HỘI", "Nghị quyết số: 35/2012/UBTVQH13", "V/v giữ sổ"],
         [*MOTTO, "Hà Nội, ngày 05 tháng 3 năm 2024"], "35/2012/UBTVQH13",
         "ỦY BAN THƯỜNG VỤ QUỐC HỘI"),
    ],
)  # fmt: skip
def test_a_head_is_read_in_every_layout(
    columns: Columns, left: list[str], right: list[str], number: str, issuer: str
) -> None:
    document = columns(left, right, TO)
    parts, day = letter_parts(document), letter_day(document)
    assert (parts.number, parts.subject, parts.issuer) == (number, "V/v giữ sổ", issuer)
    assert day is not None
    assert day.day == date(2024, 3, 5)


@pytest.mark.parametrize("layout", ["cells", "in turn", "right first", "tabs", "bars"])
def test_the_youth_union_is_no_sender_of_its_branches_papers(layout: str) -> None:
    left = ["TỈNH ĐOÀN THỬ", "***", "Số: 12-CV/TĐTN", "V/v giữ sổ"]
    document = LAYOUTS[layout](left, [*UNION, "Hòn Thử, ngày 05 tháng 3 năm 2024"], TO)
    assert letter_parts(document).issuer == "TỈNH ĐOÀN THỬ"


@pytest.mark.parametrize(
    ("line", "unread"),
    [
        ("Công văn số: 345/PTN-VP", "Công văn số: 345/PTN-VP"),
        ("345/PTN-VP", "345/PTN-VP"),
        ("Số/ký hiệu: 345/PTN-VP", "Số/ký hiệu: 345/PTN-VP"),
        ("So: 345/PTN", "So: 345/PTN"),
    ],
)
def test_a_number_in_another_form_is_told_and_is_no_sender(line: str, unread: str) -> None:
    """“cong-van-cong-van-so-345-ptn-vp-2024” would be its folder for ever."""
    head = f"UBND HUYỆN THỬ\nPHÒNG THỬ NGHIỆM\n{line}\nV/v giữ sổ\n\nKính gửi: A."
    parts = letter_parts(plain.of_text(head))
    assert (parts.number, parts.unread, parts.issuer) == ("", (unread,), "PHÒNG THỬ NGHIỆM")
    issued = letter_parts(plain.of_text(head.replace("PHÒNG THỬ NGHIỆM", "TỔ ĐỀ ÁN 06/CP")))
    assert issued.issuer == "TỔ ĐỀ ÁN 06/CP"
    stamped = letter_parts(plain.of_text(head.replace(line, "Số đến: 77\nSố: 345/PTN")))
    assert (stamped.number, stamped.issuer) == ("345/PTN", "PHÒNG THỬ NGHIỆM")


@pytest.mark.parametrize(
    ("number", "kind"), [("12/BQL", "Công văn"), ("12/CTr-BQL", "Chương trình")]
)
def test_a_body_that_is_called_by_a_kind_is_no_title(number: str, kind: str) -> None:
    """“chuong-trinh-12-bql-2024” would be the folder of a letter."""
    head = f"CHƯƠNG TRÌNH GIỮ SỔ\nBAN QUẢN LÝ\nSố: {number}\nHòn Thử, ngày 05 tháng 3 năm 2024\n"
    document = plain.of_text(f"{head}V/v giữ sổ\n\nKính gửi: A.")
    day = letter_day(document)
    assert letter_parts(document).kind == kind
    assert day is not None
    assert day.day == date(2024, 3, 5)


def test_a_law_that_the_subject_names_is_not_the_letters_number() -> None:
    head = "PHÒNG THỬ NGHIỆM\nSố: 12/PTN\nV/v học\nLuật số: 24/2018/QH14\n\nKính gửi: A."
    parts = letter_parts(plain.of_text(head))
    assert (parts.number, parts.subject) == ("12/PTN", "V/v học Luật số: 24/2018/QH14")
