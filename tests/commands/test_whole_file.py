"""What is written over is the old file or the new one, and never a part of either."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

import pytest
from vanban.commands.whole_file import instead
from vanban.law.reading import told


def test_it_is_the_old_file_until_it_is_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "sổ.txt"
    file.write_text("cũ", "utf-8")
    file.chmod(0o660)
    with instead(file) as new:
        new.write_text("mới", "utf-8")
        assert file.read_text("utf-8") == "cũ"
    assert file.read_text("utf-8") == "mới"
    assert stat.S_IMODE(file.stat().st_mode) == 0o660
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_what_goes_wrong_leaves_the_old_one(tmp_path: Path, error: type[BaseException]) -> None:
    file = tmp_path / "sổ.txt"
    file.write_text("cũ", "utf-8")

    def broken() -> None:
        with instead(file) as new:
            new.write_text("nửa", "utf-8")
            raise error

    with pytest.raises(error):
        broken()
    assert file.read_text("utf-8") == "cũ"
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link_and_a_first_file_can_be_read_by_all(tmp_path: Path) -> None:
    (tmp_path / "noi").mkdir()
    link = tmp_path / "sổ.txt"
    link.symlink_to(tmp_path / "noi" / "sổ.txt")
    with instead(link) as new:
        new.write_text("mới", "utf-8")
    assert link.is_symlink()
    assert stat.S_IMODE((tmp_path / "noi" / "sổ.txt").stat().st_mode) == 0o644


def test_a_file_that_windows_keeps_from_being_written_over_is_named() -> None:
    """Read-only, or open in Word: there a file like that cannot be replaced."""
    error = PermissionError(13, "Access is denied", ".dia-chi.txt-x1", None, "D:/kho/dia-chi.txt")
    assert told(error).startswith("dia-chi.txt: máy không cho ghi hay mở → ")
    assert "lỗi chưa lường trước" not in told(error)


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "ổ đĩa đầy"), (errno.EDQUOT, "ổ đĩa đầy"), (errno.EROFS, "chỉ cho đọc")],
)
def test_a_disk_that_takes_nothing_is_no_fault_of_the_text(number: int, words: str) -> None:
    said = told(OSError(number, "English words", "dia-chi.txt"))
    assert words in said
    assert said.endswith("rồi chạy lại")
