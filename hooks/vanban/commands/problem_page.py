"""The page that stands in place of the site, for an editor who previews it, while it has faults."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
_FOOT = "</ol>\n</body>\n</html>\n"


def problem_page(lines: Iterable[str]) -> str:
    """The page as HTML. A line is ``file:line:col: message → advice``, or any other sentence."""
    return _HEAD + "".join(f"<li>{_item(line)}</li>\n" for line in lines) + _FOOT


def _item(line: str) -> str:
    found = _LINE.fullmatch(line)
    if not found:
        return escape(line)
    advice = f"<br>→ {escape(found['advice'])}" if found["advice"] else ""
    return f"<code>{escape(found['place'])}</code><br>{escape(found['message'])}{advice}"
