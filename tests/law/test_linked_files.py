"""Links among the files: what another machine could not follow is told, with the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from vanban.law.linked_files import check


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for name in ("docs/a/trang.md", "docs/b/trang.md", "ngoai/x.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# Trang\n")
    return tmp_path / "docs"


@pytest.mark.parametrize(
    ("name", "to", "words"),
    [
        ("a/vong", ".", "dẫn ngược"),
        ("a/vong", "../..", "dẫn ngược"),  # past docs, round about
        ("a/vong", "../a", "dẫn ngược"),
        ("a/minh.md", "minh.md", "không dẫn tới tệp nào"),  # itself
        ("a/mat.md", "khong-co.md", "không dẫn tới tệp nào"),
        ("a/x.md", "../../ngoai/x.md", "dẫn ra ngoài"),
        ("ngoai", "../ngoai", "dẫn ra ngoài"),
        ("a/b", "../b", "là một thư mục"),
    ],
)
def test_a_link_is_told(docs: Path, name: str, to: str, words: str) -> None:
    (docs / name).symlink_to(to)
    (problem,) = check(docs, "docs")
    assert problem.file == f"docs/{name}"
    assert words in problem.message
    assert problem.suggestion


def test_a_link_to_a_file_inside_may_stay(docs: Path) -> None:
    (docs / "a" / "anh.png").write_text("x")
    (docs / "b" / "anh.png").symlink_to("../a/anh.png")
    assert list(check(docs, "docs")) == []


def test_the_folder_itself_may_be_reached_by_a_link(docs: Path) -> None:
    (docs.parent / "noi-khac").symlink_to(docs, target_is_directory=True)
    assert list(check(docs.parent / "noi-khac", "docs")) == []
