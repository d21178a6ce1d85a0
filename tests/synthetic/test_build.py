"""The invented project built for real: what only the templates and the builder's events add."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from building import Builds, Site, text_of
from pptx import Presentation
from synthetic.pages import ROOT, SITE
from vanban.publish.digests import digest

CHECKED = "20/5/2025"
PROJECTED = ["cong-van/", "hom-nay/muc-phat/", "tinh-huong/do-mau/", "tap-huan/buoi-10/"]
PROJECTED += ["tap-huan/cau-hoi/phong-thu/", "van-ban/luat-11-2012-qh13/dieu-5/"]
PROJECTED += [f"van-ban/ke-hoach-8-kh-ptn-2025/{page}" for page in ("", "muc-1/", "noi-quy/")]
NOT_PROJECTED = [
    "",
    "tra-cuu/thuat-ngu/",
    "tinh-huong/",
    "tap-huan/",
    "tap-huan/phieu/",
    "van-ban/",
]
NOT_PROJECTED += ["van-ban/luat-11-2012-qh13/", "gioi-thieu/", "hom-nay/", "tap-huan/cau-hoi/"]


@pytest.fixture(scope="session")
def built(builds: Builds) -> Site:
    return Site(builds.good("synthetic"))


def meta(site: Site, path: str, name: str) -> str:
    return "".join(site.tree(path).xpath(f"//meta[@name='{name}' or @property='{name}']/@content"))


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("", "Kho thử"),
        ("hom-nay/muc-phat/", "Mức phạt trong phòng thử · Kho thử"),
        ("cong-van/", "Công văn phòng thử · Kho thử"),
        # an article says of which law it is, a law does not say its name twice
        (
            "van-ban/luat-11-2012-qh13/dieu-23dd/",
            "Điều 23đ. Phòng chính · Luật Thử nghiệm năm 2012 · Kho thử",
        ),
        ("van-ban/luat-22-2023-qh15/", "Luật Thử nghiệm năm 2023 (22/2023/QH15) · Kho thử"),
    ],
)
def test_titles(built: Site, path: str, title: str) -> None:
    assert "".join(built.tree(path).xpath("//head/title/text()")) == title
    assert meta(built, path, "og:title") == title.removesuffix(" · Kho thử")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            "van-ban/nghi-dinh-44-2024-nd-cp/",
            "Nghị định 44/2024/NĐ-CP, còn hiệu lực một phần. Xử phạt",
        ),
        ("cong-van/muc-2/", "Mục 2 nhắc hai khoản và một nghị định"),
        # a page with an answer says the answer
        ("hom-nay/", "Mức phạt ghi ở trang bên cạnh."),
    ],
)
def test_descriptions(built: Site, path: str, words: str) -> None:
    assert meta(built, path, "description").startswith(words)
    assert meta(built, path, "og:description") == meta(built, path, "description")


@pytest.mark.parametrize("path", PROJECTED + NOT_PROJECTED)
def test_what_is_read_aloud_can_be_projected(built: Site, path: str) -> None:
    buttons = built.tree(path).xpath("//button[@class='chieu-mo']")
    assert [button.get("data-kiem-tra") for button in buttons] == [CHECKED] * (path in PROJECTED)
    assert all(button.get("data-qr") is not None for button in buttons)


def test_every_page_says_when_it_was_checked(built: Site) -> None:
    for path in built.pages:
        if path.endswith("/") and not built.tree(path).xpath("//meta[@content='noindex']"):
            foot = text_of(built.tree(path).xpath("//footer")[-1])
            assert re.search(r"kiểm tra ngày 20/0?5/2025\b", foot), path
            (printed,) = built.tree(path).xpath("//footer/@data-in-chan")
            assert CHECKED in printed, path


def test_previews_stand_in_the_page(built: Site) -> None:
    (block,) = built.tree("van-ban/luat-11-2012-qh13/dieu-5/").xpath(
        "//script[@id='xt-du-lieu']/text()"
    )
    rows = json.loads(block)
    assert rows["luat-22-2023-qh15#dieu-7-khoan-2"][3] == "con"
    assert built.tree("tra-cuu/").xpath("//script[@id='xt-du-lieu']") == []


def test_slides_lie_beside_their_plan(built: Site) -> None:
    # A plan without words for its cover has its title there.
    for name, title in (("buoi-5", "Buổi năm phút"), ("buoi-10", "Luật cũ, luật mới")):
        folder = built.root / "tap-huan" / name
        (link,) = built.tree(f"tap-huan/{name}/").xpath("//a[contains(@href, '.pptx')]/@href")
        deck = Presentation(io.BytesIO((folder / link.partition("?")[0]).resolve().read_bytes()))
        assert deck.slides[0].shapes.title.text == title
        assert deck.core_properties.author == "Kho thử"


@pytest.mark.parametrize("path", ["tn12/5/1/dd/", "tn12/", "congvan/", "tn12/5/1/dd/nay/"])
def test_short_addresses_have_their_page_and_code(built: Site, path: str) -> None:
    assert meta(built, path, "og:url") == SITE + path
    assert (built.root / path / "qr.svg").exists() == (not path.endswith("nay/"))


def test_lists_for_the_scripts(built: Site) -> None:
    folder = built.root / "assets" / "javascripts"
    search = next(folder.glob("search-provisions.*.js")).read_text(encoding="utf-8")
    handout = next(folder.glob("handout-data.*.js")).read_text(encoding="utf-8")
    assert '"goi":"Luật Thử nghiệm năm 2012"' in search
    part = next(folder.glob("phieu/tn12.*.js")).read_text(encoding="utf-8")
    assert '"tn12/5/1/dd":["Điểm đ khoản 1 Điều 5 Luật Thử nghiệm năm 2012"' in part
    assert f'"goc":"{SITE}"' in handout
    assert '"tn12/5/1/dd"' not in handout


def test_the_data_of_a_page_is_of_its_release(built: Site) -> None:
    """A browser that kept them under the same name would give an old release's answers."""
    asked = [path for page in built.pages for path in built.tree(page).xpath("//@data-tep")]
    assert len(asked) > 10
    handout = next(built.root.glob("assets/javascripts/handout-data.*.js"))
    parts = re.findall(r'"tn\d+":"([^"]*)"', handout.read_text(encoding="utf-8"))
    assert len(parts) > 1
    asked += parts
    for path in set(asked):
        stamped = re.fullmatch(r"assets/[\w/-]+\.([0-9a-f]{8})\.js", path)
        assert stamped, path
        assert digest((built.root / path).read_bytes()) == stamped[1]


