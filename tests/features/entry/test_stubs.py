"""One folder for each instrument that a letter cites, none twice, and none for the letter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from intake.made import saved
from vanban.cite.citation import Context
from vanban.features.entry.letter import taken_in
from vanban.features.entry.named import read_named
from vanban.features.entry.plan import Plan, TakenError, write
from vanban.features.entry.stub import stub
from vanban.intake import plain, word
from vanban.intake.document import Document
from vanban.project import open_project

from .taking import HEAD, LETTER, Take, copied, facts, folders


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
    ("cited", "stub"),
    [
        ("Nghị định số 24/20 14/NĐ-CP", []),
        ("Quyết định số 1.234/QĐ-BTP", []),
        ("Nghị định số 24/ 2014/NĐ-CP", ["van-ban/nghi-dinh-24-2014-nd-cp"]),
        ("Nghị định số 24/2014/NĐ-\nCP", ["van-ban/nghi-dinh-24-2014-nd-cp"]),
        ("Công văn số 24/SGDĐT - TX ngày 1/2/2024", ["van-ban/cong-van-24-sgddt-tx-2024"]),
        ("Công văn số 24/STN - TX ngày 1/2/2024", []),  # (who is STN?)
        ("Quy định số 24-QĐ/TW ngày 1/2/2024", ["van-ban/quy-dinh-24-qd-tw-2024"]),
        ("Quyết định số 24-QĐ/TW ngày 1/2/2024", ["van-ban/quyet-dinh-24-qd-tw-2024"]),
        ("các quy định 24/QĐ-BTP ngày 1/2/2024", []),
    ],
)
def test_a_number_read_in_part_or_of_another_kind_begins_no_folder(
    take: Take, cited: str, stub: list[str]
) -> None:
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\nCăn cứ {cited};\n\n1. Giữ sổ.")
    assert folders(plan) == [LETTER, *stub]
    assert stub or any("chưa đủ rõ" in one for one in plan.told)


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
    root = copied(tmp_path / "kho")
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


def test_what_is_not_here_and_gets_no_folder_is_told(take: Take) -> None:
    """“Văn bản số …” says no kind: nobody can tell which folder it would be."""
    plan = take(f"{HEAD}\n\nKính gửi: Các phòng.\n\n1. Theo Văn bản số 2177/BTTTT-PC.")
    assert any("“Văn bản số 2177/BTTTT-PC” không có trong kho" in one for one in plan.told)
    assert folders(plan) == [LETTER]


@pytest.mark.parametrize(
    ("cited", "number"),
    [("Luật Vở kịch năm 2011", "9/2011/QH13"), ("Hiến pháp năm 2013", "1/2013/HP")],
)
def test_a_number_that_is_found_later_leaves_the_folder(
    take: Take, tmp_path: Path, cited: str, number: str
) -> None:
    """An address stays; the notice says so, and what cites it by name or number leads there."""
    root = copied(tmp_path / "kho")
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\n1. Theo {cited}.")
    write(plan, root / "docs")
    folder = folders(plan)[1]
    file = root / "docs" / folder / "van-ban.yml"
    text = file.read_text(encoding="utf-8")
    assert "\n# Còn phải điền: so (thư mục giữ nguyên tên)\n" in text
    file.write_text(text.replace("\nma: ", f"\nso: {number}\nma: "), encoding="utf-8")
    project = open_project(root)
    assert not project.problems
    kind = cited.partition(" năm")[0]
    for words in (cited, f"{kind} số {number}"):
        (found,) = project.engine.cite(words, Context())
        assert found.target
        assert f"van-ban/{found.target.slug}" == folder


DIRECTIVE = "Chỉ thị số 12/CT-TTg ngày 12/5/2021"


@pytest.mark.parametrize(
    ("behind", "said"),
    [
        (
            " của Thủ tướng Chính phủ về giữ sổ và giữ chìa khóa phòng thử;",
            "về giữ sổ và giữ chìa khóa phòng thử",
        ),
        # a title may hold a semicolon: what stands behind it is left to the editor
        (
            " của Thủ tướng Chính phủ về giữ sổ phòng thử; kịp thời xử lý việc quên sổ;",
            "về giữ sổ phòng thử; …",
        ),
        (
            " về giữ sổ ở phòng thử; Chỉ thị số 13/CT-TTg ngày 13/5/2021.",
            "về giữ sổ ở phòng thử",
        ),
        # what may be said of another, or is no title
        (" và Chỉ thị số 13/CT-TTg ngày 13/5/2021 về giữ sổ ở phòng thử.", ""),
        (" về giữ sổ, Chỉ thị số 13/CT-TTg ngày 13/5/2021 về cửa phòng thử; và việc khác.", ""),
        (" của tỉnh và Chỉ thị số 13/CT-TTg ngày 13/5/2021 về giữ cửa phòng thử; khác.", ""),
        (" đến mọi người trong phòng thử.", ""),
        (" về sổ.", ""),
    ],
)
def test_what_the_letter_says_it_is_about_is_proposed(take: Take, behind: str, said: str) -> None:
    """As the letter has it, to be checked: ``ten`` itself claims nothing."""
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\nThực hiện {DIRECTIVE}{behind}")
    text = plan.files["van-ban/chi-thi-12-ct-ttg-2021/van-ban.yml"]
    blank = f"ten (văn bản dẫn ghi “{said}”: xem lại)" if said else "ten"
    assert f"# Còn phải điền: {blank}\n" in text
    assert facts(plan, "van-ban/chi-thi-12-ct-ttg-2021")["ten"] == "Chưa ghi tên"
    page = plan.files["van-ban/chi-thi-12-ct-ttg-2021/index.md"]
    assert "Một văn bản trong kho dẫn tới." in page


@pytest.mark.parametrize(
    ("said", "folder", "place"),
    [
        ("ngày 07/4/2025 của UBND tỉnh Đồng Tháp Khóa X", "dong-thap-2025", "Đồng Tháp"),
        ("ngày 07/4/2025 của UBND tỉnh Đồng Tháp ủng hộ vở", "dong-thap-2025", "Đồng Tháp"),
        ("ngày 07/4/2025 của UBND tỉnh Đồng Tháp Quy định vở", "dong-thap-2025", "Đồng Tháp"),
        ("ngày 07/4/2025 của UBND tỉnh Đồng Tháp", "dong-thap-2025", "Đồng Tháp"),
        (
            "ngày 07/4/2025 của Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp về vở",
            "dong-thap-2025",
            "Đồng Tháp",
        ),
        (
            "của UBND tỉnh Bà Rịa - Vũng Tàu ngày 07/4/2025",
            "ba-ria-vung-tau-2025",
            "Bà Rịa - Vũng Tàu",
        ),
        ("ngày 07 tháng 4 năm 2025 của UBND thành phố Cần Thơ", "can-tho-2025", "Cần Thơ"),
        # a city of a province that nobody named
        ("ngày 07/4/2025 của UBND thành phố Tân An", "2025", None),
    ],
)
def test_a_number_of_every_province_has_a_folder_of_its_own(
    take: Take, said: str, folder: str, place: str | None
) -> None:
    plan = take(f"{HEAD}\n\n1. Theo Chỉ thị số 5/CT-UBND {said}.")
    stub = f"van-ban/chi-thi-5-ct-ubnd-{folder}"
    assert folders(plan) == [LETTER, stub]
    assert facts(plan, stub).get("dia-phuong") == place


def test_two_provinces_of_one_number_are_two_instruments(take: Take) -> None:
    words = "Chỉ thị số 5/CT-UBND ngày {}/4/2025 của UBND tỉnh {}"
    both = f"{words.format(7, 'Đồng Tháp')} và {words.format(9, 'Cà Mau')}"
    plan = take(f"{HEAD}\n\n1. Theo {both}.")
    stubs = [f"van-ban/chi-thi-5-ct-ubnd-{place}-2025" for place in ("dong-thap", "ca-mau")]
    assert folders(plan) == [LETTER, *stubs]


def test_a_folder_of_another_province_or_day_is_not_what_a_letter_cites(tmp_path: Path) -> None:
    root = copied(tmp_path / "kho")
    main = open_project(root)
    named = read_named("Chỉ thị số 5/CT-UBND ngày 05/3/2025")
    assert named
    write(stub(named, main.corpus, set(), "", date(2025, 6, 1)), root / "docs")
    there = root / "docs/van-ban/chi-thi-5-ct-ubnd-2025/van-ban.yml"
    there.write_text(there.read_text("utf-8") + "dia-phuong: Tây Ninh\n", "utf-8")
    project = open_project(root)
    for said in ("ngày 07/4/2025 của UBND tỉnh Đồng Tháp", "ngày 07/4/2025"):
        came = plain.of_text(f"{HEAD}\n\n1. Theo Chỉ thị số 5/CT-UBND {said}.")
        plan = taken_in(came, "a.txt", project.corpus, project.engine.cite, date(2025, 6, 1))
        cited = [one["van-ban"] for one in facts(plan, LETTER).get("quan-he", [])]
        assert "chi-thi-5-ct-ubnd-2025" not in cited


@pytest.mark.parametrize(
    ("number", "stubs"),
    [
        ("2 4/2014/NĐ-CP", []),  # 24 or 4? the folder would be an address for ever
        ("24/2014/NĐ\u2011CP", ["van-ban/nghi-dinh-24-2014-nd-cp"]),  # Word's hyphen
    ],
)
def test_a_number_makes_a_folder_whole_or_not_at_all(
    take: Take, number: str, stubs: list[str]
) -> None:
    plan = take(f"{HEAD}\n\n1. Theo Điều 5 Nghị định số {number}.")
    assert folders(plan) == [LETTER, *stubs]
    assert bool(stubs) or any("4/2014/NĐ-CP" in told for told in plan.told)
