"""The small project that slips are made in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from page.editing import ARTICLE, ENDED, ONE, PAGE, SETTINGS, B
from samples import van_ban
from vanban.law.ledger import LEDGER_FILE, extended
from vanban.project import open_project


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project without a fault, with its ledger."""
    root = tmp_path_factory.mktemp("project")
    files = {
        "mkdocs.yml": SETTINGS,
        f"{ONE}/van-ban.yml": van_ban(),
        f"{ONE}/index.md": "# Nghị định 1\n\nVề việc thử.\n",
        f"{ONE}/dieu-1.md": ARTICLE,
        f"docs/van-ban/{B}/van-ban.yml": van_ban(
            so="2/2018/NĐ-CP", ma="nd2", ten="Về việc cũ", ban_hanh="2018-01-15", hieu_luc=ENDED
        ),
        f"docs/van-ban/{B}/index.md": "# Nghị định 2\n\nVề việc cũ.\n",
        "docs/tra-cuu/thu.md": PAGE,
        "docs/tra-cuu/khac.md": "# Khác\n\n## Một mục {#muc-mot}\n\n<a id='neo'></a>Chữ.\n",
        "docs/hinh/anh.png": "",
        "docs/index.md": "# Nhà\n\nChào.\n",
    }
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    ledger = extended(open_project(root).corpus, "")
    (root / LEDGER_FILE).write_text(ledger, encoding="utf-8")
    return root


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "project"))
