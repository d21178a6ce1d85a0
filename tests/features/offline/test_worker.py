"""The worker without a browser: Node runs it on small sites, with caches and a server made up."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from building import ROOT
from vanban.features.offline import lists, service_worker

NODE = Path(sys.executable).parent / "node"
TESTS = ROOT / "tests" / "scripts" / "offline"
LONG_AGO, FAR_AHEAD = date(2020, 1, 31), date(2999, 1, 31)
"""Days of checking that are old, and fresh, whenever the tests run."""


def page(title: str, words: str = "") -> str:
    assets = '<script src="./assets/javascripts/page.0123abcd.js"></script>'
    return f"<!doctype html><title>{title}</title>{assets}<h1>{title}</h1>{words}"


def leading(to: str) -> str:
    return f'<!doctype html><title>Dẫn</title><meta http-equiv="refresh" content="0;url={to}">'


FILES = {
    "": page("Trang chủ"),
    "cong-van/": page("Công văn"),
    "hom-nay/": page("Hôm nay"),
    "hom-nay/muc-phat/": page("Mức phạt"),
    "tap-huan/phieu/": page("Phiếu"),
    "van-ban/luat/": page("Luật"),
    "van-ban/luat/dieu-1/": page("Điều 1"),
    "van-ban/luat/dieu-2/": page("Điều 2"),
    "van-ban/moi/dieu-9/": page("Điều 9"),
    "l18/": leading("../van-ban/luat/"),
    "l18/1/": leading("../../van-ban/luat/dieu-1/#dieu-1"),
    "l18/1/nay/": leading("../../../van-ban/moi/dieu-9/#dieu-9"),
    "l18/2/nay/": page("Điều 2: hôm nay ở đâu?"),  # several places: a page to choose from
    "l17/1/": leading("../../l18/1/"),  # an address that has moved
    "l16/1/": leading("../../van-ban/luat/dieu-1/?tu=l16/1/#dieu-1"),  # and one that says so
    "ngoai/": leading("https://noi-khac.invalid/"),  # leads to another host: an ordinary page
    "l18/1/qr.svg": "<svg/>",
    "tap-huan/bai.pptx": "slide",
    "van-ban/luat/muc.png": "phạt 1 triệu",
    "van-ban/luat/hinh.svg": "<svg>như cũ</svg>",
    "404.html": page("Không thấy"),
    "assets/javascripts/again.0123abcd.js": "again",
    "assets/javascripts/page.0123abcd.js": '"assets/javascripts/share.00ff00ff.js"',
    "assets/javascripts/share.00ff00ff.js": '"assets/javascripts/handout-data.0a0b0c0d.js"',
    "assets/javascripts/handout-data.0a0b0c0d.js": "[]",
    "assets/stylesheets/page.11112222.css": "p{}",
    "assets/stylesheets/offline-page.33334444.css": "a{}",
    "assets/images/favicon.55556666.png": "x",
}
CHANGED = {"van-ban/luat/dieu-1/": page("Điều 1", "mới"), "van-ban/luat/dieu-3/": page("Điều 3")}
CHANGED_FILES = {
    "tap-huan/bai.pptx": "slide mới",
    "l18/1/qr.svg": "<svg> </svg>",
    "van-ban/luat/muc.png": "phạt 2 triệu",
}
# A script of another content, which has another name; a page that has moved; one that is gone.
GONE = ("assets/javascripts/handout-data.0a0b0c0d.js", "van-ban/luat/dieu-2/", "hom-nay/muc-phat/")
RENAMED = {
    "assets/javascripts/handout-data.0e0f0a0b.js": "[1]",
    "van-ban/luat/dieu-2/": leading("../dieu-2-moi/"),
    "van-ban/luat/dieu-2-moi/": page("Điều 2", "mới"),
}
CHANGED_AGAIN = {"van-ban/luat/": page("Luật", "mới hơn")}
# Lists that are parted twice over, for a site of this size: see ``test_by_node``.
LARGE = {
    f"van-ban/van-ban-{number}/{name}": page(f"{number} {name}")
    for number in range(150)
    for name in ("", "dieu-1/", "dieu-2/")
} | {f"v{number}/": leading(f"../van-ban/van-ban-{number}/") for number in range(150)}


def release(folder: Path, files: Mapping[str, str], day: date, *, keeps: bool = True) -> None:
    for address, text in files.items():
        file = folder / (
            f"{address}index.html" if address.endswith("/") or not address else address
        )
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    service_worker.write(folder, day, keeps=keeps, letters=("cong-van/",))


def parted(folder: Path) -> None:
    """A large site, and beside it what the next release of it has otherwise."""
    release(folder / "large", FILES | LARGE, FAR_AHEAD)
    shutil.copytree(folder / "large", folder / "large-b")
    release(folder / "large-b", CHANGED, FAR_AHEAD)


def test_by_node(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every ``*.test.js`` in ``tests/scripts/offline``."""
    release(tmp_path / "a", FILES, FAR_AHEAD)
    release(tmp_path / "b", FILES | CHANGED | CHANGED_FILES, FAR_AHEAD)
    release(tmp_path / "b2", FILES | CHANGED | CHANGED_AGAIN, FAR_AHEAD)
    stayed = {address: text for address, text in FILES.items() if address not in GONE}
    release(tmp_path / "renamed", stayed | RENAMED, FAR_AHEAD)
    release(tmp_path / "off", FILES, FAR_AHEAD, keeps=False)
    release(tmp_path / "old", FILES, LONG_AGO)
    monkeypatch.setattr(lists, "MOST", 8)
    parted(tmp_path)
    done = subprocess.run(
        [
            NODE,
            "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON",
            "--test",
            "--test-isolation=none",  # in one process
            *sorted(TESTS.glob("*.test.js")),
        ],
        env=os.environ | {"SITES": str(tmp_path), "NODE_OPTIONS": ""},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
