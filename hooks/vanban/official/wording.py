"""``nguyen-van.md``: the official wording of an instrument as the project keeps it.

A page of Markdown like the others, which people can read and a builder can show. Its front
matter says where it comes from; each unit begins with a heading that bears its id, and its
SHA-256 stands in the front matter, so that a change by hand is noticed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import yaml

from ..law.units import UnitPath, unit_of
from .structure import LEFT_OUT, Placed, Structure, Use

FILE = "nguyen-van.md"
VERSION = 1
"""Of the form of this file and of the way in which lines become units."""
_HEADING = re.compile(r"^#{2,6} .* \{#(?P<id>[a-z0-9-]+)\}$")
_ESCAPED = re.compile(r"([\\`*_{}\[\]<>#|~!])")
_UNESCAPE = re.compile(r"\\([\\`*_{}\[\]<>#|~!.)+-])")
_MARKED = re.compile(r"^(\d+)([.)])|^([-+])(?= )")


@dataclass(frozen=True)
class Provenance:
    """``digest`` is the SHA-256 of the file (hex), ``address`` where it was found, or ""."""

    file: str
    digest: str
    format: str
    day: date
    address: str = ""


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


def text_of(found: Structure, title: str, provenance: Provenance) -> str:
    """The whole file. Every line of law text is in it once, in its order."""
    units = {
        unit: tuple(item.line.text for item in items if item.use not in LEFT_OUT)
        for unit, items in found.units.items()
    }
    front = {
        "title": f"{title}: nguyên văn",
        "nguyen-van": {
            "tep": provenance.file,
            "sha256": provenance.digest,
            "dang": provenance.format,
            "ngay": provenance.day,
            "dia-chi": provenance.address,
            "ban": VERSION,
            "don-vi": {unit.id: digest(lines) for unit, lines in units.items()},
        },
    }
    head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=1000)
    return (
        f"---\n{head}---\n\n# {_plain(title)}: nguyên văn\n\n" + "\n\n".join(_blocks(found)) + "\n"
    )


def _blocks(found: Structure) -> Iterator[str]:
    """Paragraphs and headings, in the order of the source."""
    current: UnitPath | None = None
    part: Use | None = None
    for item in found.placed:
        if item.use in LEFT_OUT:
            continue
        if item.unit is None:
            if item.use is not part:
                yield f"## {_PARTS[item.use]}"
            current, part = None, item.use
        elif item.unit != current:
            yield _heading(item.unit)
            current, part = item.unit, None
        yield _paragraph(item)


_PARTS = {
    Use.PREAMBLE: "Phần mở đầu",
    Use.SIGNATURE: "Phần ký",
    Use.APPENDIX: "Phụ lục",
    Use.TABLE: "Bảng",
}


def _heading(unit: UnitPath) -> str:
    return f"{'#' * min(6, 1 + len(unit.steps))} {unit.own_label} {{#{unit.id}}}"


def _paragraph(item: Placed) -> str:
    return _plain(item.line.text)


def _plain(text: str) -> str:
    """Markdown that shows exactly this text: no list, no emphasis, no markup."""
    safe = _ESCAPED.sub(r"\\\1", text)
    return _MARKED.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", safe)


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
            lines.setdefault(current, []).append(_UNESCAPE.sub(r"\1", row))
    written = {str(key): str(value) for key, value in own["don-vi"].items()}
    provenance = {
        key: str(own.get(key) or "") for key in ("tep", "sha256", "dang", "ngay", "dia-chi")
    }
    return Wording(provenance, {unit: tuple(rows) for unit, rows in lines.items()}, written)
