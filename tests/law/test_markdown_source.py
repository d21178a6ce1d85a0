"""Masking: prose stays, markup becomes marks, and no offset moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vanban.law.markdown_source import HARD, SOFT, blocks, front_matter, place_of

# fmt: off
PIECES = st.sampled_from(
    [
        "khoản 1 Điều 8", " ", "\n", "\n\n", "\n    ", "# ", "## ", "- ", "1. ", "> ", "*", "**",
        "`", "```\n", "~~~\n", "_", "|", "[", "](x.md)", "[a](b.md)", "<b>", "</b>", "<!-- ", "-->",
        "!!! note\n", "/// tab\n", "\\*", "{#id}", "==",
        "^^", ":   ", "[^1]: ", "---\n", "đ", "é", "\t",
    ]
)
# fmt: on
SOURCES = st.lists(PIECES, max_size=30).map("".join)


@given(SOURCES)
def test_masking_moves_nothing(source: str) -> None:
    """Every character of a block is the source's own, a mark, or blanked list furniture."""
    last = 0
    for block in blocks(source):
        covered = source[block.start : block.start + len(block.text)]
        assert len(block.text) == len(covered)
        assert block.start >= last
        last = block.start + len(block.text)
        for shown, original in zip(block.text, covered, strict=True):
            assert shown in (original, SOFT, HARD, " ")


@given(SOURCES)
def test_reading_is_stable(source: str) -> None:
    assert list(blocks(source)) == list(blocks(source))


def prose(source: str) -> list[str]:
    """What a citation reader sees: marks as ``·`` (soft) and ``█`` (hard), one a run."""
    texts = []
    for block in blocks(source):
        text = block.text.strip()
        for mark, shown in ((SOFT, ""), (HARD, "█")):
            while mark * 2 in text:
                text = text.replace(mark * 2, mark)
            text = text.replace(mark, shown)
        texts.append(" ".join(text.split()))
    return texts


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        pytest.param("Theo khoản 1 Điều 8.\n", ["Theo khoản 1 Điều 8."], id="prose"),
        pytest.param("khoản 1\nĐiều 8\n\nkhác\n", ["khoản 1 Điều 8", "khác"], id="paragraphs"),
        pytest.param("khoản **1** *Điều* 8", ["khoản 1 Điều 8"], id="emphasis runs on"),
        pytest.param("khoản __1__ _Điều_ 8", ["khoản 1 Điều 8"], id="emphasis by underscores"),
        pytest.param("tên_tệp_dài Điều 8", ["tên_tệp_dài Điều 8"], id="underscores inside a word"),
        pytest.param("xem `Điều 8` nhé", ["xem █ nhé"], id="code"),
        pytest.param("xem ``Điều ` 8`` nhé", ["xem █ nhé"], id="code with a tick"),
        pytest.param("xem [Điều 8](a.md) nhé", ["xem █ nhé"], id="link"),
        pytest.param("xem [Điều 8][a] nhé", ["xem █ nhé"], id="link by reference"),
        pytest.param("xem ![Điều 8](a.png) nhé", ["xem █ nhé"], id="picture"),
        pytest.param("xem <b>Điều 8</b>", ["xem █Điều 8█"], id="tag"),
        pytest.param("một <!-- Điều 8 --> hai", ["một █ hai"], id="comment"),
        pytest.param("Điều 8{ .chu-y }", ["Điều 8█"], id="attributes"),
        pytest.param("Điều 8\\* và", ["Điều 8* và"], id="escape"),
        pytest.param("\\`Điều 8\\`", ["`Điều 8`"], id="escaped code is prose"),
        pytest.param("\\[Điều 8\\](a.md)", ["[Điều 8](a.md)"], id="escaped link is prose"),
        pytest.param("- khoản 1\n- khoản 2\n", ["khoản 1", "khoản 2"], id="list"),
        pytest.param("1. một\n2. hai\n", ["một", "hai"], id="numbered list"),
        pytest.param("> khoản 1\n> Điều 8\n", ["khoản 1 Điều 8"], id="quotation runs on"),
        pytest.param("| khoản 1 | Điều 8 |\n|---|---|\n", ["khoản 1", "Điều 8"], id="table"),
        pytest.param("!!! note\n\n    khoản 1\n", ["khoản 1"], id="admonition"),
        pytest.param('??? note "Ghi chú"\n    khoản 1\n', ["khoản 1"], id="details"),
        pytest.param("đoạn\n\n    Điều 8 là mã\n\nhết", ["đoạn", "hết"], id="indented code"),
        pytest.param("```\nĐiều 8\n```\nhết", ["hết"], id="fence"),
        pytest.param("~~~~\n```\nĐiều 8\n~~~\n~~~~\nhết", ["hết"], id="fence in a fence"),
        pytest.param("```\nĐiều 8", [], id="fence left open"),
        pytest.param("<!--\nĐiều 8\n\nlời\n-->\nhết", ["hết"], id="comment over lines"),
        pytest.param("---\ntitle: Điều 8\n---\nhết", ["hết"], id="front matter"),
        pytest.param("[a]: https://vi.du/dieu-8\nhết", ["hết"], id="definition"),
        pytest.param("# Điều 8. Tên #\nchữ", ["Điều 8. Tên", "chữ"], id="heading"),
    ],
)  # fmt: skip
def test_what_a_reader_sees(source: str, seen: list[str]) -> None:
    assert prose(source) == seen


def test_levels_and_quotations() -> None:
    found = [(b.level, b.quoted) for b in blocks("# Một\n\nhai\n\n> ba\n\n### Bốn\n\nnăm\n")]
    assert found == [(1, False), (0, False), (0, True), (3, False), (0, False)]


def test_a_place_in_a_block_is_a_place_in_the_file() -> None:
    source = "---\na: b\n---\n# Tên\n\n- một\n- xem **khoản 1** Điều 8\n"
    block = next(b for b in blocks(source) if "Điều" in b.text)
    place = place_of(source, block.start + block.text.index("Điều"))
    assert (place.line, place.col) == (7, source.splitlines()[6].index("Điều") + 1)


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        ("---\ntitle: Điều 8\n---\nchữ", {"title": "Điều 8"}),
        ("---\nngay: 2019-11-15\nds: [a]\n---\n", {"ngay": "2019-11-15"}),
        ("chữ\n---\ntitle: x\n---\n", {}),
        ("---\n- a\n---\n", {}),
        ("---\na: [\n---\n", {}),
        ("", {}),
    ],
)
def test_front_matter(source: str, keys: dict[str, str]) -> None:
    assert front_matter(source) == keys
