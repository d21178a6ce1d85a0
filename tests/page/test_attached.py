"""Files that pages give to take away are sent on: their addresses are kept as those of pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from editors_words import assert_known
from page.editing import PAGE, told
from vanban.law.address_kinds import MADE_FOLDERS
from vanban.law.ledger import LEDGER_FILE, extended, unrecorded
from vanban.page.attached import attached
from vanban.project import open_project
from vanban.publish.swap import taken_away

FORM = "tra-cuu/don-xin.docx"
LINKED = f"{PAGE}\nTải [mẫu đơn](don-xin.docx).\n"


def give(root: Path, name: str = FORM, link: str = "don-xin.docx") -> None:
    (root / "docs" / name).parent.mkdir(exist_ok=True)
    (root / "docs" / name).write_bytes(b"PK")
    page = f"{PAGE}\nTải [mẫu đơn]({link}).\n"
    (root / "docs/tra-cuu/thu.md").write_text(page, encoding="utf-8")


def record(root: Path) -> None:
    project = open_project(root)
    whole = extended(project.corpus, project.ledger or "", project.given)
    (root / LEDGER_FILE).write_text(whole, encoding="utf-8")


def lead(root: Path, to: str) -> None:
    ledger = root / LEDGER_FILE
    text = ledger.read_text("utf-8").replace(f"\n{FORM}\n", f"\n{FORM} → {to}\n")
    ledger.write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("link", "given"),
    [
        ("[mẫu](a.docx)", {"tra-cuu/a.docx"}),
        ('[mẫu](a.docx "Mẫu đơn")', {"tra-cuu/a.docx"}),
        ("[mẫu](<../b/c.pdf>)", {"b/c.pdf"}),
        ("[mẫu][đơn]\n\n[đơn]: ../b/c.pdf", {"b/c.pdf"}),
        ("[loa](../b/loa.mp3), [bài](a%2Edocx)", {"b/loa.mp3", "tra-cuu/a.docx"}),
        ("![hình](anh.png) [hình](anh.png) [trang](khac.md)", set()),  # parts of pages, and pages
        ("`[mẫu](a.docx)`", set()),
        ("[nơi khác](https://vidu.vn/a.docx)", set()),
    ],
)
def test_what_a_page_gives(made: Path, link: str, given: set[str]) -> None:
    page = open_project(made).corpus.pages["tra-cuu/thu.md"]
    linking = type(page)(page.path, f"{PAGE}\n{link}\n", {}, None, None, page.title)
    files = {"tra-cuu/a.docx", "b/c.pdf", "b/loa.mp3", "tra-cuu/anh.png", "tra-cuu/khac.md"}
    assert attached([linking], files, set()) == given
    # for as long as the file is there, whoever has its address
    assert attached([], files, {"b/c.pdf", "tra-cuu/khac/"}) == {"b/c.pdf"}


def test_a_file_that_is_given_is_an_address(project: Path) -> None:
    give(project)
    found = open_project(project)
    assert found.problems == ()
    new = unrecorded(found.moves.present, found.moves.entries.keys())
    assert new
    assert FORM in new.message
    record(project)
    assert open_project(project).moves.entries[FORM] == ""
    assert told(project) == []


def test_no_link_is_needed_for_a_file_to_stay(project: Path) -> None:
    """The page was worded anew; whoever has the address of the form still gets it."""
    give(project)
    record(project)
    (project / "docs/tra-cuu/thu.md").write_text(PAGE, encoding="utf-8")
    assert told(project) == []


@pytest.mark.parametrize(
    ("new", "advice"),
    [
        ("tra-cuu/don-xin-2026.docx", "đã đổi tên thành docs/tra-cuu/don-xin-2026.docx: đổi lại"),
        ("hinh/don-xin.docx", "đã đổi tên thành docs/hinh/don-xin.docx: đổi lại"),
        ("tra-cuu/khac-han.pdf", "trả lại tệp ấy"),
    ],
)
def test_a_file_that_is_gone_is_told_and_may_lead_on(project: Path, new: str, advice: str) -> None:
    give(project)
    record(project)
    (project / "docs" / FORM).rename(project / "docs" / new)
    give(project, new, f"../{new}")
    (found,) = open_project(project).problems
    assert_known([found])
    assert found.message == f"tệp docs/{FORM} không còn: mất 1 địa chỉ đã công bố"
    assert advice in found.suggestion
    for to in (new, "tra-cuu/khac/"):
        lead(project, to)
        opened = open_project(project)
        assert opened.problems == ()
        assert opened.moves.end(FORM) == to
        record(project)
        assert opened.problems == ()
        text = (project / LEDGER_FILE).read_text("utf-8")
        (project / LEDGER_FILE).write_text(text.replace(f"{FORM} → {to}", FORM), "utf-8")


@pytest.mark.parametrize(
    ("name", "link"),
    [("tra-cuu/Đơn xin.docx", "Đơn%20xin.docx"), ("tra-cuu/DON.PDF", "DON.PDF")],
)
def test_no_file_has_to_give_up_its_name(project: Path, name: str, link: str) -> None:
    """No line of the ledger holds it; but whoever published it so may have sent it on."""
    give(project, name, link)
    assert told(project) == []
    record(project)
    assert name not in (project / LEDGER_FILE).read_text("utf-8")


def test_an_older_site_keeps_its_files(tmp_path: Path) -> None:
    """But for what the site makes itself, and what no ledger could hold."""
    held = {"a/b.docx", "a/b.7z", "a/c.pdf", "a/bo.qti.zip", "a/Đơn.pdf", "a/b.png"}
    held |= {"du-lieu.zip", "mang.zip"}
    held |= {f"{folder}/x.0123abcd/ma.zip" for folder in MADE_FOLDERS}  # named by what is in them
    assert taken_away(held, tmp_path) == ["a/b.7z", "a/b.docx", "a/c.pdf"]
    (tmp_path / "a/b.docx").mkdir(parents=True)  # where it is told where the file is
    (tmp_path / "a/c.pdf").touch()
    assert taken_away(held, tmp_path) == ["a/b.7z"]


def test_a_folder_s_line_is_still_of_use_while_one_address_needs_it(project: Path) -> None:
    """The form of a folder stayed, and so did its first page; what else it held went elsewhere."""
    give(project, "cu/don-xin.docx", "../cu/don-xin.docx")
    record(project)
    ledger = project / LEDGER_FILE
    ledger.write_text(f"{ledger.read_text('utf-8')}cu/8/\ncu/* → tra-cuu/khac/\n", "utf-8")
    assert told(project) == []
    ledger.write_text(ledger.read_text("utf-8").replace("cu/8/\n", ""), "utf-8")
    (row,) = told(project)
    assert "mọi địa chỉ dưới cu/ đều có trang (như cu/don-xin.docx)" in row
