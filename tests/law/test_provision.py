"""Article pages: headings name units, paragraphs are their wording, quotations are notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import corpus_of, messages, van_ban
from vanban.law.instrument import parse_target
from vanban.law.provision import read_heading
from vanban.law.units import Kind, path

OUTLINE = "{day-du: true, dieu: [{so: 1, ten: Tên điều, khoan: {1: abcdđ, 2: ''}}]}"
ARTICLE = path((Kind.ARTICLE, "1"))
PAGE = """\
# Điều 1. Tên điều

Lời chung của điều.

## Khoản 1

Lời của *khoản* một,
viết hai dòng.

> Ghi chú một.

### Điểm a

- Gạch đầu dòng.

### Điểm đ

Lời của điểm đ.

## Trong nhà trường

Bình luận, không thuộc khoản nào.

### Ai phải biết?

Bình luận sâu hơn.

## Khoản 2

Lời của khoản hai.
"""


def files(page: str) -> dict[str, str | bytes]:
    name = "dieu-9" if page.startswith("# Điều 9") else "dieu-1"
    return {"van-ban/a/van-ban.yml": van_ban(muc_luc=OUTLINE), f"van-ban/a/{name}.md": page}


def test_each_unit_has_its_wording_and_its_note(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, files(PAGE))
    assert messages(corpus) == []
    words = {found.unit.id: (found.text, found.note) for found in corpus.provisions.values()}
    assert words["dieu-1"] == ("Lời chung của điều.", "")
    assert words["dieu-1-khoan-1"] == ("Lời của khoản một, viết hai dòng.", "Ghi chú một.")
    assert words["dieu-1-khoan-1-diem-a"] == ("• Gạch đầu dòng.", "")
    assert words["dieu-1-khoan-1-diem-dd"] == ("Lời của điểm đ.", "")
    assert words["dieu-1-khoan-2"] == ("Lời của khoản hai.", "")


def test_commentary_is_nobodys_wording(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, files(PAGE))
    assert not any("Bình luận" in found.text for found in corpus.provisions.values())


def test_where_a_wording_stands(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, files(PAGE))
    found = corpus.provisions[parse_target("a#dieu-1-khoan-1-diem-dd")]
    assert (found.file, found.line) == ("docs/van-ban/a/dieu-1.md", 16)


@pytest.mark.parametrize(
    ("page", "message"),
    [
        pytest.param(
            "# Điều 9\n\nLời.\n",
            "1:3: mục lục không có Điều 9 → sửa số, hoặc thêm vào van-ban/a/van-ban.yml",
            id="no such article",
        ),
        pytest.param(
            "# Điều 9\n\nLời.\n\n## Khoản 1\n\nLời.\n\n### Điểm a\n\nLời.\n",
            "1:3: mục lục không có Điều 9 → sửa số, hoặc thêm vào van-ban/a/van-ban.yml",
            id="no such article, and what is below it",
        ),
        pytest.param(
            "# Điều 1\n\n## Khoản 3\n\nLời.\n",
            "3:4: mục lục không có khoản 3 Điều 1 → "
            "sửa số, hoặc thêm vào van-ban/a/van-ban.yml",
            id="no such clause",
        ),
        pytest.param(
            "# Điều 1\n\n## Khoản 1\n\nLời.\n\n## Bình luận\n\n### Điểm a\n\nLời.\n",
            "9:5: mục lục không có điểm a Điều 1 → "
            "sửa số, hoặc thêm vào van-ban/a/van-ban.yml",
            id="a point that stands under no clause",
        ),
        pytest.param(
            "# Điều 1. Tên khác\n\nLời.\n",
            "1:3: tên điều khác với mục lục: “Tên điều” → sửa một trong hai nơi",
            id="another heading",
        ),
        pytest.param(
            "# Điều 1\n\n## Khoản 1\n\nLời.\n\n## Khoản 1\n\nLời.\n",
            "7:4: khoản 1 Điều 1 có hai tiêu đề trên trang này → gộp làm một",
            id="one clause twice",
        ),
        pytest.param(
            "# Điều 1\n\n## Khoản 2\n\nLời.\n\n## Khoản 1\n\nLời.\n",
            "7:4: khoản 1 Điều 1 đứng sau khoản 2 Điều 1 → xếp lại theo thứ tự của văn bản",
            id="clauses out of order",
        ),
        pytest.param(
            "# Điều 1\n\n## Khoản 1\n\n### Điểm đ\n\nLời.\n\n### Điểm d\n\nLời.\n",
            "9:5: điểm d khoản 1 Điều 1 đứng sau điểm đ khoản 1 Điều 1 → "
            "xếp lại theo thứ tự của văn bản",
            id="points out of order",
        ),
        pytest.param(
            "# Điều 1\n\n## Khoản 0\n\nLời.\n",
            "3:4: mục lục không có khoản 0 Điều 1 → "
            "sửa số, hoặc thêm vào van-ban/a/van-ban.yml",
            id="a clause 0",
        ),
    ],
)  # fmt: skip
def test_problem(tmp_path: Path, page: str, message: str) -> None:
    corpus = corpus_of(tmp_path, files(page))
    assert [told.partition(".md:")[2] for told in messages(corpus)] == [message]


@pytest.mark.parametrize(
    ("heading", "unit", "title"),
    [
        ("Khoản 1", "dieu-1-khoan-1", ""),
        ("KHOẢN 1.", "dieu-1-khoan-1", ""),
        ("Khoản 3a: Tên", "dieu-1-khoan-3a", "Tên"),
        ("Điểm đ", "dieu-1-diem-dd", ""),
        ("Điều 23đ. Tên điều", "dieu-23dd", "Tên điều"),
    ],
)
def test_headings_that_name_a_unit(heading: str, unit: str, title: str) -> None:
    found = read_heading(heading, ARTICLE)
    assert found
    assert (found.path.id, found.title) == (unit, title)


@pytest.mark.parametrize(
    "heading",
    [
        "Khoản tiền phải nộp",
        "Điểm thi",
        "Điều cần nhớ",
        "Khoản 1 và khoản 2",
        "Điểm f",
        "Trong nhà trường",
        "",
    ],
)
def test_headings_that_name_none(heading: str) -> None:
    assert read_heading(heading, ARTICLE) is None


def test_a_clause_needs_an_article() -> None:
    assert read_heading("Khoản 1", None) is None
