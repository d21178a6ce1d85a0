"""Names of laws whose last words are written as initials: “Luật Bảo vệ DLCN”."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_FEWEST = 3
"""Two letters are initials of too much."""


def half_initials(names: Iterable[str]) -> Mapping[str, str]:
    """“luật bảo vệ dlcn” → the one of ``names`` (each a ``name_key``) that it is short for."""
    found: dict[str, set[str]] = {}
    for name in names:
        words = name.split()
        head = 2 if words[0] == "bộ" else 1
        for at in range(head + 1, len(words) - _FEWEST + 1):
            letters = "".join(word[0] for word in words[at:])
            found.setdefault(" ".join((*words[:at], letters)), set()).add(name)
    return {short: bearers.pop() for short, bearers in found.items() if len(bearers) == 1}
