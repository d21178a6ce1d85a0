"""Entries of the search index: names, weights, and what is left out."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import fromstring, tostring

import pytest
from samples import CHECKED, EVIDENCE, corpus_of, van_ban
from vanban.law.corpus import Corpus
from vanban.page.search_text import spread
from vanban.page.search_titles import retitled, titled

SLUG = "luat-1-2020-qh14"
ENDED = f"{{trang-thai: het, tu: 2020-03-01, den: 2026-07-01, {EVIDENCE[1:]}"
OUTLINE = (
    "{day-du: true, dieu: [{so: 1, ten: A & B, khoan: {1: abcdđ, 2: ''}},"
    " {so: 2, ten: Cách làm, khoan: {}}]}"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    law = van_ban(
        loai="Luật",
        so="1/2020/QH14",
        ma="thu20",
        ten="Luật Thử",
        ten_goi="[Luật Thử]",
        hieu_luc=ENDED,
        muc_luc=OUTLINE,
    )
    return corpus_of(
        tmp_path,
        {
            f"van-ban/{SLUG}/van-ban.yml": law,
            f"van-ban/{SLUG}/index.md": "# Luật Thử năm 2020\n\nMột luật.\n",
            f"van-ban/{SLUG}/dieu-1.md": "# Điều 1\n\nA.\n\n## Khoản 1\n\nB.\n\n### Điểm đ\n\nC.\n",
            "gioi-thieu/index.md": "# Giới thiệu\n\nD.\n",
            "hom-nay/index.md": "# Hôm nay\n\nE.\n",
        },
    )


def one(corpus: Corpus, location: str, title: str, text: str = "<p>x</p>") -> list[str]:
    entry = {"location": location, "title": title, "text": text}
    return [str(found["title"]) for found in titled([entry], corpus, CHECKED)]


@pytest.mark.parametrize(
    ("anchor", "title", "expected"),
    [
        ("#dieu-1-khoan-1", "Khoản 1", "Khoản 1 Điều 1 · Luật Thử năm 2020 · hết hiệu lực"),
        (
            "#dieu-1-khoan-1-diem-dd",
            "Điểm đ",
            "Điểm đ khoản 1 Điều 1 · Luật Thử năm 2020 · hết hiệu lực",
        ),
        ("", "Điều 1. A &amp; B", "Điều 1. A &amp; B · Luật Thử năm 2020 · hết hiệu lực"),
        # commentary keeps its own heading
        ("#vi-du", "Ví dụ", "Ví dụ · Luật Thử năm 2020 · hết hiệu lực"),
    ],
)
@pytest.mark.parametrize("page", ["dieu-1/", "dieu-1.html"])
def test_units_of_an_article_page(
    corpus: Corpus, page: str, anchor: str, title: str, expected: str
) -> None:
    assert one(corpus, f"van-ban/{SLUG}/{page}{anchor}", title) == [expected]


def test_an_instrument_that_names_itself_is_not_named_twice(corpus: Corpus) -> None:
    found = one(corpus, f"van-ban/{SLUG}/", "Luật Thử năm 2020 (1/2020/QH14)")
    assert found == ["Luật Thử năm 2020 (1/2020/QH14) · hết hiệu lực"]


def test_a_page_without_words_of_its_own_can_be_found_by_its_full_name(corpus: Corpus) -> None:
    entry = {"location": f"van-ban/{SLUG}/index.html", "title": "Luật Thử", "text": ""}
    assert titled([entry], corpus, CHECKED)[0]["text"] == "<p>Luật Thử</p>"


def test_the_contents_become_articles_and_leave_out_those_with_pages(corpus: Corpus) -> None:
    entry = {"location": f"van-ban/{SLUG}/#muc-luc", "title": "Mục lục", "text": "<p>…</p>"}
    found = titled([entry], corpus, CHECKED)
    assert [item["location"] for item in found] == [f"van-ban/{SLUG}/#dieu-2"]
    assert found[0]["title"] == "Điều 2. Cách làm · Luật Thử năm 2020 · hết hiệu lực"


def test_empty_sections_of_an_instrument_are_left_out(corpus: Corpus) -> None:
    assert one(corpus, f"van-ban/{SLUG}/#quan-he", "Quan hệ", text="") == []


def test_other_pages_stay_as_they_are_and_the_site_itself_comes_last(corpus: Corpus) -> None:
    entries = [
        {"location": "hom-nay/#x", "title": "X", "text": "x"},
        {"location": "gioi-thieu/", "title": "Giới thiệu", "text": "x"},
        {"location": "khong-co/", "title": "Y", "text": "y"},
    ]
    found = titled(entries, corpus, CHECKED)
    assert found[0] == entries[0]
    assert found[1]["boost"] < 1
    assert found[2] == entries[2]


def test_nothing_given_is_changed(corpus: Corpus) -> None:
    entry = {"location": f"van-ban/{SLUG}/", "title": "Luật", "text": ""}
    titled([entry], corpus, CHECKED)
    assert entry == {"location": f"van-ban/{SLUG}/", "title": "Luật", "text": ""}


def test_the_file_keeps_its_settings_and_writes_letters_as_letters(corpus: Corpus) -> None:
    index = json.dumps({"config": {"lang": ["vi"]}, "docs": []})
    assert json.loads(retitled(index, corpus, CHECKED)) == {"config": {"lang": ["vi"]}, "docs": []}
    entry = {"location": "x/", "title": "Điều", "text": ""}
    assert "Điều" in retitled(json.dumps({"config": {}, "docs": [entry]}), corpus, CHECKED)


def test_a_mark_spreads_to_everything_inside() -> None:
    root = fromstring('<div><p>a</p><div data-search-exclude=""><div>b</div><p>c</p></div></div>')
    spread(root)
    mark = ' data-search-exclude="1"'
    expected = f"<div><p>a</p><div{mark}><div{mark}>b</div><p{mark}>c</p></div></div>"
    assert tostring(root, encoding="unicode") == expected
