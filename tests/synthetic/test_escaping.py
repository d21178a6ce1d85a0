"""Every text that an editor writes reaches readers as that text: once escaped, nowhere as markup.

The invented project is built once with an ill-natured value in each field. Each value bears the
number of its row, so that what arrives can be told apart.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import build, copy_invented
from lxml import etree, html
from pptx import Presentation

TAIL = "\"><img src=x onerror=x()> &lt;b&gt; & '"
"""What each value ends with, as a reader is to see it."""
IN_MARKDOWN = TAIL.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
"""The same in Markdown, where an entity is read as its sign."""
MARK = re.compile(r"zq([0-9]{2})")
CSS_ESCAPE = re.compile(r"\\([0-9a-f]{1,6}) ")


@dataclass(frozen=True)
class Row:
    """A field: how a copy of the project comes to hold a value there, and where it must arrive."""

    name: str
    put: Callable[[Path, str], None]
    arrives: str
    written: str = TAIL


def settings(*keys: str) -> Callable[[Path, str], None]:
    """Put at the end of a value of ``mkdocs.yml``, or of the name of a page in its menu."""

    def put(project: Path, value: str) -> None:
        file = project / "mkdocs.yml"
        data = yaml.safe_load(file.read_text("utf-8"))
        extend(data, keys, value)
        file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")

    return put


def data(path: str, *keys: str | int) -> Callable[[Path, str], None]:
    """Put at the end of a value of a YAML file."""

    def put(project: Path, value: str) -> None:
        file = project / path
        found = yaml.safe_load(file.read_text("utf-8"))
        extend(found, keys, value)
        text = yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=10_000)
        file.write_text(text, "utf-8")

    return put


def extend(found: Any, keys: tuple[str | int, ...], value: str) -> None:
    *way, last = keys
    for key in way:
        found = found.setdefault(key, {}) if isinstance(found, dict) else found[key]
    if isinstance(found, dict):
        found[last] = f"{found.get(last, '')} {value}".strip()
    else:
        found[last] = f"{found[last]} {value}"


def added(path: str, key: str) -> Callable[[Path, str], None]:
    """Put as one more item of a list of a YAML file."""

    def put(project: Path, value: str) -> None:
        file = project / path
        found = yaml.safe_load(file.read_text("utf-8"))
        found[key] = [*found.get(key, []), f"Nghị định thử {value}"]
        text = yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=10_000)
        file.write_text(text, "utf-8")

    return put


def front(path: str, key: str) -> Callable[[Path, str], None]:
    """Put into the front matter of a page."""

    def put(project: Path, value: str) -> None:
        file = project / "docs" / path
        text = file.read_text("utf-8")
        head, body = {}, text
        if text.startswith("---\n"):
            above, body = text[4:].split("---\n", 1)
            head = yaml.safe_load(above)
        extend(head, (key,), value)
        dumped = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10_000)
        file.write_text(f"---\n{dumped}---\n{body}", "utf-8")

    return put


def after(path: str, line: str) -> Callable[[Path, str], None]:
    """Put at the end of a line of a page."""

    def put(project: Path, value: str) -> None:
        file = project / "docs" / path
        text = file.read_text("utf-8")
        assert text.count(f"{line}\n") == 1, line
        file.write_text(text.replace(f"{line}\n", f"{line} {value}\n"), "utf-8")

    return put


LAW = "docs/van-ban/luat-11-2012-qh13/van-ban.yml"
NEW_LAW = "docs/van-ban/luat-22-2023-qh15/van-ban.yml"
DECREE = "docs/van-ban/nghi-dinh-44-2024-nd-cp/van-ban.yml"
RULES = "docs/van-ban/quy-che-phong-thu/van-ban.yml"
FINES = "docs/hom-nay/muc-phat.yml"
QUIZ = "docs/tap-huan/cau-hoi/phong-thu.yml"
MENU = ("extra", "menu")

ROWS = [
    # settings
    Row("site name", settings("site_name"), "title meta page share feed slides"),
    Row("site description", settings("site_description"), "meta"),
    Row("site author", settings("site_author"), "meta"),
    Row("place of the menu", settings(*MENU, "dau-trang", "van-ban/index.md"), "page"),
    Row("group of the menu", settings(*MENU, "nhom", 0, "ten"), "page"),
    Row("page of the menu", settings(*MENU, "nhom", 0, "trang", "tap-huan/index.md"), "page"),
    Row("foot", settings(*MENU, "chan-trang", "gioi-thieu/index.md"), "page"),
    Row("look-up", settings("extra", "noi-tra-cuu", "congbao", "ten"), "page"),
    # front matter
    Row("title", front("gioi-thieu/index.md", "title"), "title meta"),
    Row("description", front("tra-cuu/index.md", "description"), "meta"),
    Row("summary", front("tinh-huong/mo-tu.md", "tom-tat"), "meta page"),
    Row("answer", front("tinh-huong/mo-tu.md", "tra-loi"), "page script"),
    Row("summary of a plan", front("tap-huan/buoi-10.md", "tom-tat"), "page"),
    # headings and prose
    Row(
        "heading",
        after("tinh-huong/mo-tu.md", "# Mở tủ mẫu"),
        "title meta page script",
        IN_MARKDOWN,
    ),
    Row("menu name of a page", after("hom-nay/index.md", "# Hôm nay"), "page", IN_MARKDOWN),
    Row(
        "heading of a page with another title",
        after("gioi-thieu/index.md", "# Giới thiệu"),
        "page script",
        IN_MARKDOWN,
    ),
    Row(
        "wording",
        after(
            "van-ban/luat-22-2023-qh15/dieu-7.md",
            "Mọi người trong phòng thử giữ yên lặng khi máy chạy.",
        ),
        "page",
        IN_MARKDOWN,
    ),
    Row(
        "title of a plan",
        after("tap-huan/buoi-5.md", "# Buổi năm phút"),
        "page slides",
        IN_MARKDOWN,
    ),
    # instruments; their kind and their number are checked, and never free text
    Row("title of an instrument", data(DECREE, "ten"), "title page script feed"),
    Row("name", added(DECREE, "ten-goi"), "script"),
    Row("short name", added(DECREE, "goi-tat"), "script"),
    Row("issuer", data(LAW, "co-quan"), "page"),
    Row("signer", data(LAW, "nguoi-ky"), "page"),
    Row("gazette", data(LAW, "cong-bao"), "page"),
    Row("source", data(LAW, "can-cu", "nguon", 0), "page"),
    Row("note", data(LAW, "can-cu", "ghi-chu"), "page"),
    Row("day in words", data(RULES, "ban-hanh-chu"), "page"),
    Row("what is different", data(LAW, "doi-chieu", 1, "nay", 0, "khac"), "page"),
    Row("limb", data(LAW, "doi-chieu", 4, "ve"), "page share"),
    Row("chapter", data(LAW, "muc-luc", "chuong", 0, "ten"), "page"),
    Row("heading of an article", data(NEW_LAW, "muc-luc", "dieu", 1, "ten"), "page script"),
    Row("place of a relation", data(NEW_LAW, "quan-he", 0, "o"), "page"),
    # fines, questions, corrections
    Row("act", data(FINES, "nhom", 0, "viec", 0, "ten"), "page"),
    Row("group of acts", data(FINES, "nhom", 0, "ten"), "page"),
    Row("words of an act", data(FINES, "nhom", 0, "viec", 0, "tim"), "page"),
    Row("case", data(FINES, "nhom", 0, "viec", 0, "khung", 0, "khi"), "page"),
    Row("question", data(QUIZ, "cau", 0, "hoi"), "page"),
    Row("choice", data(QUIZ, "cau", 0, "chon", 0, "sai"), "page"),
    Row("reason", data(QUIZ, "cau", 0, "vi-sao"), "page"),
    Row("what was wrong", data("dinh-chinh.yml", "dinh-chinh", 0, "truoc"), "page feed"),
    Row("what is right", data("dinh-chinh.yml", "dinh-chinh", 0, "nay"), "page feed"),
]


@dataclass(frozen=True)
class Seen:
    """A text of the built site: its file, the kind of place, and the text as a reader gets it."""

    file: str
    kind: str
    text: str


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("escaping")
    project = copy_invented(folder / "project", program=False)
    settings("extra", "noi-tra-cuu", "congbao", "dia-chi")(project, "https://congbao.example.vn")
    for number, row in enumerate(ROWS):
        row.put(project, f"zq{number:02}{row.written}")
    done = build(project, folder / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def seen(site: Path) -> tuple[Seen, ...]:
    """Every text of the site that holds a mark."""
    return tuple(found for found in everything(site) if MARK.search(found.text))


def everything(site: Path) -> Iterator[Seen]:
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        if file.suffix == ".html":
            yield from of_page(name, file.read_bytes())
        elif file.suffix == ".js" and "{detail:{data:" in (text := file.read_text("utf-8")):
            value = text.partition("{detail:{data:")[2].rpartition("}}))")[0]
            yield from (Seen(name, "script", one) for one in strings(json.loads(value)))
        elif file.suffix == ".json":
            yield from (Seen(name, "script", one) for one in strings(json.loads(file.read_bytes())))
        elif file.suffix in (".xml", ".svg"):
            tree = etree.fromstring(file.read_bytes())
            yield from (Seen(name, "feed", str(one)) for one in tree.xpath("//text() | //@*"))
        elif file.suffix == ".pptx":
            yield from (Seen(name, "slides", one) for one in of_slides(file.read_bytes()))


def of_page(name: str, content: bytes) -> Iterator[Seen]:
    tree = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
    shared = bool(tree.xpath("//meta[@name='robots']"))
    for block in tree.xpath("//script | //style"):
        if block.get("type") == "application/json":
            yield from (Seen(name, "script", one) for one in strings(json.loads(block.text)))
        block.drop_tree()
    for element in tree.iter(etree.Element):
        where = {"title": "title", "meta": "meta"}.get(element.tag, "share" if shared else "page")
        # What an element says whole: a text may run over links and marks.
        yield Seen(name, where, " ".join(element.text_content().split()))
        for key, value in element.attrib.items():
            if key == "data-in-chan":  # a string of a style sheet
                value = CSS_ESCAPE.sub(lambda found: chr(int(found[1], 16)), value)
            if key not in ("id", "href"):  # made of the words of a heading, without its signs
                yield Seen(name, where, value)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from strings(one)


def of_slides(content: bytes) -> Iterator[str]:
    deck = Presentation(io.BytesIO(content))
    yield deck.core_properties.author
    yield deck.core_properties.title
    for slide in deck.slides:
        for shape in [*slide.shapes, *slide.notes_slide.shapes]:
            if shape.has_text_frame:
                yield shape.text_frame.text


def test_nothing_written_becomes_markup(site: Path) -> None:
    live = []
    for file in sorted(site.rglob("*.html")):
        tree = html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        name = file.relative_to(site).as_posix()
        live += [(name, "img") for _ in tree.xpath("//img[@src='x'] | //*[@onerror]")]
        # a quotation mark that ends a value makes attributes of what follows
        for element in tree.iter(etree.Element):
            strange = [
                key for key in element.attrib if not re.fullmatch(r"[a-z][a-z0-9:-]*", key, re.I)
            ]
            live += [(name, element.tag, key) for key in strange]
    assert live == []


def test_every_text_arrives_as_it_was_written(seen: tuple[Seen, ...]) -> None:
    """Whole, or cut where a text is shortened; never with a sign lost or an entity to be read."""
    wrong = set()
    for found in seen:
        for mark in MARK.finditer(found.text):
            rest = found.text[mark.end() : mark.end() + len(TAIL)]
            said = rest.partition("…")[0].rstrip() if "…" in rest else rest
            if not (TAIL.startswith(said) and (said == TAIL or "…" in rest)):
                wrong.add((ROWS[int(mark[1])].name, found.file, found.kind, rest))
    assert not wrong, "\n".join(map(str, sorted(wrong)))


@pytest.mark.parametrize("number", range(len(ROWS)), ids=[row.name for row in ROWS])
def test_every_field_is_looked_at_where_it_is_shown(seen: tuple[Seen, ...], number: int) -> None:
    """Otherwise the tests above would hold by looking nowhere."""
    kinds = {found.kind for found in seen if f"zq{number:02}" in found.text}
    assert set(ROWS[number].arrives.split()) <= kinds
