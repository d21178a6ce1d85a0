"""Numbers of documents and units, ranges of sums stay on one line; no line begins with a dot."""

from __future__ import annotations

import pytest
from vanban.page.unbroken import unbroken

SIGN = '<span class="kh">NĐ-CP</span>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Nghị định 72/2013/NĐ-CP.</p>", f"<p>Nghị định 72/2013/{SIGN}.</p>"),
        # without a year, and of three parts
        ("<p>số 10/CT-UBND</p>", '<p>số 10/<span class="kh">CT-UBND</span></p>'),
        ("<p>1/QĐ-UBND-HC,</p>", '<p>1/<span class="kh">QĐ-UBND-HC</span>,</p>'),
        # the one sign with a small letter: of the Prime Minister
        ("<p>33/2026/QĐ-TTg.</p>", '<p>33/2026/<span class="kh">QĐ-TTg</span>.</p>'),
        # no hyphen, so nothing parts it
        ("<p>24/2018/QH14</p>", "<p>24/2018/QH14</p>"),
        # in a tag, in data and in code
        ('<a title="72/2013/NĐ-CP">x</a>', '<a title="72/2013/NĐ-CP">x</a>'),
        (
            '<script type="application/json">["72/2013/NĐ-CP"]</script>',
            '<script type="application/json">["72/2013/NĐ-CP"]</script>',
        ),
        (
            "<pre><b>72/2013/NĐ-CP</b></pre>72/2013/NĐ-CP",
            f"<pre><b>72/2013/NĐ-CP</b></pre>72/2013/{SIGN}",
        ),
        ("<select><option>72/2013/NĐ-CP</option>", "<select><option>72/2013/NĐ-CP</option>"),
        # a range of sums, of days; not in a tag, not a part of a word
        ("<p>phạt 5–10 triệu</p>", '<p>phạt <span class="kh">5–10</span> triệu</p>'),
        (
            "<p>(1.000.000–5.000.000, 2,5–5)</p>",
            '<p>(<span class="so">1.000.000–5.000.000</span>, <span class="kh">2,5–5</span>)</p>',
        ),
        ("<p>01/7–05/7.</p>", '<p><span class="kh">01/7–05/7</span>.</p>'),
        ('<b title="5–10">a5–10, 5–b</b>', '<b title="5–10">a5–10, 5–b</b>'),
        # a dot that parts two things stays with the first; not in a tag
        ('<b title="a · b">a</b> · b · c', '<b title="a · b">a</b>\u00a0· b\u00a0· c'),
        ("<p>a·b</p>", "<p>a·b</p>"),
        # a unit and its number; a word alone, a longer number, a range are none
        (
            "<p>Điểm đ khoản 1 Điều 26a.</p>",
            (
                '<p><span class="kh">Điểm đ</span> <span class="kh">khoản 1</span> '
                '<span class="kh">Điều 26a</span>.</p>'
            ),
        ),
        ("<p>điều này, khoản 2019, điểm a–d</p>", "<p>điều này, khoản 2019, điểm a–d</p>"),
        ('<a title="Điều 7">x</a>', '<a title="Điều 7">x</a>'),
        # a word of its own, and a longer one
        ("<p>CB-GV, và/hoặc NĐ-CP</p>", "<p>CB-GV, và/hoặc NĐ-CP</p>"),
        ("<p>72/2013/NĐ-CPx</p>", "<p>72/2013/NĐ-CPx</p>"),
    ],
)
def test_signs_and_ranges_are_kept_whole(html: str, expected: str) -> None:
    assert unbroken(html) == expected
