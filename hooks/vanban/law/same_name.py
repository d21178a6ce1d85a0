"""What else bears the name of an instrument of which nothing is known: a hint, no successor."""

from __future__ import annotations

from datetime import date

from .corpus import Corpus
from .instrument import Instrument, State, Target
from .names import folded
from .validity import state_on


def same_name(corpus: Corpus, instrument: Instrument, day: date) -> tuple[Instrument, ...]:
    """Others of its name (``ten-goi``) and another year; none where its state or today is known."""
    known = state_on(instrument, None, day) is not State.UNKNOWN
    if known or corpus.concordance.get(Target(instrument.slug)):
        return ()
    own = {folded(one) for one in (instrument.title, *instrument.names)}
    return tuple(
        one
        for one in corpus.instruments.values()
        if one.type == instrument.type
        and one.year != instrument.year
        and not own.isdisjoint(map(folded, one.names))
    )
