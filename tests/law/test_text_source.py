"""Bytes become text, or one sentence that says why not; a place is where an editor sees it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from editors_words import assert_known
from hypothesis import given
from hypothesis import strategies as st
from samples import corpus_of, messages, van_ban
from vanban.law.corpus_source import read_text
from vanban.law.problems import Problem
from vanban.law.text_source import LineIndex, decode

WORDS = "Nghị định về đường\nkhoản 1\n"


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        pytest.param(WORDS.encode("utf-16"), "1:1", "mã UTF-16", id="UTF-16 with a mark"),
        pytest.param(WORDS.encode("utf-16-le"), "1:1", "mã UTF-16", id="UTF-16 without"),
        pytest.param(b"Dieu 1\r\nNgh\xee\r\n", "2:4", "thường là ANSI", id="ANSI"),
        pytest.param("Điều\n".encode() + b"kho\x92n", "2:4", "không đọc được", id="ANSI, line 2"),
        pytest.param(b"a\n\x00b", "2:1", "(U+0000)", id="NUL"),
        pytest.param(b"a\nxy\x0cb", "2:3", "(U+000C)", id="form feed"),
        pytest.param("a\u2028b".encode(), "1:2", "(U+2028)", id="another line end"),
        pytest.param("a\nb\u202ec".encode(), "2:2", "(U+202E)", id="letters turned round"),
        pytest.param("a\nđã h\ufffdng".encode(), "2:5", "chữ đã hỏng", id="a letter that was lost"),
        pytest.param(b"a\n<<<<<<< HEAD\nb\n", "2:1", "dấu xung đột", id="conflict begins"),
        pytest.param(b"a\n>>>>>>> x\n", "2:1", "dấu xung đột", id="conflict ends"),
        pytest.param("Luật\nKho¶n 1 §iÒu 8".encode(), "2:1", "bảng mã TCVN3", id="an old font"),
        pytest.param("Luật\nở Ñieàu 8 Luaät".encode(), "2:3", "bảng mã VNI", id="another one"),
        pytest.param("a\n\uf0b7 b".encode(), "2:1", "(U+F0B7), nơi khác hiện ô", id="Symbol"),
        pytest.param("a\n\uf0ff b".encode(), "2:1", "(U+F0FF), nơi khác hiện ô", id="Wingdings"),
        pytest.param(b"PK\x03\x04\x14\x00", "1:1", "tệp Word", id="docx"),
        pytest.param(b"%PDF-1.7", "1:1", "tệp PDF", id="PDF"),
    ],
)
def test_what_is_no_text(data: bytes, place: str, words: str) -> None:
    text, (problem,) = decode(data, "a.md")
    assert text is None
    assert str(problem).startswith(f"a.md:{place}: ")
    assert words in problem.message
    assert_known([problem])


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + WORDS.encode(),
        b"\xef\xbb\xbf" * 2 + WORDS.encode(),
        WORDS.replace("\n", "\r\n").encode(),
        WORDS.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", WORDS).encode(),
    ],
    ids=["BOM", "two BOMs", "Windows", "old Mac", "NFD"],
)
def test_one_text_however_it_was_saved(data: bytes) -> None:
    assert decode(data, "a.md") == (WORDS, [])


def test_rules_of_markdown_are_no_conflict() -> None:
    text = "Tên\n=======\n\n> > một\n"
    assert decode(text.encode(), "a.md") == (text, [])


@given(st.text(alphabet="ab\nđ", max_size=60), st.integers(0, 60))
def test_a_place_is_that_of_counting(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    place = LineIndex(text).place(offset)
    before = text[:offset].split("\n")
    assert (place.line, place.col) == (len(before), len(before[-1]) + 1)


def test_an_article_in_nfd_is_read_like_one_in_nfc(tmp_path: Path) -> None:
    page = "# Điều 1\n\nLời của điều.\n\n## Khoản 1\n\nLời khoản.\n\n### Điểm đ\n\nĐó.\n"
    files = {"van-ban/a/van-ban.yml": van_ban(), "van-ban/a/dieu-1.md": page}
    plain = corpus_of(tmp_path / "nfc", dict(files))
    apart = {name: unicodedata.normalize("NFD", text) for name, text in files.items()}
    other = corpus_of(tmp_path / "nfd", dict(apart))
    assert messages(plain) == messages(other) == []
    assert other.provisions == plain.provisions
    assert other.instruments == plain.instruments


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "no"), "không có quyền mở tệp"),
        (OSError(5, "Input/output error"), "không mở được tệp (Input/output error)"),
    ],
)
def test_a_file_that_cannot_be_opened_is_told(
    monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    def refuse(_: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", refuse)
    problems: list[Problem] = []
    assert read_text(Path("a.md"), "docs/a.md", problems) is None
    assert_known(problems)
    assert [(one.file, one.line, one.col, one.message) for one in problems] == [
        ("docs/a.md", 1, 1, words)
    ]
