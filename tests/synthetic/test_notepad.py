"""Files saved by Windows' Notepad (a mark at the beginning, CRLF) or with marks decomposed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from synthetic.pages import ROOT, Reader, read, today, words

PAGES = ["cong-van/index.md", "hom-nay/muc-phat.md", "tap-huan/cau-hoi/phong-thu.md", "index.md"]


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("notepad")
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    for file in root.rglob("*.*"):
        text = file.read_bytes().decode()
        file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    return root


def test_everything_is_read_as_before(saved_again: Path, reader: Reader) -> None:
    again = Reader(read(saved_again), today(saved_again))
    assert again.day == reader.day
    assert again.problems() == []
    for page in PAGES:
        assert words(again.page(page)) == words(reader.page(page))
    assert again.handout() == reader.handout()
    assert again.menu() == reader.menu()
