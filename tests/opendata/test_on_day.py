"""How a unit stood on a day, and what stood in its place: never more than was compared."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from vanban.law.instrument import State, parse_target
from vanban.opendata.on_day import Place, on_day, units_on_day
from vanban.page.library import Library

OLD, NEW = "luat-11-2012-qh13#", "luat-22-2023-qh15#"
CLAUSE, POINT = f"{NEW}dieu-7-khoan-2", f"{NEW}dieu-7-khoan-2-diem-a"
DECREE = "nghi-dinh-44-2024-nd-cp#"
ENDED, FORCE, UNKNOWN = State.ENDED, State.IN_FORCE, State.UNKNOWN


@pytest.mark.parametrize(
    ("unit", "day", "state", "place", "units", "in_part"),
    [
        # the last day of the old law, the first day of the new one
        (f"{OLD}dieu-5-khoan-1", "2023-12-31", FORCE, Place.ITSELF, f"{OLD}dieu-5-khoan-1", False),
        (f"{OLD}dieu-5-khoan-1", "2024-01-01", ENDED, Place.FOUND, CLAUSE, False),
        # before its first day: what came before it; the other way round
        (CLAUSE, "2023-12-31", None, Place.FOUND, f"{OLD}dieu-5-khoan-1", False),
        (CLAUSE, "2024-01-01", FORCE, Place.ITSELF, CLAUSE, False),
        # and nobody knows what stood there before the old one began
        (CLAUSE, "2012-12-31", None, Place.UNKNOWN, "", False),
        # only one limb of it is in the new law
        (
            f"{OLD}dieu-5-khoan-2",
            "2024-06-01",
            ENDED,
            Place.FOUND,
            POINT,
            True,
        ),
        (f"{NEW}dieu-7", "2020-01-01", None, Place.FOUND, f"{OLD}dieu-6", True),
        # nothing corresponds
        (f"{OLD}dieu-5-khoan-1-diem-d", "2024-06-01", ENDED, Place.UNKNOWN, "", False),
        # a place that began later than the day, held on it, and ended before it
        (f"{OLD}dieu-23", "2024-02-01", ENDED, Place.NOT_THEN, f"{DECREE}dieu-4-khoan-2", False),
        (f"{OLD}dieu-23", "2024-06-01", ENDED, Place.FOUND, f"{DECREE}dieu-4-khoan-2", False),
        (f"{OLD}dieu-23", "2025-03-01", ENDED, Place.NOT_THEN, f"{DECREE}dieu-4-khoan-2", False),
        # ended, nobody knows when: between its first day and the check nothing can be said
        ("nghi-dinh-33-2014-nd-cp", "2018-01-01", UNKNOWN, Place.UNKNOWN, "", False),
        ("nghi-dinh-33-2014-nd-cp", "2014-04-30", None, Place.UNKNOWN, "", False),
        ("nghi-dinh-33-2014-nd-cp", "2025-05-20", ENDED, Place.UNKNOWN, "", False),
        # the day of checking is the last one on which what has no end is known
        (f"{NEW}dieu-7", "2025-05-20", FORCE, Place.ITSELF, f"{NEW}dieu-7", False),
        # after the day of checking only what a date settles
        (f"{NEW}dieu-7", "2025-05-21", UNKNOWN, Place.UNKNOWN, "", False),
        (
            f"{OLD}dieu-5-khoan-1",
            "2030-01-01",
            ENDED,
            Place.NOT_THEN,
            CLAUSE,
            False,
        ),
    ],
)
def test_units(
    library: Library,
    unit: str,
    day: str,
    state: State | None,
    place: Place,
    units: str,
    in_part: bool,
) -> None:
    found = on_day(library, parse_target(unit), date.fromisoformat(day))
    assert (found.state, found.place) == (state, place)
    assert " ".join(map(str, found.units)) == units
    assert found.in_part == in_part


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
