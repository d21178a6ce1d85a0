"""What an editor is told, the cause first, each with its file, line and column."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from page.editing import ONE, change, told
from vanban.law.ledger import LEDGER_FILE
from vanban.project import open_project


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


DAY = "ngay-kiem-tra: 2026-11-23"
Slip = Callable[[Path], None]


def _write(name: str, data: bytes) -> Slip:
    return lambda root: (root / name).write_bytes(data) and None


def _settings(old: str, new: str) -> Slip:
    return lambda root: change(root, "mkdocs.yml", old, new)


def _menu(lines: str) -> Slip:
    """The menu below the day of checking."""
    return _settings(f"  {DAY}", f"  {DAY}\n{lines}")


def _move(old: str, new: str) -> Slip:
    return lambda root: (root / old).rename(root / new) and None


def _delete(root: Path) -> None:
    (root / ONE / "dieu-1.md").unlink()


def _arrow(lines: str, instead_of: str = "") -> Slip:
    """More lines at the end of the ledger, or in place of one."""

    def slip(root: Path) -> None:
        file = root / LEDGER_FILE
        text = file.read_text(encoding="utf-8")
        new = text.replace(instead_of, f"{lines}\n", 1) if instead_of else f"{text}{lines}\n"
        file.write_text(new, encoding="utf-8")

    return slip


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
        _move("docs/tra-cuu/thu.md", "docs/tra-cuu/thu-2.md"),
        f"{LEDGER_FILE}:",
        "đã đổi tên thành docs/tra-cuu/thu-2.md",
    ),
    "page moved": (
        _move("docs/tra-cuu/thu.md", "docs/thu.md"),
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
    "an arrow that leads nowhere": (
        _arrow("cu/ → van-ban/khong-co/"),
        f"{LEDGER_FILE}:",
        "“van-ban/khong-co/” không có trên trang",
    ),
    "a folder that leads nowhere": (
        _arrow("cu/8/\ncu/9/\ncu/* → khong-co/*"),
        f"{LEDGER_FILE}:",
        "“khong-co/8/” không có trên trang",
    ),
    "an arrow at what is still there": (
        _arrow("./ → van-ban/", "./\n"),
        f"{LEDGER_FILE}:3:1: ",
        "“./” vẫn có trên trang",
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
    "no day": (_settings(f"  {DAY}\n", ""), "mkdocs.yml:11:1: ", "chưa có ngày kiểm tra"),
    "a tab in the settings": (_settings(f"  {DAY}", f"\t{DAY}"), "mkdocs.yml:12:", ""),
    "a place to look without address": (
        _settings(', dia-chi: "https://vbpl.vn"', ""),
        "mkdocs.yml:15:5: ",
        "dia-chi",
    ),
    "a page of the menu that is not there": (
        _menu("  menu: {dau-trang: {index.md: Nhà, khong-co.md: Lạc}}"),
        "mkdocs.yml:13:37: ",
        "không có trang khong-co.md",
    ),
    "a list in place of pages": (
        _menu("  menu:\n    nhom:\n      - ten: Nhóm\n        trang: [index.md]"),
        "mkdocs.yml:16:9: ",
        "đường-dẫn.md: Tên trong menu",
    ),
    "a page of the menu without a name": (
        _menu("  menu: {chan-trang: {index.md: }}"),
        "mkdocs.yml:13:10: ",
        "đường-dẫn.md: Tên trong menu",
    ),
    "a menu that is a word": (_menu("  menu: Trang chủ"), "mkdocs.yml:13:3: ", "menu"),
    "groups that are no list": (
        _menu("  menu: {nhom: {ten: Nhóm}}"),
        "mkdocs.yml:13:10: ",
        "chưa đúng mẫu của menu",
    ),
    "a group without pages": (_menu("  menu: {nhom: [{ten: Trống}]}"), "mkdocs.yml:13:", "trang"),
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
    change(project, "docs/tra-cuu/thu.md", "Một đoạn", "Theo Điều 99 Nghị định 2/2018/NĐ-CP. Một")
    files = [row.partition(":")[0] for row in told(project)[:-1]]
    assert files == ["docs/index.md", f"{ONE}/van-ban.yml"]


def test_problems_of_several_pages_are_told_at_once(project: Path) -> None:
    for name in ("docs/tra-cuu/thu.md", "docs/index.md"):
        file = project / name
        text = file.read_text(encoding="utf-8")
        file.write_text(f"{text}\n[x](khong-he-co.md)\n\n[[khong co]]\n", encoding="utf-8")
    assert len(told(project)) == 4


def test_the_menu_is_what_the_settings_name(project: Path) -> None:
    _menu("  menu: {dau-trang: {tra-cuu/thu.md: Thử}, nhom: [{trang: {index.md: Nhà}}]}")(project)
    opened = open_project(project)
    assert opened.problems == ()
    assert [(link.page, link.name) for link in opened.menu.links()] == [
        ("tra-cuu/thu.md", "Thử"),
        ("index.md", "Nhà"),
    ]
    assert opened.menu.place_of("tra-cuu/thu.md") == "tra-cuu/thu.md"
    assert opened.menu.place_of("index.md") == ""


def test_without_a_menu_in_the_settings_the_sections_are_it(project: Path) -> None:
    opened = open_project(project)
    assert {link.page for link in opened.menu.links()} <= set(opened.corpus.pages)
    assert opened.problems == ()


def test_what_moved_is_no_loss(project: Path) -> None:
    """A page goes, a line says where to, and nothing is wrong any more."""
    (project / "docs/index.md").rename(project / "docs/moi.md")
    assert told(project) != []
    (project / "docs/index.md").write_text("# Nhà\n", encoding="utf-8")
    text = (project / LEDGER_FILE).read_text(encoding="utf-8")
    (project / LEDGER_FILE).write_text(
        f"{text}moi/8/\ncu/8/\ncu/* → moi/*\nmoi/* → ./\n", encoding="utf-8"
    )
    assert [line for line in told(project) if LEDGER_FILE in line] == []
