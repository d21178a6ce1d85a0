"""A built site as one ZIP: the same files always make the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...publish import zipped

FOLDER = "mang-xa-hoi-dung-luat"
"""The one folder that the ZIP unpacks to."""
FILE = f"{FOLDER}.zip"
"""The ZIP in the site that is served."""
VARIABLE = "VANBAN_GOI"
"""Names the ZIP that a build is to offer; without it the site offers none."""
_SERVED_ONLY = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz", "sw.js"})
"""Of use on a server."""
README = """Mở trang này khi không có mạng

1. Giải nén cả thư mục (đừng mở từ bên trong tệp ZIP).
2. Mở tệp index.html bằng trình duyệt.

Tài liệu tham khảo, không phải bản chính thức. Ngày kiểm tra ghi ở chân mỗi trang;
bản trên mạng có thể mới hơn bản này.
"""


def packed(site: Path) -> Iterator[tuple[str, Path]]:
    """Names in the ZIP and the files behind them, in order."""
    for file in sorted(site.rglob("*"), key=lambda item: item.relative_to(site).as_posix()):
        name = file.relative_to(site).as_posix()
        if file.is_file() and name not in _SERVED_ONLY:
            yield f"{FOLDER}/{name}", file


def pack(site: Path, to: Path) -> None:
    """Write the ZIP; nothing in it depends on when or where."""
    first = (f"{FOLDER}/DOC-TRUOC.txt", ("\ufeff" + README).encode())
    zipped.write(to, [first, *((name, file.read_bytes()) for name, file in packed(site))])
