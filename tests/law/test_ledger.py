"""Published addresses are never lost unseen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from editors_words import assert_known
from samples import corpus_of, van_ban
from vanban.law.ledger import (
    addresses,
    begin,
    begun,
    counted,
    extended,
    forgotten,
    malformed,
    miscounted,
    read_ledger,
    refused,
    unrecorded,
)

HOME = "van-ban/nd-1/"
FILES: dict[str, str | bytes] = {
    f"{HOME}van-ban.yml": van_ban(),
    f"{HOME}index.md": "# Nghị định 1\n",
    f"{HOME}dieu-1.md": "# Điều 1\n\nLời.\n\n## Khoản 1\n\nLời.\n",
}


def test_addresses_are_those_that_readers_see(tmp_path: Path) -> None:
    found = addresses(corpus_of(tmp_path, FILES))
    assert {
        HOME,
        f"{HOME}dieu-1/",
        f"{HOME}dieu-1/#dieu-1-khoan-1-diem-dd",  # a unit of a worded article lives on its page
        f"{HOME}#dieu-2",  # every other one in the outline
    } <= found


def test_extending_adds_and_never_takes_away(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, FILES)
    once = extended(corpus, "# đầu\nold/#x → van-ban/nd-1/\n")
    assert read_ledger(once)["old/#x"] == HOME
    assert once.startswith("# đầu\n")
    assert extended(corpus, once) == once


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("=======", "“=======” không phải một địa chỉ"),
        ("<<<<<<< HEAD", "“<<<<<<< HEAD” không phải một địa chỉ"),
        ("một dòng chữ", "“một dòng chữ” không phải một địa chỉ"),
        ("https://truong.example/a/", "không phải một địa chỉ"),
        (f"{HOME}#dieu-3 -> {HOME}", "không phải một địa chỉ"),
        (f"{HOME}#dieu-3 →", "không phải một địa chỉ"),
        (f"→ {HOME}", "không phải một địa chỉ"),
        # the site makes these itself
        (f"404.html → {HOME}", "“404.html” là tệp mà trang tự làm"),
        (f"sw.js/ → {HOME}", "“sw.js/” là tệp mà trang tự làm"),
        (f"sw.js/x/ → {HOME}", "“sw.js/x/” là tệp mà trang tự làm"),
        (f"tinh-huong/index.html → {HOME}", "“tinh-huong/index.html” là tệp mà trang tự làm"),
        (f"van-ban/x/van-ban.yml/ → {HOME}", "“van-ban/x/van-ban.yml/” là tệp mà trang tự làm"),
        # the name of a page's file, as an editor sees it
        ("tinh-huong/cu.md → tinh-huong/moi/", "là tên tệp, không phải địa chỉ"),
        ("docs/tinh-huong/cu/index.md → tinh-huong/", "là tên tệp, không phải địa chỉ"),
        (f"ngoai-tuyen → {HOME}", "“ngoai-tuyen” là tệp mà trang tự làm"),
        (f"assets/* → {HOME}", "“assets/*” là tệp mà trang tự làm"),
        (f"assets/a/ → {HOME}", "“assets/a/” là tệp mà trang tự làm"),
    ],
)
def test_a_line_that_is_no_address_is_told_and_never_taken_for_one(
    tmp_path: Path, line: str, words: str
) -> None:
    corpus = corpus_of(tmp_path, FILES)
    ledger = extended(corpus, "")
    (problem,) = malformed(f"{ledger}{line}\n", "dia-chi.txt")
    assert problem.line == len(ledger.splitlines()) + 1
    assert words in problem.message
    assert_known([problem])


@pytest.mark.parametrize(
    "old", ["tinh-huong/zalo.me/", "van-ban/luat-9.2025.qh15/*", "van-ban/luat-9.2025.qh15/#dieu-1"]
)
def test_a_page_whose_name_looks_like_a_file_leads_on(tmp_path: Path, old: str) -> None:
    """It was published before such names were told, and ends with “/” as every page does."""
    whole = extended(corpus_of(tmp_path, FILES), "")
    assert malformed(f"{whole}{old} → {HOME}\n") == []
    assert old.endswith("*") or forgotten(whole, frozenset({old}))


OTHERWISE = [("old/ → b/", 2, "old/ đã ghi ở dòng 1, dẫn tới nơi khác"), ("old/", 0, "")]
"""One editor moved a page; the other moved it elsewhere, or knew nothing of it."""


@pytest.mark.parametrize(("line", "told", "words"), OTHERWISE)
@pytest.mark.parametrize("first", [True, False])
def test_two_ledgers_put_together_say_where_an_address_leads(
    line: str, told: int, words: str, first: bool
) -> None:
    lines = ["old/ → a/", line]
    ledger = "\n".join(lines if first else lines[::-1])
    found = malformed(ledger)
    assert [problem.line for problem in found] == ([told] if told else [])
    assert all(words in problem.message for problem in found)
    assert read_ledger(ledger)["old/"] == ("b/" if told and first else "a/")


def test_what_an_earlier_ledger_held_is_told_and_got_back(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, FILES)
    whole = extended(corpus, "")
    held = frozenset(read_ledger(whole))
    assert forgotten(whole, held) is None
    found = forgotten(whole, held | {"tinh-huong/moi/", f"{HOME}#dieu-9"})
    assert found
    assert_known([found])
    assert "2 địa chỉ có trong bản trước" in found.message
    back = read_ledger(extended(corpus, whole, ever=held | {"tinh-huong/moi/"}))
    assert back.keys() == held | {"tinh-huong/moi/"}


@pytest.mark.parametrize("slip", ["tinh-huong/moi", "thay-doi.xml", "assets/a/"])
def test_a_slip_in_an_earlier_ledger_is_no_address(tmp_path: Path, slip: str) -> None:
    """It can lead nowhere (``malformed``), so nobody could ever mend what is told."""
    corpus = corpus_of(tmp_path, FILES)
    whole = extended(corpus, "")
    assert forgotten(whole, frozenset({slip})) is None
    assert extended(corpus, whole, ever=frozenset({slip})) == whole


def test_an_address_that_no_ledger_holds_is_told(tmp_path: Path) -> None:
    """Published all the same, it could be lost unseen."""
    corpus = corpus_of(tmp_path, FILES)
    whole = extended(corpus, "")
    present = addresses(corpus)
    assert unrecorded(present, read_ledger(whole).keys()) is None
    found = unrecorded(present, read_ledger(whole.replace(f"\n{HOME}dieu-1/\n", "\n")).keys())
    assert found
    assert f"1 địa chỉ mới chưa vào sổ, ví dụ {HOME}dieu-1/" in found.message
    given = addresses(corpus, frozenset({"tap-huan/a.pptx"}))
    assert unrecorded(given, read_ledger(whole).keys())


def rows(*addresses: str) -> str:
    """A ledger as it was written last."""
    held = "\n".join(addresses)
    return f"# đầu\n{counted(held)}\n{held}\n"


NFD = partial(unicodedata.normalize, "NFD")
KEPT = rows("a/", "b/", "b/#x", "c/")


@pytest.mark.parametrize(
    ("ledger", "line", "words"),
    [
        (KEPT, 0, ""),
        (KEPT.replace("\na/\n", "\na/ → c/\n"), 0, ""),  # what must move
        (f"{KEPT}d/* → c/*\n", 0, ""),
        (f"{KEPT}d/\n", 0, ""),  # by hand; `hooks ledger` would add it too
        (KEPT.replace("\nb/\nb/#x", ""), 2, "sổ đã giữ 4 địa chỉ, nay còn 2: 2 dòng bị bỏ"),
        (NFD(KEPT.replace("\na/\n", "\n")), 2, "nay còn 3: 1 dòng bị bỏ"),
        (KEPT.replace("\na/\n", "\na/x/\n"), 2, "có địa chỉ trong sổ bị sửa"),
        (KEPT.replace("\na/\n", "\n# a/\n"), 2, "nay còn 3: 1 dòng bị bỏ"),
        ("a/\nb/\n", 1, "đầu sổ không có dòng đếm địa chỉ"),
        ("", 1, "đầu sổ không có dòng đếm địa chỉ"),
        # two editors, each with a page more
        (f"{counted('a/')}\n{counted('b/')}\na/\nb/\n", 2, "sổ của hai người đã gộp làm một"),
        # one took a line out before both were put together
        (f"{counted('a/ z/'.replace(' ', chr(10)))}\n{counted('b/')}\nb/\n", 1, "1 dòng bị bỏ"),
    ],
)
def test_a_line_that_was_taken_out_is_told(ledger: str, line: int, words: str) -> None:
    found = list(miscounted(ledger))
    assert [problem.line for problem in found] == ([line] if line else [])
    assert all(words in problem.message for problem in found)
    assert_known(found)


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("tinh-huong/cu → ./", "viết: tinh-huong/cu/"),
        ("tinh-huong/cu#muc → ./", "viết: tinh-huong/cu/#muc"),
        ("tinh-huong/zalo.me/\ntinh-huong/zalo.me → ./", "viết: tinh-huong/zalo.me/"),
        ("tinh-huong/zalo.me#muc → ./", "viết: tinh-huong/zalo.me/#muc"),
    ],
)
def test_an_address_of_a_page_ends_as_readers_see_it(line: str, advice: str) -> None:
    (problem,) = malformed(line)
    assert problem.suggestion == advice
    assert_known([problem])


def test_files_that_are_given_away_are_addresses_too(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, FILES)
    ledger = extended(corpus, "", frozenset({"tap-huan/15-phut.pptx"}))
    assert "tap-huan/15-phut.pptx" in read_ledger(ledger)
    moved = ledger.replace("15-phut.pptx\n", "15-phut.pptx → tap-huan/20-phut.pptx\n")
    assert malformed(moved) == []


def test_every_address_of_the_site_is_one(tmp_path: Path) -> None:
    assert malformed(extended(corpus_of(tmp_path, FILES), "")) == []
    shipped = (Path(__file__).resolve().parents[2] / "dia-chi.txt").read_text(encoding="utf-8")
    assert malformed(shipped) == []


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (lambda whole: whole, None),
        (lambda _: None, "chưa có sổ địa chỉ"),
        # a line taken out, and the count itself
        (lambda whole: whole.replace(f"{HOME}dieu-1/\n", ""), "1 dòng bị bỏ"),
        (lambda whole: re.sub(r"# Sổ giữ .*\n", "", whole), "đầu sổ không có dòng đếm địa chỉ"),
    ],
)
def test_only_a_whole_ledger_is_counted_anew(
    tmp_path: Path, made: Callable[[str], str | None], told: str | None
) -> None:
    whole = extended(corpus_of(tmp_path, FILES), "")
    found = refused(made(whole))
    assert (found is None) == (told is None)
    assert told is None or (found is not None and told in found.message)


def test_a_ledger_begun_anew_says_so_however_it_was_saved(tmp_path: Path) -> None:
    """Windows ends its lines otherwise, and some programs take letters apart."""
    text = extended(corpus_of(tmp_path, FILES), "")
    assert begun(text) == ""
    anew = begin(text)
    first = anew.split("\n")[0]
    assert anew == f"{first}\n{text}"
    assert first.startswith("# Sổ lập mới, mã ")
    assert counted(text).digest in first
    for saved in (anew, anew.replace("\n", "\r\n"), unicodedata.normalize("NFD", anew)):
        assert begun(saved) == first
    assert read_ledger(anew) == read_ledger(text)
    assert begun(text.replace("# Sổ", "Sổ")) == ""
