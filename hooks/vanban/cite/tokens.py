"""What is read off a text: units, instruments, and how two neighbours are joined.

Every value here is immutable and says only what stands in the text; nothing knows
whether such a unit or instrument exists. ``start`` and ``end`` are offsets into
``CleanText``, the end exclusive.

An instrument can be named in the ways of the family under ``InstrumentToken``; one
class for each way, so that ``bind`` can ask which one it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple, TypeVar, dataclass_transform

from ..law.units import Kind

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def fixed(form: type[T]) -> type[T]:
    """A dataclass that nobody may change: the type checker sees to that, not Python.

    A frozen one takes three times as long to make, and a text of 4 MB has a million tokens.
    """
    return dataclass(slots=True)(form)


class Joint(Enum):
    """What stands between two neighbours of a group, and so how closely it joins them."""

    NEXT = auto()  # nothing: “khoản 1 Điều 5”, “Điều 5 Nghị định …”
    OF = auto()  # “của”, “thuộc”, “trong”, “theo”
    AT = auto()  # “tại”, “ở”, “quy định tại”
    COMMA = auto()  # “,” or a dash
    AND = auto()  # “và”, “hoặc”, “hay”, “đến”
    COLON = auto()  # “:”
    LINE = auto()  # nothing but a line end, beside an instrument
    CELL = auto()  # “|” between two cells of a row
    NONE = auto()  # any other words, or no neighbour: not joined

    __hash__ = object.__hash__  # that of an enumeration is computed in Python each time


class Mark(Enum):
    """Punctuation that opens or ends a group, whatever words stand beside it."""

    OPEN = auto()  # ( [
    CLOSE = auto()  # ) ]
    SEMICOLON = auto()  # ends an item; the next one may be of the same list
    STOP = auto()  # . ! ? …
    ITEM = auto()  # a line that begins with a bullet; it may be of the list above
    PARAGRAPH = auto()  # an empty line, or the next row of a table


class This(Enum):
    """“này” in the place of a number: the unit around the text."""

    THIS = "này"


THIS = This.THIS

UNREAD = "?"
"""Ends a number of which nobody can tell what it counts: the 2 of “Điều 8.1, 2”."""

Number = str | This
Step = tuple[Kind, Number]
Steps = tuple[Step, ...]
"""Coarse to fine: ``((ARTICLE, THIS), (CLAUSE, "1"))`` for “khoản 1 Điều này”."""


@fixed
class Value:
    """One number of a unit token. ``through``: it ends a range that the value before began."""

    start: int
    end: int
    number: str
    through: bool = False


@fixed
class UnitToken:
    """A mention of units of one kind. Its two forms are ``NumberedUnits`` and ``ThisUnit``."""

    start: int
    end: int
    kind: Kind
    weak: bool
    """Spelt so that it counts only with an instrument beside it: “khoan 1”, “k1”."""

    @property
    def above(self) -> tuple[Number, ...]:
        """The numbers that a finer unit before it is of.

        “điểm a các khoản 1 và 2” gives two, “khoản 1 Điều 16, 17 và 18” only 16.
        """
        return (THIS,)

    @property
    def above_end(self) -> int:
        """Where the last of the numbers ``above`` ends."""
        return self.end


@fixed
class ThisUnit(UnitToken):
    """“Điều này”, “khoản này”."""


@fixed
class NumberedUnits(UnitToken):
    """“khoản 1, 2 và 3”: one or more numbers. ``plural``: “các” stands before them."""

    values: tuple[Value, ...]
    plural: bool

    @property
    def above(self) -> tuple[Number, ...]:
        if not self.plural:
            return (self.values[0].number,)
        return tuple([value.number for value in self.values])

    @property
    def above_end(self) -> int:
        return self.end if self.plural else self.values[0].end


class Issue(NamedTuple):
    """What a text says of an instrument's issuing: (year, month, day) or a year; the place.

    ``place`` is in lower case without its kind (“long an”); "" where none is told.
    """

    day: tuple[int, int, int] | None = None
    year: int | None = None
    place: str = ""
    term: int | None = None
    """The term of the assembly: 14 for “khóa XIV”."""
    spoken_of: int | None = None
    """The year of which the sentence speaks before it names the instrument (``time_words``)."""
    month: int | None = None
    """The month of that year, where it is told."""
    titled: int | None = None
    """The year of the instrument in whose title it is named (``titles``)."""

    @property
    def told(self) -> bool:
        """Whether a day, a year or a term is given."""
        return bool(self.day or self.year or self.term)


UNTOLD = Issue()


@fixed
class InstrumentToken:
    """A mention of an instrument; which of the ways below it takes is its class.

    ``type`` is the type in lower case as ``grammar.TYPES`` writes it (“nghị định”).
    """

    start: int
    end: int


@fixed
class ByNumber(InstrumentToken):
    """“Nghị định số 72/2013/NĐ-CP ngày 15/7/2013”, “Luật An ninh mạng số 24/2018/QH14”.

    ``number`` is a ``names.number_key``; ``type`` is "" where the number stands alone,
    ``name`` is "" where no known name stands before it.
    """

    type: str
    number: str
    name: str = ""
    issue: Issue = UNTOLD


@fixed
class ByShortNumber(InstrumentToken):
    """“NĐ 72/2013”: as ``ByNumber``, but the number ends with its year."""

    type: str
    number: str
    name: str = ""
    issue: Issue = UNTOLD


@fixed
class ByNumberAlone(InstrumentToken):
    """“Nghị định 72”: a number without year and issuer, leading zeros taken off."""

    type: str
    number: str


@fixed
class ByName(InstrumentToken):
    """“Luật An ninh mạng năm 2018”: ``name`` is folded, with its type; it may be unknown here."""

    name: str
    issue: Issue = UNTOLD


@fixed
class ByAlias(InstrumentToken):
    """A name that is one instrument's own (“công văn Thủ Thừa”), folded."""

    alias: str
    issue: Issue = UNTOLD


@fixed
class ThisInstrument(InstrumentToken):
    """“Nghị định này”."""

    type: str


@fixed
class BareType(InstrumentToken):
    """“(Điều 5 của) Nghị định”: a type and nothing more. It counts only behind a unit."""

    type: str


@fixed
class AnotherOfType(BareType):
    """“(Điều 5) Nghị định đó”, “… nêu trên”: a bare type, but surely not the text's own."""


@fixed
class Elsewhere(InstrumentToken):
    """A text that is surely not here: a draft, rules of a school, a foreign law; ``what`` it is."""

    what: str


@fixed
class Unclear(InstrumentToken):
    """An instrument that nobody can tell: “Luật An ninh mạng cũ”, or two that may be meant.

    ``named`` is the name that the text gives, "" where it gives none.
    """

    named: str = ""


Token = UnitToken | InstrumentToken
