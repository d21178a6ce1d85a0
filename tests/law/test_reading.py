"""What nobody foresaw is told in one line: the file where it is known, and what to do."""

from __future__ import annotations

import errno

import pytest
from vanban.law.reading import naming, told

LONG = "a" * 200


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (
            PermissionError(13, "denied", "C:/docs/index.md"),
            (
                "index.md: máy không cho ghi hay mở → đóng chương trình đang mở tệp ấy (Word,"
                " Notepad), bỏ dấu Read-only trong Properties, rồi chạy lại"
            ),
        ),
        # a file put in the place of another: the other is open
        (PermissionError(13, "denied", "a.tmp", None, "docs/a.md"), "a.md: máy không cho ghi"),
        (OSError(errno.ENOSPC, "No space"), "ổ đĩa đầy, chưa ghi được → xóa bớt tệp"),
        (OSError(errno.EROFS, "Read-only"), "thư mục này chỉ cho đọc, chưa ghi được → chọn"),
        (
            ValueError("two\n  lines"),
            "chương trình dừng vì một lỗi chưa lường trước (ValueError: two lines) → xem lại",
        ),
        (PermissionError("which?"), "chương trình dừng vì một lỗi chưa lường trước (Permission"),
        (
            KeyError("a" * 500),
            f"chương trình dừng vì một lỗi chưa lường trước (KeyError: '{'a' * 199})",
        ),
    ],
)
def test_what_is_told(error: Exception, line: str) -> None:
    assert told(error).startswith(line)
    assert "\n" not in told(error)


def fails(error: Exception, *files: str) -> None:
    """``error`` is raised while these files are read, the inner one last."""
    if not files:
        raise error
    with naming(files[0]):
        fails(error, *files[1:])


def test_the_innermost_file_is_named() -> None:
    error = ValueError("x")
    with pytest.raises(ValueError, match="x"):
        fails(error, "docs/van-ban.yml", "docs/dieu-1.md")
    assert told(error).startswith("docs/dieu-1.md:1:1: chương trình dừng")
    full = OSError(errno.ENOSPC, "x")
    with pytest.raises(OSError, match="x"):
        fails(full, "docs/a.md")
    assert told(full).startswith("docs/a.md:1:1: ổ đĩa đầy")
