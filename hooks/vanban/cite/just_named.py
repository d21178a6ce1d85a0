"""“Điều 7 của Luật này” in a letter: the one law that the same sentence has just named.

A law, a decree or a circular means itself by these words, and so may a text that nobody knows: they
are read so in a paper alone that is known to be none of the three.
"""

from __future__ import annotations

import re

from ..law.instrument import Instrument
from ..law.names import folded
from .binding import Binding
from .citation import Context
from .clean import CleanText
from .names import NameIndex
from .run import Literal
from .tokens import ThisInstrument

_MAKES_RULES = frozenset(
    ("hiến pháp", "luật", "bộ luật", "pháp lệnh", "nghị quyết", "nghị định", "thông tư")
)
_MEANT_SO = frozenset(("luật", "bộ luật", "nghị định", "thông tư"))
_FAR = 400
"""No sentence says “Luật này” of what it has named longer ago."""
_PARTED = re.compile(
    # another sentence, another paper's words, or a paper that ends another one: “Luật A hết hiệu
    # lực khi Luật này …”
    r"[.!?…](?=[\s”\"])|[;\n“”\"«»]|(?<!\w)(?:hết\s+hiệu|thay\s+thế|bãi\s+bỏ|sửa\s+đổi)(?!\w)"
)


def may_mean(context: Context, names: NameIndex) -> bool:
    """Whether the paper around a text is known to be none of the kinds that mean themselves."""
    home = names.corpus.instruments.get(context.slug or "")
    kinds = {folded(home.type)} if home else context.own
    return bool(kinds) and _MAKES_RULES.isdisjoint(kinds)


class JustNamed:
    """The instruments that a paragraph has named so far; for a paper that ``may_mean`` them."""

    def __init__(self, clean: CleanText) -> None:
        self._clean = clean
        self._named: list[tuple[Literal, Instrument | None]] = []

    def add(self, literal: Literal, binding: Binding) -> None:
        """``literal`` has an instrument, and ``binding`` says which."""
        self._named.append((literal, binding.instrument))

    def meant(self, literal: Literal) -> Instrument | None:
        """The instrument that “Luật này” of ``literal`` is, or None."""
        this = literal.instrument
        if not isinstance(this, ThisInstrument) or this.type not in _MEANT_SO:
            return None
        if not literal.steps and not self._clean.low.endswith(" của ", 0, this.start):
            return None
        found: Instrument | None = None
        first = literal.start
        for before, instrument in reversed(self._named):
            far = literal.start - before.end > _FAR
            if far or _PARTED.search(self._clean.low, before.end, literal.start):
                break
            if instrument is None:
                return None  # of whatever kind
            if this.type not in folded(instrument.type):
                continue
            if found not in (None, instrument):
                return None
            found, first = instrument, before.end
        said = this.type.capitalize()  # “Luật Cơ yếu”, which nobody here knows, stands between
        between = self._clean.text[first : literal.start]
        return None if said in between else found
