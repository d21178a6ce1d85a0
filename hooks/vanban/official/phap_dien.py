"""Bộ pháp điển: one file holds the articles of many instruments, one after another.

Its classes: ``pChuong`` is a heading of the law that the file follows, ``pDieu`` the heading of
an article under the file's own numbering, ``pGhiChu`` says which article of which instrument it
is and who amended it, ``pNoiDung`` begins the text, ``pChiDan`` points to related articles.
Source: phapdien.moj.gov.vn. It is right on wording up to its day, and silent on repeal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count

from lxml import html

from .line import Line, Role, Source
from .web_page import lines_of, parsed, tidy

FORMAT = "Bộ pháp điển"
_NOTE = re.compile(r"\(\s*Điều\s+(\d+[a-zđ]?)\s+(.+?)\s+số\s+([^\s,]+)", re.IGNORECASE)
_PLACE = re.compile(r"(Phan|Chuong|Muc)_([IVXLC]+|\d+[a-z]?)(?=_|$)")
_WORDS = {"Phan": "Phần", "Chuong": "Chương", "Muc": "Mục"}
_OWN_NUMBER = re.compile(r"^Điều\s+\S+?\.\s+", re.IGNORECASE)
_ROLES = {"pChiDan": Role.POINTER}


def is_one(data: bytes) -> bool:
    """Whether a file is a page of Bộ pháp điển."""
    return b"pDieu" in data and b"pGhiChu" in data


def numbers(data: bytes) -> dict[str, int]:
    """The instruments that a file holds, by number, with how many articles of each."""
    found: dict[str, int] = {}
    for element in _body(data):
        if element.get("class") == "pGhiChu" and (named := _NOTE.match(tidy(_text(element)))):
            found[named[3]] = found.get(named[3], 0) + 1
    return found


def read(data: bytes, number: str) -> Source:
    """The articles whose note names the instrument ``number`` (``24/2018/QH14``), in order.

    Headings of chapters stand before the first article of each: from ``pChuong`` where the file
    follows this instrument, else from the place that the note's link names (number alone).
    Raises ValueError for bytes that are no HTML.
    """
    counter = count(1)
    lines: list[Line] = []
    others = 0
    chapter: list[str] = []  # as the file's own headings have it
    place: tuple[tuple[str, str], ...] = ()
    heading, wanted = "", False
    body = list(_body(data))
    follows = _follows(body, number)

    def add(text: str, role: Role) -> None:
        lines.append(Line(next(counter), text, role))

    for element in body:
        name = element.get("class") or ""
        text = tidy(_text(element))
        if name == "pChuong":
            chapter, wanted = [*chapter, text], False
        elif name == "pDieu":
            heading, wanted = _OWN_NUMBER.sub("", text), False
        elif name == "pGhiChu":
            named = _NOTE.match(text)
            wanted = bool(named) and named[3].casefold() == number.casefold()  # type: ignore[index]
            if not wanted or named is None:
                others += 1
                continue
            here = _place(element)
            if chapter and follows:
                for words in chapter:
                    add(words, Role.HEADING)
            elif here != place and not follows:
                for kind, value in here:
                    if (kind, value) not in place:
                        add(f"{kind} {value}", Role.HEADING)
            chapter, place = [], here
            add(f"Điều {named[1]}. {heading}", Role.ARTICLE)
            add(text, Role.NOTE)
        elif wanted:
            for words, role in lines_of(element):
                add(words, _ROLES.get(name, role))
        elif text:
            others += 1
    return Source(FORMAT, tuple(lines), number, others)


def _body(data: bytes) -> Iterator[html.HtmlElement]:
    tree = parsed(data)
    found = tree.xpath("//*[@class='_content']")
    for element in found[0] if found else tree.iter("p", "table"):
        if isinstance(element.tag, str):
            yield element


def _text(element: html.HtmlElement) -> str:
    return str(element.text_content())


def _place(note: html.HtmlElement) -> tuple[tuple[str, str], ...]:
    """Chapter and section from the link of a note: ``#Chuong_III_Muc_2_Dieu_23`` .

    Of a place that the file writes twice (``Chuong_III_Chuong_IV``) the last counts.
    """
    address = next(iter(note.xpath(".//a/@href")), "")
    found: dict[str, str] = {}
    for kind, value in _PLACE.findall(address.partition("#")[2]):
        if kind in ("Phan", "Chuong"):
            found.pop("Muc", None)
        found.pop(kind, None)
        found[kind] = value
    return tuple((_WORDS[kind], value) for kind, value in found.items())


def _follows(body: Iterable[html.HtmlElement], number: str) -> bool:
    """Whether the headings of the file are those of this instrument: its first article is."""
    for element in body:
        if element.get("class") == "pGhiChu":
            named = _NOTE.match(tidy(_text(element)))
            return bool(named) and named[3].casefold() == number.casefold()  # type: ignore[index]
    return False
