"""Templates are compiled once, and again as soon as anything that they are made of has changed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from vanban.page.compiled import Compiled

Says = Callable[..., str]


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that were compiled, in their order."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    names: list[str] = []
    compile_anew = Environment.compile

    def told(self: Environment, source: str, name: str, *rest: object) -> object:
        names.append(name)
        return compile_anew(self, source, name, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", told)
    return names


@pytest.fixture
def says(tmp_path: Path) -> Says:
    """What a build makes of one template; ``options`` are those of its environment."""

    def rendered(source: str = "{{ word }}", who: str = "a", **options: bool) -> str:
        kept = Compiled(who)
        kept.directory = str(tmp_path)
        made = Environment(loader=DictLoader({"t.html": source}), bytecode_cache=kept, **options)  # type: ignore[arg-type]
        return made.get_template("t.html").render(word="<")

    return rendered


def test_the_next_build_compiles_nothing(compiled: list[str], says: Says) -> None:
    assert [says(), says()] == ["<", "<"]
    assert compiled == ["t.html"]


def test_what_is_made_otherwise_is_compiled_anew(compiled: list[str], says: Says) -> None:
    assert says() == "<"
    assert says(autoescape=True) == "&lt;"
    assert says("{{ word }}!") == "<!"
    assert says("\n{% if 1 %}\n{{ word }}{% endif %}", trim_blocks=True) == "\n<"
    assert says("\n{% if 1 %}\n{{ word }}{% endif %}") == "\n\n<"
    assert len(compiled) == 5


def test_two_environments_do_not_write_over_each_other(compiled: list[str], says: Says) -> None:
    for _ in range(2):
        assert says(who="a") == "<"
        assert says(who="b", autoescape=True) == "&lt;"
    assert len(compiled) == 2


@pytest.mark.parametrize("left", [0, 3, 25, 60, 90])
def test_a_file_that_was_cut_off_is_made_again(
    left: int, compiled: list[str], says: Says, tmp_path: Path
) -> None:
    says()
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:left])
    assert says() == "<"
    assert file.read_bytes() == whole
    assert len(compiled) == 2


def test_nothing_is_kept_where_python_keeps_nothing(
    compiled: list[str], says: Says, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert says() == "<"
    assert not [*tmp_path.iterdir()]


def test_a_folder_that_cannot_be_written_stops_nothing(
    compiled: list[str], says: Says, tmp_path: Path
) -> None:
    tmp_path.rmdir()
    assert says() == "<"
    assert not tmp_path.exists()
