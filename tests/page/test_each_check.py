"""Every kind of check is asked of every file, and what it tells names that file and the line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from page.editing import ONE, PAGE, QUESTION, B, change, told
from samples import EVIDENCE
from vanban.checks import LINKS
from vanban.features.changes import feed
from vanban.features.session.session import DECK
from vanban.law.ledger import LEDGER_FILE, extended
from vanban.project import open_project

Slip = Callable[[Path], None]
PAGE_FILE = "docs/tra-cuu/thu.md"
YML = f"{ONE}/van-ban.yml"
STORY_FILE = "docs/tinh-huong/chuyen.md"
TERMS = "docs/tra-cuu/thuat-ngu.md"
SESSION_FILE = "docs/tap-huan/buoi.md"
QUESTIONS = "docs/tap-huan/cau-hoi/bo"
FINES_FILE = "docs/hom-nay/muc-phat.yml"
STORY = """\
---
nhom: hoc-sinh
tra-loi: >-
  **Được.** Lời.
gan-giong: [mot, hai, ba]
---

# Chuyện

## Nên làm gì?

- Gỡ.

## Chuyện gì xảy ra?

Cô H.
"""
SESSION = """\
---
phut: 10
---

# Buổi

## Mở đầu (3 phút)

**Mục tiêu:** Biết.

- Một điều nên nhớ.
"""
ASKING = "# Câu hỏi\n\n[[câu hỏi]]\n"
FINES = """\
nhom:
  - ma: nhom
    ten: Nhóm
    viec: [{ten: Thử, khung: [{tai: Điều 2 Nghị định 1/2020/NĐ-CP, khi: thử}]}]
