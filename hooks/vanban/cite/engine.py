"""The citation engine: a text and where it stands in, citations out."""

from __future__ import annotations

from functools import cached_property

from ..law.corpus import Corpus
from .citation import Citation, Context
from .clean import clean
from .find import find
from .group import group
from .names import NameIndex
from .resolve import resolve

_NOWHERE = Context()


class Engine:
    """Reads citations against one corpus. Holds only what the corpus says."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    @cached_property
    def names(self) -> NameIndex:
        return NameIndex(self.corpus)

    def cite(self, text: str, context: Context = _NOWHERE) -> tuple[Citation, ...]:
        """Every citation of ``text``, in order; a list gives one for each target.

        Offsets are code points of ``text`` as given, whatever its normal form.
        Linear in the length of the text.
        """
        cleaned = clean(text)
        tokens = list(find(cleaned, self.names))
        if not tokens:
            return ()
        literals = list(group(tokens, cleaned))
        return tuple(resolve(literals, cleaned, context, self.names, text))
