"""The window of the person who leads, and the keys that drive the wall from either window."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from browser.axe import violations
from browser.conftest import asked, asked_all, settled, until
from browser.handler import Handler
from browser.test_projector import WALL, WORDS, opened, place, reopened, screens, seen
from building import Site
from playwright.sync_api import Browser, expect

BELOW = "all => all.map(one => one.scrollHeight - one.clientHeight)"
"""How much of each part lies below the end of the window."""
NO_WINDOW = "sessionStorage.getItem('chieu-nd') === null"
"""Whether the wall knows of no window of whoever leads."""
PLAN = {"http": "tap-huan/15-phut/", "disk": "tap-huan/15-phut.html"}


@pytest.fixture(params=["http", "disk"])
def wall(request: Any, visit: Any, visit_disk: Any) -> Any:
    """A plan on the wall, over http (with the policy of the site) and from a disk."""
    visitor = (visit if request.param == "http" else visit_disk)(WALL)
    return opened(visitor, PLAN[request.param])


@contextmanager
def led(wall: Any) -> Iterator[Any]:
    """The window that the key p opens; it has nothing to complain of.

    A browser tells the wall a moment later that a window was closed. Until the wall knows, p brings
    the old one to the front, and no window would come.
    """
    complaints: list[str] = []
    until(wall, NO_WINDOW)
    with wall.context.expect_page() as coming:
        wall.keyboard.press("p")
    window = coming.value
    window.on("console", lambda message: complaints.append(message.text))
    window.on("pageerror", lambda error: complaints.append(str(error)))
    window.wait_for_selector(".chieu-nd-ds li")
    yield settled(window)
    assert complaints == []
    if not window.is_closed():
        window.close()


def test_it_shows_what_the_wall_does_not(wall: Any) -> None:
    with led(wall) as window:
        assert "Dành cho cuối cuộc họp hội đồng" in window.inner_text(".chieu-nd-loi")
        note = window.inner_text(".chieu-nd-loi .chieu-nd-ghi")  # of the plan, not to be said
        assert note.startswith("Dành cho cuối cuộc họp hội đồng")
        assert "Vì sao nhắc lại hôm nay?" in window.inner_text(".chieu-nd-sau")
        assert "Đồng hồ chạy khi rời trang bìa" in window.inner_text("header")
        wall.keyboard.press("PageDown")
        told = window.inner_text(".chieu-nd-loi")
        assert "Nói bốn khoản" in told
        assert told.splitlines()[-1] not in seen(wall)
        assert "/ 15:00" in window.inner_text("header")
        assert "Đúng kế hoạch" in window.inner_text("header")
        # styled, by the site's own sheets, also from a disk
        size = "one => getComputedStyle(one).fontSize"
        assert float(window.eval_on_selector(".chieu-nd-gio", size).rstrip("px")) >= 32
        if wall.url.startswith("http"):  # axe fetches the sheets anew, which a disk refuses
            assert violations(window) == []


def test_either_window_drives_the_wall(wall: Any) -> None:
    with led(wall) as window:
        window.keyboard.press("PageDown")
        assert place(wall).startswith("2/")
        window.click(".chieu-nd-ds button >> nth=2")
        third = place(wall)
        assert wall.inner_text(".chieu-ten") == "Ảnh lớp: xin phép ai?"
        window.keyboard.press("PageDown")  # the clicked button does not take the next key
        assert place(wall) != third
        for page in (window, wall):
            for key in third.partition("/")[0]:
                page.keyboard.press(key)
            page.keyboard.press("Enter")
            assert place(wall) == third
            page.keyboard.press("PageUp")
            assert place(wall) != third
        window.keyboard.press("b")
        assert wall.is_visible(".chieu-toi")
        assert "đang tắt" in window.inner_text(".chieu-nd-tin")
        window.keyboard.press("PageDown")
        assert not wall.is_visible(".chieu-toi")
        for page in (window, wall):
            was = place(wall)
            page.keyboard.press("?")
            assert page.is_visible(".chieu-phim td:has-text('cửa sổ người dẫn')")
            page.keyboard.press("PageDown")  # only takes the table away
            assert not page.is_visible(".chieu-phim")
            assert place(wall) == was


def test_closing_one_window_leaves_the_other_in_order(wall: Any) -> None:
    with led(wall) as window:
        window.keyboard.press("PageDown")
        was = place(wall)
        wall.keyboard.press("Escape")
        wall.wait_for_selector("dialog.chieu", state="hidden")
        window.click("text=Chiếu tiếp")
        assert reopened(wall) == was
        assert window.inner_text(".chieu-nd-tin") == ""
    wall.keyboard.press("PageDown")
    assert place(wall) != was
    with led(wall) as window:  # opened again
        wall.goto("about:blank")
        assert "Cửa sổ chiếu đã đóng" in window.inner_text(".chieu-nd-tin")
        window.keyboard.press("PageDown")


def test_a_reload_of_the_window_does_not_lose_it(visit: Any, visit_disk: Any) -> None:
    """Over http it fills itself again; of a page on a disk it is closed, and p opens it anew."""
    for visitor, path in ((visit(WALL), PLAN["http"]), (visit_disk(WALL), PLAN["disk"])):
        wall = opened(visitor, path)
        with wall.context.expect_page() as coming:
            wall.keyboard.press("p")
        window = coming.value
        window.wait_for_selector(".chieu-nd-ds li")
        if path == PLAN["http"]:
            window.evaluate("location.reload()")
            window.wait_for_selector(".chieu-nd-loi:has-text('Dành cho cuối cuộc họp')")
        else:
            with window.expect_event("close"):
                window.evaluate("location.reload()")
            until(wall, "document.querySelector('.chieu-tin').textContent.includes('bấm p')")
            with wall.context.expect_page() as coming:
                wall.keyboard.press("p")
            window = coming.value
            window.wait_for_selector(".chieu-nd-ds li")
        window.keyboard.press("PageDown")
        assert place(wall).startswith("2/")
        window.close()


def test_plain_answers_are_seen_by_whoever_leads_alone(wall: Any) -> None:
    """Each question and story: its answer with its provision in the window, not on the wall."""
    answered = set()
    with led(wall) as window:
        for text in screens(wall):
            reply = asked(window, ".chieu-nd-dap", WORDS)
            story = asked(wall, ".chieu-noi", WORDS) == "Tình huống"
            assert bool(reply) == ("Hỏi cả phòng" in text or story), place(wall)
            answered.add(reply)
            assert not reply or reply.splitlines()[-1][:30] not in text
            if story:
                assert "Điều " in reply
    assert place(wall).partition("/")[0] == place(wall).partition("/")[2]  # the end
    assert len(answered) > 4


def test_a_reload_of_the_wall_takes_its_window_back(visit: Any, visit_disk: Any) -> None:
    """The same one over http; pages of a disk may not touch it any more: a key opens it anew."""
    wall = opened(visit(WALL), PLAN["http"])
    with led(wall) as window:
        wall.reload()
        was = reopened(wall)
        window.keyboard.press("PageDown")
        assert place(wall) != was
    wall = opened(visit_disk(WALL), PLAN["disk"])
    with led(wall) as window:
        wall.keyboard.press("PageDown")
        was = place(wall)
        with window.expect_event("close"):
            wall.reload()
        assert reopened(wall) == was
        with wall.context.expect_page() as coming:
            wall.keyboard.press("PageDown")
        anew = coming.value
        anew.wait_for_selector(".chieu-nd-ds li")
        assert place(wall) != was
        anew.keyboard.press("PageUp")
        assert place(wall) == was


@pytest.mark.parametrize("kind", [Handler, SimpleHTTPRequestHandler], ids=["ours", "plain"])
def test_pages_kept_for_reading_offline_lose_no_window(
    kind: type[SimpleHTTPRequestHandler], chromium: Browser, site: Site
) -> None:
    """Whatever the server says beside a file, a page that is reloaded comes from the browser."""
    serve = partial(kind, directory=str(site.root))
    server = ThreadingHTTPServer(("127.0.0.1", 0), serve)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = chromium.new_context(**WALL)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/{PLAN['http']}")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    expect(page.locator(".ngoai-tuyen")).to_contain_text("Đọc được khi không có mạng")
    page.keyboard.press("c")
    page.wait_for_selector("dialog.chieu[open] .chieu-dem:not(:empty)")
    with led(page) as window:
        for _ in range(3):
            page.keyboard.press("PageDown")
            was = place(page)
            answer = page.reload()
            assert answer is not None
            assert answer.from_service_worker
            assert reopened(page) == was
            assert len(context.pages) == 2
            until(window, "document.querySelector('.chieu-nd-tin').textContent === ''")
            window.keyboard.press("PageDown")
            assert place(page) != was
    context.close()
    server.shutdown()
    server.server_close()


def test_letters_colours_and_tools_at_rest(visit: Any) -> None:
    wall = opened(visit(WALL), PLAN["http"])
    for key in ("6", "Enter"):  # a screen with room for larger letters
        wall.keyboard.press(key)
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    letters, text = wall.eval_on_selector(".chieu-khung", size), seen(wall)
    wall.keyboard.press("+")
    assert wall.eval_on_selector(".chieu-khung", size) > letters
    wall.reload()  # the device remembers
    reopened(wall)
    assert wall.eval_on_selector(".chieu-khung", size) > letters
    wall.keyboard.press("-")
    assert (wall.eval_on_selector(".chieu-khung", size), seen(wall)) == (letters, text)
    for scheme in ("slate", "default"):
        wall.keyboard.press("t")
        assert wall.get_attribute("body", "data-md-color-scheme") == scheme
    shown = "getComputedStyle(document.querySelector('.chieu-tay')).opacity === '%d'"
    wall.mouse.move(300, 300)
    wall.mouse.move(310, 300)
    until(wall, shown % 1)
    until(wall, shown % 0)  # after a few seconds without a move


def test_larger_letters_cut_nothing(visit: Any) -> None:
    """Goals, questions, the first screen and the last are whole."""
    wall = opened(visit(WALL), PLAN["http"])
    for _ in range(3):
        wall.keyboard.press("+")
    for at in range(1, int(place(wall).partition("/")[2]) + 1):
        for key in (*str(at), "Enter"):
            wall.keyboard.press(key)
        across, down = wall.eval_on_selector(
            ".chieu-khung",
            "one => [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight]",
        )
        assert across <= 1, place(wall)
        assert down <= 1 or not wall.locator(".chieu-loi, .chieu-bia-loi, .chieu-ve-nha").count()
    assert "Lỡ đăng sai" in seen(wall)  # the last screen


def test_a_browser_that_lets_no_window_be_opened_is_told_of(visit: Any) -> None:
    wall = opened(visit(WALL), PLAN["http"])
    wall.evaluate("window.open = () => null")
    wall.keyboard.press("p")
    assert "chặn cửa sổ" in wall.inner_text(".chieu-tin")
    wall.keyboard.press("PageDown")
    assert wall.inner_text(".chieu-tin") == ""
    assert place(wall).startswith("2/")


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
def test_all_of_it_is_seen_at_once_and_there_are_always_words(
    wall: Any, size: tuple[int, int]
) -> None:
    """Whoever leads cannot scroll with a clicker in the hand."""
    with led(wall) as window:
        window.set_viewport_size({"width": size[0], "height": size[1]})
        for _ in screens(wall):
            assert "(không có)" not in asked(window, ".chieu-nd-loi", WORDS), place(wall)
            assert max(asked_all(window, ".chieu-nd main > div", BELOW)) <= 1, place(wall)
        at, _, last = place(wall).partition("/")
        assert at == last


def test_the_list_of_steps_gives_way_before_what_is_on_the_wall(visit: Any) -> None:
    wall = opened(visit(WALL), "tap-huan/90-phut/")
    with led(wall) as window:
        window.set_viewport_size({"width": 1120, "height": 760})
        while asked(wall, ".chieu-ten", WORDS) != "Khoản 5 Điều 21":
            wall.keyboard.press("PageDown")
        assert "Ai (tổ chức hay cá nhân)" in window.inner_text(".chieu-nd-nay")
        assert max(asked_all(window, ".chieu-nd main > div", BELOW)) <= 1


def test_on_a_larger_screen_its_letters_are_larger(wall: Any) -> None:
    with led(wall) as window:
        sizes = []
        for width, height in ((1280, 720), (1920, 1080)):
            window.set_viewport_size({"width": width, "height": height})
            sizes.append(
                window.eval_on_selector(
                    ".chieu-nd-gio", "one => parseFloat(getComputedStyle(one).fontSize)"
                )
            )
        assert sizes[1] > 1.4 * sizes[0]


@pytest.mark.parametrize("plan", ["15-phut", "45-phut", "90-phut"])
def test_what_comes_next_can_be_read_on_the_smallest_screen(visit: Any, plan: str) -> None:
    """However much there is to say, and no word lies below the end of the window."""
    wall = opened(visit(WALL), f"tap-huan/{plan}/")
    with led(wall) as window:
        window.set_viewport_size({"width": 1024, "height": 768})
        settled(window)  # it fits its words to the new size at the next frame
        for _ in screens(wall):
            letters = asked_all(
                window,
                ".chieu-nd-khung :is(h1, h2, h3, p, li, b, span, small, button)",
                """all => Math.min(...all.filter(one => one.checkVisibility())
                    .map(one => parseFloat(getComputedStyle(one).fontSize)))""",
            )
            assert letters >= 15, place(wall)
            assert max(asked_all(window, ".chieu-nd main > div", BELOW)) <= 1, place(wall)


def test_what_it_costs_is_still_there_when_the_room_asks(visit: Any) -> None:
    """The question comes after the story; sums, and for what, stay with whoever leads."""
    wall = opened(visit(WALL), PLAN["http"])
    told, questions = "", 0
    with led(wall) as window:
        for text in screens(wall):
            sums = asked(window, ".chieu-nd-phat", WORDS)
            if asked(wall, ".chieu-noi", WORDS) == "Tình huống":
                told = sums
                assert told.startswith("Ai hỏi mức phạt, có thể liên quan: ")
                assert "tin giả mạo" in told or "thiếu sự đồng ý" in told
            elif told and "Hỏi cả phòng" in text:
                assert sums == told, place(wall)
                told, questions = "", questions + 1
    assert questions > 1
