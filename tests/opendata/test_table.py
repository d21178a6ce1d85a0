"""The concordance as spreadsheets read it."""

from __future__ import annotations

import csv
import io
from datetime import date

from vanban.opendata import api
from vanban.opendata.shapes import Concordance, Counterpart, Evidence, Pairing
from vanban.opendata.table import COLUMNS, table
from vanban.page.library import Library


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_row_for_each_place_and_one_for_none(library: Library) -> None:
    found = rows(table(api.concordance(library)))
    law = "luat-11-2012-qh13#"
    several = [row["today"] for row in found if row["old"] == f"{law}dieu-5-khoan-1-diem-a"]
    assert several == [
        "luat-22-2023-qh15#dieu-7-khoan-1",
        "luat-22-2023-qh15#dieu-40-khoan-1",
        "nghi-dinh-44-2024-nd-cp#dieu-4-khoan-1",
    ]
    (lost,) = [row for row in found if row["limb"] == "vế về nhật ký"]
    assert (lost["today"], lost["certainty"]) == ("", "unknown")
    assert {row["certainty"] for row in found} <= {"stated", "single", "reading", "unknown"}
    assert list(found[0]) == list(COLUMNS)


def test_no_cell_is_a_formula() -> None:
    evidence = Evidence(
        certainty="single", checked=date(2025, 1, 2), sources=("+1", 'a "b", c'), note="=1+1"
    )
    today = (Counterpart(target=None, change="-2\nhai dòng"),)
    pairing = Pairing(old="x", limb="@A1", today=today, evidence=evidence)
    text = table(Concordance(checked=date(2025, 1, 2), pairings=(pairing,)))
    (row,) = rows(text)
    assert [row[name] for name in ("limb", "change", "sources", "note")] == [
        "'@A1",
        "'-2\nhai dòng",
        '\'+1; a "b", c',
        "'=1+1",
    ]
    assert text.startswith("\ufeffold,")
