"""The published measure: its rows are those of the tables here, its scorer counts as it says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from building import CHECKED
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.opendata.benchmark import ANSWERS, CASES, SCORER, Benchmark
from vanban.opendata.benchmark.score import score
from vanban.page.library import Library

from .letters import read_letters
from .rows import ROWS


@pytest.fixture(scope="module")
def benchmark(engine: Engine) -> Benchmark:
    graph = build_graph(engine.corpus, engine, CHECKED)
    return Benchmark(Library(engine.corpus, graph, engine.cite, CHECKED))


def test_every_row_stands_in_the_tables(benchmark: Benchmark) -> None:
    letters = {(one.text, one.at, one.in_): set(one.want) for one in read_letters()}
    sentences = {(one.text, one.at, one.in_) for one in ROWS}
    assert len(benchmark.cases) > 500
    ids = [row["id"] for row in benchmark.cases]
    assert ids == list(range(1, len(ids) + 1))
    for row in benchmark.cases:
        key = (row["text"], row["day"], row["context"])
        assert key in sentences or letters.get(key) == set(row["targets"]), row


def test_every_target_can_be_looked_up(benchmark: Benchmark) -> None:
    known = {
        slug: item.outline.units for slug, item in benchmark.library.corpus.instruments.items()
    }
    for row in benchmark.cases:
        for target in row["targets"]:
            slug, _, unit = target.partition("#")
            assert slug in known
            assert not unit or unit in {path.id for path in known[slug]}, target


def case(number: int, *targets: str) -> dict[str, Any]:
    return {"id": number, "targets": list(targets)}


def test_the_scorer_counts_as_it_says() -> None:
    cases = [case(1, "a#dieu-1-khoan-2"), case(2, "a", "a#dieu-1-diem-dd"), case(3), case(4, "b")]
    given = {1: {"a#dieu-1-khoan-2"}, 2: {"a", "a#dieu-9"}, 3: {"b"}}
    told = score(cases, given)
    assert told["câu đúng trọn"] == 1 / 4
    assert told["câu có đích sai"] == 2 / 4
    assert told["độ đúng của đích"] == 2 / 4
    assert told["độ đủ của đích"] == 2 / 4
    assert told["F1 của đích"] == 1 / 2
    assert told["độ đủ, văn bản"] == 1 / 2
    assert told["độ đủ, khoản"] == 1
    assert told["độ đủ, điểm"] == 0


def test_whoever_takes_the_files_can_run_it(benchmark: Benchmark, tmp_path: Path) -> None:
    names = {}
    for path, text in benchmark.files():
        names[path] = tmp_path / path.rpartition("/")[2]
        names[path].write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", names[SCORER], names[CASES], names[ANSWERS]],
        env={"PYTHONIOENCODING": "utf-8"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    told = {
        line.split("%")[1].strip(): line.split("%")[0].strip() for line in done.stdout.splitlines()
    }
    assert told == {name: f"{100 * share:.2f}" for name, share in benchmark.figures.items()}
    lines = names[ANSWERS].read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in benchmark.cases]
