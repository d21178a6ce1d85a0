"""Published addresses that are gone, gathered by what took them away.

A folder that was renamed loses hundreds of addresses and has one cause; the editor hears
the cause once, with the count, at the file that must be mended where there is one.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from enum import StrEnum

from ..law.address_kinds import SLIDES, is_file
from ..law.code_owners import owners
from ..law.corpus import Corpus
from ..law.instrument import Target
from ..law.ledger import ALL_BELOW, ARROW, LEDGER_FILE, read_ledger
from ..law.moves import Moves
from ..law.problems import Problem
from ..law.short_address import TODAY
from ..law.site_address import HOME, url
from ..law.units import UnitError, of_steps, parse_id, unit_of
from .arrows import line_of
from .nearest import nearest

_RENAMED = 0.5
"""This share of a lost folder's pages, found again in a new folder, means that it was renamed."""


class Cause(StrEnum):
    FOLDER = "folder"
    PAGE = "page"
    CODE = "code"
    OUTLINE = "outline"
    WORDING = "wording"


@dataclass(frozen=True)
class Loss:
    """One cause, the addresses that it took away, and the file in which it is mended.

    ``name`` is a folder, a page, a code, or ``slug#unit``; ``file`` is "" where it is gone too.
    """

    cause: Cause
    name: str
    file: str
    addresses: tuple[str, ...]
    problem: Problem = field(compare=False)


def lost(corpus: Corpus, ledger: str, moves: Moves, files: Set[str], prefix: str) -> list[Loss]:
    """Every loss. ``ledger`` is its text, ``moves`` what it tells of ``corpus``; ``files`` are the
    names below ``docs``.
    """
    gone = [
        one
        for one in moves.entries
        if one not in moves.present and not one.endswith(ALL_BELOW) and not moves.step(one)
    ]
    if not gone:
        return []
    return list(_Finder(corpus, ledger, moves.entries, files, prefix).losses(gone))


def _meant(old: str, new: str) -> str:
    """What to write where a name was changed on purpose, as a wrong number asks for; "" for a name
    that no ledger holds (``Hai.md``).
    """
    line = f"{old} {ARROW} {new}"
    if not read_ledger(line):
        return ""
    return f"; chỉ khi vẫn nội dung ấy mà cố ý đổi tên mới ghi ở đây: {line}"


