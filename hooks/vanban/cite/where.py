"""Where a relation stands (``o`` of ``quan-he``): a unit of the instrument that states it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..law.corpus import Corpus
from ..law.problems import Problem
from .citation import Citation, Context, Status

Cite = Callable[[str, Context], tuple[Citation, ...]]


def check(corpus: Corpus, cite: Cite, prefix: str) -> Iterator[Problem]:
    """Units that the instrument does not have: pages name them as the place to read."""
    for instrument in corpus.instruments.values():
        for at, relation in enumerate(instrument.relations):
            where = Context(instrument.slug, as_of=instrument.issued)
            for found in cite(relation.where, where):
                if found.status is Status.BROKEN:
                    line, col = instrument.place_of(("quan-he", at, "o"))
                    message = f"o: “{found.text}” không có: {found.reason}"
                    advice = found.suggestion or f"xem muc-luc của {instrument.file}"
                    yield Problem(f"{prefix}/{instrument.file}", line, col, message, advice)
