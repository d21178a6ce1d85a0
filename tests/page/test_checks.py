"""What an editor is told, the cause first, each with its file, line and column."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from editors_words import assert_known
from page.causes import CAUSES, DAY, HOW, expected, menu
from page.editing import ONE, A, B, change, told
from vanban.law.ledger import LEDGER_FILE, extended
from vanban.project import open_project
from vanban.settings import BUILDER


def test_a_project_without_a_fault_has_no_problem(project: Path) -> None:
    opened = open_project(project)
    assert opened.problems == ()
    assert opened.findings.held == ()
    assert opened.settings.databases == {"vbpl": ("Cơ sở dữ liệu", "https://vbpl.vn")}


def test_settings_are_inherited_and_the_nearer_file_wins(project: Path) -> None:
    more = (
        "extra:\n  ngay-kiem-tra: 2026-01-02\n  noi-tra-cuu: {cb: {ten: Báo, dia-chi: https://b}}\n"
    )
    (project / "mkdocs.offline.yml").write_text(f"INHERIT: mkdocs.yml\n{more}", encoding="utf-8")
    opened = open_project(project, "mkdocs.offline.yml")
    assert opened.problems == ()
    assert opened.today.isoformat() == "2026-01-02"
    assert set(opened.settings.databases) == {"vbpl", "cb"}


@pytest.mark.parametrize("name", CAUSES)
def test_one_cause_is_one_line(project: Path, name: str) -> None:
    slip, begins, words = CAUSES[name]
    slip(project)
    first, *rest = rows = told(project)
    assert rows == expected()[name], HOW
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
    menu("  menu: {dau-trang: {tra-cuu/thu.md: Thử}, nhom: [{trang: {index.md: Nhà}}]}")(project)
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


def test_a_ledger_that_was_cut_off_is_the_cause(project: Path) -> None:
    """Half an address at its end names a page that never was."""
    ledger = project / LEDGER_FILE
    text = ledger.read_text(encoding="utf-8")
    ledger.write_text(text[: text.index("dieu-1/#dieu-1-khoan-1") + 4], encoding="utf-8")
    (only,) = open_project(project).findings.problems
    assert "dòng bị bỏ" in only.message


def test_two_ledgers_that_were_merged_tell_first_whose_a_code_is(project: Path) -> None:
    """Whichever of the two instruments lies in the folder would pass."""
    ledger = project / LEDGER_FILE
    text = ledger.read_text(encoding="utf-8")
    line = next(row for row in text.splitlines() if row.startswith("# Mã nd1 "))
    other = line.replace("số 1/2020/", "số 9/2020/")
    ledger.write_text(text.replace(line, f"{line}\n{other}"), encoding="utf-8")
    (only,) = open_project(project).findings.problems
    assert (only.file, "của hai văn bản" in only.message) == (LEDGER_FILE, True)


def test_a_code_that_was_changed_back_leads_on(project: Path) -> None:
    """Both were published; whoever is led to the front page alone loses the clause."""
    change(project, f"{ONE}/van-ban.yml", "ma: nd1", "ma: nd1moi")
    ledger = project / LEDGER_FILE
    text = f"{ledger.read_text(encoding='utf-8')}nd1/* → nd1moi/*\n"
    ledger.write_text(extended(open_project(project).corpus, text), encoding="utf-8")
    assert told(project) == []
    change(project, f"{ONE}/van-ban.yml", "ma: nd1moi", "ma: nd1")
    change(project, LEDGER_FILE, "nd1/* → nd1moi/*\n", "")
    (only,) = open_project(project).findings.problems
    assert_known([only])
    assert only.suggestion.endswith("ghi ở đây nd1moi/* → nd1/*")
    ledger.write_text(f"{ledger.read_text(encoding='utf-8')}nd1moi/* → nd1/*\n", encoding="utf-8")
    assert told(project) == []


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


@pytest.mark.parametrize(
    ("line", "to"),
    [
        ("nd1/* → nd2/*", "nd1/* → nd2/"),
        (f"van-ban/{A}/* → van-ban/{B}/*", f"van-ban/{A}/* → van-ban/{B}/"),
    ],
)
def test_no_star_leads_clause_by_clause_into_another_instrument(
    project: Path, line: str, to: str
) -> None:
    ledger = project / LEDGER_FILE
    ledger.write_text(f"{ledger.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")
    found = [one for one in open_project(project).findings.problems if one.file == LEDGER_FILE]
    (first,) = [one for one in found if one.line > 1]
    assert_known([first])
    assert "là của văn bản khác" in first.message
    assert first.suggestion.endswith(f": {to}")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("extra:\n", "extra:\n  thu-bao-lỗi: a@example.org\n", "thu-bao-lỗi: khóa lạ"),
        ("extra:\n", "extra:\n  ngoai-tuyenn: false\n", "ngoai-tuyenn: khóa lạ"),
        (
            "!ENV [THU, bao-loi@example.org]",
            "bao-loi.example.org",
            "thu-bao-loi: “bao-loi.example.org” không phải địa chỉ thư",
        ),
        (
            "extra:\n",
            "extra:\n  ngoai-tuyen: không\n",
            "ngoai-tuyen: “không” không phải true hay false → viết true hoặc false",
        ),
        (
            "site_name: Thử",
            "site_name: Thử\nsite_url: truong.example/mang/",
            "yml:2:1: site_url: “truong.example/mang/” không bắt đầu bằng https://",
        ),
        (
            "site_name: Thử",
            "site_name: Thử\nsite_url: https://truong.example/mang",
            "site_url: “https://truong.example/mang” thiếu dấu / ở cuối",
        ),
        (  # (what follows a question mark is sent nowhere: every code would open the home page)
            "site_name: Thử",
            "site_name: Thử\nsite_url: https://truong.example/?trang=/",
            "site_url: “https://truong.example/?trang=/” có dấu ?, nên",
        ),
        (
            "site_name: Thử",
            "site_name: Thử\nsite_url: https://truong.example/mang xa hoi/",
            "site_url: “https://truong.example/mang xa hoi/” có dấu cách, nên",
        ),
        (
            "site_name: Thử",
            "site_name: Thử\nsite_url: https://truong.example/mang//",
            "site_url: “https://truong.example/mang//” có hai dấu / liền nhau",
        ),
        (  # (it stands in every page: what is told must not tell it again)
            "site_name: Thử",
            "site_name: Thử\nsite_url: https://quan-tri:mat-khau@truong.example/mang/",
            "site_url: có tên, mật khẩu trước dấu @, mà địa chỉ này ra mọi trang",
        ),
        (
            "https://vbpl.vn",
            "https://ten:mat-khau@vbpl.vn",
            "vbpl: dia-chi có tên, mật khẩu trước dấu @, mà địa chỉ này ra mọi trang",
        ),
        (
            "https://vbpl.vn",
            "vbpl.vn",
            "yml:15:5: vbpl: dia-chi “vbpl.vn” không bắt đầu bằng https:// → có phải https://vbpl",
        ),
    ],
)
def test_a_setting_that_nobody_would_read_is_told(
    project: Path, old: str, new: str, message: str
) -> None:
    change(project, "mkdocs.yml", old, new)
    assert message in told(project)[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("extra:\n", "extra:\n  ngoai-tuyen: no\n"),
        ("extra:\n", "extra:\n  ngoai-tuyen: False\n"),
        ("extra:\n", "extra:\n  ngoai-tuyen:\n"),
        ("site_name: Thử", "site_name: Thử\nsite_url: http://127.0.0.1:8000/"),
        ("site_name: Thử", "site_name: Thử\nsite_url: !ENV [URL, 'https://a.example/']"),
        ("site_name: Thử", "site_name: Thử\nsite_url: ''"),
    ],
)
def test_a_setting_that_is_right_in_other_words(project: Path, old: str, new: str) -> None:
    change(project, "mkdocs.yml", old, new)
    assert told(project) == []


def test_the_builder_is_named_where_the_project_has_one(project: Path) -> None:
    (project / "hooks").mkdir()
    (project / BUILDER).write_text("", encoding="utf-8")
    assert told(project)[0].startswith(f"mkdocs.yml:1:1: hooks: không có dòng “- {BUILDER}”")
    change(project, "mkdocs.yml", "site_name: Thử", f"site_name: Thử\nhooks: [{BUILDER}]")
    assert told(project) == []


def test_settings_of_others_are_theirs(project: Path) -> None:
    change(project, "mkdocs.yml", "extra:\n", "extra:\n  analytics: {provider: x}\n  social: []\n")
    assert told(project) == []
