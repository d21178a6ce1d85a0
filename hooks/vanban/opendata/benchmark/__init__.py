"""An open measure of how well citations are resolved: sentences, their targets, a scorer.

The sentences are invented in the style of letters; ``cases.jsonl`` and ``score.py`` are published
as they are. Each row: ``id``, ``text``, ``day`` (the day of the text or null), ``context`` (the
unit that it stands in or null), ``targets`` (of this collection; empty where nothing of it is
cited, or the text contradicts itself), ``kind`` (what is odd about it).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from ...cite.citation import Context
from ...law.units import unit_of
from ...page.library import Library
from .score import rows, score

FOLDER = "thuoc-do"
CASES, SCORER, ANSWERS = (f"{FOLDER}/{name}" for name in ("cau.jsonl", "cham.py", "tra-loi.jsonl"))
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Benchmark:
    """The table, and what the citation engine of a library answers."""

    library: Library

    @cached_property
    def cases(self) -> list[dict[str, Any]]:
        """The rows; none for a collection that has not the instruments that they are about."""
        found = rows((_HERE / "cases.jsonl").read_text(encoding="utf-8"))
        named = {target.partition("#")[0] for row in found for target in row["targets"]}
        return found if named <= set(self.library.corpus.instruments) else []

    @cached_property
    def answers(self) -> Mapping[int, set[str]]:
        """Id of a row → the targets that a reader would be led to."""
        return {row["id"]: self._answer(row) for row in self.cases}

    def _answer(self, row: Mapping[str, Any]) -> set[str]:
        slug, _, unit = (row["context"] or "").partition("#")
        day = date.fromisoformat(row["day"]) if row["day"] else None
        found = self.library.cite(row["text"], Context(slug or None, unit_of(unit), day))
        return {str(one.target) for one in found if one.linked}

    @cached_property
    def figures(self) -> Mapping[str, float]:
        """Shares between 0 and 1 by their names."""
        return score(self.cases, dict(self.answers))

    def files(self) -> Iterator[tuple[str, str]]:
        """What is published, by path: the table, the scorer, our answers."""
        if not self.cases:
            return
        yield CASES, (_HERE / "cases.jsonl").read_text(encoding="utf-8")
        yield SCORER, (_HERE / "score.py").read_text(encoding="utf-8")
        lines = (
            json.dumps({"id": key, "targets": sorted(targets)}, ensure_ascii=False)
            for key, targets in self.answers.items()
        )
        yield ANSWERS, "".join(f"{line}\n" for line in lines)
