"""Numbers stand together on a line, and no letter of a page changes for it."""

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
        ("điểm d khoản 1 Điều 5, 5.000.000 đồng", []),  # may part where any words may
        ("xem /2013/NĐ-CP và a72/2013/NĐ-CP", []),  # no number begins here
    ],
)
def test_numbers(text: str, together: list[str]) -> None:
    assert kept(f"<p>{text}</p>")[1] == together


def test_a_citation_and_what_stands_behind_it() -> None:
    root, together = kept(
        '<p>Theo <a class="vd" href="#">Điều 8 Luật 24/2018/QH14</a>, 72/2013/NĐ-CP và '
        "<b>27/2018/NĐ-CP</b>.</p>"
    )
    assert together == ["24/2018/QH14", "72/2013/NĐ-CP", "27/2018/NĐ-CP"]
    assert tostring(root, "unicode").startswith(
        '<div><p>Theo <a class="vd" href="#">Điều 8 Luật <span class="lien">24/2018/QH14</span></a>'
        ', <span class="lien">72/2013/NĐ-CP</span> và <b>'
    )


@pytest.mark.parametrize(
    "html",
    [
        "<p><code>72/2013/NĐ-CP</code></p>",  # what one types is shown as it is
        '<p class="dv-dong">72/2013/NĐ-CP</p>',  # laid out by a style of its own
        '<p><a href="#">72/2013/NĐ-CP</a></p>',  # a link written by hand may be a button
        "<h2>Nghị định 72/2013/NĐ-CP</h2>",  # a heading has room
    ],
)
def test_what_is_left_alone(html: str) -> None:
    assert kept(html)[1] == []
