"""From the bytes of a file to text that everything else can trust, and places in it.

Text is UTF-8 (a BOM is dropped), composed (NFC), each line ended by a line feed, free of
characters that cannot be printed and of the marks that git leaves in a file after a conflict.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .problems import Problem

_UNPRINTABLE = re.compile(
    # controls but tab and line feed; other line ends; signs that turn the order of letters round;
    # half characters; the mark of a lost letter
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffd-\uffff]"
)
_OF_A_FONT = re.compile("[\ue000-\uf8ff\ufdd0-\ufdef\U000f0000-\U0010ffff]")
"""Signs that have a shape in one font alone: Symbol and Wingdings, as Word writes their signs."""
_USUAL = {
    0xF02D: "-",
    0xF06C: "●",
    0xF06E: "■",
    0xF06F: "□",
    0xF071: "❑",
    0xF076: "❖",
    0xF0A7: "▪",
    0xF0A8: "□",
    0xF0B7: "•",
    0xF0D8: "➢",
    0xF0E0: "→",
    0xF0FC: "✓",
    0xF0FE: "☑",
}
_BOX = "□"
"""What most readers see of such a sign."""
_MARKS = ("<" * 7, ">" * 7, "|" * 7)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_LOST = "\ufffd"
_BINARY = (
    (b"PK\x03\x04", "tệp Word, Excel hoặc tệp nén"),
    (b"\xd0\xcf\x11\xe0", "tệp Word hoặc Excel kiểu cũ"),
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "tệp RTF"),
)
# §iÒu · LuËt · NghÞ ®Þnh · kho¶n (TCVN3) — Ñieàu · Luaät · Nghò ñònh · khoaûn (VNI): words that
# are Vietnamese in an old font alone. First the signs of which each of them has one: few texts do.
_OLD_FONTS = {
    "TCVN3 (font .VnTime)": (
        "§Ë®¶«",
        re.compile(r"§iÒu|[Ll]uËt|[Nn]ghÞ ®Þnh|[Kk]ho¶n|[Tt]h«ng t|®iÓm"),
    ),
    "VNI (font VNI-Times)": (
        "Ñäñûö",
        re.compile(r"Ñieàu|[Ll]uaät|[Nn]ghò ñònh|[Kk]hoaûn|[Tt]hoâng tö"),
    ),
}
_AS_FIGURES = str.maketrans("OoIl", "0011")
UTF8 = "mở bằng Notepad, chọn Lưu thành, đổi Mã hóa (Encoding) thành UTF-8"


class Place(NamedTuple):
    """Line and column of an offset, both from 1."""

    line: int
    col: int


@dataclass(frozen=True)
class LineIndex:
    """Where each line of one text begins: made once, asked often."""

    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def place(self, offset: int) -> Place:
        """Where ``offset`` (code points from the beginning) stands."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)


def decode(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """The text of a file's bytes, or None and one problem that says why it cannot be read.

    An empty file is a text too. ``file`` is for messages.
    """
    for beginning, what in _BINARY:
        if data.startswith(beginning):
            advice = "mở tệp ấy ra, chép chữ sang một tệp chữ mới"
            return None, [Problem(file, 1, 1, f"đây là {what}, không phải tệp chữ", advice)]
    halves = len(data) >= 8 and data.count(0) > len(data) // 4
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or halves:
        message = "tệp lưu bằng mã UTF-16 (Unicode), không phải UTF-8"
        return None, [Problem(file, 1, 1, message, UTF8)]
    try:
        text = data.decode("utf-8-sig").lstrip("\ufeff")  # two programs may each have put one
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        last = before.rpartition(b"\n")[2].decode("utf-8", "replace")
        line, col = before.count(b"\n") + 1, len(last) + 1
        message = "tệp không lưu bằng mã UTF-8 (thường là ANSI): chữ ở chỗ này không đọc được"
        return None, [Problem(file, line, col, message, UTF8)]
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    wrong = unprintable(text, file) or _conflict(text, file) or old_font(text, file)
    wrong = wrong or _of_a_font(text, file)
    return (None, [wrong]) if wrong else (text, [])


def unprintable(text: str, file: str) -> Problem | None:
    """The first character that no page can show; None where there is none."""
    for found in _UNPRINTABLE.finditer(text):
        place = LineIndex(text).place(found.start())
        if found[0] == _LOST:
            message = f"có chữ đã hỏng (“{_LOST}”), do tệp từng được lưu sai mã"
            return Problem(file, place.line, place.col, message, "gõ lại chữ ở chỗ này")
        message = f"có ký tự điều khiển không nhìn thấy (U+{ord(found[0]):04X})"
        return Problem(file, place.line, place.col, message, "xóa ký tự ở chỗ này, gõ lại")
    return None


def old_font(text: str, file: str) -> Problem | None:
    """Where a text is typed for a font from before Unicode: no word can be read; else None."""
    for name, (signs, words) in _OLD_FONTS.items():
        found = words.search(text) if any(sign in text for sign in signs) else None
        if found:
            place = LineIndex(text).place(found.start())
            message = f"chữ gõ theo bảng mã {name}, máy không đọc được"
            advice = "dùng UniKey (Ctrl+Shift+F6) chuyển mã sang Unicode, rồi chép lại"
            return Problem(file, place.line, place.col, message, advice)
    return None


def _of_a_font(text: str, file: str) -> Problem | None:
    """The first sign that has a shape in a font of Word alone; None where there is none."""
    found = _OF_A_FONT.search(text)
    if found is None:
        return None
    place = LineIndex(text).place(found.start())
    message = f"có ký hiệu riêng của một phông chữ (U+{ord(found[0]):04X}), nơi khác hiện ô trống"
    usual = _USUAL.get(ord(found[0]), "")
    advice = f"xóa nó, gõ dấu thường: {usual}" if usual else "xóa nó, gõ dấu thường hay chữ"
    return Problem(file, place.line, place.col, message, advice)


def with_usual_signs(text: str) -> str:
    """A text without signs of fonts of Word: the usual one for each, a box where none is known."""
    return _OF_A_FONT.sub(lambda found: _USUAL.get(ord(found[0]), _BOX), text)


def as_figures(text: str) -> str:
    """A number with O or l in it, typed by mistake, as it was meant: “2O13” → “2013”."""
    return text.translate(_AS_FIGURES)


def has_unprintable(text: str) -> bool:
    return _UNPRINTABLE.search(text) is not None


def _conflict(text: str, file: str) -> Problem | None:
    found = _CONFLICT.search(text) if any(mark in text for mark in _MARKS) else None
    if not found:
        return None
    place = LineIndex(text).place(found.start())
    message = "có dấu xung đột của git (<<<<<<<, >>>>>>>)"
    advice = "chọn một trong hai phần, rồi xóa các dòng dấu"
    return Problem(file, place.line, place.col, message, advice)
