"""Where the right answer of each question stands: mixed, and the same in every build.

An editor writes the options of a question in any order. Shown as written, the letters of the
right answers tend to repeat in a pattern that a room learns sooner than the law.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from itertools import count

RULE = "1"
"""Changes when the same questions would be shown in another order."""
MOST_ALIKE = 2
"""So many right answers with the same letter may follow each other."""
MOST_UNEVEN = 2
"""So far may the number of answers with one letter be from an even share."""


def positions(name: str, ids: Sequence[str], places: int) -> tuple[int, ...]:
    """The place (from 0, below ``places``) of the right option of each question of a set.

    Depends on nothing but the name of the set and the ids of its questions.
    """
    for attempt in count():
        found = tuple(_drawn(f"{name}\n{attempt}\n{id_}") % places for id_ in ids)
        if is_mixed(found, places):
            return found
    raise AssertionError("count() does not end")


def is_mixed(found: Sequence[int], places: int) -> bool:
    """Whether no letter comes too often or too often in a row, and no group is said twice over."""
    shares = Counter(found)
    if any(abs(shares[at] - len(found) / places) > MOST_UNEVEN for at in range(places)):
        return False
    runs = range(len(found) - MOST_ALIKE)
    if any(len(set(found[at : at + MOST_ALIKE + 1])) == 1 for at in runs):
        return False
    return not any(
        found[at : at + size] == found[at + size : at + 2 * size]
        for size in range(2, len(found) // 2 + 1)
        for at in range(len(found) - 2 * size + 1)
    )


def _drawn(seed: str) -> int:
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8])
