"""A letter shown letter for letter: where it begins, its paragraphs, its numbered items.

In the source the letter stands as it was written, under a heading marked
``{#nguyen-van}`` and up to the next heading. Here are only the rules of that
layout, shared by whoever needs to know which item a line belongs to; the page itself
is set by them too, so that nothing else is shown as the letter's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ..cite.graph import AS_OF
from ..law.corpus import Corpus
from ..law.instrument import Outline, vietnamese_date
from ..law.letter_head import MOTTO, Part, bodies, decides, part_of, parted
from ..law.loading import Page
from ..law.problems import Problem
from ..law.units import Kind, UnitPath, path
from .letter_table import rows_of
from .source import Source

CONTAINER = "cong-van-nguyen-van"
_MARK = "{#nguyen-van}"
_START = re.compile(rf"^#{{2,6}}[ \t]+(?P<title>.*?)[ \t]*{re.escape(_MARK)}[ \t]*$")
_HEADING = re.compile(r"^#{1,6}[ \t]")
_TO = "Kính gửi"
COPIES = "Nơi nhận"
_LONGEST_HEAD = 24
_LONGEST_TITLE = 300
_HEAD = "cv-dau"
_NEARLY = re.compile(
    r"(?<!\])[{(\[｛]\s*:?\s*#\s*nguy[eê]n\W?v[aă]n(?!-)\S*[})\]｝]", re.IGNORECASE
)
_AS_CODE = re.compile(r"`[^`]*`")
_VERBATIM = re.compile(r"^#+[ \t]+nguyên văn[ \t]*(?:\{[^}]*\}[ \t]*)?$", re.IGNORECASE)
ITEM_PAGE = re.compile(r"muc-(\d{1,2})\.md")
ITEM = re.compile(r"^(\d{1,2})\.\s")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with the numbered item it belongs to, and its lines in the source."""

    text: str
    item: UnitPath | None
    first: int
    last: int


@dataclass(frozen=True)
class Letter:
    """A letter in the source of a page: the lines from ``heading`` to before ``end``, from 0."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    heading: int
    end: int


def day_of(page: Page, today: date) -> date:
    """The day that a letter speaks from: ``thoi-diem`` of its page, else ``today``.

    ``check`` refuses a letter without that day.
    """
    try:
        return date.fromisoformat(page.meta.get(AS_OF, ""))
    except ValueError:
        return today


def month_of(day: date) -> str:
    """The month of a day, as a letter's head gives it: “11/2019”, “02/2026”."""
    return vietnamese_date(day).partition("/")[2]


def is_letter(page: Page | None) -> bool:
    """Whether a page shows a letter, letter for letter."""
    return page is not None and _MARK in page.text and bool(of_page(page.text))


def homes(corpus: Corpus) -> Mapping[str, Page]:
    """Slug → own page of each instrument that is shown letter for letter, in their order."""
    found = {slug: corpus.pages.get(corpus.home(slug)) for slug in corpus.instruments}
    return {slug: page for slug, page in found.items() if page and is_letter(page)}


def days(corpus: Corpus, today: date) -> Mapping[str, date]:
    """Slug → the day that each letter speaks from, the earliest first."""
    found = {slug: day_of(page, today) for slug, page in homes(corpus).items()}
    return dict(sorted(found.items(), key=lambda pair: (pair[1], pair[0])))


def check(corpus: Corpus, prefix: str) -> Iterator[Problem]:
    """Letters that do not say from which day they speak, or give two days.

    Their citations would be read on another day than the letter's, and cards say “then” of it.
    """
    for slug in corpus.instruments:
        home = corpus.pages.get(corpus.home(slug))
        if home and not is_letter(home):
            yield from _unmarked(home, f"{prefix}/{home.path}")
    for slug, page in homes(corpus).items():
        issued = corpus.instruments[slug].issued
        place = page.key_place(AS_OF)
        file = f"{prefix}/{page.path}"
        if not page.has_key(AS_OF):
            message = f"trang này đăng nguyên văn mà đầu trang chưa có {AS_OF}"
            advice = (
                f"ghi ngày của văn bản, ví dụ {AS_OF}: {issued or '2026-03-31'};"
                " chỉ biết tháng thì ghi ngày cuối của tháng ấy"
            )
            yield Problem(file, place.line, place.col, message, advice)
        elif issued and day_of(page, issued) != issued:
            message = f"{AS_OF}: ngày này khác ban-hanh {issued} trong van-ban.yml"
            yield Problem(file, place.line, place.col, message, "sửa một trong hai ngày")
        wrong = list(_items(page, corpus.instruments[slug].outline, file))
        yield from wrong or _item_pages(corpus, page, prefix)


