"""What templates are told of one page: its title, its own scripts, whether it can be projected."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from samples import corpus_of, van_ban
from vanban.build import Build, Shown
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.page.library import Library

DAY = date(2026, 11, 23)
CASE = "---\nnhom: binh-luan\n---\n# Một chuyện\n\nLời kể.\n"


@dataclass
class Page:
    """What MkDocs hands to its templates."""

    path: str
    title: str | None = None
    meta: dict[str, str] = field(default_factory=dict)
    is_homepage: bool = False
    canonical_url: str | None = None
    content: str = ""

    @property
    def file(self) -> SimpleNamespace:
        return SimpleNamespace(src_uri=self.path)


@pytest.fixture
def build(tmp_path: Path) -> Build:
    corpus = corpus_of(
        tmp_path,
        {
            "index.md": "# Trang chủ\n",
            "van-ban/a/van-ban.yml": van_ban(),
            "van-ban/a/index.md": "# Nghị định 1/2020/NĐ-CP\n",
            "van-ban/a/dieu-1.md": "# Điều 1\n\nLời.\n",
            "tinh-huong/index.md": "# Tình huống\n",
            "tinh-huong/x.md": CASE,
            "hom-nay/muc-phat.md": "# Mức phạt\n",
            "tap-huan/phieu.md": "# Phiếu\n",
            "tap-huan/buoi.md": "# Buổi\n",
            "tap-huan/cau-hoi/y.md": "# Câu hỏi\n",
        },
    )
    engine = Engine(corpus)
    return Build(Library(corpus, build_graph(corpus, engine, DAY), engine.cite, DAY))


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (Page("van-ban/a/dieu-1.md", "Điều 1"), "Điều 1 · Nghị định 1/2020/NĐ-CP"),
        # an instrument that names itself is not named twice
        (Page("van-ban/a/index.md", "Nghị định 1/2020/NĐ-CP"), "Nghị định 1/2020/NĐ-CP"),
        (Page("tap-huan/buoi.md", "A & B"), "A & B"),
        (Page("tap-huan/buoi.md", "Buổi", {"title": "Buổi ngắn"}), "Buổi ngắn"),
        (Page("index.md", "Trang chủ", is_homepage=True), ""),
        (None, ""),  # 404
    ],
)
def test_title(build: Build, page: Page | None, title: str) -> None:
    assert build.at(page).title == title


@pytest.mark.parametrize(
    ("path", "scripts", "projected"),
    [
        ("index.md", [], False),
        ("van-ban/a/index.md", [], False),
        ("van-ban/a/dieu-1.md", ["share"], True),
        ("tinh-huong/index.md", ["situations"], False),
        ("tinh-huong/x.md", ["handout-add"], True),
        ("hom-nay/muc-phat.md", ["fines"], True),
        ("tap-huan/phieu.md", ["handout"], False),
        ("tap-huan/buoi.md", [], True),
        ("tra-cuu/bang.md", ["filter"], False),
        ("tap-huan/cau-hoi/y.md", ["quiz"], True),
    ],
)
def test_a_page_loads_what_it_needs(
    build: Build, path: str, scripts: list[str], projected: bool
) -> None:
    content = '<form class="loc">' if "filter" in scripts else ""
    shown = build.at(Page(path, content=content))
    assert [Path(script).stem for script in shown.scripts] == scripts
    assert shown.is_projected is projected


def test_a_page_without_a_source_has_the_sites_own_foot_and_nothing_else(build: Build) -> None:
    shown: Shown = build.at(None)
    assert "kiểm tra ngày 23/11/2026" in shown.foot
    texts = [shown.title, shown.description, shown.canonical_url, shown.code, shown.situation]
    assert {*texts, shown.previews} == {""}
    assert shown.scripts == shown.styles == []
    assert not shown.is_projected


@pytest.mark.parametrize(
    ("directories", "handout", "listed"),
    [
        (True, "tap-huan/phieu/", "tra-cuu/dieu-khoan/"),
        (False, "tap-huan/phieu.html", "tra-cuu/dieu-khoan.html"),
    ],
)
def test_addresses_that_templates_link(
    build: Build, directories: bool, handout: str, listed: str
) -> None:
    build.directories = directories
    assert (build.handout_page, build.list_page) == (handout, listed)
