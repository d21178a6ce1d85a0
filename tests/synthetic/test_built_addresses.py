"""Whatever a setting of MkDocs or another plugin takes away, no build goes through without it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from building import build, copy_invented
from vanban.built_addresses import BuiltAddresses, problem
from vanban.law.moves import Moves
from vanban.left_out import check
from vanban.project import open_project
from vanban.settings import LeftOut

LOST = Path("docs/tinh-huong/quen-so.md")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_invented(tmp_path / "kho", program=False)


def added(project: Path, text: str) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}\n{text}\n", "utf-8")


@pytest.mark.parametrize("key", ["exclude_docs", "draft_docs"])
def test_a_page_that_a_key_leaves_out_is_told_at_the_key(project: Path, key: str) -> None:
    added(project, f"{key}: |\n  *.tmp\n  tinh-huong/quen-so.md")
    (found,) = open_project(project).problems
    line = (project / "mkdocs.yml").read_text("utf-8").splitlines().index(f"{key}: |") + 1
    assert (found.file, found.line) == ("mkdocs.yml", line)
    assert found.message == f"{key}: dòng “tinh-huong/quen-so.md” bỏ trang {LOST} khỏi trang web"


def test_pages_as_files_are_told_but_for_the_site_on_a_disk(project: Path) -> None:
    added(project, "use_directory_urls: false")
    (found,) = open_project(project).problems
    assert found.message.startswith("use_directory_urls: false đổi địa chỉ của mọi trang")
    (project / "mkdocs.yml").rename(project / "mkdocs.offline.yml")
    assert open_project(project, "mkdocs.offline.yml").problems == ()


def test_official_wording_that_would_become_a_page_is_told_at_the_key(project: Path) -> None:
    """It stands inside other pages: as one of its own it would be in no menu and no ledger."""
    file = project / "docs/van-ban/luat-11-2012-qh13/nguyen-van.md"
    file.write_text("---\nnguyen-van:\n  don-vi: {}\n---\n", "utf-8")
    assert open_project(project).problems == ()  # (the settings that it inherits hide it)
    added(project, "exclude_docs: '*.tmp'")
    (found,) = open_project(project).problems
    assert found.file == "mkdocs.yml"
    assert found.message.startswith("exclude_docs thiếu dòng nguyen-van.md")
    inherited = (project / "inherited.yml").read_text("utf-8")
    (project / "inherited.yml").write_text(inherited.replace("exclude_docs: ", "# "), "utf-8")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("exclude_docs: ", "# "), "utf-8")
    (found,) = open_project(project).problems
    assert found.message.startswith("exclude_docs thiếu dòng nguyen-van.md")


def test_what_mkdocs_leaves_out_by_itself_is_told() -> None:
    pages = ["templates/a.md", "van-ban/templates/b.md", "van-ban/index.md"]
    (found,) = check(pages, [LeftOut("exclude_docs", ("mkdocs.yml", 1, 1), "# chú\n\n*.tmp")], "d")
    assert found.file == "d/templates/a.md"
    told = check(pages, [LeftOut("exclude_docs", ("m", 1, 1), "*.md\n!van-ban/*.md")], "d")
    assert [one.file for one in told] == ["d/templates/a.md", "m"]


def test_no_page_stands_where_the_site_makes_its_own_files() -> None:
    pages = ["assets/a.md", "api/index.md", "ngoai-tuyen.md", "gioi-thieu/api.md", "assets-2.md"]
    told = [one.file for one in check(pages, [], "d")]
    assert told == ["d/api/index.md", "d/assets/a.md", "d/ngoai-tuyen.md"]


def hung_in(project: Path, text: str) -> None:
    (project / "khac.py").write_text(text, "utf-8")
    settings = project / "mkdocs.yml"
    told = settings.read_text("utf-8").replace("hooks:\n", "hooks:\n  - khac.py\n")
    settings.write_text(told, "utf-8")


def hook(project: Path) -> None:
    """Another program that has its own thoughts about which pages are to be built."""
    text = 'def on_files(files, config):\n    files.remove(files.src_uris["tinh-huong/quen-so.md"])'
    hung_in(project, text)


def shorn(project: Path) -> None:
    """One that takes the names of units off their pages."""
    text = 'def on_page_content(html, **_):\n    return html.replace("id=", "data-id=")'
    hung_in(project, text)


@pytest.mark.parametrize(
    ("done", "example"), [(hook, "ví dụ tinh-huong/quen-so/ →"), (shorn, "/#")]
)
@pytest.mark.parametrize("settings", ["mkdocs.yml", "mkdocs.offline.yml"])
def test_what_is_not_in_the_output_stops_the_build(
    project: Path, done: Callable[[Path], None], example: str, settings: str
) -> None:
    done(project)
    offline = (
        "INHERIT: mkdocs.yml\nuse_directory_urls: false\nvalidation: {links: {not_found: info}}"
    )
    (project / "mkdocs.offline.yml").write_text(offline, "utf-8")
    built = build(project, project.parent / "ra", settings=settings)
    assert built.returncode == 1
    assert f"{settings}:1:1: bản vừa dựng thiếu" in built.stderr
    assert example in built.stderr


def test_each_kind_of_address_has_its_file(tmp_path: Path) -> None:
    held = {"./": "", "a/": "", "b/c/": "", "nd1/": "", "x.pptx": "y.pptx", "y.pptx": "", "z/*": ""}
    held |= {"a/#dieu-1": "", "b/c/#dieu-2": "", "./#dieu-3": ""}
    moves = Moves(held, frozenset({"a/", "moi/"}))
    files = ["index.html", "a.html", "b/c.html", "nd1/index.html", "x.pptx/index.html", "y.pptx"]
    for file in (*files, "moi/index.html"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    disk, site = BuiltAddresses(moves, disk=True), BuiltAddresses(moves)
    assert disk.lacking(tmp_path) == []
    assert site.lacking(tmp_path) == ["a/", "b/c/"]
    (tmp_path / "moi/index.html").unlink()  # not yet in the ledger
    assert disk.lacking(tmp_path) == ["moi/"]
    for page in ("index.md", "a.md", "b/c.md"):
        disk.rendered(page, '<h2 id="dieu-2"></h2><p data-id="dieu-1" id="dieu-3">')
    assert disk.lacking(tmp_path) == ["moi/", "a/#dieu-1"]
    assert "thiếu 2 địa chỉ phải có, ví dụ moi/" in str(problem(disk.lacking(tmp_path), "m"))
