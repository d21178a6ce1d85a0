"""Pages that begin with their answer: what the first screen of a phone holds, folds, the filter."""

from __future__ import annotations

from typing import Any

import pytest
from browser.colours import IN_SCHEME
from browser.conftest import DESK, NARROW, PHONE, settled
from browser.page_types import shown
from building import Site
from playwright.sync_api import expect

CASE = "tinh-huong/noi-nang-ve-hieu-truong/"
FINES = "hom-nay/muc-phat/"
SCREEN = 740
MOST_SCREENS = {FINES: 6, "van-ban/luat-24-2018-qh14/dieu-8/": 6}
"""Pages on which everything stands at a glance; any page has twelve at most, unless unfolded."""
ANY_PAGE = 12
PARTS = 3
HEIGHT = "document.documentElement.scrollHeight"
# The lowest edge of what must be seen without scrolling, and what of it is missing.
FIRST_SCREEN = """() => {
  const wanted = ['h1', '.tl-cau', '.tl-nguon', '.tl-lo a'];
  if (document.querySelector('.tien')) wanted.push('.tien');
  const found = wanted.map(one => [one, document.querySelector(one)]);
  return {
    missing: found.filter(([, one]) => !one).map(([name]) => name),
    lowest: Math.max(...found.map(([, one]) => one ? one.getBoundingClientRect().bottom : 0)),
  };
}"""
# Sums that a browser broke over two lines, or that run out of their box.
BROKEN = """() => {
  const block = one => getComputedStyle(one.parentElement).display === 'inline'
    ? block(one.parentElement) : one.parentElement
  return [...document.querySelectorAll('.so')].filter(one => one.offsetParent &&
  (one.getClientRects().length > 1 && getComputedStyle(one).display === 'inline' ||
   one.scrollWidth > block(one).clientWidth + 1)).map(one => one.textContent)
}"""


def cases(site: Site) -> list[str]:
    return [path for path in site.pages if path.startswith("tinh-huong/") and path.count("/") == 2]


def test_the_first_screen_of_a_phone_answers(visit: Any, site: Site) -> None:
    """Title, answer, both sums with their provision, how sure, and the way to a slip."""
    visitor = visit(PHONE)
    found = {}
    for path in cases(site):
        visitor.page.goto(visitor.address + path, wait_until="load")
        found[path] = visitor.page.evaluate(FIRST_SCREEN)
    assert found
    assert {path: one["missing"] for path, one in found.items() if one["missing"]} == {}
    assert {path: one["lowest"] for path, one in found.items() if one["lowest"] > SCREEN} == {}


HOME_ROWS = ".md-content .hang.to a"
# What the first screen of a page holds: its answer, or rows to choose from, seen whole.
PROMISED = """() => {
  const seen = one => one && one.getBoundingClientRect().top >= 0 &&
    one.getBoundingClientRect().bottom <= innerHeight;
  return seen(document.querySelector('h1')) && seen(document.querySelector('.tl-cau'));
}"""


def test_each_row_of_the_home_page_leads_to_an_answer(visit: Any) -> None:
    """Not into the middle of a list: title and answer are on the screen that opens."""
    visitor = visit(PHONE)
    rows = visitor.open("").eval_on_selector_all(HOME_ROWS, "all => all.map(one => one.href)")
    assert len(rows) == 6
    missed = []
    for address in rows:
        visitor.page.goto(address, wait_until="load")
        if not visitor.page.evaluate(PROMISED):
            missed.append(address)
    assert missed == []


# Where today's provision is named, below the title of an article that has ended.
TODAY = ".dv-dieu > .d-noi a, .dv-dieu > .d-nay a"


def test_an_ended_article_says_on_the_first_screen_where_to_read_today(
    visit: Any, site: Site
) -> None:
    """On each article of another time that was compared with anything of today."""
    visitor = visit(PHONE)
    ended = [path for path in site.pages if _ended(site, path)]
    assert ended
    missed = {}
    for path in ended:
        visitor.page.goto(visitor.address + path, wait_until="load")
        first = visitor.page.locator(TODAY).first
        at = first.bounding_box() if first.count() else None
        if at is None or at["y"] + at["height"] > SCREEN:
            missed[path] = at
    assert missed == {}


def _ended(site: Site, path: str) -> bool:
    if "/dieu-" not in path:
        return False
    tree = site.tree(path)
    state = tree.xpath("//div[contains(@class, 'dv-dieu')]/@data-trang-thai")
    return state[:1] == ["het"] and bool(tree.xpath("//section//aside[@class='hom-nay']//a"))


