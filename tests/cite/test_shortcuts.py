"""What saves time loses no answer: texts are read with and without it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from vanban.cite import engine as engine_module
from vanban.cite import (
    find,
    gaps,
    grammar,
    group,
    instrument_reader,
    number_list,
    old_law,
    other_times,
    places,
    reading,
    resolve,
    rivals,
    run,
    time_words,
)
from vanban.cite.citation import Citation, Context
from vanban.cite.clean import CleanText, clean
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
    # signs of other times: how far, whose, in which sentence · units that fall
    *(
        (
            "Quốc hội khóa XIII thông qua Bộ luật Hình sự, trường phổ biến trong buổi họp, chào cờ,"
            " rồi Bộ luật Hình sự, "
        ),
        "2019 :\n\n- LANM k1 2018 LANM k2\nb) ",
        "Kế hoạch 2018: " + "Luật An ninh mạng; BLHS k1 " * 9,
        "đ5.1.a BLHS, đ8 (k1) của LANM; Điều 8, khoản 2 và điểm a Luật An ninh mạng ",
    ),
    # short paragraphs that are alike, but one goes on, or is spelt otherwise · mixed runs
    *(
        "theo khoản 1 Điều 8\n\ntheo khoản 1 Điều 8\n\ncủa Luật An ninh mạng\n\nLANM 2018 k1\n\n",
        "diem a khoan 1 BLHS\n\nđiểm a khoản 1 BLHS\n\nLuật An ninh mạng năm 2018\n\n",
        "phạt Luật An ninh mạng cấm (2019) Luật An ninh mạng phạt\n\n",
        "k1.a,k1;+k1Luật A. khoản này, k2 (đ8) và điểm a, b khoản 1 Điều 8 khoản 2 ",
    ),
    # units of the law before the page's own · no citations · lessons of a school
    *(
        "Theo số cũ, nó nằm tại Điều 8.\n\nNó lấy từ Điều 5.\n\nỞ luật năm 2018, nó là Điều 7.\n\n",
        "điểm a, b - mục 2, tiết 1 - tiết 2 đến tiết 3 điểm b khoản 1 Điều 8, thay cho Điều 9\n",
    ),
    *("ngày 05/3/2020 trái Luật An ninh mạng hiện nay\n", "k1\nk2\n- LANM\nĐiều 8\nBLHS: k2, "),
)


def _never(*_: Any) -> bool:
    return True


Answer = tuple[str, Context, tuple[Citation, ...]]


@pytest.fixture(scope="module")
def answers(corpus: Corpus) -> list[Answer]:
    """Each text, its place, and what is told of it with all that saves time: the same for each."""
    texts = list(generated(_TEXTS))
    texts += [(one + two, place) for one in _PIECES for two in _PIECES for _, place in texts[:8]]
    engine = Engine(corpus)
    return [(text, place, engine.cite(text, place)) for text, place in texts]


Slower = Callable[[pytest.MonkeyPatch], None]
_SLOWER: dict[str, dict[str, Slower]] = {
    "years and times": {
        "year": lambda patch: patch.setattr(CleanText, "may_tell_a_year", _never),
        "time": lambda patch: patch.setattr(time_words, "may_tell", _never),
        "any_year": lambda patch: patch.setattr(time_words, "_A_YEAR", re.compile("")),
        "told_near": lambda patch: patch.setattr(instrument_reader, "time_told", time_words._told),
        "old": lambda patch: patch.setattr(old_law, "_has_one", _never),
    },
    "signs of other times": {
        "now": lambda patch: patch.setattr(OtherTimes, "_says_now", True),
        "silent": lambda patch: patch.setattr(OtherTimes, "_silent_for", lambda *_: set()),
        "sentence": lambda patch: patch.setattr(other_times, "_LOOKS", 10**9),
        "aside": lambda patch: patch.setattr(OtherTimes, "_is_known_aside", lambda *_: False),
    },
    "gaps and lists": {
        "short": lambda patch: patch.setattr(gaps, "SHORT", -1),
        "line": lambda patch: patch.setattr(group, "_over_line", lambda *_: None),
        "plain": lambda patch: patch.setattr(group, "PLAIN_GAPS", {}),
        "goes_on": lambda patch: patch.setattr(number_list, "_GOES_ON", re.compile("")),
        "brief": lambda patch: patch.setattr(grammar, "PLAIN_BRIEF", re.compile("(?!)")),
        "more": lambda patch: patch.setattr(number_list, "_PLAIN_MORE", re.compile("(?!)")),
        "fallen": lambda patch: patch.setattr(run, "_fallen", lambda *_: None),
        "lessons": lambda patch: patch.setattr(find, "_LESSON", "no word"),
    },
    "whose a unit is": {
        "close": lambda patch: patch.setattr(rivals, "_CLOSE", frozenset()),
        "together": lambda patch: patch.setattr(engine_module, "_TOGETHER", 1),
        "reading": lambda patch: patch.setattr(reading, "_SHORT", -1),
        "rivals": lambda patch: patch.setattr(rivals, "SHORT", -1),
        "places": lambda patch: patch.setattr(places, "_FEW", 0),
        "anyhow": lambda patch: patch.setattr(resolve, "is_prose_anyhow", lambda *_: False),
    },
}
"""What saves time, and how it is put out of use."""


def _lost(corpus: Corpus, answers: list[Answer], slower: Iterable[Slower]) -> str | None:
    """The first text that is answered otherwise without these."""
    with pytest.MonkeyPatch.context() as patch:
        for one in slower:
            one(patch)
        again = Engine(corpus)
        return next(
            (text for text, place, before in answers if again.cite(text, place) != before), None
        )


@pytest.mark.parametrize("kind", _SLOWER)
def test_no_answer_hangs_on_it(corpus: Corpus, answers: list[Answer], kind: str) -> None:
    """All of a kind at once: whichever loses an answer, it is there without them.

    Where one is lost, each is tried alone, so that its name is told.
    """
    slower = _SLOWER[kind]
    lost = _lost(corpus, answers, slower.values())
    if lost is not None:
        alone = [name for name, one in slower.items() if _lost(corpus, answers, [one]) is not None]
        pytest.fail(f"{alone or 'several together'}: {lost!r}")


_FILLER = " như ai cũng đã nói với nhau"
_TIMES = (
    *("blhs", "blhs", ", blhs k1 ", "năm 2018", "tháng 3/2019", "ngày 05/3/2020", "2017/", "2016"),
    *("thông báo", "luật", "pháp luật", "vào", "trong", "trước", "nay", "bản án", "áp dụng", "x"),
    *("có hiệu lực từ ngày 01.01.2019", " từ đầu năm 2020", f"{_FILLER * 3} "),
    f"blhs gồm{_FILLER * 2} mãi có hiệu  lực  thi  hành  kể  từ  ngày  01 . 01 . 2019",
    f"{chr(10) * 16}blhs{_FILLER * 8}",
    *(" ", " ", ", ", ": ", ". ", "\n", "\n\n", "\n- ", "| ", ";\n", "  \n  \n"),
)
"""What times, names and the ends of sentences are made of."""


def _timely(seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    for _ in range(2_000):
        yield "".join(chance.choice(_TIMES) for _ in range(chance.randint(5, 40)))


def test_the_time_of_a_name_hangs_on_what_is_kept_with_it() -> None:
    for low in _timely(1):
        for name in re.finditer("blhs", low):
            place = low, *name.span()
            assert time_words.time_told(*place) == time_words._told(*place), place


def test_a_sentence_begins_where_it_would_without_the_name_before(corpus: Corpus) -> None:
    names = Engine(corpus).names
    for low in _timely(2):
        times = OtherTimes(clean(low), names)
        for name in re.finditer("blhs", low):
            first = max(0, name.start() - other_times._BEFORE)
            ends = [end.end() for end in other_times._ENDS.finditer(low, first, name.start())]
            assert times._sentence(first, name.start()) == [first, *ends][-1], (low, name)
