"""Under the policy that servers send, nothing is refused and nothing that a reader uses is lost.

All tests of this folder are served with it (``conftest.Handler``). These walk the invented project,
where every kind of page is near, and on the real servers that the machine has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import DESK, Contexts, Visitor, served, settled, until, visits
from browser.page_types import one_of_each_kind
from browser.servers import REAL
from building import Site, build, copy_invented
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from vanban.publish.hosting import POLICY

HEARD = """
window.refused = []
addEventListener("securitypolicyviolation", event => {
  window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
})
"""
PLAN = "tap-huan/buoi-10/"
SITUATION = "tinh-huong/do-mau/"
ARTICLE = "van-ban/luat-11-2012-qh13/dieu-5/"


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("policy")
    project = copy_invented(folder / "project")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    # The page for lost readers names its files from the root of the host.
    settings = settings.replace("thu.example.vn/kho/", "thu.example.vn/")
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    done = build(project, folder / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(folder / "site")


@pytest.fixture(scope="module")
def address(invented: Site) -> Iterator[str]:
    """The invented site, served with what it says in ``_headers``."""
    yield from served(invented.root)


@pytest.fixture(scope="module")
def contexts(chromium: Browser, address: str) -> Contexts:
    return Contexts(chromium, address)


@pytest.fixture
def visit(contexts: Contexts) -> Iterator[Callable[..., Visitor]]:
    """A visitor who hears of whatever the policy refuses; at the end it has refused nothing."""
    yield from listeners(contexts)


@pytest.fixture
def keeping(chromium: Browser, address: str) -> Iterator[Callable[..., Visitor]]:
    """The same in a browser that keeps the pages it sees, and all the others with them."""
    yield from listeners(Contexts(chromium, address, keeps=True))


def listeners(contexts: Contexts) -> Iterator[Callable[..., Visitor]]:
    made: list[Visitor] = []
    for start in visits(contexts):

        def listening(start: Any = start, clock: bool = False) -> Visitor:
            visitor: Visitor = start(DESK, clock=clock)
            visitor.page.add_init_script(HEARD)
            made.append(visitor)
            return visitor

        yield listening
        for visitor in made:
            assert refused(visitor.page) == []


def refused(page: Page) -> list[str]:
    return [str(one) for one in page.evaluate("window.refused || []")]


def test_the_policy_is_in_force(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    answer = visitor.page.goto(visitor.address)
    assert answer is not None
    assert answer.headers["content-security-policy"] == POLICY
    page = settled(visitor.page)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\\'color:red\\'>')")
    until(page, "window.refused.length")
    assert "style-src" in refused(page)[0]
    page.evaluate("window.refused = []")
    visitor.complaints.clear()


def test_every_kind_of_page(keeping: Callable[..., Visitor], invented: Site) -> None:
    visitor = keeping()
    for path in one_of_each_kind(invented):
        page = visitor.open(path)
        assert refused(page) == [], path
        assert page.locator("html.no-js").count() == 0, path


@pytest.mark.parametrize("server", REAL)
def test_a_real_server(server: str, chromium: Browser, invented: Site, tmp_path: Path) -> None:
    """With the settings that the project hands out: pages, search, the copy for reading offline."""
    with REAL[server](invented.root, tmp_path) as address:
        for visit in listeners(Contexts(chromium, address)):
            test_the_policy_is_in_force(visit)
            for path in ("", "cong-van/", ARTICLE, PLAN, "khong-co/"):
                visitor = visit()
                page = visitor.open(path)
                assert refused(page) == [], path
                if path == "khong-co/":
                    assert page.title().startswith("Kho thử")
                    visitor.complaints.clear()
            test_search(visit)
            test_projector(visit, "")
        for keeping in listeners(Contexts(chromium, address, keeps=True)):
            page = keeping().open(SITUATION)
            page.evaluate("navigator.serviceWorker.ready.then(() => 1)")


def test_small_pages_have_their_colours(visit: Callable[..., Visitor], invented: Site) -> None:
    """A page that lets choose between several places, outside the theme."""
    path = next(
        path
        for path in invented.pages
        if path.endswith("nay/") and "small-page" in invented.file(path).read_text("utf-8")
    )
    page = visit().open(path)
    assert page.eval_on_selector("body", "body => getComputedStyle(body).borderTopWidth") == "4px"


def test_search(visit: Callable[..., Visitor]) -> None:
    page = visit().open("")
    page.fill(".tim-nha input", "do mau")
    page.wait_for_selector(".tim-nha [role=option]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tinh-huong/do-mau/**")


def test_a_question_in_the_address(visit: Callable[..., Visitor]) -> None:
    page = visit().open("tinh-huong/?nhom=hoc-sinh")
    assert page.locator("#th-nhom").input_value() == "hoc-sinh"
    assert page.locator(".th-nhom li:visible").count() == 2


@pytest.mark.parametrize("hash", ["", "#%E0%A4%A", "#khong-co"])
def test_projector(visit: Callable[..., Visitor], hash: str) -> None:  # noqa: A002
    page = visit().open(SITUATION + hash)
    page.keyboard.press("c")
    page.wait_for_selector("dialog.chieu[open] .chieu-dem:not(:empty)")
    styled = "box => getComputedStyle(box).position"
    assert page.eval_on_selector("dialog.chieu", styled) == "fixed"


def test_hand_out(visit: Callable[..., Visitor]) -> None:
    page = visit().open("tap-huan/phieu/#k=tn12/5/1/dd,~do-mau")
    page.wait_for_selector(".phieu-giay > *")
    assert page.locator(".phieu-ten a").count() == 2
    until(page, "[...document.images].every(one => one.complete && one.naturalWidth)")


def test_quiz(visit: Callable[..., Visitor]) -> None:
    page = visit().open("tap-huan/cau-hoi/phong-thu/")
    page.click("section.cau-hoi li[data-dung] > button >> nth=0")
    assert "✓ Đúng" in (page.locator(".ch-ket").first.text_content() or "")


def test_preview(visit: Callable[..., Visitor]) -> None:
    page = visit(clock=True).open(SITUATION)
    page.locator("a[href*='dieu-7/#']:visible").first.focus()
    page.clock.fast_forward(2000)
    page.wait_for_selector(".xt:visible")


def test_colours_are_remembered(visit: Callable[..., Visitor]) -> None:
    page = visit().open("")
    page.click(".dau-menu > summary")
    page.click(".menu-nen")
    settled(page).reload()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_paper(visit: Callable[..., Visitor], tmp_path: Path) -> None:
    page = visit().open(ARTICLE)
    page.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)
    for sheet in PdfReader(tmp_path / "a.pdf").pages:
        assert "hếthiệulựctừ01/01/2024·kiểmtrangày20/5/2025" in "".join(
            sheet.extract_text().split()
        )


def test_a_letter_has_its_notes_beside_it(visit: Callable[..., Visitor]) -> None:
    """Each beside its item, or right below the note before it, where that one is longer."""
    page = visit().open("cong-van/")
    free = 0.0
    for item in ("muc-1", "muc-2"):
        text = page.locator(f"#{item}").bounding_box()
        card = page.locator(f".cv-the:has(a[href='#{item}'])").bounding_box()
        assert text is not None
        assert card is not None
        assert abs(max(text["y"], free) - card["y"]) < 40
        assert card["x"] > text["x"] + text["width"] / 2
        free = card["y"] + card["height"]
