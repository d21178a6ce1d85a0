"""What the pages say of the law: every amount has its base, every claim its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from building import CHECKED, Site, text_of
from lxml import html
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.law.corpus import Corpus, load_corpus
from vanban.law.instrument import Instrument, State
from vanban.law.provision import plain

DOCS = Path(__file__).resolve().parents[2] / "docs"
AMOUNT = re.compile(r"\d\s*(?:-|–|đến)?\s*\d*\s*(?:triệu|tỷ)\b", re.IGNORECASE)
BASE = ("cá nhân", "tổ chức")
ENDED_ON = re.compile(r"hết hiệu lực (?:từ|kể từ)(?: ngày)? (\d{1,2})/(\d{1,2})/(\d{4})")
ENDED = re.compile(r"(?<!chưa )(?<!chưa rõ )(?:đã|đều) hết hiệu lực")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(DOCS)


def has_class(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def blocks(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The smallest blocks of prose of the main text."""
    for element in tree.xpath("//article//*[self::p or self::li or self::td or self::dd]"):
        if not element.xpath(".//p | .//li | .//td | .//dd"):
            yield element


def test_every_amount_says_whose_it_is_and_where_it_stands(site: Site) -> None:
    wrong = []
    for path in site.pages:
        for block in blocks(site.tree(path)):
            text = text_of(block)
            if not AMOUNT.search(text):
                continue
            based = any(base in text.lower() for base in BASE)
            of_article = "/dieu-" in path
            linked = block.xpath(
                f".//a[{has_class('vd')}] | ancestor::*[{has_class('dan')}]//a | ancestor::tr//a"
                f" | ancestor::*[{has_class('nguoc')} or {has_class('th')}]//a"
            )
            if not based or not (of_article or linked):
                wrong.append(f"{path}: {text[:120]}")
    assert wrong == []


@pytest.mark.parametrize("name", ["dan", "hom-nay", "truoc-day", "the"])
def test_every_card_says_how_sure_and_checked_when(site: Site, name: str) -> None:
    seen = 0
    for path in site.pages:
        for card in site.tree(path).xpath(f"//*[{has_class(name)}]"):
            if name == "dan" and "dan-con" in card.get("class", ""):
                continue  # part of a card that says it once
            if name == "dan" and "dan-chuyen" in card.get("class", ""):
                continue  # a situation told again: it happened to nobody and states no law
            seen += 1
            assert card.xpath(f".//*[{has_class('chac')}]"), (path, text_of(card)[:80])
    assert seen


def test_a_page_never_says_another_end_than_the_corpus(corpus: Corpus) -> None:
    """“hết hiệu lực từ 25/12/2024” is the end of an instrument named in that paragraph.

    Or of one that a provision named there brought to its end.
    """
    graph = build_graph(corpus, Engine(corpus), CHECKED)
    wrong = []
    for page in corpus.pages.values():
        cited: dict[int, set[str]] = {}
        for mention in graph.mentions:
            if mention.page == page.path and mention.citation.target:
                cited.setdefault(mention.line, set()).add(mention.citation.target.slug)
        for block in page.blocks():
            text = plain(block.text)
            first = page.text.count("\n", 0, block.start) + 1
            lines = range(first, first + block.text.count("\n") + 1)
            slugs = {slug for line in lines for slug in cited.get(line, ())}
            slugs |= {page.slug} if page.slug else set()
            named = [item for slug, item in corpus.instruments.items() if slug in slugs]
            named += [item for item in corpus.instruments.values() if ended_by(item) & slugs]
            home = corpus.instruments.get(page.slug or "")
            kin = {relation.slug for relation in home.relations} if home else set()
            named += [item for slug, item in corpus.instruments.items() if slug in kin]
            for found in ENDED_ON.finditer(text):
                day, month, year = map(int, found.groups())
                if date(year, month, day) not in {end for item in named for end in ends(item)}:
                    wrong.append(f"{page.path}:{first}: {found[0]}")
            if ENDED.search(text) and named and not any(ends(item) for item in named):
                wrong.append(f"{page.path}:{first}: {text[:100]}")
    assert wrong == []


def ends(instrument: Instrument) -> set[date]:
    validities = [instrument.validity, *instrument.unit_validity.values()]
    return {validity.until or date.max for validity in validities if validity.state is State.ENDED}


def ended_by(instrument: Instrument) -> set[str]:
    by = instrument.validity.ended_by
    return {by.slug} if by else set()


def test_paragraphs_and_pages_can_be_read_on_a_phone(corpus: Corpus) -> None:
    wrong = []
    for page in corpus.pages.values():
        if page.path == "cong-van/index.md":
            continue  # the letter is as long as it is
        total = 0
        for block in page.blocks():
            words = len(plain(block.text).split())
            total += words
            if words > 90 and not block.quoted and not page.article:
                wrong.append(f"{page.path}: đoạn {words} chữ")
        if total > 1500 and not page.article:
            wrong.append(f"{page.path}: {total} chữ")
    assert wrong == []


def test_every_page_is_three_taps_from_home(site: Site) -> None:
    reached, edge = {""}, [""]
    for _ in range(3):
        after = []
        for path in edge:
            for link in site.links(path):
                to = link.path
                if link.element == "a" and link.internal and to not in reached:
                    reached.add(to)
                    after.append(to)
        edge = [path for path in after if path == "" or path.endswith("/")]
    missed = [
        path
        for path in site.pages
        if path.endswith("/") and path not in reached and not _is_share_page(site, path)
    ]
    assert missed == []


def _is_share_page(site: Site, path: str) -> bool:
    """Pages that only lead on from a chat or a slide; nobody browses to them."""
    return bool(site.tree(path).xpath("//meta[@name='robots' and @content='noindex']"))
