"""Which place of the header a page belongs to."""

from __future__ import annotations

import pytest
from vanban.page.menu import Menu, MenuGroup, MenuLink

PLACES = ("index.md", "tap-huan/index.md", "tap-huan/cau-hoi/index.md", "tra-cuu/muc.md")
MENU = Menu(
    tuple(MenuLink(page, page) for page in PLACES),
    (MenuGroup("Nhóm", (MenuLink("gioi-thieu/index.md", "Giới thiệu"),)),),
    (MenuLink("chan.md", "Chân trang"),),
)


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("index.md", "index.md"),
        ("tap-huan/index.md", "tap-huan/index.md"),
        ("tap-huan/phieu.md", "tap-huan/index.md"),
        ("tap-huan/cau-hoi/mot.md", "tap-huan/cau-hoi/index.md"),  # the nearest folder
        ("tra-cuu/muc.md", "tra-cuu/muc.md"),
        ("tra-cuu/khac.md", "index.md"),  # a page that is no folder's first holds no others
        ("gioi-thieu/index.md", "index.md"),
    ],
)
def test_place(page: str, place: str) -> None:
    assert MENU.place_of(page) == place


def test_without_the_front_page_a_page_may_have_no_place() -> None:
    assert Menu(MENU.places[1:]).place_of("tra-cuu/khac.md") == ""


def test_every_link_in_order() -> None:
    assert [link.page for link in MENU.links()] == [*PLACES, "gioi-thieu/index.md", "chan.md"]
