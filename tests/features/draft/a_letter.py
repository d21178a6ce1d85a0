"""A letter that is not sent yet, with a citation of each verdict that the invented project has."""

from __future__ import annotations

from datetime import date

from synthetic.pages import Knowledge, today
from vanban.cite.citation import Context
from vanban.features.draft.judged import Day, Judged
from vanban.features.draft.judging import day_of, judge
from vanban.intake import plain

LETTER = """\
Số: 12/STN-VP

Thử Nghiệm, ngày 20 tháng 5 năm 2025

Kính gửi: Các phòng.

Theo khoản 1 Điều 7 Luật Thử nghiệm năm 2023; khoản 1 Điều 5
Luật Thử nghiệm năm 2012; khoản 9 Điều 7 Luật Thử nghiệm năm 2023.

Theo Điều 1 Thông tư 66/2025/TT-BTN, Nghị định 98/2009/NĐ-CP, Nghị định 44/2024/NĐ-CP
và khoản 1 Điều 3; Chỉ thị 7/CT-UBND ngày 05/8/2016 của Chủ tịch UBND tỉnh Thử.
"""
CALENDAR = date(2025, 6, 1)
"""The day on which it is judged."""


def judged_of(
    knowledge: Knowledge, text: str = LETTER, given: date | None = None
) -> tuple[tuple[Judged, ...], Day]:
    """Its citations in their order, and the day that they are judged on."""
    document = plain.of_text(text)
    day, _ = day_of(document, given, CALENDAR)
    return judge(document, knowledge.engine, Context(), day, today()), day
