"""A printed address opens no other page unseen: the ledger knows the title that stood there."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from editors_words import assert_known
from samples import corpus_of, van_ban
from vanban.law.corpus import Corpus
from vanban.law.ledger import extended, malformed, miscounted, read_ledger
from vanban.law.page_titles import exchanged, untitled
from vanban.law.problems import Problem

PUBLISHED = {"a.md": "Mất ảnh", "b.md": "Tin “giả”", "c/index.md": "Nhóm"}
MOVED = [
    ({"a.md": "Tin “giả”", "b.md": "Mất ảnh", "c/index.md": "Nhóm"}, "a.md b.md"),
    ({"a.md": "Nhóm", "b.md": "Mất ảnh", "c/index.md": "Tin “giả”"}, "a.md b.md c/index.md"),
    ({"a.md": "Nhóm", "b.md": "Tin “giả”", "c/index.md": "Nhóm"}, "a.md"),  # a copy of it
    ({"a.md": "Nhóm", "b.md": "Tin “giả”"}, "a.md"),  # that c is lost is told as such
    ({"a.md": "nhóm", "b.md": "Tin “giả”", "c/index.md": "Nhóm lớp"}, "a.md"),
]
STAYED = [
    PUBLISHED,
    {"a.md": "Mất hình", "b.md": "tin “giả”", "c.md": "Nhóm"},  # worded anew; a file for a folder
    {**PUBLISHED, "d.md": "Nhóm"},  # nobody has the address of a page that is new
    {"b.md": "Tin “giả”", "c.md": "Nhóm", "d.md": "Mất ảnh"},  # renamed: that a is lost is told
]


def _corpus(root: Path, titles: dict[str, str]) -> Corpus:
    head = "---\nthu-tu: 1\n---\n\n"
    return corpus_of(root, {name: f"{head}# {title}\n\nLời.\n" for name, title in titles.items()})


def _told(root: Path, titles: dict[str, str], ledger: str) -> list[Problem]:
    return list(exchanged(_corpus(root, titles), ledger, "docs"))


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    return extended(_corpus(tmp_path / "cu", PUBLISHED), "")


@pytest.mark.parametrize(("titles", "files"), MOVED)
def test_pages_that_changed_places_are_told_with_the_line_of_one_that_did_not(
    tmp_path: Path, ledger: str, titles: dict[str, str], files: str
) -> None:
    told = _told(tmp_path / "moi", titles, ledger)
    assert [(one.file, one.line) for one in told] == [(f"docs/{one}", 5) for one in files.split()]
    assert_known(told)
    for one in told:
        pair = re.search("dòng “(# .+)” trong sổ địa chỉ thành “(# .+)”$", one.suggestion)
        assert pair is not None
        assert pair[1] in ledger.splitlines()
        ledger = ledger.replace(pair[1], pair[2])
    assert _told(tmp_path / "moi", titles, ledger) == []


@pytest.mark.parametrize("titles", STAYED)
def test_pages_that_stayed_are_not_told(
    tmp_path: Path, ledger: str, titles: dict[str, str]
) -> None:
    assert _told(tmp_path / "moi", titles, ledger) == []


def test_the_ledger_knows_the_titles_of_today_and_keeps_every_address(
    tmp_path: Path, ledger: str
) -> None:
    text = extended(_corpus(tmp_path / "moi", {"a.md": "Mất hình", "d.md": "Mới"}), ledger)
    assert [line for line in text.splitlines() if line.startswith("# Trang")] == [
        "# Trang a/ là: Mất hình",
        "# Trang d/ là: Mới",
    ]
    assert not malformed(text)
    assert not list(miscounted(text))
    assert list(read_ledger(text)) == ["a/", "b/", "c/", "d/"]


def test_a_page_may_get_back_the_title_of_the_address_that_leads_to_it(
    tmp_path: Path, ledger: str
) -> None:
    for root, title in (
        ("hai", "Mất ảnh"),
        ("ba", "Mất hình"),
    ):  # a was renamed d, then worded anew
        ledger = extended(_corpus(tmp_path / root, {"d.md": title}), ledger)
    assert _told(tmp_path / "bon", {"d.md": "Mất ảnh"}, ledger) == []


def test_where_two_editors_worded_a_title_both_are_its_own(tmp_path: Path, ledger: str) -> None:
    merged = f"{ledger}# Trang a/ là: Nhóm\n"
    for titles in (PUBLISHED, {**PUBLISHED, "a.md": "Nhóm"}):
        assert _told(tmp_path / "moi", titles, merged) == []


def test_a_ledger_that_an_editors_program_saved_tells_the_same(tmp_path: Path, ledger: str) -> None:
    titles, _ = MOVED[0]
    saved = unicodedata.normalize("NFD", ledger).replace("\n", " \r\n")
    told = _told(tmp_path / "moi", titles, ledger)
    assert [one.file for one in _told(tmp_path / "moi", titles, saved)] == [
        one.file for one in told
    ]


def test_names_that_tell_their_headings_need_no_line(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "v/van-ban.yml": van_ban(),
        "v/index.md": "# Nghị định\n",
        "v/dieu-1.md": "# Điều 1. Một\n\n## Khoản 1\n\nLời.\n",
        "v/muc-1.md": "# Mục 1: Hai\n",
        "t/muc-1.md": "# Mục đầu\n",
    }
    lines = extended(corpus_of(tmp_path, files), "").splitlines()
    assert [line for line in lines if line.startswith("# Trang")] == [
        "# Trang t/muc-1/ là: Mục đầu",
        "# Trang v/ là: Nghị định",
    ]


def test_titles_that_the_ledger_does_not_know_are_counted(tmp_path: Path, ledger: str) -> None:
    """Another case of letters is the same title; a page worded anew and one that is new are not."""
    same = _corpus(tmp_path / "moi", {**PUBLISHED, "b.md": "tin “GIẢ”"})
    assert untitled(same, ledger) is None
    other = _corpus(tmp_path / "khac", {**PUBLISHED, "b.md": "Tin đồn", "d.md": "Thư"})
    told = untitled(other, ledger)
    assert told is not None
    assert (told.file, told.line, told.col) == ("dia-chi.txt", 1, 1)
    assert told.message == "sổ chưa ghi tiêu đề nay của 2 trang, ví dụ b/"
    assert_known([told])
    assert untitled(other, extended(other, ledger)) is None
