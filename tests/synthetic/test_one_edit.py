"""A change of status is one edit, in the instrument's own file, and every view follows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from synthetic.pages import Reader, copied, find, one, read, today, words
from vanban.project import open_project

SLUG = "thong-tu-66-2025-tt-btn"
UNIT = f"{SLUG}#dieu-1"
BEFORE = re.compile(r"(?<=^hieu-luc: \{trang-thai: )con, tu: 2025-09-01(?=,)", re.M)
AFTER = "het, tu: 2025-04-02, den: 2025-05-01, boi-chu: một văn bản thử"
SAID = "■ hết hiệu lực từ 01/5/2025"


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with that one line changed."""
    root = copied(tmp_path_factory.mktemp("one-edit"))
    file = root / "docs/van-ban" / SLUG / "van-ban.yml"
    text = file.read_text(encoding="utf-8")
    changed, count = BEFORE.subn(AFTER, text)
    assert count == 1
    file.write_text(changed, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def reader(edited: Path) -> Reader:
    return Reader(read(edited), today())


def test_the_check_is_clean(edited: Path) -> None:
    assert [str(problem) for problem in open_project(edited).problems] == []


def test_every_view_agrees(reader: Reader) -> None:
    for name in (SLUG, UNIT):
        assert reader.preview(name)[3:5] == ["het", SAID]
    assert SAID[2:] in one(reader.share()["tt66/1/"], "title").text_content()
    assert reader.handout()["dieu"]["tt66/1"][2:4] == ["het", SAID]
    article = reader.page(f"van-ban/{SLUG}/dieu-1.md")
    assert {chip.get("data-trang-thai") for chip in find(article, ".dv-dong .tt")} == {"het"}
    assert SAID[2:] in reader.foot(f"van-ban/{SLUG}/dieu-1.md")
    home = reader.page(f"van-ban/{SLUG}/index.md")
    assert {words(chip) for chip in find(home, ".vb-tt .tt")} == {SAID}
    assert "một văn bản thử" in words(home)


def test_pages_of_others_agree(reader: Reader) -> None:
    """Lists, relations, comparisons and cards that lead to it: none says that it is in force."""
    told = 0
    for page in reader.library.corpus.pages:
        for link in find(reader.page(page), "a"):
            chip = link.getnext()
            if SLUG in link.get("href", "") and chip is not None and chip.get("class") == "tt":
                assert chip.get("data-trang-thai") == "het", (page, words(link))
                told += 1
    assert told >= 3


def test_the_changes_tell_it(reader: Reader) -> None:
    row = words(one(reader.page("tra-cuu/thay-doi.md"), f"#den-{SLUG}"))
    assert row.startswith("01/5/2025")
    assert "hết hiệu lực, theo một văn bản thử" in row
    assert "Thông tư 66/2025/TT-BTN hết hiệu lực" in reader.feed()
