"""The words of one page changed: what follows is what reading everything again would give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from synthetic.pages import copied
from vanban.project import Project, open_project

STORY = "tinh-huong/do-mau.md"
ADDED = "\n\nXem Điều 1 Thông tư số 66/2025/TT-BTN, rồi hỏi lại.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture
def project(root: Path) -> Project:
    return open_project(root)


def write(root: Path, page: str, change: Callable[[str], str]) -> None:
    file = root / "docs" / page
    file.write_text(change(file.read_text("utf-8")), "utf-8")


def articles(project: Project) -> list[str]:
    return sorted(project.corpus.article_pages.values())


def test_one_page_after_another_is_as_all_read_again(root: Path, project: Project) -> None:
    first = articles(project)[0]
    edited: Project | None = project
    for page in (STORY, first, "cong-van/muc-2.md", "index.md", first):
        write(root, page, lambda text: text.rstrip() + ADDED)
        edited = edited.edited(page) if edited else None
    again = open_project(root)
    assert edited is not None
    assert edited.corpus.pages == again.corpus.pages != project.corpus.pages
    assert edited.corpus.provisions == again.corpus.provisions != project.corpus.provisions
    assert edited.graph == again.graph != project.graph
    assert len(edited.library.graph.of_page(first)) == len(project.graph.of_page(first)) + 2


@pytest.mark.parametrize(
    ("page", "change"),
    [
        (STORY, lambda text: text.replace("\n---\n", "\nthem: x\n---\n", 1)),  # front matter
        (STORY, lambda text: text.replace("\n# ", "\n# Khác: ", 1)),  # its name in the menu
        (STORY, lambda text: text + "\n## Thêm một phần\n"),  # an address more
        (STORY, lambda text: text.replace("\n## ", "\nVà ", 1)),  # and one less
        (STORY, lambda text: text.replace("\n# ", "\n## ", 1)),  # of another level
        (STORY, lambda text: ""),  # can no longer be read
        (STORY, lambda text: f"\n{text}"),  # no front matter any more
        ("tinh-huong/moi.md", None),  # a page that was not there
    ],
)
def test_what_hangs_on_more_than_words_is_read_again(
    root: Path, project: Project, page: str, change: Callable[[str], str] | None
) -> None:
    if change is None:
        (root / "docs" / page).write_text("# Mới\n\nLời.\n", "utf-8")
    else:
        before = (root / "docs" / page).read_text("utf-8")
        write(root, page, change)
        assert (root / "docs" / page).read_text("utf-8") != before
    assert project.edited(page) is None


@pytest.mark.parametrize(
    "slip",
    [
        "Theo khoản 99 Điều 1 Thông tư số 66/2025/TT-BTN.",  # a citation that leads nowhere
        "[[điều không có ở đâu]]",  # a line that draws nothing in
        "Hạn là ngày 31/02/2025.",  # no such day
        "chữ " * 91,  # a paragraph that is too long
    ],
)
def test_what_is_wrong_with_the_page_is_seen_at_once(
    root: Path, project: Project, slip: str
) -> None:
    assert project.problems_of(STORY) == project.problems == ()
    write(root, STORY, lambda text: text.rstrip() + f"\n\n{slip}\n")
    edited = project.edited(STORY)
    assert edited is not None
    assert edited.problems_of(STORY) == open_project(root).problems != ()
