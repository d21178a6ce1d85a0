"""Sets of questions as they were built: the markup that scripts rely on, and the links."""

from __future__ import annotations

import pytest
from building import CHECKED, ROOT, Link, Site
from vanban.cite.engine import Engine
from vanban.features.quiz.quiz import QuizSet, load_quiz
from vanban.features.quiz.quiz_checks import context, target
from vanban.law.corpus import Corpus
from vanban.law.site_address import url
from vanban.page.letter import days

BANK = load_quiz(ROOT / "docs")


@pytest.mark.parametrize("found", BANK.sets.values(), ids=list(BANK.sets))
def test_each_question_with_its_answer_and_its_basis(
    site: Site, corpus: Corpus, found: QuizSet
) -> None:
    path = url(found.page).removeprefix("./")
    cite = Engine(corpus).cite
    for item in found.shown:
        (section,) = site.tree(path).xpath(f"//section[@class='cau-hoi' and @id='{item.id}']")
        options = section.xpath("./ol[@class='cau-hoi-chon']/li")
        assert [option.get("data-dung") is not None for option in options] == [
            option.right for option in item.options
        ]
        assert [option.text_content() for option in options] == [
            option.text for option in item.options
        ]
        (basis,) = section.xpath("./details[@class='cau-hoi-dap']/p[@class='cau-hoi-can-cu']/a")
        where = context(item, days(corpus, CHECKED), CHECKED)
        wanted = target(cite, item.basis, where)
        assert wanted is not None
        address = corpus.address(wanted)
        link = Link(path, "a", basis.get("href"))
        assert (link.path, link.fragment) == (url(address.page).removeprefix("./"), address.anchor)
        reason = section.xpath(".//div[@class='cau-hoi-vi-sao']//a[@class='vd']")
        assert len(reason) == len(cite(item.reason, where))
        assert section.xpath(".//p[@class='cau-hoi-can-cu']/span[@class='tt']")


@pytest.mark.parametrize("found", BANK.sets.values(), ids=list(BANK.sets))
def test_each_set_can_be_taken_along(site: Site, found: QuizSet) -> None:
    path = url(found.page).removeprefix("./")
    links = site.tree(path).xpath("//p[contains(@class, 'ch-tai')]/a/@href")
    files = [(site.root / path / link).resolve() for link in links]
    endings = (".gift.txt", ".csv", ".qti.zip")
    assert [file.name for file in files] == [f"{found.name}{ending}" for ending in endings]
    for file in files[:2]:
        text = file.read_text(encoding="utf-8")
        assert all(item.reason[:40] in text.replace("\\", "") for item in found.items)


def test_the_list_names_every_set(site: Site) -> None:
    named = set(site.tree("tap-huan/cau-hoi/").xpath("//*[@class='ch-ds']//li/@data-bo"))
    assert named == set(BANK.sets)
