"""Under a question stands the day on which its own clause was checked, not the site's."""

from __future__ import annotations

from synthetic.pages import Knowledge, Reader, texts, today


def test_each_ground_has_the_day_of_its_own_check(knowledge: Knowledge) -> None:
    """The old law was checked two days before the decree."""
    page = Reader(knowledge, today()).page("tap-huan/cau-hoi/phong-thu.md")
    days = texts(page, ".cau-hoi-can-cu .kt")
    assert days == ["kiểm tra 18/5/2025", "kiểm tra 20/5/2025"]


def test_a_site_checked_later_does_not_make_its_clauses_so(knowledge: Knowledge) -> None:
    later = Reader(knowledge, today().replace(year=2026)).page("tap-huan/cau-hoi/mot-cau.md")
    assert [text[:18] for text in texts(later, ".cau-hoi-can-cu .kt")] == ["kiểm tra 18/5/2025"]
