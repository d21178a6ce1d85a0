from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vanban.law.units import (
    ALPHABET,
    KINDS,
    Kind,
    UnitError,
    UnitPath,
    ascii_number,
    canonical_number,
    numbers_between,
    of_steps,
    parse_id,
    path,
    sort_key,
)

NUMBERS = st.builds(
    "{}{}".format, st.integers(1, 9999), st.sampled_from(["", *ALPHABET])
)  # 8, 23a, 23đ
LETTERS = st.sampled_from(ALPHABET)
SHAPES = st.sampled_from(
    [
        (Kind.PART,),
        (Kind.PART, Kind.CHAPTER),
        (Kind.CHAPTER,),
        (Kind.CHAPTER, Kind.SECTION),
        (Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION),
        (Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION),
        (Kind.SECTION,),  # an item of a letter
        (Kind.SECTION, Kind.POINT),
        (Kind.ARTICLE,),
        (Kind.ARTICLE, Kind.POINT),
        (Kind.ARTICLE, Kind.CLAUSE),
        (Kind.ARTICLE, Kind.CLAUSE, Kind.POINT),
        (Kind.ARTICLE, Kind.CLAUSE, Kind.POINT, Kind.INDENT),
        (Kind.ARTICLE, Kind.POINT, Kind.INDENT),
    ]
)
MIXED = st.one_of(
    st.integers(1, 99).map(str),
    st.builds("{}{}".format, LETTERS, st.integers(1, 99)),
    st.builds("{}.{}".format, st.integers(1, 99), st.integers(1, 99)),
    LETTERS,
    st.sampled_from(["i", "ii", "iii", "iv", "v", "vi", "ix", "x", "xiv"]),
)  # of tiết: 2, đ1, 2.1, a, iv


@st.composite
def paths(draw: st.DrawFn) -> UnitPath:
    shape = draw(SHAPES)
    numbers = {Kind.POINT: LETTERS, Kind.INDENT: MIXED}
    return path(*((kind, draw(numbers.get(kind, NUMBERS))) for kind in shape))


@given(paths())
def test_an_id_names_its_path(unit: UnitPath) -> None:
    assert parse_id(unit.id) == unit


@given(paths())
def test_an_id_is_ascii(unit: UnitPath) -> None:
    assert unit.id.isascii()
    assert unit.id == unit.id.lower()


@given(paths(), paths())
def test_two_paths_never_share_an_id(one: UnitPath, other: UnitPath) -> None:
    assert (one.id == other.id) == (one == other)


@given(paths())
def test_the_id_of_a_parent_begins_the_id(unit: UnitPath) -> None:
    if unit.parent:
        assert unit.id.startswith(f"{unit.parent.id}-")


@pytest.mark.parametrize(
    ("steps", "unit_id", "label"),
    [
        ([(Kind.ARTICLE, "8")], "dieu-8", "Điều 8"),
        ([(Kind.ARTICLE, "23d")], "dieu-23d", "Điều 23d"),
        ([(Kind.ARTICLE, "23đ")], "dieu-23dd", "Điều 23đ"),
        ([(Kind.ARTICLE, "23Đ")], "dieu-23dd", "Điều 23đ"),
        (
            [(Kind.ARTICLE, "8"), (Kind.CLAUSE, "1"), (Kind.POINT, "d")],
            "dieu-8-khoan-1-diem-d",
            "điểm d khoản 1 Điều 8",
        ),
        (
            [(Kind.ARTICLE, "8"), (Kind.CLAUSE, "1"), (Kind.POINT, "đ")],
            "dieu-8-khoan-1-diem-dd",
            "điểm đ khoản 1 Điều 8",
        ),
        ([(Kind.ARTICLE, "32"), (Kind.CLAUSE, "3a")], "dieu-32-khoan-3a", "khoản 3a Điều 32"),
        ([(Kind.CHAPTER, "III")], "chuong-3", "Chương 3"),
        ([(Kind.CHAPTER, "II"), (Kind.SECTION, "1")], "chuong-2-muc-1", "Mục 1 Chương 2"),
        ([(Kind.SECTION, "2")], "muc-2", "Mục 2"),
    ],
)
def test_ids_and_labels(steps: list[tuple[Kind, str]], unit_id: str, label: str) -> None:
    unit = path(*steps)
    assert unit.id == unit_id
    assert unit.label == label


