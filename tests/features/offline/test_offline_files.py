"""What a browser keeps for reading without a connection, and the site as a ZIP."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from synthetic.pages import Reader, read, today
from vanban.features.moved.moved_pages import MovedPages
from vanban.features.offline import archive, service_worker
from vanban.features.offline.built_site import BuiltSite
from vanban.features.offline.lists import MOST, Kept, Way, digest, lists
from vanban.law.moves import moves_of
from vanban.publish.written import Written

DAY = date(2025, 5, 20)
KEYS = ("tep", "dan", "duoi", "ngan", "cung")


@pytest.mark.parametrize(
    ("site_url", "written"),
    [
        ("http://127.0.0.1:8000/", True),
        ("http://localhost:8000/a/", True),
        ("https://noi-bo.invalid/a/", False),
        ("", False),
        (None, False),
    ],
)
def test_an_editor_at_work_is_shown_no_old_page(site_url: str | None, written: bool) -> None:
    assert service_worker.is_being_written(site_url) is written


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "index.html": "<p>assets/javascripts/page.0123abcd.js",
        "a/index.html": "<p>a",
        "a/ảnh.png": "x",
        "a/bai.pptx": "slide",
        "cong-van/index.html": "<p>assets/javascripts/filter.0123abcd.js",
        "nd72/1/index.html": '<meta http-equiv="refresh" content="0;url=../../a/#dieu-1">',
        "nd72/1/nay/index.html": "<p>choose",
        "nd72/1/qr.svg": "<svg/>",
        "404.html": "<p>404",
        "sitemap.xml": "<x>",
        "other.json": "{}",
        "assets/stylesheets/page.0123abcd.css": "p{}",
        "assets/javascripts/page.0123abcd.js": '"assets/javascripts/share.0123abcd.js"',
        "assets/javascripts/filter.0123abcd.js": "2",
        "assets/javascripts/quiz.0123abcd.js": "3",
        "assets/javascripts/share.0123abcd.js": '"assets/javascripts/handout-data.0123abcd.js"',
        "assets/javascripts/handout-data.0123abcd.js": "[]",
    }
    for name, text in files.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def built(site: Path) -> BuiltSite:
    return BuiltSite(site, frozenset({"404.html"}), ("cong-van/",))


def test_what_a_browser_may_keep(site: Path) -> None:
    assert [item.address for item in built(site).files] == [
        "a/bai.pptx",
        "a/",
        "a/%E1%BA%A3nh.png",
        "assets/javascripts/filter.0123abcd.js",
        "assets/javascripts/handout-data.0123abcd.js",
        "assets/javascripts/page.0123abcd.js",
        "assets/javascripts/quiz.0123abcd.js",
        "assets/javascripts/share.0123abcd.js",
        "assets/stylesheets/page.0123abcd.css",
        "cong-van/",
        "",  # the first page
        "nd72/1/nay/",
        "nd72/1/qr.svg",
    ]


def test_forms_that_pages_give_are_not_kept(site: Path) -> None:
    """Their links do not name their content: an older one would be given, no word said."""
    for name in ("a/don.docx", "a/bang.xlsx", "a/don.pdf", "a/loa.mp3", "a/ban.zip"):
        (site / name).write_text("x", encoding="utf-8")
    assert {item.address for item in built(site).files}.isdisjoint(
        {"a/don.docx", "a/bang.xlsx", "a/don.pdf", "a/loa.mp3", "a/ban.zip"}
    )


def test_a_page_that_leads_on_is_a_line_of_a_list(site: Path) -> None:
    assert built(site).ways == (Way("nd72/1/", "a/#dieu-1"),)


def test_an_address_that_has_moved_is_a_line_of_a_list(site: Path) -> None:
    """As the build writes it for the invented project: with a question that says what moved."""
    ledger = """\
