"""What is written for ever is shown first, and written only when somebody says so."""

from __future__ import annotations

import io
import re
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from unittest.mock import Mock

import pytest
from building import copy_invented
from command_line import Run, invented
from vanban.commands import ledger
from vanban.law.ledger import counted
from vanban.project import Project

REPOSITORY = Path(__file__).resolve().parents[2]
GONE = "van-ban/luat-22-2023-qh15/#dieu-40"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The invented project with one address that its ledger does not have yet."""
    text = (invented().ledger or "").replace(f"{GONE}\n", "")
    assert text != invented().ledger
    text = re.sub("(?m)^# Sổ giữ.*", str(counted(text)), text)
    (tmp_path / "dia-chi.txt").write_text(text, encoding="utf-8")
    return replace(invented(), root=tmp_path, ledger=text)


def held(project: Project) -> str:
    return (project.root / "dia-chi.txt").read_text(encoding="utf-8")


def test_without_a_terminal_and_without_yes_nothing_is_written(run: Run, project: Project) -> None:
    before = held(project)
    done = run("ledger", project=project)
    assert GONE in done.out
    assert "--yes" in done.told
    assert done.status == 1
    assert held(project) == before


def test_yes_writes(run: Run, project: Project) -> None:
    assert run("ledger", "--yes", project=project).status == 0
    assert GONE in held(project).splitlines()


def test_nothing_is_published_at_addresses_that_nobody_keeps(
    run: Run, program: ModuleType, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They could be lost later and nobody would be told."""
    project = replace(project, root=invented().root)
    monkeypatch.setattr(program, "ever_written", lambda *_: [])  # git knows the whole ledger
    done = run("check", project=project)
    assert done.status == 0
    assert f"1 địa chỉ mới chưa vào sổ, ví dụ {GONE}" in done.told
    for command, module in (("publish", "publish"), ("release", "release"), ("site", "publish")):
        ran = Mock(return_value=0)
        monkeypatch.setattr(getattr(program, module), "run", ran)
        done = run(command, project=project)
        assert done.status == 1, command
        assert GONE in done.told
        assert not ran.called
        assert run(command, project=invented()).status == 0, command
        assert ran.called
    assert run("check", project=invented()).told == ""


@pytest.mark.parametrize("page", ["templates/a.md", "api/a.md", "tn23/a.md"])
def test_a_page_that_has_to_move_first_is_not_kept_for_ever(
    run: Run, tmp_path: Path, page: str
) -> None:
    root = copy_invented(tmp_path / "kho", program=False)
    (root / "docs" / page).parent.mkdir(parents=True)
    (root / "docs" / page).write_text("# Trang\n\nMột câu.\n", encoding="utf-8")
    before = (root / "dia-chi.txt").read_text(encoding="utf-8")
    done = run("ledger", "--yes", project=root)
    assert done.status == 1
    assert page.partition("/")[0] in done.told
    assert (root / "dia-chi.txt").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("lau-san.md", "moi.md", "có vẻ tệp ấy đã đổi tên"),  # kept, it could not go back unseen
        ("lau-san.md", "quen-so.md", "đã công bố là “Quên ghi sổ”"),
    ],
)
def test_while_check_names_what_to_mend_nothing_is_kept_for_ever(
    run: Run, tmp_path: Path, old: str, new: str, told: str
) -> None:
    root = copy_invented(tmp_path / "kho", program=False)
    pages, ledger = root / "docs/tinh-huong", root / "dia-chi.txt"
    before = ledger.read_text("utf-8")
    (pages / new).with_suffix(".cu").write_bytes((pages / old).read_bytes())
    if (pages / new).exists():
        (pages / new).replace(pages / old)
    else:
        (pages / old).unlink()
    (pages / new).with_suffix(".cu").replace(pages / new)
    assert told in run("check", project=root).out
    done = run("ledger", "--yes", project=root)
    assert (done.status, told in done.told) == (1, True)
    assert done.told.endswith("sửa những chỗ trên trước.\n")
    assert ledger.read_text("utf-8") == before


def test_what_this_command_mends_is_not_told_as_to_be_mended_first(
    run: Run, tmp_path: Path
) -> None:
    root = copy_invented(tmp_path / "kho", program=False)
    (root / "dia-chi.txt").unlink()
    page = root / "docs/tinh-huong/lau-san.md"
    page.write_text(page.read_text("utf-8") + "\n[mất](mat.md)\n", "utf-8")
    assert "chưa có sổ địa chỉ" in run("check", project=root).out
    done = run("ledger", "--yes", project=root)
    assert (done.status, "mat.md" in done.told, "chưa có sổ" in done.told) == (1, True, False)


