"""A built site as one ZIP: the same files always make the same bytes.

``python -m vanban.features.offline.archive SITE ZIP``
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FOLDER = "mang-xa-hoi-dung-luat"
"""The one folder that the ZIP unpacks to."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP can name
_FILE = 0o100644 << 16
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
    with ZipFile(to, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(_entry(f"{FOLDER}/DOC-TRUOC.txt"), "\ufeff" + README)
        for name, file in packed(site):
            archive.writestr(_entry(name), file.read_bytes())


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EARLIEST)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = _FILE
    entry.create_system = 3  # the same on every system
    return entry


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))
