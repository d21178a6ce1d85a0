"""``hooks serve`` on the invented project: faults are shown in place of the site, until mended."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from building import copy_invented

PATIENCE = 120
"""Seconds for a build of the invented project on a busy machine."""


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
def preview(project: Path) -> Iterator[int]:
    """The port of a preview of a project with a fault."""
    page = project / "docs" / "gioi-thieu" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n[mất](khong-co.md)\n", "utf-8")
    port = free_port()
    process = subprocess.Popen(command(port), cwd=project, stderr=subprocess.DEVNULL)
    yield port
    process.terminate()
    process.wait()


def test_faults_are_shown_and_go_when_mended(preview: int, project: Path) -> None:
    shown = until(503, preview, "/gioi-thieu/")
    assert "<code>docs/gioi-thieu/index.md:" in shown
    assert "không có trang “khong-co.md”" in shown
    assert "location.reload()" in shown
    second = subprocess.run(command(preview), cwd=project, check=False, stderr=subprocess.PIPE)
    assert second.returncode == 2
    (told,) = second.stderr.decode().splitlines()
    assert told.startswith(f"cổng {preview} đang bận")
    assert told.endswith(f"python hooks serve --port {preview + 1}")
    page = project / "docs" / "gioi-thieu" / "index.md"
    page.write_text(page.read_text("utf-8").replace("[mất](khong-co.md)", "còn"), "utf-8")
    assert "<p>còn</p>" in until(200, preview, "/gioi-thieu/")
