"""What ``nguyen-van.md`` is written from; ``law.wording`` reads it back and tells its form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import yaml

from ..law.units import UnitPath
from ..law.wording import APPENDIX, BEFORE, SIGNED, digest, part_label
from .structure import LEFT_OUT, Placed, Structure, Use

VERSION = 2
"""Of the form of this file and of the way in which lines become units."""
_ESCAPED = re.compile(r"([\\`*_{}\[\]<>#|~!])")
_MARKED = re.compile(r"^(\d+)([.)])|^([-+])(?=[ -]|$)")


@dataclass(frozen=True)
class Provenance:
    """``digest`` is the SHA-256 of the file (hex), ``address`` where it was found, or ""."""

    file: str
    digest: str
    format: str
    day: date
    address: str = ""


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
            "phan": {key: digest(tuple(lines)) for key, lines in _outside(found).items()},
        },
    }
    head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=1000)
    return (
        f"---\n{head}---\n\n# {_plain(title)}: nguyên văn\n\n" + "\n\n".join(_blocks(found)) + "\n"
    )


def _blocks(found: Structure) -> Iterator[str]:
    """Paragraphs and headings, in the order of the source."""
    current = ""
    for item, key in _keyed(found):
        if key != current:
            yield _heading(item.unit) if item.unit else f"## {part_label(key)} {{#{key}}}"
            current = key
        yield _plain(item.line.text)


def _outside(found: Structure) -> dict[str, list[str]]:
    """The lines before and behind the articles, by the id of their part."""
    parts: dict[str, list[str]] = {}
    for item, key in _keyed(found):
        if item.unit is None:
            parts.setdefault(key, []).append(item.line.text)
    return parts


def _keyed(found: Structure) -> Iterator[tuple[Placed, str]]:
    """Every line that is kept with the id of its unit or part; each appendix is one of its own."""
    count = 0
    for item in found.placed:
        if item.use in LEFT_OUT:
            continue
        if item.use is Use.APPENDIX:
            count += count == 0 or item.line.text in found.appendices
        yield item, item.unit.id if item.unit else _part(item.use, count)


def _part(use: Use, count: int) -> str:
    return {Use.SIGNATURE: SIGNED, Use.APPENDIX: f"{APPENDIX}{count}"}.get(use, BEFORE)


def _heading(unit: UnitPath) -> str:
    return f"{'#' * min(6, 1 + len(unit.steps))} {unit.own_label} {{#{unit.id}}}"


def _plain(text: str) -> str:
    """Markdown that shows exactly this text: no list, no emphasis, no markup."""
    safe = _ESCAPED.sub(r"\\\1", text)
    return _MARKED.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", safe)
