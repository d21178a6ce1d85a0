"""A letter pasted into a page is judged there as ``hooks cite`` judges it, and never leaves it."""

from __future__ import annotations

import argparse
import io
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from browser.axe import violations
from browser.conftest import DESK, PHONE, Contexts, Visitor, served, until, visits
from browser.place import NEWS, Place, wait_for_start
from browser.servers import REAL
from building import ROOT, Site, build, copy_invented
from playwright.sync_api import Browser, Page, Route, expect
from vanban.commands import cite
from vanban.features.draft.shipped import PACKAGE
from vanban.project import open_project
from vanban.publish.hosting import POLICY, WORKER_POLICY

PAGE = "gioi-thieu/xet-cong-van/"
SHORT = "Điều 7 Luật Thử nghiệm năm 2023"
READY = 150_000
"""Milliseconds for the engine to come and to begin, on a machine with much to do."""
HEARD = """
window.heard = []
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given)
    this.addEventListener("message", ({ data }) => window.heard.push(data))
  }
}
"""
LED = """to => {
  const link = Object.assign(document.createElement('a'), {href: to})
  document.body.append(link)
  link.click()
  document.body.click()
}"""
"""Follows a link, and clicks beside it before that has led anywhere."""
DATED = "Số: 12/STN-VP\nThử Nghiệm, ngày 20 tháng 5 năm 2025\n\nKính gửi: Các phòng.\n\n"
LETTERS = {
    "of every kind": DATED
    + "1. Theo khoản 1 Điều 7 Luật Thử nghiệm năm 2023.\n"
    + "2. Theo điểm a khoản 1 Điều 5 Luật Thử nghiệm năm 2012; khoản 9 Điều 7 Luật ấy.\n\n"
    + "Điều 1 Thông tư 66/2025/TT-BTN, Luật Trẻ em, Nghị định số 72/2013/NĐ-CP.",
    "ambiguous": "Theo khoản 1 Điều 3 và Luật Thử nghiệm; khoản 2 Nghị định 44/2024.",
    "hostile": DATED
    + '<img src=x onerror="window.hit=1"> theo khoản 1 Điều 7 Luật Thử nghiệm năm 2023</li>'
    + "<script>window.hit=1</script> Nghị định 33/2014/NĐ-CP<b onclick=alert(1)> ${1} {{1}} \\n",
    "a day left blank": "Thử Nghiệm, ngày   tháng   năm 2025\n\nTheo Điều 7 Luật Thử nghiệm.",
    "odd letters": "👩‍🏫 Theo Điều\u00a07 Lua\u0323\u0302t Thử nghiệm năm 2023 \U0001f600 Điều 5.",
    "nothing": "Không có gì để xét ở đây.",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented project with the page of the real one, and Pyodide beside it."""
    assert (ROOT / PACKAGE).is_dir(), "chưa có Pyodide: chạy python hooks judge-page"
    made = copy_invented(tmp_path_factory.mktemp("judge") / "project")
    page = made / "docs" / f"{PAGE.rstrip('/')}.md"
    shutil.copy2(ROOT / "docs" / page.relative_to(made / "docs"), page)
    words = page.read_text("utf-8").partition("## Xét bằng lệnh")[0]  # which links elsewhere
    page.write_text(words, "utf-8")
    with (made / "dia-chi.txt").open("a", encoding="utf-8") as ledger:
        ledger.write(f"{PAGE}\n")
    (made / "pyodide").symlink_to(ROOT / "pyodide", target_is_directory=True)
    return made


@pytest.fixture(scope="module")
def judging(project: Path) -> Site:
    done = build(project, project.parent / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(project.parent / "site")


@pytest.fixture(scope="module")
def contexts(chromium: Browser, judging: Site) -> Iterator[Contexts]:
    for address in served(judging.root):
        yield Contexts(chromium, address)


@pytest.fixture
def visit(contexts: Contexts) -> Iterator[Any]:
    yield from visits(contexts)


def opened(visitor: Visitor) -> Page:
    visitor.page.add_init_script(HEARD)
    return visitor.open(PAGE)


def press(page: Page, text: str, day: str = "") -> None:
    page.evaluate("text => { document.querySelector('.xet textarea').value = text }", text)
    page.fill(".xet input", day)
    page.click(".xet button >> nth=0")


def judge(page: Page, text: str, day: str = "") -> list[dict[str, Any]]:
    """What the page was told of each citation of a letter, in the order it shows them."""
    before = page.evaluate("window.heard.length")
    press(page, text, day)
    page.wait_for_selector(".xet-ket h2", timeout=READY)
    (answer,) = [one["found"] for one in page.evaluate(f"heard.slice({before})") if "found" in one]
    found: list[dict[str, Any]] = answer["tim-thay"]
    return found


def test_a_letter_goes_over_a_reload_that_the_site_makes_and_no_other(
    chromium: Browser, judging: Site, tmp_path: Path
) -> None:
    place = Place(judging, tmp_path)
    context = chromium.new_context(**PHONE, locale="vi-VN")
    page = context.new_page()
    page.goto(place.address)
    wait_for_start(page)
    page.goto(place.address + PAGE)
    place.publish(changed=(PAGE,))
    page.fill(".xet textarea", SHORT)
    page.fill(".xet input", "2025-05-20")
    other = context.new_page()
    other.goto(place.address)
    other.locator(".ban-moi").get_by_role("button", name="Tải lại").tap()
    bar = page.locator(".ban-moi")
    expect(bar).to_contain_text("Trang này của bản trước")
    bar.get_by_role("button", name="Tải lại").tap()
    expect(page.get_by_text(NEWS)).to_be_visible()
    expect(page.locator(".xet textarea")).to_have_value(SHORT)
    expect(page.locator(".xet input")).to_have_value("2025-05-20")
    assert page.evaluate("sessionStorage.getItem('vanban.cong-van-dang-xet')") is None
    page.reload()
    expect(page.locator(".xet textarea")).to_have_value("")
    context.close()
    place.off()


def test_a_letter_is_there_again_for_who_followed_what_was_found(visit: Any) -> None:
    """“Back” to a page that the browser had not kept: the field was empty."""
    page = opened(visit(DESK))
    page.fill(".xet textarea", SHORT)
    page.fill(".xet input", "2025-05-20")
    page.click(".xet button >> nth=0")
    page.wait_for_selector(".xet-ket h2", timeout=READY)
    page.locator(".xet-ket a").first.click()
    page.wait_for_url(lambda url: PAGE not in url)
    page.go_back()
    expect(page.locator(".xet textarea")).to_have_value(SHORT)
    expect(page.locator(".xet input")).to_have_value("2025-05-20")
    kept = "sessionStorage.getItem('vanban.cong-van-dang-xet')"
    until(page, f"{kept} === null")
    page.reload()
    expect(page.locator(".xet textarea")).to_have_value("")


def test_a_letter_is_there_again_for_who_looked_at_another_page(visit: Any) -> None:
    """By any way that the page has: its menu, its foot, the one box."""
    page = opened(visit(DESK))
    kept = "sessionStorage.getItem('vanban.cong-van-dang-xet')"
    for way in (".chan a", "header a"):
        page.fill(".xet textarea", SHORT)
        page.locator(way).first.click()
        page.wait_for_url(lambda url: PAGE not in url)
        page.go_back()
        expect(page.locator(".xet textarea")).to_have_value(SHORT)
        until(page, f"{kept} === null")
    # A place on the page is no other page, and a reader's own reload takes the letter away.
    page.locator("a[href^='#']").first.evaluate("one => one.click()")
    page.reload()
    expect(page.locator(".xet textarea")).to_have_value("")


@pytest.mark.parametrize("rubbish", ["{", "null", "7", '{"a":1}', "[[], {}]"])
def test_whatever_was_kept_of_a_letter_the_page_opens(visit: Any, rubbish: str) -> None:
    visitor = visit(DESK)
    visitor.page.add_init_script(
        f"sessionStorage.setItem('vanban.cong-van-dang-xet', {json.dumps(rubbish)})"
    )
    expect(visitor.open(PAGE).locator(".xet")).to_be_visible()


@dataclass(frozen=True)
class Ready:
    """A page with the engine in it, which is dear; and what was asked of the server for it.

    ``loading`` was asked after the button was pressed, ``policies`` are those of all answers.
    """

    page: Page
    address: str
    loading: tuple[str, ...]
    policies: dict[str, str | None]


@pytest.fixture(scope="module")
def ready(contexts: Contexts) -> Iterator[Ready]:
    asked: list[Any] = []
    for visit in visits(contexts):
        visitor = visit(DESK)
        visitor.page.on("response", lambda one: asked.append(one))
        page = opened(visitor)
        first = len(asked)
        judge(page, SHORT)
        page.wait_for_timeout(100)
        told = {one.url: one.headers.get("content-security-policy") for one in asked}
        # what pages ask of the offline copy, whatever the reader does, is no part of this;
        # nor is the icon, which the browser fetches when it finds the time
        others = ("/sw.js", "/ngoai-tuyen/", "/assets/javascripts/", "/assets/images/favicon")
        mine = [one for one in asked[first:] if not any(other in one.url for other in others)]
        loading = [f"{one.request.method} {one.url}" for one in mine]
        yield Ready(page, visitor.address, tuple(loading), told)


@pytest.fixture(scope="module")
def command(project: Path) -> Callable[..., str]:
    """What ``hooks cite`` says of a text on standard output."""
    read = open_project(project)
    letter = project.parent / "letter.txt"
    commands = argparse.ArgumentParser()
    cite.add(commands.add_subparsers())

    def run(text: str, *options: str) -> str:
        letter.write_text(text, "utf-8")
        told = io.StringIO()
        with redirect_stdout(told), redirect_stderr(io.StringIO()):
            cite.run(commands.parse_args(["cite", str(letter), *options]), lambda: read)
        return told.getvalue()

    return run


@pytest.mark.parametrize("day", ["", "2020-01-01"])
@pytest.mark.parametrize("name", LETTERS)
def test_it_says_what_the_command_says(
    ready: Ready, command: Callable[..., str], name: str, day: str
) -> None:
    """Field by field, and in its words; from here on nothing is fetched, and nothing is sent."""
    text, page = LETTERS[name], ready.page
    options = ["--as-of", day] if day else []
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    found = judge(page, text, day)
    told = json.loads(command(text, "--json", *options))
    assert sorted((one["json"] for one in found), key=lambda one: one["start"]) == told
    assert bool(told) is (name != "nothing")
    shown = page.inner_text(".xet-ket")
    for line in command(text, *options).splitlines()[1:]:
        assert line.strip() in shown or " · dòng " in line  # a head is shown in parts
    assert asked == []
    assert page.locator(".xet-ket :is(img, script, b[onclick])").count() == 0
    assert page.evaluate("window.hit") is None
    assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []


def test_links_lead_to_the_provisions(ready: Ready, judging: Site) -> None:
    page = ready.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(color_scheme="dark")
    judge(page, LETTERS["of every kind"])
    assert page.evaluate("document.activeElement.textContent") == "Kết quả"
    led = "all => all.map(one => one.pathname + one.hash)"
    addresses = page.eval_on_selector_all(".xet-ket a", led)
    assert "/van-ban/luat-22-2023-qh15/dieu-7/#dieu-7-khoan-1" in addresses
    for address in addresses:
        path, _, anchor = address[1:].partition("#")
        assert not anchor or anchor in judging.ids(path), address
    assert page.locator(".xet-ds .tt[data-trang-thai=het] .tt-dau").first.inner_text() == "■"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page) == []


def test_candidates_are_told_the_likelier_first(ready: Ready) -> None:
    found = judge(ready.page, LETTERS["ambiguous"])
    expected = [len(one["json"]["candidates"]) for one in found if one["json"]["candidates"]]
    assert expected
    lists = ready.page.locator(".xet-ds ol").all()
    assert [one.locator("a").count() for one in lists] == expected


def test_what_is_fetched_and_by_whom(ready: Ready) -> None:
    """Nothing before the button is pressed; and only the worker may run WebAssembly."""
    folders = tuple(f"GET {ready.address}assets/{name}." for name in ("pyodide", "xet"))
    assert ready.loading
    assert [one for one in ready.loading if not one.startswith(folders)] == []
    before = [url for url in ready.policies if f"GET {url}" not in ready.loading]
    assert not [url for url in before if f"GET {url}".startswith(folders)]
    wide = [url for url, said in ready.policies.items() if said == WORKER_POLICY]
    assert [url.rpartition("/")[2] for url in wide] == ["worker.js"]
    assert ready.policies[ready.address + PAGE] == POLICY


def test_a_long_letter_leaves_the_page_alive_and_can_be_stopped(ready: Ready) -> None:
    page = ready.page
    page.evaluate("window.beats = 0; setInterval(() => window.beats++, 20)")
    press(page, LETTERS["of every kind"] * 900)
    until(page, "window.beats > 3")
    assert page.locator(".xet-ket h2").count() == 0  # it is still at work
    page.get_by_role("button", name="Dừng").click()
    assert page.inner_text(".xet-tin").startswith("Đã dừng.")
    assert page.evaluate("document.activeElement.textContent") == "Xét công văn"


def test_an_empty_field(visit: Any) -> None:
    page = opened(visit(PHONE))
    page.click(".xet button >> nth=0")
    assert "dán công văn" in page.inner_text(".xet-tin")
    assert page.evaluate("document.activeElement.id") == "xet-thu"


@pytest.mark.parametrize("lost", ["**/kho.json", "**/pyodide.js", "**/worker.js"])
def test_what_did_not_come_is_told(visit: Any, lost: str) -> None:
    """The letter stays in its field, and the button begins anew."""
    visitor = visit(DESK)
    # Before the page is there: one that is open may ask once more past a route that comes now.
    visitor.page.route(lost, lambda route: route.abort())
    page = opened(visitor)
    press(page, SHORT)
    until(page, "document.querySelector('.xet-tin').textContent.startsWith('Chưa tải được')")
    assert page.input_value(".xet textarea") == SHORT
    assert page.locator(".xet button >> nth=0").is_enabled()
    visitor.under_way.clear()  # what the worker had asked for when it was ended
    visitor.complaints.clear()


def test_a_server_or_a_browser_that_does_not_let_it_run(visit: Any) -> None:
    """Under the policy of pages no WebAssembly runs: as in a browser that is too old."""

    def strict(route: Route) -> None:
        answer = route.fetch()
        said = {**answer.headers, "content-security-policy": POLICY}
        route.fulfill(response=answer, headers=said)

    visitor = visit(DESK)
    asked: list[str] = []
    visitor.page.route("**/worker.js", strict)  # before the page is there: see above
    page = opened(visitor)
    page.on("request", lambda request: asked.append(request.url))
    press(page, SHORT)
    until(page, "document.querySelector('.xet-tin').textContent.includes('Chrome 97')")
    assert len(asked) == 1  # nothing big is fetched in vain
    visitor.complaints.clear()


@pytest.mark.parametrize("server", REAL)
def test_a_real_server(server: str, chromium: Browser, judging: Site, tmp_path: Path) -> None:
    """With the settings that the project hands out, and with pages kept for reading offline."""
    with REAL[server](judging.root, tmp_path) as address:
        for visit in visits(Contexts(chromium, address, keeps=True)):
            visitor = visit(DESK)
            answer = visitor.page.goto(address + PAGE)
            assert answer is not None
            assert answer.headers["content-security-policy"] == POLICY
            visitor.page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
            page = opened(visitor)
            with page.expect_response("**/*.wasm", timeout=READY) as heavy:
                assert judge(page, SHORT)
            assert heavy.value.headers["content-encoding"] in ("gzip", "zstd")


def test_no_list_for_reading_offline_names_it(judging: Site) -> None:
    lists = "".join(file.read_text("utf-8") for file in (judging.root / "ngoai-tuyen").iterdir())
    assert "javascripts/page." in lists
    assert "assets/pyodide" not in lists
    assert "worker.js" not in lists


def test_a_site_without_it_says_so(builds: Any) -> None:
    """Neither the page nor any folder of it is there where Pyodide was not installed."""
    site = Site(builds.good("plain"))
    (words,) = site.tree(PAGE).xpath("//p[b[contains(., 'không mang phần xét')]]")
    assert "lệnh" in words.text_content()
    assert not site.tree(PAGE).xpath("//form[@class='xet']")
    assert not list(site.root.glob("assets/pyodide*"))
    assert "wasm" not in (site.root / "_headers").read_text("utf-8")


def test_a_letter_is_there_again_however_its_page_was_left(visit: Any) -> None:
    """Browsers that keep no left page; phones that end one which is not looked at."""
    visitor = visit(DESK)
    visitor.open("")
    page = visitor.open(PAGE)
    kept = "sessionStorage.getItem('vanban.cong-van-dang-xet')"
    letter = page.locator(".xet textarea")
    letter.fill(SHORT)
    # To where the reader came from, and forward again.
    page.go_back()
    page.go_forward()
    expect(letter).to_have_value(SHORT)
    # A link that is slow to lead, and a click beside it meanwhile; a link to this very page.
    for to in ("../", "./"):
        with page.expect_navigation():
            page.evaluate(LED, to)
        if to == "../":
            page.go_back()
        expect(letter).to_have_value(SHORT)
    # Out of sight it is kept, in sight it is not.
    for hidden in (True, False):
        page.evaluate(
            """hidden => {
              Object.defineProperty(document, 'hidden', {get: () => hidden, configurable: true})
              document.dispatchEvent(new Event('visibilitychange'))
            }""",
            hidden,
        )
        assert (page.evaluate(kept) is not None) == hidden
