"""Values of the settings that stop MkDocs, told with their line by ``check``."""

from __future__ import annotations

from pathlib import Path

import pytest
from editors_words import assert_known
from page.editing import change
from vanban.project import open_project
from vanban.settings import BUILDER

FIRST = "site_name: Thử\n"
THEME = f"{FIRST}theme: {{name: material, language: vi}}\n"


@pytest.fixture
def whole(project: Path) -> Path:
    """The project with the program that builds it."""
    (project / "hooks").mkdir()
    (project / BUILDER).write_text("", encoding="utf-8")
    change(project, "mkdocs.yml", FIRST, f"{THEME}hooks: [{BUILDER}]\n")
    return project


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("language: vi", "language: vn", (2, 25), "language: không có bản dịch “vn”"),
        ("name: material", "name: mkdocs", (2, 9), "name: mọi trang được vẽ bằng material"),
        ("theme: {name: material, language: vi}", "theme: mkdocs", (2, 1), "“mkdocs”"),
        (FIRST, 'site_name: ""\n', (1, 1), "site_name: trang web chưa có tên"),
        (FIRST, "site_name: [a]\n", (1, 1), "site_name: tên của trang phải là chữ"),
        (FIRST, "site_name: 2026\n", (1, 1), "site_name: “2026” không có dấu nháy"),
        (FIRST, f"{FIRST}site_author: 2026-01-01\n", (2, 1), "site_author: “2026-01-01” không"),
        (FIRST, f"{FIRST}site_description: no\n", (2, 1), "site_description: “no” không có"),
        (FIRST, "site_nam: Thử\n", (1, 1), "site_nam: khóa lạ"),
        ("  - footnotes\n", "  - footnote\n", (7, 5), "markdown_extensions: “footnote” chưa"),
        # a module of Python, and no extension
        ("  - footnotes\n", "  - os\n", (7, 5), "markdown_extensions: “os” chưa"),
        ("  - footnotes\n", "  - 'os:Khong'\n", (7, 5), "markdown_extensions: “os:Khong” chưa"),
        ("hooks:", "plugins: [khong-co]\nhooks:", (3, 11), "plugins: “khong-co” chưa được cài"),
    ],
)
def test_what_stops_mkdocs(
    whole: Path, old: str, new: str, place: tuple[int, int], message: str
) -> None:
    change(whole, "mkdocs.yml", old, new)
    found = open_project(whole).findings.problems
    assert_known(found)
    (told, *_) = [one for one in found if message in one.message]
    assert (told.file, told.line, told.col) == ("mkdocs.yml", *place)


def test_right_settings(whole: Path) -> None:
    assert open_project(whole).settings.problems == ()
    change(whole, "mkdocs.yml", FIRST, 'site_name: "2026"\nsite_author: |\n  2026\n')
    assert open_project(whole).settings.problems == ()
    more = "plugins: {search: {lang: vi}}\nINHERIT: khac.yml\n"
    change(whole, "mkdocs.yml", "hooks:", f"{more}hooks:")
    (whole / "khac.yml").write_text("site_author: A\n", encoding="utf-8")
    assert open_project(whole).settings.problems == ()
