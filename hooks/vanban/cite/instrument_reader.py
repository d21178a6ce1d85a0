"""Instruments as a text names them: by number, by name with what stands behind it, by type.

``read_instrument`` says only what stands in the text; nothing here knows which
instruments exist, except for the names that the corpus has (``NameIndex``).
"""

from __future__ import annotations

import re

from . import instrument_words as words
from .clean import CleanText
from .grammar import TYPES
from .issued import dated, issued
from .longer_names import goes_on, is_foreign, longer_end
from .names import NameIndex, number_key
from .number_reader import by_number, whole_number
from .says_more import says_more
from .small_names import amended, small_name
from .time_words import BEHIND_WINDOW, time_told
from .titles import TITLE_WINDOW, year_of_title
from .tokens import (
    UNTOLD,
    AnotherOfType,
    BareType,
    ByAlias,
    ByName,
    ByNumber,
    ByNumberAlone,
    ByShortNumber,
    Elsewhere,
    InstrumentToken,
    Issue,
    ThisInstrument,
    Unclear,
)
from .unknown_name import name_end
from .year_apart import joint_end, near_year, own_year


def word_before(low: str, start: int) -> str:
    """The word that ends right before ``start``, "" where none does."""
    if not start or low[start - 1] in _NO_WORD or low[start - 2 : start - 1] in _NO_WORD:
        return ""
    before = low[start - 10 if start > 10 else 0 : start].rsplit(None, 1)
    return before[-1] if before else ""


_NO_WORD = frozenset("(,;:.)[]|/+-“”0123456789")
"""What ends with one of these is no word of ours, whether a space follows or not."""


def read_instrument(
    clean: CleanText, found: re.Match[str], names: NameIndex, behind_unit: bool
) -> InstrumentToken | None:
    """An instrument whose type or alias begins at ``found``, or None where it is another word.

    ``behind_unit``: units stand right before it, so that a type in small letters is
    a type too (“Điều 5 nghị định nêu trên”).
    """
    low, text = clean.low, clean.text
    start, end = found.span()
    if low.startswith("luật", start) and word_before(low, start) in words.NO_LAW_BEFORE:
        if word_before(low, start) != "án":
            return None
        if not low[max(0, start - _PROJECT_WINDOW) : start].rstrip().endswith("dự án"):
            return None
    named = names.match(low, text, start)
    if named:
        return _named(clean, start, *named, names)
    said = found["type"] or ""
    kind = TYPES.get(said) or TYPES.get(" ".join(said.split()), "")
    if not kind:
        return None
    details = words.DETAILS_BEHIND.match(low, end)
    return (
        by_number(clean, start, details.end() if details else end, kind)
        or _amending(clean, start, end, kind, names)
        or _bare(clean, start, end, kind, behind_unit)
    )


_PROJECT_WINDOW = 16
"""In so many letters stand “dự án” and the spaces over which ``word_before`` looks."""
_SHORT_INITIALS = 3
"""So few in small letters may be anything; “blhs 2015” is a law."""


def read_initials(
    clean: CleanText, found: re.Match[str], names: NameIndex, behind_unit: bool
) -> InstrumentToken | None:
    """“BLHS”, “LGD 2019”: initials of a law, counted behind a unit or before a year or number."""
    start, end = found.span()
    spelt = found[0]
    if spelt in words.NO_INITIALS:
        return None
    name = names.by_initials.get(spelt, "")
    small = not clean.text[start:end].isupper()
    if small and not (name and len(spelt) > _SHORT_INITIALS):
        return None
    token = _behind_name(clean, start, end, "luật", name or spelt, names)
    told = isinstance(token, (ByNumber, ByShortNumber)) or (
        isinstance(token, ByName) and token.issue.told
    )
    return token if behind_unit or told else None


def _bare(
    clean: CleanText, start: int, end: int, kind: str, behind_unit: bool
) -> InstrumentToken | None:
    """A type without a full number or a name that is known."""
    low, text = clean.low, clean.text
    if kind == "hiến pháp":
        end, issue = issued(clean, end)
        return ByName(start, end, kind, issue)
    this = words.THIS_BEHIND.match(low, end)
    another = None if this else words.ANOTHER_BEHIND.match(low, end)
    if this or another:
        several = words.SEVERAL_BEFORE.search(low, max(0, start - words.SEVERAL_WINDOW), start)
        # (not “Điều 13 Luật này”)
        if several and not (behind_unit and several["digits"]):
            return AnotherOfType(several.start(), this.end() if this else end, kind)
    if this:
        return ThisInstrument(start, this.end(), kind)
    if kind in words.LAWS and not another and words.BRIEF_BEHIND.match(low, end):
        return BareType(start, end, kind) if behind_unit or text[start].isupper() else None
    stop = small_name(clean, start, end) if kind in words.LAWS and not behind_unit else None
    if stop:
        return _behind_name(clean, start, stop, kind, " ".join(low[start:stop].split()), None)
    small = not text[start].isupper()
    if small and not behind_unit:
        return None
    alone = words.ALONE_BEHIND.match(low, end)
    if alone and (kind in words.NUMBERED_ALONE or (alone["no"] and kind != "văn bản")):
        return ByNumberAlone(start, alone.end(), kind, str(int(alone["alone"])))
    if another and text[end : end + 2].strip().isupper() and not text[start:end].isupper():
        another = None  # “Luật Khác”, “Luật Sửa đổi …” would be names
    plain = behind_unit and _plain_behind(clean, end)
    if kind in words.LAWS and not another:
        stop = name_end(text, low, end, any_case=behind_unit and not plain)
        if stop:
            name = " ".join(low[start:stop].split())
            return _behind_name(clean, start, stop, kind, name, None)
    if small and kind in words.VERBS and not (another or words.NOT_A_VERB.match(low, end)):
        return None
    if small and kind == "kế hoạch":
        return Elsewhere(start, end, kind)
    titled = kind not in words.LAWS and words.TITLE_BEHIND.match(low, end)
    if another or titled or not (plain or (not behind_unit and _plain_behind(clean, end))):
        return AnotherOfType(start, end, kind)
    return BareType(start, end, kind)


