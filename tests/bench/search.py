"""``python tests/bench/search.py``: how long the first result takes on the shipped corpus."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))

from bench.weight import served
from browser.conftest import DESK, FLAGS
from browser.find_chromium import find_chromium
from building import build, copy_project

LIMIT = 300
TYPED = ("xúc phạm", "khoan 1 dieu 8", "luật an ninh mạng năm 2018", "d", "ảnh học sinh")
MEASURE = """async text => {
  const field = document.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list");
  list.replaceChildren();
  field.value = text;
  const begin = performance.now();
  field.dispatchEvent(new KeyboardEvent("keyup", {key: "x", bubbles: true}));
  while (!list.querySelector("a") && performance.now() - begin < 5000)
    await new Promise(done => setTimeout(done, 4));
  return performance.now() - begin;
}"""


def measure(site: Path) -> dict[str, float]:
    """Milliseconds from the last key to the first result, the index once there."""
    with served(site) as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        page = browser.new_context(**DESK, service_workers="block").new_page()  # type: ignore[arg-type]
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.keyboard.press("/")
        page.keyboard.type("khoản")
        page.wait_for_selector(".md-search-result__list a")
        taken = {text: float(page.evaluate(MEASURE, text)) for text in TYPED}
        browser.close()
        return taken


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        done = build(copy_project(Path(folder) / "project"), site)
        if done.returncode:
            sys.exit(done.stderr[-3000:])
        print(f"\nSearch: milliseconds to the first result (at most {LIMIT})")
        for text, taken in measure(site).items():
            print(f"{taken:>8.0f} {text}")


if __name__ == "__main__":
    main()
