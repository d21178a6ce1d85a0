"""Who cites a provision, a page a group; of many only the first, and how many more there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import CHECKED, corpus_of, van_ban
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.law.instrument import Target, parse_target
from vanban.page.library import Library
from vanban.page.viewing import MOST_QUOTES, Viewer

SLUG = "nghi-dinh-1-2020-nd-cp"
CITED = "khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP"
TARGET = parse_target(f"{SLUG}#dieu-1-khoan-1")


def viewer(folder: Path, pages: dict[str, str]) -> Viewer:
    files: dict[str, str | bytes] = {
        f"van-ban/{SLUG}/van-ban.yml": van_ban(),
        f"van-ban/{SLUG}/index.md": "# Nghị định 1\n",
        f"van-ban/{SLUG}/dieu-1.md": "# Điều 1\n\n## Khoản 1\n\nLời.\n",
    }
    corpus = corpus_of(folder, {**files, **pages})
    engine = Engine(corpus)
    library = Library(corpus, build_graph(corpus, engine, CHECKED), engine.cite, CHECKED)
    return Viewer(library, f"van-ban/{SLUG}/dieu-1.md")


@pytest.mark.parametrize(
    ("counts", "total", "groups", "more"),
    [
        ([0], 0, [], 0),
        ([2, 1], 3, [2, 1], 0),
        ([MOST_QUOTES], MOST_QUOTES, [MOST_QUOTES], 0),
        ([MOST_QUOTES - 1, 4], MOST_QUOTES + 3, [MOST_QUOTES - 1, 1], 3),
        ([MOST_QUOTES + 1, 1], MOST_QUOTES + 2, [MOST_QUOTES], 2),
    ],
)
def test_how_many_are_quoted(
    tmp_path: Path, counts: list[int], total: int, groups: list[int], more: int
) -> None:
    """Each sentence once; ``counts``: so many sentences of each page cite it."""
    pages = {
        f"tra-cuu/{name}.md": f"# Trang {name}\n\n"
        + "\n\n".join(f"Câu {at} theo {CITED}." for at in range(count))
        for name, count in zip("ab", counts, strict=False)
    }
    found = viewer(tmp_path, pages).backlinks([TARGET])
    if not total:
        assert found is None
        return
    assert found is not None
    assert found.count == total
    assert [len(group.quotes) for group in found.groups] == groups
    assert found.more == more


def test_the_same_sentence_under_one_heading_is_quoted_once(tmp_path: Path) -> None:
    text = f"# Trang\n\nXem {CITED}.\n\nXem {CITED}.\n"
    found = viewer(tmp_path, {"tra-cuu/a.md": text}).backlinks([TARGET])
    assert found is not None
    assert [len(group.quotes) for group in found.groups] == [1]
    assert (found.count, found.more) == (2, 0)


def test_what_is_asked_about_does_not_cite_itself(tmp_path: Path) -> None:
    made = viewer(tmp_path, {"tra-cuu/a.md": f"# Trang\n\nXem {CITED}.\n"})
    assert made.cited([TARGET]) == 1
    assert made.cited([Target(SLUG)]) == 0
    assert made.backlinks([Target(SLUG)]) is None
