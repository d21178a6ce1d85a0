"""Whatever an editor saves, reading it gives values or problems, and never an exception."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from samples import EVIDENCE, corpus_of, van_ban
from vanban.law.checked import read_checked_on
from vanban.law.ledger import malformed, read_ledger
from vanban.law.loading import check_front, read_instrument, read_page, read_provisions
from vanban.law.markdown_source import blocks, front_matter
from vanban.law.problems import Problem
from vanban.law.text_source import decode
from vanban.law.yaml_source import read_yaml

FEW = settings(max_examples=150, deadline=None, derandomize=True)
GOOD = van_ban(
    hieu_luc_rieng=f"[{{don-vi: dieu-1, trang-thai: chua-ro, {EVIDENCE[1:]}]",
    quan_he=f"[{{kieu: vien-dan, so: 9/2010/NĐ-CP, {EVIDENCE[1:]}]",
    doi_chieu=f"[{{don-vi: dieu-2, nay: [{{khac: như cũ}}], {EVIDENCE[1:]}]",
)
# fmt: off
SIGNS = st.sampled_from(
    [
        *"[]{}:,-#&*!|>'\"%@`\t\n?~ ", "\n  ", "\n---\n", ": ", "- ", "\\", "\x07", "\ufeff", "0",
        "đ", "a\u0301", "dieu-9", "2020-02-30", "true", "[" * 40, "<<<<<<< x\n", "\r\n",
        "khoan: {0: ''}", "𝟙", "٣",
    ]
)
# fmt: on


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """A right text with up to four signs put in or parts cut out anywhere."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.sampled_from([0, 0, 0, 1, 5, 40]))
        text = text[:at] + draw(SIGNS) + text[at + cut :]
    return text


def sound(problems: list[Problem], text: str) -> None:
    """Every problem names a line that the text has, and says something."""
    last = text.count("\n") + 1
    for problem in problems:
        assert 1 <= problem.line <= last, problem
        assert problem.col >= 1
        assert problem.message


@FEW
@given(st.one_of(damaged(GOOD), st.text(max_size=80), st.lists(SIGNS, max_size=20).map("".join)))
def test_yaml_and_instruments(text: str) -> None:
    source, problems = read_yaml(text, "a")
    assert source is not None or problems
    sound(problems, text)
    instrument, problems = read_instrument(text, "a", "van-ban/a/van-ban.yml", "a")
    assert instrument is not None or problems
    sound(problems, text)


PAGE = (
    "---\ntitle: a\nthu-tu: 1\n---\n# Điều 1\n\nLời.\n\n## Khoản 1\n\n> Ghi\n\n"
    "### Điểm đ\n\n- a `b`\n"
)


@FEW
@given(st.one_of(damaged(PAGE), st.text(max_size=80)))
def test_pages(text: str) -> None:
    instrument, _ = read_instrument(GOOD, "a", "van-ban/a/van-ban.yml", "a")
    assert instrument
    page = read_page(text, "van-ban/a/dieu-1.md", "a")
    assert list(blocks(text)) == list(page.blocks())
    assert isinstance(front_matter(text), dict)
    for problems in (*check_front(page, "a"), read_provisions(page, instrument, "a")[1]):
        sound(problems, text)


@FEW
@given(st.one_of(damaged("# a\nvan-ban/a/#dieu-1\na/ → b/\n"), st.text(max_size=60)))
def test_ledgers_and_the_day(text: str) -> None:
    assert all(isinstance(target, str) for target in read_ledger(text).values())
    sound(malformed(text), text)
    day, problems = read_checked_on(text)
    assert (day is None) == bool(problems)
    sound(problems, text)


@FEW
@given(st.binary(max_size=60))
def test_bytes(data: bytes) -> None:
    text, problems = decode(data, "a")
    assert (text is None) == bool(problems)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(damaged(GOOD), damaged(GOOD), damaged(PAGE))
def test_whole_projects(one: str, other: str, page: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        corpus = corpus_of(
            Path(folder),
            {
                "van-ban/a/van-ban.yml": one,
                "van-ban/b/van-ban.yml": other,
                "van-ban/a/dieu-1.md": page,
            },
        )
        assert all(map(str, (*corpus.unreadable, *corpus.problems)))
