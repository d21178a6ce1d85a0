"""A judged letter as an editor reads it: the worst first, each with its reason, a count."""

from __future__ import annotations

from datetime import date

import pytest
from synthetic.pages import Knowledge, today
from vanban.features.draft import words
from vanban.features.draft.judged import Day, Told
from vanban.features.draft.judging import day_of
from vanban.intake import plain

from .a_letter import CALENDAR, LETTER, judged_of

TOLD = """\
Xét theo ngày 20/5/2025 (ngày ghi trong văn bản).

KHÔNG CÓ ĐIỀU KHOẢN NÀY · dòng 8, cột 27: “khoản 9 Điều 7 Luật Thử nghiệm năm 2023”
    Điều 7 Luật Thử nghiệm năm 2023 không có khoản 9. → Điều 7 có 2 khoản (1–2)

CHƯA RÕ DẪN TỚI ĐÂU · dòng 11, cột 4: “khoản 1 Điều 3”
    Không rõ thuộc văn bản nào. → có phải của Chỉ thị số 7/CT-UBND ngày 05/8/2016 (nêu ngay sau)?

HẾT HIỆU LỰC · dòng 7, cột 47: “khoản 1 Điều 5 Luật Thử nghiệm năm 2012”
    Khoản 1 Điều 5 Luật Thử nghiệm năm 2012: hết hiệu lực từ 01/01/2024 (văn bản nêu rõ, kiểm tra \
18/5/2025).
    Nay: khoản 2 Điều 7 Luật Thử nghiệm năm 2023 (cách đọc của người biên soạn) – Giữ ý cũ.

CHƯA CÓ HIỆU LỰC · dòng 10, cột 6: “Điều 1 Thông tư 66/2025/TT-BTN”
    Điều 1 Thông tư 66/2025/TT-BTN: chưa có hiệu lực (có hiệu lực từ 01/9/2025) (văn bản nêu rõ, \
kiểm tra 20/5/2025).

KHO KHÔNG CÓ VĂN BẢN NÀY · dòng 10, cột 38: “Nghị định 98/2009/NĐ-CP”
    Văn bản không có trong kho.
    Kho biết: Điều 2 Nghị định 33/2014/NĐ-CP (có hiệu lực từ 01/5/2014) thay thế văn bản này (một \
nguồn, kiểm tra 20/5/2025).

CHƯA RÕ HIỆU LỰC · dòng 11, cột 20: “Chỉ thị 7/CT-UBND ngày 05/8/2016”
    Chỉ thị 7/CT-UBND: chưa rõ hiệu lực (chưa rõ, kiểm tra 20/5/2025).

CÒN HIỆU LỰC MỘT PHẦN · dòng 10, cột 63: “Nghị định 44/2024/NĐ-CP”
    Nghị định 44/2024/NĐ-CP: còn hiệu lực một phần (cách đọc của người biên soạn, kiểm tra \
20/5/2025); đã hết: khoản 2 Điều 4 (văn bản nêu rõ); chưa rõ: Điều 5.

CÒN HIỆU LỰC · dòng 7, cột 6: “khoản 1 Điều 7 Luật Thử nghiệm năm 2023”
    Khoản 1 Điều 7 Luật Thử nghiệm năm 2023: còn hiệu lực (văn bản nêu rõ, kiểm tra 20/5/2025).

8 viện dẫn: 1 không có điều khoản này; 1 chưa rõ dẫn tới đâu; 1 hết hiệu lực; 1 chưa có hiệu lực; \
1 kho không có văn bản này; 1 chưa rõ hiệu lực; 1 còn hiệu lực một phần; 1 còn hiệu lực.
"""


def test_every_verdict_in_words(knowledge: Knowledge) -> None:
    found, day = judged_of(knowledge)
    assert "\n".join(words.lines(found, LETTER, day, today())) + "\n" == TOLD


def test_a_letter_that_cites_nothing(knowledge: Knowledge) -> None:
    """Nothing was judged, so nothing has to be said of what came after the check."""
    found, day = judged_of(knowledge, "Kính gửi: Các phòng.", date(2025, 6, 2))
    assert list(words.lines(found, "", day, today())) == [
        "Xét theo ngày 02/6/2025 (ngày ghi trong lệnh).",
        "",
        "Không thấy viện dẫn nào.",
    ]


