"""What the pages on open data draw in: the archive with its digest, and the measured figures."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast
from xml.etree import ElementTree

import pytest
from lxml import html
from synthetic.pages import Reader, find, links, one, rows, words
from vanban.features import FEATURES
from vanban.features.open_data.open_data import comma, tables
from vanban.opendata.files import Given
from vanban.page.context import PageContext
from vanban.page.fragments import Fragments

ARCHIVE, MEASURE = "bảng: tải tất cả", "bảng: thước đo viện dẫn"


def drawn(name: str, reader: Reader, given: Given | None, **changes: Any) -> html.HtmlElement:
    library = replace(reader.library, **changes)
    page = library.corpus.pages["gioi-thieu/index.md"]
    elements = tables(given)[name](PageContext(library, page, Fragments(FEATURES)))
    text = "".join(ElementTree.tostring(element, "unicode") for element in elements)
    return html.fragment_fromstring(text, create_parent="main")


def given(**known: Any) -> Given:
    return cast("Given", SimpleNamespace(**known))


def test_the_archive_with_its_size_and_digest(reader: Reader) -> None:
    """It holds its parts, a file to read first, and the digests."""
    what = given(archive=b"x" * 1_260_000, parts=(("a", b""), ("b", b"")), digest="0a1b")
    page = drawn(ARCHIVE, reader, what, licence="CC BY 4.0")
    assert links(page) == [("Tải tất cả (1,3 MB)", "../du-lieu.zip")]
    assert words(page).endswith(
        "4 tệp trong một tệp nén. SHA-256: 0a1b"
        " Giấy phép của lời diễn đạt lại và lời bàn: CC BY 4.0."
    )


def test_what_nobody_licensed_is_said_to_be_so(reader: Reader) -> None:
    page = drawn(ARCHIVE, reader, None)
    assert "lời bàn: chưa nêu. Cần đăng lại thì xin hỏi trước." in words(page)
    digest = hashlib.sha256(Given(reader.library).archive).hexdigest()
    assert words(one(page, "code")) == digest


def test_the_measured_figures(reader: Reader) -> None:
    benchmark = SimpleNamespace(figures={"Đúng cả": 0.95347, "Bỏ sót": 0.0}, cases=[1, 2, 3])
    page = drawn(MEASURE, reader, given(benchmark=benchmark))
    assert "kiểm tra ngày 20/5/2025, trả lời 3 câu:" in words(page)
    assert list(rows(one(page, "table"))) == [["Đúng cả", "95,35 %"], ["Bỏ sót", "0,00 %"]]


def test_without_its_instruments_nothing_is_measured(reader: Reader) -> None:
    page = drawn(MEASURE, reader, None)
    assert find(page, "table") == []
    assert "không có con số nào" in words(page)


@pytest.mark.parametrize(("number", "places", "told"), [(95.347, 2, "95,35"), (0.04, 1, "0,0")])
def test_a_number_as_vietnamese_writes_it(number: float, places: int, told: str) -> None:
    assert comma(number, places) == told
