"""Who cites whom: where a mention stands, what it says, which day its page speaks from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from samples import corpus_of
from vanban.cite.engine import Engine
from vanban.cite.graph import Graph, build_graph
from vanban.law.instrument import Target
from vanban.law.provision import plain

from .small import INSTRUMENTS

TODAY = date(2022, 5, 5)
LONG = "rất dài " * 60

PAGES = {
    # of a law that has ended: its words speak of the law of its time
    "luat-1-2015-qh13/dieu-1.md": """# Điều 1. Thử

## Khoản 1

Trước hết. Theo *Luật Thử nghiệm*
thì khoản 2 là đúng. Sau đó.

## Khoản 2

Xem Luật Thử nghiệm năm 2020! Hết.
""",
    # of a law in force: its words speak of today
    "luat-9-2020-qh14/dieu-2.md": "# Điều 2. Thử\n\nTheo Luật Thử nghiệm; hết.\n",
    "luat-3-2010-qh12/index.md": "# Luật Vở\n\nLuật Vở.\n",  # ended: in force on its first day
    # the site's own prose: today, or the day that the page tells
    "nay.md": "# Nay\n\nLuật Thử nghiệm.\n",
    "xua.md": "---\nthoi-diem: 2018-05-05\n---\n\n# Xưa\n\nLuật Thử nghiệm.\n",
    "sai-ngay.md": "---\nthoi-diem: hôm qua\n---\n\n# Sai\n\nLuật Thử nghiệm.\n",
    "trong-ngoac.md": """# Trong ngoặc

Ba câu, hai khoản (*khoản 1*, 2 Điều 1 Luật Thử nghiệm năm 2015).
""",
    "loi.md": f"""# Lỗi

Một câu. Ở đây: khoản 9
Điều 1 **Luật Thử nghiệm** năm 2015 nhé? Một câu nữa.

{LONG}Điều 8. {LONG}

