"""The corpus: every instrument and every provision, known before a page is built.

``Corpus`` is an immutable value with look-ups by slug, unit and page;
``load_corpus`` is the one place that reads ``docs/``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from . import consistency
from .instrument import Concordance, Instrument, Target, Unit
from .loading import Page, read_instrument, read_page, read_provisions
from .problems import Problem
from .provision import Provision

INSTRUMENT_FILE = "van-ban.yml"


@dataclass(frozen=True)
class Address:
    """Where a unit is shown: a source page under ``docs/`` and an anchor on it ("" for the top)."""

    page: str
    anchor: str


@dataclass(frozen=True)
class Corpus:
    """All that is known, by slug, by unit and by page. Nothing here changes after loading."""

    instruments: Mapping[str, Instrument]
    provisions: Mapping[Target, Provision]
    pages: Mapping[str, Page]
    problems: tuple[Problem, ...] = field(default=())

    @cached_property
    def article_pages(self) -> Mapping[Target, str]:
        """Article → the page that words it."""
        return {
            Target(page.slug, page.article): page.path
            for page in self.pages.values()
            if page.slug and page.article
        }

    @cached_property
    def concordance(self) -> Mapping[Target, tuple[Concordance, ...]]:
        """Old provision → the comparisons made for exactly it."""
        found: dict[Target, list[Concordance]] = {}
        for instrument in self.instruments.values():
            for pairing in instrument.concordance:
                found.setdefault(Target(instrument.slug, pairing.unit), []).append(pairing)
        return {target: tuple(pairings) for target, pairings in found.items()}

    def unit(self, target: Target) -> Unit | None:
        """The unit that a target names, as the outline has it; None where there is none."""
        instrument = self.instruments.get(target.slug)
        return instrument.outline.units.get(target.unit) if instrument and target.unit else None

    def address(self, target: Target) -> Address:
        """The page and anchor of an instrument or of one unit of it.

        A unit of an article that has its own page lives there; every other unit
        has its anchor in the outline on the instrument's page. KeyError for a
        slug that the corpus does not hold.
        """
        home = self.home(target.slug)
        if target.unit is None:
            return Address(home, "")
        article = Target(target.slug, target.unit.top)
        return Address(self.article_pages.get(article, home), target.unit.id)

    def home(self, slug: str) -> str:
        """The instrument's own page."""
        return self.instruments[slug].file.removesuffix(INSTRUMENT_FILE) + "index.md"

    def page_instrument(self, page: str) -> Instrument | None:
        """The instrument whose folder a page lies in."""
        found = self.pages.get(page)
        return self.instruments.get(found.slug) if found and found.slug else None


def load_corpus(docs: Path, root: Path | None = None) -> Corpus:
    """Read every ``van-ban.yml`` and Markdown page below ``docs``.

    ``root`` is what file names in problems are relative to (default: the parent
    of ``docs``). Whatever is wrong is in ``problems``; a broken file leaves out
    only itself.
    """
    base = root or docs.parent
    prefix = docs.relative_to(base).as_posix() if docs.is_relative_to(base) else docs.name
    problems: list[Problem] = []
    instruments: dict[str, Instrument] = {}
    for file in sorted(docs.rglob(INSTRUMENT_FILE)):
        where = file.relative_to(docs).as_posix()
        text = read_text(file, f"{prefix}/{where}", problems)
        if text is None:
            continue
        instrument, found = read_instrument(text, file.parent.name, where, f"{prefix}/{where}")
        problems += found
        if instrument is None:
            continue
        if instrument.slug in instruments:
            other = instruments[instrument.slug].file
            message = f"thư mục trùng tên với {other}"
            problems.append(Problem(f"{prefix}/{where}", 1, 1, message, "đổi tên một thư mục"))
            continue
        instruments[instrument.slug] = instrument
    folders = {item.file.removesuffix(INSTRUMENT_FILE): item.slug for item in instruments.values()}
    pages, provisions = _pages(docs, prefix, folders, instruments, problems)
    corpus = Corpus(instruments, provisions, pages)
    problems += consistency.check(instruments, prefix)
    return Corpus(corpus.instruments, corpus.provisions, corpus.pages, tuple(problems))


def read_text(file: Path, name: str, problems: list[Problem]) -> str | None:
    """The text of a UTF-8 file; None and a problem where it cannot be read or is empty."""
    try:
        text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        message = f"tệp không phải UTF-8 (byte thứ {error.start + 1})"
        problems.append(Problem(name, 1, 1, message, "lưu lại tệp với bảng mã UTF-8"))
        return None
    except OSError as error:
        problems.append(Problem(name, 0, 0, f"không mở được tệp: {error.strerror}"))
        return None
    if not text.strip():
        problems.append(Problem(name, 1, 1, "tệp rỗng", "thêm nội dung hoặc xóa tệp"))
        return None
    return text


def _pages(
    docs: Path,
    prefix: str,
    folders: Mapping[str, str],
    instruments: Mapping[str, Instrument],
    problems: list[Problem],
) -> tuple[dict[str, Page], dict[Target, Provision]]:
    pages: dict[str, Page] = {}
    provisions: dict[Target, Provision] = {}
    for file in sorted(docs.rglob("*.md")):
        where = file.relative_to(docs).as_posix()
        text = read_text(file, f"{prefix}/{where}", problems)
        if text is None:
            continue
        slug = folders.get(where.rpartition("/")[0] + "/")
        page = read_page(text, where, slug)
        pages[where] = page
        if slug and page.article:
            found, wrong = read_provisions(page, instruments[slug], f"{prefix}/{where}")
            problems += wrong
            provisions.update({Target(slug, item.unit): item for item in found})
    return pages, provisions
