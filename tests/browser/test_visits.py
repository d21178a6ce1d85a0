"""What the other tests rest on: a visitor brings nothing along from the one before."""

from __future__ import annotations

from browser.conftest import DESK, Contexts, Visitor

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


def visitor(contexts: Contexts, address: str) -> Visitor:
    return Visitor(contexts.lend(DESK, "light").new_page(), address)


def test_what_a_visit_left_is_gone_before_the_next(contexts: Contexts, address: str) -> None:
    first = visitor(contexts, address)
    page = first.open(PAGE)
    page.context.grant_permissions(["clipboard-read"])
    page.evaluate("navigator.serviceWorker.ready")
    page.evaluate("localStorage.a = sessionStorage.a = document.cookie = 'a=b'")
    page.evaluate("caches.open('a')")
    assert not any(kept in (0, "", False) for kept in page.evaluate(LEFT_BEHIND))
    contexts.take_back(page, address, DESK, "light")
    second = visitor(contexts, address)
    assert second.page.context is page.context
    second.page.route("**/*.js", lambda route: route.abort())  # nothing new is kept either
    second.page.goto(address + PAGE)
    assert second.page.evaluate(LEFT_BEHIND) == NOTHING
    contexts.take_back(second.page, address, DESK, "light")
