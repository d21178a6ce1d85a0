"""The day of checking stands in one line; whoever moves it changes nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path

import pytest
from building import CHECKED, ROOT, Site, build, copy_project, day_of, on_day, text_of
from lxml import html
from vanban.cite.engine import Engine
from vanban.cite.graph import Graph
from vanban.features.quiz import quiz_checks
from vanban.features.quiz.quiz import load_quiz
from vanban.law.corpus_source import load_corpus
from vanban.law.instrument import Instrument, vietnamese_date
from vanban.law.validity import state_on
from vanban.page import date_rule
from vanban.page.library import Library

LATER = [
    CHECKED + timedelta(days=400),
    date(CHECKED.year + 2, 2, 28),
    date(CHECKED.year + 5, 1, 5),  # a year, a month and a day that are all written with care
]


def moved(project: Path, day: date) -> Path:
    """Change the one line, as an editor does."""
    file = project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    text, count = re.subn(r"(?m)^(  ngay-kiem-tra:).*$", rf"\1 {day.isoformat()}", text)
    assert count == 1
    file.write_text(text, encoding="utf-8")
    assert day_of(project) == day
    return project


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site on the latest of the days."""
    place = tmp_path_factory.mktemp("later")
    project = moved(copy_project(place / "project"), LATER[-1])
    done = build(project, place / "site", now=LATER[-1])
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(place / "site")


@pytest.mark.parametrize("day", LATER, ids=date.isoformat)
def test_nothing_is_wrong_on_a_later_day(tmp_path: Path, day: date) -> None:
    project = moved(copy_project(tmp_path / "project"), day)
    done = subprocess.run(
        [sys.executable, "hooks", "check"],
        cwd=project,
        env=os.environ | on_day(day),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()


def test_nobody_types_the_day_in_prose() -> None:
    docs = ROOT / "docs"
    corpus = load_corpus(docs)
    cite = Engine(corpus).cite
    library = Library(corpus, Graph(()), cite, CHECKED)
    found = [*date_rule.check(library), *quiz_checks.dates(load_quiz(docs))]
    assert [str(problem) for problem in found] == []


def test_every_page_shows_the_new_day(later: Site) -> None:
    for path in later.pages:
        tree = later.tree(path)
        foot = tree.xpath("//*[contains(@class, 'chan-trang')]") or [tree]
        assert f"kiểm tra ngày {vietnamese_date(LATER[-1])}" in text_of(foot[0]), path


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
    year = (LATER[-1] - date(LATER[-1].year, 1, 1)).days / 3.66
    assert {round(width - end) for end, width in ends} == {round(100 - year)}


def test_nothing_but_the_day_is_new(site: Site, later: Site) -> None:
    """Word for word, unless the data says that something begins or ends between the two days."""
    assert later.pages == site.pages
    changing = any(changes(item) for item in load_corpus(ROOT / "docs").instruments.values())
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


def without_days(page: html.HtmlElement) -> str:
    tree = deepcopy(page)
    for told in tree.xpath("//*[@class='tuoi' or @class='tuoi-loi']"):  # of old checks
        told.drop_tree()
    text = text_of(tree)
    for day in (CHECKED, LATER[-1]):
        text = text.replace(vietnamese_date(day), "@")
    return ARCHIVE.sub("#", text)


def changes(instrument: Instrument) -> bool:
    """Whether the instrument or a unit of it stands otherwise on the later day."""
    units = [None, *instrument.unit_validity]
    first, last = (
        [state_on(instrument, unit, day) for unit in units] for day in (CHECKED, LATER[-1])
    )
    return first != last
