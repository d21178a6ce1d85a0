"""What a browser keeps for reading without a connection, and the site as a ZIP."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from vanban.features.offline import archive, service_worker


@pytest.mark.parametrize(
    ("site_url", "written"),
    [("http://127.0.0.1:8000/", True), ("https://truong.example/", False), ("", False)],
)
def test_an_editor_at_work_is_shown_no_old_page(site_url: str, written: bool) -> None:
    assert service_worker.is_being_written(site_url) is written


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
    for served_only in ("404.html", "sitemap.xml"):
        assert f"{archive.FOLDER}/{served_only}" not in names
