"""What to check again next: by the age of the check, then by how many pages lean on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ...law.age import Age, age, whole_months
from ...law.instrument import Instrument, vietnamese_date
from ...law.statements import claims
from ...page.library import Library
from .places import leaning


@dataclass(frozen=True)
class Due:
    """The oldest claim of one instrument: where it stands, when it was checked, who leans on it.

    ``months`` is its age in whole months on the day asked about, ``more`` counts the claims of
    the same instrument that are no longer fresh either.
    """

    file: str
    line: int
    key: str
    checked: date
    months: int
    age: Age
    pages: int
    more: int

    def __str__(self) -> str:
        since = f"{self.months} tháng" if self.months else "chưa tới 1 tháng"
        more = f"; còn {self.more} chỗ cũ nữa ở tệp này" if self.more else ""
        return (
            f"{self.file}:{self.line}: {self.key} kiểm tra {vietnamese_date(self.checked)}"
            f" ({since}), {self.pages} trang dựa vào{more}"
        )


def due(library: Library, today: date, prefix: str) -> tuple[Due, ...]:
    """One row an instrument, the most pressing first; ``today`` is the day of the calendar."""
    weights = leaning(library)
    rows = [_row(item, weights, today, prefix) for item in library.corpus.instruments.values()]
    return tuple(sorted(rows, key=lambda row: (-row.months, -row.pages, row.checked, row.file)))


def _row(
    instrument: Instrument, weights: Mapping[str, frozenset[str]], today: date, prefix: str
) -> Due:
    found = list(claims(instrument))
    key, evidence = min(found, key=lambda pair: pair[1].checked)
    aged = sum(age(one.checked, today) is not Age.FRESH for _, one in found)
    line, _ = instrument.place_of((*key, "kiem-tra"))
    return Due(
        f"{prefix}/{instrument.file}",
        line,
        str(key[0]),
        evidence.checked,
        whole_months(evidence.checked, today),
        age(evidence.checked, today),
        len(weights[instrument.slug]),
        max(0, aged - 1),
    )
