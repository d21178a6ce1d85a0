"""The keys that the front matter of a page may have, and what each may say."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from . import answer
from .days import NoSuchDayError, NotADayError, meant_day, read_day
from .problems import Problem
from .yaml_source import YamlSource

_NUMBER = re.compile(r"[1-9][0-9]{0,3}")
LISTING = "danh-sach"
STORIES = 3
"""So many near stories end a page."""
MOST_FINES = 3
"""More frames leave no room for the answer on the first screen of a phone."""
_PARTS = frozenset({"navigation", "toc", "path", "footer"})

Fault = tuple[str, str]
"""Message and advice."""


def _drawn(value: object) -> Fault | None:
    if isinstance(value, str) and "[[" in value:
        return "[[…]] chỉ dùng trong thân trang, ở đây sẽ hiện nguyên ngoặc", "bỏ hai ngoặc"
    return None


def _text(value: object) -> Fault | None:
    if drawn := _drawn(value):
        return drawn
    if isinstance(value, str) and value.strip():
        return None
    return "cần một dòng chữ", "ghi chữ sau dấu hai chấm, hoặc bỏ khóa này đi"


def _answer(value: object) -> Fault | None:
    return _text(value) or answer.fault(value if isinstance(value, str) else "")


def _texts(value: object) -> Fault | None:
    """A line, or a list of lines no two of which are the same."""
    items = value if isinstance(value, list) else [value]
    if drawn := next(filter(None, map(_drawn, items)), None):
        return drawn
    if not items or any(_text(item) for item in items):
        return "cần một dòng chữ, hoặc một danh sách", "mỗi mục một dòng, bắt đầu bằng dấu -"
    if len(set(items)) < len(items):
        return "có mục ghi hai lần", "giữ lại một dòng"
    return None


def _fines(value: object) -> Fault | None:
    if isinstance(value, list) and len(value) > MOST_FINES:
        advice = "giữ những mức gần nhất, để mức khác trong thân bài"
        return f"quá {MOST_FINES} điều khoản, màn hình đầu của điện thoại không đủ chỗ", advice
    return _texts(value)


def _stories(value: object) -> Fault | None:
    if isinstance(value, list) and len(value) == STORIES:
        return _texts(value)
    return f"cần đúng {STORIES} chuyện", f"ghi {STORIES} tên tệp trong tinh-huong/, không có .md"


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
        meant = meant_day(_shown(value))
        advice = f"có phải {meant}?" if meant else "viết năm-tháng-ngày, ví dụ 2019-11-30"
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
    """What a key may say; only pages in ``folders`` may have it ("" for any)."""

    check: Callable[[object], Fault | None]
    folders: tuple[str, ...] = ("",)


ANSWERED = ("tinh-huong/", "hom-nay/")
"""Folders whose pages begin with an answer."""

KEYS: Mapping[str, Key] = {
    "title": Key(_text),
    "description": Key(_text),
    "tom-tat": Key(_text),
    "thu-tu": Key(_number),
    "thoi-diem": Key(_day),
    "trang": Key(_listing),
    "hide": Key(_parts),
    "phut": Key(_number, ("tap-huan/",)),
    "bia": Key(_text, ("tap-huan/",)),
    "bia-phu": Key(_text, ("tap-huan/",)),
    "nhom": Key(_text, ("tinh-huong/",)),
    "tra-loi": Key(_answer, ANSWERED),
    "muc-phat": Key(_fines, ANSWERED),
    "gan-giong": Key(_stories, ANSWERED),
}
"""Every key that some page, template or check asks for."""


def _elsewhere(names: Iterable[str], path: str) -> list[str]:
    """The keys that only pages in other folders may have."""
    return [name for name in names if name in KEYS and not path.startswith(KEYS[name].folders)]


def check(source: YamlSource, path: str, file: str) -> Iterator[Problem]:
    """Unknown keys and wrong values of one page. ``path`` is relative to ``docs``."""
    if not isinstance(source.data, dict):
        line, col = source.place(())
        advice = "viết “khóa: giá trị”, mỗi khóa một dòng"
        yield Problem(file, line, col, "đầu trang phải là các khóa: giá trị", advice)
        return
    elsewhere = _elsewhere(source.data, path)
    if len(elsewhere) > 1:
        line, col = source.place((elsewhere[0],))
        (home, *_), listed = KEYS[elsewhere[0]].folders, ", ".join(elsewhere)
        message = f"{listed}: khóa của trang trong {home}, mà tệp này nằm ở thư mục khác"
        yield Problem(file, line, col, message, f"chuyển tệp vào {home}, hoặc bỏ các khóa ấy đi")
    for name, value in source.data.items():
        if name in elsewhere and len(elsewhere) > 1:
            continue
        line, col = source.place((name,))
        key = KEYS.get(name)
        if key is None:
            near = difflib.get_close_matches(name, KEYS, n=1)
            advice = f"có phải “{near[0]}”?" if near else f"các khóa: {', '.join(KEYS)}"
            yield Problem(file, line, col, f"{name}: khóa lạ ở đầu trang", advice)
        elif not path.startswith(key.folders):
            message = f"{name}: khóa này chỉ dùng cho trang trong {' và '.join(key.folders)}"
            yield Problem(file, line, col, message, "bỏ khóa này đi")
        elif fault := key.check(value):
            yield Problem(file, line, col, f"{name}: {fault[0]}", fault[1])
