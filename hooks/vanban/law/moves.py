"""Where a published address leads that is no longer on the site.

The lines of the ledger are followed one after the other (``a → b``, ``b → c``), so that whoever
moves a thing twice writes one line each time. A line for one address goes before a line for all
below a folder, and a longer folder before a shorter one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from .corpus import Corpus
from .ledger import ALL_BELOW, addresses, read_ledger


@dataclass(frozen=True)
class Moves:
    """``entries`` is the ledger as read (address → where it leads, "" for itself); ``present``
    holds the addresses that the site has today.
    """

    entries: Mapping[str, str]
    present: Set[str]

    @cached_property
    def _folders(self) -> tuple[tuple[str, str], ...]:
        """Folders that moved, longest first."""
        found = [
            (old.removesuffix(ALL_BELOW), new)
            for old, new in self.entries.items()
            if old.endswith(ALL_BELOW) and new
        ]
        return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))

    @cached_property
    def _arrows(self) -> int:
        """How many lines lead anywhere: of thousands of addresses a few."""
        return sum(map(bool, self.entries.values()))

    def line(self, address: str) -> str:
        """The left side of the one line that speaks of ``address``; "" where no line does."""
        if self.entries.get(address):
            return address
        above = (folder for folder, _ in self._folders if address.startswith(folder))
        found = next(above, "")
        return f"{found}{ALL_BELOW}" if found else ""

    def step(self, address: str) -> str:
        """Where that line leads; "" where no line speaks of ``address``."""
        line = self.line(address)
        new = self.entries.get(line, "")
        if line == address or not new.endswith(ALL_BELOW):
            return new
        return new.removesuffix(ALL_BELOW) + address.removeprefix(line.removesuffix(ALL_BELOW))

    def end(self, address: str) -> str | None:
        """The address on the site that ``address`` leads to in the end: itself where it is there.

        None where no line speaks of it, where the last one leads nowhere, or in a circle.
        """
        for _ in range(self._arrows + 1):  # no line is needed twice
            if not address or address in self.present:
                break
            address = self.step(address)
        return address if address in self.present else None

    def moved(self) -> Iterator[tuple[str, str]]:
        """Every published address that is gone and leads somewhere, with where."""
        for address in self.entries:
            if address in self.present or address.endswith(ALL_BELOW):
                continue
            if there := self.end(address):
                yield address, there


NO_MOVES = Moves({}, frozenset())


def moves_of(corpus: Corpus, ledger: str, given: Set[str] = frozenset()) -> Moves:
    """The moves that a ledger's text tells of, for what ``corpus`` publishes.

    ``given`` as for ``addresses``.
    """
    return Moves(read_ledger(ledger), addresses(corpus, given))
