"""A card says of a clause only what was compared of exactly that clause."""

from __future__ import annotations

import pytest
from synthetic.pages import Reader, target
from vanban.features.dispatch.dispatch import then_now
from vanban.law.standing import parts
from vanban.page.viewing import Viewer


@pytest.mark.parametrize(
    ("name", "today"),
    [
        ("luat-11-2012-qh13#dieu-5-khoan-1", ["Khoản 2 Điều 7"]),
        # only the clause around it was compared
        ("luat-11-2012-qh13#dieu-5-khoan-1-diem-c", []),
        # only the whole law was compared
        ("luat-11-2012-qh13#dieu-1", []),
    ],
)
def test_what_holds_a_clause_is_not_the_clause(reader: Reader, name: str, today: list[str]) -> None:
    card = then_now(target(name), Viewer(reader.library, "cong-van/index.md"), reader.day)
    assert [unit.label for group in card.groups for unit in group.units] == today
    assert len(card.today) == len(today)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("luat-11-2012-qh13#dieu-5-khoan-1", False),  # compared itself
        ("luat-11-2012-qh13#dieu-5-khoan-1-diem-c", True),
        ("luat-11-2012-qh13#dieu-1", True),
    ],
)
def test_a_card_leads_to_what_is_known_around_it(reader: Reader, name: str, near: bool) -> None:
    card = then_now(target(name), Viewer(reader.library, "cong-van/index.md"), reader.day)
    assert bool(card.near) is bool(card.near_words) is near


@pytest.mark.parametrize(
    ("name", "rows", "rest"),
    [
        ("luat-11-2012-qh13#dieu-5", ["Khoản 1", "Khoản 2"], "Khoản"),
        ("luat-11-2012-qh13#dieu-5-khoan-1", None, ""),  # compared itself
        ("luat-11-2012-qh13#dieu-23a", None, ""),  # nobody compared any part of it
    ],
)
def test_a_unit_whose_parts_were_compared_is_told_by_them(
    reader: Reader, name: str, rows: list[str] | None, rest: str
) -> None:
    """As the command tells it: that only the whole law was compared would be untrue."""
    card = then_now(target(name), Viewer(reader.library, "cong-van/index.md"), reader.day)
    assert (card.parts and [row.label for row in card.parts.rows]) == rows
    assert (card.parts.rest if card.parts else "") == rest
    assert not (card.parts and card.near)
    found = reader.library.standing(target(name))
    assert bool(parts(reader.library.corpus, found)) is bool(rows)
