"""A real Chromium, a server for the built site, and pages that watch themselves."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from browser import axe
from browser.find_chromium import find_chromium
from browser.handler import Handler, Server
from browser.place import LONG, Place
from building import ROOT, Builds, Site, day_of
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, expect, sync_playwright

# A frame that goes on to another page of the same site is made anew by a Chromium of today: a fifth
# of what a visit costs. Of two such lists the last counts, so Playwright's own stands here again.
OFF = (
    "RenderDocument",
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding"),
    *("ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "AimEnabled"),
    *("TcpPortRandomizationWin", "OptimizationHints", "NetworkTimeServiceQuerying"),
    *("PreconnectToSearch", "msForceBrowserSignIn"),
    "msEdgeUpdateLaunchServicesPreferredVersion",
)
FLAGS = [
    f"--disable-features={','.join(OFF)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--renderer-process-limit=1",  # a page of a site that is open already begins no process
    # A page of a test is left before what the slowest compilers make of its scripts pays: without
    # them axe and the engine that judges a letter take a tenth less of the processor.
    "--js-flags=--no-turbofan,--liftoff-only",
]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1280, "height": 800}}
NARROW = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
PATIENCE = 60
"""Seconds to wait for anything: no test is slower for it, and a busy machine has its time."""
DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
PRINTING = """() => {
    window.print = () => { window.printed = true; dispatchEvent(new Event('beforeprint')) }
}"""
"""A dialog for printing that opens and stays: the page takes its paper's dress off by itself after
a second where none opens."""


def settled(page: Page) -> Page:
    """The page after its load event, when its scripts have run and it was drawn."""
    page.wait_for_load_state()
    page.evaluate(DRAWN)
    return page


def until(page: Page, expression: str) -> None:
    """Wait until a page says yes; asked from here, for its policy lets nobody evaluate a text."""
    end = time.monotonic() + PATIENCE
    while not page.evaluate(expression):
        assert time.monotonic() < end, expression
        page.wait_for_timeout(20)


def asked(page: Page, selector: str, question: str) -> Any:
    """As ``page.eval_on_selector``, in one message to the browser instead of three.

    Who asks at each of a hundred screens pays half for that; nothing is waited for.
    """
    return page.evaluate(f"([one]) => ({question})(document.querySelector(one))", [selector])


def asked_all(page: Page, selector: str, question: str) -> Any:
    """As ``page.eval_on_selector_all``, in one message too."""
    return page.evaluate(
        f"([all]) => ({question})([...document.querySelectorAll(all)])", [selector]
    )


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """Where the built site is served, with a slash at the end."""
    yield from served(site.root)


def served(root: Path) -> Iterator[str]:
    server = Server(0, partial(Handler, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    host = f"http://127.0.0.1:{server.server_port}"
    axe.SERVED.add(host)
    yield f"{host}/"
    axe.SERVED.discard(host)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        yield browser
        browser.close()


LASTING = (
    *("add_init_script", "add_locator_handler", "emulate_media", "expose_binding"),
    *("expose_function", "on", "once", "route", "route_from_har", "set_default_timeout"),
    *("set_default_navigation_timeout", "set_extra_http_headers", "set_viewport_size"),
)
"""What is asked of a page and holds for whatever it opens later too."""
# Nothing of a page runs any more or is told that it ends; and whoever comes next opens another
# address, not a place on the page that is there.
EMPTY = """() => {
  if (document.contentType !== 'text/html') return 0
  const last = setTimeout(() => {})
  if (last > 1e5) return 0  // none of the browser's: those of another clock begin at 1e12
  for (let one = last; one; one--) clearTimeout(one)
  for (let one = requestAnimationFrame(() => {}); one; one--) cancelAnimationFrame(one)
  document.open()
  document.close()
  history.replaceState(null, '', '/nobody')
  sessionStorage.clear()
  window.name = ''
  return Date.now()
}"""
"""The page's own time, or 0 where it cannot be emptied."""
HEARD = ("pageerror", "console", "request", "requestfinished", "requestfailed", "response")
"""What a visitor listens to."""


def _unheard(_: Any) -> None:
    pass


