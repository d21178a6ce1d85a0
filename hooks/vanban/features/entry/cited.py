"""What a letter cites, where, and which instrument each citation means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ...cite.citation import Citation, Context, Status
from ...intake.letter_parts import head_end, is_number_line
from ...law.units import UnitPath
from ...law.whole_number import is_torn
from ...page import letter as layout
from .named import Named, merged, of_kind_before, read_named
from .own_number import FAR_ENOUGH, is_letter
from .said_title import said_title

Cite = Callable[[str, Context], tuple[Citation, ...]]
_COMMA = re.compile(r",\s*")
_OPENING = "phần mở đầu"
_NO_ITEMS = "phần không đánh số mục"
_NEAR = 40
"""So many signs before a citation tell whether its number begins there, and of what it is."""


@dataclass(frozen=True)
class Cited:
    """A citation of the letter and where it stands: “mục 2”, “phần mở đầu”, “đoạn sau mục 2”.

    ``about`` is what the letter says that it is about, as it stands there, ``before`` and
    ``behind`` what stands on both sides.
    """

    citation: Citation
    where: str
    behind: str
    about: str = ""
    before: str = ""

    @property
    def start(self) -> int:
        """Where it begins in the letter: no other citation begins there."""
        return self.citation.start


@dataclass(frozen=True)
class Citations:
    """What a letter cites; ``own`` are the places where its text names the letter's own number."""

    others: tuple[Cited, ...]
    own: tuple[Cited, ...]


def citations(
    paragraphs: Sequence[str], source: str, cite: Cite, context: Context, letter: Named
) -> Citations:
    """Every citation with the item that it stands in, the letter itself apart.

    ``context`` tells the day of the letter, and what it calls itself.
    """
    items = _places([one.item for one in layout.paragraphs(source.splitlines())])
    text = "\n\n".join(paragraphs)
    starts, start = [], 0
    for paragraph in paragraphs:
        starts.append(start)
        start += len(paragraph) + 2
    head = head_end(paragraphs)
    others: list[Cited] = []
    own: list[Cited] = []
    found = cite(text, context)
    for one in found:
        place = max(n for n, begin in enumerate(starts) if begin <= one.start)
        if place < head and is_number_line(_line(text, one.start)):
            continue
        where = items[place] if place < len(items) else _OPENING
        end = starts[place] + len(paragraphs[place])
        others_start = (other.start for other in found if one.end < other.start < end)
        first = min(others_start, default=None)
        rest = text[one.end : end]
        about = said_title(rest, None if first is None else first - one.end)
        before = text[max(0, one.start - _NEAR) : one.start]
        made = Cited(one, where, text[one.end : one.end + FAR_ENOUGH], about, before)
        (own if is_letter(one.text, made.behind, letter) else others).append(made)
    return Citations(tuple(others), tuple(own))


def _places(items: Sequence[UnitPath | None]) -> list[str]:
    """In words, where each paragraph stands, by the item that each belongs to.

    What stands behind an item and in none (a table, an address, the end) is not the opening.
    """
    found, last = [], _OPENING if any(items) else _NO_ITEMS
    for item in items:
        if item:
            found.append(item.own_label.lower())
            last = f"đoạn sau {item.own_label.lower()}"
        else:
            found.append(last)
    return found


def _line(text: str, place: int) -> str:
    """The line of the text that holds a place."""
    end = text.find("\n", place)
    return text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)]


def outside(cited: Sequence[Cited]) -> dict[int, Named]:
    """``start`` of a citation → the instrument that it means, for what the corpus does not hold.

    One instrument is the same value at each of its places. What is not sure is left out.
    """
    groups: dict[tuple[str, str], list[tuple[int, Named]]] = {}
    for one in cited:
        # “Nghị định số 2 4/2014/NĐ-CP”: whether it is 24 or 4 nobody knows
        torn = one.citation.text[:1].isdigit() and is_torn(one.before)
        if one.citation.status is not Status.OUTSIDE or torn:
            continue
        named = read_named(one.citation.text, one.behind)
        if named is not None and one.citation.text[:1].isdigit():
            named = of_kind_before(named, one.before)
        if named is not None and not _may_run_on(one, named):
            groups.setdefault(named.key, []).append((one.start, named))
    found: dict[int, Named] = {}
    for group in groups.values():
        meant = merged([named for _, named in group])
        for (start, _), named in zip(group, meant, strict=True):
            if named is not None and named.sure:
                found[start] = named
    return dict(_told_apart(dict(_by_number(found))))


def _may_run_on(one: Cited, named: Named) -> bool:
    """“Luật Phòng, chống …”: whether the name may go on behind the comma."""
    if named.number or one.citation.text[-1:].isdigit():
        return False
    comma = _COMMA.match(one.behind)
    return comma is not None and one.behind[comma.end() :][:1].islower()


def _by_number(found: dict[int, Named]) -> Iterator[tuple[int, Named]]:
    """A law that one place names with its number, and another with its year, is one."""
    numbered = {named for named in found.values() if named.number and named.name}
    for start, named in found.items():
        same = [
            one
            for one in numbered
            if not named.number
            and one.name.casefold() == named.name.casefold()
            and one.year == named.year
        ]
        yield start, same[0] if len(same) == 1 else named


def _told_apart(found: dict[int, Named]) -> Iterator[tuple[int, Named]]:
    """Without those that would share a folder with another instrument."""
    by_slug: dict[str, Named] = {}
    for start, named in found.items():
        if by_slug.setdefault(named.slug, named) == named:
            yield start, named
