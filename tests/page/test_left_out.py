"""Files that stand in the way of a page or of the site's own, and files that no site has."""

from __future__ import annotations

from pathlib import Path

import pytest
from editors_words import assert_known
from page.editing import PAGE, change, told
from vanban.left_out import taken
from vanban.project import open_project


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("index.html", "đứng đúng chỗ của trang docs/index.md"),
        ("tra-cuu/thu/index.html", "đứng đúng chỗ của trang docs/tra-cuu/thu.md"),
        ("assets/javascripts/moved.js", "là của một tệp mà trang tự làm"),
        ("assets/stylesheets/session.css", "là của một tệp mà trang tự làm"),
    ],
)
def test_a_file_at_a_place_that_is_taken(project: Path, name: str, message: str) -> None:
    file = project / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("x", encoding="utf-8")
    (only,) = open_project(project).findings.problems
    assert_known([only])
    assert (only.file, only.line) == (f"docs/{name}", 1)
    assert message in only.message


def test_a_page_whose_address_is_the_name_of_a_file() -> None:
    (only,) = taken(["x.docx.md", "y.md"], ["x.docx", "y.docx", "z/index.html"], "docs")
    assert only.file == "docs/x.docx"
    assert_known([only])


def test_a_file_that_a_page_gives_and_mkdocs_leaves_out(project: Path) -> None:
    """By itself, or for a line of ``exclude_docs``: its link would lead nowhere."""
    (project / "docs/templates").mkdir()
    for name in ("templates/don.docx", "tra-cuu/don.docx"):
        (project / "docs" / name).write_bytes(b"x")
    page = project / "docs/tra-cuu/thu.md"
    page.write_text(f"{PAGE}\n[Đơn](../templates/don.docx)\n", encoding="utf-8")
    (first, *_) = open_project(project).findings.problems
    assert_known([first])
    assert first.file == "docs/templates/don.docx"
    page.write_text(f"{PAGE}\n[Đơn](don.docx)\n", encoding="utf-8")
    change(project, "mkdocs.yml", "site_name: Thử\n", "site_name: Thử\nexclude_docs: '*.docx'\n")
    (first, *_) = open_project(project).findings.problems
    assert_known([first])
    assert (first.file, first.line) == ("mkdocs.yml", 2)


def test_files_beside_pages_are_free(project: Path) -> None:
    for name in ("hinh/index.html", "assets/javascripts/cua-phong.js", "templates/khong-dan.csv"):
        (project / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "docs" / name).write_text("x", encoding="utf-8")
    assert told(project) == []
