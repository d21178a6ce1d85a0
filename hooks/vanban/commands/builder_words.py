"""What the site builder says, as an editor is told it: Vietnamese, with file, line and advice.

The builder's sentences are those of MkDocs 1.6; one that is not known is told as it is, with a word
on whose it is, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..law.problems import Problem

Read = Callable[[str], str]
"""The text of a file of the project, by its path there; "" where there is none."""


@dataclass(frozen=True)
class _Fault:
    """A sentence of the builder: its pattern, with the groups ``page``, ``text`` and others."""

    pattern: str
    message: str
    advice: str
    file: str = ""
    """The file to be mended where the sentence names no page."""


_SETTINGS = "mkdocs.yml"
_PAGE = r"Doc file '(?P<page>.*?)' contains "
_GUESS = r"(?: Did you mean '(?P<guess>.*)'\?)?"
_FAULTS = (
    _Fault(
        _PAGE + rf"a link '(?P<text>.*?)', but the target.* is not found among .*?\.{_GUESS}",
        "đường dẫn “{text}” không dẫn tới tệp nào",
        "ghi đúng tên tệp",
    ),
    _Fault(
        _PAGE + rf"an (?:unrecognized relative|absolute) link '(?P<text>.*?)', .*?\.{_GUESS}",
        "không hiểu đường dẫn “{text}”",
        "ghi đường dẫn tới một tệp .md, tính từ trang này",
    ),
    _Fault(
        _PAGE + r"a link '(?P<text>.*?)', but (?:there is no such anchor|the doc).*",
        "đường dẫn “{text}” tới một chỗ không có trên trang ấy",
        "xem lại phần sau dấu #",
    ),
    _Fault(
        _PAGE + r"a link to '(?P<text>.*?)' which is excluded from the built site\.",
        "đường dẫn “{text}” tới một tệp không có trên trang",
        "bỏ đường dẫn này",
    ),
    _Fault(
        r"Error reading page '(?P<page>.*?)':\s*(?P<own>.*)",
        "không đọc được trang này {own}",
        "xem lại thay đổi gần nhất trong tệp này",
    ),
    _Fault(
        r"Error building page '(?P<page>.*?)':\s*(?P<own>.*)",
        "không dựng được trang này {own}",
        "xem lại thay đổi gần nhất trong tệp này",
    ),
    _Fault(r"File not found: (?P<page>.*)", "không có tệp này", "trả lại tệp ấy"),
    _Fault(
        r"Encoding error reading file: (?P<page>.*)",
        "tệp này không phải UTF-8",
        "lưu lại tệp với bảng mã UTF-8",
    ),
    _Fault(
        r"Excluding '(?P<page>.*?)' from the site because it conflicts with '(?P<own>.*)'\.",
        "trang này trùng chỗ với {own}",
        "bỏ một trong hai tệp",
    ),
    _Fault(
        r"A reference to '(?P<text>.*?)' is included in the 'nav' configuration, .*",
        "menu kể “{text}” mà không có trang ấy trên trang web",
        "ghi đúng tên tệp",
        _SETTINGS,
    ),
    _Fault(
        r"Config value '(?P<text>.*?)': Unrecognised configuration name: .*",
        "{text}: khóa lạ",
        "bỏ khóa này, hoặc ghi đúng tên",
        _SETTINGS,
    ),
    _Fault(
        r"Config value '(?P<text>.*?)': Required configuration not provided\.",
        "{text}: thiếu khóa này",
        "thêm khóa ấy",
        _SETTINGS,
    ),
    # With each line of a program that led there; the last one says what was wrong.
    _Fault(
        r"Config value '(?P<text>.*?)': Failed to load extension '(?P<name>.*?)'\.\s+File \".*\n"
        r"(?P<own>\w+: [^\n]*)",
        "{text}: giá trị không dùng được ở phần mở rộng “{name}” (Python: {own})",
        "sửa giá trị ấy",
        _SETTINGS,
    ),
    _Fault(
        r"Config value '(?P<text>.*?)': (?P<own>.*)",
        "{text}: giá trị không dùng được (MkDocs: {own})",
        "sửa giá trị ấy, hoặc bỏ khóa này",
        _SETTINGS,
    ),
    _Fault(
        r"MkDocs encountered an error parsing the configuration file: (?P<own>.*)",
        "tệp cài đặt không đọc được (YAML: {own})",
        "xem lại thay đổi gần nhất trong tệp này",
        _SETTINGS,
    ),
    _Fault(r"Config file '(?P<text>.*?)' does not exist\.", "không có “{text}”", "trả lại tệp ấy"),
)
_OMITTED = re.compile(
    r"The following pages exist in the docs directory, but are not .*?:\n(.*)", re.S
)
_NEWS = (
    (r"Documentation built in (.*) seconds", "Dựng xong{what} trong {0} giây."),
    (r"Serving on (\S+).*", "Mở trong trình duyệt: {0} (Ctrl+C để dừng)"),
    (r"Detected file changes", "Có tệp vừa sửa."),
)
_WHAT = {"mkdocs.yml": " trang web", "mkdocs.offline.yml": " bản mở từ đĩa (ZIP)"}
"""What each file of settings builds: a site is built twice, once for disks."""
_CLOCK = re.compile(r"^\[\d\d:\d\d:\d\d\] ")
_FOLLOWS = re.compile(r"Aborted with .*")
"""Only says that something was told before."""
_TOLD = re.compile(r"[^\n:]+:\d+:\d+: ")
"""How a line of ours begins."""


def news(message: str, settings: str = "") -> str:
    """What an editor is told of the builder's progress; "" for what is of no use to them.

    ``settings`` is the file that is built by.
    """
    message = _CLOCK.sub("", message)
    for pattern, words in _NEWS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return words.format(*found.groups(), what=_WHAT.get(settings, ""))
    return ""


def faults(message: str, docs: str, read: Read) -> Iterator[str]:
    """A warning or an error of the builder as lines ``file:line:col: message → advice``.

    ``docs`` is the folder of the pages as messages name it. What is ours already is told as it is;
    the builder's remark that it gives up is left out. A place that cannot be found is line 1.
    """
    message = message.strip()
    omitted = _OMITTED.fullmatch(message)
    if _TOLD.match(message):
        yield from message.splitlines()
    elif omitted:
        for name in re.findall(r"^\s*- (.+)$", omitted[1], re.MULTILINE):
            page = name.replace("\\", "/")
            advice = "đặt tệp vào một thư mục của kho, hoặc bỏ tệp này"
            yield str(Problem(f"{docs}/{page}", 1, 1, "trang này không nằm trong menu nào", advice))
    elif not _FOLLOWS.fullmatch(message):
        yield _told(message, docs, read)


def _told(message: str, docs: str, read: Read) -> str:
    for fault in _FAULTS:
        found = re.fullmatch(fault.pattern, message, re.DOTALL)
        if not found:
            continue
        said = {key: " ".join((words or "").split()) for key, words in found.groupdict().items()}
        page, text = said.get("page", "").replace("\\", "/"), said.get("text", "")
        file = f"{docs}/{page}" if page else fault.file or _SETTINGS
        line, col = _place(read(file), text) if text else (1, 1)
        guess = said.get("guess", "")
        advice = f"có phải “{guess}”?" if guess else fault.advice
        words = fault.message.format(**{"own": "", **said}).strip()
        return str(Problem(file, line, col, words, advice))
    return f"Bộ dựng trang (MkDocs) báo: {' '.join(message.split())}"


def _place(source: str, text: str) -> tuple[int, int]:
    """Line and column, from 1, of the first ``text`` in a page; its beginning where it is not."""
    start = source.find(text)
    if start < 0:
        return 1, 1
    return source.count("\n", 0, start) + 1, start - source.rfind("\n", 0, start)
