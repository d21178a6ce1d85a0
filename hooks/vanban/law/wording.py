"""``nguyen-van.md``: the official wording of an instrument as the project keeps it, read back.

A page of Markdown that people can read. Its front matter says where it comes from; each unit
begins with a heading that bears its id, and its SHA-256 stands in the front matter, so that a
change by hand is noticed. ``vanban.official`` writes it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from .problems import Problem
from .units import UnitPath, unit_of

FILE = "nguyen-van.md"
_HEADING = re.compile(r"^#{2,6} .* \{#(?P<id>[a-z0-9-]+)\}$")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]<>#|~!.)+-])")


@dataclass(frozen=True)
class Wording:
    """The official wording as read back: provenance, the lines of each unit, and its digests.

    ``written`` are the digests of the front matter, by id; ``lines`` the text as it stands now.
    """

    provenance: Mapping[str, str]
    lines: Mapping[UnitPath, tuple[str, ...]]
    written: Mapping[str, str]

    @property
    def changed(self) -> tuple[UnitPath, ...]:
        """Units whose text is no longer what was imported."""
        return tuple(
            unit for unit, lines in self.lines.items() if digest(lines) != self.written.get(unit.id)
        )

    @property
    def lost(self) -> tuple[str, ...]:
        """Ids that were imported and have no heading any more."""
        ids = {unit.id for unit in self.lines}
        return tuple(one for one in self.written if one not in ids)


def digest(lines: tuple[str, ...]) -> str:
    """SHA-256 (hex) of a unit's own lines, joined by line ends, in UTF-8."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def read_wording(text: str) -> Wording | None:
    """What a file of ours holds; None where its front matter is not that of one.

    A unit that goes on after another one (a closing behind the points) has a heading twice;
    its lines are put together in their order.
    """
    if not text.startswith("---\n"):
        return None
    front, mark, body = text[4:].partition("\n---\n")
    if not mark:
        return None
    try:
        data = yaml.safe_load(front)
    except yaml.YAMLError:
        return None
    own = data.get("nguyen-van") if isinstance(data, dict) else None
    if not isinstance(own, dict) or not isinstance(own.get("don-vi"), dict):
        return None
    lines: dict[UnitPath, list[str]] = {}
    current: UnitPath | None = None
    for block in body.split("\n\n"):
        row = block.strip("\n")
        if found := _HEADING.match(row):
            current = unit_of(found["id"])
        elif row.startswith("#"):
            current = None
        elif row and current is not None:
            lines.setdefault(current, []).append(_ESCAPE.sub(r"\1", row))
    written = {str(key): str(value) for key, value in own["don-vi"].items()}
    provenance = {
        key: str(own.get(key) or "") for key in ("tep", "sha256", "dang", "ngay", "dia-chi")
    }
    return Wording(provenance, {unit: tuple(rows) for unit, rows in lines.items()}, written)


def check(wording: Wording | None, file: str) -> list[Problem]:
    """What is wrong with a file that was read: not ours any more, or changed by hand."""
    advice = "nhập lại: hooks import TỆP --to …"
    if wording is None:
        return [Problem(file, 1, 1, "không phải tệp nguyên văn do lệnh import ghi", advice)]
    found = [f"{unit.label} không còn như khi nhập vào" for unit in wording.changed]
    found += [f"mất {one}" for one in wording.lost]
    return [Problem(file, 1, 1, message, advice) for message in found]
