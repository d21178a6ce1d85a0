"""The changes as an Atom feed (RFC 4287), for readers who want to be told.

An entry's id follows from what it tells, not from where the site is published, so that it
stays the same when the site moves. Absolute links need the public address; without it links
are relative to the feed, as the RFC allows. What has not come yet is no news.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ...law.instrument import vietnamese_date
from ...law.site_address import SiteAddresses
from ...page.library import Library
from ...page.views import CERTAINTY_WORDS
from .events import Event, events
from .table import PAGE, anchor, latest_first, words

FILE = "thay-doi.xml"
"""Where the feed lies, below the front page."""
MEDIA_TYPE = "application/atom+xml"
MOST = 100
"""Entries; older ones stand on the page."""
_ATOM = "http://www.w3.org/2005/Atom"
_ROOT = UUID("2f0f7c1e-6a43-5b53-9a2e-5f1d1c7f8b60")
"""The name space of our ids; a new one would show every reader everything anew."""


@dataclass(frozen=True)
class Entry:
    """One piece of news: ``anchor`` is its place on the page, ``key`` never changes."""

    key: str
    day: date
    title: str
    told: str
    anchor: str


def entries(library: Library) -> tuple[Entry, ...]:
    """What has changed, the latest first: in the law until the day of checking; what the site has
    mended at once, for the day of that is of the calendar (``law/corrections.py``, ``check``).
    """
    mended = [
        Entry(
            f"dinh-chinh/{one.id}",
            one.day,
            f"Đính chính: {library.label(one.target)}",
            f"Trang đã viết: {one.before} Nay viết: {one.now}",
            anchor(one),
        )
        for one in latest_first(library.corrections)
    ]
    come = [one for one in events(library.corpus) if one.day <= library.today]
    turned = [_turned(library, one) for one in come]
    return tuple(sorted((*mended, *turned), key=lambda one: one.day, reverse=True)[:MOST])


def feed(library: Library, name: str, address: str, directories: bool = True) -> str:
    """The feed as UTF-8 XML; ``address`` is the public address with a slash at its end, or ""."""
    found = entries(library)
    page = address + SiteAddresses(directories).page(PAGE)
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "vi"})
    _say(root, "title", f"{name}: thay đổi")
    _say(root, "id", _id("feed"))
    _say(root, "updated", _moment(max((one.day for one in found), default=library.today)))
    _say(SubElement(root, "author"), "name", name)
    if address:
        SubElement(root, "link", {"rel": "self", "type": MEDIA_TYPE, "href": address + FILE})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": page})
    for one in found:
        entry = SubElement(root, "entry")
        _say(entry, "title", one.title)
        _say(entry, "id", _id(one.key))
        _say(entry, "updated", _moment(one.day))
        href = f"{page}#{one.anchor}"
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": href})
        _say(entry, "summary", one.told)
    indent(root, "")
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _turned(library: Library, event: Event) -> Entry:
    evidence = event.validity.evidence
    title = f"{library.title(event.target)} {words(event, coming=False)}"
    told = ". ".join(_told(library, event))
    checked = f"kiểm tra {vietnamese_date(evidence.checked)}"
    if event.sure_of_day:
        checked = f"{CERTAINTY_WORDS[evidence.certainty]}, {checked}"
    summary = f"{told} ({checked}). {event.note}".rstrip()
    return Entry(f"hieu-luc/{event.id}", event.day, title, summary, event.id)


def _told(library: Library, event: Event) -> Iterator[str]:
    instrument = library.corpus.instruments[event.target.slug]
    if not library.label(event.target).endswith(instrument.title):
        yield instrument.title
    yield f"Từ ngày {vietnamese_date(event.day)}"


def _say(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text


def _id(key: str) -> str:
    return f"urn:uuid:{uuid5(_ROOT, key)}"


def _moment(day: date) -> str:
    """The beginning of a day in Vietnam (RFC 3339)."""
    return f"{day.isoformat()}T00:00:00+07:00"