def _plain_behind(clean: CleanText, end: int) -> bool:
    """Whether what stands behind a bare type is surely no name of it."""
    if not words.PLAIN_BEHIND.match(clean.low, end):
        return False
    marked = words.NAME_BEHIND_MARK.match(clean.low, end)
    return marked is None or not clean.text[marked.start("word")].isupper()


def _amending(
    clean: CleanText, start: int, end: int, kind: str, names: NameIndex
) -> InstrumentToken | None:
    """“Luật sửa đổi, bổ sung một số điều của Luật …”: a number or year at the end is its own."""
    low = clean.low
    head = words.AMENDING.match(low, end) if kind in words.LAWS else None
    if not head:
        return None
    at = head.end()
    other = _NEXT_LAW.match(low, at)
    if not other:
        return None
    stop, keys = amended(clean, other.end(), names)
    if stop is None:
        return Elsewhere(start, at, "một luật sửa đổi")
    number = words.NUMBER_BEHIND_NAME.match(low, stop)
    if number and "qh" in number["full"] and not number["open"]:
        stop, key = whole_number(clean, number.start("full"), number.end("full"))
        inner_one = any(
            item in names.by_name.get(name, ())
            for name in keys
            for item in names.by_number.get(key, ())
        )
        if not inner_one:
            stop, issue = issued(clean, stop)
            return ByNumber(start, stop, kind, key, "", issue)
    title = " ".join(low[start:stop].split())
    stop, issue = issued(clean, stop)
    if word_before(low, start) in words.DRAFT_BEFORE:
        return Elsewhere(start, stop, "dự thảo luật")
    if not number and not issue.told and any(_is_one_of_several(key, names) for key in keys):
        return Unclear(start, stop, "luật sửa đổi")  # nor is said which one of that name it changed
    if number or not issue.told:
        return Elsewhere(start, other.start(), "một luật sửa đổi")  # the rest is a name
    return ByName(start, stop, title, issue)


def _is_one_of_several(name: str, names: NameIndex) -> bool:
    """Whether other laws bore or bear the name of one that is here."""
    bearers = names.by_name.get(name, ())
    return len(bearers) > 1 or any(item.namesakes for item in bearers)


_NEXT_LAW = re.compile(r"\s+(?=(?:bộ\s+)?luật\s)")
_CLOSE = re.compile(r"\s*[)\]]")


def _named(
    clean: CleanText, start: int, end: int, word: str, names: NameIndex
) -> InstrumentToken | None:
    """An instrument called by a name or alias of the corpus, with what stands behind the name."""
    low = clean.low
    if word in names.by_alias:
        end, issue = issued(clean, end)
        return ByAlias(start, end, word, issue)
    kind = "bộ luật" if word.startswith("bộ luật") else word.split()[0]
    if word_before(low, start) in words.DRAFT_BEFORE:
        return Elsewhere(start, end, f"dự thảo {kind}")
    if words.BODY_BEFORE.search(low[max(0, start - words.BODY_WINDOW) : start]):
        return None
    return _behind_name(clean, start, end, kind, word, names)


