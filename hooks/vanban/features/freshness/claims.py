"""Which checks a page leans on, and which of them is the oldest.

A page in an instrument's folder leans on what is claimed of that instrument; every other page
on how the instruments that it cites stand, and on the wording of those that it draws in. A day
is never newer than the site's own day of checking.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...law.age import Age, age
from ...law.instrument import Evidence, Instrument, State
from ...law.loading import Page
from ...law.statements import claims
from ...page.library import Library


def oldest(library: Library, path: str) -> date:
    """The day of the oldest check that a page leans on; the site's day where it leans on none."""
    page = library.corpus.pages.get(path)
    found = (one.checked for one in _evidence(library, page)) if page else iter(())
    return min(found, default=library.today)


def warns(library: Library, path: str) -> bool:
    """Whether a page warned already on the day of checking."""
    return age(oldest(library, path), library.today) is Age.OLD


def _evidence(library: Library, page: Page) -> Iterator[Evidence]:
    own = library.corpus.page_instrument(page.path)
    if own:
        yield from (evidence for _, evidence in claims(own))
        return
    for mention in library.graph.of_page(page.path):
        target = mention.citation.target
        if target is None:
            continue
        instrument = library.corpus.instruments[target.slug]
        if mention.drawn:
            yield instrument.wording
        if not _over(instrument, library.today):
            yield instrument.validity.evidence


def _over(instrument: Instrument, today: date) -> bool:
    """What has ended on a known day stays ended, whoever looks or does not."""
    validity = instrument.validity
    return validity.state is State.ENDED and bool(validity.until and validity.until <= today)
