"""What the page of a plan shows, its slides, its hand-out and the wall show: one text."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import html
from synthetic.pages import Reader, find, words

WALL = Path(__file__).parents[1] / "scripts" / "wall.js"
NODE = str(Path(sys.executable).parent / "node")


def wall(page: html.HtmlElement, window: str = "wall") -> str:
    """Everything that the projector shows of a page; ``lead``: to the person who leads."""
    slides = walls("".join(html.tostring(child, encoding="unicode") for child in page))
    return folded(" ".join(text for slide in slides[window] for text in slide))


@cache  # both windows come of one run, and the same page is asked for again
def walls(page: str) -> dict[str, list[list[str]]]:
    done = subprocess.run(
        [NODE, "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", str(WALL)],
        input=page,
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )
    told: dict[str, list[list[str]]] = json.loads(done.stdout)
    return told


def folded(text: str) -> str:
    return " ".join(text.split())


def provisions(page: html.HtmlElement) -> Iterator[tuple[str, list[str], list[str]]]:
    """Each provision that a plan opens, and each below it: short address, wording, today."""
    for card in find(page, "div.dan"):
        if "dan-chuyen" in card.get("class", ""):
            continue
        wording = [
            words(text) for text in card.xpath("./div[@class='dan-loi']//*[self::p or self::li]")
        ]
        today = [
            words(text) for text in card.xpath("./div[@class='dan-nay']//*[self::p or self::li]")
        ]
        yield card.get("data-duong", ""), wording, today


@pytest.mark.parametrize("plan", ["buoi-5", "buoi-10"])
def test_what_the_page_shows_all_show(reader: Reader, plan: str) -> None:
    page = reader.page(f"tap-huan/{plan}.md")
    shown, lead = wall(page), wall(page, "lead")
    deck = folded(
        " ".join(" ".join((one.title, *one.lines, *one.notes)) for one in reader.deck(plan))
    )
    paper = folded(json.dumps(reader.handout()["dieu"], ensure_ascii=False)).replace("\\n", " ")
    found = list(provisions(page))
    assert any("/a/" in path for path, *_ in found) == (plan == "buoi-10")  # nested ones too
    for path, wording, today in found:
        assert wording, path
        for text in wording:
            bare = text.removeprefix("Lưu ý: ")
            # A note of the editor is for whoever leads, as in the notes of the slides.
            assert (bare in shown) == (bare == text), path
            for name, whole in (("wall", shown + lead), ("deck", deck), ("hand-out", paper)):
                assert bare in whole, (path, name)
        for text in today:
            assert text.replace(" ", "") in shown.replace(" ", ""), path


def test_words_for_whoever_leads_are_not_on_the_wall(reader: Reader) -> None:
    page = reader.page("tap-huan/buoi-10.md")
    told = [words(one).removeprefix("Người dẫn: ") for one in find(page, "p.buoi-dan")]
    shown, lead = wall(page), wall(page, "lead")
    assert told
    for text in told:
        assert text in lead
        assert text not in shown


def test_the_wall_says_how_sure_a_comparison_is(reader: Reader) -> None:
    page = reader.page("tap-huan/buoi-10.md")
    assert "◆ chưa rõ" in wall(page)
    assert "cách đọc của người biên soạn" in wall(page)
