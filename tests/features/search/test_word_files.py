"""What an editor of ``asked.txt`` and ``school_words.txt`` is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import ROOT
from editors_words import assert_known
from vanban.features.search import asked
from vanban.features.search.word_files import check, of_asked, of_words

PAGES = ("tinh-huong/tin-don.md", "hom-nay/index.md")


def anchors(page: str) -> frozenset[str]:
    return frozenset({"ai-chiu"} if page == "hom-nay/index.md" else ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# chữ\n\ntinh-huong/tin-don: a, b\nhom-nay#ai-chiu: c\n", ""),
        ("# chữ\ntinh-huong/tin-don a, b\n", "2:1: “tinh-huong/tin-don a, b” không đúng dạng"),
        ("hom-nay: a\nhom-nay: b\n", "2:1: “hom-nay: b” không đúng dạng, hoặc đã có ở trên"),
        ("tinh-huong/tin-dom: a\nhom-nay: b\n", "1:1: không có trang “tinh-huong/tin-dom”"),
        ("hom-nay: b\nxyz: a\n", "2:1: không có trang “xyz”"),
        # the list of the site that this one was made from
        ("xyz: a\nmot: b\nhom-nay: c\n", ""),
        ("hom-nay: a\nhom-nay#ai-chiuu: c\n", "2:1: trang “hom-nay” không có mục “#ai-chiuu”"),
        ("tinh-huong/tin-don#z: c\n", "1:1: trang “tinh-huong/tin-don” không có mục “#z”"),
    ],
)
def test_questions_of_no_page_or_of_another_form(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "asked.txt"
    file.write_text(text, encoding="utf-8")
    found = list(of_asked(file, "asked.txt", PAGES, anchors))
    assert_known(found)
    assert [str(one).startswith(f"asked.txt:{told}") for one in found] == [True] * bool(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sv = học sinh\n", ""),
        ("# chữ\nsv: học sinh\n", "2:1: “sv: học sinh” không đúng dạng"),
        ("sv = học sinh\nsv = trò\n", "2:1: “sv” không đúng dạng, hoặc đã có ở trên"),
        ("{trò} = học sinh\n", "1:1: “{trò}” không đúng dạng"),
    ],
)
def test_words_of_another_form(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "words.txt"
    file.write_text(text, encoding="utf-8")
    found = list(of_words(file, "words.txt"))
    assert [str(one).partition("words.txt")[2].startswith(f":{told}") for one in found] == [
        True
    ] * bool(told)


def test_a_file_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    file = tmp_path / "asked.txt"
    file.write_bytes("hom-nay: đà".encode("cp1258"))
    found = list(of_asked(file, "asked.txt", PAGES, anchors))
    assert "UTF-8" in str(found[0])
    assert [one.file for one in found] == ["asked.txt"]


def test_another_project_is_not_asked_for_the_words_of_this_one(tmp_path: Path) -> None:
    assert list(check(tmp_path, PAGES, anchors)) == []
    pages = [f"{one.page}.md" for one in asked.read()]
    found = list(check(ROOT, [page for page in pages if "tin-ngay-mai" not in page], anchors))
    assert any("tin-ngay-mai" in one.message for one in found)
