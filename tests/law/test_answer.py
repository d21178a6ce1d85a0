"""The first line of a page: its decisive clause in bold, and short enough for a phone."""

from __future__ import annotations

import pytest
from vanban.law.answer import Answer, fault, named_fine, read


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("**Không.**", Answer("Không.", "")),
        ("**Có, khi em đồng ý.** Chưa thì khoan.", Answer("Có, khi em đồng ý.", "Chưa thì khoan.")),
        # as YAML folds it, and as an editor breaks it
        ("**Gỡ\nngay.**\nRồi báo.", Answer("Gỡ ngay.", "Rồi báo.")),
        ("Không.", None),
        ("Không. **Gỡ ngay.**", None),  # what is decisive stands first
        ("**Không.** Nhưng **có khi** có.", None),  # one clause is decisive, not two
        ("", None),
    ],
)  # fmt: skip
def test_what_an_answer_is(text: str, answer: Answer | None) -> None:
    assert read(text) == answer


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("**" + "chữ " * 24 + "chữ.**", ""),
        ("**" + "chữ " * 25 + "chữ.**", "vế in đậm dài 26 tiếng, quá 25"),
        # a dash between two words is no word
        ("**" + "chữ " * 24 + "– chữ.**", ""),
        ("**Một.** Hai. Ba.", ""),
        ("**Một.** Hai? Ba. Bốn.", "câu trả lời dài 4 câu, quá 3"),
        # what ends no sentence: an ellipsis in a quotation, a number, an abbreviation inside
        ("**Một.** Trang “Bản tin…”, “Báo…” cũng nên đổi. Từ 1.000 đồng.", ""),
        ("**Một** hai.", "vế in đậm chưa có dấu chấm câu"),
        ("Một.", "câu trả lời phải mở bằng vế quyết định, in đậm"),
    ],
)
def test_what_is_told_to_an_editor(text: str, told: str) -> None:
    found = fault(text)
    assert (found[0] if found else "") == told
    assert found is None or found[1]


@pytest.mark.parametrize(
    ("text", "provision", "when"),
    [
        ("khoản 1 Điều 2 Nghị định 3/2020/NĐ-CP", "khoản 1 Điều 2 Nghị định 3/2020/NĐ-CP", ""),
        ("khoản 1 Điều 2 (chưa ai yêu cầu)", "khoản 1 Điều 2", "chưa ai yêu cầu"),
        # as YAML folds it
        ("khoản 1 Điều 2\n( chưa ai\nyêu cầu )", "khoản 1 Điều 2", "chưa ai yêu cầu"),
        # brackets that do not close are no words: what stands there is told as no provision
        ("khoản 1 Điều 2 (chưa ai", "khoản 1 Điều 2 (chưa ai", ""),
    ],
)  # fmt: skip
def test_a_fine_and_when_it_is_one(text: str, provision: str, when: str) -> None:
    assert named_fine(text) == (provision, when)
