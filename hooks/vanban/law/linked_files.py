"""Links (symbolic ones) among the files below ``docs``: those that no other machine could follow.

The builder follows links to folders and the rest of the program does not, so that a link to a
folder is a page that is built and not checked, or a walk without end.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from .problems import Problem


def check(docs: Path, prefix: str) -> Iterator[Problem]:
    """A problem for each link that is not to a file inside ``docs``."""
    home = docs.resolve()
    for folder, folders, files in os.walk(docs):
        for name in sorted([*folders, *files]):
            path = Path(folder, name)
            if path.is_symlink() and (told := _wrong(path, home)):
                yield Problem(f"{prefix}/{path.relative_to(docs).as_posix()}", 0, 0, *told)


def _wrong(path: Path, home: Path) -> tuple[str, str] | None:
    """Message and advice for a link; None for one that can stay."""
    remove = "xóa nó, hoặc chép tệp thật vào chỗ này"
    try:
        place = path.resolve(strict=True)
    except (OSError, RuntimeError):  # Python until 3.12 raises RuntimeError for a circle
        return "liên kết (symlink) này không dẫn tới tệp nào", remove
    if place in path.absolute().parents or place in path.parent.resolve().parents:
        return "liên kết (symlink) này dẫn ngược về thư mục chứa nó, đọc mãi không hết", "xóa nó"
    if not place.is_relative_to(home):
        return "liên kết (symlink) này dẫn ra ngoài, máy khác không có", remove
    if place.is_dir():
        return "liên kết (symlink) này là một thư mục, mà ở đây chỉ đọc thư mục thật", remove
    return None
