"""``[[…]]`` on a line of its own: what a page asks to have drawn in, as text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DRAWN = re.compile(r"^\[\[\s*(?P<name>[^\[\]|\s][^\[\]|]*?)\s*(?:\|\s*(?P<whole>đủ)\s*)?\]\]$")


@dataclass(frozen=True)
class Drawn:
    """What a line asks for: a name, and whether all that stands below it comes too."""

    name: str
    whole: bool


def read(text: str) -> Drawn | None:
    """What a paragraph draws in, or None where it is ordinary prose."""
    if not text.lstrip().startswith("[["):
        return None
    found = _DRAWN.match(" ".join(text.split()))
    return Drawn(found["name"], bool(found["whole"])) if found else None
