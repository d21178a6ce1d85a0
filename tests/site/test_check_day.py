"""The day of checking stands in one line; whoever moves it changes nothing else."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from building import (
    CHECKED,
    LATER,
    PUBLIC,
    ROOT,
    Builds,
    Site,
    copy_project,
    moved,
    on_day,
    text_of,
)
from command_line import Run
from lxml import html
from vanban.cite.engine import Engine
from vanban.cite.graph import Graph
from vanban.features.quiz import quiz_checks
from vanban.features.quiz.quiz import load_quiz
from vanban.law.corpus import Corpus
from vanban.law.instrument import Instrument, vietnamese_date
from vanban.law.validity import state_on
from vanban.page import date_rule
from vanban.page.library import Library

DAYS = [CHECKED + timedelta(days=400), date(CHECKED.year + 2, 2, 28), LATER]


@pytest.fixture(scope="module")
def later(builds: Builds) -> Site:
    """The site on the latest of the days; it has an address too, of which no sentence says."""
    return Site(builds.good("published"))


@pytest.mark.parametrize("day", DAYS, ids=date.isoformat)
def test_nothing_is_wrong_on_a_later_day(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, day: date
) -> None:
    project = moved(copy_project(tmp_path / "project", without=("hooks",)), day)
    for name, value in on_day(day).items():
        monkeypatch.setenv(name, value)
    done = run("check", project=project)
    assert done.status == 0, done.out


def test_nobody_types_the_day_in_prose(corpus: Corpus) -> None:
    docs = ROOT / "docs"
    cite = Engine(corpus).cite
    library = Library(corpus, Graph(()), cite, CHECKED)
    found = [*date_rule.check(library), *quiz_checks.dates(load_quiz(docs))]
    assert [str(problem) for problem in found] == []


def test_every_page_shows_the_new_day(later: Site) -> None:
    for path in later.pages:
        tree = later.tree(path)
        foot = tree.xpath("//*[contains(@class, 'chan-trang')]") or [tree]
        assert f"kiểm tra ngày {vietnamese_date(LATER)}" in text_of(foot[0]), path


def test_the_time_line_reaches_the_new_day(later: Site) -> None:
    """Bars of what is in force reach the day; of 2027 there is nothing special."""
    tree = later.tree("tra-cuu/xua-va-nay/")
    ends = []
    for row in tree.xpath("//*[@class='tg']//tr[td]"):
        if text_of(row.xpath("td[@data-nhan='Đến']")[0]) == "nay":
            (bar,) = row.xpath(".//rect")
            width = float(row.xpath(".//svg/@viewbox | .//svg/@viewBox")[0].split()[2])
            ends.append((float(bar.get("x")) + float(bar.get("width")), width))
    assert ends
    year = (LATER - date(LATER.year, 1, 1)).days / 3.66
    assert {round(width - end) for end, width in ends} == {round(100 - year)}


def test_nothing_but_the_day_is_new(site: Site, later: Site, corpus: Corpus) -> None:
    """Word for word, unless the data says that something begins or ends between the two days."""
    assert later.pages == site.pages
    changing = any(changes(item) for item in corpus.instruments.values())
    differing = []
    for path in site.pages:
        before, after = site.tree(path), later.tree(path)
        if told(before) != told(after):
            assert changing, path
        elif without_days(before) != without_days(after):
            differing.append(path)
    assert differing == []


def told(tree: html.HtmlElement) -> list[str]:
    """How everything stands that a page shows."""
    return [str(state) for state in tree.xpath("//@data-trang-thai")]


ARCHIVE = re.compile(r"\b[0-9a-f]{64}\b|\(\d+,\d MB\)")
"""The digest and the size of the archive, in which the day stands too."""


BEGINS = f'"{urlsplit(PUBLIC).path}"'
"""Where the page of lost addresses is told that the site begins: on a host of its own, ``"/"``."""


def without_address(said: Any) -> Any:
    """What a page tells programs, but for what is told only where the site has an address."""
    if isinstance(said, list):
        return [without_address(one) for one in said]
    if not isinstance(said, dict):
        return said
    site = {"@type": "WebSite", "url": PUBLIC}
    return {
        key: without_address(value)
        for key, value in said.items()
        if not (isinstance(value, str) and value.startswith(PUBLIC))
        and not (isinstance(value, dict) and value.items() >= site.items())
        and not (isinstance(value, dict) and value.get("contentUrl", "").startswith(PUBLIC))
    }


def without_days(page: html.HtmlElement) -> str:
    tree = deepcopy(page)
    for script in tree.xpath("//script[@type='application/ld+json']"):
        script.text = json.dumps(without_address(json.loads(script.text)), ensure_ascii=False)
    for told in tree.xpath("//*[@class='tuoi' or @class='tuoi-loi']"):  # of old checks
        told.drop_tree()
    text = text_of(tree).replace(BEGINS, '"/"')
    for day in (CHECKED, LATER):
        text = text.replace(vietnamese_date(day), "@")
    return ARCHIVE.sub("#", text)


def changes(instrument: Instrument) -> bool:
    """Whether the instrument or a unit of it stands otherwise on the later day."""
    units = [None, *instrument.unit_validity]
    first, last = ([state_on(instrument, unit, day) for unit in units] for day in (CHECKED, LATER))
    return first != last
