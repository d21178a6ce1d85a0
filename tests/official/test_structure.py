"""From lines to units: what counts as a clause, a point, a heading, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vanban.law.units import Kind
from vanban.official.line import Line, Role
from vanban.official.structure import Structure, Use, structure


def read(text: str) -> Structure:
    rows = [row.strip() for row in text.strip().splitlines()]
    return structure(Line(number, row) for number, row in enumerate(rows, 1) if row)


def shown(found: Structure) -> list[str]:
    """Each line as “id use: text”."""
    return [
        f"{item.unit.id if item.unit else '-'} {item.use.value}: {item.line.text}"
        for item in found.placed
    ]


def test_a_whole_instrument() -> None:
    found = read(
        """
        Số: 1/2020/NĐ-CP
        Căn cứ Luật Thử nghiệm;
        Chương I
        QUY ĐỊNH CHUNG
        VỀ PHÒNG THỬ
        Mục 1. Cửa
        Điều 1. Mở cửa
        Người trông mở cửa mỗi sáng.
        Điều 2. Đóng cửa
        1. Ai về sau cùng thì:
        a) Tắt đèn;
        b) Khóa cửa, gồm:
        - cửa trước;
        - cửa sau;
        đ) Báo người trông.
        Việc này làm trước 18 giờ.
        2. Chìa khóa gửi ở cổng.
        Nơi nhận:
        - Các phòng;
        PHỤ LỤC I
        Mẫu sổ
        """
    )
    assert shown(found) == [
        "- preamble: Số: 1/2020/NĐ-CP",
        "- preamble: Căn cứ Luật Thử nghiệm;",
        "chuong-1 heading: Chương I",
        "chuong-1 heading: QUY ĐỊNH CHUNG",
        "chuong-1 heading: VỀ PHÒNG THỬ",
        "chuong-1-muc-1 heading: Mục 1. Cửa",
        "dieu-1 heading: Điều 1. Mở cửa",
        "dieu-1 text: Người trông mở cửa mỗi sáng.",
        "dieu-2 heading: Điều 2. Đóng cửa",
        "dieu-2-khoan-1 text: 1. Ai về sau cùng thì:",
        "dieu-2-khoan-1-diem-a text: a) Tắt đèn;",
        "dieu-2-khoan-1-diem-b text: b) Khóa cửa, gồm:",
        "dieu-2-khoan-1-diem-b text: - cửa trước;",
        "dieu-2-khoan-1-diem-b text: - cửa sau;",
        "dieu-2-khoan-1-diem-dd text: đ) Báo người trông.",
        "dieu-2-khoan-1 text: Việc này làm trước 18 giờ.",  # closes the list
        "dieu-2-khoan-2 text: 2. Chìa khóa gửi ở cổng.",
        "- signature: Nơi nhận:",
        "- signature: - Các phòng;",
        "- appendix: PHỤ LỤC I",
        "- appendix: Mẫu sổ",
    ]
    assert [doubt.message for doubt in found.doubts] == [
        "trước điểm đ khoản 1 Điều 2 thiếu 2 (đã bị bãi bỏ?)"
    ]
    assert found.appendices == ("PHỤ LỤC I",)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # inserted and repealed ones
        (
            "Điều 23a. A\n1. Một.\n1a. Thêm.\n2. Hai.",
            "dieu-23a-khoan-1 dieu-23a-khoan-1a dieu-23a-khoan-2",
        ),
        ("Điều 1. A\n1. Một.\n4. Bốn.", "dieu-1-khoan-1 dieu-1-khoan-4"),
        # a list inside a text goes back to 1: no clause
        ("Điều 1. A\n1. Một.\n2. Hai:\n1. trong hai", "dieu-1-khoan-1 dieu-1-khoan-2"),
        # a year, an amount and a day are no clauses
        (
            "Điều 1. A\n1. Từ năm\n2013. Năm ấy\n10.000 đồng\n2. Hai.",
            "dieu-1-khoan-1 dieu-1-khoan-2",
        ),
        # d is followed by đ, or by e where a text leaves đ out
        ("Điều 1. A\nd) bốn", ""),
        (
            "Điều 1. A\na) x\nb) x\nc) x\nd) x\ne) x",
            "dieu-1-diem-a dieu-1-diem-b dieu-1-diem-c dieu-1-diem-d dieu-1-diem-e",
        ),
        # two lists of points in one article
        (
            "Điều 1. A\n1. X:\na) x;\n2. Y:\na) y.",
            "dieu-1-khoan-1 dieu-1-khoan-1-diem-a dieu-1-khoan-2 dieu-1-khoan-2-diem-a",
        ),
    ],
)
def test_which_numbers_count(text: str, ids: str) -> None:
    found = [unit.id for unit in read(text).units if unit.kind in (Kind.CLAUSE, Kind.POINT)]
    assert found == ids.split()


@pytest.mark.parametrize(
    "line",
    [
        "Chương trình của trường do hiệu trưởng duyệt.",
        "Mục tiêu là an toàn.",
        "Chương II Luật này nói về cửa.",
        "Điều 5 Luật này nói về cửa.",
        "Phần mềm phải có bản quyền.",
    ],
)
def test_a_sentence_is_no_heading(line: str) -> None:
    assert shown(read(f"Điều 1. A\n{line}"))[1:] == [f"dieu-1 text: {line}"]


def test_articles_that_are_quoted_are_not_its_own() -> None:
    """An amending decree: what it puts into another one stands between quotation marks."""
    found = read(
        """
        Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 33/2014/NĐ-CP
        1. Sửa Điều 5 như sau:
        “Điều 5. Sổ phòng
        1. Mỗi phòng có sổ.
        Điều 5a. Người ghi
        1. Người trông ghi.”.
        2. Thay chữ “sổ” bằng chữ “bảng”.
        Điều 2. Hiệu lực
        Nghị định này có hiệu lực ngay.
        """
    )
    assert [unit.id for unit in found.units] == [
        "dieu-1",
        "dieu-1-khoan-1",
        "dieu-1-khoan-2",
        "dieu-2",
    ]
    assert [item.use for item in found.placed].count(Use.QUOTED) == 4
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("text", "articles", "quoted"),
    [
        # straight marks, as web pages and plain texts have them
        ('Điều 1. A\n1. Sửa:\n"Điều 5. Lạc\n1. Một."\n2. B\nĐiều 2. C', 2, 2),
        ('Điều 1. A\n1. Sửa:\n"Điều 5. Lạc\n1. Một.".\n2. Thay "x" bằng "y".\nĐiều 2. C', 2, 2),
        # opened and closed in one line: nothing is open behind it
        ('Điều 1. A\n1. Sửa:\n"Điều 5. Lạc"\nĐiều 2. C', 2, 0),
        # marks within the quotation
        ("Điều 1. A\n1. Sửa:\n“Điều 5. Từ “sổ”\n1. Gọi là “bảng”.\nĐiều 6. D”;\nĐiều 2. C", 2, 3),
    ],
)
def test_however_it_is_quoted(text: str, articles: int, quoted: int) -> None:
    found = read(text)
    assert found.count(Kind.ARTICLE) == articles
    assert [item.use for item in found.placed].count(Use.QUOTED) == quoted
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("ĐIỀU 2. PHẠM VI", "dieu-2"),
        ("Điều 2: Phạm vi", "dieu-2"),
        ("Điều 2 – Phạm vi", "dieu-2"),
        ("Điều 2", "dieu-2"),
        ("Điều 2A. Phạm vi", "dieu-2a"),
        ("Điều 23đ. Phạm vi", "dieu-23dd"),
        ("Điều 2 – 5 của Luật này.", "dieu-1"),
        ("Điều 2 và Điều 3", "dieu-1"),
    ],
)
def test_how_an_article_begins(line: str, unit: str) -> None:
    (*_, last) = read(f"Điều 1. A\nChữ.\n{line}").placed
    assert last.unit is not None
    assert last.unit.id == unit


@pytest.mark.parametrize(
    "line",
    [
        "Phụ lục I kèm theo Nghị định này gồm mẫu sổ.",
        "Phụ lục này thay phụ lục cũ;",
        "Mẫu số 1 dùng cho phòng nhỏ.",
    ],
)
def test_a_sentence_on_an_appendix_ends_nothing(line: str) -> None:
    found = read(f"Điều 1. A\n{line}\n1. Một.\nĐiều 2. B")
    assert [unit.id for unit in found.units] == ["dieu-1", "dieu-1-khoan-1", "dieu-2"]
    assert found.appendices == ()


def test_a_quotation_that_nobody_closes_takes_nothing_with_it() -> None:
    found = read("Điều 1. A\n1. Sửa:\n“Điều 9. Lạc\nĐiều 2. B\n1. Một.\nĐiều 3. C")
    assert found.count(Kind.ARTICLE) == 3
    assert [doubt.message for doubt in found.doubts] == ["dấu mở ngoặc kép ở đây không được đóng"]


def test_notes_and_pointers_are_never_law_text() -> None:
    lines = [
        Line(1, "Điều 1. A", Role.ARTICLE),
        Line(2, "(Điều 1 Nghị định số 1/2020/NĐ-CP, được sửa đổi)", Role.NOTE),
        Line(3, "1. Một.", Role.TEXT),
        Line(4, "2. (Xem thêm Điều 7)", Role.POINTER),
        Line(5, "a) x | b) y", Role.TABLE),
        Line(6, "1 Chú thích.", Role.FOOTNOTE),
    ]
    uses = [item.use.value for item in structure(lines).placed]
    assert uses == ["heading", "note", "text", "pointer", "table", "footnote"]


def test_what_stands_twice_or_out_of_order_is_told() -> None:
    found = read("Điều 2. A\nĐiều 1. B\nĐiều 2. C")
    assert [doubt.message for doubt in found.doubts] == [
        "Điều 1 đứng sau Điều 2",
        "Điều 2 có hai lần",
    ]


SHAPES = """Điều 1. A|Điều 2. B|Điều|1. x|2. y|3a. z|a) p|b) q|đ) r|“mở|đóng”.|Chương I|MỤC|Mục 1
Nơi nhận:|PHỤ LỤC|- gạch|chữ|“Điều 3. C|»|"""
LINES = st.lists(st.sampled_from(SHAPES.replace("\n", "|").split("|")), max_size=40)


@given(LINES, st.sampled_from(list(Role)))
def test_no_line_is_lost_or_moved(texts: list[str], role: Role) -> None:
    lines = [Line(number, text, role) for number, text in enumerate(texts, 1)]
    lines += [Line(len(lines) + 1 + number, text) for number, text in enumerate(texts)]
    assert [item.line for item in structure(lines).placed] == lines
