"""Small readings that everything rests on: names, dates, drawing lines, problems, current units."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from samples import EVIDENCE, corpus_of, messages, van_ban
from vanban.law.drawn import Drawn, read
from vanban.law.instrument import State, vietnamese_date
from vanban.law.names import folded, unaccented
from vanban.law.problems import Problem, report
from vanban.law.units import UnitError, parse_id, sort_key
from vanban.law.validity import state_on


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("[[khoản 1 Điều 8]]", Drawn("khoản 1 Điều 8", False)),
        ("[[khoản 1 Điều 8 | đủ]]", Drawn("khoản 1 Điều 8", True)),
        ("[[ khoản 1\nĐiều 8|đủ ]]", Drawn("khoản 1 Điều 8", True)),  # spaces and lines fold
        ("[[tình huống: a]]", Drawn("tình huống: a", False)),
        ("xem [[khoản 1 Điều 8]]", None),  # not on a line of its own
        ("[[khoản 1 Điều 8]].", None),
        ("[[khoản 1 | Điều 8]]", None),
        ("[khoản 1 Điều 8]", None),
        ("[[]]", None),
        ("", None),
    ],
)
def test_what_a_line_draws_in(text: str, drawn: Drawn | None) -> None:
    assert read(text) == drawn


@pytest.mark.parametrize(
    ("day", "words"),
    [
        # a zero before days under ten and the months one and two (Nghị định 30/2020/NĐ-CP)
        (date(2020, 1, 9), "09/01/2020"),
        (date(2020, 2, 10), "10/02/2020"),
        (date(2020, 3, 1), "01/3/2020"),
        (date(2020, 10, 31), "31/10/2020"),
        (date(2020, 12, 9), "09/12/2020"),
    ],
)
def test_a_day_as_letters_write_it(day: date, words: str) -> None:
    assert vietnamese_date(day) == words


@pytest.mark.parametrize(
    ("text", "compared", "bare"),
    [
        ("Nghị  định\n72", "nghị định 72", "nghi dinh 72"),
        ("NĐ–CP", "nđ-cp", "nd-cp"),  # an en dash
        (" Đường ", "đường", "duong"),
        ("Đu\u031bo\u031b\u0300ng", "đường", "duong"),  # marks of their own
    ],
)
def test_how_words_are_compared(text: str, compared: str, bare: str) -> None:
    assert (folded(text), unaccented(text)) == (compared, bare)


def test_problems_are_told_once_in_order_each_with_its_advice() -> None:
    one, two = Problem("b.yml", 2, 1, "sai", "sửa"), Problem("b.yml", 10, 1, "sai")
    other = Problem("a.yml", 3, 4, "thiếu")
    assert report([two, one, other, one]) == (
        "a.yml:3:4: thiếu\nb.yml:2:1: sai → sửa\nb.yml:10:1: sai"
    )


def test_numbers_stand_as_in_a_law() -> None:
    numbers = ["2", "23", "23a", "23d", "23đ", "23e", "24", "3"]
    assert sorted(numbers, key=sort_key) == ["2", "3", "23", "23a", "23d", "23đ", "23e", "24"]
    assert sorted("edđab", key=sort_key) == ["a", "b", "d", "đ", "e"]


@pytest.mark.parametrize("text", ["dieu-8-khoan-1-diem-dd", "chuong-2-muc-1-tieu-muc-3", "muc-4"])
def test_an_id_and_back(text: str) -> None:
    assert parse_id(text).id == text


@pytest.mark.parametrize(
    "text",
    ["dieu", "dieu-8-khoan", "khoan-1", "dieu-08", "dieu-8-diem-f", "bai-3", "dieu-8-dieu-9"],
)
def test_no_id(text: str) -> None:
    with pytest.raises(UnitError):
        parse_id(text)


def test_files_that_cannot_be_read_leave_out_only_themselves(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path,
        {
            "van-ban/a/van-ban.yml": van_ban(),
            "van-ban/b/van-ban.yml": b"ten: \xff\n",
            "van-ban/a/index.md": "  \n",
            "x.md": b"# X \xff",
        },
    )
    told = messages(corpus)
    assert [one.partition(" → ")[0].partition(" (")[0] for one in told] == [
        "docs/van-ban/a/index.md:1:1: tệp rỗng",
        "docs/van-ban/b/van-ban.yml:1:6: tệp không lưu bằng mã UTF-8",
        "docs/x.md:1:5: tệp không lưu bằng mã UTF-8",
    ]
    assert all("Mã hóa (Encoding) thành UTF-8" in one for one in told[1:])
    assert list(corpus.instruments) == ["a"]
    assert list(corpus.pages) == []


@pytest.mark.parametrize(
    ("validity", "problem"),
    [
        ("trang-thai: het, tu: 2020-02-01, den: 2020-02-01", None),  # ended on its first day
        ("trang-thai: het, tu: 2020-02-02, den: 2020-02-01", "đứng trước ngày có hiệu lực"),
        ("trang-thai: het, tu: 2020-02-01", "mà không nói từ ngày nào hay bởi văn bản nào"),
        ("trang-thai: het, tu: 2020-02-01, ghi-chu: x", None),
        ("trang-thai: con, tu: 2020-02-01, den: 2021-01-01", "trạng thái không phải “het”"),
    ],
)
def test_dates_that_contradict_each_other(
    tmp_path: Path, validity: str, problem: str | None
) -> None:
    text = van_ban(hieu_luc=f"{{{validity}, {EVIDENCE[1:]}")
    found = messages(corpus_of(tmp_path, {"van-ban/a/van-ban.yml": text}))
    assert len(found) == (problem is not None), found
    assert all(problem and problem in one for one in found)


def test_an_article_is_unknown_where_a_clause_of_it_is(tmp_path: Path) -> None:
    rest = EVIDENCE[1:]
    text = van_ban(
        hieu_luc=f"{{trang-thai: mot-phan, tu: 2020-03-01, {rest}",
        hieu_luc_rieng=f"[{{don-vi: dieu-1-khoan-2, trang-thai: chua-ro, {rest}]",
    )
    (found,) = corpus_of(tmp_path, {"van-ban/a/van-ban.yml": text}).instruments.values()
    day = found.validity.evidence.checked
    assert state_on(found, parse_id("dieu-1"), day) is State.UNKNOWN
    assert state_on(found, parse_id("dieu-1-khoan-1"), day) is State.IN_FORCE
    assert state_on(found, parse_id("dieu-2"), day) is State.IN_FORCE
    assert state_on(found, None, day) is State.PARTLY
