"""Words and figures that set a sentence at another time than its text's day."""

from __future__ import annotations

import pytest
from vanban.cite.signs_of_time import _FORMS, Sign, signs

ROWS: list[tuple[str, Sign, int | None, int | None, int]] = [
    # text · sign · year · month · days at most
    ("sự cố 2019-11-15", Sign.MONTH, 2019, 11, 0),
    ("sự cố 15/11/19", Sign.MONTH, 2019, 11, 0),
    ("lời khai 9.4.2022", Sign.MONTH, 2022, 4, 0),
    ("mời lên phường t8/2023", Sign.MONTH, 2023, 8, 0),
    ("ngày 3 tháng 4 năm 2018", Sign.MONTH, 2018, 4, 0),
    ("quý iii/2020", Sign.MONTH, 2020, None, 0),
    # what was done before a day was done in the month before it at the latest
    ("trước ngày 01/7/2026", Sign.MONTH, 2026, 6, 0),
    ("trước ngày 01/01/2026", Sign.MONTH, 2025, 12, 0),
    ("trước năm 2026", Sign.MONTH, 2025, None, 0),
    # lessons end in May
    ("năm học 2025-2026", Sign.MONTH, 2026, 5, 0),
    ("cách đây bảy năm", Sign.DAYS, None, None, 8 * 366),
    ("suốt 7 năm", Sign.DAYS, None, None, 8 * 366),
    ("ba tháng trước", Sign.DAYS, None, None, 4 * 31),
    ("03 năm thi hành", Sign.DAYS, None, None, 4 * 366),
    ("năm ngoái", Sign.DAYS, None, None, 731),
    ("học kỳ ii vừa rồi", Sign.DAYS, None, None, 366),
    ("hết tháng 6 vừa rồi", Sign.MONTH, None, 6, 0),
    ("hồi tháng 3", Sign.MONTH, None, 3, 0),
    ("cuối tháng tư", Sign.MONTH, None, 4, 0),
    ("tháng giêng năm nay", Sign.MONTH, None, 1, 0),
    ("hôm 20/6", Sign.MONTH, None, 6, 0),
    ("mùng 5 tháng 5 năm nay", Sign.MONTH, None, 5, 0),
    ("sau tết", Sign.MONTH, None, 2, 0),
    ("quốc hội khóa xiv", Sign.TERM, 2021, None, 0),
    ("khoá xv bấm nút", Sign.TERM, 2026, None, 0),
    ("mang số 24/2018/qh14", Sign.NUMBER, None, None, 0),
    ("năm hai nghìn không trăm mười chín", Sign.PAST, None, None, 0),
    ("hồi ấy", Sign.PAST, None, None, 0),
    ("dịch covid", Sign.PAST, None, None, 0),
    ("lúc con tôi học lớp 5", Sign.PAST, None, None, 0),
    ("khi luật mới chưa ra đời", Sign.PAST, None, None, 0),
    ("từng được học", Sign.PAST, None, None, 0),
    ("bị luật khác thay thế", Sign.GONE, None, None, 0),
    ("đầu tháng 7 tới", Sign.AHEAD, None, None, 0),
    ("ở singapore", Sign.ABROAD, None, None, 0),
    ("bên mỹ thì khác", Sign.ABROAD, None, None, 0),
    ("trung quốc ban hành", Sign.ABROAD, None, None, 0),
]


@pytest.mark.parametrize(("text", "sign", "year", "month", "days"), ROWS)
def test_a_sign(text: str, sign: Sign, year: int | None, month: int | None, days: int) -> None:
    found = [(one.sign, one.year, one.month, one.days) for one in signs(text, 0, len(text))]
    assert found == [(sign, year, month, days)]


@pytest.mark.parametrize(
    "text",
    [
        "nghị định 53/2022",  # a number
        "nghị định 53/2022/nđ-cp",
        "2019 người",
        "0272.3886.2020",
        "ở mỹ tho",
        "sống ở singapore",
        "sau 5 năm nữa",
        "sau khi ra đời",  # of nothing
        "trước đây đã nêu",
        "đã từng được khen",
    ],
)
def test_no_sign(text: str) -> None:
    assert not list(signs(text, 0, len(text)))


def test_each_form_is_tried() -> None:
    """A form is asked only where one of its first words stands: a list that lacks it is silent."""
    begun = {text.split()[n] for text, *_ in ROWS for n in range(len(text.split()))}
    for begins, *_ in _FORMS:
        assert begun & set(begins.split()), begins


def test_where_it_is_looked_for() -> None:
    text = "năm ngoái và năm ngoái"
    assert [one.start for one in signs(text, 4, len(text))] == [13]
    assert [one.start for one in signs(text, 0, 13)] == [0]
