"""The metadata of an Akoma Ntoso document: identity, events, what holds when, and how sure.

Where a day is not known there is no event. Our own statements, with certainty, sources and the
day of the check, stand in ``proprietary``, since Akoma Ntoso has no words for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement

from ..law.instrument import Evidence, Instrument, RelationKind, Target, Validity, short_name
from ..law.statements import validities
from ..law.units import UnitPath
from ..law.wording import Wording
from ..page.library import Library
from .naming import e_id, expression, state_word, wording_day, work

OURS = "urn:vanban:du-lieu:1"
"""The namespace of our statements."""
_SOURCE = "#bien-soan"
_THIS = "#van-ban-nay"
_IN_FORCE = "#co-hieu-luc"
_PROVENANCE = (
    ("file", "tep"),
    ("sha256", "sha256"),
    ("format", "dang"),
    ("imported", "ngay"),
    ("address", "dia-chi"),
)
_ONTOLOGY = "/akn/ontology"


@dataclass(frozen=True)
class Event:
    """Something that happened on a known day; ``kind`` is "" where the schema has no word."""

    id: str
    day: date
    kind: str
    source: str
    refers_to: str = ""


def meta(library: Library, instrument: Instrument, official: Wording | None = None) -> Element:
    """The element ``meta`` of one instrument, in our wording or in the ``official`` one."""
    found = Element("meta")
    _identification(found, library, instrument, official)
    events = sorted(_events(library, instrument), key=lambda event: (event.day, event.id))
    if events:
        lifecycle = SubElement(found, "lifecycle", {"source": _SOURCE})
        for event in events:
            _event(lifecycle, event)
    _temporal(found, instrument, {event.id for event in events})
    _references(found, library, instrument)
    _statements(found, instrument, official)
    return found


def _identification(
    parent: Element, library: Library, item: Instrument, official: Wording | None
) -> None:
    around = SubElement(parent, "identification", {"source": _SOURCE})
    base, ours = work(item), expression(item, official)
    whole = SubElement(around, "FRBRWork")
    _values(whole, this=f"{base}/!main", uri=base)
    SubElement(whole, "FRBRalias", {"value": short_name(item), "name": "ten-goi"})
    if item.issued:
        _date(whole, item.issued, "ban-hanh")
    else:  # the schema wants a day: the one on which we looked and did not find it
        _date(whole, item.identity.checked, "kiem-tra-chua-ro-ngay-ban-hanh")
    SubElement(whole, "FRBRauthor", {"href": "#co-quan"})
    SubElement(whole, "FRBRcountry", {"value": "vn"})
    SubElement(whole, "FRBRsubtype", {"value": base.split("/")[4]})
    if item.number:
        SubElement(whole, "FRBRnumber", {"value": item.number})
    SubElement(whole, "FRBRname", {"value": item.title})
    wording = SubElement(around, "FRBRExpression")
    _values(wording, this=f"{ours}/!main", uri=ours)
    name = "Nguyên văn, bản chép" if official else "Lời diễn đạt lại"
    SubElement(wording, "FRBRalias", {"value": name, "name": ours.rpartition("/")[2]})
    _date(wording, wording_day(item, official), "nhap-vao" if official else "kiem-tra")
    SubElement(wording, "FRBRauthor", {"href": "#co-quan" if official else _SOURCE})
    # a copy of the official text is not the authoritative one either
    SubElement(wording, "FRBRauthoritative", {"value": "false"})
    SubElement(wording, "FRBRlanguage", {"language": "vie"})
    file = SubElement(around, "FRBRManifestation")
    _values(file, this=f"{ours}/!main.xml", uri=f"{ours}.akn")
    _date(file, library.today, "kiem-tra")
    SubElement(file, "FRBRauthor", {"href": _SOURCE})
    SubElement(file, "FRBRformat", {"value": "application/akn+xml"})


def _values(parent: Element, this: str, uri: str) -> None:
    SubElement(parent, "FRBRthis", {"value": this})
    SubElement(parent, "FRBRuri", {"value": uri})


def _date(parent: Element, day: date, name: str) -> None:
    SubElement(parent, "FRBRdate", {"date": day.isoformat(), "name": name})


def _events(library: Library, item: Instrument) -> Iterator[Event]:
    if item.issued:
        yield Event("eref_ban-hanh", item.issued, "generation", _THIS)
    yield from _spans(item, None, item.validity)
    for unit, validity in item.unit_validity.items():
        yield from _spans(item, unit, validity)
    for other, relation in library.incoming.get(item.slug, ()):
        day = other.validity.since
        if relation.kind is RelationKind.AMENDS and day:
            yield Event(
                f"eref_sua-doi_{other.slug}", day, "amendment", _reference(item, other.slug)
            )


def _spans(item: Instrument, unit: UnitPath | None, validity: Validity) -> Iterator[Event]:
    """The first day of force, and the first day without it."""
    if validity.since:
        yield Event(_begin(unit), validity.since, "", _THIS, _IN_FORCE)
    if validity.until:
        by = validity.ended_by
        source = _reference(item, by.slug) if by else _SOURCE
        # a unit that ends is an amendment of the whole
        yield Event(_end(unit), validity.until, "amendment" if unit else "repeal", source)


def _reference(item: Instrument, slug: str) -> str:
    """What an event names another instrument by."""
    return _THIS if slug == item.slug else f"#{slug}"


def _begin(unit: UnitPath | None) -> str:
    return "eref_tu" + (f"_{e_id(unit)}" if unit else "")


def _end(unit: UnitPath | None) -> str:
    return "eref_den" + (f"_{e_id(unit)}" if unit else "")


def _event(parent: Element, event: Event) -> None:
    attributes = {"eId": event.id, "date": event.day.isoformat(), "source": event.source}
    if event.kind:
        attributes["type"] = event.kind
    if event.refers_to:
        attributes["refersTo"] = event.refers_to
    SubElement(parent, "eventRef", attributes)


def period_id(unit: UnitPath | None) -> str:
    """The eId of the group of dates that holds for a unit; None: the whole instrument."""
    return "tmpg" + (f"_{e_id(unit)}" if unit else "")


def periods(item: Instrument) -> Iterator[UnitPath | None]:
    """The units (None: the whole) whose days are known at least in part."""
    if item.validity.since or item.validity.until:
        yield None
    for unit, validity in item.unit_validity.items():
        if validity.since or validity.until:
            yield unit


def _temporal(parent: Element, item: Instrument, events: set[str]) -> None:
    units = list(periods(item))
    if not units:
        return
    around = SubElement(parent, "temporalData", {"source": _SOURCE})
    for unit in units:
        group = SubElement(around, "temporalGroup", {"eId": period_id(unit)})
        days = {"start": _begin(unit), "end": _end(unit)}
        known = {name: f"#{event}" for name, event in days.items() if event in events}
        SubElement(group, "timeInterval", {**known, "refersTo": _IN_FORCE})


def _references(parent: Element, library: Library, item: Instrument) -> None:
    around = SubElement(parent, "references", {"source": _SOURCE})
    corpus = library.corpus
    attributes = {"eId": "van-ban-nay", "href": work(item), "showAs": short_name(item)}
    SubElement(around, "original", attributes)
    active = {relation.slug for relation in item.relations if relation.slug}
    passive = {other.slug for other, _ in library.incoming.get(item.slug, ())}
    passive |= {by.slug for by in _enders(item)}
    for slug in sorted((active | passive) & corpus.instruments.keys() - {item.slug}):
        other = corpus.instruments[slug]
        tag = "passiveRef" if slug in passive else "activeRef"
        attributes = {"eId": slug, "href": work(other), "showAs": short_name(other)}
        SubElement(around, tag, attributes)
    issuer = item.issuer or "Cơ quan ban hành chưa rõ"
    _term(around, "TLCOrganization", "co-quan", "organization/vn", issuer)
    _term(around, "TLCOrganization", "bien-soan", "organization/vn", "Người biên soạn")
    _term(around, "TLCConcept", "co-hieu-luc", "concept/vn", "Có hiệu lực")


def _term(parent: Element, tag: str, name: str, folder: str, words: str) -> None:
    attributes = {"eId": name, "href": f"{_ONTOLOGY}/{folder}/{name}", "showAs": words}
    SubElement(parent, tag, attributes)


def _enders(item: Instrument) -> Iterator[Target]:
    for _, validity in validities(item):
        if validity.ended_by:
            yield validity.ended_by


def _statements(parent: Element, item: Instrument, official: Wording | None) -> None:
    """What is said of force, and how sure it is; ``unit`` is our id. Where a text came from."""
    around = SubElement(parent, "proprietary", {"source": _SOURCE, "xmlns:vb": OURS})
    _claim(around, "vb:identity", item.identity, {})
    if official:
        known = ((word, official.provenance.get(key, "")) for word, key in _PROVENANCE)
        SubElement(around, "vb:provenance", {word: value for word, value in known if value})
    else:
        _claim(around, "vb:wording", item.wording, {})
    _claim(
        around, "vb:validity", item.validity.evidence, {"state": state_word(item.validity.state)}
    )
    for unit, validity in item.unit_validity.items():
        attributes = {"unit": unit.id, "state": state_word(validity.state)}
        _claim(around, "vb:validity", validity.evidence, attributes)


def _claim(parent: Element, tag: str, evidence: Evidence, attributes: dict[str, str]) -> None:
    told = {"certainty": evidence.certainty.value, "checked": evidence.checked.isoformat()}
    element = SubElement(parent, tag, {**attributes, **told})
    for source in evidence.sources:
        SubElement(element, "vb:source").text = source
    if evidence.note:
        SubElement(element, "vb:note").text = evidence.note
