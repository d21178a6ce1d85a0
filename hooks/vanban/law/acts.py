"""Acts that people ask about, in our words, and every provision that fines each of them.

``docs/hom-nay/muc-phat.yml`` lies beside the page that draws it in. It holds no sum: those
come from the decrees' own frames (``law.fines``).
"""

from __future__ import annotations

from dataclasses import dataclass

FILE = "hom-nay/muc-phat.yml"
Place = tuple[int, int]


@dataclass(frozen=True)
class Case:
    """A provision that fines an act, as it is cited, and on what condition.

    ``short`` is that in a few words, to be read beside the sum at a glance; "" where a row is told
    apart by its sum alone.
    """

    provision: str
    when: str
    place: Place
    short: str = ""


@dataclass(frozen=True)
class Act:
    """``note`` is a quiet line below the name; ``words`` are what people type for it."""

    name: str
    note: str
    words: str
    cases: tuple[Case, ...]


@dataclass(frozen=True)
class ActGroup:
    """``id`` is the group's anchor on the page; a ``folded`` one is asked about less often."""

    id: str
    name: str
    folded: bool
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class Acts:
    """All acts, by group; ``file`` is for messages. No groups where there is no such file."""

    groups: tuple[ActGroup, ...] = ()
    file: str = ""


NO_ACTS = Acts()
