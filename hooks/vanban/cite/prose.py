"""Units that are no citation: “Điều này cho thấy”, “điểm a” of a school mark, “ở mục 2”."""

from __future__ import annotations

from ..law.units import ALPHABET, GROUPING, Kind
from .binding import Binding
from .citation import Context
from .clean import CleanText
from .locate import grouping
from .run import Literal
from .tokens import BareType, This

_POINT, _INDENT = Kind.POINT, Kind.INDENT
"""Members of an enumeration are looked up slowly; these are asked for at every citation."""
_IN_A_CLAUSE = (_POINT, _INDENT)
_BEFORE_THIS = ("tại", "theo", "của", "ở", "trong", "trừ", "với", "và", "hoặc", "định")


def is_prose(literal: Literal, binding: Binding, clean: CleanText, context: Context) -> bool:
    """Whether the words of ``literal`` only look like a citation, if it is of ``binding``."""
    steps = literal.steps
    bare = isinstance(literal.instrument, BareType) and binding.instrument is None
    if not steps or (literal.instrument and not (bare and steps[-1][0] in GROUPING)):
        return False
    kind, number = steps[-1]
    if isinstance(number, This):
        return len(steps) == 1 and not _means_the_unit(literal, clean, context, binding)
    if is_prose_anyhow(literal, clean, context):
        return True
    if kind in GROUPING and steps[0][0] not in _IN_A_CLAUSE:
        return binding.instrument is None or grouping(binding.instrument, steps) is None
    return False


def is_prose_anyhow(literal: Literal, clean: CleanText, context: Context) -> bool:
    """Whether units are none whatever they would be of, which then need not be found out."""
    kind, number = literal.steps[-1]
    if isinstance(number, This):
        return False
    if (first := literal.steps[0][0]) in _IN_A_CLAUSE:
        unread = kind is _POINT and number not in ALPHABET
        return context.unit is None or first is _INDENT or unread
    return kind in GROUPING and not clean.text[literal.start].isupper()


def _means_the_unit(literal: Literal, clean: CleanText, context: Context, binding: Binding) -> bool:
    """Whether “Điều này”, “khoản này” means the unit around the text, not “this matter”.

    A word such as “tại” or “theo” stands before it, and “Điều” begins with a capital.
    """
    before = clean.low[max(0, literal.start - 12) : literal.start].split()
    marked = bool(before) and before[-1] in _BEFORE_THIS
    named = literal.steps[0][0] is not Kind.ARTICLE or clean.text[literal.start].isupper()
    return bool(marked and named and context.unit and binding.instrument)
