"""An instrument's own page: identity and state above, relations, outline and citers below."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from ...law.instrument import Instrument, State, Target, Unit, vietnamese_date
from ...law.units import INNER, LABELS, Kind, UnitPath
from ...law.validity import state_on
from ...page import standing_words
from ...page.context import PageContext
from ...page.fragments import literal
from ...page.slugs import heading_id
from ...page.viewing import Viewer
from ...page.views import IdentityRow, LinkView, NumberView, OutlineNode, StatusView

_ROMAN = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X")),
    *((9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


AT_ONCE = 24
"""So many worded articles fill some five screens of a phone; the others wait for a tap."""


def furnish(root: Element, instrument: Instrument, here: PageContext) -> None:
    """State, place today and worded articles under the title; the rest folds after the prose."""
    viewer = here.viewer
    target = Target(instrument.slug)
    title = next((n for n, child in enumerate(root) if child.tag == "h1"), -1)
    if title >= 0:
        _set_title(root[title], instrument)
    nodes = tuple(_node(instrument, unit, viewer) for unit in instrument.outline.roots)
    worded = [one for node in nodes for one in _articles(node) if one.href]
    root[title + 1 : title + 1] = here.render(
        "instrument/head.html",
        status=viewer.status(target),
        validity=instrument.validity,
        ended_by=_ended_by(instrument, viewer),
        evidence=viewer.evidence(instrument.validity.evidence),
        name=viewer.library.label(target),
        pairings=viewer.concordance(target),
        predecessors=viewer.predecessors(target),
        alike=viewer.alike(instrument),
        same_name=standing_words.SAME_NAME,
        first=worded[:AT_ONCE],
        others=worded[AT_ONCE:],
    )
    folds = here.render(
        "instrument/outline.html",
        nodes=nodes,
        outline=instrument.outline,
        open=not any(page.slug == instrument.slug for page in here.library.corpus.article_pages),
    )
    folds += here.render("instrument/relations.html", groups=viewer.relations(instrument))
    folds += here.render("backlinks.html", backlinks=viewer.backlinks([target]))
    folds += identity(instrument, here)
    root.extend(one for one in folds if one.tag == "h2")
    gaps = SubElement(root, "footer", {"class": "gaps", "data-search-exclude": ""})
    gaps.extend(one for one in folds if one.tag != "h2")


def _set_title(heading: Element, instrument: Instrument) -> None:
    """The number above, what the instrument is about below it, in its own words."""
    told = "".join(heading.itertext()).strip()
    if instrument.title.casefold() in told.casefold() or told.casefold() in (
        instrument.title.casefold(),
        "",
    ):
        return
    # Its address stays that of the words in the source, by which links know it.
    heading.attrib.setdefault("id", heading_id(told))
    for child in list(heading):
        heading.remove(child)
    heading.text = ""
    number = SubElement(heading, "span", {"class": "d-so"})
    number.text, number.tail = told, " "
    SubElement(heading, "em").text = literal(instrument.title)


def _ended_by(instrument: Instrument, viewer: Viewer) -> LinkView | None:
    found = instrument.validity.ended_by
    return viewer.link(found) if found else None


def listing(here: PageContext) -> list[Element]:
    """Every instrument by type, on the page that lists them."""
    return here.render("instrument/list.html", groups=here.viewer.catalogue())


def identity(instrument: Instrument, here: PageContext, whole: bool = True) -> list[Element]:
    """A fold: the table of identity, and how each is known; not ``whole`` below a letter."""
    target, viewer = Target(instrument.slug), here.viewer
    return here.render(
        "instrument/identity.html",
        validity_evidence=viewer.evidence(instrument.validity.evidence),
        identity=viewer.evidence(instrument.identity),
        wording=viewer.evidence(instrument.wording),
        rows=identity_rows(instrument, viewer),
        name=viewer.library.label(target),
        slips=instrument.slips if whole else (),
        pairings=viewer.concordance(target) if whole else (),
        heading="Căn cứ và độ chắc" if whole else "Số hiệu, người ký, nguồn",
        anchor="can-cu" if whole else "ban-chep",
    )


def identity_rows(instrument: Instrument, viewer: Viewer) -> tuple[IdentityRow, ...]:
    """The table of identity; a line that nobody knows is left out, or says so."""
    issued = vietnamese_date(instrument.issued) if instrument.issued else instrument.issued_text
    validity = instrument.validity
    since = vietnamese_date(validity.since) if validity.since else ""
    rows = [
        ("Loại văn bản", instrument.type),
        ("Số hiệu", instrument.number or "để trống trong bản chép"),
        ("Tên đầy đủ", instrument.title),
        ("Cơ quan ban hành", instrument.issuer),
        ("Người ký", instrument.signatory),
        ("Ngày ban hành", issued or "chưa rõ"),
        ("Có hiệu lực từ", since or "chưa rõ"),
        ("Địa phương", instrument.place),
        ("Công báo", instrument.gazette),
    ]
    found = [IdentityRow(label, text) for label, text in rows if text]
    databases = viewer.library.databases
    links = tuple(databases[key] for key in instrument.links if key in databases)
    if links:
        found.append(IdentityRow("Tìm trên", "", links))
    return tuple(found)


def _articles(node: OutlineNode) -> Iterator[OutlineNode]:
    """The articles of a part of the outline, in their order."""
    if node.is_article:
        yield node
    for child in node.children:
        yield from _articles(child)


def _node(instrument: Instrument, path: UnitPath, viewer: Viewer) -> OutlineNode:
    unit = instrument.outline.units[path]
    target = Target(instrument.slug, unit.path)
    is_article = unit.kind is Kind.ARTICLE
    inner = [instrument.outline.units[child] for child in unit.children]
    groups = [child for child in inner if child.kind not in INNER]
    page = viewer.library.corpus.article_pages.get(target)
    numbers = [_number(instrument, child, viewer, bool(page)) for child in inner]
    return OutlineNode(
        id=unit.id,
        label=f"{LABELS[unit.kind]} {_printed(unit)}",
        heading=unit.heading or "",
        href=viewer.href(target) if page else "",
        status=_own_status(instrument, unit, viewer),
        clauses=tuple(n for n, c in zip(numbers, inner, strict=True) if c.kind is Kind.CLAUSE),
        points=tuple(n for n, c in zip(numbers, inner, strict=True) if c.kind is Kind.POINT),
        open_end=is_article and unit.children_known and not unit.children_complete,
        children=tuple(_node(instrument, child.path, viewer) for child in groups),
        is_article=is_article,
        # An article with a page of its own shows its citing sentences there.
        backlinks=viewer.backlinks(_family(instrument, unit)) if is_article and not page else None,
        cited=viewer.cited(_family(instrument, unit)) if is_article and page else 0,
        today=viewer.concordance(target) if is_article and not page else (),
    )


def _number(instrument: Instrument, unit: Unit, viewer: Viewer, has_page: bool) -> NumberView:
    target = Target(instrument.slug, unit.path)
    children = tuple(
        _number(instrument, instrument.outline.units[child], viewer, has_page)
        for child in unit.children
    )
    href = viewer.href(target) if has_page else ""
    return NumberView(
        unit.id,
        unit.path.number,
        unit.path.label,
        href,
        children,
        _own_status(instrument, unit, viewer),
    )


def _printed(unit: Unit) -> str:
    """A number as laws print it: chapters and parts in Roman figures."""
    number = unit.path.number
    if unit.kind not in (Kind.CHAPTER, Kind.PART) or not number.isdigit():
        return number
    left, roman = int(number), ""
    for value, letters in _ROMAN:
        roman += letters * (left // value)
        left %= value
    return roman


def _own_status(instrument: Instrument, unit: Unit, viewer: Viewer) -> StatusView | None:
    """The state of a unit, where it differs from what it stands in: its article, the instrument."""
    today = viewer.library.today
    above = unit.path.parent if unit.kind in INNER else None
    own, whole = state_on(instrument, unit.path, today), state_on(instrument, above, today)
    usual = State.IN_FORCE if whole is State.PARTLY else whole
    return viewer.status(Target(instrument.slug, unit.path)) if own not in (usual, whole) else None


def _family(instrument: Instrument, unit: Unit) -> list[Target]:
    """An article with everything below it."""
    found = [Target(instrument.slug, unit.path)]
    for child in unit.children:
        found += _family(instrument, instrument.outline.units[child])
    return found
