"""What may use what: the ground knows no feature, and a feature hardly any other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from building import ROOT

HOOKS = ROOT / "hooks"
CORE = HOOKS / "vanban"
FEATURES = CORE / "features"
FLOORS = {
    "law": set(),
    "cite": {"law"},
    "page": {"law", "cite"},
    "publish": set(),
    "opendata": {"law", "cite", "page", "publish"},
    "intake": {"law"},
    "official": {"law", "intake"},
    "features": {"law", "cite", "page", "publish", "intake", "opendata"},
}
"""Each package and those that it may use besides itself. What lies in ``vanban`` itself, the
events, ``commands`` and the command line put everything together; nothing below may use them."""
BETWEEN_FEATURES = {
    "search": {"offline"},  # a page whose tables are gone takes the newest release
    "answer": {"fines"},  # where the table of fines tells the sums of a page apart
    "dispatch": {"instrument"},  # the identity of the letter, as of any instrument
    "draft": {"entry"},  # what a paper calls itself, as its intake reads it
    "handout": {"search", "session", "situations"},  # its one box; what a plan opens; situations
    "projector": {"session", "situations"},  # the slides of a plan
    "quiz": {"session"},  # which questions lie near a plan
    "review": {"glossary", "quiz", "situations"},  # what speaks of a changed provision
    "session": {"answer", "fines", "situations"},  # the stories of a plan, their answers and sums
    "share": {"handout"},  # the button that adds a unit to the hand-out
}
SCRIPT = re.compile(r'(?:\bfrom|\bimport\()\s*"(\.[^"]+)"')
SHELL = {"page.js": "what every page needs starts here"}
"""Scripts of the theme that may use features."""


def used(file: Path) -> Iterator[tuple[str, ...]]:
    """The parts below ``vanban`` of what a module of the core imports of it."""
    package = file.relative_to(CORE).parent.parts
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        base = package[: len(package) - node.level + 1]
        above = (*base, *(node.module.split(".") if node.module else ()))
        for name in node.names:
            yield (*above, name.name)


def imported(file: Path) -> Iterator[Path]:
    """What a script imports or fetches."""
    for place in SCRIPT.findall(file.read_text("utf-8")):
        yield (file.parent / place).resolve()


def feature(file: Path) -> str:
    """The feature whose folder a file lies in; "" for others."""
    is_one = file.is_relative_to(FEATURES)
    return PurePosixPath(file.relative_to(FEATURES)).parts[0] if is_one else ""


@pytest.mark.parametrize("floor", FLOORS)
def test_what_a_floor_stands_on(floor: str) -> None:
    files = sorted((CORE / floor).rglob("*.py"))
    assert files
    for file in files:
        for parts in used(file):
            assert parts[0] in FLOORS[floor] | {floor}, f"{file}: {'.'.join(parts)}"


def test_what_features_use_of_each_other() -> None:
    found: dict[str, set[str]] = {}
    for file in FEATURES.rglob("*.py"):
        for parts in used(file):
            if parts[0] == "features" and parts[1] != feature(file):
                found.setdefault(feature(file), set()).add(parts[1])
    for file in FEATURES.rglob("*.js"):
        for other in imported(file):
            if feature(other) != feature(file) and feature(other):
                found.setdefault(feature(file), set()).add(feature(other))
    assert found == BETWEEN_FEATURES


def test_scripts_of_the_theme_know_no_feature() -> None:
    scripts = (HOOKS / "theme").rglob("*.js")
    assert {file.name for file in scripts if any(map(feature, imported(file)))} == set(SHELL)


def test_only_the_events_know_the_builder() -> None:
    names = ("mkdocs", "properdocs")
    for file in CORE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            told = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            told += [name.name for name in node.names] if isinstance(node, ast.Import) else []
            assert not [name for name in told if name.partition(".")[0] in names], file
