"""The page that stands in place of the site, for an editor who previews it, while it has faults."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

_LINE = re.compile(r"(?P<place>[^\n:]+:\d+:\d+): (?P<message>.*?)(?: → (?P<advice>.*))?")
_HEAD = """<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trang chưa dựng được</title>
<style>
:root { color-scheme: light dark }
body { font: 1.05rem/1.6 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem }
body { padding: 0 1rem }
li { margin: 0 0 1rem }
code { font-weight: 700; overflow-wrap: anywhere }
</style>
<body>
<h1>Trang chưa dựng được</h1>
<p>Sửa những chỗ dưới đây, chỗ đầu trước, rồi lưu tệp: trang này tự tải lại.</p>
<ol>
"""
_NOTE = (
    "position:fixed;inset:auto 0 0 0;z-index:99;margin:0;padding:.4rem 1rem;"
    "font:.8rem/1.4 system-ui,sans-serif;background:#fff3c4;color:#222"
)
_FOOT = "</ol>\n</body>\n</html>\n"


def problem_page(lines: Iterable[str]) -> str:
    """The page as HTML. A line is ``file:line:col: message → advice``, or any other sentence."""
    return _HEAD + "".join(f"<li>{_item(line)}</li>\n" for line in lines) + _FOOT


def waiting_note(pages: Sequence[str]) -> str:
    """What stands below every page while only ``pages`` (paths below ``docs``) are built anew."""
    names = ", ".join(f"<code>{escape(page)}</code>" for page in pages)
    return (
        f'<p role="status" style="{_NOTE}">Vừa dựng lại riêng {names}. Các trang khác, danh sách và'
        " tìm kiếm còn như trước lần sửa này; đang kiểm tra và dựng lại cả kho, xong thì trang này"
        " tự tải lại.</p>\n"
    )


def _item(line: str) -> str:
    found = _LINE.fullmatch(line)
    if not found:
        return escape(line)
    advice = f"<br>→ {escape(found['advice'])}" if found["advice"] else ""
    return f"<code>{escape(found['place'])}</code><br>{escape(found['message'])}{advice}"
