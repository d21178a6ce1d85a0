"""A release that keeps nothing takes back what was kept; the next one begins anew at once."""

from __future__ import annotations

from browser.place import (
    HOME,
    LONG,
    NEWS,
    Place,
    foot,
    until,
    wait_for_start,
)
from playwright.sync_api import BrowserContext, Page, expect

OLD = "Trang này của bản trước · Tải lại"
TODAY = "hom-nay/"
RECORD = """addEventListener('DOMContentLoaded', () => {
  window.told = []
  new MutationObserver(() => {
    const said = [...document.querySelectorAll('.ban-moi')].map(bar => bar.textContent)
    told.push(...said.filter(Boolean))
  }).observe(document.body, {childList: true, subtree: true, characterData: true})
})"""
"""Notes all that a bar ever says, however short."""


def begun(place: Place, context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto(place.address)
    wait_for_start(page)
    return page


def test_a_release_that_keeps_nothing_clears_up(small: Place, context: BrowserContext) -> None:
    page = begun(small, context)
    small.publish(keeps=False)
    page.reload()
    until(page, "!(await caches.keys()).length")
    until(page, "!(await navigator.serviceWorker.getRegistration())")
    page.reload()
    expect(page.get_by_text(NEWS)).to_be_visible()
    expect(foot(page)).to_have_count(0)


def test_the_next_release_does_not_wait_for_old_tabs(small: Place, context: BrowserContext) -> None:
    """The worker that takes back stays as long as a page of the release before is open."""
    left_open = begun(small, context)
    page = begun(small, context)
    small.publish(keeps=False)
    page.reload()
    until(page, "!(await caches.keys()).length")
    expect(left_open.locator(".ban-moi")).to_have_text(OLD, timeout=LONG)
    page.goto(small.address + TODAY)
    expect(foot(page)).to_have_count(0)
    small.publish(changed=(HOME, TODAY))
    page.add_init_script(RECORD)
    for path in (TODAY, HOME):
        page.goto(small.address + path)
        expect(page.get_by_text(NEWS)).to_be_visible()
        wait_for_start(page)
        assert page.evaluate("told") == []
    # Whoever is old still knows it, and has one way on.
    expect(left_open.locator(".ban-moi")).to_have_text(OLD)
    small.off()
    page.goto(small.address + TODAY)
    expect(page.get_by_text(NEWS)).to_be_visible()