def _unmarked(page: Page, file: str) -> Iterator[Problem]:
    """A letter whose heading lost its mark, or is gone: nothing of it would be read as a letter."""
    advice = f"mở đầu phần ấy bằng: ## Nguyên văn {_MARK}"
    shown = _shown(page.text)
    for number, line in enumerate(page.text.splitlines(), 1):
        if _HEADING.match(line) and _VERBATIM.match(line):
            message = f"tiêu đề này thiếu {_MARK}, nên công văn ở dưới không được nhận ra"
            if _MARK in line and not shown[number - 1]:
                message = (
                    "tiêu đề này nằm trong khối mẫu hay chú thích nên không mở ra công văn nào"
                )
                advice = "đưa nó ra ngoài"
            elif _MARK in line and starts(line) is None:
                message = "tiêu đề nguyên văn không được là tiêu đề lớn nên công văn không hiện ra"
                advice = f"viết hai dấu #: ## Nguyên văn {_MARK}"
            elif _MARK in line:
                message = f"dưới “{starts(line)}” chưa có chữ nào"
                advice = "viết phần ấy, hoặc bỏ tiêu đề"  # as of any part
            elif not page.has_key(AS_OF):  # it may be what an editor calls a part of any page
                advice = f"{advice}; không phải công văn thì đặt tên khác cho phần này"
            yield Problem(file, number, 1, message, advice)
            return
        if shown[number - 1] and (found := _NEARLY.search(_AS_CODE.sub("", line))):
            yield Problem(file, number, 1, f"“{found[0]}” không mở ra công văn nào", advice)
            return
        words = next((one for one in (_TO, COPIES) if line.startswith(one)), "")
        if page.has_key(AS_OF) and (words or MOTTO.match(line)):
            message = f"“{words or line[:40]}” là chữ của công văn mà ở trên không có tiêu đề"
            yield Problem(file, number, 1, f"{message} nguyên văn", advice)
            return


def _item_pages(corpus: Corpus, home: Page, prefix: str) -> Iterator[Problem]:
    """Pages beside a letter that are named after an item which it does not have."""
    there = {one.item for one in of_page(home.text)}
    folder = home.path.rpartition("/")[0]
    for name in corpus.pages:
        found = ITEM_PAGE.fullmatch(name.removeprefix(f"{folder}/"))
        if found and path((Kind.SECTION, found[1])) not in there:
            message = f"tệp mang tên mục {found[1]}, mà nguyên văn không có mục ấy"
            advice = f"đổi tên tệp, hoặc xem lại dòng mở đầu “{found[1]}. ” trong nguyên văn"
            yield Problem(f"{prefix}/{name}", 1, 1, message, advice)
        elif found:
            yield from _other_item(corpus.pages[name], found[1], f"{prefix}/{name}")


def _other_item(page: Page, number: str, file: str) -> Iterator[Problem]:
    """A page of item 3 whose heading says “Mục 4”: one of the two was copied."""
    told = re.match(r"mục\s+(\w+)", page.title, re.IGNORECASE)
    if told and told[1] != number:
        line = page.text.count("\n", 0, max(page.text.find(f"# {page.title}"), 0)) + 1
        message = f"tiêu đề nói “{told[0]}”, mà tệp mang tên mục {number}"
        yield Problem(file, line, 1, message, f"viết “Mục {number}” ở tiêu đề, hoặc đổi tên tệp")


