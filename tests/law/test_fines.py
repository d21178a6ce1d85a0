"""Frames of fines: whose sum is printed, what the other pays, and what contradicts our wording."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from editors_words import assert_known
from samples import corpus_of, van_ban
from vanban.law.fines import Range, check, fine, not_today
from vanban.law.instrument import parse_target

WORDS = """# Điều 1

Hai mức.

## Khoản 1

Tổ chức bị phạt 20–30 triệu đồng; cá nhân bị phạt 10–15 triệu đồng (bằng 1/2, theo Điều 2).

### Điểm a

Một việc.

## Khoản 2

Đưa cho bên khác (cơ quan, tổ chức hay cá nhân): cá nhân bị phạt 5.000.000–7.500.000 đồng.
"""
HALF = "{cua: to-chuc, kia: nua, theo: dieu-2, muc: [{tai: dieu-1-khoan-1, tu: 20, den: 30}]}"
ALONE = "{cua: ca-nhan, kia: khong, muc: [{tai: dieu-1-khoan-2, tu: 5, den: 7}]}"


def corpus(folder: Path, frames: str, words: str = WORDS):
    return corpus_of(
        folder,
        {
            "van-ban/nd/van-ban.yml": van_ban(khung_phat=f"[{frames}]"),
            "van-ban/nd/index.md": "# Nghị định\n",
            "van-ban/nd/dieu-1.md": words,
        },
    )


@pytest.mark.parametrize(
    ("unit", "person", "organisation"),
    [
        ("dieu-1-khoan-1", "10–15", "20–30"),  # half of what is printed
        ("dieu-1-khoan-1-diem-a", "10–15", "20–30"),  # a point has the frame of its clause
        ("dieu-1", "", ""),  # an article has no frame because its clauses have
        ("dieu-1-khoan-2", "", ""),
    ],
)
def test_both_sums(tmp_path: Path, unit: str, person: str, organisation: str) -> None:
    found = fine(corpus(tmp_path, HALF), parse_target(f"nd#{unit}"))
    told = (found.person, found.organisation) if found else (None, None)
    assert [one.millions if one else "" for one in told] == [person, organisation]


def test_a_sum_for_one_party_alone_and_one_that_doubles(tmp_path: Path) -> None:
    twice = HALF.replace("to-chuc", "ca-nhan").replace("nua", "gap-doi")
    found = fine(corpus(tmp_path / "a", twice), parse_target("nd#dieu-1-khoan-1"))
    assert found is not None
    assert found.person == Range(20_000_000, 30_000_000)
    assert found.organisation == Range(40_000_000, 60_000_000)
    alone = fine(corpus(tmp_path / "b", ALONE), parse_target("nd#dieu-1-khoan-2"))
    assert alone is not None
    assert (alone.person, alone.organisation) == (Range(5_000_000, 7_000_000), None)
    assert alone.rule is None


def test_parts_of_a_million() -> None:
    assert Range(2_500_000, 5_000_000).millions == "2,5–5"
    assert Range(1_250_000, 100_000_000).millions == "1,25–100"


@pytest.mark.parametrize(
    ("frames", "words", "told"),
    [
        (HALF, WORDS, ""),
        (HALF.replace("tu: 20", "tu: 25"), WORDS, "tổ chức: ở đây 25.000.000 đồng, 30"),
        # the halves are compared too: our wording may have computed wrongly
        (HALF, WORDS.replace("10–15", "10–20"), "trang điều: 10.000.000 đồng, 20.000.000 đồng"),
        (HALF.replace("nua", "khong"), WORDS, "cá nhân: ở đây không có mức"),
        (HALF.replace("khoan-1,", "khoan-9,"), WORDS, "mục lục không có khoản 9 Điều 1"),
        (HALF.replace("theo: dieu-2", "theo: dieu-7"), WORDS, "mục lục không có Điều 7"),
        (HALF.replace("theo: dieu-2, ", ""), WORDS, "khoản 1 Điều 1: thiếu theo"),
        (HALF.replace("tu: 20, den: 30", "tu: 30, den: 20"), WORDS, "tu lớn hơn den"),
        (HALF.replace("20, den: 30", "20000000, den: 30000000"), WORDS, "đồng là quá lớn"),
        (f"{HALF}, {HALF}", WORDS, "khoản 1 Điều 1 ghi hai lần"),
        (HALF.replace("khoan-1,", "khoan-1-diem-b,"), WORDS, "chưa có lời diễn đạt"),
        # half a million is a sum too
        (ALONE, WORDS, "lời ở trang điều: 5.000.000 đồng, 7.500.000 đồng"),
    ],
)  # fmt: skip
def test_a_frame_that_contradicts(tmp_path: Path, frames: str, words: str, told: str) -> None:
    found = list(check(corpus(tmp_path, frames, words), "docs"))
    assert bool(found) == bool(told)
    assert any(told in problem.message for problem in found) or not told
    assert_known(found)
    for problem in found:
        assert (problem.file, problem.line) == ("docs/van-ban/nd/van-ban.yml", 10)


def test_every_frame_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    frames = f"{HALF.replace('khoan-1,', 'khoan-8,')}, {HALF.replace('khoan-1,', 'khoan-9,')}"
    found = [problem.message for problem in check(corpus(tmp_path, frames), "docs")]
    assert [any(f"khoản {n} Điều 1" in one for one in found) for n in (8, 9)] == [True, True]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2020, 2, 29), "chưa có hiệu lực"),
        (date(2020, 3, 1), ""),
    ],
)
def test_a_fine_of_another_day(tmp_path: Path, day: date, told: str) -> None:
    assert not_today(corpus(tmp_path, HALF), parse_target("nd#dieu-1-khoan-1"), day) == told


def test_no_frame_is_no_fine(tmp_path: Path) -> None:
    known = corpus(tmp_path, HALF)
    assert (
        not_today(known, parse_target("nd#dieu-1-khoan-2"), date(2021, 1, 1))
        == "không có khung phạt"
    )
