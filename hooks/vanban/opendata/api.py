"""The documents below ``/api/v1/``: what the library knows, in the forms of ``shapes``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import to_json

from ..cite.citation import Status
from ..law import instrument as law
from ..law.instrument import Instrument, Target, short_name
from ..law.site_address import SiteAddresses
from ..law.units import UnitPath
from ..law.validity import state_on
from ..page.library import Library
from . import shapes
from .naming import JSON_KINDS, e_id, state_word, work

FOLDER = "api/v1"
_ADDRESSES = SiteAddresses(directories=True)
_STATUSES = {status: status.value for status in Status}
"""The value of a member of an enumeration is looked up slowly."""
_PROMISE = (
    "Trong /api/v1/, trường đã có thì giữ nguyên tên, kiểu và nghĩa. Có thể thêm trường và thêm "
    "tài liệu, nên hãy bỏ qua trường lạ. Thay đổi làm hỏng lời hứa này sẽ nằm ở /api/v2/, đặt cạnh."
)
_WORDING = (
    "Chữ trong “text” là lời diễn đạt lại của người biên soạn, không phải nguyên văn. Khi quyết "
    "định việc gì, hãy mở bản chính thức."
)
FORMS: Mapping[str, tuple[type[shapes.Document], str]] = {
    "index.json": (shapes.Index, "Có những gì, hứa những gì"),
    "instruments.json": (shapes.Instruments, "Mọi văn bản: tên, số, ngày, hiệu lực, quan hệ"),
    "provisions/{slug}.json": (
        shapes.Provisions,
        "Phần, chương, mục, điều, khoản, điểm của một văn bản, lời diễn đạt lại và hiệu lực",
    ),
    "concordance.json": (shapes.Concordance, "Quy định cũ nay nằm ở đâu, chắc tới mức nào"),
    "citations.json": (shapes.Citations, "Mọi viện dẫn, và nơi nào được viện dẫn ở đâu"),
}
"""Each document with its form and what is in it."""


def documents(library: Library) -> Iterator[tuple[str, shapes.Document]]:
    """Every document with its address below the site's root, in a fixed order."""
    instruments = [library.corpus.instruments[slug] for slug in sorted(library.corpus.instruments)]
    yield f"{FOLDER}/index.json", _index(library)
    found = tuple(_instrument(library, item) for item in instruments)
    yield (
        f"{FOLDER}/instruments.json",
        shapes.Instruments(checked=library.today, instruments=found),
    )
    for item in instruments:
        yield provisions_address(item), _provisions(library, item)
    yield f"{FOLDER}/concordance.json", concordance(library)
    yield f"{FOLDER}/citations.json", _citations(library)


def schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """JSON Schema 2020-12 of every document, with its address below the site's root."""
    for name, (form, _) in FORMS.items():
        schema = form.model_json_schema(mode="serialization")
        yield f"{FOLDER}/{_schema(name)}", {"$schema": GenerateJsonSchema.schema_dialect, **schema}


def as_json(value: shapes.Document | Mapping[str, Any]) -> bytes:
    """A document as it is published: UTF-8 text with a line for each value."""
    if isinstance(value, shapes.Document):
        return to_json(value, indent=1) + b"\n"  # megabytes, which never become a text of Python
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def provisions_address(instrument: Instrument) -> str:
    """Where the provisions of one instrument are published."""
    return f"{FOLDER}/provisions/{instrument.slug}.json"


def akn_address(library: Library, instrument: Instrument) -> str:
    """Where the Akoma Ntoso document of an instrument is published, beside its page."""
    return f"{_ADDRESSES.page(library.corpus.home(instrument.slug))}akn.xml"


def official_address(library: Library, instrument: Instrument) -> str:
    """Where the same is published in the official wording, where that was brought in."""
    return f"{_ADDRESSES.page(library.corpus.home(instrument.slug))}akn-nguyen-van.xml"


def concordance(library: Library) -> shapes.Concordance:
    """Every comparison, by the old instrument and in the order of its file."""
    pairings = tuple(
        shapes.Pairing(
            old=str(Target(slug, pairing.unit)),
            limb=pairing.limb or None,
            today=tuple(
                shapes.Counterpart(
                    target=str(item.target) if item.target else None, change=item.change or None
                )
                for item in pairing.today
            ),
            evidence=_evidence(pairing.evidence),
        )
        for slug in sorted(library.corpus.instruments)
        for pairing in library.corpus.instruments[slug].concordance
    )
    return shapes.Concordance(checked=library.today, pairings=pairings)


def _schema(name: str) -> str:
    return f"schema/{name.replace('/{slug}', '')}"


def _index(library: Library) -> shapes.Index:
    entries = tuple(
        shapes.Entry(address=f"{FOLDER}/{name}", form=f"{FOLDER}/{_schema(name)}", about=about)
        for name, (_, about) in FORMS.items()
    )
    return shapes.Index(
        checked=library.today,
        promise=_PROMISE,
        wording=_WORDING,
        licence=library.licence or None,
        documents=entries,
    )


