"""Lists of what a browser may keep: a tree, so that no list grows with the site.

A list names the files below a folder with their digests, the short addresses with what they
lead to, and further lists. One that would be longer than ``MOST`` is parted: a folder gets a list
of its own (so each instrument has one), and where there are too many folders, they are spread over
sixteen lists by the digest of their names. Every list is a file that is named after its digest,
so whoever knows the digest of the first can tell of every file whether it is the right one, and a
list that did not change is not fetched again.

A list is JSON; names count from its folder (``van-ban/luat-24-2018-qh14/``)::

    {"tep":  [["dieu-8/", "<digest>"], …],        files
     "dan":  [["5/1/", "van-ban/…/dieu-5/#…"], …], addresses that lead on, and where
     "duoi": [["tinh-huong/", "<digest>"], …],     folders with a list of their own
     "ngan": [["0", "<digest>"], …],               first digit of what is spread, and its list
     "cung": [["van-ban/…/", "nd72/"], …]}         whoever reads there, also wants short addresses

The first list adds ``so`` (how many files), ``nang`` (about how many bytes travel for all of
them) and ``dau`` (the addresses that a browser keeps without being asked).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

MOST = 200
"""Lines of a list, about; 15 KB."""
DIGITS = 32
"""Hexadecimal digits of a digest: half of SHA-256, 128 bits."""


@dataclass(frozen=True)
class Kept:
    """One file: the address it is asked for by, relative to the site, its digest, its weight."""

    address: str
    digest: str
    size: int


@dataclass(frozen=True)
class Way:
    """An address that leads on at once, and where, both relative to the site."""

    address: str
    to: str


@dataclass(frozen=True)
class Lists:
    """The texts of all lists by their digests; ``first`` is the digest of the first."""

    first: str
    texts: Mapping[str, str]


def digest(content: bytes) -> str:
    """What stands for a content: the first 32 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(content).hexdigest()[:DIGITS]


def lists(files: Sequence[Kept], ways: Sequence[Way], start: Sequence[str]) -> Lists:
    """All lists of a site; ``start`` are addresses of files that are kept without being asked."""
    # A short address of one step (nd72/) is that of a whole instrument.
    beside: dict[str, list[str]] = {}
    for way in ways:
        if way.address.count("/") == 1:
            beside.setdefault(urlsplit(way.to).path, []).append(way.address)
    tree = _Tree(beside)
    every: list[Kept | Way] = [*files, *ways]
    rows = sorted(every, key=lambda row: row.address)
    whole = {
        "so": len(files),
        "nang": sum(item.size for item in files),
        "dau": list(start),
    }
    first = tree.of("", rows, whole)
    return Lists(first, tree.texts)


def step(name: str) -> str:
    """The first step of an address: ``van-ban/`` of ``van-ban/x/``, else the whole of it."""
    head, slash, _ = name.partition("/")
    return head + slash


@dataclass
class _Tree:
    """Makes lists from below; ``beside`` maps a page to short addresses of its instrument."""

    beside: Mapping[str, Sequence[str]]
    texts: dict[str, str] = field(default_factory=dict)

    def of(self, folder: str, rows: Sequence[Kept | Way], more: Mapping[str, Any]) -> str:
        """Make the list of ``folder``; ``rows`` are sorted. Its digest."""
        if len(rows) <= MOST:
            return self._write(folder, rows, {}, more)
        alone: list[Kept | Way] = []
        below: dict[str, str] = {}
        steps = groupby(rows, key=lambda row: step(row.address.removeprefix(folder)))
        for name, group in steps:
            inside = list(group)
            if len(inside) == 1:
                alone += inside
            else:
                below[name] = self.of(folder + name, inside, {})
        return self._spread(folder, alone, below, more)

    def _spread(
        self,
        folder: str,
        rows: Sequence[Kept | Way],
        below: Mapping[str, str],
        more: Mapping[str, Any],
        depth: int = 0,
    ) -> str:
        if len(rows) + len(below) <= MOST:
            return self._write(folder, rows, below, more)

        def drawer(name: str) -> str:
            return digest(name.encode())[depth]

        # What stands at the folder's own address is read on the way to all that is below.
        own = [row for row in rows if row.address == folder]
        drawers: dict[str, tuple[list[Kept | Way], dict[str, str]]] = {
            digit: ([], {}) for digit in "0123456789abcdef"
        }
        for row in rows:
            if row.address != folder:
                drawers[drawer(step(row.address[len(folder) :]))][0].append(row)
        for name, found in below.items():
            drawers[drawer(name)][1][name] = found
        spread = [
            (digit, self._spread(folder, inside, under, {}, depth + 1))
            for digit, (inside, under) in drawers.items()
            if inside or under
        ]
        return self._write(folder, own, {}, {**more, "ngan": spread})

    def _write(
        self,
        folder: str,
        rows: Sequence[Kept | Way],
        below: Mapping[str, str],
        more: Mapping[str, Any],
    ) -> str:
        beside = [
            (row.address, short)
            for row in rows
            if isinstance(row, Kept)
            for short in self.beside.get(row.address, ())
        ]
        table = {
            "tep": [(r.address[len(folder) :], r.digest) for r in rows if isinstance(r, Kept)],
            "dan": [(r.address[len(folder) :], r.to) for r in rows if isinstance(r, Way)],
            "duoi": list(below.items()),
            "ngan": [],
            "cung": beside,
        }
        text = json.dumps(table | dict(more), ensure_ascii=False, separators=(",", ":"))
        found = digest(text.encode())
        self.texts[found] = text
        return found