"""


def write(name: str, text: str) -> Slip:
    def slip(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")

    return slip


def ends(text: str) -> Slip:
    """At the end of a page, its ninth line."""
    return write(PAGE_FILE, f"{PAGE}\n{text}\n")


def says(line: str) -> Slip:
    """At the end of what is known of an instrument, its tenth line."""

    def slip(root: Path) -> None:
        text = (root / YML).read_text(encoding="utf-8")
        (root / YML).write_text(f"{text}{line}\n", encoding="utf-8")

    return slip


def at_a_new_code(project: Path) -> None:
    """A page below a code that the ledger does not know yet."""
    write("docs/nd1/trang.md", "# Trang\n\nChữ.\n")(project)
    change(project, LEDGER_FILE, "# Mã nd1 ", "# (Mã nd1) ")


def coded(code: str) -> Slip:
    """The instrument has another code, and nobody has published a code yet."""

    def make(project: Path) -> None:
        change(project, YML, "ma: nd1", f"ma: {code}")
        ledger = extended(open_project(project).corpus, "")
        (project / LEDGER_FILE).write_text(ledger, encoding="utf-8")

    return make


def noted(words: str) -> Slip:
    """What is told of the wording of an instrument."""

    def slip(root: Path) -> None:
        change(root, YML, "nguon: [Công báo]}", f"nguon: [Công báo], ghi-chu: {words}}}")

    return slip


# A slip of each kind, its file, and how what is told of it goes on.
SLIPS = [
    # of one page: front matter, tags, pasted lines, headings, letters for figures
    (write(PAGE_FILE, "tom-tat: a\n---\n\n# T\n"), PAGE_FILE, "1:1: phần khai báo đầu trang"),
    (ends("<div>"), PAGE_FILE, "9:1: <div> mở ở đây"),
    (ends("•\tHỏi."), PAGE_FILE, "9:1: dòng này không thành một mục"),
    (ends("# Hai"), PAGE_FILE, "9:1: trang này có hai tiêu đề lớn"),
    (ends("Năm 2O24."), PAGE_FILE, "9:5: “2O24”"),
    # of the words of a page: citations, what is drawn in, prose, brackets, dates, links
    (ends("Điều 9 Nghị định 1/2020/NĐ-CP."), PAGE_FILE, "9:1: viện dẫn sai"),
    (ends("[[Điều 9 Nghị định 1/2020/NĐ-CP]]"), PAGE_FILE, "9:1: “Điều 9 Nghị định 1/2020"),
    (ends("chữ " * 95), PAGE_FILE, "9:1: đoạn này dài 95 chữ"),
    (ends("[Điều 1 Nghị định 1/2020/NĐ-CP]]"), PAGE_FILE, "9:31: ]] thừa"),
    (ends("Ngày 1/13/2026."), PAGE_FILE, "9:6: “1/13/2026”"),
    (ends("[x](khacc.md)"), PAGE_FILE, "9:1: không có trang “khacc.md”"),
    # of pages with a task of their own: a situation (what to do, its answer), terms, a session
    (write(STORY_FILE, STORY.replace("- Gỡ", "Gỡ")), STORY_FILE, "1:1: tình huống chưa nói"),
    (write(STORY_FILE, STORY), STORY_FILE, "5:13: gan-giong: không có chuyện “mot”"),
    (write(TERMS, "# Từ\n\nTin\n: Lời.\n"), TERMS, "4:1: sau dấu hai chấm"),
    (write(SESSION_FILE, SESSION), SESSION_FILE, "2:1: các bước cộng lại 3 phút"),
    # of what is known of an instrument: a place in it, its code, its fines, its notes, its words
    (
        says(f"quan-he: [{{kieu: thay-the, van-ban: {B}, o: Điều 9, {EVIDENCE[1:]}]"),
        YML,
        "10:61: o: “Điều 9” không có",
    ),
    # a code that was published stays, and the page goes; a new one gives way to what is there
    (
        write("docs/nd1/trang.md", "# Trang\n\nChữ.\n"),
        "docs/nd1/trang.md",
        f"1:1: nd1/ là địa chỉ ngắn đã công bố của {YML}",
    ),
    (at_a_new_code, YML, "3:1: ma: “nd1” là tên một thư mục"),
    (coded("api"), YML, "3:1: ma: “api” là tên một thư mục"),
    (coded("con"), YML, "3:1: ma: “con” là tên mà Windows dành riêng"),
    (
        says("khung-phat: [{cua: ca-nhan, kia: khong, muc: [{tai: dieu-9, tu: 1, den: 2}]}]"),
        YML,
        "10:47: khung-phat: mục lục không có Điều 9",
    ),
    (noted("Tra ngày 1/13/2026."), YML, "6:70: ghi-chu: “1/13/2026”"),
    (lambda root: (root / ONE / "index.md").unlink(), YML, "1:1: thư mục này chưa có index.md"),
    (says("giu: [{don-vi: dieu-2, hanh-vi: [đá bóng]}]"), YML, "10:8: giu: dieu-2 chưa được"),
    # of the table of fines, and of the questions
    (write(FINES_FILE, FINES), FINES_FILE, "1:1: không có trang hom-nay/muc-phat.md"),
    (write(f"{QUESTIONS}.yml", QUESTION), f"{QUESTIONS}.yml", "1:1: chưa có trang "),
    (write(f"{QUESTIONS}.md", ASKING), f"{QUESTIONS}.md", "1:1: [[câu hỏi]]: cạnh trang này"),
]


@pytest.mark.parametrize(("slip", "file", "begins"), SLIPS)
def test_a_slip_is_told_at_its_own_file(project: Path, slip: Slip, file: str, begins: str) -> None:
    slip(project)
    rows = [row for row in told(project) if not row.startswith("Còn ")]
    assert [row for row in rows if not row.startswith(f"{file}:")] == []
    assert rows[0].removeprefix(f"{file}:").startswith(begins)


def test_links_wait_for_a_page_of_questions(project: Path) -> None:
    """Without its questions it cannot be shown, so nobody can tell its anchors: that is said."""
    write(f"{QUESTIONS}.md", ASKING)(project)
    ends("[x](khacc.md)")(project)
    findings = open_project(project).findings
    assert [problem.file for problem in findings.problems] == [f"{QUESTIONS}.md"]
    assert findings.held == (LINKS,)
    assert told(project)[-1].startswith(f"Còn 1 loại kiểm tra chưa chạy ({LINKS})")


def test_what_a_build_makes_may_be_linked(project: Path) -> None:
    """The slides of a session lie beside it, the feed at the front: neither is a file yet."""
    write(SESSION_FILE, SESSION.replace("phut: 10", "phut: 3"))(project)
    change(
        project, SESSION_FILE, "- Một điều", "[[khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP]]\n\n- Một"
    )
    ends(f"[x](../tap-huan/buoi{DECK}) [y](../{feed.FILE})")(project)
    assert told(project) == []
