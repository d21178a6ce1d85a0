"""When the project's own Python is made anew, and how, on Windows too: plans, nothing is run."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from building import ROOT
from own_python import (
    JUDGE,
    NPM,
    SITE,
    TESTS,
    NotReadyError,
    System,
    is_chosen,
    mark,
    prepare,
    program,
    steps,
)

POSIX, WINDOWS = System(False, "Python 3.11.7"), System(True, "Python 3.11.7")
PINS = (
    "requirements.txt",
    "tests/requirements.txt",
    "tests/scripts/package.json",
    "tests/scripts/package-lock.json",
    "pyodide/package.json",
    "pyodide/package-lock.json",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in PINS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{name}\n", "utf-8")
    return tmp_path


def done(root: Path, system: System, *parts: str) -> None:
    for part in parts:
        file = mark(root, part, system)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()


def marks(root: Path, wanted: str, system: System = POSIX) -> list[Path]:
    return [step.mark for step in steps(root, wanted, system, "py")]


@pytest.mark.parametrize(
    ("system", "python", "npm"),
    [(POSIX, "bin/python", "bin/npm"), (WINDOWS, "Scripts/python.exe", "Scripts/npm.exe")],
)
def test_the_first_time_all_is_made_by_the_programs_of_the_system(
    root: Path, system: System, python: str, npm: str
) -> None:
    own = str(root / ".venv" / python)
    site, tests, scripts, judge = steps(root, NPM, system, "py")
    assert steps(root, JUDGE, system, "py") == [site, tests, judge]
    assert program(root, system) == own
    assert site.remove == (root / ".venv",)
    assert site.commands[0] == ("py", "-m", "venv", str(root / ".venv"))
    assert site.commands[1][:4] == (own, "-m", "pip", "install")
    for step, pins in ((site, "requirements.txt"), (tests, "tests/requirements.txt")):
        assert step.commands[-1][-3:] == ("--require-hashes", "-r", str(root / pins))
    assert tests.remove == ()  # what the site needs stays
    assert scripts.commands[0][0] == str(root / ".venv" / npm)
    assert scripts.remove == (root / "tests" / "scripts" / "node_modules",)
    assert judge.commands[0][2] == str(root / "pyodide")
    assert judge.remove == (root / "pyodide" / "node_modules",)


def test_what_is_there_is_left_alone(root: Path) -> None:
    done(root, POSIX, SITE)
    assert steps(root, SITE, POSIX, "py") == []
    assert marks(root, TESTS) == [mark(root, TESTS, POSIX)]
    done(root, POSIX, TESTS, NPM, JUDGE)
    assert steps(root, NPM, POSIX, "py") == []


@pytest.mark.parametrize(
    ("changed", "anew"),
    [
        ("requirements.txt", (SITE, TESTS, NPM, JUDGE)),
        ("tests/requirements.txt", (TESTS, NPM, JUDGE)),
        ("tests/scripts/package-lock.json", (NPM, JUDGE)),
        ("pyodide/package-lock.json", (JUDGE,)),
    ],
)
def test_a_change_of_the_pins_makes_anew_what_stands_on_them(
    root: Path, changed: str, anew: tuple[str, ...]
) -> None:
    done(root, POSIX, SITE, TESTS, NPM, JUDGE)
    (root / changed).write_text("another\n", "utf-8")
    assert marks(root, NPM) == [mark(root, part, POSIX) for part in anew]


def test_another_python_is_another_folder(root: Path) -> None:
    done(root, POSIX, SITE)
    assert len(steps(root, SITE, POSIX._replace(python="Python 3.12.1"), "py")) == 1


def test_what_fails_leaves_no_mark_and_is_told(root: Path, capsys: pytest.CaptureFixture) -> None:
    def offline(command: Sequence[str]) -> int:
        return int("pip" in command)

    with pytest.raises(NotReadyError, match="cần có mạng"):
        prepare(root, SITE, POSIX, offline)
    assert not mark(root, SITE, POSIX).exists()
    assert "Đang chuẩn bị" in capsys.readouterr().err
    with pytest.raises(NotReadyError, match="python3-venv"):
        prepare(root, SITE, POSIX, lambda command: int("venv" in command))
    prepare(root, SITE, POSIX, lambda command: 0)
    assert steps(root, SITE, POSIX, "py") == []


def test_of_a_link_only_the_link_goes(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "file").touch()
    (root / ".venv").symlink_to(elsewhere)
    prepare(root, SITE, POSIX, lambda command: 0)
    assert (elsewhere / "file").exists()
    assert not (root / ".venv").is_symlink()


@pytest.mark.parametrize(
    ("prefix", "base", "packages", "for_site", "for_tests"),
    [
        (".venv", "usr", True, True, True),
        (".venv", "usr", False, False, False),  # its making was broken off
        ("usr", "usr", True, False, False),  # what the machine has may be of any version
        ("other", "usr", True, True, False),  # chosen by somebody; tests want the pinned versions
        ("other", "usr", False, False, False),  # a virtual Python of something else
    ],
)
def test_which_python_goes_on(
    root: Path, prefix: str, base: str, packages: bool, for_site: bool, for_tests: bool
) -> None:
    for name in (".venv", "usr", "other"):
        (root / name).mkdir()
    there = (str(root / prefix), str(root / base), packages)
    assert is_chosen(root, SITE, *there) == for_site
    assert is_chosen(root, NPM, *there) == for_tests


ECHO = f"""
import sys
sys.path.insert(0, {str(ROOT / "hooks")!r})
from pathlib import Path
from own_python import enter
enter(Path(sys.argv[1]), ["check"])
print(sys.getfilesystemencoding(), sys.argv[2], Path(sys.argv[1]).exists())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="hands over names as they are")
def test_words_given_in_another_locale_are_read_right(tmp_path: Path) -> None:
    """Plain ASCII, without the help that Python gives by itself in the locale “C” alone."""
    folder = tmp_path / "Kho của Lan"
    folder.mkdir()
    ran = subprocess.run(
        [sys.executable, "-c", ECHO, str(folder), "Luật Thư viện"],
        env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        check=False,
        capture_output=True,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert ran.stdout.decode().split(maxsplit=1) == ["utf-8", "Luật Thư viện True\n"]