@dataclass
class Contexts:
    """Browser contexts for the pages of one site, lent again and again: a new one is dear.

    What stays is the browser's own memory of files, and an empty page. What a page kept, was
    allowed or had running is gone before the next page is given out.
    """

    browser: Browser
    address: str
    keeps: bool = False
    """Whether pages are kept for reading offline. That doubles what a page costs, so only those
    who test it ask for it; to the others this is a browser that knows no workers."""
    free: dict[str, list[BrowserContext]] = field(default_factory=dict)
    asked: dict[Page, list[str]] = field(default_factory=dict)
    """Of each page that is open: which of ``LASTING`` it was asked."""
    lines: dict[Page, CDPSession] = field(default_factory=dict)
    """To each page that is lent again: to open such a line takes as long as what is said on it."""

    def new(self, device: dict[str, Any], scheme: str) -> BrowserContext:
        made = self.browser.new_context(**device, color_scheme=scheme, locale="vi-VN")  # type: ignore[arg-type]
        made.set_default_timeout(PATIENCE * 1000)
        if not self.keeps:
            made.add_init_script("delete Navigator.prototype.serviceWorker")
        return made

    def page(self, device: dict[str, Any], scheme: str) -> Page:
        """A blank page in a context where nobody has been.

        The first page of a context stays open and is nobody's: beside it a page is a tab, and one
        with a window of its own costs twice as much. A tab that was emptied costs half of a new one
        again.
        """
        waiting = self.free.get(repr((device, scheme)))
        if waiting:
            context = waiting.pop()
            self._forget(context)
        else:
            context = self.new(device, scheme)
            first = context.new_page()
            if self._on_disk:
                first.goto(self.address)  # the list of files: a page without scripts
        return context.pages[1] if len(context.pages) > 1 else self._tab(context)

    def _tab(self, context: BrowserContext) -> Page:
        page = context.new_page()
        for event in HEARD:  # that somebody listens need not be told anew for every visitor
            page.on(event, _unheard)  # type: ignore[call-overload]
        asked = self.asked[page] = []

        def noted(name: str, ask: Callable[..., Any], *given: Any, **named: Any) -> Any:
            asked.append(name)
            return ask(*given, **named)

        for name in LASTING:
            setattr(page, name, partial(noted, name, getattr(page, name)))
        return page

    def take_back(self, page: Page, device: dict[str, Any], scheme: str) -> None:
        """``page`` came from here; what it opened is closed with it."""
        context = page.context
        told = 0.0
        for one in context.pages[1:]:
            if one is not page or not (told := self._emptied(page)):
                self.asked.pop(one, None)
                self.lines.pop(one, None)
                one.close()
        told = told or context.pages[0].evaluate("Date.now()")
        if abs(told / 1000 - time.time()) > PATIENCE:
            self.lines.pop(context.pages[0], None)
            context.close()  # another day was set: its pages would say how old they are
            return
        context.clear_permissions()
        self.free.setdefault(repr((device, scheme)), []).append(context)

    def _emptied(self, page: Page) -> float:
        """The page's time once it is as one that was opened just now, or 0. A worker goes on with
        what it does, and of a page from a disk the address stays."""
        if self.keeps or self.asked[page] or not page.url.startswith(self.address):
            return 0
        return 0 if self._on_disk else float(page.evaluate(EMPTY))

    @property
    def _on_disk(self) -> bool:
        return self.address.startswith("file:")

    def _forget(self, context: BrowserContext) -> None:
        """What pages kept; from a disk that is this alone, and the browser knows no such site."""
        first = context.pages[0]
        if self._on_disk:
            first.evaluate("localStorage.clear()")
            return
        origin = "/".join(self.address.split("/")[:3])
        if self.keeps:
            self._line(first).send("ServiceWorker.enable")
            self._line(first).send("ServiceWorker.stopAllWorkers")  # one that fills would go on
        everything = {"origin": origin, "storageTypes": "all"}
        self._line(first).send("Storage.clearDataForOrigin", everything)
        for tab in context.pages[1:]:
            self._line(tab).send("Page.resetNavigationHistory")

    def _line(self, page: Page) -> CDPSession:
        if page not in self.lines:
            self.lines[page] = page.context.new_cdp_session(page)
        return self.lines[page]


