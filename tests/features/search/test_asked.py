"""Questions that pages are known to answer, in the words of a school: the file, and its places."""

from __future__ import annotations

import pytest
from building import Site
from lxml import html
from vanban.features.search import asked
from vanban.features.search.asked import Asked, parse
from vanban.features.search.kinds import UNSEARCHED
from vanban.law.corpus import Corpus


def test_every_line_names_a_page_and_a_section_that_are_there(site: Site, corpus: Corpus) -> None:
    """Where a page was renamed, or a heading changed, its questions go with it."""
    pages = corpus.pages
    lost = []
    for line in asked.read():
        page = asked.page_of(line.page, pages)
        file = site.root / line.page / "index.html"
        ids = html.parse(str(file)).xpath("//@id") if page and line.anchor else []
        if page is None or page in UNSEARCHED or (line.anchor and line.anchor not in ids):
            lost.append(f"{line.page}#{line.anchor}")
    assert lost == []


def test_every_situation_and_answer_is_asked_for_in_several_ways(corpus: Corpus) -> None:
    known = {line.page for line in asked.read() if len(line.questions) >= 6}
    pages = corpus.pages
    wanted = {
        page.removesuffix(".md")
        for page in pages
        if page.startswith("tinh-huong/") and not page.endswith("index.md")
    }
    assert wanted - known == set()


def test_no_question_stands_at_two_places() -> None:
    """It could lead only to one of them."""
    found = [question.lower() for line in asked.read() for question in line.questions]
    assert sorted({one for one in found if found.count(one) > 1}) == []


def test_the_form_of_the_file() -> None:
    lines = parse("# chữ\n\ntinh-huong/a: share bài,  bị hack ,\nhom-nay/b#c-d: phạt nhiêu\n")
    assert lines == (
        Asked("tinh-huong/a", "", ("share bài", "bị hack")),
        Asked("hom-nay/b", "c-d", ("phạt nhiêu",)),
    )
    pages = {"hom-nay/b.md", "tap-huan/index.md"}
    assert asked.page_of("hom-nay/b", pages) == "hom-nay/b.md"
    assert asked.page_of("tap-huan", pages) == "tap-huan/index.md"
    assert asked.page_of("hom-nay/x", pages) is None


@pytest.mark.parametrize("text", ["a", "a:", "a: ", ": b", "a b: c", "a: b\na: c"])
def test_a_line_of_another_form_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=rf"^asked.txt:{text.count(chr(10)) + 1}: "):
        parse(text)
