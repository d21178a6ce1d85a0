"""An instrument by the words that name it, in the spellings of letters."""

from __future__ import annotations

import pytest
from vanban.features.entry.named import Named, read_named
from vanban.features.entry.stub import code_of


@pytest.mark.parametrize(
    ("words", "behind", "day"),
    [
        ("Nghị định số 5/2010/NĐ-CP ngày 06/4/2010của Chính phủ", "", "2010-04-06"),  # glued
        ("Luật Vở kịch ngày 29 tháng 6 năm2006", "", "2006-06-29"),
        ("QUYẾT ĐỊNH SỐ 96/QĐ-TTG NGÀY 10/8/2022", "", "2022-08-10"),
        ("Quyết định số 96/QĐ-TTg ngày 10 tháng 8 năm 2022", "", "2022-08-10"),
        ("Quyết định số 96/QĐ-TTg", ", ngày 10.8.2022", "2022-08-10"),
        ("Luật Vở kịch", " của Quốc hội khóa XI ban hành ngày 29/6/2006 tới", "2006-06-29"),
        ("Thông tư số 1/2020/TT-BTP", " của Bộ trưởng Bộ Tư pháp ngày 05/5/2020", "2020-05-05"),
        # days of something else
        ("Luật Vở kịch", " từ ngày 29/6/2006", None),
        ("Luật Vở kịch", " của Quốc hội trước ngày 29/6/2006", None),
        ("Luật Vở kịch", " và Luật Ghế đá ngày 29/6/2006", None),
        ("Luật Vở kịch", ". Ngày 29/6/2006, trường họp", None),
        ("Công văn 5/STN-VP", " của Sở họp ngày 29/6/2006", None),
        ("Công văn 5/STN-VP", " do Sở gửi ngày 29/6/2006", None),
        ("Công văn 5/STN-VP", " của Sở, có hiệu lực ngày 29/6/2006", None),
        ("Nghị định số 5/2010/NĐ-CP", " ngày 06/4/2011", None),  # not of the number's year
        ("Quyết định số 96/QĐ-TTg ngày 31/02/2022", "", None),  # no day
        ("Quyết định số 96/QĐ-TTg ngày 10/8/1822", "", None),  # nor a year of one
        ("Quyết định số 96/QĐ-TTg ngày 10/8/2222", "", None),
    ],
)  # fmt: skip
def test_the_day_is_read_wherever_it_stands(words: str, behind: str, day: str | None) -> None:
    named = read_named(words, behind)
    assert named is not None
    assert (str(named.day) if named.day else None) == day


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Luật Phòng, chống bụi năm 2018", "Luật Phòng, chống bụi"),
        ("LUẬT PHÒNG, CHỐNG BỤI NĂM 2018", "Luật Phòng, chống bụi"),
        ("Luật Vở kịch, Luật Ghế đá", "Luật Vở kịch"),
        ("Luật Vở kịch, Điều 5", "Luật Vở kịch"),
        ("Luật Phòng, Chống bụi năm 2018", ""),  # one name, or two: “Luật Phòng” is none
        ("Luật ban hành vở kịch ngày 22 tháng 6 năm 2015", "Luật ban hành vở kịch"),
        ("Luật Vở kịch của Quốc hội khóa XI", "Luật Vở kịch"),
        ("Luật Vở kịch được sửa đổi năm 2018", "Luật Vở kịch"),
        # an amending law is named by all that it amends
        ("Luật sửa đổi, bổ sung Điều 6 của Luật Vở kịch năm 2018",
         "Luật sửa đổi, bổ sung Điều 6 của Luật Vở kịch"),
        # two years: nobody can tell which is its own
        ("Luật sửa đổi Luật Vở kịch năm 2011 ngày 01/7/2019", ""),
        ("Luật số 9/2020/QH14 sửa đổi, bổ sung Luật Vở kịch", ""),
    ],
)  # fmt: skip
def test_the_name_of_a_law(words: str, name: str) -> None:
    named = read_named(words)
    assert named is not None
    assert named.name == name


