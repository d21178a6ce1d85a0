"""What an editor may have meant: the nearest of the names that exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from ..law.names import unaccented


def nearest(word: str, names: Iterable[str], least: float = 0.6) -> str | None:
    """The name most like ``word``, marks and case apart; None where none is like it.

    ``least`` is the least likeness, from 0 to 1, as ``difflib`` measures it.
    """
    by_form = {unaccented(name): name for name in sorted(names, reverse=True)}
    found = difflib.get_close_matches(unaccented(word), by_form, 1, least)
    return by_form[found[0]] if found else None


def meant(word: str, names: Iterable[str], otherwise: str) -> str:
    """Advice that offers the nearest name, or ``otherwise``."""
    found = nearest(word, names)
    return f"có phải “{found}”?" if found else otherwise
