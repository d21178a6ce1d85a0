"""A judged letter for other programs: JSON fields, and a SARIF log.

Source of the form: SARIF 2.1.0 (OASIS Standard, 27 March 2020).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from ...cite.citation import Citation
from ...law.standing import IN_FORCE
from ...law.text_source import LineIndex
from .judged import Day, Judged, Verdict
from .words import VERDICT_WORDS, place, reasons

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Verdict.BROKEN: "error",
    Verdict.AMBIGUOUS: "error",
    Verdict.ENDED: "warning",
    Verdict.NOT_YET: "warning",
    Verdict.OUTSIDE: "note",
    Verdict.UNKNOWN: "note",
    Verdict.PARTLY: "note",
    Verdict.UNVERIFIED: "note",
    Verdict.IN_FORCE: "none",
}


def plain(item: Citation) -> dict[str, Any]:
    """A citation by itself: ``start`` and ``end`` are code points of the text as given."""
    return {
        "start": item.start,
        "end": item.end,
        "text": item.text,
        "target": str(item.target) if item.target else None,
        "status": item.status.value,
        "reason": item.reason or None,
        "suggestion": item.suggestion or None,
        "candidates": [
            {"target": str(may.target), "reason": may.reason} for may in item.candidates
        ],
    }


def fields(one: Judged, places: LineIndex, day: Day) -> dict[str, Any]:
    """A judged citation: the fields of ``plain``, where it stands, and what is known of it.

    ``line`` and ``col`` are null but for plain text, ``page`` but for a PDF; ``exists`` and
    ``in_force`` are null where nobody here can tell.
    """
    at = places.place(one.citation.start) if one.paragraph.line else None
    evidence = one.evidence
    now = one.now
    return {
        **plain(one.citation),
        "where": place(one, places),
        "paragraph": one.paragraph.number,
        "page": one.paragraph.page or None,
        "line": at.line if at else None,
        "col": at.col if at else None,
        "verdict": one.verdict.value,
        "as_of": day.day.isoformat(),
        "as_of_from": day.told.value,
        "exists": one.exists,
        "in_force": one.in_force,
        "certainty": evidence.certainty.value if evidence else None,
        "checked": evidence.checked.isoformat() if evidence else None,
        "ended": now.validity.until.isoformat() if now and now.validity.until else None,
        "today": [
            {
                "target": str(item.target) if item.target else None,
                "name": item.name,
                "of": item.limb or None,
                "in_force": item.state in IN_FORCE if item.target else None,
                "change": item.change or None,
                "certainty": item.certainty.value,
            }
            for item in one.today
        ],
        "today_of": one.compared or None,
        "replaced_by": [
            {
                "target": known.by.slug,
                "name": known.by.short,
                "where": known.where or None,
                "in_force_since": known.by.validity.since and known.by.validity.since.isoformat(),
                "certainty": known.evidence.certainty.value,
                "checked": known.evidence.checked.isoformat(),
            }
            for known in one.replaced_by
        ],
    }


def sarif(found: Iterable[Judged], file: str, text: str, day: Day) -> dict[str, Any]:
    """A SARIF log of one letter. ``file`` is its name as given, ``text`` its whole text.

    Only a plain text has regions: in others a result names its paragraph, because lines and
    columns of a .docx or a .pdf mean nothing to whoever shows the log.
    """
    places = LineIndex(text)
    rules = list(Verdict)
    results = [_result(one, rules.index(one.verdict), file, places) for one in found]
    driver = {
        "name": "hooks cite",
        "language": "vi",
        "rules": [_rule(verdict) for verdict in rules],
    }
    run = {
        "tool": {"driver": driver},
        "language": "vi",
        "columnKind": "unicodeCodePoints",
        "properties": {"asOf": day.day.isoformat(), "asOfFrom": day.told.value},
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(verdict: Verdict) -> dict[str, Any]:
    return {
        "id": verdict.value,
        "shortDescription": {"text": VERDICT_WORDS[verdict]},
        "defaultConfiguration": {"level": _LEVELS[verdict]},
    }


def _result(one: Judged, rule: int, file: str, places: LineIndex) -> dict[str, Any]:
    level = _LEVELS[one.verdict]
    words = " ".join(reasons(one))
    quoted = " ".join(one.citation.text.split())
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(file)}}
    if one.paragraph.line:
        first, last = places.place(one.citation.start), places.place(one.citation.end)
        physical["region"] = {
            "startLine": first.line,
            "startColumn": first.col,
            "endLine": last.line,
            "endColumn": last.col,
        }
    return {
        "ruleId": one.verdict.value,
        "ruleIndex": rule,
        "kind": "pass" if level == "none" else "fail",
        "level": level,
        "message": {"text": f"“{quoted}”: {VERDICT_WORDS[one.verdict]}. {words}".strip()},
        "locations": [
            {
                "physicalLocation": physical,
                "logicalLocations": [{"fullyQualifiedName": place(one, places)}],
            }
        ],
    }


def _uri(file: str) -> str:
    """A name as a URI reference: “-” (standard input) stays, an absolute path is a file URI."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
