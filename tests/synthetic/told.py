"""All that the invented project tells a reader, as plain lines that can be read and compared.

``python tests/synthetic/told.py`` writes them to ``expected/``. What a change of the code does to
readers is then what ``git diff`` shows there: read it before it is committed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2] / "hooks"), str(Path(__file__).parents[1])]

from lxml import html
from synthetic.pages import Reader, SlideText, read, today
from vanban.law.corpus import Corpus
from vanban.law.instrument import Target

EXPECTED = Path(__file__).parent / "expected"
_INLINE = frozenset(
    {"a", "b", "em", "strong", "span", "q", "code", "br", "label", "input", "select", "option"}
    | {"button", "kbd", "small", "i"}
)
_QUIET = frozenset({"class", "id", "href", "data-search-exclude", "aria-hidden", "scope", "rel"})
"""Attributes that stand elsewhere in a line, or say nothing of what is told."""


def everything(reader: Reader) -> Mapping[str, Callable[[], Iterable[str]]]:
    """Name of a file in ``expected/`` → what makes its lines."""
    pages = reader.library.corpus.pages
    found: dict[str, Callable[[], Iterable[str]]] = {
        f"pages/{path.removesuffix('.md').replace('/', '.')}": _page(reader, path) for path in pages
    }
    return found | {
        "corpus": lambda: _corpus(read().corpus),
        "share": lambda: _share(reader.share()),
        "previews": lambda: _previews(reader),
        "linked": lambda: _linked(reader),
        "descriptions": lambda: _descriptions(reader),
        "deck-10": lambda: _deck(reader.deck("buoi-10")),
        "deck-5": lambda: _deck(reader.deck("buoi-5")),
        "handout": lambda: _rows(reader.handout()),
        "provisions": lambda: _json(reader.provisions()),
        "room": lambda: _json(reader.room()),
        "feed": lambda: reader.feed().splitlines(),
        "menu": lambda: _json(reader.menu()),
    }


def outline(element: html.HtmlElement, depth: int = 0) -> Iterator[str]:
    """An element line by line: blocks with their marks, inside them text with its links."""
    inline = all(child.tag in _INLINE for child in element)
    lead = " " * depth + _head(element)
    if inline:
        words = _inside(element)
        yield f"{lead}: {words}" if words else lead
        return
    own = " ".join((element.text or "").split())
    yield f"{lead}: {own}" if own else lead
    for child in element:
        if child.tag in _INLINE:
            yield " " * (depth + 1) + _span(child)
        else:
            yield from outline(child, depth + 1)
        tail = " ".join((child.tail or "").split())
        if tail:
            yield " " * (depth + 1) + f"“{tail}”"


def _head(element: html.HtmlElement) -> str:
    name = str(element.tag)
    if element.get("id"):
        name += f"#{element.get('id')}"
    name += "".join(f".{one}" for one in element.get("class", "").split())
    return name + _attributes(element)


def _attributes(element: html.HtmlElement) -> str:
    found = [f"{key}={value}" for key, value in sorted(element.items()) if key not in _QUIET]
    return f" ({', '.join(found)})" if found else ""


def _inside(element: html.HtmlElement) -> str:
    parts = [element.text or ""]
    for child in element:
        parts += [_span(child), child.tail or ""]
    return " ".join("".join(parts).split())


def _span(element: html.HtmlElement) -> str:
    words = _inside(element)
    if element.tag == "a":
        return f"[{words}]({element.get('href')}){_head(element).removeprefix('a')}"
    if element.tag == "span" and element.get("class") == "tt-dau":
        return words
    return f"{{{_head(element)}: {words}}}"


def _page(reader: Reader, path: str) -> Callable[[], Iterator[str]]:
    return lambda: outline(reader.page(path))


def _corpus(corpus: Corpus) -> Iterator[str]:
    """All that was read of the instruments and the articles, a statement a line."""
    for slug, item in corpus.instruments.items():
        yield f"# {slug} ({item.file})"
        for name, value in _fields(item):
            if name in ("slug", "file", "places"):
                continue
            if name == "outline":
                roots = ", ".join(map(str, value.roots))
                yield f" roots {roots}; complete {value.complete}; {value.basis}"
                yield from (f"  {_line(unit)}" for unit in value.units.values())
            elif isinstance(value, Mapping):
                yield from (f" {name} {key}: {_line(one)}" for key, one in value.items())
            elif isinstance(value, tuple) and value and _is_value(value[0]):
                yield from (f" {name}: {_line(one)}" for one in value)
            else:
                yield f" {name}: {_line(value)}"
    for page in corpus.pages.values():
        yield f"{page.path}: {page.title} | {page.slug} | {page.article} | {dict(page.meta)}"
    for found in corpus.provisions.values():
        yield f"{found.file}:{found.line} {found.slug}#{found.unit}: {found.text!r} {found.note!r}"


def _fields(value: object) -> Iterator[tuple[str, Any]]:
    return ((one.name, getattr(value, one.name)) for one in fields(value))  # type: ignore[arg-type]


def _is_value(one: object) -> bool:
    return is_dataclass(one) or isinstance(one, Target)


def _line(value: object) -> str:
    """A value on one line; what has a name of its own (a target, a path) by that name."""
    named = type(value).__str__ is not object.__str__
    if isinstance(value, tuple) and not named:
        return f"({', '.join(map(_line, value))})"
    if named or not is_dataclass(value):
        return str(value)
    return ", ".join(f"{name}={_line(one)}" for name, one in _fields(value))


def _share(pages: Mapping[str, html.HtmlElement]) -> Iterator[str]:
    for path, tree in pages.items():
        said = {
            meta.get("property") or meta.get("http-equiv") or meta.get("rel") or meta.get("name"): (
                meta.get("content") or meta.get("href")
            )
            for meta in tree.iter("meta", "link")
        }
        yield f"# {path} | {said['og:title']} | {said['og:description']}"
        yield f"  {said.get('refresh', 'stays')} | {said['canonical']} | {said['og:url']}"
        if "refresh" not in said:
            for child in tree.find("body"):
                yield from outline(child, 1)


def _previews(reader: Reader) -> Iterator[str]:
    """Every provision with wording and every instrument, as the window on the first page has it."""
    names = [*reader.library.corpus.instruments]
    names += map(str, reader.library.corpus.provisions)
    names.append("luat-22-2023-qh15#dieu-40-khoan-1")  # no wording of ours
    names.append("luat-11-2012-qh13#dieu-23")  # its counterpart has ended itself
    for name in names:
        yield f"{name}: {' | '.join(reader.preview(name))}"


def _linked(reader: Reader) -> Iterator[str]:
    for path in reader.library.corpus.pages:
        yield f"{path}: {', '.join(reader.previews(path))}"


def _descriptions(reader: Reader) -> Iterator[str]:
    for path in reader.library.corpus.pages:
        yield from (f"# {path}", reader.description(path), reader.foot(path))


def _deck(slides: list[SlideText]) -> Iterator[str]:
    for number, slide in enumerate(slides, 1):
        yield f"# {number}. {slide.title} ({slide.layout})"
        if slide.head:
            yield slide.head
        for line, item in zip(slide.lines, slide.items, strict=True):
            yield f"{'• ' if item else '  '}{line}"
        yield from (f"  > {note}" for note in slide.notes)
        if slide.foot:
            yield f"  foot: {slide.foot}, {slide.pictures} picture"


def _rows(data: Mapping[str, Any]) -> Iterator[str]:
    """JSON whose values are written one a line, and the rows of a table one a line."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from (
                f"{key} {name}: {json.dumps(row, ensure_ascii=False)}"
                for name, row in value.items()
            )
        else:
            yield f"{key}: {json.dumps(value, ensure_ascii=False)}"


def _json(data: Any) -> list[str]:
    return json.dumps(data, ensure_ascii=False, indent=1).splitlines()


def text_of(lines: Iterable[str]) -> str:
    return "\n".join(line.rstrip() for line in lines) + "\n"


def main() -> None:
    wanted = {
        EXPECTED / f"{name}.txt": text_of(make())
        for name, make in everything(Reader(read(), today())).items()
    }
    for file in EXPECTED.rglob("*.txt"):
        if file not in wanted:
            file.unlink()
    for file, text in wanted.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
