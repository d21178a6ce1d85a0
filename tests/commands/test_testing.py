"""``hooks test``: what it runs, and what it says of what failed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from vanban.commands import testing

Said = pytest.CaptureFixture[str]


def saying(word: str, status: int = 0) -> testing.Command:
    return (sys.executable, "-c", f"print('{word}'); raise SystemExit({status})")


def test_style_is_told_in_its_order_and_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Said
) -> None:
    """Whichever ends first; and where one fails, all that failed are named and no test begins."""
    style = (saying("một", 1), saying("hai"), saying("ba", 3))
    monkeypatch.setattr(testing, "of_style", lambda *_: style)
    monkeypatch.setattr(testing, "of_tests", lambda *_: (saying("thử"),))
    assert testing.run(tmp_path) == 1
    out, told = capfd.readouterr()
    assert [line for line in out.splitlines() if line[0] != "$"] == ["một", "hai", "ba"]
    assert told.count("Chưa qua: ") == 2
    assert told.index("một") < told.index("ba")


def test_tests_begin_when_style_is_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Said
) -> None:
    monkeypatch.setattr(testing, "of_style", lambda *_: (saying("một"),))
    monkeypatch.setattr(testing, "of_tests", lambda *_: (saying("tìm", 1), saying("thử")))
    assert testing.run(tmp_path) == 1
    out, told = capfd.readouterr()
    assert [line for line in out.splitlines() if line[0] != "$"] == ["một", "tìm"]
    assert told.count("Chưa qua: ") == 1


def test_what_is_run_is_there() -> None:
    """Each program names files of this project; the last are the tests."""
    folder = Path(sys.executable).parent
    for command in (*testing.of_style(folder, False), *testing.of_tests(folder, False)):
        assert Path(command[0]).exists(), command
    assert "pytest" in testing.of_tests(folder, False)[-1]
