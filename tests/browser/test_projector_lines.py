"""How lines of the wall end: no number is torn from what it counts, no word stands alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from browser.conftest import Contexts, asked, visits
from browser.test_projector import OVER, opened, screens

LARGE = (1280, 720)

TORN = r"""box => {
  const sum = new RegExp([
    "\\d[\\d.,]*(–\\d[\\d.,]*)? ?(nghìn|triệu|tỷ|đồng)", "\\d[\\d.,]*–\\d[\\d.,]*",
    "([Đđ]iều|[Kk]hoản|số|năm|từ) \\d[\\d/]*",
  ].join("|"), "g")
  const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  const torn = []
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    for (const found of node.data.matchAll(sum)) {
      const range = document.createRange()
      range.setStart(node, found.index)
      range.setEnd(node, found.index + found[0].length)
      const lines = new Set([...range.getClientRects()].map(one => Math.round(one.top)))
      if (lines.size > 1) torn.push(found[0])
    }
  }
  return torn
}"""


LEFT_ALONE = """frame => {
  const range = document.createRange(), found = []
  for (const one of frame.querySelectorAll("p, li")) {
    const words = [], texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
    for (let text; one.offsetParent && (text = texts.nextNode());)
      for (const word of text.data.matchAll(/\\S+/g)) {
        range.setStart(text, word.index)
        range.setEnd(text, word.index + word[0].length)
        words.push([word[0], range.getBoundingClientRect().bottom])
      }
    const [last, before] = words.slice(-2).reverse()
    if (words.length > 4 && last[1] > before[1] + 9) found.push(last[0])
  }
  return found
}"""


PLANS = ["15-phut", "45-phut", "90-phut"]
SIZE = "one => parseFloat(getComputedStyle(one).fontSize)"
ALL = f"""stage => ({{
  torn: ({TORN})(stage),
  alone: ({LEFT_ALONE})(stage),
  over: ({OVER})(stage),
  size: ({SIZE})(stage),
  letters: stage.textContent.length,
  words: stage.innerText.trim(),
  place: document.querySelector(".chieu-dem").innerText,
}})"""
Walk = Callable[[tuple[int, int], str], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def walk(contexts: Contexts) -> Walk:
    """Every screen of a plan on a wall of a size, told once for all that is asked here."""

    @cache
    def walked(size: tuple[int, int], plan: str) -> list[dict[str, Any]]:
        told: list[dict[str, Any]] = []
        for visit in visits(contexts):
            wall = {"viewport": {"width": size[0], "height": size[1]}}
            page = opened(visit(wall), f"tap-huan/{plan}/")
            told += (asked(page, ".chieu-khung", ALL) | {"seen": text} for text in screens(page))
        return told

    return walked


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("size", [LARGE, (1024, 768), (1180, 720)])
def test_no_line_tears_a_number(walk: Walk, size: tuple[int, int], plan: str) -> None:
    """“10–” at the end of a line reads as another sum, “Điều” is none. Nor does a screen begin with
    words that only another one explains."""
    assert len(walk(size, plan)) > 10
    for screen in walk(size, plan):
        assert screen["torn"] == [], screen["place"]
        begun = re.match(r"(\S{1,3}[.)] )?(Cũng|Ngày đó|Khi đó|Khi ấy)\b", screen["words"])
        assert not begun, screen["words"]


def test_no_word_is_left_alone_on_a_line(walk: Walk) -> None:
    for screen in walk(LARGE, "45-phut"):
        assert screen["alone"] == [], screen["place"]


def test_what_is_on_a_screen_of_a_plan_fits_it(walk: Walk) -> None:
    for screen in walk(LARGE, "90-phut"):
        assert not screen["over"], screen["place"]


def test_sparse_screens_grow(walk: Walk) -> None:
    """A short question stands in larger letters than a long provision."""
    _, *found = walk(LARGE, "90-phut")
    short = [screen["size"] for screen in found if screen["letters"] < 90]
    long = [screen["size"] for screen in found if screen["letters"] > 400]
    assert min(short) > 1.3 * max(long)


def test_what_the_room_takes_home_fills_the_wall(walk: Walk) -> None:
    sizes = [one["size"] for one in walk(LARGE, "15-phut") if "Lỡ đăng sai" in one["seen"]]
    assert len(sizes) > 1
    assert min(sizes) >= 0.065 * 720
