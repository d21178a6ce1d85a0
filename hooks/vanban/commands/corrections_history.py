"""Corrections that the last commit had and the file has no more: readers may have seen them."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from ..law.corrections import CORRECTIONS_FILE
from ..law.problems import Problem
from .ledger_history import git

_ID = re.compile(r"^\s*(?:-\s+)?ma:\s*[\"']?([a-z0-9-]+)", re.MULTILINE)


def lost(root: Path, ids: Collection[str]) -> Problem | None:
    """``ids`` are those of the file as it is; None where nothing was taken out, or git is silent.

    It may be meant (an instrument that was given up), so it is told and stops nothing.
    """
    before = _ID.findall(git(root, "show", f"HEAD:./{CORRECTIONS_FILE}"))
    gone = [one for one in before if one not in ids]
    if not gone:
        return None
    message = f"{len(gone)} mục đính chính của bản trước nay không còn, ví dụ “{gone[0]}”"
    advice = "mục đã đăng thì giữ, cả mã; lấy lại từ bản trước, trừ khi cố ý bỏ"
    return Problem(CORRECTIONS_FILE, 1, 1, message, advice)
