"""What an instrument's name or number in a text turned out to mean, and what the text has named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ..law.instrument import Instrument, RelationKind, vietnamese_date
from ..law.names import folded
from .citation import Context, Status
from .names import NameIndex
from .tokens import InstrumentToken, Issue


class Binding(NamedTuple):
    """An instrument, or why there is none."""

    instrument: Instrument | None
    status: Status = Status.RESOLVED
    reason: str = ""
    suggestion: str = ""
    among: tuple[Instrument, ...] = ()
    """Where it is ambiguous: those that may be meant, the likelier first."""


UNNAMED = Binding(
    None, Status.AMBIGUOUS, "không rõ thuộc văn bản nào", "ghi tên văn bản ngay sau số điều"
)
"""Units beside which no instrument is named, in a text that is none itself."""


@dataclass
class Seen:
    """Instruments that the text has named in full so far; lives for one text.

    ``others``: names under which it has named an instrument that is not here, with the
    words it used (“luật báo chí” → “Luật Báo chí năm 2016”).
    """

    instruments: dict[str, Instrument] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    bound: dict[tuple[str, Issue], Binding] = field(default_factory=dict)
    """What names meant, since the text last named another instrument than the last one."""
    sure: dict[tuple[str, str, str, Issue], Binding] = field(default_factory=dict)
    """What numbers meant that one instrument alone bears."""
    typed: dict[tuple[type[InstrumentToken], str], Binding] = field(default_factory=dict)
    """What the ways of naming a type alone meant: “Luật này”, “Nghị định đó”."""
    elsewhere: dict[tuple[str, str], str] = field(default_factory=dict)
    """Type and first part of the number of what it has named and is not here → how it named it."""
    last: str = ""

    def add(self, instrument: Instrument) -> None:
        if instrument.slug == self.last:
            return
        self.instruments.pop(instrument.slug, None)  # the last one named stands last
        self.instruments[instrument.slug] = instrument
        self.last = instrument.slug
        self.bound.clear()

    def differ(self, name: str, words: str) -> None:
        """The text has used ``name`` for an instrument that is not here; "": it has not."""
        if self.others.get(name, "") == words:
            return
        self.others.pop(name, None)
        if words:
            self.others[name] = words
        self.bound.clear()

    def among(self, candidates: Sequence[Instrument]) -> list[Instrument]:
        """Those of them that the text has named, the one that it named last at the end."""
        named = [item for item in candidates if item.slug in self.instruments]
        if len(named) < 2:
            return named
        order = list(self.instruments)
        return sorted(named, key=lambda item: order.index(item.slug))


def cited(candidates: Sequence[Instrument], context: Context, names: NameIndex) -> list[Instrument]:
    """Those that the paper around the text cites (``vien-dan``), wherever it names them in full.

    A page is read paragraph by paragraph: what an earlier one has named is known by this alone.
    """
    home = names.corpus.instruments.get(context.slug or "")
    if home is None:
        return []
    cites = {one.slug for one in home.relations if one.kind is RelationKind.CITES}
    return [item for item in candidates if item.slug in cites]


def check(kind: str, issue: Issue, found: Instrument) -> Binding:
    """The only instrument that is meant: type (if told) and issue in the text must be its own."""
    if kind and kind not in (_kind(found.type), "văn bản"):
        kin = {kind, _kind(found.type)} == {"luật", "bộ luật"}
        if not kin:
            reason = f"số {found.number} là của {found.type.lower()}, không phải {kind}"
            return Binding(None, Status.BROKEN, reason, found.cited)
    if issue.day and found.issued and not _same_day(issue.day, found.issued):
        reason = f"{found.short} ban hành ngày {vietnamese_date(found.issued)}"
        return Binding(None, Status.BROKEN, reason, found.cited)
    year = issue.year or (issue.day[0] if issue.day else None)
    if year and found.year and year != found.year:
        reason = f"{found.short} ban hành năm {found.year}, không phải {year}"
        return Binding(None, Status.BROKEN, reason, found.cited)
    if issue.term and _term(found) not in (None, issue.term):
        reason = f"{found.short} là của Quốc hội khóa {_term(found)}"
        return Binding(None, Status.BROKEN, reason, found.cited)
    return Binding(found)


_kind = lru_cache(maxsize=256)(folded)
"""A type as texts write it: there are few, and every citation asks."""


def _term(instrument: Instrument) -> int | None:
    """The term of the assembly that a law's number ends with: 14 for “24/2018/QH14”."""
    found = re.search(r"/QH(\d{1,2})$", instrument.number)
    return int(found[1]) if found else None


def is_dated(issue: Issue, instrument: Instrument) -> bool:
    if issue.term:
        return issue.term == _term(instrument)
    if issue.day:
        return instrument.issued is not None and _same_day(issue.day, instrument.issued)
    return issue.year == instrument.year


def _same_day(parts: tuple[int, int, int], day: date) -> bool:
    return parts == (day.year, day.month, day.day)
