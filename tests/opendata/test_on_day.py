"""How a unit stood on a day, and what stood in its place: never more than was compared."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from vanban.law.instrument import State, parse_target
from vanban.opendata.on_day import Place, on_day, units_on_day
from vanban.page.library import Library
from vanban.page.views import state_css

OLD = "luat-11-2012-qh13#"
ROWS = [
    row.split("\t")
    for row in Path(__file__).with_name("days.tsv").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]
"""The table that the script of the pages is held to as well."""


@pytest.mark.parametrize(("unit", "day", "state", "place", "units", "part"), ROWS)
def test_units(
    library: Library, unit: str, day: str, state: str, place: str, units: str, part: str
) -> None:
    found = on_day(library, parse_target(unit), date.fromisoformat(day))
    assert (state_css(found.state), found.place.name.lower()) == (state, place)
    assert " ".join(map(str, found.units)) == (unit if place == "itself" else units)
    assert found.in_part == (part == "part")


def test_where_only_what_holds_a_unit_was_compared_that_is_said(library: Library) -> None:
    found = on_day(library, parse_target(f"{OLD}dieu-23a"), date(2024, 6, 1))
    assert str(found.about) == "luat-11-2012-qh13"
    assert [str(unit) for unit in found.units] == ["luat-22-2023-qh15"]


def test_every_unit_in_its_order_and_only_those_below(library: Library) -> None:
    whole = list(units_on_day(library, parse_target("luat-11-2012-qh13"), date(2020, 1, 1)))
    outline = library.corpus.instruments["luat-11-2012-qh13"].outline.units
    assert [one.target.unit for one in whole] == [None, *outline]
    part = list(units_on_day(library, parse_target(f"{OLD}dieu-6"), date(2020, 1, 1)))
    assert [str(one.target).partition("#")[2] for one in part] == [
        "dieu-6",
        "dieu-6-diem-a",
        "dieu-6-diem-b",
        "dieu-6-diem-c",
    ]


def test_no_place_is_named_that_was_not_in_force(library: Library) -> None:
    """Every unit of the invented project, around every day on which anything changes."""
    validities = [
        validity
        for item in library.corpus.instruments.values()
        for validity in (item.validity, *item.unit_validity.values())
    ]
    days = {day for one in validities for day in (one.since, one.until) if day}
    for slug in library.corpus.instruments:
        for day in sorted(days | {day - timedelta(days=1) for day in days}):
            for one in units_on_day(library, parse_target(slug), day):
                if one.place is Place.FOUND:
                    states = {on_day(library, unit, day).state for unit in one.units}
                    assert states <= {State.IN_FORCE, State.PARTLY}
