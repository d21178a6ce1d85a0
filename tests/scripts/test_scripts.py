"""The scripts, as Node sees them: their pure parts, and what the build makes of the sources."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from building import ROOT, Site
from vanban.cite.engine import Engine
from vanban.features import FEATURES
from vanban.features.day.timeline import Timelines
from vanban.features.search import provisions
from vanban.features.search.school_words import SchoolWords
from vanban.law.corpus import Corpus
from vanban.law.instrument import Target, short_name
from vanban.law.site_address import SiteAddresses, url
from vanban.law.units import ALPHABET, HEADED, LABELS, Kind, UnitPath, ascii_number, path
from vanban.project import open_project
from vanban.publish import scripts

HERE = Path(__file__).parent
THEME = ROOT / "hooks" / "theme"
NODE = str(Path(sys.executable).parent / "node")
DAY = date(2026, 12, 1)
"""Any day on which what the dispatch names has ended."""
QUOTED = (
    Target("luat-24-2018-qh14", path((Kind.ARTICLE, "8"), (Kind.CLAUSE, "1"))),
    Target("nghi-dinh-72-2013-nd-cp", path((Kind.ARTICLE, "26"), (Kind.CLAUSE, "4"))),
)
NUMBERS = ("1", "8", "23a", "23d", "23đ", "100")


def units() -> list[UnitPath]:
    """Every shape that an id of a page can have, with every letter."""
    shapes = [path((Kind.ARTICLE, number)) for number in NUMBERS]
    shapes += [above.child(Kind.CLAUSE, number) for above in shapes for number in ("1", "3a", "12")]
    points = [above.child(Kind.POINT, letter) for above in shapes[4:8] for letter in ALPHABET]
    section = path((Kind.SECTION, "2"))
    numbers = ("1", "12", "a1", "đ2", "2.1", "i", "iv", "b")
    indents = [above.child(Kind.INDENT, number) for above in points[:30:6] for number in numbers]
    return [*shapes, *points, *indents, section, section.child(Kind.POINT, "đ")]


def citations(corpus: Corpus, engine: Engine, every: int) -> list[tuple[str, str]]:
    """Units as a text names them, and where the engine and so the box have to lead."""
    found = []
    for instrument in corpus.instruments.values():
        for unit in islice(instrument.outline.units.values(), 0, None, every):
            if unit.kind not in (Kind.ARTICLE, Kind.CLAUSE, Kind.POINT):
                continue
            text = f"{unit.path.label} {short_name(instrument)}"
            read = [one.target for one in engine.cite(text)]
            assert [(one.slug, one.unit) for one in read if one] == [(instrument.slug, unit.path)]
            page = corpus.address(Target(instrument.slug, unit.path)).page
            found.append((text, f"{url(page).removeprefix('./')}#{unit.id}"))
    return found


def days() -> dict[str, object]:
    """The answers for other days in the invented project, and where its units stand."""
    library = open_project(ROOT / "tests" / "synthetic").library
    items = library.corpus.instruments
    targets = [Target(slug, unit) for slug, item in items.items() for unit in item.outline.units]
    places = SiteAddresses(directories=True)
    return {
        "timelines": {slug: Timelines(library, item, True).data() for slug, item in items.items()},
        "addresses": {str(one): places.place(library.corpus.address(one)) for one in targets},
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, site: Site, corpus: Corpus) -> Path:
    """The table of numbers, the sources with and without white space, and the built scripts."""
    folder = tmp_path_factory.mktemp("made")
    table = {
        "alphabet": ALPHABET,
        "kinds": [(kind.value, LABELS[kind]) for kind in HEADED.values()],
        "numbers": [(number, path((Kind.ARTICLE, number)).id[5:]) for number in NUMBERS],
        "units": [
            {
                "id": unit.id,
                "label": unit.label,
                "steps": "/".join(ascii_number(number) for _, number in unit.steps),
                "numbers": {kind.value: number for kind, number in unit.steps},
            }
            for unit in units()
        ],
        "index": provisions.index(corpus, DAY, True, QUOTED),
        "words": SchoolWords.read().as_data(),
        "typed": citations(corpus, Engine(corpus), every=5),
    }
    (folder / "table.json").write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
    (folder / "days.json").write_text(json.dumps(days(), ensure_ascii=False), encoding="utf-8")
    for part in ("sources", "tight", "built"):
        (folder / part).mkdir()
    for file in (*THEME.glob("assets/javascripts/*.js"), *FEATURES.glob("*/*.js")):
        text = file.read_text(encoding="utf-8")
        (folder / "sources" / file.name).write_text(text, encoding="utf-8")
        tight = scripts.tight(file.stem, text)
        (folder / "tight" / file.name).write_text(tight, encoding="utf-8")
    for file in (*site.root.glob("assets/javascripts/**/*.js"), *site.root.glob("sw.js")):
        if not file.name.startswith("bundle."):  # the theme's own
            (folder / "built" / file.name).write_bytes(file.read_bytes())
    return folder


def test_by_node(made: Path) -> None:
    """Every ``*.test.js`` beside this file, in one process: half of what twenty cost."""
    tests = sorted(str(file) for file in HERE.glob("*.test.js"))
    ways = ("--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--test", "--test-isolation=none")
    done = subprocess.run(
        [NODE, *ways, *tests],
        env=os.environ | {"MADE": str(made), "NODE_OPTIONS": ""},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def module(source: str, **others: str) -> str:
    """One entry built of ``source`` and other modules."""
    sources = dict.fromkeys((*scripts.PAGES, scripts.LOADER), "")
    sources[scripts.LOADER] = "export const load = path => path\n"
    return scripts.built(sources | {"page": source} | others)[scripts.path("page")]


@pytest.mark.parametrize(
    ("source", "others", "words"),
    [
        ('import dom from "./dom.js"', {}, "page.js: import dom"),  # no default exports
        ('import { a } from "/dom.js"\na()', {}, "page.js: import{a}"),
        ("export default 1", {}, "page.js: export default"),
        ("const a = await import(name)", {}, "page.js: const a=await import("),
        ('import { b } from "./dom.js"\nb()', {"dom": "export const a = 1"}, "dom.js exports no b"),
        ('import { a } from "./dom.js"\na()', {}, "there is no dom.js"),
        (
            'import { a } from "./dom.js"\na()',
            {
                "dom": 'import { b } from "./x.js"\nexport const a = b',
                "x": 'import { a } from "./dom.js"',
            },
            "circle",
        ),
        ("const a = `${b ? `c  d` : e}`", {}, "a template inside a template"),
    ],
)
def test_what_the_joiner_does_not_understand_it_refuses(
    source: str, others: dict[str, str], words: str
) -> None:
    with pytest.raises(scripts.ScriptError, match=re.escape(words)):
        module(source, **others)


def test_only_what_is_named_goes_into_a_script() -> None:
    dom = (
        "const deep = 1\nconst lost = 2\nexport const a = () => deep\nexport const b = () => lost\n"
    )
    text = module('import { a as first } from "./dom.js"\nfirst()\n', dom=dom)
    assert "deep" in text
    assert "lost" not in text
    assert text.count("const{a:first}=") == 1


def test_two_builds_of_the_scripts_are_the_same(made: Path) -> None:
    sources = {file.stem: file.read_text("utf-8") for file in (made / "sources").glob("*.js")}
    sources.pop("sw")
    turned = dict(reversed(sources.items()))
    assert list(scripts.built(sources).items()) == list(scripts.built(turned).items())
