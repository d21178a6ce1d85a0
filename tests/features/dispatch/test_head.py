"""How the parts of a letter are set: its head in two columns, its title below, then the text."""

from __future__ import annotations

import pytest
from vanban.page import letter

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def classes(source: str) -> list[tuple[str, str]]:
    """The first word of each piece and its class."""
    found = list(letter.paragraphs(source.splitlines()))
    return [(one.text.split()[0], one.role.name) for one in letter.pieces(found)]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        # pasted in one block, or each line a paragraph: the same
        ("UBND TỈNH THỬ\nSỞ THỬ", ["cv-chu-quan", "cv-co-quan"]),
        ("UBND TỈNH THỬ\n\nSỞ THỬ", ["cv-chu-quan", "cv-co-quan"]),
        # one body over two lines is the issuing one, whole
        ("ỦY BAN NHÂN DÂN\nTỈNH THỬ", ["cv-co-quan"]),
        ("SỞ THỬ", ["cv-co-quan"]),
    ],
)
def test_the_issuing_body_is_told_from_the_one_above_it(head: str, names: list[str]) -> None:
    found = classes(f"{head}\n\n{MOTTO}\n\nSố: 5/X\n\nKính gửi: A.")
    assert [name for _, name in found[: len(names)]] == names
    assert [name for _, name in found[len(names) :]] == [
        "cv-quoc-hieu",
        "cv-quoc-hieu cv-tieu-ngu",
        "cv-so",
        "cv-kinh",
    ]


def test_a_paper_that_is_for_nobody_has_a_head_and_a_title() -> None:
    title = "QUYẾT ĐỊNH\n\nVề nội quy\n\nỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ A.\n\n1. B."
    found = classes(f"UBND TỈNH THỬ\n\nSố: 5/X\n\nHòn Thử, ngày 5 tháng 3 năm 2024\n\n{title}")
    assert found == [
        ("UBND", "cv-co-quan"),
        ("Số:", "cv-so"),
        ("Hòn", "cv-ngay"),
        ("QUYẾT", "cv-loai"),
        ("Về", "cv-trich-yeu"),
        ("ỦY", "cv-loai"),
        ("Căn", ""),
        ("1.", ""),
    ]


def test_no_letter_is_lost_or_moved() -> None:
    source = f"UBND X\nSỞ Y\n{MOTTO}\nSố: 5/X\nV/v a\nb\n\nKính gửi: A.\n\n1. C.\n\nNơi nhận:\n- D."
    found = letter.pieces(list(letter.paragraphs(source.splitlines())))
    assert " ".join(one.text for one in found).split() == source.split()
