"""``hooks serve`` on the invented project: faults are shown in place of the site, until mended."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest
from building import copy_invented

PATIENCE = 120
"""Seconds for a build of the invented project on a busy machine."""
CAN_BE_TOLD = sys.platform != "win32"
"""Windows ends a process without a word to it."""
ALONE = "Vừa dựng lại riêng"
"""How the note begins while one page is new and the others are not."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def command(port: int) -> list[str]:
    return [sys.executable, "hooks", "serve", "--port", str(port)]


def got(port: int, path: str) -> tuple[int, str]:
    """Status and text; 0 where nobody answers."""
    line = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        line.request("GET", path)
        answer = line.getresponse()
        return answer.status, answer.read().decode()
    except OSError:
        return 0, ""
    finally:
        line.close()


def until(status: int, port: int, path: str) -> str:
    """The page, as soon as it comes with this status."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found, text = got(port, path)
        if found == status:
            return text
        time.sleep(0.1)
    raise AssertionError(f"no {status} at {path}")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_invented(tmp_path / "project")


@pytest.fixture
def faulty(project: Path) -> Path:
    """The project with a link that leads nowhere."""
    page = project / "docs" / "gioi-thieu" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n[mất](khong-co.md)\n", "utf-8")
    return project


@dataclass(frozen=True)
class Preview:
    """A preview of the project, and the folder that it keeps copies of the site in."""

    port: int
    rooms: Path
    process: subprocess.Popen[bytes]

    def closed(self, name: str) -> list[Path]:
        """What is left of the copies after a window is closed, which the signal ``name`` tells."""
        assert list(self.rooms.iterdir())
        self.process.send_signal(getattr(signal, name))
        self.process.wait(PATIENCE)
        return list(self.rooms.iterdir())


@pytest.fixture
def preview(project: Path, tmp_path: Path) -> Iterator[Preview]:
    port, rooms = free_port(), tmp_path / "rooms"
    rooms.mkdir()
    process = subprocess.Popen(
        command(port),
        cwd=project,
        env={**os.environ, "TMPDIR": str(rooms)},
        stderr=subprocess.DEVNULL,
    )
    yield Preview(port, rooms, process)
    process.terminate()
    process.wait()


def once(wanted: Callable[[str], bool], port: int, path: str) -> str:
    """The page, as soon as it says what is wanted."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        text = until(200, port, path)
        if wanted(text):
            return text
        time.sleep(0.1)
    raise AssertionError(f"{path} never came to say it")


def lasting(page: str) -> str:
    """A page without what the preview adds to it, and without the digests of data of all pages."""
    added = r'<p role="status" style.*?</p>\n|livereload\(\d+, \d+\)'
    return re.sub(rf"{added}|(?<=\.)[0-9a-f]{{8}}(?=\.)", "", page)


def test_an_edited_page_is_shown_before_the_whole_and_is_the_same(
    preview: Preview, project: Path
) -> None:
    port = preview.port
    page, other = "/tinh-huong/do-mau/", "/van-ban/thong-tu-66-2025-tt-btn/dieu-1/"
    before = until(200, port, page)
    assert ALONE not in before
    words = "Hỏi thêm một câu ở Điều 1 Thông tư số 66/2025/TT-BTN."
    source = project / "docs" / "tinh-huong" / "do-mau.md"
    source.write_text(source.read_text("utf-8").rstrip() + f"\n\n{words}\n", "utf-8")
    alone = once(lambda text: "Hỏi thêm một câu" in text, port, page)
    assert f"{ALONE} <code>tinh-huong/do-mau.md</code>" in alone
    late = until(200, port, other)
    assert "Hỏi thêm một câu" not in late
    assert ALONE in late  # and says that it may be of before
    whole = once(lambda text: ALONE not in text, port, page)
    assert "Hỏi thêm một câu" in whole
    assert lasting(whole) == lasting(alone)
    assert "Hỏi thêm một câu" in until(200, port, other)  # who cites it


def test_a_fault_of_an_edited_page_goes_when_mended_and_closing_leaves_nothing(
    preview: Preview, project: Path
) -> None:
    port, page = preview.port, "/tinh-huong/do-mau/"
    until(200, port, page)
    source = project / "docs" / "tinh-huong" / "do-mau.md"
    sound = source.read_text("utf-8")
    source.write_text(sound + "\nTheo khoản 99 Điều 1 Thông tư số 66/2025/TT-BTN.\n", "utf-8")
    assert "viện dẫn sai" in until(503, port, "/")
    source.write_text(sound + "\nTheo Điều 1 Thông tư số 66/2025/TT-BTN.\n", "utf-8")
    until(200, port, page)
    source.write_text(sound + "\n[mất](khong-co.md)\n", "utf-8")
    assert "“khong-co.md” không dẫn tới tệp nào" in until(503, port, page)
    source.write_text(sound + "\nĐã sửa.\n", "utf-8")
    assert "<p>Đã sửa.</p>" in until(200, port, page)
    if CAN_BE_TOLD:
        assert preview.closed("SIGTERM") == []


@pytest.mark.usefixtures("faulty")
def test_faults_are_shown_and_go_when_mended_and_closing_leaves_nothing(
    preview: Preview, project: Path
) -> None:
    port = preview.port
    shown = until(503, port, "/gioi-thieu/")
    assert "<code>docs/gioi-thieu/index.md:" in shown
    assert "không có trang “khong-co.md”" in shown
    assert "location.reload()" in shown
    second = subprocess.run(command(port), cwd=project, check=False, stderr=subprocess.PIPE)
    assert second.returncode == 2
    (told,) = second.stderr.decode().splitlines()
    assert told.startswith(f"cổng {port} đang bận")
    assert told.endswith(f"python hooks serve --port {port + 1}")
    page = project / "docs" / "gioi-thieu" / "index.md"
    page.write_text(page.read_text("utf-8").replace("[mất](khong-co.md)", "còn"), "utf-8")
    assert "<p>còn</p>" in until(200, port, "/gioi-thieu/")
    if CAN_BE_TOLD:
        assert preview.closed("SIGHUP") == []
