"""MkDocs as an editor meets it: its words in Vietnamese, and a preview that lives through faults.

``python hooks/builder.py SETTINGS FOLDER`` builds strictly; ``serve`` is called by ``hooks serve``.
"""

from __future__ import annotations

import logging
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

# Material prints an advertisement for another builder at every start; once was enough.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from vanban.commands import builder_words
from vanban.commands.problem_page import problem_page
from vanban.law.reading import told
from vanban.settings import MKDOCS_FILE, read_settings

HOST = "127.0.0.1"
_SERVER = "mkdocs.livereload"
_ALSO_READ = ("dia-chi.txt", "dinh-chinh.yml", "hooks")
"""What a build reads besides the pages and the settings."""


class _Words(logging.Handler):
    """Tells what MkDocs logs, and keeps the faults of one build for the page that lists them."""

    def __init__(self, root: Path, settings: str) -> None:
        super().__init__(logging.INFO)
        self._root, self._settings = root, settings
        self.faults: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if record.levelno >= logging.WARNING:
            if record.name != _SERVER:  # which logs what browsers ask for in vain
                self.add(message)
            return
        words = builder_words.news(message)
        if words:
            print(words, file=sys.stderr, flush=True)

    def add(self, message: str) -> None:
        docs = read_settings(self._root, self._settings).docs
        for line in builder_words.faults(message, docs, self._read):
            if line not in self.faults:
                self.faults.append(line)
                print(line, file=sys.stderr, flush=True)

    def _read(self, file: str) -> str:
        try:
            return (self._root / file).read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""


def _listening(root: Path, settings: str) -> _Words:
    words = _Words(root, settings)
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.handlers = [words]
    return words


def _built(words: _Words, root: Path, settings: str, to: str, url: str = "") -> bool:
    """One build; whatever goes wrong is told and kept in ``words``."""
    words.faults = []
    for problem in read_settings(root, settings).problems:
        words.add(str(problem))
    if words.faults:  # told with their places, as MkDocs could not
        return False
    try:
        config = load_config(config_file=str(root / settings), site_dir=to, strict=True)
        if url:
            config.site_url = url
        mkdocs_build(config, serve_url=url or None)
    except MkDocsException as error:
        words.add(error.format_message())
        if not words.faults:
            words.add(told(error))
        return False
    except Exception as error:
        words.add(told(error))
        return False
    return True


def build(root: Path, settings: str, to: str) -> int:
    """A strict build of the project in ``root`` into the folder ``to``; 1 where it has faults."""
    return 0 if _built(_listening(root, settings), root, settings, to) else 1


class _Preview(LiveReloadServer):
    """MkDocs' own server, which shows the faults in place of the site as long as there are any."""

    def __init__(self, root: Path, settings: str, port: int, to: str) -> None:
        self._words = _listening(root, settings)
        self._project = (root, settings)
        self._faulty = b""
        super().__init__(self._build, HOST, port, to)
        docs = read_settings(root, settings).docs
        for name in (docs, settings, *_ALSO_READ):
            if (root / name).exists():
                self.watch(str(root / name))

    def _build(self) -> None:
        print("Đang dựng trang…", file=sys.stderr, flush=True)
        good = _built(self._words, *self._project, self.root, self.url)
        self._faulty = b"" if good else problem_page(self._words.faults).encode()

    def run(self, open_in_browser: bool) -> None:
        """Build, then serve until Ctrl+C. OSError where the port is not to be had."""
        try:
            self._build()
            self.serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            print("Đã dừng.", file=sys.stderr, flush=True)
        finally:
            self.shutdown()

    def _serve_request(
        self, environ: dict[str, Any], start_response: Any
    ) -> Iterable[bytes] | None:
        if environ["PATH_INFO"].startswith("/livereload/"):
            return super()._serve_request(environ, start_response)
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            epoch, faulty = self._visible_epoch, self._faulty
        if not faulty:
            return super()._serve_request(environ, start_response)
        page: bytes = self._inject_js_into_html(faulty, epoch)  # type: ignore[no-untyped-call]
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(page)))]
        start_response("503 Service Unavailable", headers)
        return [page]


def serve(root: Path, settings: str, port: int, open_in_browser: bool = False) -> int:
    """Preview the project in ``root`` until Ctrl+C; 2 where the port is taken."""
    if _is_taken(port):
        return _taken(port)
    to = tempfile.mkdtemp(prefix="xem-truoc-")
    try:
        _Preview(root, settings, port, to).run(open_in_browser)
    except OSError:
        return _taken(port)
    finally:
        shutil.rmtree(to, ignore_errors=True)
    return 0


def _is_taken(port: int) -> bool:
    """Whether somebody answers there: Windows would let a second server have the same port."""
    with socket.socket() as probe:
        probe.settimeout(2)
        return probe.connect_ex((HOST, port)) == 0


def _taken(port: int) -> int:
    print(
        f"cổng {port} đang bận: có thể hooks serve đang chạy ở một cửa sổ khác (xem"
        f" http://{HOST}:{port}, hoặc đóng cửa sổ ấy); hoặc chọn cổng khác:"
        f" python hooks serve --port {port + 1}",
        file=sys.stderr,
    )
    return 2


if __name__ == "__main__":
    sys.exit(build(Path.cwd(), *(sys.argv[1:] or [MKDOCS_FILE, "site"])))