def test_nothing_is_published_of_which_the_ledger_knows_no_title(run: Run, tmp_path: Path) -> None:
    """As where the lines got lost in a merge, or the ledger is of an older program."""
    root = copy_invented(tmp_path / "kho", program=False)
    ledger = root / "dia-chi.txt"
    before = ledger.read_text("utf-8")
    ledger.write_text(before.replace("# Trang tinh-huong/mo-tu/ là: Mở tủ mẫu\n", ""), "utf-8")
    told = "sổ chưa ghi tiêu đề nay của 1 trang, ví dụ tinh-huong/mo-tu/"
    done = run("check", project=root)
    assert (done.status, told in done.told) == (0, True)
    done = run("publish", str(tmp_path / "www"), project=root)
    assert (done.status, told in done.told) == (1, True)
    assert run("ledger", "--yes", project=root).status == 0
    assert ledger.read_text("utf-8") == before
    assert told not in run("check", project=root).told


def test_an_empty_ledger_is_one_that_was_lost(run: Run, tmp_path: Path) -> None:
    """To delete it is the advice for any other empty file."""
    root = copy_invented(tmp_path / "kho", program=False)
    (root / "dia-chi.txt").write_bytes(b"")
    assert "chưa có sổ địa chỉ → lấy lại tệp này từ bản trước" in run("check", project=root).out


def test_no_arrow_is_advised_that_no_ledger_holds(run: Run, tmp_path: Path) -> None:
    """On Windows a file gets a capital letter unasked; the line would be no address."""
    root = copy_invented(tmp_path / "kho", program=False)
    page = root / "docs/tra-cuu/xua-va-nay.md"
    page.rename(page.with_name("Xua-va-nay.md"))
    told = run("check", project=root).out
    assert "đổi lại thành docs/tra-cuu/xua-va-nay.md" in told
    assert "ghi ở đây" not in told


def test_a_page_that_was_worded_anew_is_watched_under_its_new_title(
    run: Run, tmp_path: Path
) -> None:
    """Another page that became a copy of it would be told by the old title alone."""
    root = copy_invented(tmp_path / "kho", program=False)
    page, other = (root / f"docs/{name}/index.md" for name in ("gioi-thieu", "tra-cuu"))
    page.write_text(page.read_text("utf-8").replace("# Giới thiệu", "# Nói thêm"), "utf-8")
    told = "sổ chưa ghi tiêu đề nay của 1 trang, ví dụ gioi-thieu/"
    assert told in run("check", project=root).told
    done = run("publish", str(tmp_path / "www"), project=root)
    assert (done.status, told in done.told) == (1, True)
    done = run("ledger", "--yes", project=root)
    assert (done.status, "  Trang gioi-thieu/ là: Nói thêm\n" in done.out) == (0, True)
    assert run("check", project=root).told == ""
    shutil.copy(page, other)
    assert "nay mang tiêu đề của gioi-thieu/" in run("check", project=root).out
    assert run("ledger", "--yes", project=root).status == 1


def test_a_full_disk_costs_no_address(
    run: Run, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is opened to be written over is empty before its new lines find no room."""
    before = held(project)
    write_text = Path.write_text

    def full(file: Path, text: str, **how: str) -> int:
        write_text(file, text[:100], **how)
        raise OSError(28, "No space left on device", str(file))

    monkeypatch.setattr(Path, "write_text", full)
    assert run("ledger", "--yes", project=project).status == 2
    assert held(project) == before
    assert [file.name for file in project.root.iterdir()] == ["dia-chi.txt"]


@pytest.mark.parametrize(
    ("answer", "written"),
    [("y\n", True), ("có\n", True), ("\n", False), ("n\n", False), ("", False)],
)
def test_at_a_terminal_it_asks(
    answer: str, written: bool, project: Project, program: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    options = program._parser().parse_args(["ledger"])  # type: ignore[attr-defined]
    assert ledger.run(options, project, project.root) == (0 if written else 1)
    assert (GONE in held(project).splitlines()) == written


def test_a_line_that_was_taken_out_is_not_counted_away(run: Run, project: Project) -> None:
    """Else whoever deletes a page and its line would only have to run this."""
    text = held(project).replace("tinh-huong/do-mau/\n", "")
    (project.root / "dia-chi.txt").write_text(text, encoding="utf-8")
    done = run("ledger", "--yes", project=replace(project, ledger=text))
    assert done.status == 1
    assert "1 dòng bị bỏ" in done.told
    assert held(project) == text


@pytest.mark.parametrize("text", [None, "", "# đầu\n./\n", "# đầu\r./\r"])
def test_a_ledger_that_was_lost_is_not_begun_anew_unseen(
    text: str | None, run: Run, project: Project
) -> None:
    """Where it is gone, every address that has moved would be forgotten with it."""
    lost = replace(project, ledger=text)
    done = run("publish", project=lost)
    assert done.status == 1
    assert "từ bản trước" in done.told
    assert "từ bản trước" in run("check", project=lost).out
    if text is None:  # of a new site: it has nothing to forget
        assert run("ledger", "--yes", project=lost).status == 0
        return
    (project.root / "dia-chi.txt").write_bytes(text.encode())
    done = run("ledger", "--yes", project=lost)
    assert done.status == 1
    assert "từ bản trước" in done.told
    assert (project.root / "dia-chi.txt").read_bytes() == text.encode()


def test_nothing_new_is_no_question(run: Run) -> None:
    done = run("ledger")
    assert done.status == 0
    assert "Không có địa chỉ mới" in done.out
