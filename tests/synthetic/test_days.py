"""From which day, and until which: every view says the same, also on the first and the last day."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from synthetic.pages import Reader, find, words

LAW, NEW_LAW = "luat-11-2012-qh13", "luat-22-2023-qh15"
FINES, LATER = "nghi-dinh-44-2024-nd-cp", "thong-tu-66-2025-tt-btn"
OLD = "nghi-dinh-33-2014-nd-cp"

DAYS = [
    # the day before the first, and the first
    (
        f"{LAW}#dieu-5-khoan-2",
        "2012-12-31",
        "chua-den",
        "○ chưa có hiệu lực (có hiệu lực từ 01/01/2013)",
    ),
    (
        f"{LAW}#dieu-5-khoan-2",
        "2013-01-01",
        "con",
        "● còn hiệu lực (sẽ hết hiệu lực từ 01/01/2024)",
    ),
    (f"{LATER}#dieu-1", "2025-08-31", "chua-den", "○ chưa có hiệu lực (có hiệu lực từ 01/9/2025)"),
    (f"{LATER}#dieu-1", "2025-09-01", "con", "● còn hiệu lực"),
    # the last day, and the first day no longer in force
    (
        f"{LAW}#dieu-5-khoan-2",
        "2023-12-31",
        "con",
        "● còn hiệu lực (sẽ hết hiệu lực từ 01/01/2024)",
    ),
    (f"{LAW}#dieu-5-khoan-2", "2024-01-01", "het", "■ hết hiệu lực từ 01/01/2024"),
    # a clause that ended alone: its point goes with it, its neighbours stay
    (
        f"{FINES}#dieu-4-khoan-2",
        "2025-01-31",
        "con",
        "● còn hiệu lực (sẽ hết hiệu lực từ 01/02/2025)",
    ),
    (f"{FINES}#dieu-4-khoan-2", "2025-02-01", "het", "■ hết hiệu lực từ 01/02/2025"),
    (f"{FINES}#dieu-4-khoan-1", "2025-02-01", "con", "● còn hiệu lực"),
    # ended, nobody knows when: on an earlier day it may have been either
    (f"{OLD}#dieu-2-khoan-1", "2025-05-20", "het", "■ hết hiệu lực"),
    (f"{OLD}#dieu-2-khoan-1", "2025-05-19", "chua-ro", "◆ chưa rõ hiệu lực"),
    (
        f"{OLD}#dieu-2-khoan-1",
        "2014-04-30",
        "chua-den",
        "○ chưa có hiệu lực (có hiệu lực từ 01/5/2014)",
    ),
]


@pytest.mark.parametrize(("name", "day", "css", "said"), DAYS)
def test_every_view_says_the_same(
    on_day: Callable[[str], Reader], name: str, day: str, css: str, said: str
) -> None:
    reader = on_day(day)
    row = reader.preview(name)
    assert row[3:5] == [css, said]
    path = _short(reader, name)
    assert _title(reader, path) == f"{row[0]} · {said[2:]}"
    assert reader.handout()["dieu"][path.rstrip("/")][2:4] == [css, said]
    (card,) = [
        card
        for card in find(reader.page("hom-nay/muc-phat.md"), "div.dan")
        if card.get("data-duong") == path
    ]
    assert card.get("data-trang-thai") == css
    (chip,) = find(card, ".dan-ten .tt")
    assert (chip.get("data-trang-thai"), words(chip)) == (css, said)


@pytest.mark.parametrize(
    ("slug", "day", "css", "said"),
    [
        (LAW, "2012-12-31", "chua-den", "○ chưa có hiệu lực (có hiệu lực từ 01/01/2013)"),
        (LAW, "2013-01-01", "con", "● còn hiệu lực (sẽ hết hiệu lực từ 01/01/2024)"),
        (LAW, "2023-12-31", "con", "● còn hiệu lực (sẽ hết hiệu lực từ 01/01/2024)"),
        (LAW, "2024-01-01", "het", "■ hết hiệu lực từ 01/01/2024"),
        (FINES, "2024-02-29", "chua-den", "○ chưa có hiệu lực (có hiệu lực từ 01/3/2024)"),
        # before one of its clauses ended, and while nobody had looked at the other article
        (FINES, "2025-05-20", "mot-phan", "◐ còn hiệu lực một phần"),
        (LATER, "2025-05-20", "chua-den", "○ chưa có hiệu lực (có hiệu lực từ 01/9/2025)"),
        ("quy-che-phong-thu", "2025-05-20", "con", "● còn hiệu lực"),
        # since when is not known, so of an earlier day nothing is
        ("quy-che-phong-thu", "2025-05-19", "chua-ro", "◆ chưa rõ hiệu lực"),
        ("chi-thi-7-ct-ubnd-tinh-thu-2016", "2025-05-20", "chua-ro", "◆ chưa rõ hiệu lực"),
    ],
)
def test_an_instrument_is_the_same_everywhere(
    on_day: Callable[[str], Reader], slug: str, day: str, css: str, said: str
) -> None:
    reader = on_day(day)
    home = f"van-ban/{slug}/index.md"
    (item,) = [row for row in reader.provisions()["vanBan"] if row["cho"] == f"van-ban/{slug}/"]
    assert item["tt"] == css
    assert reader.preview(slug)[3:5] == [css, said]
    assert f": {said} · " in reader.foot(home)
    assert f", {said[2:]}. " in reader.description(home)
    (chip,) = find(reader.page(home), "p.vb-tt .tt")
    assert (chip.get("data-trang-thai"), words(chip)) == (css, said)
    listed = {
        str(one.get("href")): one for one in find(reader.page("van-ban/index.md"), "a.ds-ten")
    }
    assert words(find(listed[f"{slug}/index.md"], ".tt")[0]) == said
    # what has ended stands below what holds
    assert (reader.search_group(home) == 2) == (css == "het")


@pytest.mark.parametrize(
    ("unit", "day", "said"),
    [
        # an article is in force in part from the first day on which a clause of it is not
        ("dieu-4", "2025-01-31", "● còn hiệu lực"),
        ("dieu-4", "2025-02-01", "◐ còn hiệu lực một phần"),
        ("dieu-4-khoan-1", "2025-02-01", "● còn hiệu lực"),
        ("dieu-4-khoan-2-diem-a", "2025-01-31", "● còn hiệu lực (sẽ hết hiệu lực từ 01/02/2025)"),
        ("dieu-4-khoan-2-diem-a", "2025-02-01", "■ hết hiệu lực từ 01/02/2025"),
        ("dieu-5", "2025-05-20", "◆ chưa rõ hiệu lực"),
    ],
)
def test_part_of_an_instrument(
    on_day: Callable[[str], Reader], unit: str, day: str, said: str
) -> None:
    assert on_day(day).preview(f"{FINES}#{unit}")[4] == said


@pytest.mark.parametrize("day", ["2024-01-01", "2024-02-29", "2025-05-20", "2026-03-09"])
def test_the_day_of_checking_is_said_where_the_facts_are(
    on_day: Callable[[str], Reader], day: str
) -> None:
    told = {"2024-01-01": "01/01/2024", "2024-02-29": "29/02/2024"}
    told |= {"2025-05-20": "20/5/2025", "2026-03-09": "09/3/2026"}
    reader = on_day(day)
    assert reader.handout()["ngay"] == told[day]
    assert reader.build.checked() == told[day]
    assert reader.foot("index.md").endswith(f'kiểm tra ngày {told[day]}"')
    assert f"Kiểm tra ngày {told[day]}" in reader.deck("buoi-10")[0].lines
    for path, tree in reader.share().items():
        assert words(tree).endswith(f"kiểm tra ngày {told[day]}"), path


def test_a_state_that_is_copied_bears_the_day_of_its_own_check(
    on_day: Callable[[str], Reader],
) -> None:
    """The site's day moves on; what nobody has read again since keeps its own."""
    for day in ("2025-05-20", "2026-03-09"):
        page = on_day(day).page("van-ban/luat-22-2023-qh15/dieu-7.md")
        (article,) = find(page, "div.dv-dieu")
        assert article.get("data-hl") == "còn hiệu lực, kiểm tra ngày 20/5/2025", day


def _short(reader: Reader, name: str) -> str:
    """The short address of a provision, by its label on the share pages."""
    label = reader.preview(name)[0]
    return next(
        path
        for path in reader.share()
        if not path.endswith("nay/") and _title(reader, path).startswith(f"{label} · ")
    )


def _title(reader: Reader, path: str) -> str:
    return str(reader.share()[path].xpath("//meta[@property='og:title']/@content")[0])
