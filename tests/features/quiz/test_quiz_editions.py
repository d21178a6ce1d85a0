"""When answers that a browser keeps are void: when what was asked, or is right, has changed."""

from __future__ import annotations

import pytest
from vanban.features.quiz.quiz import QuizSet, read_set

TEXT = """\
cau:
  - ma: cau-mot
    thoi: nay
    hoi: Hôm nay nên làm gì?
    chon: [{sai: Một}, {dung: Hai}, {sai: Ba}, {sai: Bốn}]
    vi-sao: Vì vậy.
    can-cu: khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP
  - ma: cau-hai
    thoi: nay
    hoi: Hôm nay nên tránh gì?
    chon: [{dung: Một}, {sai: Hai}, {sai: Ba}, {sai: Bốn}]
    vi-sao: Vì thế.
    can-cu: khoản 2 Điều 1 Nghị định 1/2020/NĐ-CP
"""


def quiz(text: str) -> QuizSet:
    found, problems = read_set(text, "bo", "bo.yml")
    assert problems == []
    assert found
    return found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # the right answer is another one
        ("{sai: Một}, {dung: Hai}", "{dung: Một}, {sai: Hai}"),
        ("{sai: Ba}", "{sai: Tám}"),
        ("{sai: Một}, {dung: Hai}", "{dung: Hai}, {sai: Một}"),  # in another order
        ("cau-hai", "cau-ba"),
        (TEXT[TEXT.index("  - ma: cau-hai") :], ""),  # a question fewer
    ],
)
def test_a_changed_question_makes_a_new_edition(old: str, new: str) -> None:
    assert TEXT.count(old)
    assert quiz(TEXT.replace(old, new)).edition != quiz(TEXT).edition


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Vì vậy.", "Vì luật nói vậy."),  # a reason worded better
        ("{sai: Ba}", "{sai: '  Ba '}"),  # spaces at the ends
    ],
)
def test_answers_are_kept_where_nothing_was_asked_anew(old: str, new: str) -> None:
    assert quiz(TEXT.replace(old, new)).edition == quiz(TEXT).edition
    assert len(quiz(TEXT).edition) == 8


def test_what_a_set_says_of_itself() -> None:
    found = quiz(TEXT)
    assert (found.name, found.file, found.page) == ("bo", "bo.yml", "tap-huan/cau-hoi/bo.md")
    assert [item.right for item in found.items] == [1, 0]
    first, second = found.items
    assert first.place("ma") == first.place() == first.place("no-such-key") == (2, 5)
    assert (first.place("chon.1"), second.place("can-cu")) == ((5, 24), (13, 5))
