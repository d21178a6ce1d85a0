"""The slips of an editor: each is told with its file, line and column, in words that help.

The project is a small one, so that no page, plan or letter of the site plays a part.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from samples import EVIDENCE, van_ban
from vanban.law.ledger import LEDGER_FILE, extended
from vanban.project import Project, open_project

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
ENDED = f"{{trang-thai: het, tu: 2018-03-01, den: 2021-05-01, boi-chu: Văn bản mới, {EVIDENCE[1:]}"
A, B = "nghi-dinh-1-2020-nd-cp", "nghi-dinh-2-2018-nd-cp"
ONE = f"docs/van-ban/{A}"
PROVISION = "khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP"


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
        "docs/hom-nay/thu.md": PAGE,
        "docs/hom-nay/khac.md": "# Khác\n\n## Một mục {#muc-mot}\n\n<a id='neo'></a>Chữ.\n",
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


def change(root: Path, name: str, old: str, new: str) -> None:
    file = root / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(root: Path) -> list[str]:
    return str(open_project(root).findings).splitlines()


def test_a_project_without_a_fault_has_no_problem(project: Path) -> None:
    opened = open_project(project)
    assert opened.problems == ()
    assert opened.findings.held == ()
    assert opened.settings.databases == {"vbpl": ("Cơ sở dữ liệu", "https://vbpl.vn")}


def test_settings_are_inherited_and_the_nearer_file_wins(project: Path) -> None:
    more = "extra:\n  ngay-kiem-tra: 2026-01-02\n  noi-tra-cuu: {cb: {ten: Báo, dia-chi: b}}\n"
    (project / "mkdocs.offline.yml").write_text(f"INHERIT: mkdocs.yml\n{more}", encoding="utf-8")
    opened = open_project(project, "mkdocs.offline.yml")
    assert opened.problems == ()
    assert opened.today.isoformat() == "2026-01-02"
    assert set(opened.settings.databases) == {"vbpl", "cb"}


# What is written at the end of a page (after a blank line): line within it and column of the
# problem, a part of the message, a part of the advice.
WRITTEN = [
    # Lines that draw something in.
    (f"[[{PROVISION}", 1, 1, "không có ]]", "thêm ]]"),
    (f"{PROVISION}]]", 1, 38, "thiếu [[", "[[…]]"),
    (f"Xem [[{PROVISION}]] nhé.", 1, 5, "giữa câu", "một mình trên một dòng"),
    (f"[[{PROVISION}]].", 1, 1, "giữa câu", "một mình"),  # the full stop of habit
    (f"[[{PROVISION}]] [[{PROVISION}]]", 1, 1, "giữa câu", "một mình"),
    (f"- [[{PROVISION}]]", 1, 3, "danh sách", "một mình"),
    (f"3) [[{PROVISION}]]", 1, 4, "danh sách", "một mình"),
    (f"> [[{PROVISION}]]", 1, 3, "trích dẫn", "một mình"),
    (f"## [[{PROVISION}]]", 1, 4, "tiêu đề", "một mình"),
    (f"| a | b |\n|---|---|\n| [[{PROVISION}]] | c |", 3, 3, "trong bảng", "một mình"),
    (f"!!! note\n    [[{PROVISION}]]", 2, 5, "danh sách hay khung", "một mình"),
    (f"<div markdown>\n\n[[{PROVISION}]]\n\n</div>", 3, 1, "thẻ <div>", "một mình"),
    (f"[[{PROVISION}]]\n[[{PROVISION}]]", 2, 1, "liền nhau", "dòng trống"),
    (f"Câu dẫn:\n[[{PROVISION}]]", 2, 1, "ngay trên", "dòng trống"),
    (f"[[{PROVISION}]]\nCâu sau.", 1, 1, "ngay dưới", "dòng trống"),
    (f"[[[{PROVISION}]]]", 1, 1, "thừa ngoặc", "hai ngoặc"),
    ("[[khoản 1 Điều 1\nNghị định 1/2020/NĐ-CP]]", 1, 1, "hai dòng", "trên một dòng"),
    (f"[[{PROVISION} | du]]", 1, 1, "“du”", "| đủ]]"),
    (f"[[{PROVISION} | Đủ cả]]", 1, 1, "“Đủ cả”", "| đủ]]"),
    ("[[ ]]", 1, 1, "không có tên", "ghi một điều khoản"),
    ("[[số liệu viện dãn]]", 1, 1, "không phải điều khoản hay bảng", "“số liệu viện dẫn”"),
    ("[[So lieu vien dan]]", 1, 1, "không phải điều khoản hay bảng", "“số liệu viện dẫn”"),
    ("[[khoản 7 Điều 1 Nghị định 1/2020/NĐ-CP]]", 1, 1, "không có khoản 7", "2 khoản"),
    ("[[Điều 2 Nghị định 1/2020/NĐ-CP]]", 1, 1, "có lời diễn đạt", "viết lời"),
    # Headings.
    ("# Tiêu đề nữa", 1, 1, "hai tiêu đề lớn", "##"),
    ("#### Sâu quá", 1, 1, "từ bậc 1 xuống bậc 4", "dùng ##"),
    ("##Dính liền", 1, 1, "dấu cách", "## Dính liền"),
    ("  ## Thụt vào", 1, 1, "không bắt đầu ở đầu dòng", "xóa các dấu cách"),
    ("Một câu\n---", 2, 1, "thành tiêu đề", "dòng trống"),
    # Fences and tags.
    ("```yaml\nso: 1", 1, 1, "mở bằng ```", "thêm một dòng"),
    ("````\nso: 1\n```", 1, 1, "mở bằng ````", "````"),  # closed by too few
    ("~~~\nso: 1\n```", 1, 1, "mở bằng ~~~", "~~~"),  # closed by others
    ('<div class="x">\n\nChữ.', 1, 1, "không có </div>", "thêm </div>"),
    ("Chữ.\n\n</div>", 3, 1, "</div> thừa", "xóa"),
    ("<div>\n\nChữ.\n\n</div>\n\n</div>", 7, 1, "</div> thừa", "xóa"),
    ("<details>\n<summary>Hỏi\n\nĐáp.\n\n</details>", 2, 1, "</summary>", "thêm"),
    ("<b>đậm", 1, 1, "</b>", "thêm"),
    ('<div class="x"\n\nChữ.', 1, 1, "chưa có dấu >", "thêm >"),
    ("<!-- nhớ sửa", 1, 1, "-->", "thêm -->"),
    ("Ghi <so-hieu> ở đây.", 1, 5, "bị hiểu là thẻ", "&lt;"),
    ("<dvi>x</dvi>", 1, 1, "bị hiểu là thẻ", "<div>"),
    # Links.
    ("[x](khacc.md)", 1, 1, "không có trang “khacc.md”", "“khac.md”"),
    ("[x](../hom_nay/khac.md)", 1, 1, "không có trang", "“khac.md”"),
    ("[x](Khac.md)", 1, 1, "không có trang", "chữ hoa"),
    ("[x](khac)", 1, 1, "không có trang", "“khac.md”"),
    ("[x](khac/)", 1, 1, "không có trang", "“khac.md”"),
    ("[x](khac.html)", 1, 1, "không có trang", "“khac.md”"),
    ("[x](../van-ban/)", 1, 1, "không có trang", "ghi đúng tên"),
    ("[x](khac.md#muc-mott)", 1, 1, "“#muc-mott”", "“#muc-mot”"),
    ("[x](#trang-thuu)", 1, 1, "trang này", "“#trang-thu”"),
    (f"[x](../van-ban/{A}/index.md#dieu-9)", 1, 1, "“#dieu-9”", "dieu-"),
    ("![x](../hinh/anhh.png)", 1, 1, "không có hình", "“../hinh/anh.png”"),
    ("[x](/hom-nay/khac.md)", 1, 1, "từ gốc", "“khac.md”"),
    ("[x](../../mkdocs.yml)", 1, 1, "ra ngoài", "ghi đúng tên"),
    ("[x][y]\n\n[y]: khacc.md", 3, 6, "không có trang “khacc.md”", "“khac.md”"),
    ("[x][y]", 1, 1, "[y]: …", "[x](trang.md)"),
    ("Chữ.[^1]", 1, 5, "[^1] không có lời", "[^1]:"),
    ('<a href="khacc.md">x</a>', 1, 10, "không có trang", "“khac.md”"),
    ('<a href="khac.md">x</a>', 1, 10, "thẻ <a>", "[chữ](khac.md)"),
    ('<img src="../hinh/khong.png">', 1, 11, "không có hình", ""),
    ("[x] (khac.md)", 1, 3, "khoảng trắng", "[chữ](khac.md)"),
    ("(x)[khac.md]", 1, 1, "đổi chỗ", "[chữ](khac.md)"),
    ("[x](khac.md", 1, 3, "chưa khép", "[chữ](khac.md)"),
    ("[x](www.vbpl.vn)", 1, 1, "không có trang", "https://www.vbpl.vn"),
    ("[x](htps://vbpl.vn)", 1, 1, "“htps:”", "“https:”"),
    ("[x](https:vbpl.vn)", 1, 1, "không phải địa chỉ trang ngoài", "https://"),
    ("[x]()", 1, 1, "đường dẫn trống", "ghi trang"),
    # The site's own words.
    ("Mức phạt là 10 triệu đồng.", 1, 1, "của “cá nhân” hay “tổ chức”", "ghi rõ"),
    ("Bị phạt 500.000 đồng.", 1, 1, "của “cá nhân” hay “tổ chức”", "ghi rõ"),
    ("Cá nhân bị phạt tới 10 triệu đồng.", 1, 1, "không dẫn điều khoản", "cùng đoạn"),
    ("chữ " * 91, 1, 1, "91 chữ", "tách"),
    ("Nghị định 2/2018/NĐ-CP hết hiệu lực từ 01/6/2021.", 1, 1, "khác với kho", "01/5/2021"),
    ("Nghị định 2/2018/NĐ-CP hết hiệu lực từ ngày 01 tháng 6 năm 2021.", 1, 1, "khác", "01/5"),
    ("Nghị định 1/2020/NĐ-CP đã hết hiệu lực.", 1, 1, "không văn bản nào", "hieu-luc"),
    ("Họp ngày 5/03/2021.", 1, 10, "khác quy tắc chung", "viết “05/3/2021”"),
    ("Đã kiểm tra ngày 05/3/2021.", 1, 18, "ngày kiểm tra viết tay", "bỏ ngày ấy"),
    ("Theo khoản 9 Điều 1 Nghị định 1/2020/NĐ-CP.", 1, 6, "viện dẫn sai", "2 khoản"),
]


@pytest.mark.parametrize(("text", "line", "col", "message", "advice"), WRITTEN)
def test_what_is_written_wrong_on_a_page(
    project: Path, text: str, line: int, col: int, message: str, advice: str
) -> None:
    page = project / "docs/hom-nay/thu.md"
    page.write_text(f"{PAGE}\n{text}\n", encoding="utf-8")
    first, *rest = told(project)
    at = PAGE.count("\n") + 1 + line
    assert first.startswith(f"docs/hom-nay/thu.md:{at}:{col}: ")
    what, _, help_ = first.partition(" → ")
    assert message in what
    assert advice in help_
    assert all(row.startswith("Còn ") for row in rest), rest


# What an editor may write, though it looks like some of the above.
RIGHT = [
    f"[[{PROVISION}]]",
    f"[[{PROVISION} | đủ]]",
    f"## Mục\n[[{PROVISION}]]\n## Mục nữa",
    f"`[[{PROVISION}]]` là mẫu.",
    f"```\n[[{PROVISION}\n<div>\n# a\n```",
    "~~~\n```\n~~~",
    "- mục\n\n    ```\n    [[x\n    ```",
    "<div markdown>\n\nChữ <b>đậm</b>.<br>\n\n</div>",
    "a < b và c > d; 3 <4",
    "<https://vbpl.vn> và <thu@example.org>",
    "<!-- [[x <div> -->",
    "[x](khac.md) [x](khac.md#muc-mot) [x](khac.md#neo) [x](#trang-thu) [x](../index.md)",
    '[x](https://vbpl.vn/a_(b)) [x](mailto:a@example.org) [x](khac.md "Tên")',
    f"[x](../van-ban/{A}/dieu-1.md#dieu-1-khoan-1-diem-a)",
    f"[x](../van-ban/{A}/index.md#dieu-2)",
    "![x](../hinh/anh.png)",
    "[x][y]\n\n[y]: khac.md",
    "Chữ.[^1]\n\n[^1]: Lời.",
    "Câu [sic] và [1] và (x).",
    f"Cá nhân bị phạt 10 triệu đồng theo {PROVISION}.",
    "Chuyển 300 nghìn cho kẻ gian.",
    "Nghị định 2/2018/NĐ-CP hết hiệu lực từ 01/5/2021.",
    "Một câu\n\n---\n\nMột câu nữa",
    "#hashtag".replace("#", r"\#"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_not_told(project: Path, text: str) -> None:
    page = project / "docs/hom-nay/thu.md"
    page.write_text(f"{PAGE}\n{text}\n", encoding="utf-8")
    assert told(project) == []


# The head of a page: the whole of it, and the line and column of the problem.
HEADS = [
    ("---\ntom-tat: Buổi: nói về chữ ký: số\n---\n", 2, 14, "dấu hai chấm", "nháy"),
    ("---\ntom-tat: a\n\n# Trang\n\nChữ.\n", 2, 1, "chưa khép", "---"),
    ("---\ntom-tat: a\n--\n", 3, 1, "chưa khép", "---"),
    ("---\ntom-tat: a\n...\n", 3, 1, "chưa khép", "---"),
    ("---\ntom-tat: a\n—\n\n# T\n\nChữ\n\n---\n", 3, 1, "“—”", ""),
    ("--\ntom-tat: a\n---\n", 1, 1, "không mở được", "---"),
    ("—\ntom-tat: a\n---\n", 1, 1, "không mở được", "---"),  # Word makes one dash of three
    ("----\ntom-tat: a\n----\n", 1, 1, "không mở được", "---"),
    ("\n---\ntom-tat: a\n---\n", 2, 1, "không bắt đầu ở đầu tệp", "---"),
    ("tom-tat: a\n---\n", 1, 1, "thiếu dòng mở", "---"),
    ("---\n---\n", 1, 1, "không có gì bên trong", "xóa"),
    ("---\ntom-tat:a\n---\n", 2, 1, "khóa: giá trị", "khóa: giá trị"),
]


@pytest.mark.parametrize(("head", "line", "col", "message", "advice"), HEADS)
def test_front_matter_that_readers_would_see(
    project: Path, head: str, line: int, col: int, message: str, advice: str
) -> None:
    page = project / "docs/hom-nay/thu.md"
    page.write_text(f"{head}\n# Trang thử\n\nMột đoạn văn.\n", encoding="utf-8")
    first, *rest = told(project)
    assert first.startswith(f"docs/hom-nay/thu.md:{line}:{col}: ")
    assert message in first.partition(" → ")[0]
    assert advice in first.partition(" → ")[2]
    assert all(row.startswith("Còn ") for row in rest), rest


def test_a_page_without_a_title(project: Path) -> None:
    change(project, "docs/hom-nay/thu.md", "# Trang thử", "Trang thử")
    first, *rest = told(project)
    assert first.startswith("docs/hom-nay/thu.md:5:1: trang này không có tiêu đề lớn")
    assert len(rest) <= 1


# Headings of an article: what they are changed into, and a part of the message.
UNITS = [
    ("## Khoản 2", "## Khoản hai", "“Khoản hai” không đọc được"),
    ("## Khoản 2", "## Khoản thứ hai", "không đọc được"),
    ("## Khoản 2", "## Khoản II", "không đọc được"),
    ("## Khoản 2", "## Khoan 2", "không đọc được"),
    ("## Khoản 2", "## Khoảng 2", "không đọc được"),
    ("## Khoản 2", "## Khoản", "không đọc được"),
    ("## Khoản 2", "## Khoản 2 – về việc thử", "không đọc được"),
    ("## Khoản 2", "### Khoản 2", "không đọc được"),
    ("## Khoản 2", "Khoản 2", "không có dấu #"),
    ("## Khoản 2", "**Khoản 2.**", "không có dấu #"),
    ("### Điểm a", "### Điểm f", "không đọc được"),
    ("### Điểm a", "#### Điểm a", "từ bậc 2 xuống bậc 4"),
    ("## Khoản 1", "#### Khoản 1", "từ bậc 1 xuống bậc 4"),
    ("## Khoản 2", "##Khoản 2", "dấu cách"),
]


@pytest.mark.parametrize(("old", "new", "message"), UNITS)
def test_headings_that_name_no_unit(project: Path, old: str, new: str, message: str) -> None:
    """The page is told, and not the addresses that it loses."""
    line = ARTICLE.splitlines().index(old) + 1
    change(project, f"{ONE}/dieu-1.md", f"\n{old}\n", f"\n{new}\n")
    first, *rest = told(project)
    assert first.startswith(f"{ONE}/dieu-1.md:{line}:1: ")
    assert message in first
    assert not any(LEDGER_FILE in row for row in rest)


def test_commentary_may_speak_of_clauses(project: Path) -> None:
    more = "\n## Điểm mới so với trước\n\nLời.\n\n## Khoản 1 nói gì?\n\nLời.\n"
    page = project / ONE / "dieu-1.md"
    page.write_text(ARTICLE + more, encoding="utf-8")
    assert told(project) == []


Slip = Callable[[Path], None]


def _write(name: str, data: bytes) -> Slip:
    return lambda root: (root / name).write_bytes(data) and None


def _settings(old: str, new: str) -> Slip:
    return lambda root: change(root, "mkdocs.yml", old, new)


def _move(old: str, new: str) -> Slip:
    return lambda root: (root / old).rename(root / new) and None


def _delete(root: Path) -> None:
    (root / ONE / "dieu-1.md").unlink()


DAY = "ngay-kiem-tra: 2026-11-23"
# One cause, which takes many things with it: the first line, and nothing but a closing line.
CAUSES: dict[str, tuple[Slip, str, str]] = {
    "a bad key": (
        lambda root: change(root, f"{ONE}/van-ban.yml", "loai:", "co-quann: Bộ\nloai:"),
        f"{ONE}/van-ban.yml:1:1: ",
        "co-quann",
    ),
    "not UTF-8": (_write(f"{ONE}/van-ban.yml", "Điều".encode("utf-16")), f"{ONE}/van", "UTF-8"),
    "a page not UTF-8": (_write("docs/index.md", "Nhà".encode("latin-1")), "docs/index", "UTF-8"),
    "an empty page": (_write(f"{ONE}/dieu-1.md", b"\n"), f"{ONE}/dieu-1.md:1:1: ", "rỗng"),
    "folder renamed": (
        _move(ONE, f"{ONE}-moi"),
        f"{LEDGER_FILE}:",
        f"đã đổi tên thành {ONE}-moi/: đổi lại thành {ONE}/",
    ),
    "folder deleted": (lambda root: shutil.rmtree(root / ONE), f"{LEDGER_FILE}:", f"{ONE}/"),
    "article deleted": (_delete, f"{LEDGER_FILE}:", f"trang {ONE}/dieu-1.md không còn"),
    "article renamed": (
        _move(f"{ONE}/dieu-1.md", f"{ONE}/dieu-1.md.txt"),
        f"{ONE}/dieu-1.md.txt:1:1: ",
        "đổi tên thành dieu-1.md",
    ),
    "page renamed": (
        _move("docs/hom-nay/thu.md", "docs/hom-nay/thu-2.md"),
        f"{LEDGER_FILE}:",
        "đã đổi tên thành docs/hom-nay/thu-2.md",
    ),
    "page moved": (
        _move("docs/hom-nay/thu.md", "docs/thu.md"),
        f"{LEDGER_FILE}:",
        "đã đổi tên thành docs/thu.md",
    ),
    "home page lost": (
        _move("docs/index.md", "docs/nha.md"),
        f"{LEDGER_FILE}:3:1: trang docs/index.md không còn",
        "docs/nha.md",
    ),
    "share code changed": (
        lambda root: change(root, f"{ONE}/van-ban.yml", "ma: nd1", "ma: nd9"),
        f"{ONE}/van-ban.yml:3:1: ",
        "trả lại ma: nd1",
    ),
    "article out of the outline": (
        lambda root: change(root, f"{ONE}/van-ban.yml", ", {so: 2, khoan: {}}", ""),
        f"{ONE}/van-ban.yml:9:1: muc-luc: không còn Điều 2",
        "trả lại Điều 2",
    ),
    "wording deleted": (
        lambda root: change(root, f"{ONE}/dieu-1.md", "## Khoản 2\n\nLời của khoản hai.\n", ""),
        f"{ONE}/dieu-1.md:1:1: ",
        "khoản 2 Điều 1",
    ),
    "no ledger": (lambda root: (root / LEDGER_FILE).unlink(), f"{LEDGER_FILE}:0:0: ", "hooks"),
    "ledger not UTF-8": (_write(LEDGER_FILE, b"\xe9"), f"{LEDGER_FILE}:1:1: ", "UTF-8"),
    "day as people write it": (
        _settings(DAY, "ngay-kiem-tra: 23/11/2026"),
        "mkdocs.yml:12:3: ",
        "“23/11/2026” không phải ngày",
    ),
    "no such day": (
        _settings(DAY, "ngay-kiem-tra: 2026-11-31"),
        "mkdocs.yml:12:3: ",
        "trong lịch",
    ),
    "no day": (_settings(f"  {DAY}\n", ""), "mkdocs.yml:1:1: ", "chưa có ngày kiểm tra"),
    "a tab in the settings": (_settings(f"  {DAY}", f"\t{DAY}"), "mkdocs.yml:12:", ""),
    "a place to look without address": (
        _settings(', dia-chi: "https://vbpl.vn"', ""),
        "mkdocs.yml:15:5: ",
        "dia-chi",
    ),
    "no settings": (lambda root: (root / "mkdocs.yml").unlink(), "mkdocs.yml:0:0: ", "cài đặt"),
    "no docs": (_settings("site_name", "docs_dir: trang\nsite_name"), "trang:0:0: ", "docs_dir"),
}


@pytest.mark.parametrize("name", CAUSES)
def test_one_cause_is_one_line(project: Path, name: str) -> None:
    slip, begins, words = CAUSES[name]
    slip(project)
    first, *rest = told(project)
    assert first.startswith(begins)
    assert words in first
    assert len(rest) <= 1
    assert all(row.startswith("Còn ") for row in rest), rest


def test_a_quoted_day_is_a_day(project: Path) -> None:
    change(project, "mkdocs.yml", DAY, 'ngay-kiem-tra: "2026-11-23"')
    assert told(project) == []


def test_what_is_held_back_is_counted_and_named(project: Path) -> None:
    change(project, f"{ONE}/van-ban.yml", "loai:", "co-quann: Bộ\nloai:")
    last = told(project)[-1]
    number = re.match(r"Còn (\d+) loại kiểm tra chưa chạy \((.*?)\), vì", last)
    assert number
    assert int(number[1]) == len(number[2].split("; "))


def test_unreadable_files_are_told_together_and_alone(project: Path) -> None:
    change(project, f"{ONE}/van-ban.yml", "loai:", "co-quann: Bộ\nloai:")
    (project / "docs/index.md").write_bytes(b"\xe9")
    change(project, "docs/hom-nay/thu.md", "Một đoạn", "Theo Điều 99 Nghị định 2/2018/NĐ-CP. Một")
    files = [row.partition(":")[0] for row in told(project)[:-1]]
    assert files == ["docs/index.md", f"{ONE}/van-ban.yml"]


def test_problems_of_several_pages_are_told_at_once(project: Path) -> None:
    for name in ("docs/hom-nay/thu.md", "docs/index.md"):
        file = project / name
        text = file.read_text(encoding="utf-8")
        file.write_text(f"{text}\n[x](khong-he-co.md)\n\n[[khong co]]\n", encoding="utf-8")
    assert len(told(project)) == 4


def test_a_decomposed_page_has_the_same_anchors(project: Path) -> None:
    file = project / "docs/hom-nay/khac.md"
    text = unicodedata.normalize("NFD", "# Khác\n\n## Được dẫn ở đâu {#muc-mot}\n\n## Lời dẫn\n")
    file.write_text(text, encoding="utf-8")
    page = project / "docs/hom-nay/thu.md"
    page.write_text(f"{PAGE}\n[x](khac.md#loi-dan)\n", encoding="utf-8")
    assert told(project) == []


def test_a_drawn_provision_is_no_citing_sentence(project: Path) -> None:
    page = project / "docs/hom-nay/thu.md"
    page.write_text(f"{PAGE}\n[[{PROVISION}]]\n\nTheo {PROVISION}.\n", encoding="utf-8")
    opened: Project = open_project(project)
    found = [one for one in opened.graph.mentions if one.page == "hom-nay/thu.md"]
    drawn, quoted = found
    assert (drawn.drawn, drawn.sentence) == (True, "")
    assert (quoted.drawn, quoted.sentence) == (False, f"Theo {PROVISION}.")
