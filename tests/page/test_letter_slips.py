"""A citation in a letter that leads nowhere: kept as written, marked, or told to the editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from page.editing import told
from samples import van_ban
from vanban.project import open_project

FILE = "docs/cong-van/index.md"
HEAD = """\
---
thoi-diem: 2019-11-30
---

# Công văn

{outside}

## Nguyên văn {{#nguyen-van}}

Kính gửi: A.

{inside}
"""
BROKEN = "Điều 9 Nghị định 2/2018/NĐ-CP"
KEEP = "bản gốc viết đúng như vậy thì để nguyên, thêm vào loi-chu: "


def rows(project: Path, inside: str, slips: str = "", outside: str = "Lời mở.") -> list[str]:
    """What is told of a letter, without its file; ``slips`` are marked in ``loi-chu``."""
    known = van_ban(
        loai="Công văn",
        so=None,
        ma="cv",
        ten="V/v thử",
        ban_hanh=None,
        goi_tat="[Công văn thử]",
        muc_luc="{day-du: true, muc: [{so: 1}]}",
        loi_chu=f"[{{chu: {slips}, chac-chan: unknown}}]" if slips else None,
    )
    (project / FILE).parent.mkdir()
    (project / FILE).write_text(HEAD.format(inside=inside, outside=outside), encoding="utf-8")
    (project / FILE).with_name("van-ban.yml").write_text(known, encoding="utf-8")
    return [row.removeprefix(f"{FILE}:") for row in told(project)]


def marked(words: str) -> str:
    return f'{KEEP}{{chu: "{words}", chac-chan: unknown}}'


@pytest.mark.parametrize(
    ("inside", "marks"),
    [
        # its words · of the second of two, more words, for a mark stands at the first
        (f"1. Theo {BROKEN}.", [("13:9", BROKEN)]),
        (f"1. Theo {BROKEN} và {BROKEN}.", [("13:9", BROKEN), ("13:42", f"và {BROKEN}")]),
        # of a member of a list the whole list: “x” stands everywhere
        (
            "1. Theo các điểm a, x và d khoản 1 Điều 1 Nghị định 2/2018/NĐ-CP.",
            [("13:21", "điểm a, x và d khoản 1 Điều 1 Nghị định 2/2018/NĐ-CP")],
        ),
    ],
)
def test_how_to_keep_it_is_told(project: Path, inside: str, marks: list[tuple[str, str]]) -> None:
    found = rows(project, inside)
    assert [row.partition(": ")[0] for row in found] == [at for at, _ in marks]
    for row, (_, words) in zip(found, marks, strict=True):
        _, _, advice = row.partition(" → ")
        assert advice.endswith(f"; {marked(words)}")  # behind what the provision may be


def test_a_writer_is_not_told_to_reword_it(project: Path) -> None:
    (row,) = rows(project, "1. Theo khoản 1 Điều 3.")
    assert row.partition(" → ")[2] == marked("khoản 1 Điều 3")


@pytest.mark.parametrize(
    ("slips", "count"),
    [
        (BROKEN, 0),
        ("Điều 9", 0),  # a part of it
        ("Kính", 1),  # other words
        ("Theo", 1),  # the words before it
    ],
)
def test_a_mark_at_its_words_settles_it(project: Path, slips: str, count: int) -> None:
    assert len(rows(project, f"1. Theo {BROKEN}.", slips)) == count
    # … also where one page alone is looked at, as while it is being written
    assert len(open_project(project).problems_of("cong-van/index.md")) == count


def test_outside_the_letter_it_is_to_be_mended(project: Path) -> None:
    (row,) = rows(project, "1. Xin chào.", outside=f"Theo {BROKEN}.")
    assert row.startswith("7:6: viện dẫn sai")
    assert KEEP not in row