@dataclass
class Visitor:
    """A page in the browser, and everything that went wrong on it."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    under_way: set[Any] = field(default_factory=set)
    listeners: dict[str, Callable[[Any], None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.listeners = {
            "pageerror": lambda error: self.complaints.append(f"script: {error}"),
            "console": self._console,
            "request": self._request,
            "requestfinished": lambda request: self.under_way.discard(request),
            "requestfailed": self._failed,
            "response": self._response,
        }
        for event, heard in self.listeners.items():
            Page.on(self.page, event, heard)  # not asked for good: ``leave`` takes them away

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console: {message.text}")

    def _request(self, request: Any) -> None:
        self.under_way.add(request)
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.complaints.append(f"another host: {request.url}")

    def _failed(self, request: Any) -> None:
        self.under_way.discard(request)
        if request.failure != "net::ERR_ABORTED":  # what the browser drops when a page is left
            self.complaints.append(f"failed: {request.url} {request.failure}")

    def _response(self, response: Any) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return settled(self.page)

    def leave(self) -> None:
        """Wait until nothing is under way any more: what fails late is heard of too."""
        end = time.monotonic() + PATIENCE
        while self.under_way and time.monotonic() < end:
            settled(self.page)
        self.complaints += [f"never answered: {request.url}" for request in self.under_way]
        for event, heard in self.listeners.items():
            self.page.remove_listener(event, heard)


@pytest.fixture(scope="session")
def contexts(chromium: Browser, address: str) -> Contexts:
    return Contexts(chromium, address)


@pytest.fixture
def visit(contexts: Contexts) -> Iterator[Any]:
    """``visit(PHONE, "dark")`` gives a visitor; at the end nobody may have complained.

    With ``clock=True`` the page's clock can be put forward (``page.clock``).
    """
    yield from visits(contexts)


@pytest.fixture(scope="session")
def disk(builds: Builds) -> Path:
    """The site built for a disk: no folders for pages, the index as a script."""
    return builds.good("disk")


@pytest.fixture(scope="session")
def published(builds: Builds) -> Path:
    """The site with a public address of its own: ``PUBLIC``."""
    return builds.good("published")


@pytest.fixture(scope="session")
def published_contexts(chromium: Browser, published: Path) -> Iterator[Contexts]:
    for address in served(published):
        yield Contexts(chromium, address)


@pytest.fixture
def visit_published(published_contexts: Contexts) -> Iterator[Any]:
    """As ``visit``, for the site that knows its public address."""
    yield from visits(published_contexts)


@pytest.fixture(scope="session")
def disk_contexts(chromium: Browser, disk: Path) -> Contexts:
    return Contexts(chromium, disk.as_uri() + "/")


@pytest.fixture
def visit_disk(disk_contexts: Contexts) -> Iterator[Any]:
    """As ``visit``, but the pages are opened from a folder."""
    yield from visits(disk_contexts)


def visits(contexts: Contexts) -> Iterator[Any]:
    visitors: list[Visitor] = []
    ends: list[Callable[[], None]] = []

    def start(device: dict[str, Any], scheme: str = "light", *, clock: bool = False) -> Visitor:
        if clock:  # cannot be taken away again
            page = contexts.new(device, scheme).new_page()
            ends.append(page.context.close)
        else:
            page = contexts.page(device, scheme)
            ends.append(partial(contexts.take_back, page, device, scheme))
        if clock:
            page.clock.install()
        visitors.append(Visitor(page, contexts.address))
        return visitors[-1]

    yield start
    for visitor in visitors:
        visitor.leave()
    complaints = [complaint for visitor in visitors for complaint in visitor.complaints]
    for end in ends:
        end()
    assert complaints == []


# ---- Who keeps the site for reading offline --------------------------------------------------


@pytest.fixture
def place(site: Site, tmp_path: Path) -> Iterator[Place]:
    found = Place(site, tmp_path)
    yield found
    found.off()


@pytest.fixture
def small(builds: Builds, tmp_path: Path) -> Iterator[Place]:
    """The invented site, for what hangs on no page of the real one: a tenth of its files is kept,
    and another release is made in a tenth of the time."""
    found = Place(Site(builds.good("synthetic")), tmp_path, day_of(ROOT / "tests" / "synthetic"))
    yield found
    found.off()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(**PHONE, locale="vi-VN")  # type: ignore[arg-type]
    made.set_default_timeout(LONG)
    yield made
    made.close()
