"""The projector: driven by the keys a clicker sends, on a wall and on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from browser.colours import IN_SCHEME
from browser.conftest import DESK, PHONE, asked, settled, until

WALL = {"viewport": {"width": 1280, "height": 720}}
OLD_WALL = {"viewport": {"width": 1024, "height": 768}}
ARTICLE = "van-ban/luat-24-2018-qh14/dieu-8/"
SITUATION = "tinh-huong/tin-ngay-mai-nghi-hoc/"


TEXT = """box => [...box.querySelectorAll("p, li, h2, b")]
  .filter(one => one.checkVisibility({visibilityProperty: true}))
  .map(one => one.textContent).join(" ").replace(/\\s+/g, " ")"""
WORDS = "one => one.innerText"


def seen(page: Any) -> str:
    """What an eye can read on the wall."""
    return str(asked(page, ".chieu", TEXT))


def place(page: Any) -> str:
    return str(asked(page, ".chieu-dem", WORDS))


def here(page: Any) -> tuple[str, str, int]:
    """Place, text, and how far a long part was scrolled: the last screen alone stays as it is."""
    place, text, down = asked(
        page,
        ".chieu",
        f"""box => [box.querySelector(".chieu-dem").innerText, ({TEXT})(box),
                    box.querySelector(".chieu-khung").scrollTop]""",
    )
    return place, text, down


def screens(page: Any) -> Iterator[str]:
    """The text of every screen from here on, by a clicker's key alone; a long part is scrolled by
    it too."""
    was: Any = None
    for _ in range(300):
        if was == (was := here(page)):
            return
        yield was[1]
        page.keyboard.press("PageDown")
    raise AssertionError("there is no last screen")


def to_the_end(page: Any) -> list[str]:
    return list(screens(page))


def opened(visitor: Any, path: str) -> Any:
    page = visitor.open(path)
    page.keyboard.press("c")
    page.wait_for_selector("dialog.chieu[open] .chieu-dem:not(:empty)")
    return page


@pytest.mark.parametrize("device", [WALL, DESK, PHONE], ids=["wall", "desk", "phone"])
def test_every_part_of_an_article_comes_and_goes(visit: Any, device: dict[str, Any]) -> None:
    page = opened(visit(device), ARTICLE)
    told = to_the_end(page)
    whole = " ".join(told)
    for words in ("Khoản 1 Điều 8", "a) Những hành vi", "e) ", "Khoản 6 Điều 8", "Hôm nay"):
        assert words in whole
    assert all("hết hiệu lực từ 01/7/2026" in screen for screen in told)
    for _ in told:
        page.keyboard.press("PageUp")
    assert "1/" in page.inner_text(".chieu-dem")


def test_points_come_one_by_one(visit: Any) -> None:
    page = opened(visit(WALL), "van-ban/nghi-dinh-147-2024-nd-cp/dieu-36/#dieu-36-khoan-7")
    before = seen(page)
    page.keyboard.press("ArrowRight")
    assert len(seen(page)) > len(before)
    page.keyboard.press("ArrowLeft")
    assert seen(page) == before


def test_it_begins_where_the_address_points(visit: Any) -> None:
    page = opened(visit(WALL), f"{ARTICLE}#dieu-8-khoan-1-diem-dd")
    assert "đ) " in seen(page)
    assert "e) " not in seen(page)


@pytest.mark.parametrize("device", [WALL, OLD_WALL], ids=["16:9", "4:3"])
def test_letters_are_large_and_the_foot_is_still(visit: Any, device: dict[str, Any]) -> None:
    """At the back of a room letters of 4.5 % of the height are read; the foot is no text."""
    for path in (ARTICLE, SITUATION, "cong-van/", "tap-huan/90-phut/"):
        page = opened(visit(device), path)
        feet = set()
        for _ in range(20):
            page.keyboard.press("PageDown")
            smallest, foot = page.evaluate(
                """[Math.min(...[...document.querySelectorAll(
                     ".chieu-dau p, .chieu-ten, .chieu-khung, .chieu-khung *")]
                   .filter(one => one.checkVisibility())
                   .map(one => parseFloat(getComputedStyle(one).fontSize))) / innerHeight,
                   document.querySelector(".chieu-cuoi").getBoundingClientRect().top]"""
            )
            assert smallest >= 0.045
            feet.add(foot)
        assert len(feet) == 1
        page.keyboard.press("Escape")


def test_escape_returns_to_the_place_one_came_from(visit: Any) -> None:
    page = visit(DESK).open(ARTICLE)
    page.evaluate("scrollTo(0, 900)")
    page.click(".dv-khoan >> nth=1 >> .cs-nut")
    page.click("text=Chiếu lên màn hình")
    page.wait_for_selector("dialog.chieu[open] .chieu-dem:not(:empty)")
    assert page.inner_text(".chieu-ten") == "Khoản 2 Điều 8"
    was = page.evaluate("scrollY")
    page.keyboard.press("PageDown")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog.chieu", state="hidden")
    assert page.evaluate("scrollY") == was
    until(page, "document.fullscreenElement === null")


def test_dark_screen_and_back(visit: Any) -> None:
    page = opened(visit(WALL), SITUATION)
    count = page.inner_text(".chieu-dem")
    page.keyboard.press("b")
    assert page.is_visible(".chieu-toi")
    page.keyboard.press("PageDown")  # whichever key: it brings the picture back, nothing else
    assert not page.is_visible(".chieu-toi")
    assert page.inner_text(".chieu-dem") == count


def test_a_tap_goes_on_and_back(visit: Any) -> None:
    page = opened(visit(PHONE), SITUATION)
    first = page.inner_text(".chieu-dem")
    taps = 0
    while page.inner_text(".chieu-dem") == first and taps < 15:
        page.touchscreen.tap(300, 400)
        taps += 1
    assert page.inner_text(".chieu-dem") != first
    for _ in range(taps):
        page.touchscreen.tap(30, 400)
    assert page.inner_text(".chieu-dem") == first


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [ARTICLE, SITUATION])
def test_axe(visit: Any, path: str, scheme: str) -> None:
    page = opened(visit(WALL, scheme), path)
    for _ in range(6):
        page.keyboard.press("PageDown")
        assert IN_SCHEME[scheme](page) == []


@pytest.mark.parametrize("device", [WALL, PHONE], ids=["wall", "phone"])
@pytest.mark.parametrize("where", ["http", "disk"])
def test_a_whole_session_by_keyboard_alone(
    visit: Any, visit_disk: Any, where: str, device: dict[str, Any]
) -> None:
    """From the list of plans to the last question and back, with a clicker's two keys."""
    visitor = (visit if where == "http" else visit_disk)(device)
    page = visitor.open("tap-huan/" if where == "http" else "tap-huan/index.html")
    page.focus("a:has-text('Buổi 45 phút') >> nth=-1")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('Buổi 45 phút')")
    settled(page)
    page.keyboard.press("c")
    page.wait_for_selector("dialog.chieu[open] .chieu-dem:not(:empty)")
    told = to_the_end(page)
    whole = " ".join(told)
    for words in (
        "lên mạng thế nào cho đúng luật?",  # the cover
        "Điều gì đã đổi từ năm 2019?",
        "Sau phần này, bạn sẽ biết bốn khoản",
        "Điều 44 Luật An ninh mạng năm 2025",  # a provision
        "Bão vào, mai các trường nghỉ hết",  # a situation
        "24 giờ",  # the last point of a long clause
        "Hỏi cả phòng Ba điều lo lúc đầu giờ",  # the last question
    ):
        assert words in whole, words
    assert "Mang về" in told[-1]  # what stays on the wall while people leave
    assert "Chưa rõ nguồn thì chưa chia sẻ." in told[-1]
    # for the trainer alone; of no use to anybody
    for words in ("Người dẫn:", "Trả lời gọn", "Mục tiêu", "Lưu ý:", "(tiếp)", "phút"):
        assert words not in whole
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog.chieu", state="hidden")
    assert page.is_visible(".buoi-gio")


