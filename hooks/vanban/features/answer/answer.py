"""Pages that begin with their answer: what it is, what the act may cost, how sure; then folds.

A situation, and a page on today's law, says in its front matter what it answers (``tra-loi``),
which provisions fine the act (``muc-phat``) and which stories are near (``gan-giong``). All
else that stands on the page follows; what few readers need is folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from ...law import answer
from ...law.drawn import Drawn
from ...law.fines import PAYER_WORDS, Fine, fine, not_today
from ...law.instrument import Certainty, Instrument, Target
from ...law.loading import Page
from ...law.names import unaccented
from ...law.page_keys import ANSWERED
from ...page.context import PageContext
from ...page.drawing import drawn_target
from ...page.library import Library
from ...page.views import CERTAINTY_WORDS, LinkView
from ..fines.fines import told_apart
from .folding import fold
from .grounds import grounds

KEY, FINES, NEAR = "tra-loi", "muc-phat", "gan-giong"
STORIES, TODAY = ANSWERED
LAW = "luat hom nay"
SLIPPED = "lo "
"""How the headings of what the law says today, and of what to do about a slip, begin.

In small letters without marks.
"""
_FOLDED = re.compile(r"nang hon|khi .+ ban hanh")
"""“Nặng hơn …”; “Khi công văn ban hành (11/2019)”, “Khi kế hoạch 345 ban hành”."""
FORMER_LAW = "co-the-cham-toi-dieu-nao"
"""The anchor that links of before lead to, for what is now the heading ``LAW``."""


@dataclass(frozen=True)
class FineView:
    """One provision and its sums in millions of đồng; "" where a party has none.

    ``short`` is ``within`` (“điểm a khoản 1 ”) and ``article`` (“Điều 95 NĐ 174”), with the year.
    ``when`` tells it from the other fines of the page; "" where nothing does.
    """

    link: LinkView
    short: str
    within: str
    article: str
    when: str
    person: str
    organisation: str


def is_answered(page: Page) -> bool:
    """Whether a page begins with its answer."""
    return answer.read(page.meta.get(KEY, "")) is not None


def fined(library: Library, page: Page) -> tuple[tuple[Target, Fine], ...]:
    """The provisions in force that a page names as fining its act, and what they fine it with."""
    return tuple((target, amount) for target, amount, _ in _told(library, page))


def _told(library: Library, page: Page) -> Iterator[tuple[Target, Fine, str]]:
    """The same, each with when it fines, in the words of the page."""
    for text in page.listed(FINES):
        provision, when = answer.named_fine(text)
        target = drawn_target(library, page, Drawn(provision, whole=False))
        amount = fine(library.corpus, target) if target else None
        if target and amount and not not_today(library.corpus, target, library.today):
            yield target, amount, when


def _view(here: PageContext, target: Target, amount: Fine, when: str) -> FineView:
    person, organisation = amount.person, amount.organisation
    return FineView(
        LinkView(here.viewer.href(target), here.library.label(target)),
        _short(here.library, target),
        *_in_two(here.library, target),
        when,
        person.millions if person else "",
        organisation.millions if organisation else "",
    )


def in_words(library: Library, target: Target, amount: Fine, conduct: str) -> str:
    """“Đưa tin sai: cá nhân 10–15, tổ chức 20–30 triệu đồng (điểm a khoản 1 Điều 95 NĐ 174/2026)”.

    ``conduct`` is what is fined; where it is "", the provision stands first instead.
    """
    paid = ((words, amount.of(payer)) for payer, words in PAYER_WORDS.items())
    sums = ", ".join(f"{words} {found.millions}" for words, found in paid if found)
    where = _short(library, target)
    if not conduct:
        return f"{where}: {sums} triệu đồng"
    return f"{conduct[:1].upper()}{conduct[1:]}: {sums} triệu đồng ({where})"


def _short(library: Library, target: Target) -> str:
    """“điểm a khoản 1 Điều 95 NĐ 174/2026”: fits a line of a phone."""
    instrument = library.corpus.instruments[target.slug]
    return f"{library.unit_label(target)} {_short_name(instrument)}"


def _in_two(library: Library, target: Target) -> tuple[str, str]:
    """“điểm a khoản 1 ” and “Điều 95 NĐ 174”, which fits a third of a line by itself."""
    article = library.unit_label(Target(target.slug, target.unit.top)) if target.unit else ""
    name = _short_name(library.corpus.instruments[target.slug]).partition("/")[0]
    return library.unit_label(target).removesuffix(article), f"{article} {name}".strip()


def _short_name(instrument: Instrument) -> str:
    if instrument.type == "Nghị định":
        return f"NĐ {instrument.number.rpartition('/')[0]}"
    return instrument.short


def dress(root: Element, here: PageContext) -> None:
    """Put the answer below the title, fold what can wait, and end with grounds and stories."""
    page = here.source
    said = answer.read(page.meta.get(KEY, ""))
    title = next((at for at, child in enumerate(root) if child.tag == "h1"), None)
    if said is None or title is None:
        return
    fines = fined(here.library, page)
    told = grounds(here, fines, said.is_open)
    _quieten(root)
    made = here.render(
        "answer/answer.html",
        first=said.first,
        rest=said.rest,
        fines=[_view(here, *one) for one in _told(here.library, page)],
        apart=told_apart(here, [target for target, _ in fines]),
        grounds=told,
        slip=_slip(root),
    )
    fold(root, lambda heading: _waits(heading, page))
    root[title + 1 : title + 1] = made
    root.extend(here.render("answer/end.html", grounds=told, stories=_stories(here)))
    if page.path.startswith(STORIES):
        _columns(root, title + 1)


def _words(heading: Element) -> str:
    return unaccented("".join(heading.itertext()).strip())


def _slip(root: Element) -> Element | None:
    """The heading of what to do about a slip."""
    return next((one for one in root.iter("h2") if _starts(one, SLIPPED)), None)


def _starts(heading: Element, beginning: str) -> bool:
    return _words(heading).startswith(beginning)


def _quieten(root: Element) -> None:
    """Cards say no more than how they differ from the whole: the page's end has the rest.

    What to mind when reading a card is one fold of it.
    """
    for card in list(root.iter("div")):
        if "dan" not in card.get("class", "").split():
            continue
        _fold_notes(card)
        for child in list(card):
            if "nguon" in child.get("class", "").split():
                card.remove(child)
            elif child.get("class") == "can-cu":
                _only_weaker(child)


def _only_weaker(line: Element) -> None:
    """“diễn đạt lại”, and how sure where that is less than what a text states."""
    ours, *rest = line
    said = (ours.tail or "").strip(" ·").partition(" · ")[0]
    for one in rest:
        line.remove(one)
    ours.tail = "" if said in ("", CERTAINTY_WORDS[Certainty.STATED]) else f" · {said}"


def _fold_notes(card: Element) -> None:
    for at, words in enumerate(card):
        notes = [one for one in words if one.get("class") == "dan-luu-y"]
        if words.get("class") == "dan-loi" and notes:
            fold = Element("details", {"class": "dan-them in-mo"})
            SubElement(fold, "summary").text = "Lưu ý khi đọc"
            for note in notes:
                words.remove(note)
                fold.append(note)
            card.insert(at + 1, fold)
            return


def _waits(heading: Element, page: Page) -> bool:
    if page.path.startswith(STORIES):
        return bool(_FOLDED.match(_words(heading)))
    return not page.path.endswith("/index.md")


def _stories(here: PageContext) -> list[LinkView]:
    pages = here.library.corpus.pages
    found = [f"{STORIES}{name}.md" for name in here.source.listed(NEAR)]
    return [
        LinkView(here.viewer.page_href(path), pages[path].title) for path in found if path in pages
    ]


def _columns(root: Element, start: int) -> None:
    """What to do in one column, the law in the other; one below the other on a phone."""
    law = next(
        (at for at, one in enumerate(root) if one.tag == "h2" and _starts(one, LAW)), len(root)
    )
    whole = Element("div", {"class": "chuyen-cot"})
    left, right = SubElement(whole, "div"), SubElement(whole, "div", {"class": "chuyen-ben"})
    left.extend(root[start:law])
    if law < len(root):
        SubElement(right, "span", {"id": FORMER_LAW})
    right.extend(root[law:])
    root[start:] = [whole]
