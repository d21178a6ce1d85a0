"""The numbered items of a letter that is taken in, and what is not there of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from ...page import letter as layout

_OTHER_ITEM = re.compile(
    # (1) · 1) · 1/ · Một là, · Thứ nhất: · Điều 1. · I. · a) · a. · A. · Mục 1.
    r"\(?(?:\d{1,2}|[a-zđ])\s?\)\s|\d{1,2}\s?[/\-–]\s|(?:Một|Hai) là(?!\w)|Thứ nhất(?!\w)"
    r"|(?:Điều|Mục|Phần|Khoản)\s+(?:\d{1,2}|[IVX]+)\s?[.:]|[IVX]{1,4}\s?[.)]\s"
    r"|[a-hđ]\s?\.\s|\d{1,2}\.(?=[^\W\d])",
    re.IGNORECASE,
)
_OMITTED = re.compile(r"[(\[]?\s?(?:…|\.{3,4})\s?[)\]]?")
_EXCERPT = re.compile(r"[(\[]\s?(?:trích|lược)(?!\w|\s+yếu)|trích\s*:?\s*$", re.IGNORECASE)
_FEW = 3


def outline(source: str, missing: str) -> dict[str, Any]:
    """The items; all of them only where nothing shows that the copy is an excerpt."""
    numbers = _numbers(source)
    if not numbers:
        why = "chưa đọc được cách chia mục" if unread(source) else "bản chép không có mục đánh số"
        return {"day-du": False, "can-cu": why}
    items = {"muc": [{"so": number} for number in numbers]}
    if missing:
        return {"day-du": False, "can-cu": f"bản chép có vẻ chỉ là một phần: {missing}", **items}
    return {"day-du": True, **items}


def _numbers(source: str) -> list[int]:
    items = [one.item for one in layout.paragraphs(source.splitlines()) if one.item]
    return [int(item.number) for item, _ in groupby(items)]


def left_out(paragraphs: Sequence[str], source: str) -> str:
    """In words, what shows that a copy is no more than a part of its letter; "" for nothing."""
    if any(_OMITTED.fullmatch(text) for text in paragraphs):
        return "có chỗ lược bằng dấu ba chấm"
    if any(_EXCERPT.match(text) for text in paragraphs):
        return "bản chép ghi là trích"
    numbers = _numbers(source)
    missing = sorted({*range(1, max(numbers, default=0))} - {*numbers})
    more = "…" * (len(missing) > _FEW)
    return f"không có mục {', '.join(map(str, missing[:_FEW]))}{more}" if missing else ""


def unread(source: str) -> str:
    """How the first item of a letter begins that numbers its items in another way; else ""."""
    whole = list(layout.paragraphs(source.splitlines()))
    if any(one.item for one in whole):
        return ""
    lines = (line for one in whole for line in one.text.splitlines())
    return next((found[0].strip() for line in lines if (found := _OTHER_ITEM.match(line))), "")
