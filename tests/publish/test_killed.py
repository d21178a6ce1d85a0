"""What a run leaves behind that was killed goes with the next one, wherever it had come to."""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from vanban.commands import publish, release
from vanban.commands.usage import UsageError
from vanban.project import Project

OFFLINE = "mkdocs.offline.yml"


class Site:
    """A project of which only the root is asked for, and the place where its site is put."""

    def __init__(self, folder: Path) -> None:
        self.root, self.place = folder / "du-an", folder / "www" / "site"
        self.root.mkdir()
        self.place.parent.mkdir()
        (self.root / OFFLINE).touch()

    def publish(self) -> int:
        return publish.run(argparse.Namespace(folder=str(self.place)), self.root)

    def release(self) -> int:
        options = argparse.Namespace(folder=str(self.place.parent))
        return release.run(options, cast(Project, self))


def slowly(_root: Path, to: Path, *_: object, **__: object) -> bool:
    (to.parent / "đang dựng").touch()
    time.sleep(600)
    return True


def failing(*_: object, **__: object) -> bool:
    return False


@pytest.mark.parametrize("command", [Site.publish, Site.release])
def test_killed_while_the_copy_for_a_disk_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Callable[[Site], Any]
) -> None:
    one = Site(tmp_path)
    monkeypatch.setattr(publish, "built", slowly)
    run = multiprocessing.get_context("fork").Process(target=command, args=(one,), daemon=True)
    run.start()
    until = time.monotonic() + 300
    while not [*tmp_path.rglob("đang dựng")]:
        assert time.monotonic() < until
        time.sleep(0.01)
    with pytest.raises(UsageError, match="lần xuất bản khác"):
        command(one)
    run.kill()
    run.join()
    assert [*one.place.parent.iterdir()]
    monkeypatch.setattr(publish, "built", failing)
    assert command(one) == 1
    assert [*one.place.parent.iterdir()] == []
