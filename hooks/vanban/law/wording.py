"""``nguyen-van.md``: the official wording of an instrument as the project keeps it, read back.

A page of Markdown that people can read. Its front matter says where it comes from; each unit
begins with a heading that bears its id, and its SHA-256 stands in the front matter, so that a
change by hand is noticed. ``vanban.official`` writes it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from .problems import Problem
from .units import UnitPath, unit_of

FILE = "nguyen-van.md"
_HEADING = re.compile(r"^#{2,6} .* \{#(?P<id>[a-z0-9-]+)\}$")
BEFORE, SIGNED, APPENDIX = "mo-dau", "ky", "phu-luc-"
"""Ids of what stands before and behind the articles; appendices are counted from 1."""
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]<>#|~!.)+-])")


@dataclass(frozen=True)
class Wording:
    """The official wording as read back: provenance, the lines of each unit, and its digests.

    ``written`` are the digests of the front matter, by id; ``lines`` the text as it stands now.
    ``parts`` are the lines outside the articles (preamble, signature, each appendix), by id.
    """

    provenance: Mapping[str, str]
    lines: Mapping[UnitPath, tuple[str, ...]]
    written: Mapping[str, str]
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    written_parts: Mapping[str, str] = field(default_factory=dict)

    @property
    def changed_parts(self) -> tuple[str, ...]:
        """Ids of parts outside the articles whose text is no longer what was imported."""
        return tuple(
            part
            for part, written in self.written_parts.items()
            if digest(self.parts.get(part, ())) != written
        )

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
    parts: dict[str, list[str]] = {}
    rows: list[str] | None = None
    for block in body.split("\n\n"):
        row = block.strip("\n")
        if heading := _HEADING.match(row):
            unit = unit_of(heading["id"])
            rows = lines.setdefault(unit, []) if unit else parts.setdefault(heading["id"], [])
        elif row.startswith("#"):
            rows = None
        elif row and rows is not None:
            rows.append(_ESCAPE.sub(r"\1", row))
    provenance = {
        key: str(own.get(key) or "") for key in ("tep", "sha256", "dang", "ngay", "dia-chi")
    }
    return Wording(
        provenance,
        {unit: tuple(found) for unit, found in lines.items() if found},
        _digests(own["don-vi"]),
        {part: tuple(found) for part, found in parts.items()},
        _digests(own.get("phan")),
    )


def _digests(told: object) -> dict[str, str]:
    if not isinstance(told, dict):
        return {}
    return {str(key): str(value) for key, value in told.items()}


def part_label(part: str) -> str:
    """What people call a part outside the articles."""
    if part.startswith(APPENDIX):
        return f"Phụ lục {part.removeprefix(APPENDIX)}"
    return "Phần ký" if part == SIGNED else "Phần mở đầu"


def check(wording: Wording | None, file: str) -> list[Problem]:
    """What is wrong with a file that was read: not ours any more, or changed by hand."""
    advice = "nhập lại: hooks import TỆP --to …"
    if wording is None:
        return [Problem(file, 1, 1, "không phải tệp nguyên văn do lệnh import ghi", advice)]
    found = [f"{unit.label} không còn như khi nhập vào" for unit in wording.changed]
    found += [f"{part_label(part)} không còn như khi nhập vào" for part in wording.changed_parts]
    found += [f"mất {one}" for one in wording.lost]
    return [Problem(file, 1, 1, message, advice) for message in found]