tinh-huong/mau-do/ → tinh-huong/do-mau/
lt12/5/1/dd/
lt12/* → tn12/*
hai-noi/ → tinh-huong/do-mau/
hai-noi/#phan → tn12/5/1/dd/
"""
    library = Reader(read(), today()).library
    pages = {
        page.path: page.html
        for page in MovedPages(library, moves_of(library.corpus, ledger), True).all()
    }
    there = ("tinh-huong/do-mau/", "van-ban/luat-11-2012-qh13/dieu-5/")
    for address, text in [*pages.items(), *((address, "<p>") for address in there)]:
        (site / address).mkdir(parents=True)
        (site / address / "index.html").write_text(text, encoding="utf-8")
    found = {way.address: way.to for way in built(site).ways}
    assert found["tinh-huong/mau-do/"] == "tinh-huong/do-mau/?tu=tinh-huong/mau-do/"
    assert found["lt12/5/1/dd/"] == (
        "van-ban/luat-11-2012-qh13/dieu-5/?tu=lt12/5/1/dd/#dieu-5-khoan-1-diem-dd"
    )
    # A page whose parts went to several places knows itself where: it stays a file.
    assert "hai-noi/" not in found
    assert "hai-noi/" in {item.address for item in built(site).files}


def test_a_short_address_that_has_moved_comes_with_what_it_leads_to() -> None:
    made = lists([Kept("a/", "0" * 32, 1)], [Way("cu/", "a/?tu=cu/#x")], [])
    assert json.loads(made.texts[made.first])["cung"] == [["a/", "cu/"]]


def test_what_comes_unasked_is_the_first_pages_and_what_they_need(site: Path) -> None:
    assert set(built(site).start) == {
        "",
        "cong-van/",
        "assets/javascripts/filter.0123abcd.js",
        "assets/javascripts/page.0123abcd.js",
        "assets/javascripts/share.0123abcd.js",  # a script that a script fetches; not its table
    }


def everything(site: Path, day: date = DAY) -> dict[str, bytes]:
    """What a release writes."""
    service_worker.write(site, day)
    written = [*site.glob("ngoai-tuyen/*"), site / "sw.js", site / "ngoai-tuyen.html"]
    return {file.name: file.read_bytes() for file in written}


def test_a_release_differs_with_any_byte_and_with_nothing_else(site: Path) -> None:
    first = everything(site)
    assert everything(site) == first  # nothing of its own is in the lists
    assert not any(b"{{" in body for body in first.values())
    (site / "a" / "index.html").write_text("<p>b", encoding="utf-8")
    second = everything(site)
    assert second["sw.js"] != first["sw.js"]
    assert second["ngoai-tuyen.html"] == first["ngoai-tuyen.html"]
    assert len(second) == len(first)  # no list of the release before stays


def test_another_day_of_checking_is_another_release(site: Path) -> None:
    first = everything(site)
    second = everything(site, date(2025, 5, 21))
    assert second["sw.js"] != first["sw.js"]
    assert "21/5/2025" in second["ngoai-tuyen.html"].decode()


def test_a_list_is_named_after_its_digest(site: Path) -> None:
    for name, body in everything(site).items():
        if name.endswith(".txt"):
            assert hashlib.sha256(body).hexdigest().startswith(name.removesuffix(".txt"))


def test_a_release_that_keeps_nothing_has_a_worker_too(site: Path) -> None:
    service_worker.write(site, DAY)
    service_worker.write(site, DAY, keeps=False)
    assert "unregister()" in (site / "sw.js").read_text("utf-8")
    assert not (site / "ngoai-tuyen").exists()
    assert not (site / "ngoai-tuyen.html").exists()


def rows(count: int, pages: int) -> list[Kept]:
    """Files of so many folders, each with so many pages."""
    names = [f"van-ban/v{number}/dieu-{page}/" for number in range(count) for page in range(pages)]
    return [Kept(name, name.rjust(32, "0")[-32:], 1) for name in sorted(names)]


@pytest.mark.parametrize(
    ("count", "pages"),
    [
        (1, 3),
        (1, 5000),  # one instrument with more articles than any
        (300, 30),
        (8000, 1),  # folders with a single page, spread twice
        (8000, 2),
    ],
)
def test_no_list_grows_with_the_site_and_every_file_is_found(count: int, pages: int) -> None:
    files = rows(count, pages)
    made = lists(files, [], [])
    tables = {name: json.loads(text) for name, text in made.texts.items()}

    def found(folder: str, name: str) -> Iterator[tuple[str, str]]:
        table = tables[name]
        for rest, content in table["tep"]:
            yield folder + rest, content
        for step, below in table["duoi"]:
            yield from found(folder + step, below)
        for _, below in table["ngan"]:
            yield from found(folder, below)

    assert sorted(found("", made.first)) == sorted((item.address, item.digest) for item in files)
    assert max(sum(len(table[key]) for key in KEYS) for table in tables.values()) <= MOST
    assert max(map(len, made.texts.values())) < 20_000
    assert (tables[made.first]["so"], tables[made.first]["nang"]) == (len(files), len(files))


def test_one_changed_file_changes_the_lists_above_it_alone() -> None:
    files = rows(300, 30)
    changed = [*files[:100], replace(files[100], digest="f" * 32), *files[101:]]
    first, second = lists(files, [], []), lists(changed, [], [])
    assert len(set(second.texts) - set(first.texts)) <= 4


def test_the_zip_is_the_same_each_time_and_opens_in_one_folder(site: Path, tmp_path: Path) -> None:
    service_worker.write(site, DAY, keeps=False)  # of use on a server
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
            assert entry.date_time < (2026, 1, 1)  # of the content alone (zipped.py)
            assert (entry.external_attr >> 16) & 0o777 == 0o644
    assert {name.partition("/")[0] for name in names} == {archive.FOLDER}
    assert f"{archive.FOLDER}/a/bai.pptx" in names
    for served_only in ("404.html", "sitemap.xml", "sw.js"):
        assert f"{archive.FOLDER}/{served_only}" not in names


def test_what_was_just_written_is_not_read_again(site: Path) -> None:
    written = Written(site)
    written.write("a/index.html", "mới")
    (site / "a" / "index.html").write_text("đọc lại thì khác", encoding="utf-8")
    found = BuiltSite(site, frozenset(), known=written.bodies).files
    assert next(one.digest for one in found if one.address == "a/") == digest("mới".encode())