YOUNGER = "Kho được kiểm tra tới ngày 20/5/2025; điều gì đổi sau ngày ấy thì ở đây chưa biết."


@pytest.mark.parametrize(
    ("day", "told"),
    [("2025-05-20", ""), ("2025-05-21", YOUNGER)],  # on the day of the check, on the next
)
def test_a_letter_younger_than_the_check(knowledge: Knowledge, day: str, told: str) -> None:
    found, judged_on = judged_of(knowledge, given=date.fromisoformat(day))
    assert words.limit(found, judged_on, today()) == told


@pytest.mark.parametrize(
    ("head", "told", "blank"),
    [
        ("Thử Nghiệm, ngày 20 tháng 5 năm 2025", "20/5/2025 (ngày ghi trong văn bản)", ""),
        ("Theo Điều 7.", "01/6/2025 (hôm nay, vì chưa rõ ngày của thư; muốn chắc thì thêm", ""),
        ("Thử Nghiệm, ngày   tháng 5 năm 2025", "01/6/2025 (hôm nay", "còn để trống"),
        (
            "Thử Nghiệm, ngày 31 tháng 9 năm 2025",
            "01/6/2025 (hôm nay",
            "ghi một ngày không có trong lịch",
        ),
    ],
)
def test_on_which_day(head: str, told: str, blank: str) -> None:
    day, why = day_of(plain.of_text(f"{head}\n\nKính gửi: A."), None, CALENDAR)
    assert words.heading(day).startswith(f"Xét theo ngày {told}")
    expected = f"Dòng ngày của thư {blank} (“{head}”): xét theo hôm nay, 01/6/2025."
    assert " ".join(why.split()) == (" ".join(expected.split()) if blank else "")


THEN_AND_NOW = """\
Khoản 1 Điều 5 Luật Thử nghiệm năm 2012: còn hiệu lực (văn bản nêu rõ, kiểm tra 18/5/2025).
Ngày kiểm tra gần nhất: hết hiệu lực từ 01/01/2024.
Nay: khoản 2 Điều 7 Luật Thử nghiệm năm 2023 (cách đọc của người biên soạn) – Giữ ý cũ.
"""


def test_then_and_now(knowledge: Knowledge) -> None:
    """On a day that is past: how it stood then, and that it stands otherwise now."""
    text = "Theo khoản 1 Điều 5 Luật Thử nghiệm năm 2012."
    (one,), _ = judged_of(knowledge, text, date(2013, 1, 1))
    assert list(words.reasons(one)) == THEN_AND_NOW.splitlines()


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        # one counterpart that ended itself · nothing at all · of a part · what holds it was
        # compared · its clauses were · only the whole law was
        ("Điều 23", "Nay: khoản 2 Điều 4 Nghị định 44/2024/NĐ-CP (hết hiệu lực; "),
        ("điểm d khoản 1 Điều 5", "Nay: không có quy định tương ứng ("),
        ("khoản 2 Điều 5", "Nay: vế về mẫu thử: điểm a khoản 2 Điều 7 Luật Thử nghiệm năm 2023 ("),
        ("điểm a Điều 6", "Nay (mới so được cả Điều 6 Luật Thử nghiệm năm 2012): vế đầu: Điều 7"),
        ("Điều 5", "Nay: khoản 1 Điều 5: khoản 2 Điều 7 Luật Thử nghiệm năm 2023 ("),
        ("Điều 23a", "Nay (mới so được cả Luật Thử nghiệm năm 2012): Luật Thử nghiệm năm 2023 ("),
    ],
)
def test_where_it_stands_today(knowledge: Knowledge, cited: str, told: str) -> None:
    text = f"Theo {cited} Luật Thử nghiệm năm 2012."
    (one,), _ = judged_of(knowledge, text, date(2025, 5, 20))
    assert [line for line in words.reasons(one) if line.startswith(told)], list(words.reasons(one))


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        (Told.LETTER, {"broken", "ambiguous", "ended", "not-yet"}),
        (Told.OPTION, {"broken", "ambiguous", "ended", "not-yet"}),
        (Told.CALENDAR, {"broken", "ambiguous"}),  # nobody named a day: only what no day mends
    ],
)
def test_what_must_be_mended(knowledge: Knowledge, told: Told, wrong: set[str]) -> None:
    found, _ = judged_of(knowledge)
    day = Day(date(2025, 5, 20), told)
    assert {one.verdict.value for one in found if one.wrong(day)} == wrong
