"""``hooks show``: how the units of an instrument stood on a day."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from ..law.instrument import Target, vietnamese_date
from ..law.names import capital
from ..law.units import Kind, unit_of
from ..opendata.day_words import place_words, state_words, sure_words
from ..opendata.naming import state_word
from ..opendata.on_day import Place, UnitOnDay, units_on_day
from ..page.library import Library
from ..page.views import STATE_MARKS
from ..project import Project
from .usage import UsageError, day_of


def add(commands: Any) -> argparse.ArgumentParser:
    """The command's options, added to the others."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "show", help="từng đơn vị của một văn bản vào một ngày: còn hay hết, nơi nào đứng thay"
    )
    parser.add_argument("target", metavar="VĂN-BẢN", help="SLUG hoặc SLUG#ĐƠN-VỊ")
    parser.add_argument("--on", metavar="NGÀY", help="YYYY-MM-DD (mặc định: ngày kiểm tra)")
    parser.add_argument("--all", action="store_true", help="kể cả khoản, điểm giống nơi chứa nó")
    parser.add_argument("--json", action="store_true", help="in một danh sách JSON")
    return parser


def run(options: argparse.Namespace, project: Callable[[], Project]) -> int:
    """Print a line for each unit; always 0, for not to know is an answer."""
    given = day_of(options.on)
    library = project().library
    day = given or library.today
    target = _target(library, options.target)
    found = tuple(units_on_day(library, target, day))
    if options.json:
        print(json.dumps([_plain(one) for one in found], ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(library, found, day, options.all)))
    return 0


def _target(library: Library, where: str) -> Target:
    slug, _, unit = where.partition("#")
    instrument = library.corpus.instruments.get(slug)
    if instrument is None:
        raise UsageError(f"không có văn bản “{slug}” trong kho")
    path = unit_of(unit)
    if unit and path not in instrument.outline.units:
        raise UsageError(f"{instrument.short} không có “{unit}”")
    return Target(slug, path)


def _plain(one: UnitOnDay) -> dict[str, Any]:
    return {
        "target": str(one.target),
        "state": state_word(one.state),
        "place": one.place.name.lower(),
        "units": [str(unit) for unit in one.units],
        "in_part": one.in_part,
        "about": str(one.about) if one.about else None,
        "comparison": [certainty.value for certainty in one.certainties],
        "certainty": one.validity.evidence.certainty.value,
        "checked": one.validity.evidence.checked.isoformat(),
    }


def _lines(library: Library, found: Sequence[UnitOnDay], day: date, whole: bool) -> Iterator[str]:
    first, *rest = found
    yield f"{library.title(first.target)}, ngày {vietnamese_date(day)}:"
    if day > library.today:
        checked = vietnamese_date(library.today)
        yield f"Dữ liệu được kiểm tra đến ngày {checked}; sau ngày ấy chỉ nói điều đã định trước."
    yield _line(library, first, "")
    told = {first.target.unit: first}
    for one in rest:
        unit = library.corpus.unit(one.target)
        if unit is None:
            continue
        above = told.get(unit.parent)
        told[one.target.unit] = one
        if whole or unit.kind is Kind.ARTICLE or above is None or _differs(one, above):
            yield _line(library, one, capital(unit.path.label))
    yield "● còn  ◐ còn một phần  ■ hết  ○ chưa bắt đầu  ◆ chưa rõ"


def _differs(one: UnitOnDay, above: UnitOnDay) -> bool:
    """Whether a unit has another answer than what holds it."""
    if one.place is Place.ITSELF:
        return above.place is not Place.ITSELF or one.state is not above.state
    return (one.state, one.place, one.units) != (above.state, above.place, above.units)


def _line(library: Library, one: UnitOnDay, label: str) -> str:
    name = f"{label}: " if label else "Cả văn bản: " if one.target.unit is None else ""
    sure, place = sure_words(one), place_words(library, one)
    state = f"{state_words(one)} [{sure}]" if sure else state_words(one)
    names = "; ".join(library.label(unit) for unit in place.units)
    told = f"; {place.before}{names}{place.after}" if place.before else ""
    return f"{STATE_MARKS[one.state]} {name}{state}{told}"
