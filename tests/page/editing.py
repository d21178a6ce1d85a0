"""A small project, and what its editor is told after a slip.

It is small so that no page, plan or letter of the site plays a part.
"""

from __future__ import annotations

from pathlib import Path

from editors_words import assert_known
from samples import EVIDENCE, van_ban
from vanban.law.ledger import LEDGER_FILE, extended
from vanban.project import open_project

SETTINGS = """\
site_name: Thử
markdown_extensions:
  - attr_list
  - md_in_html
  - footnotes
  - pymdownx.superfences
  - toc:
      permalink: "#"
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
extra:
  ngay-kiem-tra: 2026-11-23
  thu-bao-loi: !ENV [THU, bao-loi@example.org]
  noi-tra-cuu:
    vbpl: {ten: Cơ sở dữ liệu, dia-chi: "https://vbpl.vn"}
"""
ARTICLE = """\
# Điều 1. _Phạm vi_

Điều này nói về việc thử.

## Khoản 1

Lời của khoản một.

### Điểm a

Lời của điểm a.

## Khoản 2

Lời của khoản hai.
"""
PAGE = """\
---
tom-tat: Một trang để thử
---

# Trang thử

Một đoạn văn.
"""
QUESTION = """\
cau:
  - ma: cau-mot
    thoi: nay
    hoi: Hôm nay nên làm gì?
    chon: [{sai: Một}, {dung: Hai}, {sai: Ba}, {sai: Bốn}]
    vi-sao: Vì vậy.
    can-cu: khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP
"""
"""A set of one question."""
ENDED = f"{{trang-thai: het, tu: 2018-03-01, den: 2021-05-01, boi-chu: Văn bản mới, {EVIDENCE[1:]}"
A, B = "nghi-dinh-1-2020-nd-cp", "nghi-dinh-2-2018-nd-cp"
ONE = f"docs/van-ban/{A}"
PROVISION = "khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP"


def make(root: Path) -> Path:
    """A project without a fault, with its ledger."""
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


def change(root: Path, name: str, old: str, new: str) -> None:
    file = root / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(root: Path) -> list[str]:
    return str(open_project(root).findings).splitlines()


def assert_told(root: Path, text: str, at: tuple[int, int], message: str, advice: str) -> None:
    """``text`` at the end of a page is told first, and nothing else is but what is held back.

    ``at`` is line and column within the text; ``message`` and ``advice`` are parts of what is told.
    """
    page = root / "docs/tra-cuu/thu.md"
    page.write_text(f"{PAGE}\n{text}\n", encoding="utf-8")
    findings = open_project(root).findings
    assert_known(findings.problems)
    first, *rest = str(findings).splitlines()
    line = PAGE.count("\n") + 1 + at[0]
    assert first.startswith(f"docs/tra-cuu/thu.md:{line}:{at[1]}: ")
    what, _, help_ = first.partition(" → ")
    assert message in what
    assert advice in help_
    assert all(row.startswith("Còn ") for row in rest), rest


def assert_right(root: Path, text: str) -> None:
    """Nothing is told of ``text`` at the end of a page."""
    page = root / "docs/tra-cuu/thu.md"
    page.write_text(f"{PAGE}\n{text}\n", encoding="utf-8")
    assert told(root) == []
