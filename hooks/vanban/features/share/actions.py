"""What the script of an article page needs to copy, share and print one unit.

The rest it reads from the page itself: a unit's label and short address follow from
its id, so that the page carries no more than the instrument's code and citation.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ...law.instrument import Instrument, State, Target, vietnamese_date
from ...law.units import UnitPath, unit_of
from ...page.context import PageContext
from ...page.fragments import literal
from ...page.viewing import Viewer


def mark(root: Element, instrument: Instrument, here: PageContext) -> None:
    """Put code, citation and state on the article; the state again on units where it differs.

    A heading also says what it stands in (``data-o``), and that it holds no more, for those who
    come by a link to it and never see the top of the page.
    """
    viewer = here.viewer
    article = next((_unit(item) for item in root if item.tag == "h1"), None)
    for child in root:
        if "dv-dieu" in child.get("class", "").split():
            child.set("data-ma", instrument.code)
            child.set("data-dan", literal(instrument.cited))
            child.set("data-hl", _state(article, instrument, viewer))
            _below(child, article, instrument, viewer)
        elif child.tag == "section":
            _section(child, article, instrument, viewer)


def _below(body: Element, above: UnitPath | None, instrument: Instrument, viewer: Viewer) -> None:
    for child in body:
        if child.tag == "section":
            _section(child, above, instrument, viewer)


def _section(body: Element, above: UnitPath | None, instrument: Instrument, viewer: Viewer) -> None:
    unit = _unit(body[0]) if len(body) else None
    above_label = viewer.library.label(Target(instrument.slug, above))
    if unit:
        status = viewer.status(Target(instrument.slug, unit))
        ended = f" · {status.marked}" if status.css == State.ENDED.value else ""
        body[0].set("data-o", literal(above_label + ended))
    own = _state(unit, instrument, viewer)
    if own != _state(above, instrument, viewer):
        body.set("data-hl", own)
    _below(body, unit, instrument, viewer)


def _unit(heading: Element) -> UnitPath | None:
    return unit_of(heading.get("id", ""))


def _state(unit: UnitPath | None, instrument: Instrument, viewer: Viewer) -> str:
    """``hết hiệu lực từ 01/7/2026``; a state that may change goes with the day it was checked."""
    target = Target(instrument.slug, unit)
    status = viewer.status(target)
    if status.css == State.ENDED.value:
        return status.words
    checked = viewer.library.standing(target).validity.evidence.checked
    return f"{status.words}, kiểm tra ngày {vietnamese_date(checked)}"
