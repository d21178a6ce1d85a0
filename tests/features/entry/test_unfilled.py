"""What a written ``van-ban.yml`` still waits for is told at the first of its lines."""

from __future__ import annotations

from pathlib import Path

from vanban.features.entry.unfilled import unfilled

FILES = {
    "van-ban/b/van-ban.yml": "loai: Luật\n# Còn phải điền: so\n# Lời\n# Còn phải điền: can-cu\n",
    "van-ban/a/van-ban.yml": "# Còn phải điền: dia-phuong (xem lại)\n",
    "van-ban/c/van-ban.yml": "loai: Luật\n",
    "van-ban/a/index.md": "# Còn phải điền: một tiêu đề\n",
}


def test_each_file_once_in_the_order_of_names(tmp_path: Path) -> None:
    for name, text in FILES.items():
        file = tmp_path / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert [str(one) for one in unfilled(tmp_path, "docs", FILES)] == [
        "docs/van-ban/a/van-ban.yml:1:1: còn phải điền: dia-phuong (xem lại)",
        "docs/van-ban/b/van-ban.yml:2:1: còn phải điền: so, can-cu",
    ]
