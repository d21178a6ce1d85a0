"""What must not be said is said nowhere: not on a page, not on a slide, not in the feed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from building import Site
from lxml import html
from pptx import Presentation
from site_rules import RULES, Rule, broken, of_page, of_slides, of_text

FEED = "thay-doi.xml"
NUMBERS = range(1, 24)
"""The list that the editors keep."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.number}: {rule.breaking[:40]}")
def test_a_rule_is_broken_by_its_sentence_and_by_no_near_one(rule: Rule) -> None:
    assert rule.broken_by(rule.breaking)
    assert not rule.broken_by(rule.harmless)
    assert rule.number in broken(rule.breaking)


def test_every_number_has_a_rule() -> None:
    assert sorted({rule.number for rule in RULES}) == [*NUMBERS]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.number}: {rule.breaking[:40]}")
def test_the_sentence_is_found_wherever_it_is_said(rule: Rule, tmp_path: Path) -> None:
    """On a page (in prose, a list, a table), on a slide, in its notes, and in the feed."""
    for around in ("<p>%s</p>", "<ul><li>%s</li></ul>", "<table><tr><td>%s</td></tr></table>"):
        page = html.document_fromstring(f"<article>{around % rule.breaking}</article>")
        assert rule.number in {number for one in of_page(page) for number in broken(one)}
    for in_notes in (False, True):
        file = tmp_path / f"{in_notes}.pptx"
        file.write_bytes(_slide(rule.breaking, in_notes))
        assert rule.number in {number for one in of_slides(file) for number in broken(one)}
    told = f"Trang đã viết: điều sai. Nay viết: {rule.breaking}"
    assert rule.number in {number for one in of_text(told) for number in broken(one)}


def test_what_is_repeated_as_wrong_is_not_said() -> None:
    wrong = RULES[0].breaking
    cell = f"<table><tr><td data-nhan='Đừng nói'>{wrong}</td><td>Chưa rõ.</td></tr></table>"
    told = of_page(html.document_fromstring(f"<article>{cell}</article>"))
    assert [one for one in told if broken(one)] == []
    assert [*of_text(f"Trang đã viết: {wrong} Nay viết: chưa rõ.")] == ["chưa rõ."]


@pytest.fixture(scope="module")
def said(site: Site) -> list[tuple[str, str]]:
    """Each sentence and where it stands; nobody changes them."""
    return [*_everything(site)]


def test_nothing_of_it_is_said(said: list[tuple[str, str]]) -> None:
    found = {
        f"{where}: {number}: {sentence[:200]}"
        for where, sentence in said
        for number in broken(sentence)
    }
    assert sorted(found) == []


def test_pages_slides_and_feed_are_all_read(said: list[tuple[str, str]]) -> None:
    read = {where.rpartition(".")[2] if "." in where else "page" for where, _ in said}
    assert {"page", "pptx", "xml"} <= read


def _everything(site: Site) -> Iterator[tuple[str, str]]:
    for path in site.pages:
        yield from ((path, sentence) for sentence in of_page(site.tree(path)))
    for file in site.root.rglob("*.pptx"):
        yield from ((file.name, sentence) for sentence in of_slides(file))
    feed = ElementTree.parse(site.root / FEED)
    for element in feed.iter():
        yield from ((FEED, sentence) for sentence in of_text(element.text or ""))


def _slide(text: str, in_notes: bool) -> bytes:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    frame = slide.notes_slide.notes_text_frame if in_notes else slide.placeholders[1].text_frame
    assert frame is not None
    frame.text = text
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()
