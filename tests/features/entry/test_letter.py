"""A letter taken into the invented project: one folder for each instrument, none twice."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from intake.made import saved
from synthetic.pages import Reader, read
from vanban.cite.citation import Context
from vanban.features.entry.letter import taken_in
from vanban.features.entry.office_letters import office_in_usual_letters
from vanban.features.entry.plan import Plan, TakenError, write
from vanban.intake import plain, word
from vanban.intake.document import Document
from vanban.project import open_project

INVENTED = Path(__file__).parents[2] / "synthetic"
TODAY = date(2026, 3, 1)
Take = Callable[..., Plan]
HEAD = "UBND TỈNH THỬ\nSỞ THỬ NGHIỆM\nSố: 45/STN-VP\nHòn Thử, ngày 20 tháng 5 năm 2025\nV/v thử"
LETTER = "van-ban/cong-van-45-stn-vp-2025"


@pytest.fixture(scope="module")
def take() -> Take:
    project = read()

    def taken(came: str | Document, folder: str = "") -> Plan:
        document = came if isinstance(came, Document) else plain.of_text(came)
        return taken_in(document, "thu.txt", project.corpus, project.engine.cite, TODAY, folder)

    return taken


def folders(plan: Plan) -> list[str]:
    """The folders of a plan, the letter's first."""
    return list(dict.fromkeys(name.rpartition("/")[0] for name in plan.files))


