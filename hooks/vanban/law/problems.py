"""Problems as values: where, what, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """Something an editor must mend.

    ``file`` is a path relative to the project, ``line`` and ``col`` count from 1
    (0: the file as a whole). ``message`` and ``suggestion`` are Vietnamese.
    """

    file: str
    line: int
    col: int
    message: str
    suggestion: str = ""

    def __str__(self) -> str:
        advice = f" → {self.suggestion}" if self.suggestion else ""
        return f"{self.file}:{self.line}:{self.col}: {self.message}{advice}"


def report(problems: Iterable[Problem]) -> str:
    """One line a problem, sorted by place, each problem once."""
    return "\n".join(str(problem) for problem in sorted(set(problems)))