{LONG}Luật Sách năm 2019 {LONG}
""",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    return graph_in(tmp_path_factory.mktemp("graph"))


def graph_in(folder: Path) -> Graph:
    files = {f"{slug}/van-ban.yml": text for slug, text in INSTRUMENTS.items()}
    corpus = corpus_of(folder, {**files, **PAGES})
    return build_graph(corpus, Engine(corpus), TODAY)


def mentions(graph: Graph, page: str) -> list[tuple[str, int, int, str, str]]:
    """Source, line, column, target and sentence of each mention of a page."""
    return [
        (str(item.source), item.line, item.col, str(item.citation.target), item.sentence)
        for item in graph.mentions
        if item.page == page
    ]


def test_a_mention_says_where_it_stands_and_its_sentence(graph: Graph) -> None:
    law = "luat-1-2015-qh13"
    first = "Theo Luật Thử nghiệm thì khoản 2 là đúng."
    assert mentions(graph, f"{law}/dieu-1.md") == [
        (f"{law}#dieu-1-khoan-1", 5, 18, law, first),
        (f"{law}#dieu-1-khoan-1", 6, 5, f"{law}#dieu-1-khoan-2", first),
        (f"{law}#dieu-1-khoan-2", 10, 5, "luat-9-2020-qh14", "Xem Luật Thử nghiệm năm 2020!"),
    ]


@pytest.mark.parametrize(
    ("page", "target"),
    [
        ("luat-9-2020-qh14/dieu-2.md", "luat-9-2020-qh14"),
        ("luat-3-2010-qh12/index.md", "luat-3-2010-qh12"),
        ("nay.md", "luat-9-2020-qh14"),
        ("xua.md", "luat-1-2015-qh13"),
        ("sai-ngay.md", "luat-9-2020-qh14"),
    ],
)
def test_the_day_that_a_page_speaks_from(graph: Graph, page: str, target: str) -> None:
    assert [item[3] for item in mentions(graph, page)] == [target]


def test_a_sentence_says_where_its_citation_begins(graph: Graph) -> None:
    """The “2” is no digit of an earlier word, and brackets stand where they stood."""
    found = [item for item in graph.mentions if item.page == "trong-ngoac.md"]
    sentence = "Ba câu, hai khoản (khoản 1, 2 Điều 1 Luật Thử nghiệm năm 2015)."
    assert [item.sentence for item in found] == [sentence] * len(found)
    assert [item.at for item in found] == [sentence.index("khoản 1"), sentence.index("2 Điều")]
    for item in graph.mentions:
        words = plain(item.citation.text)
        assert item.sentence[item.at :].startswith(words)


def test_prose_outside_a_document_has_no_source(graph: Graph) -> None:
    assert [item.source for item in graph.mentions if item.page == "nay.md"] == [None]


def test_only_what_is_linked_counts_as_cited(graph: Graph) -> None:
    """Exactly that unit or instrument; a citation that is broken leads nowhere."""
    law = Target("luat-1-2015-qh13")
    assert [item.page for item in graph.cited_by(law)] == ["luat-1-2015-qh13/dieu-1.md", "xua.md"]
    assert [item.page for item in graph.cited_by(Target("luat-2-2019-qh14"))] == ["loi.md"]
    assert graph.cited_by(Target("luat-4-2019")) == ()


def test_what_is_wrong_is_told_at_its_place(graph: Graph) -> None:
    """In the words of the text without its markup, on one line; in order; with advice."""
    wrong, unclear = graph.problems
    assert (wrong.file, wrong.line, wrong.col) == ("docs/loi.md", 3, 17)
    assert wrong.message == (
        "viện dẫn sai: “khoản 9 Điều 1 Luật Thử nghiệm năm 2015” – "
        "Điều 1 Luật Thử nghiệm năm 2015 không có khoản 9"
    )
    assert wrong.suggestion == "Điều 1 có 3 khoản (1–3)"
    assert (unclear.file, unclear.line, unclear.col) == ("docs/loi.md", 6, len(LONG) + 1)
    assert unclear.message == "viện dẫn chưa rõ: “Điều 8” – không rõ thuộc văn bản nào"


def test_a_very_long_sentence_is_cut_at_words(graph: Graph) -> None:
    """Each side keeps its nearest 160 characters; a full stop still ends it."""
    _, ended, open_end = (item.sentence for item in graph.mentions if item.page == "loi.md")
    assert ended.startswith(("… dài rất dài", "… rất dài"))
    assert ended.endswith("rất dài Điều 8.")
    assert 150 < len(ended) < 175
    before, after = open_end.split("Luật Sách năm 2019")
    assert before.startswith("… ")
    assert after.endswith(" …")
    assert 140 < len(before) <= 165
    assert 120 < len(after) <= 165
    assert set(open_end.split()) == {"…", "rất", "dài", "Luật", "Sách", "năm", "2019"}


def test_a_slip_that_changes_nothing_else_is_told(tmp_path: Path) -> None:
    """A known name with a year of which nobody knows a law; a unit that cannot be read."""
    words = (
        "Theo Luật Thử nghiệm năm 2019.\n\n"
        "Xem khoản l Điều 1 Luật Thử nghiệm năm 2015.\n\n"
        "Xem khoản 1, khoản 2 Điều 1 Luật Thử nghiệm năm 2015."
    )
    files = {f"{slug}/van-ban.yml": text for slug, text in INSTRUMENTS.items()}
    corpus = corpus_of(tmp_path, {**files, "trang.md": f"# Trang\n\n{words}\n"})
    found = build_graph(corpus, Engine(corpus), date(2026, 11, 20)).problems
    assert [(item.line, item.message.partition(" – ")[0]) for item in found] == [
        (3, "viện dẫn năm lạ: “Luật Thử nghiệm năm 2019”"),
        (5, "không đọc được “khoản l” trước “Điều 1 Luật Thử nghiệm năm 2015”"),
    ]
    assert all(item.suggestion for item in found)
