"""A file that changes gets another name: no cache can give an old one."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from building import Site
from vanban.publish.digests import digest, stamp
from vanban.publish.written import Written

NAME = re.compile(r"\.([0-9a-f]{8})\.")
NAMED = re.compile(r"assets/[\w./-]*\w")


def mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]


def test_every_asset_is_named_after_what_is_in_it(site: Site) -> None:
    files = list((site.root / "assets").rglob("*.*"))
    names = {file: file.relative_to(site.root).as_posix() for file in files}
    wrong = {
        name: mark(file.read_bytes())
        for file, name in names.items()
        if NAME.findall(name) != [mark(file.read_bytes())]
    }
    assert wrong == {}
    assert len(files) > 15


def test_what_pages_ask_for_is_named_so_and_is_there(site: Site) -> None:
    # Pictures of addresses and the feed are addresses themselves; pages link to each other.
    plain = re.compile(r"(^|/)(qr\.svg|thay-doi\.xml|)$|\.html$")
    asked = set()
    for page in site.pages:
        for link in site.links(page):
            if link.element in ("script", "link", "img") and link.internal:
                asked.add(link.path)
    asked = {path for path in asked if not plain.search(path)}
    assert len(asked) > 8
    assert {path for path in asked if not NAME.search(path)} == set()
    assert {path for path in asked if not (site.root / path).is_file()} == set()


def test_what_scripts_ask_for_is_named_so_and_is_there(site: Site) -> None:
    texts = {
        file: file.read_text(encoding="utf-8")
        for file in site.root.glob("assets/**/*.*")
        if file.suffix in (".js", ".css")
    }
    texts |= {
        site.file(page): site.file(page).read_text(encoding="utf-8") for page in ("", "cong-van/")
    }
    asked = {(file.name, path) for file, text in texts.items() for path in NAMED.findall(text)}
    known = {file.relative_to(site.root).as_posix() for file in site.root.rglob("*.*")}
    # Only whole names of files.
    wrong = {(name, path) for name, path in asked if "." in path and path not in known}
    assert wrong == set()
    assert {path for _, path in asked if "/search-texts." in path} != set()


def test_a_file_with_a_fixed_name_is_linked_in_its_version(site: Site) -> None:
    links = [link for page in site.pages for link in site.links(page) if ".pptx" in link.address]
    assert links
    for link in links:
        assert link.address.endswith(f".pptx?v={mark((site.root / link.path).read_bytes())}")


def written(root: Path, **files: str) -> Path:
    for name, text in files.items():
        file = root / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def test_a_change_below_renames_all_above(tmp_path: Path) -> None:
    def names(folder: str, deep: str) -> list[str]:
        root = written(
            tmp_path / folder,
            **{
                "index.html": '<script src="./assets/a.js"></script>',
                "x__index.html": '<script src="../assets/a.js"></script><p>assets/unknown.js</p>',
                "assets__a.js": 'load("assets/b.js")',
                "assets__b.js": 'load("assets/c.0123abcd.min.css")',
                "assets__c.0123abcd.min.css": deep,
            },
        )
        stamp(Written(root), versions=True)
        one = NAMED.findall((root / "index.html").read_text())
        assert [*one, "assets/unknown.js"] == NAMED.findall((root / "x/index.html").read_text())
        assert f'"{one[0]}"'.count(".") == 2  # one digest, after the name
        return sorted(file.name for file in (root / "assets").iterdir())

    first, second = names("one", "a{}"), names("two", "b{}")
    assert f"c.{digest(b'a{}')}.min.css" in first
    assert not set(first) & set(second)


def test_assets_that_name_each_other_are_refused(tmp_path: Path) -> None:
    root = written(tmp_path, **{"assets__a.js": "assets/b.js", "assets__b.js": "assets/a.js"})
    with pytest.raises(ValueError, match="each other: assets/a"):
        stamp(Written(root), versions=True)
