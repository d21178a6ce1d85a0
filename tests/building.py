"""Real builds: a copy of the project, a builder in its own process, and the pages that came out."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import forked
import yaml
from filelock import FileLock
from lxml import html
from vanban.calendar_day import VARIABLE
from vanban.law.instrument import vietnamese_date

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("docs", "hooks", "mkdocs.yml", "mkdocs.offline.yml", "dia-chi.txt", "dinh-chinh.yml")
BASE = "https://noi-bo.invalid/"
"""A made-up address of the site, so that links can be joined and hosts compared."""
PUBLIC = "https://truong.invalid/luat/"
"""The address of the site that knows where it is published."""


def day_of(project: Path) -> date:
    """The day on which a project's facts were checked: one line of its ``mkdocs.yml``."""
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    found = config["extra"]["ngay-kiem-tra"]
    assert isinstance(found, date)
    return found


CHECKED = day_of(ROOT)
"""The day of this project; tests of made-up instruments have a day of their own (``samples``)."""
SHOWN = vietnamese_date(CHECKED)
"""That day as readers see it."""
LATER = date(CHECKED.year + 5, 1, 5)
"""A day to which it may move: a year, a month and a day that are all written with care."""


def copy_project(to: Path, without: tuple[str, ...] = ()) -> Path:
    """What a build reads, with what Python compiled; ``without`` names parts to be left out."""
    to.mkdir(parents=True, exist_ok=True)
    for part in (part for part in PARTS if part not in without):
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, to / part)
        elif source.is_file():
            shutil.copy2(source, to / part)
    return to


def moved(project: Path, day: date) -> Path:
    """Move the day of checking: change the one line, as an editor does."""
    file = project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    text, count = re.subn(r"(?m)^(  ngay-kiem-tra:).*$", rf"\1 {day.isoformat()}", text)
    assert count == 1
    file.write_text(text, encoding="utf-8")
    assert day_of(project) == day
    return project


