"""What is told of a citation gives its reason: no day known, which part, a law of the same name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from samples import EVIDENCE, corpus_of, messages, van_ban
from vanban.cite.citation import Context
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.features.dispatch.dispatch import then_now
from vanban.features.draft.judged import judged
from vanban.features.draft.words import reasons
from vanban.intake import plain
from vanban.law.corpus import Corpus
from vanban.law.instrument import parse_target
from vanban.page.library import Library
from vanban.page.viewing import Viewer

TODAY = date(2026, 8, 20)
THEN = date(2022, 5, 1)
TAIL = EVIDENCE[1:]
UNKNOWN = "{trang-thai: chua-ro, chac-chan: unknown, kiem-tra: 2026-08-14, ghi-chu: Chưa tra.}"
SINGLE = TAIL.replace("stated", "single")
PARTS = (
    f"[{{don-vi: dieu-1-khoan-2, trang-thai: het, tu: 2020-03-01, den: 2021-01-01, {SINGLE},"
    " {don-vi: dieu-2, trang-thai: chua-ro, chac-chan: unknown, kiem-tra: 2020-08-14}]"
)
PARTLY = "còn hiệu lực một phần (văn bản nêu rõ, kiểm tra 14/8/2026)"
SAME = "Cùng tên, có ở đây (chưa rõ có thay văn bản này không)"
LAW = {"loai": "Luật", "ten": "Luật Vở kịch"}


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    made = {
        "nghi-dinh-1-2020-nd-cp": van_ban(
            hieu_luc=f"{{trang-thai: mot-phan, tu: 2020-03-01, {TAIL}", hieu_luc_rieng=PARTS
        ),
        "nghi-dinh-2-2020-nd-cp": van_ban(
            so="2/2020/NĐ-CP", ma="nd2", hieu_luc=f"{{trang-thai: con, {TAIL}"
        ),
        "nghi-dinh-3-2020-nd-cp": van_ban(
            so="3/2020/NĐ-CP",
            ma="nd3",
            hieu_luc=f"{{trang-thai: het, tu: 2020-03-01, boi-chu: thư, {TAIL}",
        ),
        "luat-126-2025-qh15": van_ban(
            **LAW,
            so="126/2025/QH15",
            ma="vk25",
            ten_goi="[Luật Vở kịch]",
            ban_hanh="2025-12-10",
            hieu_luc=f"{{trang-thai: con, tu: 2026-07-01, {TAIL}",
        ),
        "luat-vo-kich-2016": van_ban(
            **LAW,
            so=None,
            ma="vk16",
            ban_hanh="2016-04-05",
            goi_tat="[Luật Vở kịch năm 2016]",
            hieu_luc=UNKNOWN,
        ),
    }
    files: dict[str, str | bytes] = {}
    for slug, text in made.items():
        files[f"van-ban/{slug}/van-ban.yml"] = text
        files[f"van-ban/{slug}/index.md"] = f"# {slug}\n"
    found = corpus_of(tmp_path, files)
    assert messages(found) == []
    return found


def told(corpus: Corpus, cited: str, day: date = THEN) -> list[str]:
    document = plain.of_text(f"Theo {cited}.")
    citations = Engine(corpus).cite(document.text, Context())
    (one,) = judged(citations, document, corpus, day, TODAY)
    return list(reasons(one))


@pytest.mark.parametrize(
    ("cited", "state"),
    [
        ("Nghị định 2/2020/NĐ-CP", "chưa rõ hiệu lực, vì chưa biết có hiệu lực từ ngày nào ("),
        ("Nghị định 3/2020/NĐ-CP", "chưa rõ hiệu lực, vì chưa biết hết hiệu lực từ ngày nào ("),
        (
            "Nghị định 1/2020/NĐ-CP",
            f"{PARTLY}; đã hết: khoản 2 Điều 1 (một nguồn); chưa rõ: Điều 2.",
        ),
        (
            "Điều 1 Nghị định 1/2020/NĐ-CP",
            f"{PARTLY}; đã hết: khoản 2 Điều 1 (một nguồn).",
        ),
        ("khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP", "còn hiệu lực ("),
    ],
)
def test_a_state_that_asks_why_says_why(corpus: Corpus, cited: str, state: str) -> None:
    first = next(line for line in told(corpus, cited) if "hiệu lực" in line)
    assert f"{cited[:1].upper()}{cited[1:]}: {state}" in first


def test_a_law_of_the_same_name_is_told_and_not_as_its_successor(corpus: Corpus) -> None:
    lines = told(corpus, "Luật Vở kịch năm 2016")
    assert f"{SAME}: Luật Vở kịch năm 2025." in lines
    assert not [line for line in lines if line.startswith("Nay")]
    for known in ("Luật Vở kịch năm 2025", "Nghị định 2/2020/NĐ-CP"):
        assert not [line for line in told(corpus, known) if line.startswith(SAME)]


def test_its_card_and_its_page_tell_it_too(corpus: Corpus) -> None:
    engine = Engine(corpus)
    library = Library(corpus, build_graph(corpus, engine, TODAY), engine.cite, TODAY)
    viewer = Viewer(library, "van-ban/luat-vo-kich-2016/index.md")
    card = then_now(parse_target("luat-vo-kich-2016"), viewer, THEN)
    assert card.near_words == SAME
    assert [one.instrument.label for one in card.near] == ["Luật Vở kịch năm 2025"]
    alike = viewer.alike(corpus.instruments["luat-vo-kich-2016"])
    assert [one.label for one in alike] == ["Luật Vở kịch năm 2025"]
    assert viewer.alike(corpus.instruments["luat-126-2025-qh15"]) == ()
