"""What the other tests rest on: a visitor brings nothing along from the one before."""

from __future__ import annotations

from browser.conftest import DESK, Contexts, Visitor
from playwright.sync_api import Browser

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
