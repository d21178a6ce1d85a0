"""Where a provision stands today: settled only where somebody compared exactly that."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from samples import CHECKED, EVIDENCE, corpus_of, messages, van_ban
from vanban.law.corpus import Corpus
from vanban.law.instrument import Certainty, State, parse_target
from vanban.law.short_address import check, shared, short_address
from vanban.law.standing import Form, standing

TAIL = EVIDENCE[1:]
ENDED = f"{{trang-thai: het, tu: 2013-09-01, den: 2024-12-25, {TAIL}"
CLAUSE = "nd-0#dieu-1-khoan-1"
WORDS = "# Điều 1\n\nLời.\n\n## Khoản 1\n\nLời.\n\n### Điểm đ\n\nLời.\n"


def _pairing(unit: str, today: str, limb: str = "") -> str:
    where = f"don-vi: {unit}, " if unit else ""
    which = f"ve: {limb}, " if limb else ""
    return f"{{{where}{which}nay: [{today}], {TAIL}"


def _to(unit: str) -> str:
    return f"{{van-ban: nd-1, don-vi: {unit}, khac: như cũ}}"


PAIRINGS = [
    _pairing("", "{van-ban: nd-1, khac: thay cả văn bản}"),
    _pairing("dieu-1-khoan-1", _to("dieu-1-khoan-2")),
    _pairing("dieu-1-khoan-1-diem-a", f"{_to('dieu-1')}, {_to('dieu-2')}"),
    # only one limb of the unit was compared: nobody settled the rest
    _pairing("dieu-1-khoan-1-diem-b", _to("dieu-1"), "vế đầu"),
    # compared, and nothing corresponds
    _pairing("dieu-1-khoan-1-diem-c", "{khac: không còn}"),
    # one counterpart that has itself ended
    _pairing("dieu-1-khoan-1-diem-d", "{van-ban: nd-0, don-vi: dieu-2, khac: như cũ}"),
]


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    old = van_ban(
        so="0/2013/NĐ-CP",
        ma="nd0",
        ban_hanh="2013-07-15",
        hieu_luc=ENDED,
        doi_chieu=f"[{', '.join(PAIRINGS)}]",
    )
    found = corpus_of(
        tmp_path,
        {
            "van-ban/nd-0/van-ban.yml": old,
            "van-ban/nd-0/index.md": "# Nghị định 0\n",
            "van-ban/nd-0/dieu-1.md": WORDS,
            "van-ban/nd-1/van-ban.yml": van_ban(),
            "van-ban/nd-1/index.md": "# Nghị định 1\n",
        },
    )
    assert messages(found) == []
    return found


@pytest.mark.parametrize(
    ("asked", "form", "settled", "about", "counterparts"),
    [
        ("nd-1#dieu-1", Form.ITSELF, False, "nd-1#dieu-1", []),
        ("nd-0", Form.ONE, True, "nd-0", ["nd-1"]),
        (f"{CLAUSE}", Form.ONE, True, CLAUSE, ["nd-1#dieu-1-khoan-2"]),
        (
            f"{CLAUSE}-diem-a",
            Form.SEVERAL,
            False,
            f"{CLAUSE}-diem-a",
            ["nd-1#dieu-1", "nd-1#dieu-2"],
        ),
        (f"{CLAUSE}-diem-b", Form.ONE, False, f"{CLAUSE}-diem-b", ["nd-1#dieu-1"]),
        (f"{CLAUSE}-diem-c", Form.UNKNOWN, False, f"{CLAUSE}-diem-c", []),
        (f"{CLAUSE}-diem-d", Form.ONE, False, f"{CLAUSE}-diem-d", ["nd-0#dieu-2"]),
        # what holds it was compared: shown as that, never as the point's own counterpart
        (f"{CLAUSE}-diem-dd", Form.WHOLE, False, CLAUSE, ["nd-1#dieu-1-khoan-2"]),
        ("nd-0#dieu-2", Form.WHOLE, False, "nd-0", ["nd-1"]),
    ],
)
def test_form(
    corpus: Corpus, asked: str, form: Form, settled: bool, about: str, counterparts: list[str]
) -> None:
    found = standing(corpus, parse_target(asked), CHECKED)
    assert (found.form, found.settled, str(found.about)) == (form, settled, about)
    assert [str(target) for target in found.counterparts] == counterparts


@pytest.mark.parametrize(
    ("asked", "day", "state", "since"),
    [
        ("nd-0#dieu-1", "2013-08-31", None, "2013-09-01"),  # not yet: the day it will begin
        ("nd-0#dieu-1", "2024-12-24", State.IN_FORCE, "2013-09-01"),
        ("nd-0#dieu-1", "2024-12-25", State.ENDED, "2024-12-25"),
        ("nd-1", "2026-11-23", State.IN_FORCE, "2020-03-01"),
    ],
)
def test_state_and_since_when(
    corpus: Corpus, asked: str, day: str, state: State | None, since: str
) -> None:
    found = standing(corpus, parse_target(asked), date.fromisoformat(day))
    assert (found.state, found.since) == (state, date.fromisoformat(since))


def test_how_sure_is_said_once_for_each_way(corpus: Corpus) -> None:
    found = standing(corpus, parse_target(CLAUSE), CHECKED)
    assert found.certainties == (Certainty.STATED,)
    assert standing(corpus, parse_target("nd-1"), CHECKED).certainties == ()


def test_short_addresses(corpus: Corpus) -> None:
    assert [path for path, target in shared(corpus) if target.slug == "nd-0"] == [
        "nd0/",
        "nd0/1/",
        "nd0/1/1/",
        "nd0/1/1/dd/",
    ]
    assert short_address(corpus, parse_target("nd-0#dieu-2")) is None  # no wording of ours


def test_a_code_may_not_be_the_name_of_a_folder(tmp_path: Path) -> None:
    found = corpus_of(tmp_path, {"van-ban/x/van-ban.yml": van_ban(ma="search")})
    (problem,) = check(found, "docs")
    assert "search" in problem.message
    assert problem.line > 1
