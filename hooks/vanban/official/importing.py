"""One file in: read, taken apart, compared with what is known. Nothing is written here."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..intake import reader
from ..intake.document import RefusedError
from ..law.instrument import Instrument
from ..law.units import Kind
from . import compare, phap_dien
from .compare import Difference
from .line import Source
from .readers import read
from .structure import LEFT_OUT, Structure, Use, structure
from .wording import Provenance, text_of


@dataclass(frozen=True)
class Import:
    """What came of a file, and what would be written."""

    source: Source
    structure: Structure
    differences: tuple[Difference, ...]
    provenance: Provenance

    @property
    def counts(self) -> Mapping[str, int]:
        kinds = {
            "chapters": Kind.CHAPTER,
            "articles": Kind.ARTICLE,
            "clauses": Kind.CLAUSE,
            "points": Kind.POINT,
        }
        return {name: self.structure.count(kind) for name, kind in kinds.items()}

    @property
    def lines(self) -> Mapping[str, int]:
        """How many lines were kept, were headings, or were left out, and why."""
        uses = Counter(item.use for item in self.structure.placed)
        return {
            "total": len(self.structure.placed),
            "kept": sum(n for use, n in uses.items() if use not in {*LEFT_OUT, Use.HEADING}),
            "headings": uses[Use.HEADING],
            "left_out": sum(uses[use] for use in LEFT_OUT),
            "other_instruments": self.source.others,
            **{use.value: uses[use] for use in Use if uses[use]},
        }

    def text(self, instrument: Instrument) -> str:
        return text_of(self.structure, instrument.short, self.provenance)


def take_in(path: Path, instrument: Instrument, day: date, address: str = "") -> Import:
    """Read ``path`` as the official text of ``instrument``.

    Raises RefusedError, in Vietnamese, for a file that cannot be read, holds no article, or is
    another instrument's.
    """
    data = reader.bytes_of(path)
    source = read(path, instrument.number)
    found = structure(source.lines)
    if not found.count(Kind.ARTICLE):
        if source.instrument:
            held = ", ".join(sorted(phap_dien.numbers(data))) or "không văn bản nào"
            raise RefusedError(
                f"tệp này không có điều nào của {instrument.short}", f"trong tệp có: {held}"
            )
        raise RefusedError("tệp này không có điều nào", "xem lại có đúng tệp không")
    number = source.instrument or compare.number_of(source.lines)
    if number and instrument.number and not compare.same_number(number, instrument.number):
        raise RefusedError(
            f"tệp này là của văn bản số {number}, không phải {instrument.number}",
            "chọn đúng tệp, hoặc đúng văn bản ở --to",
        )
    told = compare.differences(instrument, found, compare.day_of(source.lines))
    if not number:
        told.insert(0, Difference("number", "", "trong tệp không thấy số của văn bản"))
    digest = hashlib.sha256(data).hexdigest()
    provenance = Provenance(path.name, digest, source.format, day, address)
    return Import(source, found, tuple(told), provenance)
