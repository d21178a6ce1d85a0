"""Slips with one cause, which takes many things with it; and all that their editor is told.

``python tests/page/causes.py`` writes ``causes.txt`` anew; what a change of the code does to an
editor is then what ``git diff`` shows there: read it before it is committed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2] / "hooks"), str(Path(__file__).parents[1])]

from page.editing import ONE, A, B, change, make, told
from samples import OUTLINE, van_ban
from vanban.law.corrections import CORRECTIONS_FILE
from vanban.law.ledger import LEDGER_FILE, extended
from vanban.project import open_project

EXPECTED = Path(__file__).with_suffix(".txt")
HOW = "python tests/page/causes.py writes what is told now; read the difference before keeping it"

_HOME = f"van-ban/{A}/"
_BARE = f"docs/van-ban/{B}"
DAY = "ngay-kiem-tra: 2026-11-23"
Slip = Callable[[Path], None]


def _write(name: str, data: bytes) -> Slip:
    def slip(root: Path) -> None:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(data)

    return slip


def _settings(old: str, new: str) -> Slip:
    return lambda root: change(root, "mkdocs.yml", old, new)


def menu(lines: str) -> Slip:
    """The menu below the day of checking."""
    return _settings(f"  {DAY}", f"  {DAY}\n{lines}")


def _move(old: str, new: str) -> Slip:
    return lambda root: (root / old).rename(root / new) and None


def _arrow(lines: str, instead_of: str = "") -> Slip:
    """More lines at the end of the ledger, or in place of one."""

    def slip(root: Path) -> None:
        file = root / LEDGER_FILE
        text = file.read_text(encoding="utf-8")
        new = text.replace(instead_of, f"{lines}\n", 1) if instead_of else f"{text}{lines}\n"
        file.write_text(new, encoding="utf-8")

    return slip


def _no_articles(root: Path) -> None:
    """Its addresses stand in the ledger alone."""
    for page in (root / ONE).glob("dieu-*.md"):
        page.unlink()
    (root / ONE / "van-ban.yml").unlink()


def _page_and_line(root: Path) -> None:
    (root / "docs/tra-cuu/thu.md").unlink()
    _arrow("", "tra-cuu/thu/\n")(root)


def _changed_code_and_copy(root: Path) -> None:
    """Which of two new codes stands for the lost one, nobody can tell."""
    change(root, f"{ONE}/van-ban.yml", "ma: nd1", "ma: nd9")
    new = root / "docs/van-ban/nghi-dinh-3-2019-nd-cp"
    new.mkdir()
    text = van_ban(so="3/2019/NĐ-CP", ma="nd3", ten="Về việc mới", ban_hanh="2019-01-15")
    (new / "van-ban.yml").write_text(text, encoding="utf-8")
    (new / "index.md").write_text("# Nghị định 3\n\nVề việc mới.\n", encoding="utf-8")


def _code_passed_on(root: Path) -> None:
    """Its first instrument has another code, to which its addresses were told to lead."""
    change(root, f"{ONE}/van-ban.yml", "ma: nd1", "ma: nd9")
    change(root, f"docs/van-ban/{B}/van-ban.yml", "ma: nd2", "ma: nd1")
    _arrow("nd1/* → nd9/*\nnd2/* → nd1/*")(root)


def _another_page_under_its_name(root: Path) -> None:
    page = root / "docs/tra-cuu/thu.md"
    text = page.read_text(encoding="utf-8")
    page.rename(page.with_name("moi.md"))
    page.write_text(text.replace("Trang thử", "Chuyện khác"), encoding="utf-8")


def _another_page_by_its_folder(root: Path) -> None:
    """All of a folder was told to lead to another; now the first holds a page again."""
    (root / "docs/bang").mkdir()
    (root / "docs/bang/thu.md").write_text("# Bảng\n\nChữ.\n", encoding="utf-8")
    _arrow("tra-cuu/* → bang/*")(root)


def _back_again(root: Path) -> None:
    """All of a folder was led to one place while its pages were away; they came back, but one."""
    _arrow("tra-cuu/* → ./")(root)


def _renamed_and_halved(root: Path) -> None:
    for name, new in (("thu", "thu"), ("khac", "tin")):
        (root / "docs/van-ban/khac-han").mkdir(exist_ok=True)
        (root / f"docs/tra-cuu/{name}.md").rename(root / f"docs/van-ban/khac-han/{new}.md")
    (root / "docs/tra-cuu").rmdir()


def _renamed_nearly(root: Path) -> None:
    (root / "docs/tra-cuus").mkdir()
    (root / "docs/tra-cuu/thu.md").rename(root / "docs/tra-cuus/mot.md")
    (root / "docs/tra-cuu/khac.md").rename(root / "docs/tra-cuus/hai.md")
    (root / "docs/tra-cuu").rmdir()


def _article_in_a_folder(root: Path) -> None:
    (root / ONE / "dieu-1").mkdir()
    (root / ONE / "dieu-1.md").rename(root / ONE / "dieu-1/index.md")


def _renamed_beside_new(root: Path) -> None:
    """Two new pages with names unlike the lost one: either may be it."""
    (root / "docs/tra-cuu/thu.md").rename(root / "docs/tra-cuu/xyz.md")
    shutil.copyfile(root / "docs/tra-cuu/xyz.md", root / "docs/tra-cuu/qwv.md")


def _of_one_page(slip: Slip) -> Slip:
    """An instrument of which no article is known has one address, and a code."""

    def make(root: Path) -> None:
        change(root, f"{_BARE}/van-ban.yml", OUTLINE, "{day-du: false, can-cu: chưa đọc}")
        ledger = extended(open_project(root).corpus, "")
        (root / LEDGER_FILE).write_text(ledger, encoding="utf-8")
        # new beside it
        (root / "docs/tra-cuu/moi.md").write_text("# Mới\n\nChữ.\n", encoding="utf-8")
        slip(root)

    return make


def _delete(root: Path) -> None:
    (root / ONE / "dieu-1.md").unlink()


# The first line that is told, and nothing but a closing line.
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
    "folder of one page renamed": (
        _of_one_page(_move(_BARE, f"{_BARE}-moi")),
        f"{LEDGER_FILE}:",
        f"đã đổi tên thành {_BARE}-moi/: đổi lại thành {_BARE}/",
    ),
    "folder of one page deleted": (
        _of_one_page(lambda root: shutil.rmtree(root / _BARE)),
        f"{LEDGER_FILE}:",
        f"thư mục {_BARE}/ không còn: mất 3 địa chỉ đã công bố → trả lại thư mục ấy",
    ),
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
        f"{LEDGER_FILE}:11:1: trang docs/index.md không còn",
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
    "a point out of the outline": (
        lambda root: change(root, f"{ONE}/van-ban.yml", "1: abcdđ", "1: abcd"),
        f"{ONE}/van-ban.yml:9:1: muc-luc: không còn điểm đ khoản 1 Điều 1",
        "trả lại điểm đ khoản 1 Điều 1",
    ),
    "all wording of an article deleted": (
        _write(f"{ONE}/dieu-1.md", "# Điều 1\n\nChỉ còn lời của điều.\n".encode()),
        f"{ONE}/dieu-1.md:1:1: ",
        "khoản 1 Điều 1, điểm a khoản 1 Điều 1, khoản 2 Điều 1",
    ),
    "share code changed beside a new document": (
        _changed_code_and_copy,
        f"{LEDGER_FILE}:",
        "trả lại “ma: nd1”",
    ),
    "folder renamed and half of it gone": (
        _renamed_and_halved,
        f"{LEDGER_FILE}:",
        "đã đổi tên thành docs/van-ban/khac-han/",
    ),
    "folder renamed to something near": (
        _renamed_nearly,
        f"{LEDGER_FILE}:",
        "đã đổi tên thành docs/tra-cuus/",
    ),
    "an article put into a folder of its own": (
        _article_in_a_folder,
        f"{LEDGER_FILE}:",
        f"đã đổi tên thành {ONE}/dieu-1/index.md: đổi lại thành {ONE}/dieu-1.md",
    ),
    "a page renamed beside another new one": (
        _renamed_beside_new,
        f"{LEDGER_FILE}:",
        "trả lại tệp ấy",
    ),
    "an arrow to a name with a slip": (
        _arrow(f"cu/ → {_HOME}dieu-11/"),
        f"{LEDGER_FILE}:",
        f"có phải “{_HOME}dieu-1/”?",
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
        f"{LEDGER_FILE}:11:1: ",
        "“./” vẫn có trên trang",
    ),
    "a code that passed to another instrument": (
        _code_passed_on,
        f"docs/van-ban/{B}/van-ban.yml:3:1: ",
        "ma: “nd1” đã công bố là mã của văn bản số 1/2020/NĐ-CP, năm 2020:",
    ),
    "another page at an address that leads on": (
        lambda root: (
            _another_page_under_its_name(root)
            or _arrow("tra-cuu/thu/ → tra-cuu/moi/", "tra-cuu/thu/\n")(root)
        ),
        f"{LEDGER_FILE}:",
        "nếu đó là nội dung khác thì đổi tên trang mới",
    ),
    "another page where a folder was": (
        _another_page_by_its_folder,
        f"{LEDGER_FILE}:",
        "“tra-cuu/thu/” vẫn có trên trang",
    ),
    "a folder's line whose pages came back": (
        _back_again,
        f"{LEDGER_FILE}:",
        "mọi địa chỉ dưới tra-cuu/ đều có trang (như tra-cuu/khac/), nên dòng này không còn cần",
    ),
    "lines taken out of the ledger": (
        _arrow("", "tra-cuu/khac/\ntra-cuu/thu/\n"),
        f"{LEDGER_FILE}:3:1: ",
        "2 dòng bị bỏ",
    ),
    "a page deleted and its line too": (
        _page_and_line,
        f"{LEDGER_FILE}:3:1: ",
        "1 dòng bị bỏ",
    ),
    "slides that were given away and are no more": (
        _arrow("tra-cuu/30-phut.pptx"),
        f"{LEDGER_FILE}:",
        "tệp trình chiếu tra-cuu/30-phut.pptx không còn",
    ),
    "a correction of an unknown document": (
        _write(
            CORRECTIONS_FILE,
            (
                "dinh-chinh:\n  - ma: mot-cho\n    ngay: 2026-08-14\n    van-ban: khong-co\n"
                "    truoc: Sai.\n    nay: Đúng.\n"
            ).encode(),
        ),
        f"{CORRECTIONS_FILE}:4:1: ",
        "không có văn bản “khong-co”",
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
    "a licence that is no text": (
        _settings("  noi-tra-cuu:", "  giay-phep: [CC BY]\n  noi-tra-cuu:"),
        "mkdocs.yml:14:3: ",
        "giay-phep: không phải chữ",
    ),
    "a file of an instrument deleted": (
        lambda root: (root / ONE / "van-ban.yml").unlink(),
        f"{ONE}/van-ban.yml:0:0: ",
        "mà không còn tệp này",
    ),
    "a file of an instrument deleted that never had articles of its own": (
        _no_articles,
        f"{ONE}/van-ban.yml:0:0: ",
        "mà không còn tệp này",
    ),
    "the table of fines deleted": (
        _write("docs/hom-nay/muc-phat.md", "# Phạt\n\n[[bảng: mức phạt]]\n".encode()),
        "docs/hom-nay/muc-phat.yml:0:0: ",
        "mà hom-nay/muc-phat.md có [[bảng: mức phạt]]",
    ),
    "a page of the menu that is not there": (
        menu("  menu: {dau-trang: {index.md: Nhà, khong-co.md: Lạc}}"),
        "mkdocs.yml:13:37: ",
        "không có trang khong-co.md",
    ),
    "a list in place of pages": (
        menu("  menu:\n    nhom:\n      - ten: Nhóm\n        trang: [index.md]"),
        "mkdocs.yml:16:9: ",
        "đường-dẫn.md: Tên trong menu",
    ),
    "a page of the menu without a name": (
        menu("  menu: {chan-trang: {index.md: }}"),
        "mkdocs.yml:13:10: ",
        "đường-dẫn.md: Tên trong menu",
    ),
    "a menu that is a word": (menu("  menu: Trang chủ"), "mkdocs.yml:13:3: ", "menu"),
    "groups that are no list": (
        menu("  menu: {nhom: {ten: Nhóm}}"),
        "mkdocs.yml:13:10: ",
        "chưa đúng mẫu của menu",
    ),
    "a group without pages": (menu("  menu: {nhom: [{ten: Trống}]}"), "mkdocs.yml:13:", "trang"),
    "no settings": (lambda root: (root / "mkdocs.yml").unlink(), "mkdocs.yml:0:0: ", "cài đặt"),
    "no docs": (_settings("site_name", "docs_dir: trang\nsite_name"), "trang:0:0: ", "docs_dir"),
}


@cache
def expected() -> dict[str, list[str]]:
    """Every line that is told, by the name of the slip."""
    found: dict[str, list[str]] = {}
    for line in EXPECTED.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            found[line[2:]] = []
        else:
            next(reversed(found.values())).append(line)
    return found


def main() -> None:
    lines = []
    for name, (slip, _, _) in CAUSES.items():
        with tempfile.TemporaryDirectory() as folder:
            root = make(Path(folder))
            slip(root)
            lines += [f"# {name}", *told(root)]
    EXPECTED.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