@pytest.mark.parametrize(
    ("number", "whole"),
    [
        ("24/2014/NĐ\u2011CP", "24/2014/NĐ-CP"),  # the hyphen of Word that breaks no line
        ("24/2014/NĐ-\u200bCP", "24/2014/NĐ-CP"),  # no width: copied of a page of the web
        ("24/20\u00ad14/NĐ-CP", "24/2014/NĐ-CP"),
        ("\uff124/2014/NĐ-CP", "24/2014/NĐ-CP"),  # full width
        ("24/2014/NĐ-\u0421\u0420", "24/2014/NĐ-CP"),  # Russian letters
        ("2 4/2014/NĐ-CP", ""),  # 24 or 4? nobody knows
        *[
            (f"24/{apart}", "24/2014/NĐ-CP")
            for apart in (
                " 2014/NĐ-CP",
                "2014 /NĐ-CP",
                "2014/NĐ- CP",
                "2014/NĐ -CP",
                "2014/NĐ – CP",
                "2014/NĐ-\nCP",
                "2014/\nNĐ-CP",
            )
        ],
        ("24-2014/NĐ-CP", ""),  # “2014/NĐ-CP” is another one's
        ("24/20 14/NĐ-CP", ""),
        ("1.234/QĐ-UBND", ""),
        ("24/2014/N Đ-CP", ""),
        ("24/2014/nđ- cp", ""),
        ("5/2008/QĐ-BGD ĐT", ""),
        ("5/2008/QĐ-BGD & ĐT", ""),
        ("46/2019/QH 14", "46/2019/QH14"),
        ("46/2019/QH-14", "46/2019/QH14"),
        ("46/2019/QH", ""),
        ("12/QĐ-UBND - UBND", ""),  # a part of it, or who comes next
        ("12/QĐ-UBND – Quy định", "12/QĐ-UBND"),
        ("12/QĐ-UBND, 13/QĐ-UBND", "12/QĐ-UBND"),
        ("12/KH-UBND 2019-2020", "12/KH-UBND"),
        ("2\u00a04/2014/NĐ-CP", ""),
        ("\u0662\u0664/2014/NĐ-CP", ""),
    ],
)
def test_a_number_is_read_as_it_is_seen_and_whole_or_not_at_all(number: str, whole: str) -> None:
    """“nghi-dinh-24-2014-nd” would be its folder, and an address for ever."""
    named = read_named(f"Nghị định số {number}")
    assert named is not None
    assert named.number == whole
    if whole.startswith("24"):
        assert named.slug == "nghi-dinh-24-2014-nd-cp"


def ways(number: str, behind: str) -> list[tuple[str, str]]:
    """What stands behind a number belongs to the words that name a paper, or follows on them, as
    all does that another line begins.
    """
    follows = (f"Nghị định số {number}", behind)
    return [follows] if "\n" in behind else [follows, (f"Nghị định số {number}{behind}", "")]


@pytest.mark.parametrize(
    "behind",
    [
        " CP", "\nCP", "+CP", "\u00b7CP", "¬CP", "\ufe63CP", ";CP", ", CP ngày 05/3/2020", " Cp",
        "\"-CP", "(CP)", " (CP)", " (2)", " 14", " cp".upper(), " và CP", " và CP của cơ quan",
        " & CP", ". CP ngày 05/3/2020", "\n-CP", " c", "-Trường Thử", " Hòn Thử ngày 05/3/2020",
        "…", "...", "|CP", "~", "\u2081", "_v2",
    ],
)  # fmt: skip
def test_a_number_is_whole_only_where_it_ends_for_certain(behind: str) -> None:
    """“24/2014/NĐ” would be the folder of another paper, for ever."""
    for words, rest in ways("24/2014/NĐ", behind):
        named = read_named(words, rest)
        assert named is not None
        assert named.number == ""


@pytest.mark.parametrize(
    "behind",
    [
        "", ".", ";", ",", ")", "”", " ", " ngày 05/3/2020", ", ngày 05/3/2020", " của Chính phủ",
        " Quy định về sổ", " QUY ĐỊNH VỀ SỔ", " về sổ", " (sau đây gọi là Nghị định)", " (2014)",
        "). Trường", "; 25/2014/NĐ-CP", ", UBND huyện yêu cầu", ". UBND huyện yêu cầu", " ở trên",
        " - Luật", " – về sổ", "-Mật", " - Hỏa tốc", "\n- Luật Vở kịch", "\n-Luật Vở kịch",
        "\n2. Giữ sổ", "\nTrường giữ sổ", "\n\nTRƯỞNG PHÒNG", " và Luật Vở kịch", " 2019-2020",
        ": giữ sổ", "?", " “về sổ”", " Chính phủ", " | Hòn Thử |",
    ],
)  # fmt: skip
def test_what_ends_a_number(behind: str) -> None:
    for words, rest in ways("24/2014/NĐ-CP", behind):
        named = read_named(words, rest)
        assert named is not None
        assert named.number == "24/2014/NĐ-CP"


