"""The two scripts that the search reads: what travels first, what later, each page once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from samples import CHECKED, corpus_of
from synthetic.pages import Reader
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.features.search.asked import Asked
from vanban.features.search.kinds import GROUPS, KINDS
from vanban.features.search.texts import FIRST, REST, _asked, _called, anchor_of, files, text_of
from vanban.law.site_address import SiteAddresses
from vanban.page.library import Library

STORY = "tinh-huong/do-mau.md"
HOME = """\
# Nhà

- [**Mức phạt** Ai bị phạt.](hom-nay/muc-phat.md#muc)
- [**Công văn** Đọc cả.](cong-van/index.md)

Lời.

- [**Không** Danh sách sau.](khac.md)
"""
_STORY = """\
<h1 id="lo">Lỡ làm đổ mẫu</h1><p>Mở.</p><h2 id="nen-lam-gi">Nên làm gì?</h2><p>Lau bàn.</p>
<h2 id="x">Chuyện gì xảy ra?</h2><p>Đổ mẫu.</p><h2 id="y">Luật</h2><p>Cấm.</p>
"""
_ARTICLE = """\
<h1 id="dieu-7">Điều 7</h1><p>Lời.</p><h2 id="dieu-7-khoan-1">Khoản 1</h2><p>Một.</p>
<h2 id="ai-hoi">Ai hỏi?</h2><p>Hai.</p><h2 id="dieu-7-khoan-2">Khoản 2</h2>
"""
_LAW = '<h1 id="l">Luật</h1><p>Lời.</p><h2 id="muc-luc">Mục lục</h2><p>Điều 7</p>'
PAGES: dict[str, tuple[str, str, dict[str, str]]] = {
    STORY: ("Lỡ làm đổ mẫu", _STORY, {"tra-loi": "**Lau ngay.**"}),
    "van-ban/luat-22-2023-qh15/dieu-7.md": ("Điều 7", _ARTICLE, {}),
    "van-ban/luat-22-2023-qh15/index.md": ("Luật", _LAW, {}),
    "hom-nay/muc-phat.md": ("Mức phạt", '<h1 id="m">Mức phạt</h1><p>Bao nhiêu?</p>', {}),
    "index.md": ("Nhà", '<h1 id="nha">Nhà</h1><p>Lời.</p>', {}),
}
HEAD = ["Lỡ làm đổ mẫu", "Lau ngay."]


@pytest.fixture
def made(reader: Reader) -> dict[str, dict[str, Any]]:
    texts = [text_of(page, *told) for page, told in PAGES.items()]
    return files(reader.library, texts, True)


def rows(pages: list[list[Any]]) -> dict[str, list[Any]]:
    """Address → kind, and all else of a page."""
    kinds = list(KINDS)
    return {address: [kinds[kind], *rest] for address, kind, *rest in pages}


def test_what_to_do_travels_first_and_the_story_later(made: dict[str, dict[str, Any]]) -> None:
    """The heading that is the page's title is not told twice."""
    assert rows(made[FIRST]["pages"]) == {
        "tinh-huong/do-mau/": [
            "situation",
            *HEAD,
            [["", "", "Mở."], ["=", "Nên làm gì?", "Lau bàn."]],
        ],
        "hom-nay/muc-phat/": ["answer", "Mức phạt", "", [["", "", "Bao nhiêu?"]]],  # all of it
    }
    assert rows(made[REST]["pages"])["tinh-huong/do-mau/"] == [
        "situation",
        *HEAD,
        [["x", "Chuyện gì xảy ra?", "Đổ mẫu."], ["y", "Luật", "Cấm."]],
    ]


def test_law_travels_later(made: dict[str, dict[str, Any]]) -> None:
    """A unit needs no heading, a list of contents no place; the home page answers nothing."""
    law = "van-ban/luat-22-2023-qh15/"
    assert rows(made[REST]["pages"]) == {
        f"{law}dieu-7/": [
            "in-force",
            "Điều 7",
            "",
            [["", "", "Lời."], ["dieu-7-khoan-1", "", "Một."], ["=", "Ai hỏi?", "Hai."]],
        ],
        law: ["document", "Luật", "", [["", "", "Lời."]]],
        "tinh-huong/do-mau/": rows(made[REST]["pages"])["tinh-huong/do-mau/"],
    }


def test_what_the_box_knows_besides(made: dict[str, dict[str, Any]]) -> None:
    first = made[FIRST]
    assert list(first) == ["groups", "kinds", "rows", "more", "words", "asked", "pages"]
    assert list(made[REST]) == ["pages"]
    assert first["groups"] == GROUPS
    assert first["kinds"][0] == [0, 1.3, 0]
    assert first["kinds"][list(KINDS).index("question")] == [0, 1.0, 1]
    assert first["more"] == ["tra-cuu/hoi-dap/", "tinh-huong/", "tra-cuu/dieu-khoan/"]
    assert first["words"]["meant"]


@pytest.mark.parametrize(
    ("directories", "places"),
    [
        (True, ["hom-nay/muc-phat/#muc", "cong-van/"]),
        (False, ["hom-nay/muc-phat.html#muc", "cong-van/index.html"]),  # a site on a disk
    ],
)
def test_the_rows_of_the_home_page_lead_to_their_places(
    tmp_path: Path, directories: bool, places: list[str]
) -> None:
    corpus = corpus_of(tmp_path, {"index.md": HOME})
    engine = Engine(corpus)
    library = Library(corpus, build_graph(corpus, engine, CHECKED), engine.cite, CHECKED)
    assert files(library, [], directories)[FIRST]["rows"] == [
        [places[0], "Mức phạt", "Ai bị phạt."],
        [places[1], "Công văn", "Đọc cả."],
    ]


def test_questions_lead_to_a_page_that_is_there() -> None:
    lines = [
        Asked("tinh-huong/do-mau", "x", ("đổ mẫu", "làm đổ")),
        Asked("cong-van", "", ("công văn",)),  # the page of a folder
        Asked("khong-co", "", ("gì",)),
    ]
    pages = {STORY, "cong-van/index.md"}
    assert list(_asked(lines, pages, SiteAddresses(True))) == [
        ("tinh-huong/do-mau/", "x", "đổ mẫu, làm đổ"),
        ("cong-van/", "", "công văn"),
    ]


def test_a_page_for_trainers_or_about_the_site_is_known_by_what_it_is_called() -> None:
    """Law has its names, and answers bring their titles themselves."""
    names = list(KINDS)
    later = {
        page: [f"{page}/", names.index(kind), title, "", []]
        for page, kind, title in [
            ("tap-huan/noi", "training", "Nên nói gì, đừng nói gì"),  # a comma parts questions
            ("gioi-thieu", "about", "Trang này là gì?"),
            ("van-ban/luat", "document", "Luật An ninh mạng"),
            ("tinh-huong/do-mau", "situation", "Đổ mẫu"),  # its story, which travels later
        ]
    }
    assert list(_called(later)) == [
        ("tap-huan/noi/", "", "Nên nói gì đừng nói gì"),
        ("gioi-thieu/", "", "Trang này là gì?"),
    ]


@pytest.mark.parametrize(
    ("anchor", "heading", "whole"),
    [("=", "Nên làm gì?", "nen-lam-gi"), ("x", "Nên làm gì?", "x"), ("", "Nên", "")],
)
def test_an_anchor_is_read_back(anchor: str, heading: str, whole: str) -> None:
    assert anchor_of(anchor, heading) == whole
