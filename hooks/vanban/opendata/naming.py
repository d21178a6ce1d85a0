"""Names of Akoma Ntoso 3.0: the IRI of a work and the eId of a unit.

Source: OASIS, Akoma Ntoso Naming Convention Version 1.0, sections 4 (IRIs) and 5 (eIds): an eId is
the short name of each element with its number, joined by ``__``. Articles are numbered through a
whole instrument, so theirs begins at the article, as our own ids do.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Literal, cast

from ..law.days import read_day
from ..law.identity import slug_of
from ..law.instrument import Instrument, State, Target
from ..law.units import KINDS, Kind, UnitPath, ascii_number
from ..law.wording import Wording

ELEMENTS: Mapping[Kind, str] = {kind: form.element for kind, form in KINDS.items()}
"""Their names in Akoma Ntoso."""
JsonKind = Literal["part", "chapter", "section", "subsection", "article", "clause", "point"]
"""The kinds that version 1 of the JSON documents has promised; there will be no others in it."""
JSON_KINDS: Mapping[Kind, JsonKind] = {
    kind: cast(JsonKind, form.json or form.element) for kind, form in KINDS.items()
}
StateWord = Literal["in_force", "partly", "ended", "unknown", "not_yet"]
_STATES: Mapping[State | None, StateWord] = {
    State.IN_FORCE: "in_force",
    State.PARTLY: "partly",
    State.ENDED: "ended",
    State.UNKNOWN: "unknown",
    None: "not_yet",
}
_ACTS = frozenset(
    {
        *("Hiến pháp", "Bộ luật", "Luật", "Nghị quyết", "Pháp lệnh", "Lệnh", "Quyết định"),
        *("Nghị định", "Thông tư", "Nghị quyết liên tịch", "Thông tư liên tịch", "Chỉ thị"),
    }
)
UNDATED = "undated"
"""Stands for the year where none is known."""


def state_word(state: State | None) -> StateWord:
    """A state as every document names it; None is not yet in force."""
    return _STATES[state]


def is_act(instrument: Instrument) -> bool:
    """Whether it is an ``act``; letters and other papers are a ``doc``."""
    return instrument.type in _ACTS


def work(instrument: Instrument) -> str:
    """The IRI of the work: ``/akn/vn/act/luat/2018/24-2018-qh14``.

    It has the year alone, which is known more often than the day and never changes. The last
    part is the folder's name without the type, so that two provinces' ``10/CT-UBND`` differ.
    """
    kind = slug_of(instrument.type)
    form = "act" if is_act(instrument) else "doc"
    number = instrument.slug.removeprefix(f"{kind}-")
    return f"/akn/vn/{form}/{kind}/{instrument.year or UNDATED}/{number}"


def expression(instrument: Instrument, official: Wording | None = None) -> str:
    """The IRI of our own wording as of its check, or of ``official`` as of its import."""
    base, day = work(instrument), wording_day(instrument, official)
    return f"{base}/vie@{day}/{'nguyen-van' if official else 'dien-dat-lai'}"


def wording_day(instrument: Instrument, official: Wording | None = None) -> date:
    """The day that an expression bears."""
    told = official.provenance.get("ngay", "") if official else ""
    try:
        return read_day(told)
    except ValueError:  # our own wording, or an import that bears no day
        return instrument.wording.checked


@lru_cache(maxsize=10_000)
def e_id(unit: UnitPath) -> str:
    """``dieu-23đ khoản 1 điểm a`` → ``art_23dd__cl_1__point_a``."""
    return "__".join(f"{KINDS[kind].short}_{ascii_number(number)}" for kind, number in unit.steps)


def iri(instrument: Instrument, target: Target) -> str:
    """The IRI of an instrument or of one unit of it: ``…/24-2018-qh14/~art_8``."""
    return f"{work(instrument)}/~{e_id(target.unit)}" if target.unit else work(instrument)