OVER = "box => box.children.length > 1 && box.scrollHeight > box.clientHeight + 1"


@pytest.mark.parametrize("path", [ARTICLE, "cong-van/"])
def test_what_is_on_a_screen_fits_it(visit: Any, path: str) -> None:
    """Only a part that is longer than the screen by itself may have to be scrolled."""
    page = opened(visit(WALL), path)
    for _ in screens(page):
        assert not asked(page, ".chieu-khung", OVER), place(page)


def test_a_question_waits_for_its_answer(visit: Any) -> None:
    page = opened(visit(WALL), "tap-huan/cau-hoi/dieu-cam-hom-nay/")
    page.keyboard.press("ArrowDown")
    options = page.locator(".chieu .cau-hoi-chon li").all_inner_texts()
    assert len(options) == 4
    assert all(len(option) > 5 for option in options)
    assert page.locator(".chieu .chieu-ro").count() == 0
    assert "Căn cứ:" not in seen(page)
    page.keyboard.press("PageDown")
    assert page.locator(".chieu .chieu-ro [data-dung]").count() == 1
    page.keyboard.press("PageDown")
    assert "Căn cứ:" in seen(page)
    while page.inner_text(".chieu-ten") == "Câu 1":
        page.keyboard.press("PageDown")
    assert page.inner_text(".chieu-ten") == "Câu 2"
    assert page.locator(".chieu .chieu-ro").count() == 0


