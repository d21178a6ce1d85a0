"""What the corpus knows of an instrument that it does not hold: which of its own replaces it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...cite.names import number_key
from ...law.corpus import Corpus
from ...law.instrument import Evidence, Instrument, RelationKind
from ..entry.named import read_named


@dataclass(frozen=True)
class Replacing:
    """``by`` says ``where`` (“khoản 2 Điều 42”, "" where that is not known) that it replaces it."""

    by: Instrument
    where: str
    evidence: Evidence


def replacing(corpus: Corpus, words: str) -> tuple[Replacing, ...]:
    """What replaces the instrument whose number stands in the words of a citation.

    Only of a number that no other office and no other year can have used.
    """
    named = read_named(words)
    if named is None or not named.number or not named.unique:
        return ()
    return tuple(_replacing(corpus, number_key(named.number)))


def _replacing(corpus: Corpus, number: str) -> Iterator[Replacing]:
    for one in corpus.instruments.values():
        for relation in one.relations:
            told = relation.kind is RelationKind.REPLACES and relation.slug is None
            if told and number_key(relation.number) == number:
                yield Replacing(one, relation.where, relation.evidence)
