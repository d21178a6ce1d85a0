"""Servers for a built site, each with the settings that the project hands out for it."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path

from building import ROOT

HOSTING = ROOT / "hosting"
_PATIENCE = 60
_NGINX = """
daemon off;
user root;
worker_processes 1;
pid {here}/nginx.pid;
error_log stderr error;
events {{ }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {here}/body;
    proxy_temp_path {here}/proxy;
    fastcgi_temp_path {here}/fastcgi;
    uwsgi_temp_path {here}/uwsgi;
    scgi_temp_path {here}/scgi;
    include {here}/site.conf;
}}
"""


@lru_cache
def rules(root: Path) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """``_headers`` of a built site: each pattern with its headers; none where it has no such file.

    https://docs.netlify.com/routing/headers/, and the same of Cloudflare Pages.
    """
    file = root / "_headers"
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        if line.startswith("/"):
            found.append((line, []))
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            found[-1][1].append((name, value))
    return tuple((pattern, tuple(said)) for pattern, said in found)


def headers_for(root: Path, path: str) -> list[tuple[str, str]]:
    """The headers of every rule that fits ``path``, as such a host sends them.

    A rule takes away what earlier ones say of a header: ``! Content-Security-Policy``.
    """
    asked = path.partition("?")[0]
    found: list[tuple[str, str]] = []
    for pattern, said in rules(root):
        if fnmatchcase(asked, pattern):
            gone = {name.removeprefix("! ") for name, _ in said if name.startswith("! ")}
            found = [header for header in found if header[0] not in gone]
            found += [header for header in said if not header[0].startswith("! ")]
    return found


@contextmanager
def nginx(root: Path, here: Path) -> Iterator[str]:
    """nginx with ``hosting/nginx.conf``, only its port and folder changed; its address."""
    port = free_port()
    text = (HOSTING / "nginx.conf").read_text("utf-8")
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/site", str(root))
    (here / "site.conf").write_text(text, "utf-8")
    (here / "nginx.conf").write_text(_NGINX.format(here=here), "utf-8")
    with running(["nginx", "-c", str(here / "nginx.conf"), "-p", str(here)], port) as address:
        yield address


@contextmanager
def caddy(root: Path, here: Path) -> Iterator[str]:
    """Caddy with ``hosting/Caddyfile``, only its port and folder changed; its address."""
    port = free_port()
    text = (HOSTING / "Caddyfile").read_text("utf-8")
    text = re.sub(r"^:80\b", f"http://127.0.0.1:{port}", text, flags=re.M)
    text = text.replace("/srv/site", str(root))
    (here / "Caddyfile").write_text("{\n\tadmin off\n}\n" + text, "utf-8")
    command = ["caddy", "run", "--config", str(here / "Caddyfile"), "--adapter", "caddyfile"]
    with running(command, port) as address:
        yield address


REAL: dict[str, Callable[[Path, Path], object]] = {
    name: server for name, server in (("nginx", nginx), ("caddy", caddy)) if shutil.which(name)
}
"""The real servers that this machine has."""


@contextmanager
def running(command: list[str], port: int) -> Iterator[str]:
    """A server while it runs; RuntimeError with its own words where it does not start."""
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end and server.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        if server.poll() is not None:
            raise RuntimeError(server.stdout.read() if server.stdout else "")
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.communicate()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
