"""A file gets the name of its content, and everything that names it follows."""

from __future__ import annotations

from pathlib import Path

from vanban.publish.digests import digest, stamp
from vanban.publish.written import Written


def stamped(root: Path, *, versions: bool) -> dict[str, str]:
    files = {
        "index.html": '<link href="assets/b.css"><a href="x.pptx">x</a> <a href="y/d.pptx">d</a>',
        "y/index.html": '<script src="../assets/js/a.js"></script><a href="d.pptx">d</a>',
        "y/d.pptx": "slides",
        "assets/js/a.js": 'load("assets/b.css")',
        "assets/b.css": "b{}",
        "assets/c.0123abcd.min.css": "c{}",
        "assets/anh.png": "assets/b.css",
    }
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    stamp(Written(root), versions=versions)
    found = (file for file in root.rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_text("utf-8") for file in found}


def test_names_follow_contents(tmp_path: Path) -> None:
    style, picture, other = digest(b"b{}"), digest(b"assets/b.css"), digest(b"c{}")
    script = f'load("assets/b.{style}.css")'
    name = f"assets/js/a.{digest(script.encode())}.js"
    assert stamped(tmp_path, versions=True) == {
        "index.html": f'<link href="assets/b.{style}.css"><a href="x.pptx">x</a> '
        f'<a href="y/d.pptx?v={digest(b"slides")}">d</a>',
        "y/index.html": f'<script src="../{name}"></script>'
        f'<a href="d.pptx?v={digest(b"slides")}">d</a>',
        "y/d.pptx": "slides",  # people link to it
        name: script,
        f"assets/b.{style}.css": "b{}",
        f"assets/c.{other}.min.css": "c{}",  # one digest, in its place
        f"assets/anh.{picture}.png": "assets/b.css",  # no text: nothing in it is a name
    }


def test_pages_are_in_hand_as_they_were_written(tmp_path: Path) -> None:
    """Whoever comes next would else read them all again."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/b.css").write_bytes(b"b{}")
    (tmp_path / "index.html").write_bytes(b'<link href="assets/b.css">')
    (tmp_path / "404.html").write_bytes(b"<p>no asset\r\n")
    site = Written(tmp_path)
    stamp(site, versions=True)
    pages = {file.name: file.read_bytes() for file in tmp_path.glob("*.html")}
    assert site.bodies == pages
    assert digest(b"b{}").encode() in pages["index.html"]
    assert pages["404.html"].endswith(b"\r\n")


def test_from_a_disk_no_link_has_a_question_mark(tmp_path: Path) -> None:
    pages = [text for name, text in stamped(tmp_path, versions=False).items() if "html" in name]
    assert not any("?" in text for text in pages)


def test_a_page_made_later_names_what_another_build_has(tmp_path: Path) -> None:
    """Its template speaks of the old names; a style has changed since."""
    page = '<link href="../assets/b.css"><link href="../assets/c.0123abcd.min.css">'
    builds = []
    for at, style in enumerate(("b{}", "b{new}")):
        site = tmp_path / str(at)
        (site / "assets").mkdir(parents=True)
        (site / "y").mkdir()
        (site / "assets/b.css").write_text(style, "utf-8")
        (site / "assets/c.0123abcd.min.css").write_text("c{}", "utf-8")
        (site / "y/d.pptx").write_text(style, "utf-8")
        builds.append((site, stamp(Written(site), versions=True)))
    (_, first), (other, _) = builds
    assert first.at(other).put(f'{page}<a href="d.pptx">', "y/index.html") == (
        f'<link href="../assets/b.{digest(b"b{new}")}.css">'
        f'<link href="../assets/c.{digest(b"c{}")}.min.css">'
        f'<a href="d.pptx?v={digest(b"b{new}")}">'
    )


def test_the_folder_that_leads_on_from_slides_that_moved_is_no_file(tmp_path: Path) -> None:
    moved = tmp_path / "tap-huan" / "cu.pptx" / "index.html"
    moved.parent.mkdir(parents=True)
    moved.write_text('<a href="../moi.pptx?tu=tap-huan/cu.pptx">Nay ở</a>', "utf-8")
    (tmp_path / "tap-huan" / "moi.pptx").write_text("slides", "utf-8")
    stamp(Written(tmp_path), versions=True)
    assert 'href="../moi.pptx?' in moved.read_text("utf-8")
