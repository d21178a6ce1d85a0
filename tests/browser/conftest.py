"""A real Chromium, a server for the built site, and pages that watch themselves."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from browser.find_chromium import find_chromium
from building import Site, build, copy_project
from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1280, "height": 800}}
PUBLIC = "https://truong.invalid/luat/"
NARROW = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}


class Handler(SimpleHTTPRequestHandler):
    """Serves files and keeps quiet."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (name of the base)
        pass


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """Where the built site is served, with a slash at the end."""
    yield from _served(site.root)


def _served(root: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """A page in the browser, and everything that went wrong on it."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.on("console", self._console)
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._response)

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console: {message.text}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.complaints.append(f"another host: {request.url}")

    def _failed(self, request: Any) -> None:
        if request.failure != "net::ERR_ABORTED":  # what the browser drops when a page is left
            self.complaints.append(f"failed: {request.url} {request.failure}")

    def _response(self, response: Any) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path)
        self.page.wait_for_load_state("networkidle")
        return self.page


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Any]:
    """``visit(PHONE, "dark")`` gives a visitor; at the end nobody may have complained."""
    yield from _visits(chromium, address)


@pytest.fixture(scope="session")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built for a disk: no folders for pages, the index as a script."""
    project = copy_project(tmp_path_factory.mktemp("offline"))
    file = project / "mkdocs.yml"
    config = yaml.safe_load(file.read_text(encoding="utf-8"))
    plugins = config["plugins"]  # a list of names, or a mapping of them to their settings
    config["plugins"] = (
        {"offline": {}, **plugins} if isinstance(plugins, dict) else ["offline", *plugins]
    )
    file.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with a public address of its own: ``PUBLIC``."""
    project = copy_project(tmp_path_factory.mktemp("published") / "project")
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f"site_url: {PUBLIC}\n{text}", encoding="utf-8")
    out = project.parent / "site"
    done = build(project, out)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture
def visit_published(chromium: Browser, published: Path) -> Iterator[Any]:
    """As ``visit``, for the site that knows its public address."""
    for address in _served(published):
        yield from _visits(chromium, address)


@pytest.fixture
def visit_disk(chromium: Browser, disk: Path) -> Iterator[Any]:
    """As ``visit``, but the pages are opened from a folder."""
    yield from _visits(chromium, disk.as_uri() + "/")


def _visits(chromium: Browser, address: str) -> Iterator[Any]:
    visitors: list[Visitor] = []

    def start(device: dict[str, Any], scheme: str = "light") -> Visitor:
        context = chromium.new_context(**device, color_scheme=scheme, locale="vi-VN")  # type: ignore[arg-type]
        context.set_default_timeout(15_000)
        visitors.append(Visitor(context.new_page(), address))
        return visitors[-1]

    yield start
    for visitor in visitors:
        visitor.page.context.close()
    assert [complaint for visitor in visitors for complaint in visitor.complaints] == []
