"""Who signs a letter, from the block beside “Nơi nhận”."""

from __future__ import annotations

import docx
import pytest
from vanban.intake import plain, word
from vanban.intake.letter_foot import signer

from intake.made import saved

COPIES = "Nơi nhận:\n- Như trên;\n- Lưu: VT."

BESIDE = """Nơi nhận:          KT. HIỆU TRƯỞNG
- Như trên;        PHÓ HIỆU TRƯỞNG
- Lưu: VT.

                   ThS. Lê Thị Bình"""


@pytest.mark.parametrize(
    ("foot", "who"),
    [
        (f"{COPIES}\n\nTRƯỞNG PHÒNG\n(Đã ký)\nVõ Văn Mười", "Trưởng phòng Võ Văn Mười"),
        # two columns of a plain text, side by side
        (
            BESIDE,
            "KT. Hiệu trưởng, Phó Hiệu trưởng ThS. Lê Thị Bình",
        ),
        (
            f"{COPIES}\n\nTM. ỦY BAN NHÂN DÂN XÃ AN LỄ\nCHỦ TỊCH\n\nY Bloh",
            "TM. Ủy ban nhân dân xã An Lễ, Chủ tịch Y Bloh",
        ),
        # nobody signed yet
        (f"{COPIES}\n\nHIỆU TRƯỞNG\n(Ký, đóng dấu)", ""),
        # two sign: no key has room for both
        (f"{COPIES}\n\nGIÁM ĐỐC\nLê Văn An\n\nCHỦ TỊCH\nTrần Thị Bé", ""),
        # an office that is not known may be the name of a body
        (f"{COPIES}\n\nTRƯỞNG THÔN ĐÔNG\nLê Văn An", ""),
        # a name far below belongs to an annex
        (f"{COPIES}\n\nGIÁM ĐỐC\n" + "(chữ)\n" * 9 + "Lê Văn An", ""),
        # running text that names an office, without copies
        ("GIÁM ĐỐC\nLê Văn An", ""),
    ],
)
def test_who_signs(foot: str, who: str) -> None:
    assert signer(plain.of_text(f"Kính gửi: Các phòng.\n\n1. Giữ sổ.\n\n{foot}")) == who


def test_beside_the_copies_in_a_table() -> None:
    file = docx.Document()
    file.add_paragraph("Kính gửi: Các phòng.")
    left, right = file.add_table(1, 2).rows[0].cells
    left.text = COPIES
    right.text = "KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG\n\nTrần Văn D"
    assert signer(word.read(saved(file))) == "KT. Trưởng phòng, Phó Trưởng phòng Trần Văn D"
