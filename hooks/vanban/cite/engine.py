"""The citation engine: a text and where it stands in, citations out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from operator import attrgetter

from ..law.corpus import Corpus
from .binding import Seen
from .citation import Citation, Context
from .clean import clean
from .names import NameIndex
from .reading import Readings
from .resolve import Known, resolve
from .spelling import Speller
from .title_line import doubted

_NOWHERE = Context()
_START = attrgetter("start")
_TOGETHER = 64
"""So many paragraphs take each step of reading together: what a step needs stays near the
processor. One by one, short paragraphs take half as long again."""
_MOST_KNOWN = 10_000
"""So many answers are remembered from text to text, by those who forget the texts."""


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Python's search for cycles of unused objects waits until a text is read.

    Nearly all that is made of a text is in use until its end. Each search would walk over all
    of it and find nothing, the longer the text the more often.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


class Engine:
    """Reads citations against one corpus.

    What was once read is kept: a build reads each paragraph twice, in the source
    for the graph and on the page for the links.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._known: Known = {}
        self._read: dict[tuple[str, Context], tuple[Citation, ...]] = {}

    @cached_property
    def names(self) -> NameIndex:
        return NameIndex(self.corpus)

    @cached_property
    def _speller(self) -> Speller:
        return Speller(self.names.by_name)

    def forget(self) -> None:
        """Drop what was read so far, for callers that read very many texts once each."""
        self._read.clear()
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()

    def cite(self, text: str, context: Context = _NOWHERE) -> tuple[Citation, ...]:
        """Every citation of ``text``, in order; a list gives one for each target.

        Offsets are code points of ``text`` as given, whatever its normal form.
        Linear in the length of the text.
        """
        bare = text.strip()
        key = (bare, context)
        found = self._read.get(key)
        if found is None:
            with _collector_paused():
                found = self._read[key] = self._cite(bare, context)
        if not found or len(bare) == len(text):
            return found
        lead = len(text) - len(text.lstrip())
        if not lead:
            return found
        return tuple([Citation(item[0] + lead, item[1] + lead, *item[2:]) for item in found])

    def _cite(self, text: str, context: Context) -> tuple[Citation, ...]:
        found: list[Citation] = []
        seen = Seen()
        parts = self._speller.mend(clean(text)).paragraphs(self.names.opening)
        readings = Readings(self.names)
        while some := list(islice(parts, _TOGETHER)):
            for part, read in readings.of(some):
                if read.literals:
                    here = resolve(read, part, context, self.names, text, seen, self._known)
                    found += sorted(here, key=_START)
        return tuple(doubted(found, self.names))
