"""What stands together on a line, and that no letter of a page changes for it."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from vanban.page.kept_together import keep_together


def kept(html: str) -> tuple[Element, list[str]]:
    """The tree of some markup, and what was kept together in it, in order."""
    root = fromstring(f"<div>{html}</div>")
    before = "".join(root.itertext())
    keep_together(root)
    assert "".join(root.itertext()) == before
    return root, [str(found.text) for found in root.iter("span") if found.get("class") == "lien"]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Nghị định 72/2013/NĐ-CP (15/7/2013)", ["72/2013/NĐ-CP"]),  # a date does not break
        ("Luật số 24/2018/QH14 và Chỉ thị 10/CT-UBND", ["24/2018/QH14", "10/CT-UBND"]),
        ("công văn 3056/SGDĐT-VP", ["3056/SGDĐT-VP"]),
        ("điểm d khoản 1 Điều 5", ["điểm d", "khoản 1", "Điều 5"]),
        ("Điều 23a Chương VI", ["Điều 23a", "Chương VI"]),  # articles put in later, Roman numbers
        ("từ 5.000.000 đồng tới 10 triệu đồng", ["5.000.000 đồng", "10 triệu đồng"]),
        ("điều 8 người cùng nói, khoản tiền, mục đích, điểm cao", ["điều 8"]),  # words, not units
        ("xem /2013/NĐ-CP và a72/2013/NĐ-CP", []),  # no number begins here
    ],
)
def test_numbers_units_and_sums(text: str, together: list[str]) -> None:
    assert kept(f"<p>{text}</p>")[1] == together


def test_a_citation_and_what_stands_behind_it() -> None:
    root, together = kept(
        '<p>Theo <a class="vd" href="#">khoản 1 Điều 8</a>, Điều 9 và <b>Điều 7</b>.</p>'
    )
    assert together == ["khoản 1", "Điều 8", "Điều 9", "Điều 7"]
    assert tostring(root, "unicode").startswith(
        '<div><p>Theo <a class="vd" href="#"><span class="lien">khoản 1</span> '
        '<span class="lien">Điều 8</span></a>, <span class="lien">Điều 9</span> và <b>'
    )


@pytest.mark.parametrize(
    "html",
    [
        "<p><code>72/2013/NĐ-CP</code></p>",  # what one types is shown as it is
        '<p class="dv-dong">Điều 8</p>',  # laid out by a style of its own
        '<p><a href="#">Điều 8</a></p>',  # a link written by hand may be a button
        "<h2>Điều 8. Các hành vi</h2>",  # a heading begins with its number
    ],
)
def test_what_is_left_alone(html: str) -> None:
    assert kept(html)[1] == []