def _behind_name(
    clean: CleanText, start: int, end: int, kind: str, name: str, names: NameIndex | None
) -> InstrumentToken:
    """The instrument of a name that ends at ``end``, by what stands behind the name.

    A number wins over a day or year, both over the words (“cũ”, “có hiệu lực từ …”)
    that leave it unclear which one of that name is meant.
    """
    low = clean.low
    known = names is not None and name in names.by_name
    longer = longer_end(clean, end) if known else None
    if longer:
        return Unclear(start, longer, name)
    if names and words.OLD_UNIT.match(low, end) and _is_one_of_several(name, names):
        return Unclear(start, end, name)
    no_more = words.SAYS_NO_MORE.match(low, end)
    if known and not no_more and goes_on(clean, start, end):
        return Elsewhere(start, end, kind)
    act = word_before(low, start) == "đạo"  # “Đạo luật …” is most often said of other countries'
    if (no_more and (known or not act)) or not (act or says_more(low, end)):
        return ByName(start, end, name, _spoken_of(clean, start, end) if known else UNTOLD)
    if known and is_foreign(clean, end):
        return Elsewhere(start, end, kind)
    joint = joint_end(clean, start, end) if known else None
    numbered = _number_behind_name(clean, start, end, kind, name, names)
    if numbered is None and joint is not None:
        numbered = _number_behind_name(clean, start, joint, kind, name, names)
    if numbered:
        return numbered
    alone = words.NUMBER_AND_YEAR.match(low, end) if known else None
    if alone and alone["no"]:
        return _by_number_and_year(clean, start, alone, kind, name)
    amended = words.AMENDED.match(low, end)
    if amended and bool(amended["open"]) <= (amended["shut"] is not None or bool(amended["year"])):
        if not amended["year"]:
            return Unclear(start, amended.end(), name)
        return ByName(start, amended.end(), name, Issue(year=int(amended["year"])))
    changed = words.IN_FORCE_FROM.match(low, end)
    passed = None if changed else words.PASSED.match(low, end)
    later = None if passed or changed else words.OTHER_TIME.match(low, end)
    if later and later[0][-1].isdigit():
        return Unclear(start, end, name)  # “các năm 2018, 2025”
    told = passed or later
    said = dated(clean, told.end() if told else end)
    if said is not None and said[1].told:
        stop, issue = said
        again = _number_behind_name(clean, start, stop, kind, name, names)
        if again:
            return ByNumber(start, again.end, kind, again.number, again.name, issue)
        changed = words.AMENDED.match(low, stop)
        if changed and changed["year"] and not changed["open"]:
            stop = changed.end()  # “năm 2015, sửa đổi năm 2017, Điều 155”
        return ByName(start, stop, name, issue)
    own = own_year(clean, end, joint, names.by_name[name]) if names and known else None
    if own and not later:
        return ByName(start, own[0], name, own[1])
    unread = words.YEAR_UNREAD.match(low, end) or (known and words.YEAR_IN_BRACKETS.match(low, end))
    changed = changed or words.AMENDED_ONE.match(low, end)
    if later or unread or act or changed:
        return Unclear(start, end, name)
    if names is None or not known:
        return ByName(start, end, name, UNTOLD)
    year = near_year(low, end, names.by_name[name])
    issue = Issue(spoken_of=year) if year else _spoken_of(clean, start, end)
    return ByName(start, end, name, issue)


def _spoken_of(clean: CleanText, start: int, end: int) -> Issue:
    """What the sentence says of the year of a law whose name stands there without one."""
    low = clean.low
    if not clean.may_tell_a_year(start - TITLE_WINDOW, end + BEHIND_WINDOW):
        return UNTOLD  # most often: neither of the two below would find a year
    year, month = time_told(low, start, end)
    titled = year_of_title(low, start)
    if year is None and titled is None:
        return UNTOLD
    return Issue(None, None, "", None, year, month, titled)


def _by_number_and_year(
    clean: CleanText, start: int, alone: re.Match[str], kind: str, name: str
) -> InstrumentToken:
    """“Luật An ninh mạng số 24 năm 2018”; without the year nobody can tell which one it is."""
    stop, issue = issued(clean, alone.end())
    year = issue.year or (issue.day[0] if issue.day else None)
    if year is None:
        return Unclear(start, alone.end(), name)
    number = number_key(f"{alone['alone']}/{year}")
    return ByShortNumber(start, stop, kind, number, name, issue)


def _number_behind_name(
    clean: CleanText, start: int, end: int, kind: str, name: str, names: NameIndex | None
) -> ByNumber | ByShortNumber | None:
    """The number behind a name, where it is that law's own and not the next of a list."""
    found = words.NUMBER_BEHIND_NAME.match(clean.low, end)
    if not found:
        short = words.SHORT_BEHIND.match(clean.low, end)
        if short:
            key = number_key(short["short"].replace("-", "/").replace(".", "/"))
            stop, issue = issued(clean, short.end())
            return ByShortNumber(start, stop, kind, key, name, issue)
        return None
    stop, key = whole_number(clean, found.start("full"), found.end("full"))
    if "/qh" not in key:
        return None
    joint = clean.low[end : found.start("full")].strip()
    if not found["open"] and ((found["again"] and joint) or joint in ('"', "“")):
        # “Luật A, Luật số …” may be a list of two
        bearers = names.by_number.get(key, ()) if names else ()
        if not any(item in names.by_name.get(name, ()) for item in bearers):  # type: ignore[union-attr]
            return None
    if found["open"]:
        stop, issue = issued(clean, stop)
        close = _CLOSE.match(clean.low, stop)
        if close:
            return ByNumber(start, close.end(), kind, key, name, issue)
        return ByNumber(start, end, kind, key, name)  # the bracket says more
    stop, issue = issued(clean, stop)
    return ByNumber(start, stop, kind, key, name, issue)
