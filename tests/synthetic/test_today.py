"""Where a provision stands today: what was compared is said, and nothing more.

Each row is a form of comparison, and each view has to keep what it does not know.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import html
from synthetic.pages import Reader, find, links, texts, words

LAW, NEW_LAW = "luat-11-2012-qh13", "luat-22-2023-qh15"
FINES = "nghi-dinh-44-2024-nd-cp"
READING = "cách đọc của người biên soạn"

ONE = [
    # (short address, the counterpart, how sure): the whole of it was compared with exactly that
    ("tn12/5/1/", "khoản 2 Điều 7 Luật Thử nghiệm năm 2023", READING),
    ("tn12/", "Luật Thử nghiệm năm 2023", "văn bản nêu rõ"),
    ("nd44/4/2/", "khoản 1 Điều 1 Nghị định 55/2025/NĐ-CP", "văn bản nêu rõ"),
]
MANY = [
    # (short address, its counterparts, what was compared in its place or "", how sure)
    (
        "tn12/5/1/a/",
        [
            "khoản 1 Điều 7 Luật Thử nghiệm năm 2023",
            "khoản 1 Điều 40 Luật Thử nghiệm năm 2023",
            "khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP",
        ],
        "",
        READING,
    ),
    # limb by limb
    ("tn12/5/2/", ["điểm a khoản 2 Điều 7 Luật Thử nghiệm năm 2023"], "", "một nguồn; chưa rõ"),
    # only the clause above it was compared
    (
        "tn12/5/1/dd/",
        ["khoản 2 Điều 7 Luật Thử nghiệm năm 2023"],
        "khoản 1 Điều 5 Luật Thử nghiệm năm 2012",
        READING,
    ),
    (
        "nd44/4/2/a/",
        ["khoản 1 Điều 1 Nghị định 55/2025/NĐ-CP"],
        "khoản 2 Điều 4 Nghị định 44/2024/NĐ-CP",
        "văn bản nêu rõ",
    ),
    # only the whole instrument was compared
    ("tn12/23a/", ["Luật Thử nghiệm năm 2023"], "Luật Thử nghiệm năm 2012", "văn bản nêu rõ"),
    ("tn12/23a/1/", ["Luật Thử nghiệm năm 2023"], "Luật Thử nghiệm năm 2012", "văn bản nêu rõ"),
    ("tn12/23dd/1/dd/", ["Luật Thử nghiệm năm 2023"], "Luật Thử nghiệm năm 2012", "văn bản nêu rõ"),
]
UNKNOWN = ["tn12/5/1/d/", "nd33/2/1/", "nd33/", "ct7/", "congvan/"]
IN_FORCE = [
    "tn23/",
    "tn23/7/",
    "tn23/7/2/a/",
    "nd44/",
    "nd44/4/",
    "nd44/4/1/",
    "nd55/1/1/",
    "qcpt/",
]


@pytest.fixture
def share(reader: Reader) -> dict[str, html.HtmlElement]:
    return dict(reader.share())


@pytest.fixture
def handout(reader: Reader) -> dict[str, Any]:
    return dict(reader.handout()["dieu"])


def leads(tree: html.HtmlElement) -> str:
    """Where a share page goes at once, or ""."""
    return "".join(tree.xpath("//meta[@http-equiv='refresh']/@content")).partition("url=")[2]


def said(tree: html.HtmlElement, name: str) -> str:
    return str(tree.xpath(f"//meta[@property='og:{name}']/@content")[0])


@pytest.mark.parametrize(("path", "there", "sure"), ONE)
def test_one_counterpart_is_where_today_leads(
    share: dict[str, html.HtmlElement], path: str, there: str, sure: str
) -> None:
    page = share[f"{path}nay/"]
    assert leads(page)
    assert said(page, "title").lower().startswith(f"hôm nay: {there.lower()} · còn hiệu lực")
    assert f"nằm hôm nay ({sure})" in said(page, "description")


@pytest.mark.parametrize(("path", "there", "about", "sure"), MANY)
def test_what_is_not_settled_is_listed_and_never_chosen(
    share: dict[str, html.HtmlElement], path: str, there: list[str], about: str, sure: str
) -> None:
    page = share[f"{path}nay/"]
    assert leads(page) == ""
    assert texts(page, "li a b") == [place[:1].upper() + place[1:] for place in there]
    told = [text for text in texts(page, "p") if "mới đối chiếu cả" in text]
    assert [text.rstrip(":").endswith(f"mới đối chiếu cả {about}") for text in told] == [
        True
    ] * bool(about)
    assert f"Đối chiếu: {sure}." in texts(page, "p")
    assert said(page, "description").startswith(
        f"Đối chiếu ({sure}): {f'cả {about}: ' if about else ''}"
    )


def test_what_was_compared_part_by_part_is_told_so(share: dict[str, html.HtmlElement]) -> None:
    page = share["tn12/5/nay/"]
    assert leads(page) == ""
    assert texts(page, "p")[2:5] == [
        "Ở đây mới đối chiếu từng phần của Điều 5:",
        "Khoản 1 Điều 5:",
        "Vế về mẫu thử của khoản 2 Điều 5:",
    ]


@pytest.mark.parametrize("path", UNKNOWN)
def test_unknown_is_said_and_leads_nowhere(share: dict[str, html.HtmlElement], path: str) -> None:
    page = share[f"{path}nay/"]
    assert leads(page) == ""
    assert said(page, "description") == "Chưa rõ hôm nay nội dung này nằm ở đâu."
    assert find(page, "li a") == []
    assert [text for text in texts(page, "p") if text.startswith("Đối chiếu")] == []


@pytest.mark.parametrize("path", IN_FORCE)
def test_law_in_force_is_its_own_today(
    share: dict[str, html.HtmlElement], handout: dict[str, Any], path: str
) -> None:
    own, today = share[path], share[f"{path}nay/"]
    assert leads(today).removeprefix("../") == leads(own)
    assert said(today, "title") == said(own, "title")
    assert handout.get(path.rstrip("/"), [""] * 8)[6] == ""


@pytest.mark.parametrize(("path", "there", "sure"), ONE)
def test_the_hand_out_names_one(handout: dict[str, Any], path: str, there: str, sure: str) -> None:
    if path.count("/") > 1:  # a whole instrument is on no hand-out
        assert handout[path.rstrip("/")][6] == f"{there}; {sure}"


@pytest.mark.parametrize(("path", "there", "about", "sure"), MANY)
def test_the_hand_out_names_what_was_compared(
    reader: Reader, handout: dict[str, Any], path: str, there: list[str], about: str, sure: str
) -> None:
    told = handout[path.rstrip("/")][6]
    assert told.startswith("; ".join(there))
    unit = about.partition(" Luật")[0].partition(" Nghị")[0]
    if about and unit != about:
        assert f" (so cả {unit})" in told
    assert ("so cả" in told) == bool(about)
    assert told.endswith(f"; {sure}")


def test_the_hand_out_says_unknown(handout: dict[str, Any]) -> None:
    assert handout["tn12/5/1/d"][6] == "chưa rõ"
    assert handout["nd33/2/1"][6] == "chưa rõ"


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        (f"{NEW_LAW}#dieu-7-khoan-1", []),  # in force
        (f"{FINES}#dieu-4", []),  # in force in part
        (f"{LAW}#dieu-5-khoan-1-diem-d", ["chưa rõ"]),
        ("nghi-dinh-33-2014-nd-cp", ["chưa rõ"]),
        (
            f"{LAW}#dieu-5-khoan-1",
            [
                "khoản 2 Điều 7 Luật Thử nghiệm năm 2023",
                READING,
                "van-ban/luat-22-2023-qh15/dieu-7/#dieu-7-khoan-2",
            ],
        ),
        (LAW, ["Luật Thử nghiệm năm 2023", "văn bản nêu rõ", "van-ban/luat-22-2023-qh15/"]),
        (
            f"{LAW}#dieu-5-khoan-1-diem-a",
            ["khoản 1 Điều 7 Luật Thử nghiệm năm 2023 và 2 chỗ khác", READING, "tn12/5/1/a/nay/"],
        ),
        (
            f"{LAW}#dieu-5-khoan-1-diem-dd",
            [
                "xem đối chiếu của cả khoản 1 Điều 5 Luật Thử nghiệm năm 2012",
                READING,
                "tn12/5/1/dd/nay/",
            ],
        ),
        (
            f"{LAW}#dieu-23a-khoan-1",
            ["xem đối chiếu của cả Luật Thử nghiệm năm 2012", "văn bản nêu rõ", "tn12/23a/1/nay/"],
        ),
        # no wording, so no short address of its own: that of what was compared
        (
            f"{LAW}#dieu-23a-khoan-2",
            ["xem đối chiếu của cả Luật Thử nghiệm năm 2012", "văn bản nêu rõ", "tn12/nay/"],
        ),
        # compared in two limbs, and no short address at all
        (f"{LAW}#dieu-6", ["Điều 7 Luật Thử nghiệm năm 2023 và 1 chỗ khác", READING]),
    ],
)
def test_the_little_window(reader: Reader, name: str, rest: list[str]) -> None:
    assert reader.preview(name)[6:] == rest


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("tra-cuu/index.md", "../tn12/5/1/a/nay/"),
        ("van-ban/luat-22-2023-qh15/dieu-7.md", "../../../tn12/5/1/a/nay/"),
        ("van-ban/luat-22-2023-qh15/index.md", "../../tn12/5/1/a/nay/"),
    ],
)
def test_addresses_of_the_little_window_begin_where_its_page_is(
    reader: Reader, page: str, path: str
) -> None:
    assert reader.preview(f"{LAW}#dieu-5-khoan-1-diem-a", page)[8] == path


def test_a_slide_asks_where_only_of_what_has_ended(reader: Reader) -> None:
    titles = [slide.title for slide in reader.deck("buoi-10")]
    assert [title for title in titles if title.startswith("Hôm nay: ")] == [
        "Hôm nay: khoản 1 Điều 5 Luật Thử nghiệm năm 2012 nằm ở đâu?",
        "Hôm nay: khoản 1 Điều 2 Nghị định 33/2014/NĐ-CP nằm ở đâu?",
    ]
    after = titles.index("Khoản 2 Điều 7 Luật Thử nghiệm năm 2023") + 1
    assert not titles[after].startswith("Hôm nay")


def test_a_slide_names_what_was_compared_and_how_it_stands(reader: Reader) -> None:
    slides = {slide.title: slide for slide in reader.deck("buoi-5")}
    point = slides["Hôm nay: khoản 1 Điều 5 Luật Thử nghiệm năm 2012 nằm ở đâu?"]
    assert point.lines == ("khoản 2 Điều 7 Luật Thử nghiệm năm 2023 (còn hiệu lực)",)
    assert point.notes == (f"Đối chiếu: {READING}.",)
    assert "Hôm nay: điểm đ khoản 1 Điều 5 Luật Thử nghiệm năm 2012 nằm ở đâu?" not in slides
    assert "Hôm nay: Luật Thử nghiệm năm 2012 nằm ở đâu?" in slides
    (unknown,) = [
        s for s in reader.deck("buoi-10") if "Nghị định 33" in s.title and "ở đâu" in s.title
    ]
    assert (unknown.lines, unknown.notes) == (("Chưa rõ hôm nay nội dung này nằm ở đâu.",), ())


@pytest.mark.parametrize(
    ("path", "heading", "there"),
    [
        ("nd44/4/1/", None, []),  # in force
        ("tt66/1/", None, []),
        ("nd33/2/1/", None, []),  # nobody compared
        ("tn12/23a/1/", None, []),  # only the whole law was
        ("nd44/4/2/", "Hôm nay", ["Khoản 1 Điều 1 Nghị định 55/2025/NĐ-CP"]),
        (
            "tn12/5/1/dd/",
            "Hôm nay, so cả khoản 1 Điều 5",
            ["Khoản 2 Điều 7 Luật Thử nghiệm năm 2023"],
        ),
        ("tn12/5/2/", "Hôm nay", ["Điểm a khoản 2 Điều 7 Luật Thử nghiệm năm 2023"]),
    ],
)
def test_a_drawn_card(reader: Reader, path: str, heading: str | None, there: list[str]) -> None:
    cards = find(reader.page("hom-nay/muc-phat.md"), "div.dan")
    (card,) = [card for card in cards if card.get("data-duong") == path]
    boxes = [child for child in card if child.get("class") == "dan-nay"]
    assert [words(find(box, "p.hom-nay-ten")[0]) for box in boxes] == [heading] * (
        heading is not None
    )
    assert [label for box in boxes for label, _ in links(box, "ul.nay a")] == there
    if path == "tn12/5/2/":
        assert texts(card, "p.ve-ten") == ["vế về mẫu thử", "vế về nhật ký"]
        assert texts(card, "p.nay-trong") == ["◆ Chưa rõ hôm nay ở đâu."]


def test_before_the_law_ended_nothing_is_sent_elsewhere(on_day: Callable[[str], Reader]) -> None:
    reader = on_day("2023-12-31")
    assert (
        leads(reader.share()["tn12/5/1/nay/"])
        == "../../../../van-ban/luat-11-2012-qh13/dieu-5/#dieu-5-khoan-1"
    )
    assert reader.handout()["dieu"]["tn12/5/1"][6] == ""
    assert reader.preview(f"{LAW}#dieu-5-khoan-1")[6:] == []
    titles = [slide.title for slide in reader.deck("buoi-5")]
    assert not any(title.startswith("Hôm nay:") for title in titles)


def test_what_came_from_where(reader: Reader) -> None:
    """Today's clause names the old ones that lead to it, and none of its own law."""
    page = reader.page("van-ban/luat-22-2023-qh15/dieu-7.md")
    beside = {
        find(unit, ".dv-ten")[0].get("id"): texts(unit, ".truoc-day a")[:1]
        for unit in find(page, "section.dv")
        if any(child.get("class") == "dv-le" for child in unit)
    }
    assert beside["dieu-7-khoan-2"] == ["Khoản 1 Điều 5 Luật Thử nghiệm năm 2012"]
    assert "dieu-7-khoan-2-diem-b" not in beside  # its own law alone leads there
