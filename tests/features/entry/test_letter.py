"""A letter taken into the invented project: its head, its day, its words, who signs it."""

from __future__ import annotations

import pytest
from vanban.features.entry.office_letters import office_in_usual_letters

from .taking import HEAD, LETTER, Take, facts, folders


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


def test_a_day_that_no_calendar_has_is_told(take: Take) -> None:
    plan = take(HEAD.replace("20 tháng 5", "31 tháng 9") + "\n\nKính gửi: A.\n\n1. Mở sổ.")
    assert folders(plan) == [LETTER]  # the year is written
    assert any("“Hòn Thử, ngày 31 tháng 9 năm 2025”: lịch không có" in one for one in plan.told)
    assert "ban-hanh (bản chép ghi một ngày không có trong lịch)" in plan.todo[0]
    assert "thoi-diem:" not in plan.files[f"{LETTER}/index.md"]


def test_a_number_that_was_not_read_is_told_and_names_no_folder(take: Take) -> None:
    plan = take(HEAD.replace("45/STN-VP", "45/STN+VP") + "\n\nKính gửi: A.\n\n1. Mở sổ.")
    (home,) = folders(plan)
    assert home == "van-ban/cong-van-so-thu-nghiem-2025"
    assert "so" not in facts(plan, home)
    assert any(one.startswith("“Số: 45/STN+VP”: không chắc số") for one in plan.told)
    assert "so (chưa đọc chắc được; thư mục giữ nguyên tên)" in plan.todo[0]


def test_two_letters_in_one_file_are_told(take: Take) -> None:
    second = HEAD.replace("45/", "46/")
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\n1. Mở sổ.\n\n{second}\n\nKính gửi: B.\n\n1. Đóng sổ.")
    assert folders(plan) == [LETTER]
    assert any("còn dòng “Số: 46/STN-VP”: nếu" in one for one in plan.told)
    annex = "Mẫu số 1\n\nSố:      /BC-TH"  # a form to be filled in is no letter
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\n1. Mở sổ.\n\n{annex}")
    assert not any("còn dòng" in one for one in plan.told)


def test_two_days_in_one_head_are_told(take: Take) -> None:
    more = "Hòn Thử, ngày 21 tháng 5 năm 2025"
    plan = take(f"{HEAD}\n{more}\n\nKính gửi: A.\n\n1. Mở sổ.")
    assert folders(plan) == [LETTER]
    assert "ban-hanh" not in facts(plan, LETTER)
    assert any(f"và “{more}”: không rõ dòng nào" in one for one in plan.told)
    assert "ban-hanh (bản chép có nhiều dòng ghi ngày)" in plan.todo[0]


def test_a_year_of_no_letter_is_told(take: Take) -> None:
    plan = take(HEAD.replace("năm 2025", "năm 2205") + "\n\nKính gửi: A.\n\n1. Mở sổ.")
    assert folders(plan) == [LETTER.removesuffix("-2025")]
    assert any("năm 2205”: không thể là ngày của văn bản" in one for one in plan.told)
    assert "ban-hanh (bản chép ghi một ngày không thể có)" in plan.todo[0]


def test_another_law_that_is_only_this_one_is_told(take: Take) -> None:
    """“Văn bản này” is the letter, once it has its page; “Luật này” is not."""
    body = "1. Luật Thử nghiệm năm 2023. Theo Điều 7 Luật này. Văn bản này có hiệu lực."
    told = [one for one in take(f"{HEAD}\n\nKính gửi: A.\n\n{body}").told if " này" in one]
    assert len(told) == 1
    assert "“Điều 7 Luật này”" in told[0]


def test_who_signs_is_read(take: Take) -> None:
    foot = "Nơi nhận:\n- Như trên;\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\n\nTrần Văn D"
    plan = take(f"{HEAD}\n\nKính gửi: Các phòng.\n\n1. Giữ sổ.\n\n{foot}")
    assert facts(plan, LETTER)["nguoi-ky"] == "KT. Giám đốc, Phó Giám đốc Trần Văn D"
    assert any("nguoi-ky (xem lại)" in one for one in plan.todo)


