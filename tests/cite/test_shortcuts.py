"""What saves time loses no answer: texts are read with and without it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from vanban.cite import engine as engine_module
from vanban.cite import gaps, grammar, group, number_list, rivals, time_words
from vanban.cite.clean import CleanText
from vanban.cite.engine import Engine
from vanban.cite.other_times import OtherTimes
from vanban.law.corpus import Corpus

from .generated import generated

_TEXTS = 1_500
_PIECES = (
    # gaps with line ends, rows and bullets in them · times beside a name · lists
    *(
        "k1-3\nLANM, ",
        "k 1; Luật A\n- k1+2\n- ",
        "Luật A\n| Điều 5 | k1\nđ8\t",
        "Điều 8 (k1), k2; ",
        "k1+2-1,2(LANM(k1+5(năm) LANM\n",
        "LANM k2+1,5 triệu, Luật An ninh mạng k1,5 triệu\n",
        "BLHS k1-2,3;đ8, như ai cũng đã nghe nói và nhắc lại với nhau từ lâu rồi\n\n",
    ),
    *(
        "Tháng 3/2019, Luật An ninh mạng ",
        "năm 2018 ban hành Luật An ninh mạng. ",
        "2019 LANM k1, ",
        "Thông báo 2018 đ5.1\nBLHS giờ thì ",
    ),
    *("khoản 1 tới 3 Điều 8 Luật An ninh mạng; ", "khoản 1 lẫn 2 Điều 8 cho đến 9 LANM "),
    *("ngày 05/3/2020 trái Luật An ninh mạng hiện nay\n", "k1\nk2\n- LANM\nĐiều 8\nBLHS: k2, "),
)


def _never(*_: Any) -> bool:
    return True


@pytest.mark.parametrize(
    "slower",
    [
        lambda patch: patch.setattr(CleanText, "may_tell_a_year", _never),
        lambda patch: patch.setattr(time_words, "may_tell", _never),
        lambda patch: patch.setattr(time_words, "_A_YEAR", re.compile("")),
        lambda patch: patch.setattr(gaps, "SHORT", -1),
        lambda patch: patch.setattr(group, "_over_line", lambda *_: None),
        lambda patch: patch.setattr(group, "PLAIN_GAPS", {}),
        lambda patch: patch.setattr(number_list, "_GOES_ON", re.compile("")),
        lambda patch: patch.setattr(grammar, "PLAIN_BRIEF", re.compile("(?!)")),
        lambda patch: patch.setattr(rivals, "_CLOSE", frozenset()),
        lambda patch: patch.setattr(number_list, "_PLAIN_MORE", re.compile("(?!)")),
        lambda patch: patch.setattr(engine_module, "_TOGETHER", 1),
        lambda patch: patch.setattr(OtherTimes, "_says_now", True),
    ],
    ids=[
        *("year", "time", "any_year", "short", "line", "plain", "goes_on", "brief", "close"),
        *("more", "together", "now"),
    ],
)
def test_no_answer_hangs_on_it(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, slower: Callable[[pytest.MonkeyPatch], None]
) -> None:
    texts = list(generated(_TEXTS))
    texts += [(one + two, place) for one in _PIECES for two in _PIECES for _, place in texts[:8]]
    engine = Engine(corpus)
    told = [engine.cite(text, place) for text, place in texts]
    slower(monkeypatch)
    again = Engine(corpus)
    for (text, place), before in zip(texts, told, strict=True):
        assert again.cite(text, place) == before, text
