"""What previews say of a provision."""

from __future__ import annotations

import json
from xml.etree.ElementTree import fromstring

import pytest
from building import CHECKED
from vanban.cite.engine import Engine
from vanban.cite.graph import Graph
from vanban.features.preview.previews import Ends, Previews, as_json, target_of
from vanban.law.corpus import Corpus
from vanban.law.instrument import Target, parse_target, vietnamese_date
from vanban.page.library import Library

LAW, DECREE = "luat-24-2018-qh14", "nghi-dinh-72-2013-nd-cp"
HERE = "tinh-huong/index.md"


@pytest.fixture(scope="module")
def library(corpus: Corpus) -> Library:
    return Library(corpus, Graph(()), Engine(corpus).cite, CHECKED)


@pytest.mark.parametrize(
    ("href", "target"),
    [
        (f"../van-ban/{LAW}/dieu-8.md#dieu-8-khoan-1", parse_target(f"{LAW}#dieu-8-khoan-1")),
        (f"../van-ban/{LAW}/dieu-8.md", parse_target(f"{LAW}#dieu-8")),
        (f"../van-ban/{LAW}/index.md", Target(LAW)),
        (f"../van-ban/{LAW}/index.md#muc-luc", None),  # an anchor that is no unit
        ("../cong-van/index.md#muc-2", None),  # an item of the letter is no provision
        ("../cong-van/index.md", Target("cong-van")),
        ("index.md", None),
        ("https://vbpl.vn", None),
    ],
)
def test_what_a_link_names(corpus: Corpus, href: str, target: Target | None) -> None:
    assert target_of(href, HERE, corpus) == target


def test_links_beside_their_gist_are_left_out(corpus: Corpus) -> None:
    tree = fromstring(
        f"<div><p><a href='../van-ban/{LAW}/index.md'>a</a></p>"
        f"<div class='dk x'><p><a href='../van-ban/{DECREE}/index.md'>b</a></p></div></div>"
    )
    assert Ends(corpus).targets_on(tree, HERE) == (Target(LAW),)


@pytest.mark.parametrize(
    ("directories", "address"),
    [(True, "dieu-21/#dieu-21-khoan-6"), (False, "dieu-21.html#dieu-21-khoan-6")],  # for a disk
)
def test_a_row(library: Library, directories: bool, address: str) -> None:
    clause = parse_target(f"{DECREE}#dieu-21-khoan-5")
    (row,) = json.loads(Previews(library, directories).block([clause], HERE)).values()
    assert row[0] == "Khoản 5 Điều 21 Nghị định 72/2013/NĐ-CP"
    assert row[3:5] == ["het", "■ hết hiệu lực từ 25/12/2024"]
    checked = library.corpus.instruments[DECREE].validity.evidence.checked
    assert row[5].endswith(f"kiểm tra {vietnamese_date(checked)}")
    assert row[8] == f"../van-ban/nghi-dinh-147-2024-nd-cp/{address}"


def test_unknown_is_said_and_leads_nowhere(library: Library) -> None:
    target = Target("chi-thi-10-ct-ubnd-long-an-2017")
    (row,) = json.loads(Previews(library, True).block([target], HERE)).values()
    assert row[6:] == ["chưa rõ"]


def test_a_block_cannot_close_its_script() -> None:
    assert "</script" not in as_json("</script>")


def test_rows_are_made_once_for_all_pages(library: Library) -> None:
    """Each page has those of its own links, with addresses of its own."""
    clause, other = parse_target(f"{DECREE}#dieu-21-khoan-5"), Target(LAW)
    previews = Previews(library, True)
    assert previews.block([], HERE) == ""
    for page, way in ((HERE, "../"), ("index.md", ""), (HERE, "../")):
        rows = json.loads(previews.block([clause, other], page))
        assert list(rows) == [str(clause), str(other)]
        assert rows[str(clause)][8].startswith(f"{way}van-ban/")
        assert rows == {
            **json.loads(previews.block([clause], page)),
            **json.loads(Previews(library, True).block([other], page)),
        }
