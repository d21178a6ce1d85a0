"""A letter in the source of its page: where it begins and ends, whatever stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from markdown import Markdown
from samples import corpus_of
from synthetic.pages import find, texts
from vanban.features.dispatch.dispatch import hang_in, places

HEADING = "## Nguyên văn {#nguyen-van}"


def read(text: str) -> html.HtmlElement:
    markdown = Markdown()
    hang_in(markdown)
    return html.fragment_fromstring(markdown.convert(text), create_parent="main")


@pytest.mark.parametrize(
    "between",
    ["\n\n", "\n\n\n", "\n\n\n\n\n"],  # an empty line above the heading, two, four
)
def test_its_heading_opens_it(between: str) -> None:
    page = read(f"Lời mở.{between}{HEADING}{between}Kính gửi: A.{between}1. B.")
    (title,) = find(page, "h2#nguyen-van")
    assert title.text == "Nguyên văn"
    assert texts(page, "div.cv-nguyen-van p") == ["Kính gửi: A.", "1. B."]


@pytest.mark.parametrize("between", ["\n\n", "\n\n\n", "\n\n\n\n"])
def test_the_next_heading_ends_it(between: str) -> None:
    page = read(f"{HEADING}\nKính gửi: A.{between}## Sau\n\n1. Mục khác")
    assert texts(page, "div.cv-nguyen-van p") == ["Kính gửi: A."]
    assert texts(page, "h2") == ["Nguyên văn", "Sau"]
    assert texts(page, "ol li") == ["Mục khác"]


def test_a_heading_without_the_mark_is_a_heading() -> None:
    page = read("## Nguyên văn\n\n1. Mục")
    assert find(page, "div.cong-van") == []
    assert texts(page, "ol li") == ["Mục"]


def test_every_place_in_a_letter_has_its_rule(tmp_path: Path) -> None:
    """As many as the longest letter has paragraphs; no page carries styles of its own."""
    letter = f"# Thư\n\n{HEADING}\n\n" + "\n\n".join("abc")
    files: dict[str, str | bytes] = {"a.md": letter, "b.md": f"# T\n\n{HEADING}\n\nd\n"}
    rules = places(corpus_of(tmp_path, files))
    assert rules == "".join(f'[data-cho="{at}"]{{--thu-tu:{at}}}' for at in (1, 2, 3))
    assert places(corpus_of(tmp_path / "none", {"a.md": "# A\n"})) == ""