def _items(page: Page, outline: Outline, file: str) -> Iterator[Problem]:
    """Items that begin twice, and items of the outline that the letter does not have.

    An address would lead to the first of two, and cards would stand beside nothing.
    """
    begun: dict[str, int] = {}
    again = False
    for one in of_page(page.text):
        found = ITEM.match(one.text)
        if not found:
            continue
        if found[1] in begun:
            message = f"mục {found[1]} mở ra hai lần: dòng {begun[found[1]]} đã có “{found[1]}. ”"
            advice = f"so với bản gốc; gốc viết đúng vậy thì ghi “{found[1]}\\. ” ở dòng này"
            yield Problem(file, one.first, 1, message, advice)
            again = True
        begun.setdefault(found[1], one.first)
    for unit in outline.units if outline.complete and not again else ():
        number = unit.steps[-1][1]
        if unit.kind is Kind.SECTION and number not in begun:
            message = f"muc-luc có mục {number}, mà nguyên văn không có dòng mở đầu “{number}. ”"
            line, advice = _meant(page.text, number)
            yield Problem(file, line, 1, message, f"{advice}, hoặc bỏ mục khỏi muc-luc")
            if line > 1 and ends(page.text.splitlines()[line - 1]):
                return  # the letter ends at a heading, so all below it are not read either


def _meant(text: str, number: str) -> tuple[int, str]:
    """The line that begins with a number in another way (“2) ”, “- 2. ”), and what to do."""
    other = re.compile(rf"[-*+#>( ]*{re.escape(number)}(?:\s*[.,:;)/\\–-]|\s)")
    for line, words in enumerate(text.splitlines(), 1):
        if other.match(words):
            return line, f"dòng này phải mở đầu đúng như “{number}. ” (so với bản gốc)"
    return 1, "sửa số ở dòng ấy"


def starts(line: str) -> str | None:
    """The title of the heading that opens a letter, or None."""
    found = _START.match(line)
    return found["title"] if found else None


def ends(line: str) -> bool:
    return bool(_HEADING.match(line))


def paragraphs(lines: Iterable[str], first: int = 1) -> Iterator[Paragraph]:
    """The paragraphs of a letter's lines; ``first`` is the number of the first line.

    A paragraph that begins ``2. `` opens an item; one that begins with a small letter, or is a
    table, runs on from the one before, so it belongs to the same item.
    """
    item: UnitPath | None = None
    pending: list[str] = []
    begin = number = first - 1
    for number, line in enumerate([*lines, ""], first):
        if line.strip():
            if not pending:
                begin = number
            pending.append(line.rstrip())
            continue
        if pending:
            text = "\n".join(pending)
            found = ITEM.match(text)
            if found:
                item = path((Kind.SECTION, found[1]))
            elif not text[0].islower() and not rows_of(text):
                item = None
            yield Paragraph(text, item, begin, number - 1)
            pending = []


@dataclass(frozen=True)
class Role:
    """What a paragraph is in a letter (Nghị định 30/2020/NĐ-CP, phụ lục I, on the parts of one).

    ``name`` is its class, "" for running text; ``group`` the class of the part it stands in, and
    ``box`` that of its place in the two columns of the head.
    """

    name: str = ""
    group: str = ""
    box: str = ""


_OTHER = Role("cv-so", _HEAD, "cv-o-so")
_ROLES = {
    Part.MOTTO: Role("cv-quoc-hieu", _HEAD, "cv-o-hieu"),
    Part.DAY: Role("cv-ngay", _HEAD, "cv-o-ngay"),
}


@dataclass(frozen=True)
class Piece:
    """A paragraph as it is set; of the head, lines of one part.

    ``paragraph`` counts the paragraphs of the letter from 0.
    """

    text: str
    item: UnitPath | None
    role: Role
    paragraph: int


