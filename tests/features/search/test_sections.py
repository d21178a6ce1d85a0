"""What the search reads of a page."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from markdown.util import AMP_SUBSTITUTE
from vanban.features.search.sections import (
    Section,
    Told,
    plain,
    sections,
    sections_of,
    without_marks,
)


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


@pytest.mark.parametrize(
    "content",
    [
        '<h1 id="a">Tên<a class="headerlink" href="#a">#</a></h1><p>Một <b>hai</b>, ba</p>',
        "<ul><li>một</li><li>hai</li></ul><p>ba<em>m</em></p>",
        '<p>a</p><section><h2 id="b">B</h2><p>c</p></section><p>d</p>',
        '<dl><dt id="t">Tin giả</dt><dd>Nghĩa.</dd></dl>',
        '<p>a</p><div data-search-exclude=""><div>b</div><p>c</p></div>d',
        '<p>a <span aria-hidden="true">●</span> b</p><p hidden="hidden">c</p>',
    ],
)
def test_a_tree_tells_what_its_html_does(content: str) -> None:
    assert sections_of(fromstring(f"<div>{content}</div>")) == sections(content) != ()


@pytest.mark.parametrize("sign", ["&amp;nbsp;", "", "anchor"])
def test_a_tree_does_not_tell_what_was_put_aside(sign: str) -> None:
    root = fromstring(f'<div><h2 id="a">b</h2><p>c{sign}</p></div>')
    if not sign:
        root[1].text = f"c {AMP_SUBSTITUTE}amp;"
    if sign == "anchor":
        root[0].set("id", "a&amp;b")
    assert sections_of(root) is None


def test_html_that_somebody_changed_is_read_again() -> None:
    made = "".join(["<p>", "a", "</p>"])
    told = Told(made, (Section("", "", "a"),))
    assert told.of(made) == (Section("", "", "a"),)
    assert told.of(f"{made}<p>b</p>") is None


def test_no_mark_goes_out_to_readers() -> None:
    content = '<div class="x" data-search-exclude="">a</div><p data-search-exclude="1">b</p>'
    assert without_marks(content) == '<div class="x">a</div><p>b</p>'


def test_a_title_without_its_tags() -> None:
    assert plain("Điều 7. <em>Cấm</em> &amp; phạt") == "Điều 7. Cấm & phạt"
