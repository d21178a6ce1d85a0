"""The tables of the page on changes: what changed in the law, and what the site mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ...law.corrections import Correction
from ...law.instrument import vietnamese_date
from ...page.context import PageContext
from ...page.drawing import Table
from ...page.viewing import Viewer
from ...page.views import EvidenceView, LinkView
from .events import Event, Turn, events

PAGE = "tra-cuu/thay-doi.md"
"""The page that draws both tables; the feed leads to it."""


@dataclass(frozen=True)
class ChangeRow:
    """One change in the law; ``by`` is the provision that brought it about, if one is known.

    ``certain`` says whether the certainty of ``evidence`` is that of the day.
    """

    id: str
    day: str
    link: LinkView
    words: str
    by: LinkView | None
    by_text: str
    note: str
    evidence: EvidenceView
    certain: bool


@dataclass(frozen=True)
class MendedRow:
    """One correction of the site."""

    id: str
    day: str
    link: LinkView
    before: str
    now: str


def law(here: PageContext) -> list[Element]:
    """What begins or ends: first what is still to come, the next first; then what has come."""
    today = here.library.today
    found = events(here.library.corpus)
    coming = [_row(here.viewer, one, True) for one in reversed(found) if one.day > today]
    come = [_row(here.viewer, one, False) for one in found if one.day <= today]
    return here.render("changes/law.html", coming=coming, come=come)


def mended(here: PageContext) -> list[Element]:
    """What the site said wrongly, the latest first."""
    rows = [_mended(here.viewer, one) for one in latest_first(here.library.corrections)]
    return here.render("changes/mended.html", rows=rows)


def latest_first(corrections: tuple[Correction, ...]) -> list[Correction]:
    """Corrections by day, the latest first; of one day in the order of their file."""
    return sorted(corrections, key=lambda one: one.day, reverse=True)


def words(event: Event, coming: bool) -> str:
    """What happens, as a clause after the name of what it happens to."""
    if event.turn is Turn.START:
        return "sẽ có hiệu lực" if coming else "bắt đầu có hiệu lực"
    return "sẽ hết hiệu lực" if coming else "hết hiệu lực"


def anchor(correction: Correction) -> str:
    """The anchor of a correction on the page."""
    return f"dc-{correction.id}"


def _row(viewer: Viewer, event: Event, coming: bool) -> ChangeRow:
    ended = event.turn is Turn.END
    by = event.validity.ended_by if ended else None
    return ChangeRow(
        event.id,
        vietnamese_date(event.day),
        viewer.link(event.target),
        words(event, coming),
        viewer.link(by) if by else None,
        event.validity.ended_by_text if ended else "",
        event.note,
        viewer.evidence(event.validity.evidence),
        event.sure_of_day,
    )


def _mended(viewer: Viewer, one: Correction) -> MendedRow:
    day = vietnamese_date(one.day)
    return MendedRow(anchor(one), day, viewer.link(one.target), one.before, one.now)


TABLES: Mapping[str, Table] = {"thay đổi: luật": law, "thay đổi: đính chính": mended}
"""What ``[[…]]`` draws in."""
