"""A judged letter as other programs read it: the fields of JSON, and a log of SARIF 2.1.0."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from synthetic.pages import Knowledge
from vanban.features.draft import data
from vanban.features.draft.judged import Judged, Verdict
from vanban.law.text_source import LineIndex

from .a_letter import LETTER, judged_of

OF_THE_LETTER = {"page": None, "as_of": "2025-05-20", "as_of_from": "letter"}
NOTHING_KNOWN = {"ended": None, "today": [], "today_of": None, "replaced_by": []}
ENDED = {
    "start": 121,
    "end": 160,
    "text": "khoản 1 Điều 5\nLuật Thử nghiệm năm 2012",
    "target": "luat-11-2012-qh13#dieu-5-khoan-1",
    "status": "resolved",
    "reason": None,
    "suggestion": None,
    "candidates": [],
    "where": "dòng 7, cột 47",
    "paragraph": 4,
    "line": 7,
    "col": 47,
    "verdict": "ended",
    "exists": True,
    "in_force": False,
    "certainty": "stated",
    "checked": "2025-05-18",
    "ended": "2024-01-01",
    "today": [
        {
            "target": "luat-22-2023-qh15#dieu-7-khoan-2",
            "name": "khoản 2 Điều 7 Luật Thử nghiệm năm 2023",
            "of": None,
            "in_force": True,
            "change": "Giữ ý cũ.",
            "certainty": "reading",
        }
    ],
    "today_of": None,
    "replaced_by": [],
}
BROKEN = NOTHING_KNOWN | {
    "start": 162,
    "end": 201,
    "text": "khoản 9 Điều 7 Luật Thử nghiệm năm 2023",
    "target": None,
    "status": "broken",
    "reason": "Điều 7 Luật Thử nghiệm năm 2023 không có khoản 9",
    "suggestion": "Điều 7 có 2 khoản (1–2)",
    "candidates": [],
    "where": "dòng 8, cột 27",
    "paragraph": 4,
    "line": 8,
    "col": 27,
    "verdict": "broken",
    "exists": False,
    "in_force": None,
    "certainty": None,
    "checked": None,
}
REPLACED = {
    "target": "nghi-dinh-33-2014-nd-cp",
    "name": "Nghị định 33/2014/NĐ-CP",
    "where": "Điều 2",
    "in_force_since": "2014-05-01",
    "certainty": "single",
    "checked": "2025-05-20",
}
CANDIDATES = [
    {"target": "chi-thi-7-ct-ubnd-tinh-thu-2016", "reason": "nêu ngay sau, trong cùng câu"},
    {"target": "nghi-dinh-44-2024-nd-cp", "reason": "nêu trước đó"},
    {"target": "luat-22-2023-qh15", "reason": "nêu trước đó"},
]
LEVELS = {
    "broken": "error",
    "ambiguous": "error",
    "ended": "warning",
    "not-yet": "warning",
    "outside": "note",
    "unknown": "note",
    "partly": "note",
    "unverified": "note",
    "in-force": "none",
}
SHOWN = {
    "ended": (
        "“khoản 1 Điều 5 Luật Thử nghiệm năm 2012”: hết hiệu lực. Khoản 1 Điều 5 Luật Thử nghiệm"
        " năm 2012: hết hiệu lực từ 01/01/2024 (văn bản nêu rõ, kiểm tra 18/5/2025). Nay: khoản 2"
        " Điều 7 Luật Thử nghiệm năm 2023 (cách đọc của người biên soạn) – Giữ ý cũ."
    ),
    "broken": (
        "“khoản 9 Điều 7 Luật Thử nghiệm năm 2023”: không có điều khoản này. Điều 7 Luật Thử nghiệm"
        " năm 2023 không có khoản 9. → Điều 7 có 2 khoản (1–2)"
    ),
}


def fields(knowledge: Knowledge, text: str = LETTER) -> dict[str, dict[str, Any]]:
    """Of each citation, by its verdict."""
    found, day = judged_of(knowledge, text)
    return {one.verdict.value: data.fields(one, LineIndex(text), day) for one in found}


@pytest.mark.parametrize("expected", [ENDED, BROKEN])
def test_every_field(knowledge: Knowledge, expected: dict[str, Any]) -> None:
    assert fields(knowledge)[expected["verdict"]] == OF_THE_LETTER | expected


@pytest.mark.parametrize(
    ("verdict", "known"),
    [
        ("in-force", {"exists": True, "in_force": True, "ended": None}),
        ("partly", {"exists": True, "in_force": True, "certainty": "reading"}),
        ("not-yet", {"exists": True, "in_force": False}),
        # nobody here can tell
        ("unknown", {"exists": True, "in_force": None, "certainty": "unknown"}),
        ("outside", {"exists": None, "in_force": None, "replaced_by": [REPLACED]}),
        ("ambiguous", {"exists": None, "in_force": None, "candidates": CANDIDATES}),
    ],
)
def test_what_is_known(knowledge: Knowledge, verdict: str, known: dict[str, Any]) -> None:
    assert fields(knowledge)[verdict].items() >= known.items()


def test_where_the_parts_of_one_are_today(knowledge: Knowledge) -> None:
    """Of a larger unit that was compared, of a part of one, and that nothing holds it."""
    text = "Theo điểm {} Luật Thử nghiệm năm 2012."
    larger = fields(knowledge, text.format("a Điều 6"))["ended"]
    assert larger["today_of"] == "Điều 6 Luật Thử nghiệm năm 2012"
    assert larger["today"][0]["of"] == "vế đầu"
    (nothing,) = fields(knowledge, text.format("d khoản 1 Điều 5"))["ended"]["today"]
    assert nothing == {
        "target": None,
        "name": "không có quy định tương ứng",
        "of": None,
        "in_force": None,
        "change": nothing["change"],
        "certainty": nothing["certainty"],
    }


def sarif(found: tuple[Judged, ...], file: str, knowledge: Knowledge) -> dict[str, Any]:
    """A log, read back as a program reads it."""
    _, day = judged_of(knowledge)
    return dict(json.loads(json.dumps(data.sarif(found, file, LETTER, day))))


def test_a_log_of_every_verdict(knowledge: Knowledge) -> None:
    """SARIF 2.1.0, 3.13 to 3.30: what a log, a run, a rule and a result must have."""
    found, _ = judged_of(knowledge)
    log = sarif(found, "thư mới.txt", knowledge)
    assert log["version"] == "2.1.0"
    assert log["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["language"], run["language"]) == ("hooks cite", "vi", "vi")
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["properties"] == {"asOf": "2025-05-20", "asOfFrom": "letter"}
    rules = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in driver["rules"]}
    assert rules == LEVELS
    assert list(rules) == [verdict.value for verdict in Verdict]
    words = {rule["id"]: rule["shortDescription"]["text"] for rule in driver["rules"]}
    assert words["not-yet"] == "chưa có hiệu lực"
    assert [one["ruleId"] for one in run["results"]] == [one.verdict.value for one in found]
    for one in run["results"]:
        assert list(rules)[one["ruleIndex"]] == one["ruleId"]
        assert one["level"] == LEVELS[one["ruleId"]]
        assert one["kind"] == ("pass" if one["level"] == "none" else "fail")  # 3.27.10


@pytest.mark.parametrize("verdict", SHOWN)
def test_a_result(knowledge: Knowledge, verdict: str) -> None:
    found, _ = judged_of(knowledge)
    (run,) = sarif(found, "thư mới.txt", knowledge)["runs"]
    (result,) = [one for one in run["results"] if one["ruleId"] == verdict]
    assert result["message"] == {"text": SHOWN[verdict]}
    (place,) = result["locations"]
    known = fields(knowledge)[verdict]
    assert place["logicalLocations"] == [{"fullyQualifiedName": known["where"]}]
    physical = place["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "th%C6%B0%20m%E1%BB%9Bi.txt"}
    region = physical["region"]
    lines = LETTER.splitlines()[region["startLine"] - 1 : region["endLine"]]
    lines[-1] = lines[-1][: region["endColumn"] - 1]
    lines[0] = lines[0][region["startColumn"] - 1 :]
    assert "\n".join(lines) == known["text"]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("-", "-"),  # standard input
        ("a/thư.docx", "a/th%C6%B0.docx"),
    ],
)
def test_a_name_is_a_uri(knowledge: Knowledge, file: str, uri: str) -> None:
    found, _ = judged_of(knowledge)
    (run,) = sarif(found[:1], file, knowledge)["runs"]
    (place,) = run["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_an_absolute_name_is_that_of_a_file(knowledge: Knowledge, tmp_path: Path) -> None:
    found, _ = judged_of(knowledge)
    (run,) = sarif(found[:1], str(tmp_path / "a.docx"), knowledge)["runs"]
    (place,) = run["results"][0]["locations"]
    uri = place["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == (tmp_path / "a.docx").as_uri()