def test_a_subject_in_capitals_is_to_be_written_anew(take: Take) -> None:
    plan = take(HEAD.replace("V/v thử", "KẾ HOẠCH\nGIỮ SỔ") + "\n\nThực hiện.")
    assert any("ten (bản chép viết hoa hết" in one for one in plan.todo)


@pytest.mark.parametrize(
    ("head", "number", "folder", "place"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH HÒN THỬ", "72/{}/QĐ-UBND", "72-2025-qd-ubnd-hon-thu", "Hòn Thử"),
        ("UBND TỈNH BÀ LÀNG - VŨNG THỬ", "5/KH-UBND", "5-kh-ubnd-ba-lang-vung-thu-2025", "Bà Làng"),
        ("Ủy ban nhân dân\ntỉnh Hòn Thử", "7/UBND-VX", "7-ubnd-vx-hon-thu-2025", "Hòn Thử"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG", "7/CT-UBND", "7-ct-ubnd-hai-phong-2025", "Hải"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HUẾ", "7/CT-UBND", "7-ct-ubnd-hue-2025", "Huế"),
        # a city of a province that the head does not name, a commune, other offices
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÒN THỬ", "7/UBND-VX", "7-ubnd-vx-2025", ""),
        ("ỦY BAN NHÂN DÂN\nXÃ HÒN THỬ", "7/UBND-VX", "7-ubnd-vx-2025", ""),
        ("UBND TỈNH HÒN THỬ\nSỞ THỬ NGHIỆM", "7/STN-VP", "7-stn-vp-2025", ""),
        ("BỘ GIÁO DỤC VÀ ĐÀO TẠO", "7/BGDĐT-VP", "7-bgddt-vp-2025", ""),
    ],
)
def test_a_province_is_told_where_the_head_names_it(
    take: Take, head: str, number: str, folder: str, place: str
) -> None:
    """Every province has such a number: folder and ``dia-phuong`` tell them apart."""
    number = number.format(2025)
    plan = take(f"{head}\nSố: {number}\nNơi Thử, ngày 20 tháng 5 năm 2025\n\nKính gửi: A.")
    (home,) = folders(plan)
    assert home == f"van-ban/cong-van-{folder}"
    assert facts(plan, home).get("dia-phuong", "").startswith(place)
    assert bool(facts(plan, home).get("dia-phuong")) is bool(place)
    is_to_see = "dia-phuong (xem lại)" in plan.files[f"{home}/van-ban.yml"]
    assert is_to_see is bool(place)


def test_a_city_that_was_one_of_a_province_then(take: Take) -> None:
    head = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HUẾ\nSố: 7/CT-UBND\nHuế, ngày 20 tháng 5 năm 2023"
    (home,) = folders(take(f"{head}\n\nKính gửi: A."))
    assert home == "van-ban/cong-van-7-ct-ubnd-2023"


def test_what_nobody_sees_is_in_no_key_and_parts_no_words(take: Take) -> None:
    plain_head = (
        "ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG THÁP\nSố: 9/UBND-VX\n"
        "Đồng Tháp, ngày 20 tháng 5 năm 2025\nV/v giữ vở\n\n1. Giữ vở.\n\n"
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn Thử"
    )
    marked = plain_head
    for words, mark in (
        ("ỦY BAN", "\u200e"),
        ("TỈNH", "\u200b"),
        ("9/UBND", "\u202e"),
        ("ngày 20", "\u200b"),
        ("giữ", "\u00ad"),
        ("CHỦ", "\ufeff"),
        ("Văn", "\x07"),
    ):
        marked = marked.replace(words, f"{words[:1]}{mark}{words[1:]}")
    assert marked != plain_head
    assert take(marked).files == take(plain_head).files
