"""The day on which the site's facts were last checked: one line of ``mkdocs.yml``."""

from __future__ import annotations

import re
from datetime import date

KEY = "ngay-kiem-tra"
_LINE = re.compile(rf"^\s*{KEY}:\s*[\"']?(\d{{4}}-\d\d-\d\d)", re.MULTILINE)


def checked_on(config: str) -> date:
    """The day under ``extra.ngay-kiem-tra``. ValueError where the line is missing or no day."""
    found = _LINE.search(config)
    if not found:
        raise ValueError(f"mkdocs.yml: missing “extra.{KEY}: YYYY-MM-DD”")
    return date.fromisoformat(found[1])
