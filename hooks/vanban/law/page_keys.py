"""The keys that the front matter of a page may have, and what each may say."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from .days import NoSuchDayError, NotADayError, read_day
from .problems import Problem
from .yaml_source import YamlSource

_NUMBER = re.compile(r"[1-9][0-9]{0,3}")
LISTING = "danh-sach"
_PARTS = frozenset({"navigation", "toc", "path", "footer"})

Fault = tuple[str, str]
"""Message and advice."""


def _text(value: object) -> Fault | None:
    if isinstance(value, str) and value.strip():
        return None
    return "cần một dòng chữ", "ghi chữ sau dấu hai chấm, hoặc bỏ khóa này đi"


def _number(value: object) -> Fault | None:
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return None
    return f"“{_shown(value)}” không phải số", "viết bằng chữ số, từ 1 tới 9999"


def _day(value: object) -> Fault | None:
    try:
        read_day(value if isinstance(value, str) else "")
    except NoSuchDayError:
        return f"không có ngày {value} trong lịch", "viết năm-tháng-ngày, ví dụ 2019-11-30"
    except NotADayError:
        advice = "viết năm-tháng-ngày, ví dụ 2019-11-30"
        return f"“{_shown(value)}” không phải ngày", advice
    return None


def _parts(value: object) -> Fault | None:
    if isinstance(value, list) and all(item in _PARTS for item in value):
        return None
    return "cần một danh sách phần của trang", f"chọn trong: {', '.join(sorted(_PARTS))}"


def _listing(value: object) -> Fault | None:
    return None if value == LISTING else (f"“{_shown(value)}” không phải kiểu trang", LISTING)


def _shown(value: object) -> str:
    return value if isinstance(value, str) else "một danh sách" if value else "trống"


@dataclass(frozen=True)
class Key:
    """What a key may say; ``folder`` is the only one whose pages may have it ("" for any)."""

    check: Callable[[object], Fault | None]
    folder: str = ""


KEYS: Mapping[str, Key] = {
    "title": Key(_text),
    "description": Key(_text),
    "tom-tat": Key(_text),
    "thu-tu": Key(_number),
    "thoi-diem": Key(_day),
    "trang": Key(_listing),
    "hide": Key(_parts),
    "phut": Key(_number, "tap-huan/"),
    "nhom": Key(_text, "tinh-huong/"),
}
"""Every key that some page, template or check asks for."""


def check(source: YamlSource, path: str, file: str) -> Iterator[Problem]:
    """Unknown keys and wrong values of one page. ``path`` is relative to ``docs``."""
    if not isinstance(source.data, dict):
        line, col = source.place(())
        advice = "viết “khóa: giá trị”, mỗi khóa một dòng"
        yield Problem(file, line, col, "đầu trang phải là các khóa: giá trị", advice)
        return
    for name, value in source.data.items():
        line, col = source.place((name,))
        key = KEYS.get(name)
        if key is None:
            near = difflib.get_close_matches(name, KEYS, n=1)
            advice = f"có phải “{near[0]}”?" if near else f"các khóa: {', '.join(KEYS)}"
            yield Problem(file, line, col, f"{name}: khóa lạ ở đầu trang", advice)
        elif not path.startswith(key.folder):
            message = f"{name}: khóa này chỉ dùng cho trang trong {key.folder}"
            yield Problem(file, line, col, message, "bỏ khóa này đi")
        elif fault := key.check(value):
            yield Problem(file, line, col, f"{name}: {fault[0]}", fault[1])
