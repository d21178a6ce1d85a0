"""The table of fines: each act, what a person and an organisation may pay, and by which provision.

The rows are those of ``law.acts``; each sum comes from its decree's own frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from ...law.acts import FILE, Act, Case
from ...law.corpus import Corpus
from ...law.drawn import Drawn, read
from ...law.fines import PAYER_WORDS, Fine, fine, not_today
from ...law.instrument import Payer, Target
from ...law.loading import Page
from ...law.problems import Problem
from ...page.context import PageContext
from ...page.drawing import Table, drawn_target
from ...page.library import Library
from ...page.views import EvidenceView, LinkView, StatusView

NAME = "bảng: mức phạt"
PAGE = FILE.removesuffix(".yml") + ".md"
MOST_SHORT = 12
"""Words of ``gon``: two lines of a phone."""
Key = tuple[int, int, int, int]
"""What tells two frames apart: the sums of both parties."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class SumView:
    """What each party may pay, in millions of đồng; "" for no sum. ``by``: “NĐ 174, NĐ 330”.

    ``acts`` are those that it is the sum of, in a few words each, where the file has them.
    """

    person: str
    organisation: str
    by: str = ""
    acts: tuple[str, ...] = ()


@dataclass(frozen=True)
class CaseView:
    """One provision that fines an act: when, how much, and whose sum is printed."""

    link: LinkView
    status: StatusView
    when: str
    sums: SumView
    basis: str
    evidence: EvidenceView


@dataclass(frozen=True)
class ActView:
    """``sums`` are all that the act may cost today, each once.

    The lowest stands first; where it is told in words what each is for, they stand as in the file.
    """

    name: str
    note: str
    words: str
    sums: tuple[SumView, ...]
    cases: tuple[CaseView, ...]


@dataclass(frozen=True)
class ActGroupView:
    id: str
    name: str
    folded: bool
    acts: tuple[ActView, ...]


def table(here: PageContext) -> list[Element]:
    """Every act; whole without script, and the filter with it."""
    groups = [
        ActGroupView(
            group.id, group.name, group.folded, tuple(_act(here, act) for act in group.acts)
        )
        for group in here.library.corpus.acts.groups
    ]
    return here.render("fines/fines.html", groups=groups)


def _act(here: PageContext, act: Act) -> ActView:
    found = [(case, *_fined(here.library, here.source, case)) for case in act.cases]
    today = [
        (amount, target, case.short)
        for case, target, amount in found
        if target and amount and not not_today(here.library.corpus, target, here.library.today)
    ]
    fined = [(case, target, amount) for case, target, amount in found if target and amount]
    order = list(dict.fromkeys(_key(amount) for _, _, amount in fined))
    if not any(case.short for case in act.cases):
        order.sort()
    fined.sort(key=lambda one: order.index(_key(one[2])))  # as the sums of its row stand
    cases = tuple(_case(here, *one) for one in fined)
    sums = tuple(_each_once(here.library, today, order))
    return ActView(act.name, act.note, act.words, sums, cases)


def _each_once(
    library: Library, found: Sequence[tuple[Fine, Target, str]], order: Sequence[Key]
) -> Iterator[SumView]:
    """All sums, each once with the instruments that have it, in their order."""
    there = {_key(amount) for amount, _, _ in found}
    for key in (one for one in order if one in there):
        same = [one for one in found if _key(one[0]) == key]
        named = dict.fromkeys(_named(library, target) for _, target, _ in same)
        acts = dict.fromkeys(short for _, _, short in same if short)
        yield replace(_sums(same[0][0]), by=", ".join(named), acts=tuple(acts))


def _named(library: Library, target: Target) -> str:
    """“NĐ 174”, on one line: the year stands in the row that unfolds."""
    instrument = library.corpus.instruments[target.slug]
    number = instrument.number.partition("/")[0]
    return f"NĐ\u00a0{number}" if instrument.type == "Nghị định" and number else instrument.short


def _fined(library: Library, page: Page, case: Case) -> tuple[Target | None, Fine | None]:
    target = drawn_target(library, page, Drawn(case.provision, whole=False))
    return target, fine(library.corpus, target) if target else None


def _key(amount: Fine) -> Key:
    person, other = amount.person, amount.organisation
    return (
        person.low if person else 0,
        person.high if person else 0,
        other.low if other else 0,
        other.high if other else 0,
    )


def _sums(amount: Fine) -> SumView:
    person, other = amount.person, amount.organisation
    return SumView(person.millions if person else "", other.millions if other else "")


def _case(here: PageContext, case: Case, target: Target, amount: Fine) -> CaseView:
    wording = here.library.corpus.instruments[target.slug].wording
    return CaseView(
        LinkView(here.viewer.href(target), here.library.label(target)),
        here.viewer.status(target),
        case.when,
        _sums(amount),
        _basis(here.library, amount),
        here.viewer.evidence(wording),
    )


def _basis(library: Library, amount: Fine) -> str:
    """“ghi sẵn mức của tổ chức; cá nhân một nửa, theo khoản 3 Điều 4”."""
    person = amount.printed is Payer.PERSON
    printed = PAYER_WORDS[amount.printed]
    other = PAYER_WORDS[Payer.ORGANISATION if person else Payer.PERSON]
    if amount.rule is None:
        return f"ghi sẵn mức của {printed}, không có mức cho {other}"
    how = "gấp đôi" if person else "một nửa"
    return f"ghi sẵn mức của {printed}; {other} {how}, tính theo {library.unit_label(amount.rule)}"


