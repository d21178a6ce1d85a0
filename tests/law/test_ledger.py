"""Published addresses are never lost unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from editors_words import assert_known
from samples import corpus_of, van_ban
from vanban.law.ledger import addresses, extended, malformed, read_ledger

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
        (f"{HOME}#dieu-2 → {HOME}", f"{HOME}#dieu-2 đã ghi ở dòng"),
        # the site makes these itself
        (f"404.html → {HOME}", "“404.html” là tệp mà trang tự làm"),
        (f"sw.js/ → {HOME}", "“sw.js/” là tệp mà trang tự làm"),
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


def test_every_address_of_the_site_is_one(tmp_path: Path) -> None:
    assert malformed(extended(corpus_of(tmp_path, FILES), "")) == []
    shipped = (Path(__file__).resolve().parents[2] / "dia-chi.txt").read_text(encoding="utf-8")
    assert malformed(shipped) == []
