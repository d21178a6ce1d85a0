"""A number that others may bear too, named without its day: when the corpus can tell no better."""

from __future__ import annotations

from collections.abc import Sequence

from ..law.instrument import Instrument
from ..law.names import folded


def only_known(bearers: Sequence[Instrument], place: str) -> Instrument | None:
    """The bearer of a number that a text with no day or year means, else None.

    ``place`` is the place of the issuer as the text tells it, in lower case, "" for none. One
    bearer is meant where the corpus knows of it nothing more than the text says (a folder made
    for a name), or where the number holds its year and the text tells its place.
    """
    if len(bearers) != 1 or bearers[0].number_unique:
        return None
    found = bearers[0]
    in_number = f"/{found.year}/" in found.number
    if found.place:
        return found if in_number and place.startswith(folded(found.place)) else None
    return found if not found.issued and (in_number or not found.year) else None
