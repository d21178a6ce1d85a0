"""What the script of an article page needs to copy, share and print one unit.

The rest it reads from the page itself: a unit's label and short address follow from
its id, so that the page carries no more than the instrument's code and citation.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..law.instrument import Instrument, State, Target, vietnamese_date
from .viewing import Viewer


def mark(root: Element, instrument: Instrument, viewer: Viewer) -> None:
    """Put code, citation and state on the article; the state again on units where it differs.

    A heading also says what it stands in (``data-o``), for those who come by a link to it.
    """
    article = next((item.get("id", "") for item in root if item.tag == "h1"), "")
    for child in root:
        if "dv-dieu" in child.get("class", "").split():
            child.set("data-ma", instrument.code)
            child.set("data-dan", instrument.cited)
            child.set("data-hl", _state(article, instrument, viewer))
            _below(child, article, instrument, viewer)
        elif child.tag == "section":
            _section(child, article, instrument, viewer)


def _below(body: Element, above: str, instrument: Instrument, viewer: Viewer) -> None:
    for child in body:
        if child.tag == "section":
            _section(child, above, instrument, viewer)


def _section(body: Element, above: str, instrument: Instrument, viewer: Viewer) -> None:
    unit = body[0].get("id", "") if len(body) else ""
    above_label = viewer.library.label(Target(instrument.slug, above or None))
    if unit:
        body[0].set("data-o", above_label)
    own = _state(unit, instrument, viewer)
    if own != _state(above, instrument, viewer):
        body.set("data-hl", own)
    _below(body, unit, instrument, viewer)


def _state(unit: str, instrument: Instrument, viewer: Viewer) -> str:
    """``hết hiệu lực từ 01/7/2026``; a state that may change goes with the day of checking."""
    status = viewer.status(Target(instrument.slug, unit or None))
    if status.css == State.ENDED.value:
        return status.words
    return f"{status.words}, kiểm tra ngày {vietnamese_date(viewer.library.today)}"
