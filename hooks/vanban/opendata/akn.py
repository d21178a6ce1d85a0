"""One instrument as an Akoma Ntoso 3.0 document, in our own wording or in the official one.

Source: OASIS, Akoma Ntoso Version 1.0, schema ``akomantoso30.xsd``. Our ids are the ``wId`` of
each unit. Nothing in it depends on the day on which it is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from xml.etree.ElementTree import Element, SubElement, tostring

from ..cite.citation import Citation
from ..cite.graph import page_context
from ..law.identity import slug_of
from ..law.instrument import Instrument, Target, Unit
from ..law.provision import BULLET
from ..law.units import LABELS, UnitPath
from ..law.wording import Wording
from ..page.library import Library
from .akn_meta import meta, period_id, periods
from .naming import ELEMENTS, e_id, iri, is_act

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def document(library: Library, instrument: Instrument, official: Wording | None = None) -> str:
    """The document as XML text; valid by the schema of Akoma Ntoso 3.0.

    With ``official`` it holds that wording as another expression of the same work. A unit
    that has no wording has its number and heading and no content. An outline that is not
    whole is ``status="incomplete"``.
    """
    root = Element("akomaNtoso", {"xmlns": NAMESPACE})
    act = is_act(instrument)
    body = Element("body" if act else "mainBody", {"eId": "body"})
    if not instrument.outline.complete:
        body.set("status", "incomplete")
    writer = _Writer(library, instrument, official)
    for path in instrument.outline.roots:
        writer.unit(body, path)
    if not len(body):
        # the schema wants something in a body
        attributes = {"eId": "hcontainer_1", "name": "chua-co-muc-luc", "status": "incomplete"}
        SubElement(body, "hcontainer", attributes)
    name = "act" if act else "doc"
    whole = SubElement(root, name, {"name": slug_of(instrument.type), "contains": "singleVersion"})
    whole.append(meta(library, instrument, official))
    _preface(whole, instrument)
    whole.append(body)
    _break_lines(root)
    return f"{_HEAD}{tostring(root, encoding='unicode')}\n"


def _preface(parent: Element, instrument: Instrument) -> None:
    preface = SubElement(parent, "preface", {"eId": "preface"})
    line = SubElement(preface, "p")
    for tag, text in (
        ("docType", instrument.type),
        ("docNumber", instrument.number),
        ("docTitle", instrument.title),
    ):
        if text:
            found = SubElement(line, tag)
            found.text, found.tail = text, " "


_INLINE = frozenset({"ref", "docType", "docNumber", "docTitle", "authorialNote"})
_MIXED = frozenset({"p", "li", "num", "heading"})


def _break_lines(element: Element) -> None:
    """A line for each element, where white space between elements means nothing."""
    if element.tag in _MIXED or not len(element):
        return
    element.text = "\n"
    for child in element:
        _break_lines(child)
        child.tail = "\n"


@dataclass
class _Writer:
    """Writes the units of one instrument; ``counts`` numbers what has no number of its own."""

    library: Library
    instrument: Instrument
    official: Wording | None
    counts: dict[str, int] = field(default_factory=dict)
    named: dict[Target, str] = field(default_factory=dict)
    """The IRIs of other instruments and their units that were asked for already."""

    @cached_property
    def periods(self) -> frozenset[UnitPath | None]:
        return frozenset(periods(self.instrument))

    def unit(self, parent: Element, path: UnitPath) -> None:
        """One unit with all below it."""
        unit = self.instrument.outline.units[path]
        element = SubElement(parent, ELEMENTS[unit.kind], {"eId": e_id(path), "wId": unit.id})
        if path in self.periods:
            element.set("period", f"#{period_id(path)}")
        if not unit.children_complete and (unit.children or not unit.children_known):
            element.set("status", "incomplete")
        SubElement(element, "num").text = f"{LABELS[unit.kind]} {path.number}"
        if unit.heading:
            SubElement(element, "heading").text = unit.heading
        lines, note = self._words(path)
        if lines or note:
            self._wording(element, unit, lines, note)
        for child in unit.children:
            self.unit(element, child)

    def _words(self, path: UnitPath) -> tuple[Sequence[str], str]:
        """The lines of a unit, and the compilers' note on them."""
        if self.official:
            return self.official.lines.get(path, ()), ""
        found = self.library.corpus.provisions.get(Target(self.instrument.slug, path))
        return ([*filter(None, found.text.split("\n"))], found.note) if found else ((), "")

    def _wording(self, element: Element, unit: Unit, lines: Sequence[str], note: str) -> None:
        """What the unit says: its content, or what leads in to the units below it."""
        tag = "intro" if unit.children else "content"
        eid = e_id(unit.path)
        around = SubElement(element, tag, {"eId": f"{eid}__{tag}"})
        items: Element | None = None
        for line in lines:
            if line.startswith(BULLET):
                if items is None:
                    items = SubElement(around, "ul", {"eId": self._id(f"{eid}__ul")})
                self._cited(SubElement(items, "li"), line.removeprefix(BULLET), unit.path)
            else:
                items = None
                self._cited(SubElement(around, "p"), line, unit.path)
        if note:
            self._note(SubElement(around, "p"), note, eid)

    def _note(self, parent: Element, text: str, eid: str) -> None:
        """How the unit was read: the compilers' note, not the law's."""
        attributes = {"eId": self._id(f"{eid}__authorialNote"), "marker": "*"}
        note = SubElement(parent, "authorialNote", attributes)
        for line in filter(None, text.split("\n")):
            SubElement(note, "p").text = line.removeprefix(BULLET)

    def _cited(self, parent: Element, text: str, unit: UnitPath) -> None:
        """A paragraph with its citations as ``ref``."""
        parent.text, at = text, 0
        name = f"{e_id(unit)}__ref"
        last: Element | None = None
        for citation in self._citations(text, unit):
            between = text[at : citation.start]
            if last is None:
                parent.text = between
            else:
                last.tail = between
            attributes = {"eId": self._id(name), "href": self._href(citation)}
            last = SubElement(parent, "ref", attributes)
            last.text = text[citation.start : citation.end]
            at = citation.end
        if last is not None:
            last.tail = text[at:]

    def _citations(self, text: str, unit: UnitPath) -> Iterator[Citation]:
        """What leads somewhere, none overlapping, in order.

        The ends of a range come before what lies inside it, which spans them both.
        """
        address = self.library.corpus.address(Target(self.instrument.slug, unit))
        page = self.library.corpus.pages.get(address.page)
        if page is None:  # an instrument without a page of its own yet
            return
        context = page_context(self.library.corpus, page, unit, self.library.today)
        at = 0
        found = self.library.cite(text, context)
        for citation in sorted(found, key=lambda one: (one.start, one.end)):
            if citation.linked and citation.start >= at:
                yield citation
                at = citation.end

    def _href(self, citation: Citation) -> str:
        """A place in this document, or the IRI of another one."""
        target = citation.target
        if target is None:
            raise ValueError("a citation that leads nowhere")
        if target.slug == self.instrument.slug and target.unit:
            return f"#{e_id(target.unit)}"
        if target not in self.named:
            self.named[target] = iri(self.library.corpus.instruments[target.slug], target)
        return self.named[target]

    def _id(self, name: str) -> str:
        self.counts[name] = self.counts.get(name, 0) + 1
        return f"{name}_{self.counts[name]}"
