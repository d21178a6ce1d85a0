"""How each unit of an instrument stood on every day, as the pages ask for it (``?ngay=…``).

An answer changes only on days that the data names. So every answer between two of them is worked
out here, by the one rule of ``opendata.on_day``, and a page only looks up the day asked about.
One file an instrument, fetched when somebody asks. It lies among the assets, so that its name
carries its digest (``publish/digests.py``): no page gets the answers of another release.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from ...law.instrument import Instrument, State, Target, Validity, short_name, vietnamese_date
from ...law.site_address import SiteAddresses
from ...law.standing import counterparts
from ...law.units import UnitPath
from ...law.validity import validity_of
from ...opendata.day_words import PlaceWords, place_words, state_words, sure_words
from ...opendata.on_day import UnitOnDay, on_day
from ...page import letter
from ...page.library import Library
from ...page.views import STATE_MARKS, state_css

FOLDER = "assets/javascripts/vao-ngay"
_ONE = timedelta(days=1)


def path(slug: str) -> str:
    """Where the file of an instrument lies below the site's front page, before it is stamped."""
    return f"{FOLDER}/{slug}.js"


def is_asked_about(library: Library, slug: str) -> bool:
    """Whether an instrument has days on which it holds: a letter has none."""
    return not letter.of_page(library.corpus.pages[library.corpus.home(slug)].text)


def files(library: Library, directories: bool) -> dict[str, dict[str, Any]]:
    """The data of every instrument that can be asked about, by the path of its file."""
    return {
        path(slug): Timelines(library, instrument, directories).data()
        for slug, instrument in library.corpus.instruments.items()
        if is_asked_about(library, slug)
    }


@dataclass(frozen=True)
class Timelines:
    """Works out the file of one instrument; ``directories`` tells how pages are built."""

    library: Library
    instrument: Instrument
    directories: bool
    shared: dict[tuple[int, Target | None], list[dict[str, Any]]] = field(default_factory=dict)
    """Rows by the statement that governs a unit and by what was compared."""

    def data(self) -> dict[str, Any]:
        """What the script reads.

        ``doi`` are rows of answers: ``tu`` is the first day of each ("" for the earliest),
        ``tt`` and ``dau`` and ``chu`` its state, ``chac`` how sure that is, ``noi`` where its
        content stood, ``toi`` the names and addresses of that, ``cho`` the words around them.
        ``muc`` maps a unit ("" for the whole) to its row; one that is not there shares the row
        of the unit above it.
        """
        rows: dict[str, int] = {}
        lines: list[list[dict[str, Any]]] = []
        units: dict[str, int] = {}
        for unit in (None, *self.instrument.outline.units):
            line = self._line(unit)
            key = repr(line)
            if key not in rows:
                rows[key] = len(lines)
                lines.append(line)
            name = unit.id if unit else ""
            if not name or rows[key] != _above(name, units):
                units[name] = rows[key]
        return {
            "ten": short_name(self.instrument),
            "kiem": self.library.today.isoformat(),
            "kiem-chu": vietnamese_date(self.library.today),
            "doi": lines,
            "muc": units,
        }

    def _line(self, unit: UnitPath | None) -> list[dict[str, Any]]:
        """The row of one unit. Units of which nothing of their own is known share theirs."""
        target = Target(self.instrument.slug, unit)
        governing = validity_of(self.instrument, unit)
        about = self._about(target)
        own = about == target or target in self.library.predecessors
        if own or governing.state is State.PARTLY:  # whose units differ by what is below them
            return self._worked_out(target)
        key = (id(governing), about)
        if key not in self.shared:
            self.shared[key] = self._worked_out(target)
        return self.shared[key]

    def _worked_out(self, target: Target) -> list[dict[str, Any]]:
        days = sorted(set(self._days(target)))
        line: list[dict[str, Any]] = []
        for first, asked in (("", days[0] - _ONE), *((day.isoformat(), day) for day in days)):
            answer = self._answer(on_day(self.library, target, asked))
            if not line or {**line[-1], "tu": ""} != {"tu": "", **answer}:
                line.append({"tu": first, **answer})
        return line

    def _answer(self, one: UnitOnDay) -> dict[str, Any]:
        words: PlaceWords = place_words(self.library, one)
        answer: dict[str, Any] = {
            "tt": state_css(one.state),
            "dau": STATE_MARKS[one.state],
            "chu": state_words(one),
            "chac": sure_words(one),
            "noi": one.place.name.lower(),
        }
        if words.before:
            answer["cho"] = [words.before, words.after]
        if words.units:
            answer["toi"] = [self._link(there) for there in words.units]
        return answer | ({"phan": True} if one.in_part else {})

    def _link(self, target: Target) -> tuple[str, str]:
        address = SiteAddresses(self.directories).place(self.library.corpus.address(target))
        return self.library.label(target), address

    def _days(self, target: Target) -> Iterator[date]:
        """Every day on which the answer for a target may become another one."""
        yield self.library.today + _ONE  # from which on only known dates count
        yield from self._stated(target)
        for other in self._others(target):
            yield from self._stated(other)

    def _others(self, target: Target) -> Iterator[Target]:
        """What stands in its place, and what it came from."""
        yield from self.library.predecessors.get(target, ())
        about = self._about(target)
        if about:
            yield from counterparts(self.library.corpus.concordance[about])

    def _about(self, target: Target) -> Target | None:
        """What was compared: the target, or the nearest unit above it."""
        above: Iterable[UnitPath] = target.unit.upwards() if target.unit else ()
        for unit in (*above, None):
            found = Target(target.slug, unit)
            if self.library.corpus.concordance.get(found):
                return found
        return None

    def _stated(self, target: Target) -> Iterator[date]:
        """The days of the statements that tell how a target stands."""
        instrument = self.library.corpus.instruments[target.slug]
        governing = validity_of(instrument, target.unit)
        statements = [governing]
        if governing.state is State.PARTLY:  # its parts tell the rest
            statements += instrument.unit_validity.values()
        for statement in statements:
            yield from _dates(statement)


def _dates(statement: Validity) -> Iterator[date]:
    yield statement.evidence.checked
    if statement.since:
        yield statement.since
    if statement.until:
        yield statement.until
    if statement.doubtful:
        yield statement.doubtful


def _above(name: str, units: dict[str, int]) -> int | None:
    """The row of the nearest unit above that has one, by the ids alone, as the script finds it."""
    while name:
        name = "-".join(name.split("-")[:-2])
        if name in units:
            return units[name]
    return None
