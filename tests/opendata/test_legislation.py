"""What search engines are told: no more than is known, and nothing that ends a script."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from samples import EVIDENCE, corpus_of, van_ban
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.opendata.legislation import as_script, legislation
from vanban.page.library import Library

SITE = "https://thu.example.vn/kho/"
LAW = "van-ban/luat-11-2012-qh13/"
HOME = "van-ban/nghi-dinh-1-2020-nd-cp"


def test_an_instrument(library: Library) -> None:
    found = legislation(library, f"{LAW}index.md", SITE)
    assert (found["@context"], found["@type"]) == ("https://schema.org", "Legislation")
    assert found["url"] == SITE + LAW
    assert found["legislationIdentifier"] == "11/2012/QH13"
    assert found["legislationDate"] == "2012-06-20"
    assert found["legislationPassedBy"] == {"@type": "Organization", "name": "Quốc hội"}
    assert found["legislationLegalForce"] == "https://schema.org/NotInForce"
    # the law ended on 1 January 2024: the day before was its last
    assert found["temporalCoverage"] == "2013-01-01/2023-12-31"
    assert found["encoding"]["contentUrl"] == f"{SITE}{LAW}akn.xml"
    assert found["encoding"]["legislationLegalValue"].endswith("/UnofficialLegalValue")


def test_an_article_is_part_of_its_instrument(library: Library) -> None:
    found = legislation(library, f"{LAW}dieu-23dd.md", SITE)
    assert found["name"] == "Điều 23đ Luật Thử nghiệm năm 2012"
    assert found["legislationIdentifier"] == "Điều 23đ 11/2012/QH13"
    assert found["url"] == f"{SITE}{LAW}dieu-23dd/#dieu-23dd"
    assert found["isPartOf"] == {
        "@type": "Legislation",
        "@id": SITE + LAW,
        "url": SITE + LAW,
        "name": "Luật Thử nghiệm năm 2012",
        "legislationIdentifier": "11/2012/QH13",
    }


def test_without_a_public_address_nothing_has_one(library: Library) -> None:
    for page in (f"{LAW}index.md", f"{LAW}dieu-5.md"):
        found = legislation(library, page)
        assert found["name"]
        assert "http" not in json.dumps({**found, "@context": ""}).replace("https://schema.org", "")


@pytest.mark.parametrize(
    "page", ["index.md", "tinh-huong/do-mau.md", "cong-van/muc-2.md", "none.md"]
)
def test_other_pages_say_nothing(library: Library, page: str) -> None:
    assert as_script(legislation(library, page, SITE)) == ""


@pytest.mark.parametrize(
    ("validity", "force", "covers"),
    [
        ("trang-thai: con, tu: 2020-03-01", "InForce", "2020-03-01/.."),
        ("trang-thai: mot-phan, tu: 2020-03-01", "PartiallyInForce", "2020-03-01/.."),
        ("trang-thai: het, tu: 2020-03-01, den: 2021-01-01", "NotInForce", "2020-03-01/2020-12-31"),
        # it has ended, and nobody knows when: no interval at all
        ("trang-thai: het, tu: 2020-03-01, boi-chu: Luật mới", "NotInForce", None),
        # not begun on the day of the check
        ("trang-thai: con, tu: 2027-01-01", "NotInForce", "2027-01-01/.."),
        # nobody knows: no word on force
        ("trang-thai: chua-ro", None, None),
        ("trang-thai: con", "InForce", None),
    ],
)
def test_force(tmp_path: Path, validity: str, force: str | None, covers: str | None) -> None:
    text = van_ban(hieu_luc=f"{{{validity}, {EVIDENCE[1:]}")
    files = {f"{HOME}/van-ban.yml": text, f"{HOME}/index.md": "# Nghị định thử\n\nLời.\n"}
    corpus = corpus_of(tmp_path, dict(files))
    engine, day = Engine(corpus), date(2026, 8, 14)
    library = Library(corpus, build_graph(corpus, engine, day), engine.cite, day)
    found = legislation(library, f"{HOME}/index.md", SITE)
    assert found.get("legislationLegalForce") == (force and f"https://schema.org/{force}")
    assert found.get("temporalCoverage") == covers


def test_nothing_in_it_ends_the_script() -> None:
    text = as_script({"name": "a</script><script>alert(1)<!--"})
    assert "<" not in text
    assert json.loads(text) == {"name": "a</script><script>alert(1)<!--"}
