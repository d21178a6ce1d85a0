"""A letter taken into the invented project, and stubs: nothing is lost, nothing written over."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from command_line import INVENTED, Run
from intake.made import docx_of
from markdown import Markdown
from vanban.intake import apart
from vanban.intake.document import Document
from vanban.page import letter as layout
from vanban.project import open_project

LETTER = [
    "SỞ THỬ NGHIỆM",
    "Số: 45/STN-VP",
    "Thử Nghiệm, ngày 20 tháng 5 năm 2025",
    "V/v giữ gìn sổ sách",
    "Kính gửi: Các phòng.",
    "Căn cứ Nghị định số 88/2024/NĐ-CP ngày 05/6/2024; Luật Vở kịch năm 2011.",
    "1. Thực hiện khoản 1 Điều 7 Luật Thử nghiệm năm 2023 và Luật Ghế, bàn.",
    "2. Theo Điều 3 Nghị định 88/2024/NĐ-CP; xem *dấu sao*, <b>, [x](y), a_b, {c}, R&D; &amp;.",
    "Mũi tên --> và <!-- lời -->.",
    "# Không phải tiêu đề",
    "Một|Hai\n---|---\n[[x]] &copy; ``a ` b``",
    "1. Mục này lặp số.",
    "Nơi nhận:",
    "- Như trên;",
    "GIÁM ĐỐC",
]
HOME = "docs/van-ban/cong-van-45-stn-vp-2025"
DECREE = "docs/van-ban/nghi-dinh-88-2024-nd-cp"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The invented project as a folder of its own."""
    root = tmp_path / "kho"
    root.mkdir()
    shutil.copytree(INVENTED / "docs", root / "docs")
    for name in ("dia-chi.txt", "dinh-chinh.yml"):
        shutil.copy2(INVENTED / name, root / name)
    shutil.copy2(INVENTED.parents[1] / "mkdocs.yml", root / "inherited.yml")
    settings = (INVENTED / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("../../mkdocs.yml", "inherited.yml")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def letter() -> bytes:
    return docx_of(*LETTER)


@pytest.fixture
def came(tmp_path: Path, letter: bytes) -> Path:
    file = tmp_path / "công văn 45.docx"
    file.write_bytes(letter)
    return file


@pytest.fixture(scope="module")
def documents() -> dict[bytes, Document]:
    """What was read of each Word file that came."""
    return {}


@pytest.fixture(autouse=True)
def read_once(documents: dict[bytes, Document], monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes are read once, by a process of their own; nobody can change a document."""
    reader = apart.read

    def read(path: Path, kind: str) -> Document:
        data = path.read_bytes()
        if data not in documents:
            documents[data] = reader(path, kind)
        return documents[data]

    monkeypatch.setattr(apart, "read", read)


def read(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def test_a_letter_comes_in(run: Run, project: Path, came: Path) -> None:
    done = run("new", "letter", came, project=project)
    facts = read(project / HOME / "van-ban.yml")
    assert (facts["so"], str(facts["ban-hanh"])) == ("45/STN-VP", "2025-05-20")
    assert facts["ten"] == "V/v giữ gìn sổ sách"
    assert facts["co-quan"] == "SỞ THỬ NGHIỆM"
    assert facts["muc-luc"]["muc"] == [{"so": 1}, {"so": 2}]
    cited = {one["van-ban"]: one["o"] for one in facts["quan-he"]}
    assert cited == {
        "luat-22-2023-qh15": "mục 1",
        "nghi-dinh-88-2024-nd-cp": "phần mở đầu, mục 2",
        "luat-vo-kich-2011": "phần mở đầu",
    }
    assert facts["nhan-manh"] == [{"van-ban": "luat-22-2023-qh15", "don-vi": "dieu-7-khoan-1"}]
    assert done.out.count("Còn phải điền:") == 1
    assert "“Luật Ghế, bàn" in done.out  # the name may go on: no stub is guessed
    assert "Số mục lặp lại 1 lần" in done.out


def test_the_project_is_sound_after_it(run: Run, project: Path, came: Path) -> None:
    """What is left is only what nobody can know before it is published: its addresses."""
    assert not open_project(project).problems
    done = run("new", "letter", came, project=project)
    assert done.status == 0, done.out
    assert not open_project(project).problems
    again = open_project(project)
    stub = again.corpus.instruments["nghi-dinh-88-2024-nd-cp"]
    assert str(stub.issued) == "2024-06-05"
    assert stub.validity.state.value == "chua-ro"
    found = again.engine.cite("Điều 3 Nghị định 88/2024/NĐ-CP; Luật Vở kịch năm 2011")
    assert [one.target.slug for one in found if one.target] == [stub.slug, "luat-vo-kich-2011"]


def test_the_words_of_a_letter_are_never_in_the_way_of_the_check(
    run: Run, project: Path, tmp_path: Path
) -> None:
    """A letter cannot be reworded: numbers without a day, in capitals, of provinces, pass."""
    file = tmp_path / "thu.txt"
    file.write_text(
        "UBND TỈNH THỬ\nSố: 9/2025/QĐ-UBND\nHòn Thử, ngày 20 tháng 5 năm 2025\n\n"
        "QUYẾT ĐỊNH\nTHỰC HIỆN QUYẾT ĐỊNH SỐ 96/QĐ-TTG NGÀY 10/8/2022\n\n"
        "Căn cứ Quyết định số 96/QĐ-TTg; Quyết định số 8/2022/QĐ-UBND; Chỉ thị số 10/CT-UBND;\n\n"
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Vở kịch ngày 01 tháng 7 năm 2019;\n\n"
        "1. Quyết định số 9/2025/QĐ-UBND và văn bản này có hiệu lực.\n",
        encoding="utf-8",
    )
    done = run("new", "letter", file, project=project)
    assert done.status == 0, done.out
    home = project / "docs/van-ban/quyet-dinh-9-2025-qd-ubnd-thu"
    assert "QUYẾT ĐỊNH SỐ 96/QĐ-TTG" in (home / "index.md").read_text(encoding="utf-8")
    assert done.out.count("đã ghi") == 2 * 5


def test_letter_for_letter(run: Run, project: Path, came: Path) -> None:
    """What the page shows of the letter is what came, whatever Markdown would make of it."""
    run("new", "letter", came, project=project)
    page = (project / HOME / "index.md").read_text(encoding="utf-8")
    shown = []
    for paragraph in layout.of_page(page):
        html = Markdown(extensions=["attr_list", "footnotes"]).convert(f"x {paragraph.text}")
        bare = re.sub(r"<[^>]+>", "", html).removeprefix("x ")
        for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&#124;", "|"), ("&amp;", "&")):
            bare = bare.replace(entity, letter)
        shown.append(bare)
    assert shown == LETTER


def test_a_dry_run_writes_nothing(run: Run, project: Path, came: Path) -> None:
    before = sorted(project.rglob("*"))
    done = run("new", "letter", came, "--dry-run", "--contents", project=project)
    assert f"===== {HOME}/index.md" in done.out
    assert "Kính gửi: Các phòng." in done.out
    assert sorted(project.rglob("*")) == before


def test_a_dry_run_is_short_and_ends_with_what_to_do(run: Run, project: Path, came: Path) -> None:
    """How many files and where; what was in doubt; what to fill in. Each file once."""
    done = run("new", "letter", came, "--dry-run", project=project)
    lines = done.out.splitlines()
    assert lines[0] == "Sẽ ghi 6 tệp vào 3 thư mục:"
    assert lines[1] == f"- {HOME}/ (van-ban.yml, index.md)"
    assert "loai: Công văn" not in lines
    assert lines.index("Khi đọc:") < lines.index("Còn phải điền:")
    told = [line.partition(":")[0] for line in lines[lines.index("Còn phải điền:") :]]
    files = [line for line in told if line.startswith("- docs/")]
    assert len(files) == len(set(files)) == 4


def test_check_tells_what_is_left_to_fill_in(run: Run, project: Path, came: Path) -> None:
    """A notice with its place, which stops nothing, until the editor takes the lines out."""
    run("new", "letter", came, project=project)
    done = run("check", project=project)
    assert done.status == 0, done.out
    assert f"{HOME}/van-ban.yml:2:1: còn phải điền: co-quan (xem lại), nguoi-ky" in done.out
    assert f"{DECREE}/van-ban.yml:2:1: còn phải điền: ten" in done.out
    for file in project.glob("docs/van-ban/*/van-ban.yml"):
        kept = [
            line
            for line in file.read_text(encoding="utf-8").splitlines(keepends=True)
            if not line.startswith("# Còn phải điền")
        ]
        file.write_text("".join(kept), encoding="utf-8")
    assert "còn phải điền" not in run("check", project=project).out


def test_nothing_is_written_over(run: Run, project: Path, came: Path) -> None:
    mine = project / DECREE / "index.md"
    mine.parent.mkdir()
    mine.write_text("của tôi", encoding="utf-8")
    done = run("new", "letter", came, project=project)
    assert done.status == 2
    assert "không ghi đè" in done.told
    assert mine.read_text(encoding="utf-8") == "của tôi"
    assert not (project / HOME).exists()


def test_signs_of_a_font_of_word_are_the_usual_ones(run: Run, project: Path) -> None:
    came = project.parent / "thu.docx"
    came.write_bytes(docx_of(*LETTER[:5], "\uf0b7 Một \uf0ff", *LETTER[-3:]))
    done = run("new", "letter", came, project=project)
    assert "2 ký hiệu của phông Word" in done.out
    assert "\n\n• Một □\n\n" in (project / HOME / "index.md").read_text("utf-8")
    assert "U+F0" not in done.out


def test_white_space_and_line_ends_are_told(run: Run, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "thu.txt"
    file.write_bytes("Kính gửi:\tA.\r\n\r\n1.  Nộp\u200b sổ. \r\n\r\n-------\r\n".encode())
    done = run("new", "letter", file, "--dry-run", "--contents", project=project)
    for word in ("Windows", "dấu tab", "ở đầu hoặc cuối", "không có bề rộng", "đường kẻ"):
        assert word in done.out
    assert "Kính gửi: A.\n\n1. Nộp sổ.\n" in done.out


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Nghị định số 24/2014/NĐ-CP ngày 24/02/2014", "nghi-dinh-24-2014-nd-cp"),
        ("nghị định 24/2014/NĐ-CP", "nghi-dinh-24-2014-nd-cp"),
        ("NĐ 24/2014/NĐ-CP", "nghi-dinh-24-2014-nd-cp"),  # the kind is in the number
        ("Luật Thư viện số 46/2019/QH14", "luat-46-2019-qh14"),
        ("Luật Báo chí năm 2016", "luat-bao-chi-2016"),
        ("Điều 3 Hiến pháp năm 2013", "hien-phap-2013"),
        ("Chỉ thị số 15/CT-TTg ngày 03/10/2018", "chi-thi-15-ct-ttg-2018"),
        ("Nghị quyết số 29-NQ/TW ngày 04/11/2013", "nghi-quyet-29-nq-tw-2013"),
    ],
)
def test_a_stub_alone(run: Run, project: Path, words: str, slug: str) -> None:
    done = run("new", "instrument", words, project=project)
    assert done.status == 0, done.out + done.told
    assert slug in open_project(project).corpus.instruments


def test_no_code_is_given_out_again(run: Run, project: Path, came: Path) -> None:
    """What was published once under it is printed, though its instrument has gone since."""
    ledger = (project / "dia-chi.txt").read_text("utf-8")
    gone = "".join(f"{code}/ → van-ban/\n" for code in ("nd88", "cv45"))
    (project / "dia-chi.txt").write_text(ledger + gone, "utf-8")
    assert run("new", "letter", came, project=project).out
    codes = {read(project / home / "van-ban.yml")["ma"] for home in (HOME, DECREE)}
    assert codes == {"nd8824", "cv4525"}
    shutil.rmtree(project / DECREE)
    run("new", "instrument", "Nghị định 88/2024/NĐ-CP", project=project)
    assert read(project / DECREE / "van-ban.yml")["ma"] == "nd8824"


@pytest.mark.parametrize(
    "words",
    [
        "Luật Báo chí",
        "sách giáo khoa",
        "Luật Thử nghiệm số 22/2023/QH15",
        "Luật Thử nghiệm năm 2023",  # here by its number
    ],
)
def test_no_stub_is_guessed_or_made_twice(run: Run, project: Path, words: str) -> None:
    done = run("new", "instrument", words, project=project)
    assert done.status == 2
    assert len(done.told.splitlines()) == 1


def test_a_folder_stays_within_docs(run: Run, project: Path, came: Path) -> None:
    done = run("new", "letter", came, "--folder", "../ngoai", project=project)
    assert done.status == 2
    assert not (project.parent / "ngoai").exists()


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("api", "chỗ api/ là của tệp mà trang tự làm"),
        ("assets/x", "chỗ assets/ là của tệp mà trang tự làm"),
        ("templates/x", "MkDocs tự bỏ"),
        ("docs/API/x", "đổi tên thành api"),
        ("van-ban/a.b", "có dấu chấm"),
        ("tinh-huong/lau-san", "cùng một địa chỉ"),
        ("tn23/x", "tn23/ là địa chỉ ngắn của một văn bản"),
        ("thu/cu", "thu/cu/ là địa chỉ cũ của trang khác"),
    ],
)
def test_a_folder_that_check_would_refuse_is_not_begun(
    run: Run, project: Path, came: Path, folder: str, told: str
) -> None:
    """The letter, and a stub of each instrument that it cites, would lie there already."""
    with (project / "dia-chi.txt").open("a", encoding="utf-8") as ledger:
        ledger.write("thu/cu/ → tinh-huong/\n")
    before = sorted((project / "docs").rglob("*"))
    for more in ((), ("--dry-run",)):
        done = run("new", "letter", came, "--folder", folder, *more, project=project)
        assert (done.status, told in done.told) == (2, True)
    assert sorted((project / "docs").rglob("*")) == before


@pytest.mark.parametrize("name", ["Luật \u03a4hư viện năm 2019", "Nghị định 9/2026/NĐ-C\u03a1"])
def test_letters_of_another_script_begin_no_folder(run: Run, project: Path, name: str) -> None:
    """Greek ones here: the folder “luat-hu-vien-2019” would keep its name when they are mended."""
    done = run("new", "instrument", name, project=project)
    assert (done.status, "của bảng chữ khác" in done.told) == (2, True)


def test_another_one_of_the_same_number_is_told_where_it_goes(run: Run, project: Path) -> None:
    """That the collection has it already would be the answer to its own advice."""
    words = "Công văn 345/PGD-TH ngày {}/02/2020"
    assert run("new", "instrument", words.format("01"), project=project).status == 0
    again = run("new", "instrument", words.format("01"), project=project)
    assert "kho đã có Công văn 345/PGD-TH (cong-van-345-pgd-th-2020)" in again.told
    other = run("new", "instrument", words.format("05"), project=project)
    assert (other.status, "thành cong-van-345-pgd-th-2020-2" in other.told) == (2, True)
    home = project / "docs/van-ban/cong-van-345-pgd-th-2020"
    shutil.copytree(home, home.with_name("cong-van-345-pgd-th-2020-2"))
    file = home.with_name("cong-van-345-pgd-th-2020-2") / "van-ban.yml"
    text = file.read_text("utf-8").replace("2020-02-01", "2020-02-05")
    file.write_text(re.sub("(?m)^ma: .*", "ma: cv345b", text), "utf-8")
    assert run("check", project=project).out.count("cong-van-345-pgd-th-2020-2") == 1  # a notice


@pytest.mark.parametrize(
    "named", ["docs/thu/thu-9", "./docs/thu/thu-9/", "docs\\thu\\thu-9", "thu/thu-9"]
)
def test_a_folder_may_be_named_from_the_top_of_the_project(
    run: Run, project: Path, came: Path, named: str
) -> None:
    """A shell completes it so, and every message names files so."""
    run("new", "letter", came, "--folder", named, project=project)
    assert (project / "docs/thu/thu-9/van-ban.yml").is_file()
    assert not (project / "docs/docs").exists()


def test_a_title_in_capitals_names_what_the_text_names(run: Run, project: Path) -> None:
    """One stub for one decision, with its day and spelling, whatever mention has them."""
    came = project.parent / "ke-hoach.docx"
    came.write_bytes(
        docx_of(
            "Số: 61/KH-STN",
            "Thử Nghiệm, ngày 20 tháng 5 năm 2025",
            "KẾ HOẠCH",
            "TRIỂN KHAI QUYẾT ĐỊNH SỐ 964/QĐ-TTG NGÀY 10/8/2022 CỦA THỦ TƯỚNG",
            "Thực hiện Quyết định số 964/QĐ-TTg; các phòng tải hai văn bản này.",
            "1. Kế hoạch này thực hiện Quyết định số 964/QĐ-TTg ngày 10/8/2022.",
        )
    )
    done = run("new", "letter", came, project=project)
    stubs = [path.name for path in (project / "docs/van-ban").glob("quyet-dinh-964-*")]
    assert stubs == ["quyet-dinh-964-qd-ttg-2022"]
    stub = read(project / "docs/van-ban" / stubs[0] / "van-ban.yml")
    assert stub["so"] == "964/QĐ-TTg"
    assert stub["ban-hanh"] == date(2022, 8, 10)
    assert "này”" not in done.out
    assert "()" not in done.out + run("check", project=project).out


def test_a_dry_run_refuses_what_the_real_run_refuses(run: Run, project: Path, came: Path) -> None:
    run("new", "letter", came, project=project)
    (project / HOME / "van-ban.yml").unlink()  # the page alone is left
    real = run("new", "letter", came, project=project)
    dry = run("new", "letter", came, "--dry-run", project=project)
    assert (dry.status, dry.told) == (real.status, real.told)
    assert "Sẽ ghi" not in dry.out


CITES_WRONGLY = """SỞ THỬ NGHIỆM
Số: 46/STN-VP
Thử Nghiệm, ngày 20 tháng 5 năm 2025

Kính gửi: Các phòng.

1. Theo Điều 7 Luật Thử nghiệm năm 2023 và khoản 99 Điều 7 Luật Thử nghiệm năm 2023.

2. Sổ sách theo Điều 7 Luật này.
"""


def test_a_letter_that_cites_wrongly_keeps_its_words(
    run: Run, project: Path, tmp_path: Path
) -> None:
    """What is advised, added as it is printed, marks the place; nothing else is let through."""
    file = tmp_path / "thu.txt"
    file.write_text(CITES_WRONGLY, encoding="utf-8")
    run("new", "letter", file, project=project)
    told = open_project(project).problems
    advised = [one.suggestion.partition("thêm vào loi-chu: ")[2] for one in told]
    assert [yaml.safe_load(one)["chu"] for one in advised] == [
        "khoản 99 Điều 7 Luật Thử nghiệm năm 2023",
        "Điều 7 Luật này",
    ]
    assert not any("ghi rõ" in one.suggestion for one in told)
    facts = project / "docs/van-ban/cong-van-46-stn-vp-2025/van-ban.yml"
    written = facts.read_text(encoding="utf-8")
    for entries, left in (
        # “Điều 7” stands first in a citation that is right: there its mark stands
        (["{chu: Điều 7, co-le-la: Điều 8, chac-chan: reading}"], 2),
        (advised[:1], 1),
        (advised, 0),
    ):
        slips = "".join(f"- {one}\n" for one in entries)
        facts.write_text(f"{written}loi-chu:\n{slips}", encoding="utf-8")
        assert len(open_project(project).problems) == left


def test_a_member_of_a_list_is_marked_with_the_whole_list(
    run: Run, project: Path, tmp_path: Path
) -> None:
    """“b” stands everywhere: its mark would be that of the first “b” of the letter."""
    file = tmp_path / "thu.txt"
    listed = "điểm a, b và c khoản 1 Điều 7 của Luật này"
    wrong = CITES_WRONGLY.replace("Điều 7 Luật này", f"các {listed}")
    file.write_text(wrong, encoding="utf-8")
    run("new", "letter", file, project=project)
    told = open_project(project).problems
    advised = [one.suggestion.partition("thêm vào loi-chu: ")[2] for one in told]
    chu = [yaml.safe_load(one)["chu"] for one in advised]
    assert chu[0] == "khoản 99 Điều 7 Luật Thử nghiệm năm 2023"
    assert len(chu) == 4
    assert {one.removeprefix("các ") for one in chu[1:]} == {listed}
    facts = project / "docs/van-ban/cong-van-46-stn-vp-2025/van-ban.yml"
    written = facts.read_text(encoding="utf-8")
    facts.write_text(f"{written}loi-chu:\n- {advised[2]}\n", encoding="utf-8")
    assert len(open_project(project).problems) == 1


def test_problems_of_others_are_only_counted(run: Run, project: Path, came: Path) -> None:
    """The editor of a letter is told what the letter does, not what was wrong before."""
    other = project / "docs/index.md"
    words = other.read_text(encoding="utf-8")
    other.write_text(f"{words}\nTheo khoản 99 Điều 7 Luật Thử nghiệm năm 2023.\n", encoding="utf-8")
    done = run("new", "letter", came, project=project)
    assert done.status == 0
    assert "khoản 99" not in done.out
    assert "Kho còn 1 vấn đề có từ trước" in done.out


def test_what_holds_checks_back_is_told(run: Run, project: Path, came: Path) -> None:
    """Nobody knows yet what is wrong with the letter: what stands in the way comes first."""
    facts = project / "docs/van-ban/luat-22-2023-qh15/van-ban.yml"
    facts.write_text(f"{facts.read_text(encoding='utf-8')}gi-do: 1\n", encoding="utf-8")
    done = run("new", "letter", came, project=project)
    assert done.status != 0
    assert "gi-do: khóa lạ" in done.out + done.told


SHORTHAND = """SỞ THỬ NGHIỆM
Số: 47/STN-VP
Thử Nghiệm, ngày 20 tháng 5 năm 2025

Kính gửi: Các phòng.

Căn cứ Nghị định số 88/2024/NĐ-CP ngày 05/6/2024;

1. Làm theo Điều 3 NĐ 88 và khoản 2 Điều 4 Nghị định số 88.
"""


def test_what_a_letter_has_named_in_full_it_may_name_in_short(
    run: Run, project: Path, tmp_path: Path
) -> None:
    """The check reads a letter paragraph by paragraph, and still knows what the others name."""
    file = tmp_path / "thu.txt"
    file.write_text(SHORTHAND, encoding="utf-8")
    done = run("new", "letter", file, project=project)
    assert (done.status, open_project(project).problems) == (0, ()), done.out
    folder = "van-ban/cong-van-47-stn-vp-2025/index.md"
    again = open_project(project)
    cited = [
        one.citation.target.slug
        for one in again.library.graph.of_page(folder)
        if one.citation.target and one.citation.target.slug.startswith("nghi-dinh")
    ]
    assert cited == ["nghi-dinh-88-2024-nd-cp"] * 3
