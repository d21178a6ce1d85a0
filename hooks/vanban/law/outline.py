"""From the outline an editor wrote to units with ids; order, gaps and collisions checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from .instrument import Outline, Unit
from .problems import Problem
from .schema import ArticleForm, OutlineForm, SubsectionForm
from .text_source import as_figures
from .units import ALPHABET, Kind, UnitError, UnitPath, path, sort_key
from .yaml_source import KeyPath, YamlSource

_MOST_TOLD = 5


@dataclass
class _Builder:
    """Collects the units of one outline; lives for one call of ``build_outline``."""

    source: YamlSource
    file: str
    units: dict[UnitPath, Unit] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    articles: list[tuple[str, KeyPath]] = field(default_factory=list)
    places: dict[UnitPath, KeyPath] = field(default_factory=dict)
    twice: set[UnitPath | None] = field(default_factory=set)

    def add(self, unit: Unit, where: KeyPath) -> None:
        """Take a unit in. One that stands there already is told, and what is below it is not."""
        if not unit.id.isascii() or unit.path.number == "0":
            message = f"“{unit.path.number}” không phải số của một đơn vị"
            self.report(where, message, "số bắt đầu từ 1, viết bằng chữ số thường")
        if unit.path in self.places:
            self.twice.add(unit.path)
            if unit.path.parent not in self.twice:
                line, _ = self.source.place(self.places[unit.path])
                message = f"{unit.path.label} ghi hai lần: dòng {line} đã có"
                self.report(where, message, "sửa số ở một trong hai dòng, hoặc bỏ một dòng")
        self.places.setdefault(unit.path, where)
        self.units[unit.path] = unit

    def report(self, where: KeyPath, message: str, advice: str = "") -> None:
        line, col = self.source.place(where)
        self.problems.append(Problem(self.file, line, col, message, advice))


def build_outline(
    form: OutlineForm, source: YamlSource, file: str
) -> tuple[Outline, list[Problem]]:
    """The units of ``form`` in document order, and what is wrong with their numbers.

    A number out of order, a gap that is not named under ``khuyet``, and an id that
    collides are problems. Gaps are looked for only where a list is said to be whole.
    """
    builder = _Builder(source, file)
    where: KeyPath = ("muc-luc",)
    roots = list(_groups(builder, form, None, where))
    roots += _articles(builder, form.articles, None, where)
    _check_order(builder, builder.articles, "Điều")
    if not builder.twice:  # one of the two leaves a gap where it should stand
        _check_complete(builder, form, where)
    return Outline(dict(builder.units), tuple(roots), form.complete, form.basis), builder.problems


def _groups(
    builder: _Builder, form: object, above: UnitPath | None, where: KeyPath
) -> Iterator[UnitPath]:
    for name, key, kind in (
        ("parts", "phan", Kind.PART),
        ("chapters", "chuong", Kind.CHAPTER),
        ("sections", "muc", Kind.SECTION),
        ("subsections", "tieu-muc", Kind.SUBSECTION),
    ):
        groups: Iterable[SubsectionForm] = getattr(form, name, ())
        for number, group in enumerate(groups):
            place = (*where, key, number)
            try:
                unit_path = above.child(kind, group.number) if above else path((kind, group.number))
            except UnitError:
                builder.report(place, f"“{group.number}” không phải số của {key}")
                continue
            yield _group(builder, group, unit_path, above, place)


def _group(
    builder: _Builder,
    group: SubsectionForm,
    unit_path: UnitPath,
    above: UnitPath | None,
    place: KeyPath,
) -> UnitPath:
    stub = Unit(unit_path, group.heading, above, (), True, True)
    builder.add(stub, place)
    children = [*_groups(builder, group, unit_path, place)]
    children += _articles(builder, group.articles, unit_path, place)
    builder.units[unit_path] = Unit(
        unit_path, group.heading, stub.parent, tuple(children), bool(children), True
    )
    return unit_path


def _articles(
    builder: _Builder, forms: tuple[ArticleForm, ...], parent: UnitPath | None, where: KeyPath
) -> list[UnitPath]:
    found = []
    for number, form in enumerate(forms):
        place = (*where, "dieu", number)
        meant = _as_figures(form.number, builder.articles)
        if meant:
            message = f"“{form.number}” có chữ cái đứng chỗ chữ số"
            builder.report((*place, "so"), message, f"ghi so: {meant}")
        try:
            article = path((Kind.ARTICLE, meant or form.number))
        except UnitError:
            builder.report((*place, "so"), f"“{form.number}” không phải số của điều")
            continue
        known = form.clauses is not None or form.points is not None
        whole = known and form.clauses_complete and not (form.points or "").endswith("?")
        stub = Unit(article, form.heading, parent, (), known, whole)
        builder.add(stub, place)
        builder.articles.append((article.number, place))
        children = tuple(_below_article(builder, form, article, place))
        builder.units[article] = replace(stub, children=children)
        found.append(article)
    return found


def _as_figures(number: str, before: list[tuple[str, KeyPath]]) -> str:
    """The number that was meant by one with O or l in it (“1O”); "" where it may stand so.

    Small letters may: Điều 32l is one, unless what stands ``before`` it is Điều 320.
    """
    meant = as_figures(number)
    if meant == number or not meant.isdecimal():
        return ""
    follows = bool(before) and before[-1][0] == str(int(meant) - 1)
    return meant if follows or not number.islower() else ""


def _below_article(
    builder: _Builder, form: ArticleForm, article: UnitPath, place: KeyPath
) -> Iterator[UnitPath]:
    gaps = frozenset(form.gaps)
    numbers: list[tuple[str, KeyPath]] = []
    for number, points in (form.clauses or {}).items():
        here = (*place, "khoan", number)
        try:
            clause = article.child(Kind.CLAUSE, number)
        except UnitError:
            builder.report(here, f"“{number}” không phải số của khoản")
            continue
        stub = Unit(clause, None, article, (), points != "?", not points.endswith("?"))
        builder.add(stub, here)
        numbers.append((clause.number, here))
        children = tuple(_points(builder, points, clause, here, gaps, f"{clause.number}."))
        builder.units[clause] = replace(stub, children=children)
        yield clause
    if form.points is not None:
        yield from _points(builder, form.points, article, (*place, "diem"), gaps, "")
    _add_indents(builder, form, article, place)
    _check_order(builder, numbers, "khoản")
    below = {number for number, _ in numbers} | {
        f"{number}.{letter}" for number, points in (form.clauses or {}).items() for letter in points
    }
    _check_unused(builder, gaps, frozenset(below | set(form.points or "")), (*place, "khuyet"))
    if form.clauses_complete:
        _check_gaps(builder, [number for number, _ in numbers], (*place, "khoan"), gaps)


def _points(
    builder: _Builder,
    points: str,
    above: UnitPath,
    place: KeyPath,
    gaps: frozenset[str],
    prefix: str,
) -> list[UnitPath]:
    letters = points.removesuffix("?")
    found = [above.child(Kind.POINT, letter) for letter in letters]
    for point in found:
        builder.add(Unit(point, None, above, (), True, True), place)
    if list(letters) != sorted(letters, key=sort_key):
        builder.report(place, f"điểm không theo thứ tự: {letters}", f"thứ tự chữ: {ALPHABET}")
    elif letters and not points.endswith("?"):
        through = ALPHABET[: ALPHABET.index(letters[-1]) + 1]
        missing = [n for n in through if n not in letters and f"{prefix}{n}" not in gaps]
        if missing:
            builder.report(
                place,
                f"thiếu điểm {', '.join(missing)}",
                f"nếu văn bản thật sự nhảy chữ, ghi khuyet: [{prefix}{missing[0]}]",
            )
    return found


def _add_indents(builder: _Builder, form: ArticleForm, article: UnitPath, place: KeyPath) -> None:
    """The tiết of points that stand in the outline already, put behind their point."""
    for name, listed in form.indents.items():
        here = (*place, "tiet", name)
        point = _point_named(name, article)
        known = builder.units.get(point) if point else None
        if point is None or known is None:
            advice = "ghi khoản, dấu chấm, điểm, như 2.b; điểm ấy phải có ở khoan hay diem"
            builder.report(here, f"tiet: không có điểm “{name}” trong {article.label}", advice)
            continue
        whole = listed[-1:] != ("?",)
        found = []
        for number in listed if whole else listed[:-1]:
            try:
                found.append(point.child(Kind.INDENT, number))
            except UnitError:
                advice = "tiết viết như 1, a1, i, a hoặc 2.1"
                builder.report(here, f"“{number}” không phải số của tiết", advice)
        _check_order(builder, [(one.number, here) for one in found], "tiết", Kind.INDENT)
        _put_behind(builder, replace(known, children=tuple(found), children_complete=whole), here)


def _point_named(name: str, article: UnitPath) -> UnitPath | None:
    """The point that ``2.b`` or ``b`` names in an article; None where it names none."""
    clause, _, letter = name.rpartition(".")
    try:
        above = article.child(Kind.CLAUSE, clause) if clause else article
        return above.child(Kind.POINT, letter)
    except UnitError:
        return None


def _put_behind(builder: _Builder, point: Unit, where: KeyPath) -> None:
    """Add the units of ``point`` right behind it, so that the outline stays in document order."""
    after = list(builder.units)
    behind = after[after.index(point.path) + 1 :]
    kept = [builder.units.pop(unit) for unit in behind]
    builder.units[point.path] = point
    for child in point.children:
        builder.add(Unit(child, None, point.path, (), True, True), where)
    builder.units.update({unit.path: unit for unit in kept})


def _check_order(
    builder: _Builder, numbers: list[tuple[str, KeyPath]], label: str, kind: Kind | None = None
) -> None:
    for (before, _), (after, place) in pairwise(numbers):
        if before != after and sort_key(before, kind) >= sort_key(after, kind):
            advice = "xếp lại theo số tăng dần"
            builder.report(place, f"{label} {after} đứng sau {label} {before}", advice)


def _check_complete(builder: _Builder, form: OutlineForm, where: KeyPath) -> None:
    """Articles run from 1 through the whole instrument: a list with gaps is not complete."""
    numbers = [number for number, _ in builder.articles]
    _check_unused(builder, frozenset(form.gaps), frozenset(numbers), (*where, "khuyet"))
    if not form.complete:
        return
    here = (*where, "day-du")
    if not builder.units:
        builder.report(here, "ghi day-du: true mà chưa có mục nào", "ghi day-du: false")
    missing = _missing(numbers, frozenset(form.gaps))
    if missing:
        advice = "ghi day-du: false, hoặc thêm các điều ấy; nếu văn bản nhảy số, ghi khuyet"
        builder.report(here, f"ghi day-du: true mà thiếu Điều {_listed(missing)}", advice)


def _check_gaps(
    builder: _Builder, numbers: list[str], place: KeyPath, gaps: frozenset[str]
) -> None:
    missing = _missing(numbers, gaps)
    if missing:
        advice = f'nếu văn bản thật sự nhảy số, ghi khuyet: ["{missing[0]}"]'
        builder.report(place, f"thiếu khoản {_listed(missing)}", advice)


def _check_unused(
    builder: _Builder, gaps: frozenset[str], present: frozenset[str], place: KeyPath
) -> None:
    for number in sorted(gaps & present):
        message = f"khuyet ghi {number} bị nhảy số, mà {number} có trong danh sách"
        builder.report(place, message, "sửa một trong hai")


def _missing(numbers: list[str], gaps: frozenset[str]) -> list[int]:
    present = {sort_key(number)[0] for number in numbers}
    last = max(present, default=0)
    return [n for n in range(1, last) if n not in present and str(n) not in gaps]


def _listed(numbers: list[int]) -> str:
    """The first few of a list of numbers."""
    told = ", ".join(map(str, numbers[:_MOST_TOLD]))
    return f"{told} … (tất cả {len(numbers)})" if len(numbers) > _MOST_TOLD else told
