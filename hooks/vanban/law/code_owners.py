"""Whose each code is: a short address that was printed never opens another instrument.

The ledger tells it in a line at its head for each code, written by ``hooks ledger`` when the code
is new there, and kept. That an address is still on the site does not tell that it shows the same:
a code given to another instrument would show that one's articles under the addresses of the first.
The line tells which instrument it is, too: what stands in its place, or where a folder that was
renamed leads, may be the same under another name, or another one.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from .corpus import Corpus
from .identity import is_mistyped
from .instrument import Instrument, vietnamese_date
from .names import folded
from .problems import Problem
from .site_address import url

_OWNER = re.compile(r"# Mã (\S+) là của ([^\s,]+)(?:, (\S.*))?")

_PARTS = ("số", "năm", "ngày")
"""First words of the parts of ``which``; one with none of them is a place."""

_STAR = "*"
"""Ends a line of the ledger that speaks of all below a folder (``ledger.ALL_BELOW``)."""


class Owner(NamedTuple):
    """A code, the first home of its instrument, and which one it is (``which``); "" where nobody
    told.
    """

    code: str
    home: str
    which: str = ""

    def __str__(self) -> str:
        """The line of the ledger."""
        which = f", {self.which}" if self.which else ""
        return f"# Mã {self.code} là của {self.home}{which}"


class Misled(NamedTuple):
    """A line with a star on both sides that leads from one instrument into another.

    ``line`` is its left side, ``home`` and ``other`` the first homes of both.
    """

    line: str
    home: str
    other: str


def which(instrument: Instrument) -> str:
    """What tells an instrument from others: “số 10/CT-UBND, năm 2017, Long An”; without a number
    its day: “ngày 25/11/2019”. "" where neither is known.

    A number is given anew each year, and by each province.
    """
    place = "" if instrument.number_unique else instrument.place
    when = f"năm {instrument.year}" if instrument.year else ""
    if not instrument.number and instrument.issued:
        when = f"ngày {vietnamese_date(instrument.issued)}"
    number = f"số {instrument.number}" if instrument.number else ""
    return ", ".join(filter(None, (number, when, place)))


def owner(line: str) -> Owner | None:
    """What a line of the ledger tells of a code; None for another line."""
    if not line.startswith("#"):
        return None
    found = _OWNER.fullmatch(unicodedata.normalize("NFC", line.strip()))
    return Owner(found[1], found[2], found[3] or "") if found else None


def owners(lines: Iterable[str]) -> list[Owner]:
    """What lines of a ledger tell, in their order; a code twice where two editors gave it to two
    instruments.
    """
    told = list(dict.fromkeys(found for line in lines if (found := owner(line))))
    whole = {(one.code, one.home) for one in told if one.which}
    return [one for one in told if one.which or (one.code, one.home) not in whole]


def _told(text: str) -> list[Owner]:
    return sorted(owners(text.split("\n")))


def lost(text: str, before: Iterable[Owner]) -> list[Owner]:
    """Of codes that the ledger ``text`` no longer tells of, what was told last.

    ``before`` is what all versions of the ledger told, the newest first.
    """
    known = {one.code for one in _told(text)}
    last: dict[str, Owner] = {}
    for one in before:
        if one.code not in known:
            last.setdefault(one.code, one)
    return sorted(last.values())


def owner_lines(
    corpus: Corpus, text: str, entries: Mapping[str, str], before: Iterable[Owner] = ()
) -> list[str]:
    """The lines for a ledger: those that it has or had (``lost``), and one for each code that is
    new there. What stands in the place of another has none: ``replaced`` tells of it first.

    An instrument is named by its first home, so that one whose folder and code both changed is
    known as the same. A line of an earlier version learns which instrument it is while that one is
    where it was. ``entries`` is the ledger as read.
    """
    told = [*_told(text), *lost(text, before)]
    known = {one.code for one in told}
    here = {url(corpus.home(slug)): which(found) for slug, found in corpus.instruments.items()}
    kept = [one if one.which else one._replace(which=here.get(one.home, "")) for one in told]
    new = (one for one in _of_corpus(corpus, told, entries) if one.code not in known)
    sure = (one for one in new if _is_same(one.which, told, one.home))
    return [str(one) for one in sorted([*kept, *sure])]


def _of_corpus(corpus: Corpus, told: list[Owner], entries: Mapping[str, str]) -> Iterator[Owner]:
    """Each code of a corpus with the first home of its instrument: another one that came into the
    place of the first has a home of its own.
    """
    led: dict[str, list[str]] = {}
    stars = _stars(entries)
    for home in sorted({one.home for one in told}):
        for there in (home, *_renamed(stars, home)):
            led.setdefault(there, []).append(home)
    for slug, instrument in corpus.instruments.items():
        home = url(corpus.home(slug))
        same = (one for one in led.get(home, ()) if _is_same(which(instrument), told, one))
        yield Owner(instrument.code, next(same, home), which(instrument))


def _is_same(words: str, told: list[Owner], home: str) -> bool:
    """Whether ``words`` (``which``) may be of what was told of that first home, or nothing was."""
    known = [_parts(one.which) for one in told if one.home == home and one.which]
    now = _parts(words)
    return not known or any(
        all(was[part] == now[part] for part in was.keys() & now.keys()) for was in known
    )


def _parts(words: str) -> Mapping[str, str]:
    """The parts of ``which`` by their first words, without what may be written in two ways
    (“24/2018/qh 14”, “05/2021/NĐ–CP”). What only one of two tells, as a day that was looked up
    since, parts none.
    """
    found: dict[str, str] = {}
    for part in folded(words).split(", "):
        word, _, rest = part.partition(" ")
        found[word if word in _PARTS else "nơi"] = "".join(rest.split()) if rest else word
    if "số" in found:
        steps = re.split(r"[\W_]+", found["số"])
        found["số"] = "-".join(step.lstrip("0") for step in steps if step)
    if "ngày" in found:
        found["năm"] = found["ngày"][-4:]
    return found


def misled(corpus: Corpus, text: str, entries: Mapping[str, str]) -> Iterator[Misled]:
    """Lines with a star on both sides that lead from one instrument into another.

    They would show, clause by clause, what has but the same number there. ``text`` is that of the
    ledger, ``entries`` what it holds.
    """
    told = _told(text)
    whole = [*told, *_of_corpus(corpus, told, entries)]
    for line, new in entries.items():
        if not (line.endswith(_STAR) and new.endswith(_STAR)):
            continue
        # (the line itself would make what it leads to a name of what it leads from)
        others = {old: to for old, to in entries.items() if old != line}
        whose = _whose(_names(told, others), line.removesuffix(_STAR))
        other = _whose(_names(whole, others), new.removesuffix(_STAR))
        if whose and other and other != whose:
            yield Misled(line, whose, other)


def as_one(corpus: Corpus, text: str, found: Misled) -> str:
    """What to write in the ledger where both are one instrument that was renamed, or of which a
    wrong number or year is right now: each line that tells otherwise, and how it reads then. ""
    where the ledger tells of both which they are.
    """
    told = _told(text)
    others = [one.which for one in told if one.home == found.other and one.which]
    if others and not any(_is_same(one, told, found.home) for one in others):
        return ""
    now = {one.home: one.which for one in _of_corpus(corpus, told, {})}
    right = now.get(found.other) or next(one.which for one in told if one.home == found.home)
    lines = (one for one in told if one.home in (found.home, found.other))
    pairs = ((one, one._replace(home=found.home, which=right)) for one in lines)
    return "; ".join(f"sửa “{one}” thành “{new}”" for one, new in pairs if one != new)


def _names(told: list[Owner], entries: Mapping[str, str]) -> dict[str, str]:
    """What each instrument's folder and codes are called, or were: such a beginning → its home."""
    names: dict[str, str] = {}
    stars = _stars(entries)
    for code, home, _ in told:
        for begins in (home, f"{code}/"):
            for name in (*_renamed(stars, begins), begins):
                names[name] = home
    return names | {one.home: one.home for one in told} | {f"{one.code}/": one.home for one in told}