def amounts(library: Library, page: Page) -> frozenset[int]:
    """Every sum that the table shows on a page, in đồng; none where it is not drawn there."""
    blocks = (block for block in page.blocks() if not block.level)
    drawn = (read(block.words) for block in blocks)
    if not any(one and one.name == NAME for one in drawn):
        return frozenset()
    found: set[int] = set()
    for _, case in _cases(library.corpus):
        target, amount = _fined(library, page, case)
        if target is None or not_today(library.corpus, target, library.today):
            continue
        for part in (amount.person, amount.organisation) if amount else ():
            found |= {part.low, part.high} if part else set()
    return frozenset(found)


def cases(library: Library) -> Iterator[tuple[Act, Case, Target]]:
    """Every row of the table with the provision that it names; none where no page draws it in."""
    page = library.corpus.pages.get(PAGE)
    for act, case in _cases(library.corpus) if page else ():
        target = drawn_target(library, page, Drawn(case.provision, whole=False)) if page else None
        if target:
            yield act, case, target


def _cases(corpus: Corpus) -> Iterator[tuple[Act, Case]]:
    for group in corpus.acts.groups:
        for act in group.acts:
            for case in act.cases:
                yield act, case


def told_apart(here: PageContext, targets: Sequence[Target]) -> str:
    """Where the table tells the fines of a page apart in a few words; "" where no one act does.

    The address is that of the act's group.
    """
    rows: dict[int, set[Target]] = {}
    for act, _, target in cases(here.library):
        rows.setdefault(id(act), set()).add(target)
    for group in here.library.corpus.acts.groups:
        for act in group.acts:
            short = act.cases and act.cases[0].short
            if short and rows.get(id(act), set()).issuperset(targets):
                return f"{here.viewer.page_href(PAGE)}#{group.id}"
    return ""


def missing(corpus: Corpus, prefix: str) -> Iterator[Problem]:
    """The file of the table, where its page draws it in and there is none."""
    page = corpus.pages.get(PAGE)
    if page is None or corpus.acts.groups or corpus.acts.file:
        return
    drawn = (read(block.words) for block in page.blocks() if not block.level)
    if any(one and one.name == NAME for one in drawn):
        message = f"không còn tệp này, mà {PAGE} có [[{NAME}]]"
        yield Problem(f"{prefix}/{FILE}", 0, 0, message, "lấy lại tệp ấy từ bản trước")


def check(library: Library) -> Iterator[Problem]:
    """Rows whose provision is none, is twice in one act, or has no frame; anchors that are none."""
    acts = library.corpus.acts
    page = library.corpus.pages.get(PAGE)
    if not acts.groups:
        return
    if page is None:
        yield Problem(
            acts.file, 1, 1, f"không có trang {PAGE}", "viết trang ấy, có [[" + NAME + "]]"
        )
        return
    ids = [group.id for group in acts.groups]
    for name in dict.fromkeys(ids):
        if not _ID.fullmatch(name) or ids.count(name) > 1:
            message = f"ma: “{name}” không làm chỗ neo được, hoặc ghi hai lần"
            yield Problem(acts.file, 1, 1, message, "chữ thường không dấu, số, dấu gạch nối")
    for act in (act for group in acts.groups for act in group.acts):
        if not act.cases:
            message = f"khung: “{act.name}” chưa có điều khoản nào"
            yield Problem(acts.file, 1, 1, message, "ghi tai và khi của ít nhất một điều khoản")
        yield from _shorts(acts.file, act)
    seen: set[tuple[str, Target]] = set()
    for act, case in _cases(library.corpus):
        target, amount = _fined(library, page, case)
        told: tuple[str, str] | None = None
        if target is None:
            message = f"tai: “{case.provision}” không tới đúng một điều khoản có lời diễn đạt"
            told = message, "ghi một điều khoản, kèm tên văn bản"
        elif amount is None:
            message = f"tai: {library.label(target)} không có khung phạt"
            told = message, "ghi khung-phat trong van-ban.yml của nghị định, hoặc bỏ dòng này"
        elif (act.name, target) in seen:
            told = f"tai: {library.label(target)} ghi hai lần ở “{act.name}”", "gộp làm một"
        if target:
            seen.add((act.name, target))
        if told:
            yield Problem(acts.file, *case.place, *told)


def _shorts(file: str, act: Act) -> Iterator[Problem]:
    """Short words: for every case of an act or for none, short, and told apart by them alone."""
    told: set[str] = set()
    for case in act.cases if any(case.short for case in act.cases) else ():
        if not case.short:
            message = f"gon: {case.provision} chưa có, mà dòng khác của “{act.name}” có"
            yield Problem(
                file, *case.place, message, "ghi gon cho mọi dòng của việc ấy, hoặc bỏ hết"
            )
        elif len(case.short.split()) > MOST_SHORT:
            message = f"gon: “{case.short}” dài hơn {MOST_SHORT} chữ"
            yield Problem(file, *case.place, message, "rút lại; điều kiện đủ đã có ở khi")
        elif case.short.lower() in told:
            message = f"gon: “{case.short}” ghi hai lần ở “{act.name}”, nên không phân biệt được"
            yield Problem(file, *case.place, message, "nói chỗ khác nhau giữa hai điều khoản")
        elif re.search(r"\d[\d.,]*\s*(?:triệu|đồng|nghìn|tỷ)", case.short):
            message = f"gon: “{case.short}” ghi số tiền, mà số tiền đã hiện ngay bên dưới"
            yield Problem(file, *case.place, message, "bỏ số tiền, chỉ nói việc; số ở khung-phat")
        told.add(case.short.lower())


TABLES: Mapping[str, Table] = {NAME: table}
"""What ``[[…]]`` draws in."""
