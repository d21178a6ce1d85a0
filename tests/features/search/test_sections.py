"""What the search reads of a page."""

from __future__ import annotations

import pytest
from vanban.features.search.sections import Section, plain, sections, without_marks


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (
            '<h1 id="a">Tên<a class="headerlink" href="#a">#</a></h1><p>Một <b>hai</b>, ba</p>',
            [("", "Tên", "Một hai, ba")],  # the top of the page
        ),
        # blocks part words, what stands in a line does not
        ("<ul><li>một</li><li>hai</li></ul><p>ba<em>m</em></p>", [("", "", "một hai bam")]),
        # a heading deep inside begins a section, and what follows belongs to it
        (
            '<p>a</p><section><h2 id="b">B</h2><p>c</p></section><p>d</p>',
            [("", "", "a"), ("b", "B", "c d")],
        ),
        ('<dl><dt id="t">Tin giả</dt><dd>Nghĩa.</dd></dl>', [("t", "Tin giả", "Nghĩa.")]),
        # a mark holds for all that is inside, whatever its name
        ('<p>a</p><div data-search-exclude=""><div>b</div><p>c</p></div>d', [("", "", "a d")]),
        ('<p>a <span aria-hidden="true">●</span> b</p><p hidden>c</p>', [("", "", "a b")]),
        ("<table><tr><td>một</td><td>hai</td></tr></table>", [("", "", "một hai")]),
        ("<p>A &amp; B &lt;c&gt;</p>", [("", "", "A & B <c>")]),
        ('<h2 id="x">X</h2><h2 id="y">Y</h2>', [("x", "X", ""), ("y", "Y", "")]),
        ("<!-- nothing --> ", []),
        ("", []),
    ],
)
def test_sections(content: str, found: list[tuple[str, str, str]]) -> None:
    assert sections(content) == tuple(Section(*one) for one in found)


def test_no_mark_goes_out_to_readers() -> None:
    content = '<div class="x" data-search-exclude="">a</div><p data-search-exclude="1">b</p>'
    assert without_marks(content) == '<div class="x">a</div><p>b</p>'


def test_a_title_without_its_tags() -> None:
    assert plain("Điều 7. <em>Cấm</em> &amp; phạt") == "Điều 7. Cấm & phạt"
