"""What a browser gets to judge with: the same corpus, the same addresses, only what it can run."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from building import ROOT
from vanban.features.draft import shipped
from vanban.features.draft.in_browser import Judge, Knowledge, linked
from vanban.features.draft.packed import packed, unpacked
from vanban.law.instrument import Target
from vanban.law.site_address import SiteAddresses
from vanban.project import Project, open_project


@cache
def project(folder: str) -> Project:
    return open_project(ROOT / folder)


@pytest.mark.parametrize("folder", [".", "tests/synthetic"])
def test_the_same_corpus_comes_out_that_went_in(folder: str) -> None:
    """Every value of every instrument; and each unit is linked where the site shows it."""
    library = project(folder).library
    known = shipped.knowledge(library)
    text = json.dumps(packed(known))
    assert unpacked(Knowledge, json.loads(text)) == known
    judge, at = Judge(text), SiteAddresses(directories=True)
    for slug, instrument in library.corpus.instruments.items():
        for unit in (None, *instrument.outline.units):
            target = Target(slug, unit)
            assert judge.address(target) == at.place(library.corpus.address(target))


def test_the_modules_run_with_nothing_but_the_standard_library(tmp_path: Path) -> None:
    """In a Python without any package, out of the archive itself."""
    archive = tmp_path / "ma.zip"
    archive.write_bytes(shipped._zip(shipped.modules()))
    known = json.dumps(packed(shipped.knowledge(project("tests/synthetic").library)))
    (tmp_path / "kho.json").write_text(known, "utf-8")
    program = f"""
import sys
sys.path[:] = [{str(archive)!r}, *(one for one in sys.path if "hooks" not in one)]
from vanban.features.draft.in_browser import Judge
judge = Judge(open("kho.json", encoding="utf-8").read())
print(judge.judge("Điều 7 Luật Thử nghiệm năm 2023", "", "2025-05-20"))
"""
    line = [sys.executable, "-S", "-E", "-X", "utf8", "-c", program]
    done = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["tim-thay"][0]["xet"] == "còn hiệu lực"


def test_a_module_that_needs_a_package_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.py").write_text("from __future__ import annotations\nfrom .b import c\n")
    (tmp_path / "b.py").write_text("import re\nimport yaml\n")
    monkeypatch.setattr(shipped, "_PROGRAM", tmp_path)
    monkeypatch.setattr(shipped, "_ENTRY", "a")
    with pytest.raises(ValueError, match=r"b\.py: yaml is not there"):
        shipped.modules()


def test_a_project_without_pyodide_ships_nothing(tmp_path: Path) -> None:
    assert shipped.shipped(tmp_path, project("tests/synthetic").library) is None


def test_what_is_shipped_is_named_after_what_it_is(tmp_path: Path) -> None:
    """The same sources make the same names and bytes; another file another name."""
    package = tmp_path / shipped.PACKAGE
    package.mkdir(parents=True)
    for name in shipped._ENGINE:
        (package / name).write_bytes(name.encode())
    library = project("tests/synthetic").library
    first, again = shipped.shipped(tmp_path, library), shipped.shipped(tmp_path, library)
    (package / "pyodide.js").write_bytes(b"another")
    other = shipped.shipped(tmp_path, library)
    assert first is not None
    assert other is not None
    assert first == again
    assert first.engine != other.engine
    assert first.ours == other.ours
    with zipfile.ZipFile(BytesIO(first.files[f"{first.ours}ma.zip"])) as archive:
        assert "vanban/cite/engine.py" in archive.namelist()
        assert not [name for name in archive.namelist() if "/commands/" in name]
    heard = {f"{first.engine}{name}" for name in shipped._ENGINE if not name.endswith(".js")}
    heard |= {f"{first.ours}ma.zip", f"{first.ours}kho.json"}
    assert first.counted == sum(len(first.files[path]) for path in heard)


@pytest.mark.parametrize(
    ("sentence", "names", "parts"),
    [
        ("Nay: Điều 7 (rõ)", {"Điều 7": "a"}, [("Nay: ", ""), ("Điều 7", "a"), (" (rõ)", "")]),
        # the longer name wins, and a name is no part of a longer word
        ("khoản 1 Điều 7", {"Điều 7": "a", "khoản 1 Điều 7": "b"}, [("khoản 1 Điều 7", "b")]),
        ("Điều 70.", {"Điều 7": "a"}, [("Điều 70.", "")]),
        ("Điều 7.", {}, [("Điều 7.", "")]),
    ],
)
def test_names_in_a_sentence_are_links(
    sentence: str, names: dict[str, str], parts: list[tuple[str, str]]
) -> None:
    assert list(linked(sentence, names)) == parts
