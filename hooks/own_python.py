"""The project's own Python in ``.venv``: when it is made anew, and how a command gets into it.

Nothing but the standard library, and no package of ours: this runs before they are there, with
the Python of the machine, on Windows as on other systems. ``python hooks COMMAND`` comes through
here, and the Makefile too (``python hooks/own_python.py [site | tests | scripts | pyodide]`` only
prepares).
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    Runner = Callable[[Sequence[str]], int]
    """Starts a program and gives its exit status."""

OLDEST = (3, 11)
FOLDER = ".venv"
SCRIPTS = "tests/scripts"
"""Where what checks the scripts lies, with the packages of npm."""
ENGINE = "pyodide"
"""Where the Python that runs in browsers lies, with its package of npm; a site can do without."""
SITE, TESTS, NPM, JUDGE = "site", "tests", "scripts", "pyodide"
_PINS: dict[str, tuple[str, ...]] = {
    SITE: ("requirements.txt",),
    TESTS: ("requirements.txt", "tests/requirements.txt"),
    NPM: (f"{SCRIPTS}/package.json", f"{SCRIPTS}/package-lock.json", "tests/requirements.txt"),
    JUDGE: (f"{ENGINE}/package.json", f"{ENGINE}/package-lock.json"),
}
"""What each part is made of: when one of these files changes, it is made anew."""
_NEEDS = {
    SITE: (SITE,),
    TESTS: (SITE, TESTS),
    NPM: (SITE, TESTS, NPM, JUDGE),
    JUDGE: (SITE, TESTS, JUDGE),  # npm is a package of Python, among those of the tests
}
_FOLDERS = {NPM: SCRIPTS, JUDGE: ENGINE}
"""What npm fills, each with its pins."""
_SIGNS = ("mkdocs", "pydantic")
"""Packages that tell whether those of the site are there."""
_OF_COMMAND = {"test": NPM}
"""What commands need; all others need the packages of the site."""


class NotReadyError(Exception):
    """The packages could not be put in place; told in one Vietnamese line."""


class System(NamedTuple):
    """What the rule needs to know of the machine; ``python`` is what ``--version`` prints."""

    windows: bool
    python: str


class Step(NamedTuple):
    """Something to be done: folders to be removed, programs to be run, a mark to be left.

    ``words`` tell an editor what takes so long, ``failed`` what to do where it did not work.
    """

    words: str
    failed: str
    remove: tuple[Path, ...]
    commands: tuple[tuple[str, ...], ...]
    mark: Path


def here() -> System:
    return System(os.name == "nt", f"Python {platform.python_version()}")


def program(root: Path, system: System, name: str = "python") -> str:
    """The path of a program in ``.venv``: Windows has another folder for them, and ``.exe``."""
    folder, ending = ("Scripts", ".exe") if system.windows else ("bin", "")
    return str(root / FOLDER / folder / (name + ending))


def mark(root: Path, part: str, system: System) -> Path:
    """The file that says that a part is there, made of the versions that are pinned now.

    Its name ends with the SHA-1 of Python's version and the pins, as git names a blob.
    """
    pins = b"".join((root / name).read_bytes() for name in _PINS[part])
    content = pins if part in _FOLDERS else f"{system.python}\n".encode() + pins
    key = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
    if part in _FOLDERS:
        return root / _FOLDERS[part] / "node_modules" / f".ready-{key}"
    return root / FOLDER / f".{part}-{key}"


def steps(root: Path, wanted: str, system: System, python: str) -> list[Step]:
    """What has to be done, in this order, until ``wanted`` is there; nothing where it is.

    ``python`` is the interpreter that ``.venv`` is made with. What stands on a part that is made
    anew is made anew as well.
    """
    found: list[Step] = []
    for part in _NEEDS[wanted]:
        done = mark(root, part, system)
        if found or not done.exists():
            found.append(_step(root, part, system, python)._replace(mark=done))
    return found


def _step(root: Path, part: str, system: System, python: str) -> Step:
    own = program(root, system)
    pip = (own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    install = (*pip, "--require-hashes", "-r", str(root / _PINS[part][-1]))
    offline = "chưa tải được các gói: lần chạy đầu cần có mạng; nối mạng rồi chạy lại lệnh này"
    if part == SITE:
        words = f"Đang chuẩn bị các gói trong {FOLDER} (chỉ lần đầu, hoặc khi phiên bản đổi)…"
        make = (python, "-m", "venv", str(root / FOLDER))
        return Step(words, offline, (root / FOLDER,), (make, install), Path())
    if part == TESTS:
        return Step("Đang chuẩn bị các gói để thử…", offline, (), (install,), Path())
    folder = root / _FOLDERS[part]
    npm = (program(root, system, "npm"), "--prefix", str(folder), "ci", "--silent")
    what = "để xét tập lệnh" if part == NPM else "để xét công văn trong trình duyệt"
    words = f"Đang chuẩn bị các gói {what}…"
    return Step(words, offline, (folder / "node_modules",), (npm,), Path())


def prepare(root: Path, wanted: str, system: System, run: Runner) -> None:
    """Do what is left to do for ``wanted``; NotReadyError where it cannot be done."""
    # Not the one that runs: it may lie in the folder that is about to go.
    python = getattr(sys, "_base_executable", sys.executable)
    for step in steps(root, wanted, system, python):
        print(step.words, file=sys.stderr, flush=True)
        for folder in step.remove:
            _remove(folder)
        for command in step.commands:
            if run(command):
                raise NotReadyError(_no_venv() if "venv" in command else step.failed)
        step.mark.parent.mkdir(parents=True, exist_ok=True)
        step.mark.touch()


def _no_venv() -> str:
    return (
        f"Python này không tạo được {FOLDER}: trên Debian, Ubuntu thì cài thêm gói python3-venv;"
        " trên hệ khác thì cài Python từ python.org"
    )


def _remove(folder: Path) -> None:
    """Away with a folder; of a link only the link, never what it leads to."""
    try:
        if folder.is_symlink():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(str(folder))
    except OSError as error:
        raise NotReadyError(
            f"không thay được {folder} ({error.strerror}): đóng các cửa sổ khác đang chạy"
            " hooks, rồi chạy lại"
        ) from None


def is_own(root: Path, prefix: str) -> bool:
    own = root / FOLDER
    return own.exists() and Path(prefix).samefile(own)


def is_chosen(root: Path, wanted: str, prefix: str, base: str, has_packages: bool) -> bool:
    """Whether a command goes on in the Python that it was started with.

    ``prefix`` and ``base`` are ``sys.prefix`` and ``sys.base_prefix``. A virtual Python with the
    packages of the site is somebody's choice; tests are run with the pinned versions alone.
    """
    if is_own(root, prefix):
        return has_packages
    return wanted == SITE and prefix != base and has_packages


def enter(root: Path, arguments: Sequence[str]) -> None:
    """Go on in the project's own Python, made ready for the command; ends this process.

    Does nothing in a Python that is the right one already (``is_chosen``).
    """
    speak()
    _check_age()
    _read_names_right()
    wanted = _OF_COMMAND.get(arguments[0] if arguments else "", SITE)
    if is_chosen(root, wanted, sys.prefix, sys.base_prefix, all(map(find_spec, _SIGNS))):
        return
    if is_own(root, sys.prefix):  # marked as whole, and is not: or this would go round for ever
        for old in (root / FOLDER).glob(f".{SITE}-*"):
            old.unlink()
    system = here()
    _ready(root, wanted, system)
    command = [program(root, system), str(root / "hooks"), *arguments]
    if system.windows:  # which has no exec: a new process there is no longer waited for
        sys.exit(waited(command))
    sys.stdout.flush()
    os.execv(command[0], command)


def waited(command: Sequence[str]) -> int:
    """Run a program to its end; Ctrl+C is for the program, which says itself what comes of it."""
    with subprocess.Popen(command) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue


def _ready(root: Path, wanted: str, system: System) -> None:
    try:
        prepare(root, wanted, system, waited)
    except NotReadyError as error:
        _stop(str(error))


def _read_names_right() -> None:
    """Begin anew in Python's UTF-8 mode where names of files and words given are read otherwise.

    A terminal of another locale (Latin-1, plain ASCII) still hands over UTF-8: “Luật” would come
    as “Luáº­t”, and ``.venv`` could not be made in a folder with accents. Windows has no such mode.
    """
    is_right = sys.getfilesystemencoding().lower() in ("utf-8", "utf8")
    if is_right or sys.flags.ignore_environment or os.name == "nt":
        return
    os.environ["PYTHONUTF8"] = "1"
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def _check_age() -> None:
    if sys.version_info < OLDEST:
        _stop(
            f"cần Python {'.'.join(map(str, OLDEST))} trở lên, mà đây là"
            f" {platform.python_version()}: cài bản mới từ python.org"
        )


def stop_at_once(words: str = "") -> None:
    """Let Ctrl+C end this process with ``words``: where in the program it was is no news."""
    others = sys.excepthook

    def ended(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            others(kind, error, trace)
        elif words:
            print(f"\n{words}", file=sys.stderr)

    sys.excepthook = ended


def speak() -> None:
    """Vietnamese whatever the terminal's own locale says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _stop(words: str) -> NoReturn:
    print(words, file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    speak()
    _check_age()
    _read_names_right()
    _ready(Path(__file__).resolve().parent.parent, (sys.argv[1:] or [SITE])[0], here())
