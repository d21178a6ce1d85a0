"""Which file was being read when something failed that nobody foresaw."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEBUG = "VANBAN_DEBUG"
"""Set in the environment, it lets the traceback of an unforeseen error through."""

_DISK = {
    errno.ENOSPC: "ổ đĩa đầy, chưa ghi được → xóa bớt tệp không cần ở ổ ấy, rồi chạy lại",
    errno.EROFS: "thư mục này chỉ cho đọc, chưa ghi được → chọn thư mục khác, rồi chạy lại",
}
if hasattr(errno, "EDQUOT"):  # not on every system
    _DISK[errno.EDQUOT] = _DISK[errno.ENOSPC]


@contextmanager
def naming(file: str) -> Iterator[None]:
    """Notes ``file`` on any exception that passes, so that the edge can name it to an editor.

    The innermost file comes first among the exception's notes. Nothing is caught.
    """
    try:
        yield
    except Exception as error:
        error.add_note(file)
        raise


def told(error: BaseException) -> str:
    """An unforeseen exception in one Vietnamese line: the file where it is known, and its kind.

    Never a traceback; the exception's own English words stand at the end, for whoever mends it.
    """
    notes = getattr(error, "__notes__", [])
    where = f"{notes[0]}:1:1: " if notes else ""
    if isinstance(error, PermissionError) and error.filename:
        name = Path(str(error.filename2 or error.filename)).name
        return (
            f"{name}: máy không cho ghi hay mở → đóng chương trình đang mở tệp ấy (Word, Notepad),"
            " bỏ dấu Read-only trong Properties, rồi chạy lại"
        )
    if isinstance(error, OSError) and error.errno in _DISK:
        return f"{where}{_DISK[error.errno]}"
    own = " ".join(str(error).split())[:200]
    kind = type(error).__name__
    return (
        f"{where}chương trình dừng vì một lỗi chưa lường trước ({kind}: {own})"
        " → xem lại thay đổi gần nhất trong tệp này; người lập trình chạy lại với"
        f" {DEBUG}=1 để thấy chi tiết"
    )