@pytest.mark.parametrize(
    ("words", "behind", "number"),
    [
        ("Thông tư 1/2021/TT-TTCP", "Quy định về sổ", "1/2021/TT-TTCP"),  # glued
        ("Chỉ thị 12/CT-TTg", "về sổ", "12/CT-TTg"),
        ("Văn bản hợp nhất số 1/VBHN-VPQH", " ngày 10/01/2020", "1/VBHN-VPQH"),
        ("Nghị quyết số 9/2019/UBTVQH", " 14", ""),
        ("Công văn 345/SGDĐT-VP-Mật", "", "345/SGDĐT-VP"),
        ("Luật số: 9/2019/QH14", "", "9/2019/QH14"),
        # a word, a name of a file, the mark of a note: none of a number
        ("Thông tư 1/2021/TT-TTCPvề sổ", "", ""),
        ("Thông tư 1/2021/TT-TTCPquy", " định", ""),
        ("Nghị định 24/2014/NĐ-CP.html", "", ""),
        ("Nghị định 24/2014/NĐ-CP1 quy định về sổ", "", ""),
        ("Quyết định 12/QĐ-TTg3", " về sổ", ""),
        ("Công văn 12/UBND-VX1", " ngày 10/01/2020", "12/UBND-VX1"),
    ],
)
def test_other_ends_of_a_number(words: str, behind: str, number: str) -> None:
    named = read_named(words, behind)
    assert named is not None
    assert named.number == number


@pytest.mark.parametrize("number", ["12l/SGDĐT", "12O/SGDĐT", "9/2019/QHI4", "9/2019/QHl4"])
def test_letters_for_figures_are_no_number(number: str) -> None:
    named = read_named(f"Công văn số {number} ngày 12/3/2020")
    assert named is not None
    assert named.number == ""


@pytest.mark.parametrize(
    ("words", "central"),
    [
        ("Nghị quyết số 29-NQ/TW ngày 04/11/2013", True),
        ("Công văn số 12/TTg-KGVX", True),
        ("Thông tư liên tịch số 3/2015/TTLT-BGDĐT-BNV", True),
        ("Nghị quyết số 8/NQ-HĐND", False),
        ("Công văn số 45/SGDĐT-VP", False),
    ],
)
def test_who_is_central(words: str, central: bool) -> None:
    named = read_named(words)
    assert named is not None
    assert named.central is central


def test_codes_fit_and_keep_the_year() -> None:
    """Codes have twelve letters at most; of long names the year is not what is cut off."""
    named = read_named("Luật Quản lý sử dụng vũ khí vật liệu nổ và công cụ hỗ trợ năm 2017")
    assert named is not None
    first = code_of(named, ())
    assert len(first) <= 12
    assert first.endswith("17")
    second = code_of(named, (first,))
    assert second != first
    assert len(second) <= 12


LONG = "Luật Sổ sách, vở viết, bút chì, bút mực, thước kẻ, giấy nháp, bìa bọc và {}"


def test_a_folder_of_a_long_name_is_short_and_its_own() -> None:
    """Disks and addresses bear no name of hundreds of letters; two names never share one."""
    slugs = {Named("Luật", "", LONG.format(one), 2011, None).slug for one in ("nhãn", "tẩy")}
    assert len(slugs) == 2
    for slug in slugs:
        assert slug.startswith("luat-so-sach-vo-viet-but-chi-but-muc-thuoc-ke-giay-nhap-")
        assert slug.endswith("-2011")
        assert len(slug) <= 60 + len("-abcd-2011")
    office = Named("Công văn", "", "", 2025, None, "TRƯỜNG THỬ NGHIỆM " * 9)
    assert len(office.slug) <= 60 + len("-abcd-2025")
    assert Named("Luật", "", "Luật Vở kịch", 2011, None).slug == "luat-vo-kich-2011"
