"""What a letter says an instrument is about, right behind its number and its day.

Where those words end nobody can tell for certain, for a title may hold a semicolon: they are
quoted as the letter has them, for the editor to check, and never taken for the title.
"""

from __future__ import annotations

import re

_ABOUT = re.compile(
    # “ của Thủ tướng Chính phủ về tăng cường …”, “ quy định chế độ …”
    r"\s*,?\s*(?:ngày\s[^;:.()]{1,40}?)?"
    r"(?:\s*,?\s*(?<!\w)(?:của|do)\s[^;:.()\n]{1,80}?)?"
    r"\s*,?\s*(?P<about>(?<!\w)(?:về|quy định|ban hành|hướng dẫn|sửa đổi)(?!\w)[^(\n]*)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[;.](?=\s|$)|\s*[;:.,]*\s*$")
_FEWEST = 4
"""Fewer words say nothing of a title: “về sổ”."""
_MOST = 240


def said_title(behind: str, other: int | None) -> str:
    """“về tăng cường quản lý …”, or "" where it says none, or where what it says may be of another.

    ``behind`` is the rest of the paragraph, ``other`` where in it another instrument is named.
    A “…” behind a semicolon marks that the sentence goes on.
    """
    found = _ABOUT.match(behind)
    if found is None:
        return ""
    words = found["about"]
    first = _ENDS.search(words)
    assert first is not None
    if other is not None and other < found.start("about") + first.start():
        return ""
    said = " ".join(words[: first.start()].split())
    if len(said.split()) < _FEWEST or len(said) > _MOST:
        return ""
    goes_on = first[0] == ";" and words[first.end() :].lstrip()[:1].islower()
    return f"{said}; …" if goes_on else said
