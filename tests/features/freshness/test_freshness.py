"""What a reader is told of old checks when the site is built: each claim, and the whole page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from synthetic.pages import Reader, find, texts, words
from vanban.features.freshness.claims import oldest, warns
from vanban.law.instrument import vietnamese_date

LAW = "van-ban/luat-11-2012-qh13"
FINES = "hom-nay/muc-phat.md"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2025-11-18", ""),  # six months to the day
        ("2025-11-19", ", có thể đã thay đổi"),  # checked on 18/5/2025
    ],
)
def test_a_claim_says_that_it_may_have_changed(
    on_day: Callable[[str], Reader], day: str, said: str
) -> None:
    page = on_day(day).page(f"{LAW}/index.md")
    (claim,) = {words(one) for one in find(page, ".kt") if "18/5/2025" in words(one)}
    assert claim == f"kiểm tra 18/5/2025{said}"
    for one in find(page, ".kt"):  # the day for machines is the day for readers
        assert vietnamese_date(date.fromisoformat(one.get("data-ngay"))) in words(one)


def test_a_claim_checked_later_is_still_fresh(on_day: Callable[[str], Reader]) -> None:
    page = on_day("2025-11-19").page("van-ban/luat-22-2023-qh15/index.md")
    assert texts(page, ".tuoi-loi") == []


@pytest.mark.parametrize(
    ("path", "checked"),
    [
        (f"{LAW}/dieu-5.md", "2025-05-18"),  # in the folder: the instrument's oldest
        ("van-ban/luat-22-2023-qh15/index.md", "2025-05-20"),
        (FINES, "2025-05-19"),  # draws in wording that was checked then
        ("tap-huan/phieu.md", "2026-05-21"),  # leans on no claim: the site's own day
        ("404.md", "2026-05-21"),
    ],
)
def test_the_oldest_check_of_a_page(
    on_day: Callable[[str], Reader], path: str, checked: str
) -> None:
    library = on_day("2026-05-21").library
    assert oldest(library, path) == date.fromisoformat(checked)


@pytest.mark.parametrize(
    ("day", "path", "warned"),
    [
        ("2026-05-18", f"{LAW}/dieu-5.md", False),
        ("2026-05-19", f"{LAW}/dieu-5.md", True),
        ("2026-05-19", FINES, False),
        ("2026-05-20", FINES, True),
        ("2030-01-01", "tap-huan/phieu.md", False),  # checked on that very day
    ],
)
def test_a_page_warns_after_a_year(
    on_day: Callable[[str], Reader], day: str, path: str, warned: bool
) -> None:
    assert warns(on_day(day).library, path) is warned


def test_the_page_hands_its_day_to_the_templates(on_day: Callable[[str], Reader]) -> None:
    build = on_day("2026-05-21").build

    class Source:
        src_uri = FINES

    class Page:
        file = Source()

    shown = build.at(Page())  # type: ignore[arg-type]
    assert (shown.oldest_check.isoformat(), shown.oldest_check_words) == ("2025-05-19", "19/5/2025")
    assert shown.warns
    assert build.checked_day == "2026-05-21"
