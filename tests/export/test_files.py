"""Files that a build writes beside its pages: codes, what is kept, the ZIP, one style sheet."""

from __future__ import annotations

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from building import ROOT
from vanban.features.offline import archive, service_worker
from vanban.features.share import qr
from vanban.publish import bundle
from vanban.publish.public_address import public_address

THEME = ROOT / "hooks" / "theme"


@pytest.mark.parametrize(
    ("site_url", "address"),
    [
        ("https://truong.example/mxh/", "https://truong.example/mxh/"),
        ("http://127.0.0.1:8000/", ""),  # nobody else could open it
        ("http://localhost:8000/", ""),
        ("http://[::1]:8000/", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_only_a_public_address_makes_codes(site_url: str | None, address: str) -> None:
    assert public_address(site_url) == address


@pytest.mark.parametrize(
    ("site_url", "written"),
    [("http://127.0.0.1:8000/", True), ("https://truong.example/", False), ("", False)],
)
def test_an_editor_at_work_is_shown_no_old_page(site_url: str, written: bool) -> None:
    assert service_worker.is_being_written(site_url) is written


def test_a_code_is_black_on_white_with_room_around() -> None:
    code = qr.svg("https://truong.example/nd72/", "in-ma")
    assert code.startswith("<svg ")
    assert 'class="in-ma"' in code
    size = int(re.findall(r'viewBox="0 0 (\d+) \1"', code)[0])
    assert size == 29 + 8  # version 3, and four modules of quiet on either side
    assert re.search(r'fill="#fff"', code)
    assert re.search(r'stroke="#000"', code)
    assert "width=" not in code.partition(">")[0].replace("stroke-width", "")
    assert "class=" not in qr.svg("https://truong.example/")
    assert code != qr.svg("https://truong.example/nd73/", "in-ma")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "index.html": "<p>nhà",
        "a/index.html": "<p>a",
        "a/ảnh.png": "x",
        "a/bai.pptx": "slide",
        "nd72/1/index.html": "<p>share",
        "404.html": "<p>404",
        "sitemap.xml": "<x>",
        "search/search_index.json": "{}",
        "other.json": "{}",
        "assets/stylesheets/page.0123abcd.css": "p{}",
        "assets/javascripts/page.0123abcd.js": "1",
        "assets/javascripts/handout.js": "2",
    }
    for name, text in files.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def kept(site: Path, without: tuple[str, ...] = ("nd72",)) -> list[str]:
    return [item.address for item in service_worker.kept_files(site, without)]


def test_what_a_browser_keeps(site: Path) -> None:
    assert kept(site) == [
        "a/",
        "a/%E1%BA%A3nh.png",
        "assets/javascripts/handout.js",
        "assets/javascripts/page.0123abcd.js",
        "assets/stylesheets/page.0123abcd.css",
        "",  # the first page
        "search/search_index.json",
    ]
    assert "nd72/1/" in kept(site, ())


def test_the_list_names_a_version_that_changes_with_any_byte(site: Path) -> None:
    def written() -> dict[str, object]:
        service_worker.write(site, "20/5/2025", ("nd72",))
        found: dict[str, object] = json.loads((site / "ngoai-tuyen.json").read_text("utf-8"))
        return found

    first = written()
    assert [row[0] for row in first["tep"]] == kept(site)  # type: ignore[attr-defined]
    assert all(len(row[1]) == 12 for row in first["tep"])  # type: ignore[attr-defined]
    assert first["nang"] > 0  # type: ignore[operator]
    worker = (site / "sw.js").read_text("utf-8")
    assert f'const VERSION="{first["phien"]}"' in worker
    shell = json.loads(worker.partition("const SHELL=")[2].partition("\n")[0])
    # what every page asks for, and not the script of one page
    assert shell == [
        "assets/javascripts/page.0123abcd.js",
        "assets/stylesheets/page.0123abcd.css",
    ]
    page = (site / "ngoai-tuyen.html").read_text("utf-8")
    assert "20/5/2025" in page
    assert "{{" not in page + worker
    assert written() == first  # nothing of its own is in the list
    (site / "a" / "index.html").write_text("<p>b", encoding="utf-8")
    assert written()["phien"] != first["phien"]


def test_another_day_of_checking_is_another_version(site: Path) -> None:
    service_worker.write(site, "20/5/2025")
    first = (site / "ngoai-tuyen.json").read_text("utf-8")
    service_worker.write(site, "21/5/2025")
    assert (site / "ngoai-tuyen.json").read_text("utf-8") != first


def test_the_zip_is_the_same_each_time_and_opens_in_one_folder(site: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "1.zip", tmp_path / "2.zip"
    archive.pack(site, one)
    (site / "index.html").touch()
    archive.pack(site, other)
    assert one.read_bytes() == other.read_bytes()
    with ZipFile(one) as packed:
        names = packed.namelist()
        assert names[0] == f"{archive.FOLDER}/DOC-TRUOC.txt"
        assert packed.read(names[0]).startswith(b"\xef\xbb\xbf")  # Notepad reads it as UTF-8
        assert packed.read(f"{archive.FOLDER}/a/index.html") == b"<p>a"
        for entry in packed.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.external_attr >> 16) & 0o777 == 0o644
    assert {name.partition("/")[0] for name in names} == {archive.FOLDER}
    assert f"{archive.FOLDER}/a/bai.pptx" in names
    for served_only in ("404.html", "sitemap.xml", "search/search_index.json"):
        assert f"{archive.FOLDER}/{served_only}" not in names


def test_a_style_keeps_its_strings_and_loses_what_is_idle() -> None:
    source = "/* note */ p , b { content: \" · /* no note */ \"; color : red ;\n}\n\n a{x:'; '}"
    assert "".join(bundle.style([source, "i { x: y }"]).split("\n")) == (
        'p,b{content:" · /* no note */ ";color:red}a{x:"; "}i{x:y}'
    )


def test_a_page_loses_its_indentation_and_no_text() -> None:
    page = (
        "\n<p>\n  a <b>x</b>\n</p>\n   <div>\n    <i>y</i></div><pre>\n  1\n\n  <b>\n</pre>\n  <p>z"
    )
    assert bundle.page(page) == (
        "<p>\n  a <b>x</b>\n</p>\n<div>\n<i>y</i></div><pre>\n  1\n\n  <b>\n</pre>\n<p>z\n"
    )


@pytest.mark.parametrize(
    ("path", "spare"),
    [
        ("assets/javascripts/bundle.1.min.js.map", True),
        ("assets/javascripts/lunr/min/lunr.vi.min.js", True),
        ("assets/javascripts/lunr/min/lunr.multi.min.js", True),
        ("assets/javascripts/lunr/min/lunr.de.min.js", True),
        ("assets/javascripts/lunr/wordcut.js", True),
        ("assets/javascripts/lunr/tinyseg.js", True),
        ("tap-huan/lunr.de.min.js", False),
    ],
)
def test_what_no_page_asks_for(path: str, spare: bool) -> None:
    assert bundle.is_spare(path) is spare


def test_the_palette_without_the_colours_on_offer() -> None:
    offered = "[data-md-color-primary=red]{a:b}"
    kept = ":root{c:d}[data-md-color-scheme=slate]{e:f}"
    assert bundle.palette(offered + kept) == kept
    mixed = "[data-md-color-primary=red],.x{a:b}"  # said of something else as well
    assert bundle.palette(mixed) == mixed


def test_which_files_are_the_theme_s_own() -> None:
    assert bundle.is_main("assets/stylesheets/main.0a1b.min.css")
    assert not bundle.is_main("assets/stylesheets/main.0a1b.min.css.map")
    assert bundle.is_palette("assets/stylesheets/palette.0a1b.min.css")
    assert not bundle.is_palette("assets/stylesheets/main.0a1b.min.css")
