"""Real servers with the settings that come with the project say what they were told."""

from __future__ import annotations

import re
import socket
import subprocess
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest
from browser.servers import HOSTING, REAL
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
    ".well-known/.env": "khóa",
    ".well-known/acme-challenge/.git/config": "khóa",
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
            (".well-known/.env", 404, ASK_AGAIN),
            (".well-known/acme-challenge/.git/config", 404, ASK_AGAIN),
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
    host and no folder: behind another server, or below a folder of it, they would be wrong.
    """
    with REAL[server](site, tmp_path) as address:
        for path, there in [
            ("van-ban", "./van-ban/"),
            ("van-ban/dieu-8?q=a%20b&tu=x", "./dieu-8/?q=a%20b&tu=x"),
        ]:
            status, said, _ = asked(address + path, follow=False)
            assert status == 301
            assert said["Location"] == there
            assert said.items() >= HEADERS.items()
            below = f"https://truong.example/mang/{path}"
            assert urljoin(below, there) == below.replace("?", "/?") + "/" * ("?" not in below)


ELSEWHERE = [
    "//evil.example/..%2fvan-ban",
    "//evil.example/../van-ban",
    "//evil.example/%2E%2E/van-ban",
    "///van-ban",
    "/x/..%2f..%2f/evil.example/..%2F..%2fvan-ban",
    "/%2fevil.example/..%2fvan-ban",
    "/%5cevil.example/..%2fvan-ban",
    "/\\evil.example/../van-ban",
    "/%5C/evil.example/..%2f..%2fvan-ban",
    "/%09/evil.example/..%2f..%2fvan-ban",
    "/%7f/evil.example/..%2f..%2fvan-ban",
    "/%0d%0aX-Y:%20z/..%2fvan-ban",
    "/van-ban%0d%0aX-Y:%20z",
    "/van-ban/..%2fvan-ban?q=1",
]
"""What names another host, or puts a line into the answer, to whoever follows it."""
HERE = {
    "/van-ban?q=%0d%0aX-Y:z": "./van-ban/?q=%0d%0aX-Y:z",
    "/van-ban?//evil.example/..": "./van-ban/?//evil.example/..",
    "/v%61n-ban/dieu-8": "./dieu-8/",
}


@pytest.mark.parametrize("server", REAL)
def test_no_address_leads_on_to_another_host(server: str, site: Path, tmp_path: Path) -> None:
    """Asked letter for letter: a client would tidy up what it is asked for."""
    with REAL[server](site, tmp_path) as address:
        for path in ELSEWHERE:
            status, location, head = asked_raw(address, path)
            assert status in (400, 404) or location.rstrip("/?q=1") == "./van-ban", (path, location)
            assert "\nX-Y" not in head, path
            if server == "caddy":
                assert status in (400, 404), (path, location)
        for path, there in HERE.items():
            status, location, head = asked_raw(address, path)
            assert (path, status, location) == (path, 301, there)
            assert "\nX-Y" not in head, path


def asked_raw(address: str, path: str) -> tuple[int, str, str]:
    """Status, way on and whole head of what a server answers to this very path."""
    host = address.removeprefix("http://").rstrip("/")
    name, _, port = host.partition(":")
    with socket.create_connection((name, int(port)), timeout=30) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        head = b"".join(iter(lambda: line.recv(65536), b"")).partition(b"\r\n\r\n")[0].decode()
    found = re.search(r"^Location: (.*?)\r?$", head, re.M | re.I)
    return int(head.split(" ", 2)[1]), found[1] if found else "", head


def test_the_container_serves_by_the_same_settings() -> None:
    text = (HOSTING / "Containerfile").read_text("utf-8")
    assert "COPY hosting/nginx.conf /etc/nginx/conf.d/default.conf" in text.splitlines()


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
