"""From the files below ``docs/`` to the corpus: the one place that reads them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from . import acts, consistency, file_names, wording
from .acts import NO_ACTS, Acts
from .acts_source import read_acts
from .consistency import NOTHING, Outside
from .corpus import Corpus
from .instrument import INSTRUMENT_FILE, Instrument, Target
from .loading import (
    Page,
    check_article,
    check_front,
    read_instrument,
    read_page,
    read_provisions,
)
from .problems import Problem
from .provision import Provision
from .reading import naming
from .text_source import decode
from .units import UnitPath
from .wording import Wording

SETS = "tap-huan/cau-hoi"
"""The folder whose ``.yml`` files are sets of questions."""


def load_corpus(docs: Path, root: Path | None = None, outside: Outside = NOTHING) -> Corpus:
    """Read every ``van-ban.yml`` and Markdown page below ``docs``.

    ``root`` is what file names in problems are relative to (default: the parent
    of ``docs``); ``outside`` is what the checks may know beyond ``docs``. A broken
    file leaves out only itself: what is wrong with it is in ``unreadable``, all
    else in ``problems``.
    """
    base = root or docs.parent
    prefix = docs.relative_to(base).as_posix() if docs.is_relative_to(base) else docs.name
    reading = _Reading(docs, prefix, outside)
    names = _names(docs)
    reading.unreadable += file_names.unread(names, SETS, prefix, {acts.FILE})
    names = [name for name in names if not file_names.is_left(name.rpartition("/")[2])]
    instruments = _instruments(reading, names)
    pages, provisions = _pages(reading, names, instruments)
    texts = [page.text for page in pages.values()]
    published = outside.published
    reading.unreadable += file_names.not_pages(names, texts, reading.begins, prefix, published)
    told = _acts(reading) if acts.FILE in names else NO_ACTS
    official = _official(reading, names, instruments)
    ours = [name for name in names if name.endswith((".md", f"/{INSTRUMENT_FILE}"))]
    reading.problems += file_names.addresses(ours, prefix, published)
    reading.problems += file_names.same_address(pages, prefix)
    reading.problems += consistency.check(instruments, prefix, outside)
    problems, unreadable = tuple(reading.problems), tuple(reading.unreadable)
    return Corpus(instruments, provisions, pages, told, problems, unreadable, official)


@dataclass
class _Reading:
    """Where the files are, and what was found wrong so far; lives for one ``load_corpus``."""

    docs: Path
    prefix: str
    outside: Outside
    problems: list[Problem] = field(default_factory=list)
    unreadable: list[Problem] = field(default_factory=list)
    unsound: set[str] = field(default_factory=set)
    """Instruments whose outline has a fault: what their pages lack in it would only follow."""
    told: set[str] = field(default_factory=set)
    """Article pages whose name and heading differ: they stand at a number that is not meant."""

    def name(self, where: str) -> str:
        """A file as messages name it."""
        return f"{self.prefix}/{unicodedata.normalize('NFC', where)}"

    def begins(self, where: str) -> bytes:
        """The first bytes of a file; b"" where it cannot be opened."""
        try:
            with (self.docs / where).open("rb") as file:
                return file.read(16)
        except OSError:
            return b""

    def text(self, where: str) -> str | None:
        return read_text(self.docs / where, self.name(where), self.unreadable)


def _acts(reading: _Reading) -> Acts:
    text = reading.text(acts.FILE)
    if text is None:
        return NO_ACTS
    with naming(reading.name(acts.FILE)):
        found, wrong = read_acts(text, reading.name(acts.FILE))
    reading.unreadable += wrong
    return found


def _instruments(reading: _Reading, names: list[str]) -> dict[str, Instrument]:
    read: list[Instrument] = []
    for where in names:
        if where.rpartition("/")[2] != INSTRUMENT_FILE:
            continue
        text = reading.text(where)
        if text is None:
            continue
        path = unicodedata.normalize("NFC", where)
        slug = path.split("/")[-2] if "/" in path else reading.docs.name
        with naming(reading.name(where)):
            instrument, found = read_instrument(text, slug, path, reading.name(where))
        if instrument is None:
            reading.unreadable += found
            continue
        reading.problems += found
        reading.unsound |= {slug} if found else set()
        read.append(instrument)
    instruments, wrong = consistency.copies(read, reading.prefix, reading.outside)
    reading.unreadable += wrong
    return instruments


def read_text(file: Path, name: str, problems: list[Problem]) -> str | None:
    """The text of a file, NFC; None and a problem where it cannot be read or is empty."""
    try:
        data = file.read_bytes()
    except PermissionError:
        advice = "mở quyền đọc tệp này"
        problems.append(Problem(name, 1, 1, "không có quyền mở tệp", advice))
        return None
    except OSError as error:
        message = f"không mở được tệp ({error.strerror})"
        problems.append(Problem(name, 1, 1, message, "xem lại tệp và ổ đĩa"))
        return None
    text, wrong = decode(data, name)
    problems += wrong
    if text is not None and not text.strip():
        problems.append(Problem(name, 1, 1, "tệp rỗng", "thêm nội dung hoặc xóa tệp"))
        return None
    return text


def _names(docs: Path) -> list[str]:
    """Every file below ``docs``, as a path relative to it; what begins with a dot is not ours."""
    names = [file.relative_to(docs) for file in docs.rglob("*") if file.is_file()]
    return sorted(
        name.as_posix() for name in names if not any(part.startswith(".") for part in name.parts)
    )


def _pages(
    reading: _Reading, names: list[str], instruments: Mapping[str, Instrument]
) -> tuple[dict[str, Page], dict[Target, Provision]]:
    folders = {item.file.removesuffix(INSTRUMENT_FILE): item.slug for item in instruments.values()}
    pages: dict[str, Page] = {}
    for where in names:
        if not where.endswith(".md") or where.endswith(f"/{wording.FILE}"):
            continue
        text = reading.text(where)
        if text is None:
            continue
        path = unicodedata.normalize("NFC", where)
        with naming(reading.name(where)):
            pages[path] = read_page(text, path, folders.get(path.rpartition("/")[0] + "/"))
            unreadable, wrong = check_front(pages[path], reading.name(where))
        reading.unreadable += unreadable
        reading.problems += wrong
    provisions: dict[Target, Provision] = {}
    for path, page in _articles(reading, pages):
        slug = page.slug or ""
        with naming(reading.name(path)):
            found, wrong = read_provisions(page, instruments[slug], reading.name(path))
        if reading.name(path) not in reading.told and slug not in reading.unsound:
            reading.problems += wrong
        provisions.update({Target(slug, item.unit): item for item in found})
    return pages, provisions


def _official(
    reading: _Reading, names: list[str], instruments: Mapping[str, Instrument]
) -> dict[str, Wording]:
    """Official wordings that are as they were brought in; others are told and left out."""
    there = frozenset(names)
    found: dict[str, Wording] = {}
    for slug, instrument in instruments.items():
        where = instrument.file.removesuffix(INSTRUMENT_FILE) + wording.FILE
        text = reading.text(where) if where in there else None
        if text is None:
            continue
        read = wording.read_wording(text)
        reading.problems += wording.check(read, reading.name(where))
        if read is not None:
            found[slug] = read
    return found


def _articles(reading: _Reading, pages: dict[str, Page]) -> list[tuple[str, Page]]:
    """The one page of each article; a copy of it is told, and is a page like any other."""
    words: dict[str, dict[UnitPath, str]] = {}
    for path, page in sorted(pages.items(), key=lambda item: _rank(reading, item[1])):
        if page.slug and page.article:
            words.setdefault(page.slug, {}).setdefault(page.article, path)
    found: list[tuple[str, Page]] = []
    for path, page in pages.items():
        if page.slug is None:
            continue
        first = words.get(page.slug, {})
        wrong = check_article(page, first, reading.name(path))
        if wrong:
            reading.problems.append(wrong)
            reading.told.add(wrong.file)
        if page.article and first[page.article] == path:
            found.append((path, page))
        elif page.article:
            pages[path] = replace(page, article=None)
    return found


def _rank(reading: _Reading, page: Page) -> tuple[bool, bool]:
    """Whose the article is: the page named like it, else a published one, else the first."""
    stem = page.path.removesuffix(".md")
    return stem.rpartition("/")[2] != str(page.article), f"{stem}/" not in reading.outside.published
