"""What a browser gets to judge with: the same corpus, the same addresses, only what it can run."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from building import ROOT
from vanban.features.draft import shipped
from vanban.features.draft.in_browser import Judge, Knowledge, linked
from vanban.features.draft.packed import packed, unpacked
from vanban.law.instrument import Target
from vanban.law.site_address import SiteAddresses
from vanban.project import Project, open_project


@cache
def project(folder: str) -> Project:
    return open_project(ROOT / folder)


@pytest.mark.parametrize("folder", [".", "tests/synthetic"])
def test_the_same_corpus_comes_out_that_went_in(folder: str) -> None:
    """Every value of every instrument; and each unit is linked where the site shows it."""
    library = project(folder).library
    known = shipped.knowledge(library)
    text = json.dumps(packed(known))
    assert unpacked(Knowledge, json.loads(text)) == known
    judge, at = Judge(text), SiteAddresses(directories=True)
    for slug, instrument in library.corpus.instruments.items():
        for unit in (None, *instrument.outline.units):
            target = Target(slug, unit)
            assert judge.address(target) == at.place(library.corpus.address(target))


ANSWER = {
    "ngay": "Xét theo ngày 20/5/2025 (ngày ghi trong văn bản).",
    "dem": "2 viện dẫn: 1 không có điều khoản này; 1 hết hiệu lực.",
    "luu-y": [],
}
LAW = "van-ban/luat-22-2023-qh15"
OLD = "van-ban/luat-11-2012-qh13/dieu-5/#dieu-5-khoan-1"
SHOWN = [
    {
        "chu": "khoản 9 Điều 7 Luật Thử nghiệm năm 2023",
        "toi": "",
        "o": "dòng 4, cột 27",
        "tt": "chua-ro",
        "dau": "✕",
        "xet": "không có điều khoản này",
        "cau": [
            [["Điều 7 Luật Thử nghiệm năm 2023 không có khoản 9. → Điều 7 có 2 khoản (1–2)", ""]]
        ],
        "co-the": [],
    },
    {
        "chu": "khoản 1 Điều 5 Luật Thử nghiệm năm 2012",
        "toi": OLD,
        "o": "dòng 3, cột 6",
        "tt": "het",
        "dau": "■",
        "xet": "hết hiệu lực",
        "cau": [
            [
                ["Khoản 1 Điều 5 Luật Thử nghiệm năm 2012", OLD],
                [": hết hiệu lực từ 01/01/2024 (văn bản nêu rõ, kiểm tra 18/5/2025).", ""],
            ],
            [
                ["Nay: ", ""],
                ["khoản 2 Điều 7 Luật Thử nghiệm năm 2023", f"{LAW}/dieu-7/#dieu-7-khoan-2"],
                [" (cách đọc của người biên soạn) – Giữ ý cũ.", ""],
            ],
        ],
        "co-the": [],
    },
]
CITED = "khoản 1 Điều 5\nLuật Thử nghiệm năm 2012; khoản 9 Điều 7 Luật Thử nghiệm năm 2023"
DAY = "Thử Nghiệm, ngày 20 tháng 5 năm 2025"


@cache
def judge() -> Judge:
    return Judge(json.dumps(packed(shipped.knowledge(project("tests/synthetic").library))))


def answer(text: str, given: str = "", today: str = "2025-06-01") -> dict[str, Any]:
    return dict(json.loads(judge().judge(text, given, today)))


def test_what_a_page_shows_of_a_letter() -> None:
    """The worst first; the provisions that a sentence names are links."""
    found = answer(f"{DAY}\n\nTheo {CITED}.")
    shown = found.pop("tim-thay")
    fields = [one.pop("json") for one in shown]
    assert found == ANSWER
    assert shown == SHOWN
    assert [(one["verdict"], one["line"], one["as_of"]) for one in fields] == [
        ("broken", 4, "2025-05-20"),
        ("ended", 3, "2025-05-20"),
    ]


@pytest.mark.parametrize(
    ("text", "given", "day", "notes"),
    [
        # the day that the reader names, else that of the letter, else today
        (f"{DAY}\nA", "2025-05-01", "01/5/2025 (ngày ghi ở ô “Ngày của công văn”)", []),
        (f"{DAY}\nA", "", "20/5/2025 (ngày ghi trong văn bản)", []),
        (
            "Theo Điều 7 Luật Thử nghiệm năm 2023.",
            "",
            "01/6/2025 (hôm nay, vì chưa rõ ngày của công văn; muốn chắc thì ghi vào ô ngày)",
            ["Kho được kiểm tra tới ngày 20/5/2025"],
        ),
        (
            "Thử Nghiệm, ngày   tháng 5 năm 2025",
            "",
            "01/6/2025 (hôm nay, vì chưa rõ ngày của công văn; muốn chắc thì ghi vào ô ngày)",
            ["Dòng ngày của thư còn để trống"],
        ),
        # pasted from a file with letters of an old font
        (
            "C¨n cø LuËt gi¸o dôc, ®Ò nghÞ c¸c tr­êng thùc hiÖn",
            "2025-05-20",
            None,
            ["bảng mã TCVN3"],
        ),
    ],
)
def test_what_is_said_above_it(text: str, given: str, day: str | None, notes: list[str]) -> None:
    found = answer(text, given)
    if day:
        assert found["ngay"] == f"Xét theo ngày {day}."
    assert len(found["luu-y"]) == len(notes)
    for told, begins in zip(found["luu-y"], notes, strict=True):
        assert begins in told


@pytest.mark.parametrize(
    ("cited", "state", "mark"),
    [
        ("Điều 7 Luật Thử nghiệm năm 2023", "con", "●"),
        ("Nghị định 44/2024/NĐ-CP", "mot-phan", "◐"),
        ("Điều 1 Thông tư 66/2025/TT-BTN", "chua-den", "○"),
        ("Chỉ thị 7/CT-UBND ngày 05/8/2016", "chua-ro", "◆"),
        ("Nghị định 98/2009/NĐ-CP", "chua-ro", "◆"),
    ],
)
def test_the_chip_of_a_verdict(cited: str, state: str, mark: str) -> None:
    (one,) = answer(f"Theo {cited}.", "2025-05-20")["tim-thay"]
    assert (one["tt"], one["dau"]) == (state, mark)


def test_what_an_ambiguous_one_may_mean_is_a_choice_of_links() -> None:
    text = "Theo Luật Thử nghiệm năm 2023 và khoản 1 Điều 3; Chỉ thị 7/CT-UBND ngày 05/8/2016."
    unsure = answer(text, "2025-05-20")["tim-thay"][0]
    assert unsure["chu"] == "khoản 1 Điều 3"
    assert unsure["co-the"][-1] == [["Luật Thử nghiệm năm 2023", f"{LAW}/"], ["nêu trước đó", ""]]


@pytest.mark.parametrize(
    ("sentence", "names", "parts"),
    [
        ("Nay: Điều 7 (rõ)", {"Điều 7": "a"}, [("Nay: ", ""), ("Điều 7", "a"), (" (rõ)", "")]),
        # the longer name wins, and a name is no part of a longer word
        ("khoản 1 Điều 7", {"Điều 7": "a", "khoản 1 Điều 7": "b"}, [("khoản 1 Điều 7", "b")]),
        ("Điều 70.", {"Điều 7": "a"}, [("Điều 70.", "")]),
        ("Điều 7.", {}, [("Điều 7.", "")]),
    ],
)
def test_names_in_a_sentence_are_links(
    sentence: str, names: dict[str, str], parts: list[tuple[str, str]]
) -> None:
    assert list(linked(sentence, names)) == parts
