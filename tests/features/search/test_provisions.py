"""What the search knows of provisions: small, whole, and readable by a line's rule."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from building import CHECKED
from samples import CHECKED as DAY
from samples import EVIDENCE, corpus_of, van_ban
from vanban.features.search import provisions
from vanban.law.corpus import Corpus
from vanban.publish import scripts

LIMIT = 30_000
"""Bytes that a phone fetches for it, compressed."""


def index(folder: Path, directories: bool = True, **changes: str) -> dict[str, Any]:
    files = {
        "van-ban/nghi-dinh-1-2020-nd-cp/van-ban.yml": van_ban(**changes),
        "van-ban/nghi-dinh-1-2020-nd-cp/index.md": "# Nghị định\n\nA.\n",
        "van-ban/nghi-dinh-1-2020-nd-cp/dieu-2.md": "# Điều 2\n\nB.\n",
    }
    return provisions.index(corpus_of(folder, dict(files)), DAY, directories)


@pytest.mark.parametrize(
    ("articles", "lines"),
    [
        ("{so: 1, khoan: {1: abcdđ, 2: ''}}", ["1:1=abcdđ,2"]),
        ("{so: 1, ten: 'A: b, c | d', khoan: {}}", ["1|A: b, c | d"]),  # only the first | parts
        ("{so: 23đ, khoan: {3: '', 3a: ''}}", ["23đ:3,3a"]),
        ("{so: 1}", ["1?"]),  # nobody counted
        ("{so: 2, khoan: {}}", ["2*"]),  # has a page of its own
    ],
)
def test_one_article_a_line(tmp_path: Path, articles: str, lines: list[str]) -> None:
    found = index(tmp_path, muc_luc=f"{{day-du: false, dieu: [{articles}]}}")
    assert found["vanBan"][0]["dieu"].split("\n") == lines


def test_what_an_instrument_says_of_itself(tmp_path: Path) -> None:
    found = index(tmp_path)["vanBan"][0]
    assert (found["ma"], found["so"], found["goi"], found["nam"]) == (
        "nd1",
        "1/2020/NĐ-CP",
        "Nghị định 1/2020/NĐ-CP",
        2020,
    )
    assert found["cho"] == "van-ban/nghi-dinh-1-2020-nd-cp/"
    assert (found["tt"], found["du"]) == ("con", 1)
    assert "rieng" not in found


def test_only_states_that_differ_are_written(tmp_path: Path) -> None:
    ended = f"trang-thai: het, den: 2026-01-01, {EVIDENCE[1:]}"
    found = index(
        tmp_path,
        hieu_luc=f"{{trang-thai: mot-phan, tu: 2020-03-01, {EVIDENCE[1:]}",
        hieu_luc_rieng=f"[{{don-vi: dieu-1-khoan-1, {ended}]",
    )["vanBan"][0]
    assert found["tt"] == "mot-phan"
    # the article is partly in force; the points follow their clause without saying so
    assert found["rieng"] == {
        "dieu-1": "mot-phan",
        "dieu-1-khoan-1": "het",
        "dieu-1-khoan-2": "con",
    }


def test_what_is_known_to_come_is_in_the_words(tmp_path: Path) -> None:
    """The box is asked after the day of checking."""
    ends = f"trang-thai: het, den: 2027-01-01, {EVIDENCE[1:]}"
    partly = f"{{trang-thai: mot-phan, tu: 2020-03-01, {EVIDENCE[1:]}"
    found = index(tmp_path, hieu_luc=partly, hieu_luc_rieng=f"[{{don-vi: dieu-1-khoan-1, {ends}]")
    (item,) = found["vanBan"]
    words = "còn hiệu lực (sẽ hết hiệu lực từ 01/01/2027)"
    assert (item["tt"], item["loi"]) == ("con", {"dieu-1-khoan-1": words})


def test_addresses_with_and_without_folders(tmp_path: Path) -> None:
    assert index(tmp_path / "a")["trang"] == ["", "/"]
    assert index(tmp_path / "b", directories=False)["trang"] == ["index.html", ".html"]


def test_every_unit_of_the_site_in_few_bytes(corpus: Corpus) -> None:
    made = provisions.index(corpus, CHECKED, True)
    assert len(gzip.compress(scripts.data(made).encode(), 9)) <= LIMIT
    found: list[dict[str, Any]] = made["vanBan"]  # type: ignore[assignment]
    assert [item["ma"] for item in found if not item["goi"]] == []
    for item, instrument in zip(found, corpus.instruments.values(), strict=True):
        articles = instrument.outline.articles()
        if articles:
            assert len(item["dieu"].split("\n")) == len(articles), instrument.slug
