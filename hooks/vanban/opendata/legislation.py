"""An instrument or an article as schema.org describes legislation, for search engines.

Source: https://schema.org/Legislation. What is not known is left out; our wording is said to be
unofficial. The legal force is that of the day on which the facts were checked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from ..law.instrument import Instrument, RelationKind, State, Target, Validity, short_name
from ..law.names import capital
from ..law.site_address import SiteAddresses
from ..law.validity import state_on, validity_of
from ..page.library import Library
from .api import akn_address

_CONTEXT = "https://schema.org"
_FORCE: Mapping[State | None, str] = {
    State.IN_FORCE: f"{_CONTEXT}/InForce",
    State.PARTLY: f"{_CONTEXT}/PartiallyInForce",
    State.ENDED: f"{_CONTEXT}/NotInForce",
    None: f"{_CONTEXT}/NotInForce",
}
"""An unknown state has no word."""
_CHANGES = {RelationKind.AMENDS: "legislationAmends", RelationKind.REPLACES: "legislationRepeals"}
_ADDRESSES = SiteAddresses(directories=True)


def legislation(library: Library, page: str, site: str = "") -> dict[str, Any]:
    """JSON-LD of the instrument or article that ``page`` is about; {} for every other page.

    ``page`` is a source page; ``site`` is the public address of the site, with a slash at its
    end. Where that is "" nothing has an address.
    """
    source = library.corpus.pages.get(page)
    instrument = library.corpus.page_instrument(page)
    if source is None or instrument is None:
        return {}
    if source.article:
        target = Target(instrument.slug, source.article)
        about = _article(library, instrument, target, site)
    elif page == library.corpus.home(instrument.slug):
        about = _whole(library, instrument, site)
    else:
        return {}
    return {"@context": _CONTEXT, **about}


def as_script(value: Mapping[str, Any]) -> str:
    """The text of a data block in HTML; "" for nothing. ``</`` is written so that none ends it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""
    return text.replace("<", "\\u003c")


def _whole(library: Library, item: Instrument, site: str) -> dict[str, Any]:
    found = _named(library, Target(item.slug), site)
    found |= _known(
        {
            "alternateName": [*dict.fromkeys((*item.names, *item.aliases))],
            "description": item.title,
            "legislationType": item.type,
            "legislationDate": item.issued.isoformat() if item.issued else "",
            "legislationPassedBy": _organisation(item.issuer),
            "legislationJurisdiction": item.place or "VN",
            "inLanguage": "vi",
        }
    )
    found |= _force(library, item, Target(item.slug))
    for kind, word in _CHANGES.items():
        others = [
            _named(library, Target(relation.slug), site)
            for relation in item.relations
            if relation.kind is kind and relation.slug
        ]
        found |= _known({word: others})
    if site:
        found["isPartOf"] = {"@type": "WebSite", "url": site}
        found["encoding"] = {
            "@type": "LegislationObject",
            "contentUrl": site + akn_address(library, item),
            "encodingFormat": "application/akn+xml",
            "legislationLegalValue": f"{_CONTEXT}/UnofficialLegalValue",
        }
    return found


def _article(library: Library, item: Instrument, target: Target, site: str) -> dict[str, Any]:
    found = _named(library, target, site)
    unit = library.corpus.unit(target)
    found |= _known({"alternateName": unit.heading if unit else "", "inLanguage": "vi"})
    found |= _force(library, item, target)
    found["isPartOf"] = _named(library, Target(item.slug), site)
    return found


def _named(library: Library, target: Target, site: str) -> dict[str, Any]:
    """What a target is called, by which number, and where it stands here."""
    item = library.corpus.instruments[target.slug]
    number = item.number
    if target.unit:
        number = f"{capital(target.unit.label)} {item.number}" if item.number else ""
    name = library.title(target) if target.unit else short_name(item)
    address = site + _ADDRESSES.place(library.corpus.address(target)) if site else ""
    found = {"@id": address, "url": address, "name": name, "legislationIdentifier": number}
    return {"@type": "Legislation", **_known(found)}


def _force(library: Library, item: Instrument, target: Target) -> dict[str, Any]:
    state = state_on(item, target.unit, library.today)
    return _known(
        {
            "legislationLegalForce": _FORCE.get(state, ""),
            "temporalCoverage": _coverage(state, validity_of(item, target.unit)),
        }
    )


def _coverage(state: State | None, validity: Validity) -> str:
    """An interval of ISO 8601, its last day included: ``2013-01-01/2023-12-31``.

    “..” is an open end: said only of what was in force, or about to be, when it was checked.
    """
    if not validity.since:
        return ""
    if validity.until:
        return f"{validity.since}/{validity.until - timedelta(days=1)}"
    return "" if state in (State.ENDED, State.UNKNOWN) else f"{validity.since}/.."


def _organisation(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name} if name else {}


def _known(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What says something."""
    return {key: value for key, value in fields.items() if value}