def test_the_search_reads_every_page_once(built: Site) -> None:
    folder = built.root / "assets" / "javascripts"
    pages = {}
    for name in ("search-texts", "search-law"):
        text = next(folder.glob(f"{name}.*.js")).read_text(encoding="utf-8")
        data = json.loads(text.partition("{detail:{data:")[2].rpartition("}}))")[0])
        pages |= {row[0]: row for row in data["pages"]}
    found = {row[0]: row[2] for row in pages.values()}
    assert found["tinh-huong/do-mau/"]
    old = "van-ban/luat-11-2012-qh13/dieu-5/"
    units = [anchor for anchor, _, text in pages[old][4] if text]
    assert "dieu-5-khoan-1-diem-dd" in units


def test_every_link_leads_somewhere(built: Site) -> None:
    missing = set()
    for path in built.pages:
        for link in built.links(path) if path != "404.html" else ():
            if not link.internal or link.element != "a" or not link.path.endswith("/"):
                continue
            if not built.file(link.path).exists() or (
                link.fragment and link.fragment not in built.ids(link.path)
            ):
                missing.add((path, link.address))
    # links of the theme to the top, of the script's making
    assert {item for item in missing if "__" not in item[1]} == set()


def test_the_menu(built: Site) -> None:
    """Places, groups and foot as the settings name them, each page of theirs marked as itself."""
    for path, place in (
        ("", ""),
        ("van-ban/", "Văn bản"),
        ("van-ban/luat-11-2012-qh13/", "Văn bản"),
    ):
        tree = built.tree(path)
        places = tree.xpath("//nav[@class='dau-muc']/a")
        assert [text_of(link) for link in places] == ["Tình huống", "Văn bản"]
        assert [text_of(one) for one in places if one.get("aria-current")] == [place] * bool(place)
    menu = built.tree("tap-huan/").xpath("//nav[@class='menu']")[0]
    assert [text_of(link) for link in menu.iter("a")] == ["Tình huống", "Văn bản", "Tập huấn"]
    (group,) = menu.xpath("./ul[@aria-labelledby='menu-1']")
    assert text_of(menu.get_element_by_id("menu-1")) == "Cho người tập huấn"
    assert [text_of(one) for one in group.xpath(".//a[@aria-current='page']")] == ["Tập huấn"]
    foot = built.tree("").xpath("//footer[@class='chan']//p[@class='chan-di']/a")
    assert [text_of(link) for link in foot] == ["Giới thiệu"]


