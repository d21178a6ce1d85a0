"""What a slide of a plan is, before any file format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

ITEM = "– "
"""Begins a line that is an item of a list."""


class Look(Enum):
    """Which layout a slide has."""

    COVER = auto()
    STEP = auto()
    TEXT = auto()
    PROVISION = auto()
    TODAY = auto()
    QUESTION = auto()
    STORIES = auto()


@dataclass(frozen=True)
class Slide:
    """``head`` stands above the text: how a provision stands, how sure a comparison is, or "".

    ``state`` is the state's key, or ""; ``path`` a provision's short address, or ""; ``number``
    that of a step, or 0; ``whole`` the name of the instrument as it stands in the title, or "".
    ``size`` and ``title_size`` are points that differ from those of the layout, else 0.
    """

    look: Look
    title: str
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    head: str = ""
    state: str = ""
    path: str = ""
    number: int = 0
    whole: str = ""
    size: int = 0
    title_size: int = 0