LARGE = """(() => {
  const stage = document.querySelector(".chieu-khung")
  return [parseFloat(getComputedStyle(stage).fontSize),
          Math.max(stage.scrollHeight - stage.clientHeight - stage.scrollTop, 0),
          stage.children.length,
          document.querySelector(".chieu-con").checkVisibility()
            && document.querySelector(".chieu-con").textContent !== "",
          stage.scrollWidth - stage.clientWidth]
})()"""


@pytest.mark.parametrize("device", [WALL, OLD_WALL], ids=["16:9", "4:3"])
def test_each_step_of_larger_letters_is_seen_and_nothing_is_cut(
    visit: Any, device: dict[str, Any]
) -> None:
    """What has no more room flows on; what is longer than a screen is scrolled and says so. The
    first screen and the last, goals and questions stay whole, as large as their screen allows.
    """
    page = opened(visit(device), "tap-huan/15-phut/")
    plain = set(" ".join(to_the_end(page)).split())
    for at in (2, 4, 13, 17):  # a goal, a long clause, a list, the last screen
        for key in (*str(at), "Enter"):
            page.keyboard.press(key)
        sizes = [page.evaluate(LARGE)[0]]
        for key in "+++-----":
            page.keyboard.press(key)
            sizes.append(page.evaluate(LARGE)[0])
        assert sizes[:4] == sorted(sizes[:4])
        assert sizes[3:] == sorted(sizes[3:], reverse=True)
        assert len(set(sizes)) == 6 or at in (2, 17)
        assert sizes[-1] < sizes[0]
        page.keyboard.press("-")  # no smaller: told, and as it was
        assert "nhỏ nhất" in page.inner_text(".chieu-tin")
        assert page.evaluate(LARGE)[0] == sizes[-1]
        for key in "++":
            page.keyboard.press(key)
    for _ in range(3):
        page.keyboard.press("+")
    page.keyboard.press("Home")
    told: list[str] = []
    for text in screens(page):
        _, below, parts, says, across = page.evaluate(LARGE)
        assert across <= 1
        assert says == (below > 4)
        assert below <= 4 or parts == 1
        told.append(text)
    lost = plain - set(" ".join(told).split())
    # Larger letters need more screens: their count at the foot is another.
    assert {word for word in lost if not re.fullmatch(r"\d+/\d+", word)} == set()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("tap-huan/15-phut/", "Chiếu buổi này"),
        ("tap-huan/cau-hoi/hoc-sinh/", "Chiếu bộ câu hỏi này"),
        (ARTICLE, "Chiếu trang này"),
    ],
)
def test_what_projects_a_page_has_one_name(visit: Any, path: str, name: str) -> None:
    """On the page of a plan it is on the first screen of a phone, large enough for a thumb."""
    visitor = visit(PHONE)
    page = visitor.open(path)
    assert page.text_content(".chieu-mo").removesuffix(" c") == name
    here = page.locator(".chieu-day")
    if path == ARTICLE:
        assert here.count() == 0
        return
    assert here.inner_text() == name
    if "phut" in path:
        box = here.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < PHONE["viewport"]["height"] / 2  # type: ignore[index]
        assert box["height"] >= 44
        assert f"“{name}”" in page.inner_text(".buoi-viec")
        listed = visitor.open("tap-huan/").inner_text("article")
        for called in ("Chiếu buổi này", "Chiếu bộ câu hỏi này", "Chiếu trang này"):
            assert called in listed
        page = visitor.open(path)
    page.click(".chieu-day")
    page.wait_for_selector("dialog.chieu[open] .chieu-dem:not(:empty)")


