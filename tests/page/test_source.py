"""Lines of a page and where each begins."""

from __future__ import annotations

from vanban.page.source import Source


def test_each_line_has_its_place_behind_the_front_matter() -> None:
    text = "---\ntom-tat: Thử\n---\n# A\n\nMột dòng.\nHai.\n"
    lines = [line for line in Source(text).lines() if line[1]]
    assert lines == [(text.index(words), words) for words in ("# A", "Một dòng.", "Hai.")]
