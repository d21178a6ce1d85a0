"""The book of readings: who changed an instrument has read again what speaks of it, on a day.

One line a reading, ``SLUG[#UNIT] DAY NAME=DIGEST …``: the digests of what was read (the files of
the folder; of a unit its wording and its validity) tell later what has changed since.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ...law.days import read_day
from ...law.instrument import Target
from ...law.problems import Problem
from ...law.validity import validity_of
from ...page.library import Library

BOOK_FILE = "so-doc-lai.txt"
_HEAD = "# Sổ đọc lại, do lệnh ghi: python hooks review VĂN-BẢN --read"
_LINE = re.compile(
    r"(?P<name>[a-z0-9-]+(?:#[a-z0-9-]+)?) (?P<day>\d{4}-\d\d-\d\d)"
    r"(?P<seen>(?: [a-z0-9._-]+=[0-9a-f]{8})+)"
)


@dataclass(frozen=True)
class Reading:
    """One line of the book; ``seen`` has a digest for each thing that was read."""

    name: str
    day: date
    seen: Mapping[str, str]

    def changed(self, now: Mapping[str, str]) -> tuple[str, ...]:
        """The names of what is new, gone or different since."""
        names = sorted({*self.seen, *now})
        return tuple(name for name in names if self.seen.get(name) != now.get(name))


def read_book(text: str) -> tuple[dict[str, Reading], list[Problem]]:
    """``SLUG[#UNIT]`` → its last reading, and the lines that cannot be read."""
    found: dict[str, Reading] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = _LINE.fullmatch(line.strip())
        try:
            day = read_day(row["day"]) if row else None
        except ValueError:
            day = None
        if row is None or day is None:
            advice = "bỏ dòng ấy, rồi chạy lại: python hooks review VĂN-BẢN --read"
            problems.append(Problem(BOOK_FILE, number, 1, "dòng này không đọc được", advice))
            continue
        seen = dict(pair.split("=") for pair in row["seen"].split())
        found[row["name"]] = Reading(row["name"], day, seen)
    return found, problems


def book(readings: Mapping[str, Reading]) -> str:
    """The text of the book; inverse of ``read_book``."""
    lines = [_HEAD]
    for name, reading in sorted(readings.items()):
        seen = " ".join(f"{thing}={digest}" for thing, digest in sorted(reading.seen.items()))
        lines.append(f"{name} {reading.day.isoformat()} {seen}")
    return "\n".join(lines) + "\n"


def seen_now(library: Library, target: Target, data: str) -> dict[str, str]:
    """The digests of what a reading of ``target`` would see; ``data`` is its ``van-ban.yml``."""
    if target.unit is None:
        pages = {
            page.path.rpartition("/")[2]: page.text
            for page in library.corpus.pages.values()
            if page.slug == target.slug
        }
        return {name: _digest(text) for name, text in {"van-ban.yml": data, **pages}.items()}
    worded = [
        f"{one.unit}\n{one.text}\n{one.note}"
        for other, one in library.corpus.provisions.items()
        if other.slug == target.slug and target.unit in [*one.unit.upwards()]
    ]
    stands = validity_of(library.corpus.instruments[target.slug], target.unit)
    told = [stands.state, stands.since, stands.until, stands.ended_by, stands.ended_by_text]
    if stands.doubtful:  # left out where there is none: what eyes saw before there was such a day
        told.append(stands.doubtful)
    return {"loi": _digest("\n".join(worded)), "hieu-luc": _digest("\n".join(map(str, told)))}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