def copy_invented(to: Path, *, program: bool = True) -> Path:
    """The small invented project of ``tests/synthetic`` with a program of its own beside it.

    It stands as the real one does, so that both ``python hooks`` and a builder work in it, and
    takes a tenth of the time. Without ``program`` it is built by the one that stands here: a
    thousand files less to copy, and to remove.
    """
    invented = ROOT / "tests" / "synthetic"
    hooks = () if program else ("hooks",)
    copy_project(to, without=(*hooks, "docs", "mkdocs.yml", "mkdocs.offline.yml"))
    shutil.copytree(invented / "docs", to / "docs")
    for name in ("dia-chi.txt", "dinh-chinh.yml"):
        shutil.copy2(invented / name, to / name)
    shutil.copy2(ROOT / "mkdocs.yml", to / "inherited.yml")
    settings = (invented / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("../../mkdocs.yml", "inherited.yml")
    settings = settings.replace("../../hooks", "hooks" if program else (ROOT / "hooks").as_posix())
    (to / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return to


def on_day(day: date) -> dict[str, str]:
    """What sets the clock of a builder or of the command line to ``day``."""
    return {VARIABLE: str(int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()))}


def build(
    project: Path,
    out: Path,
    builder: str = "mkdocs",
    seed: int | None = None,
    settings: str = "mkdocs.yml",
    now: date | None = None,
) -> subprocess.CompletedProcess[str]:
    """A strict build in a process of its own.

    ``seed`` shuffles whatever hangs on hashing; where it is None, any will do, and a fork of this
    process may build. ``now`` is the day of the calendar on which it is made (default: today).
    """
    env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    env |= {"PYTHONIOENCODING": "utf-8", "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    env |= {} if seed is None else {"PYTHONHASHSEED": str(seed)}
    env |= on_day(now) if now else {}
    command = ["-m", builder, "build", "--strict"]
    command += ["--config-file", settings, "--site-dir", str(out)]
    may_fork = seed is None and builder == "mkdocs"
    return _run(command, project, env, may_fork)


def hooks(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """``python hooks arguments`` with the program beside a project, in a process of its own."""
    env = {**os.environ, "PYTHONIOENCODING": "utf-8", "NO_MKDOCS_2_WARNING": "1"}
    return _run(["hooks", *arguments], project, env, may_fork=True)


def _run(
    command: list[str], project: Path, env: dict[str, str], may_fork: bool
) -> subprocess.CompletedProcess[str]:
    if may_fork and forked.CAN_FORK and forked.is_ours(project):
        return forked.run(command, project, env, seconds=600)
    return subprocess.run(
        [sys.executable, *command],
        cwd=project,
        env=env,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
    )


@dataclass(frozen=True)
class Variant:
    """One way to build the project; ``first_line`` is put above the settings.

    ``checked`` is the day of checking, to which the calendar is put too (default: as they are).
    """

    builder: str = "mkdocs"
    seed: int = 0
    settings: str = "mkdocs.yml"
    first_line: str = ""
    checked: date | None = None
    source: Path | None = None
    """A project that stands beside this one and is built as it is; None for this one."""


VARIANTS = {
    "plain": Variant(seed=1),  # what ``make site`` makes
    "again": Variant(seed=2),
    "disk": Variant(settings="mkdocs.offline.yml"),  # what ``make offline`` packs
    "synthetic": Variant(source=ROOT / "tests" / "synthetic"),  # small, and nobody edits it
    # One build that is two things which nothing joins: the site with an address of its own, and
    # the site as it is years later. What differs from "plain" may be nothing but these.
    "published": Variant(first_line=f"site_url: {PUBLIC}\n", checked=LATER),
}


@dataclass(frozen=True)
class Built:
    """What came of a build: the folder of the site, the exit status, and all that was said."""

    root: Path
    status: int
    told: str


@dataclass(frozen=True)
class Builds:
    """The builds of one run of the tests, each made once, by the process that asks first.

    ``folder`` is shared by all processes of the run and by no other run. Nobody may change what
    stands in it.
    """

    folder: Path

    def of(self, name: str) -> Built:
        """The build of ``VARIANTS[name]``, whether or not it came to a good end."""
        place = self.folder / name
        told = place / "told.json"
        with FileLock(self.folder / f"{name}.lock"):
            if not told.exists():
                done = _build_variant(VARIANTS[name], place)
                told.write_text(json.dumps([done.returncode, done.stdout + done.stderr]), "utf-8")
        status, words = json.loads(told.read_text("utf-8"))
        return Built(place / "site", status, words)

    def good(self, name: str) -> Path:
        """The folder of a site whose build came to a good end."""
        built = self.of(name)
        assert built.status == 0, built.told
        return built.root


def _build_variant(variant: Variant, place: Path) -> subprocess.CompletedProcess[str]:
    if variant.source:
        return build(variant.source, place / "site", variant.builder, variant.seed)
    project = copy_project(place / "project")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(variant.first_line + text, encoding="utf-8")
    if variant.checked:
        moved(project, variant.checked)
    out, now = place / "site", variant.checked
    return build(project, out, variant.builder, variant.seed, variant.settings, now)


@dataclass(frozen=True)
class Link:
    """An address that a page names: where, by which element, and what it leads to."""

    page: str
    element: str
    address: str

    @cached_property
    def target(self) -> str:
        """The absolute address; a site-relative path and fragment where it is internal."""
        return urljoin(BASE + self.page, self.address)

    @cached_property
    def internal(self) -> bool:
        return self.target.startswith(BASE)

    @cached_property
    def path(self) -> str:
        return unquote(urlsplit(self.target).path.removeprefix("/"))

    @cached_property
    def fragment(self) -> str:
        return unquote(urlsplit(self.target).fragment)


@dataclass(frozen=True)
class Site:
    """A built site in a folder. Pages are named by their path: ``van-ban/x/dieu-8/``."""

    root: Path

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The path of every page; ``""`` is the home page, and 404.html stands by its name."""
        files = sorted(self.root.rglob("*.html"))
        names = [file.relative_to(self.root).as_posix() for file in files]
        return tuple(name.removesuffix("index.html") for name in names)

    def file(self, path: str) -> Path:
        return self.root / (f"{path}index.html" if path == "" or path.endswith("/") else path)

    def tree(self, path: str) -> html.HtmlElement:
        return _parse(self.file(path))

    def ids(self, path: str) -> list[str]:
        return [str(found) for found in self.tree(path).xpath("//@id")]

    def links(self, path: str) -> list[Link]:
        """Every ``href`` and ``src`` of a page."""
        return [
            Link(path, str(element.tag), element.get(name))
            for element in self.tree(path).iter(html.etree.Element)
            for name in ("href", "src")
            if element.get(name) is not None
        ]


@cache  # all of a site: 3,000 small pages, of which every other test asks
def _parse(file: Path) -> html.HtmlElement:
    return html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def text_of(element: html.HtmlElement) -> str:
    """What a reader reads, white space folded."""
    return " ".join(element.text_content().split())
