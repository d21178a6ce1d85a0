"""What a page is made of hangs on the page, and on what a build hands to the extension."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html
from markdown import Markdown
from synthetic.pages import Reader, find, one, texts, words
from vanban.extension import VanBanExtension
from vanban.features.draft.shipped import Shipped
from vanban.opendata.files import Given

PLAIN = "gioi-thieu/index.md"
LAW = "van-ban/luat-22-2023-qh15/index.md"
ARTICLE = "van-ban/luat-22-2023-qh15/dieu-7.md"
ANSWERED = "hom-nay/index.md"
TERMS = "tra-cuu/thuat-ngu.md"
SECTION = "chữ " * 1400
"""More than fits ten screens of a phone."""


def made(reader: Reader, path: str, text: str, **handed: object) -> html.HtmlElement:
    """A page with a section of that text in place of its own words, as the extension makes it."""
    own = VanBanExtension(
        reader.library,
        reader.knowledge.quiz,
        reader.knowledge.fragments,
        lambda: path,
        **handed,  # type: ignore[arg-type]
    )
    markdown = Markdown(extensions=["attr_list", "tables", "toc", own])
    source = f"# Trang\n\n## Một phần\n\n{text}\n"
    return html.fragment_fromstring(markdown.convert(source), create_parent="main")


@pytest.mark.parametrize(
    ("path", "folds"),
    [
        (PLAIN, True),
        # law is read whole; a page that answers says itself what can wait; terms are linked to
        (LAW, False),
        (ARTICLE, False),
        (ANSWERED, False),
        (TERMS, False),
    ],
)
def test_only_our_own_long_pages_fold(reader: Reader, path: str, folds: bool) -> None:
    page = made(reader, path, SECTION)
    assert ("Một phần" in texts(page, "details.gap summary h2")) is folds


def test_what_a_build_hands_over_is_drawn(reader: Reader) -> None:
    """The archive that is given away, and what judges a letter in the browser."""
    given = Given(replace(reader.library, licence="CC0"))
    page = made(reader, PLAIN, "[[bảng: tải tất cả]]", given=given)
    assert words(one(page, "code")) == given.digest != Given(reader.library).digest
    shipped = Shipped({}, "assets/may/", "assets/tho/")
    page = made(reader, PLAIN, "[[xét công văn]]", shipped=shipped)
    assert one(page, "form.xet").get("data-tho") == "assets/tho/worker.js"
    assert find(made(reader, PLAIN, "[[xét công văn]]"), "form") == []


def test_a_page_that_nobody_knows_stays_as_it_was_written(reader: Reader) -> None:
    page = made(reader, "khong-co.md", "Theo Điều 7 Luật Thử nghiệm năm 2023.")
    assert find(page, "p a") == []
    assert find(made(reader, PLAIN, "Theo Điều 7 Luật Thử nghiệm năm 2023."), "p a") != []


def test_a_page_asks_a_whole_room(reader: Reader) -> None:
    """Each plan has its anchor there; without scripts the sets are the way."""
    page = made(reader, PLAIN, "[[hỏi cả phòng]]")
    anchors = [str(span.get("id")) for span in find(page, "span") if span.get("hidden")]
    assert anchors == ["buoi-buoi-5", "buoi-buoi-10"]
    assert one(page, "div.phong a").get("href") == "../tap-huan/cau-hoi/index.md"
