"""axe's two questions apart: whether colours stand out, and all else; and the first one shortened.

Colours are asked of every letter, which takes axe five times as long as all else together. Of
elements side by side that are alike in every tag, class and state, down to the last one in them,
only the words differ: the first two and the last of them are asked, and the rest stands aside.
"""

from __future__ import annotations

from browser.conftest import violations
from playwright.sync_api import Page

COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
ALL_ELSE = {
    "rules": {"color-contrast": {"enabled": False}, "link-in-text-block": {"enabled": False}}
}
ASIDE = """() => {
  const WORDS = ['id', 'href', 'src', 'for', 'name', 'title', 'value', 'aria-label',
    'aria-labelledby', 'aria-describedby', 'aria-controls'];
  const shapes = new Map();
  const shape = one => {
    const within = [...new Set([...one.children].map(shape))].sort();
    const words = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    const states = [...one.attributes]
      .map(({name, value}) => WORDS.includes(name) ? name : `${name}=${value}`).sort();
    shapes.set(one, `${one.tagName}[${states}]${words}(${within})`);
    return shapes.get(one);
  };
  const thin = parent => {
    const alike = Map.groupBy(parent.children, one => shapes.get(one));
    for (const group of alike.values()) {
      for (const [place, one] of group.entries()) {
        if (place < 2 || place === group.length - 1) thin(one);
        else {
          one.dataset.aside = one.style.display;
          one.style.display = 'none';
        }
      }
    }
  };
  shape(document.body);
  thin(document.body);
}"""
BACK = """() => document.querySelectorAll('[data-aside]').forEach(one => {
  one.style.display = one.dataset.aside;
  delete one.dataset.aside;
})"""


def all_else(page: Page) -> list[str]:
    """What axe finds on the page as it stands, colours left out."""
    return violations(page, **ALL_ELSE)


def colours(page: Page) -> list[str]:
    """Which colours axe finds too near to each other, on the page as it stands."""
    page.evaluate(ASIDE)
    found = violations(page, **COLOURS)
    page.evaluate(BACK)
    return found
