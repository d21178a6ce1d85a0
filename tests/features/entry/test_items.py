"""The numbered items of a letter, and what is told of those that are not read."""

from __future__ import annotations

import pytest

from .taking import HEAD, LETTER, Take, facts


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


@pytest.mark.parametrize("opening", ["", "Trưởng phòng yêu cầu:\n"])
def test_items_on_lines_of_their_own_are_items_without_an_empty_line(
    take: Take, opening: str
) -> None:
    """As a letter copied from a chat comes; a line that goes on stays with its item."""
    body = (
        "1. Mở sổ.\n2. Theo Luật Thử nghiệm năm 2023\nghi vào sổ.\n3. Theo Luật Vở kịch năm 2011."
    )
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\n{opening}{body}")
    assert [one["so"] for one in facts(plan, LETTER)["muc-luc"]["muc"]] == [1, 2, 3]
    assert [one["o"] for one in facts(plan, LETTER)["quan-he"]] == ["mục 2", "mục 3"]
    assert "năm 2023\nghi vào sổ." in plan.files[f"{LETTER}/index.md"]


def test_a_line_that_only_begins_with_a_number_opens_no_item(take: Take) -> None:
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\n1. Mở sổ trước ngày\n12. Sau đó thì đóng.")
    assert [one["so"] for one in facts(plan, LETTER)["muc-luc"]["muc"]] == [1]


def test_a_relation_tells_where_it_stands(take: Take) -> None:
    """What stands behind an item is not the opening."""
    body = "Căn cứ Luật Thử nghiệm năm 2023;\n\n1. Mở sổ.\n\nTheo Luật Vở kịch năm 2011."
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\n{body}")
    places = [one["o"] for one in facts(plan, LETTER)["quan-he"]]
    assert places == ["phần mở đầu", "đoạn sau mục 1"]


@pytest.mark.parametrize(
    ("items", "sign"),
    [
        ("1. Mở sổ.\n\n2. Đóng sổ.", ""),
        ("Trích yếu: giữ sổ.\n\n1. Mở sổ (trích từ sổ cũ)…", ""),
        ("3. Mở sổ.\n\n4. Đóng sổ.", "không có mục 1, 2"),
        ("1. Mở sổ.\n\n7. Đóng sổ.", "không có mục 2, 3, 4…"),
        ("1. Mở sổ.\n\n[…]\n\n2. Đóng sổ.", "có chỗ lược bằng dấu ba chấm"),
        ("1. Mở sổ.\n\n...\n\n2. Đóng sổ.", "có chỗ lược bằng dấu ba chấm"),
        ("(Trích)\n\n1. Mở sổ.", "bản chép ghi là trích"),
        ("Đóng sổ.\n\n(...)", "có chỗ lược bằng dấu ba chấm"),
    ],
)
def test_an_excerpt_is_never_called_whole(take: Take, items: str, sign: str) -> None:
    plan = take(f"{HEAD}\n\nKính gửi: A.\n\nCăn cứ Luật Thử nghiệm năm 2023;\n\n{items}")
    outline, page = facts(plan, LETTER)["muc-luc"], plan.files[f"{LETTER}/index.md"]
    assert (outline["day-du"], "phần có trong bản chép" in page) == (not sign, bool(sign))
    told = [one for one in plan.told if "một phần của văn bản" in one]
    assert [sign in one for one in told] == [True] * bool(sign)
    if sign and "muc" in outline:
        assert outline["can-cu"].endswith(sign)
    assert items in page.replace("\\", "")
    assert "trọn" not in plan.files[f"{LETTER}/van-ban.yml"]  # nobody knows that of a copy


def test_a_copy_without_items_says_no_more_than_that(take: Take) -> None:
    outline = facts(take(f"{HEAD}\n\nKính gửi: A.\n\nMở sổ."), LETTER)["muc-luc"]
    assert outline == {"day-du": False, "can-cu": "bản chép không có mục đánh số"}
