"""The corpus: every instrument and every provision, known before a page is built.

``Corpus`` is an immutable value with the look-ups that the other floors need;
``load_corpus`` is the one place that reads ``docs/``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from . import consistency
from .consistency import INSTRUMENT_FILE, NOTHING, Outside
from .instrument import Instrument, Unit
from .loading import Page, read_instrument, read_page, read_provisions
from .problems import Problem
from .provision import Provision
from .text_source import decode


@dataclass(frozen=True)
class Address:
    """Where a unit is shown: a source page under ``docs/`` and an anchor on it ("" for the top)."""

    page: str
    anchor: str


@dataclass(frozen=True)
class Corpus:
    """All that is known, by slug, by unit and by page. Nothing here changes after loading."""

    instruments: Mapping[str, Instrument]
    provisions: Mapping[tuple[str, str], Provision]
    pages: Mapping[str, Page]
    problems: tuple[Problem, ...] = ()
    unreadable: tuple[Problem, ...] = ()
    """Files that could not be read into the corpus at all; much else follows from them."""

    @cached_property
    def by_code(self) -> Mapping[str, Instrument]:
        """Instruments by share code (``nd72``)."""
        return {instrument.code: instrument for instrument in self.instruments.values()}

    @cached_property
    def article_pages(self) -> Mapping[tuple[str, str], str]:
        """(slug, article id) → the page that words the article."""
        return {
            (page.slug, page.article): page.path
            for page in self.pages.values()
            if page.slug and page.article
        }

    def unit(self, slug: str, unit: str) -> Unit | None:
        """The unit of that id, or None."""
        instrument = self.instruments.get(slug)
        return instrument.outline.units.get(unit) if instrument else None

    def address(self, slug: str, unit: str | None = None) -> Address:
        """The page and anchor of an instrument or of one unit of it.

        A unit of an article that has its own page lives there; every other unit
        has its anchor in the outline on the instrument's page. KeyError for a
        slug that the corpus does not hold.
        """
        home = self.home(slug)
        if unit is None:
            return Address(home, "")
        article = "-".join(unit.split("-")[:2])
        return Address(self.article_pages.get((slug, article), home), unit)

    def home(self, slug: str) -> str:
        """The instrument's own page."""
        return self.instruments[slug].file.removesuffix(INSTRUMENT_FILE) + "index.md"

    def page_instrument(self, page: str) -> Instrument | None:
        """The instrument whose folder a page lies in."""
        found = self.pages.get(page)
        return self.instruments.get(found.slug) if found and found.slug else None


def load_corpus(docs: Path, root: Path | None = None, outside: Outside = NOTHING) -> Corpus:
    """Read every ``van-ban.yml`` and Markdown page below ``docs``.

    ``root`` is what file names in problems are relative to (default: the parent
    of ``docs``); ``outside`` is what the checks may know beyond ``docs``. A broken
    file leaves out only itself: what is wrong with it is in ``unreadable``, all
    else in ``problems``.
    """
    base = root or docs.parent
    prefix = docs.relative_to(base).as_posix() if docs.is_relative_to(base) else docs.name
    problems: list[Problem] = []
    unreadable: list[Problem] = []
    read: list[Instrument] = []
    for file in sorted(docs.rglob(INSTRUMENT_FILE)):
        where = file.relative_to(docs).as_posix()
        text = read_text(file, f"{prefix}/{where}", unreadable)
        if text is None:
            continue
        instrument, found = read_instrument(text, file.parent.name, where, f"{prefix}/{where}")
        if instrument is None:
            unreadable += found
            continue
        problems += found
        read.append(instrument)
    instruments, wrong = consistency.copies(read, prefix, outside)
    unreadable += wrong
    folders = {item.file.removesuffix(INSTRUMENT_FILE): item.slug for item in instruments.values()}
    pages, provisions = _pages(docs, prefix, folders, instruments, problems, unreadable)
    problems += consistency.check(instruments, prefix, outside)
    return Corpus(instruments, provisions, pages, tuple(problems), tuple(unreadable))


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


def _pages(
    docs: Path,
    prefix: str,
    folders: Mapping[str, str],
    instruments: Mapping[str, Instrument],
    problems: list[Problem],
    unreadable: list[Problem],
) -> tuple[dict[str, Page], dict[tuple[str, str], Provision]]:
    pages: dict[str, Page] = {}
    provisions: dict[tuple[str, str], Provision] = {}
    for file in sorted(docs.rglob("*.md")):
        where = file.relative_to(docs).as_posix()
        text = read_text(file, f"{prefix}/{where}", unreadable)
        if text is None:
            continue
        slug = folders.get(where.rpartition("/")[0] + "/")
        page = read_page(text, where, slug)
        pages[where] = page
        if slug and page.article:
            found, wrong = read_provisions(page, instruments[slug], f"{prefix}/{where}")
            problems += wrong
            provisions.update({(slug, item.unit): item for item in found})
    return pages, provisions


def neighbours(corpus: Corpus, slug: str, unit: str) -> Sequence[Unit]:
    """The children of a unit, for sentences such as “Điều 8 có 6 khoản”."""
    found = corpus.unit(slug, unit)
    units = corpus.instruments[slug].outline.units
    return [units[child] for child in found.children if child in units] if found else []
