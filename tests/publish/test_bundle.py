"""Styles and pages made small, and what of the theme is left out."""

from __future__ import annotations

import pytest
from vanban.publish import bundle


def test_a_style_keeps_its_strings_and_loses_what_is_idle() -> None:
    source = "/* note */ p , b { content: \" · /* no note */ \"; color : red ;\n}\n\n a{x:'; '}"
    assert "".join(bundle.style([source, "i { x: y }"]).split("\n")) == (
        'p,b{content:" · /* no note */ ";color:red}a{x:"; "}i{x:y}'
    )


def test_a_page_loses_its_indentation_and_no_text() -> None:
    page = (
        "\n<p>\n  a <b>x</b>\n</p>\n   <div>\n    <i>y</i></div><pre>\n  1\n\n  <b>\n</pre>\n  <p>z"
    )
    assert bundle.page(page) == (
        "<p>\n  a <b>x</b>\n</p>\n<div>\n<i>y</i></div><pre>\n  1\n\n  <b>\n</pre>\n<p>z\n"
    )


THEME = (
    """:root{--md-details-icon:url("data:image/svg+xml;charset=utf-8,<svg fill='%23000'/>");"""
    """--md-version-icon:url("data:image/svg+xml;charset=utf-8,<svg/>")}a{color:red}"""
)


def test_pictures_of_the_theme_become_files() -> None:
    style, files = bundle.pictures(THEME, apart=True)
    assert files == {"assets/images/details-icon.svg": "<svg fill='#000'/>"}
    assert style == (
        ':root{--md-details-icon:url("../../assets/images/details-icon.svg");}a{color:red}'
    )


def test_from_a_disk_pictures_stay_where_they_are() -> None:
    style, files = bundle.pictures(THEME, apart=False)
    assert files == {}
    assert style.count("data:image") == 1


@pytest.mark.parametrize(
    ("path", "spare"),
    [
        ("assets/javascripts/bundle.1.min.js.map", True),
        ("assets/javascripts/lunr/min/lunr.vi.min.js", True),
        ("assets/javascripts/lunr/min/lunr.multi.min.js", True),
        ("assets/javascripts/lunr/min/lunr.de.min.js", True),
        ("assets/javascripts/lunr/wordcut.js", True),
        ("assets/javascripts/lunr/tinyseg.js", True),
        ("assets/stylesheets/palette.0a1b.min.css", True),
        ("assets/stylesheets/main.0a1b.min.css", False),
        ("tap-huan/lunr.de.min.js", False),
    ],
)
def test_what_no_page_asks_for(path: str, spare: bool) -> None:
    assert bundle.is_spare(path) is spare


def test_the_classes_of_a_style_sheet() -> None:
    sheet = bundle.style(
        [
            "ul.a > .b-c:not(.d) { margin: .5em }",
            "@media (min-width: 60em) { .e::before { content: '.f' } }",
            ".g { width: 1.5em }",
        ]
    )
    assert bundle.styled(sheet) == {"a", "b-c", "d", "e", "g"}


def test_the_classes_of_a_page() -> None:
    page = '<p class="a  b-c"><i class=\'d\' data-x="e"><b title="f">class="g" is text</b>'
    assert bundle.used(page) >= {"a", "b-c", "d"}
    assert not bundle.used(page) & {"e", "f"}


def test_which_files_are_the_theme_s_own() -> None:
    assert bundle.is_main("assets/stylesheets/main.0a1b.min.css")
    assert not bundle.is_main("assets/stylesheets/main.0a1b.min.css.map")
