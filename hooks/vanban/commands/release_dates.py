"""Which dates the files of a release bear: later ones than those of every release before it.

Nobody here knows the releases before, and two builds of one release are the same to the byte: the
clock is no help. What is known moves on with the work: the day of checking, the newest
correction, and in a copy that git keeps, when its newest commit was made, or a file was saved
that is not committed yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from ..law.ledger import LEDGER_FILE
from ..publish.zipped import FIRST, LAST, Span
from .ledger_history import git

_DAY = timedelta(days=1)
_SHORT = timedelta(minutes=10)
"""Two commits of which two releases are made lie further apart."""
_SOURCES = ("docs", "hooks", ":(glob)*.yml", ":(glob)*.txt")
"""What a release is made of. (Another one may lie in the same folder.)"""


def dates(root: Path, days: Iterable[date]) -> Span:
    """``days`` are what the project in ``root`` knows of its own age."""
    midnight = datetime.combine(max(days), time.min)
    committed = _committed(root)
    start = max(midnight, committed, *_edited(root)) if committed else midnight
    # A day before: in no zone of the world are they dates that have yet to come.
    return Span(min(max(start - _DAY, FIRST), LAST), _SHORT if committed else _DAY)


def _edited(root: Path) -> Iterator[datetime]:
    """When each file was saved that is not as it was committed, by UTC.

    Two releases of one commit with other edits would share their ten minutes: of their many
    thousand files some would keep size and date, and be taken for unchanged.
    """
    told = git(root, "ls-files", "-mo", "--exclude-standard", "-z", "--", *_SOURCES)
    for name in told.split("\0"):
        file = root / name
        if name and file.is_file():
            yield datetime.fromtimestamp(int(file.stat().st_mtime), UTC).replace(tzinfo=None)


def _committed(root: Path) -> datetime | None:
    """When the newest commit was made, by UTC; None in a folder that git does not keep."""
    if not git(root, "ls-files", "--", LEDGER_FILE).strip():  # a copy inside another's repository
        return None
    told = git(root, "log", "-1", "--no-color", "--format=%ct").strip()
    try:
        return datetime.fromtimestamp(int(told), UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        return None