def _whose(names: Mapping[str, str], address: str) -> str:
    """The first home of the instrument to which an address belongs; "" where nobody told."""
    begins = max((name for name in names if address.startswith(name)), key=len, default="")
    return names.get(begins, "")


def _stars(entries: Mapping[str, str]) -> dict[str, str]:
    """Folders that were renamed, by lines with a star on both sides: the old name → the new."""
    return {
        old.removesuffix(_STAR): new.removesuffix(_STAR)
        for old, new in entries.items()
        if old.endswith(_STAR) and new.endswith(_STAR)
    }


def _renamed(stars: Mapping[str, str], address: str) -> Iterator[str]:
    """What a folder was called since (``_stars``)."""
    for _ in stars:  # no line is needed twice
        above = [folder for folder in stars if address.startswith(folder)]
        if not above:
            return
        folder = max(above, key=len)
        address = stars[folder] + address.removeprefix(folder)
        yield address


def replaced(corpus: Corpus, text: str, prefix: str) -> Iterator[Problem]:
    """Folders of this corpus that were published as another instrument's.

    All that was published below would open what stands there now. A number that is mistyped is
    told as such: no ledger is to learn it.
    """
    told = _told(text)
    for slug, instrument in corpus.instruments.items():
        home = url(corpus.home(slug))
        if is_mistyped(instrument) or _is_same(which(instrument), told, home):
            continue
        one = next(one for one in told if one.home == home and one.which)
        line, col = instrument.place_of(("so",))
        message = (
            f"{prefix}/{home} đã công bố là của văn bản {one.which}: địa chỉ đã gửi, đã in sẽ mở"
            " nhầm văn bản này"
        )
        right = one._replace(which=which(instrument))
        other = f"{posixpath.basename(home.rstrip('/'))}-2"
        advice = (
            f"văn bản khác thì đặt thư mục khác, như {other}, và mã khác; vẫn văn bản ấy, số hay"
            f" ngày ghi sai nay sửa lại, thì sửa dòng “{one}” trong sổ địa chỉ thành “{right}”"
        )
        yield Problem(f"{prefix}/{instrument.file}", line, col, message, advice)


