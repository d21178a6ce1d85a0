"""The day on which the site's facts were last checked: one line of ``mkdocs.yml``."""

from __future__ import annotations

import re
from datetime import date

from .days import NoSuchDayError, NotADayError, read_day
from .problems import Problem

KEY = "ngay-kiem-tra"
FILE = "mkdocs.yml"
_LINE = re.compile(rf"^(?P<before>[ \t]+{KEY}[ \t]*:[ \t]*)(?P<value>[^\n]*)$", re.MULTILINE)
_ANY = re.compile(rf"^[ \t]*{KEY}\b", re.MULTILINE)
_EXTRA = re.compile(r"^extra[ \t]*:", re.MULTILINE)
_VALUE = re.compile(r"""(?P<quote>["']?)(?P<day>[^"'#]*?)(?P=quote)[ \t]*(?:#.*)?""")
_FORM = f"viết năm-tháng-ngày, ví dụ {KEY}: 2026-11-23"


def read_checked_on(
    config: str, file: str = FILE, today: date | None = None
) -> tuple[date | None, list[Problem]]:
    """The day under ``extra.ngay-kiem-tra`` of a ``mkdocs.yml``, or None and what is wrong with it.

    A quoted day is a day. ``today`` is the day of the calendar, where it is to be compared.
    """
    found = list(_LINE.finditer(config))
    if not found:
        at = _ANY.search(config) or _EXTRA.search(config)
        line = config.count("\n", 0, at.start()) + 1 if at else 1
        advice = f"thêm dưới extra:, thụt vào hai dấu cách, dòng “{KEY}: năm-tháng-ngày”"
        return None, [Problem(file, line, 1, f"thiếu extra.{KEY}", advice)]
    if len(found) > 1:
        line, col = _place(config, found[1])
        return None, [Problem(file, line, col, f"{KEY}: viết hai lần", "giữ lại một")]
    line, col = _place(config, found[0])
    if found[0]["value"] and found[0]["before"].endswith(":"):
        return None, [Problem(file, line, col, f"{KEY}: thiếu dấu cách sau dấu hai chấm", _FORM)]
    read = _VALUE.fullmatch(found[0]["value"].rstrip())
    told = read["day"].strip() if read else found[0]["value"].strip()
    try:
        day = read_day(told)
    except NoSuchDayError:
        return None, [Problem(file, line, col, f"{KEY}: không có ngày {told} trong lịch", _FORM)]
    except NotADayError:
        message = f"{KEY}: “{told}” không phải ngày" if told else f"{KEY}: chưa ghi ngày"
        return None, [Problem(file, line, col, message, _FORM)]
    if today and day > today:
        message = f"{KEY}: ngày {told} chưa tới (hôm nay là {today})"
        return None, [Problem(file, line, col, message, "ghi ngày đã kiểm tra")]
    return day, []


def _place(config: str, found: re.Match[str]) -> tuple[int, int]:
    """Line and column of the value."""
    return config.count("\n", 0, found.start()) + 1, len(found["before"]) + 1
