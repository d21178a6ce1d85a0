"""Where a provision stands today: settled only where somebody compared exactly that."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from samples import EVIDENCE, corpus_of, messages, van_ban
from vanban.law.corpus import Corpus
from vanban.law.current import Lead, current
from vanban.law.instrument import Target
from vanban.law.short_address import check, shared, short_address

DAY = date(2026, 11, 23)
TAIL = EVIDENCE[1:]
ENDED = f"{{trang-thai: het, tu: 2013-09-01, den: 2024-12-25, {TAIL}"
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
    ("slug", "unit", "lead", "about"),
    [
        ("nd-1", "dieu-1", Lead.ITSELF, "dieu-1"),
        ("nd-0", None, Lead.ONE, None),
        ("nd-0", "dieu-1-khoan-1", Lead.ONE, "dieu-1-khoan-1"),
        ("nd-0", "dieu-1-khoan-1-diem-a", Lead.LIST, "dieu-1-khoan-1-diem-a"),
        ("nd-0", "dieu-1-khoan-1-diem-b", Lead.LIST, "dieu-1-khoan-1-diem-b"),
        ("nd-0", "dieu-1-khoan-1-diem-c", Lead.UNKNOWN, "dieu-1-khoan-1-diem-c"),
        ("nd-0", "dieu-1-khoan-1-diem-d", Lead.LIST, "dieu-1-khoan-1-diem-d"),
        # what holds it was compared: shown as that, never as the point's own counterpart
        ("nd-0", "dieu-1-khoan-1-diem-dd", Lead.LIST, "dieu-1-khoan-1"),
        ("nd-0", "dieu-2", Lead.LIST, None),
    ],
)
def test_lead(corpus: Corpus, slug: str, unit: str | None, lead: Lead, about: str | None) -> None:
    instruments = corpus.instruments
    found = current(instruments[slug], Target(slug, unit), DAY, instruments)
    assert (found.lead, found.about.unit) == (lead, about)


def test_short_addresses(corpus: Corpus) -> None:
    assert [path for path, target in shared(corpus) if target.slug == "nd-0"] == [
        "nd0/",
        "nd0/1/",
        "nd0/1/1/",
        "nd0/1/1/dd/",
    ]
    assert short_address(corpus, Target("nd-0", "dieu-2")) is None  # no wording of ours


def test_a_code_may_not_be_the_name_of_a_folder(tmp_path: Path) -> None:
    found = corpus_of(tmp_path, {"van-ban/x/van-ban.yml": van_ban(ma="search")})
    (problem,) = check(found, "docs")
    assert "search" in problem.message
    assert problem.line > 1
