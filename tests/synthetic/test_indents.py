"""A rare kind of unit, tiết, from two edits of an article to every view of it."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from synthetic.pages import Reader, copied, find, links, one, read, texts, today, words
from vanban.law.instrument import parse_target
from vanban.law.ledger import extended
from vanban.opendata import akn, api
from vanban.page.headings import looks_like_unit
from vanban.project import Project, open_project

SLUG = "luat-11-2012-qh13"
POINT = "dieu-5-khoan-1-diem-dd"
PAGE = f"van-ban/{SLUG}/dieu-5.md"
OUTLINE = (
    "{1: abcdđ, 2: '', 3: 'ab?'}}",
    "{1: abcdđ, 2: '', 3: 'ab?'}, tiet: {1.đ: [1, a.2, (iv)]}}",
)
HEADINGS = """Khóa tủ trước khi về.

#### Tiết 1

Khóa tủ hóa chất.

#### Tiết a2

Khóa tủ mẫu, theo tiết 1 điểm này và tiết 1 điểm đ khoản 1 Điều này.
"""
CITING = (
    "\nXem tiết a.2 điểm đ khoản 1 Điều 5 Luật Thử nghiệm năm 2012, không phải tiết 2 buổi sáng.\n"
)
OTHER = "tra-cuu/index.md"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copied(tmp_path_factory.mktemp("indents"))
    for name, old, new in (
        (f"van-ban/{SLUG}/van-ban.yml", *OUTLINE),
        (PAGE, "Khóa tủ trước khi về.\n", HEADINGS),
        (OTHER, None, CITING),
    ):
        file = root / "docs" / name
        text = file.read_text(encoding="utf-8")
        assert old is None or text.count(old) == 1
        file.write_text(text.replace(old, new) if old else text + new, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def project(root: Path) -> Project:
    found = open_project(root)
    assert [str(problem) for problem in found.problems] == []
    return found


@pytest.fixture(scope="module")
def reader(root: Path) -> Reader:
    return Reader(read(root), today())


def test_its_addresses_are_new_and_no_other_is_lost(project: Project) -> None:
    before = set((project.ledger or "").splitlines())
    text = extended(project.corpus, project.ledger or "")
    after = {line for line in text.splitlines() if not line.startswith("#")}
    assert {line for line in before if not line.startswith("#")} <= after
    assert after - before == {
        *(f"van-ban/{SLUG}/#{POINT}-tiet-{number}" for number in ("1", "a2", "iv")),
        *(f"van-ban/{SLUG}/dieu-5/#{POINT}-tiet-{number}" for number in ("1", "a2", "iv")),
        *("tn12/5/1/dd/1/", "tn12/5/1/dd/1/nay/", "tn12/5/1/dd/a2/", "tn12/5/1/dd/a2/nay/"),
    }


def test_the_page_of_the_article(reader: Reader) -> None:
    page = reader.page(PAGE)
    assert [unit.get("id") for unit in find(page, ".dv-diem .dv-tiet .dv-ten")] == [
        f"{POINT}-tiet-1",
        f"{POINT}-tiet-a2",
    ]
    assert texts(page, ".dv-tiet .dv-so .an") == ["Tiết 1", "Tiết a2"]
    # the third has no wording yet, and keeps its place all the same
    assert find(page, f"#{POINT}-tiet-iv")
    assert links(page, ".dv-tiet .dv-chu a") == [
        ("tiết 1 điểm này", f"dieu-5.md#{POINT}-tiet-1"),
        ("tiết 1 điểm đ khoản 1 Điều này", f"dieu-5.md#{POINT}-tiet-1"),
    ]


def test_a_citation_leads_there_and_a_lesson_nowhere(reader: Reader) -> None:
    found = [one for one in links(reader.page(OTHER)) if "iết" in one[0]]
    assert found == [
        (
            "tiết a.2 điểm đ khoản 1 Điều 5 Luật Thử nghiệm năm 2012",
            f"../van-ban/{SLUG}/dieu-5.md#{POINT}-tiet-a2",
        )
    ]


def test_the_little_window_and_the_status(reader: Reader) -> None:
    label, heading, gist, state, *_ = reader.preview(f"{SLUG}#{POINT}-tiet-1")
    assert label == "Tiết 1 điểm đ khoản 1 Điều 5 Luật Thử nghiệm năm 2012"
    assert heading == "Việc phải làm trong phòng thử"
    assert gist == "Khóa tủ hóa chất."
    assert state == "het"
    # what only leads in is told with what it leads to
    assert "1) Khóa tủ hóa chất" in reader.preview(f"{SLUG}#{POINT}")[2]


def test_short_addresses_and_the_hand_out(reader: Reader) -> None:
    assert "Tiết 1 điểm đ khoản 1 Điều 5" in words(one(reader.share()["tn12/5/1/dd/1/"], "title"))
    assert reader.handout()["dieu"]["tn12/5/1/dd/a2"][0].startswith("Tiết a2 điểm đ khoản 1 Điều 5")


def test_the_outline_has_a_place_for_each(reader: Reader) -> None:
    home = reader.page(f"van-ban/{SLUG}/index.md")
    for number in ("1", "a2", "iv"):
        assert len(find(home, f"#{POINT}-tiet-{number}")) == 1


def test_the_box_knows_them(reader: Reader) -> None:
    (law,) = [one for one in reader.provisions()["vanBan"] if one["ma"] == "tn12"]
    line = next(line for line in law["dieu"].split("\n") if line.startswith("5*"))
    assert line.startswith("5*:1=abcdđ(1 a2 iv),2,3+=ab|")


def test_exports(project: Project) -> None:
    instrument = project.corpus.instruments[SLUG]
    root = ElementTree.fromstring(akn.document(project.library, instrument))
    names = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
    found = root.findall(".//a:point/a:indent", names)
    assert [one.get("eId") for one in found] == [
        f"art_5__cl_1__point_dd__indent_{number}" for number in ("1", "a2", "iv")
    ]
    assert found[0].findtext("a:num", "", names) == "tiết 1"
    forms = dict(api.documents(project.library))
    told = json.loads(api.as_json(forms[api.provisions_address(instrument)]))
    units = {one["id"]: one for one in told["units"]}
    indent = units[f"{POINT}-tiet-1"]
    assert indent["parent"] == POINT
    assert indent["text"] == "Khóa tủ hóa chất."
    assert indent["kind"] == "point"  # of the kinds that version 1 has promised


def test_a_target_is_read_back(project: Project) -> None:
    target = parse_target(f"{SLUG}#{POINT}-tiet-a2")
    assert project.corpus.unit(target)
    assert project.library.label(target).startswith("tiết a2 điểm đ khoản 1 Điều 5")


@pytest.mark.parametrize(
    ("heading", "meant"), [("Tiết hai", True), ("Tiết", True), ("Tiết học mẫu", False)]
)
def test_a_heading_that_means_one(heading: str, meant: bool) -> None:
    assert looks_like_unit(heading) == meant