def facts(plan: Plan, folder: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(plan.files[f"{folder}/van-ban.yml"])
    return found


def in_a_table() -> Document:
    file = docx.Document()
    left, right = file.add_table(1, 2).rows[0].cells
    left.text = "UBND TỈNH THỬ\nSố: 7/2024/QĐ-UBND"
    right.text = "Hòn Thử, ngày 05 tháng 3 năm 2024"
    file.add_paragraph("QUYẾT ĐỊNH")
    return word.read(saved(file))


DECISION = "UBND TỈNH THỬ\n{}\nHòn Thử, ngày 05 tháng 3 năm 2024\n\nQUYẾT ĐỊNH\nVề nội quy\n\n{}"


@pytest.mark.parametrize(
    "came",
    [
        DECISION.format("Số: 7/2024/QĐ-UBND", "Căn cứ Luật Thử nghiệm năm 2023;"),
        DECISION.format("\nSố: 7/2024/QĐ-UBND\n", "Căn cứ Luật Thử nghiệm năm 2023;"),
        DECISION.format("SỐ: 7/2024/qđ-ubnd", "Căn cứ Luật Thử nghiệm năm 2023;"),
        DECISION.format("Số : 7/2024/QĐ - UBND", "Căn cứ Luật Thử nghiệm năm 2023;"),
        DECISION.format("Số 7/2024/QĐ–UBND", "Căn cứ Luật Thử nghiệm năm 2023;"),
        # its own number again below, in other letters and with its day
        DECISION.format("Số: 7/2024/QĐ-UBND", "Kèm theo QUYẾT ĐỊNH SỐ 7/2024/QĐ-UBND."),
        DECISION.format(
            "Số: 7/2024/QĐ-UBND", "1. Quyết định số 7/2024/QĐ-UBND ngày 05/3/2024 có hiệu lực."
        ),
        # the title stands above the number
        "UBND TỈNH THỬ\n\nQUYẾT ĐỊNH\n\nSố: 7/2024/QĐ-UBND\n\nCăn cứ Luật Thử nghiệm năm 2023;",
        in_a_table(),
    ],
)
@pytest.mark.parametrize("folder", ["", "thu/noi-quy"])
def test_a_letter_is_never_its_own_stub(take: Take, came: str | Document, folder: str) -> None:
    plan = take(came, folder)
    (home,) = folders(plan)
    assert home == folder or home.startswith("van-ban/quyet-dinh-7-2024-qd-ubnd")
    assert "{#nguyen-van}" in plan.files[f"{home}/index.md"]
    cited = facts(plan, home).get("quan-he", [])
    assert {one["van-ban"] for one in cited} <= {"luat-22-2023-qh15"}


def test_a_stub_never_has_the_folder_that_the_editor_chose(take: Take) -> None:
    body = "Kính gửi: A.\n\n1. Theo Nghị định số 5/2021/NĐ-CP."
    plan = take(f"{HEAD}\n\n{body}", "van-ban/nghi-dinh-5-2021-nd-cp")
    (home,) = folders(plan)
    assert facts(plan, home)["so"] == "45/STN-VP"


def test_the_same_number_of_another_year_is_another_instrument(take: Take) -> None:
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\n1. Theo Công văn số 45/STN-VP ngày 02/4/2024.")
    assert folders(plan) == [LETTER, "van-ban/cong-van-45-stn-vp-2024"]


@pytest.mark.parametrize(
    ("body", "stubs"),
    [
        # a title in capitals, the full name, the short one
        (("THỰC HIỆN QUYẾT ĐỊNH SỐ 96/QĐ-TTG NGÀY 10/8/2022\n\n1. Quyết định số 96/QĐ-TTg ngày"
          " 10/8/2022; Quyết định số 96/QĐ-TTg."), ["quyet-dinh-96-qd-ttg-2022"]),
        # the day on the second mention alone
        ("1. Quyết định số 96/QĐ-TTg và Quyết định số 96/QĐ-TTg ngày 10 tháng 8 năm 2022.",
         ["quyet-dinh-96-qd-ttg-2022"]),
        # behind whoever issued it
        ("1. Quyết định số 96/QĐ-TTg của Thủ tướng Chính phủ ngày 10/8/2022 về sổ.",
         ["quyet-dinh-96-qd-ttg-2022"]),
        ("1. Luật Vở kịch của Quốc hội khóa XIII ban hành ngày 29/6/2011 tới mọi người.",
         ["luat-vo-kich-2011"]),
        # a day that is not its own
        ("1. Quyết định số 96/QĐ-TTg trước ngày 30/11/2025.", ["quyet-dinh-96-qd-ttg"]),
        # two years: two instruments; what names no year may be either
        ("1. Chỉ thị số 3/CT-TTg ngày 01/2/2020, Chỉ thị số 3/CT-TTg ngày 05/3/2021.",
         ["chi-thi-3-ct-ttg-2020", "chi-thi-3-ct-ttg-2021"]),
        # two days of one year, one number that begins anew each year: nobody can tell
        ("1. Chỉ thị số 3/CT-TTg ngày 01/2/2020, Chỉ thị số 3/CT-TTg ngày 05/3/2020.", []),
        # a law by its year, and by its number
        ("1. Luật Vở kịch năm 2011.\n\n2. Luật Vở kịch số 9/2011/QH13.", ["luat-9-2011-qh13"]),
        # laws that amend: by what they amend, each once
        (("1. Luật sửa đổi, bổ sung một số điều của Luật Vở kịch ngày 01 tháng 7 năm 2019; Luật"
          " sửa đổi, bổ sung một số điều của Luật Ghế đá ngày 18 tháng 6 năm 2019."),
         ["luat-sua-doi-luat-vo-kich-2019", "luat-sua-doi-luat-ghe-da-2019"]),
    ],
)  # fmt: skip
def test_one_instrument_has_one_folder(take: Take, body: str, stubs: list[str]) -> None:
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\n{body}")
    assert folders(plan) == [LETTER, *(f"van-ban/{slug}" for slug in stubs)]
    called = [name for one in folders(plan)[1:] for name in facts(plan, one).get("goi-tat", [])]
    assert len(called) == len(set(called))


def test_a_stub_has_the_day_and_the_usual_letters(take: Take) -> None:
    """“QĐ-TTG” of a title is no spelling of a number, and the day may stand elsewhere."""
    body = "THỰC HIỆN QUYẾT ĐỊNH SỐ 96/QĐ-TTG\n\n1. Quyết định số 96/QĐ-TTg ngày 10/8/2022."
    stub = facts(take(f"{HEAD}\n\nKính gửi: A.\n\n{body}"), "van-ban/quyet-dinh-96-qd-ttg-2022")
    assert (stub["so"], str(stub["ban-hanh"])) == ("96/QĐ-TTg", "2022-08-10")
    assert stub["co-quan"] == "Thủ tướng Chính phủ"


@pytest.mark.parametrize(
    ("cited", "is_asked"),
    [
        ("Quyết định số 96/QĐ-TTg ngày 10/8/2022", False),
        ("Nghị định số 5/2021/NĐ-CP", False),
        ("Luật Vở kịch số 9/2011/QH13", False),
        ("Thông tư số 8/2020/TT-BGDĐT", False),
        # each province has such a number, with a year in it or not
        ("Chỉ thị số 8/CT-UBND ngày 10/8/2022", True),
        ("Quyết định số 8/2022/QĐ-UBND ngày 10/8/2022", True),
    ],
)
def test_only_local_papers_are_asked_for_their_province(
    take: Take, cited: str, is_asked: bool
) -> None:
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\n1. Theo {cited}.")
    folder = folders(plan)[1]
    assert ("# Còn phải điền: dia-phuong" in plan.files[f"{folder}/van-ban.yml"]) is is_asked
    assert "# Còn phải điền: dia-phuong" in plan.files[f"{LETTER}/van-ban.yml"]


def test_a_month_without_its_day_and_a_number_left_blank(take: Take) -> None:
    """The handbook: the last day of the month; the folder says who wrote, and when."""
    head = "UBND HUYỆN THỬ\nPHÒNG THỬ NGHIỆM\n\nSố:       /PTN - VP\nV/v giữ sổ.\n\n"
    plan = take(f"{head}Hòn Thử, ngày     tháng  8  năm 2016\n\nKính gửi: A.")
    (home,) = folders(plan)
    assert home == "van-ban/cong-van-ptn-vp-2016"
    assert "\nthoi-diem: 2016-08-31\n" in plan.files[f"{home}/index.md"]
    found = facts(plan, home)
    assert found["ma"] == "cvptn16"
    assert "ban-hanh" not in found
    assert found["ban-hanh-chu"].startswith("tháng 8/2016")
    assert any("2016-08-31" in sentence for sentence in plan.told)


def test_an_office_stands_for_a_number_that_was_left_out(take: Take) -> None:
    came = "PHÒNG THỬ NGHIỆM\nHòn Thử, ngày 05 tháng 3 năm 2024\nV/v giữ sổ\n\nKính gửi: A."
    (home,) = folders(take(came))
    assert home == "van-ban/cong-van-phong-thu-nghiem-2024"


def test_the_parts_of_a_head_are_paragraphs_of_the_page(take: Take) -> None:
    """A head without empty lines, as it is pasted, is set in two columns only part by part."""
    head = "UBND TỈNH THỬ\nSỞ THỬ\nNGHIỆM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n-----\nSố: 45/STN-VP"
    plan = take(f"{head}\nV/v giữ sổ\nvà vở\nHòn Thử, ngày 20 tháng 5 năm 2025\n\nKính gửi: A.\n-B")
    page = plan.files[f"{LETTER}/index.md"].partition("{#nguyen-van}")[2]
    assert page.strip().split("\n\n") == [
        "UBND TỈNH THỬ",
        "SỞ THỬ",
        "NGHIỆM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 45/STN-VP",
        "V/v giữ sổ\nvà vở",
        "Hòn Thử, ngày 20 tháng 5 năm 2025",
        "Kính gửi: A.\n-B",
    ]
    assert any("1 đường kẻ" in sentence for sentence in plan.told)


@pytest.mark.parametrize("other", ["a/index.md", "A/Index.md"])  # one file on many disks
def test_no_file_is_written_twice(tmp_path: Path, other: str) -> None:
    with pytest.raises(TakenError, match="hai lần"):
        Plan({"a/index.md": "thư"}).joined([Plan({other: "khác"})])
    if other != "a/index.md":
        with pytest.raises(TakenError, match="hai lần"):
            write(Plan({"a/index.md": "thư", other: "khác"}), tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "cited",
    [
        "Nghị định số 88/2024/NĐ-CP ngày 05/6/2024",
        "Công văn 3550/STN-KHCN năm 2024",  # the year in words, in no number
        "Chỉ thị số 3/CT-TTg tháng 8/2022",
        "Công văn số 12/STN-VP (2023)",
        "Công văn số 12/STN-VP",  # a number alone
        "Quyết định số 8/2022/QĐ-UBND của Ủy ban nhân dân tỉnh Thử",  # local, no day
        "Chỉ thị số 10/CT-UBND năm 2020 của Chủ tịch UBND tỉnh Thử",
        "Công văn số 45/STN-VP năm 2024",  # the letter's own number, of another year
        "Công văn số 12/STN-VP năm 2023; Công văn số 12/STN-VP năm 2022",
        "Luật Vở kịch năm 2011; Luật Vở kịch",
        "Luật Vở kịch năm 2011; Luật Vở kịch năm 2019",
        "Luật Vở kịch ngày 29/6/2011",
        "Luật Vở kịch số 9/2011/QH13",
        "Luật Thử nghiệm số 5/2010/QH12",  # a name that laws of other years bear
        "Luật Thử nghiệm ngày 03/4/2010",
        "Luật sửa đổi, bổ sung một số điều của Luật Vở kịch ngày 01 tháng 7 năm 2019",
    ],
)
def test_what_a_stub_was_made_for_leads_to_it(take: Take, tmp_path: Path, cited: str) -> None:
    """On the letter's page and in a draft, for every citation of the letter."""
    root = tmp_path / "kho"
    shutil.copytree(INVENTED, root)
    inherited = (INVENTED.parents[1] / "mkdocs.yml").as_posix()
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("../../mkdocs.yml", inherited), "utf-8")
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\n1. Theo {cited}.")
    write(plan, root / "docs")
    project = open_project(root)
    assert not project.problems
    home, *stubs = (one.rpartition("/")[2] for one in folders(plan))
    for slug in (home, None):
        found = project.engine.cite(f"Theo {cited}.", Context(slug=slug, as_of=date(2025, 5, 20)))
        assert all(one.linked for one in found)
        assert {one.target.slug for one in found if one.target} == set(stubs)
    if cited.endswith("năm 2024"):  # never a link to another year
        other = cited.replace("2024", "2021")
        (found_other,) = project.engine.cite(other, Context(slug=home))
        assert not found_other.linked


