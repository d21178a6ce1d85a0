"""“Nghị định B đã có hiệu lực. Điều 60 của Nghị định này …” on the page of decree A: A's or B's?

A decree means itself by “Nghị định này”, but whoever writes about it may mean the one that the
sentence before was about.
"""

from __future__ import annotations

import re

from ..law.instrument import Instrument
from ..law.names import folded
from .binding import Binding
from .citation import Status
from .clean import CleanText
from .run import Literal
from .tokens import BareType, Elsewhere, ThisInstrument

_FAR, _BEGIN = 300, 12
_BEGINS = re.compile(r"(?:\A|\n|[.!?…]\s)\s*(?:(?:nay|hiện|riêng)\s+)?\Z")
_SENTENCE = re.compile(r"[.!?…]\s")
# “… hết hiệu lực khi Luật này …”, a quotation, a heading, the next item
_PARTED = re.compile(r"[\n“”\"«»:;|]|(?<!\w)này(?!\w)")


class LastSubject:
    """The instrument that began the sentence before, where a paragraph is read in order."""

    def __init__(self, clean: CleanText) -> None:
        self._low = clean.low
        self._named: list[tuple[Literal, Instrument | None]] = []
        """What was named since the last one that began its sentence was sought."""
        self._last: tuple[int, Instrument | None, str] | None = None

    def add(self, literal: Literal, instrument: Instrument | None) -> None:
        """``literal`` names ``instrument``, or one that nobody knows."""
        named = literal.instrument
        if named is None or isinstance(named, (ThisInstrument, BareType, Elsewhere)):
            return
        self._named.append((literal, instrument))

    def _seek(self) -> None:
        """Find the last one that began its sentence: few texts ask for it."""
        for literal, instrument in reversed(self._named):
            if _BEGINS.search(self._low, max(0, literal.start - _BEGIN), literal.start):
                named = literal.instrument
                assert named is not None
                said = folded(instrument.type) if instrument else self._low[named.start : named.end]
                self._last = literal.end, instrument, said
                break
        self._named.clear()

    def doubted(self, literal: Literal, binding: Binding) -> Binding:
        """``binding`` of “Nghị định này”, or that nobody can tell which one is meant."""
        home, this = binding.instrument, literal.instrument
        if home is None or not isinstance(this, ThisInstrument):
            return binding
        self._seek()
        if self._last is None:
            return binding
        end, other, said = self._last
        if other is home or not said.startswith(folded(home.type)) or literal.start - end > _FAR:
            return binding
        gap = self._low[end : literal.start]
        if _PARTED.search(gap) or len(_SENTENCE.findall(gap)) != 1:
            return binding
        among = (other, home) if other else (home,)
        reason = f"“{this.type} này”: {home.short} hay văn bản câu trước vừa nêu?"
        return Binding(None, Status.AMBIGUOUS, reason, "ghi rõ số hiệu", among)
