"""What written files still wait for: a notice for each, with the line on which it begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ...law.problems import Problem
from .plan import BLANK


def unfilled(root: Path, prefix: str, names: Iterable[str]) -> Iterator[Problem]:
    """A notice for each ``van-ban.yml`` that has lines “# Còn phải điền”, in order of their names.

    ``names`` are files below the folder ``prefix`` of ``root``. Nothing is wrong with such a file.
    """
    for name in sorted(names):
        if not name.endswith("van-ban.yml"):
            continue
        text = (root / prefix / name).read_text(encoding="utf-8", errors="replace")
        lines = {
            number: line.removeprefix(BLANK)
            for number, line in enumerate(text.splitlines(), 1)
            if line.startswith(BLANK)
        }
        if lines:
            message = f"còn phải điền: {', '.join(lines.values())}"
            yield Problem(f"{prefix}/{name}", min(lines), 1, message)