def doubled(text: str, file: str) -> Iterator[Problem]:
    """Two lines that tell one code and home of two instruments, as where two ledgers were merged.

    Either of the two would pass for what was published there. ``file`` is that of the ledger.
    """
    first: dict[tuple[str, str], Owner] = {}
    for number, line in enumerate(text.split("\n"), 1):
        one = owner(line)
        if one is None or not one.which:
            continue
        other = first.setdefault((one.code, one.home), one)
        if not _is_same(one.which, [other], one.home):
            message = f"sổ ghi {one.home} là của hai văn bản: {other.which}; và {one.which}"
            advice = (
                "bỏ dòng sai, giữ dòng đúng; hai văn bản khác nhau thật thì văn bản đưa vào sau"
                " sang thư mục khác, mã khác"
            )
            yield Problem(file, number, 1, message, advice)


def passed_on(
    corpus: Corpus, text: str, end: Callable[[str], str | None], prefix: str
) -> Iterator[Problem]:
    """Codes of this corpus that were published as another instrument's.

    ``end`` says where an address leads today (``Moves.end``): an instrument may have moved. Where
    it leads nowhere, that is told as a lost address.
    """
    holders = {instrument.code: slug for slug, instrument in corpus.instruments.items()}
    told = _told(text)
    for one in told:
        slug = holders.get(one.code)
        if slug is None:
            continue
        instrument, home = corpus.instruments[slug], url(corpus.home(slug))
        # (two laws of one year, of which nobody knows the numbers yet, are alike in all but place)
        known = _parts(one.which).keys() & {"số", "ngày"}
        if known and _is_same(which(instrument), told, one.home):
            continue
        unsure = not one.which or is_mistyped(instrument) or not known
        if unsure and end(one.home) in (None, home):
            continue
        line, col = instrument.places.get(("ma",), (1, 1))
        whose = f"văn bản {one.which}" if known else f"{prefix}/{one.home}"
        message = (
            f"ma: “{one.code}” đã công bố là mã của {whose}:"
            f" địa chỉ {one.code}/… đã in, đã gửi sẽ mở nhầm văn bản này"
        )
        right = Owner(one.code, home, which(instrument))
        advice = (
            "đặt mã khác cho văn bản này; chỉ khi chưa ai có địa chỉ nào của mã ấy, hay số và năm"
            f" trong sổ ghi sai, mới sửa dòng “{one}” trong sổ địa chỉ thành “{right}”"
        )
        if right in told:  # two editors, each for an instrument of their own
            advice = (
                "sổ địa chỉ ghi mã ấy cho cả hai văn bản: một văn bản giữ mã; văn bản kia nhận mã"
                f" khác, và bỏ dòng của nó trong sổ, “{one}” hoặc “{right}”; địa chỉ {one.code}/…"
                " chỉ văn bản kia có thì ghi mũi tên sang mã mới của nó"
            )
        yield Problem(f"{prefix}/{instrument.file}", line, col, message, advice)
