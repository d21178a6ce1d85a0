"""axe's two questions apart: whether letters stand out from what is behind them, and all else.

Contrast is asked of every letter, which takes axe five times as long as all else together. It hangs
on a letter's colour, size and weight, and on what is painted behind it: elements that have the same
of each have the same answer. Of those the first two and the last are asked. What is taken out
of the flow may lie over anything: what stands in it is alike to nothing outside, unless it is for
ears alone and takes no room.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from browser.axe import CONTRAST, bring, violations
from playwright.sync_api import Page

# Marks each element that has words of its own: asked, or spared as one of many alike.
MARK = """() => {
  const numbers = new Map();
  const number = key => numbers.get(key) ?? numbers.set(key, numbers.size).get(key);
  const alike = new Map();
  const painted = look => [look.backgroundColor, look.backgroundImage, look.opacity, look.filter,
    look.mixBlendMode, look.zIndex, look.transform, look.clipPath].join();
  const PLAIN = 'rgba(0, 0, 0, 0),none,1,none,normal,auto,none,none';
  const walk = (one, behind) => {
    const look = getComputedStyle(one);
    if (look.display === 'none') return;
    const layer = painted(look);
    const loose = !['static', 'relative'].includes(look.position) && one.offsetWidth > 1;
    const key = loose ? `${numbers.size}` : `${behind}|${layer}`;
    const here = layer === PLAIN && !loose ? behind : number(key);
    const worded = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    const written = /^(INPUT|SELECT|TEXTAREA|BUTTON)$/.test(one.tagName);
    if ((worded || written) && one.checkVisibility({visibilityProperty: true})) {
      const off = one.closest(':disabled, [aria-disabled="true"], [inert]') !== null;
      const same = [here, one.tagName, off, look.color, look.fontSize, look.fontWeight,
        look.textShadow, look.webkitTextFillColor, look.webkitTextStroke].join();
      if (alike.has(same)) alike.get(same).push(one);
      else alike.set(same, [one]);
    }
    for (const child of one.children) walk(child, here);
  };
  walk(document.documentElement, 0);
  for (const all of alike.values()) {
    for (const [at, one] of all.entries()) {
      one.dataset.contrast = at < 2 || at === all.length - 1 ? 'asked' : 'spared';
    }
  }
  return alike.size;
}"""
UNMARK = """() => document.querySelectorAll('[data-contrast]').forEach(one => {
  delete one.dataset.contrast;
})"""


ASK = "([id, selector]) => axe.configure({rules: [{id, selector}]})"


def everything(page: Page) -> list[str]:
    """What axe finds on the page as it stands."""
    with alike_are_spared(page):
        return violations(page)


def colours(page: Page) -> list[str]:
    """Which colours axe finds too near to each other, on the page as it stands."""
    with alike_are_spared(page):
        return violations(page, runOnly=["link-in-text-block", CONTRAST])


@contextmanager
def alike_are_spared(page: Page) -> Iterator[None]:
    """One run asks both questions: what lies above what, axe then works out once."""
    bring(page)
    page.evaluate(MARK)
    page.evaluate(ASK, [CONTRAST, "[data-contrast=asked]"])
    yield
    page.evaluate(ASK, [CONTRAST, "*"])
    page.evaluate(UNMARK)


IN_SCHEME = {"light": everything, "dark": colours}
"""What is asked of one page in both schemes at one width: they differ in their colours alone."""
