"""Patterns that wait until they are asked are those that ``re`` makes, and all can be made."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from vanban.law import late_pattern
from vanban.law.late_pattern import late

ENGINE = Path(late_pattern.__file__).parent.parent / "cite"
_COMPARED = re.compile(r"\.re (?:is|==|is not|!=) (?:\w+\.)?(\w+)")
_NAMED = re.compile(r"^(\w+) = late\(", re.MULTILINE)


def test_a_pattern_is_compiled_when_it_is_asked() -> None:
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.match("a")


def test_it_is_asked_like_any_other() -> None:
    lazy, made = late(r"(?P<a>x)\s*", re.IGNORECASE), re.compile(r"(?P<a>x)\s*", re.IGNORECASE)
    assert lazy.pattern == made.pattern
    assert lazy.flags == made.flags
    for _ in range(2):
        found = lazy.search("aX  b")
        assert found is not None
        assert (found["a"], found.span()) == ("X", (1, 4))
    assert lazy.sub("", "x y") == made.sub("", "x y") == "y"


def test_every_late_pattern_of_the_engine_can_be_compiled() -> None:
    names = [file.stem for file in sorted(ENGINE.glob("*.py")) if file.stem != "__init__"]
    found = [
        value
        for name in names
        for value in vars(import_module(f"vanban.cite.{name}")).values()
        if isinstance(value, late_pattern._Late)
    ]
    assert len(found) > 50
    for one in found:
        assert one.flags & re.UNICODE  # asked, so compiled


def test_no_late_pattern_is_known_by_what_it_found() -> None:
    """``found.re is MARKED`` is never true of a late one: “Điều 8(1)-(3)” lost its range so."""
    texts = [file.read_text("utf-8") for file in ENGINE.parent.rglob("*.py")]
    compared = {name for text in texts for name in _COMPARED.findall(text)}
    named = {name for text in texts for name in _NAMED.findall(text)}
    assert "MARKED" in compared
    assert len(named) > 50
    assert not named & compared


def test_a_plain_citation_needs_few_of_them() -> None:
    """What a run does not need, it does not wait for."""
    code = (
        "import vanban.cite.time_words as words\n"
        "assert '_compiled' not in vars(words._TOLD), 'compiled at import'"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ENGINE.parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