def pieces(found: Sequence[Paragraph]) -> Iterator[Piece]:
    """The pieces of a letter in their order: head, title, whom it is for, text, foot.

    The head ends where it says whom the letter is for or, in papers that tell nobody, what kind
    of paper it is.
    """
    to = next((n for n, one in enumerate(found) if one.text.startswith(_TO)), None)
    copies = next((n for n, one in enumerate(found) if one.text.startswith(COPIES)), len(found))
    before = found[: min(_LONGEST_HEAD if to is None else to, copies)]
    kind = next((n for n, one in enumerate(before) if _part(one) is Part.KIND), None)
    head = kind if kind is not None else to or 0
    yield from _head(found[:head])
    title = head
    if kind is not None:
        title = kind + _title(before[kind:])
        for place, one in enumerate(found[kind:title], kind):
            is_subject = _part(one) is not Part.KIND and not decides(one.text)
            name = "cv-trich-yeu" if is_subject else "cv-loai"
            yield Piece(one.text, one.item, Role(name, "cv-ten-loai"), place)
    for place, one in enumerate(found[title:], title):
        role = Role()
        if place == to:
            role = Role("cv-kinh")
        elif place >= copies:
            signs = not one.text.startswith((COPIES, "-"))
            role = Role("cv-ky" if signs else "cv-nhan", "cv-chan")
        yield Piece(one.text, one.item, role, place)


def _part(paragraph: Paragraph) -> Part:
    return part_of(paragraph.text.partition("\n")[0])


def _title(found: Sequence[Paragraph]) -> int:
    """How many paragraphs from the kind of a paper on are its title: kind, subject, who decides."""
    for count, one in enumerate(found[1:], 1):
        is_short = len(one.text) < _LONGEST_TITLE and not one.text.endswith((".", ":", ";"))
        if (
            one.item
            or _part(one) is Part.END
            or not (one.text.isupper() or (count == 1 and is_short))
        ):
            return count
    return len(found)


def _head(found: Sequence[Paragraph]) -> Iterator[Piece]:
    """Issuing body and number stand on the left; motto, place and day on the right."""
    parts = [
        (at, one.item, lines)
        for at, one in enumerate(found)
        for lines in (
            [one.text.splitlines()] if rows_of(one.text) else parted(one.text.splitlines())
        )
    ]
    kinds = [part_of(lines[0]) for _, _, lines in parts]
    below = next((n for n, kind in enumerate(kinds) if kind in (Part.NUMBER, Part.SUBJECT)), 0)
    names = [n for n in range(below) if kinds[n] is Part.BODY]
    issuing = bodies(parts[n][2][0] for n in names)[-1:] if names else ()
    first = len(names) - len(issuing[0]) if issuing else 0
    for place, ((at, item, lines), kind) in enumerate(zip(parts, kinds, strict=True)):
        role = _ROLES.get(kind, _OTHER)
        if place in names:
            issues = names.index(place) >= first
            role = Role("cv-co-quan" if issues else "cv-chu-quan", _HEAD, "cv-o-ten")
        elif kind is Part.MOTTO and lines[0].lower().startswith("độc"):
            role = Role("cv-quoc-hieu cv-tieu-ngu", _HEAD, "cv-o-hieu")
        yield Piece("\n".join(lines), item, role, at)


def of_page(source: str) -> tuple[Paragraph, ...]:
    """The letter's paragraphs in the source of a page; none where it holds no letter."""
    found = read(source)
    return found.paragraphs if found else ()


@lru_cache(maxsize=16)
def read(source: str) -> Letter | None:
    """The letter in the source of a page; None where it holds none.

    A heading inside a sample or a comment opens none.
    """
    if _MARK not in source:
        return None
    lines = source.splitlines()
    shown = _shown(source)
    for number, line in enumerate(shown):
        title = starts(line)
        if title is not None:
            below = range(number + 1, len(lines))
            end = next((n for n in below if ends(lines[n])), len(lines))
            found = tuple(paragraphs(lines[number + 1 : end], number + 2))
            return Letter(title, found, number, end) if found else None
    return None


def _shown(source: str) -> list[str]:
    """The lines of a page, without what is sample, comment or front matter."""
    prose, at, found = Source(source).prose, 0, []
    for line in source.splitlines(keepends=True):
        found.append(prose[at : at + len(line)].rstrip())
        at += len(line)
    return found
