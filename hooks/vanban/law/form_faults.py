"""What an editor is told of a value that a form does not take: the fault, and what to write.

The faults are those of pydantic (https://docs.pydantic.dev/latest/errors/validation_errors/).
"""

from __future__ import annotations

import difflib
import re
from typing import Any

from .days import NoSuchDayError, NotADayError, meant_day
from .known_keys import KnownKeys
from .names import unaccented
from .yaml_source import KeyPath

_DAY = "viết năm-tháng-ngày, ví dụ 2013-07-15"
_SHORT = 60
"""So much of a wrong value is told."""
_GLUED = re.compile(r"[a-z]+(?:-[a-z]+)*:[^\s/]")
"""``khóa:giá trị``: a key without the space that makes it one."""


class AdvisedError(ValueError):
    """A wrong value, with what to write in its place."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


def _near(value: str, choices: list[str]) -> str:
    """The value that “thay thế” or “Thay-the” stands for; "" for none."""
    said = unaccented(value).strip().replace(" ", "-")
    return next(iter(difflib.get_close_matches(said, choices, 1, 0.75)), "")


def words(error: dict[str, Any], where: KeyPath, keys: KnownKeys) -> tuple[str, str]:
    """Message and advice for one error of pydantic at ``where``."""
    kind, context = str(error["type"]), error.get("ctx", {})
    value = _short(error.get("input"))
    if kind == "missing":
        return "thiếu khóa này", "thêm khóa, hoặc chép từ một văn bản có sẵn"
    if kind == "extra_forbidden":
        return "khóa lạ", keys.advice(where)
    if kind in ("model_type", "dict_type") and _GLUED.match(str(error.get("input"))):
        return f"“{value}”: sau dấu hai chấm thiếu dấu cách", "viết “khóa: giá trị”"
    if kind == "enum":
        choices = str(context["expected"]).replace(" or ", " hoặc ")
        near = _near(value, re.findall("'([^']+)'", choices))
        advice = f"có phải “{near}”?" if near else f"chọn {choices}"
        return f"“{value}” không nằm trong các giá trị được nhận", advice
    if kind == "value_error":
        cause = context["error"]
        if isinstance(cause, NoSuchDayError):
            return f"không có ngày {value} trong lịch", _DAY
        if isinstance(cause, NotADayError):
            meant = meant_day(value)
            return f"“{value}” không phải ngày", f"có phải {meant}?" if meant else _DAY
        if isinstance(cause, AdvisedError):
            return str(cause), cause.advice
        advice = "ghi nội dung, hoặc bỏ khóa này đi" if not value.strip() else ""
        return str(cause), advice
    if kind.startswith("date"):
        return f"“{value}” không phải ngày", _DAY
    if kind.startswith("greater"):
        return f"“{value}” không lớn hơn 0", "ghi một số lớn hơn 0"
    if kind.startswith("int"):
        return f"“{value}” không phải số", "viết bằng chữ số, không kèm chữ"
    if kind.startswith("bool"):
        return f"“{value}” không phải true hay false", "viết true hoặc false"
    if kind == "string_pattern_mismatch":
        return f"“{value}” không đúng dạng", "chỉ chữ thường và số, bắt đầu bằng chữ, 2–12 ký tự"
    if kind in ("string_type", "string_too_short"):
        return "cần một dòng chữ", "ghi nội dung, hoặc bỏ khóa này đi"
    if kind in ("tuple_type", "list_type"):
        return "cần một danh sách", "mỗi mục một dòng, bắt đầu bằng dấu -"
    if kind in ("model_type", "dict_type"):
        return "cần một nhóm khóa: giá trị", "xuống dòng, thụt vào hai dấu cách rồi ghi các khóa"
    return f"“{value}” không đúng dạng", "xem một văn bản có sẵn"


def _short(value: object) -> str:
    if isinstance(value, list | dict):  # nobody typed what Python makes of it
        return "một danh sách" if isinstance(value, list) else "một nhóm khóa"
    text = "" if value is None else str(value)
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
