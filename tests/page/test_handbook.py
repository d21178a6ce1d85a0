"""The editor's handbook: every key that a file may have is explained, and every sample is right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from building import ROOT
from pydantic import BaseModel
from samples import corpus_of
from vanban import checks, settings
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.extension import drawable
from vanban.features.glossary import glossary
from vanban.features.quiz import quiz_checks
from vanban.features.quiz.quiz import QuizBank, SetForm, read_set
from vanban.features.session import plan
from vanban.features.situations import situations
from vanban.law import acts_source, page_keys
from vanban.law.corpus import Corpus
from vanban.law.corrections import CorrectionsForm, read_corrections
from vanban.law.instrument import RelationKind
from vanban.law.loading import check_front, read_instrument, read_page
from vanban.law.problems import Problem
from vanban.law.schema import InstrumentForm

FOLDER = ROOT / "docs" / "gioi-thieu"
NAMES = ("bien-tap", "nhan-cong-van", "them-noi-dung", "khoa-van-ban", "khoa-trang")
PAGES = {name: (FOLDER / f"{name}.md").read_text(encoding="utf-8") for name in NAMES}
FENCE = re.compile(r"^```(?P<kind>[a-z]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
SLUG = "thong-tu-999-2026-tt-bgddt"
FILE = "mau.yml"
CALENDAR = date(2999, 1, 1)


def samples(kind: str) -> list[Any]:
    found = [
        pytest.param(block["body"], id=f"{name}:{page.count(chr(10), 0, block.start()) + 1}")
        for name, page in PAGES.items()
        for block in FENCE.finditer(page)
        if block["kind"] == kind
    ]
    assert found
    return found


def first(kind: str, begins: str) -> str:
    """The first sample of its kind that begins so."""
    bodies = (str(one.values[0]) for one in samples(kind))
    return next(body for body in bodies if body.startswith(begins))


# ---- Every key is explained ---------------------------------------------------------------------


def forms(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from forms(part)


def keys_of(form: type[BaseModel]) -> set[str]:
    """The keys of a form and of all forms inside it, as an editor writes them."""
    found: set[str] = set()
    for name, field in form.model_fields.items():
        found.add(field.alias or name)
        for inner in forms(field.annotation):
            found |= keys_of(inner)
    return found


def used(data: object) -> set[str]:
    if isinstance(data, dict):
        return {str(key) for key in data}.union(*map(used, data.values()))
    return set().union(*map(used, data)) if isinstance(data, list) else set()


def shown(kind: str = "yaml") -> set[str]:
    """Every key that some sample uses."""
    found: set[str] = set()
    for one in samples(kind):
        text = str(one.values[0])
        head = text.split("---\n")[1] if kind == "markdown" and text.startswith("---") else text
        found |= used(yaml.safe_load(head)) if kind == "yaml" or head != text else set()
    return found


SETTINGS = {settings.KEY, "noi-tra-cuu", "menu", "dau-trang", "nhom", "chan-trang", "ten", "trang"}
SETTINGS |= {"dia-chi", "ngoai-tuyen", "thu-bao-loi"}


@pytest.mark.parametrize(
    ("page", "known", "kind"),
    [
        ("khoa-van-ban", keys_of(InstrumentForm), "yaml"),
        ("khoa-trang", set(page_keys.KEYS), "markdown"),
        ("khoa-trang", keys_of(SetForm), "yaml"),
        ("khoa-trang", keys_of(acts_source._TableForm), "yaml"),
        ("khoa-trang", keys_of(CorrectionsForm), "yaml"),
        ("khoa-trang", SETTINGS, "yaml"),
    ],
)
def test_every_key_is_explained_in_words_and_used_in_a_sample(
    page: str, known: set[str], kind: str
) -> None:
    prose = FENCE.sub("", PAGES[page])
    explained = {word.partition(":")[0] for word in re.findall(r"`([^`\n]+)`", prose)}
    assert sorted(known - explained) == []
    assert sorted(known - shown(kind)) == []


def test_every_choice_of_a_value_is_told() -> None:
    for name, kinds in (("khoa-van-ban", RelationKind), ("them-noi-dung", situations.GROUPS)):
        assert [one for one in kinds if f"`{one}`" not in PAGES[name]] == []


def test_every_table_that_can_be_drawn_is_told() -> None:
    told = re.findall(r"^\[\[(.+)\]\]$", PAGES["khoa-trang"], re.MULTILINE)
    assert sorted(told) == sorted(drawable(QuizBank()).tables)


# ---- Every sample is right ----------------------------------------------------------------------


def whole(fragment: str) -> str:
    """A ``van-ban.yml`` whose other keys are those of the handbook's first."""
    base = yaml.safe_load(first("yaml", "loai:"))
    return yaml.dump(base | yaml.safe_load(fragment), allow_unicode=True, sort_keys=False)


