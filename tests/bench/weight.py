"""What a first visit carries, ours against stock Material on the same pages, as gzip.

``python tests/bench/weight.py`` builds both, opens the dispatch in Chromium and adds up
HTML, styles, scripts and fonts; the search index is told apart, for it is no part of a first view.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))

from browser.conftest import FLAGS, PHONE
from browser.find_chromium import find_chromium
from building import ROOT, build, copy_project

FIRST_VIEW = "cong-van/"
MOST = 1.15
MOST_OF_A_PAGE = 60_000
LEFT_OUT = {".json", ".png", ".ico"}


def packed(body: bytes) -> bytes:
    return gzip.compress(body, 9, mtime=0)


def stock_project(folder: Path) -> Path:
    """The same pages with the same extensions and plugins, without our hooks and theme."""
    folder.mkdir()
    shutil.copytree(ROOT / "docs", folder / "docs")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    for key in ("hooks", "watch", "extra_css", "extra_javascript", "validation", "strict"):
        config.pop(key, None)
    config["theme"].pop("custom_dir")
    text = yaml.safe_dump(config, allow_unicode=True)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return folder


class Handler(SimpleHTTPRequestHandler):
    """Serves everything as gzip and notes what it sent."""

    sent: dict[str, int]

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if not file.is_file():
            self.send_error(404)
            return
        body = packed(file.read_bytes())
        type(self).sent[file.name if file.name != "index.html" else self.path] = len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (name of the base)
        pass


@contextmanager
def served(site: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """The address of a site, and what was fetched from it so far."""
    handler = type("Noting", (Handler,), {"sent": {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", handler.sent
    server.shutdown()
    thread.join()
    server.server_close()


def first_visit(site: Path) -> dict[str, int]:
    """Every file of the first view and its size as gzip; the background worker is kept out."""
    with served(site) as (address, sent), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        page = browser.new_context(**PHONE, service_workers="block").new_page()  # type: ignore[arg-type]
        page.goto(address + FIRST_VIEW)
        page.wait_for_load_state("networkidle")
        browser.close()
        return dict(sent)


def heaviest(site: Path) -> list[tuple[int, str]]:
    sizes = [
        (len(packed(file.read_bytes())), file.relative_to(site).as_posix())
        for file in site.rglob("*.html")
    ]
    return sorted(sizes, reverse=True)[:5]


def counted(sent: dict[str, int]) -> int:
    return sum(size for name, size in sent.items() if Path(name).suffix not in LEFT_OUT)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        ours, stock = Path(folder) / "ours", Path(folder) / "stock"
        done = build(copy_project(Path(folder) / "project"), ours)
        if done.returncode:
            sys.exit(done.stderr[-3000:])
        # Not strict: without the hooks the links of the prose are plain words.
        project = stock_project(Path(folder) / "stock-project")
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(stock)]
        subprocess.run(command, cwd=project, check=True, capture_output=True)
        print(f"\nFirst view of {FIRST_VIEW}, bytes as gzip")
        totals = []
        for name, site in (("ours", ours), ("stock", stock)):
            sent = first_visit(site)
            totals.append(counted(sent))
            print(f"\n{name}: {totals[-1]} in {len(sent)} requests")
            for file, size in sorted(sent.items(), key=lambda item: -item[1]):
                aside = " (not counted)" if Path(file).suffix in LEFT_OUT else ""
                print(f"{size:>8} {file}{aside}")
        print(f"\n× stock: {totals[0] / totals[1]:.2f} (at most {MOST})")
        print(f"\nHeaviest pages, bytes as gzip (at most {MOST_OF_A_PAGE})")
        for size, path in heaviest(ours):
            print(f"{size:>8} {path}")


if __name__ == "__main__":
    main()