@pytest.mark.parametrize(
    ("items", "begins"),
    [
        ("(1) Mở sổ.\n\n(2) Đóng sổ.", "(1)"),
        ("1) Mở sổ.\n\n2) Đóng sổ.", "1)"),
        ("Một là, mở sổ.\n\nHai là, đóng sổ.", "Một là"),
        ("Điều 1. Mở sổ.\n\nĐiều 2. Đóng sổ.", "Điều 1."),
        ("A. SỔ\n\nMở sổ.\n\nB. VỞ\n\nĐóng sổ.", "A."),
        ("a. Mở sổ.\n\nb. Đóng sổ.", "a."),
        ("1. Mở sổ.\n\n2. Đóng sổ.", ""),
        ("Mở sổ (1) và đóng sổ.", ""),  # no item begins so
    ],
)
def test_items_that_are_not_read_are_told(take: Take, items: str, begins: str) -> None:
    told = [one for one in take(f"{HEAD}\n\nKính gửi: A.\n\n{items}").told if "mục kiểu" in one]
    assert [f"“{begins}”" in one for one in told] == [True] * bool(begins)


def test_a_message_is_cut_between_words(take: Take) -> None:
    body = "1. Theo Luật Ghế đá, bàn tròn và những nhạc cụ khác."
    (told,) = (one for one in take(f"{HEAD}\n\nKính gửi: A.\n\n{body}").told if "chưa đủ" in one)
    shown = told.partition("“")[2].partition("…”")[0]
    assert body.partition(shown)[2][:1] == " "