# Lines of sums that do not say on one line whose each is and by which decree.
UNLABELLED = """() => [...document.querySelectorAll('.phat-dong')].filter(one => one.offsetParent &&
  (one.querySelectorAll('.phat-so').length !== 2 || !one.querySelector('.phat-theo').textContent ||
   Math.abs(one.querySelector('.phat-so').getBoundingClientRect().top -
            one.querySelectorAll('.phat-so')[1].getBoundingClientRect().top) > 2))
  .map(one => one.textContent)"""
# How far a column stands from its name.
ASIDE = """() => [0, 1].map(at => {
  const name = document.querySelectorAll('.phat-cot > span:not(:first-child)')[at];
  const sum = document.querySelector('.phat-dong').querySelectorAll('.phat-so')[at];
  return Math.round(Math.abs(name.getBoundingClientRect().left - sum.getBoundingClientRect().left));
})"""


@pytest.mark.parametrize("device", [PHONE, DESK])
def test_each_sum_says_whose_it_is_and_by_which_decree(visit: Any, device: Any) -> None:
    page = visit(device).open(FINES)
    assert page.evaluate(UNLABELLED) == []
    assert max(page.evaluate(ASIDE)) <= 8
    # the names of the columns stay in sight in the middle of a long table
    row = page.locator(".phat-viec").nth(4)
    row.evaluate("one => one.scrollIntoView({block: 'center'})")
    names = "one => one.closest('.phat').querySelector('.phat-cot').getBoundingClientRect().top"
    assert 0 <= row.evaluate(names) < SCREEN


# Sums that no few words stand before, and how far the whole reaches below its heading.
AT_A_GLANCE = """() => {
  const lines = [...document.querySelectorAll('#tin-gia-tin-sai ~ .phat .phat-dong')];
  const words = line => [...line.previousElementSibling.querySelectorAll(':scope > span')]
    .map(one => one.firstChild.textContent.trim().split(/ +/).length);
  const top = document.querySelector('#tin-gia-tin-sai').getBoundingClientRect().top;
  return {
    most: Math.max(...lines.map(line => Math.max(...words(line)))),
    least: Math.min(...lines.map(line => words(line).length)),
    lines: lines.length,
    reach: lines[lines.length - 1].getBoundingClientRect().bottom - top,
  };
}"""


@pytest.mark.parametrize("device", [PHONE, DESK])
def test_which_fine_is_for_which_false_news_is_read_at_a_glance(visit: Any, device: Any) -> None:
    """Each sum has its act above it, and one screen of a phone holds them all."""
    found = visit(device).open(FINES).evaluate(AT_A_GLANCE)
    assert found["lines"] == 5
    assert found["least"] >= 1
    assert found["most"] <= 12
    assert found["reach"] <= SCREEN


def test_the_sums_of_a_page_lead_to_what_tells_them_apart(visit: Any) -> None:
    page = visit(PHONE).open("tinh-huong/lo-chia-se-tin-sai/")
    page.locator(".tien-dau a").click()
    settled(page)
    assert page.url.endswith(f"{FINES}#tin-gia-tin-sai")
    assert page.locator(".phat-khi").first.is_visible()


# How far a sum stands from the name of its column, and how much shorter than its box a row is.
APART = """() => [
  document.querySelector('.tien-o + .an + .tien-o, .tien-o ~ .tien-o').getBoundingClientRect().left
    - document.querySelectorAll('.tien-cot > span')[1].getBoundingClientRect().left,
  document.querySelector('.tien').clientWidth - document.querySelector('.tien-dong').offsetWidth,
].map(Math.abs)"""


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_sums_stand_below_the_name_of_their_column(visit: Any, width: int) -> None:
    page = visit({"viewport": {"width": width, "height": 800}}).open("hom-nay/tin-gia/")
    assert max(page.evaluate(APART)) <= 8


@pytest.mark.parametrize("path", MOST_SCREENS)
def test_what_is_looked_up_takes_few_screens(visit: Any, path: str) -> None:
    page = visit(PHONE).open(path)
    assert page.evaluate(HEIGHT) <= MOST_SCREENS[path] * SCREEN


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_is_longer_than_a_thumb_will_go(visit: Any, site: Site, part: int) -> None:
    """The longest of each folder, by their files: what a reader unfolds does not count."""
    visitor = visit(PHONE)
    heights = {}
    for path in longest(site)[part::PARTS]:
        visitor.page.goto(visitor.address + path, wait_until="load")
        heights[path] = visitor.page.evaluate(HEIGHT)
    assert {path: one for path, one in heights.items() if one > ANY_PAGE * SCREEN} == {}


