"""The tables in ``told/``: what an editor is told of each text.

In a table ``#`` begins a comment, ``>`` a text (``\\n`` is a line break), ``@in`` the place
and ``@on`` the day that it stands in. Then comes one line for each citation, in order:
its words (``=``: the whole text), the target as ``notation`` writes it, the reason, the
advice; what is empty at the end is left out. The law is that of ``small``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

TABLES = Path(__file__).parent / "told"


@dataclass
class Told:
    text: str
    in_: str | None = None
    on: str | None = None
    expected: list[tuple[str, str, str, str]] = field(default_factory=list)


def read_tables() -> list[Told]:
    rows: list[Told] = []
    for table in sorted(TABLES.glob("*.txt")):
        for line in table.read_text(encoding="utf-8").splitlines():
            sign, _, rest = line.partition(" ")
            if sign == ">":
                rows.append(Told(rest.replace("\\n", "\n")))
            elif sign == "@in":
                rows[-1].in_ = rest
            elif sign == "@on":
                rows[-1].on = rest
            elif sign != "#":
                words, what, reason, advice = (*line.split(" | "), "", "", "")[:4]
                words = rows[-1].text if words == "=" else words.replace("\\n", "\n")
                rows[-1].expected.append((words, what, reason, advice))
    return rows
