"""Real servers with the settings that come with the project say what they were told."""

from __future__ import annotations

import subprocess
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest
from browser.servers import REAL
from vanban.publish.hosting import (
    ASK_AGAIN,
    FILE,
    FOR_EVER,
    HEADERS,
    POLICY,
    WORKER_POLICY,
    headers_file,
)

WORKER = "assets/xet.0123abcd/worker.js"
SITE = {
    "index.html": "<p>nhà" * 400,
    "404.html": "<p>lạc",
    "van-ban/index.html": "<p>văn bản",
    "sw.js": "1",
    FILE: headers_file(WORKER),
    WORKER: "1",
    ".nojekyll": "",
    ".well-known/security.txt": "Contact: mailto:a@b.example",
    "van-ban/dieu-8/index.html": '<a href="../dieu-9/">',
    "du-lieu/cau.csv": "câu",
    "du-lieu/cau.jsonl": '"câu"',
    "du-lieu/van-ban.yml": "ten: Luật",
    "thay-doi.xml": "<a/>",
    "SHA256SUMS": "đủ",
    "tap-huan/15-phut.pptx": "PK",
    "assets/javascripts/page.0123abcd.js": "1",
    "assets/stylesheets/page.0123abcd.css": "p{}" * 400,
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in SITE.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path / "site"


@pytest.mark.parametrize("server", REAL)
def test_a_real_server_says_it(server: str, site: Path, tmp_path: Path) -> None:
    with REAL[server](site, tmp_path) as address:
        for path, status, kept in [
            ("", 200, ASK_AGAIN),
            ("van-ban/", 200, ASK_AGAIN),
            ("van-ban", 200, ASK_AGAIN),  # after one step on
            ("sw.js", 200, ASK_AGAIN),
            ("assets/javascripts/page.0123abcd.js", 200, FOR_EVER),
            (WORKER, 200, FOR_EVER),
            ("khong-co/", 404, ASK_AGAIN),
            # what is not there yet may be there tomorrow
            ("assets/javascripts/page.99999999.js", 404, ASK_AGAIN),
            (FILE, 404, ASK_AGAIN),
            (".nojekyll", 404, ASK_AGAIN),
            ("assets/javascripts/", 404, ASK_AGAIN),  # a folder, and no list of what is in it
        ]:
            found, said, body = asked(address + path)
            assert (path, found, said["Cache-Control"]) == (path, status, kept)
            expected = HEADERS | {
                "Content-Security-Policy": WORKER_POLICY if path == WORKER else POLICY
            }
            assert {name: said[name] for name in HEADERS} == expected, path
            assert status == 200 or body.decode() == SITE["404.html"], path
        for path in ("", "assets/stylesheets/page.0123abcd.css"):
            assert asked(address + path)[1]["Content-Encoding"] == "gzip", path


@pytest.mark.parametrize("server", REAL)
def test_an_address_without_its_last_slash_leads_to_it(
    server: str, site: Path, tmp_path: Path
) -> None:
    """Links of the page are relative: at “/van-ban” they would lead astray. The way on names no
    host and no port: behind another server it would be the wrong one.
    """
    with REAL[server](site, tmp_path) as address:
        for path, there in [
            ("van-ban", "/van-ban/"),
            ("van-ban/dieu-8?q=a%20b&tu=x", "/van-ban/dieu-8/?q=a%20b&tu=x"),
        ]:
            status, said, _ = asked(address + path, follow=False)
            assert status == 301
            assert said["Location"] == there
            assert said.items() >= HEADERS.items()


@pytest.mark.parametrize("server", REAL)
def test_every_file_is_told_as_what_it_is(server: str, site: Path, tmp_path: Path) -> None:
    slides = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    with REAL[server](site, tmp_path) as address:
        for path, *kinds in [
            ("", "text/html; charset=utf-8"),
            ("sw.js", "text/javascript; charset=utf-8", "application/javascript; charset=utf-8"),
            ("du-lieu/cau.csv", "text/csv; charset=utf-8"),
            ("du-lieu/cau.jsonl", "application/jsonl; charset=utf-8"),
            ("du-lieu/van-ban.yml", "text/plain; charset=utf-8"),
            ("thay-doi.xml", "text/xml; charset=utf-8"),
            ("SHA256SUMS", "text/plain; charset=utf-8"),
            (".well-known/security.txt", "text/plain; charset=utf-8"),
            ("tap-huan/15-phut.pptx", slides),
            # what is told of a file that is not there is a page
            ("khong-co.csv", "text/html; charset=utf-8"),
            ("khong-co/SHA256SUMS", "text/html; charset=utf-8"),
        ]:
            said = asked(address + path)[1]["Content-Type"]
            assert said in kinds, path


@pytest.mark.parametrize("server", REAL)
def test_nothing_but_reading_is_answered(server: str, site: Path, tmp_path: Path) -> None:
    with REAL[server](site, tmp_path) as address:
        for method in ("POST", "PUT", "DELETE", "TRACE"):
            for path in ("", "van-ban/", "sw.js"):
                status, said, body = asked(address + path, method)
                assert (method, path, status) == (method, path, 405)
                assert said.items() >= HEADERS.items(), (method, path)
                assert SITE["index.html"].encode() not in body
        status, said, _ = asked(address + "a%00b")  # a name that no file can have
        assert status in (400, 404)
        assert status == 400 or said.items() >= HEADERS.items()


def test_nginx_starts_without_a_warning(site: Path, tmp_path: Path) -> None:
    if "nginx" not in REAL:
        pytest.skip("this machine has no nginx")
    with REAL["nginx"](site, tmp_path):
        done = subprocess.run(
            ["nginx", "-t", "-c", str(tmp_path / "nginx.conf"), "-p", str(tmp_path)],
            capture_output=True,
            text=True,
            check=True,
        )
    assert "[warn]" not in done.stderr


class _Staying(HTTPRedirectHandler):
    """Goes nowhere else: what a server says is looked at, not done."""

    def redirect_request(self, *_: object) -> None:
        return None


def asked(
    address: str, method: str = "GET", follow: bool = True
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of what a server answers."""
    try:
        question = Request(address, headers={"Accept-Encoding": "gzip"}, method=method)
        answer = (build_opener() if follow else build_opener(_Staying)).open(question)
    except HTTPError as error:
        answer = error
    with answer:
        return int(answer.status or 0), dict(answer.headers), answer.read()
