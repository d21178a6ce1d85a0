"""Whether a unit is in force on a day: its own statement, an ancestor's, the instrument's."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from samples import CHECKED, EVIDENCE, corpus_of, van_ban
from vanban.law.instrument import Certainty, Instrument, State
from vanban.law.units import parse_id
from vanban.law.validity import state_on, told_on

REST = EVIDENCE[1:]  # checked on CHECKED
TODAY = CHECKED.isoformat()
OUTLINE = "{day-du: true, dieu: [{so: 1, khoan: {1: abc, 2: ''}}, {so: 2, khoan: {1: ab}}]}"


def instrument(folder: Path, validity: str, units: str = "[]") -> Instrument:
    text = van_ban(
        so="1/2013/NĐ-CP",
        ban_hanh="2013-07-15",
        hieu_luc=f"{{{validity}, {REST}",
        hieu_luc_rieng=units,
        muc_luc=OUTLINE,
    )
    corpus = corpus_of(folder, {"van-ban/a/van-ban.yml": text})
    assert not corpus.problems
    return corpus.instruments["a"]


@pytest.mark.parametrize(
    ("validity", "day", "state"),
    [
        # from its first day to the last day before ``den``
        ("trang-thai: het, tu: 2013-09-01, den: 2024-12-25", "2013-08-31", None),
        ("trang-thai: het, tu: 2013-09-01, den: 2024-12-25", "2013-09-01", State.IN_FORCE),
        ("trang-thai: het, tu: 2013-09-01, den: 2024-12-25", "2019-11-13", State.IN_FORCE),
        ("trang-thai: het, tu: 2013-09-01, den: 2024-12-25", "2024-12-24", State.IN_FORCE),
        ("trang-thai: het, tu: 2013-09-01, den: 2024-12-25", "2024-12-25", State.ENDED),
        # in force since a day
        ("trang-thai: con, tu: 2021-07-01", "2021-06-30", None),
        ("trang-thai: con, tu: 2021-07-01", "2021-07-01", State.IN_FORCE),
        # in force on the day of the check; since when is not said
        ("trang-thai: con", TODAY, State.IN_FORCE),
        ("trang-thai: con", "2019-11-13", State.UNKNOWN),
        # ended, nobody said when
        ("trang-thai: het, tu: 2021-01-01, boi-chu: văn bản khác", TODAY, State.ENDED),
        ("trang-thai: het, tu: 2021-01-01, boi-chu: văn bản khác", "2023-01-01", State.UNKNOWN),
        # in force until a day, from which on nobody knows
        ("trang-thai: chua-ro, tu: 2022-10-01, chua-ro-tu: 2023-07-01", "2022-09-30", None),
        (
            "trang-thai: chua-ro, tu: 2022-10-01, chua-ro-tu: 2023-07-01",
            "2023-06-30",
            State.IN_FORCE,
        ),
        (
            "trang-thai: chua-ro, tu: 2022-10-01, chua-ro-tu: 2023-07-01",
            "2023-07-01",
            State.UNKNOWN,
        ),
        (
            "trang-thai: het, tu: 2021-01-01, chua-ro-tu: 2022-03-05, boi-chu: văn bản khác",
            "2022-03-04",
            State.IN_FORCE,
        ),
        (
            "trang-thai: het, tu: 2021-01-01, chua-ro-tu: 2022-03-05, boi-chu: văn bản khác",
            "2022-03-05",
            State.UNKNOWN,
        ),
        # nothing is known
        ("trang-thai: chua-ro", TODAY, State.UNKNOWN),
        ("trang-thai: chua-ro", "2019-11-13", State.UNKNOWN),
    ],
)
def test_an_instrument(tmp_path: Path, validity: str, day: str, state: State | None) -> None:
    found = instrument(tmp_path, validity)
    assert state_on(found, None, date.fromisoformat(day)) is state
    assert state_on(found, parse_id("dieu-1-khoan-1-diem-a"), date.fromisoformat(day)) is state


def test_how_sure_it_is_before_and_in_the_doubt(tmp_path: Path) -> None:
    """“Unknown” is said of the days of doubt: before them it was in force, as we read it."""
    doubt = "trang-thai: chua-ro, tu: 2022-10-01, chua-ro-tu: 2023-07-01"
    text = van_ban(
        so="1/2013/NĐ-CP",
        ban_hanh="2013-07-15",
        hieu_luc=f"{{{doubt}, {REST.replace('stated', 'unknown')}",
    )
    found = corpus_of(tmp_path, {"van-ban/a/van-ban.yml": text}).instruments["a"]
    before, after = (
        told_on(found, None, date.fromisoformat(day)).evidence
        for day in ("2023-06-30", "2023-07-01")
    )
    assert (before.certainty, after.certainty) == (Certainty.READING, Certainty.UNKNOWN)
    assert before.checked == after.checked


def test_a_unit_follows_the_nearest_one_that_says_something(tmp_path: Path) -> None:
    found = instrument(
        tmp_path,
        "trang-thai: mot-phan, tu: 2020-01-01",
        f"[{{don-vi: dieu-1-khoan-1, trang-thai: het, tu: 2020-01-01, den: 2026-07-01, {REST}]",
    )
    assert state_on(found, parse_id("dieu-1-khoan-1"), CHECKED) is State.ENDED
    assert state_on(found, parse_id("dieu-1-khoan-1-diem-b"), CHECKED) is State.ENDED
    assert state_on(found, parse_id("dieu-1-khoan-2"), CHECKED) is State.IN_FORCE
    assert state_on(found, parse_id("dieu-2-khoan-1-diem-a"), CHECKED) is State.IN_FORCE
    assert state_on(found, parse_id("dieu-1"), CHECKED) is State.PARTLY
    assert state_on(found, None, CHECKED) is State.PARTLY
    assert state_on(found, parse_id("dieu-1-khoan-1-diem-b"), date(2026, 6, 30)) is State.IN_FORCE


def test_a_chapter_that_ended_ends_its_articles(tmp_path: Path) -> None:
    """A path names no chapter: which one holds an article, the outline says."""
    text = van_ban(
        so="1/2013/NĐ-CP",
        ban_hanh="2013-07-15",
        hieu_luc=f"{{trang-thai: mot-phan, tu: 2013-09-01, {REST}",
        hieu_luc_rieng=(
            f"[{{don-vi: chuong-2, trang-thai: het, tu: 2013-09-01, den: 2020-01-01, {REST}]"
        ),
        muc_luc=(
            "{day-du: true, chuong: [{so: I, dieu: [{so: 1, khoan: {1: abc}}]},"
            " {so: II, dieu: [{so: 2, khoan: {1: ab}}]}]}"
        ),
    )
    corpus = corpus_of(tmp_path, {"van-ban/a/van-ban.yml": text})
    assert not corpus.problems
    found = corpus.instruments["a"]
    assert state_on(found, parse_id("dieu-2-khoan-1"), CHECKED) is State.ENDED
    assert state_on(found, parse_id("dieu-2"), date(2019, 12, 31)) is State.IN_FORCE
    assert state_on(found, parse_id("dieu-1"), CHECKED) is State.IN_FORCE


def test_an_end_to_come_is_no_end_yet_where_nobody_knows_the_first_day(tmp_path: Path) -> None:
    ends, clause = f"trang-thai: het, den: 2030-01-01, {REST}", parse_id("dieu-1-khoan-1")
    partly = "trang-thai: mot-phan, tu: 2013-09-01"
    found = instrument(tmp_path, partly, f"[{{don-vi: dieu-1-khoan-1, {ends}]")
    assert state_on(found, clause, CHECKED - timedelta(1)) is State.UNKNOWN
    assert state_on(found, clause, CHECKED) is State.IN_FORCE
    assert state_on(found, clause, date(2029, 12, 31)) is State.IN_FORCE
    assert state_on(found, clause, date(2030, 1, 1)) is State.ENDED


def test_unknown_is_not_inherited_away(tmp_path: Path) -> None:
    found = instrument(
        tmp_path,
        "trang-thai: con, tu: 2020-01-01",
        f"[{{don-vi: dieu-2, trang-thai: chua-ro, {REST}]",
    )
    assert state_on(found, parse_id("dieu-2-khoan-1"), CHECKED) is State.UNKNOWN
    assert state_on(found, parse_id("dieu-1"), CHECKED) is State.IN_FORCE