def test_neighbours_are_articles_of_the_same_instrument(built: Site) -> None:
    law = "van-ban/luat-11-2012-qh13/"
    for path, before, after in (
        (f"{law}dieu-5/", [], ["Điều 23a. Phòng phụ"]),
        (f"{law}dieu-23a/", ["Điều 5. Việc phải làm trong phòng thử"], ["Điều 23đ. Phòng chính"]),
        (f"{law}dieu-23dd/", ["Điều 23a. Phòng phụ"], []),
        (law, [], []),
        ("hom-nay/muc-phat/", [], []),
    ):
        tree = built.tree(path)
        assert [
            text_of(one) for one in tree.xpath("//nav[@class='ke-ben']/a[@rel='prev']")
        ] == before
        assert [
            text_of(one) for one in tree.xpath("//nav[@class='ke-ben']/a[@rel='next']")
        ] == after


def test_a_lost_reader_has_a_way_on(built: Site) -> None:
    tree = built.tree("404.html")
    assert [text_of(one) for one in tree.iter("h1")] == ["Không thấy trang này"]
    names = [text_of(link.find("b")) for link in tree.xpath("//article//a")]
    assert names == ["Trang chủ", "Tình huống", "Văn bản"]


@pytest.mark.parametrize(
    ("path", "picture"),
    [
        ("tn23/7/1/", "dang"),
        ("nd44/4/", "dang"),  # in part is not ended
        ("tn12/5/1/dd/", "het"),
        ("tn12/5/1/nay/", "dang"),  # where the old one is today
        ("tt66/1/", "chua"),  # not yet in force
        ("congvan/", "chua"),  # nobody knows
    ],
)
def test_a_chat_shows_the_state_in_a_picture(built: Site, path: str, picture: str) -> None:
    address = meta(built, path, "og:image")
    assert address.startswith(f"{SITE}assets/images/{picture}.")
    assert (built.root / address.removeprefix(SITE)).read_bytes().startswith(b"\x89PNG")


def test_a_ledger_of_addresses_keeps_the_project_honest() -> None:
    published = (ROOT / "dia-chi.txt").read_text(encoding="utf-8").splitlines()
    assert "tn12/23dd/1/dd/nay/" in published
    assert "van-ban/luat-11-2012-qh13/#dieu-5-khoan-1-diem-dd" in published


def test_no_page_of_the_docs_is_left_out(built: Site) -> None:
    for page in (ROOT / "docs").rglob("*.md"):
        path = page.relative_to(ROOT / "docs").as_posix().removesuffix(".md")
        folder = "" if path == "index" else path.removesuffix("/index") + "/"
        assert built.file(folder).exists(), Path(path)


def test_search_engines_are_told_of_instruments_and_articles(built: Site) -> None:
    law = "van-ban/luat-11-2012-qh13/"
    for path, number in ((law, "11/2012/QH13"), (f"{law}dieu-5/", "Điều 5 11/2012/QH13")):
        (block,) = built.tree(path).xpath("//script[@type='application/ld+json']/text()")
        found = json.loads(block)
        assert found["legislationIdentifier"] == number
        assert found["url"].startswith(SITE + path)
    assert not built.tree("tra-cuu/").xpath("//script[@type='application/ld+json']")


def test_open_data_lies_where_pages_say(built: Site) -> None:
    listed = json.loads((built.root / "api/v1/instruments.json").read_text("utf-8"))
    for row in listed["instruments"]:
        assert (built.root / row["akn"]).is_file()
        assert (built.root / row["provisions"]).is_file()
        assert built.file(row["page"]).is_file()
    rows = json.loads((built.root / "api/v1/provisions/luat-11-2012-qh13.json").read_text("utf-8"))
    for unit in rows["units"]:
        page, _, anchor = unit["page"].partition("#")
        assert anchor in built.ids(page)


def test_nothing_stands_inside_a_page_that_a_policy_refuses(built: Site) -> None:
    """Blocks of data are read, not run; all else is a file of the site (``publish/hosting.py``)."""
    refused = (
        "//style | //@style | //noscript//style | //@*[starts-with(name(), 'on')]"
        " | //script[not(@src)][not(@type='application/json')]"
        "[not(@type='application/ld+json')]"
        " | //@src[starts-with(., 'data:')] | //@href[starts-with(., 'data:')]"
    )
    for path in built.pages:
        assert built.tree(path).xpath(refused) == [], path
