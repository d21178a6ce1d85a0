"""The citation engine: a text and where it stands in, citations out."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from operator import attrgetter

from ..law.corpus import Corpus
from .binding import Seen
from .citation import Citation, Context
from .clean import CleanText, clean
from .names import NameIndex
from .reading import Readings
from .resolve import Known, resolve
from .spelling import Speller
from .title_line import doubted

Asked = tuple[str, Context]
"""A text without the white space around it, and where it stands."""

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
        self._read: dict[Asked, tuple[Citation, ...]] = {}

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
        asked = (bare, context)
        found = self._read.get(asked)
        if found is None:
            self._take(asked)
            found = self._read[asked]
        if not found or len(bare) == len(text):
            return found
        lead = len(text) - len(text.lstrip())
        if not lead:
            return found
        return tuple([Citation(item[0] + lead, item[1] + lead, *item[2:]) for item in found])

    def read(self, texts: Iterable[tuple[str, Context]]) -> None:
        """Read texts that ``cite`` will be asked for: together they take a fifth less time."""
        wanted = [(text.strip(), context) for text, context in texts]
        self._take(*[asked for asked in wanted if asked not in self._read])

    def _take(self, *wanted: Asked) -> None:
        with _collector_paused():
            self._read.update(self._cited(dict.fromkeys(wanted)))

    def _cited(self, wanted: Iterable[Asked]) -> dict[Asked, tuple[Citation, ...]]:
        """The citations of each text; none knows what another says."""
        found: dict[Asked, list[Citation]] = {asked: [] for asked in wanted}
        seen = {asked: Seen() for asked in found}
        parts = ((asked, part) for asked in found for part in self._paragraphs(asked[0]))
        readings = Readings(self.names)
        while some := list(islice(parts, _TOGETHER)):
            read = readings.of([part for _, part in some])
            for (asked, part), reading in zip(some, read, strict=True):
                if reading.literals:
                    text, context = asked
                    told = (context, self.names, text, seen[asked], self._known)
                    found[asked] += sorted(resolve(reading, part, *told), key=_START)
        return {asked: tuple(doubted(here, self.names)) for asked, here in found.items()}

    def _paragraphs(self, text: str) -> Iterator[CleanText]:
        return self._speller.mend(clean(text)).paragraphs(self.names.opening)
