"""The dispatch: one card an item that has something to say, beside a text that nothing changes."""

from __future__ import annotations

import pytest
from lxml import html
from synthetic.pages import ROOT, Reader, find, links, texts, words

ENDED_BY = "Khoản 2 Điều 40 Luật Thử nghiệm năm 2023"


@pytest.fixture
def letter(reader: Reader) -> html.HtmlElement:
    return reader.page("cong-van/index.md")


def card_of(letter: html.HtmlElement, item: str) -> html.HtmlElement:
    (found,) = [
        card for card in find(letter, "aside.cv-the") if find(card, "a")[0].get("href") == item
    ]
    return found


def test_the_text_is_letter_for_letter(letter: html.HtmlElement) -> None:
    source = (ROOT / "docs" / "cong-van" / "index.md").read_text(encoding="utf-8")
    written = source.partition("{#nguyen-van}")[2]
    (body,) = find(letter, "div#cong-van-nguyen-van")
    assert words(body) == " ".join(written.split())


def test_each_item_with_something_to_say_has_its_card(letter: html.HtmlElement) -> None:
    cards = find(letter, "div.cong-van aside.cv-the")
    assert [words(find(card, "a")[0]) for card in cards] == ["Mục 1", "Mục 2", "Mục 3"]


@pytest.mark.parametrize(
    ("item", "cited"),
    [
        ("#muc-1", ["Chỉ thị 7/CT-UBND"]),
        (
            "#muc-2",
            [
                "Khoản 1 Điều 5 Luật Thử nghiệm năm 2012",
                "Khoản 2 Điều 5 Luật Thử nghiệm năm 2012",
                "Khoản 1 Điều 2 Nghị định 33/2014/NĐ-CP",
            ],
        ),
        ("#muc-3", []),  # cites nothing
    ],
)
def test_what_an_item_cites_is_on_its_card(
    letter: html.HtmlElement, item: str, cited: list[str]
) -> None:
    assert texts(card_of(letter, item), "p.the-ten") == cited


def test_then_and_today(letter: html.HtmlElement) -> None:
    cards = find(card_of(letter, "#muc-2"), "div.the")
    assert [texts(card, "p.the-dong") for card in cards] == [
        [
            f"■ hết hiệu lực từ 01/01/2024 theo {ENDED_BY}; khi ấy đang có hiệu lực",
        ]
    ] * 2 + [
        [
            # what ended it is not here: words alone
            "■ hết hiệu lực theo Nghị định 99/2022/NĐ-CP; khi ấy chưa rõ",
        ]
    ]
    assert [card.get("data-trang-thai") for card in cards] == ["het"] * 3
    today = [[label for label, _ in links(card, "ul.gon a")] for card in cards]
    assert today == [
        ["Luật Thử nghiệm năm 2023", "Khoản 2 Điều 7"],
        ["Luật Thử nghiệm năm 2023", "Điểm a khoản 2 Điều 7"],
        [],
    ]


def test_an_item_that_cites_nothing_says_so_and_what_it_touches_today(
    letter: html.HtmlElement,
) -> None:
    card = card_of(letter, "#muc-3")
    assert texts(card, "p.the-dong") == ["Mục này của công văn không nêu tên văn bản nào."]
    assert texts(card, "p.ve-ten") == ["việc trông phòng"]
    assert [label for label, _ in links(card, "ul.nay a")] == [
        "Khoản 1 Điều 7 Luật Thử nghiệm năm 2023",
        "Khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP",
    ]


def test_only_an_item_with_a_page_of_its_own_leads_there(letter: html.HtmlElement) -> None:
    to = "muc-2.md"
    assert [
        card for card in find(letter, "aside.cv-the") if (to in dict(map(reversed, links(card))))
    ] == [card_of(letter, "#muc-2")]


def test_a_card_stands_beside_its_item(letter: html.HtmlElement) -> None:
    for card in find(letter, "aside.cv-the"):
        (item,) = find(letter, f"div{find(card, 'a')[0].get('href')}")
        assert card.get("style") == item.get("style")
    order = [
        one.get("style") for one in find(letter, "div.cv-nguyen-van")[0].iter() if one.get("style")
    ]
    assert order == [f"--thu-tu:{number}" for number in range(1, len(order) + 1)]


def test_slips_are_marked_where_they_stand_and_told_below(letter: html.HtmlElement) -> None:
    marks = [mark.get("aria-label") for mark in find(letter, "a.sic")]
    assert [label.partition("”")[0] for label in marks] == [
        "[sic] “phong thử",
        "[sic] “Nghị định số 33/2014/NĐ-CP",  # inside a link: the mark comes behind it
        "[sic] “giử",
    ]
    assert [label.partition("ghi chú ")[2][0] for label in marks] == ["1", "3", "2"]
    assert texts(letter, "div.loi-chu li") == [
        "“phong thử”: có lẽ là “phòng thử”.",
        "“giử”: có lẽ là “giữ”.",
        "“Nghị định số 33/2014/NĐ-CP”: có lẽ là “Nghị định 33/2014/NĐ-CP”.",
    ]


def test_the_summary(letter: html.HtmlElement) -> None:
    (panel,) = find(letter, "details#tom-tat")
    assert words(find(panel, "summary span")[0]) == "3 văn bản, 3 điều khoản"
    told = [words(row) for row in find(panel, "li")]
    assert told[0] == "Chỉ thị 7/CT-UBND khi ấy chưa rõ · hôm nay: ◆ chưa rõ hiệu lực"
    assert told[1].endswith("khi ấy đang có hiệu lực · hôm nay: ■ hết hiệu lực từ 01/01/2024")
    assert "◆ chưa rõ hiệu lực. Không thấy văn bản nào chấm dứt." in texts(panel, "p")


def test_it_is_set_as_a_letter_is(letter: html.HtmlElement) -> None:
    """Number and subject above, recipients and signer below, and nothing of them in between."""
    assert texts(letter, "div.cv-dau p.cv-so")[0].startswith("Số:")
    assert texts(letter, "p.cv-kinh") == ["Kính gửi: Các phòng thử."]
    assert texts(letter, "div.cv-chan p") == ["Nơi nhận:", "- Như trên;", "TRƯỞNG PHÒNG"]
    assert texts(letter, "div.cv-chan p.cv-ky") == ["TRƯỞNG PHÒNG"]


def test_a_sentence_broken_across_two_paragraphs_reads_on(letter: html.HtmlElement) -> None:
    """The copy breaks one sentence in two; no letter of it is changed."""
    (second,) = find(letter, "p.cv-noi")
    first = second.getprevious()
    assert words(first).endswith("Mỗi phòng,")
    assert words(second).startswith("sau giờ thử")
