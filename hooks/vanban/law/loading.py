"""From the text of one file to values: an instrument, a page, the provisions of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from . import page_keys
from .instrument import (
    Concordance,
    Counterpart,
    Evidence,
    Frame,
    Instrument,
    Kept,
    Namesake,
    Outline,
    Relation,
    Slip,
    Target,
    Validity,
)
from .markdown_source import Block, blocks, front_matter, front_source
from .money import MILLION
from .outline import build_outline
from .problems import Problem
from .provision import BULLET, Provision, read_heading, walk
from .schema import (
    ConcordanceForm,
    EvidenceForm,
    InstrumentForm,
    KeptForm,
    RelationForm,
    TargetForm,
    ValidityForm,
    read_form,
)
from .text_source import LineIndex, Place, as_figures
from .units import Kind, UnitPath
from .yaml_source import read_yaml

_ARTICLE_NAME = re.compile(r"(?:dieu|điều)[ _-]?[0-9]", re.IGNORECASE)
NOT_IN_OUTLINE = "mục lục không có"
"""How the sentence on a heading begins whose unit the outline does not have."""
_DEEPEST = 7
"""Below every level of heading."""


@dataclass(frozen=True)
class Page:
    """A Markdown page: its source, its front matter, and the instrument it belongs to.

    ``article`` is the path of the article that the page words, if it words one.
    """

    path: str
    text: str
    meta: Mapping[str, str]
    slug: str | None
    article: UnitPath | None
    title: str

    def blocks(self) -> tuple[Block, ...]:
        """The page's prose and headings; read once, asked for often."""
        return self._blocks

    def place(self, offset: int) -> Place:
        """Line and column of an offset in ``text``."""
        return self._lines.place(offset)

    def has_key(self, key: str) -> bool:
        """Whether the front matter has a key at all, whatever its value."""
        source, _ = front_source(self.text)
        return source is not None and (key,) in source.places

    def key_place(self, key: str, *inside: int) -> Place:
        """Where a key of the front matter (or an item of its list) stands.

        The top of the page where it has none.
        """
        source, _ = front_source(self.text)
        return Place(*source.place((key, *inside))) if source else Place(1, 1)

    def listed(self, key: str) -> tuple[str, ...]:
        """What a key of the front matter lists; one value is a list of one."""
        source, _ = front_source(self.text)
        found = source.data.get(key) if source and isinstance(source.data, dict) else None
        values = found if isinstance(found, list) else [found]
        return tuple(value for value in values if isinstance(value, str))

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.text)

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        return tuple(blocks(self.text))


def read_instrument(
    text: str, slug: str, path: str, file: str
) -> tuple[Instrument | None, list[Problem]]:
    """One ``van-ban.yml``. ``path`` is relative to ``docs``, ``file`` is for messages."""
    source, problems = read_yaml(text, file)
    if source is None:
        return None, problems
    form, wrong = read_form(source, file)
    problems += wrong
    if form is None:
        return None, problems
    outline, wrong = build_outline(form.outline, source, file)
    problems += wrong
    built = _instrument(form, slug, path, outline)
    return replace(built, places=source.places), problems


def read_page(text: str, path: str, slug: str | None) -> Page:
    """A Markdown page; its title is the first heading of level 1."""
    article: UnitPath | None = None
    title = ""
    for block in blocks(text):
        if block.level == 1:
            title = block.words
            heading = read_heading(block.text, None) if slug else None
            if heading and heading.path.kind is Kind.ARTICLE:
                article = heading.path
            break
    return Page(path, text, front_matter(text), slug, article, title)


def check_front(page: Page, file: str) -> tuple[list[Problem], list[Problem]]:
    """Why the front matter cannot be read, and which of its keys or values are wrong."""
    source, unreadable = front_source(page.text, file)
    if source is None:
        return unreadable, []
    return [], [*unreadable, *page_keys.check(source, page.path, file)]


def check_article(page: Page, others: Mapping[UnitPath, str], file: str) -> Problem | None:
    """An article page is named like its article, and no article has two pages.

    ``others`` has the page that words an article, by its path. A page whose name is right
    is never the copy.
    """
    name = page.path.rpartition("/")[2].removesuffix(".md")
    if page.article and page.article.id == name:
        return None
    block = next((block for block in page.blocks() if block.level == 1), None)
    place = page.place(block.start) if block else Place(1, 1)
    if page.article is None:
        if not _ARTICLE_NAME.match(name):
            return None
        message = f"tệp mang tên một điều, mà tiêu đề “{page.title}” không phải tên một điều"
        advice = "viết tiêu đề “# Điều 8. …”, hoặc đổi tên tệp"
    elif page.article in others and others[page.article] != page.path:
        first = others[page.article].rpartition("/")[2]
        message = f"trang này nói về {page.title}, mà {first} đã nói về điều đó"
        advice = "nếu là bản chép, sửa tiêu đề cho đúng điều mới hoặc xóa tệp này"
    else:
        message = f"tên tệp khác với tiêu đề: trang này nói về {page.title}"
        advice = f"sửa tiêu đề cho khớp tên tệp, hoặc đổi tên tệp thành {page.article}.md"
        written = page.article.number
        if name == page.article.id.removesuffix(written) + as_figures(written):
            message = f"“{written}” ở tiêu đề có chữ cái đứng chỗ chữ số"
            advice = f"viết: Điều {as_figures(written)}"
    return Problem(file, place.line, place.col, message, advice)


