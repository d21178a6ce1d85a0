"""The answers for other days, as a page looks them up: the same that are worked out for a day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain
from types import SimpleNamespace
from typing import Any

import pytest
from synthetic.pages import ROOT
from vanban.build import Build
from vanban.features.day.timeline import Timelines, files
from vanban.law.instrument import parse_target
from vanban.law.site_address import SiteAddresses
from vanban.opendata.on_day import Place, units_on_day
from vanban.page.library import Library
from vanban.page.views import state_css
from vanban.project import open_project


@pytest.fixture(scope="module")
def library() -> Library:
    return open_project(ROOT).library


def looked_up(data: dict[str, Any], unit: str, day: date) -> dict[str, Any]:
    """As ``answerOn`` in ``day-asked.js``."""
    while unit and unit not in data["muc"]:
        unit = "-".join(unit.split("-")[:-2])
    row = data["doi"][data["muc"][unit]]
    found: dict[str, Any] = [one for one in row if one["tu"] <= day.isoformat()][-1]
    return found


def test_no_day_is_missed(library: Library) -> None:
    """Every unit, on every day that anything says, and the days before and after it."""
    statements = chain.from_iterable(
        (item.validity, *item.unit_validity.values())
        for item in library.corpus.instruments.values()
    )
    named = {day for one in statements for day in (one.since, one.until, one.evidence.checked)}
    named.add(library.today)
    days = {day + timedelta(days=n) for day in named if day for n in (-1, 0, 1)}
    places = SiteAddresses(directories=True)
    for slug, instrument in library.corpus.instruments.items():
        data = Timelines(library, instrument, directories=True).data()
        for day in sorted(days):
            for one in units_on_day(library, parse_target(slug), day):
                told = looked_up(data, one.target.unit.id if one.target.unit else "", day)
                assert told["tt"] == state_css(one.state), (one.target, day)
                assert told["noi"] == one.place.name.lower(), (one.target, day)
                assert told.get("phan", False) == one.in_part
                wanted = () if one.place is Place.ITSELF else one.units
                assert [address for _, address in told.get("toi", ())] == [
                    places.place(library.corpus.address(there)) for there in wanted
                ]


def test_who_says_nothing_new_has_no_row(library: Library) -> None:
    """A file grows with what differs, not with the units."""
    data = files(library, directories=True)["assets/javascripts/vao-ngay/luat-11-2012-qh13.js"]
    assert "dieu-5-khoan-2" in data["muc"]
    assert not [unit for unit in data["muc"] if unit.startswith("dieu-5-khoan-3")]


def test_what_pages_ask_for_is_there(library: Library) -> None:
    """Every page that offers the question, and none of a letter or of its items."""
    there = files(library, directories=True)
    asked = {}
    for path in library.corpus.pages:
        page: Any = SimpleNamespace(file=SimpleNamespace(src_uri=path))
        asked[path] = Build(library).at(page).day
    assert {day for day in asked.values() if day} == set(there)
    assert (
        asked["van-ban/luat-11-2012-qh13/dieu-5.md"]
        == "assets/javascripts/vao-ngay/luat-11-2012-qh13.js"
    )
    assert asked["cong-van/index.md"] == asked["cong-van/muc-2.md"] == asked["index.md"] == ""
