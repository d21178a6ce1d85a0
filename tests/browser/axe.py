"""axe: what keeps somebody from reading or using a page."""

from __future__ import annotations

import re
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# What axe has found out of an element it looks for in a list of all elements it asked that of: on a
# page of thousands that takes as long as all else. A map finds it at once; as in axe's own words,
# as many arguments count as the function names, and what was thrown is not kept.
LISTED = re.compile(r"\(0,\w+\.default\)\(e\)(?=,axe\._memoizedFns\.push\(e\))")
MAPPED = """(ask => {
  const last = ask.length - 1;
  let known = new Map();
  const told = function (...given) {
    let found = known;
    for (let at = 0; at < last; at++) {
      let deeper = found.get(given[at]);
      if (!deeper) found.set(given[at], deeper = new Map());
      found = deeper;
    }
    const key = given[Math.max(last, 0)], there = found.get(key);
    if (there !== undefined || found.has(key)) return there;
    const answer = ask.apply(this, given);
    found.set(key, answer);
    return answer;
  };
  told.clear = () => { known = new Map(); };
  return told;
})(e)"""
# A colour is taken apart for each element that has it, and for all below it: a seventh of the time.
REMEMBERED = """(() => {
  const {Color} = axe.commons.color;
  const {parseString} = Color.prototype;
  const known = new Map();
  Color.prototype.parseString = function (text) {
    const told = known.get(text);
    if (told) [this.r, this.g, this.b, this.alpha] = told;
    else known.set(text, (parseString.call(this, text), [this.r, this.g, this.b, this.alpha]));
    return this;
  };
})()"""
QUICK, PLACES = LISTED.subn(lambda _: MAPPED, AXE_SCRIPT)
assert PLACES == 1, "this axe remembers in another way: look at LISTED"
SCRIPT = f"{QUICK};\n{REMEMBERED}"
ADDRESS = "/axe.min.js"
"""Where the servers of these tests give it out: a browser that fetches half a megabyte again and
again keeps what it compiled, which it does not of words that are sent to it."""
SERVED: set[str] = set()
"""The hosts that give it out."""
CONTRAST = "color-contrast"
FETCH = """source => new Promise((done, failed) => {
  const script = Object.assign(document.createElement('script'),
    {src: source, onload: done, onerror: failed})
  document.head.append(script)
  script.remove()  // it comes all the same, and the page is as it was
})"""
RUN = """async options => (await axe.run(document, options)).violations.flatMap(
  found => found.nodes.map(node => `${found.id}: ${JSON.stringify(node.target)}`))"""


def violations(page: Page, **options: Any) -> list[str]:
    """What axe finds on the page as it stands; ``options`` in axe's words."""
    bring(page)
    # What passes is not spelled out: that takes longer than to find what does not.
    found: list[str] = page.evaluate(RUN, {"resultTypes": ["violations"], **options})
    return found


def bring(page: Page) -> None:
    """Its script, which is brought once a page."""
    if page.evaluate("'axe' in window"):
        return
    if "/".join(page.url.split("/")[:3]) in SERVED:
        page.evaluate(FETCH, ADDRESS)
    else:  # from a disk, in a window of no address, from a server that is asked as it is
        page.evaluate(SCRIPT)
