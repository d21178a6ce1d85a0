"""How lines of the wall end: no number is torn from what it counts, no word stands alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from browser.test_projector import WALL, opened, place, seen

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


@pytest.mark.parametrize("plan", ["15-phut", "45-phut", "90-phut"])
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (1180, 720)])
def test_no_line_tears_a_number(visit: Any, size: tuple[int, int], plan: str) -> None:
    """“10–” at the end of a line reads as another sum, “Điều” is none. Nor does a screen begin with
    words that only another one explains."""
    page = opened(visit({"viewport": {"width": size[0], "height": size[1]}}), f"tap-huan/{plan}/")
    was = ""
    while was != (was := place(page) + seen(page)):
        assert page.eval_on_selector(".chieu-khung", TORN) == [], place(page)
        stage = page.inner_text(".chieu-khung").strip()
        assert not re.match(r"(\S{1,3}[.)] )?(Cũng|Ngày đó|Khi đó|Khi ấy)\b", stage), stage
        page.keyboard.press("PageDown")


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


def test_no_word_is_left_alone_on_a_line(visit: Any) -> None:
    page = opened(visit(WALL), "tap-huan/45-phut/")
    was = ""
    while was != (was := place(page) + seen(page)):
        assert page.eval_on_selector(".chieu-khung", LEFT_ALONE) == [], place(page)
        page.keyboard.press("PageDown")
