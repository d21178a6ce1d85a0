"""Python's search for cycles of unused objects, put off while a site is built.

Whoever imports this puts it off at once: what the modules of a build define stays too.
"""

from __future__ import annotations

import gc

MANY = 500_000
"""So many objects are made between two searches (Python's own: 700). Nearly all that a build makes
stays, and each search finds little; the parsers of so many pages take about 60 MB until it comes.
"""
gc.set_threshold(MANY)


def keep_all() -> None:
    """What is there now stays until the end of the build: looking it through frees nothing."""
    gc.freeze()


def begin_anew() -> None:
    """Look again at what an earlier build in this process left (``mkdocs serve``)."""
    gc.unfreeze()
