"""The concordance as a table for spreadsheets: one row for each old provision and new place."""

from __future__ import annotations

import csv
import io

from .shapes import Concordance

COLUMNS = ("old", "limb", "today", "change", "certainty", "checked", "sources", "note")
_MARK = "\ufeff"
"""Without it, spreadsheet programs take UTF-8 for something else."""
_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""How cells begin that spreadsheet programs take for formulas."""


def table(concordance: Concordance) -> str:
    """CSV (RFC 4180, UTF-8 with a mark, lines end in CRLF).

    ``today`` is empty where nothing corresponds or nobody knows; ``certainty`` says which.
    """
    text = io.StringIO()
    text.write(_MARK)
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for pairing in concordance.pairings:
        evidence = pairing.evidence
        told = [evidence.certainty, evidence.checked, "; ".join(evidence.sources), evidence.note]
        places = [(item.target, item.change) for item in pairing.today] or [(None, None)]
        for target, change in places:
            rows.writerow(map(cell, [pairing.old, pairing.limb, target, change, *told]))
    return text.getvalue()


def cell(value: object) -> str:
    """A value as a spreadsheet shows it: none is taken for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_RISKY) else text