def test_a_blank_number_stays_blank(take: Take) -> None:
    head = "SỞ THỬ\n\nSố:      /STN-VP\n\nHòn Thử, ngày 20 tháng 5 năm 2025\n\nKính gửi:  A."
    plan = take(head)
    page = plan.files[f"{folders(plan)[0]}/index.md"]
    assert "\nSố:      /STN-VP\n" in page
    assert "\nKính gửi: A.\n" in page


@pytest.mark.parametrize(
    ("capitals", "usual"),
    [
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Sở Thông tin và Truyền thông"),
        ("ỦY BAN NHÂN DÂN XÃ AN LỄ", "Ủy ban nhân dân xã An Lễ"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("TRƯỜNG THCS NGUYỄN TRÃI", "Trường THCS Nguyễn Trãi"),
        ("TRƯỜNG TIỂU HỌC SỐ 2 XÃ AN LỄ", "Trường Tiểu học số 2 xã An Lễ"),
        ("TRƯỜNG TH VÀ THCS HÒN THỬ", "Trường TH và THCS Hòn Thử"),
        ("TRƯỜNG MẦM NON HOA SEN", "Trường Mầm non Hoa Sen"),
        # words that are not known, and bodies that begin as places do
        ("SỞ THỬ NGHIỆM", "SỞ THỬ NGHIỆM"),
        ("TỈNH ỦY LONG AN", "TỈNH ỦY LONG AN"),
        ("TRƯỜNG CHÍNH TRỊ HÒN THỬ", "TRƯỜNG CHÍNH TRỊ HÒN THỬ"),
    ],
)
def test_an_office_has_its_usual_letters(capitals: str, usual: str) -> None:
    assert office_in_usual_letters(capitals) == usual


PARTS = """I. SỔ

1. Theo Điều 7 Luật Thử nghiệm năm 2023.

2. Mở sổ.

II. VỞ

1. Theo Luật Vở kịch năm 2011.

3. Đóng vở."""


def test_a_number_that_stands_in_two_parts_is_no_item(take: Take) -> None:
    """“Mục 3” is nothing where only the second part has a third item."""
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\n{PARTS}")
    assert facts(plan, LETTER)["muc-luc"]["day-du"] is False
    assert "muc" not in facts(plan, LETTER)["muc-luc"]
    assert {one["o"] for one in facts(plan, LETTER)["quan-he"]} == {"phần không đánh số mục"}
    assert sum("đếm lại từ đầu" in one or "mục kiểu" in one for one in plan.told) == 1
    # numbers of a list within an item: those behind it go on
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\n1. Mở sổ:\n\n2. Ghi:\n\n1. Ngày.\n\n3. Đóng sổ.")
    assert [one["so"] for one in facts(plan, LETTER)["muc-luc"]["muc"]] == [1, 2, 3]


def test_a_relation_tells_where_it_stands(take: Take) -> None:
    """What stands behind an item is not the opening."""
    body = "Căn cứ Luật Thử nghiệm năm 2023;\n\n1. Mở sổ.\n\nTheo Luật Vở kịch năm 2011."
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\n{body}")
    places = [one["o"] for one in facts(plan, LETTER)["quan-he"]]
    assert places == ["phần mở đầu", "đoạn sau mục 1"]


def test_a_day_that_no_calendar_has_is_told(take: Take) -> None:
    plan = take(HEAD.replace("20 tháng 5", "31 tháng 9") + "\n\nKính gửi: A.\n\n1. Mở sổ.")
    assert folders(plan) == [LETTER]  # the year is written
    assert any("“Hòn Thử, ngày 31 tháng 9 năm 2025”: lịch không có" in one for one in plan.told)
    assert "ban-hanh (bản chép ghi một ngày không có trong lịch)" in plan.todo[0]
    assert "thoi-diem:" not in plan.files[f"{LETTER}/index.md"]


def test_a_table_of_the_text_is_told(take: Take) -> None:
    """The head is a table too, and so is the foot."""
    told = {}
    for inside in (False, True):
        file = docx.Document()
        left, right = file.add_table(1, 2).rows[0].cells
        left.text, right.text = "SỞ THỬ\nSố: 45/STN-VP", "Hòn Thử, ngày 20 tháng 5 năm 2025"
        file.add_paragraph("Kính gửi: A.")
        file.add_paragraph("1. Mở sổ:")
        if inside:
            first, last = file.add_table(1, 2).rows[0].cells
            first.text, last.text = "Việc", "Hạn"
        left, right = file.add_table(1, 2).rows[0].cells
        left.text, right.text = "Nơi nhận:\n- A.", "GIÁM ĐỐC"
        told[inside] = [one for one in take(word.read(saved(file))).told if "bảng" in one]
    assert told[False] == []
    assert len(told[True]) == 1
    assert "từ ô “Việc” tới ô “Hạn”" in told[True][0]


def with_table(change: Callable[[Any], None] = lambda table: None) -> Document:
    """A letter whose first item has a table of three columns and three rows."""
    file = docx.Document()
    for line in (*HEAD.splitlines(), "Kính gửi: A.", "1. Giao việc như sau:"):
        file.add_paragraph(line)
    table = file.add_table(0, 3)
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    change(table)
    file.add_paragraph("2. Báo cáo.")
    return word.read(saved(file))


ROWS = (
    ("TT", "Việc", "Căn cứ"),
    ("1.", "Mở sổ *mới*, ghi từng [ngày]", "Điều 1 Nghị định 44/2024/NĐ-CP"),
    ("2.", "", "theo quy chế"),
)


def test_a_plain_table_is_drawn_letter_for_letter(take: Take, tmp_path: Path) -> None:
    root = tmp_path / "kho"
    shutil.copytree(INVENTED, root)
    inherited = (INVENTED.parents[1] / "mkdocs.yml").as_posix()
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("../../mkdocs.yml", inherited), "utf-8")
    plan = take(with_table())
    (told,) = [one for one in plan.told if "bảng" in one]
    assert "3 hàng, 3 cột" in told
    write(plan, root / "docs")
    assert not open_project(root).problems
    page = Reader(read(root), TODAY).page(f"{LETTER}/index.md")
    (table,) = page.iter("table")
    rows = [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")]
    assert rows == [list(row) for row in ROWS]
    item = next(one for one in page.iter("div") if one.get("id") == "muc-1")
    assert table in item.iter("table")  # it belongs to what stands above it
    assert [one.get("id") for one in page.iter("div") if one.get("class") == "cv-muc"] == [
        "muc-1",
        "muc-2",
    ]
    linked = ["".join(one.itertext()) for one in table.iter("a")]
    assert linked == [ROWS[1][2]]


def test_a_citation_in_a_cell_is_one_of_the_item_above(take: Take) -> None:
    (relation,) = facts(take(with_table()), LETTER)["quan-he"]
    assert (relation["van-ban"], relation["o"]) == ("nghi-dinh-44-2024-nd-cp", "mục 1")


@pytest.mark.parametrize(
    "change",
    [
        lambda table: table.cell(0, 0).merge(table.cell(0, 1)),
        lambda table: table.cell(0, 0).merge(table.cell(1, 0)),
        lambda table: table.cell(1, 1).add_paragraph("Dòng nữa"),
        lambda table: setattr(table.cell(1, 1), "text", "Hai\ndòng"),
        lambda table: setattr(table.cell(1, 1), "text", "một | hai"),
        lambda table: table.cell(1, 1).add_table(1, 2),
    ],
)
def test_a_table_that_a_page_cannot_carry_is_told(
    take: Take, change: Callable[[Any], None]
) -> None:
    plan = take(with_table(change))
    (told,) = [one for one in plan.told if "bảng" in one]
    assert "Có bảng không kẻ lại được" in told
    assert "| --- |" not in plan.files[f"{LETTER}/index.md"]


def test_another_law_that_is_only_this_one_is_told(take: Take) -> None:
    """“Văn bản này” is the letter, once it has its page; “Luật này” is not."""
    body = "1. Luật Thử nghiệm năm 2023: Điều 7 Luật này. Văn bản này có hiệu lực."
    told = [one for one in take(f"{HEAD}\n\nKính gửi: A.\n\n{body}").told if " này" in one]
    assert len(told) == 1
    assert "“Điều 7 Luật này”" in told[0]


def test_what_is_not_here_and_gets_no_folder_is_told(take: Take) -> None:
    """“Văn bản số …” says no kind: nobody can tell which folder it would be."""
    plan = take(f"{HEAD}\n\nKính gửi: Các phòng.\n\n1. Theo Văn bản số 2177/BTTTT-PC.")
    assert any("“Văn bản số 2177/BTTTT-PC” không có trong kho" in one for one in plan.told)
    assert folders(plan) == [LETTER]


def test_who_signs_is_read(take: Take) -> None:
    foot = "Nơi nhận:\n- Như trên;\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\n\nTrần Văn D"
    plan = take(f"{HEAD}\n\nKính gửi: Các phòng.\n\n1. Giữ sổ.\n\n{foot}")
    assert facts(plan, LETTER)["nguoi-ky"] == "KT. Giám đốc, Phó Giám đốc Trần Văn D"
    assert any("nguoi-ky (xem lại)" in one for one in plan.todo)


def test_a_subject_in_capitals_is_to_be_written_anew(take: Take) -> None:
    plan = take(HEAD.replace("V/v thử", "KẾ HOẠCH\nGIỮ SỔ") + "\n\nThực hiện.")
    assert any("ten (bản chép viết hoa hết" in one for one in plan.todo)