@pytest.mark.parametrize("body", samples("yaml"))
def test_a_sample_of_yaml_can_be_read(body: str, tmp_path: Path, corpus: Corpus) -> None:
    data = yaml.safe_load(body)
    problems: list[Problem]
    if "cau" in data:
        found, problems = read_set(body, "mau", FILE)
        bank = QuizBank({found.name: found} if found else {})
        problems += quiz_checks.check(bank, corpus, Engine(corpus).cite, CALENDAR)
    elif "dinh-chinh" in data:
        problems = read_corrections(body, FILE)[1]
    elif "viec" in str(data):
        problems = acts_source.read_acts(body, FILE)[1]
    elif "extra" in data:
        (tmp_path / "mkdocs.yml").write_text(body, encoding="utf-8")
        problems = list(settings.read_settings(tmp_path).problems)
    else:
        text = body if "muc-luc" in data and "loai" in data else whole(body)
        problems = read_instrument(text, SLUG, f"van-ban/{SLUG}/van-ban.yml", FILE)[1]
    assert list(map(str, problems)) == []


def path_of(text: str) -> str:
    """Where a sample of a page would stand: by what its head, or its heading, says."""
    if "nhom: " in text:
        return "tinh-huong/mau.md"
    if "tra-loi: " in text:
        return "hom-nay/mau.md"
    if "phut: " in text:
        return "tap-huan/mau.md"
    return glossary.PAGE if "Thuật ngữ" in text else "mau.md"


@pytest.mark.parametrize("body", samples("markdown"))
def test_a_sample_of_a_page_can_be_read(body: str, corpus: Corpus) -> None:
    page = read_page(body, path_of(body), SLUG if body.startswith("# Điều") else None)
    problems = [one for found in check_front(page, FILE) for one in found]
    problems += situations.check(page, FILE)
    problems += plan.check(page, FILE)
    problems += glossary.check(page, FILE)
    assert list(map(str, problems)) == []
    cited = () if page.article else Engine(corpus).cite(body)
    assert [one.text for one in cited if one.status.value in ("broken", "ambiguous")] == []


# ---- What the handbook says that the machine says -----------------------------------------------

HOME = f"van-ban/{SLUG}"
CITED = "# Thông tư mẫu\n\nMột trang để thử.\n\n{}\n"


def told_of(folder: Path, changes: Mapping[str, str | None]) -> list[str]:
    """All that is told of the handbook's own instrument, with other files in place of its own."""
    files: dict[str, str | None] = {
        "van-ban.yml": first("yaml", "loai: Thông tư"),
        "index.md": CITED.format("Hết."),
        "dieu-3.md": first("markdown", "# Điều 3."),
    } | dict(changes)
    corpus = corpus_of(folder, {f"{HOME}/{name}": text for name, text in files.items() if text})
    found = [*corpus.unreadable, *corpus.problems, *checks.check(corpus)]
    if not found:
        found = [*build_graph(corpus, Engine(corpus), CALENDAR).problems]
    return [str(one).replace(f"docs/{HOME}/", "…/") for one in found]


def test_the_handbooks_own_instrument_is_right(tmp_path: Path) -> None:
    assert told_of(tmp_path, {}) == []


def test_what_the_machine_is_said_to_say_is_what_it_says(tmp_path: Path) -> None:
    facts, article = first("yaml", "loai: Thông tư"), first("markdown", "# Điều 3.")
    slips: list[dict[str, str | None]] = [
        {"van-ban.yml": facts.replace("co-quan:", "co-quann:")},
        {"index.md": None},
        {"dieu-3.md": f"{article}\n## Khoản 5\n\nÝ của khoản.\n"},
        {"index.md": CITED.format("khoản 9 Điều 3 Thông tư 999/2026/TT-BGDĐT")},
        {"index.md": CITED.format("khoản 2 nói khác.")},
    ]
    block = next(one for one in FENCE.findall(PAGES["bien-tap"]) if one[1].startswith("…/"))
    said = block[1].splitlines()
    assert [told_of(tmp_path / str(at), slip) for at, slip in enumerate(slips)] == [
        [line] for line in said
    ]
