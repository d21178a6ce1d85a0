"""The build itself: strict, the same twice, at home on two builders, and loud when it must be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from building import ROOT, Builds, Site, build, copy_invented, copy_project
from vanban.law.ledger import counted

DISPATCH = "docs/cong-van/index.md"


def contents(root: Path) -> dict[str, bytes]:
    files = (file for file in root.rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


def test_two_builds_are_the_same_to_the_byte(site: Site, builds: Builds) -> None:
    """From two folders and with two seeds of hashing."""
    first, second = contents(site.root), contents(builds.good("again"))
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_a_strict_build_warns_of_nothing(builds: Builds) -> None:
    """``--strict`` turns warnings into a failure; deprecations would show here."""
    done = builds.of("plain")
    assert done.status == 0
    assert "WARNING" not in done.told
    assert "DeprecationWarning" not in done.told


def test_the_other_builder_builds_the_same_pages(builds: Builds, tmp_path: Path) -> None:
    """But for the name of the builder, and what follows from it: versions of pages."""
    done = build(ROOT / "tests" / "synthetic", tmp_path, "properdocs")
    assert done.returncode == 0, done.stdout + done.stderr
    first, second = contents(builds.good("synthetic")), contents(tmp_path)
    kept = "ngoai-tuyen/"  # lists of what is kept, named after their contents
    assert {name for name in first if not name.startswith(kept)} == {
        name for name in second if not name.startswith(kept)
    }
    differing = [
        name
        for name in set(first) & set(second) - {"sw.js"}
        if without_generator(first[name]) != without_generator(second[name])
    ]
    assert differing == []


def without_generator(content: bytes) -> bytes:
    return re.sub(rb'<meta name="?generator"? content="[^"]*">', b"", content)


def test_a_citation_of_a_clause_that_is_not_there_stops_the_build(tmp_path: Path) -> None:
    project = copy_invented(tmp_path / "project", program=False)
    page = project / DISPATCH
    text = page.read_text(encoding="utf-8")
    assert text.count("khoản 2 Điều 5") == 1
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "khoản 2 Điều 5" in row)
    col = text.splitlines()[line - 1].index("khoản 2 Điều 5") + 1
    page.write_text(text.replace("khoản 2 Điều 5", "khoản 15 Điều 5"), encoding="utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode != 0
    told = [row for row in done.stderr.splitlines() if f"{DISPATCH}:{line}:{col}:" in row]
    assert len(told) == 1, done.stderr
    assert "15" in told[0]
    assert "→" in told[0], "a suggestion is missing"
    assert "Traceback" not in done.stderr


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    project = copy_invented(tmp_path / "project", program=False)
    for slug in ("luat-11-2012-qh13", "nghi-dinh-33-2014-nd-cp"):
        page = project / "docs" / "van-ban" / slug / "index.md"
        page.write_text(
            page.read_text(encoding="utf-8") + "\nXem khoản 1 Điều 999 Nghị định 33/2014/NĐ-CP.\n",
            "utf-8",
        )
    done = build(project, tmp_path / "site")
    assert done.returncode != 0
    for slug in ("luat-11-2012-qh13", "nghi-dinh-33-2014-nd-cp"):
        assert f"docs/van-ban/{slug}/index.md:" in done.stderr


@pytest.mark.parametrize(("anchor", "built"), [("muc-1", True), ("muc-99", False)])
def test_a_link_to_an_anchor_that_is_not_there_stops_the_build(
    tmp_path: Path, anchor: str, built: bool
) -> None:
    """Two pages are enough: it is the settings that are tried."""
    project = copy_project(tmp_path / "project", without=("docs", "dia-chi.txt", "dinh-chinh.yml"))
    (project / "docs" / "cong-van").mkdir(parents=True)
    (project / "docs" / "index.md").write_text(
        f"# Trang chủ\n\n[Mục](cong-van/index.md#{anchor})\n", encoding="utf-8"
    )
    (project / "docs" / "cong-van" / "index.md").write_text(
        "# Công văn\n\n## Mục 1 {#muc-1}\n\nMột việc.\n", encoding="utf-8"
    )
    (project / "dia-chi.txt").write_text(f"{counted('./')}\n./\n", encoding="utf-8")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"(?m)^  menu:\n(?: {4}.*\n)+", "", text), encoding="utf-8")
    done = build(project, tmp_path / "site")
    assert (done.returncode == 0) is built, done.stderr
    assert (anchor in done.stderr) is not built
