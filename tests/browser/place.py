"""A site on a server of its own, for those who keep it: switched off, lying, of another release."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from browser.handler import Handler, Server
from building import CHECKED, Site
from playwright.sync_api import Locator, Page, expect
from vanban.features.offline import service_worker
from vanban.law.instrument import vietnamese_date

KEPT = "✓ Đã lưu để đọc ngoại tuyến"
HOME = ""
FEW, FEW_TOO = "van-ban/luat-22-2023-qh15/dieu-7/", "van-ban/luat-11-2012-qh13/dieu-5/"
"""Two articles of the invented site."""
BASE = "mot-thu-muc/"
"""The site does not always lie at the root of its host."""
LONG = 120_000
"""Milliseconds in which a browser on a busy machine fetches the whole site."""
NEWS = "Trang này vừa đổi"
FOOT = re.compile('<p class="?ngoai-tuyen[^>]*></p>')
MAINTENANCE = "<!doctype html><meta charset=utf-8><h1>Hệ thống đang bảo trì</h1>".encode()


class LyingHandler(Handler):
    """Answers some paths otherwise than with their file."""

    lies: dict[str, Callable[[bytes], tuple[int, bytes]]]

    def do_GET(self) -> None:  # noqa: N802 (name of the base)
        if not self._lied():
            super().do_GET()

    def do_HEAD(self) -> None:  # noqa: N802 (name of the base)
        if not self._lied():
            super().do_HEAD()

    def _lied(self) -> bool:
        lie = self.lies.get(self.path.removeprefix(f"/{BASE}"))
        if lie is None:
            return False
        file = Path(self.translate_path(self.path))
        status, body = lie((file / "index.html" if file.is_dir() else file).read_bytes())
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(self.path.rstrip("/") + ".html"))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return True


class Place:
    """The site on a server that can be switched off, may lie, and gives out other releases."""

    def __init__(self, site: Site, folder: Path, day: date = CHECKED) -> None:
        self.site, self.day, self.shown = site, day, vietnamese_date(day)
        self.of_site = day
        self.root = folder / BASE.rstrip("/")
        self.root.symlink_to(site.root, target_is_directory=True)
        self.lies: dict[str, Callable[[bytes], tuple[int, bytes]]] = {}
        kind = type("OneHandler", (LyingHandler,), {"lies": self.lies})
        self.handler = partial(kind, directory=str(folder))
        self.on()
        self.address = f"http://127.0.0.1:{self.server.server_port}/{BASE}"

    def on(self, port: int = 0) -> None:
        """Any port at first, the same one after ``off``."""
        self.server = Server(port, self.handler)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def off(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def publish(self, *, keeps: bool = True, changed: tuple[str, ...] = ("",)) -> None:
        """Another release: the front page is another, or nothing is to be kept any more.

        One of another day says so at the foot of every page.
        """
        if self.root.is_symlink():
            self.root.unlink()
        shutil.copytree(self.site.root, self.root, dirs_exist_ok=True)
        for path in changed:
            page = self.root / path / "index.html"
            text = page.read_text(encoding="utf-8")
            page.write_text(text.replace("<h1", f"<p>{NEWS}</p><h1", 1), encoding="utf-8")
        # With ``ngoai-tuyen: false`` no page names a worker (footer.html).
        for page in () if keeps else self.root.rglob("*.html"):
            text, found = FOOT.subn("", page.read_text(encoding="utf-8"))
            if found:
                page.write_text(text, encoding="utf-8")
        for page in () if self.day == self.of_site else self.root.rglob("*.html"):
            text = page.read_text(encoding="utf-8")
            page.write_text(text.replace(told(self.of_site), told(self.day)), encoding="utf-8")
        service_worker.write(self.root, self.day, keeps=keeps, letters=("cong-van/",))


def told(day: date) -> str:
    """What the foot of a page says of the day of its release."""
    return f'data-ngay="{day.isoformat()}">kiểm tra ngày {vietnamese_date(day)}<'


def foot(page: Page) -> Locator:
    return page.locator(".ngoai-tuyen")


def ask_for_all(page: Page) -> None:
    """Press the button, and wait until everything is kept."""
    button = foot(page).get_by_role("button", name="Lưu tất cả")
    expect(button).to_be_visible(timeout=LONG)
    assert_large(button)
    button.tap()
    expect(foot(page)).to_have_text(KEPT, timeout=LONG)


def wait_for_start(page: Page) -> None:
    """The first pages and what was read are kept."""
    expect(foot(page)).to_contain_text("Đọc được khi không có mạng", timeout=LONG)


def until(page: Page, state: str) -> None:
    """Wait in the page until an expression, which may await, is true."""
    again = "await new Promise(done => setTimeout(done, 50))"
    page.evaluate(f"async () => {{ while (!({state})) {again} }}")


def assert_large(button: Locator) -> None:
    # The line at the foot is written anew while files come in: one that is gone measures 0.
    heights = (button.evaluate("one => one.getBoundingClientRect().height") for _ in range(20))
    assert next(filter(None, heights), 0) >= 44
