"""What README shows first can be done as it stands there."""

from __future__ import annotations

import importlib.util
import re
import shlex
import subprocess
import sys
from pathlib import Path

from intake.made import docx_of

ROOT = Path(__file__).resolve().parents[2]
HEADING = "## A letter not yet sent"


def example() -> list[str]:
    """The commands below the heading, with this interpreter in the place of README's."""
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition(HEADING)[2]
    found = re.search(r"```sh\n(.*?)```", section, re.DOTALL)
    assert found
    ours = f"{shlex.quote(sys.executable)} {shlex.quote(str(ROOT / 'hooks'))}"
    return found[1].replace(".venv/bin/python hooks", ours).strip().splitlines()


def test_the_example_of_a_letter(tmp_path: Path) -> None:
    commands = example()
    plain, annotated, piped = commands
    assert annotated.startswith(plain)  # which it does as well
    (tmp_path / "du-thao.docx").write_bytes(
        docx_of("Kính gửi: Các trường.", "Theo Điều 9999 Luật An ninh mạng năm 2018.")
    )
    for command in (annotated, piped):
        done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, check=False)
        out = done.stdout.decode()
        assert done.returncode in (0, 1), done.stderr.decode()
        assert out.startswith("Xét theo ngày ")
        assert "\n1 viện dẫn: 1 " in out
    assert (tmp_path / "du-thao-da-xem.docx").exists()


def test_every_command_that_is_shown_is_one() -> None:
    """Each command in README and in the handbook is understood as it stands there."""
    spec = importlib.util.spec_from_file_location("hooks_main", ROOT / "hooks" / "__main__.py")
    assert spec is not None
    assert spec.loader is not None
    program = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(program)
    found = 0
    handbook = sorted((ROOT / "docs" / "gioi-thieu").glob("*.md"))
    for file in (ROOT / "README.md", ROOT / "hooks" / "README.md", *handbook):
        for block in re.findall(
            r"```(?:sh|powershell)?\n(.*?)```", file.read_text("utf-8"), re.DOTALL
        ):
            for line in re.findall(r"(?:python|py) hooks (.+)", block):
                if "--help" in line:
                    continue  # which ends the program
                program._parser().parse_args(shlex.split(line, comments=True))
                found += 1
    assert found


def test_every_file_that_the_map_names_is_there() -> None:
    """Whoever looks for a behaviour in ``hooks/README.md`` is led to no file that is gone."""
    words = (ROOT / "hooks" / "README.md").read_text("utf-8").partition("## What programs read")[0]
    named = set(re.findall(r"`([\w./-]+\.(?:py|js|css|yml|txt|html))`", words))
    assert len(named) > 100
    parts = (ROOT / "hooks", ROOT / "tests", ROOT / "docs" / "hom-nay")
    there = {f"/{file.name}" for file in ROOT.iterdir()} | {
        f"/{file.relative_to(ROOT).as_posix()}"
        for part in parts
        for file in part.rglob("*")
        if "node_modules" not in file.parts
    }
    gone = [name for name in named if not any(path.endswith(f"/{name}") for path in there)]
    assert gone == []