class _Finder:
    """Sorts addresses by their cause against one corpus."""

    def __init__(
        self,
        corpus: Corpus,
        ledger: str,
        entries: Mapping[str, str],
        files: Set[str],
        prefix: str,
    ) -> None:
        self.corpus, self.ledger, self.entries = corpus, ledger, entries
        self.files, self.prefix = files, prefix
        self.pages = {url(page): page for page in corpus.pages}
        self.codes = {item.code: slug for slug, item in corpus.instruments.items()}
        self.folders = {
            f"{posixpath.dirname(item.file)}/": slug for slug, item in corpus.instruments.items()
        }
        self.anchored = {f"{one.partition('#')[0]}#" for one in entries if "#" in one}
        self.published = {one.partition("#")[0] for one in entries}
        self.homes = {one.home for one in owners(ledger.split("\n"))}

    def losses(self, gone: list[str]) -> Iterator[Loss]:
        groups: dict[tuple[Cause, str], list[str]] = {}
        for address in gone:
            groups.setdefault(self._cause(address), []).append(address)
        groups = self._joined(groups)
        for (cause, name), found in groups.items():
            file, problem = self._told(cause, name, tuple(found))
            yield Loss(cause, name, file, tuple(found), problem)

    def _cause(self, address: str) -> tuple[Cause, str]:
        page, _, anchor = address.partition("#")
        code = page.split("/")[0]
        if f"{code}/{TODAY}" in self.entries:
            return self._of_short(page, code)
        if page not in self.pages:
            folder = self._gone_folder(page)
            return (Cause.FOLDER, folder) if folder else (Cause.PAGE, page)
        slug = self.corpus.pages[self.pages[page]].slug or self.folders.get(page)
        return self._of_unit(slug, anchor) if slug else (Cause.PAGE, page)

    def _gone_folder(self, page: str) -> str:
        """The topmost folder above a page (or its own) in which nothing is left; "" for none."""
        parts = page.rstrip("/").split("/")
        for depth in range(1, len(parts) + 1):
            folder = "/".join(parts[:depth]) + "/"
            if any(name.startswith(folder) for name in self.files):
                continue
            held = any(one.startswith(folder) and one != folder for one in self.published)
            # An instrument without articles of its own has units on its one page.
            above = "/".join(parts[: depth - 1]) + "/"
            units = f"{folder}#" in self.anchored and above not in self.folders
            return folder if held or units or folder in self.homes else ""
        return ""

    def _of_short(self, page: str, code: str) -> tuple[Cause, str]:
        slug = self.codes.get(code)
        if slug is None:
            return Cause.CODE, code
        steps = page.removesuffix(TODAY).rstrip("/").split("/")[1:]
        return self._of_unit(slug, of_steps(steps))

    def _of_unit(self, slug: str, unit: str) -> tuple[Cause, str]:
        """The topmost unit that the outline lost; or the article whose page lost its wording."""
        units = self.corpus.instruments[slug].outline.units
        try:
            path = parse_id(unit)
        except UnitError:
            return Cause.OUTLINE, f"{slug}#{unit}"
        missing = None if path in units else path
        while path.parent:
            path = path.parent
            missing = missing if path in units else path
        if missing:
            return Cause.OUTLINE, f"{slug}#{missing.id}"
        return Cause.WORDING, f"{slug}#{path.id}"

    def _joined(
        self, groups: dict[tuple[Cause, str], list[str]]
    ) -> dict[tuple[Cause, str], list[str]]:
        """Short addresses of an article and the slides of a plan go with its page, and a lost code
        with its folder.
        """
        joined: dict[tuple[Cause, str], list[str]] = {}
        folders = [key for key in groups if key[0] is Cause.FOLDER]
        for key, found in groups.items():
            to = key
            if key[0] is Cause.CODE and folders:
                to = folders[0]
            elif key[0] is Cause.WORDING:
                slug, _, unit = key[1].partition("#")
                page = (Cause.PAGE, f"{url(self.corpus.home(slug))}{unit}/")
                to = page if page in groups else key
            elif key[1].endswith(SLIDES):
                page = (Cause.PAGE, f"{key[1].removesuffix(SLIDES)}/")
                to = page if page in groups else key
            joined.setdefault(to, []).extend(found)
        return joined

    def _told(self, cause: Cause, name: str, found: tuple[str, ...]) -> tuple[str, Problem]:
        count = f"mất {len(found)} địa chỉ đã công bố"
        line = line_of(self.ledger, found[0])
        here = f"{self.prefix}/{name.rstrip('/')}"
        file = ""
        if cause is Cause.FOLDER:
            message = f"thư mục {here}/ không còn: {count}"
            new = self._new_folder(name, found)
            advice = self._renamed(here + "/", new, "thư mục")
            advice += _meant(f"{name}{ALL_BELOW}", f"{new}{ALL_BELOW}") if new else ""
        elif name.endswith(SLIDES) and not self._new_file(name):
            message = f"tệp trình chiếu {name} không còn: {count}"
            advice = f"ghi ở đây nơi nó dẫn tới, sau dấu {ARROW}"
        elif is_file(name):
            message = f"tệp {here} không còn: {count}"
            new = self._new_file(name)
            advice = self._renamed(here, new, "tệp") + (_meant(name, new) if new else "")
        elif cause is Cause.PAGE:
            page, new = self._page(name)
            message = f"trang {self.prefix}/{page} không còn: {count}"
            advice = self._renamed(f"{self.prefix}/{page}", new, "tệp")
            advice += _meant(name, url(new)) if new and name not in (HOME, url(new)) else ""
        elif cause is Cause.CODE:
            return self._code(name, count, line)
        else:
            return self._unit(cause, name, count, line)
        return file, Problem(LEDGER_FILE, line, 1, message, advice)

    def _renamed(self, old: str, new: str, what: str) -> str:
        if new:
            return f"có vẻ {what} ấy đã đổi tên thành {self.prefix}/{new}: đổi lại thành {old}"
        return f"trả lại {what} ấy; chỉ khi cố ý bỏ mới ghi ở đây nơi nó dẫn tới, sau dấu {ARROW}"

    def _new_folder(self, name: str, found: tuple[str, ...]) -> str:
        """The new folder that holds what the lost one held, or is called nearly like it."""
        inner = {one.removeprefix(name).partition("#")[0] for one in found if one.startswith(name)}
        inner.discard("")  # any new page has one of its own
        above = posixpath.dirname(name.rstrip("/"))
        new: dict[str, set[str]] = {}
        for page in self.pages:
            folder = posixpath.dirname(page.rstrip("/"))
            for one in {folder, page.rstrip("/")} - {"", above}:
                if f"{one}/" not in self.published:
                    new.setdefault(f"{one}/", set()).add(page.removeprefix(f"{one}/"))
        share = {one: len(held & inner) / len(inner) for one, held in new.items()} if inner else {}
        best = max(share, key=lambda one: (share[one], one), default="")
        if best and share[best] >= _RENAMED:
            return best
        near = nearest(name, new)
        return near or ""

    def _page(self, name: str) -> tuple[str, str]:
        """The source page that is lost, and what it seems to be now; "" where nobody can tell.

        An article in a folder of its own is on the site still, and is no article any more.
        """
        inside, above = f"{name}index.md", f"{posixpath.dirname(name.rstrip('/'))}/"
        if inside in self.files and above in self.folders:
            return f"{name.rstrip('/')}.md", inside
        page = self._source(name)
        return page, self._new_page(page)

    def _source(self, address: str) -> str:
        """The source page that an address was made from: of a folder that stands, its index."""
        folder = address.removeprefix("./")
        inside = not folder or any(name.startswith(folder) for name in self.files)
        return f"{folder}index.md" if inside else f"{folder.rstrip('/')}.md"

    def _new_page(self, page: str) -> str:
        """The file that the page seems to be now: new in its folder, or of its name elsewhere."""
        new = [
            file
            for file in self.files
            if url(file) not in self.published and not file.endswith((".yml", ".yaml"))
        ]
        return self._likely(page, new)

    def _new_file(self, name: str) -> str:
        """The file that one to take away seems to be now."""
        ending = posixpath.splitext(name)[1]
        new = [
            file
            for file in self.files
            if file not in self.published and posixpath.splitext(file)[1] == ending
        ]
        return self._likely(name, new)

    def _likely(self, old: str, new: list[str]) -> str:
        """The one of ``new`` that may be ``old``: called nearly so beside it, the only one there,
        or of its name elsewhere.
        """
        folder, base = posixpath.split(old)
        ending = posixpath.splitext(old)[1]
        beside = [file for file in new if posixpath.dirname(file) == folder]
        near = nearest(base, map(posixpath.basename, beside), 0.7)
        found = posixpath.join(folder, near) if near else None
        if found is None and len(beside) == 1 and beside[0].endswith(ending):
            found = beside[0]
        same = [file for file in new if posixpath.basename(file) == base]
        return found or (same[0] if len(same) == 1 else "")

    def _code(self, code: str, count: str, line: int) -> tuple[str, Problem]:
        known = {one.split("/")[0] for one in self.entries}
        new = [item for item in self.corpus.instruments.values() if item.code not in known]
        message = f"mã “{code}” không còn: {count}"
        if len(new) != 1:
            advice = (
                f"trả lại “ma: {code}” cho văn bản đã mang mã ấy; chỉ khi cố ý bỏ cả văn bản mới"
                f" ghi ở đây mã nó dẫn tới: {code}/* {ARROW} mã-khác/"
            )
            if held := self._holder(code):
                advice = f"văn bản ấy nay mang mã “{held}”: ghi ở đây {code}/* {ARROW} {held}/*"
            return "", Problem(LEDGER_FILE, line, 1, message, advice)
        file = f"{self.prefix}/{new[0].file}"
        row, col = new[0].places.get(("ma",), (1, 1))
        message = f"ma: “{new[0].code}” thay cho mã đã công bố “{code}”: {count}"
        return file, Problem(file, row, col, message, f"trả lại ma: {code}")

    def _holder(self, code: str) -> str:
        """The published code that the instrument of a lost one has now; "" where none is told."""
        known = (pair for pair in self.codes.items() if f"{pair[0]}/" in self.entries)
        homes = {url(self.corpus.home(slug)): one for one, slug in known}
        told = (one.home for one in owners(self.ledger.split("\n")) if one.code == code)
        return next((homes[home] for home in told if home in homes), "")

    def _unit(self, cause: Cause, name: str, count: str, line: int) -> tuple[str, Problem]:
        slug, _, unit = name.partition("#")
        instrument = self.corpus.instruments[slug]
        try:
            label = parse_id(unit).label
        except UnitError:
            label = unit
        if cause is Cause.OUTLINE:
            file = f"{self.prefix}/{instrument.file}"
            row, col = instrument.places.get(("muc-luc",), (1, 1))
            message = f"muc-luc: không còn {label}: {count}"
            return file, Problem(file, row, col, message, f"trả lại {label} vào mục lục")
        page = posixpath.join(posixpath.dirname(instrument.file), f"{unit}.md")
        file = f"{self.prefix}/{page}"
        message = f"trang này không còn lời cho mọi khoản, điểm đã có của {label}: {count}"
        shown = self._missing(slug, unit)
        advice = f"trả lại tiêu đề: {shown}" if shown else "trả lại tiêu đề đã bỏ"
        if page in self.corpus.pages:
            return file, Problem(file, 1, 1, message, advice)
        return file, Problem(LEDGER_FILE, line, 1, message, advice)

    def _missing(self, slug: str, article: str) -> str:
        """The units of an article that had wording, as the ledger knows, and have none now."""
        code = self.corpus.instruments[slug].code
        labels = []
        for address in self.entries:
            steps = address.split("/")
            if steps[0] != code or address.endswith(f"/{TODAY}") or len(steps) < 3:
                continue
            target = Target(slug, unit_of(of_steps(steps[1:-1])))
            known = self.corpus.unit(target)
            if known and target not in self.corpus.provisions and known.path.top.id == article:
                labels.append(known.path.label)
        return ", ".join(labels[:5]) + (", …" if len(labels) > 5 else "")