def read_provisions(
    page: Page, instrument: Instrument, file: str
) -> tuple[list[Provision], list[Problem]]:
    """The wording of each unit on an article page, and headings that the outline does not have.

    What stands under a heading that names no unit is commentary: nobody's wording.
    """
    problems: list[Problem] = []
    texts: dict[UnitPath, list[str]] = {}
    notes: dict[UnitPath, list[str]] = {}
    lines: dict[UnitPath, int] = {}
    before: dict[UnitPath | None, UnitPath] = {}
    strange: set[UnitPath | None] = set()

    def report(block: Block, message: str, advice: str) -> None:
        place = page.place(block.start)
        problems.append(Problem(file, place.line, place.col, message, advice))

    commentary = _DEEPEST
    for block, unit in walk(page.blocks()):
        if block.level and block.level <= commentary:
            commentary = _DEEPEST
        if unit is None:
            continue
        if not block.level:
            if commentary == _DEEPEST:
                (notes if block.quoted else texts)[unit].append(
                    f"{BULLET * block.item}{block.words}"
                )
            continue
        parent = unit.parent
        heading = read_heading(block.text, parent)
        if heading is None or heading.path != unit:
            commentary = min(commentary, block.level)
            continue
        if unit in texts:
            report(block, f"{unit.label} có hai tiêu đề trên trang này", "gộp làm một")
        known = instrument.outline.units.get(unit)
        if known is None:
            strange.add(unit)
        if known is None and parent not in strange:  # what is below it is told with it
            report(
                block, f"{NOT_IN_OUTLINE} {unit.label}", f"sửa số, hoặc thêm vào {instrument.file}"
            )
        elif known and heading.title and known.heading and heading.title != known.heading:
            report(block, f"tên điều khác với mục lục: “{known.heading}”", "sửa một trong hai nơi")
        above = before.get(parent)
        if above and above.kind is unit.kind and unit.rank < above.rank:
            advice = "xếp lại theo thứ tự của văn bản"
            report(block, f"{unit.label} đứng sau {above.label}", advice)
        before[parent] = unit
        texts[unit], notes[unit] = [], []
        lines[unit] = page.place(block.start).line
    found = [
        Provision(
            instrument.slug, unit, "\n".join(words), "\n".join(notes[unit]), file, lines[unit]
        )
        for unit, words in texts.items()
    ]
    return found, problems


def _instrument(form: InstrumentForm, slug: str, path: str, outline: Outline) -> Instrument:
    return Instrument(
        slug=slug,
        code=form.code,
        type=form.type,
        number=form.number,
        title=form.title,
        issuer=form.issuer,
        signatory=form.signatory,
        issued=form.issued,
        issued_text=form.issued_text,
        gazette=form.gazette,
        place=form.place,
        number_unique=form.number_unique,
        aliases=form.aliases,
        names=form.names,
        namesakes=tuple(Namesake(item.number, _evidence(item)) for item in form.namesakes),
        identity=_evidence(form.identity),
        wording=_evidence(form.wording),
        validity=_validity(form.validity),
        outline=outline,
        links=form.links,
        unit_statements=tuple((item.unit, _validity(item)) for item in form.unit_validity),
        relations=tuple(_relation(item) for item in form.relations),
        concordance=tuple(_concordance(item) for item in form.concordance),
        kept=tuple(_kept(item) for item in form.kept),
        slips=tuple(Slip(item.wording, item.meant or "", item.certainty) for item in form.slips),
        highlights=tuple(Target(item.slug, item.unit) for item in form.highlights),
        fines=tuple(_frames(form)),
        file=path,
    )


def _frames(form: InstrumentForm) -> Iterator[Frame]:
    """Each frame with the key under which the file has it."""
    for group, fines in enumerate(form.fines):
        for at, item in enumerate(fines.frames):
            yield Frame(
                item.unit,
                item.low * MILLION,
                item.high * MILLION,
                fines.payer,
                fines.other,
                fines.rule,
                ("khung-phat", group, "muc", at),
            )


def _evidence(form: EvidenceForm) -> Evidence:
    checked: date = form.checked
    return Evidence(form.certainty, checked, form.sources, form.note)


def _target(form: TargetForm | None) -> Target | None:
    return Target(form.slug, form.unit) if form else None


def _validity(form: ValidityForm) -> Validity:
    return Validity(
        form.state,
        _evidence(form),
        form.since,
        form.until,
        _target(form.ended_by),
        form.ended_by_text,
        form.doubtful,
    )


def _relation(form: RelationForm) -> Relation:
    return Relation(form.kind, form.slug, form.number, form.where, _evidence(form))


def _kept(form: KeptForm) -> Kept:
    words = {
        "ai": form.who,
        "hanh-vi": form.act,
        "y-dinh": form.intent,
        "nguong": form.threshold,
        "ngoai-le": form.exception,
    }
    return Kept(form.unit, {kind: said for kind, said in words.items() if said})


def _concordance(form: ConcordanceForm) -> Concordance:
    today = tuple(
        Counterpart(Target(item.slug, item.unit) if item.slug else None, item.change)
        for item in form.today
    )
    return Concordance(form.unit, form.limb, today, _evidence(form))
