"""What a site ships so that a browser can judge: which modules, under which names, how much."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import html
from synthetic.pages import Reader, find, one, words
from vanban.features import FEATURES
from vanban.features.draft import judge_page, shipped
from vanban.features.draft.in_browser import Knowledge
from vanban.features.draft.packed import unpacked
from vanban.page.context import PageContext
from vanban.page.fragments import Fragments

PROGRAM = {
    "a/start.py": (
        "from __future__ import annotations\nfrom typing import TYPE_CHECKING\n"
        "from . import beside\nfrom ..b.far import thing\n"
        "if TYPE_CHECKING:\n    from ..b import typed\n"
        "def later():\n    from .late import x\n"
    ),
    "a/__init__.py": "",
    "a/beside.py": "import re, os.path\n",
    "a/late.py": "x = 1\n",
    "a/unused.py": "import yaml\n",
    "b/__init__.py": "",
    "b/far.py": "from .start import thing\n",
    "b/start.py": "thing = 1\n",
    "b/typed.py": "import yaml\n",
}
"""A program of which ``a/start.py`` is run; its other modules are imported, or not."""
RUN = ["a/__init__.py", "a/beside.py", "a/late.py", "a/start.py", "b/__init__.py", "b/far.py"]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "program"
    write(root, PROGRAM)
    monkeypatch.setattr(shipped, "_PROGRAM", root)
    monkeypatch.setattr(shipped, "_ENTRY", "a.start")
    return root


def write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def test_all_that_is_imported_is_shipped_and_nothing_else(program: Path) -> None:
    found = shipped.modules()
    assert list(found) == [*RUN, "b/start.py"]
    assert found["a/late.py"] == b"x = 1\n"


@pytest.mark.parametrize(
    "line", ["import yaml", "from yaml import load", "import re, yaml", "from yaml.x import y"]
)
def test_a_module_that_needs_a_package_stops_the_build(program: Path, line: str) -> None:
    (program / "b/far.py").write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"far\.py: yaml(\.x)? is not there"):
        shipped.modules()


@pytest.fixture
def root(program: Path, tmp_path: Path) -> Path:
    """A project where Pyodide was installed."""
    write(tmp_path, {f"{shipped.PACKAGE}/{name}": name * 99 for name in shipped._ENGINE})
    return tmp_path


def test_without_pyodide_nothing_is_shipped(root: Path, reader: Reader) -> None:
    (root / shipped.PACKAGE / "pyodide-lock.json").unlink()
    assert shipped.shipped(root, reader.library) is None


def test_what_lies_in_the_two_folders(root: Path, reader: Reader) -> None:
    found = shipped.shipped(root, reader.library)
    assert found is not None
    assert found.engine.startswith("assets/pyodide.")
    assert found.ours.startswith("assets/xet.")
    names = [*(f"{found.engine}{name}" for name in shipped._ENGINE)]
    assert list(found.files) == [
        *names,
        *(f"{found.ours}{name}" for name in ("worker.js", "ma.zip", "kho.json")),
    ]
    assert found.worker == f"{found.ours}worker.js"
    assert b"pyodide" in found.files[found.worker]
    assert b"import " not in found.files[found.worker].split(b"\n")[0]
    with zipfile.ZipFile(BytesIO(found.files[f"{found.ours}ma.zip"])) as archive:
        assert archive.namelist() == [*RUN, "b/start.py"]
    text = found.files[f"{found.ours}kho.json"].decode()
    assert "Luật Thử nghiệm" in text  # letters as they are, without spaces: a third of the bytes
    assert '", "' not in text.split("Luật")[0]
    assert unpacked(Knowledge, json.loads(text)) == shipped.knowledge(reader.library)


def test_how_much_travels(root: Path, reader: Reader) -> None:
    """A worker sees all come in but scripts; what travels is compressed."""
    found = shipped.shipped(root, reader.library)
    assert found is not None
    seen = {path: body for path, body in found.files.items() if not path.endswith(".js")}
    assert len(seen) == 5
    assert found.counted == sum(map(len, seen.values()))
    sizes = [len(gzip.compress(body, 6, mtime=0)) for body in found.files.values()]
    assert found.megabytes == pytest.approx(sum(sizes) / 1e6)


def test_another_file_has_another_name(root: Path, reader: Reader, program: Path) -> None:
    first, again = shipped.shipped(root, reader.library), shipped.shipped(root, reader.library)
    assert first == again
    (root / shipped.PACKAGE / "pyodide.js").write_bytes(b"another")
    other = shipped.shipped(root, reader.library)
    (program / "a/late.py").write_bytes(b"x = 2\n")
    ours = shipped.shipped(root, reader.library)
    assert first is not None
    assert other is not None
    assert ours is not None
    assert (first.engine != other.engine, first.ours == other.ours) == (True, True)
    assert (other.engine == ours.engine, other.ours != ours.ours) == (True, True)


def test_the_page_says_how_much_it_will_load(root: Path, reader: Reader) -> None:
    found = shipped.Shipped({"assets/x.1/a.wasm": b"\0" * 7}, "assets/pyodide.1/", "assets/xet.2/")
    page = drawn(found, reader)
    form = find(page, "form.xet")[0]
    assert (form.get("data-tho"), form.get("data-may")) == (
        "assets/xet.2/worker.js",
        "assets/pyodide.1/",
    )
    assert words(one(page, "button")) == "Tải phần xét (0,0 MB) và xét"
    assert one(page, "progress").get("max") == "7"


def test_the_page_says_where_a_site_does_not_judge(reader: Reader) -> None:
    page = drawn(None, reader)
    assert find(page, "form") == []
    assert words(page).startswith("Bản này của trang không mang phần xét trong trình duyệt.")


def drawn(found: shipped.Shipped | None, reader: Reader) -> html.HtmlElement:
    here = PageContext(reader.library, reader.library.corpus.pages["index.md"], Fragments(FEATURES))
    elements = judge_page.tables(found)[judge_page.DRAWN](here)
    text = "".join(ElementTree.tostring(element, "unicode") for element in elements)
    return html.fragment_fromstring(text, create_parent="main")
