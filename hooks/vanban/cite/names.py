"""Names of instruments that running text uses without a number, and what follows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..law.corpus import Corpus
from ..law.instrument import Instrument
from ..law.names import folded, unaccented
from .grammar import ANCHOR, OPENINGS, TYPES, by_first_letter
from .half_initials import half_initials

_YEAR_BEHIND = re.compile(r" (?:năm )?(?:19|20)\d\d(?!\w)")
_QUOTE = "[“\"«']"
_PARTS = re.compile(r"(\d{1,5})[-./]((?:19|20)\d\d)[-/](.+)")


@dataclass(frozen=True)
class NameIndex:
    """Look-ups by name, alias and number, built once for a corpus."""

    corpus: Corpus

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Instrument, ...]]:
        """Name as ``name_key`` has it (“luật an ninh mạng”) → its bearers, oldest first."""
        found: dict[str, list[Instrument]] = {}
        for instrument in self.corpus.instruments.values():
            for name in instrument.names:
                found.setdefault(name_key(name), []).append(instrument)
        return {
            name: tuple(sorted(items, key=lambda item: str(item.issued)))
            for name, items in found.items()
        }

    @cached_property
    def by_short_number(self) -> Mapping[tuple[str, str], tuple[Instrument, ...]]:
        """Type, folded, and the first part or parts of a number (“72”, “72/2013”) → its bearers."""
        found: dict[tuple[str, str], list[Instrument]] = {}
        for key, items in self.by_number.items():
            parts = key.split("/")
            for count in range(1, max(2, len(parts))):
                for item in items:
                    short = (folded(item.type), "/".join(parts[:count]))
                    found.setdefault(short, []).append(item)
        return {short: tuple(items) for short, items in found.items()}

    @cached_property
    def by_title(self) -> Mapping[str, Instrument]:
        """Title of an amending law, folded, with its type → that law."""
        return {
            _with_type(instrument): instrument
            for instrument in self.corpus.instruments.values()
            if instrument.number and "sửa đổi" in folded(instrument.title)
        }

    @cached_property
    def by_name_and_year(self) -> Mapping[tuple[str, int | None], Instrument]:
        """Name (``name_key``) and year → what both together name: “Luật Báo chí năm 1989”."""
        found: dict[tuple[str, int | None], Instrument] = {}
        for alias, instrument in self.by_alias.items():
            name, told, year = alias.rpartition(" năm ")
            if told and year.isdigit() and int(year) == instrument.year:
                found[name_key(name), instrument.year] = instrument
        return found

    @cached_property
    def by_initials(self) -> Mapping[str, str]:
        """“lanm”, “blhs” → the one name (``name_key``) with these initials."""
        found: dict[str, list[str]] = {}
        for name in self.by_name:
            found.setdefault("".join(word[0] for word in name.split()), []).append(name)
        return {letters: names[0] for letters, names in found.items() if len(names) == 1}

    @cached_property
    def _spellings(self) -> tuple[re.Pattern[str], Mapping[str, str]]:
        """A pattern for every way to write a name or alias; what it matched → key.

        “Luật Cán bộ, công chức” is also written without its comma, “Luật An ninh mạng”
        as “Luật về …”, “Luật “…””, “Luật ANM”; “Bộ luật Hình sự” as “Luật …”.
        """
        keys: dict[str, str] = {}
        for name in self.by_name:
            heads = ("bộ luật", "luật") if name.startswith("bộ luật ") else (name.split()[0],)
            rest = name.removeprefix(heads[0]).strip()
            letters = "".join(word[0] for word in rest.split())
            for head in heads:
                keys.setdefault(f"{head} {rest}", name)
                if self.by_initials.get("".join(w[0] for w in heads[0].split()) + letters):
                    keys.setdefault(f"{head} {letters}", name)
        for short, name in half_initials(self.by_name).items():
            keys.setdefault(short, name)
        for alias in self.by_alias:
            keys.setdefault(alias, alias)
        ordered = sorted(keys, key=lambda word: (-len(word), word))
        choices = _choices(ordered, self.by_alias)
        # (a day or year may be glued to a name: “Luật An ninh mạngnăm 2018”)
        ends = r"(?:(?!\w)|(?=(?:năm|ngày)\s*\d))"
        return re.compile(rf"(?:{choices or '(?!)'}){ends}"), keys

    def match(self, low: str, text: str, start: int) -> tuple[int, str] | None:
        """Where a name or alias ends that begins at ``start``, and its key; else None.

        ``low`` is ``text`` in lower case. Initials count in capitals alone.
        """
        pattern, _ = self._spellings
        found = pattern.match(low, start)
        if not found:
            return None
        end = found.end()
        key, capitals, about = self._read(found[0])
        if about and not text[start + about].isupper():
            return None  # “luật về an ninh mạng”: any law on that
        small = capitals and not text[start + capitals : end].isupper()
        if small and not _YEAR_BEHIND.match(low, end):
            return None
        if low[end : end + 1] in "”\"»'" and any(mark in found[0] for mark in "“\"«'"):
            end += 1
        return end, key

    @cached_property
    def _read(self) -> Callable[[str], tuple[str, int, int]]:
        """What ``_spellings`` matched → its key, and two places in it that need a capital.

        From the first on all letters must be capitals (initials), at the second one must
        stand (behind “về”); 0 where nothing is asked.
        """
        _, keys = self._spellings

        @lru_cache(maxsize=4096)
        def read(spelt: str) -> tuple[str, int, int]:
            word = _bare(spelt)
            key = keys.get(word) or keys.get(folded(spelt)) or keys[" ".join(spelt.split())]
            initials = key not in self.by_alias and len(key.split()) > len(word.split()) + 1
            about = re.search(r"\svề\s+", spelt) if " về " not in f"{key} " else None
            capitals = spelt.rindex(word.split()[-1]) if initials else 0
            return key, capitals, about.end() if about else 0

        return read

    @cached_property
    def by_alias(self) -> Mapping[str, Instrument]:
        """Folded alias → the one instrument that it means."""
        return {
            folded(alias): instrument
            for instrument in self.corpus.instruments.values()
            for alias in instrument.aliases
        }

    @cached_property
    def by_number(self) -> Mapping[str, tuple[Instrument, ...]]:
        """Number without accents or spaces (“72/2013/nd-cp”) → instruments."""
        found: dict[str, list[Instrument]] = {}
        for instrument in self.corpus.instruments.values():
            if instrument.number:
                found.setdefault(number_key(instrument.number), []).append(instrument)
        return {number: tuple(items) for number, items in found.items()}

    @cached_property
    def anchor(self) -> re.Pattern[str]:
        """Where a citation may begin: the grammar's anchors and every alias."""
        extra = "|".join(re.escape(word) for word in self._alias_heads)
        return re.compile(f"{ANCHOR}|(?P<alias>{extra})(?!\\w)" if extra else ANCHOR)

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """Finds, quickly, every place where ``anchor`` may match, and a few more."""
        return re.compile(by_first_letter((*OPENINGS, *map(re.escape, self._alias_heads))))

    @property
    def _alias_heads(self) -> list[str]:
        typed = tuple(f"{word} " for word in TYPES)
        return sorted({w.split()[0] for w in self.by_alias if not w.startswith(typed)})