def test_keys_pressed_while_it_comes_do_not_lose_the_place(visit: Any) -> None:
    page = visit(WALL).open("tap-huan/45-phut/")
    page.evaluate(
        """for (const key of ["c", "PageDown", "PageDown"]) document.body.dispatchEvent(
             window.last = new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}))"""
    )
    assert page.evaluate("last.defaultPrevented")
    page.wait_for_selector("dialog.chieu[open] .chieu-dem:not(:empty)")
    page.keyboard.press("PageDown")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog.chieu", state="hidden")
    assert page.evaluate("scrollY") == 0


def reopened(page: Any) -> str:
    """Where it is once it is there: before, while it waits for the whole screen, it has no count
    and has told nobody."""
    page.wait_for_selector("dialog.chieu[open] .chieu-dem:not(:empty)")
    return place(page)


@pytest.mark.parametrize("where", ["http", "disk"])
def test_nothing_loses_the_place(visit: Any, visit_disk: Any, where: str) -> None:
    visitor = (visit if where == "http" else visit_disk)(WALL)
    page = opened(visitor, "tap-huan/15-phut/" if where == "http" else "tap-huan/15-phut.html")
    for _ in range(6):
        page.keyboard.press("PageDown")
    was, text = place(page), seen(page)
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog.chieu", state="hidden")
    page.keyboard.press("C")  # Caps Lock
    assert (reopened(page), seen(page)) == (was, text)
    address = page.url
    page.go_back()  # leaves the projector, not the page
    page.wait_for_selector("dialog.chieu", state="hidden")
    assert page.url == address
    page.keyboard.press("F5")  # a clicker's start
    assert reopened(page) == was
    page.keyboard.press("F5")
    assert place(page) == was
    page.reload()
    assert (reopened(page), seen(page)) == (was, text)


def test_a_clicked_button_does_not_take_the_next_space(visit: Any) -> None:
    page = opened(visit(WALL), SITUATION)
    for _ in range(4):
        page.keyboard.press("PageDown")
    before = seen(page)
    box = page.locator(".chieu-nut:has-text('Lui')").bounding_box()
    assert box
    place = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(*place)  # brings the buttons
    page.mouse.click(*place)
    page.keyboard.press(" ")
    assert seen(page) == before
    page.mouse.click(3, 3)  # on the edge, where nothing takes the focus
    page.keyboard.press("Q")
    page.keyboard.press("PageUp")
    assert page.is_visible("dialog.chieu[open] .chieu-khung")


def test_a_broken_address_stops_nothing(visit: Any) -> None:
    page = opened(visit(WALL), f"{ARTICLE}#%E0%A4%A")
    assert page.inner_text(".chieu-ten").startswith("Điều 8")
