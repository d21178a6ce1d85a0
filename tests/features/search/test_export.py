"""What an engine on a server would read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from vanban.features.search.export import ExportError, main, sections_of
from vanban.features.search.texts import FIRST, REST
from vanban.publish import scripts

KINDS = [[0, 1.3, 0], [1, 0.85, 0]]
EARLY = [
    "tinh-huong/a/",
    0,
    "Chuyện A",
    "Đừng.",
    [["", "", "Một."], ["x", "Hai", "Ba."], ["=", "Bốn năm?", ""]],
]
LATE = ["van-ban/l/", 1, "Luật", "", []]


def built(site: Path) -> Path:
    for path, value in ((FIRST, {"kinds": KINDS, "pages": [EARLY]}), (REST, {"pages": [LATE]})):
        file = site / path.replace(".js", ".0badcafe.js")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(scripts.data(value), encoding="utf-8")
    return site


def test_every_section_with_its_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(built(tmp_path))]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["id"], one["address"], one["group"], one["text"]) for one in lines] == [
        (1, "tinh-huong/a/", 0, "Một."),
        (2, "tinh-huong/a/#x", 0, "Ba."),
        (3, "tinh-huong/a/#bon-nam", 0, ""),  # most anchors follow from their heading
        (4, "van-ban/l/", 1, ""),  # a page without text is found by its title
    ]
    assert (lines[1]["title"], lines[1]["summary"], lines[1]["heading"]) == (
        "Chuyện A",
        "Đừng.",
        "Hai",
    )


def test_a_folder_without_a_site_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ExportError, match="make site"):
        list(sections_of(tmp_path))
    assert main([str(tmp_path)]) == 2
    assert "make site" in capsys.readouterr().err
    assert main([]) == 2
