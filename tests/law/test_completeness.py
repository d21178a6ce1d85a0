"""A wording keeps who, act, intent, threshold and exception: what ``giu`` lists is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from editors_words import assert_known
from samples import corpus_of, van_ban
from vanban.law.completeness import check

PAGE = """# Điều 1. _Vi phạm_

## Khoản 1

### Điểm a

Chủ trang cố ý đăng điều sai nhằm
trục lợi, gây ảnh hưởng nghiêm trọng, trừ khi đã tự gỡ.

> Chưa đến mức thì không bị phạt.
"""
UNIT = "dieu-1-khoan-1-diem-a"


def told(folder: Path, kept: str, page: str = PAGE) -> list[str]:
    files = {
        "van-ban/x/van-ban.yml": van_ban(giu=kept),
        "van-ban/x/index.md": "# X\n",
        "van-ban/x/dieu-1.md": page,
    }
    corpus = corpus_of(folder, dict(files))
    assert corpus.unreadable == ()
    assert corpus.problems == ()
    found = list(check(corpus))
    assert_known(found)
    return [str(problem) for problem in found]


@pytest.mark.parametrize(
    "kept",
    [
        "{ai: [chủ trang]}",  # a capital begins the sentence
        "{y-dinh: [cố ý, nhằm trục lợi]}",  # over the end of a line
        "{nguong: [nghiêm trọng]}",
        "{ngoai-le: [trừ khi đã tự gỡ]}",
        "{hanh-vi: [đăng]}",
    ],
)
def test_what_is_said_is_no_problem(tmp_path: Path, kept: str) -> None:
    assert told(tmp_path, f"[{{don-vi: {UNIT}, {kept[1:]}]") == []


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ("{ai: [quản trị viên]}", ("không còn nói “quản trị viên”", "nói lại ai")),
        ("{y-dinh: [biết rõ]}", ("không còn nói “biết rõ”", "nói lại ý định")),
        # what only a note says (“>”) is not the wording
        ("{nguong: [chưa đến mức]}", ("không còn nói “chưa đến mức”", "nói lại ngưỡng")),
        # part of another word is no word
        ("{ngoai-le: [tr]}", ("không còn nói “tr”", "nói lại ngoại lệ")),
    ],
)
def test_a_lost_word_is_told_where_the_unit_is_worded(
    tmp_path: Path, kept: str, words: tuple[str, ...]
) -> None:
    (problem,) = told(tmp_path, f"[{{don-vi: {UNIT}, {kept[1:]}]")
    assert problem.startswith("docs/van-ban/x/dieu-1.md:5:1: lời của điểm a khoản 1 Điều 1")
    assert all(word in problem for word in words)


def test_a_wording_that_grew_broader_is_told(tmp_path: Path) -> None:
    kept = f"[{{don-vi: {UNIT}, y-dinh: [nhằm], ngoai-le: [trừ]}}]"
    broader = PAGE.replace("nhằm\ntrục lợi", "để vui").replace(", trừ khi đã tự gỡ", "")
    found = told(tmp_path, kept, broader)
    assert ["“nhằm”" in one or "“trừ”" in one for one in found] == [True, True]


def test_an_entry_that_can_never_hold_is_told_in_the_data(tmp_path: Path) -> None:
    kept = (
        f"[{{don-vi: {UNIT}, ai: [chủ trang]}}, {{don-vi: {UNIT}, y-dinh: [cố ý]}},"
        " {don-vi: dieu-2, ai: [ai]}]"
    )
    twice, unworded = told(tmp_path, kept)
    assert "van-ban.yml:" in twice
    assert "đã có ở dòng" in twice
    assert "dieu-2 chưa được diễn đạt" in unworded


def test_an_entry_that_keeps_nothing_is_told_where_it_stands(tmp_path: Path) -> None:
    (empty,) = told(tmp_path, f"[{{don-vi: {UNIT}}}]")
    assert empty == (
        "docs/van-ban/x/van-ban.yml:10:8: giu: mục này không giữ chữ nào → ghi chữ, hoặc bỏ mục"
    )