@pytest.mark.parametrize(
    ("number", "canonical"),
    [("I", "1"), ("iv", "4"), ("IX", "9"), ("XIV", "14"), ("XL", "40"), ("03", "3"), (" V ", "5")],
)
def test_roman_numbers_and_leading_zeros(number: str, canonical: str) -> None:
    assert canonical_number(Kind.CHAPTER, number) == canonical


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (Kind.POINT, "f"),  # f, j, w and z are no letters of a điểm
        (Kind.POINT, "w"),
        (Kind.POINT, "ab"),
        (Kind.POINT, "1"),
        (Kind.ARTICLE, ""),
        (Kind.ARTICLE, "VIII"),  # articles are never roman
        (Kind.ARTICLE, "12345"),
        (Kind.CHAPTER, "IIX"),
        (Kind.CLAUSE, "một"),
    ],
)
def test_numbers_that_nothing_bears(kind: Kind, number: str) -> None:
    with pytest.raises(UnitError):
        canonical_number(kind, number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "dieu",
        "dieu-08",  # one spelling only
        "dieu-8-khoan",
        "khoan-1",  # whose?
        "dieu-8-diem-a-khoan-1",  # upside down
        "dieu-8-khoan-1-diem-đ",
        "Dieu-8",
        "dieu-8-",
        "chuong-iii",
        "bai-1",
    ],
)
def test_what_is_no_id(text: str) -> None:
    with pytest.raises(UnitError):
        parse_id(text)


def test_siblings_sort_as_they_stand_in_a_law() -> None:
    articles = ["3", "3a", "4", "23", "23a", "23d", "23đ", "23e", "24", "100"]
    assert sorted({*articles}, key=sort_key) == articles
    assert sorted({*ALPHABET}, key=sort_key) == list(ALPHABET)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1", "1"),
        ("01", "1"),
        ("a.1", "a1"),  # as some laws print it
        ("a1", "a1"),
        ("Đ.2", "đ2"),
        ("(i)", "i"),
        ("iv", "iv"),
        ("(b)", "b"),
        ("2.1", "2.1"),
    ],
)
def test_a_number_of_a_tiet(written: str, number: str) -> None:
    assert canonical_number(Kind.INDENT, written) == number


@pytest.mark.parametrize("written", ["", "f", "ab", "iiii", "1.a", "a1.2", "w3", "1234"])
def test_no_number_of_a_tiet(written: str) -> None:
    with pytest.raises(UnitError):
        canonical_number(Kind.INDENT, written)


@pytest.mark.parametrize(
    "numbers", ["1 2 10", "a1 a2 a10", "i ii iii iv v vi ix x", "a b c d đ e", "2.1 2.2 2.10 3.1"]
)
def test_the_order_of_tiet(numbers: str) -> None:
    listed = numbers.split()
    assert sorted(listed, key=lambda number: sort_key(number, Kind.INDENT)) == listed


@given(paths().filter(lambda unit: unit.steps[0][0] is Kind.ARTICLE))
def test_a_short_address_names_its_unit(unit: UnitPath) -> None:
    assert of_steps([ascii_number(number) for _, number in unit.steps]) == unit.id


def test_a_tiet_stands_in_a_point_alone() -> None:
    clause = path((Kind.ARTICLE, "5"), (Kind.CLAUSE, "1"))
    assert clause.child(Kind.POINT, "a").child(Kind.INDENT, "1").label == (
        "tiết 1 điểm a khoản 1 Điều 5"
    )
    with pytest.raises(UnitError):
        clause.child(Kind.INDENT, "1")


def test_every_kind_has_its_row() -> None:
    assert list(KINDS) == list(Kind)
    assert len({form.label for form in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize(
    ("kind", "first", "last", "between"),
    [
        (Kind.ARTICLE, "5", "8", ["6", "7"]),
        (Kind.ARTICLE, "5", "6", []),
        (Kind.ARTICLE, "23a", "23c", []),  # nobody knows which letters a law has added
        (Kind.ARTICLE, "1", "99", ["2", "3", "4", "5"]),  # no more than the bound
        (Kind.POINT, "c", "e", ["d", "đ"]),
    ],
)
def test_numbers_between(kind: Kind, first: str, last: str, between: list[str]) -> None:
    assert numbers_between(kind, first, last, 5) == between