def longest(site: Site) -> list[str]:
    """Of each folder of pages, the five whose words outside folds are most."""
    folders: dict[str, list[tuple[int, str]]] = {}
    for path in shown(site):
        main = site.tree(path).xpath("//main")
        if main:
            words = "".join(main[0].xpath(".//text()[not(ancestor::details)]"))
            folders.setdefault(path.split("/")[0], []).append((len(" ".join(words.split())), path))
    return [path for pages in folders.values() for _, path in sorted(pages)[-5:]]


@pytest.mark.parametrize("device", [PHONE, NARROW, DESK])
@pytest.mark.parametrize("path", [CASE, FINES])
def test_no_sum_breaks(visit: Any, path: str, device: Any) -> None:
    page = visit(device).open(path)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert page.evaluate("document.querySelectorAll('.so').length") > 1
    assert page.evaluate(BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [CASE, FINES])
def test_axe(visit: Any, path: str, scheme: str) -> None:
    page = visit(PHONE, scheme).open(path)
    found = IN_SCHEME[scheme]
    assert found(page) == []
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert found(page) == []


def test_a_link_into_a_fold_opens_it(visit: Any) -> None:
    page = visit(PHONE).open(CASE)
    fold = page.locator("#can-cu")
    assert fold.get_attribute("open") is None
    page.locator(".tl-nguon a").click()
    expect(fold).to_have_attribute("open", "")
    # closed again by hand, the same link opens it again though the address stays
    fold.locator("summary").click()
    expect(fold).not_to_have_attribute("open", "")
    page.locator(".tl-nguon a").click()
    expect(fold).to_have_attribute("open", "")


@pytest.mark.parametrize(
    ("path", "anchor"),
    [
        (CASE, "khi-cong-van-ban-hanh-11-2019"),
        (CASE, "co-the-cham-toi-dieu-nao"),  # a heading that had another name
        (FINES, "tin-dang-va-loi-noi"),
        (FINES, "xem-nhanh-nhung-muc-hay-duoc-hoi"),
        (FINES, "muc-ghi-trong-nghi-dinh-la-cua-ai"),
    ],
)
def test_an_address_of_before_still_lands(visit: Any, path: str, anchor: str) -> None:
    page = visit(PHONE).open(f"{path}#{anchor}")
    top = page.evaluate(f"document.getElementById('{anchor}').getBoundingClientRect().top")
    assert 0 <= top < SCREEN
    closed = page.locator(f"details:not([open]) #{anchor}")
    assert closed.count() == 0


@pytest.mark.parametrize("typed", ["tin sai", "tin sai ", "Tin  SAI", "tin đồn", "tin don"])
def test_fines_are_found_by_the_words_people_use(visit: Any, typed: str) -> None:
    page = visit(PHONE).open(FINES)
    rows = page.locator(".phat-viec")
    every = rows.count()
    page.locator("#phat-tim").fill(typed)
    settled(page)
    seen = [row for row in rows.all() if row.is_visible()]
    assert 0 < len(seen) < every
    assert any("tin sai" in (row.text_content() or "").lower() for row in seen)
    assert page.locator(".phat-dem").text_content() == f"{len(seen)} việc"


def test_a_word_that_no_act_has_says_so_and_an_empty_field_shows_all(visit: Any) -> None:
    page = visit(PHONE).open(FINES)
    field, rows = page.locator("#phat-tim"), page.locator(".phat-viec:visible")
    whole = rows.count()
    field.fill("xyz")
    assert rows.count() == 0
    assert "Không có việc nào khớp" in (page.locator(".phat-dem").text_content() or "")
    # an act in a fold is shown by opening it
    field.fill("ghi am")
    assert rows.count() >= 1
    field.fill("")
    assert rows.count() >= whole


def test_without_script_all_is_there(chromium: Any, address: str) -> None:
    context = chromium.new_context(**PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + FINES)
    assert not page.locator(".phat-loc").is_visible()
    assert page.locator(".phat-viec").first.is_visible()
    first = page.locator(".phat-viec").first
    first.locator("summary").click()
    assert first.locator(".phat-ra").is_visible()
    context.close()


def test_paper_opens_every_fold(visit: Any) -> None:
    page = visit(DESK).open(CASE)
    closed = page.locator(".md-content details.gap:not([open])")
    assert closed.count() > 1
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert closed.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert closed.count() > 1
