"""How the tables of this room write a target and a place.

A target is ``code article.clause.point`` (``anm18 8.1.đ``), ``code id`` for other units
(``anm18 chuong-2``), ``code`` for a whole instrument; ``~`` before it means unverified, and
``outside``, ``ambiguous``, ``broken`` stand for themselves.
"""

from __future__ import annotations

from datetime import date

from vanban.cite.citation import Citation, Context, Status
from vanban.cite.engine import Engine
from vanban.law.units import Kind, UnitPath, unit_of


def context(in_: str | None, at: str | None) -> Context:
    """``in_`` is ``slug`` or ``slug#unit``, ``at`` a day as YYYY-MM-DD."""
    slug, _, unit = (in_ or "").partition("#")
    day = date.fromisoformat(at) if at else None
    return Context(slug or None, unit_of(unit), day)


def written(engine: Engine, citation: Citation) -> str:
    """A citation in the notation of the tables."""
    if citation.target is None or citation.status in (Status.AMBIGUOUS, Status.BROKEN):
        return citation.status.value
    code = engine.corpus.instruments[citation.target.slug].code
    sign = "~" if citation.status is Status.UNVERIFIED else ""
    if citation.target.unit is None:
        return f"{sign}{code}"
    return f"{sign}{code} {short(citation.target.unit)}"


def short(unit: UnitPath) -> str:
    if unit.steps[0][0] is not Kind.ARTICLE:
        return unit.id
    return ".".join(number for _, number in unit.steps)
