"""``hooks serve``: the site as it is being written, and its faults in its place while it has any.

An edit of the words of a page shows that page at once (``kept.py``); the whole is built behind it
in a process of its own, and until then every page says that it is. Any other edit builds the whole
first. Nothing is shown as current that is not.
"""

from __future__ import annotations

import shutil
import signal
import socket
import stat
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from behind import Behind
from builder import Words, built, listening
from kept import Kept
from mkdocs.livereload import LiveReloadServer
from vanban.commands.problem_page import problem_page, waiting_note
from vanban.law.reading import told
from vanban.settings import read_settings

HOST = "127.0.0.1"
_ALSO_READ = ("dia-chi.txt", "dinh-chinh.yml", "hooks")
"""What a build reads besides the pages and the settings."""
_AT_ONCE = 5
"""So many edited pages are shown at once; more are no work of somebody typing."""

_CLOSING = ("SIGTERM", "SIGHUP")
"""What a window sends that is closed: it ends the preview as Ctrl+C does, its folder goes too."""

Stamps = Mapping[Path, tuple[int, int]]
"""Every file that is read: when it was written (ns), and its size."""


class _Preview(LiveReloadServer):
    """MkDocs' own server, with pages that are built alone."""

    def __init__(self, root: Path, settings: str, port: int, folder: Path) -> None:
        self._words: Words = listening(root, settings)
        self._project = (root, settings)
        self._first = folder / "site"
        self._docs = root / read_settings(root, settings).docs
        self._watched = [self._docs, root / settings, *(root / name for name in _ALSO_READ)]
        self._kept: Kept | None = None
        self._seen: Stamps = {}
        self._alone: dict[str, None] = {}
        """Pages that were built alone since the last whole build."""
        self._faulty = b""
        self._seconds = 0.0
        self._turn = threading.Lock()
        """Whoever changes what is shown has it: this thread, or what was built behind it."""
        super().__init__(self._build, HOST, port, str(self._first))
        self._behind = Behind(root, settings, self.url, folder)
        for path in self._watched:
            if path.exists():
                self.watch(str(path))

    def _build(self) -> None:
        now = _stamps(self._watched)
        changed = {
            file for file in now.keys() | self._seen if now.get(file) != self._seen.get(file)
        }
        if self._kept and not changed:
            return
        with self._turn:
            self._behind.stop()
            pages = self._pages(changed, now)
            if not (pages and self._kept and self._show(self._kept, pages, now)):
                self._whole(now)

    def _pages(self, changed: Iterable[Path], now: Stamps) -> list[str]:
        """The edited pages, where nothing else has changed; else none."""
        pages = sorted(changed)
        if len(pages) > _AT_ONCE or not all(
            file.suffix == ".md"
            and file.is_relative_to(self._docs)
            and file in now
            and file in self._seen
            for file in pages
        ):
            return []
        return [file.relative_to(self._docs).as_posix() for file in pages]

    def _show(self, kept: Kept, pages: list[str], now: Stamps) -> bool:
        """Build these pages alone; False where that takes a whole build."""
        begin = time.perf_counter()
        self._words.faults = []
        try:
            project = kept.edited(pages)
            if project is None:
                return False
            for problem in kept.render(project, pages, Path(self.root)):
                self._words.add(str(problem))
        except Exception as error:
            if not self._words.faults:
                self._words.add(told(error))
        if self._words.faults:
            self._faulty = problem_page(self._words.faults).encode()
            return True
        self._faulty, self._seen = b"", now
        self._alone |= dict.fromkeys(pages)
        seconds = f"{time.perf_counter() - begin:.1f}".replace(".", ",")
        print(
            f"Đã dựng lại {len(pages)} trang trong {seconds} giây; đang kiểm tra và dựng lại cả kho"
            f" (lần trước mất {self._seconds:.0f} giây), xong thì các trang khác, danh sách và tìm"
            " kiếm mới theo kịp.",
            file=sys.stderr,
            flush=True,
        )
        self._behind.start(self._follow)
        return True

    def _whole(self, now: Stamps) -> None:
        """Build everything, while whoever asks for a page waits."""
        before = f" (lần trước mất {self._seconds:.0f} giây)" if self._seconds else ""
        print(f"Đang dựng cả kho…{before}", file=sys.stderr, flush=True)
        begin = time.perf_counter()
        kept = Kept()
        good = built(self._words, *self._project, str(self._first), self.url, kept)
        self._kept, self._seen, self._alone = kept if good else None, now, {}
        if good:
            self._faulty, self._seconds = b"", time.perf_counter() - begin
            self.root = str(self._first)
        else:
            self._faulty = problem_page(self._words.faults).encode()

    def _follow(self, site: Path, faults: list[str], seconds: float) -> None:
        """Show what was built behind: the whole site, or its faults."""
        with self._turn:
            if not self._behind.is_last(site):  # something was edited meanwhile
                return
            self._alone = {}
            if faults:
                self._kept, self._faulty = None, problem_page(faults).encode()
                print(*faults, sep="\n", file=sys.stderr, flush=True)
            else:
                print(f"Cả kho đã dựng xong trong {seconds:.0f} giây.", file=sys.stderr, flush=True)
                self._behind.keep(site)
                self.root, self._seconds = str(site), seconds
        with self._epoch_cond:
            if self._visible_epoch == self._wanted_epoch:
                self._visible_epoch = self._wanted_epoch = round(time.monotonic() * 1000)
            self._epoch_cond.notify_all()

    def run(self, open_in_browser: bool) -> None:
        """Build, then serve until Ctrl+C. OSError where the port is not to be had."""
        try:
            self._build()
            self.serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            print("Đã dừng.", file=sys.stderr, flush=True)
        finally:
            self._behind.stop()
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
        page: bytes = self._inject_js_into_html(faulty, epoch)
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(page)))]
        start_response("503 Service Unavailable", headers)
        return [page]

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """The page with what reloads it, and with a word on pages that were built alone."""
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        alone = tuple(self._alone)
        if not alone or self._faulty:
            return page
        head, end, rest = page.rpartition(b"</body>")
        return head + waiting_note(alone).encode() + end + rest


def _stamps(watched: Iterable[Path]) -> Stamps:
    """The files at and below these paths, but for those that no build reads."""
    found: dict[Path, tuple[int, int]] = {}
    for path in watched:
        for file in path.rglob("*") if path.is_dir() else [path]:
            if file.name.startswith(".") or "__pycache__" in file.parts:
                continue
            try:
                state = file.stat()
            except OSError:  # gone meanwhile
                continue
            if not stat.S_ISDIR(state.st_mode):
                found[file] = (state.st_mtime_ns, state.st_size)
    return found


def serve(root: Path, settings: str, port: int, open_in_browser: bool = False) -> int:
    """Preview the project in ``root`` until Ctrl+C; 2 where the port is taken."""
    if _is_taken(port):
        return _taken(port)
    for name in _CLOSING:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    folder = Path(tempfile.mkdtemp(prefix="xem-truoc-"))
    try:
        _Preview(root, settings, port, folder).run(open_in_browser)
    except OSError:
        return _taken(port)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
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
