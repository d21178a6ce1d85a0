"""What the other tests rest on: a visitor brings nothing along from the one before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browser.conftest import DESK, Contexts, Visitor
from playwright.sync_api import Browser, Page

PAGE = "cong-van/"
LEFT_BEHIND = """async () => [
  localStorage.length,
  sessionStorage.length,
  document.cookie,
  (await caches.keys()).length,
  (await navigator.serviceWorker.getRegistrations()).length,
  (await navigator.permissions.query({name: "clipboard-read"})).state === "granted",
]"""
NOTHING = [0, 0, "", 0, 0, False]


def test_what_a_visit_left_is_gone_before_the_next(chromium: Browser, address: str) -> None:
    contexts = Contexts(chromium, address, keeps=True)
    first = contexts.page(DESK, "light")
    Visitor(first, contexts.address).open(PAGE)
    first.context.grant_permissions(["clipboard-read"])
    first.evaluate("navigator.serviceWorker.ready")
    first.evaluate("localStorage.a = sessionStorage.a = document.cookie = 'a=b'")
    first.evaluate("caches.open('a')")
    assert not any(kept in (0, "", False) for kept in first.evaluate(LEFT_BEHIND))
    contexts.take_back(first, DESK, "light")
    second = contexts.page(DESK, "light")
    assert second.context is first.context
    second.route("**/*.js", lambda route: route.abort())  # without scripts nothing new is kept
    second.goto(contexts.address + PAGE)
    assert second.evaluate(LEFT_BEHIND) == NOTHING
    contexts.take_back(second, DESK, "light")


def test_what_a_visit_of_a_disk_left_is_gone_before_the_next(disk_contexts: Contexts) -> None:
    """It also leaves a window that it opened; that one is closed behind it."""
    first = disk_contexts.page(DESK, "light")
    Visitor(first, disk_contexts.address).open("404.html")
    context = first.context
    with context.expect_page():
        first.evaluate("localStorage.a = sessionStorage.a = 'b'; open('index.html')")
    disk_contexts.take_back(first, DESK, "light")
    second = disk_contexts.page(DESK, "light")
    assert second.context is context
    assert len(context.pages) == 2
    Visitor(second, disk_contexts.address).open("404.html")
    assert second.evaluate("[localStorage.a, sessionStorage.a]") == [None, None]
    disk_contexts.take_back(second, DESK, "light")


def test_a_page_that_is_lent_again_is_as_a_new_one(contexts: Contexts) -> None:
    """Nothing runs on, is written at the end or is found on the way back; and a place on the page
    that was there before is opened as any page is."""
    first = contexts.page(DESK, "light")
    visitor = Visitor(first, contexts.address)
    visitor.open(f"{PAGE}#muc-1")
    visitor.open("tap-huan/")
    visitor.open(PAGE)
    first.evaluate(
        """() => {
          name = 'a'
          sessionStorage.a = localStorage.a = 'b'
          const keep = () => { localStorage.kept = sessionStorage.kept = 'c' }
          setInterval(keep, 1)
          setTimeout(keep, 200)
          requestAnimationFrame(function again() { keep(); requestAnimationFrame(again) })
          for (const end of ['pagehide', 'unload', 'visibilitychange', 'beforeunload']) {
            addEventListener(end, keep)
            document.addEventListener(end, keep)
          }
        }"""
    )
    first.locator("h1").hover()
    visitor.leave()
    contexts.take_back(first, DESK, "light")
    second = contexts.page(DESK, "light")
    assert second is first
    page = Visitor(second, contexts.address).open(f"{PAGE}#muc-2")
    assert page.locator("h1").is_visible()
    assert page.evaluate("[name, localStorage.a, sessionStorage.a]") == ["", None, None]
    assert page.evaluate("[localStorage.kept, sessionStorage.kept]") == [None, None]
    assert page.evaluate("history.length") <= 2
    assert page.locator("h1:hover").count() == 0
    contexts.take_back(second, DESK, "light")
    assert visitor.complaints == []


@pytest.mark.parametrize(
    "ask",
    [
        lambda page: page.add_init_script("window.a = 1"),
        lambda page: page.emulate_media(media="print"),
        lambda page: page.route("**/*", lambda route: route.abort()),
        lambda page: page.set_viewport_size({"width": 200, "height": 200}),
        lambda page: page.on("request", lambda request: None),
        lambda page: page.goto("about:blank"),
        lambda page: page.close(),
    ],
)
def test_a_page_that_was_asked_for_good_is_lent_to_nobody(
    contexts: Contexts, ask: Callable[[Page], None]
) -> None:
    first = contexts.page(DESK, "light")
    Visitor(first, contexts.address).open(PAGE)
    ask(first)
    contexts.take_back(first, DESK, "light")
    second = contexts.page(DESK, "light")
    assert second is not first
    assert second.context is first.context
    contexts.take_back(second, DESK, "light")