def _evidence(evidence: law.Evidence) -> shapes.Evidence:
    return shapes.Evidence(
        certainty=evidence.certainty.value,
        checked=evidence.checked,
        sources=evidence.sources,
        note=evidence.note or None,
    )


def _validity(validity: law.Validity) -> shapes.Validity:
    return shapes.Validity(
        state=state_word(validity.state),
        since=validity.since,
        until=validity.until,
        doubtful_since=validity.doubtful,
        ended_by=str(validity.ended_by) if validity.ended_by else None,
        ended_by_text=validity.ended_by_text or None,
        evidence=_evidence(validity.evidence),
    )


_BONDS: Mapping[law.RelationKind, shapes.Bond] = {
    law.RelationKind.AMENDS: "amends",
    law.RelationKind.REPLACES: "replaces",
    law.RelationKind.DETAILS: "details",
    law.RelationKind.CARRIES_OUT: "carries_out",
    law.RelationKind.CITES: "cites",
    law.RelationKind.RELATED: "related",
}


def _relation(relation: law.Relation) -> shapes.Relation:
    return shapes.Relation(
        kind=_BONDS[relation.kind],
        slug=relation.slug,
        number=relation.number or None,
        where=relation.where or None,
        evidence=_evidence(relation.evidence),
    )


def _instrument(library: Library, item: Instrument) -> shapes.Instrument:
    return shapes.Instrument(
        slug=item.slug,
        code=item.code,
        type=item.type,
        number=item.number or None,
        title=item.title,
        short=short_name(item),
        names=item.names,
        aliases=item.aliases,
        issuer=item.issuer or None,
        signatory=item.signatory or None,
        place=item.place or None,
        gazette=item.gazette or None,
        issued=item.issued,
        issued_text=item.issued_text or None,
        state=state_word(state_on(item, None, library.today)),
        validity=_validity(item.validity),
        identity=_evidence(item.identity),
        wording=_evidence(item.wording),
        relations=tuple(map(_relation, item.relations)),
        namesakes=tuple(
            shapes.Namesake(number=other.number, evidence=_evidence(other.evidence))
            for other in item.namesakes
        ),
        page=_ADDRESSES.page(library.corpus.home(item.slug)),
        provisions=provisions_address(item),
        akn=akn_address(library, item),
        work=work(item),
    )


def _provisions(library: Library, item: Instrument) -> shapes.Provisions:
    units = map(partial(_unit, library, item), item.outline.units)
    return shapes.Provisions(
        checked=library.today,
        slug=item.slug,
        complete=item.outline.complete,
        basis=item.outline.basis or None,
        units=tuple(units),
    )


def _unit(library: Library, item: Instrument, path: UnitPath) -> shapes.Unit:
    unit, target = item.outline.units[path], Target(item.slug, path)
    worded = library.corpus.provisions.get(target)
    own = item.unit_validity.get(path)
    governing = _governing(item, path)
    return shapes.Unit(
        id=unit.id,
        kind=JSON_KINDS[unit.kind],
        number=path.number,
        label=path.label,
        heading=unit.heading,
        parent=unit.parent.id if unit.parent else None,
        children_known=unit.children_known,
        children_complete=unit.children_complete,
        text=(worded.text or None) if worded else None,
        note=(worded.note or None) if worded else None,
        state=state_word(state_on(item, path, library.today)),
        statement=_validity(own) if own else None,
        governed_by=governing.id if governing else None,
        page=_ADDRESSES.place(library.corpus.address(target)),
        eid=e_id(path),
    )


def _governing(item: Instrument, path: UnitPath) -> UnitPath | None:
    """The nearest unit from ``path`` upwards of which something is said; None: the instrument."""
    above: UnitPath | None = path
    while above and above not in item.unit_validity:
        above = item.outline.units[above].parent
    return above


def _citations(library: Library) -> shapes.Citations:
    backlinks: dict[str, list[int]] = {}
    citations = []
    named = cache(str)  # a provision is cited again and again, by units that cite many
    address = cache(_ADDRESSES.page)
    for place, mention in enumerate(library.graph.mentions):
        found = mention.citation
        target = named(found.target) if found.target else None
        # A mapping: all of them are checked and made into their form at once.
        citation = {
            "page": address(mention.page),
            "source": named(mention.source) if mention.source else None,
            "text": " ".join(found.text.split()),
            "sentence": mention.sentence or None,
            "status": _STATUSES[found.status],
            "target": target,
            "reason": found.reason or None,
        }
        citations.append(citation)
        if target and found.linked:
            backlinks.setdefault(target, []).append(place)
    return shapes.Citations.model_validate(
        {
            "checked": library.today,
            "citations": citations,
            "backlinks": {target: tuple(backlinks[target]) for target in sorted(backlinks)},
        }
    )
