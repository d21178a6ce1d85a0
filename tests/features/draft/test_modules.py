"""The real modules, as a browser gets them: they run, and their names follow from what they are.

Not for trying faults: a fault stands in a module together with what puts it there.
"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from building import ROOT
from vanban.features.draft import shipped
from vanban.features.draft.packed import packed
from vanban.page.library import Library
from vanban.project import open_project


@cache
def library() -> Library:
    return open_project(ROOT / "tests/synthetic").library


def test_the_modules_run_with_nothing_but_the_standard_library(tmp_path: Path) -> None:
    """In a Python without any package, out of the archive itself."""
    archive = tmp_path / "ma.zip"
    archive.write_bytes(shipped._zip(shipped.modules()))
    known = json.dumps(packed(shipped.knowledge(library())))
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


def test_what_is_shipped_is_named_after_what_it_is(tmp_path: Path) -> None:
    """The same sources make the same names and bytes; another file another name."""
    package = tmp_path / shipped.PACKAGE
    package.mkdir(parents=True)
    for name in shipped._ENGINE:
        (package / name).write_bytes(name.encode())
    first, again = shipped.shipped(tmp_path, library()), shipped.shipped(tmp_path, library())
    (package / "pyodide.js").write_bytes(b"another")
    other = shipped.shipped(tmp_path, library())
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