def _with_type(instrument: Instrument) -> str:
    title, kind = folded(instrument.title), folded(instrument.type)
    return title if title.startswith(f"{kind} ") else f"{kind} {title}"


def _choices(ordered: Sequence[str], aliases: Container[str]) -> str:
    """One pattern for names (``name_key``) and aliases, each with what may stand between its words.

    Those that begin with the same word share it, and behind it those with the same letter, so that
    most are left untried. Of those that share both, the first in order is found.
    """
    whole: list[str] = []
    behind: dict[str, list[str]] = {}
    marked: dict[str, list[str]] = {}
    """… behind “về” or a quotation mark, as names alone are written."""
    for word in ordered:
        parts = [re.escape(part) for part in word.split()]
        at = 2 if parts[0] == "bộ" else 1
        head, rest = r"\s+".join(parts[:at]), parts[at:]
        if not rest:
            whole.append(head)
        elif word in aliases:
            behind.setdefault(head, []).append(r"\s+".join(rest))
        else:
            spelt = r"(?:,|\s+và|\s+-)?\s+".join(rest)
            behind.setdefault(head, []).append(spelt)
            marked.setdefault(head, []).append(spelt)
    found = [rf"{head}\s+(?:{by_first_letter(rests)})" for head, rests in behind.items()]
    found += [
        rf"{head}\s+(?:về\s+{_QUOTE}?|{_QUOTE})(?:{by_first_letter(rests)})"
        for head, rests in marked.items()
    ]
    return "|".join((*found, *whole))


def _bare(words: str) -> str:
    """What ``_spelling`` matched, without commas, quotes and “về”."""
    plain = re.sub("[,“\"«']|\\s-(?=\\s)", " ", words).split()
    head = 2 if plain[0] == "bộ" else 1
    rest = plain[head + 1 :] if plain[head] == "về" else plain[head:]
    return " ".join((*plain[:head], *rest))


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """A name as it is compared: folded, without commas."""
    return " ".join(folded(name).replace(",", " ").split())


@lru_cache(maxsize=4096)
def number_key(number: str) -> str:
    """A number as it is compared: no spaces, no accents, lower case, no zeros in front.

    Dashes that stand for strokes are strokes (“24-2018-QH14”), and so is a stroke that is
    missing (“72/2013/NĐCP”).
    """
    plain = "".join(number.split()).replace("đ", "d")
    if not plain.isascii() or plain != plain.lower():
        plain = unaccented("".join(number.split()))
    plain = plain.lstrip("0") if plain[:1] == "0" else plain
    plain = plain.replace("/qh-", "/qh").replace("&", "").replace("_", "-")  # BGD&ĐT, NĐ_CP
    plain = plain.replace("gd-dt", "gddt")
    if plain.endswith("/ndcp"):
        plain = f"{plain[:-4]}nd-cp"
    parts = _PARTS.match(plain)
    if not parts:
        return plain
    letters = parts[3].replace("/", "-").replace(".", "-")
    return f"{parts[1]}/{parts[2]}/{letters}"


def nearest(number: str, known: Sequence[str]) -> str | None:
    """The known number that a slip of one letter may have made of ``number``, else None.

    A letter too many is likelier than one too few, both than a wrong one (“15” for “5”).
    """
    size = len(number)
    shorter = {number[:at] + number[at + 1 :] for at in range(size)} - {""}
    found = [item for item in known if item in shorter]
    if not found:
        near = [item for item in known if abs(len(item) - size) <= 1]
        found = [
            item
            for item in near
            if (
                len(item) > size
                and any(item[:i] + item[i + 1 :] == number for i in range(size + 1))
            )
            or (len(item) == size > 1 and sum(map(str.__ne__, item, number)) == 1)
        ]
    return found[-1] if found else None
