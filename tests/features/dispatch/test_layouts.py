"""The letter that the source of a page says is exactly what stands in its container, and no more.

Of every layout that ``check`` lets through: whatever stands above, in and below the letter, with
or without empty lines between.
"""

from __future__ import annotations

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown
from synthetic.pages import find, words
from vanban.features.dispatch.dispatch import hang_in
from vanban.law.loading import Page
from vanban.law.markdown_source import front_matter
from vanban.page import headings, letter, letter_lines, markup
from vanban.page.letter_table import rows_of
from vanban.page.source import Source

HEADING = "## Nguyên văn {#nguyen-van}"
EXTENSIONS = (
    *("attr_list", "def_list", "admonition", "md_in_html", "tables", "footnotes", "toc"),
    *("pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed"),
)
AROUND = (
    *("Lời mở.", "- mục", "1. mục", "> lời dẫn", "!!! note", "    thụt vào", "***", "---", "==="),
    *("```", "~~~", "<!-- lời -->", "<!--", "-->", "<div>", "<div markdown>", "</div>", "<p>"),
    *("<b>đậm</b>", "| a | b |\n| --- | --- |\n| c | d |", "[^1]: chú", "[a]: b", "*[a]: b"),
    *(
        "từ\n: nghĩa",
        "{: .ten}",
        "`mã",
        "mã`",
        "??? note",
        '=== "Thẻ"',
        "## Phần",
        "# Tên",
        HEADING,
    ),
)
OF_LETTER = (
    *("Kính gửi: A.", "1. Việc.", "2. Việc\nnữa.", "Nơi nhận:", "- Như trên;", "GIÁM ĐỐC", "* sao"),
    *(
        "> dẫn",
        "| a | b |\n| --- | --- |\n| c | d |",
        "| a | b |",
        "---",
        "===",
        "    thụt",
        "  lùi",
    ),
    *("```", "~~~", "<!-- lời -->", "<!--", "-->", "<div>", "</div>", "<br>", "{: .ten}", "a {#b}"),
    *(
        "[^1]: chú",
        "[c]: b",
        "*[d]: b",
        "!!! note",
        ": nghĩa",
        "a\u2028b",
        "a\x0bb",
        "\tthẻ",
        "***",
    ),
)
BEHIND = "## Lời của người biên soạn"
GAPS = st.sampled_from(["\n", "\n\n", "\n\n\n", "\n  \n"])


def parts(of: tuple[str, ...], most: int) -> st.SearchStrategy[list[tuple[str, str]]]:
    return st.lists(st.tuples(st.sampled_from(of), GAPS), max_size=most)


def joined(found: list[tuple[str, str]]) -> str:
    return "".join(text + gap for text, gap in found)


def passes(text: str) -> bool:
    """Whether ``check`` says nothing of a page's layout."""
    page = Page("thu.md", text, front_matter(text), None, None, "Thư")
    source = Source(text)
    told = [
        *markup.check(source, page.path),
        *headings.check(page, source, page.path),
        *letter_lines.check(page, source, page.path),
    ]
    return not told


def shown(text: str) -> html.HtmlElement:
    md = Markdown(extensions=EXTENSIONS)
    hang_in(md)
    return html.fragment_fromstring(md.convert(text), create_parent="main")


def said(text: str) -> list[str]:
    """The words of the letter, as its source has them; of a table those of its cells."""
    found: list[str] = []
    for one in letter.of_page(text):
        rows = rows_of(one.text)
        found += " ".join(" ".join(row) for row in rows).split() if rows else one.text.split()
    return found


@given(parts(AROUND, 4), GAPS, parts(OF_LETTER, 5), GAPS, parts(AROUND, 4))
@example([], "\n", [("GIÁM ĐỐC", "\n")], "\n", [("Lời.", "\n")])
@example([("Lời mở.", "\n")], "\n\n", [("GIÁM ĐỐC", "\n")], "\n\n", [("Lời.", "\n")])
@example([("<div markdown>", "\n\n")], "\n\n", [("A.", "\n\n")], "\n", [("</div>", "\n")])
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_what_is_shown_as_the_letter_is_the_letter(
    above: list[tuple[str, str]],
    first: str,
    own: list[tuple[str, str]],
    last: str,
    below: list[tuple[str, str]],
) -> None:
    top = f"# Thư\n\n{joined(above)}"
    text = f"{top}{HEADING}{first}{joined(own)}{BEHIND}{last}Lời khác.\n\n{joined(below)}"
    assume(passes(text))
    page = shown(text)
    bodies = find(page, "div.cv-nguyen-van")
    assert [words(one).split() for one in bodies] == [found for found in [said(text)] if found]
    for body in bodies:
        stand = body.getparent()
        assert stand is not None
        assert stand.getparent() is page
        assert stand.getprevious().get("id") == "nguyen-van"
